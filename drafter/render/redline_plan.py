"""What the redline will do, in order: keep, drop, add or move each block. The aligner says what belongs together."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from drafter.model.change import Edit, TextChange
from drafter.model.span import Span
from drafter.render.redline_blocks import Block, Paragraph, Row, Table
from drafter.render.redline_edits import whole_edits
from drafter.text.likeness import likeness

NAME_LIKE = 0.6  # names of table rows that share less are other names (the shared half of 行政许可 and 行政处罚 is no name)
Aligner = Callable[[Sequence[Span], Sequence[Span]], tuple[TextChange, ...]]
Pair = tuple[int, int]


@dataclass(slots=True, eq=False)
class Step:
    """One block of the redline. `from` and `to` are the two ends of a move and share its number."""

    kind: Literal["keep", "drop", "add", "from", "to"]
    old: Block | None = None
    new: Block | None = None
    edits: tuple[Edit, ...] = ()
    move: int = -1
    rows: list["RowStep"] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class RowStep:
    """One row of a table that stays: a row that stays has the steps of each of its cells."""

    old: Row | None = None
    new: Row | None = None
    cells: tuple[list[Step], ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    """What the aligner sees: a paragraph, or a row of a table; `block` and `row` are their numbers."""

    text: str
    block: int
    row: int


@dataclass(slots=True)
class _Matches:
    """What the aligner found: pairs of paragraphs that stay, that move, and pairs of rows by pair of tables."""

    stay: dict[Pair, tuple[Edit, ...]] = field(default_factory=dict)
    moves: dict[Pair, tuple[Edit, ...]] = field(default_factory=dict)
    rows: dict[Pair, list[Pair]] = field(default_factory=dict)


def plan(olds: Sequence[Block], news: Sequence[Block], align: Aligner, *, moves: bool) -> list[Step]:
    """The steps that turn one list of blocks into the other; without `moves` what moved is dropped and added."""
    found = _matches(olds, news, align)
    anchors = _rising([*found.stay, *_paired_tables(found.rows)])
    for pair in [p for p in found.stay if p not in anchors]:
        found.moves[pair] = found.stay[pair]
    moved = found.moves if moves else {}
    numbers = {pair: n for n, pair in enumerate(sorted(moved, key=lambda p: p[1]))}
    goals = {new: (old, new) for old, new in moved}
    sources = {old: (old, new) for old, new in moved}

    def gone(i: int) -> Step:
        if (pair := sources.get(i)) is None:
            return Step("drop", old=olds[i])
        return Step("from", old=olds[i], new=None, edits=moved[pair], move=numbers[pair])

    def come(j: int) -> Step:
        if (pair := goals.get(j)) is None:
            return Step("add", new=news[j])
        return Step("to", new=news[j], edits=moved[pair], move=numbers[pair])

    steps: list[Step] = []
    i = j = 0
    for end_i, end_j in [*sorted(anchors), (len(olds), len(news))]:
        steps += _gap([gone(k) for k in range(i, end_i)], [come(k) for k in range(j, end_j)], last=end_i == len(olds))
        if end_i < len(olds):
            old, new = olds[end_i], news[end_j]
            step = Step("keep", old=old, new=new, edits=found.stay.get((end_i, end_j), ()))
            if isinstance(old, Table) and isinstance(new, Table):
                step.rows = _row_steps(old, new, found.rows[end_i, end_j], align)
            steps.append(step)
        i, j = end_i + 1, end_j + 1
    return steps


def _units(blocks: Sequence[Block]) -> list[_Unit]:
    found = []
    for i, block in enumerate(blocks):
        lines = [(-1, block.text)] if isinstance(block, Paragraph) else [(k, row.text) for k, row in enumerate(block.rows)]
        found += [_Unit(text, i, k) for k, text in lines if text.strip()]
    return found


def _spans(units: Sequence[_Unit]) -> list[Span]:
    spans, at = [], 0
    for unit in units:
        spans.append(Span(text=unit.text, start=at, end=at + len(unit.text)))
        at += len(unit.text) + 1
    return spans


def _matches(olds: Sequence[Block], news: Sequence[Block], align: Aligner) -> _Matches:
    old_units, new_units = _units(olds), _units(news)
    if not old_units or not new_units:
        return _Matches()
    old_spans, new_spans = _spans(old_units), _spans(new_units)
    old_at = {span.start: unit for span, unit in zip(old_spans, old_units, strict=True)}
    new_at = {span.start: unit for span, unit in zip(new_spans, new_units, strict=True)}
    found = _Matches()
    for change in align(old_spans, new_spans):
        if change.old is None or change.new is None:
            continue
        old, new = old_at.pop(change.old.start, None), new_at.pop(change.new.start, None)
        if old is None or new is None or (old.row < 0) != (new.row < 0):
            continue
        if old.row >= 0:
            found.rows.setdefault((old.block, new.block), []).append((old.row, new.row))
            continue
        edits = whole_edits(old.text, new.text, change.edits)
        pairs = found.moves if change.moved else found.stay
        pairs[old.block, new.block] = edits
    return found


def _paired_tables(rows: dict[Pair, list[Pair]]) -> list[Pair]:
    """Tables that share most rows, each in one pair."""
    used: tuple[set[int], set[int]] = (set(), set())
    chosen = []
    for pair in sorted(rows, key=lambda p: (-len(rows[p]), p)):
        if pair[0] not in used[0] and pair[1] not in used[1]:
            used[0].add(pair[0])
            used[1].add(pair[1])
            chosen.append(pair)
    return chosen


def _rising(pairs: Sequence[Pair]) -> set[Pair]:
    """The most pairs that stand in the same order on both sides."""
    tails: list[int] = []
    ends: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(pairs):
        at = bisect_left(tails, pair[1])
        before[pair] = ends[at - 1] if at else None
        tails[at : at + 1] = [pair[1]]
        ends[at : at + 1] = [pair]
    chosen: set[Pair] = set()
    last = ends[-1] if ends else None
    while last is not None:
        chosen.add(last)
        last = before[last]
    return chosen


def _blank(step: Step) -> bool:
    block = step.old or step.new
    return isinstance(block, Paragraph) and not block.text.strip() and step.kind in ("drop", "add")


def _joined(gone: Step, come: Step) -> Step:
    """A paragraph dropped and one added as one paragraph of which all text is replaced."""
    old, new = gone.old, come.new
    assert isinstance(old, Paragraph)
    assert isinstance(new, Paragraph)
    return Step("keep", old=old, new=new, edits=whole_edits(old.text, new.text, ()))


def _gap(gone: list[Step], come: list[Step], *, last: bool) -> list[Step]:
    """Between two blocks that stay: blank lines at the edges stay too, then what was dropped, then what was added.

    At the end of a body or cell the last paragraph can neither come nor go, so the two last ones become one.
    """
    head: list[Step] = []
    tail: list[Step] = []
    while gone and come and _blank(gone[0]) and _blank(come[0]):
        head.append(_joined(gone.pop(0), come.pop(0)))
    while gone and come and _blank(gone[-1]) and _blank(come[-1]):
        tail.insert(0, _joined(gone.pop(), come.pop()))
    if last and not tail and gone and come and _replaceable(gone[-1], come[-1]):
        tail = [_joined(gone.pop(), come.pop())]
    return [*head, *gone, *come, *tail]


def _replaceable(gone: Step, come: Step) -> bool:
    kinds = (gone.kind, come.kind) == ("drop", "add")
    return kinds and isinstance(gone.old, Paragraph) and isinstance(come.new, Paragraph)


def _row_steps(old: Table, new: Table, pairs: Iterable[Pair], align: Aligner) -> list[RowStep]:
    """The rows of a table that stays. Rows with another number of cells are dropped and added."""
    fit = [(i, j) for i, j in pairs if _same_row(old.rows[i], new.rows[j])]
    anchors = _rising(fit)
    anchors = _rising([*anchors, *_same_names(old, new, anchors)])
    steps: list[RowStep] = []
    i = j = 0
    for end_i, end_j in [*sorted(anchors), (len(old.rows), len(new.rows))]:
        steps += [RowStep(old=row) for row in old.rows[i:end_i]]
        steps += [RowStep(new=row) for row in new.rows[j:end_j]]
        if end_i < len(old.rows):
            steps.append(_kept_row(old.rows[end_i], new.rows[end_j], align))
        i, j = end_i + 1, end_j + 1
    return steps


def _same_row(old: Row, new: Row) -> bool:
    """Rows of as many cells whose names are alike: 行政许可 880 and 行政处罚 1,020 are two rows, however alike the words."""
    names = [row.text.split("\t")[0].strip() for row in (old, new)]
    alike = not all(names) or names[0] == names[1] or likeness(*names) >= NAME_LIKE
    return alike and len(old.cells) == len(new.cells)


def _kept_row(old: Row, new: Row, align: Aligner) -> RowStep:
    cells = tuple(plan(a, b, align, moves=False) for a, b in zip(old.cells, new.cells, strict=True))
    return RowStep(old=old, new=new, cells=cells)


def _same_names(old: Table, new: Table, taken: Iterable[Pair]) -> list[Pair]:
    """Rows without a partner whose first cell says the same and is the only one to say it: 行政复议 22 → 行政复议 37."""
    done = tuple(set(side) for side in zip(*taken, strict=True)) or (set(), set())
    names: list[dict[str, int]] = []
    for side, rows in enumerate((old.rows, new.rows)):
        first = [row.text.split("\t")[0].strip() for row in rows]
        counts = Counter(first)
        names.append({name: k for k, name in enumerate(first) if name and counts[name] == 1 and k not in done[side]})
    found = [(names[0][name], names[1][name]) for name in names[0] if name in names[1]]
    return [(i, j) for i, j in found if len(old.rows[i].cells) == len(new.rows[j].cells)]
