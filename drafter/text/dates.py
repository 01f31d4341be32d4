"""Dates as people write them."""

from datetime import date

from drafter.text.normalize import fold
from drafter.text.pattern import lazy

_DATE = lazy(r"((?:19|20)\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?|((?:19|20)\d\d)(\d\d)(\d\d)")


def iso_date(text: str) -> str:
    """The first date of a text as 2027-01-15, "" where it has none: 2027年1月15日, 2027.1.15, 20270115."""
    found = _DATE.search(fold(text))
    if found is None:
        return ""
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
