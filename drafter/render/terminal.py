"""What the terminal shows: a summary of a comparison that fits one screen, and lists for the other commands.

Only words and blanks: no boxes, so that a pipe, a log and an old console read the same. Text from reports never reaches
the terminal as control characters.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from rich.console import Group, RenderableType
from rich.text import Text

from drafter.model.change import Comparison, PlanChange
from drafter.model.finding import LEVELS, Finding
from drafter.model.report import Report
from drafter.render import wording
from drafter.render.summary_words import (
    TOP_FIGURES,
    ever_shorter,
    figures_title,
    leading_changes,
    summary_findings,
    summary_lines,
)
from drafter.render.terminal_columns import LEVEL_STYLE, Column, report_head, titled, wrapped_rows, wrapped_text
from drafter.render.terminal_lines import columns_of, fit, padded, safe, wrapped
from drafter.text.quotes import cut, quoted

# How many of each are shown, as far as the screen of 30 lines of 100 columns has room behind the ten lines of the summary.
SCREEN = 30
TOP_DRAFT = 14  # between drafts there is nothing else to show
TOP_PLANS = 3
TOP_PROBLEMS = 1
_STATUS = 12  # columns of the name of a status
_WIDE = 84  # columns from which on figures have a place, and one more of each is shown
_STATUS_STYLE = {"not_mentioned": "yellow", "partly": "cyan", "answered": "green", "recurring": "yellow", "new": "cyan"}
_MORE = "查看全部：加 -o 对照.html、-o 对照.docx、-o 数据.xlsx 或 --json。"


def render(comparison: Comparison, width: int = 100) -> RenderableType:
    """The summary of a comparison: at most 30 lines of 100 columns. Its notes are for standard error."""
    narrow = width < _WIDE  # then lines break, and such a screen often has 24
    title = [] if narrow else [titled(wording.title(comparison), wording.nature(comparison.mode).removesuffix("。"))]
    lines: list[Text] = [*title, *(_told(line, width) for line in summary_lines(comparison, with_notes=False))]
    for section in (_biggest(comparison, width), _rest(comparison, width), _promises(comparison, width)):
        room = SCREEN - _height(lines) - 2 - (0 if narrow else 1)  # a blank above, and the last line with its own
        shown = section if narrow else _fitting(section, room)
        if len(shown) > 1:  # a head alone says nothing
            lines += [Text(""), *shown]
    return Group(*lines, *([] if narrow else [Text("")]), wrapped_text(_MORE, width, "dim"))


def _height(lines: Sequence[Text]) -> int:
    """The lines on the screen; a text may hold several."""
    return sum(line.plain.count("\n") + 1 for line in lines)


def _fitting(section: Sequence[Text], room: int) -> list[Text]:
    """As much of a section as so many lines hold."""
    heights = accumulate(_height([text]) for text in section)
    return [text for text, height in zip(section, heights, strict=True) if height <= room]


def _told(line: str, width: int) -> Text:
    """A line of the summary, broken where the screen ends; the level of a finding in its colour."""
    text = wrapped_text(line, width)
    style = next((LEVEL_STYLE[level] for level, name in LEVELS.items() if line.startswith(f"【{name}】")), "")
    text.stylize(style, 0, line.find("】") + 1)
    return text


def _fewer(most: int, width: int) -> int:
    """On a narrow screen one less of each."""
    return most if width >= _WIDE else max(1, most - 1)


def _rest(comparison: Comparison, width: int) -> list[Text]:
    """Between drafts, the findings that the lines of the summary have not told yet, worst first."""
    told = summary_findings(comparison, with_notes=False)
    left = [f for f in comparison.findings if f not in told]
    if comparison.mode == "years" or not left:
        return []
    shown = left[: _fewer(TOP_DRAFT - len(told), width)]
    return [titled("其余需核实事项", f"{len(left)}项，列{len(shown)}项"), *(_finding(f, width) for f in shown)]


def _finding(finding: Finding, width: int) -> Text:
    """One finding on one line, in the most words that fit."""
    lines = list(ever_shorter(finding))
    line = fit(next((line for line in lines if columns_of(safe(line)) <= width), lines[0]), width)
    text = Text(line)
    text.stylize(LEVEL_STYLE[finding.level], 0, line.find("】") + 1)
    return text


def _biggest(comparison: Comparison, width: int) -> list[Text]:
    """The small table of the summary; between drafts the findings tell each figure."""
    moved = leading_changes(comparison)
    if not moved or comparison.mode == "drafts":
        return []
    shown = moved[: _fewer(TOP_FIGURES, width)]
    old, new = wording.side_names(comparison.mode)
    wide = width >= _WIDE
    change = 26 if wide else 14
    label = max(10, width - change - 2 * 12 - (12 + 8 if wide else 6))
    title = figures_title(comparison, len(shown))
    columns = [Column(title, label), Column(old, 12, right=True), Column(new, 12, right=True), Column("增减", change)]
    if wide:
        columns.append(Column("位置", 12, style="dim"))
    rows = [
        (m.label, wording.figure(m.old), wording.figure(m.new), wording.change_beside(m, comparison.mode), m.new_place)
        for m in shown
    ]
    return wrapped_rows(columns, [row[: len(columns)] for row in rows], "bold")


def _promises(comparison: Comparison, width: int) -> list[Text]:
    """What was promised and what the text says of it; then the problems that recur."""
    rank = {"not_mentioned": 0, "partly": 1, "answered": 2}
    plans = sorted(comparison.plans, key=lambda p: rank[p.status])[: _fewer(TOP_PLANS, width)]
    again = [p for p in comparison.problems if p.status == "recurring" and p.old and p.new]
    if comparison.mode == "drafts" or not (plans or again):
        return []
    lines = [titled("上年安排与再次提及的问题"), *(_plan(p, width) for p in plans)]
    told = (p.new.text for p in again[:TOP_PROBLEMS] if p.new)
    return lines + [_labelled(wording.PROBLEM_STATUS["recurring"], f"问题：{text}", "yellow", width) for text in told]


def _plan(change: PlanChange, width: int) -> Text:
    """A plan and the best evidence."""
    title = change.plan.title.rstrip("。；;")
    if not change.evidence:
        return _labelled(wording.PLAN_STATUS[change.status], title, _STATUS_STYLE[change.status], width)
    best = change.evidence[0]
    room = width - 2 * _STATUS  # characters that two lines hold, a few left for where lines may not break
    title = cut(title, room // 2)
    said = f"{title} → {best.place}{quoted(best.text, max(8, room - len(title) - len(best.place) - 6))}"
    return _labelled(wording.PLAN_STATUS[change.status], said, _STATUS_STYLE[change.status], width)


def _labelled(name: str, text: str, style: str, width: int) -> Text:
    """A status in a column of its own, then the text in two lines at most."""
    lines = wrapped(text, max(8, width - _STATUS))
    if len(lines) > 2:
        lines = wrapped(cut(text, max(8, width - 2 * _STATUS)), max(8, width - _STATUS))
    return Text.assemble((padded(name, _STATUS), style), f"\n{' ' * _STATUS}".join(lines))


def render_check(report: Report, findings: Sequence[Finding], width: int = 100) -> RenderableType:
    """What `check` found, worst first as given."""
    lines: list[RenderableType] = [report_head(report.info, width)]
    if not findings:
        return Group(*lines, Text(wording.NO_FINDINGS))
    for finding in findings:
        line = safe(wording.finding_line(replace(finding, message=wording.said_of(finding))))
        text = wrapped_text(line, width)
        text.stylize(LEVEL_STYLE[finding.level], 0, line.find("】") + 1)
        lines.append(text)
    return Group(*lines, Text(f"共{len(findings)}项：{wording.level_counts(findings)}。"))
