"""The marker grammar: which signs open a heading or an item, at which level, and how they look when damaged.

Levels follow GB/T 9704-2012 7.3.3: 一、 then （一） then 1. then (1); 一是 and its like are prose marks and stand below.
"""

import re
from dataclasses import dataclass

from drafter.parse.leads import LEAD_VERB
from drafter.text.pattern import lazy

DIGITS = "一二三四五六七八九十"
_CN = rf"(?P<n>[{DIGITS}]{{1,3}})"
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One way of numbering. `rank` orders the families from the outermost in; `shape` prints a number as it should be."""

    name: str
    level: int
    rank: int
    shape: str
    chinese: bool = True


PART = Family(name="part", level=1, rank=5, shape="第{}部分")
COMMA = Family(name="comma", level=1, rank=10, shape="{}、")
BRACKET = Family(name="bracket", level=2, rank=20, shape="（{}）")
DOT = Family(name="dot", level=3, rank=30, shape="{}.", chinese=False)
ROUND = Family(name="round", level=3, rank=31, shape="（{}）", chinese=False)
CIRCLED = Family(name="circled", level=3, rank=32, shape="{}", chinese=False)
ORDINAL = Family(name="ordinal", level=3, rank=33, shape="第{}")
FIRSTLY = Family(name="firstly", level=3, rank=33, shape="{}")
WHICH = Family(name="which", level=3, rank=33, shape="其{}")
TOPIC = Family(name="topic", level=3, rank=33, shape="问题{}")
IS = Family(name="is", level=3, rank=35, shape="{}是")
MUST = Family(name="must", level=3, rank=35, shape="{}要")
DASH = Family(name="dash", level=3, rank=36, shape="")
LEAD = Family(name="lead", level=3, rank=37, shape="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One printed form of a family's marker; `opens` holds the characters that it can begin with.

    `damage` names what is lost: left, right (bracket), number.
    """

    family: Family
    opens: str
    pattern: re.Pattern[str]
    example: str
    damage: str = ""


def _row(first: str, count: int) -> str:
    return "".join(chr(ord(first) + at) for at in range(count))


