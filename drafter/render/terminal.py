"""What the terminal shows: a summary of a comparison that fits one screen, and lists for the other commands.

Only words and blanks: no boxes, so that a pipe, a log and an old console read the same. Text from reports never reaches
the terminal as control characters.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from drafter.model.change import Comparison, MetricChange, PlanChange
from drafter.model.draft import Draft, DraftStatus
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.report import Report, Section, place
from drafter.render import wording

# How many of each are shown, so that with every part full the whole is 40 lines of 100 columns.
TOP_FIGURES = 6
TOP_STALE = 4
TOP_PLANS = 5
TOP_PROBLEMS = 1
TOP_NOTES = 2
_BAD = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_LEVEL_STYLE = {"must": "bold red", "verify": "yellow", "info": "cyan"}
_STATUS_STYLE = {"not_mentioned": "yellow", "partly": "cyan", "answered": "green", "recurring": "yellow", "new": "cyan"}
_MORE = "查看全部：加 -o 对照.html（网页）、-o 对照.docx（Word）、-o 对照.xlsx（表格）或 --json。"


def safe(text: str) -> str:
    """Text without anything that a terminal obeys; a line stays a line."""
    return _BAD.sub(" ", text)


def fit(text: str, width: int) -> str:
    """At most `width` columns on a terminal where a Chinese character takes two."""
    line = safe(text).strip()
    return line if cell_len(line) <= width else set_cell_size(line, max(0, width - 1)).rstrip() + "…"


def render(comparison: Comparison, width: int = 100) -> RenderableType:
    """The summary of a comparison: at most 40 lines of 100 columns."""
    parts: list[RenderableType] = [_head(comparison, width), Text("")]
    parts += [_wrapped(line, width) for line in wording.headlines(comparison)]
    sections = (_stale(comparison, width), _biggest(comparison, width), _promises(comparison, width))
    for section in sections:
        if section is not None:
            parts += [Text(""), section]
    parts += [Text(""), _wrapped(_MORE, width, "dim")]
    return Group(*parts)


def _wrapped(line: str, width: int, style: str = "") -> Text:
    """A line, broken where the terminal ends: CJK text may break anywhere."""
    return Text("\n".join(chop_cells(safe(line), max(8, width))), style=style)


def _title(text: str, note: str = "") -> Text:
    """The head of a part."""
    return Text.assemble((text, "bold"), (f"  {note}" if note else "", "dim"))


def _head(comparison: Comparison, width: int) -> RenderableType:
    """What was compared, and what could not be read."""
    old, new = wording.side_names(comparison.mode)
    lines: list[RenderableType] = [
        Text(wording.title(comparison), style="bold"),
        Text(fit(f"{old}  {wording.report_line(comparison.old)}", width)),
        Text(fit(f"{new}  {wording.report_line(comparison.new)}", width)),
    ]
    notes = wording.all_notes(comparison)
    lines += [Text(fit(f"注意：{note}", width), style="yellow") for note in notes[:TOP_NOTES]]
    if len(notes) > TOP_NOTES:
        lines.append(Text(f"注意：另有{len(notes) - TOP_NOTES}条读取说明，见输出文件。", style="yellow"))
    return Group(*lines)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a list: its head, its width in terminal columns, which way its cells stand, and their style."""

    name: str
    width: int
    right: bool = False
    style: str = ""


def _lines(columns: Sequence[_Column], rows: Iterable[Sequence[str]]) -> list[RenderableType]:
    """A list of words and blanks: the head, then a line a row, no blanks at the end of a line."""
    return [
        _line(columns, [c.name for c in columns], "dim"),
        *(_line(columns, row) for row in rows),
    ]


def _line(columns: Sequence[_Column], cells: Sequence[str], style: str = "") -> Text:
    """One line, each cell cut or filled to its column."""
    line = Text()
    for column, cell in zip(columns, cells, strict=True):
        shown = fit(cell, column.width)
        blank = " " * (column.width - cell_len(shown))
        line.append(blank + shown if column.right else shown + blank, style=style or column.style)
        line.append("  ")
    line.rstrip()
    return line


def _stale(comparison: Comparison, width: int) -> RenderableType | None:
    """What should have changed and did not, or in drafts what to verify first."""
    years = comparison.mode == "years"
    found = wording.stale_findings(comparison) if years else comparison.findings
    if not found:
        return None
    total = wording.count(comparison, "stale") if years else len(found)
    shown = sorted(found, key=lambda f: list(wording.LEVELS).index(f.level))[:TOP_STALE]
    lines: list[RenderableType] = [_title("与上年相同、请核实" if years else "需核实事项", f"{total}项，列{len(shown)}项")]
    lines += [_finding(f, width) for f in shown]
    return Group(*lines)


