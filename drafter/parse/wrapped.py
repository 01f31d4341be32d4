"""Text whose lines were broken at a fixed width (from a PDF, a mail): read as whole paragraphs, told in its own offsets.

`unwrap` makes the text that the author wrote, with a map back; `wrap_back` moves everything found in it to where it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.model.raw import RawParagraph, RawReport
from drafter.model.report import Defect, Plan, Problem, Report, Section
from drafter.model.span import Span, span_at
from drafter.parse.headings import marker_at
from drafter.parse.lines import hide
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

_PAGE_NUMBER = lazy(r"[—\-–―·]{1,2}\s?\d{1,3}\s?[—\-–―·]{1,2}|第\s?\d{1,3}\s?页(?:[,/]?\s?共\s?\d{1,3}\s?页)?")
_PAGE_LINE = lazy(rf"(?m)^[ \t\u3000]*(?:{_PAGE_NUMBER.pattern})[ \t\u3000]*$")
# A heading on two lines, the first of which plainly goes on: 一、2023年推进法治政府建设的 / 主要举措和成效
_BROKEN_HEADING = lazy(
    r"(?m)^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]部分|[（(][一二三四五六七八九十]{1,3}[）)])[^。；;\n]{3,38}[的和与及、，,]\n\s*"
    r"(?![（(]?[一二三四五六七八九十\d]{1,2}[）)、.．是])[^。；;：:\n]{2,24}\n"
)
_ENDS = "。!?:;"
_CLOSING = "”’)】》"
_NARROWEST, _WIDEST = 40, 120  # half-width columns of a full line
_LOOSE = 6  # columns by which a full line may fall short: a mark that may not open a line, a figure that may not be cut
_SHORT = 30  # characters of a line that may be a heading
_FEWEST = 5  # lines broken in mid-sentence that make a broken text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """`raw` with its paragraphs made whole; `offsets[i]` is where its character i stands in the text as received."""

    raw: RawReport
    offsets: Sequence[int]
    page_numbers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One line as received: its place, its text folded, its width with the indent, whether a blank line parts it from the
    line before, whether a page ends before it."""

    paragraph: RawParagraph
    text: str
    line_start: int
    width: int
    indented: bool
    parted: bool
    new_page: bool = False

    @property
    def is_page_number(self) -> bool:
        return _PAGE_NUMBER.fullmatch(self.text) is not None

    @property
    def ended(self) -> bool:
        return self.text.rstrip(_CLOSING)[-1:] in tuple(_ENDS)


def unwrap(raw: RawReport) -> Unwrapped | None:
    """The report with whole paragraphs, or None where its lines were not broken at a width and no page number cuts it."""
    long = any(p.end - p.start > _WIDEST for p in raw.paragraphs)
    if not raw.paragraphs or (long and not _PAGE_LINE.search(raw.text) and not _BROKEN_HEADING.search(raw.text)):
        return None
    every = _rows(raw)
    numbers = [row.paragraph for row in every if row.is_page_number]
    rows = [
        replace(row, new_page=before.is_page_number) for before, row in pairwise((every[0], *every)) if not row.is_page_number
    ]
    rows, full = _measured(rows)
    groups = _groups(rows, full)
    if not numbers and len(groups) == len(rows):
        return None
    pieces: list[str] = []
    offsets: list[int] = []
    paragraphs: list[RawParagraph] = []
    for group in groups:
        start = len(offsets)
        for row in group:
            a, b = row.paragraph.start, row.paragraph.end
            pieces.append(raw.text[a:b])
            offsets += range(a, b)
        paragraphs.append(_paragraph(group, start, len(offsets)))
        pieces.append("\n")
        offsets.append(group[-1].paragraph.end)
    whole = replace(raw, text="".join(pieces), paragraphs=tuple(paragraphs))
    return Unwrapped(raw=whole, offsets=offsets, page_numbers=tuple((p.start, p.end) for p in numbers))


def _rows(raw: RawReport) -> list[_Row]:
    rows = []
    before = 0
    for paragraph in raw.paragraphs:
        given = raw.text[paragraph.start : paragraph.end]
        text = fold(given).strip()
        start = paragraph.start + len(given) - len(given.lstrip())
        line_start = raw.text.rfind("\n", 0, start) + 1
        trimmed = replace(paragraph, start=start, end=start + len(text))
        rows.append(
            _Row(
                paragraph=trimmed,
                text=text,
                line_start=line_start,
                width=_columns(raw.text[line_start : start + len(text)]),
                indented=start - line_start >= 1,
                parted=raw.text.count("\n", before, start) > 1,
            )
        )
        before = trimmed.end
    return rows


def _columns(text: str) -> int:
    """The width of a line: a Chinese character takes two columns."""
    return sum(1 if c < "\u0100" else 2 for c in text)


