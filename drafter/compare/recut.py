"""Spans of a comparison cut anew from the reports: open places were hidden while it was made, and are part of the text."""

from collections.abc import Iterable
from dataclasses import replace

from drafter.model.change import Comparison, Evidence, PlanChange
from drafter.model.span import Span, span_at


def recut(made: Comparison, old: str, new: str) -> Comparison:
    """The comparison with every span as OLD's and NEW's text has it. Its places do not change."""
    return replace(
        made,
        findings=tuple(replace(f, old=_span(f.old, old), new=_span(f.new, new)) for f in made.findings),
        mentions=tuple(replace(m, old=_span(m.old, old), new=_span(m.new, new)) for m in made.mentions),
        plans=tuple(_plan(plan, new) for plan in made.plans),
    )


def _span(span: Span | None, text: str) -> Span | None:
    return span_at(text, span.start, span.end) if span else None


def _plan(plan: PlanChange, text: str) -> PlanChange:
    clauses = tuple(replace(clause, evidence=_evidence(clause.evidence, text)) for clause in plan.clauses)
    return replace(plan, evidence=_evidence(plan.evidence, text), clauses=clauses)


def _evidence(some: Iterable[Evidence], text: str) -> tuple[Evidence, ...]:
    return tuple(replace(e, text=text[e.start : e.end]) for e in some)
