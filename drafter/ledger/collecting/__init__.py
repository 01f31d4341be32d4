"""Returned forms merged into the ledger, and the list of what there is to ask. Data in, data out: no file is touched.

The same returns give the same ledger whatever order they come in, and collected once more they change nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.ledger.collecting.asking import missing_forms, of_forms, unanswered
from drafter.ledger.collecting.beside import beside, corrected
from drafter.ledger.collecting.choosing import choose
from drafter.ledger.collecting.figures import Figure, new_rows, unknown
from drafter.ledger.collecting.formulas import computed, contradictions
from drafter.ledger.collecting.lastyear import Pair, Rule, is_far, rule_of
from drafter.ledger.collecting.queries import Spot, ask, ordered
from drafter.ledger.collecting.returns import Batch, batches, fitting, twice
from drafter.ledger.collecting.settling import Settled, put, settle
from drafter.ledger.collecting.texts import with_texts
from drafter.ledger.history import RETURNED, known_rows, last_value, value_of
from drafter.model.finding import LEVELS
from drafter.model.ledger import Collected, Ledger, Query, Return, Round, Row, Value
from drafter.text.normalize import plain


@dataclass(slots=True)
class _Work:
    """The rows as they become, the queries as they come, where the values of each row and round came from, and the
    names of the figures that the ledger had before."""

    year: int
    rows: dict[str, Row]
    queries: list[Query]
    spots: dict[tuple[str, Round], Spot] = field(default_factory=dict)
    values: int = 0
    names: dict[str, str] = field(default_factory=dict)

    def put(self, row_id: str, value: Value, spot: Spot) -> bool:
        """A value into its row; False where what the ledger has stays."""
        self.rows[row_id], told, done = put(self.rows[row_id], value, spot)
        self.queries += told
        return done


def collect(ledger: Ledger, returns: Sequence[Return], unread: Sequence[Query] = ()) -> Collected:
    """The ledger with the returns in it, and what there is to ask; `unread` are the files that could not be read."""
    fit, told = fitting(ledger, returns)
    given = batches(fit)
    proposed = new_rows(given, known_rows(ledger.rows))
    work = _Work(ledger.year, {row.id: row for row in (*ledger.rows, *proposed)}, [*unread, *told])
    work.names = {plain(name): row.label for row in ledger.rows if row.status != "new" for name in (row.label, *row.synonyms)}
    _figures(work, given, ledger)
    merged, told, texts = with_texts(replace(ledger, rows=tuple(work.rows.values())), given)
    queries = ordered(
        [
            *work.queries,
            *told,
            *missing_forms(ledger, given, {query.department for query in unread}),
        ]
    )
    levels = Counter(query.level for query in queries)
    summary = {"forms": len(fit), "values": work.values, "texts": texts, "new": len(proposed)}
    return Collected(ledger=merged, queries=queries, summary=summary | {level: levels[level] for level in LEVELS})


def _figures(work: _Work, given: Sequence[Batch], ledger: Ledger) -> None:
    """Every figure of every return into its row, round by round, so that the last round finds the first one there.

    Of the first round nothing is asked any more of those who have returned the last one.
    """
    known = known_rows(work.rows.values())
    settled = {batch.department for batch in given if batch.round == "final"}
    for code in reversed(RETURNED):
        before = len(work.queries)
        of_round = [batch for batch in given if batch.round == code]
        returned: dict[str, list[Figure]] = {}
        for batch in of_round:
            chosen = choose(batch, known, work.year)
            for figure in chosen.figures:
                returned.setdefault(figure.row.id, []).append(figure)
            work.queries += [*twice(batch), *chosen.queries, *unknown(batch, known), *of_forms(batch)]
            work.queries += unanswered(batch, chosen.answered, ledger)
        for row in tuple(work.rows.values()):
            if row.id in returned:
                _settle(work, settle(row, returned[row.id], work.year))
        if of_round:
            made, told = computed(tuple(work.rows.values()), work.year, code, returned)
            work.rows |= made
            work.queries += told
        work.queries += contradictions(tuple(work.rows.values()), work.spots, work.year)
        if code == "first":
            work.queries[before:] = [
                query for query in work.queries[before:] if query.department not in settled or query.kind == "kept"
            ]
        work.spots.clear()


def _settle(work: _Work, settled: Settled) -> None:
    """A value into the ledger, and what it gives cause to ask."""
    work.queries += settled.queries
    taken = settled.value is not None and _taken(work, settled, settled.value)
    work.queries += [query for figure in settled.figures for query in beside(figure, taken=taken)]


def _taken(work: _Work, settled: Settled, value: Value) -> bool:
    """Whether the value went into the ledger; what is asked of it is told."""
    found = _rule_beside_last_year(settled, work.year)
    rules = [(rule, told) for rule, told in found if not _said_twice(rule, settled, work.rows)]
    work.queries += [ask(rule.kind, rule.level, settled.spot, told, taken=rule.taken) for rule, told in rules]
    if not all(rule.taken for rule, _ in rules) or not work.put(settled.row.id, value, settled.spot):
        return False
    work.values += 1
    work.spots[settled.row.id, value.round] = settled.spot
    work.queries += [*_new(settled, work.names), *_beside_first(settled, work.rows)]
    return True


def _new(settled: Settled, names: Mapping[str, str]) -> Iterator[Query]:
    """Figures that departments add."""
    row = settled.row
    for figure in settled.figures:
        if row.status == "new":
            known = f"，与台账已有指标“{names[plain(row.label)]}”同名" if plain(row.label) in names else ""
            told = f"{row.label}：贵单位新增此项，报送{figure.text}，已列入台账（状态为新增）{known}，是否采用由汇总单位确定。"
            yield ask("new", "info", figure.spot, told, taken=True)


def _rule_beside_last_year(settled: Settled, year: int) -> list[tuple[Rule, str]]:
    """The rule that has something to say of a value beside last year's, as the department corrected it where one did, and what."""
    row, value = settled.row, settled.value
    last = last_value(row, year)
    said = corrected(settled.figures[0]) if len(settled.figures) == 1 else None
    ground = said if said is not None else last.number if last else None
    if value is None or value.number is None or ground is None:
        return []
    pair = Pair(row.unit, value.number, ground, settled.reason, row.label)
    rule = rule_of(pair)
    return [(rule, f"{row.label}：{settled.who}{rule.says(pair)}。")] if rule else []


def _said_twice(rule: Rule, settled: Settled, rows: Mapping[str, Row]) -> bool:
    """Whether the last round only repeats the first one's value, of which it was asked then why it is last year's."""
    value = settled.value
    first = value_of(rows[settled.row.id], value.year, "first") if value and value.round == "final" else None
    return rule.kind == "equal" and value is not None and first is not None and first.number == value.number


def _beside_first(settled: Settled, rows: Mapping[str, Row]) -> Iterator[Query]:
    """The last round's value where it is not that of the first one."""
    value, row = settled.value, settled.row
    first = value_of(rows[row.id], value.year, "first") if value and value.round == "final" else None
    if value is None or first is None or value.number is None or first.number in (None, value.number):
        return
    far = first.number is not None and is_far(Pair(row.unit, value.number, first.number, label=row.label))
    tail = "，相差较大，请核实" if far else ""
    told = f"{row.label}：正式数为{value.text}，预报数为{first.text}，以正式数为准{tail}。"
    yield ask("twice", "verify" if far else "info", settled.spot, told, taken=True)
