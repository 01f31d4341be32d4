"""What a rule sees and what it makes."""

from dataclasses import dataclass

from drafter.model.change import MetricChange
from drafter.model.finding import Finding, Level
from drafter.model.metric import Metric
from drafter.model.report import Report, place
from drafter.model.span import span_at
from drafter.text.identity import stable_id
from drafter.text.normalize import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The report to check, its figures, and where there is a last year's report the pairs of the two."""

    report: Report
    metrics: tuple[Metric, ...]
    pairs: tuple[MetricChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a rule says, before it has an id: `start`..`end` of the report's text, None for the report as a whole."""

    kind: str
    level: Level
    weight: int
    message: str
    start: int | None = None
    end: int | None = None


def finding_of(given: Given, rule: str, remark: Remark) -> Finding:
    """The remark as a finding; its id hangs on the rule and on the words that it is about."""
    span = None
    if remark.start is not None and remark.end is not None:
        span = span_at(given.report.text, remark.start, remark.end)
    about = (plain(span.text) or span.text) if span else remark.message
    return Finding(
        id=stable_id(remark.kind, rule, about), kind=remark.kind, level=remark.level, weight=remark.weight,
        message=remark.message, new=span, rule=rule, new_place=place(given.report, span.start) if span else "",
    )  # fmt: skip
