"""What speaks for and against two figures being the same one, a year apart."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.compare import costs
from drafter.compare.roles import role_of
from drafter.compare.vocabulary import (
    AGAINST_LAST,
    CHANGE,
    DOWN,
    FLOWS,
    GROWN,
    KIND_ENDINGS,
    LEVEL_REACHED,
    PERIODS,
    START_LEVEL,
    START_TAIL,
    UNDONE,
    Flow,
    Period,
    classes,
    telling,
)
from drafter.model.metric import Metric
from drafter.model.report import Report, Role, sections_over
from drafter.text.normalize import fold, letters
from drafter.text.units import dimension, loosely_same_unit, same_unit

_NUMBER = re.compile(r"\d[\d.,]*")
_NAMES = re.compile(r"(?<!\d)1\d{4}(?!\d)")  # hotlines: 12345, 12348 are never one another
_QUOTED = re.compile(r"“([^“”\n]{2,16})”")  # what has a name of its own: “免申即享”, “法律明白人”
_YEARS_TITLE = re.compile(r"过去[三四五]年|[三四五]年来|“十[一二三四五]五”(?:时期|期间)")
_YEAR = re.compile(r"20\d\d年|(?:去|今|上)年|上一年|一年来")  # 过去五年和2022年工作回顾 is of both
_STOPS = re.compile(r"[。;!?\n]")
_PAUSES = re.compile(r"[,:，：]")

Grams = frozenset[str]


@dataclass(frozen=True, slots=True)
class View:
    """A figure with everything that pairing looks at, worked out once.

    `name`, `own`, `around` are grams of its label, of its own clause, and of its sentence; `role` tells a level from a
    change and from the start of a change; `period` what time it runs over; `grown` a level reached from an earlier one
    (由…增加到); `undone` what is still to do (剩余, 尚未); `named` the names in quotation marks and hotlines that it bears.
    `frame` is its sentence with every number masked, and where in that it stands.
    """

    metric: Metric
    index: int
    order: float
    name: Grams
    own: Grams
    around: Grams
    titles: Grams
    role: str
    down: bool
    period: Period
    flow: Flow
    section: Role
    level: bool
    grown: bool
    undone: bool
    named: frozenset[str]
    classes: tuple[frozenset[int], ...]
    hotlines: frozenset[str]
    parent: int | None
    words: str
    frame: tuple[str, int]


def grams(text: str) -> Grams:
    """Character pairs of the telling part of a text; a single character counts as itself."""
    return folded_grams(fold(text))


def folded_grams(folded: str) -> Grams:
    """`grams` of a text that is folded already."""
    bare = _NUMBER.sub("#", letters(telling(folded)))
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1)) or (frozenset((bare,)) if bare else frozenset())


def views(metrics: Sequence[Metric], report: Report) -> list[View]:
    """A view of each metric, in text order."""
    ordered = sorted(metrics, key=lambda m: (m.start, m.end))
    places = {m.id: i for i, m in enumerate(ordered)}
    text = fold(report.text)
    length = max(1, len(text))
    return [_view(m, i, ordered, places, (report, text, length)) for i, m in enumerate(ordered)]


def _view(m: Metric, i: int, ordered: Sequence[Metric], places: dict[str, int], source: tuple[Report, str, int]) -> View:
    report, text, length = source
    para = text.rfind("\n", 0, m.start) + 1
    left, previous = text[para : m.start], ordered[i - 1].end if i and ordered[i - 1].end <= m.start else para
    stop = max((s.end() for s in _STOPS.finditer(left)), default=0)
    sentence = left[stop:]
    tail = _tail(text, m.end, ordered[i + 1].start if i + 1 < len(ordered) else length)
    head = _head(text, max(para + stop, previous), para + stop, m.start)
    if previous > para + stop and len(letters(tail)) >= costs.ENOUGH_TAIL:
        head = _PAUSES.split(text[previous : m.start])[-1]  # the words before are the tail of the figure before
    titles = m.path or tuple(s.title for s in sections_over(report, m.start))
    role = _role(text[para : m.start], text[m.end : m.end + 14])
    own = telling(fold(m.label)) + " " + telling(head)
    end = next((s.start() for s in _STOPS.finditer(text, m.end)), length)
    hotlines = frozenset(_NAMES.findall(own))
    whole = _whole(m, ordered, places)
    return View(
        metric=m, index=i, order=m.start / length, name=grams(m.label) or grams(whole.label if whole else ""), own=folded_grams(head + tail), around=folded_grams(sentence + tail),
        titles=frozenset().union(*map(grams, titles)) if titles else frozenset(), role=role,
        down=bool(DOWN.search(left[-8:])), period=_period(left, stop, titles), flow=_flow(m, sentence),
        section=role_of(report, m.start, m.end), level=bool(LEVEL_REACHED.search(left[-24:])),
        grown=bool(GROWN.search(left[-40:])), undone=bool(UNDONE.search(f"{own}|{tail}")),
        named=hotlines | frozenset(_QUOTED.findall(f"{fold(m.label)}|{head}")),
        classes=classes(own + telling(tail)), hotlines=hotlines,
        parent=places.get(m.parent) if m.parent and not whole else None, words=own,
        frame=(_NUMBER.sub("#", text[para + stop : end]), len(_NUMBER.sub("#", sentence))),
    )  # fmt: skip


def _whole(m: Metric, ordered: Sequence[Metric], places: dict[str, int]) -> Metric | None:
    """The total over several years of which a figure is this year's share (累计…9460场，其中今年2210场): no list of parts."""
    whole = ordered[places[m.parent]] if m.parent in places else None
    return whole if whole and m.scope == "year" and whole.scope in ("cumulative", "as_of") else None


