"""Many places of a text, asked again and again whether they hold or meet another one."""

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """Places (start, end) of a text, those that overlap or touch joined; a question costs a look-up, not a scan."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(places):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, start: int, end: int) -> bool:
        """Whether `start`..`end` lies within one of the places."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]

    def meet(self, start: int, end: int) -> bool:
        """Whether `start`..`end` shares a character with one of the places."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and start < self._ends[at]


NOWHERE = Spans(())
