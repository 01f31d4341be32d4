"""Rows that follow from others: computed where nobody is asked for them, held against what was returned where somebody is."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.ledger.amounts import in_base, in_unit, printed, scale_of
from drafter.ledger.collecting.queries import Spot, ask
from drafter.ledger.collecting.settling import put
from drafter.ledger.history import RETURNED, known_rows, last_value, value_of
from drafter.ledger.sources import computed_source
from drafter.model.draft import CHANGES, Formula
from drafter.model.ledger import Query, Round, Row, Value
from drafter.text import formula as text_formula
from drafter.text.rates import CUT
from drafter.text.written import rounded, written

_DECIMALS = 1  # of a rate that no report has printed yet
_EXACT = ("sum", "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A figure that another hangs on: its name, its number in single ones, how it is printed, and the round that said it."""

    label: str
    number: float
    text: str
    round: Round


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a row comes to in its own unit, the terms, how it was reckoned, and by how much rounding may have moved it."""

    number: float
    terms: tuple[Term, ...]
    how: str
    slack: float


def computed(rows: Sequence[Row], year: int, code: Round, returned: Container[str]) -> tuple[dict[str, Row], list[Query]]:
    """The rows that are computed and were not `returned` (ids), with their values of a round, and what is told of them."""
    known = known_rows(rows)
    waiting = {row.id: row for row in rows if row.formula and row.follows and row.id not in returned}
    made: dict[str, Row] = {}
    queries: list[Query] = []
    while ready := [row for row in waiting.values() if not _hangs_on(row, waiting, known)]:
        for row in ready:
            del waiting[row.id]
            if (result := result_of(row, known, year, code)) is None:
                continue
            spot = Spot(label=row.label, key=f"{row.id}|{code}")
            changed, told, _ = put(row, _value(row, result, year, code), spot)
            queries += told
            made[row.id] = changed
            known |= dict.fromkeys((*row.aliases, row.id), changed)
    return made, queries


def _hangs_on(row: Row, waiting: Mapping[str, Row], known: Mapping[str, Row]) -> bool:
    return any(term in known and known[term].id in waiting for term in row.terms)


def _value(row: Row, result: Result, year: int, code: Round) -> Value:
    text = printed(result.number, row.unit)
    return Value(year=year, round=code, number=result.number, text=text, source=computed_source(result.how, text))


def result_of(row: Row, rows: Mapping[str, Row], year: int, code: Round) -> Result | None:
    """What a row comes to; None where a term is missing or is no exact number, or where none of them is of this round."""
    terms = [term for key in row.terms if key in rows and (term := _term(rows[key], year, code))]
    if row.formula is None or not terms or len(terms) < len(row.terms) or code not in {term.round for term in terms}:
        return None
    base = last_value(rows[row.terms[0]], year) if row.formula in CHANGES else None
    if row.formula in CHANGES and (base is None or base.number is None or base.about):
        return None
    ground = in_base(base.number, rows[row.terms[0]].unit) if base and base.number is not None else None
    formula = Formula(kind=row.formula, terms=row.terms, words="", base=ground)
    value = text_formula.value_of(formula, [term.number for term in terms])
    if value is None:
        return None
    number = _in_unit(row, value)
    how = _how(row, terms, base.text if base else "")
    return Result(number=number, terms=tuple(terms), how=how, slack=_slack(row, terms, base.text if base else ""))


def _term(row: Row, year: int, code: Round) -> Term | None:
    """The newest value up to a round: in the last round what the first one said and nobody has corrected."""
    value = value_of(row, year, *RETURNED[RETURNED.index(code) :])
    if value is None or value.number is None or value.about:
        return None
    return Term(label=row.label, number=in_base(value.number, row.unit), text=value.text, round=value.round)


def _in_unit(row: Row, value: float) -> float:
    """Rates with the decimals of last year's text; sums and differences as they are."""
    if row.formula in _EXACT:
        return in_unit(value, row.unit)
    return float(rounded(value, _decimals(row))) + 0.0  # no -0


def _decimals(row: Row) -> int:
    said = written(row.last)
    return (
        _DECIMALS
        if said is None or not said.half or row.formula == "points"
        else max(0, len(f"{2 * said.half:.10f}".rstrip("0").partition(".")[2]))
    )


def _how(row: Row, terms: Sequence[Term], base: str) -> str:
    said = [term.text for term in terms]
    return {
        "sum": "＋".join(said), "share": "÷".join(said), "growth": f"（{said[0]}－{base}）÷{base}",
    }.get(row.formula or "", f"{said[0]}－{base}")  # fmt: skip


def _slack(row: Row, terms: Sequence[Term], base: str) -> float:
    """How far rounding of the printed figures may move the result, in the row's unit."""
    if row.formula not in _EXACT:
        return CUT
    halves = [_half(text) for text in (*(term.text for term in terms), base)]
    return sum(halves) / scale_of(row.unit)[0]


def _half(text: str) -> float:
    said = written(text)
    return said.half if said else 0.0


def contradictions(rows: Sequence[Row], spots: Mapping[tuple[str, Round], Spot], year: int) -> Iterator[Query]:
    """Figures that were returned and also follow from others, where the two do not agree."""
    known = known_rows(rows)
    for (key, code), spot in spots.items():
        row = known[key]
        value, result = value_of(row, year, code), result_of(row, known, year, code)
        if value is None or value.number is None or value.about or result is None:
            continue
        if abs(value.number - result.number) > result.slack + _half(value.text) / scale_of(row.unit)[0] + 1e-9:
            yield _contradiction(row, value, result, spot)


def _contradiction(row: Row, value: Value, result: Result, spot: Spot) -> Query:
    parts = "、".join(f"{term.label}{term.text}" for term in result.terms)
    text = printed(result.number, row.unit)
    if row.formula == "sum":
        told = f"{row.label}：报送{value.text}，各分项（{parts}）之和为{text}，不一致，请核对更正。"
        return ask("sum", "must", spot, told, taken=True)
    told = f"{row.label}：报送{value.text}，按所报数据计算为{text}（{result.how}），不一致，请核对。"
    return ask("sum", "verify", spot, told, taken=True)
