"""What was done with some of the total, said without 其中: 发现问题161个，完成整改150个. Data only.

Stages through which the same cases pass are no parts: 收到97件，受理84件，审结79件 are three counts of a flow (a case
received in December is closed in the next year), and so are 排查纠纷 and 化解纠纷. What was decided about the cases
(维持, 败诉, 采纳) divides them.
"""

import re
from dataclasses import dataclass

from drafter.extract.rows import Figure
from drafter.text.pattern import lazy


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the words of the total match `total` and those of the part are of `words`, the one is a part of the other.

    `part` finds the words at the end of a clause before a figure, `behind` those that follow it. An `adjacent` total is the figure right before.
    """

    name: str
    total: re.Pattern[str]
    words: str
    part: re.Pattern[str]
    behind: re.Pattern[str]
    example: str
    adjacent: bool


def _outcome(name: str, total: str, part: str, example: str, *, adjacent: bool = False) -> Outcome:
    clause, rest = rf"(?:{part})[^,。;、]{{0,4}}$", rf"[^,。;、]{{0,6}}(?:{part})"
    return Outcome(name, lazy(total), part, lazy(clause), lazy(rest), example, adjacent)


OUTCOMES: tuple[Outcome, ...] = (
    _outcome(
        "问题整改",
        r"(?:发现|排查|反馈|移交|梳理|查摆|交办|查找|指出|列出)?[^,;]{0,12}(?:问题|隐患|短板|线索|确认违法|图斑|点位)",
        r"整改|销号|查实|核实|查证属实|解决",
        "发现问题161个，完成整改150个",
    ),
    _outcome("意见采纳", r"(?:意见|建议|提案|议案)", r"采纳|吸收|采用", "征集意见412条，采纳96条"),
    _outcome(
        "诉讼胜败",
        r"诉讼|应诉|一审|二审|再审|被诉|判决|裁判|行政案件|审结|结案",
        r"败诉|胜诉|撤诉|被纠错|被判[^,]{0,6}",
        "一审应诉案件63件，败诉6件",
    ),
    _outcome(
        "文件清理",
        r"(?:清理|梳理|评估)(?!废止|修改|修订|取消)",
        r"废止|失效|修改|修订|保留|继续有效|取消",
        "清理规范性文件43件，废止7件、修订4件",
    ),
    _outcome(
        "审查修改",
        r"审查|审核|审议|报备|备案",
        r"(?:建议|督促|要求|责令|退回)(?:自行)?(?:修改|调整|废止|纠正|[暂缓不][^,。;]{0,8})[^,。;]{0,6}"
        r"|修改(?:或者?|和|、)[^,。;]{0,8}|不予(?!处罚|许可|受理)[^,。;]{0,6}|退回[^,。;]{0,4}|提出修改意见|否决|缓[议办]",
        "审查涉企政策措施44件，建议修改6件",
    ),
    _outcome(
        "任务完成",
        r"任务|改革事项|工作要点|立法项目|计划项目",
        r"办结|完成(?:或者?[^,。;、]{0,10})?",
        "明确重点任务48项，年末办结45项",
    ),
    _outcome(
        "复议结果",
        r"审结|办结|结案",
        r"维持|纠错|驳回|撤销|变更|确认违法|调解(?!案件|纠纷)|和解|终止|责令履行|不予受理",
        "审结复议案件79件，维持31件、撤销9件",
    ),
    _outcome("裁决结果", r"裁决|仲裁", r"作出裁决|裁决结案|调解(?!案件|纠纷)|终止", "受理裁决案件36件，作出裁决21件，调解12件"),
    _outcome("不予受理", r"收到|接收|新收|申请", r"不予受理|告知处理", "收到复议申请72件，不予受理6件"),
    _outcome("公开答复", r"公开申请", r"予以公开|部分公开|不予公开|无法提供|不予处理", "收到信息公开申请71件，予以公开45件"),
    _outcome("案卷等次", r"案卷", r"优秀|良好|合格|问题案卷|瑕疵|较差", "评查案卷210卷，优秀58卷"),
    _outcome("考试结果", r"参考|考试|测试|参训|评议", r"合格|及格|通过|结业", "参加考试1200人，合格1180人"),
    _outcome(
        "检验结果", r"抽检|检测|检验|监测|抽查|检查|核查|产品|样品", r"合格|超标|达标|不实|不符", "抽检食品1200批次，不合格18批次"
    ),
    _outcome("报送采用", r"报送|推送|上报|选送|申报|推荐", r"采用|入选|获评|刊发|转发", "报送案例26篇，被采用6篇"),
    _outcome("信用等次", r"评|对|企业|单位|主体|机构", r"[A-E]{1,3}级", "评价企业310家，评定A级46家"),
    _outcome(
        "调解成功",
        r"(?:调解|调处|化解)(?!组织|委员会|员|室|中心)",
        r"(?:调解|调处|化解)成功|成功(?:调解|调处|化解)?(?!.)",
        "调解纠纷950件，调解成功938件",
    ),
    _outcome("积案化解", r"积案|包案", r"已?(?:化解|办结|息诉)", "包案积案16件，已化解13件"),
    _outcome(
        "线索立案",
        r"移送[^,;]{0,12}(?:线索|案件)",
        r"(?:公安|司法|检察|监察)[^,。;、]{0,4}(?:受理|立案)[^,。;、]{0,2}",
        "移送线索11件，公安机关立案7件",
    ),
    _outcome("实际出庭", r"(?:应当?|需|须|通知[^,;]{0,12})出庭", r"实际出庭", "法院通知负责人出庭82件，实际出庭80件"),
    _outcome(
        "备案审查",
        r"(?:报送|接收|收到|审查)[^,;]{0,6}备案|备案审查",
        r"准予备案|予以备案|要求纠正",
        "报送备案文件38件，准予备案35件",
    ),
    _outcome("磋商成功", r"磋商|索赔|损害赔偿", r"磋商成功|达成协议|签订[^,。;、]{0,4}协议", "开展磋商31件，磋商成功28件"),
    _outcome("投诉查实", r"投诉|举报|信访|疑似|线索", r"查实|属实|确认(?:问题|违法)", "受理投诉67件，查实21件"),
    _outcome("检查改正", r"检查|巡查|抽查", r"责令(?:限期|当场)?(?:改正|整改)", "检查企业120家，责令改正18家"),
    _outcome(
        "案件移送",
        r"立案|查处|查办|办理[^,;]{0,8}案件",
        r"移送(?![^,;]*线索)[^,。;、]{0,6}(?:机关|法院|部门|公安|司法)[^,。;、]{0,4}",
        "立案76件，移送公安机关5件",
        adjacent=True,
    ),
    _outcome("机关本级", r"现有|共有|系统|配备", r"[局委厅府市县区]机关|本级|本部", "全系统现有公职律师14名，局机关5名"),
    _outcome("述法方式", r"述法", r"现场述法|口头述法|书面述法", "48名负责人书面述法，9名现场述法"),
)

_ANY = lazy("|".join(rule.words for rule in OUTCOMES))


def told_by(figure: Figure) -> list[Outcome]:
    """The outcomes that the words before a figure tell, or where there are none (9名现场述法) those behind it."""
    clause = figure.clause[-20:]
    if (clause.endswith("的") and figure.rest) or not _ANY.search(clause or figure.rest):  # 对整改不力的3家单位: another act
        return []
    return [rule for rule in OUTCOMES if (rule.part.search(clause) if clause else rule.behind.match(figure.rest))]


# Stage → the name that it shares with others: 收到 and 受理 are told of one total, so are 查处 and 处罚.
_STAGES: dict[str, str] = {
    **dict.fromkeys(("受理", "新收", "收到", "接收"), "受理"),
    **dict.fromkeys(("审结", "办结", "结案"), "审结"),
    **dict.fromkeys(("处罚", "查处", "查办", "立案"), "处罚"),
    **dict.fromkeys(("回复", "答复", "办复"), "答复"),
    **{stage: stage for stage in ("检查", "许可", "应诉", "纠错", "败诉")},
}
_STAGE = lazy("|".join(_STAGES))
# 通过调解和解结案 is what became of cases, not the stage 结案.
_DECIDED = lazy("调解|和解|维持|驳回|撤销")


def acts(figure: Figure) -> set[str]:
    """What is done to what is counted, as told right before and behind the figure: {受理}."""
    said = figure.gap[-16:] + figure.rest
    return set() if _DECIDED.search(said) else {_STAGES[found] for found in _STAGE.findall(said)}
