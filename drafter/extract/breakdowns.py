"""Which figure a breakdown divides: 分地区看, 城区40件、郊区36件; 甲、乙分别为12件、7件."""

import re
from collections.abc import Sequence

from drafter.extract.outcomes import acts
from drafter.extract.rows import MOST_PARTS, Figure, may_be_part
from drafter.extract.sums import closing
from drafter.model.metric import number
from drafter.text.pattern import lazy

_BODY = lazy("[^各两级]局|委员会|厅").search
# Nouns that are said of everything: what they share with another figure is no sign.
_ANYTHING = ("案件", "事项", "文件", "人员", "问题", "单位", "情况", "企业", "项目", "数量", "机构", "组织", "资金", "金额")


def divided(figures: Sequence[Figure], at: int, before: Sequence[Figure]) -> Figure | None:
    """The total of 分地区看 and its like: the figure that the list adds up to, else the nearest; of 立案60件，办结52件 the first."""
    fitting = [figure for figure in reversed(before) if figure.depth <= figures[at].depth and may_be_part(figures[at], figure)]
    listed = [figure for figure in figures[at : at + MOST_PARTS] if not figure.aside]
    exact = next((figure for figure in fitting if closing(listed, figure)), None)
    if exact or not fitting:
        return exact
    begun = fitting[1:2] if acts(fitting[0]) == {"审结"} else []
    return next((figure for figure in begun if acts(figure) & {"受理", "处罚"}), fitting[0])


def shared_out(run: Sequence[Figure], subject: str, before: Sequence[Figure], *, leading: bool) -> Figure | None:
    """The total of 甲、乙分别为12件、7件: a figure that they add up to, or one of the same noun that they do not exceed.

    `subject` is what stands before 分别为; where they are said to be `leading` (婚姻、邻里两类最多) they are some of all; bodies that did the same (甲局、乙局分别立案12件、7件) need no noun.
    """
    reached = sum(number(part.metric) for part in run)
    for total in reversed(before):
        if len(run) > 1 and all(may_be_part(part, total) for part in run) and reached <= number(total.metric):
            beside = total.segment == run[0].segment
            if reached == number(total.metric) or (beside and (leading or _of_one_kind(run[0], subject, total))):
                return total
    return None


def _of_one_kind(first: Figure, subject: str, total: Figure) -> bool:
    if _BODY(subject) and _BODY(total.clause):  # one body beside another, none is a part of the other
        return False
    noun = subject[-4:] if subject.endswith(_ANYTHING) else subject[-2:]
    said = total.gap[-16:] + total.rest
    return len(noun) > 1 and (noun in said or bool(re.search("[部局委]门?$", subject) and acts(first) & acts(total)))
