"""The round trip of the ledger: what goes out in forms and comes back in them is what the ledger says."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.ledger.amounts import printed
from drafter.ledger.collecting import collect
from drafter.ledger.forms import forms
from drafter.ledger.returned import read_return
from drafter.model.ledger import Ledger, Return, Row, Value

NAMES = st.text("受理复议申请案件办结调解公证执法人员=+-@", min_size=1, max_size=10).map(lambda text: f"甲{text}")
UNITS = ("件", "万件", "%", "亿元", "人次")


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Figures of one to three departments, with what last year's report said."""
    rows = []
    for number in range(draw(st.integers(1, 6))):
        unit = draw(st.sampled_from(UNITS))
        last = float(draw(st.integers(1, 90)))
        told = Value(year=2025, round="report", number=last, text=printed(last, unit), source="2025年度报告")
        department = draw(st.sampled_from(["市司法局", "市公安局", "市委依法治市办"]))
        rows.append(
            Row(id=f"f-{number:08x}", label=f"{draw(NAMES)}{number}", unit=unit, departments=(department,), values=(told,), definition=draw(st.sampled_from(["", "=1+1", "当年数"])))
        )  # fmt: skip
    return Ledger(issuer="云溪市人民政府", year=2026, rows=tuple(rows))


def round_trip(ledger: Ledger) -> list[Return]:
    """Every form, sent out and read back as it is."""
    with TemporaryDirectory() as folder:
        returns = []
        for name, data in forms(ledger, "first"):
            path = Path(folder) / name
            path.write_bytes(data)
            returns.append(replace(read_return(path), path=name))
        return returns


@settings(max_examples=15, deadline=None)
@given(ledgers())
def test_forms_that_come_back_empty_leave_the_ledger_as_it_was(ledger: Ledger) -> None:
    made = collect(ledger, round_trip(ledger))
    assert made.ledger == ledger
    missing = "".join(query.message for query in made.queries if query.kind == "missing")
    assert all(row.label in missing for row in ledger.rows)


@settings(max_examples=15, deadline=None)
@given(ledgers(), st.data())
def test_what_comes_back_in_the_forms_is_what_the_ledger_says(ledger: Ledger, data: st.DataObject) -> None:
    near = {row.id: (row.values[0].number or 0) + data.draw(st.integers(0, 3)) for row in ledger.rows}
    returns = [
        replace(one, entries=tuple(replace(entry, value=f"{near[entry.row]:g}") for entry in one.entries if entry.row))
        for one in round_trip(ledger)
    ]
    made = collect(ledger, returns)
    said = {row.id: value.number for row in made.ledger.rows for value in row.values if value.round == "first"}
    assert said == near
    assert [replace(row, values=row.values[:1]) for row in made.ledger.rows] == list(ledger.rows)
