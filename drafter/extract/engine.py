"""From a report to its figures: candidates, decided by rules, named, gathered under their totals."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

from drafter.extract.candidates import Candidate, candidates
from drafter.extract.change import CHANGED_TO, stated_changes
from drafter.extract.label import Naming, name_figures
from drafter.extract.rules import RANK, SECOND_RANK, decide
from drafter.extract.scope import scope_of
from drafter.extract.spans import Spans
from drafter.extract.tables import table_figures
from drafter.extract.totals import find_parents
from drafter.model.metric import Metric, MetricKind
from drafter.model.report import Report, sections_over, walk
from drafter.text.normalize import fold
from drafter.text.numerals import parse_numeral
from drafter.text.placeholder import blank_placeholders
from drafter.text.split import sentences

_PRINTED = re.compile(r"[^\n]")
_QUOTES = re.compile(r"“[^“”\n]{1,24}”|《[^《》\n]*》|〈[^〈〉\n]*〉|〔[^〔〕\n]*〕|<[^<>\n]{4,60}>")
_INSTEAD = re.compile(r"(?:由|从)[^,。;、()]{0,4}$")


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate that a rule has taken for a figure."""

    kind: MetricKind
    rule: str
    is_a: Candidate


def extract_metrics(report: Report) -> tuple[Metric, ...]:
    """Every metric, rank and target of a report, in text order, each with its place, name, total and rule."""
    text = _readable(report)
    cells, totals, cell_names = table_figures(report, text)
    in_tables = Spans((cell.start, cell.end) for cell in cells)
    prose = [f for f in (*_ranks(text), *_figures(report, text)) if not in_tables.meet(f.is_a.start, f.is_a.end)]
    bounds = _sentence_bounds(report, text)
    placed = _placed(report, [*prose, *(_of_cell(cell) for cell in cells)], bounds)
    ids = {metric.start: metric.id for metric in placed}
    parents = find_parents(text, placed) | {ids[part]: ids[total] for part, total in totals.items()}
    headings = tuple((s.title_start, s.title_end, s.title) for s in walk(report.sections))
    names = name_figures(Naming(text, tuple(placed), parents, tuple(bounds), headings))
    names |= {ids[start]: name for start, name in cell_names.items()}
    changes = stated_changes(text, placed)
    return tuple(
        replace(m, label=names[m.id], parent=parents.get(m.id), scope=scope_of(text, m), stated_change=changes.get(m.id))
        for m in placed
    )


def _of_cell(cell: Metric) -> _Found:
    return _Found(cell.kind, cell.rule, Candidate(cell.start, cell.end, cell.value, cell.unit, cell.approx, han=False))


def _placed(report: Report, found: list[_Found], bounds: list[tuple[int, int]]) -> list[Metric]:
    """The figures in text order, numbered, each with its sentence and the headings above it; names come later."""
    placed = []
    for index, one in enumerate(sorted(found, key=lambda f: f.is_a.start), 1):
        start, end, unit = one.is_a.start, one.is_a.end, one.is_a.unit
        said = report.text[start:end]
        placed.append(
            Metric(
                text=said,
                start=start,
                end=end,
                id=f"m{index}",
                kind=one.kind,
                label="",
                value=one.is_a.value,
                # 家（次） is told as it is printed; all other units read the same folded
                unit=said[-len(unit) :] if "(" in unit else unit,
                approx=one.is_a.approx,
                path=tuple(section.title for section in sections_over(report, start)),
                sentence=_sentence(report.text, bounds, start) or said,
                rule=one.rule,
            )
        )
    return placed


def _readable(report: Report) -> str:
    """The folded text with furniture and open placeholders blanked, so that offsets stay true."""
    text = blank_placeholders(fold(report.text))
    for part in report.furniture:
        blank = _PRINTED.sub(" ", text[part.start : part.end])
        text = text[: part.start] + blank + text[part.end :]
    return text


def _sentence_bounds(report: Report, text: str) -> list[tuple[int, int]]:
    return [
        (paragraph.start + a, paragraph.start + b)
        for paragraph in report.paragraphs
        for a, b in sentences(text[paragraph.start : paragraph.end])
    ]


def _sentence(text: str, bounds: list[tuple[int, int]], offset: int) -> str:
    """The sentence around `offset` as printed; "" where there is none."""
    at = bisect_right(bounds, offset, key=itemgetter(0)) - 1
    return text[slice(*bounds[at])].strip() if at >= 0 and offset < bounds[at][1] else ""


def _figures(report: Report, text: str) -> list[_Found]:
    plans = Spans(
        [*((s.start, s.end) for s in walk(report.sections) if s.role == "plans"), *((p.start, p.end) for p in report.plans)]
    )
    quoted = Spans(found.span() for found in _QUOTES.finditer(text))
    found = []
    for candidate in _with_borrowed_units(text, _split_levels(text, candidates(text))):
        where = _circumstances(candidate, plans, quoted)
        rule = decide(text, candidate.start, candidate.end, where)
        if rule is not None and rule.kind is not None:
            found.append(_Found("target" if "plan" in where else rule.kind, rule.name, candidate))
    return found


def _split_levels(text: str, found: list[Candidate]) -> list[Candidate]:
    """由3天到1天 is two levels, not a range: the second half stands for itself."""
    result = []
    for candidate in found:
        if isinstance(candidate.value, tuple) and _INSTEAD.search(text[max(0, candidate.start - 6) : candidate.start]):
            inner = candidates(re.sub(r"[-~至到—–]", ",", text[candidate.start : candidate.end]))
            result += [replace(c, start=c.start + candidate.start, end=c.end + candidate.start) for c in inner]
        else:
            result.append(candidate)
    return result


def _with_borrowed_units(text: str, found: list[Candidate]) -> list[Candidate]:
    """由5个工作日压减至2个: the second figure has the unit of the first."""
    result = list(found)
    for at, (first, second) in enumerate(pairwise(found), 1):
        between = text[first.end : second.start]
        if second.unit == "个" and first.unit.startswith("个") and CHANGED_TO.match(between):
            result[at] = replace(second, unit=first.unit)
    return result


def _circumstances(candidate: Candidate, plans: Spans, quoted: Spans) -> frozenset[str]:
    facts = {"han"} if candidate.han else set()
    if plans.hold(candidate.start, candidate.start + 1):
        facts.add("plan")
    if quoted.hold(candidate.start, candidate.end):
        facts.add("quoted")
    return frozenset(facts)


def _ranks(text: str) -> list[_Found]:
    found = []
    for hit in RANK.finditer(text):
        found.append(_rank(text, *hit.span("rank")))
        end = hit.end("rank")
        while more := SECOND_RANK.match(text, end):  # 居全国第六位、西部第一位
            found.append(_rank(text, *more.span("rank")))
            end = more.end("rank")
    return found


def _rank(text: str, start: int, end: int) -> _Found:
    place = parse_numeral(text[start:end].strip("第位名")) or 0
    return _Found("rank", "位次", Candidate(start, end, place, "名", None, han=False))