def _head(text: str, start: int, sentence: int, end: int) -> str:
    """The words that lead to a figure in its clause; where they are few, the clause before as well."""
    head = text[start:end]
    pauses = [p.end() for p in _PAUSES.finditer(head)]
    clause = head[pauses[-1] :] if pauses else head
    if len(letters(telling(clause))) >= costs.ENOUGH_HEAD:
        return clause
    before = head[(pauses[-2] if len(pauses) > 1 else 0) :] if pauses else head
    return before if len(letters(before)) > len(letters(clause)) else text[max(sentence, start - 24) : start][-24:] + clause


def _tail(text: str, start: int, limit: int) -> str:
    """The words right after a figure, to the end of its clause."""
    tail = text[start : min(limit, start + costs.TAIL)]
    return re.split(r"[,，。;；、:：\n]", tail, maxsplit=1)[0]


def role_at(text: str, m: Metric) -> str:
    """The role of a figure of a text: level, change, against or start."""
    line = text.rfind("\n", 0, m.start) + 1
    return _role(fold(text[line : m.start]), fold(text[m.end : m.end + 14]))


def _role(left: str, right: str) -> str:
    """level, change (增长6.9%), against (比上年增加268件) or start (由54万亿元)."""
    near = left[-30:]
    if START_LEVEL.search(near) and START_TAIL.search(right):
        return "start"
    if AGAINST_LAST.search(near):
        return "against"
    return "change" if CHANGE.search(near) else "level"


def _period(left: str, stop: int, titles: Sequence[str]) -> Period:
    """What time a figure runs over: by the last word of time before it, else by its headings."""
    for piece, near in ((left[stop:], True), (left[:stop], False)):
        found = [(hit.start(), period) for period, far, pattern in PERIODS if near or far for hit in re.finditer(pattern, piece)]
        if found:
            return max(found)[1]
    return "many" if any(_YEARS_TITLE.search(fold(title)) and not _YEAR.search(title) for title in titles[:1]) else ""


def _flow(m: Metric, sentence: str) -> Flow:
    """A level at a date or what came new: by its scope, else the last such word of its sentence before it."""
    if m.scope in ("cumulative", "as_of"):
        return "stock"
    clause = max((p.end() for p in _PAUSES.finditer(sentence)), default=0)  # 新培养436人，总数达7020人: new is only the first
    found = [(hit.start(), flow) for flow, pattern in FLOWS for hit in re.finditer(pattern, sentence)]
    found = [(at, flow) for at, flow in found if flow != "new" or at >= clause]
    return max(found)[1] if found else ""


