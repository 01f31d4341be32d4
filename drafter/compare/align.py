"""Which unit (paragraph, item) of OLD is which of NEW: equal, changed, moved, dropped, added.

Candidates first (equal units, units between the same neighbours, units that share rare words), then the heaviest chain of
candidates that keeps both orders, then moves among what is left. How and why: docs/alignment.md.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from drafter.compare import costs
from drafter.compare.words import diff, kept_share
from drafter.model.change import Edit, TextChange
from drafter.model.span import Span
from drafter.text.likeness import candidates, likeness, plain_likeness
from drafter.text.normalize import fold, plain
from drafter.text.pattern import lazy

Pair = tuple[int, int]
MARKER = lazy(
    r"\s*(?:第[一二三四五六七八九十百0-9]+[章节条部分]*|[(]?[一二三四五六七八九十0-9]{1,3}(?:[)、]|[.](?![0-9]))|十?[一二三四五六七八九十]是)"
)
_DIGITS = lazy("[0-9]+")
_STOP = lazy(r"[。;；:]")
_SENTENCE_END = lazy(r"[。；;，,！!？?：:][”’）)]*\s*$")


def align(old: Sequence[Span], new: Sequence[Span]) -> tuple[TextChange, ...]:
    """One row per unit of either side, in NEW's order; a dropped one stands after the partner of the unit before it.

    `moved` rows are pairs that break the common order. Edits rebuild both sides exactly (`compare/apply.py`).
    """
    sides = _Sides([_unit(s.text) for s in old], [_unit(s.text) for s in new])
    kept, moved = _pairs(sides)
    return tuple(_rows(old, new, kept, moved))


@dataclass(frozen=True, slots=True)
class _Unit:
    text: str
    bare: str  # plain, without its marker: 三、 and 四、 of the same heading are the same
    title: str  # plain, "" where the unit has none


@dataclass(frozen=True, slots=True)
class _Sides:
    old: list[_Unit]
    new: list[_Unit]


def _unit(text: str) -> _Unit:
    folded = fold(text)
    marker = MARKER.match(folded)
    rest = folded[marker.end() :] if marker else folded
    title = plain(_STOP.split(rest, 1)[0]) if len(rest) < costs.TITLE_LONG or _STOP.search(rest, 0, costs.TITLE_LONG) else ""
    return _Unit(text, plain(rest) or plain(folded), title if len(title) >= costs.TITLE_SHORT else "")


def _score(a: _Unit, b: _Unit, least: float) -> float:
    """How sure two units are the same one: their likeness, or half of it and half their titles'."""
    if a.text == b.text:
        return 1.0
    titles = plain_likeness(a.title, b.title, costs.TITLE_LIKE) if a.title and b.title else 0.0
    whole = plain_likeness(a.bare, b.bare, 0.0 if titles else least)
    return max(whole, (whole + titles) / 2) if titles else whole


# ---- pairs ----


def _pairs(sides: _Sides) -> tuple[list[Pair], list[Pair]]:
    """The pairs that keep both orders, and those that moved."""
    scores = _anchors(sides)
    anchors = list(scores)
    loose_old = _without(range(len(sides.old)), (i for i, _ in anchors), sides.old)
    loose_new = _without(range(len(sides.new)), (j for _, j in anchors), sides.new)
    scores |= _equal_elsewhere(sides, loose_old, loose_new)
    near = _near(sides, anchors)
    settled = {i for (i, _), score in near.items() if score >= costs.MOVE_LIKE}
    scores |= near | _far(sides, [i for i in loose_old if i not in settled], loose_new)
    scores = _not_far_behind(scores)
    kept = _chain(sides, scores, set(anchors))
    moved = _moves(sides, scores, kept)
    kept = _fill(sides, kept, moved)
    moved += _moves(sides, _left(sides, [*kept, *moved]), [*kept, *moved])
    return _least_moved(sides, scores, kept, moved)


def _without(all_of: range, taken: Iterable[int], units: list[_Unit]) -> list[int]:
    gone = set(taken)
    return [at for at in all_of if at not in gone and units[at].bare]


def _anchors(sides: _Sides) -> dict[Pair, float]:
    """Equal units and units that begin alike, in order: the heaviest chain of both kinds, with their scores."""
    olds, news = ([unit.text if unit.bare else "" for unit in side] for side in (sides.old, sides.new))
    equal = _common(olds, news)
    begun = _common([_beginning(unit) for unit in sides.old], [_beginning(unit) for unit in sides.new])
    scores = _alike(sides, begun, costs.PAIR_LIKE) | dict.fromkeys(equal, 1.0)
    return {pair: scores[pair] for pair in _heaviest([(i, j, score) for (i, j), score in scores.items()])}


