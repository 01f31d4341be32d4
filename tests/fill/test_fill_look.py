"""A draft in the look of an office's own file: its page and the formats of its kinds of paragraph, and nothing else of it."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from fill_drafts import BLOCKS, DRAFT, SLOTS, block, draft_of, held
from lookmakers import BODY, SIGNED, TITLE, W_NS, direct_file, styled_file, write_parts

from drafter.fill import draft_bytes, look_notes
from drafter.model.draft import Piece
from drafter.office.controls import find_controls, is_highlighted
from drafter.office.look import Look
from drafter.pipeline import fill, look_of

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


@dataclass(frozen=True)
class Drawn:
    """The draft of fill_drafts.py in the look of a file."""

    path: Path
    look: Look

    @property
    def document(self) -> Document:
        return docx.Document(str(self.path))

    @property
    def notes(self) -> tuple[str, ...]:
        return look_notes(self.look, DRAFT)

    def shown(self, style: str) -> dict[str, str]:
        """What a style says, attribute by attribute: {"pPr.jc.val": "both"}."""
        element = self.document.styles[style].element
        found = {}
        for holder in ("pPr", "rPr"):
            for child in element.find(qn(f"w:{holder}")) if element.find(qn(f"w:{holder}")) is not None else ():
                tag = str(child.tag).rpartition("}")[2]
                found |= {f"{holder}.{tag}.{str(k).rpartition('}')[2]}": str(v) for k, v in child.attrib.items()}
        return found


def drawn(source: Path) -> Drawn:
    look = look_of(source)
    out = source.parent / "draft.docx"
    out.write_bytes(draft_bytes(DRAFT, look=look))
    return Drawn(out, look)


@pytest.fixture
def direct(tmp_path: Path) -> Drawn:
    """In the look of a file with direct formatting alone."""
    return drawn(direct_file(tmp_path / "own.docx"))


@pytest.fixture
def styled(tmp_path: Path) -> Drawn:
    """In the look of a file with its own styles."""
    return drawn(styled_file(tmp_path / "own.docx"))


def differing(found: dict[str, str], expected: dict[str, str]) -> dict[str, str | None]:
    return {key: found.get(key) for key, value in expected.items() if found.get(key) != value}


SONG = {"rPr.rFonts.eastAsia": "宋体", "rPr.rFonts.ascii": "Times New Roman", "rPr.sz.val": "28"}
DIRECT = [
    ("公文标题", {"rPr.rFonts.eastAsia": "华文中宋", "rPr.rFonts.ascii": "Arial", "rPr.sz.val": "40", "rPr.b.val": "1", "pPr.jc.val": "center", "pPr.spacing.after": "240"}),
    ("公文一级标题", {"rPr.rFonts.eastAsia": "微软雅黑", "rPr.sz.val": "30", "rPr.b.val": "1", "pPr.ind.firstLine": "0", "pPr.spacing.line": "480", "pPr.outlineLvl.val": "0"}),
    ("公文二级标题", SONG | {"rPr.b.val": "1", "pPr.ind.firstLine": "560", "pPr.spacing.line": "360", "pPr.outlineLvl.val": "1"}),
    ("公文三级标题", SONG | {"rPr.b.val": "0", "pPr.outlineLvl.val": "2"}),
    ("公文正文", SONG | {"rPr.b.val": "0", "pPr.ind.firstLine": "560", "pPr.spacing.line": "360", "pPr.spacing.lineRule": "auto", "pPr.jc.val": "both"}),
    ("公文署名", SONG | {"pPr.jc.val": "right", "pPr.spacing.line": "360"}),
    ("公文日期", SONG | {"pPr.jc.val": "right"}),
    ("公文表头", {"rPr.rFonts.eastAsia": "宋体", "rPr.sz.val": "21", "rPr.b.val": "1", "pPr.jc.val": "center"}),
    ("公文表格", {"rPr.sz.val": "21", "rPr.b.val": "0", "pPr.jc.val": "center"}),
    ("公文二级标题字", SONG | {"rPr.b.val": "1"}),
]  # fmt: skip


@pytest.mark.parametrize(("style", "expected"), DIRECT, ids=[row[0] for row in DIRECT])
def test_direct_formatting_becomes_the_style_of_its_kind(direct: Drawn, style: str, expected: dict[str, str]) -> None:
    assert differing(direct.shown(style), expected) == {}


STYLED = [
    # 等线 is the theme's own East Asian face, 方正粗宋简体 its face for the script of the file's language.
    ("公文正文", {"rPr.rFonts.eastAsia": "等线", "rPr.rFonts.ascii": "Calibri", "rPr.sz.val": "30", "pPr.spacing.line": "520", "pPr.spacing.lineRule": "exact", "pPr.ind.firstLineChars": "200", "pPr.ind.firstLine": "600", "pPr.jc.val": "both", "pPr.widowControl.val": "0"}),
    ("公文标题", {"rPr.rFonts.eastAsia": "方正粗宋简体", "rPr.rFonts.ascii": "Calibri", "rPr.sz.val": "44", "pPr.jc.val": "center"}),
    ("公文一级标题", {"rPr.rFonts.eastAsia": "华文细黑", "rPr.b.val": "1", "rPr.color.val": "C00000", "rPr.sz.val": "32", "pPr.spacing.before": "120", "pPr.ind.left": "420", "pPr.ind.hanging": "420"}),
    ("公文二级标题", {"rPr.rFonts.eastAsia": "华文细黑", "rPr.b.val": "0", "rPr.color.val": "auto", "rPr.sz.val": "30", "pPr.spacing.before": "0", "pPr.spacing.line": "560"}),
]  # fmt: skip


@pytest.mark.parametrize(("style", "expected"), STYLED, ids=[row[0] for row in STYLED])
def test_styles_defaults_and_theme_are_followed(styled: Drawn, style: str, expected: dict[str, str]) -> None:
    assert differing(styled.shown(style), expected) == {}


def test_automatic_numbers_are_not_doubled(styled: Drawn) -> None:
    with zipfile.ZipFile(styled.path) as archive:
        assert not [name for name in archive.namelist() if "numbering" in name or b"numPr" in archive.read(name)]
    assert "一、主要举措" in [p.text[:6] for p in styled.document.paragraphs]


def test_empty_paragraphs_around_the_text_become_space(styled: Drawn) -> None:
    # The face of an empty paragraph is 10.5 pt, single spaced: 273 twips; two of them before the signature.
    assert styled.shown("公文标题")["pPr.spacing.after"] == "273"
    assert styled.shown("公文署名")["pPr.spacing.before"] == str(2 * 273)


def test_the_page_is_that_of_the_file(direct: Drawn) -> None:
    section = direct.document.sections[0]
    assert [round(x.twips) for x in (section.page_width, section.page_height, section.left_margin) if x] == [12240, 15840, 1800]
    (foot,) = section.footer.paragraphs
    assert (foot.text, foot.paragraph_format.alignment) == ("第1页", 1)
    assert "PAGE \\* MERGEFORMAT" in "".join(t.text or "" for t in foot._p.iter(qn("w:instrText")))
    assert not direct.document.settings.odd_and_even_pages_header_footer


def test_a_table_fills_the_width_of_that_page(direct: Drawn) -> None:
    (table,) = direct.document.tables
    assert sum(int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol"))) == 12240 - 2 * 1800


def test_signature_and_date_are_placed_by_the_rule_in_the_size_of_the_file(tmp_path: Path) -> None:
    look = look_of(direct_file(tmp_path / "own.docx"))
    made = draft_of(block("title", "题"), block("signature", "云溪市人民政府"), block("date", "2027年1月20日"))
    (tmp_path / "d.docx").write_bytes(draft_bytes(made, look=look))
    last = docx.Document(str(tmp_path / "d.docx")).paragraphs[-2:]
    assert [p._p.pPr.ind.get(qn("w:rightChars")) for p in last] == ["200", "50"]
    assert [p._p.pPr.ind.get(qn("w:right")) for p in last] == ["560", "140"]


def test_slots_and_kept_sentences_are_marked_as_ever(direct: Drawn) -> None:
    body = direct.document.element.body
    assert len(find_controls(body)) == len(SLOTS)
    marked = ["".join(t.text or "" for t in run.iter(qn("w:t"))) for run in body.iter(qn("w:r")) if is_highlighted(run)]
    assert marked == [slot.placeholder for slot in SLOTS if slot.kind == "keep"]
    assert [line for line in (p.text for p in direct.document.paragraphs) if line.startswith("（此件")] == ["（此件公开发布）"]
    assert len(direct.document.tables) == len({made.style for made in BLOCKS} & {"table_row"})


def test_a_kind_that_the_file_does_not_show_is_told_and_official(direct: Drawn) -> None:
    assert direct.notes == ("版式文件中未见“主送机关”、“附注”，仍用公文格式",)
    assert direct.shown("公文附注")["rPr.rFonts.eastAsia"] == "仿宋_GB2312"


def test_only_kinds_that_the_draft_has_are_told(direct: Drawn) -> None:
    assert look_notes(direct.look, draft_of(block("title", "题"), block("body", "甲。"))) == ()


RUN_IN = (
    f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p><w:p><w:r><w:t>一、主要举措和成效</w:t></w:r></w:p>"
    '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/></w:rPr><w:t>（一）健全复议机制。</w:t></w:r>'
    "<w:r><w:t>坚持便民为民，对行政复议申请应收尽收，全年受理312件。</w:t></w:r></w:p>"
    '<w:p><w:r><w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/></w:rPr><w:t>（二）严格规范</w:t></w:r><w:r><w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/></w:rPr>'
    "<w:t>执法。</w:t></w:r><w:r><w:t>抽查案卷96件，办理更加规范。</w:t></w:r></w:p><w:p><w:r><w:t>二、存在的问题</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>　　部分乡镇力量不足，办案质量有待提高。</w:t></w:r></w:p>"
)


def test_a_heading_at_the_head_of_a_paragraph_has_its_own_face_and_the_text_has_not(tmp_path: Path) -> None:
    made = drawn(write_parts(tmp_path / "own.docx", RUN_IN, {}))
    assert differing(made.shown("公文二级标题字"), {"rPr.rFonts.eastAsia": "楷体", "rPr.b.val": "1"}) == {}
    assert differing(made.shown("公文正文"), {"rPr.rFonts.eastAsia": "宋体", "rPr.b.val": "0", "rPr.sz.val": "20"}) == {}
    # A heading with a paragraph of its own is set like the text, in the face of the heading.
    assert differing(made.shown("公文二级标题"), {"rPr.rFonts.eastAsia": "楷体", "rPr.b.val": "1", "pPr.keepNext.val": "1"}) == {}


def test_blanks_before_the_text_count_as_its_indent(tmp_path: Path) -> None:
    body = "".join(f"<w:p><w:r><w:t>　　{text}</w:t></w:r></w:p>" for kind, text in BODY if kind in ("body", "opening"))
    made = drawn(write_parts(tmp_path / "own.docx", f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>{body}", {}))
    assert differing(made.shown("公文正文"), {"pPr.ind.firstLineChars": "200", "pPr.ind.firstLine": "400"}) == {}


def test_a_face_that_most_characters_have_is_the_face(tmp_path: Path) -> None:
    body = (
        f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>特别说明：</w:t></w:r><w:r><w:t>办理行政复议案件的机构已经健全，人员也已到位。</w:t></w:r></w:p>"
    )
    assert drawn(write_parts(tmp_path / "own.docx", body, {})).shown("公文正文")["rPr.b.val"] == "0"


SECRET = "不应出现"


def secretive(document: Document) -> None:
    """Words of last year's in every place that is not the look."""
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{TITLE}{SECRET}"
    document.core_properties.author = document.core_properties.keywords = SECRET
    document.add_comment(document.paragraphs[3].runs, text=SECRET, author=SECRET)
    document.part.relate_to(f"http://{SECRET}.example/", "http://example.org/relation", is_external=True)
    document.paragraphs[4]._p.append(
        docx.oxml.parser.parse_xml(
            f'<w:ins xmlns:w="{W_NS}" w:id="9" w:author="{SECRET}" w:date="2025-01-01T00:00:00Z"><w:r><w:t>{SECRET}</w:t></w:r></w:ins>'
        )
    )


