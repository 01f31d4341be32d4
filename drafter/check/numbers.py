"""Figures as they are printed: exact or not, and how far rounding may have moved them."""

import re
from decimal import Decimal

from drafter.model.metric import Metric

_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}


def half_step(metric: Metric) -> float:
    """Half of the last printed digit: 3.12万户 may stand for 31150 to 31250, so 50; 884件 is counted and not rounded, so 0."""
    printed = re.match(r"[\d,，]+(?:[.．](\d+))?\s*(万亿|亿|万|千|百)?", metric.text)
    if not printed or not (printed[1] or printed[2] or metric.unit in ("%", "个百分点")):
        return 0.0
    return float(0.5 * _SCALES.get(printed[2] or "", 1) * 10.0 ** -len(printed[1] or ""))


def half_step_of(value: float) -> float:
    """The same of a bare value as a text states it: 25.1 → 0.05, 12 → 0.5."""
    exponent = Decimal(f"{value:.10g}").normalize().as_tuple().exponent
    return float(0.5 * 10.0 ** min(int(exponent), 0))


def shown(value: float) -> str:
    """A number in a message, without the noise of binary fractions."""
    return f"{value:.10g}"
