"""The 摘要: one page for a leader, at most ten lines and one small table."""

from pathlib import Path

from docx.shared import Pt

from drafter.model.change import Comparison, MetricChange
from drafter.office.faces import WORKING
from drafter.office.gongwen import TEXT_WIDTH, new_document
from drafter.office.package import save_deterministic
from drafter.office.runs import xml_text
from drafter.render import wording
from drafter.render.summary_words import leading_changes, summary_lines
from drafter.render.word_page import LINE_STYLE, Form, add_line, add_rows, add_title

PITCH, INDENT = Pt(18), Pt(24)
LONGEST_NAME = 26  # characters: two lines of a cell, so that all stays on one page; beyond, no sentence is cut but a name
LONGEST_CHANGE = 30  # of what a change is said in; beyond, only that there is one
_WIDTHS = (3045, 1450, 1450, 2900)
assert sum(_WIDTHS) == TEXT_WIDTH


def write_summary(comparison: Comparison, path: Path) -> None:
    """Write the summary as a .docx of one page."""
    document = new_document(WORKING)
    title = f"{wording.title(comparison)}摘要"
    add_title(document, title, comparison)
    for line in summary_lines(comparison):
        # The style of table text: it keeps clear of the page's line grid, on which a line is 28.95 pt high.
        paragraph = document.add_paragraph(xml_text(line), style=LINE_STYLE)
        paragraph.paragraph_format.line_spacing = PITCH
        paragraph.paragraph_format.first_line_indent = INDENT
    shown = leading_changes(comparison)
    if shown:
        add_line(document, "", over_table=True)
        old, new = wording.side_names(comparison.mode)
        head = (f"变化较大的数据（{wording.count(comparison, 'changed')}项，列{len(shown)}项）", old, new, "增减")
        add_rows(document, Form(head, _WIDTHS, centred=(1, 2), size="小"), [_row(m, comparison) for m in shown])
    save_deterministic(document, path, title=title)


def _row(change: MetricChange, comparison: Comparison) -> tuple[str, ...]:
    said = wording.change_beside(change, comparison.mode)
    if len(said) > LONGEST_CHANGE:
        said = wording.metric_status(change.status, comparison.mode)
    cells = (change.label, wording.figure(change.old), wording.figure(change.new))
    return (*(wording.shorten(cell, LONGEST_NAME) for cell in cells), said)
