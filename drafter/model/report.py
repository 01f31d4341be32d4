"""A report, understood: its tree, its roles, its problems and plans."""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from drafter.model.raw import Format, RawParagraph, RawSlot
from drafter.model.span import Span

Role = Literal["achievements", "problems", "plans", "leadership", "mixed", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInfo:
    """The head of a report as every output states it. `issuer` is "" and `year` None where the text names none."""

    path: str
    format: Format
    title: str
    issuer: str
    year: int | None
    chars: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it: `text[start:end]` from its marker to the next section of its level.

    Level 1 is 一、, 2 is （一）, 3 is everything below (1., (1), 一是, a lead sentence). `marker` is as printed,
    `number` as it should be ("" where the heading has none). `title_start`, `title_end` bound the title itself, without
    marker and full stop; `body_start` is where the text after the heading begins (= `end` where there is none before
    the first child).
    """

    marker: str
    number: str
    level: int
    title: str
    role: Role
    start: int
    end: int
    title_start: int
    title_end: int
    body_start: int
    children: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Span):
    """A problem that the report admits, without its marker; `cause` is what it says of the reason."""

    cause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Span):
    """Something announced for next year, without its marker; `title` is its heading or lead sentence."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """Damage in the text as received, e.g. code `marker-bracket-lost`; `text[start:end]` shows it."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report. `text`, `paragraphs` and `slots` are the reader's, unchanged; all else points into `text`.

    `furniture` is the page around the report (metadata table, breadcrumbs, tools); nothing else overlaps it except the
    title that a metadata table repeats.
    """

    info: ReportInfo
    text: str
    paragraphs: tuple[RawParagraph, ...]
    title: Span | None
    preamble: Span | None
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = ()
    plans: tuple[Plan, ...] = ()
    signature: Span | None = None
    date: Span | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    furniture: tuple[Span, ...] = ()
    defects: tuple[Defect, ...] = ()
    slots: tuple[RawSlot, ...] = ()


def body_paragraphs(report: Report) -> tuple[RawParagraph, ...]:
    """The paragraphs of the report itself, without the furniture around it."""
    return tuple(p for p in report.paragraphs if not any(f.start <= p.start and p.end <= f.end for f in report.furniture))


def sections_over(report: Report, offset: int) -> tuple[Section, ...]:
    """The sections that hold `offset`, outermost first."""
    found: list[Section] = []
    level = report.sections
    while level:
        at = bisect_right(level, offset, key=attrgetter("start")) - 1
        if at < 0 or offset >= level[at].end:
            break
        found.append(level[at])
        level = level[at].children
    return tuple(found)


def walk(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Every section in text order, parents before children."""
    return tuple(s for top in sections for s in (top, *walk(top.children)))


def place(report: Report, offset: int, depth: int = 2) -> str:
    """Where an offset stands, as an office says it: 一、（四）. "" before the first heading."""
    return "".join(s.number or f"“{s.title[:8]}”" for s in sections_over(report, offset)[:depth])
