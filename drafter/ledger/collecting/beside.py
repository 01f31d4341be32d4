"""What a department wrote beside the cell for this year's number: last year's corrected, a period, another definition.

It is told whatever became of the number, for people type into the wrong column.
"""

from collections.abc import Iterator

from drafter.ledger.amounts import read_amount
from drafter.ledger.collecting.figures import Figure
from drafter.ledger.collecting.periods import is_full_year
from drafter.ledger.collecting.queries import ask
from drafter.ledger.history import last_value
from drafter.model.ledger import Query
from drafter.text.normalize import plain


def corrected(figure: Figure) -> float | None:
    """Last year's number as the department now gives it, where it can be read."""
    amount = read_amount(figure.entry.corrected, figure.row.unit)
    return amount.number if amount else None


def beside(figure: Figure, *, taken: bool) -> Iterator[Query]:
    """What there is to ask of the other cells of a line; `taken`: whether its number went into the ledger."""
    yield from _correction(figure, taken=taken)
    yield from _period(figure, taken=taken)
    yield from _definition(figure, taken=taken)


def _correction(figure: Figure, *, taken: bool) -> Iterator[Query]:
    said, row, year = figure.entry.corrected.strip(), figure.row, figure.given.year
    last, wrong = last_value(row, year), _wrong_column(figure, "上年数更正")
    if said and (wrong or last is None or corrected(figure) != last.number):
        held = f"由{last.text}更正" if last else "（台账无上年数）更正"
        meant = f"{said}{row.unit}" if said[-1].isdigit() else said
        told = f"{row.label}：贵单位将上年数{held}为“{meant}”，请说明更正依据{wrong}。"
        yield ask("corrected", "verify", figure.spot, told, taken=taken)


def _period(figure: Figure, *, taken: bool) -> Iterator[Query]:
    said, row, year = figure.entry.period.strip(), figure.row, figure.given.year
    if not is_full_year(said, year):
        wrong = _wrong_column(figure, "统计期间")
        told = f"{row.label}：统计期间填为“{said}”，不是{year}年全年，请补报全年数据或说明原因{wrong}。"
        yield ask("period", "verify", figure.spot, told, taken=taken)


def _definition(figure: Figure, *, taken: bool) -> Iterator[Query]:
    said, row = figure.entry.definition.strip(), figure.row
    if said and row.status != "new" and plain(said) != plain(row.definition):
        ours = f"由“{row.definition}”" if row.definition else ""
        told = f"{row.label}：口径{ours}改为“{said}”，台账未改，请确认所报数据的口径。"
        yield ask("altered", "verify", figure.spot, told, taken=taken)


def _wrong_column(figure: Figure, column: str) -> str:
    """What to add where this year's cell is empty, for the number may stand here by mistake."""
    return f"；本年数未填，请核实是否误填于“{column}”栏" if figure.amount is None else ""
