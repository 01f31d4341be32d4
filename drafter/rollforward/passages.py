"""LAST cut into the passages that one decision each is made about: headings, sentences, table rows, title and signature.

A passage is a sentence, cut once more where a heading is glued to it. Together they are every paragraph of the report
without its furniture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from drafter.model.raw import RawParagraph
from drafter.model.report import Report, Section, body_paragraphs, sections_over, walk
from drafter.model.span import Span
from drafter.text.split import sentences

Zone = Literal[
    "title",
    "addressee",
    "opening",
    "heading",
    "sentence",
    "row",
    "problem",
    "problem_more",
    "plan",
    "plan_more",
    "signature",
    "date",
]

_SHORT_LEAD = 30  # characters: 一是强化组织领导。 leads its item like a heading; a longer sentence is prose
_ADDRESSEE = 40
_STOP = tuple("。！？；：:;!?.，,、…—")
_CLOSERS = "”’）)》〉"
_GOES_ON = tuple(",，、；;")  # behind the first words of an item that has no heading of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """`text[start:end]` of LAST; `content` is where it begins behind its marker, `marker` that marker as it should be.

    `item` is the index of the problem or plan it belongs to; `stop` is set where a lost full stop is to be put behind it;
    `opens` where it is the heading of a paragraph or of a part that gets a paragraph of its own in the draft.
    """

    start: int
    end: int
    zone: Zone
    paragraph: RawParagraph
    sections: tuple[Section, ...]
    marker: str = ""
    content: int
    item: int | None = None
    opens: Section | None = None
    stop: bool = False

    @property
    def faced(self) -> bool:
        """Whether it is set in the face of a heading."""
        return self.opens is not None and self.zone in ("heading", "problem", "plan")


def cut(report: Report, wide: str) -> list[Passage]:
    """Every passage of the report in text order."""
    starts = {section.start: section for section in walk(report.sections)}
    return [passage for p in body_paragraphs(report) for passage in _of_paragraph(report, wide, p, starts)]


def _of_paragraph(report: Report, wide: str, paragraph: RawParagraph, starts: dict[int, Section]) -> Iterator[Passage]:
    start, end = _trim(report.text, paragraph.start, paragraph.end)
    whole = _whole_zone(report, paragraph, start, end)
    if whole:
        yield Passage(start=start, end=end, zone=whole, paragraph=paragraph, sections=sections_over(report, start), content=start)
        return
    bounds = _bounds(report.text, start, end, starts)
    for at, until in pairwise(bounds):
        a, b = _trim(report.text, at, until)
        if a < b:
            yield _passage(report, wide, paragraph, (a, b), starts)


def _whole_zone(report: Report, paragraph: RawParagraph, start: int, end: int) -> Zone | None:
    """The zone of a paragraph that is one passage, None for prose."""
    whole: tuple[tuple[Zone, Span | None], ...] = (
        ("title", report.title),
        ("signature", report.signature),
        ("date", report.date),
    )
    for zone, span in whole:
        if span is not None and span.start < end and start < span.end:
            return zone
    if paragraph.table is not None or "\t" in report.text[start:end]:  # plain text parts the cells of a table by tabs
        return "row"
    first = report.sections[0].start if report.sections else None
    short = end - start <= _ADDRESSEE and report.text[end - 1] in "：:" and "。" not in report.text[start:end]
    return (
        "addressee"
        if short and (first is None or end <= first) and not re.search("如下|报告|汇报", report.text[start:end])
        else None
    )


def _bounds(text: str, start: int, end: int, starts: dict[int, Section]) -> list[int]:
    cuts = {start, end, *(start + a for a, _ in sentences(text[start:end]))}
    for at, section in starts.items():
        if start <= at < end:
            heading_end = _heading_end(text, section, end)
            cuts = {c for c in cuts if not at < c < heading_end} | {at}
            if text[heading_end : heading_end + 1] not in _GOES_ON:
                cuts.add(heading_end)
    return sorted(cuts)


def _heading_end(text: str, section: Section, limit: int) -> int:
    """Where the heading ends, its own full stop included."""
    until = min(section.title_end, limit)
    while until < limit and text[until] in "。；：:;.”’）)》":
        until += 1
    return min(until, max(section.body_start, section.title_end), limit)


def _passage(report: Report, wide: str, paragraph: RawParagraph, place: tuple[int, int], starts: dict[int, Section]) -> Passage:
    start, end = place
    over = sections_over(report, start)
    opened = starts.get(start)
    zone, item = _zone(report, place, opened)
    apart = opened is not None and (opened.level <= 2 or start == _trim(report.text, paragraph.start, paragraph.end)[0])
    inline = opened is not None and opened.number.endswith(("是", "要"))  # prose markers, GB/T 9704-2012 has no such level
    next_opens = end in starts or (report.text[end : end + 1] in (" ", "\u3000") and _next(report.text, end) in starts)
    return Passage(
        start=start,
        end=end,
        zone=zone,
        item=item,
        paragraph=paragraph,
        sections=over,
        marker=_marker(opened, wide) if opened else "",
        content=min(opened.title_start, end) if opened else start,
        opens=opened if apart and not inline else None,
        stop=_lacks_stop(report.text, place, paragraph, zone, next_opens),
    )


def _zone(report: Report, place: tuple[int, int], opened: Section | None) -> tuple[Zone, int | None]:
    start, end = place
    for number, problem in enumerate(report.problems):
        if problem.start < end and start < problem.end:
            return ("problem" if start <= problem.start else "problem_more"), number
    for number, plan in enumerate(report.plans):
        if plan.start < end and start < plan.end:
            return ("plan" if start <= plan.start else "plan_more"), number
    if (
        opened
        and (opened.level <= 2 or opened.title_end - opened.title_start <= _SHORT_LEAD)
        and end <= max(opened.body_start, opened.title_end)
    ):
        return "heading", None
    opening = bool(report.sections) and end <= report.sections[0].start
    return ("opening" if opening else "sentence"), None


def _lacks_stop(text: str, place: tuple[int, int], paragraph: RawParagraph, zone: Zone, next_opens: bool) -> bool:
    """Whether a full stop was lost: before an item that follows at once, behind a glued heading, at the end of prose."""
    start, end = place
    if text[start:end].rstrip(_CLOSERS).endswith(_STOP):
        return False
    at_end = not text[end : paragraph.end].strip()
    prose = zone.startswith(("problem", "plan")) or any(c in text[paragraph.start : paragraph.end] for c in "。，；,;")
    return (zone != "heading" and at_end and prose) or next_opens or (zone == "heading" and not at_end)


def _marker(section: Section, wide: str) -> str:
    printed = wide[section.start : section.title_start].strip()
    if not section.number or printed.startswith(section.number):
        return printed
    return section.number


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _next(text: str, at: int) -> int:
    while text[at : at + 1] in (" ", "\u3000"):
        at += 1
    return at
