"""Parts without 其中: by what was done with the total, by a rate that follows, by whose part it is."""

import re
from collections.abc import Mapping, Sequence

from drafter.extract.change import CHANGED_TO
from drafter.extract.outcomes import acts, told_by
from drafter.extract.rows import OWNER, REACH, Figure, Pairs, Row, may_be_part
from drafter.extract.standing import Standing
from drafter.model.metric import number
from drafter.text.pattern import lazy

_WIDE = lazy(r"全[市县区省州旗盟系国]|各级|两级|三级|[市县区]域内")
# Rates of a flow or of conduct say nothing of parts: 排查5260起，化解5172起，化解率98.3%.
_FLOW_RATE = lazy(r"(?:成功|化解|调处|办结|结案|审结|受理|出庭|应诉|满意|回复|办复)率[^,。;]{0,6}$")
_CHANGE_RATE = lazy(r"(?:增长|下降|提高|降低|上升|减少)\D{0,3}$")
_EACH = lazy("(?:分别|各|依次)占")
_SOME = lazy(r"^(?:已|仍|尚|还|只|仅)有$")
_HEADLESS = lazy(
    r"(?:^|[,;:])[^,;:、]{1,20}(?<![年期月])的(?:共?有|[为共占仅达]|只有)?$|[,;:][^,;:、]{2,16}占了?$|(?:扣除|剔除|除去)[^,;]{1,16},?[后外],?(?:[为有共]|实有)?$"
)
_LEFT_OUT = lazy("[,;]除了?$").search
_LACKING = frozenset("的有为共占仅达了除后外,")  # what ends the words before such a figure
_ADDED = ("连同", "加上")  # 受理45件，连同上年结转的6件
# A round rate of fewer figures than these may be chance.
_TELLING = 20


def outcomes(row: Row, known: Mapping[str, str]) -> Pairs:
    """发现问题161个，完成整改150个: see `outcomes.py`. Past parts and stages that tell no such total, and past the full stop where this sentence has none."""
    for at, part in enumerate(row.figures):
        rules = told_by(part) if not part.aside else []
        if not rules:
            continue
        near = [f for f in reversed(row.figures[max(0, at - REACH) : at]) if may_be_part(part, f)]
        far = [f for f in reversed(row.before) if may_be_part(part, f)] if all(f.metric.id in known for f in near) else []
        last = next((f for f in reversed(row.figures[:at]) if not f.aside), None)
        for total in (*_past_list(near, last, known), *far):
            told = [rule for rule in rules if rule.total.search(total.said[-40:]) and rule not in told_by(total)]
            if any(not rule.adjacent or total is row.figures[at - 1] for rule in told):
                yield part, total
                break
            if total.metric.id not in known and not acts(total) and total in near:
                break


def _past_list(near: list[Figure], last: Figure | None, known: Mapping[str, str]) -> list[Figure]:
    """其中一审212件、二审86件，败诉18件: behind a list what was done is told of the whole."""
    whole = known.get(last.metric.id) if last and last.gap[:1] == "、" else None
    if whole:
        return next((near[k:] for k, figure in enumerate(near) if figure.metric.id == whole), near)
    return near


def headless(row: Row, known: Mapping[str, str]) -> Pairs:
    """执法队员34名，取得证件的26名; 向34个乡镇赋权，已有17个乡镇办案: what has no noun of its own, or the noun of the total."""
    done: set[str] = set()
    for at, part in enumerate(row.figures):
        if part.gap[-1:] not in _LACKING or part.clause.startswith(_ADDED):
            continue
        same = bool(_SOME.search(part.clause)) and len(part.rest) > 1
        if part.aside or CHANGED_TO.match(part.gap) or not (same or _lacks_noun(part)):
            continue
        near = (f for f in reversed(row.figures[max(0, at - REACH) : at]) if f.metric.id not in done and may_be_part(part, f))
        total = next((f for f in near if f.metric.id not in known), None)
        if total and total.segment == part.segment and (not same or total.rest[:2] == part.rest[:2]):
            done.add(part.metric.id)
            yield part, total


