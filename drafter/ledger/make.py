"""The ledger from reports: a row for each figure that next year's draft will ask for, a column for each year that has told it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.ledger.amounts import in_base, in_unit, printed, scale_of
from drafter.ledger.departments import WRITTEN, Office, guess
from drafter.ledger.history import with_values
from drafter.model.change import Direction
from drafter.model.draft import Draft, Slot
from drafter.model.ledger import Ledger, Matter, Row, Value
from drafter.model.metric import Metric
from drafter.model.report import Report, place
from drafter.model.span import Span
from drafter.text.dates import iso_date
from drafter.text.identity import stable_id
from drafter.text.normalize import fold, plain
from drafter.text.written import SCALES, written


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A report with its figures. `words` has each figure with its words of direction (增至15个), `good` which way is good for it."""

    year: int
    report: Report
    metrics: Mapping[str, Metric]
    words: Mapping[str, str]
    good: Mapping[str, Direction]


# Row → its figure in the report that it was made from.
Sources = dict[str, str]


def ledger_of(draft: Draft, seen: Seen) -> tuple[Ledger, Sources]:
    """The ledger of one report, from the draft that follows it."""
    rows = _with_totals(tuple(_rows(draft, seen)))
    made = Ledger(issuer=draft.report.issuer, year=draft.year, rows=rows, matters=tuple(_matters(draft, seen)))
    return made, {slot.id: metric.id for slot in draft.slots if (metric := _metric_of(slot, seen))}


def with_year(ledger: Ledger, seen: Seen, pairs: Mapping[str, str]) -> tuple[Ledger, Sources]:
    """The ledger with what an earlier report told; `pairs` has the id of a row → that of its figure there. What no row is paired
    with has been dropped since and comes at the end (停用)."""
    rows = [_told(row, seen, pairs[row.id]) if row.id in pairs else row for row in ledger.rows]
    taken, ids = set(pairs.values()), {row.id for row in rows}
    left = [m for m in seen.metrics.values() if m.id not in taken and _is_fact(m, seen.report)]
    # departments are called what the ledger calls them already
    office = Office(ledger.issuer, "".join(name for row in ledger.rows for name in row.departments) + seen.report.text)
    gone = [_dropped(metric, seen, ids, office) for metric in left]
    return replace(ledger, rows=(*rows, *gone)), {row.id: m.id for row, m in zip(gone, left, strict=True)}


def _told(row: Row, seen: Seen, key: str) -> Row:
    """What is told in two reports is no matter of one year."""
    value = _value(seen, seen.metrics[key], row.unit)
    return replace(with_values(row, value), status="keep" if row.status == "once" else row.status)


def _is_fact(metric: Metric, report: Report) -> bool:
    """Targets, and what stands in last year's problems and plans, nobody reports on again as such."""
    spans: tuple[Span, ...] = (*report.problems, *report.plans)
    return metric.kind != "target" and not any(span.start <= metric.start < span.end for span in spans)


def _dropped(metric: Metric, seen: Seen, taken: set[str], office: Office) -> Row:
    key = next(
        key for n in range(99) if (key := stable_id("g", metric.label, metric.unit, "/".join(metric.path), str(n))) not in taken
    )
    taken.add(key)
    unit = _unit(metric)
    found = guess(office, None, metric.label, metric.sentence, metric.path)
    return Row(
        id=key, label=metric.label, unit=unit, departments=found.departments, guess=found.how, status="gone",
        good=seen.good.get(metric.id, "neutral"), values=(_value(seen, metric, unit),), note=f"{seen.year + 1}年度报告未见",
        last=seen.words.get(metric.id, metric.text), sentence=metric.sentence, path=metric.path,
    )  # fmt: skip


def _rows(draft: Draft, seen: Seen) -> Iterator[Row]:
    office = Office(draft.report.issuer, seen.report.text)
    once = [sentence.old for sentence in draft.sentences if sentence.decision == "ask"]
    for slot in draft.slots:
        metric = _metric_of(slot, seen) if slot.kind == "figure" else None
        if metric is None or slot.last is None:
            continue
        start = slot.last.start
        found = guess(office, slot.department, slot.label, metric.sentence, metric.path)
        unit = _unit(metric)
        yield Row(
            id=slot.id, label=slot.label, unit=unit, departments=found.departments, guess=found.how,
            status="once" if any(old.start <= start < old.end for old in once) else "keep",
            adding="computed" if slot.formula and slot.formula.kind != "sum" else "single",
            formula=slot.formula.kind if slot.formula else None, terms=slot.formula.terms if slot.formula else (),
            good=seen.good.get(metric.id, "neutral"), values=(_value(seen, metric, unit),), last=slot.last.text,
            sentence=metric.sentence, path=slot.path,
        )  # fmt: skip


