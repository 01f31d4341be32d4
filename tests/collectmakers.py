"""One-line ledgers and returns: figures as `id=typed`, rows as keyword fixtures; the invented 澄江市, collecting for 2026."""

from typing import Any

from drafter.model.ledger import Collected, Entry, Ledger, Matter, MatterEntry, Query, Return, Row, Value

JUSTICE, POLICE, STAFF = "市司法局", "市公安局", "市委办公室"
BOTH = (JUSTICE, POLICE)
SUM = {"departments": BOTH, "adding": "sum"}
YEAR = 2026


def last(number: float, unit: str = "件") -> Value:
    return Value(year=YEAR - 1, round="report", number=number, text=f"{number:g}{unit}")


def row(key: str, unit: str = "件", before: float | None = None, **more: Any) -> Row:
    values = () if before is None else (last(before, unit),)
    given = {"departments": (JUSTICE,), "values": values, "label": f"指标{key}", **more}
    return Row(id=key, unit=unit, **given)


def ledger(*rows: Row, **more: Any) -> Ledger:
    return Ledger(issuer="澄江市人民政府", year=YEAR, rows=rows, **more)


def entry(said: str, **more: Any) -> Entry:
    """`a=12件` is the row `a` with 12件 typed into its cell."""
    key, _, value = said.partition("=")
    return Entry(**{"row": key, "label": f"指标{key}", "unit": "", "value": value, "place": f"数据!H{len(key)}", **more})


def form(*said: str | Entry, department: str = JUSTICE, **more: Any) -> Return:
    """A signed return of the first round."""
    entries = tuple(entry(one) if isinstance(one, str) else one for one in said)
    given = {
        "path": f"{department}.xlsx", "issuer": "澄江市", "year": YEAR, "round": "first", "person": "王某", "checker": "李某",
        "date": "2027-01-12", "due": "2027-01-15", **more,
    }  # fmt: skip
    return Return(department=department, entries=entries, **given)


def plan(key: str, title: str = "建成法治文化公园", **more: Any) -> Matter:
    return Matter(**{"id": key, "kind": "plan", "title": title, "text": f"{title}。", "departments": (JUSTICE,), **more})


def done(key: str, progress: str, **more: str) -> MatterEntry:
    return MatterEntry(
        **{"matter": key, "title": "", "progress": progress, "evidence": "", "reason": "", "place": "文字!F4", **more}
    )


def value(made: Collected, key: str, code: str = "first") -> Value | None:
    found = next(row for row in made.ledger.rows if row.id == key)
    return next((v for v in found.values if (v.year, v.round) == (YEAR, code)), None)


def number(made: Collected, key: str, code: str = "first") -> float | None:
    found = value(made, key, code)
    return found.number if found else None


def told(made: Collected) -> list[str]:
    """`kind/level` of every query."""
    return [f"{query.kind}/{query.level}" for query in made.queries]


def only(made: Collected, kind: str) -> Query:
    found = [query for query in made.queries if query.kind == kind]
    assert len(found) == 1, found
    return found[0]
