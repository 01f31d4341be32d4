"""What stands on each sheet of the workbook, as plain tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from drafter.model.change import Comparison, MetricChange, PlanChange, ProblemChange, SeriesTable, TextChange
from drafter.model.finding import LEVELS, Finding
from drafter.model.metric import Metric
from drafter.model.report import Report, place
from drafter.model.span import Span
from drafter.render import asked, wording
from drafter.render.figure_words import FACTS, change_said, figures_line, totals_of
from drafter.render.mention_words import clause_lines, mention_lines, mentions_headline
from drafter.render.series_words import series_columns, series_headline
from drafter.text.quotes import inner

ID = "编号"
MATTER = "事项"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with a format of its own: 73.4% beside 1,240."""

    number: float
    shown: str


Cell = str | int | float | Counted | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and how its cells stand."""

    name: str
    width: float = 12
    wrap: bool = True
    align: Literal["left", "right", "center"] = "left"
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, a note above the head, how many columns stay in sight, and its rows."""

    name: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 2


_NUMBER = "#,##0"
_SIGNED = "+#,##0;-#,##0;0"
_SHARE = '#,##0"%"'
_POINTS = '+#,##0"个百分点";-#,##0"个百分点";0'
_PERCENT = '+0.0"%";-0.0"%";0"%"'
_INDEX = Column("序号", 6, align="center")
_LEVEL = Column("核实", 8, align="center")
_ID = Column(ID, 20, wrap=False)
_OPINION = Column(wording.OPINION, 24)
HELD = "所含数据编号"  # the figures that came or went with a passage
_HELD = Column(HELD, 20)


def tables(comparison: Comparison) -> tuple[Table, ...]:
    """The sheets, in order. Between drafts there are no promises and problems."""
    first = (_figures(comparison), _findings(comparison))
    if comparison.mode == "drafts":
        return (*first, _mentions(comparison), _text(comparison))
    return (*first, _plans(comparison), _problems(comparison), _mentions(comparison), _text(comparison))


def _figures(comparison: Comparison) -> Table:
    """数据: every figure of both sides, with the findings that ask about it."""
    old, new = wording.side_names(comparison.mode)
    columns = (
        _INDEX, Column("指标", 28), Column(f"{old}表述", 13, align="right"), Column(f"{new}表述", 13, align="right"),
        Column("增减", 24), Column("情况", 11, align="center"), _LEVEL, Column("位置", 28), _OPINION,
        Column(f"{old}数值", 11, align="right", number_format=_NUMBER),
        Column(f"{new}数值", 11, align="right", number_format=_NUMBER),
        Column("单位", 7), Column("增减数", 13, align="right", number_format=_SIGNED),
        Column("增减幅度", 9, align="right", number_format=_PERCENT),
        Column("类别", 7, align="center"), Column("对应把握", 7, align="right", number_format="0.00"), _ID,
    )  # fmt: skip
    rows = tuple(_figure_row(i, change, comparison) for i, change in enumerate(wording.ordered_metrics(comparison), 1))
    notes = "".join(f" 注意：{note}" for note in wording.all_notes(comparison))
    return Table("数据", wording.headline(comparison) + notes, columns, rows)


def _figure_row(index: int, change: MetricChange, comparison: Comparison) -> tuple[Cell, ...]:
    """One figure with last year's."""
    known = change.new or change.old
    about = asked.about_figure(change, comparison.findings)
    share = known is not None and known.unit == "%"
    return (
        index, change.label, wording.figure(change.old) if change.old else "", wording.figure(change.new) if change.new else "",
        wording.change_beside(change, comparison.mode), wording.metric_status(change.status, comparison.mode), asked.worst(about),
        wording.places(change.old_place, change.new_place, comparison.mode), None,
        _value(change.old), _value(change.new), known.unit if known else "",
        Counted(change.delta, _POINTS) if share and change.delta is not None else change.delta, change.percent,
        wording.METRIC_KIND[known.kind] if known else "", change.confidence, _ids(about),
    )  # fmt: skip


