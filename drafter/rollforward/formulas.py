"""Figures of LAST that hang on others: sums of parts, rates of two counts, changes against the year before.

A figure hangs on others only where LAST's own numbers say so: parts that add up to their total, a rate that follows from
the two counts before it, a change that the text states of the figure before it. The year after, it is computed from them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.model.draft import FormulaKind
from drafter.model.metric import Metric, exact, number
from drafter.text.rates import CUT, is_rate, stem
from drafter.text.units import same_unit

_NEAR = 5  # figures before a rate among which its two counts stand
_NAMED = 3  # parts of a total that a prompt names
_CHANGES: dict[str, FormulaKind] = {"percent": "growth", "points": "points", "count": "count"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hangs:
    """How the figure `metric` follows from others (ids of metrics); `base` is what LAST had. `words` say from what it is computed."""

    metric: str
    kind: FormulaKind
    terms: tuple[str, ...]
    words: str
    base: float | None = None


def hanging(metrics: Sequence[Metric]) -> dict[str, Hangs]:
    """Every figure of LAST that follows from others, by its id; none hangs on two ways, and none on itself."""
    facts = [
        metric
        for metric in sorted(metrics, key=lambda m: m.start)
        if metric.kind == "metric" and not isinstance(metric.value, tuple)
    ]
    found: dict[str, Hangs] = {}
    for made in (*_changes(facts), *_sums(facts), *_rates(facts)):
        if made.metric not in found and not _circular(made, found):
            found[made.metric] = made
    return found


def _circular(made: Hangs, found: dict[str, Hangs]) -> bool:
    """Whether a figure would in the end be computed from itself."""
    waiting = list(made.terms)
    while waiting:
        at = waiting.pop()
        if at == made.metric:
            return True
        waiting += found[at].terms if at in found else ()
    return False


def _changes(facts: Sequence[Metric]) -> Iterator[Hangs]:
    """受理380件，同比增长8.5%: the change behind the figure that it is a change of."""
    for at, metric in enumerate(facts):
        change = metric.stated_change
        kind = _CHANGES.get(change.kind) if change else None
        if change is None or kind is None or not exact(metric) or (kind == "growth" and metric.unit == "%"):
            continue  # a rate that 提高2.6%: points or per cent, nobody can tell
        for later in facts[at + 1 : at + 3]:
            unit = {"growth": "%", "points": "个百分点"}.get(kind, metric.unit)
            if later.unit == unit and number(later) == change.value and later.sentence == metric.sentence:
                words = f"本年{metric.label}与上年{metric.text}"
                yield Hangs(metric=later.id, kind=kind, terms=(metric.id,), words=words, base=number(metric))
                break


def _sums(facts: Sequence[Metric]) -> Iterator[Hangs]:
    """A total and the parts behind it that add up to it, the first list that does."""
    totals = {metric.id: metric for metric in facts}
    parts = sorted((m for m in facts if m.parent in totals), key=lambda m: (m.parent or "", m.start))
    for parent, group in groupby(parts, key=lambda m: m.parent):
        total, listed = totals[parent or ""], []
        for part in group:
            listed.append(part)
            if len(listed) > 1 and all(map(exact, (total, *listed))) and sum(map(number, listed)) == number(total):
                words = f"{'＋'.join(part.label for part in listed[:_NAMED])}{'＋……' if len(listed) > _NAMED else ''}"
                yield Hangs(metric=total.id, kind="sum", terms=tuple(part.id for part in listed), words=words)
                break


def _rates(facts: Sequence[Metric]) -> Iterator[Hangs]:
    """交办问题161个，整改150个，整改率93.2%: the rate behind the two counts that it follows from and one of which names it."""
    for at, rate in enumerate(facts):
        if rate.unit != "%" or not is_rate(rate.label) or not exact(rate):
            continue
        told = [m for m in facts[:at] if m.sentence == rate.sentence and exact(m) and m.unit != "%"]
        near = [
            m
            for m in told
            if m in facts[max(0, at - _NEAR) : at] or any(part.parent == m.id for part in facts[max(0, at - _NEAR) : at])
        ]
        for part, whole in ((p, w) for p in reversed(near) for w in reversed(near)):
            if _follows(part, whole, rate) and _named_after(part, whole, rate):
                yield Hangs(metric=rate.id, kind="share", terms=(part.id, whole.id), words=f"{part.label}÷{whole.label}")
                break


def _follows(part: Metric, whole: Metric, rate: Metric) -> bool:
    if not same_unit(part.unit, whole.unit) or part is whole or not 0 < number(part) <= number(whole):
        return False
    decimals = len(rate.text.partition(".")[2].rstrip("%％"))
    return abs(100 * number(part) / number(whole) - number(rate)) <= 0.5 * 10.0**-decimals + CUT * (decimals > 0)


def _named_after(part: Metric, whole: Metric, rate: Metric) -> bool:
    """整改 and 整改率, 直接纠错 and 直接纠错率: the rate bears the name of its part, or the part is told of the whole."""
    named = stem(rate.label)
    return bool(named) and (named in part.label or part.parent == whole.id)
