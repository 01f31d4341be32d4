"""What the review page shows above the text, as plain data for its template: rows with links, filters and sort keys."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import escape

from drafter.model.change import Comparison, MetricChange, PlanChange, ProblemChange, TextChange
from drafter.model.finding import LEVELS, Finding
from drafter.model.metric import Metric, number
from drafter.model.span import Span
from drafter.render import wording
from drafter.render.mention_words import clause_lines, mention_lines
from drafter.text.quotes import cut, inner


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place that can be jumped to: `address` is the row's id, "" where the passage stands in no row.

    `words` says which characters of the row's paragraph: n35-41, the 36th to the 41st of NEW's; the page leads to these.
    """

    address: str
    name: str
    quote: str = ""
    words: str = ""

    def __html__(self) -> str:
        """As the page shows it. A browser that runs no script is led to the row."""
        if not self.address:
            return escape(self.name)
        at = f' data-at="{self.words}"' if self.words else ""
        return f'<a href="#{self.address}"{at}>{escape(self.name)}</a>'


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding; `address` is its own id on the page."""

    address: str
    id: str
    level: str
    level_name: str
    kind: str
    kind_name: str
    section: str
    message: str
    old: Link | None
    new: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure; `finding` asks about it. `order` numbers it; `keys` sort it: the rank of its place among all, last year's value, this year's, the
    difference, with commas between and nothing where there is none."""

    status: str
    status_name: str
    label: str
    old: str
    new: str
    change: str
    direction: str
    places: tuple[Link, ...]
    order: int
    keys: str
    finding: FindingRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A plan or a problem with what is said of it."""

    status: str
    status_name: str
    text: str
    said: Link | None
    evidence: tuple[Link, ...]
    note: str = ""
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A name that came or went."""

    status: str
    status_name: str
    kind: str
    old: Link | None
    new: Link | None


class Places:
    """From a passage of either report to the text row that holds it."""

    def __init__(self, rows: Sequence[TextChange]) -> None:
        self._old = _index([(row.old, i) for i, row in enumerate(rows)])
        self._new = _index([(row.new, i) for i, row in enumerate(rows)])

    def old(self, span: Span | None, place: str) -> Link | None:
        """Where a passage of OLD stands."""
        return _link(self._old, span, place, "o")

    def new(self, span: Span | None, place: str) -> Link | None:
        """Where a passage of NEW stands."""
        return _link(self._new, span, place, "n")


_Index = list[tuple[int, int, int]]


def _index(rows: list[tuple[Span | None, int]]) -> _Index:
    """(start, end, row), by start."""
    return sorted((span.start, span.end, at) for span, at in rows if span is not None)


def _link(index: _Index, span: Span | None, place: str, side: str) -> Link | None:
    """A link to the row that holds the start of `span`, and to its words there."""
    if span is None:
        return None
    quote = inner(cut(span.text, 160))
    at = bisect_right(index, span.start, key=lambda row: row[0]) - 1
    if at < 0 or span.start >= index[at][1]:
        return Link(address="", name=place, quote=quote)
    start, end, row = index[at]
    words = f"{side}{span.start - start}-{min(span.end, end) - start}"
    return Link(address=f"t{row + 1}", name=place or "正文", quote=quote, words=words)


def finding_rows(comparison: Comparison, places: Places) -> tuple[FindingRow, ...]:
    """The findings, worst first as given."""
    return tuple(_finding_row(i, f, places) for i, f in enumerate(comparison.findings, 1))


def _finding_row(number: int, finding: Finding, places: Places) -> FindingRow:
    """One finding; its level has a column of its own, so the message goes without."""
    level_name = LEVELS[finding.level]
    return FindingRow(
        address=f"f{number}", id=finding.id, level=finding.level, level_name=level_name,
        kind=finding.kind, kind_name=wording.kind_name(finding.kind),
        section=wording.section_of(finding.new_place or finding.old_place),
        message=finding.message.removeprefix(f"【{level_name}】"),
        old=places.old(finding.old, finding.old_place), new=places.new(finding.new, finding.new_place),
    )  # fmt: skip


def figure_rows(comparison: Comparison, places: Places, findings: Sequence[FindingRow]) -> tuple[FigureRow, ...]:
    """The figures in the order, and with the numbers, of the table and the sheet."""
    ordered = wording.ordered_metrics(comparison)
    ranks = {place: i for i, place in enumerate(sorted({_place_key(m) for m in ordered}))}
    asked = _asked(comparison.findings, findings)
    return tuple(
        replace(
            _figure_row((i, ranks[_place_key(change)]), change, comparison, places),
            finding=asked.get(_where(change.old, change.new)),
        )
        for i, change in enumerate(ordered, 1)
    )


_Where = tuple[str, int, int]


