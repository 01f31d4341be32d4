"""Which heading of an outline each unit of LAST belongs to: by role first, then by the matter that both speak of."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from drafter.model.outline import Outline, OutlineHeading
from drafter.model.report import Role, Section
from drafter.rollforward.blocks import Part
from drafter.rollforward.fields import matter_of, unnamed
from drafter.rollforward.shelves import Shelves
from drafter.rollforward.units import Body, Unit
from drafter.rollforward.widths import widen
from drafter.text import contents
from drafter.text.likeness import plain_likeness
from drafter.text.normalize import plain

_LEAST = 6.0  # words of a heading's that a unit must speak; below it belongs to no heading in particular
_SOME = 2.0  # words from which on a heading and a unit have to do with each other at all
_CLEARLY = 1.2  # how much more an item must speak of another heading than of its subsection's to part from it
_SAME = 0.6  # likeness from which on two headings are the same in other words
_SAID = 3  # what a word of a heading counts beside one of what it asks for
# Words of every heading, which tell nothing of its matter; a mark in their place keeps what is left apart.
_COMMON = re.compile(
    r"法治政府建设|依法行政|20\d\d年度?|(?:上|本|下)一?年度?|推进|加强|健全|完善|工作|情况|体系|进一步|全面|深入|主要|落实|建设|提升|水平|开展|举措|成效"
)
_CAUSES = re.compile("原因|成因")
_BESIDES = re.compile("其他|其它|亮点|特色|典型|创新做法")  # what is written anew, whatever else LAST says


@dataclass(slots=True)
class Place:
    """A heading of the outline, what is dealt to it and what stands under it in the draft."""

    heading: OutlineHeading
    path: tuple[str, ...]
    leaf: bool
    units: list[Unit] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def general(self) -> bool:
        """Whether the heading says no more than that it is about what was done: 主要举措和成效."""
        return not plain(_COMMON.sub("", self.path[-1]).strip("的和及与等、"))

    def own(self) -> str:
        """The heading's own words and what it asks for."""
        words = _COMMON.sub("□", self.path[-1]) * _SAID + "□" + self.heading.asks
        return "□".join(plain(piece) for piece in words.split("□"))

    def shelf(self) -> str:
        """What the heading is about: its words, those of the headings over it, and those of the fields that they name."""
        over = _COMMON.sub("□", "".join(self.path[:-1]))
        words = over + "□" + matter_of(self.path[-1] + self.heading.asks)
        return "□".join([self.own(), *(plain(piece) for piece in re.split("[□ ]", words))])


def places_of(outline: Outline) -> list[Place]:
    """The headings in order, each with the headings over it."""
    found: list[Place] = []
    over: list[OutlineHeading] = []
    for at, heading in enumerate(outline.headings):
        over = [h for h in over if h.level < heading.level] + [heading]
        following = outline.headings[at + 1] if at + 1 < len(outline.headings) else None
        leaf = following is None or following.level <= heading.level
        found.append(Place(heading=heading, path=tuple(widen(h.title) for h in over), leaf=leaf))
    return found


def of_role(places: Sequence[Place], *roles: Role) -> list[Place]:
    """The headings without headings below them that speak of one of these parts, those that speak of nothing else first
    where there are any."""
    named = [place for place in places if place.leaf and set(roles) & set(place.heading.roles)]
    return [place for place in named if set(place.heading.roles) <= set(roles)] or named


def work_places(places: Sequence[Place]) -> list[Place]:
    """The headings that what was done is told under; 其他情况 only where there is none else."""
    work = of_role(places, "achievements", "other")
    return [place for place in work if not _BESIDES.search(place.heading.title)] or work


def deal(places: Sequence[Place], body: Body) -> list[Unit]:
    """Give every unit to its heading, in LAST's order; what is left."""
    chosen = {id(unit): place for unit, place in [*_by_role(places, body), *_work(places, body)]}
    for unit in body.units:
        if place := chosen.get(id(unit)):
            place.units.append(unit)
    _find_homes(places, body)
    return [unit for unit in body.units if chosen.get(id(unit)) is None]


def _find_homes(places: Sequence[Place], body: Body) -> None:
    """Note of every unit whether it stands where most of its subsection stands."""
    where = {id(unit): at for at, place in enumerate(places) for unit in place.units}
    said: dict[int, Counter[int]] = {}
    for unit in body.units:
        if unit.topic:
            said.setdefault(unit.topic.start, Counter())[where.get(id(unit), -1)] += len(unit.text())
    for unit in body.units:
        unit.home = unit.topic is not None and said[unit.topic.start].most_common(1)[0][0] == where.get(id(unit), -1)


def _by_role(places: Sequence[Place], body: Body) -> list[tuple[Unit, Place | None]]:
    """Problems, plans and what the leaders did: under the headings of that role, the first where none says more."""
    found: list[tuple[Unit, Place | None]] = []
    for role in ("problems", "plans", "leadership"):
        homes = of_role(places, role)
        homes = [place for place in homes if not _CAUSES.search(place.heading.title) or "问题" in place.heading.title] or homes
        units = [unit for unit in body.units if unit.role == role]
        if homes:
            dealt = [nearest(homes, unit) for unit in units if not unit.leads]
            first = next(place for place in places if role in place.heading.roles)
            lead = first if len({id(place) for place in dealt}) > 1 else next(iter(dealt), first)
            following = iter(dealt)
            found += [(unit, lead if unit.leads else next(following)) for unit in units]
        elif role != "leadership":
            found += [(unit, None) for unit in units]
    return found


