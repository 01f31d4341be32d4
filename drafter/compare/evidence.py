"""What speaks for and against two figures being the same one, a year apart."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from drafter.compare import costs
from drafter.compare.views import Grams, View
from drafter.compare.vocabulary import KIND_ENDINGS, SUMMED
from drafter.model.metric import Metric
from drafter.text.normalize import letters
from drafter.text.units import dimension, loosely_same_unit, same_unit


class _Idf(dict[str, float]):
    """The weight of each gram; what stands in neither report weighs as a middling one."""

    def __missing__(self, gram: str) -> float:
        return 3.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How rare each gram is over both reports: what everybody says counts little.

    Weights are multiples of 1/2**20, so that sums of them are exact and the order of a set does not matter.
    """

    idf: dict[str, float]
    most: float = 0.0
    known: dict[Grams, float] = field(default_factory=dict, repr=False, compare=False)

    def rare(self, gram: str) -> bool:
        """Whether few sentences have a gram, as reports of this length go."""
        return self.idf.get(gram, 0.0) >= costs.RARE * self.most

    def of(self, some: Iterable[str]) -> float:
        """The weight of some grams together."""
        return sum(map(self.idf.__getitem__, some), 0.0)

    def whole(self, some: Grams) -> float:
        """The weight of all grams of a name, which is asked for again and again."""
        if (weight := self.known.get(some)) is None:
            weight = self.known[some] = self.of(some)
        return weight

    def alike(self, a: Grams, b: Grams) -> float:
        """0..1: shared weight against the weight of both (half) and of the shorter (half)."""
        shared = self.of(a & b)
        if not shared:
            return 0.0
        one, two = self.whole(a), self.whole(b)
        return shared / (one + two) + 0.5 * shared / min(one, two)


def weigh(everything: Iterable[Grams]) -> Weights:
    """Weights from how many figures have each gram around them."""
    counts: Counter[str] = Counter()
    total = 0
    for some in everything:
        counts.update(some)
        total += 1
    rarity = {n: round(math.log(1 + (total + 1) / (n + 0.5)) * 2**20) / 2**20 for n in set(counts.values())}
    idf = _Idf((g, rarity[n]) for g, n in counts.items())
    return Weights(idf, max(idf.values(), default=0.0))


def may_pair(a: View, b: View) -> bool:
    """Whether nothing forbids the pair outright: kind, unit, role, another hotline."""
    if a.metric.kind != b.metric.kind:
        return False
    roles = {a.role, b.role}
    if "start" in roles and len(roles) > 1:
        return False
    if "against" in roles and "level" in roles and not same_row(a, b):
        return False
    if a.hotlines and b.hotlines and not a.hotlines & b.hotlines:
        return False
    return units_meet(a, b)


def units_meet(a: View, b: View) -> bool:
    """Whether the units may count the same thing. 个百分点 and % only where both are changes (the % is then a slip)."""
    one, two = a.metric.unit, b.metric.unit
    if loosely_same_unit(one, two) or not one or not two:
        return True
    if one.startswith(f"{two}/") or two.startswith(f"{one}/"):
        return True  # 降至32微克 for 微克/立方米
    if {dimension(one), dimension(two)} == {"share", "points"}:
        return a.role != "level" and b.role != "level"
    return False


def likeness(a: View, b: View, weights: Weights) -> float:
    """Evidence of a pair from the two figures alone, without their neighbours; about 0..1, less where words exclude."""
    score = _called((a.name, a.own), (b.name, b.own), weights)
    if a.known or b.known:
        score = max(score, costs.OTHER_NAMES * _other_names(a, b, weights)) + _known(a, b)
    score += costs.AROUND * weights.alike(a.around, b.around) + costs.TITLES * weights.alike(a.titles, b.titles)
    score += costs.UNIT_SAME if same_unit(a.metric.unit, b.metric.unit) else costs.UNIT_LOOSE
    score += costs.ORDER * (1 - abs(a.order - b.order))
    score += costs.NAMED if a.named & b.named else 0.0
    return score + _computed(a.metric, b.metric) + _close(a, b) - _against(a, b) - _apart(a, b)


