"""Which figure is a part of which: 共…其中…, parts in brackets, lists that add up, and what was done with the total.

Words open a list, arithmetic says how far it goes on. Arithmetic alone makes a total only where a whole list behind a
comma adds up to it exactly. Each rule looks at one sentence and the one before it, never at the whole report.
"""

from collections.abc import Callable, Mapping, Sequence

from drafter.extract.lists import bracketed, opened, within
from drafter.extract.rows import MOST_PARTS, Pairs, Row
from drafter.extract.shares import confirmed, headless, outcomes, owned
from drafter.extract.sums import adding_up, below, dividing_the_last, summed_up

# The first rule that gives a figure a total has it. Those of lists come first; the others are told what is a part by then.
_LISTS: tuple[Callable[[Row], Pairs], ...] = (bracketed, dividing_the_last, opened, within, summed_up, adding_up)
_ALONE: tuple[Callable[[Row, Mapping[str, str]], Pairs], ...] = (confirmed, outcomes, headless, owned)


def find_parents(rows: Sequence[Row]) -> dict[str, str]:
    """Id of each part → id of its total."""
    parents: dict[str, str] = {}
    for row in rows:
        if len(row.figures) + len(row.before) < 2:
            continue
        for of_lists in _LISTS:
            _add(parents, of_lists(row))
        for alone in _ALONE:
            _add(parents, alone(row, parents))
    _add(parents, below(rows))
    return parents


def _add(parents: dict[str, str], pairs: Pairs) -> None:
    for part, total in pairs:
        if not _leads_to(parents, total.metric.id, part.metric.id):
            parents.setdefault(part.metric.id, total.metric.id)


def _leads_to(parents: dict[str, str], part: str, total: str) -> bool:
    """Whether `total` is reached from `part`: a total is never a part of its own part."""
    for _ in range(MOST_PARTS):
        if part == total:
            return True
        if part not in parents:
            return False
        part = parents[part]
    return True