class _Idf(dict[str, float]):
    """The weight of each gram; what stands in neither report weighs as a middling one."""

    def __missing__(self, gram: str) -> float:
        return 3.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How rare each gram is over both reports: what everybody says counts little.

    Weights are multiples of 1/2**20, so that sums of them are exact and the order of a set does not matter.
    """

    idf: dict[str, float]
    most: float = 0.0
    known: dict[Grams, float] = field(default_factory=dict, repr=False, compare=False)

    def rare(self, gram: str) -> bool:
        """Whether few sentences have a gram, as reports of this length go."""
        return self.idf.get(gram, 0.0) >= costs.RARE * self.most

    def of(self, some: Iterable[str]) -> float:
        """The weight of some grams together."""
        return sum(map(self.idf.__getitem__, some), 0.0)

    def whole(self, some: Grams) -> float:
        """The weight of all grams of a name, which is asked for again and again."""
        if (weight := self.known.get(some)) is None:
            weight = self.known[some] = self.of(some)
        return weight

    def alike(self, a: Grams, b: Grams) -> float:
        """0..1: shared weight against the weight of both (half) and of the shorter (half)."""
        shared = self.of(a & b)
        if not shared:
            return 0.0
        one, two = self.whole(a), self.whole(b)
        return shared / (one + two) + 0.5 * shared / min(one, two)


def weigh(everything: Iterable[Grams]) -> Weights:
    """Weights from how many figures have each gram around them."""
    counts: Counter[str] = Counter()
    total = 0
    for some in everything:
        counts.update(some)
        total += 1
    rarity = {n: round(math.log(1 + (total + 1) / (n + 0.5)) * 2**20) / 2**20 for n in set(counts.values())}
    idf = _Idf((g, rarity[n]) for g, n in counts.items())
    return Weights(idf, max(idf.values(), default=0.0))


def may_pair(a: View, b: View) -> bool:
    """Whether nothing forbids the pair outright: kind, unit, role, another hotline."""
    if a.metric.kind != b.metric.kind:
        return False
    roles = {a.role, b.role}
    if "start" in roles and len(roles) > 1:
        return False
    if "against" in roles and "level" in roles:
        return False
    if a.hotlines and b.hotlines and not a.hotlines & b.hotlines:
        return False
    return units_meet(a, b)


def units_meet(a: View, b: View) -> bool:
    """Whether the units may count the same thing. 个百分点 and % only where both are changes (the % is then a slip)."""
    one, two = a.metric.unit, b.metric.unit
    if loosely_same_unit(one, two) or not one or not two:
        return True
    if {dimension(one), dimension(two)} == {"share", "points"}:
        return a.role != "level" and b.role != "level"
    return False


def likeness(a: View, b: View, weights: Weights) -> float:
    """Evidence of a pair from the two figures alone, without their neighbours; about 0..1, less where words exclude."""
    names = (
        weights.alike(a.name, b.name),
        weights.alike(a.own, b.own),
        weights.alike(a.name, b.own),
        weights.alike(a.own, b.name),
    )
    told = min(1.0, weights.of((a.name | a.own) & (b.name | b.own)) / costs.TOLD_ENOUGH)
    name = costs.BEST_NAME * max(names) + (1 - costs.BEST_NAME) * min(names[:2])
    score = costs.NAME * name * (costs.UNTOLD + (1 - costs.UNTOLD) * told)
    score += costs.AROUND * weights.alike(a.around, b.around) + costs.TITLES * weights.alike(a.titles, b.titles)
    score += costs.UNIT_SAME if same_unit(a.metric.unit, b.metric.unit) else costs.UNIT_LOOSE
    score += costs.ORDER * (1 - abs(a.order - b.order))
    score += costs.NAMED if a.named & b.named else 0.0
    return score + _computed(a.metric, b.metric) + _close(a, b) - _against(a, b) - _apart(a, b)


def _close(a: View, b: View) -> float:
    """Values near each other: most figures of a year are within a quarter of last year's. Rates are all near 100 and tell nothing."""
    one, two = _size(a.metric), _size(b.metric)
    if min(one, two) < costs.CLOSE_LEAST or dimension(a.metric.unit) in ("share", "points") or a.role != "level":
        return 0.0
    return costs.CLOSE * max(0.0, 1 - abs(math.log(one / two)) / costs.CLOSE_WITHIN)


