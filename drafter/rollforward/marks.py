"""What in a passage belongs to last year: its figures, dates, numbered meetings, names and documents.

Each is a `Mark`: a place of LAST that becomes one slot. Names of laws and plans are frozen, and no mark is made in them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.model.metric import Metric
from drafter.model.raw import SlotKind
from drafter.rollforward.names import firms, leaders
from drafter.rollforward.years import Calendar, Place, frozen_names, inside
from drafter.text.normalize import fold

# Words that a figure cannot be filled in without choosing anew: whether it grew, whether it passed, how exact it is.
_BEFORE = re.compile(
    r"(?:(?:大幅|持续|稳步|逐步|小幅)?(?:增长|上升|提高|提升|增加|下降|减少|降低|减|缩减|压缩|缩短|下调|上调|提速|攀升|回升|回落|扩大|扩展|拓展|突破|净增|净减)(?:至|到|为|了|近|约|超过)?"
    r"|(?:增至|升至|升到|降至|降到|减至|减到|跃居|跃升至|[升降]为)(?:全[国省市区县州])?|[多少]了|超过|超|突破|逾|接近|将近|近|大约|约|不足|至少|不少于|不低于|不超过|最高|最低)\Z"
)
_GLUED = re.compile(r"\d[\d.,]*[百千]?[万亿]\Z")  # the 1万 of 1万6千多户
_AFTER = re.compile(r"(?:[余多](?=[，。；、]))?(?:以上|以下|以内|左右|上下)")
_DATE = re.compile(
    r"(?<![\d个·.])(?:(?P<year>(?:19|20)\d\d)年)?(?:\d{1,2}月?(?:[-—–~]{1,2}|至|到))?\d{1,2}月(?!度|均|卡|租|薪|嫂|票)"
    r"(?:\d{1,2}[日号]|份?(?:[上中下]旬|月?[底末初]|中(?![国央心小等学])(?:旬)?)|份)?(?:(?:[-—–~]{1,2}|至|到)(?:\d{1,2}月)?\d{1,2}日)?"
)
_FESTIVAL = re.compile(r"[“”]?[^，。；,;]{0,8}?(?:宪法日|教育日|宣传日|消费者权益日|禁毒日|纪念日|安全日|宣传周|节)")
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}[次批](?:[、和及]第[一二三四五六七八九十百\d]{1,4}[次批])*(?!全国|党代|大会战|党员)"
)
_ROUNDS = re.compile(r"(?<=分)[一二两三四五六七八九十\d]{1,3}[轮批](?=对|开展|进行|组织|选派|公布|推进)")
_MADE = re.compile(
    r"(?:制定|出台|印发|制发|起草|修订|修改|公布|发布|颁布|废止|提请审议|编制|审议通过|实施了|通过了|编写|编印)(?:了|公布|出台|印发|发布|完善|关于)*"
    r"[^，。；：《》,;:]{0,12}(?P<names>《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)?》(?:(?:[、和及]|以及)?《[^《》\n]*》)*)"
)
_SUCH_AS = re.compile(
    r"(?P<names>《[^《》\n]*》(?:(?:[、和及]|以及)?《[^《》\n]*》)*)(?=等\s*(?:\d|多[部项个件]|一批|一系列|系列))"
)
_SCALED = {10**4: "万", 10**8: "亿"}
_NUMBER = r"[\d.,]+(?:[百千]?[万亿]+|[百千])?"
_SIGN = r"(?:[-+↑↓−—–]|增[长加]?|减少?|上升|下降|提高|降低|[升降])?"  # of a column 增减


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """`text[start:end]` of LAST is to be asked for anew: what (`label`) and in which unit; `shown` is the unit as printed."""

    start: int
    end: int
    kind: SlotKind
    label: str
    unit: str = ""
    shown: str = ""
    metric: Metric | None = None


def figure_marks(text: str, metrics: Iterable[Metric]) -> list[Mark]:
    """A mark for each figure, with the words of direction and nearness around it; those inside frozen names have none."""
    frozen = frozen_names(text)
    ordered = sorted(metrics, key=lambda m: (m.start, m.end))
    marks: list[Mark] = []
    for at, metric in enumerate(ordered):
        floor = marks[-1].end if marks else 0
        start = max(metric.start, floor)
        if inside(frozen, metric.start, metric.end) or start >= metric.end:
            continue
        limit = ordered[at + 1].start if at + 1 < len(ordered) else len(text)
        marks.append(_figure(text, metric, (floor, start, limit)))
    return marks


def _figure(text: str, metric: Metric, room: tuple[int, int, int]) -> Mark:
    floor, start, limit = room
    line = text.rfind("\n", 0, start) + 1
    if hit := _GLUED.search(fold(text[max(floor, line, start - 8) : start])):
        start -= len(hit.group())
    before = fold(text[max(floor, line, start - 8) : start])
    if hit := _BEFORE.search(before):
        start -= len(hit.group())
    after = _AFTER.match(fold(text[metric.end : min(limit, metric.end + 4)]))
    end = metric.end + (len(after.group()) if after else 0)
    label = metric.label or "数据"
    return Mark(start=start, end=end, kind="figure", label=label, unit=metric.unit, shown=_shown_unit(metric), metric=metric)


def _shown_unit(metric: Metric) -> str:
    """The unit as last year printed it: 万件 of 4.7万件, 人 of 230余人."""
    hit = re.match(r"[\d.,]+", fold(metric.text))
    if metric.kind == "rank" or not hit or "分之" in metric.text or isinstance(metric.value, tuple):
        return metric.unit
    if hit.end() == len(metric.text):  # a cell, whose head may say 万元
        return _SCALED.get(round(metric.value / float(hit.group().replace(",", "") or 1)), "") + metric.unit
    return re.sub("[余多几]", "", metric.text[hit.end() :]) or metric.unit


def other_marks(text: str, place: Place, calendar: Calendar, taken: Sequence[Mark]) -> list[Mark]:
    """The dates, numbered meetings, names and documents of the passage [start, end) that no figure has taken."""
    start, end = place
    part = text[start:end]
    frozen = frozen_names(part)
    found: list[Mark] = []
    for mark in (*_documents(part), *_dates(part, calendar), *_ordinals(part), *_rounds(part), *_names(part)):
        moved = Mark(start=start + mark.start, end=start + mark.end, kind=mark.kind, label=mark.label)
        free = not any(m.start < moved.end and moved.start < m.end for m in (*taken, *found))
        if free and (mark.kind == "text" or not inside(frozen, mark.start, mark.end)):
            found.append(moved)
    return sorted(found, key=lambda mark: mark.start)


def _documents(part: str) -> Iterator[Mark]:
    for pattern in (_MADE, _SUCH_AS):
        for hit in pattern.finditer(fold(part)):
            yield Mark(start=hit.start("names"), end=hit.end("names"), kind="text", label="文件名称")


def _dates(part: str, calendar: Calendar) -> Iterator[Mark]:
    folded = fold(part)
    for hit in _DATE.finditer(folded):
        year = int(hit["year"]) if hit["year"] else None
        own = year is None or calendar.moved(year) is not None
        if own and not _FESTIVAL.match(folded[hit.end() :]) and not (year and folded[: hit.start()].endswith(("自", "从"))):
            yield Mark(start=hit.start(), end=hit.end(), kind="date", label="时间")


def _ordinals(part: str) -> Iterator[Mark]:
    for hit in _ORDINAL.finditer(fold(part)):
        before = re.search(r"[一-鿿]{0,24}\Z", part[: hit.start()])
        name = re.sub(r"^.*(?:召开|举行|主持|组织|参加|开展|了)", "", before.group() if before else "")
        if not name.endswith(("党的", "全国", "中国")):
            yield Mark(
                start=hit.start(),
                end=hit.end(),
                kind="ordinal",
                label=f"{name[-16:]}会议届次" if "会议" in part[hit.end() : hit.end() + 8] else f"{name[-16:]}次数",
            )


def _rounds(part: str) -> Iterator[Mark]:
    """分两轮, 分三批: in how many goes last year's work was done."""
    for hit in _ROUNDS.finditer(fold(part)):
        yield Mark(start=hit.start(), end=hit.end(), kind="ordinal", label=f"{hit.group()[-1]}次")


def _names(part: str) -> Iterator[Mark]:
    for start, end, office in leaders(part):
        yield Mark(start=start, end=end, kind="name", label=f"{office}姓名")
    for start, end, kind in firms(part):
        yield Mark(start=start, end=end, kind="name", label=kind)


def number_only(cell: str) -> bool:
    """Whether a table cell is a bare number."""
    return bool(re.fullmatch(rf"\s*{_SIGN}(?:{_NUMBER})\s*%?\s*", fold(cell)))