def _finding(finding: Finding, width: int) -> Text:
    """One finding on one line."""
    line = fit(wording.finding_line(finding), width)
    text = Text(line)
    text.stylize(_LEVEL_STYLE[finding.level], 0, line.find("】") + 1)
    return text


def _weight(change: MetricChange) -> float:
    """How big a change looks: its percentage, points as they are; a new or lost figure has none."""
    return abs(change.percent if change.percent is not None else change.delta or 0)


def _biggest(comparison: Comparison, width: int) -> RenderableType | None:
    """The figures that changed most."""
    moved = [m for m in comparison.metrics if m.status == "changed"]
    if not moved:
        return None
    shown = sorted(moved, key=lambda m: -_weight(m))[:TOP_FIGURES]
    old, new = wording.side_names(comparison.mode)
    wide = width >= 84
    change = 26 if wide else 14
    label = max(10, width - change - 2 * 12 - (12 + 8 if wide else 6))
    columns = [_Column("指标", label), _Column(old, 12, right=True), _Column(new, 12, right=True), _Column("增减", change)]
    if wide:
        columns.append(_Column("位置", 12, style="dim"))
    rows = [(m.label, wording.figure(m.old), wording.figure(m.new), wording.difference(m), m.new_place) for m in shown]
    rows_shown = [row[: len(columns)] for row in rows]
    title = "变化最大" if comparison.mode == "years" else "改动最大的数据"
    return Group(_title(title, f"{wording.count(comparison, 'changed')}项，列{len(shown)}项"), *_lines(columns, rows_shown))


def _promises(comparison: Comparison, width: int) -> RenderableType | None:
    """What was promised and what the text says of it; then the problems that recur."""
    if comparison.mode == "drafts" or not (comparison.plans or comparison.problems):
        return None
    rank = {"not_mentioned": 0, "partly": 1, "answered": 2}
    plans = sorted(comparison.plans, key=lambda p: rank[p.status])[:TOP_PLANS]
    again = [p for p in comparison.problems if p.status == "recurring" and p.old and p.new]
    lines: list[RenderableType] = [_title("上年安排与问题", wording.CAVEAT)]
    lines += [_plan(p, width) for p in plans]
    for p in again[:TOP_PROBLEMS]:
        text = p.new.text if p.new else ""
        lines.append(_labelled(wording.PROBLEM_STATUS["recurring"], f"问题：{text}", "yellow", width))
    left = len(comparison.plans) - len(plans) + len(again[TOP_PROBLEMS:])
    if left:
        lines.append(Text(f"另有{left}项，见输出文件。", style="dim"))
    return Group(*lines)


def _plan(change: PlanChange, width: int) -> Text:
    """A plan and the best evidence."""
    said = ""
    if change.evidence:
        best = change.evidence[0]
        said = f" → {best.place} “{best.text}”"
    title = change.plan.title.rstrip("。；;")
    room = (width - 14) // 2 if said else width - 14
    return _labelled(wording.PLAN_STATUS[change.status], fit(title, room) + said, _STATUS_STYLE[change.status], width)


def _labelled(name: str, text: str, style: str, width: int) -> Text:
    """A status in a column of its own, then the text."""
    head = set_cell_size(name, 12)
    return Text.assemble((head, style), fit(text, max(8, width - 12)))


