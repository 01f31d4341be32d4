"""In what kind of section a place stands: what the parser told of problems and plans goes first."""

from bisect import bisect_left
from collections.abc import Sequence

from drafter.model.report import Report, Role, sections_over
from drafter.model.span import Span


def role_of(report: Report, start: int, end: int) -> Role:
    """The role of a passage: of the plan or problem that it is part of, else of the innermost section that has a plain one."""
    if _meets(report.plans, start, end):
        return "plans"
    if _meets(report.problems, start, end):
        return "problems"
    for section in reversed(sections_over(report, start)):
        if section.role in ("problems", "plans", "leadership", "achievements"):
            return section.role
    return "other"


def _meets(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans, which are in text order, overlaps a passage."""
    at = bisect_left(spans, end, key=lambda s: s.start) - 1
    return at >= 0 and spans[at].end > start
