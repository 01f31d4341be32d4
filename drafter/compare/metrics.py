"""Which figure of NEW is which figure of OLD: one to one, over all candidates, with a confidence that means something."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from drafter.compare import costs
from drafter.compare.assign import assign
from drafter.compare.change_text import measure, turned
from drafter.compare.evidence import Weights, excluded, far_apart, likeness, may_pair, same_row, weigh
from drafter.compare.names import Names
from drafter.compare.slots import open_slots
from drafter.compare.views import Grams, View, views
from drafter.model.change import MetricChange
from drafter.model.metric import Metric, number
from drafter.model.report import Report, place
from drafter.text.units import dimension, same_unit

if TYPE_CHECKING:
    from drafter.model.ledger import KnownFigure

Scores = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures by index, how sure the pair is, and the evidence behind it."""

    old: int
    new: int
    confidence: float
    evidence: float


def pair_metrics(
    old_metrics: Sequence[Metric],
    new_metrics: Sequence[Metric],
    old: Report,
    new: Report,
    known: Sequence[KnownFigure] = (),
) -> tuple[MetricChange, ...]:
    """Every figure of both reports once, in NEW's order, those that only OLD has where they stood.

    `known` are the figures that a ledger knows by several names.
    """
    names = Names(known)
    ones, others = views(old_metrics, old, names), views(new_metrics, new, names)
    return pair_views(ones, others, old, new, find_pairs(ones, others))


def pair_views(
    ones: Sequence[View], others: Sequence[View], old: Report, new: Report, pairs: Sequence[Pair]
) -> tuple[MetricChange, ...]:
    """`pair_metrics` where the figures were looked at and paired already."""
    rows = [(others[p.new].order, _paired(ones[p.old], others[p.new], p, (old, new))) for p in pairs]
    taken_old, taken_new = {p.old for p in pairs}, {p.new for p in pairs}
    rows += [(v.order, _alone("added", None, v.metric, (old, new))) for v in others if v.index not in taken_new]
    gone = [v.metric for v in ones if v.index not in taken_old]
    waiting = open_slots(gone, new)
    spot = {p.old: others[p.new].order for p in pairs}
    paired = sorted(spot)
    for v in ones:
        if v.index not in taken_old:
            status = "open" if v.metric.id in waiting else "dropped"
            rows.append((_spot(v.index, paired, spot), _alone(status, v.metric, None, (old, new))))
    return tuple(row for _, row in sorted(rows, key=lambda r: r[0]))


def find_pairs(ones: Sequence[View], others: Sequence[View]) -> list[Pair]:
    """The best assignment, in OLD's order: first on the figures alone, then with what their neighbours and totals did."""
    weights = weigh(v.name | v.own | v.around for v in (*ones, *others))
    sure = same_frames(ones, others)
    alone = _score(ones, others, weights, sure) | {i: {j: 1.0} for i, j in sure.items()}
    first = assign(_worth(alone))
    full = _with_company(alone, first, ones, others, weights)
    second = assign(_worth(full))
    full = _with_company(alone, second, ones, others, weights)
    final = assign(_worth(full))
    rivals = _Rivals(full)
    pairs = [
        Pair(i, j, 1.0 if sure.get(i) == j else _capped(ones[i], others[j], confidence(full[i][j], rivals.of(i, j))), full[i][j])
        for i, j in sorted(final.items())
    ]
    return [p for p in pairs if p.confidence >= costs.PERHAPS]


def _capped(a: View, b: View, sure: float) -> float:
    """Asked, never told: visits and things (1380家次, 1526家), which may be one figure; names of which words exclude each other;
    rates of which no word is the same, for the values of rates say nothing; and values far apart where the pair is not quite sure. Words are no doubt where the ledger knows both as one figure."""
    visits = [dimension(v.metric.unit) == "visits" for v in (a, b)]
    mixed = any(visits) and not all(visits)
    strange = a.role == b.role == "level" and dimension(a.metric.unit) == "share" and not (a.name | a.own) & (b.name | b.own)
    far = sure < costs.SURE_FAR and far_apart(a, b)
    words = (strange or excluded(a, b)) and not same_row(a, b)
    return min(sure, costs.DOUBTED) if mixed or far or words else sure


class _Rivals:
    """The two best scores of every row and column, to ask for the best other than a given pair's own."""

    def __init__(self, scores: Scores) -> None:
        columns: dict[int, list[float]] = defaultdict(list)
        for line in scores.values():
            for j, s in line.items():
                columns[j].append(s)
        self.rows = {i: sorted(line.values())[-2:] for i, line in scores.items()}
        self.columns = {j: sorted(some)[-2:] for j, some in columns.items()}
        self.scores = scores

    def of(self, i: int, j: int) -> float:
        """The best score that either side could have had instead; 0 where there is none."""
        mine = self.scores[i][j]
        return max(_other(self.rows[i], mine), _other(self.columns[j], mine))


