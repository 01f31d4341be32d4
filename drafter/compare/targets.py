"""A target of last year's plan, and the figure by which NEW says what came of it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.compare import costs
from drafter.compare.evidence import View, Weights, units_meet
from drafter.model.metric import Metric, lowest, number
from drafter.text.normalize import fold

_AT_MOST = re.compile(
    r"(?:不超过|不高于|降(?:到|至|低到|低至)|控制在|压(?:减|缩)(?:到|至)|缩短(?:到|至)|减(?:少)?(?:到|至)|低于)[^,。;]{0,4}$"
)
_AT_MOST_AFTER = re.compile(r"^(?:以下|以内|之内)")


@dataclass(frozen=True, slots=True)
class Reported:
    """The figure of NEW that answers a target: how alike they are, and whether it meets it."""

    metric: Metric
    score: float
    met: bool


class Figures:
    """The figures of NEW that may report on a target, found by the grams of their names."""

    def __init__(self, some: Sequence[View]) -> None:
        self.some = some
        self.holders: dict[str, list[int]] = defaultdict(list)
        for k, view in enumerate(some):
            for gram in sorted(view.name | view.own):
                self.holders[gram].append(k)

    def sharing(self, target: View) -> list[View]:
        """Those that share a gram of their name with a target, in text order."""
        return [self.some[k] for k in sorted({k for gram in target.name | target.own for k in self.holders.get(gram, ())})]


def best_reported(target: View, figures: Figures, weights: Weights, old_text: str) -> Reported | None:
    """The figure of NEW that most likely reports on a target; None where none is like enough."""
    ranked = sorted(
        (
            (_like(target, v, weights), -v.index, v)
            for v in figures.sharing(target)
            if _may(target, v) and _of_one_matter(target, v, weights)
        ),
        key=lambda r: (-r[0], r[1]),
    )
    if not ranked or ranked[0][0] < costs.TARGET_LIKE:
        return None
    score, _, view = ranked[0]
    return Reported(view.metric, score, meets(target.metric, view.metric, old_text))


def _may(target: View, view: View) -> bool:
    if view.role in ("start", "against") or not units_meet(target, view):
        return False
    return not (target.hotlines and view.hotlines and not target.hotlines & view.hotlines)


def _of_one_matter(target: View, view: View, weights: Weights) -> bool:
    """Whether the names share a rare word: 执法人员 and 全市 alone do not make two figures one matter."""
    shared = (target.name | target.own) & (view.name | view.own)
    return sum(weights.rare(gram) for gram in shared) >= costs.RARE_SHARED


def _like(target: View, view: View, weights: Weights) -> float:
    names = max(
        weights.alike(target.name, view.name),
        weights.alike(target.own, view.own),
        weights.alike(target.name, view.own),
        weights.alike(target.own, view.name),
    )
    told = min(1.0, weights.of((target.name | target.own) & (view.name | view.own)) / costs.TOLD_ENOUGH)
    clash = sum(1 for x, y in zip(target.classes, view.classes, strict=True) if x and y and not x & y)
    return names * (0.6 + 0.4 * told) + 0.15 * weights.alike(target.around, view.around) - 0.25 * clash


def meets(target: Metric, reported: Metric, text: str) -> bool:
    """Whether a reported figure is at least, or where the plan says so at most, the target."""
    got = lowest(reported)
    left = fold(text[max(0, target.start - 12) : target.start])
    right = fold(text[target.end : target.end + 4])
    if target.approx == "以下" or _AT_MOST.search(left) or _AT_MOST_AFTER.search(right):
        return got <= number(target)
    return got >= lowest(target)
