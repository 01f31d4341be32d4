"""The figures that a ledger knows by several names: which of them a figure of a report is, and what else it goes by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.model.change import Direction
from drafter.model.metric import Metric
from drafter.text.normalize import plain
from drafter.text.units import loosely_same_unit

if TYPE_CHECKING:
    from drafter.model.ledger import KnownFigure


class Names:
    """Known figures, looked up by name."""

    def __init__(self, figures: Sequence[KnownFigure] = ()) -> None:
        self._called: dict[str, list[KnownFigure]] = defaultdict(list)
        for figure in figures:
            for name in dict.fromkeys(map(plain, figure.names)):
                self._called[name].append(figure)

    def of(self, metric: Metric) -> tuple[KnownFigure, ...]:
        """The figures that go by just this name, in a unit that may be the same; several where several do, none for most."""
        if not self._called:
            return ()
        name = plain(metric.label)
        return tuple(figure for figure in self._called.get(name, ()) if name and _may_count_the_same(figure.unit, metric.unit))

    def good(self, metric: Metric) -> Direction:
        """Which way the ledger says is good for a figure; neutral where it does not say, or says both."""
        said = {figure.good for figure in self.of(metric)}
        return said.pop() if len(said) == 1 else "neutral"


def _may_count_the_same(one: str, two: str) -> bool:
    return one == two or not one or not two or loosely_same_unit(one, two)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What an office lays down for its comparisons: which way is good for its figures (words with directions, those of
    drafter.toml), the figures that its ledger knows, and whether full-width and half-width forms are one."""

    directions: tuple[tuple[str, Direction], ...] = ()
    known: Sequence[KnownFigure] = ()
    ignore_width: bool = False
