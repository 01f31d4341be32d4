"""Parts and totals, added up. The text may leave out a kind or count one twice: the words ask, they do not judge."""

import re
from itertools import combinations, groupby

from drafter.check.made import Given, Remark
from drafter.check.numbers import shown
from drafter.model.metric import Metric, exact, number
from drafter.text.quotes import quoted

_REST = re.compile(r"其他|其它|其余")
# Kinds that cut across each other: such parts may well come to more than the total.
_OVERLAPPING = re.compile(r"女|党员|岁|少数民族|学历|学位|专业背景|兼|涉企|涉外|网上|线上|当场")
# A list this close to its total (2 %) was meant to be whole; a list of examples falls far shorter.
_NEAR = 0.02
# A list of four kinds or more reads as complete, unless much of the total is left.
_LONG, _MISSING = 4, 0.25


def sums(given: Given) -> list[Remark]:
    """Parts that do not add up to their total, where the text says or suggests that it names them all."""
    found = []
    by_id = {metric.id: metric for metric in given.metrics}
    parts = sorted((m for m in given.metrics if m.parent in by_id), key=lambda m: (m.parent or "", m.start))
    for parent, members in groupby(parts, key=lambda m: m.parent):
        if remark := _sum(by_id[parent or ""], list(members)):
            found.append(remark)
    return sorted(found, key=lambda remark: remark.start or 0)


def _sum(total: Metric, parts: list[Metric]) -> Remark | None:
    if not exact(total) or not all(map(exact, parts)):
        return None
    left = _after_closed_lists(total, parts)
    reached, whole = sum(map(number, left)), number(total)
    if len(left) < 2 or reached == whole or _explained(reached, parts[: len(parts) - len(left)]):
        return None
    graded = _grade(whole, reached, left)
    if graded is None:
        return None
    level, weight, ask = graded
    listed = "、".join(f"{part.label}{part.text}" for part in left)
    over = f"分项之和多出{shown(reached - whole)}{total.unit}" if reached > whole else f"相差{shown(whole - reached)}{total.unit}"
    said = f"{quoted(total.label + total.text, 60)}与所列各项（{listed}）之和{shown(reached)}{total.unit}不相符，{over}"
    return Remark(kind="sum", level=level, weight=weight, start=total.start, end=left[-1].end, message=f"{said}{ask}")  # type: ignore[arg-type]


def _grade(whole: float, reached: float, parts: list[Metric]) -> tuple[str, int, str] | None:
    """(level, weight, what to ask), None where the list need not be whole."""
    if reached > whole:
        if any(_OVERLAPPING.search(part.label) for part in parts):
            return "verify", 62, "。各项如有交叉，可不改；否则请核对总数和分项数。"
        return "must", 92, "，请核对总数和分项数。"
    if any(_REST.search(part.label) for part in parts):
        return "must", 90, "，请核对总数和分项数。"
    gap = (whole - reached) / whole
    if gap <= _NEAR:
        return "verify", 78, "。各项相加接近总数，请核对总数和分项数；如系列举部分项目，可不改。"
    if len(parts) >= _LONG and gap <= _MISSING:
        return "verify", 60, "。如系列举部分项目，可不改；如系全部分项，请核对。"
    return None


def _after_closed_lists(total: Metric, parts: list[Metric]) -> list[Metric]:
    """One total may be broken down twice (依申请…；行政许可…): what follows a list that adds up is another list."""
    left: list[Metric] = []
    for part in parts:
        left.append(part)
        if sum(map(number, left)) == number(total):
            left = []
    return left


def _explained(reached: float, before: list[Metric]) -> bool:
    """The second list breaks down some of the first one's parts: 对企业640项、对个人210项、对单位95项，其中… (850 in all)."""
    few = before[:8]
    return any(sum(map(number, chosen)) == reached for count in range(1, len(few)) for chosen in combinations(few, count))