def _beginning(unit: _Unit) -> str:
    """What an edited unit most likely still has: its title, or its first words."""
    return unit.title or _DIGITS.sub("0", unit.bare[: costs.TITLE_LONG])


def _common(olds: list[str], news: list[str]) -> list[Pair]:
    """The longest common sequence; blank units stay apart (they would be landmarks of nothing)."""
    old = [i for i, key in enumerate(olds) if key]
    new = [j for j, key in enumerate(news) if key]
    number: dict[str, int] = {}
    a = [number.setdefault(olds[i], len(number)) for i in old]
    b = [number.setdefault(news[j], len(number)) for j in new]
    if len(a) * len(b) > costs.EXACT_CELLS:
        return [(old[i], new[j]) for i, j in _once_in_order(a, b)]
    blocks = Indel.opcodes(a, b).as_matching_blocks()
    return [(old[m.a + k], new[m.b + k]) for m in blocks for k in range(m.size)]


def _once_in_order(a: list[int], b: list[int]) -> list[Pair]:
    """The longest common sequence of what stands once on either side."""
    many_a, many_b = Counter(a), Counter(b)
    at = {x: j for j, x in enumerate(b) if many_b[x] == 1}
    found = [(i, at[x]) for i, x in enumerate(a) if many_a[x] == 1 and x in at]
    return _heaviest([(i, j, 1.0) for i, j in found])


