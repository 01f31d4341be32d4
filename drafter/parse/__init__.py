"""RawReport → Report: what a report's lines are, tolerant of damage, and every repair told."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from drafter.model.raw import RawReport
from drafter.model.report import Defect, Report, ReportInfo, Section
from drafter.model.span import Span, span_at
from drafter.parse.closing import Closing, before_glossary, early, read_closing
from drafter.parse.front import Front, issuer_in, read_front, year_in
from drafter.parse.items import collect, split_flat, split_mixed
from drafter.parse.lines import Line, Page, page_of
from drafter.parse.outline import outline
from drafter.parse.quality import GAPS, GLUED, MARKERS, NUMBERS
from drafter.parse.roles import heading_roles, with_roles
from drafter.parse.wording import text_defects, without_doubles
from drafter.parse.wrapped import unwrap, wrap_back
from drafter.text.placeholder import PLACEHOLDER
from drafter.text.years import looks_back, years_named

__all__ = ["parse_report"]

_REPAIRS = (
    ("修复标题序号{}处", NUMBERS),
    ("补出脱落的序号{}处", MARKERS),
    ("断开粘连的标题或分项{}处", GLUED),
    ("序号不连续或重复{}处", GAPS),
)


def parse_report(raw: RawReport) -> Report:
    """Understand a report: head, tree, roles, problems, plans, closing, page furniture, damage.

    Never raises on odd text: what is not recognised stays body, and `info.notes` says how the reading went.
    """
    if unwrapped := unwrap(raw):
        return wrap_back(_understood(unwrapped.raw), unwrapped, raw)
    return _understood(raw)


def _understood(raw: RawReport) -> Report:
    page = page_of(raw)
    front = read_front(page)
    closing = read_closing(page, front.body)
    body, doubled = without_doubles(page.lines[front.preamble : before_glossary(page, front.preamble, closing.end)])
    sections, heading_defects = outline(page, body)
    preamble = _preamble(page, body, sections)
    year = _year(front, sections, preamble)
    reviewed = _reviewed(front, year, sections)
    sections = split_mixed(page, body, split_flat(page, body, with_roles(sections, reviewed)), reviewed)
    problems, plans = collect(page, body, sections, reviewed)
    found = [*heading_defects, *text_defects(page, body), *doubled, *closing.defects, *early(closing, reviewed)]
    defects = sorted(_not_of_prompts(raw.text, found), key=lambda d: (d.start, d.end, d.code))
    info = ReportInfo(
        path=raw.path,
        format=raw.format,
        title=front.title_text,
        issuer=_issuer(front, closing),
        year=year,
        chars=len(raw.text),
        notes=(*raw.notes, *_notes(front, sections, defects)),
    )
    return Report(
        info=info,
        text=raw.text,
        paragraphs=raw.paragraphs,
        title=front.title,
        preamble=preamble,
        sections=sections,
        problems=problems,
        plans=plans,
        signature=closing.signature,
        date=closing.date,
        metadata=front.metadata.pairs,
        furniture=_furniture(page, front, closing),
        defects=tuple(defects),
        slots=raw.slots,
    )


def _not_of_prompts(text: str, defects: Sequence[Defect]) -> list[Defect]:
    """Without what an open place looks like damage: its words are a prompt's, and a full stop is missing behind it only until
    it is filled."""
    prompts = [hit.span() for hit in PLACEHOLDER.finditer(text)]
    ends = [end for _, end in prompts]

    def at_prompt(defect: Defect) -> bool:
        back = _back(text, defect.start)
        near = prompts[bisect_left(ends, min(back, defect.start)) :][:1] + prompts[bisect_right(ends, defect.start) :][:1]
        return any((a < defect.end and defect.start < b) or b == back for a, b in near)

    return [defect for defect in defects if not at_prompt(defect)]


def _back(text: str, at: int) -> int:
    """Where the text before an offset ends, blanks and stops left out."""
    while at and text[at - 1] in " \u3000。，；":
        at -= 1
    return at


def _preamble(page: Page, body: Sequence[Line], sections: Sequence[Section]) -> Span | None:
    """What stands before the first heading; the whole text where there is no heading."""
    first = sections[0].start if sections else None
    before = [line for line in body if first is None or line.end <= first]
    if not before:
        return None
    return span_at(page.text, before[0].start, before[-1].end)


def _year(front: Front, sections: Sequence[Section], preamble: Span | None) -> int | None:
    """The report year: of the title, else of a heading (a plan's year is the year after), else of the preamble."""
    if (year := year_in(front.title_text)) is not None:
        return year
    for section in sections:
        if section.level == 1 and (year := year_in(section.title)) is not None:
            return year - 1 if heading_roles(section.title, None) == ["plans"] else year
    return year_in(preamble.text[:1000]) if preamble and sections else None


def _reviewed(front: Front, year: int | None, sections: Sequence[Section]) -> int | None:
    """The year looked back upon: a report titled 2026 may review 2025 and plan 2026 (政府工作报告 does)."""
    tops = [section.title for section in sections if section.level == 1]
    reviews = [y for title in tops if "回顾" in title for _, _, y in years_named(title)]
    if reviews and year is not None and max(reviews) in (year - 1, year):
        return max(reviews)  # 过去五年和2022年工作回顾: the heading says it
    named_ahead = "政府工作报告" in front.title_text and year_in(front.title_text) is not None
    return year - 1 if year is not None and (named_ahead or looks_back(tops, year)) else year


def _issuer(front: Front, closing: Closing) -> str:
    if closing.signature:
        return " ".join(closing.signature.text.split())
    return issuer_in(front.title_text, front.metadata.pairs)


def _furniture(page: Page, front: Front, closing: Closing) -> tuple[Span, ...]:
    taken = sorted({*front.furniture, *(i for i in closing.furniture if i >= front.body)})
    return tuple(span_at(page.text, page.lines[i].start, page.lines[i].end) for i in taken)


def _notes(front: Front, sections: Sequence[Section], defects: Sequence[Defect]) -> list[str]:
    """How well the text was read, in one line each."""
    notes = []
    if not front.title_text:
        notes.append("未识别到报告标题")
    if not sections:
        notes.append("无标题层级，按段落处理")
    counts = Counter(d.code for d in defects)
    repaired = [said.format(n) for said, codes in _REPAIRS if (n := sum(counts[code] for code in codes))]
    return [*notes, "、".join(repaired)] if repaired else notes
