"""Every number with a unit, before anybody asks what it means."""

import re
from collections.abc import Callable
from functools import lru_cache

from drafter.extract.candidate import Candidate, made
from drafter.extract.portions import half, share
from drafter.model.metric import Approx, Value
from drafter.text.numerals import (
    ARABIC,
    NUMBER,
    NUMERALS,
    RANGE_MARK,
    clean,
    parse_numeral,
    scale_of,
    times,
    vague_range,
)
from drafter.text.pattern import lazy
from drafter.text.units import unit_pattern, unit_words

_SCALE = r"[百千]?[万亿]+|[百千](?=[万亿余多])"
# A numeral starts here: not inside another one, nor behind a decimal point or a thousands mark; 一是, (一) and 统一, count nothing.
_LONGEST_UNIT = 8  # characters of a unit before a range mark: 由5个工作日至3个工作日
_START = lazy(rf"(?<![\d.])\d|(?<![\d{NUMERALS}])[{NUMERALS}](?![是),。;:])|半(?=数|日|天|个|小时)")
_PEOPLE = "人口|人员|劳动力|群众|职工|学生|就业|儿童|婴幼儿|老人|老年人|残疾人|居民|农民|师生|党员|干部|市民|村民|妇女|青年|游客"
_NEAR_PEOPLE = lazy(_PEOPLE).search
_BARE = lazy(
    rf"(?P<number>{ARABIC})(?P<mid>[余多])?(?P<scale>[百千]?[万亿]+)(?P<mid2>[余多])?"
    rf"(?=[^\d\w]|$|以[上下内]|左右|[^\W\d_]{{0,10}}?(?:{_PEOPLE}))"
)
_HAN_PEOPLE = lazy(
    rf"(?P<number>[{NUMERALS}]+[百千万]|[百千万](?=[余多]))(?P<mid>[余多])?(?P<scale>)(?P<mid2>)(?=[^\W\d_]{{0,6}}?(?:{_PEOPLE}))"
)
# 败诉率为0, 占8.66, 综合指数2.385, 得分96.5: the unit is left out, and there is but one that can be meant.
_UNSAID_NUMBER = lazy(r"\d+(?:\.\d+)?(?=[,。;、)\n]|$)")
_UNSAID = (
    (lazy(r"率(?:均|仅|也)?(?:为|达到?|降至|降为|是)?$").search, lazy(r"0(?:\.0+)?$").match, "%"),
    (lazy(r"占(?:比|比重|比例)?(?:为|达到?)?$").search, lazy(r"\d{1,2}\.\d+$").match, "%"),
    (lazy(r"(?:指数|系数)(?:为|是|达到?|[升降]至)?$").search, lazy(r"\d+\.\d+$").match, ""),
    (lazy(r"(?:得分|评分|分值)(?:为|达到?|提升至|提高到)?$").search, lazy(r"\d").match, "分"),
)


@lru_cache(maxsize=16)
def _readers(unit: str, any_unit: str) -> tuple[Callable[[str, int], re.Match[str] | None], ...]:
    """What reads a number or a range with its unit, and a number alone; `unit` reads one, `any_unit` only knows them all."""
    tail = (
        rf"[ ]?(?P<mid>[余多来])?(?P<scale>{_SCALE})?(?P<mid2>[余多来])?[ ]?"
        rf"(?P<unit>{unit}(?:\({any_unit}\)次?)?)(?!(?<=[A-Z])[A-Za-z])"
    )
    ranged = rf"(?P<first>{NUMBER})(?:(?=[^、,。;:()]{{0,{_LONGEST_UNIT}}}?{RANGE_MARK})(?P<firstunit>{any_unit})?{RANGE_MARK}(?P<last>{NUMBER}))?{tail}"
    return lazy(ranged).match, lazy(rf"(?P<first>{NUMBER})(?P<last>(?!))?{tail}").match


def candidates(text: str) -> list[Candidate]:
    """All candidates of a folded text, in order, none overlapping another."""
    taken: list[Candidate] = []
    end = 0
    for begin in _START.finditer(text):
        start = begin.start()
        if start < end:
            continue
        found = half(text, start) or share(text, start) or _counted(text, start)
        if not found and begin.group().isdecimal():
            found = _bare(text, _BARE.match(text, start)) or _unsaid(text, start)
        elif not found:
            found = _bare(text, _HAN_PEOPLE.match(text, start))
        if found:
            end = found.end
            taken.append(found)
    return taken


def _counted(text: str, start: int) -> Candidate | None:
    figure, alone = _readers(unit_pattern(), unit_words())
    hit = figure(text, start)
    value = _value(hit) if hit else None
    if hit and hit["last"] and value is None:  # 3天到1天 does not rise: no range, but two figures
        hit = alone(text, start)
        value = _value(hit) if hit else None
    if hit is None or value is None:
        return None
    return made(text, start, hit.end(), value, hit["unit"], _inside(hit))


def _value(hit: re.Match[str]) -> Value | None:
    scale = scale_of(hit["scale"] or "")
    if hit["last"]:
        return _range(hit, scale)
    number = hit["first"]
    if not number[0].isdigit() and (vague := vague_range(number)):
        return times(vague[0], scale), times(vague[1], scale)
    value = parse_numeral(number)
    return None if value is None else times(value, scale)


def _range(hit: re.Match[str], scale: int) -> Value | None:
    low, high = parse_numeral(hit["first"]), parse_numeral(hit["last"])
    if low is None or high is None:
        return None
    value = times(high, scale)
    # 3-5万件: one scale for both ends; 2万至3万户, 9000至1万户 have each their own
    shared = times(low, scale if scale > 1 else _trailing_scale(hit["last"]))
    if not hit["firstunit"] and _trailing_scale(hit["first"]) == 1 and shared < value:
        low = shared
    return (low, value) if low < value else None


def _trailing_scale(number: str) -> int:
    scale = 1
    for char in reversed(number):
        if char not in "万亿":
            break
        scale *= scale_of(char)
    return scale


def _bare(text: str, hit: re.Match[str] | None) -> Candidate | None:
    """近260万外来务工人口, 脱贫人口增加37万, 三千余群众: people, though no unit is printed."""
    number = parse_numeral(hit["number"]) if hit else None
    if hit is None or number is None:
        return None
    start = hit.start()
    near = text[max(0, start - 12) : start] + text[hit.end() : hit.end() + 10]
    unit = "人" if _NEAR_PEOPLE(near) else ""
    return made(text, start, hit.end(), times(number, scale_of(hit["scale"])), unit, _inside(hit))


def _unsaid(text: str, start: int) -> Candidate | None:
    hit = _UNSAID_NUMBER.match(text, start)
    if not hit:
        return None
    before = text[max(0, start - 8) : start]
    for said_before, fits, unit in _UNSAID:
        if said_before(before) and fits(hit.group()):
            return Candidate(start, hit.end(), clean(float(hit.group())), unit, None, han=False)
    return None


def _inside(hit: re.Match[str]) -> Approx | None:
    """余, 多 or 来 (about) between numeral and unit, before or behind 万."""
    said = (hit["mid"], hit["mid2"])
    return "余" if "余" in said else "多" if "多" in said else "约" if "来" in said else None