def test_nothing_of_the_file_but_its_look_is_in_the_draft(tmp_path: Path) -> None:
    made = drawn(direct_file(tmp_path / "own.docx", change=secretive))
    words = [SECRET, "青岚县", *(text for _, text in BODY), *SIGNED]
    with zipfile.ZipFile(made.path) as archive:
        for name in archive.namelist():
            data = archive.read(name).decode("utf-8")
            assert [word for word in words if word in data] == [], name
            assert "External" not in data
    assert made.document.sections[0].header.paragraphs[0].text == ""
    assert any("页眉页脚中的文字“青岚县人民政府关于2024年法治政府建设…”未沿用" in note for note in made.notes)


def field(side: str = "") -> str:
    chars = ("begin", "", "separate", "end")
    inner = "".join(
        f'<w:r><w:fldChar w:fldCharType="{c}"/></w:r>' if c else "<w:r><w:instrText>PAGE</w:instrText></w:r>" for c in chars
    )
    return f"<w:p>{side}<w:r><w:t>— </w:t></w:r>{inner}<w:r><w:t> —</w:t></w:r></w:p>"


def boxed(align: str) -> str:
    """A page number in a text box, as Word and WPS insert it, with the older form beside the newer."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="{WP}">'
        f'<wp:positionH relativeFrom="margin"><wp:align>{align}</wp:align></wp:positionH><wps:txbx xmlns:wps="{wps}"><w:txbxContent>'
        f"{field()}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{field()}"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


FRAME = '<w:pPr><w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="outside"/></w:pPr>'
# what the foot is, its text in the draft, how it is aligned
FEET = [
    (field(), "— 1 —", "left"),
    (field('<w:pPr><w:jc w:val="right"/></w:pPr>'), "— 1 —", "right"),
    (field(FRAME), "— 1 —", "right"),
    (boxed("center"), "— 1 —", "center"),
    (boxed("outside"), "— 1 —", "right"),
    (field("<w:r><w:tab/></w:r>"), "— 1 —", "center"),
    ('<w:p><w:r><w:t>第</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:t>页</w:t></w:r></w:p>', "第1页", "left"),
    (field("<w:r><w:t>青岚县法治报告 </w:t></w:r>"), "— 1 —", "left"),
    ("<w:p><w:r><w:t>12</w:t></w:r></w:p>", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("foot", "text", "side"), FEET)
def test_a_page_number_is_found_wherever_it_stands(tmp_path: Path, foot: str, text: str, side: str | None) -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    section = f'<w:footerReference xmlns:r="{relation}" w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>'
    made = drawn(
        write_parts(tmp_path / "own.docx", RUN_IN, {"footer1": f'<w:ftr xmlns:w="{W_NS}">{foot}</w:ftr>'}, section=section)
    )
    lines = [p for p in made.document.sections[0].footer.paragraphs if p.text]
    assert "".join(p.text for p in lines) == text
    assert [p._p.pPr.jc.get(qn("w:val")) for p in lines] == ([side] if side else [])
    assert ("版式文件没有页码，稿件也不设页码" in made.notes) is (side is None)


def test_of_several_sections_the_one_with_most_text_counts_and_its_heads_are_those_before_it(tmp_path: Path) -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sides = 'w:top="1000" w:bottom="1000" w:header="600" w:footer="600" w:gutter="0"'
    cover = f'<w:p><w:pPr><w:sectPr><w:footerReference xmlns:r="{relation}" w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {sides} w:left="1" w:right="1"/></w:sectPr></w:pPr></w:p>'
    main = f'<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {sides} w:left="2000" w:right="1234"/></w:sectPr></w:pPr></w:p>'
    wide = f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar {sides} w:left="3" w:right="3"/>'
    foot = f'<w:ftr xmlns:w="{W_NS}">{field()}</w:ftr>'
    body = f"{cover}{RUN_IN}{main}<w:p><w:r><w:t>附表</w:t></w:r></w:p>"
    made = drawn(write_parts(tmp_path / "own.docx", body, {"footer1": foot}, section=wide)).document.sections[0]
    assert made.right_margin is not None
    assert (made.right_margin.twips, made.footer.paragraphs[0].text) == (1234, "— 1 —")


def test_values_that_no_reader_bears_do_not_come_through(tmp_path: Path) -> None:
    broken = RUN_IN.replace("<w:t>一、", '<w:rPr><w:sz w:val="many"/></w:rPr><w:t>一、').replace(
        "<w:b/>", '<w:b/><w:sz w:val="28.5"/>'
    )
    made = drawn(write_parts(tmp_path / "own.docx", broken, {}))
    assert made.shown("公文二级标题字")["rPr.sz.val"] == "28"
    assert made.shown("公文一级标题")["rPr.sz.val"] == "20"


def test_a_file_that_is_no_report_gives_what_can_be_recognised(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="36"/></w:rPr><w:t>关于召开安全生产会议的通知</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>一、会议时间</w:t></w:r></w:p>"
        '<w:p><w:r><w:rPr><w:sz w:val="30"/></w:rPr><w:t>定于下周一上午召开会议，请各科室准时参加，并做好准备。</w:t></w:r></w:p>'
    )
    made = drawn(write_parts(tmp_path / "own.docx", body, {}))
    assert made.shown("公文正文")["rPr.sz.val"] == "30"
    assert "“署名”" in made.notes[0]


def test_the_same_look_gives_the_same_bytes(tmp_path: Path) -> None:
    source = styled_file(tmp_path / "own.docx")
    assert draft_bytes(DRAFT, look=look_of(source)) == draft_bytes(DRAFT, look=look_of(source))


def test_the_pipeline_writes_the_draft_in_the_look(tmp_path: Path) -> None:
    look = look_of(direct_file(tmp_path / "own.docx"))
    made = draft_of(block("title", "题"), block("heading2", Piece(text="（一）甲。", heading=True), held("f-1")))
    fill(made, tmp_path / "d.docx", look=look)
    heading = docx.Document(str(tmp_path / "d.docx")).paragraphs[1].runs[0]
    assert (heading.text, heading.style.name if heading.style else "") == ("（一）甲。", "公文二级标题字")
