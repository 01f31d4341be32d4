"""From a report to its figures: candidates, decided by rules, named, gathered under their totals."""

import re
from dataclasses import replace
from itertools import pairwise

from drafter.extract.candidates import Candidate, candidates
from drafter.extract.change import CHANGED_TO, stated_changes
from drafter.extract.label import Naming, name_figures
from drafter.extract.rules import RANK, SECOND_RANK, decide
from drafter.extract.scope import scope_of
from drafter.extract.tables import table_figures
from drafter.extract.totals import find_parents
from drafter.model.metric import Metric
from drafter.model.report import Report, sections_over, walk
from drafter.text.normalize import fold
from drafter.text.numerals import parse_numeral
from drafter.text.placeholder import blank_placeholders
from drafter.text.split import sentences

_QUOTES = re.compile(r"“[^“”\n]{1,24}”|《[^《》\n]*》|〈[^〈〉\n]*〉|〔[^〔〕\n]*〕|<[^<>\n]{4,60}>")
_INSTEAD = re.compile(r"(?:由|从)[^,。;、()]{0,4}$")


def extract_metrics(report: Report) -> tuple[Metric, ...]:
    """Every metric, rank and target of a report, in text order, each with its place, name, total and rule."""
    text = _readable(report)
    plans = _plan_spans(report)
    quoted = [found.span() for found in _QUOTES.finditer(text)]
    cells, totals, cell_names = table_figures(report, text)
    prose = [
        m for m in (*_ranks(text), *_figures(text, plans, quoted)) if not any(c.start < m.end and m.start < c.end for c in cells)
    ]
    bare = sorted((*prose, *cells), key=lambda metric: metric.start)
    numbered = [replace(metric, id=f"m{index}") for index, metric in enumerate(bare, 1)]
    ids = {metric.start: metric.id for metric in numbered}
    tables = {ids[part]: ids[total] for part, total in totals.items()}, {ids[start]: name for start, name in cell_names.items()}
    return _finish(report, text, numbered, tables)


def _finish(report: Report, text: str, bare: list[Metric], tables: tuple[dict[str, str], dict[str, str]]) -> tuple[Metric, ...]:
    """Sentences, headings, names, totals, scope and stated changes: all that needs the neighbours."""
    bounds = _sentence_bounds(report, text)
    placed = []
    for metric in bare:
        start, end = next(((a, b) for a, b in bounds if a <= metric.start < b), (metric.start, metric.end))
        path = tuple(section.title for section in sections_over(report, metric.start))
        said = report.text[metric.start : metric.end]
        # 家（次） is told as it is printed; all other units read the same folded
        unit = said[-len(metric.unit) :] if "(" in metric.unit else metric.unit
        placed.append(replace(metric, text=said, unit=unit, sentence=report.text[start:end].strip(), path=path))
    parents = find_parents(text, placed) | tables[0]
    headings = [(s.title_start, s.title_end, s.title) for s in walk(report.sections)]
    names = name_figures(Naming(text, tuple(placed), parents, tuple(bounds), tuple(headings)))
    names |= tables[1]
    changes = stated_changes(text, placed)
    return tuple(
        replace(m, label=names[m.id], parent=parents.get(m.id), scope=scope_of(text, m), stated_change=changes.get(m.id))
        for m in placed
    )


def _readable(report: Report) -> str:
    """The folded text with furniture and open placeholders blanked, so that offsets stay true."""
    text = blank_placeholders(fold(report.text))
    for part in report.furniture:
        blank = re.sub(r"[^\n]", " ", text[part.start : part.end])
        text = text[: part.start] + blank + text[part.end :]
    return text


def _plan_spans(report: Report) -> list[tuple[int, int]]:
    sections = [(s.start, s.end) for s in walk(report.sections) if s.role == "plans"]
    return [*sections, *((plan.start, plan.end) for plan in report.plans)]


def _sentence_bounds(report: Report, text: str) -> list[tuple[int, int]]:
    return [
        (paragraph.start + a, paragraph.start + b)
        for paragraph in report.paragraphs
        for a, b in sentences(text[paragraph.start : paragraph.end])
    ]


def _figures(text: str, plans: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> list[Metric]:
    found = []
    for candidate in _with_borrowed_units(text, _split_levels(text, candidates(text))):
        where = _circumstances(candidate, plans, quoted)
        rule = decide(text, candidate.start, candidate.end, where)
        if rule is None or rule.kind is None:
            continue
        kind = "target" if "plan" in where else rule.kind
        found.append(
            Metric(
                text=text[candidate.start : candidate.end],
                start=candidate.start,
                end=candidate.end,
                id="",
                kind=kind,
                label="",
                value=candidate.value,
                unit=candidate.unit,
                approx=candidate.approx,
                rule=rule.name,
            )
        )
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


def _circumstances(candidate: Candidate, plans: list[tuple[int, int]], quoted: list[tuple[int, int]]) -> frozenset[str]:
    facts = {"han"} if candidate.han else set()
    if any(a <= candidate.start < b for a, b in plans):
        facts.add("plan")
    if any(a <= candidate.start and candidate.end <= b for a, b in quoted):
        facts.add("quoted")
    return frozenset(facts)


def _ranks(text: str) -> list[Metric]:
    found = []
    for hit in RANK.finditer(text):
        found.append(_rank(text, *hit.span("rank")))
        end = hit.end("rank")
        while more := SECOND_RANK.match(text, end):  # 居全国第六位、西部第一位
            found.append(_rank(text, *more.span("rank")))
            end = more.end("rank")
    return found


def _rank(text: str, start: int, end: int) -> Metric:
    said = text[start:end]
    place = parse_numeral(said.strip("第位名")) or 0
    return Metric(text=said, start=start, end=end, id="", kind="rank", label="", value=place, unit="名", rule="位次")
