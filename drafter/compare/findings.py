"""Everything that a reviewer should look at, worst first: stale passages, figures that moved far, promises, problems."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafter.compare import costs
from drafter.compare.plans import DONE_OR_NOT
from drafter.compare.remarks import remark
from drafter.compare.views import role_at
from drafter.compare.vocabulary import GROWTH
from drafter.model.change import DIRECTIONS, NOT_MENTIONED, MetricChange, PlanChange, PlanClause, ProblemChange, adverse
from drafter.model.finding import Finding, Level
from drafter.model.metric import Metric
from drafter.model.report import Report
from drafter.model.span import Span, span_at
from drafter.text.identity import distinct
from drafter.text.pattern import lazy
from drafter.text.placeholder import PLACEHOLDER
from drafter.text.quotes import quoted
from drafter.text.split import sentences
from drafter.text.units import dimension

_NAMES_A_THING = lazy(r"\d|《|“")
_LEVELS = {"must": 0, "verify": 1, "info": 2}
Reports = tuple[Report, Report]


def rank(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Worst first: by level, then weight, then place; every id once."""
    return distinct(sorted(findings, key=lambda f: (_LEVELS[f.level], -f.weight, _at(f), f.id)))


def _at(finding: Finding) -> tuple[int, int]:
    return (finding.new.start, 0) if finding.new else (finding.old.start if finding.old else 0, 1)


def metric_findings(changes: Sequence[MetricChange], reports: Reports) -> Iterator[Finding]:
    """Figures that moved far, pairs in doubt, totals no longer found, and places still open (years)."""
    against = [change for change in changes if adverse(change) and _adverse_size(change) >= costs.ADVERSE]
    told = {id(change) for change in against}
    for change in against:
        yield _adverse(change, reports)
    moved = [(c, size) for c in changes if id(c) not in told and (size := _size(c, reports)) >= costs.MOVE_TOLD]
    echoes = _echoes(moved, reports[1])
    for change, size in moved:
        yield _moved(change, size if id(change) not in echoes else min(size, costs.MOVE_ECHO), reports)
    for change in changes:
        if change.status == "perhaps":
            yield _perhaps(change, reports)
        elif change.status == "dropped":
            yield from _dropped(change, reports)
    yield from _open(changes, reports)


def _echoes(moved: Sequence[tuple[MetricChange, float]], new: Report) -> frozenset[int]:
    """Of the figures of one paragraph that moved the same way (受理、审结 and 调解 all doubled) every one but the largest move."""
    groups: dict[tuple[int, bool], list[tuple[MetricChange, float]]] = defaultdict(list)
    for change, size in moved:
        if change.new is not None and change.delta is not None and dimension(change.new.unit) not in ("share", "points"):
            groups[new.text.count("\n", 0, change.new.start), change.delta > 0].append((change, size))
    return frozenset(id(change) for some in groups.values() for change, _ in sorted(some, key=lambda pair: -pair[1])[1:])


def _span(metric: Metric | None, report: Report) -> Span | None:
    return span_at(report.text, metric.start, metric.end) if metric else None


def _moved(change: MetricChange, size: float, reports: Reports) -> Finding:
    """A move worth a second look, by its size."""
    level: Level = "verify" if size >= costs.MOVE_FAR else "info"
    weight = round(min(70, 25 + 18 * size))
    message = f"{quoted(change.label, costs.LABEL)}{change.change_text}，变动较大。请核实数据和口径是否一致。"
    return remark(
        ("metric", "big-move", level, weight), message, _span(change.old, reports[0]), _span(change.new, reports[1]), reports
    )


def _adverse(change: MetricChange, reports: Reports) -> Finding:
    """A figure that went the other way than is good for it: what an office will be asked about."""
    size = _adverse_size(change)
    level: Level = "verify" if size >= costs.ADVERSE_FAR else "info"
    weight = round(min(66, 30 + 10 * size))
    way = DIRECTIONS[change.direction]
    words = change.change_text.removesuffix(f"（{way}）")
    message = f"{quoted(change.label, costs.LABEL)}{words}，该指标为{way}。请核实数据，必要时在报告中说明情况。"
    return remark(
        ("metric", "adverse", level, weight), message, _span(change.old, reports[0]), _span(change.new, reports[1]), reports
    )


