"""From a report to its figures: candidates, decided by rules, named, gathered under their totals."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import compress, product
from operator import itemgetter
from typing import NamedTuple

from drafter.extract.candidate import Candidate
from drafter.extract.change import stated_changes
from drafter.extract.distinct import distinguish
from drafter.extract.label import Naming, name_figures
from drafter.extract.levels import whole_figures
from drafter.extract.ranks import rank_figures
from drafter.extract.rows import rows_of
from drafter.extract.rules import decide
from drafter.extract.scope import scopes_of
from drafter.extract.spans import Spans
from drafter.extract.standing import Standing
from drafter.extract.tables import table_figures
from drafter.extract.totals import find_parents
from drafter.model.metric import Metric, MetricKind, Scope, StatedChange
from drafter.model.report import Report, Section, sections_over, walk
from drafter.text.normalize import fold
from drafter.text.pattern import lazy
from drafter.text.placeholder import blank_placeholders
from drafter.text.split import sentences

_PRINTED = lazy(r"[^\n]")
# Written in Chinese numerals, in a plan, in quotation marks → the words that rules ask for.
_CIRCUMSTANCES = {facts: frozenset(compress(("han", "plan", "quoted"), facts)) for facts in product((False, True), repeat=3)}
_QUOTES = lazy(r"“[^“”\n]{1,24}”|《[^《》\n]*》|〈[^〈〉\n]*〉|〔[^〔〕\n]*〕|<[^<>\n]{4,60}>")


class _Found(NamedTuple):
    """A candidate that a rule has taken for a figure."""

    kind: MetricKind
    rule: str
    is_a: Candidate


def extract_metrics(report: Report) -> tuple[Metric, ...]:
    """Every metric, rank and target of a report, in text order, each with its place, name, total and rule."""
    text = _readable(report)
    cells, totals, cell_names = table_figures(report, text)
    plans = _plans(report)
    in_tables = Spans((cell.start, cell.end) for cell in cells)
    prose = [
        f
        for f in (*map(_taken, rank_figures(text, plans)), *_figures(text, plans))
        if not in_tables.meet(f.is_a.start, f.is_a.end)
    ]
    bounds = _sentence_bounds(report, text)
    placed = _placed(report, [*prose, *map(_taken, cells)], bounds)
    ids = {metric.start: metric.id for metric in placed}
    rows = list(rows_of(text, [metric for metric in placed if metric.rule != "表格"]))
    parents = find_parents(rows) | {ids[part]: ids[total] for part, total in totals.items()}
    headings = tuple((s.title_start, s.title_end, s.title) for s in walk(report.sections))
    given = Naming(text, tuple(placed), parents, tuple(bounds), headings)
    scopes, changes = scopes_of(rows), stated_changes(rows, report.info.year)
    changes |= {ids[cell.start]: cell.stated_change for cell in cells if cell.stated_change}
    names = distinguish(given, name_figures(given) | {ids[start]: name for start, name in cell_names.items()}, scopes)
    names |= _slot_names(report, placed)
    return tuple(_named(m, names[m.id], parents.get(m.id), scopes.get(m.id), changes.get(m.id)) for m in placed)


def _slot_names(report: Report, placed: Iterable[Standing]) -> dict[str, str]:
    """A figure that was filled into a slot of a draft is what the slot is for, whatever stands around it by now."""
    slots = [slot for slot in report.slots if slot.kind == "figure" and not slot.open and not slot.label.endswith("……")]
    within = Spans((slot.start, slot.end) for slot in slots)
    inside = [figure for figure in placed if within.meet(figure.start, figure.end)]
    held = {slot: [f for f in inside if slot.start <= f.start and f.end <= slot.end] for slot in slots}
    return {figures[0].id: slot.label for slot, figures in held.items() if len(figures) == 1}


def _named(figure: Standing, name: str, parent: str | None, scope: Scope | None, change: StatedChange | None) -> Metric:
    return Metric(
        text=figure.text,
        start=figure.start,
        end=figure.end,
        id=figure.id,
        kind=figure.kind,
        label=name,
        value=figure.value,
        unit=figure.unit,
        approx=figure.approx,
        scope=scope,
        stated_change=change,
        parent=parent,
        path=figure.path,
        sentence=figure.sentence,
        rule=figure.rule,
    )


def _taken(metric: Metric) -> _Found:
    """A rank or a cell of a table, which needs no rule."""
    return _Found(
        metric.kind, metric.rule, Candidate(metric.start, metric.end, metric.value, metric.unit, metric.approx, han=False)
    )


def _placed(report: Report, found: list[_Found], bounds: list[tuple[int, int]]) -> list[Standing]:
    """The figures in text order, numbered, each with its sentence and the headings above it; names come later."""
    placed = []
    over: tuple[Section, ...] = ()
    path: tuple[str, ...] = ()
    for index, one in enumerate(sorted(found, key=lambda f: f.is_a.start), 1):
        start, end, unit = one.is_a.start, one.is_a.end, one.is_a.unit
        said = report.text[start:end]
        if not over or over[-1].children or not over[-1].start <= start < over[-1].end:
            over = sections_over(report, start)
            path = tuple(section.title for section in over)
        placed.append(
            Standing(
                text=said,
                start=start,
                end=end,
                id=f"m{index}",
                kind=one.kind,
                value=one.is_a.value,
                # 家（次） is told as it is printed; all other units read the same folded
                unit=said[-len(unit) :] if "(" in unit else unit,
                approx=one.is_a.approx,
                path=path,
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


def _plans(report: Report) -> Spans:
    sections = ((s.start, s.end) for s in walk(report.sections) if s.role == "plans")
    return Spans([*sections, *((plan.start, plan.end) for plan in report.plans)])


def _figures(text: str, plans: Spans) -> list[_Found]:
    quoted = Spans(found.span() for found in _QUOTES.finditer(text))
    found = []
    for candidate in whole_figures(text):
        where = _circumstances(candidate, plans, quoted)
        rule = decide(text, candidate.start, candidate.end, where)
        if rule.kind is not None:
            found.append(_Found("target" if "plan" in where else rule.kind, rule.name, candidate))
    return found


def _circumstances(candidate: Candidate, plans: Spans, quoted: Spans) -> frozenset[str]:
    plan, said = plans.hold(candidate.start, candidate.start + 1), quoted.hold(candidate.start, candidate.end)
    return _CIRCUMSTANCES[candidate.han, plan, said]
