"""Which findings ask about a row of another table: a figure, a plan, a problem, a passage. Once for the paper and the sheets."""

from collections.abc import Iterable

from drafter.model.change import MetricChange, PlanChange, ProblemChange, TextChange
from drafter.model.finding import LEVELS, Finding
from drafter.model.span import Span

# A passage that is evidence of a plan or the first of many standing phrases says nothing of the figures in it.
_OF_FIGURES = ("stale", "metric", "change", "dropped", "added")
_OF_PROBLEMS = ("problem", "stale")
_OF_PASSAGES = ("dropped", "added")
_GENERAL = "standing"


def about_figure(change: MetricChange, findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose passage is the figure, or holds it."""
    return [f for f in findings if f.kind in _OF_FIGURES and f.rule != _GENERAL and _meets(f, change.old, change.new)]


def about_plan(change: PlanChange, findings: Iterable[Finding]) -> list[Finding]:
    """What is asked about a plan of last year."""
    return [f for f in findings if f.kind == "plan" and _overlap(f.old, change.plan)]


def about_problem(change: ProblemChange, findings: Iterable[Finding]) -> list[Finding]:
    """What is asked about a problem of either year."""
    return [f for f in findings if f.kind in _OF_PROBLEMS and f.rule != _GENERAL and _meets(f, change.old, change.new)]


def about_passage(change: TextChange, findings: Iterable[Finding]) -> list[Finding]:
    """What is asked about a paragraph that was dropped or added."""
    return [f for f in findings if f.kind in _OF_PASSAGES and _meets(f, change.old, change.new)]


def held_in(passage: Finding, findings: Iterable[Finding]) -> list[Finding]:
    """The figures that came or went with a passage: who confirms that it did confirms these."""
    if passage.kind not in _OF_PASSAGES or passage.rule != "text":
        return []
    return [f for f in findings if f.kind == passage.kind and f.rule == "figure" and _holds(passage, f)]


def _holds(passage: Finding, figure: Finding) -> bool:
    pairs = ((passage.old, figure.old), (passage.new, figure.new))
    return any(one and other and one.start <= other.start and other.end <= one.end for one, other in pairs)


def asks(findings: Iterable[Finding]) -> bool:
    """Whether one of them asks for something."""
    return any(f.level != "info" for f in findings)


def worst(findings: Iterable[Finding]) -> str:
    """The name of the worst level among them, "" of none."""
    levels = {f.level for f in findings}
    return next((name for level, name in LEVELS.items() if level in levels), "")


def _meets(finding: Finding, old: Span | None, new: Span | None) -> bool:
    """Whether they meet in NEW's text, or where one of them stands only in OLD's, there."""
    if finding.new and new:
        return _overlap(finding.new, new)
    return not (finding.new or new) and _overlap(finding.old, old)


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end
