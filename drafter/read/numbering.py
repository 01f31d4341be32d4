"""Automatic numbers of a Word document, rendered as Word shows them (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from drafter.read.opc import NS, w
from drafter.text.pattern import lazy

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CIRCLED = "".join(chr(ord(first) + i) for first, count in (("①", 20), ("㉑", 15), ("㊱", 15)) for i in range(count))
LEVELS = 9
BULLET = "•"  # for bullets that only a symbol font can show
_PRIVATE = lazy(r"[\ue000-\uf8ff]")


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """A number below ten thousand in words: 二十一, 一百零五. Larger numbers are written digit by digit."""
    if not 0 < number < 10_000:
        return _digit_by_digit(number, digits)
    out, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit if out else False
    return out.removeprefix(digits[1]) if digits == _DIGITS and 10 <= number < 20 else out


def _digit_by_digit(number: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(d)] for d in str(number))


def _chinese_counting(number: int) -> str:
    """十, 二十一; from a hundred digit by digit, as Word does."""
    return chinese(number) if number < 100 else _digit_by_digit(number)


def _letters(number: int) -> str:
    """a … z, aa, bb …"""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else "0"


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * min(count, 10)
    return out


def _series(first: str, count: int) -> Callable[[int], str]:
    """Characters that follow one another in Unicode (① …); plain digits beyond them."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _signs(chars: str) -> Callable[[int], str]:
    """One sign a number; plain digits beyond them, as in Word and LibreOffice."""
    return lambda number: chars[number - 1] if 1 <= number <= len(chars) else str(number)


def _full_width(number: int) -> str:
    return str(number).translate({ord(str(d)): chr(ord("０") + d) for d in range(10)})


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _signs(_CIRCLED),
    "decimalEnclosedCircleChinese": _signs(_CIRCLED),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "chineseCounting": _chinese_counting,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": _chinese_counting,
    "taiwaneseCountingThousand": chinese,
    "koreanCounting": chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": lambda n: chinese(n, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda n: chinese(n, _LEGAL, "拾佰仟"),
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographEnclosedCircle": _series("㊀", 10),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperRoman": _roman,
    "none": lambda n: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it is numbered and what stands around the number."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    """An abstract list with its running counters; every `w:num` that points to it counts on in it."""

    levels: dict[int, Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass(frozen=True, slots=True)
class _Num:
    """A `w:num`: its list, and the levels that it numbers in its own way or from a new start."""

    list: _List
    levels: dict[int, Level]
    starts: dict[int, int]


def value_of(parent: etree._Element | None, name: str, default: str = "") -> str:
    """The `w:val` of a child element; `default` where there is no such child."""
    child = None if parent is None else parent.find(w(name))
    return default if child is None else child.get(w("val"), default)


def _int(text: str, default: int) -> int:
    try:
        return int(text)
    except ValueError:
        return default


def _level(element: etree._Element) -> Level:
    form = value_of(element, "numFmt")
    if not form:  # newer formats are wrapped in mc:AlternateContent, the usual one for older programs last
        wrapped = [found.get(w("val"), "") for found in element.iter(w("numFmt"))]
        form = wrapped[-1] if wrapped else "decimal"
    legal = element.find(w("isLgl"))
    return Level(
        start=_int(value_of(element, "start"), 1 if element.find(w("start")) is not None else 0),
        form=form,
        text=value_of(element, "lvlText"),
        style=value_of(element, "pStyle"),
        restart=_int(value_of(element, "lvlRestart"), -1) if element.find(w("lvlRestart")) is not None else None,
        legal=legal is not None and legal.get(w("val"), "1") not in ("0", "false", "off"),
    )


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {_int(lvl.get(w("ilvl"), ""), 0): _level(lvl) for lvl in parent.iterfind("w:lvl", NS)}


class Numbering:
    """Gives each numbered paragraph its marker, in document order."""

    def __init__(self, root: etree._Element | None, style_nums: dict[str, str] | None = None) -> None:
        """`root` is numbering.xml; `style_nums` the list (numId) of every numbering style, for `w:numStyleLink`."""
        self.root = root
        self.nums: dict[str, _Num] = {}
        self.restarted: set[tuple[str, int]] = set()
        if root is None:
            return
        lists, links = self._lists(root)
        abstract_of = {num.get(w("numId"), ""): value_of(num, "abstractNumId") for num in root.iterfind("w:num", NS)}
        for num in root.iterfind("w:num", NS):
            abstract = value_of(num, "abstractNumId")
            linked = abstract_of.get((style_nums or {}).get(links.get(abstract, ""), ""), abstract)
            self.nums[num.get(w("numId"), "")] = self._num(num, lists.get(linked) or lists.get(abstract) or _List({}))

    @staticmethod
    def _lists(root: etree._Element) -> tuple[dict[str, _List], dict[str, str]]:
        lists, links = {}, {}
        for abstract in root.iterfind("w:abstractNum", NS):
            name = abstract.get(w("abstractNumId"), "")
            lists[name] = _List(_levels(abstract))
            links[name] = value_of(abstract, "numStyleLink")
        return lists, links

    @staticmethod
    def _num(num: etree._Element, shared: _List) -> _Num:
        levels, starts = dict(shared.levels), {}
        for override in num.iterfind("w:lvlOverride", NS):
            ilvl = _int(override.get(w("ilvl"), ""), 0)
            own = override.find(w("lvl"))
            if own is not None:
                levels[ilvl] = _level(own)
            if start := value_of(override, "startOverride"):
                starts[ilvl] = _int(start, 1)
        return _Num(shared, levels, starts)

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """The level that a list keeps for a paragraph style."""
        num = self.nums.get(num_id)
        return next((i for i, lvl in num.levels.items() if lvl.style == style), None) if num else None

    def marker(self, num_id: str, ilvl: int) -> str:
        """The next number of a list at a level, as shown; "" where the paragraph has none. Counts on."""
        num = self.nums.get(num_id)
        if num is None or ilvl not in num.levels or not 0 <= ilvl < LEVELS:
            return ""
        self._count(num_id, num, ilvl)
        level = num.levels[ilvl]
        if level.form == "bullet":
            return _PRIVATE.sub(BULLET, level.text)
        return re.sub(r"%([1-9])", lambda found: self._show(num, int(found[1]) - 1, level), level.text)

    def _count(self, num_id: str, num: _Num, ilvl: int) -> None:
        counters = num.list.counters
        start = num.levels[ilvl].start
        if ilvl in num.starts and (num_id, ilvl) not in self.restarted:
            self.restarted.add((num_id, ilvl))
            counters[ilvl] = None
            start = num.starts[ilvl]
        now = counters[ilvl]
        counters[ilvl] = start if now is None else now + 1
        for above in range(ilvl):
            if counters[above] is None and above in num.levels:
                counters[above] = num.starts.get(above, num.levels[above].start)
        for below in range(ilvl + 1, LEVELS):
            restart = num.levels[below].restart if below in num.levels else None
            if restart is None or ilvl < restart:  # 0: never starts again; k: after level k or one above it
                counters[below] = None

    @staticmethod
    def _show(num: _Num, ilvl: int, shown_in: Level) -> str:
        level = num.levels.get(ilvl)
        if level is None:
            return ""
        number = num.list.counters[ilvl]
        form = "decimal" if shown_in.legal and level.form != "none" else level.form
        return FORMATS.get(form, str)(level.start if number is None else number)
