"""Names that the field fixes: 败诉率 is of 行政诉讼, 纠错率 of 行政复议, a fine of the body that imposed it.

A figure that is named by such a word alone takes its matter from what was spoken of last, in its sentence or, failing
that, in its paragraph. Data first: each row is a matter, the words that show that it is spoken of, and for each pattern
of a name the words that wait for it. Which matters there are follows the field: the 2021 Outline's parts and the
statistics that offices keep (行政复议法, 行政诉讼法, 人民调解法, 备案审查).
"""

import re
from collections import deque
from dataclasses import dataclass

from drafter.extract.place import Place
from drafter.text.pattern import lazy

_REACH = 260  # characters before a figure, within its paragraph


@dataclass(frozen=True, slots=True)
class Matter:
    """What figures can be about. `shown` by any of these words, `kept` by those where it was shown before.

    `names` maps a pattern ({} is the figure's own word, {shown} the word that showed the matter) to the words that it
    completes. A `near` matter must be shown in the figure's own sentence.
    """

    shown: tuple[str, ...]
    names: dict[str, str]
    kept: tuple[str, ...] = ()
    near: bool = False


MATTERS: tuple[Matter, ...] = (
    Matter(
        ("行政复议", "复议机构", "复议机关", "复议申请", "复议案件", "复议委员会"),
        {
            "{}行政复议申请": "收到 新收 接收 新收到 受理 不予受理",
            "{}行政复议案件": "审结 办结 结案 上年结转 结转 结转下年 听证审理",
            "行政复议{}": "纠错率 直接纠错率 综合纠错率 调解和解率 和解率 案前化解率 调撤率 维持率 审结率 受理率",
        },
    ),
    Matter(
        ("行政诉讼", "行政应诉", "应诉", "法院", "行政案件", "被诉"),
        {
            "{}行政诉讼案件": "法院审结 审结 法院一审审结 一审审结 已审结 法院已审结 新收 收到 应诉",
            "行政诉讼{}": "败诉率 胜诉率 一审败诉率 一审胜诉率 案件败诉率",
            "行政机关负责人{}": "出庭应诉率 出庭率 应诉率 出庭应诉",
            "行政机关{}": "负责人出庭应诉率 负责人出庭率",
        },
    ),
    Matter(
        ("人民调解", "调解组织", "调解委员会", "调委会", "调解员"),
        {"人民调解{}": "成功率 调解成功率 调成率", "{}矛盾纠纷": "调解成功 成功调解"},
        kept=("纠纷",),
    ),
    Matter(("纠纷",), {"矛盾纠纷调解{}": "成功率", "矛盾纠纷{}": "化解率 调解成功率 调处成功率", "{}矛盾纠纷": "成功化解 化解 调处"}),
    Matter(
        ("规范性文件",),
        {
            "规范性文件{}": "报备率 及时率 规范率 备案率 报备及时率 审查率 审核率 合法性审核率 合法性审查率",
            "{}规范性文件": "制定 印发 制发 出台 发布 清理 梳理 报备 备案 登记 公布 备案审查",
        },
        near=True,
    ),
    Matter(
        ("代表建议", "政协提案", "建议提案", "委员提案", "建议、提案"),
        {"建议提案{}": "满意率 办复率 办结率 答复率 按期办复率 按时办结率 见面率 面复率 代表委员满意率 解决率"},
    ),
    Matter(("法律援助",), {"{}法律援助案件": "受理 办理 办结 审批", "法律援助{}": "满意率 受援人 受援人满意率 受援人员"}, near=True),
    Matter(("劳动人事争议", "劳动争议", "仲裁"), {"劳动人事争议{}": "调解成功率 仲裁结案率 结案率", "{}仲裁案件": "受理 审结 办结 结案"}, near=True),
    Matter(("信访",), {"信访{}": "及时受理率 按期办结率 按期答复率 化解率 一次性化解率"}, near=True),
    Matter(("专项清理", "集中清理", "全面清理"), {"{shown}{}文件": "梳理"}, near=True),
    Matter(("“高效办成一件事”", "“一件事一次办”", "“一件事”"), {"{shown}{}": "办件 累计办件 累计产生办件 累计办理"}, near=True),
    Matter(("赋权事项",), {"{}赋权事项": "收回 保留 承接 下放 调整"}, near=True),
    Matter(
        ("司法局", "司法厅", "司法行政部门", "法规科", "法制科"),
        {"合法性审查{}": "提出意见 提出意见建议 提出修改意见 提出法律意见 提出审查意见 提出审核意见 出具法律意见"},
        near=True,
    ),
    Matter(("权责清单", "权力清单", "权责事项"), {"{}权责事项": "保留 调整后保留 列 共列 收录 取消"}, near=True),
    Matter(("备案审查", "报备"), {"备案审查{}": "提出意见 提出审查意见"}),
    Matter(("备案审查",), {"备案审查{}": "纠正 督促纠正 纠正问题"}, near=True),
    Matter(
        ("督察", "督查"),
        {"法治{shown}{}": "发现问题 反馈问题 指出问题 整改问题 移交问题 问题整改 梳理问题", "法治{shown}问题{}": "整改 已整改 完成整改 整改完成 整改到位 整改率 已整改到位"},
        near=True,
    ),
    Matter(
        ("合法性审查", "合法性审核"),
        {"合法性审查{}": "提出意见 提出意见建议 提出修改意见 提出法律意见 提出审查意见 提出审核意见 提出意见和建议"},
    ),
    Matter(("合同",), {"合同{}": "涉及金额 标的额 涉及标的额"}, near=True),
    Matter(("案卷",), {"执法案卷{}": "合格率 优秀率 优良率", "{}行政执法案卷": "评查 抽查 抽取 抽评"}, near=True),
    Matter(
        ("政务服务大厅", "政务大厅", "政务服务中心", "便民服务中心", "办事大厅", "服务大厅"),
        {"{shown}{}": "办件 进驻事项 累计办件 日均办件 受理事项 办理事项 入驻事项 可办事项"},
    ),
)  # fmt: skip