def _equal_elsewhere(sides: _Sides, loose_old: list[int], loose_new: list[int]) -> dict[Pair, float]:
    """Equal units that are not in order: the first with the first, the second with the second."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in reversed(loose_new):
        places[sides.new[j].text].append(j)
    return {(i, places[text].pop()): 1.0 for i in loose_old if places.get(text := sides.old[i].text)}


def _left(sides: _Sides, pairs: list[Pair]) -> dict[Pair, float]:
    """The candidates among what has no partner yet: the partner first thought of may have gone to another."""
    loose_old = _without(range(len(sides.old)), (i for i, _ in pairs), sides.old)
    loose_new = _without(range(len(sides.new)), (j for _, j in pairs), sides.new)
    return _far(sides, loose_old, loose_new) | _equal_elsewhere(sides, loose_old, loose_new)


def _gaps(pairs: Sequence[Pair], sides: _Sides) -> Iterator[tuple[range, range]]:
    edges = [(-1, -1), *pairs, (len(sides.old), len(sides.new))]
    for (i, j), (i2, j2) in pairwise(edges):
        if i2 - i > 1 and j2 - j > 1:
            yield range(i + 1, i2), range(j + 1, j2)


def _near(sides: _Sides, anchors: list[Pair]) -> dict[Pair, float]:
    """Alike units between the same two anchors, where the gap is small."""
    found: dict[Pair, float] = {}
    for olds, news in _gaps(anchors, sides):
        if len(olds) * len(news) <= costs.GAP_PAIRS:
            found |= _alike(sides, ((i, j) for i in olds for j in news), costs.PAIR_NEAR)
    return found


def _far(sides: _Sides, loose_old: list[int], loose_new: list[int]) -> dict[Pair, float]:
    """Alike units wherever they stand, by the rare words that they share, and rewritten ones on the same matter."""
    texts = [sides.old[i].bare for i in loose_old]
    others = [sides.new[j].bare for j in loose_new]
    nearest = candidates(texts, others, best=costs.LOOKUP_BEST, common=costs.LOOKUP_COMMON)
    shares = {(i, loose_new[k]): share for i, found in zip(loose_old, nearest, strict=True) for k, share in found}
    return _same_matter(sides, shares) | _alike(sides, shares, costs.PAIR_LIKE)


def _same_matter(sides: _Sides, shares: dict[Pair, float]) -> dict[Pair, float]:
    """Pairs that share few words but more, by far, than either unit shares with any other."""
    olds: dict[int, list[float]] = defaultdict(list)
    news: dict[int, list[float]] = defaultdict(list)
    for (i, j), share in shares.items():
        olds[i].append(share)
        news[j].append(share)

    def leads(share: float, all_shares: list[float]) -> bool:
        return sum(other * costs.MATTER_LEAD > share for other in all_shares) == 1

    return {
        (i, j): costs.MATTER_WEIGHT + share / 2
        for (i, j), share in shares.items()
        if share >= costs.MATTER_SHARE
        and min(len(sides.old[i].bare), len(sides.new[j].bare)) >= costs.MOVE_SHORT
        and leads(share, olds[i])
        and leads(share, news[j])
    }


def _alike(sides: _Sides, pairs: Iterable[Pair], least: float) -> dict[Pair, float]:
    scored = {(i, j): _score(sides.old[i], sides.new[j], least) for i, j in pairs if sides.old[i].bare and sides.new[j].bare}
    return {pair: score for pair, score in scored.items() if score >= least}


def _not_far_behind(scores: dict[Pair, float]) -> dict[Pair, float]:
    best_old: dict[int, float] = defaultdict(float)
    best_new: dict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        best_old[i] = max(best_old[i], score)
        best_new[j] = max(best_new[j], score)
    return {(i, j): s for (i, j), s in scores.items() if s >= max(best_old[i], best_new[j]) - costs.PAIR_BEHIND}


# ---- order ----


def _chain(sides: _Sides, scores: dict[Pair, float], anchors: set[Pair]) -> list[Pair]:
    """The heaviest sequence of pairs that keeps both orders: by count, not by length, so that one long unit that moved
    over a list of short ones is told as moved, and not the list."""
    many = Counter(unit.text for unit in sides.old) + Counter(unit.text for unit in sides.new)
    heights = len(sides.old) or 1, len(sides.new) or 1

    def weight(i: int, j: int) -> float:
        unit = sides.old[i]
        repeated = len(unit.bare) < costs.MOVE_SHORT and many[unit.text] > 2 and (i, j) not in anchors
        whole = costs.WEIGHT_REPEATED if repeated else 1.0
        rooted = costs.WEIGHT_ROOTED if len(unit.bare) < costs.MOVE_SHORT else 0.0
        return whole * scores[i, j] + rooted - costs.WEIGHT_FAR * abs(i / heights[0] - j / heights[1])

    return _heaviest([(i, j, weight(i, j)) for i, j in scores])


def _heaviest(weighted: list[tuple[int, int, float]]) -> list[Pair]:
    """The strictly increasing sequence of pairs of the greatest weight, in n log n (a Fenwick tree of best endings)."""
    weighted = sorted(weighted, key=lambda p: (p[0], -p[1]))
    rank = sorted({j for _, j, _ in weighted})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(rank) + 1)
    before = [-1] * len(weighted)
    top = (0.0, -1)
    for n, (_, j, weight) in enumerate(weighted):
        at = bisect_left(rank, j)
        best, before[n] = _best_before(tree, at)
        ending = (best + weight, n)
        top = max(top, ending, key=lambda e: e[0])
        _note(tree, at + 1, ending)
    found: list[Pair] = []
    n = top[1]
    while n >= 0:
        found.append(weighted[n][:2])
        n = before[n]
    return found[::-1]


def _best_before(tree: list[tuple[float, int]], at: int) -> tuple[float, int]:
    best = (0.0, -1)
    while at > 0:
        if tree[at][0] > best[0]:
            best = tree[at]
        at -= at & -at
    return best


def _note(tree: list[tuple[float, int]], at: int, ending: tuple[float, int]) -> None:
    while at < len(tree):
        if ending[0] > tree[at][0]:
            tree[at] = ending
        at += at & -at


# ---- moves ----


def _moves(sides: _Sides, scores: dict[Pair, float], kept: list[Pair]) -> list[Pair]:
    """Alike pairs that break the order, the surest first; a short one only beside a moved one."""
    free = _Free({i for i, _ in kept}, {j for _, j in kept})
    crossing = sorted((-score, abs(i - j), i, j) for (i, j), score in scores.items() if score >= costs.MOVE_LIKE)
    moved: list[Pair] = []
    for _, _, i, j in crossing:
        if free(i, j) and _may_move(sides, i, j):
            moved.append(free.take(i, j))
    for i, j in moved:  # grows while it is read: a block moves as a whole
        for a, b in ((i - 1, j - 1), (i + 1, j + 1)):
            inside = 0 <= a < len(sides.old) and 0 <= b < len(sides.new)
            if inside and free(a, b) and _beside(sides.old[a], sides.new[b]):
                moved.append(free.take(a, b))
    return moved


def _may_move(sides: _Sides, i: int, j: int) -> bool:
    """Whether an alike pair may be told as moved: long enough, and enough of it still stands."""
    old, new = sides.old[i], sides.new[j]
    return min(len(old.bare), len(new.bare)) >= costs.MOVE_SHORT and _stays(old, new)


def _beside(old: _Unit, new: _Unit) -> bool:
    """Whether two lines beside moved ones moved with them."""
    return _score(old, new, costs.BLOCK_LIKE) >= costs.BLOCK_LIKE and _stays(old, new)


def _stays(old: _Unit, new: _Unit) -> bool:
    return old.text == new.text or kept_share(diff(old.text, new.text)) >= costs.MOVE_KEPT


@dataclass(frozen=True, slots=True)
class _Free:
    """Which units have no partner yet."""

    old: set[int]
    new: set[int]

    def __call__(self, i: int, j: int) -> bool:
        return i not in self.old and j not in self.new

    def take(self, i: int, j: int) -> Pair:
        self.old.add(i)
        self.new.add(j)
        return i, j


def _fill(sides: _Sides, kept: list[Pair], moved: list[Pair]) -> list[Pair]:
    """What is left between two kept pairs: alike ones whose better partner went elsewhere, and blank lines."""
    free = _Free({i for i, _ in moved}, {j for _, j in moved})
    found = list(kept)
    for olds, news in _gaps(kept, sides):
        olds_left = [i for i in olds if i not in free.old]
        news_left = [j for j in news if j not in free.new]
        if len(olds_left) * len(news_left) <= costs.GAP_PAIRS:
            scored = ((i, j, _score(sides.old[i], sides.new[j], costs.PAIR_NEAR)) for i in olds_left for j in news_left)
            found += _heaviest([(i, j, s) for i, j, s in scored if s >= costs.PAIR_NEAR])
    return sorted(found)


def _least_moved(sides: _Sides, scores: dict[Pair, float], kept: list[Pair], moved: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The same pairs, as few of them moved as can be; of as few, lines such as headings stay and the shorter text moved."""
    if not moved:
        return kept, moved
    fixed = {(i, j) for i, j in kept if scores.get((i, j), 0.0) < costs.MOVE_LIKE or not _may_move(sides, i, j)}
    pairs = [*kept, *moved]
    above_all = 1 + max(len(sides.old[i].text) for i, _ in pairs)
    sizes = {(i, j): above_all if _is_line(sides.old[i]) else len(sides.old[i].text) for i, j in pairs}
    whole = sum(sizes.values()) + 1

    def weight(pair: Pair) -> float:
        return (len(pairs) if pair in fixed else 1) + sizes[pair] / whole

    stay = _heaviest([(*pair, weight(pair)) for pair in pairs])
    return stay, sorted({*pairs} - {*stay})


