"""Who is asked for what."""

from drafter.model.ledger import Ledger, Row


def asked_rows(ledger: Ledger, department: str) -> tuple[Row, ...]:
    """The figures that a department has to return every year."""
    return tuple(row for row in ledger.rows if department in row.departments and row.is_asked)


def departments_of(ledger: Ledger) -> tuple[str, ...]:
    """Everybody who has something to return, in the order of the ledger."""
    asked = (name for row in ledger.rows if row.is_asked for name in row.departments)
    return tuple(dict.fromkeys((*asked, *(name for matter in ledger.matters for name in matter.departments))))
