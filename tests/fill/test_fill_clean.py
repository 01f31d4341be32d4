"""What lies hidden in an edited draft: what has to be decided is told, what is nobody's business is gone from the copy."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from fill_drafts import Written
from test_fill_find import fill_all
from test_fill_finish import finish

from drafter.read import read_report

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
EXTENDED = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
PROMPT = "<w:r><w:t>单击或点击此处输入文字。</w:t></w:r>"


def put(document: Document, xml: str) -> None:
    """At the end of the paragraph before the last."""
    for node in parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"):
        document.paragraphs[-2]._p.append(node)


def style(kind: WD_STYLE_TYPE, *, hidden: bool | None = True, base: str | None = None) -> Callable[[Document], str]:
    def made(document: Document) -> str:
        found = document.styles.add_style(f"S{len(document.styles)}", kind)
        found.font.hidden = hidden
        if base == "hidden":
            found.base_style = document.styles[style(kind)(document)]
        return str(found.style_id)

    return made


def run_in(named: Callable[[Document], str], more: str = "") -> Callable[[Document], None]:
    return lambda document: put(
        document, f'<w:r><w:rPr><w:rStyle w:val="{named(document)}"/>{more}</w:rPr><w:t>内部掌握</w:t></w:r>'
    )


def paragraph_in(named: Callable[[Document], str], more: str = "") -> Callable[[Document], None]:
    def made(document: Document) -> None:
        paragraph = document.add_paragraph()
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{more}</w:rPr><w:t>内部掌握</w:t></w:r>"))
        paragraph._p.get_or_add_pPr().insert(0, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{named(document)}"/>'))

    return made


def hide_by_default(document: Document) -> None:
    face = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert face is not None
    face.append(OxmlElement("w:vanish"))


CHARACTER, PARAGRAPH = WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.PARAGRAPH


@pytest.mark.parametrize(
    ("change", "hidden"),
    [
        (run_in(style(CHARACTER)), 1),
        (run_in(style(CHARACTER, hidden=None, base="hidden")), 1),
        (run_in(style(CHARACTER), '<w:vanish w:val="0"/>'), 0),
        (run_in(style(CHARACTER, hidden=False)), 0),
        (paragraph_in(style(PARAGRAPH)), 1),
        (paragraph_in(style(PARAGRAPH, hidden=None, base="hidden")), 1),
        (paragraph_in(style(PARAGRAPH), '<w:vanish w:val="0"/>'), 0),
        (lambda d: put(d, "<w:r><w:rPr><w:webHidden/></w:rPr><w:t>1</w:t></w:r>"), 0),  # page numbers of a table of contents
        (lambda d: put(d, "<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE 法治</w:instrText></w:r>"), 0),
    ],
)
def test_text_hidden_in_whatever_way_hinders_the_copy(written: Written, change: Callable[[Document], None], hidden: int) -> None:
    made, data = finish(written.edit(fill_all).edit(change))
    assert made.hindrances == ({"hidden": hidden} if hidden else {})
    assert bool(data) == (not hidden)


def test_text_hidden_by_default_hinders_the_copy(written: Written) -> None:
    made, _ = finish(written.edit(fill_all).edit(hide_by_default))
    assert made.hindrances["hidden"] > 10


def talk(done: str = "", answer_by: str = "王某") -> Callable[[Document], None]:
    """An answer to the draft's own comment; `done` is the mark that its row bears."""

    def made(document: Document) -> None:
        answer = document.add_comment(document.paragraphs[0].runs, text="请再核实", author=answer_by, initials="王")
        own = next(c for c in document.part._comments_part.element if c.get(qn("w:author")) == "起草提示")
        for number, comment in enumerate((own, answer._comment_elm), 1):
            paragraph = next(comment.iter(qn("w:p")))
            paragraph.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"0000000{number}")
        rows = f'<w15:commentEx w15:paraId="00000001" {done}/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>'
        xml = f"<w15:commentsEx {W15}>{rows}</w15:commentsEx>".encode()
        part = Part(PackURI("/word/commentsExtended.xml"), EXTENDED, xml, document.part.package)
        document.part.relate_to(part, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended")

    return made


@pytest.mark.parametrize(
    ("change", "hindrances"),
    [
        (talk(), {"comment": 1}),
        (talk('w15:done="0"'), {"comment": 1}),
        (talk('w15:done="1"'), {}),
        (talk(answer_by="起草提示"), {}),
    ],
)
def test_a_colleagues_answer_to_a_comment_of_ours_wants_to_be_read(
    written: Written, change: Callable[[Document], None], hindrances: dict[str, int]
) -> None:
    assert finish(written.edit(fill_all).edit(change))[0].hindrances == hindrances


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("tag", ["", '<w:tag w:val="unit"/>'])
@pytest.mark.parametrize("mark", ["<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="0"/>', ""])
@pytest.mark.parametrize("content", ["[单位名称]", "司法局", "单击或点击此处输入文字。", "选择一项。", "Choose an item."])
def test_what_a_control_of_other_origin_says_in_the_draft_it_says_in_the_copy(
    written: Written, tmp_path: Path, tag: str, mark: str, content: str
) -> None:
    written.edit(fill_all).edit(lambda d: put(d, control(tag + mark, f"<w:r><w:t>{content}</w:t></w:r>")))
    made, data = finish(written)
    assert made.hindrances == {}
    (tmp_path / "clean.docx").write_bytes(data)
    said = read_report(written.path).text
    assert (content in said) == (mark != "<w:showingPlcHdr/>" or content in ("[单位名称]", "司法局"))
    assert read_report(tmp_path / "clean.docx").text == said


def prompt_in_a_cell(document: Document) -> None:
    cell = document.tables[0].cell(0, 1)._tc
    for paragraph in cell.findall(qn("w:p")):
        cell.remove(paragraph)
    cell.append(parse_xml(f"<w:tbl {nsdecls('w')}>{control('<w:showingPlcHdr/>', f'<w:p>{PROMPT}</w:p>')}</w:tbl>")[0])


def prompt_around_a_cell(document: Document) -> None:
    cell = document.tables[0].cell(0, 1)._tc
    wrapped = parse_xml(
        f"<w:tr {nsdecls('w')}>{control('<w:showingPlcHdr/>', f'<w:tc><w:tcPr/><w:p>{PROMPT}</w:p></w:tc>')}</w:tr>"
    )[0]
    cell.addprevious(wrapped)
    cell.getparent().remove(cell)


@pytest.mark.parametrize("change", [prompt_in_a_cell, prompt_around_a_cell])
def test_the_cell_that_nobody_filled_stays_a_cell(written: Written, tmp_path: Path, change: Callable[[Document], None]) -> None:
    _, data = finish(written.edit(fill_all).edit(change))
    (tmp_path / "clean.docx").write_bytes(data)
    rows = docx.Document(str(tmp_path / "clean.docx")).element.body.iter(qn("w:tr"))
    assert [len(row.findall(qn("w:tc"))) for row in rows] == [3, 3]
    clean = docx.Document(str(tmp_path / "clean.docx")).element.body
    assert all(cell.find(qn("w:p")) is not None for cell in clean.iter(qn("w:tc")))


def contents(document: Document) -> None:
    """A table of contents as Word makes it: a control of its own with a heading and a field."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> TOC \\o </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>一、主要举措和成效</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    made = control(gallery, f"<w:p><w:r><w:t>目录</w:t></w:r></w:p><w:p>{field}</w:p>")
    document.paragraphs[0]._p.addnext(parse_xml(f"<w:body {nsdecls('w')}>{made}</w:body>")[0])


def test_a_table_of_contents_is_still_one_in_the_copy(written: Written, tmp_path: Path) -> None:
    written.edit(fill_all).edit(contents)
    made, data = finish(written)
    (tmp_path / "clean.docx").write_bytes(data)
    assert made.removed["controls"] == 7
    assert read_report(tmp_path / "clean.docx").text == read_report(written.path).text


def relate(reltype: str, name: str) -> Callable[[Document], None]:
    def made(document: Document) -> None:
        part = Part(PackURI(name), "application/octet-stream", "王某的机器".encode(), document.part.package)
        document.part.relate_to(part, reltype)

    return made


def relate_outside(document: Document) -> None:
    document.part.relate_to("file:///C:/Users/wangmou/data.xml", f"{REL}/customXml", is_external=True)


MARK = 'w:id="7" w:author="王某" w:date="2026-01-01T00:00:00Z"'


@pytest.mark.parametrize(
    "change",
    [
        relate(f"{REL}/printerSettings", "/word/printerSettings1.bin"),
        relate("http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", "/_xmlsignatures/o.sigs"),
        relate("http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels", "/docMetadata/LabelInfo.bin"),
        relate("http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", "/word/taskpanes.bin"),
        relate(f"{REL}/customXml", "/customXml/item9.bin"),
        relate_outside,
        lambda d: put(d, f'<w:moveFromRangeStart {MARK} w:name="move1"/><w:moveFromRangeEnd w:id="7"/>'),
        lambda d: put(d, f'<w:moveToRangeStart {MARK} w:name="move1"/><w:moveToRangeEnd w:id="7"/>'),
        lambda d: put(d, f'<w:customXmlInsRangeStart {MARK}/><w:customXmlInsRangeEnd w:id="7"/>'),
        lambda d: put(d, '<w:bookmarkStart w:id="8" w:name="_GoBack"/><w:bookmarkEnd w:id="8"/>'),
    ],
)  # fmt: skip
def test_nothing_of_who_and_where_is_left(written: Written, tmp_path: Path, change: Callable[[Document], None]) -> None:
    written.edit(fill_all).edit(change)
    made, data = finish(written)
    assert made.hindrances == {}
    (tmp_path / "clean.docx").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "clean.docx") as archive:
        whole = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    for trace in ("王某", "wangmou", "RangeStart", "RangeEnd", "_GoBack", "printerSettings", "customXml"):
        assert trace not in whole, trace
    assert read_report(tmp_path / "clean.docx").text == read_report(written.path).text
