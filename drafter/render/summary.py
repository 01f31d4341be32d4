"""The 摘要: one page for a leader, at most ten lines and one small table."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from docx.shared import Pt

from drafter.model.change import Comparison, MetricChange
from drafter.office.faces import WORKING
from drafter.office.gongwen import TEXT_WIDTH, new_document
from drafter.office.package import save_deterministic
from drafter.office.runs import xml_text
from drafter.render import wording
from drafter.render.summary_words import LINE, LINES, figures_title, leading_changes, length, summary_lines
from drafter.render.word_page import LINE_STYLE, Form, add_line, add_rows, add_title
from drafter.text.quotes import cut

PITCH, INDENT = Pt(18), Pt(24)
CELLS = (13, 5, 5, 12)  # full characters that a line of each cell holds
NAMES = (65, 52, 39, 26)  # characters of a name: as many as leave all of it on one page
FULL = 12  # lines of cells that have room below ten lines of two
LONGEST_FIGURE = 26
LONGEST_CHANGE = 30  # of what a change is said in; beyond, only that there is one
_WIDTHS = (3045, 1450, 1450, 2900)
assert sum(_WIDTHS) == TEXT_WIDTH


def write_summary(comparison: Comparison, path: Path) -> None:
    """Write the summary as a .docx of one page."""
    document = new_document(WORKING)
    title = f"{wording.title(comparison)}摘要"
    add_title(document, title, comparison)
    lines = summary_lines(comparison)
    for line in lines:
        # The style of table text: it keeps clear of the page's line grid, on which a line is 28.95 pt high.
        paragraph = document.add_paragraph(xml_text(line), style=LINE_STYLE)
        paragraph.paragraph_format.line_spacing = PITCH
        paragraph.paragraph_format.first_line_indent = INDENT
    shown = leading_changes(comparison)
    if shown:
        add_line(document, "", over_table=True)
        head = (figures_title(comparison, len(shown)), *wording.side_names(comparison.mode), "增减")
        add_rows(document, Form(head, _WIDTHS, centred=(1, 2), size="小"), _rows(shown, comparison, _room(lines)))
    save_deterministic(document, path, title=title)


def _room(lines: Sequence[str]) -> int:
    """The lines of cells that the page has left; one of the text is higher than one of a cell."""
    used = sum(ceil((length(line) + 2) / LINE) for line in lines)
    return FULL + max(0, 2 * LINES - used)


def _rows(shown: Sequence[MetricChange], comparison: Comparison, room: int) -> list[tuple[str, ...]]:
    """Names in as many words as the page has room for."""
    for most in NAMES:
        rows = [_row(m, comparison, most) for m in shown]
        if sum(_height(row) for row in rows) <= room:
            break
    return rows


def _height(row: Sequence[str]) -> int:
    return max(ceil(length(cell) / wide) for cell, wide in zip(row, CELLS, strict=True))


def _row(change: MetricChange, comparison: Comparison, most: int) -> tuple[str, ...]:
    said = wording.change_beside(change, comparison.mode)
    if len(said) > LONGEST_CHANGE:
        said = wording.metric_status(change.status, comparison.mode)
    figures = (wording.figure(side) for side in (change.old, change.new))
    return (cut(change.label, most), *(cut(figure, LONGEST_FIGURE) for figure in figures), said)