def _asked(findings: Sequence[Finding], rows: Sequence[FindingRow]) -> dict[_Where, FindingRow]:
    """By the very words that it asks about, the finding; the worst where there are several."""
    found: dict[_Where, FindingRow] = {}
    for finding, row in zip(findings, rows, strict=True):
        if finding.level != "info":
            found.setdefault(_where(finding.old, finding.new), row)
    return found


def _where(old: Span | None, new: Span | None) -> _Where:
    """The words in NEW, or in OLD where NEW has none."""
    span = new or old
    return ("new" if new else "old", span.start, span.end) if span else ("", 0, 0)


def _place_key(change: MetricChange) -> tuple[tuple[float, ...], int]:
    """Where a figure stands: by the numbers of its headings, within these by its offset."""
    known = change.new or change.old
    return wording.place_key(change.new_place if change.new else change.old_place), known.start if known else 0


def _figure_row(order: tuple[int, int], change: MetricChange, comparison: Comparison, places: Places) -> FigureRow:
    """One figure with its other side; `order` is its number and the rank of its place."""
    values = (order[1], _value(change.old), _value(change.new), change.delta)
    return FigureRow(
        status=change.status, status_name=wording.metric_status(change.status, comparison.mode), label=change.label,
        old=wording.figure(change.old), new=wording.figure(change.new),
        change=wording.difference(change), direction=_direction(change),
        places=_places(change, comparison, places), order=order[0], keys=",".join(map(_key, values)),
    )  # fmt: skip


def _places(change: MetricChange, comparison: Comparison, places: Places) -> tuple[Link, ...]:
    """Where a figure stands, as `wording.places` says it: one place if both agree, else both."""
    name = f"{wording.side_names(comparison.mode)[0]}{change.old_place}" if change.old_place else ""
    new, old = places.new(change.new, change.new_place), places.old(change.old, name)
    if new is None:
        return (old,) if old else ()
    return (new, old) if old and name and change.old_place != change.new_place else (new,)


def _key(value: float | None) -> str:
    """A number as short as it can be, to sort by."""
    return "" if value is None else str(int(value)) if value == int(value) else repr(float(value))


def _direction(change: MetricChange) -> str:
    """Which way a figure went; a smaller rank is a better one."""
    if not change.delta:
        return "flat"
    rank = change.new is not None and change.new.kind == "rank"
    return "up" if (change.delta > 0) != rank else "down"


def _value(metric: Metric | None) -> float | None:
    """The number to sort by: a range by its upper end."""
    return None if metric is None else float(number(metric))


def sections_of(comparison: Comparison, findings: Sequence[FindingRow]) -> tuple[tuple[str, str], ...]:
    """The parts of the report that findings stand in, in the order of their numbers, each with its heading: 一、主要举措."""
    found = sorted({f.section for f in findings if f.section}, key=wording.place_key)
    headings: dict[str, str] = {}
    for row in comparison.text:
        for span, place in ((row.new, row.new_place), (row.old, row.old_place)):
            if span is not None and place in found and span.text.startswith(place):
                headings.setdefault(place, cut(span.text, 24))
    return tuple((key, headings.get(key, key)) for key in found)


def _told(text: str) -> str:
    """A promise as the table tells it: its link leads to the whole of it."""
    return cut(text, 200)


def plan_rows(plans: Sequence[PlanChange], places: Places) -> tuple[PromiseRow, ...]:
    """OLD's plans with NEW's evidence."""
    return tuple(
        PromiseRow(
            status=p.status, status_name=wording.PLAN_STATUS[p.status], text=_told(p.plan.text), said=places.old(p.plan, "上年原文"),
            evidence=tuple(link for e in p.evidence if (link := places.new(e, e.place))), clauses=clause_lines(p),
        )
        for p in plans
    )  # fmt: skip


def problem_rows(problems: Sequence[ProblemChange], places: Places) -> tuple[PromiseRow, ...]:
    """OLD's problems and what became of them, then NEW's own."""
    rows = []
    for p in problems:
        text = p.old or p.new
        new = places.new(p.new, "本年原文") if p.old else None
        said = places.old(p.old, "上年原文") if p.old else places.new(p.new, "本年原文")
        cause = f"本年所述原因：{p.new.cause}" if p.new and p.new.cause else ""
        rows.append(
            PromiseRow(
                status=p.status, status_name=wording.PROBLEM_STATUS[p.status], text=_told(text.text) if text else "",
                said=said, evidence=(new,) if new else (), note=cause,
            )
        )  # fmt: skip
    return tuple(rows)


def mention_rows(comparison: Comparison, places: Places) -> tuple[MentionRow, ...]:
    """Who and what came or went, by kind."""
    return tuple(
        MentionRow(
            status=line.mention.status, status_name=line.status, kind=line.kind,
            old=places.old(line.mention.old, line.mention.old_place), new=places.new(line.mention.new, line.mention.new_place),
        )
        for line in mention_lines(comparison)
    )  # fmt: skip
