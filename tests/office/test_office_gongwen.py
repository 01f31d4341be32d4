"""The page, the styles and the page numbers of an office document: GB/T 9704-2012."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from pdfpages import printed

from drafter.office import gongwen
from drafter.office.package import save_deterministic

TEXT = "我市深入推进依法行政持续优化法治化营商环境全面落实行政执法公示制度"


def saved(document: Document, path: Path) -> Document:
    save_deterministic(document, path)
    return docx.Document(str(path))


def test_a_new_document_has_the_standards_page(tmp_path: Path) -> None:
    section = saved(gongwen.new_document(), tmp_path / "d.docx").sections[0]
    sizes = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )
    assert [round((size or 0) / 36000) for size in sizes] == [210, 297, 37, 26, 35, 28]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid is not None
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_a_page_on_its_side_has_the_same_text_block_turned() -> None:
    document = gongwen.new_document()
    section = document.sections[0]
    gongwen.landscape_page(section)
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    block = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    assert round(block / 635) == gongwen.LANDSCAPE_WIDTH
    assert len(section._sectPr.findall(qn("w:pgSz"))) == 1


def test_page_numbers_are_right_on_odd_pages_and_left_on_even_ones() -> None:
    document = gongwen.new_document()
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph.text == "— 1 —"
        assert " PAGE " in "".join(node.text or "" for node in paragraph._p.iter(qn("w:instrText")))
        assert paragraph._p.pPr is not None
        assert paragraph._p.pPr.jc_val is not None
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side  # type: ignore[union-attr]
        assert paragraph._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "face", "half_points", "spacing"),
    [
        ("公文标题", "方正小标宋简体", "44", None),
        ("公文正文", "仿宋_GB2312", "32", "-6"),
        ("公文一级标题", "黑体", "32", "-6"),
        ("公文二级标题", "楷体_GB2312", "32", "-6"),
        ("公文三级标题", "仿宋_GB2312", "32", "-6"),
        ("公文页码", "宋体", "28", None),
    ],
)
def test_every_style_names_its_face_for_every_script(name: str, face: str, half_points: str, spacing: str | None) -> None:
    style = gongwen.new_document().styles[name].element
    fonts = style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {face}
    assert style.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val")) == half_points
    tracking = style.find(f"{qn('w:rPr')}/{qn('w:spacing')}")
    assert (None if tracking is None else tracking.get(qn("w:val"))) == spacing
    assert style.find(f"{qn('w:rPr')}/{qn('w:b')}") is None


def test_text_is_indented_by_two_characters_and_by_their_twips() -> None:
    indent = gongwen.new_document().styles["公文正文"].element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    assert (indent.get(qn("w:firstLineChars")), indent.get(qn("w:firstLine"))) == ("200", "640")


def test_no_theme_font_and_no_part_of_a_foreign_template_is_left(tmp_path: Path) -> None:
    document = saved(gongwen.new_document(), tmp_path / "d.docx")
    assert not any("Theme" in name for node in document.styles.element.iter(qn("w:rFonts")) for name in node.attrib)
    names = {str(part.partname) for part in document.part.package.iter_parts()}
    assert not any(word in name for name in names for word in gongwen.UNWANTED)
    languages = document.styles.element.findall(f".//{qn('w:lang')}")
    assert {lang.get(qn("w:eastAsia")) for lang in languages} == {"zh-CN"}


def test_a_run_in_heading_leaves_the_paragraph_one_of_text() -> None:
    paragraph = gongwen.add_run_in(gongwen.new_document(), "heading2", "（一）健全制度。", "一是……")
    assert paragraph.style is not None
    assert (paragraph.style.name, paragraph.runs[0].style.name) == ("公文正文", "公文二级标题字")  # type: ignore[union-attr]
    assert paragraph.runs[1].style.name == "Default Paragraph Font"  # type: ignore[union-attr]


def test_missing_styles_are_added_and_those_of_the_same_name_stay() -> None:
    document = docx.Document()
    document.styles.add_style("公文正文", 1).font.size = Pt(9)
    gongwen.ensure_styles(document)
    gongwen.ensure_styles(document)
    names = [style.name for style in document.styles]
    assert {"公文标题", "公文二级标题字", "annotation reference"} <= set(names)
    assert (names.count("公文标题"), names.count("公文正文"), names.count("Header")) == (1, 1, 1)
    assert document.styles["公文正文"].font.size == Pt(9)


@pytest.mark.libreoffice
def test_a_page_holds_22_lines_of_28_characters_between_its_margins(tmp_path: Path) -> None:
    document = gongwen.new_document()
    gongwen.add(document, "title", "云溪市2026年法治政府建设年度报告")
    for _ in range(3):
        gongwen.add(document, "body", TEXT * 25)
    save_deterministic(document, tmp_path / "d.docx")
    first, *full, _ = printed(tmp_path / "d.docx", tmp_path)
    assert first.paper == (210, 297)
    assert len(full) > 2
    for page in full:
        assert (len(page.lines), max(line.characters for line in page.lines)) == (22, 28)
        assert page.margins() == pytest.approx((28, 26, 37, 35), abs=1)
