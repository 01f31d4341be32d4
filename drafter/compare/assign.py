"""The best one-to-one assignment over sparse candidates: shortest augmenting paths with potentials (Jonker and Volgenant).

Pure Python on purpose: a report has a few hundred figures, each with a dozen candidates, and loading scipy would cost more
than the whole comparison. Work stays within a connected component of candidates, so it grows with the sum of their sizes.
"""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field

Gains = Mapping[int, Mapping[int, float]]


@dataclass(slots=True)
class _State:
    """The matching so far. Costs are `top - gain`; an idle place `-1 - row` costs `top`, which is a gain of nothing."""

    edges: dict[int, list[tuple[int, float]]]
    column_of: dict[int, int] = field(default_factory=dict)
    row_of: dict[int, int] = field(default_factory=dict)
    row_price: dict[int, float] = field(default_factory=dict)
    column_price: dict[int, float] = field(default_factory=dict)


def assign(gains: Gains) -> dict[int, int]:
    """Row → column so that the sum of gains is greatest; each column at most once, a row may stay without one.

    `gains[row][column]` is what the pair is worth; a pair worth 0 or less is never made. The result does not depend on
    the order of the mappings.
    """
    top = max((g for line in gains.values() for g in line.values()), default=0.0)
    edges = {
        row: [*((column, top - g) for column, g in sorted(gains[row].items()) if g > 0), (-1 - row, top)] for row in sorted(gains)
    }
    state = _State(edges)
    for row in edges:
        _place(state, row)
    return {row: column for row, column in sorted(state.column_of.items()) if column >= 0}


def _place(state: _State, start: int) -> None:
    """Give `start` a column, moving others where that is worth more: Dijkstra over reduced costs."""
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    done: dict[int, float] = {}
    queue: list[tuple[float, int]] = []
    row, length = start, 0.0
    while True:
        for column, cost in state.edges[row]:
            reduced = length + cost - state.row_price.get(row, 0.0) - state.column_price.get(column, 0.0)
            if column not in done and reduced < best.get(column, float("inf")):
                best[column], came[column] = reduced, row
                heapq.heappush(queue, (reduced, column))
        length, end = heapq.heappop(queue)
        while end in done or length > best[end]:
            length, end = heapq.heappop(queue)
        if end not in state.row_of:
            break
        done[end] = length
        row = state.row_of[end]
    _reprice(state, start, done, length)
    _flip(state, start, came, end)


def _reprice(state: _State, start: int, done: dict[int, float], length: float) -> None:
    """Keep every reduced cost at 0 or more, and at 0 along the matching."""
    state.row_price[start] = state.row_price.get(start, 0.0) + length
    for column, reached in done.items():
        row = state.row_of[column]
        state.row_price[row] = state.row_price.get(row, 0.0) + length - reached
        state.column_price[column] = state.column_price.get(column, 0.0) - (length - reached)


def _flip(state: _State, start: int, came: dict[int, int], end: int) -> None:
    """Match along the path that was found, from its free end back to `start`."""
    column = end
    while True:
        row = came[column]
        previous = state.column_of.get(row)
        state.row_of[column], state.column_of[row] = row, column
        if row == start or previous is None:
            return
        column = previous