def _lacks_noun(part: Figure) -> bool:
    """取得证件的26名; 除3项需要继续整改外."""
    return bool(_LEFT_OUT(part.gap[-3:]) if part.rest else _HEADLESS.search(part.gap[-24:]))


def confirmed(row: Row, _known: Mapping[str, str]) -> Pairs:
    """审结412件，纠错47件，纠错率11.4%: the rate that follows says of what the figure before it is a part."""
    for at, rate in enumerate(row.figures):
        if not _is_exact_rate(rate) or at < 1 or _FLOW_RATE.search(rate.gap) or _CHANGE_RATE.search(rate.gap[-12:]):
            continue
        count = _rates_from(row, at) if _EACH.search(rate.gap) else 1
        parts, rates = row.figures[max(0, at - count) : at], row.figures[at : at + count]
        if any(part.aside or part.metric.approx for part in parts):
            continue
        before = row.before if (at == count and "占" in rate.gap) or count > 1 else ()
        for total in reversed((*before, *row.figures[max(0, at - REACH) : at - len(parts)])):
            if all(_is_share(part, total, each) for part, each in zip(parts, rates, strict=False)):
                yield from ((part, total) for part in parts)
                break


def _is_exact_rate(figure: Figure) -> bool:
    metric = figure.metric
    return metric.unit == "%" and not metric.approx and not isinstance(metric.value, tuple)


def _rates_from(row: Row, at: int) -> int:
    """How many rates stand side by side from figure `at` on: 分别占40%、30%和20%."""
    following = row.figures[at : at + REACH // 2]
    return next(
        (k for k, f in enumerate(following) if not _is_exact_rate(f) or (k and f.gap[:1] not in "、和及与")), len(following)
    )


def _is_share(part: Figure, total: Figure, rate: Figure) -> bool:
    return may_be_part(part, total) and not total.metric.approx and _makes(part.metric, total.metric, rate.metric)


def _makes(part: Standing, total: Standing, rate: Standing) -> bool:
    """Whether part / total, or what is left of it, is the rate as far as it is printed; a round rate of small figures may be chance."""
    decimals = len(rate.text.partition(".")[2].rstrip("%％"))
    share = 100 * number(part) / number(total) if number(total) else 0.0
    fits = any(abs(value - number(rate)) <= 0.5 * 10**-decimals + 1e-9 for value in (share, 100 - share))
    return fits and number(part) < number(total) and (decimals > 0 or number(part) >= _TELLING)


def owned(row: Row, _known: Mapping[str, str]) -> Pairs:
    """全省受理9968件，审结9405件。省政府本级受理458件: what one level or body did of what all did, the same act told."""
    owner, owner_at = None, -1
    for at, part in enumerate(row.figures):
        if (found := OWNER.search(part.gap[-30:])) and not _WIDE.search(part.clause):
            owner, owner_at = found, at
        elif owner_at < at - 1 or part.gap[:1] not in (",", "、"):
            owner = None
        if owner and not part.aside:
            told = reversed(_of_all(row, owner_at, owner))
            total = next((f for f in told if acts(part) & acts(f) and may_be_part(part, f)), None)
            if total:
                yield part, total


def _of_all(row: Row, at: int, owner: re.Match[str]) -> Sequence[Figure]:
    """The figures before that of the owner, number `at`, from the first on that is told of all: 全市, 各级."""
    earlier = (*row.before, *row.figures[:at])[-REACH:]
    if owner["level"] in ("部门", "系统"):  # a department's figure in a sentence of its own stands for itself
        earlier = tuple(f for f in row.figures[max(0, at - REACH) : at] if f.segment == row.figures[at].segment)
    if at == 0 and (owner["level"] == "本级" or "其中" in owner.group()):
        return earlier
    return earlier[next((k for k, f in enumerate(earlier) if _WIDE.search(f.gap)), len(earlier)) :]
