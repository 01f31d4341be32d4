"""What there is to ask: a query made, and a list of them in the order in which an office works it off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.model.finding import LEVELS, Level
from drafter.model.ledger import Query, QueryKind
from drafter.text.identity import stable_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What a query is about: the department ("" for the office itself), the figure, the file and the cell.

    `key` tells apart what bears one name: the id of the row, the round.
    """

    department: str = ""
    label: str = ""
    file: str = ""
    place: str = ""
    key: str = ""


def ask(kind: QueryKind, level: Level, spot: Spot, message: str, *, taken: bool = False) -> Query:
    """A query. The message is a sentence that can be sent as it stands."""
    return Query(
        id=stable_id(kind, spot.department, spot.key or spot.label),
        kind=kind, level=level, department=spot.department, label=spot.label, message=message,
        file=spot.file, place=spot.place, taken=taken,
    )  # fmt: skip


def ordered(queries: Iterable[Query]) -> tuple[Query, ...]:
    """By level, then by department, the office's own last, then as given; of several with one id the later ones get -2, -3."""
    levels = list(LEVELS)
    seen: dict[str, int] = {}
    result = []
    for query in sorted(queries, key=lambda q: (levels.index(q.level), not q.department, q.department)):
        seen[query.id] = number = seen.get(query.id, 0) + 1
        result.append(query if number == 1 else replace(query, id=f"{query.id}-{number}"))
    return tuple(result)
