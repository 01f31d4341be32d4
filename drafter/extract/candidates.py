"""Every number with a unit, before anybody asks what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.model.metric import Approx, Value
from drafter.text.numerals import NUMBER, RANGE_MARK, SCALES, clean, han_value, parse_numeral
from drafter.text.units import unit_pattern, unit_words

_SCALE = r"[百千]?[万亿]+|[百千](?=[万亿])"


@lru_cache(maxsize=16)
def _figure(unit: str, any_unit: str) -> re.Pattern[str]:
    """A number with a unit, where `unit` reads one (an office may have its own) and `any_unit` only knows them all."""
    return re.compile(
        rf"(?:(?P<low>{NUMBER})(?P<lowunit>{any_unit})?(?P<dash>{RANGE_MARK}))?"
        rf"(?P<number>{NUMBER})[ \xa0]?(?P<mid>[余多])?(?P<scale>{_SCALE})?(?P<mid2>[余多])?[ \xa0]?"
        rf"(?P<unit>{unit}(?:\({any_unit}\))?)"
    )


_SHARE = re.compile(
    r"(?P<number>一半|半(?:个工作日|个小时|小时|个月|天)|[一二两三四五六七八九]成[一二三四五六七八九半]?(?=提|升|降|增|至|以上|以下|左右|多|,|。|;|、|的|$)|[^\W\d_]{0,6}?分之[零一二两三四五六七八九十百点\d.]+)"
)
_BARE = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)(?P<mid>[余多])?(?P<scale>[百千]?[万亿]+)(?P<mid2>[余多])?(?=[^\d\w]|以上|以下|以内|左右|[^\W\d_]{0,8}人口|[^\W\d_]{0,8}劳动力)"
)
_PEOPLE = re.compile(r"人口|人员|劳动力|群众|职工|学生|就业")

# What is said before or after a figure about how exact it is (domain: 超, 突破, 逾 exclude the figure, 以上 includes it).
_BEFORE: tuple[tuple[str, Approx], ...] = (
    (r"(?:近|将近|接近)$", "近"),
    (r"(?:约|大约|大概)(?:为|有)?$", "约"),
    (r"(?<!不)(?:超|超过|突破|逾|高于|多于)了?$", "超"),
    (r"(?:不少于|不低于|至少|不得少于|不得低于)$", "以上"),
    (r"(?:不超过|不高于|不足|不到|(?<!不)低于|(?<!不)少于|不得超过)$", "以下"),
)
_AFTER: tuple[tuple[str, Approx], ...] = (
    (r"(?:及)?以上", "以上"),
    (r"以下|以内|之内|内(?![^\W\d_]*[设部容])", "以下"),
    (r"左右|上下", "约"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number with its unit at `start`..`end` of the folded text; `han` where it is written in Chinese numerals only."""

    start: int
    end: int
    value: Value
    unit: str
    approx: Approx | None
    han: bool


def candidates(text: str) -> list[Candidate]:
    """All candidates of a folded text, in order, none overlapping another."""
    found: list[Candidate] = []
    for made in sorted((*_counted(text), *_shares(text), *_bare(text)), key=lambda c: (c.start, -c.end)):
        if not found or made.start >= found[-1].end:
            found.append(made)
    return found


def _counted(text: str) -> Iterator[Candidate]:
    for hit in _figure(unit_pattern(), unit_words()).finditer(text):
        start = hit.start("low") if hit["low"] else hit.start()
        value = _value(hit)
        if value is None:
            continue
        han = not any(c.isdigit() and c.isascii() for c in hit["number"])
        yield Candidate(start, hit.end(), value, hit["unit"], _inside(hit) or _around(text, start, hit.end()), han)


def _value(hit: re.Match[str]) -> Value | None:
    scale = 1
    for char in hit["scale"] or "":
        scale *= SCALES[char]
    high = parse_numeral(hit["number"])
    if high is None:
        return None
    value = clean(high * scale)
    low = parse_numeral(hit["low"]) if hit["low"] else None
    if low is None:
        return value
    # 3-5万件: one scale for both ends; 2万至3万户, 9000至1万户 have each their own
    own_scale = scale if scale > 1 else _trailing_scale(hit["number"])
    shared = clean(low * own_scale)
    if not hit["lowunit"] and _trailing_scale(hit["low"]) == 1 and shared < value:
        low = shared
    return (low, value) if low < value else value


def _trailing_scale(number: str) -> int:
    scale = 1
    for char in reversed(number):
        if char not in "万亿":
            break
        scale *= SCALES[char]
    return scale


def _shares(text: str) -> Iterator[Candidate]:
    for hit in _SHARE.finditer(text):
        raw = hit["number"]
        start = hit.start()
        if "分之" in raw:
            begin = re.search(r"(?:百|千|[一二三四五六七八九十]+|\d+)分之", raw)
            if begin is None:
                continue
            start, raw = hit.start() + begin.start(), raw[begin.start() :]
            value, unit = parse_numeral(raw), "%" if raw.startswith("百分之") else ""
        elif raw.startswith("半"):
            value, unit = 0.5, raw[1:]
        elif raw == "一半":
            value, unit = 0.5, ""
        else:
            value, unit = (han_value(raw[0]) or 0) * 10 + (5 if raw.endswith("半") else han_value(raw[2:]) or 0), "%"
        if value is not None:
            yield Candidate(start, hit.end(), clean(value), unit, _around(text, start, hit.end()), han=True)


def _bare(text: str) -> Iterator[Candidate]:
    """近260万外来务工人口, 脱贫人口增加37万: people, though no unit is printed."""
    for hit in _BARE.finditer(text):
        near = text[max(0, hit.start() - 12) : hit.start()] + text[hit.end() : hit.end() + 10]
        unit = "人" if _PEOPLE.search(near) else ""
        scale = 1
        for char in hit["scale"]:
            scale *= SCALES[char]
        yield Candidate(
            hit.start(),
            hit.end(),
            clean(float(hit["number"]) * scale),
            unit,
            _inside(hit) or _around(text, hit.start(), hit.end()),
            han=False,
        )


def _inside(hit: re.Match[str]) -> Approx | None:
    """余 or 多 between numeral and unit, before or behind 万."""
    said = (hit["mid"], hit["mid2"])
    return "余" if "余" in said else "多" if "多" in said else None


def _around(text: str, start: int, end: int) -> Approx | None:
    before, after = text[max(0, start - 5) : start], text[end : end + 4]
    for pattern, approx in _BEFORE:
        if re.search(pattern, before):
            return approx
    for pattern, approx in _AFTER:
        if re.match(pattern, after):
            return approx
    return None
