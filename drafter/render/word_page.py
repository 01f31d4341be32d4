"""What the Word outputs for reading share: head, captions, lines and tables in the office layout."""

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from drafter.model.change import Comparison
from drafter.office.gongwen import add
from drafter.office.runs import xml_text
from drafter.office.tables import add_table, cells_of
from drafter.render import wording

LINE_STYLE = "公文表格"  # 小四, single spacing: lines around tables


def add_head(document: Document, title: str, comparison: Comparison) -> None:
    """Title, the two reports, what kind of paper this is, and what could not be read."""
    add(document, "title", title)
    old, new = wording.side_names(comparison.mode)
    add_line(document, f"{old}报告：{wording.report_line(comparison.old)}")
    add_line(document, f"{new}报告：{wording.report_line(comparison.new)}")
    add_line(document, f"说明：{wording.INTERNAL}{wording.CAVEAT}")
    add_lines(document, (f"注意：{note}" for note in wording.all_notes(comparison)))


def add_line(document: Document, text: str, *, over_table: bool = False) -> None:
    """One line of small text; `over_table`: it stays on one page with the table that follows."""
    paragraph = document.add_paragraph(xml_text(text), style=LINE_STYLE)
    paragraph.paragraph_format.keep_with_next = over_table or None


def add_lines(document: Document, texts: Iterable[str]) -> None:
    """Lines of small text."""
    for text in texts:
        add_line(document, text)


def add_rows(
    document: Document, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], *, centred: Iterable[int] = ()
) -> None:
    """A 5号 table whose head repeats on every page and whose rows are not split; 无 where it has no rows."""
    if not rows:
        add_line(document, "无。")
        return
    shown = [tuple(head), *(tuple(xml_text(cell) for cell in row) for row in rows)]
    table = add_table(document, shown, widths, small=True)
    middle = set(centred)
    for cells in cells_of(table._tbl)[1:]:
        for number, cell in enumerate(cells):
            if number in middle:
                cell.p_lst[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
