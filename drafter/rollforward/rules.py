"""The decisions as rows: what is kept, moved on a year, blanked or asked for, and why. The first row that fits decides.

A row fits a passage of one of its `zones` that holds one of the marks in `holds` (any, if it names none) and matches
`pattern` in folded text. `examples` are passages that the row decides; the tests run them.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from drafter.model.draft import Decision
from drafter.rollforward.passages import Zone
from drafter.text.normalize import fold

PROSE: tuple[Zone, ...] = ("sentence",)
ALL_PROSE: tuple[Zone, ...] = ("opening", "sentence")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. `why` says in the office's words what is asked; it opens the prompt of an `ask`."""

    name: str
    decision: Decision
    zones: tuple[Zone, ...]
    examples: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    pattern: str = ""
    why: str = ""
    by_clause: bool = False  # an `ask` that is made clause by clause: what holds figures and what stands keep their words

    def fits(self, zone: Zone, holds: Collection[str], folded: str) -> bool:
        """Whether the row decides a passage."""
        held = not self.holds or any(kind in holds for kind in self.holds)
        return zone in self.zones and held and (not self.pattern or bool(re.search(self.pattern, folded)))


RULES: tuple[Rule, ...] = (
    # the frame of the report
    Rule("title-year", "shift", ("title",), holds=("year",), examples=("云溪市2023年法治政府建设情况报告",)),
    Rule("title", "keep", ("title",), examples=("云溪市法治政府建设情况报告",)),
    Rule("addressee", "keep", ("addressee",), examples=("云溪市人民代表大会常务委员会：",)),
    Rule("signature", "keep", ("signature",), examples=("云溪市人民政府",)),
    Rule("signing-date", "blank", ("date",), examples=("2024年2月6日",)),
    Rule("heading-figure", "blank", ("heading",), holds=("figure", "name", "ordinal", "date"), examples=("（一）建成12个示范点。",)),
    Rule("lead-event", "ask", ("heading",), holds=("event",), examples=("完成“八五”普法总结验收。",), why="本年相应工作"),
    Rule("heading-year", "shift", ("heading",), holds=("year",), examples=("一、2023年工作开展情况", "四、2024年工作安排")),
    Rule("heading", "keep", ("heading",), examples=("（一）加强组织领导。",)),
    Rule("row-figures", "blank", ("row",), holds=("figure",), examples=("公安\t387件\t376件",)),
    Rule("row-year", "shift", ("row",), holds=("year",), examples=("领域\t2023年",)),
    Rule("row-head", "keep", ("row",), examples=("领域\t受理\t审结",)),
    # promises
    Rule("plan", "ask", ("plan", "plan_more"), examples=("推行掌上复议，建成线上办案平台。",), why="年工作安排"),
    Rule("problem-figures", "blank", ("problem", "problem_more"), holds=("figure",), examples=("专职人员仅7名。",)),
    Rule("problem-candidate", "keep", ("problem",), examples=("基层执法力量不足。",)),
    Rule("problem-detail", "ask", ("problem_more",), examples=("部分乡镇人员流动快。",), why="上年问题的具体表现"),
    # what happened once, with figures or in the opening
    Rule("plan-ended", "ask", ("opening",), holds=("event", "event-figure"), examples=("2023年是“十三五”规划收官之年，我市坚持依法行政。",), why="本年相应工作", by_clause=True),
    Rule("event-figures", "ask", PROSE, holds=("event-figure",), examples=("8月，举办培训班，120人参加。", "受理投诉22件，投诉量首次下降。", "6月底前完成剩余12个乡镇的轮训。"), why="本年相应工作", by_clause=True),
    # prose: what holds figures
    Rule("figures", "blank", ALL_PROSE, holds=("figure",), examples=("全年受理行政复议案件22件。", "截至8月底，办结案件120件。")),
    Rule("announced", "ask", PROSE, pattern=r"^(?!.*(?:以下|下列|如下|几[个方项])[^,;。]{0,8}[:。]?$)(?:下一步|.*(?:下一步[,，将]|下一阶段|接下来|(?:^|,)(?:即将|将于|拟于|拟)))", examples=("下一步，将完善考核办法。",), why="上年提到的后续工作的进展"),
    # prose: what happened once
    Rule("numbered-meeting", "blank", PROSE, holds=("ordinal",), examples=("召开市委全面依法治市委员会第五次会议。",)),
    Rule("dated-event", "ask", PROSE, holds=("date",), examples=("11月，对各单位进行检查验收。",), why="本年相应工作"),
    Rule("first-time", "ask", PROSE, pattern=r"首(?:次(?!(?:轻微)?违[法规])|批|个|家)|率先(?!垂范|示范|(?:取得|实现)?突破)|在全[省国市](?:率先|首创)|创新推出|新增设", examples=("首次将述法纳入考核。",), why="本年的创新举措"),
    Rule("honour", "ask", PROSE, pattern=r"被[^,;。]{0,16}(?:评为|授予|确定为|列为|命名为)|荣获|获评|获得|入选|受到[^,;。]{0,16}(?:表彰|肯定|通报表扬)|(?:位居|位列|居)全[省国市]|排名", examples=("我市被评为全省先进。",), why="本年获得的荣誉和评价"),
    Rule("document-made", "ask", PROSE, holds=("text",), examples=("印发《云溪市执法公示办法》。", "制定了《云溪市合同审查办法》，明确审查程序。"), why="本年制定文件情况"),
    Rule("rules-made", "ask", PROSE, pattern=r"^(?:研究)?(?:制定|出台|印发|修订|起草|颁布|新修订)了?(?!完善|[^,;。]*年度)[^,;。]{0,40}(?:办法|规定|细则|规程|方案|意见|清单|机制|制度|规则|通知|目录|指引)", examples=("制定罚没物品处置规程，分清保管责任。",), why="本年制度建设情况"),
    Rule("founded", "ask", PROSE, pattern=r"(?:成立|组建|设立|揭牌|挂牌|建成|启用|开通|上线|引进|创办|搭建|开发|打造)了|(?:正式|挂牌)(?:成立|揭牌|启用|上线|运行)|揭牌|建成(?:投用|启用|运行)|上线运行|机构改革", examples=("建成了全市统一的执法平台。", "云溪市法律援助中心新址揭牌。"), why="本年相应工作"),
    Rule("progress", "ask", PROSE, pattern=r"^(?:截至?)?目前|正在|尚未|已(?:经)?(?:完成|实现|建成|启动|形成|上线|全部|初步)|(?:全部|顺利|圆满|全面|如期)完成|任务(?:完成(?!情况)|收官)|收官", examples=("目前，已完成流程梳理。",), why="本年进展"),
    Rule("of-the-time", "ask", PROSE, pattern=r"疫情|新冠|换届|脱贫攻坚|周年|主题教育|教育整顿|两学一做", examples=("疫情期间，窗口改为预约办理。",), why="本年相应情况"),
    Rule("event", "ask", PROSE, holds=("event",), examples=("投诉中心启动试点。",), why="本年相应工作"),
    Rule("firm", "ask", PROSE, holds=("firm",), examples=("聘请云溪衡平律师事务所担任法律顾问。",), why="本年相应情况"),
    # prose: what stands
    Rule("leader", "blank", ALL_PROSE, holds=("name",), examples=("市长祁同山主持召开市政府常务会议。",)),
    Rule("year", "shift", ALL_PROSE, holds=("year",), examples=("2023年，我市坚持依法行政。",)),
    Rule("standing", "keep", ALL_PROSE, examples=("落实“谁执法谁普法”普法责任制。",)),
)  # fmt: skip


def decide(zone: Zone, holds: Collection[str], text: str) -> Rule:
    """The rule for a passage; the last row of every zone fits all that is left."""
    folded = fold(text)
    return next(rule for rule in RULES if rule.fits(zone, holds, folded))
