"""A returned number in the words of last year's report: 增至15个 with 18 is 增至18个, 约30件 with 42 is 42件."""

from decimal import Decimal

from drafter.text.normalize import fold
from drafter.text.numerals import DIGITS, NUMERALS
from drafter.text.pattern import lazy
from drafter.text.written import (
    ABOUT,
    ABOUT_BEHIND,
    ABOUT_INSIDE,
    DEGREE,
    OPPOSITE,
    SCALED,
    SCALES,
    UP,
    VERB,
    numeral_in,
    written,
)

_MINUS = lazy(r"[-−]\s*$|负$")
_FURTHER = lazy(rf"\d|[{''.join(DIGITS)}]|{VERB.pattern}")  # a second number: what it is now nobody has said
_DECIMALS = 4  # more than these behind the point of 万 or 亿 nobody prints
_HAN = "零一二三四五六七八九"


def reported(value: float, last: str, about: str = "") -> str | None:
    """`value` as last year's report put its figure: its verb, scale and unit, and `about` where the return says so.

    No digit of the value is lost. A change bears a sign, and its verb follows it; a level's verb follows the way that the
    figure went. None where last year's words cannot take another number: a range, two numbers, a fraction, none at all.
    """
    found, before = numeral_in(fold(last)), written(last)
    if found is None or before is None:
        return None
    number = found.text
    head, tail = DEGREE.sub("", last[: found.start]), ABOUT.sub("", last[found.end :])
    if _FURTHER.search(fold(tail)) or ("分之" in number and not number.startswith("百分之")):
        return None
    tail = f"%{tail}" if number.startswith("百分之") else tail
    is_change = before.is_change
    if is_change and not value:
        return "持平"
    verb = VERB.search(head)
    head = _turned(head, up=value > 0) if is_change else _levelled(head, value, before.value, rank=before.rank)
    if verb is None:
        head = f"{_MINUS.sub('', head)}{'-' if value < 0 else ''}"
    return _joined(ABOUT.sub("", head), _shown(abs(value), number, rank=before.rank), tail, about)


def _turned(head: str, *, up: bool) -> str:
    """The verb of a change as the sign wants it."""
    verb = VERB.search(head)
    if verb is None:
        return head
    chosen = verb.group() if (verb.group() in UP) == up else OPPOSITE[verb.group()]
    return f"{head[: verb.start()].removesuffix('负')}{chosen}{head[verb.end() :]}"


def _levelled(head: str, value: float, before: float, *, rank: bool) -> str:
    """The words before a level: 增至 becomes 减至 where the value fell, 升至第二位 becomes 降至第三位; 突破 told of a round number."""
    verb = VERB.search(head)
    if verb is None:
        return head
    rose = (value < before) if rank else (value > before)
    chosen = verb.group() if value == before or (verb.group() in UP) == rose else OPPOSITE[verb.group()]
    return f"{head[: verb.start()]}{'达到' if chosen == '突破' else chosen}{head[verb.end() :]}"


def _shown(value: float, like: str, *, rank: bool) -> tuple[str, str]:
    """The digits and the scale: in that of `like` where the value has a whole one of it and few decimals, else plainly."""
    scale = SCALED.search(like)
    if scale is not None:
        scaled = _plain(value, SCALES[scale.group()])
        if float(scaled) >= 1 and len(scaled.partition(".")[2]) <= _DECIMALS:
            return scaled, scale.group()
    if all(char in NUMERALS for char in like) and value % 1 == 0 and 0 < value < 100:
        return ("两" if value == 2 and not rank else _in_han(int(value))), ""
    return _plain(value, 1), ""


def _plain(value: float, scale: int) -> str:
    text = f"{Decimal(repr(value)) / scale:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_han(number: int) -> str:
    """二十一, 十, 三十."""
    tens, ones = divmod(number, 10)
    return f"{_HAN[tens] if tens > 1 else ''}{'十' if tens else ''}{_HAN[ones] if ones else ''}"


def _joined(head: str, number: tuple[str, str], tail: str, about: str) -> str:
    """约30件, 1630余万元, 3.5万余件, 30件以上."""
    digits, scale = number
    if about in ABOUT_INSIDE:
        inner = f"{digits}{scale}{about}" if "." in digits else f"{digits}{about}{scale}"
        return f"{head}{inner}{tail}"
    return f"{head}{digits}{scale}{tail}{about}" if about in ABOUT_BEHIND else f"{head}{about}{digits}{scale}{tail}"
