"""What the terminal shows: a summary of a comparison that fits one screen, and lists for the other commands.

Only words and blanks: no boxes, so that a pipe, a log and an old console read the same. Text from reports never reaches
the terminal as control characters.
"""

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.text import Text

from drafter.model.change import Comparison, MetricChange, PlanChange
from drafter.model.finding import LEVELS, Finding
from drafter.model.report import Report
from drafter.render import wording
from drafter.render.terminal_columns import LEVEL_STYLE, Column, report_head, table_lines, titled, wrapped_text
from drafter.render.terminal_lines import fit, padded, safe
from drafter.text.pattern import lazy
from drafter.text.quotes import inner

# How many of each are shown, so that with every part full the whole is 30 lines of 100 columns.
TOP_FIGURES = 5
TOP_STALE = 3
TOP_DRAFT = 14  # between drafts there is nothing else to show
TOP_PLANS = 3
TOP_PROBLEMS = 1
_WIDE = 84  # columns from which on figures have a place, and one more of each is shown
_STATUS_STYLE = {"not_mentioned": "yellow", "partly": "cyan", "answered": "green", "recurring": "yellow", "new": "cyan"}
_MORE = "查看全部：加 -o 对照.html、-o 对照.docx、-o 数据.xlsx 或 --json。"


def render(comparison: Comparison, width: int = 100) -> RenderableType:
    """The summary of a comparison: at most 30 lines of 100 columns. Its notes are for standard error."""
    narrow = width < _WIDE  # then lines break, and such a screen often has 24
    blank: list[RenderableType] = [] if narrow else [Text("")]
    parts: list[RenderableType] = [*([] if narrow else [titled(wording.title(comparison))]), _head(comparison, width), *blank]
    parts += [wrapped_text(line, width) for line in wording.headlines(comparison)]
    sections = (_stale(comparison, width), _biggest(comparison, width), _promises(comparison, width))
    for section in sections:
        if section is not None:
            parts += [Text(""), section]
    parts += [*blank, wrapped_text(_MORE, width, "dim")]
    return Group(*parts)


def _fewer(most: int, width: int) -> int:
    """On a narrow screen one less of each."""
    return most if width >= _WIDE else max(1, most - 1)


def _head(comparison: Comparison, width: int) -> RenderableType:
    """What was compared."""
    old, new = wording.side_names(comparison.mode)
    return Group(
        Text(fit(f"{old}  {wording.report_line(comparison.old)}", width)),
        Text(fit(f"{new}  {wording.report_line(comparison.new)}", width)),
    )


def _stale(comparison: Comparison, width: int) -> RenderableType | None:
    """What should have changed and did not, or in drafts what to verify first."""
    years = comparison.mode == "years"
    found = wording.stale_findings(comparison) if years else comparison.findings
    if not found:
        return None
    total = wording.count(comparison, "stale") if years else len(found)
    most = _fewer(TOP_STALE if years else TOP_DRAFT, width)
    shown = sorted(found, key=lambda f: list(LEVELS).index(f.level))[:most]
    lines: list[RenderableType] = [titled("与上年相同、请核实" if years else "需核实事项", f"{total}项，列{len(shown)}项")]
    lines += [_finding(f, width) for f in shown]
    return Group(*lines)


def _finding(finding: Finding, width: int) -> Text:
    """One finding on one line."""
    line = fit(wording.finding_line(replace(finding, message=wording.said_of(finding))), width)
    text = Text(line)
    text.stylize(LEVEL_STYLE[finding.level], 0, line.find("】") + 1)
    return text


_GROWTH = lazy(r"(?:增长|下降|上升|提高|减少|增加)(?:幅度|数)?$")


def _weight(change: MetricChange) -> float:
    """How big a change looks: its percentage, points as they are; a rate of growth is itself a change and has none."""
    if _GROWTH.search(change.label):
        return 0.0
    return abs(change.percent if change.percent is not None else change.delta or 0)


def _biggest(comparison: Comparison, width: int) -> RenderableType | None:
    """The figures of the year that changed most; between drafts the findings tell each."""
    moved = [m for m in comparison.metrics if m.status == "changed" and m.new and m.new.kind != "target"]
    if not moved or comparison.mode == "drafts":
        return None
    shown = sorted(moved, key=lambda m: -_weight(m))[: _fewer(TOP_FIGURES, width)]
    old, new = wording.side_names(comparison.mode)
    wide = width >= _WIDE
    change = 26 if wide else 14
    label = max(10, width - change - 2 * 12 - (12 + 8 if wide else 6))
    title = f"变化最大  {wording.count(comparison, 'changed')}项，列{len(shown)}项"
    columns = [Column(title, label), Column(old, 12, right=True), Column(new, 12, right=True), Column("增减", change)]
    if wide:
        columns.append(Column("位置", 12, style="dim"))
    rows = [(m.label, wording.figure(m.old), wording.figure(m.new), wording.difference(m), m.new_place) for m in shown]
    rows_shown = [row[: len(columns)] for row in rows]
    return Group(*table_lines(columns, rows_shown, "bold"))


def _promises(comparison: Comparison, width: int) -> RenderableType | None:
    """What was promised and what the text says of it; then the problems that recur."""
    if comparison.mode == "drafts" or not (comparison.plans or comparison.problems):
        return None
    rank = {"not_mentioned": 0, "partly": 1, "answered": 2}
    plans = sorted(comparison.plans, key=lambda p: rank[p.status])[: _fewer(TOP_PLANS, width)]
    again = [p for p in comparison.problems if p.status == "recurring" and p.old and p.new]
    total, listed = len(comparison.plans) + len(again), len(plans) + len(again[:TOP_PROBLEMS])
    lines: list[RenderableType] = [titled("上年安排与再次提及的问题", f"{total}项，列{listed}项")]
    lines += [_plan(p, width) for p in plans]
    for p in again[:TOP_PROBLEMS]:
        text = p.new.text if p.new else ""
        lines.append(_labelled(wording.PROBLEM_STATUS["recurring"], f"问题：{text}", "yellow", width))
    return Group(*lines)


def _plan(change: PlanChange, width: int) -> Text:
    """A plan and the best evidence."""
    said = ""
    if change.evidence:
        best = change.evidence[0]
        said = f" → {best.place}“{inner(best.text)}”"
    title = change.plan.title.rstrip("。；;")
    room = (width - 14) // 2 if said else width - 14
    return _labelled(wording.PLAN_STATUS[change.status], fit(title, room) + said, _STATUS_STYLE[change.status], width)


def _labelled(name: str, text: str, style: str, width: int) -> Text:
    """A status in a column of its own, then the text."""
    head = padded(name, 12)
    return Text.assemble((head, style), fit(text, max(8, width - 12)))


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
