"""A target of last year's plan, and the figure by which NEW says what came of it."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.compare import costs
from drafter.compare.evidence import Weights, units_meet
from drafter.compare.views import Grams, View, grams
from drafter.compare.vocabulary import GROWTH
from drafter.model.metric import Metric, lowest, number
from drafter.text.normalize import fold
from drafter.text.pattern import lazy
from drafter.text.units import dimension, same_unit

_AT_MOST = lazy(
    r"(?:不超过|不高于|降(?:到|至|低到|低至)|控制在|压(?:减|缩)(?:到|至)|缩短(?:到|至)|减(?:少)?(?:到|至)|低于)[^,。;]{0,4}$"
)
_AT_MOST_AFTER = lazy(r"^(?:以下|以内|之内)")
# So many for each of a kind is never the sum of all; 每季度, 每年 say how often.
_EACH = lazy(r"同一|每(?!季|年|月|周|半年|两年|天|日|次|个(?:月|季|工作))")
_EACH_TOLD = lazy(r"同一|每|均|全部|全都|各(?:有|配)|逐个")
_SHARE = lazy(r"(?:率|占比|比例|比重)(?:\(目标\)|（目标）)?$")
_RATE = lazy(r"^(?:力争|确保|实现|保持|全[市县区省]|以上|以下|、)*([^、]{2,12}?)率")


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
            if _may(target, v) and _of_one_matter(target, v, weights) and _of_one_subject(target, v, weights)
        ),
        key=lambda r: (-r[0], r[1]),
    )
    if not ranked or ranked[0][0] < costs.TARGET_LIKE:
        only = _only(target, figures, weights)
        return _told(target, only, costs.ONLY_ONE, old_text) if only else None
    score, _, view = ranked[0]
    return _told(target, view, score, old_text)


def _told(target: View, view: View, score: float, old_text: str) -> Reported:
    """What a figure reports on a target; a rise does not meet a fall that was promised."""
    turned = target.role != "level" and view.role != "level" and target.down != view.down
    return Reported(view.metric, score, not turned and meets(target.metric, view.metric, old_text))


def through_last_year(
    target: View, last: Figures, partners: Mapping[int, View], weights: Weights, old_text: str
) -> Reported | None:
    """The figure of NEW that pairs with OLD's own figure on the target's matter: 拆除4万平方米 planned, 3.8万 last year, 拆违36500 now."""
    ranked = sorted(
        ((_like(target, v, weights), -v.index, v) for v in last.sharing(target) if _may(target, v)), key=lambda r: r[:2]
    )
    if not ranked or ranked[-1][0] < costs.MATTER_LIKE:
        return None
    view = partners.get(ranked[-1][2].index)
    return _told(target, view, costs.THROUGH, old_text) if view and _may(target, view) else None


def _may(target: View, view: View) -> bool:
    if view.role == "start" or not units_meet(target, view):
        return False
    if (view.role == "against" and target.role == "level") or _grows(view) != _grows(target):
        return False  # a fall of 6.6% is no rate of 6.6%
    if target.after and target.after not in view.name | view.own:
        return False  # 完成2件规章立法后评估: what is counted is told behind the figure
    if _EACH.search(target.words) and not _EACH_TOLD.search(view.words):
        return False
    return not (target.hotlines and view.hotlines and not target.hotlines & view.hotlines)


def _of_one_matter(target: View, view: View, weights: Weights) -> bool:
    """Whether the names share a rare word: 执法人员 and 全市 alone do not make two figures one matter.

    A name that the other has whole is shared too, the name of a rate that is part of the target's (败诉率), and of two changes
    the same way a thing of four characters (检查总量).
    """
    shared = (target.name | target.own) & (view.name | view.own)
    if target.quoted & view.named or _like(target, view, weights) >= costs.MATTER_LIKE:
        return True
    if len(target.name) > 1 and target.name <= view.name | view.own:
        return True
    if _is_rate(target) and _is_rate(view) and len(core := _core(view)) > 1 and core <= target.name:
        return True
    if _same_way(target, view) and len(target.name & view.name) >= costs.THING:
        return True
    return sum(weights.rare(gram) for gram in shared) >= costs.RARE_SHARED


def _grows(target: View) -> bool:
    """Whether it is the amount by which something is to change, or changed."""
    return target.role != "level" or bool(GROWTH.search(target.metric.label))


def _is_rate(view: View) -> bool:
    return dimension(view.metric.unit) == "share" and bool(_SHARE.search(view.metric.label))


def _core(view: View) -> Grams:
    """The grams of a rate's name without the word that says that it is one."""
    return grams(_SHARE.sub("", view.metric.label))


