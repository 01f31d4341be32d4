"""What the Word outputs for reading share: head, captions, lines and tables in the office layout."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from drafter.model.change import Comparison
from drafter.office.faces import W_NS
from drafter.office.gongwen import PARAGRAPH_STYLES
from drafter.office.runs import xml_text
from drafter.office.tables import Size, add_table, cells_of
from drafter.render import wording

LINE_STYLE = "公文表格"  # 小四, single spacing: lines around tables
_NATURE_STYLE = "公文材料说明"
_SMALL_LINE = "公文小表格"
_MARKED = "公文密表格醒目"
_AFTER_TITLE = Pt(6)
_CLOSE = (  # 1 mm from rule to text
    f'<w:tblCellMar xmlns:w="{W_NS}"><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True)
class Form:
    """How a table is set: its heads, its widths in twips, the columns that are centred, the size of its text."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    centred: tuple[int, ...] = ()
    size: Size = "密"


def add_title(document: Document, title: str, comparison: Comparison) -> None:
    """The title, and under it what kind of paper this is."""
    nature = wording.nature(comparison.mode).removesuffix("。")
    for text, style in ((title, PARAGRAPH_STYLES["title"]), (f"（{nature}）", _NATURE_STYLE)):
        document.add_paragraph(text, style=style).paragraph_format.space_after = _AFTER_TITLE


def add_head(document: Document, comparison: Comparison) -> None:
    """The two reports, and what could not be read."""
    for side, info in zip(wording.report_names(comparison.mode), (comparison.old, comparison.new), strict=True):
        add_line(document, f"{side}：{wording.report_line(info)}")
    for note in wording.all_notes(comparison):
        add_line(document, f"注意：{note}")


def add_caption(document: Document, number: int, text: str) -> None:
    """The caption of a table (1) or of a part of it (2)."""
    document.add_paragraph(xml_text(text), style=f"公文表题{number}")


def add_line(document: Document, text: str, *, over_table: bool = False) -> None:
    """One line of small text; `over_table`: it stays on one page with the table that follows."""
    paragraph = document.add_paragraph(xml_text(text), style=_SMALL_LINE)
    paragraph.paragraph_format.keep_with_next = over_table or None


def add_rows(document: Document, form: Form, rows: Sequence[Sequence[str]], marked: Collection[int] = ()) -> None:
    """A table whose head repeats on every page and whose rows are not split; 无 where it has no rows.

    The rows of these numbers are `marked`: set in 黑体, to be found at a glance.
    """
    if not rows:
        add_line(document, "无。")
        return
    shown = [form.head, *(tuple(xml_text(cell) for cell in row) for row in rows)]
    table = add_table(document, shown, form.widths, size=form.size)
    if form.size == "密":
        table._tbl.tblPr.append(parse_xml(_CLOSE))
    for row, cells in enumerate(cells_of(table._tbl)[1:]):
        for column in form.centred:
            cells[column].p_lst[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        if row in marked:
            _mark(document, (cell.p_lst[0] for cell in cells))


def _mark(document: Document, paragraphs: Iterable[object]) -> None:
    style = document.styles[_MARKED].style_id
    for paragraph in paragraphs:
        paragraph.style = style  # type: ignore[attr-defined]