def _adverse_size(change: MetricChange) -> float:
    """In points of a rate, places of a rank, or tenths of a count: 1.0 is one point, one place, or ten percent."""
    new = change.new
    if new is None or change.delta is None:
        return 0.0
    if new.kind == "rank" or dimension(new.unit) in ("share", "points"):
        return abs(change.delta)
    return abs(change.percent) / 10 if change.percent is not None else 1.0  # a count under ten: one more is told


def _size(change: MetricChange, reports: Reports) -> float:
    """How far a figure moved, 1.0 where a reader would look up: a doubling, a halving, or ten points of a rate.

    0 for what need not keep still: targets are set, not measured, and a rate of growth is itself a move.
    """
    old, new = change.old, change.new
    if change.status != "changed" or change.delta is None or old is None or new is None or new.kind != "metric":
        return 0.0
    if any(role_at(report.text, m) != "level" or GROWTH.search(m.label) for report, m in zip(reports, (old, new), strict=True)):
        return 0.0
    if dimension(new.unit) in ("share", "points"):
        return abs(change.delta) / costs.MOVE_POINTS
    if isinstance(old.value, tuple) or isinstance(new.value, tuple) or old.value <= 0 or new.value <= 0:
        return 0.0
    if max(old.value, new.value) < 2 * costs.SMALL_COUNT:
        return 0.0
    return abs(math.log2(new.value / old.value))


def _perhaps(change: MetricChange, reports: Reports) -> Finding:
    assert change.old is not None
    assert change.new is not None
    message = f"{quoted(change.new.label, costs.LABEL)}{change.new.text}与上年{quoted(change.old.label, costs.LABEL)}{change.old.text}是否为同一项数据存疑，未计算增减。请核实口径。"
    weight = round(20 + 20 * change.confidence)
    return remark(
        ("metric", "perhaps", "verify", weight), message, _span(change.old, reports[0]), _span(change.new, reports[1]), reports
    )


def _dropped(change: MetricChange, reports: Reports) -> Iterator[Finding]:
    """A figure of last year that NEW does not tell; parts go with their total, targets with their plan."""
    old = change.old
    if old is None or old.kind == "target" or old.parent is not None:
        return
    message = f"上年报告有{quoted(old.label, costs.LABEL)}{old.text}，未能在本年报告中找到对应数据（可能已改写或不再统计）。如系漏报，请补充。"
    yield remark(("metric", "dropped", "info", 22), message, _span(old, reports[0]), None, reports)


def _open(changes: Sequence[MetricChange], reports: Reports) -> Iterator[Finding]:
    waiting = [c for c in changes if c.status == "open"]
    if waiting:
        names = "、".join(quoted(c.label, costs.LABEL) for c in waiting[:3])
        message = f"本年尚有{len(waiting)}项数据待填，如{names}。请补充后再对照。"
        yield remark(("placeholder", "open", "must", 60), message, _span(waiting[0].old, reports[0]), None, reports)