def _of_one_subject(target: View, view: View, weights: Weights) -> bool:
    """Whether a rate is one of the same things: 年报公示率 is no 处罚信息公示率, the word it begins with being rare."""
    subject = _subject(target, weights)
    return not subject or subject in view.name | view.own | view.around


def _subject(target: View, weights: Weights) -> str:
    """The rare word that the name of a rate begins with; empty where it is no rate or begins with a common word."""
    rate = _RATE.search(fold(target.metric.label)) if dimension(target.metric.unit) == "share" else None
    subject = rate.group(1)[:2] if rate else ""
    return subject if weights.rare(subject) else ""


def _only(target: View, figures: Figures, weights: Weights) -> View | None:
    """The one figure of NEW with a target's unit that ends in an uncommon word of its name; None where there is none or more.

    So 参训960人次 reports on 培训不少于900人次, and 企业年报率 on 年报公示率: the word before the figure, or before 率, is of
    the target's name, and of a rate it is the thing itself.
    """
    subject = _subject(target, weights)
    some = []
    for v in figures.sharing(target):
        if not _may(target, v) or v.role != target.role or not same_unit(target.metric.unit, v.metric.unit) or _clash(target, v):
            continue
        word = v.words.rstrip().removesuffix("率")[-2:]
        if word == subject if _is_rate(v) else _uncommon(word, target, weights) or _beside(target, v, weights):
            some.append(v)
    return some[0] if len(some) == 1 else None


def _uncommon(word: str, target: View, weights: Weights) -> bool:
    """Whether a word is of the target's name and not what every sentence says."""
    return word in target.name and weights.of((word,)) >= costs.UNCOMMON * weights.most


def _beside(target: View, view: View, weights: Weights) -> bool:
    """Whether a count is near its target and of a name that shares an uncommon word: 归集数据200万条, 归集办案信息214万条."""
    if dimension(view.metric.unit) in ("share", "points") or _near(target, view) < costs.NEAR_ENOUGH:
        return False
    if lowest(target.metric) < costs.SMALL_COUNT and not _EACH.search(target.words):
        return False  # small counts are near each other by chance
    return any(_uncommon(gram, target, weights) for gram in target.name & (view.name | view.own))


def _clash(target: View, view: View) -> int:
    """How many contrasts keep the two apart."""
    return sum(1 for x, y in zip(target.classes, view.classes, strict=True) if x and y and not x & y)


def _same_way(target: View, view: View) -> bool:
    return target.role == "change" and view.role in ("change", "against") and target.down == view.down


def _names(target: View, view: View, weights: Weights) -> float:
    """How alike the names are, whichever of the two looks at each is the better."""
    return max(
        weights.alike(target.name, view.name),
        weights.alike(target.own, view.own),
        weights.alike(target.name, view.own),
        weights.alike(target.own, view.name),
    )


def _near(target: View, view: View) -> float:
    """0..1: how near the figure is to its target. What is reported on one is seldom twice or half of it."""
    one, two = lowest(target.metric), lowest(view.metric)
    return max(0.0, 1 - abs(math.log(one / two)) / costs.NEAR_WITHIN) if one > 0 and two > 0 else 0.0


def _other_flow(target: View, view: View) -> float:
    """What came new is no level to be reached, and a level reached is not what was to come new."""
    flows = (target.flow, view.flow)
    if flows == ("new", "stock"):
        return costs.STOCK_AND_NEW
    return costs.TARGET_FLOW if "new" in flows and target.flow != view.flow else 0.0


def _like(target: View, view: View, weights: Weights) -> float:
    names = _names(target, view, weights)
    told = min(1.0, weights.of((target.name | target.own) & (view.name | view.own)) / costs.TOLD_ENOUGH)
    score = names * (0.6 + 0.4 * told) + 0.15 * weights.alike(target.around, view.around) - 0.25 * _clash(target, view)
    score += costs.SAME_WAY * _same_way(target, view) + costs.NEAR * _near(target, view)
    score += costs.QUOTED if target.quoted & view.named else 0.0
    return score - _other_flow(target, view)


def meets(target: Metric, reported: Metric, text: str) -> bool:
    """Whether a reported figure is at least, or where the plan says so at most, the target."""
    got = lowest(reported)
    return got <= number(target) if at_most(target, text) else got >= lowest(target)


def at_most(target: Metric, text: str) -> bool:
    """Whether the plan says that the figure is a limit not to be passed."""
    left = fold(text[max(0, target.start - 12) : target.start])
    right = fold(text[target.end : target.end + 4])
    return bool(target.approx == "以下" or _AT_MOST.search(left) or _AT_MOST_AFTER.search(right))
