"""A figure with everything that pairing looks at, worked out once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from sys import intern
from typing import NamedTuple

from drafter.compare import costs
from drafter.compare.names import Names
from drafter.compare.roles import role_of
from drafter.compare.vocabulary import (
    AGAINST_LAST,
    BARE_CHANGE,
    CHANGE,
    DOWN,
    FLOWS,
    GROWN,
    LEVEL_NAME,
    LEVEL_REACHED,
    NEW_BEHIND,
    PERIODS,
    REACHES,
    SHADES,
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
from drafter.text.pattern import lazy
from drafter.text.units import dimension

_NUMBER = lazy(r"\d[\d.,]*")
_NAMES = lazy(r"(?<!\d)1\d{4}(?!\d)")  # hotlines: 12345, 12348 are never one another
_QUOTED = lazy(r"“([^“”\n]{2,16})”")  # what has a name of its own: “免申即享”, “法律明白人”
_YEARS_TITLE = lazy(r"过去[三四五]年|[三四五]年来|“十[一二三四五]五”(?:时期|期间)")
_YEAR = lazy(r"20\d\d年|(?:去|今|上)年|上一年|一年来")  # 过去五年和2022年工作回顾 is of both
_JOINED = lazy(r"(.{3,}?)(?:和(?![解谐平])|及|与|以及)(?!时).{2,}")
_OFFICE = lazy(r"(?:[省市县区州]|本级)?([\u4e00-\u9fff]{2,8}?)(?:局|厅|委(?!员)|支队|大队)")
_STOPS = lazy(r"[。;!?\n]")
_NO_NAMES = Names()
_PAUSES = lazy(r"[,:，：]")

Grams = frozenset[str]


@dataclass(frozen=True, slots=True)
class View:
    """A figure with everything that pairing looks at, worked out once.

    `name`, `own`, `around` are grams of its label, of its own clause, and of its sentence; `role` tells a level from a
    change and from the start of a change; `period` what time it runs over; `grown` a level reached from an earlier one
    (由…增加到); `undone` what is still to do (剩余, 尚未); `named` the names in quotation marks and hotlines that it bears.
    `parent` is the total that it is a part of, `base` the figure of which it tells the change.
    `parts` says whether it is a total with parts, `shade` is the word of its name that its synonyms hide (收到, 受理).
    `quoted` are the names in quotation marks in its sentence up to it, `after` the last pair of characters of a long tail.
    `reach` tells a figure of the level's own offices (own) from one of all below it (whole).
    `office` are the grams of the one office that it is of (区城管局).
    `rest` says that it is what the named ones leave (其他文件), `joined` are the things that its name joins, but the last.
    `frame` is its sentence with every number masked, and where in that it stands.
    `known` are the rows of the ledger that go by its name, `others` the other names of such a row, where it is one, and `meant`
    what that says of it (口径).
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
    quoted: frozenset[str]
    after: str
    classes: tuple[frozenset[int], ...]
    hotlines: frozenset[str]
    parent: int | None
    base: int | None
    parts: bool
    shade: str
    reach: str
    office: Grams
    rest: bool
    joined: tuple[str, ...]
    words: str
    frame: tuple[str, int]
    known: frozenset[str]
    others: tuple[Grams, ...]
    meant: Grams

    @property
    def asked(self) -> Grams:
        """What it is looked up by."""
        return (self.name | self.own).union(self.meant, *self.others) if self.known else self.name | self.own

    @property
    def fell(self) -> bool:
        """Whether it is the amount of a fall (下降15%)."""
        return self.role in ("change", "against") and self.down


def grams(text: str) -> Grams:
    """Character pairs of the telling part of a text; a single character counts as itself."""
    return folded_grams(fold(text))


@lru_cache(maxsize=4096)  # the parts of a comparison ask of the same clauses
def folded_grams(folded: str) -> Grams:
    """`grams` of a text that is folded already. Equal grams are one string: a long report has millions of few kinds."""
    bare = _NUMBER.sub("#", letters(telling(folded)))
    if len(bare) < 2:
        return frozenset((bare,)) if bare else frozenset()
    return frozenset(map(intern, map(add, bare, bare[1:])))


class _Page(NamedTuple):
    """What a view of a figure is made from: the report, its folded text, its figures, their places, which are totals, and the
    names that a ledger knows."""

    report: Report
    text: str
    ordered: Sequence[Metric]
    places: dict[str, int]
    totals: frozenset[str]
    headings: dict[tuple[str, ...], Grams]
    names: Names

    def titles(self, path: tuple[str, ...]) -> Grams:
        """The grams of some headings, which many figures share."""
        if path not in self.headings:
            self.headings[path] = frozenset().union(*map(grams, path))
        return self.headings[path]


def views(metrics: Sequence[Metric], report: Report, names: Names = _NO_NAMES) -> list[View]:
    """A view of each metric, in text order; `names` are those that a ledger knows."""
    ordered = sorted(metrics, key=lambda m: (m.start, m.end))
    totals = frozenset(m.parent for m in ordered if m.parent)
    page = _Page(report, fold(report.text), ordered, {m.id: i for i, m in enumerate(ordered)}, totals, {}, names)
    return [_view(m, i, page) for i, m in enumerate(ordered)]


