"""What a number with a unit is: a figure of the period, a rank, a target, or none of them.

Each rule is a row: a name, what it decides, and up to four conditions that must all hold. The first row that holds wins.
`good` is a phrase that it decides so (the candidate between bars), `other` one that it must leave to later rows; a test
runs both. Sources: the ways of writing in GB/T 15835-2011 and the usage of the reports themselves.
"""

import re
from dataclasses import dataclass

from drafter.model.metric import MetricKind


@dataclass(frozen=True, slots=True)
class Rule:
    """`before` is searched in the 30 characters that end at the figure, `figure` matched on it, `after` on what follows.

    `where` is the circumstance that must hold: "plan" inside next year's arrangements, "quoted" inside quotation marks or
    a title, "han" written in Chinese numerals; "" any.
    """

    name: str
    kind: MetricKind | None
    before: str = ""
    figure: str = ""
    after: str = ""
    where: str = ""
    good: str = ""
    other: str = ""


_ONE = r"一(?![十百千万亿点])"
_EVENT = r"[次场期批轮件起人名家份部宗支项]"

RULES: tuple[Rule, ...] = (
    Rule(
        "序数",
        None,
        before=r"第$|第[一二三四五六七八九十]+次?、$|[党届]的?$",
        figure=r"(?!\d{3})",
        good="召开第|3次|会议",
        other="召开|3次|会议",
    ),
    Rule("书名或引语", None, where="quoted", good="实行“|两项|补贴”", other="实行|两项|补贴"),
    Rule("日期", None, figure=r"\d{4,}年|\d{4}年?[-~至到—–]\d{2,4}年", good="在|2024年|完成", other="在|24项|中"),
    Rule(
        "月日",
        None,
        before=r"(?:\d|月|年)[-~至、到]?\d*$",
        figure=r"\d{1,2}[日个]?$|\d{1,2}日",
        good="12月|4日|当天",
        other="在|4日|内",
    ),
    Rule("届期与年龄", None, figure=r".*(?:岁|周年)$", good="年满|60岁|的", other="有|60人|参加"),
    Rule("时段名", None, figure=r"(?:7[x×*])?24小?时", good="设|24小时|自助服务区", other="压缩至|4小时|以内"),
    Rule("连续年数", "metric", before=r"连续$", figure=r".*年$", good="连续|四年|位居前列", other="历时|四年|建成"),
    Rule("期间", None, figure=r"[^%/]*年(?:度)?$", good="近|五年|来", other="近|五家|企业"),
    Rule("每一", None, before=r"[每逐]$", good="每|100件|中", other="共|100件|中"),
    Rule(
        "法定期限",
        "target",
        before=r"之日起$|日起$|应当?在$|须在$",
        figure=r".*(?:日|天|月|工作日)$",
        good="自收到之日起|45日|内答复",
        other="压缩至|60日|内",
    ),
    Rule(
        "下年安排",
        "target",
        where="plan",
        figure=r"\d|.*分之|[二两三四五六七八九]成",
        good="培训不少于|2轮|",
        other="落实|三项|制度",
    ),
    Rule(
        "要求与规范",
        "target",
        before=r"(?:至少[^,。;]{0,6}|不少于|不低于|不高于|不得少于|不得低于|不得超过|力争[^,。;]{0,16}|确保[^,。;]{0,16}(?:达到?|为|在)|目标[^,。;]{0,6}|争取[^,。;]{0,12}|要求[^,。;]{0,12})$",
        good="明确法治审核人员不少于|5%|",
        other="培训执法人员|500人次|",
    ),
    Rule("成数与一半", "metric", figure=r"[一二两三四五六七八九]成.?|一半|半|.+分之.+", good="案件量的|六成|以上", other=""),
    Rule("一个", None, where="han", figure=rf"{_ONE}", good="组建|一支|队伍", other="组建|三支|队伍"),
    Rule(
        "会议届次",
        None,
        where="han",
        before=r"(?:[届大会代]|全会|委员会|人大|政协|代表)$",
        figure=r".*次$",
        after=r"会议|全会",
        good="市五届人大|三次|会议通过",
        other="先后召开|三次|会议",
    ),
    Rule("概数", None, where="han", before=r"[几数上成]$", good="十几|亿人|口", other="共|两万人|参加"),
    Rule(
        "近百",
        "metric",
        where="han",
        before=r"(?:近|约|超|超过|逾|突破)$",
        figure=r"[百千万]",
        good="走访企业近|百家|，",
        other="实行|百分|制",
    ),
    Rule(
        "光杆量级",
        None,
        where="han",
        figure=r"[十百千万亿](?![余多一二三四五六七八九十百千万亿])",
        good="实行|百分|制",
        other="培训|百余人|",
    ),
    Rule(
        "汉字大数",
        "metric",
        where="han",
        figure=r".*(?:[余多].{1,4}|[百千万亿].{1,4})$",
        good="发放资料|两万余份|",
        other="落实|五项|措施",
    ),
    Rule(
        "固定说法",
        None,
        where="han",
        before=r"(?:各|这|该|上述|以上|前|后|首|本|此|双|市县|县乡|统筹)$",
        good="市县|两级|",
        other="召开|两次|会议",
    ),
    Rule("二次", None, where="han", figure=r"二[次人名]", good="|二次|供水", other="召开|两次|会议"),
    Rule(
        "汉字计数",
        "metric",
        where="han",
        figure=rf"(?:[两三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?){_EVENT}",
        before=r"(?:召开|举办|开展|组织|研究|审议|听取|调研|督察|检查|培训|受理|办理|审结|查处|制定|出台|修订|废止|印发|聘请|配备|新增|完成|组建|建成|先后|共|了|达到?|有)$",
        good="先后召开|三次|会议",
        other="落实|三项|制度",
    ),
    Rule(
        "汉字计数在前",
        "metric",
        where="han",
        figure=r"(?:[两三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)[次场轮]",
        after=r"(?:召开|举办|开展|组织|研究|审议|听取|调研|会议|专题|集中|[,。;])",
        good="常务会议|九次|研究法治议题",
        other="|三次|产业",
    ),
    Rule(
        "汉字计数收尾",
        "metric",
        where="han",
        figure=r"(?:[两三四五六七八九十][期座处支家名个部台所场份项条人件篇]|一[座处支家名部台所场期份])",
        before=r"(?<![第每统各唯同之逐])[^\W\d_]$",
        after=r"[,。;、)]|$",
        good="新建法治广场|两座|，",
        other="落实|三项|制度",
    ),
    Rule(
        "汉字计数起首",
        "metric",
        where="han",
        figure=r"[两三四五六七八九十]+[个家名]",
        before=r"(?:^|[,。;:、\s])$",
        after=r"(?:乡镇|镇|街道|县|市|区|部门|单位|村|社区|企业|试点|机构|律师)",
        good="其中，|三个|乡镇全年无复议案件",
        other="坚持|两个|维护",
    ),
    Rule(
        "汉字两位数",
        "metric",
        where="han",
        figure=rf"(?:[二三四五六七八九]十[一二三四五六七八九]?|十[一二三四五六七八九]){_EVENT}",
        good="代表建议|二十七件|全部办复",
        other="落实|三项|制度",
    ),
    Rule("其他汉字数", None, where="han", good="履行|五项|法定程序", other=""),
    Rule("数值", "metric", good="取消证明事项|57项|", other=""),
)
RANK = re.compile(
    r"(?:荣获|排名|位列|位居|位次|名列|列|居|排在?|升至|升到|跃居|跃升至|评比|考核|考评|评价|领先)[^,。;、]{0,12}?(?P<rank>第(?P<place>[一二三四五六七八九十\d]+)(?:位|名)?)"
    r"(?!责任|时间|次|批|届|个|章|条|方|产业|线|期|类|部|轮|人|标准)"
)
SECOND_RANK = re.compile(r"[、和及][^,。;、第]{0,8}(?P<rank>第[一二三四五六七八九十\d]+(?:位|名)?)")


def decide(text: str, start: int, end: int, where: frozenset[str]) -> Rule | None:
    """The first rule that holds for the candidate at `start`..`end` of a folded text; None never (the last row is open)."""
    before, figure, after = text[max(0, start - 30) : start], text[start:end], text[end : end + 30]
    for rule in RULES:
        if rule.where and rule.where not in where:
            continue
        if rule.before and not re.search(rule.before, before):
            continue
        if rule.figure and not re.match(rule.figure, figure):
            continue
        if rule.after and not re.match(rule.after, after):
            continue
        return rule
    return None
