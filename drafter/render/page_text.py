"""The text of both reports as the review page shows it: rows with addresses, folds, ghosts of moved ones, marks of findings."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from drafter.model.change import Comparison, Mode, TextChange
from drafter.model.finding import Finding
from drafter.model.report import place_in_words
from drafter.model.span import Span
from drafter.render import wording
from drafter.render.page import FindingRow, Link
from drafter.render.page_pieces import Marks, merged_markup, side_markup
from drafter.text.quotes import cut

_Sides = tuple[Markup | None, Markup | None]
_Stale = Sequence[tuple[str, Finding]]  # with the address of each on the page
FOLD_FROM = 2  # fewer unchanged paragraphs than this stand open: folding them saves nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A paragraph of either side. `kind` is equal, changed, added, dropped or ghost: the place that a moved one left.

    `old` is OLD's paragraph, None where there is none. `new` is NEW's, in a changed one with what was taken out between:
    the page hides that in two columns and shows it, instead of `old`, in one.
    """

    address: str
    number: int
    kind: str
    moved: bool
    name: str
    place: str
    old: Markup | None = None
    new: Markup | None = None
    other: Link | None = None
    findings: tuple[FindingRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Rows in a run: `folded` where nothing in them changed or is asked about."""

    folded: bool
    rows: tuple[TextRow, ...]
    first: str = ""


def text_blocks(comparison: Comparison, findings: Sequence[FindingRow]) -> tuple[TextBlock, ...]:
    """All rows in runs, quiet ones folded, a ghost where a moved paragraph stood in OLD."""
    ghosts = _ghosts(comparison)
    rows: list[TextRow] = list(ghosts.get(-1, ()))
    stale = [(f"f{n}", f) for n, f in enumerate(comparison.findings, 1) if wording.is_stale(f)]
    flags = _flags(findings)
    for at, change in enumerate(comparison.text):
        rows.append(_text_row(at, change, comparison.mode, _paragraphs(change, stale), flags.get(f"t{at + 1}", ())))
        rows += ghosts.get(at, ())
    blocks = []
    for folded, run in groupby(rows, key=_quiet):
        held = tuple(run)
        blocks.append(TextBlock(folded=folded and len(held) >= FOLD_FROM, rows=held, first=_first(held[0], comparison)))
    return tuple(blocks)


def _quiet(row: TextRow) -> bool:
    """Whether nothing changed and nothing is asked: what should have changed and did not stays in sight."""
    return row.kind == "equal" and not row.moved and all(f.level == "info" for f in row.findings)


def _first(row: TextRow, comparison: Comparison) -> str:
    """How a fold begins."""
    if row.kind == "ghost":
        return ""
    change = comparison.text[row.number - 1]
    side = change.new or change.old
    return cut(side.text, 40) if side else ""


def _flags(findings: Sequence[FindingRow]) -> dict[str, list[FindingRow]]:
    """By row, the findings that speak of it."""
    found: dict[str, list[FindingRow]] = {}
    for finding in findings:
        for address in {link.address for link in (finding.old, finding.new) if link is not None}:
            found.setdefault(address, []).append(finding)
    return found


def _text_row(at: int, change: TextChange, mode: Mode, sides: _Sides, findings: Sequence[FindingRow]) -> TextRow:
    """A row with both its paragraphs."""
    address = f"t{at + 1}"
    other = None
    if change.moved:
        other = Link(address=f"{address}-from", name=f"由{wording.side_names(mode)[0]}{place_in_words(change.old_place)}移来")
    return TextRow(
        address=address, number=at + 1, kind=change.kind, moved=change.moved,
        name=wording.text_kind(change, mode), place=change.new_place or change.old_place,
        old=sides[0], new=sides[1], other=other, findings=tuple(findings),
    )  # fmt: skip


def _paragraphs(change: TextChange, stale: _Stale) -> _Sides:
    """OLD's and NEW's as markup."""
    old = new = None
    if change.old is not None:
        old = side_markup(change.edits, _marks(change.old, [(address, f.old) for address, f in stale]), "old")
    if change.new is not None:
        new = merged_markup(change.edits, _marks(change.new, [(address, f.new) for address, f in stale]))
    return old, new


def _marks(side: Span, stale: Sequence[tuple[str, Span | None]]) -> Marks:
    """Where in this paragraph stands what is the same as last year and should perhaps not be."""
    return sorted(
        (max(span.start, side.start) - side.start, min(span.end, side.end) - side.start, address)
        for address, span in stale
        if span is not None and span.start < side.end and side.start < span.end
    )


def _ghosts(comparison: Comparison) -> dict[int, list[TextRow]]:
    """After which row (-1: before the first) a moved paragraph stood in OLD."""
    rows, new_name = comparison.text, wording.side_names(comparison.mode)[1]
    resting = sorted((row.old.start, i) for i, row in enumerate(rows) if row.old is not None and not row.moved)
    found: dict[int, list[TextRow]] = {}
    for i, row in enumerate(rows):
        if not row.moved or row.old is None:
            continue
        before = bisect_right(resting, row.old.start, key=lambda pair: pair[0]) - 1
        ghost = TextRow(
            address=f"t{i + 1}-from", number=0, kind="ghost", moved=True, name="移走", place=row.old_place,
            old=escape(cut(row.old.text, 40)),
            other=Link(address=f"t{i + 1}", name=f"移至{new_name}{place_in_words(row.new_place)}"),
        )  # fmt: skip
        found.setdefault(resting[before][1] if before >= 0 else -1, []).append(ghost)
    return found
