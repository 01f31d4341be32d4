"""The office document of GB/T 9704-2012: a new file with its page, its styles and its page numbers, and paragraph makers.

The page holds 22 lines of 28 characters: A4, margins 37, 28, 26 and 35 mm (5.2.1); see docs/word-layout.md for the twips.
"""

from collections.abc import Iterable
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.settings import CT_Settings
from docx.section import Section, _Footer
from docx.shared import Twips
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from drafter.model.draft import BlockStyle
from drafter.office.faces import CELL, LINE, STYLES, W_NS, Style, font_table_xml, style_xml, styles_xml
from drafter.office.package import set_blob

# The style of each kind of block, and the character style of a heading that is the first sentence of a paragraph.
PARAGRAPH_STYLES: dict[BlockStyle, str] = {
    "title": "公文标题",
    "addressee": "公文主送机关",
    "heading1": "公文一级标题",
    "heading2": "公文二级标题",
    "heading3": "公文三级标题",
    "body": "公文正文",
    "signature": "公文署名",
    "date": "公文日期",
    "table_row": "公文表格",
    "note": "公文附注",
}
RUN_IN_STYLES: dict[BlockStyle, str] = {"heading1": "公文一级标题字", "heading2": "公文二级标题字", "heading3": "公文三级标题字"}

# Parts of python-docx's own template that a government office has no use for: previews, themes, an American style set.
UNWANTED = ("customXml", "stylesWithEffects", "webSettings", "numbering", "theme", "thumbnail")

