"""The figures of a report with their names so far: what contexts are found in, and what a context is."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from drafter.extract import about
from drafter.extract.label import Naming
from drafter.extract.standing import Standing
from drafter.model.metric import Scope
from drafter.text.pattern import lazy

_GAP = 8  # characters between two figures of a list
REACH = 200  # characters before a figure that are searched for its clause
_MOST = 15  # figures of one list
_NEAR = 4  # figures before it that are asked what it is about
_LIST_GAP = lazy(r"(?:左右|以上|以下|多|余)?[、和及与]")


@dataclass(frozen=True, slots=True)
class Page:
    """The figures and all that context is taken from: their names so far, their places in the row, the sentences' starts.

    `told` holds the figures of each name and value in their order; `topics` remembers what phrases are about.
    """

    given: Naming
    names: dict[str, str]
    scopes: Mapping[str, Scope | None]
    at: dict[str, int]
    starts: list[int]
    told: dict[object, list[str]] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)

    def matter(self, phrase: str) -> str:
        """The topic of a phrase, worked out once."""
        found = self.topics.get(phrase)
        if found is None:
            found = self.topics[phrase] = about.topic(phrase)
        return found

    def place(self, metric: Standing) -> int:
        """Which sentence a figure stands in; -1 where it stands in none."""
        return bisect_right(self.starts, metric.start) - 1

    def whole_sentence(self, metric: Standing) -> int:
        """Where the sentence of a figure begins."""
        return self.starts[max(0, self.place(metric))] if self.starts else 0

    def paragraph(self, metric: Standing) -> int:
        """Where the paragraph of a figure begins, or what of it is searched."""
        floor = max(0, metric.start - REACH)
        return max(floor, self.given.text.rfind("\n", floor, metric.start) + 1)

    def stated(self, metric: Standing) -> tuple[object, ...]:
        """What two figures share that are one figure told twice."""
        return self.names[metric.id], metric.value, metric.unit, metric.kind

    def sentence(self, metric: Standing) -> int:
        """Where the sentence of a figure begins, or the part of it behind the last semicolon."""
        start = max(self.whole_sentence(metric), metric.start - REACH)
        return self.given.text.rfind(";", start, metric.start) + 1 or start

    def before(self, metric: Standing) -> list[Standing]:
        """The figures before it in its sentence, the nearest first."""
        at, start = self.at[metric.id], self.sentence(metric)
        return [m for m in reversed(self.given.metrics[max(0, at - _NEAR) : at]) if m.start >= start]

    def listed_with(self, metric: Standing) -> Standing | None:
        """The figure before it in a list: 增长3.5%左右、|6%左右; None where it opens one."""
        at = self.at[metric.id]
        other = self.given.metrics[at - 1] if at else None
        gap = self.given.text[other.end : metric.start] if other and metric.start - other.end < _GAP else ""
        return other if other and _LIST_GAP.fullmatch(gap) and other.kind == metric.kind else None

    def run(self, metric: Standing) -> tuple[int, int]:
        """The list that a figure stands in: the place of its first figure, and how many they are."""
        metrics, first, last = self.given.metrics, self.at[metric.id], self.at[metric.id]
        while first > self.at[metric.id] - _MOST and self.listed_with(metrics[first]):
            first -= 1
        while last + 1 < min(len(metrics), self.at[metric.id] + _MOST) and self.listed_with(metrics[last + 1]):
            last += 1
        return first, last - first + 1


@dataclass(frozen=True, slots=True)
class Context:
    """One kind of context. `find` gives its words ("" for none), `add` puts them to the name.

    A `greedy` kind is taken as soon as it tells two figures of a group apart, any other only if it tells all.
    """

    name: str
    example: str
    find: Callable[[Page, Standing], str]
    add: Callable[[str, str], str]
    greedy: bool = False