_ARABIC = "0123456789"
FORMS: tuple[Form, ...] = (
    Form(
        family=COMMA,
        opens=DIGITS,
        pattern=lazy(rf"{_CN}\s?[、﹑.](?!\s?[{DIGITS}]{{1,2}}[、是级类审线季产])\s*"),
        example="一、",
    ),
    Form(family=COMMA, opens=DIGITS, pattern=lazy(rf"{_CN}\s?[,;:]\s*(?=[\u4e00-\u9fff\d“])"), example="一，", damage="mark"),
    Form(family=PART, opens="第", pattern=lazy(rf"第{_CN}(?:部分|方面)(?!的|是|内)[、:,]?\s*"), example="第一部分"),
    Form(family=BRACKET, opens="(〔[", pattern=lazy(rf"[(〔\[]\s?{_CN}\s?[)〕\]][、.,]?\s*"), example="（一）"),
    Form(family=BRACKET, opens=_row("㈠", 10), pattern=lazy(r"(?P<n>[㈠-㈩])\s*"), example="㈠"),
    Form(family=BRACKET, opens=DIGITS, pattern=lazy(rf"{_CN}\s?\)[、.,]?\s*"), example="三)", damage="left"),
    Form(
        family=BRACKET,
        opens="(",
        pattern=lazy(rf"\(\s?{_CN}(?=[^)、{DIGITS}])(?![^。\n]{{0,40}}\))\s*"),
        example="(三加强",
        damage="right",
    ),
    Form(family=BRACKET, opens="()", pattern=lazy(r"(?:\(\s?)?\)(?=[\u4e00-\u9fff])"), example=")坚持", damage="number"),
    Form(family=DOT, opens=_ARABIC, pattern=lazy(r"(?P<n>\d{1,2})\s?[.、](?:(?!\d)|(?=20\d\d年))\s*"), example="1."),
    Form(family=DOT, opens=_row("⒈", 20), pattern=lazy(r"(?P<n>[⒈-⒛])\s*"), example="⒈"),
    Form(family=ROUND, opens="(", pattern=lazy(r"\(\s?(?P<n>\d{1,2})\s?\)\s*"), example="(1)"),
    Form(
        family=ROUND,
        opens=_ARABIC,
        pattern=lazy(r"(?P<n>\d{1,2})\s?\)(?=[\u4e00-\u9fff“《])\s*"),
        example="1)",
        damage="left",
    ),
    Form(family=ROUND, opens=_row("⑴", 20), pattern=lazy(r"(?P<n>[⑴-⒇])\s*"), example="⑴"),
    Form(family=CIRCLED, opens=_row("①", 20), pattern=lazy(r"(?P<n>[①-⑳])[、.]?\s*"), example="①"),
    Form(family=IS, opens=DIGITS, pattern=lazy(rf"{_CN}是(?!否)[,:]?\s*"), example="一是"),
    Form(family=MUST, opens=DIGITS, pattern=lazy(rf"{_CN}要(?=[\u4e00-\u9fff“])\s*"), example="一要"),
    Form(family=ORDINAL, opens="第", pattern=lazy(rf"第{_CN}[,:、](?!第)\s*"), example="第一，"),
    Form(family=WHICH, opens="其", pattern=lazy(rf"其{_CN}[,:、是]\s*"), example="其一，"),
    Form(family=TOPIC, opens="问不短", pattern=lazy(rf"(?:问题|不足|短板){_CN}[:、,]\s*"), example="问题一："),
    Form(
        family=FIRSTLY,
        opens="".join(word[0] for word in _WORDS),
        pattern=lazy(rf"(?P<n>{'|'.join(_WORDS)})[,:是]\s*"),
        example="首先，",
    ),
    Form(
        family=IS,
        opens="是",
        pattern=lazy(r"是(?![否以的非故因年])(?=[\u4e00-\u9fff“])"),
        example="是加强",
        damage="number",
    ),
    Form(family=COMMA, opens="、", pattern=lazy(r"、(?=[\u4e00-\u9fff\d“])"), example="、存在问题", damage="number"),
    Form(family=DASH, opens="—-─•●◆■", pattern=lazy(r"(?:——|--|──|•|●|◆|■)\s*(?=[\u4e00-\u9fff“\d])"), example="——"),
)
_OPENED_BY = {first: tuple(form for form in FORMS if first in form.opens) for form in FORMS for first in form.opens}
_INLINE = lazy(
    rf"(?<![第之其唯统不单万任专初{DIGITS}])[{DIGITS}]{{1,3}}[是要](?!一(?:[、,;。“”种项次场条件名家支]|个(?!别)|$))"
    rf"|[(〔\[]\s?[{DIGITS}]{{1,3}}\s?[)〕\]]|(?<=[。;:!?])\s?(?:\(\s?)?\)(?=[\u4e00-\u9fff])"
    rf"|(?<=[。;:!?])[{DIGITS}]{{1,3}}\s?[)、]|(?<=[。;:!?])\([{DIGITS}]{{1,3}}(?=[\u4e00-\u9fff])|[㈠-㈩①-⑳⑴-⒇⒈-⒛]"
    r"|(?<![\d.\w])\d{1,2}\s?[.、)](?!\d)|(?<=[。;:,!?])\d{1,2}\s?[.、)](?!\d)|\(\s?\d{1,2}\s?\)"
    rf"|(?<=[。;:!?])第[{DIGITS}]{{1,3}}[,:、]|(?<=[。;:!?,])其[{DIGITS}]{{1,3}}[,:、是]|(?<=[。;:!?])(?:{'|'.join(_WORDS)})[,:是]"
    rf"|(?<=[\u4e00-\u9fff%])(?:其次|再次|第[{DIGITS[1:]}]|其[{DIGITS[1:]}]),"
    rf"|(?<=[。;:!?])是(?=[\u4e00-\u9fff“])|(?<=[\u4e00-\u9fff”)])是(?={LEAD_VERB})"
)