def _ids(about: Iterable[Finding]) -> str:
    return "、".join(finding.id for finding in about)


def _value(metric: Metric | None) -> Cell:
    """The number to reckon with, a share with its sign; a range as text."""
    if metric is None:
        return None
    if isinstance(metric.value, tuple):
        return f"{metric.value[0]:g}—{metric.value[1]:g}"
    return Counted(metric.value, _SHARE) if metric.unit == "%" else metric.value


def _findings(comparison: Comparison) -> Table:
    """需核实事项, worst first."""
    old, new = wording.side_names(comparison.mode)
    columns = (
        _INDEX, Column(ID, 19, wrap=False), Column("级别", 9, align="center"), Column("类别", 10, align="center"),
        Column(MATTER, 60), Column(f"{old}原文", 36), Column(f"{old}位置", 14),
        Column(f"{new}原文", 36), Column(f"{new}位置", 14), _OPINION, *([_HELD] if comparison.mode == "drafts" else []),
    )  # fmt: skip
    rows = tuple(
        (*_finding_row(i, f), *([_ids(asked.held_in(f, comparison.findings))] if comparison.mode == "drafts" else []))
        for i, f in enumerate(comparison.findings, 1)
    )
    return Table("需核实事项", wording.findings_headline(comparison) + wording.OPINION_HINT, columns, rows)


def _finding_row(index: int, finding: Finding) -> tuple[Cell, ...]:
    """One finding."""
    return (
        index, finding.id, LEVELS[finding.level], wording.kind_name(finding.kind), finding.message,
        _said(finding.old), finding.old_place, _said(finding.new), finding.new_place, None,
    )  # fmt: skip


def _said(span: Span | None) -> str:
    """What stands there."""
    return span.text if span else ""


def _plans(comparison: Comparison) -> Table:
    """上年安排: what NEW says of each."""
    columns = (
        _INDEX, Column("上年安排", 50), Column("回应情况", 12, align="center"), _LEVEL, Column("本年相关表述", 60), Column("位置", 14),
        _OPINION, _ID,
    )  # fmt: skip
    return Table("上年安排", wording.plans_headline(comparison), columns, tuple(
        _plan_row(i, plan, comparison) for i, plan in enumerate(comparison.plans, 1)
    ))  # fmt: skip


def _plan_row(index: int, change: PlanChange, comparison: Comparison) -> tuple[Cell, ...]:
    about = asked.about_plan(change, comparison.findings)
    return (
        index, "\n".join((change.plan.text, *clause_lines(change))), wording.PLAN_STATUS[change.status], asked.worst(about),
        "\n".join(e.text for e in change.evidence), "\n".join(dict.fromkeys(e.place for e in change.evidence if e.place)),
        None, _ids(about),
    )  # fmt: skip


def _problems(comparison: Comparison) -> Table:
    """上年问题: recurring, not mentioned, and this year's new ones."""
    columns = (
        _INDEX, Column("上年问题", 50), Column("本年情况", 14, align="center"), _LEVEL, Column("本年问题", 50),
        Column("本年所述原因", 30), _OPINION, _ID,
    )  # fmt: skip
    rows = tuple(_problem_row(i, problem, comparison) for i, problem in enumerate(comparison.problems, 1))
    return Table("上年问题", wording.problems_headline(comparison) + wording.CAVEAT, columns, rows)


def _problem_row(index: int, change: ProblemChange, comparison: Comparison) -> tuple[Cell, ...]:
    about = asked.about_problem(change, comparison.findings)
    cause = change.new.cause if change.new else None
    return (
        index, _said(change.old), wording.PROBLEM_STATUS[change.status], asked.worst(about), _said(change.new), cause or "",
        None, _ids(about),
    )  # fmt: skip