def _other_names(a: View, b: View, weights: Weights) -> float:
    """What `_called` says of the best of the other names that the ledger has for either."""
    mine = [_called((other, a.own), (b.name, b.own), weights) for other in a.others]
    theirs = [_called((a.name, a.own), (other, b.own), weights) for other in b.others]
    return max([*mine, *theirs], default=0.0)


def _called(a: tuple[Grams, Grams], b: tuple[Grams, Grams], weights: Weights) -> float:
    """Evidence from what two figures are called: each by its label and its own clause."""
    names = (
        weights.alike(a[0], b[0]),
        weights.alike(a[1], b[1]),
        weights.alike(a[0], b[1]),
        weights.alike(a[1], b[0]),
    )
    told = min(1.0, weights.of((a[0] | a[1]) & (b[0] | b[1])) / costs.TOLD_ENOUGH)
    name = costs.BEST_NAME * max(names) + (1 - costs.BEST_NAME) * min(names[:2])
    return costs.NAME * name * (costs.UNTOLD + (1 - costs.UNTOLD) * told)


def same_row(a: View, b: View) -> bool:
    """Whether the ledger knows both as one figure by different names: what an office wrote, and no two names that are just equal."""
    return bool(a.known & b.known) and a.name != b.name


def _known(a: View, b: View) -> float:
    """What the ledger says of the pair: less where a name is that of several rows, nothing new where both have the same name."""
    if same_row(a, b):
        return costs.KNOWN_SAME * len(a.known & b.known) / len(a.known | b.known)
    return -costs.KNOWN_OTHER if a.known and b.known and not a.known & b.known else 0.0


def _close(a: View, b: View) -> float:
    """Values near each other: most figures of a year are within a quarter of last year's. Rates are all near 100 and tell nothing."""
    one, two = _size(a.metric), _size(b.metric)
    if min(one, two) < costs.CLOSE_LEAST or dimension(a.metric.unit) in ("share", "points") or a.role != "level":
        return 0.0
    return costs.CLOSE * max(0.0, 1 - abs(math.log(one / two)) / costs.CLOSE_WITHIN)


def _computed(old: Metric, new: Metric) -> float:
    """The change that NEW states of its figure (比上年增加63件, 同比增长18.1%) leads from OLD's figure to it."""
    change = new.stated_change
    if change is None or change.kind not in ("count", "percent") or change.direction == "flat" or new.unit == "%":
        return 0.0
    before, after = _size(old), _size(new)
    if min(before, after) < costs.COMPUTED_LEAST:
        return 0.0
    stated = change.value if change.direction == "up" else -change.value
    got = after - before if change.kind == "count" else 100 * (after / before - 1)
    return costs.COMPUTED if abs(got - stated) <= (0.5 if change.kind == "count" else 0.06) else 0.0


def excluded(a: View, b: View) -> bool:
    """Whether words of the two exclude each other (新签约, 新开工)."""
    return any(x and y and not x & y for x, y in zip(a.classes, b.classes, strict=True)) or _summed(a, b) or _other_office(a, b)


def _other_office(a: View, b: View) -> bool:
    """Whether they are of two offices whose names share no word (区城管局, 区市场监管局)."""
    return bool(a.office) and bool(b.office) and not a.office & b.office


def _summed(a: View, b: View) -> bool:
    """Whether one is the sum of the other and something else (人大代表建议、政协提案406件, 政协提案243件)."""
    if "share" in (dimension(a.metric.unit), dimension(b.metric.unit)):
        return False  # the rate of both may be told for either
    return any(s and x and y and (x < y or y < x) for s, x, y in zip(SUMMED, a.classes, b.classes, strict=True))


