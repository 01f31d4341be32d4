"""What the ledger already says of a figure: last year's value, this year's by round, and which values people wrote by hand."""

from collections.abc import Iterable
from dataclasses import replace

from drafter.model.ledger import Round, Row, Value

_ORDER: tuple[Round, ...] = ("report", "first", "final")
_LAST: tuple[Round, ...] = ("report", "final", "first")
COMPUTED = "计算："
# Formulas whose results nobody is asked for; a sum may be returned, so that it can be checked.
_FOLLOW = ("share", "growth", "points", "count")


def known_rows(rows: Iterable[Row]) -> dict[str, Row]:
    """Every row by its id and by the ids that it had."""
    found = tuple(rows)
    return {**{alias: row for row in found for alias in row.aliases}, **{row.id: row for row in found}}


def value_of(row: Row, year: int, code: Round) -> Value | None:
    """The value of a year and round."""
    return next((value for value in row.values if (value.year, value.round) == (year, code)), None)


def last_value(row: Row, year: int) -> Value | None:
    """The value of the year before: as published, else as finally returned, else as first returned."""
    found = (value_of(row, year - 1, code) for code in _LAST)
    return next((value for value in found if value is not None), None)


def with_value(row: Row, value: Value) -> Row:
    """The row with this value, in the place of the one of its year and round."""
    others = [old for old in row.values if (old.year, old.round) != (value.year, value.round)]
    return replace(row, values=tuple(sorted((*others, value), key=lambda v: (v.year, _ORDER.index(v.round)))))


def follows(row: Row) -> bool:
    """Whether a figure is computed from others and asked of nobody."""
    return row.adding == "computed" or row.formula in _FOLLOW


def by_hand(value: Value) -> bool:
    """Whether people wrote or changed a value: what was collected says in its source what it was (…，报1042件)."""
    computed = value.source.startswith(COMPUTED) and value.source.endswith(f"＝{value.text}")
    return not computed and not value.source.endswith(f"报{value.text}")