def _computed(old: Metric, new: Metric) -> float:
    """The change that NEW states of its figure (比上年增加63件, 同比增长18.1%) leads from OLD's figure to it."""
    change = new.stated_change
    if change is None or change.kind not in ("count", "percent") or change.direction == "flat" or new.unit == "%":
        return 0.0
    before, after = _size(old), _size(new)
    if min(before, after) < costs.COMPUTED_LEAST:
        return 0.0
    stated = change.value if change.direction == "up" else -change.value
    got = after - before if change.kind == "count" else 100 * (after / before - 1)
    return costs.COMPUTED if abs(got - stated) <= (0.5 if change.kind == "count" else 0.06) else 0.0


def _against(a: View, b: View) -> float:
    """What the words say against it: classes that exclude each other, another period, another kind of change."""
    cost = sum(costs.CONTRAST for x, y in zip(a.classes, b.classes, strict=True) if x and y and not x & y)
    cost += _other_time(a, b) + _other_flow(a, b)
    if (a.section == "problems") != (b.section == "problems"):
        cost += costs.ADMITTED
    cost += _swapped(a.words, b.words)
    if a.undone != b.undone:
        cost += costs.UNDONE
    if a.role != b.role:
        cost += costs.OTHER_ROLE
    if a.role == b.role != "level" and a.down != b.down:
        cost += costs.OTHER_WAY
    return cost


def _other_time(a: View, b: View) -> float:
    """Several years against one, or what lies ahead against what was. A level reached over years is also the last year's."""
    if a.period == b.period or {a.period, b.period} == {"year", ""}:
        return 0.0
    if "ahead" in (a.period, b.period):
        return costs.OTHER_PERIOD
    level = a.level if a.period == "many" else b.level
    return 0.0 if level else costs.OTHER_PERIOD


def _other_flow(a: View, b: View) -> float:
    flows = {a.flow, b.flow}
    if flows == {"stock", "new"} or (flows == {"new", ""} and (a.grown or b.grown)):
        return costs.STOCK_AND_NEW
    return costs.STOCK_ALONE if a.flow != b.flow and "stock" in flows else 0.0


def _swapped(a: str, b: str) -> float:
    """What speaks against names that are one but for a word in the middle: then it is that word that counts.

    Most where the word says of which kind it is (一般性转移支付, 均衡性转移支付); nothing where both words share a character
    (受惠企业, 惠及企业), for then one is the other in other words.
    """
    one, two = (letters(w.split(" ", 1)[0]) for w in (a, b))
    head = next((i for i, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))
    tail = next((i for i, (x, y) in enumerate(zip(reversed(one), reversed(two), strict=False)) if x != y), 0)
    rest = (one[head : len(one) - tail], two[head : len(two) - tail])
    if head < 2 or tail < 2 or not all(1 <= len(r) <= 5 for r in rest) or set(rest[0]) & set(rest[1]):
        return 0.0
    return costs.SWAPPED_KIND if one[len(one) - tail] in KIND_ENDINGS else costs.SWAPPED


def _apart(a: View, b: View) -> float:
    """How far the values are apart beyond a factor that a year may bring."""
    one, two = _size(a.metric), _size(b.metric)
    if not one or not two or a.metric.kind == "rank":
        return 0.0
    return costs.VALUE * min(costs.VALUE_MOST, max(0.0, abs(math.log(one / two)) - costs.VALUE_FREE))


def _size(m: Metric) -> float:
    value = m.value
    return abs(sum(value) / 2 if isinstance(value, tuple) else float(value))