def _against(a: View, b: View) -> float:
    """What the words say against it: classes that exclude each other, another period, another kind of change."""
    cost = sum(costs.CONTRAST for x, y in zip(a.classes, b.classes, strict=True) if x and y and not x & y)
    cost += _other_flow(a, b) if a.metric.kind == "target" else _other_time(a, b) + _other_flow(a, b)
    if (a.section == "problems") != (b.section == "problems"):
        cost += costs.ADMITTED_ALIKE if a.name == b.name else costs.ADMITTED
    cost += _swapped(a.words, b.words)
    if a.shade and b.shade and a.shade != b.shade:
        cost += costs.SHADE
    if a.reach and b.reach and a.reach != b.reach:
        cost += costs.REACH
    if a.parts != b.parts and (a.parent is None) != (b.parent is None):
        cost += costs.WHOLE_AND_PART
    if a.rest != b.rest:
        cost += costs.REST
    if _one_of(a, b) or _one_of(b, a):
        cost += costs.ONE_OF_JOINED
    if a.undone != b.undone and not a.section == b.section == "problems":
        cost += costs.UNDONE
    if a.role != b.role:
        cost += costs.OTHER_ROLE
    if a.role == b.role != "level" and a.down != b.down:
        cost += costs.OTHER_WAY
    return cost


def _one_of(a: View, b: View) -> bool:
    """Whether the name of one is but one of the things that the other joins: 代表建议 of 代表建议和政协提案."""
    if not a.joined or b.joined:
        return False
    name = letters(b.words.split(" ", 1)[0])
    return any(len(name) >= costs.JOINED_LEAST and (thing.endswith(name) or name.endswith(thing)) for thing in a.joined)


def _other_time(a: View, b: View) -> float:
    """Several years against one, or what lies ahead against what was. A level reached over years is also the last year's."""
    if a.period == b.period or {a.period, b.period} == {"year", ""}:
        return 0.0
    if "ahead" in (a.period, b.period):
        return costs.OTHER_PERIOD
    level = a.level if a.period == "many" else b.level
    return 0.0 if level else costs.OTHER_PERIOD


def _other_flow(a: View, b: View) -> float:
    flows = {a.flow, b.flow}
    reached = any(v.flow == "" and (v.grown or v.level) for v in (a, b))
    if flows == {"stock", "new"} or (flows == {"new", ""} and reached):
        return costs.STOCK_AND_NEW
    return (costs.STOCK_ALONE if "stock" in flows else costs.NEW_ALONE) if a.flow != b.flow else 0.0


def _swapped(a: str, b: str) -> float:
    """What speaks against names that are one but for a word in the middle: then it is that word that counts.

    Most where the word says of which kind it is (一般性转移支付, 均衡性转移支付); nothing where both words share a character
    (受惠企业, 惠及企业), for then one is the other in other words.
    """
    one, two = (letters(w.split(" ", 1)[0]) for w in (a, b))
    head = next((i for i, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))
    tail = next((i for i, (x, y) in enumerate(zip(reversed(one), reversed(two), strict=False)) if x != y), 0)
    rest = (one[head : len(one) - tail], two[head : len(two) - tail])
    if head < 2 or tail < 2 or not all(1 <= len(r) <= 5 for r in rest) or set(rest[0]) & set(rest[1]):
        return 0.0
    return costs.SWAPPED_KIND if one[len(one) - tail] in KIND_ENDINGS else costs.SWAPPED


def _apart(a: View, b: View) -> float:
    """How far the values are apart beyond a factor that a year may bring."""
    one, two = _size(a.metric), _size(b.metric)
    if not one or not two or a.metric.kind == "rank":
        return 0.0
    return costs.VALUE * min(costs.VALUE_MOST, max(0.0, abs(math.log(one / two)) - costs.VALUE_FREE))


def far_apart(a: View, b: View) -> bool:
    """Whether the values of two counts in one unit are further apart than all but few figures move in a year."""
    one, two = _size(a.metric), _size(b.metric)
    counted = (
        a.metric.kind != "rank"
        and dimension(a.metric.unit) not in ("share", "points")
        and same_unit(a.metric.unit, b.metric.unit)
    )
    return counted and min(one, two) > 0 and abs(math.log(one / two)) > costs.VALUE_FREE


def _size(m: Metric) -> float:
    value = m.value
    return abs(sum(value) / 2 if isinstance(value, tuple) else float(value))
