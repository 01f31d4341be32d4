"""A report, understood: its tree, its roles, its problems and plans."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
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
    title that a metadata table repeats, and the sections that a page number (— 3 —) cuts.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingQuality:
    """How well a report was read: what was found, what was mended, what stays open.

    `sections`, `parts`, `items` are headings of level 1, 2 and 3. `numbers` are markers that lost a bracket or their
    numeral, `markers` those that were lost whole, `glued` headings and items parted from the text before them; all three
    are mended. `gaps` could not be (a number missing or printed twice), `wording` is damage of the text itself that is only
    told (quotation marks, ranges, the date), `doubtful` are places where the reading may be wrong. `missing` names the
    statutory contents that were not found. `share` is how much of the body stands under headings, 0..1.
    """

    sections: int
    parts: int
    items: int
    problems: int
    plans: int
    numbers: int
    markers: int
    glued: int
    gaps: tuple[Defect, ...] = ()
    wording: tuple[Defect, ...] = ()
    doubtful: tuple[Defect, ...] = ()
    missing: tuple[str, ...] = ()
    share: float = 1.0


def body_paragraphs(report: Report) -> tuple[RawParagraph, ...]:
    """The paragraphs of the report itself, without the furniture around it."""
    return tuple(p for p in report.paragraphs if not _is_furniture(report.furniture, p))


def _is_furniture(furniture: tuple[Span, ...], paragraph: RawParagraph) -> bool:
    at = bisect_right(furniture, paragraph.start, key=lambda span: span.start) - 1
    return at >= 0 and paragraph.end <= furniture[at].end


def section_at(level: Sequence[Section], offset: int) -> Section | None:
    """The one of these sections, which stand in text order, that holds `offset`."""
    at = bisect_right(level, offset, key=lambda section: section.start) - 1
    return level[at] if at >= 0 and offset < level[at].end else None


def sections_over(report: Report, offset: int) -> tuple[Section, ...]:
    """The sections that hold `offset`, outermost first."""
    found: list[Section] = []
    level = report.sections
    while inner := section_at(level, offset):
        found.append(inner)
        level = inner.children
    return tuple(found)


def walk(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Every section in text order, parents before children."""
    return tuple(s for top in sections for s in (top, *walk(top.children)))


def place(report: Report, offset: int, depth: int = 2) -> str:
    """Where an offset stands, as an office says it: 一、（四）. "" before the first heading."""
    return "".join(s.number or f"“{s.title[:8]}”" for s in sections_over(report, offset)[:depth])


def place_in_words(place: str) -> str:
    """A place inside a sentence, where the mark of a whole part would meet a stop or a verb: 三、 → 第三部分, 一、（四） as it is."""
    return f"第{place[:-1]}部分" if place.endswith("、") else place or "开头部分"
