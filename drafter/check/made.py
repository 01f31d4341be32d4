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
class Returned:
    """What was returned for a figure, or follows from what was returned (`computed`).

    `number` is in base units (90300 for 9.03万件) with the sign of a change, None where a range or no number was returned;
    `half` is what rounding may have moved it by; `text` is how it would be printed, `about` the word that makes it no exact one,
    `fell` whether last year's figure was told as a fall. `source` and `date` say who returned it and when, `whole` is the id of
    the figure that it is a part of.
    """

    id: str
    label: str
    number: float | None
    half: float
    text: str
    about: str = ""
    fell: bool = False
    computed: bool = False
    source: str = ""
    date: str = ""
    whole: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The report to check, its figures, and where there is a last year's report the pairs of the two.

    Where there is a ledger, `returned` is what departments returned for the report's year, and `reported` has the pairs of the
    ledger's figures (`old`, whose id is that of the row) with the text's.
    """

    report: Report
    metrics: tuple[Metric, ...]
    pairs: tuple[MetricChange, ...] = ()
    returned: tuple[Returned, ...] = ()
    reported: tuple[MetricChange, ...] = ()


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