def _view(m: Metric, i: int, page: _Page) -> View:
    report, text, ordered, places, totals, _, names = page
    length = max(1, len(text))
    para = max(text.rfind("\n", 0, m.start) + 1, m.start - costs.LOOK_BACK)
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
    known = names.of(m)
    one = known[0] if len(known) == 1 else None  # of several rows none lends its names
    return View(
        metric=m, index=i, order=m.start / length, name=grams(m.label) or grams(whole.label if whole else ""), own=folded_grams(head + tail), around=folded_grams(sentence + tail),
        titles=page.titles(titles), role=role,
        down=bool(DOWN.search(left[-8:])), period=_period(left, stop, titles), flow=_flow(m, sentence, tail),
        section=role_of(report, m.start, m.end), level=bool(LEVEL_REACHED.search(left[-24:]) or LEVEL_NAME.search(m.label)),
        grown=bool(GROWN.search(left[-40:])), undone=bool(UNDONE.search(f"{own}|{tail}")),
        named=hotlines | frozenset(_QUOTED.findall(f"{fold(m.label)}|{head}|{tail}")),
        quoted=frozenset(_QUOTED.findall(sentence)), after=_after(tail),
        classes=_classes(m, head, tail), hotlines=hotlines,
        parent=places.get(m.parent) if m.parent and not whole else None, base=_base(i, role, ordered, text), parts=m.id in totals, shade=_shade(m.label), reach=_reach(m.label, sentence), office=_office(m.label), rest="其他" in telling(fold(m.label)), joined=_joined(m.label), words=own,
        frame=(_NUMBER.sub("#", text[para + stop : end]), len(_NUMBER.sub("#", sentence))),
        known=frozenset(row.id for row in known), others=tuple(map(grams, one.names)) if one else (), meant=grams(one.definition) if one else frozenset(),
    )  # fmt: skip


def _base(i: int, role: str, ordered: Sequence[Metric], text: str) -> int | None:
    """The figure right before a change that names none of its own: 立案5.36万件、同比增长12.4%."""
    before = ordered[i - 1] if i else None
    if role not in ("change", "against") or before is None or dimension(before.unit) == "points":
        return None
    if dimension(before.unit) == "share" and dimension(ordered[i].unit) != "points":
        return None  # 增长12%，占35%: a rate is changed by points only
    return i - 1 if BARE_CHANGE.fullmatch(text[before.end : ordered[i].start]) else None


def _whole(m: Metric, ordered: Sequence[Metric], places: dict[str, int]) -> Metric | None:
    """The total over several years of which a figure is this year's share (累计…9460场，其中今年2210场): no list of parts."""
    whole = ordered[places[m.parent]] if m.parent in places else None
    return whole if whole and m.scope == "year" and whole.scope in ("cumulative", "as_of") else None


def _after(tail: str) -> str:
    """The last two characters of what follows a figure, where that is long enough to name what is counted."""
    bare = letters(telling(tail))
    return bare[-2:] if len(bare) >= costs.ENOUGH_TAIL else ""


def _office(label: str) -> Grams:
    """The grams of the office that a name begins with (区城管局); empty where there is none."""
    found = _OFFICE.match(telling(fold(label)))
    return folded_grams(found.group(1)) if found else frozenset()


def _joined(label: str) -> tuple[str, ...]:
    """The things that a name joins by 和, but the last, which may share its noun with those before (人大代表建议和政协提案)."""
    found = _JOINED.fullmatch(fold(label))
    things = (letters(telling(thing)) for thing in (found.group(1), *found.group(1).split("、"))) if found else ()
    return tuple(thing for thing in things if len(thing) >= costs.JOINED_LEAST)


def _shade(label: str) -> str:
    """Which of the words that may say the same a name has."""
    found = SHADES.search(fold(label))
    return found.group() if found else ""


def _reach(label: str, sentence: str) -> str:
    """own where a figure is of the level's own offices (省本级, 市直部门), whole where of all below it (全省), by name or clause."""
    clause = _PAUSES.split(re.split("[、;]", sentence)[-1])[-1]
    for text in (fold(label), clause):
        found = [(hit.start(), reach) for reach, pattern in REACHES for hit in pattern.finditer(text)]
        if found:
            return max(found)[1]
    return ""


def _classes(m: Metric, head: str, tail: str) -> tuple[frozenset[int], ...]:
    """Which of the words that exclude each other it bears: by its name, else by its clause, which may speak of its neighbour too."""
    named = classes(telling(fold(m.label)))
    around = classes(telling(head) + telling(tail))
    return tuple(mine or theirs for mine, theirs in zip(named, around, strict=True))


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
    said = [(hit.start(), period) for period, _, pattern in PERIODS for hit in re.finditer(pattern, left[stop:])]
    if said:
        return max(said)[1]
    before = left[:stop]
    ruling = [(hit.start(), period) for period, far, pattern in PERIODS if far for hit in re.finditer(pattern, before)]
    ruling = [(at, period) for at, period in ruling if _opens(before, at)]
    if ruling:
        return max(ruling)[1]
    return "many" if any(_YEARS_TITLE.search(fold(title)) and not _YEAR.search(title) for title in titles[:1]) else ""


def _opens(text: str, at: int) -> bool:
    """Whether what stands at a place opens its sentence: 近五年累计 in the middle of one rules no other."""
    return len(_STOPS.split(text[max(0, at - costs.OPENING) : at])[-1]) < min(costs.OPENING, at + 1)


def _flow(m: Metric, sentence: str, tail: str) -> Flow:
    """A level at a date or what came new: by its scope, else the last such word of its sentence before it, else right behind it."""
    if m.scope in ("cumulative", "as_of"):
        return "stock"
    clause = max((p.end() for p in _PAUSES.finditer(sentence)), default=0)  # 新培养436人，总数达7020人: new is only the first
    found = [
        (hit.start(), flow)
        for flow, far, pattern in FLOWS
        for hit in re.finditer(pattern, sentence)
        if far or hit.start() >= clause
    ]
    if found:
        return max(found)[1]
    return "new" if NEW_BEHIND.search(tail) else ""
