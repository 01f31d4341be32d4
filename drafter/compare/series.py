"""The series of each figure over three reports and more: pairs of successive reports, chained.

A figure that one report leaves out joins up again where the reports on both sides of the gap pair surely.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.compare import costs
from drafter.compare.metrics import find_pairs
from drafter.compare.names import Names
from drafter.compare.views import View, views
from drafter.model.change import Series, SeriesTable
from drafter.model.metric import Metric
from drafter.model.report import Report

if TYPE_CHECKING:
    from drafter.model.ledger import KnownFigure

Chain = list[View | None]


def series_of(reports: Sequence[Report], metrics: Sequence[Sequence[Metric]], known: Sequence[KnownFigure] = ()) -> SeriesTable:
    """Every figure of every report once, in a row with its other years; rows in the order of the newest report that has them.

    Pairs in doubt are not joined. Targets are left out: a plan is no year's figure. `known` are the figures that a ledger knows.
    """
    names = Names(known)
    columns = [views(some, report, names) for report, some in zip(reports, metrics, strict=True)]
    chains = _bridged(_chained(columns), columns)
    told = [chain for chain in chains if any(v and v.metric.kind != "target" for v in chain)]
    rows = [_series(chain) for chain in sorted(told, key=_order)]
    return SeriesTable(reports=tuple(r.info for r in reports), series=tuple(rows), notes=_notes(reports))


def _chained(columns: Sequence[Sequence[View]]) -> list[Chain]:
    """Chains of told pairs of neighbouring reports; `None` where a report has no such figure."""
    chains: list[Chain] = []
    ends: dict[int, Chain] = {}
    for at, column in enumerate(columns):
        pairs = _told(columns[at - 1], column, costs.TOLD) if at else {}
        here: dict[int, Chain] = {}
        for v in column:
            chain = ends.get(pairs.get(v.index, -1)) if at else None
            if chain is None:
                chain = [None] * len(columns)
                chains.append(chain)
            chain[at] = v
            here[v.index] = chain
        ends = here
    return chains


def _told(ones: Sequence[View], others: Sequence[View], least: float) -> dict[int, int]:
    """Index in the newer report → index in the older, for pairs at least so sure."""
    return {p.new: p.old for p in find_pairs(ones, others) if p.confidence >= least}


def _bridged(chains: list[Chain], columns: Sequence[Sequence[View]]) -> list[Chain]:
    """Chains that end joined to chains that begin later, where their reports pair surely."""
    for gap in range(2, len(columns)):
        for at in range(gap, len(columns)):
            ended = {v.index: c for c in chains if (v := c[at - gap]) and not any(c[at - gap + 1 :])}
            begun = {v.index: c for c in chains if (v := c[at]) and not any(c[:at])}
            pairs = _told(columns[at - gap], columns[at], costs.BRIDGED) if ended and begun else {}
            for new, old in sorted(pairs.items()):
                if old in ended and new in begun:
                    first, second = ended[old], begun[new]
                    first[at:] = second[at:]
                    chains = [c for c in chains if c is not second]
    return chains


def _order(chain: Chain) -> tuple[int, float]:
    last = max(at for at, v in enumerate(chain) if v)
    view = chain[last]
    assert view is not None
    return -last, view.order


def _series(chain: Chain) -> Series:
    last = next(v.metric for v in reversed(chain) if v)
    return Series(label=last.label, unit=last.unit, points=tuple(v.metric if v else None for v in chain))


def _notes(reports: Sequence[Report]) -> tuple[str, ...]:
    """What a reader must know of the reports as a row."""
    years = [r.info.year for r in reports]
    known = [y for y in years if y is not None]
    found = [f"第{at}份报告未能识别年度。" for at, year in enumerate(years, 1) if year is None]
    if known != sorted(known):
        found.append("各份报告未按年度先后排列，请确认次序。")
    if len(set(known)) < len(known):
        found.append("其中有年度相同的报告，请确认。")
    issuers = list(dict.fromkeys(r.info.issuer for r in reports if r.info.issuer))
    if len(issuers) > 1:
        found.append(f"各份报告的发文机关不同（{'、'.join(issuers)}），数据口径可能不一致。")
    return tuple(found)