def _other(best: list[float], mine: float) -> float:
    if len(best) == 1:
        return 0.0 if best[0] == mine else best[0]
    return best[0] if best[1] == mine else best[1]


def same_frames(ones: Sequence[View], others: Sequence[View]) -> dict[int, int]:
    """Figures in a sentence that is the same but for its numbers: surely one another.

    Where a sentence stands several times, as often on both sides, first goes with first; a short frame must be equal in
    its numbers too, for 其中3件 tells nothing.
    """
    left, right = _by_frame(ones), _by_frame(others)
    sure: dict[int, int] = {}
    for frame, mine in left.items():
        theirs = right.get(frame, [])
        if len(mine) == len(theirs):
            for a, b in zip(mine, theirs, strict=True):
                telling = len(frame[0]) >= costs.FRAME_LEAST or a.metric.text == b.metric.text
                if telling and a.metric.kind == b.metric.kind and a.metric.unit == b.metric.unit:
                    sure[a.index] = b.index
    return sure


def _by_frame(some: Sequence[View]) -> dict[tuple[str, int], list[View]]:
    found: dict[tuple[str, int], list[View]] = defaultdict(list)
    for v in some:
        found[v.frame].append(v)
    return found


def _worth(scores: Scores) -> Scores:
    return {i: {j: s - costs.WORTH for j, s in line.items()} for i, line in scores.items()}


def _score(ones: Sequence[View], others: Sequence[View], weights: Weights, sure: dict[int, int]) -> Scores:
    """Evidence for each candidate pair of what is not sure. Candidates share telling words: found by an index, not by trying all."""
    holders: dict[str, list[int]] = defaultdict(list)
    taken = set(sure.values())
    for v in others:
        if v.index not in taken:
            for gram in v.asked | v.known:
                holders[gram].append(v.index)
    sums = _sums(others)
    scores: Scores = {}
    for a in ones:
        if a.index in sure:
            continue
        shared: dict[int, float] = defaultdict(float)
        for gram in _telling(a.asked | a.known, holders):
            weight = weights.idf[gram]
            for j in holders[gram]:
                shared[j] += weight
        likely = sorted(shared, key=lambda j: (not same_row(a, others[j]), -shared[j], j))
        best = islice((j for j in likely if may_pair(a, others[j])), costs.CANDIDATES)
        line = {j: likeness(a, others[j], weights) + _equal(a.metric, others[j].metric) + _grown(a, j, sums) for j in best}
        scores[a.index] = {j: s for j, s in line.items() if s >= costs.CANDIDATE}
    return scores


def _telling(some: Grams, holders: dict[str, list[int]]) -> list[str]:
    """The grams by which a figure is looked up: those that not too many figures have, or where it has none, the rarest two."""
    known = [gram for gram in some if gram in holders]
    rare = [gram for gram in known if len(holders[gram]) <= costs.HELD_BY]
    return rare or sorted(known, key=lambda gram: (len(holders[gram]), gram))[:2]


def _sums(some: Sequence[View]) -> dict[int, tuple[float, int]]:
    """Index of a figure → (what it was before, +1) for a stock, (the same, -1) for what came new beside it.

    新培养464名，总数达6584名: last year's stock was 6120. 由58项减至52项: last year's figure was 58.
    """
    found: dict[int, tuple[float, int]] = {}
    for at, two in enumerate(some):
        for one in reversed(some[max(0, at - costs.GREW_BACK) : at]):
            if not same_unit(one.metric.unit, two.metric.unit) or any(isinstance(v.metric.value, tuple) for v in (one, two)):
                continue
            beside = one.index == at - 1
            if one.role == "start" and beside:
                found |= {two.index: (number(one.metric), 1), one.index: (number(one.metric), -1)}
            elif (two.flow == "stock" or two.level) and one.flow != "stock" and two.flow != "new":
                _note_sum(found, two, one)
            elif (one.flow == "stock" or one.level) and two.flow == "new" and beside:
                _note_sum(found, one, two)
            break
    return found


def _note_sum(found: dict[int, tuple[float, int]], stock: View, new: View) -> None:
    before = number(stock.metric) - number(new.metric)
    if before >= costs.GREW_LEAST and stock.index not in found:
        found |= {stock.index: (before, 1), new.index: (before, -1)}


def _grown(a: View, j: int, sums: dict[int, tuple[float, int]]) -> float:
    """OLD's figure is what a stock of NEW was before this year's came: then it is that stock, and not what came."""
    before, sign = sums.get(j, (0.0, 0))
    return sign * costs.GREW if sign and number(a.metric) == before else 0.0


def _equal(a: Metric, b: Metric) -> float:
    """The very same value is a sign of the same figure, copied or fixed: the more digits, the less by chance."""
    if not isinstance(a.value, int | float) or a.value != b.value:
        return 0.0
    digits = len(f"{a.value:.10g}".replace(".", "").rstrip("0"))
    return costs.VALUE_EQUAL if digits >= 3 else costs.VALUE_EQUAL / 2 if digits == 2 else 0.0