def _is_line(unit: _Unit) -> bool:
    """A heading, a date, a name: what no one takes from among the sentences and puts elsewhere."""
    return len(unit.text) < costs.TITLE_LONG and not _SENTENCE_END.search(unit.text)


# ---- rows ----


def _rows(old: Sequence[Span], new: Sequence[Span], kept: list[Pair], moved: list[Pair]) -> Iterator[TextChange]:
    partner = {j: (i, False) for i, j in kept} | {j: (i, True) for i, j in moved}
    gone = set(range(len(old))) - {i for i, _ in partner.values()}
    after = -1  # dropped units up to here are told
    stops = iter([*kept, (len(old), len(new))])
    stop = next(stops)[0]
    yield from _dropped(old, gone, after, stop)
    for j, span in enumerate(new):
        i, has_moved = partner.get(j, (-1, False))
        yield _pair(old[i], span, has_moved) if i >= 0 else _one(None, span)
        if i >= 0 and not has_moved:
            after, stop = stop, next(stops)[0]
            yield from _dropped(old, gone, after, stop)


def _dropped(old: Sequence[Span], gone: set[int], after: int, stop: int) -> Iterator[TextChange]:
    return (_one(old[i], None) for i in range(after + 1, stop) if i in gone)


def _one(old: Span | None, new: Span | None) -> TextChange:
    span = old or new
    text = span.text if span else ""
    edits = (Edit(op="delete" if old else "insert", text=text),)
    return TextChange(kind="dropped" if old else "added", moved=False, old=old, new=new, similarity=0.0, edits=edits)


def _pair(old: Span, new: Span, moved: bool) -> TextChange:
    edits = diff(old.text, new.text)
    if old.text == new.text:
        return TextChange(kind="equal", moved=moved, old=old, new=new, similarity=1.0, edits=edits)
    similarity = round(likeness(old.text, new.text), 4)
    return TextChange(kind="changed", moved=moved, old=old, new=new, similarity=similarity, edits=edits)