def _measured(rows: list[_Row]) -> tuple[list[_Row], int | None]:
    """The lines with their widths, and the width at which they were broken: of a page in columns, of plain text in
    characters (two columns each), whichever breaks more of them; None where neither does."""
    counted = [replace(row, width=2 * (row.paragraph.end - row.line_start)) for row in rows]
    (by_page, page_full), (by_count, count_full) = _full_width(rows), _full_width(counted)
    return (counted, count_full) if by_count > by_page else (rows, page_full)


def _full_width(rows: Sequence[_Row]) -> tuple[int, int | None]:
    """(lines broken in mid-sentence, width at which they were broken): most lines without a full stop have it, none is wider."""
    prose = sorted(row.width for row in rows if row.paragraph.table is None)
    if len(prose) < 2 * _FEWEST or any(row.paragraph.bold_until for row in rows):
        return 0, None
    widest = prose[-max(1, len(prose) // 50)]
    if not _NARROWEST <= widest <= _WIDEST or prose[-1] > widest + _LOOSE:
        return 0, None
    open_rows = [row for row in rows if not row.ended and row.paragraph.table is None]
    broken = sum(row.width >= widest - _LOOSE for row in open_rows)
    return (broken, widest) if broken >= _FEWEST and 2 * broken >= len(open_rows) else (0, None)


def _groups(rows: Sequence[_Row], full: int | None) -> list[list[_Row]]:
    """The lines of every paragraph. An indent, or failing that a blank line, tells where one begins."""
    indents = sum(row.indented for row in rows)
    by_indent = full is not None and 3 <= indents <= 0.7 * len(rows)
    by_blank = full is not None and 3 <= sum(row.parted for row in rows) <= 0.7 * len(rows)
    groups: list[list[_Row]] = []
    for row in rows:
        last = groups[-1][-1] if groups else None
        if last and _goes_on(last, row, full, by_indent=by_indent, by_blank=by_blank):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _goes_on(last: _Row, row: _Row, full: int | None, *, by_indent: bool, by_blank: bool) -> bool:
    """Whether a line continues the one before."""
    if _BROKEN_HEADING.match(f"{last.text}\n{row.text}\n"):
        return True
    if full is None:
        return row.new_page and not last.ended and len(last.text) > _SHORT and marker_at(hide(row.text), 0, len(row.text)) is None
    if last.paragraph.table or row.paragraph.table or (last.width < full - _LOOSE and not (row.new_page and not last.ended)):
        return False
    if (by_indent and row.indented) or (by_blank and row.parted):
        return False
    if not by_indent and not by_blank and last.ended:
        return False
    marker = marker_at(hide(row.text), 0, len(row.text))
    return marker is None or bool(marker.damage) or (marker.family.level > 2 and not last.ended)


def _paragraph(group: Sequence[_Row], start: int, end: int) -> RawParagraph:
    first = group[0].paragraph
    bold = first.bold_until
    return replace(first, start=start, end=end, bold_until=None if bold is None else start + max(0, bold - first.start))


def wrap_back(report: Report, unwrapped: Unwrapped, raw: RawReport) -> Report:
    """The same report with every offset where it stands in `raw`; headings keep their whole text, spans show the broken one."""
    back = _Back(text=raw.text, offsets=unwrapped.offsets)
    furniture = [*map(back.span, report.furniture), *(span_at(raw.text, a, b) for a, b in unwrapped.page_numbers)]
    return replace(
        report,
        info=replace(report.info, chars=len(raw.text)),
        text=raw.text,
        paragraphs=raw.paragraphs,
        title=back.span(report.title) if report.title else None,
        preamble=back.span(report.preamble) if report.preamble else None,
        sections=tuple(map(back.section, report.sections)),
        problems=tuple(map(back.problem, report.problems)),
        plans=tuple(map(back.plan, report.plans)),
        signature=back.span(report.signature) if report.signature else None,
        date=back.span(report.date) if report.date else None,
        furniture=tuple(sorted(furniture, key=lambda span: span.start)),
        defects=tuple(map(back.defect, report.defects)),
        slots=raw.slots,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Back:
    """The way back from the whole text to the broken one."""

    text: str
    offsets: Sequence[int]

    def start(self, offset: int) -> int:
        return self.offsets[offset] if offset < len(self.offsets) else len(self.text)

    def end(self, offset: int) -> int:
        return self.offsets[offset - 1] + 1 if offset else 0

    def span(self, span: Span) -> Span:
        return span_at(self.text, self.start(span.start), self.end(span.end))

    def problem(self, problem: Problem) -> Problem:
        span = self.span(problem)
        return replace(problem, text=span.text, start=span.start, end=span.end)

    def plan(self, plan: Plan) -> Plan:
        span = self.span(plan)
        return replace(plan, text=span.text, start=span.start, end=span.end)

    def defect(self, defect: Defect) -> Defect:
        return replace(defect, start=self.start(defect.start), end=self.end(defect.end))

    def section(self, section: Section) -> Section:
        end = self.end(section.end)
        return replace(
            section,
            start=self.start(section.start),
            end=end,
            title_start=self.start(section.title_start),
            title_end=self.end(section.title_end),
            body_start=min(self.start(section.body_start), end),
            children=tuple(map(self.section, section.children)),
        )