def _work(places: Sequence[Place], body: Body) -> list[tuple[Unit, Place | None]]:
    """What was done, subsection by subsection; where LAST has no chapter on the leaders, theirs are found among it."""
    leaders = of_role(places, "leadership")
    told = any(unit.role == "leadership" for unit in body.units)
    units = [unit for unit in body.units if unit.role == "achievements" or (unit.role == "leadership" and not leaders)]
    homes = work_places(places)
    if not homes:
        return [(unit, None) for unit in units]
    found: list[tuple[Unit, Place | None]] = [(unit, _opening(places, homes)) for unit in units if unit.opens]
    named = "，".join(place.path[-1] + place.heading.asks for place in places)
    sorter = _Sorter(homes, [] if told else leaders, unnamed(named))
    for topic, group in groupby((unit for unit in units if not unit.opens), key=lambda unit: unit.topic):
        found += sorter.of_topic(topic, list(group))
    return found


def _opening(places: Sequence[Place], homes: Sequence[Place]) -> Place:
    """Where what introduces the whole belongs: under the first heading of what was done, which may have others below it."""
    return next((place for place in places if place.heading.level == 1 and "achievements" in place.heading.roles), homes[0])


class _Sorter:
    """Sorts what was done: a subsection of LAST goes to a branch of the outline (a heading of level 2, or one of level 1 that
    has none), its items then to the headings in it. `leaders` come last and take only what speaks of the leaders. Beside the
    branches stand the fields of work that the outline names nowhere: what speaks of them is left."""

    def __init__(self, homes: Sequence[Place], leaders: Sequence[Place], absent: Sequence[str]) -> None:
        self.branches = [list(group) for _, group in groupby([*homes, *leaders[:1]], key=lambda place: place.path[:2])]
        shelves = ["□".join(place.shelf() for place in branch) for branch in self.branches]
        self.index = Shelves([*shelves, *("□".join(plain(word) for word in words.split()) for words in absent)])
        self.leading = len(self.branches) - 1 if leaders else None
        self.general = next((i for i, branch in enumerate(self.branches) if any(place.general for place in branch)), None)
        if len(homes) == 1 and "achievements" in homes[0].heading.roles:
            self.general = 0

    def of_topic(self, topic: Section | None, units: Sequence[Unit]) -> list[tuple[Unit, Place | None]]:
        """A subsection goes as a whole, but for the items that plainly speak of another heading."""
        title = plain(topic.title) if topic else ""
        led = [contents.tells_leadership(unit.text()) for unit in units]
        text = "".join(unit.text() for unit in units)
        whole = self._absent(title, text, self._best(title, text, led=any(led)))
        firm = whole is not None and (self.index.scores(title, "")[whole] >= _SOME or self._alike(title, whole) >= _SAME)
        found: list[tuple[Unit, Place | None]] = []
        for unit, leads in zip(units, led, strict=True):
            at = self.leading if leads and self.leading is not None else self._of_item(unit, whole, firm=firm)
            found.append((unit, nearest(self.branches[at], unit) if at is not None and at < len(self.branches) else None))
        return found

    def _of_item(self, unit: Unit, whole: int | None, *, firm: bool) -> int | None:
        own = self._best(unit.title(), unit.text(), led=False)
        if own is None or own == whole:
            return whole
        scores = self.index.scores(unit.title(), unit.text())
        if whole is None or scores[own] >= max(_CLEARLY * scores[whole], _LEAST if firm else 0.0):
            return own
        return whole if firm or scores[whole] >= _SOME else self.general

    def _best(self, title: str, text: str, *, led: bool) -> int | None:
        """The branch in the same words, else the one that speaks most of it, else a general one; None where there is none."""
        scores = self.index.scores(title, text)
        open_to = [i for i in range(len(self.branches)) if led or i != self.leading]
        alike = {i: like for i in open_to if (like := self._alike(title, i)) >= _SAME}
        at = max(open_to, key=lambda i: (alike.get(i, 0.0), scores[i], -i))
        sure = at in alike or scores[at] >= _LEAST or self.index.scores(title, "")[at] >= _SOME
        return at if sure else self.general

    def _absent(self, title: str, text: str, best: int | None) -> int | None:
        """The field that a subsection speaks of more than of its best branch, where the outline names no such field."""
        scores = self.index.scores(title, text)
        fields = range(len(self.branches), len(scores))
        if self.general is not None or not fields:
            return best
        at = max(fields, key=lambda i: (scores[i], -i))
        if best is not None and (self._alike(title, best) >= _SAME or scores[at] < _CLEARLY * scores[best]):
            return best
        return at if scores[at] >= _LEAST else best

    def _alike(self, title: str, at: int) -> float:
        names = [name for place in self.branches[at] for name in place.path[1:] or place.path] if at < len(self.branches) else []
        return max((plain_likeness(title, plain(name)) for name in names), default=0.0)


def nearest(places: Sequence[Place], unit: Unit) -> Place:
    """Of headings side by side the one whose own words, or else whose field's, a unit speaks most of; where none, that of other
    matters, else the first."""
    for texts, least in (([place.own() for place in places], 2 * _SOME), ([place.shelf() for place in places], _SOME)):
        scores = Shelves(texts).scores(unit.title(), unit.text())
        at = max(range(len(places)), key=lambda i: (scores[i], -i))
        if scores[at] >= least:
            return places[at]
    return next((place for place in places if _BESIDES.search(place.heading.title)), places[0])
