"""The edits that make a changed unit of the old one: clauses first, then tokens inside clauses that are alike."""

from collections.abc import Iterable
from functools import lru_cache

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from drafter.compare import costs
from drafter.compare.clauses import clause_pairs
from drafter.compare.tidy import Change, tidy, tidy_clause
from drafter.model.change import Edit
from drafter.text.split import tokens

_FIRST = 0x10000  # tokens are numbered from here: beyond every surrogate, room for a million


@lru_cache(maxsize=1024)  # a page and a redline of the same two reports ask for the same edits
def diff(old: str, new: str) -> tuple[Edit, ...]:
    """The edits from `old` to `new`: equal and deleted pieces joined are `old`, equal and inserted ones `new`.

    A figure with its unit is never cut. Texts that are equal have one equal edit. Time is bounded: texts beyond
    `costs.TOKEN_CELLS` are held together less finely, never left out. A unit of which next to nothing stays is replaced whole.
    """
    if old == new:
        return (Edit(op="equal", text=old),)
    changes: list[Change] = []
    for a, b in clause_pairs(old, new):
        changes += [Change(tokens(a), [], [])] if a == b else tidy_clause(_changes(tokens(a), tokens(b)))
    edits = tuple(_edits(tidy(changes)))
    if kept_share(edits) < costs.UNIT_KEPT and min(len(old), len(new)) >= costs.UNIT_SEEN:
        return (Edit(op="delete", text=old), Edit(op="insert", text=new))
    return edits


def kept_share(edits: Iterable[Edit]) -> float:
    """The share of both texts, 0 to 1, that the edits leave unmarked."""
    sizes = [(len(edit.text) * (1 + (edit.op == "equal")), edit.op) for edit in edits]
    return sum(size for size, op in sizes if op == "equal") / max(1, sum(size for size, _ in sizes))


def _edits(changes: list[Change]) -> list[Edit]:
    pieces = [(op, "".join(words)) for c in changes for op, words in (("equal", c.kept), ("delete", c.gone), ("insert", c.come))]
    return [Edit(op=op, text=text) for op, text in pieces if text]  # type: ignore[arg-type]


def _changes(a: list[str], b: list[str]) -> list[Change]:
    """What is kept, then what goes and comes, again and again."""
    if not a or not b:
        return [Change([], a, b)]
    found: list[Change] = []
    at_a = at_b = 0
    for i, j, size in [*_kept(a, b), (len(a), len(b), 0)]:
        if i > at_a or j > at_b:
            found.append(Change([], a[at_a:i], b[at_b:j]))
        if size:
            found.append(Change(a[i : i + size], [], []))
        at_a, at_b = i + size, j + size
    return found


def _kept(a: list[str], b: list[str]) -> list[tuple[int, int, int]]:
    """The runs of equal tokens as (place in a, place in b, length), in order."""
    cells = len(a) * len(b)
    if cells <= costs.TOKEN_CELLS:
        return _by_diff_match_patch(a, b)
    if cells <= costs.EXACT_CELLS:
        number: dict[str, int] = {}
        ids = [[number.setdefault(token, len(number)) for token in side] for side in (a, b)]
        return [(m.a, m.b, m.size) for m in Indel.opcodes(ids[0], ids[1]).as_matching_blocks() if m.size]
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return [(0, 0, same)] if same else []


def _by_diff_match_patch(a: list[str], b: list[str]) -> list[tuple[int, int, int]]:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # never give up half-way: the same input gives the same edits
    number: dict[str, str] = {}
    lines = ["".join(number.setdefault(token, chr(_FIRST + len(number))) for token in side) for side in (a, b)]
    found = []
    i = j = 0
    for op, piece in engine.diff_main(lines[0], lines[1], False):
        if op == 0:
            found.append((i, j, len(piece)))
        i += len(piece) * (op <= 0)
        j += len(piece) * (op >= 0)
    return found