# Rates that are said of a hotline once one is named: 12345热线按时办结率.
_OF_HOTLINE = frozenset(
    """
    按时办结率 满意率 群众满意率 回访满意率 限时办结率 办结率 响应率 及时响应率 接通率 解决率 诉求解决率 按期办结率 一次办结率 受理率
    """.split()
)
_CALLS = lazy(r"热线|电话|\d{5}").search
_HOTLINE = lazy(r"(?P<number>\d{5})[”\"]?[^,。;\d]{0,16}?(?:热线|平台|电话)")
# What a body did, said without the body: it comes first in the name.
_OF_BODY = frozenset(
    "立案 立案查处 罚没款 罚款 罚没金额 罚没款金额 办结案件 查办案件 查处案件 立案案件 罚没 没收违法所得 处罚金额 罚没金额 移送公安机关 移送司法机关 责令改正 责令整改 约谈 吊销许可证".split()
)
_BODY = lazy(
    r"(?:^|[,;。:])(?:其中,?)?(?:\d+[个支家])?(?P<body>(?!会同|联合|移送|移交|组织|配合|接受|督促|推动|加强|各|[向对为由经在按与分把将])[^,;。:、\d]{1,12}?"
    r"(?:局(?:[^,;。:、\d]{1,5}分局)?|厅|委员会|(?<!党)委|支队|大队|总队|分局|公安机关|法院|检察院|执法队|部门|[^全,;]{2}系统))(?![、和及与(])(?=.{2})"
)
# Learning in front of a meeting is named by the meeting.
_LEARNING = frozenset("会前学法 学法 集体学法 专题学法 开展会前学法 集体学习法律法规 会前集体学法".split())
_MEETING = lazy(
    r"(?P<who>(?:(?:[省市县区州镇乡旗]|街道)(?:人民)?(?:政府)?|政府|局|厅)?(?:党组|常务会议|常务会|党组会议?|党委会议?|办公会议?))"
)