def _with_company(alone: Scores, pairs: dict[int, int], ones: Sequence[View], others: Sequence[View], weights: Weights) -> Scores:
    """The evidence with totals and neighbours, and the candidates that only these speak for."""
    full = {i: dict(line) for i, line in alone.items()}
    for i, j in pairs.items():
        for step in (-1, 1):
            a, b = i + step, j + step
            if 0 <= a < len(ones) and 0 <= b < len(others) and b not in full[a] and may_pair(ones[a], others[b]):
                full[a][b] = likeness(ones[a], others[b], weights)
    parts = (_parts_of(ones), _parts_of(others))
    taken = frozenset(pairs.values())
    for i, line in full.items():
        for j in line:
            line[j] += (
                _parents(ones[i], others[j], pairs, taken)
                + _totals(parts, i, j, pairs)
                + _bases(ones[i], others[j], pairs, taken)
                + _neighbours(i, j, pairs)
            )
    return full


def _parts_of(some: Sequence[View]) -> dict[int, list[int]]:
    """The parts of each total."""
    found: dict[int, list[int]] = defaultdict(list)
    for v in some:
        if v.parent is not None:
            found[v.parent].append(v.index)
    return found


def _totals(parts: tuple[dict[int, list[int]], dict[int, list[int]]], i: int, j: int, pairs: dict[int, int]) -> float:
    """Totals whose parts pair are one: by the share of the parts of the shorter list that do."""
    mine, theirs = parts[0].get(i, ()), parts[1].get(j, ())
    if not mine or not theirs:
        return 0.0
    return costs.PARENT * sum(pairs.get(part) in theirs for part in mine) / min(len(mine), len(theirs))


def _bases(a: View, b: View, pairs: dict[int, int], taken: frozenset[int]) -> float:
    """Changes of figures that pair (立案5.36万件、增长12.4%) are one figure too, and of figures that pair elsewhere are not."""
    if a.base is None or b.base is None:
        return 0.0
    if pairs.get(a.base) == b.base:
        return costs.BASE
    return -costs.BASE_ELSEWHERE if a.base in pairs or b.base in taken else 0.0


def _parents(a: View, b: View, pairs: dict[int, int], taken: frozenset[int]) -> float:
    if a.parent is None and b.parent is None:
        return 0.0
    if a.parent is None or b.parent is None:
        return -costs.PARENT_ONE
    paired = pairs.get(a.parent)
    if paired == b.parent:
        return costs.PARENT
    return -costs.PARENT_ELSEWHERE if paired is not None or b.parent in taken else 0.0


def _neighbours(i: int, j: int, pairs: dict[int, int]) -> float:
    return costs.NEIGHBOUR * sum(pairs.get(i + step) == j + step for step in (-1, 1))


def confidence(evidence: float, rival: float) -> float:
    """How likely a pair is right, 0..1: by its evidence and its lead over what else either side could have."""
    lead = max(-costs.MARGIN_MOST, min(costs.MARGIN_MOST, evidence - max(rival, costs.CANDIDATE)))
    odds = costs.SURE_STEEP * (evidence - costs.SURE_AT) + costs.SURE_MARGIN * lead
    return round(1 / (1 + math.exp(-odds)), 3)


def _spot(index: int, paired: Sequence[int], spots: dict[int, float]) -> float:
    """Where a figure that only OLD has would stand in NEW: right after the last paired one before it."""
    before = bisect_left(paired, index)
    return spots[paired[before - 1]] + 1e-9 if before else -1.0


def _paired(one: View, two: View, pair: Pair, reports: tuple[Report, Report]) -> MetricChange:
    told = pair.confidence >= costs.TOLD
    a, b = one.metric, two.metric
    said = (turned(a, b, one.down) if _turned(one, two) else measure(a, b, fall=one.fell)) if told else None
    return MetricChange(
        status=said.status if said else "perhaps",
        label=b.label or a.label,
        old=a,
        new=b,
        delta=said.delta if said else None,
        percent=said.percent if said else None,
        change_text=said.text if said else "存疑，未计算增减",
        confidence=pair.confidence,
        old_place=place(reports[0], a.start),
        new_place=place(reports[1], b.start),
    )


def _turned(one: View, two: View) -> bool:
    """Whether a fall became a rise, or a rise a fall: then there is no difference to tell."""
    return one.role != "level" and two.role != "level" and one.down != two.down


def _alone(status: str, a: Metric | None, b: Metric | None, reports: tuple[Report, Report]) -> MetricChange:
    words = {"added": "本年新增", "dropped": "本年未见", "open": "本年待填"}
    return MetricChange(
        status=status,  # type: ignore[arg-type]
        label=(b or a).label,  # type: ignore[union-attr]
        old=a,
        new=b,
        change_text=words[status],
        old_place=place(reports[0], a.start) if a else "",
        new_place=place(reports[1], b.start) if b else "",
    )
