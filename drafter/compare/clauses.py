"""Which clause of a changed unit is which: a clause is told as edited or as replaced, and this is settled before words are."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from drafter.compare import costs
from drafter.text.likeness import plain_likeness
from drafter.text.normalize import plain
from drafter.text.pattern import lazy
from drafter.text.split import clause_texts

_FIGURE = lazy(r"[0-9]+")


class _Clause(NamedTuple):
    text: str
    plain: str
    masked: str  # plain, every run of digits as one 0


def _clause(text: str) -> _Clause:
    bare = plain(text)
    return _Clause(text, bare, _FIGURE.sub("0", bare))


def clause_pairs(old: str, new: str) -> list[tuple[str, str]]:
    """The clauses of both texts side by side, in order: (old, new), one of them "" where it has no partner.

    Joined, the first ones are `old` and the second ones `new`. One clause may stand beside two joined ones.
    """
    a = [_clause(text) for text in clause_texts(old)]
    b = [_clause(text) for text in clause_texts(new)]
    landmarks = _landmarks(a, b)
    found: list[tuple[str, str]] = []
    for (i, j), (i2, j2) in pairwise([(-1, -1), *landmarks, (len(a), len(b))]):
        found += _gap(a[i + 1 : i2], b[j + 1 : j2])
        if i2 < len(a):
            found.append((a[i2].text, b[j2].text))
    return found


def _landmarks(a: list[_Clause], b: list[_Clause]) -> list[tuple[int, int]]:
    """Equal clauses in order; short ones (其中，) are landmarks of nothing."""
    sure_a = [i for i, clause in enumerate(a) if len(clause.plain) >= costs.CLAUSE_SURE]
    sure_b = [j for j, clause in enumerate(b) if len(clause.plain) >= costs.CLAUSE_SURE]
    if len(sure_a) * len(sure_b) > costs.EXACT_CELLS:
        return []
    number: dict[str, int] = {}
    ids = [
        [number.setdefault(clause.text, len(number)) for clause in side]
        for side in ([a[i] for i in sure_a], [b[j] for j in sure_b])
    ]
    blocks = Indel.opcodes(ids[0], ids[1]).as_matching_blocks()
    return [(sure_a[m.a + k], sure_b[m.b + k]) for m in blocks for k in range(m.size)]


def _gap(a: list[_Clause], b: list[_Clause]) -> Iterator[tuple[str, str]]:
    if not a or not b or len(a) * len(b) > costs.CLAUSE_CELLS:
        yield from ((clause.text, "") for clause in a)
        yield from (("", clause.text) for clause in b)
        return
    i, j = 0, 0
    for m, n in _best_steps(a, b):
        yield _text(a[i : i + m]), _text(b[j : j + n])
        i, j = i + m, j + n


def _text(clauses: list[_Clause]) -> str:
    return "".join(clause.text for clause in clauses)


def _best_steps(a: list[_Clause], b: list[_Clause]) -> list[tuple[int, int]]:
    """The way through both lists that keeps most characters (as Gale and Church align sentences)."""
    ones, others = _Runs(a), _Runs(b)
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    step = [[(0, 0)] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i or j:
                step[i][j], best[i][j] = _best_step(ones, others, (i, j), best)
    path = []
    i, j = len(a), len(b)
    while i or j:
        path.append(step[i][j])
        i, j = i - path[-1][0], j - path[-1][1]
    return path[::-1]


class _Runs:
    """Each clause, and each with the one before it: (clauses that end at a place, by how many they are)."""

    def __init__(self, clauses: list[_Clause]) -> None:
        doubles = [_Clause(*map("".join, zip(one, two, strict=True))) for one, two in pairwise(clauses)]
        self.ending = {1: clauses, 2: [*clauses[:1], *doubles]}


# A clause told as gone or come, one beside one, and two beside one.
_STEPS = ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2))


def _best_step(ones: _Runs, others: _Runs, cell: tuple[int, int], best: list[list[float]]) -> tuple[tuple[int, int], float]:
    """The last step of the best way to a cell, and what that way keeps; of equal ways the first of the steps."""
    i, j = cell
    way, most = (0, 0), -1.0
    for m, n in _STEPS:
        if m <= i and n <= j:
            kept = best[i - m][j - n]
            if m and n:
                kept += _gain(ones.ending[m][i - 1], others.ending[n][j - 1], m + n - 2)
            if kept > most:
                way, most = (m, n), kept
    return way, most


def _gain(a: _Clause, b: _Clause, joins: int) -> float:
    """The characters that a reader sees kept if these clauses are told as edited; 0 where they are another text."""
    whole = len(a.plain) + len(b.plain)
    if not joins and a.text == b.text:
        return whole + 0.5
    masked = plain_likeness(a.masked, b.masked, costs.CLAUSE_LIKE)
    if masked < costs.CLAUSE_LIKE:
        return 0.0
    share = costs.FIGURE_FREE * masked + (1 - costs.FIGURE_FREE) * plain_likeness(a.plain, b.plain)
    return share * whole - costs.CLAUSE_JOIN * joins
