"""A ledger's values as a form shows them."""

from drafter.model.ledger import Row, Value
from drafter.text.written import ABOUT_BEHIND, ABOUT_INSIDE, written


def may_fall(row: Row) -> bool:
    """Whether the figure tells a change and may be below zero: 下降3.2%, not 降至3.2%."""
    said = written(row.last)
    return said is not None and said.is_change


def is_shared(row: Row) -> bool:
    """Whether what is known of the figure is the sum of several departments' returns."""
    return row.adding == "sum" and len(row.departments) > 1


def shown_in_cell(value: Value) -> tuple[str | float, str]:
    """What stands in a cell, and its number format; 约30 is the number 30 shown as 约30, a range is text."""
    if value.number is None:
        return value.text, "General"
    kept = float(f"{value.number:.15g}")  # the digits that a cell keeps
    number = int(kept) if kept.is_integer() else kept
    about = value.about.replace('"', "")
    if not about:
        return number, "General"
    return number, f'General"{about}"' if about in (*ABOUT_BEHIND, *ABOUT_INSIDE) else f'"{about}"General'
