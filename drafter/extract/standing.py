"""A figure that has its place but no name yet."""

from typing import NamedTuple

from drafter.model.metric import Approx, MetricKind, Value


class Standing(NamedTuple):
    """What is known of a figure while names, totals and periods are looked for; the fields are those of `Metric`."""

    text: str
    start: int
    end: int
    id: str
    kind: MetricKind
    value: Value
    unit: str
    approx: Approx | None
    path: tuple[str, ...]
    sentence: str
    rule: str
