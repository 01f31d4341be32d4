"""Ways to name a figure, tried in their order, each for the units that it can be of."""

from collections.abc import Callable, Sequence

from drafter.extract.place import Place

Turn = Callable[[Place], str]


class Turns:
    """Rows (units, turn): a turn with units is tried for figures of those alone, one without for all."""

    __slots__ = ("_any", "_of")

    def __init__(self, rows: Sequence[tuple[str, Turn]]) -> None:
        self._any = tuple(turn for units, turn in rows if not units)
        self._of = {
            unit: tuple(turn for units, turn in rows if not units or unit in units.split())
            for unit in {unit for units, _ in rows for unit in units.split()}
        }

    def name(self, place: Place) -> str:
        """The name by the first turn that fits; "" where none does."""
        for turn in self._of.get(place.metric.unit, self._any):
            if name := turn(place):
                return name
        return ""