# What a marker inside a line can begin with: only there is it worth looking.
_FIRST = lazy(rf"[{DIGITS}(〔\[)㈠-㈩①-⑳⑴-⒇⒈-⒛第其再是\s{''.join(sorted({word[0] for word in _WORDS}))}]|\d(?<![\w.]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A marker as printed at `start` up to `end` (where the title begins). `number` is None where it is lost.

    `before` says what it follows: line (it opens the line), stop (。；：！？), comma, or glued.
    """

    family: Family
    number: int | None
    start: int
    end: int
    before: str = "line"
    damage: str = ""


def chinese_number(digits: str) -> int:
    """一 to 九十九 as a number; 0 for what is no number (十十)."""
    if len(digits) == 1:
        return DIGITS.index(digits) + 1
    tens, ten, units = digits.partition("十")
    if not ten or len(tens) > 1 or len(units) > 1 or "十" in units:
        return 0
    return (DIGITS.index(tens) + 1 if tens else 1) * 10 + (DIGITS.index(units) + 1 if units else 0)


def chinese(number: int) -> str:
    """1 to 99 as Chinese numerals; larger numbers, which no report reaches, in digits."""
    if number > 99:
        return str(number)
    tens, units = divmod(number, 10)
    head = ("" if tens == 1 else DIGITS[tens - 1]) + "十" if tens else ""
    return head + (DIGITS[units - 1] if units else "")


def number_of(printed: str) -> int:
    """The number that a marker prints: 十二, 12, ①, ⑴, ⒈, ㈠ or 其次."""
    if printed in _WORDS:
        return _WORDS[printed]
    if printed.isdecimal():
        return int(printed)
    for first in "①⑴⒈㈠":
        if len(printed) == 1 and 0 <= ord(printed) - ord(first) < 20:
            return ord(printed) - ord(first) + 1
    return chinese_number(printed)


def label(family: Family, number: int) -> str:
    """The marker as it should be printed: （三）, 3., ③, 三是; "" for a family without numbers."""
    if family is CIRCLED:
        return chr(ord("①") + number - 1) if number <= 20 else f"({number})"
    if family is FIRSTLY:
        return next((word for word, n in _WORDS.items() if n == number), "最后")
    return family.shape.format(chinese(number) if family.chinese else number)


def marker_at(masked: str, start: int, end: int, before: str = "line") -> Marker | None:
    """The marker that stands at `start`, whatever its number, or None."""
    for form in _OPENED_BY.get(masked[start : start + 1], ()):
        found = form.pattern.match(masked, start, end)
        if (
            not found
            or (form.damage == "right" and before not in ("line", "stop"))
            or (form.damage == "mark" and before != "line")
        ):
            continue
        printed = found.groupdict().get("n")
        number = number_of(printed) if printed else None
        if number == 0:
            continue
        return Marker(family=form.family, number=number, start=start, end=found.end(), before=before, damage=form.damage)
    return None


def _before(masked: str, start: int, line_start: int) -> str:
    at = start - 1
    while at > line_start and masked[at] in " ”’)":
        at -= 1
    mark = masked[start - 1] if masked[start - 1] not in " " else masked[at]
    if mark in "。;:!?" or masked[at] in "。;:!?":
        return "stop"
    return "comma" if mark in ",、" else "glued"


def markers_within(masked: str, start: int, end: int, line_start: int) -> list[Marker]:
    """Everything inside a line that looks like a marker; the sequence decides later which of them are."""
    found = []
    for first in _FIRST.finditer(masked, start, end):
        hit = _INLINE.match(masked, first.start(), end) if first.start() >= start else None
        if not hit:
            continue
        start = hit.end()
        at = hit.start() + len(hit.group()) - len(hit.group().lstrip())
        marker = marker_at(masked, at, end, _before(masked, at, line_start))
        if marker:
            found.append(marker)
    return found
