"""How a change is said: once, here, for every renderer.

Rates are told in 个百分点 and ranks in 位. No percentage on a base under 10, none between approximations, none across
units or scopes, for none of these would be honest.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from drafter.model.metric import Metric, number, period
from drafter.text.pattern import lazy
from drafter.text.units import dimension, same_unit

# Dimensions whose units are of different sizes: between these a difference would need a conversion that nobody asked for.
SCALED = frozenset(("money", "length", "area", "mass", "volume", "energy", "data", "hours", "days", "months", "years"))
SCALES = (("万亿", 1e12), ("亿", 1e8), ("万", 1e4))
_TURNED = lazy("由(?:下降|上升).+转为(?:下降|上升)")
_BOUNDS = ("以上", "以下")
LEAST_BASE = 10  # 由2件增至3件 is not 增长50%


@dataclass(frozen=True, slots=True)
class Said:
    """What happened to a figure, in numbers (None where they would mislead) and in words."""

    status: Literal["changed", "unchanged"]
    delta: float | None
    percent: float | None
    text: str


def turned(old: Metric, new: Metric, fell: bool) -> Said:
    """A fall that became a rise, or the other way round: 由下降15%转为上升8%."""
    one, two = ("下降", "上升") if fell else ("上升", "下降")
    return Said("changed", None, None, f"由{one}{old.text}转为{two}{new.text}")


def is_turned(words: str) -> bool:
    """Whether words tell of a fall that became a rise, or the other way round."""
    return bool(_TURNED.match(words))


def measure(old: Metric, new: Metric, *, fall: bool = False) -> Said:
    """The change from OLD's figure to NEW's. `delta` is in units (% gives points), `percent` in percent of OLD.

    `fall`: both are amounts of a fall (下降15%), so a larger one is told as a larger fall.
    """
    if old.kind == "target" and not _alike(old, new) and _settable(old, new):
        return Said("changed", None, None, f"由{_with_bound(old)}调整为{_with_bound(new)}")
    if _alike(old, new):
        return Said("unchanged", 0.0 if _exact(old, new) else None, None, _unchanged(old, new))
    if isinstance(old.value, tuple) or isinstance(new.value, tuple):
        return Said("changed", None, None, f"由{old.text}变为{new.text}，系区间数，未计算增减")
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
            f"{'降幅' if fall else ''}由{old.text}{_way(delta, '升至', '降至')}{new.text}，{_way(delta, '上升', '下降')}{_number(abs(delta))}个百分点",
        )
    percent = round(100 * delta / old.value, 1) if old.value >= LEAST_BASE else None
    return Said("changed", delta, percent, _counted(old, new, delta, percent))


def corrected(old: Metric, new: Metric) -> str:
    """A figure of two drafts of one report: 由312项改为318项，多6项. It was corrected, and did not grow."""
    if _alike(old, new):
        return (
            _unchanged(old, new)
            .replace("与上年相同", "与原稿相同")
            .replace("上年写作", "原稿写作")
            .replace("本年写作", "新稿写作")
        )
    words = f"由{_in_full(old)}改为{_in_full(new)}"
    if isinstance(old.value, tuple) or isinstance(new.value, tuple) or not one_scale(old.unit, new.unit):
        return words
    if _rounds(new, old):
        return f"{words}，数值更精确"
    if _rounds(old, new):
        return f"{words}，改用约数"
    if not _exact(old, new) or old.kind == "rank":
        return words
    delta = _minus(new.value, old.value)
    if dimension(new.unit) in ("share", "points"):
        return f"{words}，{_way(delta, '高', '低')}{_number(abs(delta))}个百分点"
    return f"{words}，{_way(delta, '多', '少')}{_scaled(abs(delta), old, new)}{new.unit or old.unit}"


def _in_full(m: Metric) -> str:
    """A figure with the word that makes it approximate: 约320万元, 98%以上."""
    if not m.approx or m.approx in m.text:
        return m.text
    return f"{m.text}{m.approx}" if m.approx in _BOUNDS else f"{m.approx}{m.text}"


def _rounds(fine: Metric, coarse: Metric) -> bool:
    """Whether one figure is the other told less exactly: 4.63万件 and 4.6万件, 230余人 and 236人."""
    step = _step(coarse)
    gap = abs(_minus(number(fine), number(coarse)))
    if coarse.approx and not fine.approx:
        return gap <= 0.1 * number(coarse)
    return bool(step) and step > _step(fine) and gap <= step / 2


def _settable(old: Metric, new: Metric) -> bool:
    """Whether two targets are of one unit, and exact or bounds (以上, 以下): a target is set anew, it does not grow."""
    exact = not isinstance(old.value, tuple) and not isinstance(new.value, tuple) and one_scale(old.unit, new.unit)
    return exact and {old.approx, new.approx} <= {*_BOUNDS, None}


def _with_bound(m: Metric) -> str:
    return f"{m.text}{m.approx}" if m.approx in _BOUNDS and not m.text.endswith(m.approx) else m.text


def _alike(old: Metric, new: Metric) -> bool:
    """Whether both say the same number, as exactly as each other."""
    bounds = old.approx == new.approx or not {old.approx, new.approx} & set(_BOUNDS)  # 98%以上 is not 98%以下
    return (
        old.value == new.value
        and bounds
        and (old.approx is None) == (new.approx is None)
        and (old.unit == new.unit or dimension(old.unit) not in SCALED)
    )


def _exact(old: Metric, new: Metric) -> bool:
    """Whether a difference may be told: both exact numbers, strictly one unit, one scope."""
    numbers = not isinstance(old.value, tuple) and not isinstance(new.value, tuple)
    return numbers and old.approx is None and new.approx is None and one_scale(old.unit, new.unit) and _over(old) == _over(new)


def one_scale(a: str, b: str) -> bool:
    """Whether two units count the same and one of each is as much: 件 and 起, but not 吨 and 斤, 小时 and 学时."""
    return a == b or (same_unit(a, b) and dimension(a) not in SCALED)


def _unchanged(old: Metric, new: Metric) -> str:
    if old.text == new.text:
        return "与上年相同"
    return f"与上年相同（上年写作{old.text}，本年写作{new.text}）"


def _over(m: Metric) -> str:
    """Over what a figure counts, where the text says so; 现有, 共有 or 达 and nothing said are one way of counting."""
    return period(m.scope)


def _vague(old: Metric, new: Metric) -> str:
    """From one wording to the other, without sums, and why."""
    if not one_scale(old.unit, new.unit):
        why = "单位不同"
    elif _over(old) != _over(new):
        why = "统计口径不同"
    else:
        way = "到" if _minus(new.value, old.value) else "变为"
        return f"由{old.text}{way}{new.text}，系约数，未计算增减"
    return f"由{old.text}变为{new.text}，{why}，未计算增减"


def _rank(old: Metric, new: Metric, delta: float) -> str:
    """A smaller place is a better one."""
    return f"由{_place(old)}{_way(delta, '降至', '升至')}{_place(new)}，{_way(delta, '下降', '上升')}{_number(abs(delta))}位"


def _place(m: Metric) -> str:
    return m.text if m.text.endswith(("名", "位")) else f"{m.text}位"


def _counted(old: Metric, new: Metric, delta: float, percent: float | None) -> str:
    unit = new.unit or old.unit
    words = f"由{old.text}{_way(delta, '增至', '减至')}{_as_last(old, new)}，{_way(delta, '增加', '减少')}{_scaled(abs(delta), old, new)}{unit}"
    return words if percent is None else f"{words}、{_way(delta, '增长', '下降')}{_number(abs(percent))}%"


def _as_last(old: Metric, new: Metric) -> str:
    """NEW's figure; written as large as OLD's where they differ in that (2.15亿元, 23800万元) and few digits tell it."""
    word, factor = _scale(old)
    value = number(new) / factor
    if not word or _scale(new)[0] in ("", word) or round(value, 2) != value or value < 0.1:
        return new.text
    return f"{_number(value)}{word}{new.unit}（本年写作{new.text}）"


def _way(delta: float, up: str, down: str) -> str:
    return up if delta > 0 else down


def _scaled(value: float, old: Metric, new: Metric) -> str:
    """A difference as large as the figures are printed: 2.67万, 1.2亿; 2300万 between 2.15亿 and 23800万."""
    (one, _), (two, _) = _scale(old), _scale(new)
    for word, factor in SCALES:
        if (word == one == two and value >= factor / 10) or (one != two and value >= factor and (one or two)):
            return f"{_number(value / factor)}{word}"
    return _number(value)


def _step(m: Metric) -> float:
    """What one in the last printed digit stands for: 1000 in 26.3万; 0 where every unit is counted."""
    word, factor = _scale(m)
    decimals = re.search(r"[.．](\d+)", m.text)
    return factor * 10.0 ** -len(decimals[1] if decimals else "") if word else 0.0


def _scale(m: Metric) -> tuple[str, float]:
    """The word by which a figure is written large, and what it stands for."""
    return next(((word, factor) for word, factor in SCALES if word in m.text), ("", 1.0))


def _number(value: float) -> str:
    """Without the dust of binary fractions and without an empty decimal part."""
    return f"{round(value, 4):.10g}"


def _minus(a: object, b: object) -> float:
    """Exactly, by decimal: 99.6 - 98.7 is 0.9."""
    result = Decimal(str(a)) - Decimal(str(b))
    return int(result) if result == result.to_integral_value() else float(result)
