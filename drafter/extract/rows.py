"""Sentences as rows of figures: what stands between two figures tells how they belong together."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from drafter.extract.standing import Standing
from drafter.model.metric import number
from drafter.text.pattern import lazy
from drafter.text.units import loosely_same_unit, same_unit

RATES = ("%", "‰", "个百分点", "百分点", "倍", "番", "")
# How many figures back a total may stand: far more than a list holds, and the work stays linear.
REACH = 12
MOST_PARTS = 15
# What opens a breakdown of its own: 按类型分, 从领域看, 分地区看. Sentences and segments that begin so divide one and the same total.
BREAKDOWN = (
    r"(?:按[^,。;、\d]{1,10}(?:划分|分类|来看|分|看)|从[^,。;\d]{1,10}(?:来看|分布看|看)|分[^,。;、\d]{1,6}(?:来看|看))[,:]?"
)
# The head of a clause that says whose part it is: 市本级受理, 市场监管部门查处.
OWNER = lazy(r"(?:^|[,;:])(?:其中,?)?[^,;:、。]{0,8}(?P<level>本级|部门|系统|(?<=[省市县区州旗])政府)[^,;:、。]{0,12}$")

_BREAKS_DOWN = lazy(BREAKDOWN)
_STOP = lazy(r"[。!?\n]")
# 办结76件。二是提高办案质量。办结案件中…: the lead of an item may stand between
_LEAD = lazy(r"[一二三四五六七八九十]是[^,;\d\n]{2,16}。").fullmatch
_OPENING = lazy(r"[();]")
_AFTERWARDS = lazy(r"[,。;:、()\d\n]")
_CHANGE = lazy(r"(?:增长|下降|提高|上升|减少|压减|降低|增加|提升|缩短|净增|[比较][^,。;]{0,6}[多少增减])(?:了|约|近|超过)?$")
_PER_HEAD = lazy(r"(?:平均|每(?!年|月)|[人户日月村镇]均)[^,。;、]{0,12}$")
# 件 of documents and 部 of rules may be parts of one another; people are never parts of bodies.
_NEVER_LOOSE = frozenset({"人", "名", "位", "场", "次", "期"})


class Figure(NamedTuple):
    """A figure in its row: `gap` stands before it, back to the figure before or the head of the sentence; `rest` behind it.

    `depth` says how many brackets are open where it stands, `segment` which part between semicolons it belongs to; an
    `aside` is a rate, a change or an average, which stands beside a list and never in it.
    """

    metric: Standing
    gap: str
    rest: str
    depth: int
    segment: int
    aside: bool
    change: bool

    @property
    def clause(self) -> str:
        """The clause that leads to it."""
        return self.gap[max(map(self.gap.rfind, ",;:(")) + 1 :]

    @property
    def said(self) -> str:
        """The words around it, back to the figure before and up to the next mark."""
        return self.gap + self.rest


class Row(NamedTuple):
    """The figures of a sentence and of the sentence right before it in the same paragraph; `tail` stands behind the last."""

    figures: tuple[Figure, ...]
    before: tuple[Figure, ...]
    tail: str


# Part and total.
Pairs = Iterator[tuple[Figure, Figure]]


def rows_of(text: str, metrics: Sequence[Standing]) -> Iterator[Row]:
    """One row for each sentence that holds a figure, in order. `text` is the folded text that the metrics point into."""
    stops = [found.start() for found in _STOP.finditer(text)]
    before: tuple[Figure, ...] = ()
    previous = -3
    for sentence, members in groupby(metrics, key=lambda metric: bisect_left(stops, metric.start)):
        start = stops[sentence - 1] + 1 if sentence else 0
        end = stops[sentence] if sentence < len(stops) else len(text)
        figures = tuple(_figures(text, list(members), start, end))
        led = sentence == previous + 2 and _LEAD(text, stops[previous] + 1, start) is not None
        adjoining = led or (sentence == previous + 1 and text[stops[previous]] != "\n")
        kept = before if adjoining else ()
        yield Row(figures, kept, text[figures[-1].metric.end : end])
        before = _remembered(kept, figures)
        previous = sentence


def _remembered(before: tuple[Figure, ...], figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """What the next sentence may look back at: a breakdown leaves its total, rates and a single figure stand beside the last."""
    if before and _BREAKS_DOWN.match(figures[0].gap):
        return before
    short = sum(not figure.aside for figure in figures) < 2
    return (*before, *figures)[-REACH:] if short else figures[-2 * REACH :]


def _figures(text: str, metrics: list[Standing], start: int, end: int) -> Iterator[Figure]:
    at, depth, segment = start, 0, 0
    for metric, following in zip(metrics, (*(m.start for m in metrics[1:]), end), strict=True):
        gap = text[at : metric.start]
        for mark in _OPENING.findall(gap):
            depth = depth + 1 if mark == "(" else max(0, depth - 1) if mark == ")" else depth
            segment += mark == ";" and depth == 0
        rest = _AFTERWARDS.split(text[metric.end : min(following, metric.end + 20)], maxsplit=1)[0]
        change = bool(_CHANGE.search(gap[-14:]))
        aside = change or metric.unit in RATES or bool(_PER_HEAD.search(gap[-20:]))
        yield Figure(metric, gap, rest, depth, segment, aside, change)
        at = metric.end


def may_be_part(part: Figure, total: Figure, *, loose: bool = False) -> bool:
    """Whether kind, unit and value allow it; `loose` where the words leave no doubt (规范性文件46件，其中规章2部)."""
    a, b = part.metric, total.metric
    alike = same_unit(a.unit, b.unit) or (loose and not {a.unit, b.unit} & _NEVER_LOOSE and loosely_same_unit(a.unit, b.unit))
    return alike and not part.aside and not total.aside and a.kind == b.kind != "rank" and _fits(a, b)


def _fits(part: Standing, total: Standing) -> bool:
    """A total told with 余, 多 or 超 may be somewhat more than its number."""
    room = 1.05 if total.approx in ("余", "多", "超", "以上", "约", "近") else 1.0
    return not isinstance(total.value, tuple) and 0 <= number(part) <= number(total) * room
