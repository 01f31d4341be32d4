"""How a change is said: once, here, for every renderer.

Rates are told in 个百分点 and ranks in 位. No percentage on a base under 10, none between approximations, none across
units or scopes, for none of these would be honest.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from drafter.model.metric import Metric, period
from drafter.text.units import dimension, same_unit

# Dimensions whose units are of different sizes: between these a difference would need a conversion that nobody asked for.
SCALED = frozenset(("money", "length", "area", "mass", "volume", "energy", "data", "hours", "days", "months", "years"))
LEAST_BASE = 10  # 由2件增至3件 is not 增长50%


@dataclass(frozen=True, slots=True)
class Said:
    """What happened to a figure, in numbers (None where they would mislead) and in words."""

    status: Literal["changed", "unchanged"]
    delta: float | None
    percent: float | None
    text: str


def measure(old: Metric, new: Metric) -> Said:
    """The change from OLD's figure to NEW's. `delta` is in units (% gives points), `percent` in percent of OLD."""
    if _alike(old, new):
        return Said("unchanged", 0.0 if _exact(old, new) else None, None, _unchanged(old, new))
    if isinstance(old.value, tuple) or isinstance(new.value, tuple):
        return Said("changed", None, None, f"由{old.text}变为{new.text}")
    if not _exact(old, new):
        return Said("changed", None, None, _vague(old, new))
    delta = _minus(new.value, old.value)
    if old.kind == "rank":
        return Said("changed", delta, None, _rank(old, new, delta))
    if dimension(old.unit) in ("share", "points"):
        return Said(
            "changed",
            delta,
            None,
            f"由{old.text}{_way(delta, '升至', '降至')}{new.text}，{_way(delta, '上升', '下降')}{_number(abs(delta))}个百分点",
        )
    percent = round(100 * delta / old.value, 1) if old.value >= LEAST_BASE else None
    return Said("changed", delta, percent, _counted(old, new, delta, percent))


def _alike(old: Metric, new: Metric) -> bool:
    """Whether both say the same number, as exactly as each other."""
    return (
        old.value == new.value
        and (old.approx is None) == (new.approx is None)
        and (old.unit == new.unit or dimension(old.unit) not in SCALED)
    )


def _exact(old: Metric, new: Metric) -> bool:
    """Whether a difference may be told: both exact numbers, strictly one unit, one scope."""
    numbers = not isinstance(old.value, tuple) and not isinstance(new.value, tuple)
    return (
        numbers
        and old.approx is None
        and new.approx is None
        and one_scale(old.unit, new.unit)
        and period(old.scope) == period(new.scope)
    )


def one_scale(a: str, b: str) -> bool:
    """Whether two units count the same and one of each is as much: 件 and 起, but not 吨 and 斤, 小时 and 学时."""
    return a == b or (same_unit(a, b) and dimension(a) not in SCALED)


def _unchanged(old: Metric, new: Metric) -> str:
    if old.text == new.text:
        return "与上年相同"
    return f"与上年相同（上年写作{old.text}，本年写作{new.text}）"


def _vague(old: Metric, new: Metric) -> str:
    """From one wording to the other, without sums."""
    bigger = _minus(new.value, old.value)
    same = one_scale(old.unit, new.unit) and period(old.scope) == period(new.scope) and bigger
    return f"由{old.text}{'到' if same else '变为'}{new.text}"


def _rank(old: Metric, new: Metric, delta: float) -> str:
    """A smaller place is a better one."""
    return f"由{_place(old)}{_way(delta, '降至', '升至')}{_place(new)}，{_way(delta, '下降', '上升')}{_number(abs(delta))}位"


def _place(m: Metric) -> str:
    return m.text if m.text.endswith(("名", "位")) else f"{m.text}位"


def _counted(old: Metric, new: Metric, delta: float, percent: float | None) -> str:
    unit = new.unit or old.unit
    words = (
        f"由{old.text}{_way(delta, '增至', '减至')}{new.text}，{_way(delta, '增加', '减少')}{_scaled(abs(delta), old, new)}{unit}"
    )
    return words if percent is None else f"{words}、{_way(delta, '增长', '下降')}{_number(abs(percent))}%"


def _way(delta: float, up: str, down: str) -> str:
    return up if delta > 0 else down


def _scaled(value: float, old: Metric, new: Metric) -> str:
    """A difference written as large as both figures are: 2.67万, 1.2亿; plain where either is plain."""
    for word, factor in (("亿", 10**8), ("万", 10**4)):
        if word in old.text and word in new.text and value >= factor / 10:
            return f"{_number(value / factor)}{word}"
    if value >= 10**8 and ("亿" in old.text or "亿" in new.text):
        return f"{_number(value / 10**8)}亿"
    return _number(value)


def _number(value: float) -> str:
    """Without the dust of binary fractions and without an empty decimal part."""
    return f"{round(value, 4):.10g}"


def _minus(a: object, b: object) -> float:
    """Exactly, by decimal: 99.6 - 98.7 is 0.9."""
    result = Decimal(str(a)) - Decimal(str(b))
    return int(result) if result == result.to_integral_value() else float(result)
