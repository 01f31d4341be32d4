"""The lines of a form as figures of the ledger: whose row it is, and what was typed in the row's unit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafter.ledger.amounts import Amount, converted, printed, read_amount
from drafter.ledger.collecting.queries import Spot, ask
from drafter.ledger.collecting.returns import Batch
from drafter.ledger.history import last_value
from drafter.model.ledger import Entry, Query, Return, Row
from drafter.text.identity import stable_id
from drafter.text.normalize import fold, plain
from drafter.text.numerals import NUMBER
from drafter.text.units import dimension, is_unit
from drafter.text.written import written

# What comes in whole ones; 9.03万件 has a unit that is no dimension of these.
_WHOLE = ("count", "visits", "people", "attendance", "events")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A line of a return with the row that it answers; `amount` is None where nothing was filled in."""

    row: Row
    given: Return
    entry: Entry
    amount: Amount | None

    @property
    def text(self) -> str:
        """The figure as the ledger prints it; as typed where it cannot be read."""
        if self.amount is None or self.amount.number is None:
            return self.entry.value.strip()
        return printed(self.amount.number, self.row.unit, self.amount.about)

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        key = f"{self.row.id}|{self.given.round}"
        return Spot(department=self.given.department, label=self.row.label, file=self.given.path, place=self.entry.place, key=key)


def new_rows(batches: Iterable[Batch], rows: Mapping[str, Row]) -> list[Row]:
    """The rows that departments propose and the ledger does not have yet, one for a figure that comes in both rounds."""
    made: dict[str, Row] = {}
    for batch in batches:
        for entry in (entry for given in batch.all for entry in given.entries if entry.row == "" and entry.label.strip()):
            row = _proposed(batch.department, entry)
            amount = _amount(entry, row)
            if amount and amount.number is not None and row.id not in rows:
                made.setdefault(row.id, row)
    return sorted(made.values(), key=lambda row: (row.departments, row.label, row.unit))


def _proposed(department: str, entry: Entry) -> Row:
    label, unit = entry.label.strip(), entry.unit.strip() or _typed_unit(entry.value)
    key = stable_id("new", department, plain(label), unit)
    return Row(id=key, label=label, unit=unit, definition=entry.definition.strip(), departments=(department,), status="new")


def _typed_unit(value: str) -> str:
    """件 of 12件, where the cell for the unit was left empty."""
    tail = re.split(NUMBER, fold(value).strip(), maxsplit=1)[-1].strip()
    return tail if is_unit(tail) else ""


def figures_of(given: Return, rows: Mapping[str, Row]) -> Iterator[Figure]:
    """The lines of a return that answer a row."""
    for entry in given.entries:
        row = rows.get(entry.row or _proposed(given.department, entry).id)
        if row is not None:
            yield Figure(row=row, given=given, entry=entry, amount=_amount(entry, row))


def _amount(entry: Entry, row: Row) -> Amount | None:
    """What was typed, in the row's unit, although the form may name another one by now."""
    unit = entry.unit.strip() or row.unit
    amount = read_amount(entry.value, unit)
    if amount is None or amount.number is None or unit == row.unit:
        return amount
    number = converted(amount.number, unit, row.unit)
    if number is None:
        return Amount(None, amount.about, fault="unit")
    return Amount(number, amount.about, converted=amount.converted or number != amount.number)


def unknown(batch: Batch, rows: Mapping[str, Row]) -> Iterator[Query]:
    """Lines of the returns that count which no row of the ledger takes."""
    for given in batch.latest:
        for entry in given.entries:
            spot = Spot(department=batch.department, label=entry.label, file=given.path, place=entry.place, key=entry.row)
            if entry.row and entry.row not in rows:
                told = f"{entry.label}：所报表格中此项的编号不在台账中，所填“{entry.value}”未入账，请用本次下发的报送表填报。"
                yield ask("altered", "must", spot, told)
            elif not entry.row and entry.label.strip() and not entry.value.strip():
                yield ask("new", "verify", spot, f"{entry.label}：贵单位新增此项，未填数值，请补报。")
            elif not entry.row and entry.label.strip():
                yield from _unreadable_new(entry, spot)


def _unreadable_new(entry: Entry, spot: Spot) -> Iterator[Query]:
    amount = _amount(entry, _proposed(spot.department, entry))
    if amount is None or amount.number is None:
        yield ask("number", "must", spot, f"{entry.label}：贵单位新增此项，所填“{entry.value}”不能读作一个数，未入账，请更正。")


def faults(figure: Figure, year: int) -> list[Query]:
    """Why the figure of a line cannot be taken; [] where it can."""
    amount, row, typed = figure.amount, figure.row, figure.entry.value.strip()
    if amount is None:
        return []
    if amount.fault == "unit":
        unit = figure.entry.unit.strip()
        altered = f"（表中计量单位为“{unit}”）" if unit != row.unit else ""
        told = f"{row.label}：贵单位填报“{typed}”{altered}，应以“{row.unit}”计，计量单位不符，未入账，请更正。"
        return [ask("unit", "must", figure.spot, told)]
    if amount.number is None:
        told = f"{row.label}：贵单位填报“{typed}”，不能读作一个数，未入账，请只填一个数字。"
        return [ask("number", "must", figure.spot, told)]
    if amount.number < 0 and _never_negative(row, year):
        told = f"{row.label}：贵单位填报{figure.text}，此项不应为负数，未入账，请更正。"
        return [ask("number", "must", figure.spot, told)]
    if amount.number % 1 and dimension(row.unit) in _WHOLE:
        told = f"{row.label}：贵单位填报{figure.text}，以“{row.unit}”计的应为整数，未入账，请更正。"
        return [ask("number", "must", figure.spot, told)]
    if row.departments and figure.given.department not in row.departments:
        told = f"{row.label}：台账所列责任单位为{'、'.join(row.departments)}，贵单位所报{figure.text}未入账，请确认由谁报送。"
        return [ask("unassigned", "verify", figure.spot, told)]
    return []


def _never_negative(row: Row, year: int) -> bool:
    """Whether last year's was a plain count, which no change (减少3件) and no rate is."""
    last, said = last_value(row, year), written(row.last)
    plainly = said is None or said.way is None or said.level
    return plainly and dimension(row.unit) not in ("share", "points") and last is not None and (last.number or 0) >= 0


def taken_notes(figure: Figure) -> Iterator[Query]:
    """How a figure that was taken had to be read."""
    amount, row, typed = figure.amount, figure.row, figure.entry.value.strip()
    unit = figure.entry.unit.strip()
    if amount is None:
        return
    if amount.converted:
        shown = f"“{typed}”（计量单位“{unit}”）" if unit and unit != row.unit else f"“{typed}”"
        yield ask("unit", "info", figure.spot, f"{row.label}：贵单位填报{shown}，已按{figure.text}入账。", taken=True)
    elif unit and unit != row.unit:
        told = f"{row.label}：表中计量单位由“{row.unit}”改为“{unit}”，已按{figure.text}入账，请确认所计相同。"
        yield ask("unit", "verify", figure.spot, told, taken=True)
    if amount.about:
        yield ask("number", "info", figure.spot, f"{row.label}：贵单位报送的{figure.text}为约数，有准确数的请补报。", taken=True)
    if not row.departments:
        told = f"{row.label}：台账未列责任单位，{figure.given.department}报送{figure.text}，已入账，请在台账中补列。"
        yield ask("unassigned", "info", figure.spot, told, taken=True)
