"""A ledger's values as a form shows them."""

from drafter.model.ledger import Row, Value
from drafter.text.written import written

_BEHIND = ("以上", "以下", "以内", "左右", "上下", "余", "多")


def may_fall(row: Row) -> bool:
    """Whether the figure tells a change and may be below zero: 下降3.2%, not 降至3.2%."""
    said = written(row.last)
    return said is not None and said.way is not None and not said.level


def is_shared(row: Row) -> bool:
    """Whether what is known of the figure is the sum of several departments' returns."""
    return row.adding == "sum" and len(row.departments) > 1


def shown_in_cell(value: Value) -> tuple[str | float, str]:
    """What stands in a cell, and its number format; 约30 is the number 30 shown as 约30, a range is text."""
    if value.number is None:
        return value.text, "General"
    number = int(value.number) if float(value.number).is_integer() else value.number
    about = value.about.replace('"', "")
    if not about:
        return number, "General"
    return number, f'General"{about}"' if about in _BEHIND else f'"{about}"General'
