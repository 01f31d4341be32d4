"""What departments returned for the ledger's year: as they returned it, or as it follows from what they returned."""

from dataclasses import dataclass

from drafter.ledger.amounts import printed, scale_of
from drafter.model.ledger import Ledger, Row, Value
from drafter.text.written import rounded, written

_DECIMALS = 4  # of a rate that is recomputed: more than any report prints


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
        own = self._own(row)
        if own is None or row.adding == "computed":
            number = self._computed(row)
            if number is not None:
                text = printed(float(rounded(number, 2)), row.unit)
                return Back(number, 0.0, text, "", _fell(row), computed=True)
        if own is None:
            return None
        return Back(own.number, _half(own, row.unit), own.text, own.about, _fell(row), own.source, own.date)

    def _own(self, row: Row, year: int | None = None) -> Value | None:
        said = {value.round: value for value in row.values if value.year == (year or self._year)}
        return said.get("final") or said.get("first")

    def _computed(self, row: Row) -> float | None:
        """The value that the row's formula gives, where every term was returned."""
        terms = [self._number(term) for term in row.terms]
        numbers = [number for number in terms if number is not None]
        if row.formula is None or not terms or len(numbers) < len(terms):
            return None
        if row.formula == "sum":
            return self._in_unit(sum(numbers), row)
        if row.formula == "share":
            return float(rounded(100 * numbers[0] / numbers[1], _DECIMALS)) if len(numbers) > 1 and numbers[1] else None
        return self._change(row, numbers[0])

    def _change(self, row: Row, number: float) -> float | None:
        """The change of the term against what last year's report said of it."""
        before = self._before(row.terms[0])
        if before is None or (row.formula == "growth" and not before):
            return None
        if row.formula == "growth":
            return float(rounded(100 * (number / before - 1), _DECIMALS))
        change = number - before
        return self._in_unit(change, row) if row.formula == "count" else float(rounded(change, _DECIMALS))

    def _number(self, id_: str) -> float | None:
        """What was returned for a term, in base units."""
        row = self._rows.get(id_)
        value = self._own(row) if row else None
        return value.number * scale_of(row.unit)[0] if row and value and value.number is not None else None

    def _before(self, id_: str) -> float | None:
        row = self._rows[id_]
        said = {value.round: value.number for value in row.values if value.year == self._year - 1}
        numbers = (said.get(turn) for turn in ("report", "final", "first"))
        number = next((one for one in numbers if one is not None), None)
        return None if number is None else number * scale_of(row.unit)[0]

    def _in_unit(self, value: float, row: Row) -> float:
        return float(rounded(value / scale_of(row.unit)[0], 8))


def _half(value: Value, unit: str) -> float:
    """Half of the last digit returned: 9.03 of 万件 may stand for 90250 to 90350; 884件 is counted."""
    scale = scale_of(unit)[0]
    decimals = len(f"{value.number or 0:.10g}".partition(".")[2])
    return float(0.5 * scale * 10.0**-decimals) if decimals or scale > 1 else 0.0


def _fell(row: Row) -> bool:
    said = written(row.last) if row.last else None
    return said is not None and said.way == "down" and not said.level