def _with_totals(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Parts are asked of whom their total is asked of, unless the text itself names another."""
    totals = {term: row for row in rows if row.formula == "sum" for term in row.terms}
    return tuple(
        replace(row, departments=total.departments, guess="随合计指标")
        if (total := totals.get(row.id)) and row.guess != WRITTEN and total.departments
        else row
        for row in rows
    )


def _metric_of(slot: Slot, seen: Seen) -> Metric | None:
    if slot.last is None:
        return None
    start, end = slot.last.start, slot.last.end
    return next((m for m in seen.metrics.values() if start <= m.start and m.end <= end), None)


def _unit(metric: Metric) -> str:
    """The unit with the scale that the report prints it in: 万件."""
    text = fold(metric.text)
    scale = next((word for word in SCALES if word in text and not metric.unit.startswith(word)), "")
    return f"{scale}{metric.unit}" if scale_of(f"{scale}{metric.unit}")[1] == metric.unit else metric.unit


def _value(seen: Seen, metric: Metric, unit: str) -> Value:
    """What a report says, in the row's unit; a fall is below nought."""
    number: float | None = None
    if not isinstance(metric.value, tuple):
        said = written(seen.words.get(metric.id, metric.text))
        fell = said is not None and said.fell
        number = in_unit(float(metric.value), unit) * (-1 if fell else 1)
    about = metric.approx or ""
    where = place(seen.report, metric.start)
    return Value(
        year=seen.year, round="report", number=number, about=about if number is not None else "",
        text=metric.text if number is None else printed(number, unit, about), source=f"{seen.year}年度报告{where}",
        date=iso_date(seen.report.date.text) if seen.report.date else "",
    )  # fmt: skip


def _matters(draft: Draft, seen: Seen) -> Iterator[Matter]:
    """What the draft asks of last year's plans and problems."""
    office = Office(draft.report.issuer, seen.report.text)
    starts = {plan.start: ("plan", plan.title, plan.text) for plan in draft.plans}
    starts |= {problem.start: ("problem", problem.text, problem.text) for problem in draft.problems}
    for slot in draft.slots:
        asked = slot.kind == "text" and slot.label.startswith(("上年安排“", "上年问题“")) and slot.last is not None
        if not asked or slot.last is None or slot.last.start not in starts:
            continue
        kind, title, text = starts[slot.last.start]
        found = guess(office, slot.department, title, text, slot.path)
        yield Matter(
            id=slot.id, kind="plan" if kind == "plan" else "problem", title=_first(title), text=text, departments=found.departments,
            guess=found.how, year=seen.year,
        )  # fmt: skip


def _first(text: str) -> str:
    """The first sentence of a text, which says what it is about."""
    return text.partition("。")[0].rstrip("：:；;")


def updated(ledger: Ledger, fresh: Ledger, pairs: Mapping[str, str]) -> Ledger:
    """The ledger brought up to date by the report that `fresh` was made from: `pairs` has the id of a row of `fresh` → the row of
    `ledger` that it is. What people wrote stays; rows that the report has no more are told (停用), new ones come at the end."""
    old = {row.id: row for row in ledger.rows}
    fresh_rows = {pairs.get(row.id, row.id): row for row in fresh.rows}
    name = {row.id: key for key, row in fresh_rows.items()}
    rows = [
        _renewed(row, fresh_rows[row.id], name) if row.id in fresh_rows else _gone(row, fresh.year - 1) for row in ledger.rows
    ]
    rows += [replace(row, id=key, terms=_terms(row, name)) for key, row in fresh_rows.items() if key not in old]
    # the order of the newest report; what it does not have stays at the end
    order = {key: at for at, key in enumerate(fresh_rows)}
    rows.sort(key=lambda row: order.get(row.id, len(order)))
    known = {matter.id for matter in fresh.matters}
    return replace(
        ledger, year=fresh.year, rows=tuple(rows), matters=(*fresh.matters, *(m for m in ledger.matters if m.id not in known))
    )


def _renewed(row: Row, fresh: Row, name: Mapping[str, str]) -> Row:
    told = [_rescaled(value, fresh.unit, row.unit) for value in fresh.values]
    renamed = plain(fresh.label) != plain(row.label) and fresh.label not in row.synonyms
    computed = fresh.formula is not None and (row.formula is None or row.adding == "computed")
    return replace(
        with_values(row, *told), last=fresh.last, sentence=fresh.sentence, path=fresh.path,
        synonyms=(*row.synonyms, fresh.label) if renamed else row.synonyms,
        aliases=row.aliases if fresh.id in (row.id, *row.aliases) else (*row.aliases, fresh.id),
        formula=fresh.formula if computed else row.formula, terms=_terms(fresh, name) if computed else row.terms,
        departments=row.departments or fresh.departments, guess=row.guess if row.departments else fresh.guess,
    )  # fmt: skip


def _terms(fresh: Row, name: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name.get(term, term) for term in fresh.terms)


def _rescaled(value: Value, unit: str, wanted: str) -> Value:
    """A value in the unit that the ledger has always had for the figure."""
    if value.number is None or scale_of(unit)[0] == scale_of(wanted)[0]:
        return value
    number = in_unit(in_base(value.number, unit), wanted)
    return replace(value, number=number, text=printed(number, wanted, value.about))


def _gone(row: Row, year: int) -> Row:
    """A figure that last year's report still had and this year's has not; what people added themselves stays as it is."""
    reported = any(value.round == "report" and value.year == year - 1 for value in row.values)
    if row.status != "keep" or not reported:
        return row
    note = f"{year}年度报告未见"
    return replace(row, status="gone", note="；".join(filter(None, (row.note, note))))


def name_pairs(slots: Sequence[str], ledger: Ledger) -> dict[str, str]:
    """Ids of slots that the ledger knows, itself or as an alias → its row."""
    known = {key: row.id for row in ledger.rows for key in (row.id, *row.aliases)}
    return {slot: known[slot] for slot in slots if slot in known}