def render_metrics(report: Report, metrics: Iterable[Metric], width: int = 100, why: bool = False) -> RenderableType:
    """The figures of a report in text order: name, figure, the total it is part of, place; with `why`, the rule."""
    ordered = sorted(metrics, key=lambda m: (m.start, m.end))
    labels = {m.id: m.label for m in ordered}
    room = max(20, width - 14 - 6 - 14 - 8)
    columns = (
        _Column("指标", room * 3 // 5), _Column("数据", 14, right=True, style="bold"), _Column("类别", 6, style="dim"),
        _Column("规则" if why else "属于", room * 2 // 5, style="dim"), _Column("位置", 14, style="dim"),
    )  # fmt: skip
    rows = [
        (m.label, wording.figure(m), "" if m.kind == "metric" else wording.METRIC_KIND[m.kind],
         m.rule if why else labels.get(m.parent or "", ""), place(report, m.start))
        for m in ordered
    ]  # fmt: skip
    return Group(*_report_head(report, width), *_lines(columns, rows), Text(f"共{len(ordered)}项。"))


def _report_head(report: Report, width: int) -> list[RenderableType]:
    """One report: its line and its notes."""
    notes = [Text(fit(f"注意：{note}", width), style="yellow") for note in report.info.notes]
    return [Text(fit(wording.report_line(report.info), width), style="bold"), *notes]


def render_outline(report: Report, width: int = 100) -> RenderableType:
    """The tree of a report, its problems, plans and damage counted."""
    parts = _report_head(report, width)
    for section in report.sections:
        parts.append(_tree(section, width))
    parts.append(Text(f"存在问题{len(report.problems)}项，下年安排{len(report.plans)}项。"))
    if report.signature or report.date:
        said = "，".join(s.text for s in (report.signature, report.date) if s)
        parts.append(Text(fit(f"落款：{said}", width)))
    parts += [Text(fit(f"文本有误：{d.message}", width), style="yellow") for d in report.defects]
    return Group(*parts)


def _tree(section: Section, width: int) -> Tree:
    """A section with what is under it."""
    role = f"  〔{wording.ROLES[section.role]}〕" if section.level == 1 else ""
    tree = Tree(_section(section, role, width), guide_style="dim")
    _grow(tree, section, width - 4)
    return tree


def _section(section: Section, role: str, width: int) -> Text:
    """A heading, its number as it should be."""
    title = fit(f"{section.number}{section.title}", max(8, width - cell_len(role)))
    return Text.assemble((title, "bold" if section.level == 1 else ""), (role, "dim"))


def _grow(tree: Tree, section: Section, width: int) -> None:
    """The children of a section, as branches."""
    for child in section.children:
        _grow(tree.add(_section(child, "", width)), child, width - 4)


def render_check(report: Report, findings: Sequence[Finding], width: int = 100) -> RenderableType:
    """What `check` found, worst first as given."""
    lines: list[RenderableType] = _report_head(report, width)
    if not findings:
        return Group(*lines, Text(wording.NO_FINDINGS))
    for finding in findings:
        line = safe(wording.finding_line(finding))
        text = _wrapped(line, width)
        text.stylize(_LEVEL_STYLE[finding.level], 0, line.find("】") + 1)
        lines.append(text)
    return Group(*lines, Text(f"共{len(findings)}项：{wording.level_counts(findings)}。"))


def render_status(status: DraftStatus, width: int = 100) -> RenderableType:
    """How far a draft has come: the counts, then what is not done yet."""
    counts = "，".join(f"{name}{sum(s.state == key for s in status.slots)}处" for key, name in wording.SLOT_STATE.items())
    undone = [s for s in status.slots if s.state != "filled"]
    columns = (
        _Column("状态", 8, style="yellow"), _Column("类别", 8), _Column("内容", max(10, width - 8 - 8 - 16 - 6)),
        _Column("位置", 16, style="dim"),
    )  # fmt: skip
    rows = [(wording.SLOT_STATE[s.state], wording.SLOT_KIND[s.kind], s.label or s.text, s.place) for s in undone]
    head = Text(fit(wording.report_line(status.report), width), style="bold")
    return Group(head, Text(f"共{len(status.slots)}处：{counts}。"), *(_lines(columns, rows) if undone else []))


def render_draft(draft: Draft, width: int = 100) -> RenderableType:
    """What a new draft holds, in counts."""
    kinds = {name: sum(s.kind == key for s in draft.slots) for key, name in wording.SLOT_KIND.items()}
    decisions = {name: sum(s.decision == key for s in draft.sentences) for key, name in wording.DECISIONS.items()}
    lines = [
        f"《{draft.title}》初稿（据{wording.report_name(draft.report)}）",
        f"待填写和确认{len(draft.slots)}处：" + "，".join(f"{name}{n}处" for name, n in kinds.items() if n) + "。",
        f"上年报告{len(draft.sentences)}句：" + "，".join(f"{name}{n}句" for name, n in decisions.items() if n) + "。",
        f"上年问题{len(draft.problems)}项、上年安排{len(draft.plans)}项，已列为待答事项。",
        *(f"注意：{note}" for note in draft.notes),
    ]
    return Group(*(_wrapped(line, width) for line in lines))
