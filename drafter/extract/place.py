"""Where a figure stands: the clause around it, the figure before it, and the names that are known by then."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from drafter.extract import clause, trim
from drafter.extract.standing import Standing
from drafter.extract.words import CARRIED, COMPARING
from drafter.text.pattern import any_of, lazy

_FURTHEST = 240
_SHORT = 14
_STEPS = 8
_WHOLE = 16
_COMPARED = lazy(
    rf"(?:同比|环比|较|(?<![占对])比|与)[^,。;]*?(?P<verb>{COMPARING})了?$|^(?:再|又|各|分别|累计|年均)?(?P<only>{COMPARING})了?$"
).search
_CHANGES = tuple(COMPARING.split("|"))
_SIZE = lazy("(?:标的额|金额|面积|总投资)(?:达到?|为|约|近|超过?)?$").search
_DEALT_WITH = lazy("(?:主持|专题|集中)*(?:研究|审议|听取)").match
_ACTED = lazy(rf"[^、]{{2,10}}(?:局|办|委|厅|部门|机构|政府|中心)(?P<verb>{any_of(CARRIED)})(?=.{{2}})").match
_MANNER = lazy("^(?:方式|形式|办法|途径|渠道)|^(?:部门|单位|机关)(?:共同|联合)?(?:开展|实施)(?=.{4})").sub
BREAK = lazy(r"[。\n]").search
TIMES = ("个工作日", "工作日", "天", "日", "小时", "个小时", "分钟", "个月")
_RATES = ("%", "个百分点")
_SAID_OF_ANOTHER = (*_RATES, *TIMES, "年")


@dataclass(frozen=True, slots=True)
class Naming:
    """What names are made from: the folded text, the figures, part → total, sentences, and headings (start, end, title)."""

    text: str
    metrics: tuple[Standing, ...]
    parents: dict[str, str]
    sentences: tuple[tuple[int, int], ...]
    headings: tuple[tuple[int, int, str], ...]


class Place(NamedTuple):
    """Figure `at` in its clause: `raw` is what stands before it, `head` the same trimmed, `rest` what stands after it.

    `near` is the figure before in the sentence and `own` its name, `last` the name of the figure that a bare verb or a
    rate refers to (the total of `near`, or `near` itself), `total` that of this figure's total; "" where there is none.
    """

    given: Naming
    names: dict[str, str]
    at: int
    metric: Standing
    raw: str
    head: str
    rest: str
    near: Standing | None
    own: str
    last: str
    total: str

    @property
    def rest_of_clause(self) -> str:
        """What follows the figure up to the next stop, figures in it included."""
        return self.given.text[self.metric.end : self.metric.end + 40]

    @property
    def lead(self) -> str:
        """The sentence up to the figure."""
        text, start = self.given.text, self.metric.start
        floor = max(0, start - _FURTHEST)
        return text[max(text.rfind("。", floor, start), text.rfind("\n", floor, start), floor - 1) + 1 : start]

    @property
    def rate(self) -> bool:
        """Whether the figure is a percentage or a difference of percentages."""
        return self.metric.unit in _RATES

    @property
    def last_but_one(self) -> str:
        """The name of the figure before `near`, if it stands in the same sentence."""
        return self.names.get(self.given.metrics[self.at - 2].id, "") if self.at > 1 else ""

    @property
    def gap(self) -> str:
        """What stands between the figure before and this one; "" where there is none before."""
        return self.given.text[self.near.end : self.metric.start] if self.near else ""


def compared_in(text: str) -> re.Match[str] | None:
    """同比增长, 较上年减少 at the end of a text, or 增长 alone."""
    return _COMPARED(text) if text.removesuffix("了").endswith(_CHANGES) else None


def placed(given: Naming, at: int, names: dict[str, str]) -> Place:
    """Figure `at`, with the names of all figures before it in `names`."""
    metric = given.metrics[at]
    before = given.metrics[at - 1] if at else None
    near = before if before and not BREAK(given.text, before.end, metric.start) else None
    raw = clause.before(given.text, metric, near)
    near = _outside_brackets(given, at, near)
    anchor = _anchor(given, at, near)
    anchor = None if anchor and anchor.unit in TIMES else anchor
    topic = given.parents.get(anchor.id, anchor.id) if anchor else ""
    told = metric.id in given.parents or "其中" in given.text[max(0, metric.start - len(raw) - 4) : metric.start]
    head = raw if compared_in(raw) else trim.shortened(trim.trim_tail(trim.trim_head(raw, agent=told)))
    if near and len(raw) > 1 and raw.endswith("、"):
        head = ""  # 34个|重点部门、|93个重点岗位: what stands before is the noun of the figure before
    own = names.get(near.id, "") if near else ""
    return Place(
        given,
        names,
        at,
        metric,
        raw,
        _last_named(_without_owner(given.text, near, head, own)),
        _rest(given, at),
        near,
        own,
        names.get(topic, ""),
        names.get(given.parents.get(metric.id, ""), ""),
    )


def _outside_brackets(given: Naming, at: int, near: Standing | None) -> Standing | None:
    """受理164件(含上年结转12件)，同比增长…: what is said behind a bracket is said of the figure before it."""
    metric = given.metrics[at]
    while near and (gap := given.text[near.end : metric.start]).count(")") > gap.count("("):
        at -= 1
        if not at or BREAK(given.text, given.metrics[at - 1].end, near.start):
            return near
        near = given.metrics[at - 1]
    return near


def _without_owner(text: str, near: Standing | None, head: str, own: str) -> str:
    """19个部门认领事项402项: the owner has a figure of its own, and so is not said again (but 为企业解决问题)."""
    owner = own.rpartition("的")[2]
    said = len(owner) >= 2 and head.startswith(owner) and len(head) > len(owner) + 1
    if said and near and text[near.start - 1] in "为帮给" and len(head) <= _SHORT:
        return "为" + head
    return trim.trim_head(head.removeprefix(owner)) if said else head


def _anchor(given: Naming, at: int, near: Standing | None) -> Standing | None:
    """The figure that a rate or a bare verb refers to: the last one in the sentence that is itself no rate and no change."""
    for earlier in range(at - 2, max(-1, at - 2 - _STEPS), -1):
        if near is None or not _says_of_another(given.text, near):
            return near
        before = given.metrics[earlier]
        if BREAK(given.text, before.end, near.start):
            return near
        near = before
    return near


def _says_of_another(text: str, metric: Standing) -> bool:
    """Whether it is a rate, a rank or a change: 审结389件，同比增长5%，办结率99%."""
    before = text[max(0, metric.start - 12) : metric.start]
    return metric.unit in _SAID_OF_ANOTHER or metric.kind == "rank" or bool(compared_in(before) or _SIZE(before))


def _rest(given: Naming, at: int) -> str:
    """What follows the figure; in 9大类31小类行业 what follows the last of the figures that stand together."""
    while at + 1 < len(given.metrics) and given.metrics[at + 1].start == given.metrics[at].end:
        at += 1
    return clause.after(given.text, given.metrics[at])


def _last_named(head: str) -> str:
    """撤销、变更等直接纠错 is 直接纠错: the list before 等 explains, the word behind it names."""
    listed, _, named = head.rpartition("等")
    told = trim.starts_with_verb(listed) and len(head) <= _WHOLE
    if acted := _ACTED(listed):
        return acted["verb"] + named if len(named) >= 2 else head  # 司法局审查文件、合同等|涉法事务
    named = _MANNER("", named)
    if ("、" not in listed and "或" not in listed) or len(named) < 2:
        return head
    if dealt := _DEALT_WITH(listed):
        return dealt.group() + named  # 专题研究文件审查、体制改革等法治议题
    return named if len(named) >= 3 and not told else head
