"""What somebody wrote into a slot, as a number with its direction; and a computed number in the words of last year's."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from drafter.text.normalize import fold
from drafter.text.numerals import NUMBER, parse_numeral
from drafter.text.pattern import lazy

Way = Literal["up", "down", "flat"]

# Verbs of direction with the one that says the opposite of them.
OPPOSITE = {
    "增长": "下降", "上升": "下降", "提高": "降低", "提升": "下降", "增加": "减少", "攀升": "回落", "回升": "回落", "净增": "净减", "扩大": "缩小", "延长": "缩短",
    "增至": "减至", "增到": "减到", "升至": "降至", "升到": "降到",
    "下降": "上升", "降低": "提高", "减少": "增加", "回落": "上升", "缩小": "扩大", "缩短": "延长", "缩减": "增加", "压缩": "增加",
    "净减": "净增", "压减": "增加", "下调": "上调", "上调": "下调", "减至": "增至", "减到": "增到", "降至": "升至", "降到": "升到", "突破": "降至",
}  # fmt: skip
UP = frozenset((
    "增长", "上升", "提高", "提升", "增加", "攀升", "回升", "净增", "扩大", "延长", "增至", "增到", "升至", "升到", "上调", "突破",
))  # fmt: skip
VERB = lazy("|".join(sorted(OPPOSITE, key=len, reverse=True)))
_FLAT = lazy(r"持平|基本一致|未变")
# Claims about a change that nobody has made yet when it is computed.
DEGREE = lazy(r"大幅|持续|稳步|逐步|小幅|显著|明显")
# Where the word of a number that is not exact stands: within it (1630余件, 3万多人), or behind its unit (99%以上).
ABOUT_INSIDE = ("余", "多")
ABOUT_BEHIND = ("以上", "以下", "以内", "左右", "上下")
ABOUT = lazy(r"约|近|余|多|超|逾|不足|以上|以下|以内|左右|上下|几|数[十百千]")
_LEVEL = lazy(rf"(?:增|升|减|降)[至到]|突破|(?:{VERB.pattern})(?:至|到|为)")
# A minus sign, and a fall told as a rise: 负增长.
_MINUS = lazy(r"[-−]\s*$|负(?:增长|上升|提高|提升|增加)?$")
_ABOUT_SCALE = lazy("[余多](万亿|亿|万)")
# What makes the first number of a text no exact one of its unit: 1.5倍, 三成, 由95%提升至96%, 35件（其中新收20件）.
_FURTHER = lazy(rf"^\s*个?[倍成番]|\d|{VERB.pattern}")
SCALED = lazy(r"(万亿|亿|万)")
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


@dataclass(frozen=True, slots=True)
class Written:
    """`value` as written (3.51万户 is 35100); `way` where a verb tells a direction, `level` where it leads to the value (增至);
    `half` is half of the last digit printed, what rounding may have moved it by; `about` where it is no exact figure; `rank`
    where it is a place (第二位), which rises as the number falls."""

    value: float
    way: Way | None
    level: bool
    half: float
    about: bool
    rank: bool = False

    @property
    def is_change(self) -> bool:
        """Whether it tells a change and no level: 下降3.2%, not 降至3.2%."""
        return self.way is not None and not self.level

    @property
    def fell(self) -> bool:
        """Whether it tells a change downward."""
        return self.way == "down" and not self.level

    @property
    def signed(self) -> float:
        """The value, a fall below zero."""
        return -self.value if self.fell else self.value


@dataclass(frozen=True, slots=True)
class Numeral:
    """The first number of a text: `text` is 1630万 where 1630余万 stands at [start, end)."""

    start: int
    end: int
    text: str


def numeral_in(folded: str) -> Numeral | None:
    """The first number of a folded text, with the scale that stands behind its 余; None where there is none."""
    found = re.search(NUMBER, folded)
    if found is None:
        return None
    scale = _ABOUT_SCALE.match(folded, found.end())
    if scale is None:
        return Numeral(found.start(), found.end(), found.group())
    return Numeral(found.start(), scale.end(), found.group() + scale[1])


def written(text: str) -> Written | None:
    """The first number of a text; 持平 is a change of 0. None where there is none."""
    folded = fold(text)
    if _FLAT.search(folded):
        return Written(0.0, "flat", level=False, half=0.0, about=False)
    found = numeral_in(folded)
    value = parse_numeral(found.text) if found else None
    if found is None or value is None:
        return None
    head, tail = folded[: found.start], folded[found.end :]
    verb, minus = VERB.search(head), _MINUS.search(head) is not None
    way = _way(verb.group() if verb else None)
    return Written(
        -float(value) if minus and way is None else float(value), "down" if minus and way else way,
        level=_LEVEL.search(head) is not None, half=_half(found.text), about=_is_about(folded, found.text, tail),
        rank=head.endswith("第"),
    )  # fmt: skip


def _is_about(folded: str, number: str, tail: str) -> bool:
    part = "分之" in number and not number.startswith("百分之")
    return part or ABOUT.search(folded) is not None or _FURTHER.search(tail) is not None


def _way(verb: str | None) -> Way | None:
    return None if verb is None else "up" if verb in UP else "down"


def _half(number: str) -> float:
    """1098 is counted and not rounded; 3.51万 may stand for 35050 to 35150."""
    decimals = len(number.partition(".")[2].rstrip("万亿百千"))
    scale = SCALED.search(number)
    if not decimals and not scale:
        return 0.0
    return float(0.5 * (SCALES[scale.group()] if scale else 1) * 10.0**-decimals)


def worded(value: float, last: str, *, is_change: bool) -> str | None:
    """`value` as last year's report put its figure: the verb, the scale, the decimals and the unit of `last`.

    For a change `value` bears a sign and the verb follows it; None where `last` has no verb that could tell it.
    """
    folded = fold(last)
    found = numeral_in(folded)
    if found is None:
        return None
    head, tail = DEGREE.sub("", last[: found.start]), last[found.end :]
    if found.text.startswith("百分之"):
        tail = f"%{tail}"
    if is_change:
        return _changed(value, head, tail, _decimals(found.text))
    return f"{ABOUT.sub('', _led(head, value, last))}{_printed(value, found.text)}{ABOUT.sub('', tail)}"


def _led(head: str, value: float, last: str) -> str:
    """The words before a level: 增至 becomes 减至 where the value fell."""
    verb, before = VERB.search(head), written(last)
    if verb is None or before is None or value == before.value or (verb.group() in UP) == (value > before.value):
        return head
    return f"{head[: verb.start()]}{OPPOSITE[verb.group()]}{head[verb.end() :]}"


def _changed(value: float, head: str, tail: str, decimals: int) -> str | None:
    verb = VERB.search(head)
    size = rounded(abs(value), decimals)
    if decimals == 0 and "百分点" in tail:
        size = rounded(abs(value), 1).removesuffix(".0")  # last year's 1个百分点 was exact: 0.5 is not 1
    if verb is None:
        return f"{head}{size}{tail}" if value >= 0 else None
    if float(size) == 0:
        return "持平"
    up = value > 0
    chosen = verb.group() if (verb.group() in UP) == up else OPPOSITE[verb.group()]
    return f"{head[: verb.start()].removesuffix('负')}{chosen}{head[verb.end() :]}{size}{tail}"


def _decimals(number: str) -> int:
    return len(number.partition(".")[2].rstrip("万亿百千"))


def _printed(value: float, like: str) -> str:
    """A number in the scale of another; a count loses nothing by it."""
    scale = SCALED.search(like)
    if scale is None:
        return rounded(value, _decimals(like))
    return rounded(value / SCALES[scale.group()], 4).rstrip("0").rstrip(".") + scale.group()


def rounded(value: float, decimals: int) -> str:
    """A number with so many decimals, a half rounded up as offices do (Python rounds it to the even digit)."""
    return str(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
