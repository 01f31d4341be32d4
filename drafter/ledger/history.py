"""What the ledger already says of a figure: last year's value, this year's by round."""

from collections.abc import Iterable
from dataclasses import replace

from drafter.model.ledger import ROUNDS, Answer, Round, Row, Story, Value

# Which value of a year that is over counts, and which of the returns for this year: the first that there is.
PUBLISHED: tuple[Round, ...] = ("report", "final", "first")
RETURNED: tuple[Round, ...] = ("final", "first")


def known_rows(rows: Iterable[Row]) -> dict[str, Row]:
    """Every row by its id and by the ids that it had."""
    found = tuple(rows)
    return {**{alias: row for row in found for alias in row.aliases}, **{row.id: row for row in found}}


def value_of(row: Row, year: int, *rounds: Round) -> Value | None:
    """The value of a year from the first of these rounds that has one."""
    said = {value.round: value for value in row.values if value.year == year}
    return next((said[code] for code in rounds if code in said), None)


def last_value(row: Row, year: int) -> Value | None:
    """The value of the year before `year`: as published, else as finally returned, else as first returned."""
    return value_of(row, year - 1, *PUBLISHED)


def returned_value(row: Row, year: int) -> Value | None:
    """What was returned last for a year. What a published report said is no return."""
    return value_of(row, year, *RETURNED)


def in_time(said: Value | Answer | Story) -> tuple[int, int]:
    """Sorts what was said by year and round."""
    return said.year, list(ROUNDS).index(said.round)


def with_values(row: Row, *values: Value) -> Row:
    """The row with these values, each in the place of the one of its year and round, in time."""
    made = {(value.year, value.round): value for value in (*row.values, *values)}
    return replace(row, values=tuple(sorted(made.values(), key=in_time)))
