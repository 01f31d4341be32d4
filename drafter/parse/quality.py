"""How well a report was read, as data: for the line that says so above an outline or a list of figures."""

from collections import Counter

from drafter.model.report import Defect, ReadingQuality, Report, Section, walk
from drafter.text.contents import missing

# What was mended, by kind; every other code is damage that is only told.
NUMBERS = ("marker-bracket-lost", "marker-number-lost", "marker-misprinted", "numbering-misprinted")
MARKERS = ("marker-lost",)
GLUED = ("heading-glued", "stop-lost")
GAPS = ("numbering-gap", "numbering-duplicate")
_LONGEST_TITLE = 60  # characters; a longer one is rather a paragraph whose full stop is lost


def reading_quality(report: Report) -> ReadingQuality:
    """Counts of what was found and mended, and the places that a reader should look at."""
    headings = walk(report.sections)
    levels = Counter(section.level for section in headings)
    codes = Counter(defect.code for defect in report.defects)
    mended = (*NUMBERS, *MARKERS, *GLUED)
    return ReadingQuality(
        sections=levels[1],
        parts=levels[2],
        items=levels[3],
        problems=len(report.problems),
        plans=len(report.plans),
        numbers=sum(codes[code] for code in NUMBERS),
        markers=sum(codes[code] for code in MARKERS),
        glued=sum(codes[code] for code in GLUED),
        gaps=tuple(d for d in report.defects if d.code in GAPS),
        wording=tuple(d for d in report.defects if d.code not in (*mended, *GAPS)),
        doubtful=_doubtful(report.defects, headings),
        missing=missing(report),
        share=_share(report),
    )


def _doubtful(defects: tuple[Defect, ...], headings: tuple[Section, ...]) -> tuple[Defect, ...]:
    """Headings whose marker was made up, and headings that are too long to be one, in text order."""
    long = [
        Defect(code="title-long", message="标题过长，疑标题后缺句号", start=s.title_start, end=s.title_end)
        for s in headings
        if len(s.title) > _LONGEST_TITLE
    ]
    return tuple(sorted([*long, *(d for d in defects if d.code in MARKERS)], key=lambda d: d.start))


def _share(report: Report) -> float:
    """How much of the body stands under headings; a long preamble is rather a section whose heading was not seen."""
    inside = sum(section.end - section.start for section in report.sections)
    before = len(report.preamble.text) if report.preamble else 0
    return inside / (inside + before) if inside else 0.0
