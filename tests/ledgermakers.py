"""Ledgers for tests: out of a report as an office's first ledger would be, or row by row."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from drafter import pipeline
from drafter.ledger.amounts import clean_quotient, scale_of
from drafter.model.ledger import Ledger, Round, Row, Value
from drafter.model.metric import Metric
from drafter.pipeline import Loaded


def ledger_from(last: Loaded, year: int) -> Ledger:
    """The figures that next year's draft asks for, with what LAST said."""
    rows = []
    for slot in pipeline.draft(last).slots:
        if slot.kind == "figure" and slot.last:
            span = slot.last
            metric = next(m for m in last.metrics if span.start <= m.start and m.end <= span.end)
            rows.append(
                Row(
                    id=slot.id, label=slot.label, unit=slot.unit, last=span.text, sentence=metric.sentence, path=metric.path,
                    formula=slot.formula.kind if slot.formula else None, terms=slot.formula.terms if slot.formula else (),
                    values=(_published(metric, slot.unit, year - 1),),
                )
            )  # fmt: skip
    return Ledger(issuer=last.report.info.issuer, year=year, rows=tuple(rows))


def _published(metric: Metric, unit: str, year: int) -> Value:
    value = metric.value
    exact = None if isinstance(value, tuple) else clean_quotient(value, scale_of(unit)[0])
    return Value(year=year, round="report", number=exact, text=metric.text, about=metric.approx or "")


def row(label: str, unit: str, last: str = "", sentence: str = "", **more: Any) -> Row:
    """A row of which a test says what matters; its id is its name unless given."""
    return Row(**{"id": f"f-{label}", "label": label, "unit": unit, "last": last, "sentence": sentence, **more})


def back(number: float | None, text: str, *, year: int = 2025, turn: Round = "first", **more: Any) -> Value:
    """A value as a department returned it."""
    said = {"source": "市司法局，王某", "date": "2026-01-12", **more}
    return Value(year=year, round=turn, number=number, text=text, **said)


def ledger(*rows: Row, year: int = 2025, issuer: str = "云溪市人民政府") -> Ledger:
    """A ledger of these rows."""
    return Ledger(issuer=issuer, year=year, rows=rows)


def with_values(one: Ledger, values: dict[str, Sequence[Value]]) -> Ledger:
    """The ledger with more values, by row id."""
    return replace(one, rows=tuple(replace(r, values=(*r.values, *values.get(r.id, ()))) for r in one.rows))
