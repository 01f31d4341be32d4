"""The 摘要: one page for a leader, at most ten lines and one small table."""

from dataclasses import replace
from pathlib import Path

from docx.shared import Pt

from drafter.model.change import Comparison, MetricChange
from drafter.model.report import ReportInfo
from drafter.office.gongwen import TEXT_WIDTH, add, new_document
from drafter.office.package import save_deterministic
from drafter.office.runs import xml_text
from drafter.render import wording
from drafter.render.word_page import LINE_STYLE, add_line, add_rows

LINES = 10
LONGEST_FINDING = 68  # characters: at 小四 two lines of paper, so that all stays on one page
LONGEST_TITLE = 28
PITCH, INDENT = Pt(18), Pt(24)
TOP_FIGURES = 5
LONGEST_LABEL = 22
LONGEST_CHANGE = 34
_WIDTHS = (2645, 1300, 1300, 3600)
assert sum(_WIDTHS) == TEXT_WIDTH


def write_summary(comparison: Comparison, path: Path) -> None:
    """Write the summary as a .docx of one page."""
    document = new_document()
    title = f"{wording.title(comparison)}摘要"
    add(document, "title", title)
    for line in summary_lines(comparison):
        # The style of table text: it keeps clear of the page's line grid, on which a line is 28.95 pt high.
        paragraph = document.add_paragraph(xml_text(line), style=LINE_STYLE)
        paragraph.paragraph_format.line_spacing = PITCH
        paragraph.paragraph_format.first_line_indent = INDENT
    shown = leading_changes(comparison)
    if shown:
        add_line(document, "", over_table=True)
        old, new = wording.side_names(comparison.mode)
        head = (f"变化较大的数据（{len(shown)}项）", old, new, "增减")
        add_rows(document, head, [_row(m) for m in shown], _WIDTHS, centred=(1, 2))
    save_deterministic(document, path, title=title)


def summary_lines(comparison: Comparison) -> tuple[str, ...]:
    """At most ten lines: what was compared, the counts, what could not be read, what to look at first, what this paper is."""
    last = wording.INTERNAL + wording.CAVEAT
    head = [f"对照{_name(comparison.old)}与{_name(comparison.new)}。", *wording.headlines(comparison)]
    head += [wording.shorten(f"注意：{note}", LONGEST_FINDING) for note in wording.all_notes(comparison)[:1]]
    room = LINES - len(head) - 1
    first = [wording.finding_line(f) for f in comparison.findings if f.level != "info"][:room]
    return (*head, *(wording.shorten(line, LONGEST_FINDING) for line in first), last)


def _name(info: ReportInfo) -> str:
    return wording.report_name(replace(info, title=wording.shorten(info.title, LONGEST_TITLE)))


def leading_changes(comparison: Comparison) -> list[MetricChange]:
    """The figures that changed most, by percentage; where a percentage would say nothing, by what they gained or lost."""
    changed = [m for m in comparison.metrics if m.status == "changed"]
    return sorted(changed, key=lambda m: -abs(m.percent if m.percent is not None else m.delta or 0))[:TOP_FIGURES]


def _row(change: MetricChange) -> tuple[str, ...]:
    label = wording.shorten(change.label, LONGEST_LABEL)
    return (label, wording.figure(change.old), wording.figure(change.new), wording.shorten(change.change_text, LONGEST_CHANGE))
