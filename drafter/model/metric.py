"""A figure of a report."""

from dataclasses import dataclass
from typing import Literal, Protocol

from drafter.model.span import Span

MetricKind = Literal["metric", "rank", "target"]
Scope = Literal["year", "part_year", "cumulative", "as_of"]
Approx = Literal["余", "多", "约", "近", "以上", "以下", "超"]
Value = float | int | tuple[float, float]


def period(scope: Scope | None) -> Literal["year", "part", "stock"]:
    """Over what a figure counts: the year (also where the text names no period), a part of it, or all up to a date."""
    if scope == "part_year":
        return "part"
    return "stock" if scope in ("cumulative", "as_of") else "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedChange:
    """What the text itself says of last year: 同比增长12.3% is percent 12.3 up; 增至 and 由a到b are levels."""

    kind: Literal["percent", "points", "count", "level"]
    value: float
    direction: Literal["up", "down", "flat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Span):
    """A figure with its unit and its name. `text` runs from the first numeral to the unit (230余人).

    `value` applies 万 and 亿, percent stays (73.4, "%"), a range is a pair. `parent` is the id of the total it is a part
    of. `path` holds the titles of the sections around it, outermost first. `rule` names the rule that found it.
    """

    id: str
    kind: MetricKind
    label: str
    value: Value
    unit: str
    approx: Approx | None = None
    scope: Scope | None = None
    stated_change: StatedChange | None = None
    parent: str | None = None
    path: tuple[str, ...] = ()
    sentence: str = ""
    rule: str = ""


class Valued(Protocol):
    """Whatever has a figure's value."""

    @property
    def value(self) -> Value: ...


def number(figure: Valued) -> float:
    """The value; of a range its upper end."""
    return figure.value[1] if isinstance(figure.value, tuple) else figure.value


def exact(metric: Metric) -> bool:
    """Neither approximate nor a range."""
    return metric.approx is None and not isinstance(metric.value, tuple)


def lowest(metric: Metric) -> float:
    """The value; of a range its lower end."""
    return metric.value[0] if isinstance(metric.value, tuple) else metric.value
