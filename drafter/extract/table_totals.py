"""Which cell of a table is the total of which: rows and columns called 合计 or 小计, and 其中 below or beside its total."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from drafter.extract.grid import BodyRow, Column
from drafter.extract.rows import MOST_PARTS, RATES
from drafter.model.metric import Metric, number
from drafter.text.pattern import lazy
from drafter.text.units import same_unit

_TOTAL = lazy(r"(?:全[市县区省])?(?:合\s*计|总\s*计|共\s*计|总\s*数)")
_SUBTOTAL = lazy(r".*小\s*计")
AMONG = lazy(r"其中[:：]?\s*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure of a table in its row and column; `at` numbers both."""

    metric: Metric
    row: BodyRow
    column: Column
    at: tuple[int, int]


Pairs = Iterator[tuple[Placed, Placed]]
Name = Callable[[Placed], str]


def totals_of(placed: Sequence[Placed]) -> dict[int, int]:
    """Part → total by the starts of the figures. A rate is no part of a rate; a total row goes before a total column.

    Figures without a unit may be anything: they are parts only where they add up.
    """
    rows: dict[int, list[Placed]] = defaultdict(list)
    columns: dict[int, list[Placed]] = defaultdict(list)
    for each in placed:
        if not each.metric.unit or each.metric.unit not in RATES:
            rows[each.at[0]].append(each)
            columns[each.at[1]].append(each)
    pairs: list[tuple[Placed, Placed]] = []
    for row in rows.values():
        pairs += _in_line(row, lambda each: each.column.name, exact=True)
    for column in columns.values():
        pairs += _in_line(column, lambda each: each.row.name, exact=False)
    return {part.metric.start: total.metric.start for part, total in pairs}


def _in_line(line: Sequence[Placed], name: Name, *, exact: bool) -> Pairs:
    """The pairs of one row or column. A row is `exact`: its 合计 holds only the cells that add up to it."""
    among = list(_among(line, name))
    yield from among
    parts = {part.at for part, _ in among}
    rest = [each for each in line if each.at not in parts]
    total = next((each for each in rest if _TOTAL.fullmatch(name(each))), None)
    blocks = list(_blocks([each for each in rest if each is not total], name))
    tops: list[Placed] = []
    for members, subtotal in blocks:
        tops += [subtotal] if subtotal else members
        yield from ((member, subtotal) for member in members if subtotal)
    if total is None:
        return
    fitting = [each for each in tops if same_unit(each.metric.unit, total.metric.unit)]
    if (total.metric.unit and not exact) or _sum(fitting) == number(total.metric):
        yield from ((each, total) for each in fitting)


def _among(line: Sequence[Placed], name: Name) -> Pairs:
    """其中：甲 belongs to the figure before it, and so do those that follow it up to where all add up to that figure."""
    at = 0
    while at < len(line):
        first = at + 1
        if first < len(line) and AMONG.match(name(line[first])):
            run = [each for each in line[first : first + MOST_PARTS] if not _TOTAL.fullmatch(name(each))]
            called = [each for each in run if AMONG.match(name(each))]
            parts = _adding_up(run, line[at]) or called[: _stretch(run, name)]
            yield from ((part, line[at]) for part in parts if _may_be(part, line[at]))
            first += len(parts)
        at = max(at + 1, first)


def _stretch(run: Sequence[Placed], name: Name) -> int:
    """How many of the figures in a row are called 其中."""
    return next((at for at, each in enumerate(run) if not AMONG.match(name(each))), len(run))


def _adding_up(run: Sequence[Placed], total: Placed) -> Sequence[Placed]:
    for count in range(1, len(run) + 1):
        if not _may_be(run[count - 1], total):
            return ()
        if _sum(run[:count]) == number(total.metric):
            return run[:count]
    return ()


def _blocks(line: Sequence[Placed], name: Name) -> Iterator[tuple[list[Placed], Placed | None]]:
    """Figures with the 小计 that they belong to: the one above them where the line begins with one, else the one below."""
    leading = bool(line) and bool(_SUBTOTAL.fullmatch(name(line[0])))
    members: list[Placed] = []
    subtotal: Placed | None = None
    for each in line:
        if not _SUBTOTAL.fullmatch(name(each)):
            members.append(each)
            continue
        if not leading:
            yield members, each
        elif subtotal:
            yield members, subtotal
        members, subtotal = [], each
    if members or (leading and subtotal):
        yield members, subtotal if leading else None


def _may_be(part: Placed, total: Placed) -> bool:
    return same_unit(part.metric.unit, total.metric.unit) and number(part.metric) <= number(total.metric)


def _sum(line: Sequence[Placed]) -> float:
    return round(sum(number(each.metric) for each in line), 6)
