"""What a figure comes to that follows from others."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from drafter.model.draft import Formula

_LARGEST = Decimal(10) ** 15


def value_of(formula: Formula, values: Sequence[float]) -> float | None:
    """What a formula comes to; None where it would divide by nothing, lacks what to divide by, or comes to what no report
    counts."""
    if formula.kind == "share" and len(values) < 2:
        return None
    first = Decimal(repr(values[0]))
    base = Decimal(repr(formula.base or 0))
    if formula.kind == "sum":
        return float(sum(Decimal(repr(value)) for value in values))
    divisor = {"share": Decimal(repr(values[-1])), "growth": base}.get(formula.kind, Decimal(1))
    if not divisor:
        return None
    dividend = {"share": 100 * first, "growth": 100 * (first - base)}.get(formula.kind, first - base)
    value = dividend / divisor
    return float(value.quantize(Decimal("0.000001"), ROUND_HALF_UP)) if abs(value) < _LARGEST else None
