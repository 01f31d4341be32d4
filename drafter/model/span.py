"""A place in a report's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """`report.text[start:end] == text`: Python `str` indexes, end exclusive."""

    text: str
    start: int
    end: int


def span_at(whole: str, start: int, end: int) -> Span:
    """The span of `whole` between two offsets."""
    return Span(text=whole[start:end], start=start, end=end)
