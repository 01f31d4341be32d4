"""What every paragraph of a report is, for whoever wants its look: the same decisions by which a draft is set."""

from itertools import groupby

from drafter.model.draft import ParagraphKind
from drafter.model.report import Report
from drafter.rollforward.blocks import heading_style, style_of
from drafter.rollforward.passages import Passage, cut
from drafter.rollforward.widths import widen


def paragraph_kinds(report: Report) -> tuple[ParagraphKind, ...]:
    """The kind of each paragraph in text order; table rows and the page around a report are left out."""
    passages = (passage for passage in cut(report, widen(report.text)) if passage.zone != "row")
    return tuple(_kind(report, list(group)) for _, group in groupby(passages, key=lambda passage: passage.paragraph))


def _kind(report: Report, passages: list[Passage]) -> ParagraphKind:
    """A paragraph by its first passage; a heading with text behind it is a paragraph of text."""
    first, text, start = passages[0], report.text, passages[0].start
    run_in = first.faced and len(passages) > 1
    return ParagraphKind(
        text=text[start : passages[-1].end],
        marker=text[start : first.content],
        style="body" if run_in else style_of(first),
        run_in=heading_style(first) if run_in else None,
        heading=text[start : first.end] if run_in else "",
    )
