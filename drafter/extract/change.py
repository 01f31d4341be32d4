"""What the text itself says of last year: 同比增长12.3%, 较上年提高3.4个百分点, 由3分提高到5分, 翻一番, 持平.

A change belongs to the figure right before it, or, where the change comes first (同比增长12.3%，达到4.12万户), to the one
behind. A clause that has a subject of its own (信访总量同比下降8.6%) says nothing of the figure before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from drafter.extract.rows import REACH, Figure, Row
from drafter.extract.standing import Standing
from drafter.model.metric import StatedChange, number
from drafter.text.numerals import parse_numeral
from drafter.text.pattern import lazy
from drafter.text.units import same_unit

_UP = r"增长|上升|提高|提升|增加|扩大|上涨|净增|攀升|增|多|\+|↑"
_DOWN = r"下降|减少|降低|压缩|压减|缩短|缩减|下滑|回落|减|少|降|-|↓"
_LAST = frozenset("长升高加大涨增多攀降少低缩减短落滑幅+↑↓-")
_LAST_YEAR = r"同比|[较比与](?:上年|去年|(?P<named>\d{4})年)(?:度|末|底)?(?:同期|预算)?(?:相比)?"
_MANNER = r"(?:分别|均|又|再|也|大幅|明显|各|净)*"
# Too short to be a verb of change unless it is said against what: 新增, 不少.
_ONLY_AGAINST = ("增", "多", "减", "少", "降")
# What ends the words before a change: 同比|增长|近. The part before the verb names what grew, or nothing.
_SAID = lazy(
    rf"(?P<before>(?:^|[,、;(])[^,、;(]*?)(?P<against>{_LAST_YEAR})?(?P<manner>{_MANNER})"
    rf"(?:(?P<up>(?:增幅|涨幅)(?:为|达到?)?|{_UP})|(?P<down>降幅(?:为|达到?)?|{_DOWN}))了?(?:近|约|超过?|逾)?$"
)
# Subjects that mean the figure before: 案件数同比增长.
_GENERIC = lazy(r"^[,、;(\s]*(?:其中)?(?:案件|办件|总|数量|数|量|人数|件数|金额|比例|占比|总数|总量)*$")
# 受理120件|案件同比增长
_ADJOINING = lazy(rf"[^,、;(的]{{0,4}}?(?:{_LAST_YEAR})")
# Not against last year: by month, on average, since a base year.
_OTHERWISE = lazy(r"环比|年均|月均|日均|平均|累计|每年|人均")
_FROM = lazy(r"(?:由|从)[^,。;]{0,14}$")
_VERBS_TO = r"(?P<up>提高|增加|上升|提升|增长|升|扩大|扩展|拓展|增)|(?P<down>下降|减少|降低|压缩|缩短|压减|精简|降|减)|调整|优化"
CHANGED_TO = lazy(rf"^[^,。;\d]{{0,3}}?(?:{_VERBS_TO})(?:[到至]|(?<=[短整减缩简])为)(?:承诺|目前|实际)?的?$")
_REACHING = lazy(r"^[,、]?(?:总[数量])?(?:达到?|增?至|升至|降至|为)(?:了|近|约|超过?)?$")
_FLAT = lazy(r"^[^,。;(\d]{0,8}[,(]?(?:[与和较比](?:上年|去年)(?:同期)?|同比)(?:[^,。;\d]{0,4})?持平")
_DOUBLED = r"翻了?(?P<doubled>[一两二三1-3])番|(?:增长|增加|提高)了?(?P<once>[一1两二])倍"
_TIMES = lazy(rf"^[^,、。;(\d比较的]{{0,6}}[,、(]?(?:{_LAST_YEAR})?(?:又|再|实现)?(?:{_DOUBLED})")
_DOUBLING = lazy(rf"^[^,、。;(\d比较的]{{0,6}}[,、(]?(?:{_LAST_YEAR})?(?:又|再|实现)?翻了?$")
_NEXT = lazy(r"[、和及]")


def stated_changes(rows: Iterable[Row], year: int | None) -> dict[str, StatedChange]:
    """By id of the figure that the change is said of, in a report of `year`. Of two (12%，13件) the first is kept."""
    found: dict[str, StatedChange] = {}
    for row in rows:
        for figure, change in (*_levels(row), *_in_words(row), *_measured(row, year)):
            found.setdefault(figure.metric.id, change)
    return found


def _levels(row: Row) -> Iterator[tuple[Figure, StatedChange]]:
    """由3分提高到5分: the second figure, with the level of last year; 分别从9家、4家增至12家、6家 two by two."""
    figures = row.figures
    for at, second in enumerate(figures):
        hit = CHANGED_TO.match(second.gap) if at else None
        if not hit:
            continue
        begin = at - 1
        while begin and _NEXT.fullmatch(figures[begin].gap):
            begin -= 1
        if not _FROM.search(figures[begin].gap[-16:]):
            continue
        for old, new in zip(figures[begin:at], figures[at : _until(figures, at)], strict=False):
            if same_unit(old.metric.unit, new.metric.unit):
                up = bool(hit["up"]) or (not hit["down"] and number(new.metric) > number(old.metric))
                yield new, StatedChange(kind="level", value=number(old.metric), direction="up" if up else "down")


def _in_words(row: Row) -> Iterator[tuple[Figure, StatedChange]]:
    """持平, 翻一番, 增长一倍: no figure tells the change."""
    for at, (figure, behind) in enumerate(zip(row.figures, (*(f.gap for f in row.figures[1:]), row.tail), strict=True), 1):
        if figure.change or figure.metric.unit == "番":
            continue
        if _DOUBLING.search(behind) and at < len(row.figures) and row.figures[at].metric.unit == "番":
            times = 2 ** number(row.figures[at].metric)
            yield figure, StatedChange(kind="percent", value=100 * (times - 1), direction="up")
            continue
        if _FLAT.match(behind[:30]):
            yield figure, StatedChange(kind="level", value=number(figure.metric), direction="flat")
        elif hit := _TIMES.match(behind[:30]):
            times = parse_numeral(hit["doubled"] or hit["once"]) or 1
            percent = 100 * (2**times - 1) if hit["doubled"] else 100 * times
            yield figure, StatedChange(kind="percent", value=percent, direction="up")


def _measured(row: Row, year: int | None) -> Iterator[tuple[Figure, StatedChange]]:
    """A figure that tells the change: 同比增长|12.3%|, with the figure or figures that it is said of."""
    at = 0
    while at < len(row.figures):
        said = _said(row.figures[at].gap)
        alone = said and not said["against"] and (said["up"] or said["down"]) in _ONLY_AGAINST
        if not said or alone or _OTHERWISE.search(said.group()) or not _last_year(said, year):
            at += 1
            continue
        listed = "分别" in said["manner"] or (at > 0 and _NEXT.fullmatch(row.figures[at - 1].gap))
        until = _until(row.figures, at) if listed else at + 1
        changes = row.figures[at:until]
        for base, change in _pairs(row.figures, at, changes, said):
            if made := _made(base.metric, change.metric, up=bool(said["up"])):
                yield base, made
        at = until


def _last_year(said: re.Match[str], year: int | None) -> bool:
    """比2018年增加 in a report of 2023 is no change against last year."""
    return year is None or not said["named"] or int(said["named"]) in (year - 1, year)


def _said(gap: str) -> re.Match[str] | None:
    """The words of change that end a gap. The last character is looked at first: most gaps end otherwise."""
    return _SAID.search(gap[-40:]) if gap.rstrip("了近约超过逾为达到")[-1:] in _LAST else None


def _until(figures: Sequence[Figure], at: int) -> int:
    """Where the list of changes ends that begins at `at`: 分别增长12%和8%."""
    end = at + 1
    while end < len(figures) and _NEXT.fullmatch(figures[end].gap):
        end += 1
    return end


def _pairs(figures: Sequence[Figure], at: int, changes: Sequence[Figure], said: re.Match[str]) -> Iterator[tuple[Figure, Figure]]:
    """Base and change, one to one; 分别 shares them out, 均 says one change of two."""
    first = changes[0]
    behind = figures[at + 1] if at + 1 < len(figures) else None
    bases = [f for f in reversed(figures[max(0, at - REACH) : at]) if f.depth <= first.depth and not _is_change(f)]
    generic = _GENERIC.match(said["before"]) or _ADJOINING.match(first.gap)
    if behind and _REACHING.match(behind.gap) and (not bases or ";" in first.gap or not generic):
        yield behind, first
    elif bases and ";" not in first.gap and (generic or _repeats(said["before"], bases[0])):
        shared = 2 if "均" in said["manner"] else len(changes)
        taken = bases[:shared][::-1]
        yield from zip(taken, changes if len(changes) > 1 else [first] * len(taken), strict=False)


def _is_change(figure: Figure) -> bool:
    return figure.change or bool(_said(figure.gap)) or figure.metric.unit in ("个百分点", "倍", "番")


def _repeats(subject: str, base: Figure) -> bool:
    """败诉率6.7%，败诉率同比下降: the subject is the figure's own."""
    bare = subject.lstrip(",、;(")
    return len(bare) >= 2 and bare in base.gap


def _made(base: Standing, change: Standing, *, up: bool) -> StatedChange | None:
    direction: Literal["up", "down"] = "up" if up else "down"
    value = number(change)
    if change.unit == "%":
        return StatedChange(kind="percent", value=value, direction=direction)
    if change.unit == "倍" or (change.unit == "" and value < 1):  # 增长1.2倍, 减少一半
        return StatedChange(kind="percent", value=round(value * 100, 6), direction=direction)
    if change.unit == "番":
        return StatedChange(kind="percent", value=100 * (2**value - 1), direction=direction)
    if "百分点" in change.unit:
        return StatedChange(kind="points", value=value, direction=direction) if base.unit == "%" else None
    return StatedChange(kind="count", value=value, direction=direction) if same_unit(base.unit, change.unit) else None
