"""What departments returned for the ledger's year: as they returned it, or as it follows from what they returned."""

from dataclasses import dataclass

from drafter.ledger.amounts import in_base, in_unit, printed, scale_of
from drafter.ledger.history import last_value, returned_value
from drafter.model.draft import CHANGES, Formula
from drafter.model.ledger import Ledger, Row, Value
from drafter.text.formula import value_of
from drafter.text.written import rounded, written


@dataclass(frozen=True, slots=True)
class Back:
    """`number` in the row's unit with the sign of a change, None where no single number was returned; `half` is what rounding
    may have moved it by, in base units; `fell`: last year's figure was told as a fall."""

    number: float | None
    half: float
    text: str
    about: str
    fell: bool
    source: str = ""
    date: str = ""
    computed: bool = False


class Returns:
    """The returns of a ledger's year; the final round goes before the first."""

    def __init__(self, ledger: Ledger) -> None:
        self._year = ledger.year
        self._rows = {row.id: row for row in ledger.rows}

    def of(self, row: Row) -> Back | None:
        """What there is for a row; None where nothing was returned. A row that is to be computed is not asked of anybody, and of
        others what was returned goes before what would follow."""
        own = returned_value(row, self._year)
        if own is None or row.adding == "computed":
            number = self._computed(row)
            if number is not None:
                text = printed(float(rounded(number, 2)), row.unit)
                return Back(number, 0.0, text, "", _fell(row), computed=True)
        if own is None:
            return None
        return Back(own.number, _half(own, row.unit), own.text, own.about, _fell(row), own.source, own.date)

    def _computed(self, row: Row) -> float | None:
        """The value that the row's formula gives, where every term was returned."""
        numbers = [number for number in map(self._number, row.terms) if number is not None]
        if row.formula is None or not numbers or len(numbers) < len(row.terms):
            return None
        change = row.formula in CHANGES
        base = self._before(row.terms[0]) if change else None
        if change and base is None:
            return None
        value = value_of(Formula(kind=row.formula, terms=row.terms, words="", base=base), numbers)
        return None if value is None else in_unit(value, row.unit)

    def _number(self, id_: str) -> float | None:
        """What was returned for a term, in base units."""
        row = self._rows.get(id_)
        value = returned_value(row, self._year) if row else None
        return in_base(value.number, row.unit) if row and value and value.number is not None else None

    def _before(self, id_: str) -> float | None:
        """Last year's value of a term, in base units."""
        value = last_value(self._rows[id_], self._year)
        return in_base(value.number, self._rows[id_].unit) if value and value.number is not None else None


def _half(value: Value, unit: str) -> float:
    """Half of the last digit returned: 9.03 of 万件 may stand for 90250 to 90350; 884件 is counted."""
    scale = scale_of(unit)[0]
    decimals = len(f"{value.number or 0:.10g}".partition(".")[2])
    return float(0.5 * scale * 10.0**-decimals) if decimals or scale > 1 else 0.0


def _fell(row: Row) -> bool:
    said = written(row.last) if row.last else None
    return said is not None and said.fell