def _mentions(comparison: Comparison) -> Table:
    """Who and what came or went."""
    old, new = wording.side_names(comparison.mode)
    columns = (
        _INDEX, Column("类别", 8, align="center"), Column("情况", 12, align="center"), Column(old, 44), Column(new, 44), Column("位置", 18),
    )  # fmt: skip
    rows = tuple((i, m.kind, m.status, m.old, m.new, m.place) for i, m in enumerate(mention_lines(comparison), 1))
    return Table("人员文件机构", mentions_headline(comparison), columns, rows)


def _text(comparison: Comparison) -> Table:
    """正文对照: a row a paragraph, both sides."""
    old, new = wording.side_names(comparison.mode)
    columns = (
        _INDEX, Column("情况", 12, align="center"), Column(old, 60), Column(new, 60), Column("改动处", 56), Column("位置", 26),
    )  # fmt: skip
    rows = tuple(
        (
            i, wording.text_kind(t, comparison.mode), _said(t.old), _said(t.new), _edits(t),
            wording.places(t.old_place, t.new_place, comparison.mode),
        )
        for i, t in enumerate(comparison.text, 1)
    )  # fmt: skip
    return Table("正文对照", wording.text_headline(comparison), columns, rows)


def _edits(change: TextChange) -> str:
    """The changed pieces in words: 删“甲”；增“乙”. Only where part of a paragraph changed."""
    if change.kind != "changed":
        return ""
    names = {"delete": "删", "insert": "增"}
    return "；".join(f"{names[e.op]}“{inner(e.text)}”" for e in change.edits if e.op in names)


def series_table(table: SeriesTable) -> Table:
    """历年数据: what each report says, and the numbers to reckon with behind; a range as text."""
    names = series_columns(table)
    columns = (
        _INDEX, Column("指标", 32), *(Column(name, 14, align="right") for name in names), Column("单位", 8),
        *(Column(f"{name}数值", 12, align="right", number_format=_NUMBER) for name in names),
    )  # fmt: skip
    rows = tuple(
        (i, row.label, *(wording.figure(m) if m else "" for m in row.points), row.unit, *(_value(m) for m in row.points))
        for i, row in enumerate(table.series, 1)
    )
    return Table("历年数据", series_headline(table), columns, rows)


def metrics_table(report: Report, metrics: Iterable[Metric]) -> Table:
    """数据 of one report, in text order; a range has its upper end in a column of its own."""
    ordered = sorted(metrics, key=lambda m: (m.start, m.end))
    totals = totals_of(ordered)
    columns = (
        _INDEX, Column("指标", 28), Column("数据", 14, align="right"), Column("数值", 12, align="right", number_format=_NUMBER),
        Column("数值上限", 10, align="right", number_format=_NUMBER), Column("单位", 9), Column("约数", 7, align="center"),
        Column("类别", 10, align="center"), Column("范围", 10, align="center"), Column("文中所述增减", 18), Column("所属总数", 24),
        Column("位置", 14), Column("所在句", 64), Column("判定规则", 14),
    )  # fmt: skip
    rows = tuple((i, *_metric_row(m, totals, report)) for i, m in enumerate(ordered, 1))
    return Table("数据", f"{wording.report_line(report.info)}。{figures_line(ordered)}", columns, rows)


def _metric_row(metric: Metric, totals: dict[str, str], report: Report) -> tuple[Cell, ...]:
    """One figure of one report."""
    low, high = metric.value if isinstance(metric.value, tuple) else (metric.value, None)
    return (
        metric.label, wording.figure(metric), low, high, metric.unit, metric.approx or "",
        FACTS if metric.kind == "metric" else wording.METRIC_KIND[metric.kind], wording.SCOPES.get(metric.scope or "", ""),
        change_said(metric), totals.get(metric.id, ""), place(report, metric.start), metric.sentence, metric.rule,
    )  # fmt: skip
