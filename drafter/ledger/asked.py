"""Who is asked for what: by the forms that go out, and by the collecting that misses what did not come back."""

from drafter.model.ledger import Ledger, Matter, Row


def asked_rows(ledger: Ledger, department: str) -> tuple[Row, ...]:
    """The figures that a department has to return every year."""
    return tuple(row for row in ledger.rows if department in row.departments and row.is_asked)


def last_years(ledger: Ledger) -> tuple[Matter, ...]:
    """The plans and problems of last year's report; those of earlier ones have been asked about in their time."""
    return tuple(matter for matter in ledger.matters if matter.year in (None, ledger.year - 1))


def asked_matters(ledger: Ledger, department: str) -> tuple[Matter, ...]:
    """The plans and problems that a department has to answer."""
    return tuple(matter for matter in last_years(ledger) if department in matter.departments)


def departments_of(ledger: Ledger) -> tuple[str, ...]:
    """Everybody who has something to return, in the order of the ledger."""
    rows = (name for row in ledger.rows if row.is_asked for name in row.departments)
    return tuple(dict.fromkeys((*rows, *(name for matter in last_years(ledger) for name in matter.departments))))
