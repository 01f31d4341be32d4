"""A figure as somebody typed it into a cell, in the unit that was asked for: 12件, 约30, 1.2万, 91200件 where 万件 is the unit."""

import re
from dataclasses import dataclass
from typing import Literal

from drafter.text.normalize import fold
from drafter.text.numerals import times
from drafter.text.units import is_unit, loosely_same_unit
from drafter.text.written import ABOUT_BEHIND, ABOUT_INSIDE, OPPOSITE, Written, numeral_in, rounded, written

# number: no single number can be read; unit: what was typed counts something else.
Fault = Literal["", "number", "unit"]

_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}
_SCALED = re.compile("万亿|亿|万|千|百")
_SCALED_NUMBER = re.compile("[万亿]")
_ABOUT = re.compile("大约|大概|约|近|余|多|超过|超|逾|不足|不到|以上|以下|以内|左右|上下")
# What may stand before a number in a cell: how it was reached, and which way it went.
_HEAD = re.compile(rf"(?:同比|(?:比|较)(?:上年|去年))?负?(?:{'|'.join(OPPOSITE)}|[增减升降])?[至到为]?|达到?|共计?|合计|第")
_POINTS = ("%", "百分点", "个百分点", "个点")
_NONE = re.compile(r"^(?:无|/|-+|—+|没有|暂无|未开展|不涉及)$")


@dataclass(frozen=True, slots=True)
class Amount:
    """`number` in the unit asked for, None where there is a fault; `about` the word that makes it no exact one; `converted`
    whether it was typed in another scale (91200件 for 9.12万件)."""

    number: float | None
    about: str = ""
    converted: bool = False
    fault: Fault = ""


def scale_of(unit: str) -> tuple[int, str]:
    """What a unit counts in, and the unit without it: 万件 is (10000, 件), 千克 and 件 are (1, themselves)."""
    found = None if is_unit(unit) else _SCALED.match(unit)
    if found is None or not is_unit(unit[found.end() :]):
        return 1, unit
    return _SCALES[found.group()], unit[found.end() :]


def read_amount(text: str, unit: str) -> Amount | None:
    """What a cell says; None where it is empty or says that there is nothing to report (无, /). 0 is a number."""
    folded = fold(text).strip().replace(" ", "")
    if not folded or _NONE.match(folded):
        return None
    said = written(folded)
    found = numeral_in(folded)
    if said is None or (found is None and said.way != "flat"):
        return Amount(None, fault="number")
    if found is None:
        return Amount(0.0)
    about = next((hit.group() for hit in _ABOUT.finditer(folded)), "")
    head, tail = (_ABOUT.sub("", part) for part in (folded[: found.start], folded[found.end :]))
    if re.search(r"\d", tail) or not _HEAD.fullmatch(head.rstrip("-−+")):
        return Amount(None, about, fault="number")
    return _in_unit(said, tail, unit, about, scaled=_SCALED_NUMBER.search(found.text) is not None)


def _in_unit(said: Written, tail: str, unit: str, about: str, *, scaled: bool) -> Amount:
    scale, bare = scale_of(unit)
    typed_scale, typed = scale_of(tail)
    if typed and not _meets(typed, bare):
        return Amount(None, about, fault="unit" if is_unit(typed) or typed in _POINTS else "number")
    value = said.signed + 0.0  # no -0
    value = times(repr(value), typed_scale) if typed_scale != 1 else value
    if scale == 1 or not (scaled or typed):
        return Amount(value, about, converted=scale == 1 and (scaled or typed_scale != 1))
    return Amount(clean_quotient(value, scale), about, converted=not scaled and typed_scale == 1)


def converted(number: float, unit: str, goal: str) -> float | None:
    """A number of one unit in another: 91200件 is 9.12 of 万件; None where the two do not count the same."""
    (scale, bare), (goal_scale, goal_bare) = scale_of(unit), scale_of(goal)
    if not _meets(bare, goal_bare):
        return None
    return number if scale == goal_scale else in_unit(in_base(number, unit), goal)


def in_base(number: float, unit: str) -> float:
    """A number of a unit in the one that figures of reports have: 9.03 of 万件 is 90300."""
    return times(repr(number), scale_of(unit)[0])


def in_unit(number: float, unit: str) -> float:
    """A number as figures of reports have it, in a unit that bears a scale: 90300 is 9.03 of 万件."""
    return clean_quotient(number, scale_of(unit)[0])


def clean_quotient(value: float, scale: int) -> float:
    """A value counted in a scale, without the dust of binary fractions."""
    return float(rounded(value / scale, 8))


def _meets(typed: str, unit: str) -> bool:
    if unit in _POINTS and unit != "%":
        return typed in _POINTS
    return typed == unit or loosely_same_unit(typed, unit)


def printed(number: float, unit: str, about: str = "") -> str:
    """A figure as text: 9.03万件, 约30件, 1630余万元, 3.5万余件, 99%以上."""
    bare = f"{number:.10f}".rstrip("0").rstrip(".") if number % 1 else str(int(number))
    scale, word = scale_of(unit)
    shown = unit[: len(unit) - len(word)] if scale != 1 else ""
    if about in ABOUT_INSIDE:
        return f"{bare}{shown}{about}{word}" if number % 1 else f"{bare}{about}{shown}{word}"
    return f"{bare}{unit}{about}" if about in ABOUT_BEHIND else f"{about}{bare}{unit}"
