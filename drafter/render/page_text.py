"""The text of both reports as the review page shows it: rows with addresses, folds, ghosts of moved ones, marks of findings."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from drafter.model.change import Comparison, Edit, TextChange
from drafter.model.span import Span
from drafter.render import wording
from drafter.render.page import FindingRow, Link

FOLD_FROM = 2  # fewer unchanged paragraphs than this stand open: folding them saves nothing
Op = Literal["equal", "delete", "insert"]
Marks = list[tuple[int, int, str]]  # (start, end, address of the finding), offsets into a report or into the row's side


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a paragraph; `mark` is the address of the finding that speaks of it, or ""."""

    op: Op
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A paragraph of either side. `kind` is equal, changed, added, dropped or ghost: the place that a moved one left."""

    address: str
    number: int
    kind: str
    moved: bool
    name: str
    place: str
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    both: tuple[Piece, ...] = ()
    other: Link | None = None
    findings: tuple[FindingRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Rows in a run: `folded` where nothing in them changed."""

    folded: bool
    rows: tuple[TextRow, ...]
    first: str


def text_blocks(comparison: Comparison, findings: Sequence[FindingRow]) -> tuple[TextBlock, ...]:
    """All rows in runs, unchanged ones folded, a ghost where a moved paragraph stood in OLD."""
    ghosts = _ghosts(comparison)
    told = _told(comparison, findings)
    rows: list[TextRow] = list(ghosts.get(-1, ()))
    for at in range(len(comparison.text)):
        rows.append(_text_row(at, comparison, told))
        rows += ghosts.get(at, ())
    blocks = []
    for folded, run in groupby(rows, key=lambda r: r.kind == "equal" and not r.moved):
        held = tuple(run)
        first = wording.shorten("".join(e.text for e in held[0].both), 40)
        blocks.append(TextBlock(folded=folded and len(held) >= FOLD_FROM, rows=held, first=first))
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the findings say of the text: of each row by its address, and the places in OLD and NEW that are the same and should not be."""

    rows: dict[str, tuple[FindingRow, ...]]
    old: Marks
    new: Marks


def _told(comparison: Comparison, findings: Sequence[FindingRow]) -> _Told:
    rows: dict[str, tuple[FindingRow, ...]] = {}
    for row in findings:
        for address in dict.fromkeys(link.address for link in (row.old, row.new) if link is not None):
            rows[address] = (*rows.get(address, ()), row)
    stale = [(f"f{number}", finding) for number, finding in enumerate(comparison.findings, 1) if wording.is_stale(finding)]
    old = [(f.old.start, f.old.end, address) for address, f in stale if f.old is not None]
    new = [(f.new.start, f.new.end, address) for address, f in stale if f.new is not None]
    return _Told(rows, old, new)


def _text_row(at: int, comparison: Comparison, told: _Told) -> TextRow:
    """A row with its pieces for each side and for both."""
    change = comparison.text[at]
    address = f"t{at + 1}"
    old_marks, new_marks = _marks(change.old, told.old), _marks(change.new, told.new)
    other = None
    if change.moved:
        other = Link(address=f"{address}-from", name=f"由{wording.side_names(comparison.mode)[0]}{change.old_place}移来")
    new = _pieces([e for e in change.edits if e.op != "delete"], new_marks)
    return TextRow(
        address=address, number=at + 1, kind=change.kind, moved=change.moved,
        name=wording.text_kind(change, comparison.mode), place=change.new_place or change.old_place,
        old=_pieces([e for e in change.edits if e.op != "insert"], old_marks), new=new, both=_both(change, new, new_marks),
        other=other, findings=told.rows.get(address, ()),
    )  # fmt: skip


def _marks(side: Span | None, stale: Marks) -> Marks:
    """Where in this paragraph stands what is the same as last year and should perhaps not be."""
    if side is None:
        return []
    met = [mark for mark in stale if mark[0] < side.end and side.start < mark[1]]
    return sorted((max(start, side.start) - side.start, min(end, side.end) - side.start, f) for start, end, f in met)


def _pieces(edits: Sequence[Edit], marks: Marks) -> tuple[Piece, ...]:
    """The pieces of one side, cut where a mark starts or ends."""
    found: list[Piece] = []
    at = 0
    for edit in edits:
        end = at + len(edit.text)
        cuts = sorted({at, end, *(c for m in marks for c in m[:2] if at < c < end)})
        for a, b in pairwise(cuts):
            mark = next((m[2] for m in marks if m[0] <= a and b <= m[1]), "")
            found.append(Piece(op=edit.op, text=edit.text[a - at : b - at], mark=mark))
        at = end
    return tuple(found)


def _both(change: TextChange, new: tuple[Piece, ...], marks: Marks) -> tuple[Piece, ...]:
    """Both sides in one line: NEW's pieces with the deleted ones between."""
    if not any(e.op == "delete" for e in change.edits):
        return new
    found: list[Piece] = []
    at = 0
    for edit in change.edits:
        if edit.op == "delete":
            found.append(Piece(op="delete", text=edit.text))
            continue
        here = [(a - at, b - at, m) for a, b, m in marks]
        found += _pieces([edit], here)
        at += len(edit.text)
    return tuple(found)


def _ghosts(comparison: Comparison) -> dict[int, list[TextRow]]:
    """After which row (-1: before the first) a moved paragraph stood in OLD."""
    rows, new_name = comparison.text, wording.side_names(comparison.mode)[1]
    resting = sorted((row.old.start, i) for i, row in enumerate(rows) if row.old is not None and not row.moved)
    found: dict[int, list[TextRow]] = {}
    for i, row in enumerate(rows):
        if not row.moved or row.old is None:
            continue
        before = bisect_right(resting, row.old.start, key=lambda pair: pair[0]) - 1
        text = (Piece(op="equal", text=wording.shorten(row.old.text, 40)),)
        ghost = TextRow(
            address=f"t{i + 1}-from", number=0, kind="ghost", moved=True, name="移走", place=row.old_place, old=text, both=text,
            other=Link(address=f"t{i + 1}", name=f"移至{new_name}{row.new_place}"),
        )  # fmt: skip
        found.setdefault(resting[before][1] if before >= 0 else -1, []).append(ghost)
    return found