def promise_findings(problems: Sequence[ProblemChange], plans: Sequence[PlanChange], reports: Reports) -> Iterator[Finding]:
    """Plans that the text does not answer, or answers in part; problems told again."""
    prompts = "\n".join(hit.group() for hit in PLACEHOLDER.finditer(reports[1].text))
    for plan in plans:
        if plan.status == "not_mentioned":
            named = quoted(plan.plan.title or plan.plan.text)
            waiting = f"安排{named}的进展" in prompts  # the draft asks for it
            told = "的进展，本年稿中尚待填写。" if waiting else f"，本年报告中未见回应（{NOT_MENTIONED}）。如有进展，请补充。"
            message = f"上年安排{named}{told}"
            yield remark(("plan", "not-mentioned", "verify", 48), message, _lead(plan.plan, reports[0]), None, reports)
        elif plan.status == "partly":
            message = f"上年安排{quoted(plan.plan.title or plan.plan.text)}，本年报告{_lacking(plan)}。请核实完成情况。"
            first = plan.evidence[0] if plan.evidence else None
            new = Span(text=first.text, start=first.start, end=first.end) if first else None
            yield remark(("plan", "partly", "verify", 44), message, _lead(plan.plan, reports[0]), new, reports)
        else:
            yield from _unsaid_clauses(plan, reports)
    for problem in problems:
        if problem.status == "recurring" and problem.old and problem.new:
            message = f"上年所列问题{quoted(_first(problem.old))}，本年再次提及。请核实表述是否反映现状，并考虑说明整改进展。"
            yield remark(
                ("problem", "recurring", "info", 30),
                message,
                _lead(problem.old, reports[0]),
                _lead(problem.new, reports[1]),
                reports,
            )
        elif problem.status == "not_mentioned" and problem.old:
            message = f"上年所列问题{quoted(_first(problem.old))}，本年未再提及（{NOT_MENTIONED}）。"
            yield remark(("problem", "not-mentioned", "info", 16), message, _lead(problem.old, reports[0]), None, reports)


_SAID = {"partly": "所述与原定不完全对应", "not_mentioned": "未见提及"}


def _lacking(plan: PlanChange) -> str:
    """What of a plan that is answered in part is told otherwise, or not at all: two clauses at most."""
    found = _open_clauses(plan)[: costs.LACKING]
    if not found:
        return "所述与原定事项或目标不完全对应"
    told = "，".join(_clause(clause) + _SAID[clause.status] for clause in found)
    return f"有部分回应，其中{told}" + (f"（{NOT_MENTIONED}）" if found[-1].status == "not_mentioned" else "")


def _open_clauses(plan: PlanChange) -> list[PlanClause]:
    """Clauses that are not answered: what is told otherwise first, then what names a thing or a figure, general words last."""
    some = [clause for clause in plan.clauses if clause.status != "answered"]
    return sorted(some, key=lambda c: (c.status != "partly", not _NAMES_A_THING.search(c.text) and not DONE_OR_NOT.match(c.text)))


def _clause(clause: PlanClause) -> str:
    return quoted(clause.text.rstrip("，。；、,;"), costs.LABEL)


def _unsaid_clauses(plan: PlanChange, reports: Reports) -> Iterator[Finding]:
    """Of a plan that is answered, the clauses that are not: for information, in one line."""
    unsaid = [clause for clause in _open_clauses(plan) if clause.status == "not_mentioned"]
    if unsaid:
        more = f"等{len(unsaid)}处" if len(unsaid) > costs.LACKING else ""
        words = "".join(_clause(clause) for clause in unsaid[: costs.LACKING]) + more
        message = f"上年安排{quoted(plan.plan.title or plan.plan.text)}本年已有回应，其中{words}未见提及（{NOT_MENTIONED}）。"
        old = span_at(reports[0].text, unsaid[0].start, unsaid[0].end)
        yield remark(("plan", "clause", "info", 24), message, old, None, reports)


def _first(span: Span) -> str:
    """The lead sentence, without its stop."""
    spans = sentences(span.text)
    return span.text[slice(*spans[0])].rstrip("。；;") if spans else span.text


def _lead(span: Span, report: Report) -> Span:
    spans = sentences(span.text)
    end = span.start + (spans[0][1] if spans else len(span.text))
    return span_at(report.text, span.start, end)


def levels(findings: Sequence[Finding]) -> dict[str, int]:
    """How many of each level, and how many of kind stale that ask for something."""
    counts = {level: sum(f.level == level for f in findings) for level in _LEVELS}
    counts["stale"] = sum(f.kind == "stale" and f.level != "info" for f in findings)
    return counts
