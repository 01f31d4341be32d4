"""What changed between two reports."""

from dataclasses import dataclass
from typing import Literal

from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.report import Plan, Problem, ReportInfo
from drafter.model.span import Span

Mode = Literal["years", "drafts"]
MetricStatus = Literal["changed", "unchanged", "perhaps", "open", "added", "dropped"]
Direction = Literal["positive", "negative", "neutral"]
TextKind = Literal["equal", "changed", "added", "dropped"]

DIRECTIONS: dict[Direction, str] = {"positive": "正向指标", "negative": "反向指标", "neutral": ""}

# Goes with every plan, problem or figure that NEW does not mention.
NOT_MENTIONED = "仅指文本未提及，不代表工作未开展"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricChange:
    """A figure and last year's. `perhaps` has both sides and no delta; `open`: NEW has an unfilled slot there.

    `delta` and `percent` are None where they would not be honest: approximate, of another scope or unit, or a range.
    `change_text` is made once, here, for every renderer. `direction` is the way that is good for the figure: positive, more is
    better (出庭应诉率); negative, less is (败诉率); neutral for most.
    """

    status: MetricStatus
    label: str
    old: Metric | None
    new: Metric | None
    delta: float | None = None
    percent: float | None = None
    change_text: str = ""
    confidence: float = 1.0
    direction: Direction = "neutral"
    old_place: str = ""
    new_place: str = ""


def adverse(change: MetricChange) -> bool:
    """Whether a figure went the other way than is good for it."""
    if change.status != "changed" or not change.delta or change.direction == "neutral":
        return False
    return (change.delta > 0) == (change.direction == "negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A piece of a changed text: the equal and deleted pieces make OLD, the equal and inserted ones NEW."""

    op: Literal["equal", "delete", "insert"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """One paragraph or item of either side, in NEW's order, dropped ones where they stood."""

    kind: TextKind
    moved: bool
    old: Span | None
    new: Span | None
    similarity: float
    edits: tuple[Edit, ...]
    old_place: str = ""
    new_place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemChange:
    """What became of a problem: recurring has both sides, not_mentioned only the old, new only the new."""

    status: Literal["recurring", "not_mentioned", "new"]
    old: Problem | None
    new: Problem | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Span):
    """A passage of NEW, at most two sentences, that speaks of a plan; `score` 0..1."""

    score: float
    place: str = ""


PlanStatus = Literal["answered", "partly", "not_mentioned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanClause(Span):
    """One clause of a plan of OLD that promises something, and what NEW says of it; `evidence` is one passage at most."""

    status: PlanStatus
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """What NEW says of a plan of OLD, as a whole and clause by clause: what the text says, no verdict on the office."""

    status: PlanStatus
    plan: Plan
    evidence: tuple[Evidence, ...] = ()
    clauses: tuple[PlanClause, ...] = ()


MentionKind = Literal["official", "document", "body", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An official, a document, a body or an event date that came (`added`), went (`dropped`), or was renewed (`changed`).

    `changed` has both sides: this year's document in the place of last year's, or a post's new holder.
    """

    kind: MentionKind
    status: Literal["added", "dropped", "changed"]
    old: Span | None
    new: Span | None
    old_place: str = ""
    new_place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports held side by side: everything that a renderer needs, and nothing that it must compute."""

    mode: Mode
    old: ReportInfo
    new: ReportInfo
    metrics: tuple[MetricChange, ...]
    text: tuple[TextChange, ...]
    problems: tuple[ProblemChange, ...]
    plans: tuple[PlanChange, ...]
    findings: tuple[Finding, ...]
    summary: dict[str, int]
    mentions: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A figure over the years: one point a report, None where the report does not have it; named as the newest has it."""

    label: str
    unit: str
    points: tuple[Metric | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesTable:
    """Three reports or more side by side: their figures, each in a row."""

    reports: tuple[ReportInfo, ...]
    series: tuple[Series, ...]
    notes: tuple[str, ...] = ()