_IN_NAME_OF = lazy(r"^以[^,]{1,10}名义")
_LOOKED_AT = lazy("抽查|评查|抽取").fullmatch
_PARTS = frozenset("保留 收回 调整 取消".split())
_OWN_INTAKE = lazy("本级(?:收案|立案|收到|新收)$").search
_SHARING = frozenset("审结 办结 受理 结案".split())


def _waiting() -> dict[str, list[tuple[Matter, str]]]:
    found: dict[str, list[tuple[Matter, str]]] = {}
    for matter in MATTERS:
        for pattern, words in matter.names.items():
            for word in words.split():
                found.setdefault(word, []).append((matter, pattern))
    return found


# By the word that waits for its matter.
_WAITING = _waiting()


def standard(place: Place) -> str:
    """The name that the field gives a figure said by such a word alone; "" where the text before it shows no matter."""
    if place.raw.endswith("连续") or (place.total and "名义" in place.raw):
        return ""  # 出庭应诉率连续|4年; 其中以市政府名义制发|5件
    head = _IN_NAME_OF.sub("", place.head)
    if place.metric.unit in ("家", "个") and _LOOKED_AT(head):
        return ""  # 抽查|18家|单位案卷
    if place.total and head in _PARTS:
        return ""  # 赋权事项94项，其中收回21项
    if head in _SHARING and (place.gap.startswith("、") or _OWN_INTAKE(place.own)):
        return ""  # 县政府本级受理436件、审结412件: both are its own
    if head in _WAITING or head in _OF_HOTLINE:
        return _of_matter(place, head, place.lead, near=True) or _of_matter(place, head, _paragraph(place), near=False)
    if head in _OF_BODY:
        own, _, said = place.lead.rpartition(";")
        body = _found_last(_BODY, said) or (_found_last(_BODY, own) if place.gap.startswith(";") else None)
        return body["body"] + head if body else ""
    if head in _LEARNING and (meeting := _found_last(_MEETING, place.lead)):
        return meeting["who"] + head
    return ""


def _of_matter(place: Place, head: str, window: str, *, near: bool) -> str:
    """The name by the matter that `window` shows last."""
    best, name = -1, ""
    for matter, pattern in _WAITING.get(head, ()):
        at, shown = max((window.rfind(word), word) for word in matter.shown) if near or not matter.near else (-1, "")
        at = max(at, *(window.rfind(word) for word in matter.kept)) if at >= 0 and matter.kept else at
        if at > best:
            best, name = at, _joined(pattern.replace("{shown}", shown), head)
    if head in _OF_HOTLINE and not of_total(place) and (hotline := _found_last(_HOTLINE, window)) and hotline.start() > best:
        return f"{hotline['number']}热线{head}"
    return name


def of_total(place: Place) -> bool:
    """受理投诉317件，其中12345热线转办104件，按期办结率99%: the rate is of all that was counted."""
    at, metrics = place.at - 1, place.given.metrics
    while at > 0 and metrics[at].unit == "%":
        at -= 1
    total = place.given.parents.get(metrics[at].id) if place.near else None
    return total is not None and _CALLS(place.names.get(total, "")) is None


def _joined(pattern: str, head: str) -> str:
    """人民调解{} and 调解成功率 is 人民调解成功率."""
    front, _, behind = pattern.partition("{}")
    return front + head.removeprefix(front[-2:] or " ") + behind


def _paragraph(place: Place) -> str:
    text, start = place.given.text, place.metric.start
    floor = max(0, start - _REACH)
    return text[max(text.rfind("\n", floor, start), floor - 1) + 1 : start]


def _found_last(pattern: re.Pattern[str], window: str) -> re.Match[str] | None:
    last = deque(pattern.finditer(window), maxlen=1)
    return last[0] if last else None