SETTINGS = (
    f'<w:settings xmlns:w="{W_NS}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
    '<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:useFELayout/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)

# mm of GB/T 9704-2012 5.2.1 as twips (56.69 each): paper; top 37, right 26, bottom 35, left 28.
PORTRAIT = {"w:pgSz": {"w": 11906, "h": 16838}, "w:pgMar": {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587}}
# The same sheet turned: its binding edge (28 mm) is now on top, its head (37 mm) at the right.
LANDSCAPE = {"w:pgSz": {"w": 16838, "h": 11906}, "w:pgMar": {"top": 1587, "right": 2098, "bottom": 1474, "left": 1984}}
# A working paper: 16 mm above and below, 20 mm at the sides, no line grid (LibreOffice would keep whole lines of it alone).
WORKING = {"w:pgSz": {"w": 16838, "h": 11906}, "w:pgMar": {"top": 907, "right": 1134, "bottom": 907, "left": 1134}}
WORKING_FOOTER_UP = 450
FOOTER_UP = 1400  # twips from the paper's edge: the dash of the page number then is 7 mm under the text (7.5)
HEADER_DOWN = 851
TEXT_WIDTH = 8845
LANDSCAPE_WIDTH = 12756
WORKING_WIDTH = 14570


def new_document(more: Iterable[Style] = ()) -> Document:
    """An empty office document: A4, 22 lines of 28 characters, Chinese styles, page numbers, nothing of python-docx's own.

    `more` are styles that it needs beside those of a report.
    """
    document = bare_document((*STYLES, *more))
    portrait_page(document.sections[0])
    page_numbers(document.sections[0])
    return document


def bare_document(styles: Iterable[Style]) -> Document:
    """An empty document of these styles whose page is still to be set."""
    document = docx.Document()
    package = document.part.package
    for rels in (document.part.rels, package.rels):
        for key in [k for k, r in rels.items() if any(word in r.reltype + r.target_ref for word in UNWANTED)]:
            del rels[key]
    document.part._styles_part._element = parse_xml(styles_xml(styles))
    settings = document.part._settings_part
    settings._element = settings._settings = cast(CT_Settings, parse_xml(SETTINGS))
    set_blob(document.part.part_related_by(RT.FONT_TABLE), font_table_xml().encode())
    return document


def portrait_page(section: Section) -> None:
    """A4 upright with the standard's margins and its line grid."""
    _page(section, PORTRAIT, None)


def landscape_page(section: Section) -> None:
    """A4 on its side for wide tables: the text block of the upright sheet, turned."""
    _page(section, LANDSCAPE, "landscape")


def working_page(section: Section) -> None:
    """A4 on its side for tables that are worked with: narrow margins, more rows to a page."""
    _page(section, WORKING, "landscape")
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    section.footer_distance = Twips(WORKING_FOOTER_UP)


def _page(section: Section, sizes: dict[str, dict[str, int]], orient: str | None) -> None:
    properties = section._sectPr
    for old in ("w:pgSz", "w:pgMar", "w:docGrid", "w:cols"):
        for element in properties.findall(qn(old)):
            properties.remove(element)
    size = "".join(f' w:{k}="{v}"' for k, v in sizes["w:pgSz"].items()) + (f' w:orient="{orient}"' if orient else "")
    margins = "".join(f' w:{k}="{v}"' for k, v in sizes["w:pgMar"].items())
    made = parse_xml(
        f'<w:sectPr xmlns:w="{W_NS}"><w:pgSz{size}/><w:pgMar{margins} w:header="{HEADER_DOWN}" w:footer="{FOOTER_UP}" w:gutter="0"/>'
        # Lines only: a character grid makes LibreOffice set each character in two cells.
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )
    properties.extend(list(made))


def page_numbers(section: Section) -> None:
    """— 1 — in 4号宋体 under the text: right on odd pages, left on even ones, one character in (7.5)."""
    _page_number(section.footer, "right")
    _page_number(section.even_page_footer, "left")


def _page_number(footer: _Footer, side: str) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    fields = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    made = parse_xml(
        f'<w:p xmlns:w="{W_NS}"><w:pPr><w:pStyle w:val="GwPageNumber"/><w:ind w:{side}Chars="100" w:{side}="280"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{fields}</w:p>'
    )
    paragraph._p.getparent().replace(paragraph._p, made)


def add(document: Document, style: BlockStyle, text: str = "") -> Paragraph:
    """A paragraph of a kind at the end of the document."""
    return document.add_paragraph(text, style=PARAGRAPH_STYLES[style])


def add_run_in(document: Document, style: BlockStyle, heading: str, rest: str) -> Paragraph:
    """A paragraph of text that begins with its heading: only that sentence is set in the heading's face (7.3.3)."""
    paragraph = add(document, "body")
    run_in_heading(paragraph.add_run(heading), style)
    paragraph.add_run(rest)
    return paragraph


def run_in_heading(run: Run, style: BlockStyle) -> None:
    """Set a run in the face of a heading level; other kinds of block have no face of their own."""
    if style in RUN_IN_STYLES:
        run.style = RUN_IN_STYLES[style]


def text_width(document: Document) -> int:
    """The width of the text block in twips, on the document's last page."""
    section = document.sections[-1]
    sides = (section.left_margin, section.right_margin, section.gutter)
    if section.page_width is None:
        return TEXT_WIDTH
    return max(round((section.page_width - sum(side or 0 for side in sides)) / Twips(1)), 1)


def cell_width(document: Document) -> int:
    """The width in twips of a character of the signature, by its style."""
    face = document.styles[PARAGRAPH_STYLES["signature"]].element.find(qn("w:rPr"))
    size, tracking = (None if face is None else face.find(qn(name)) for name in ("w:sz", "w:spacing"))
    if size is None:
        return CELL
    # Half-points and twentieths of a point.
    return round(float(size.get(qn("w:val"))) * 10) + (0 if tracking is None else round(float(tracking.get(qn("w:val"), "0"))))


def ensure_styles(document: Document) -> None:
    """Add the office styles that a document made elsewhere lacks; its own styles of the same names stay as they are."""
    root = document.styles.element
    names = {style.name for style in document.styles}
    ids = {style.style_id for style in document.styles}
    for style in STYLES:
        if style.name not in names and _built_in_name(style) not in names and style.id not in ids:
            root.append(parse_xml(style_xml(style)))


def _built_in_name(style: Style) -> str:
    """python-docx shows Word's lower-case header and footer with a capital."""
    return style.name.capitalize()
