"""What happened once: the words that tell of it, and whether a date tells of an event or of the period of a count."""

import re
from dataclasses import dataclass

from drafter.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Event:
    """A way in which a clause tells of what happened once. `examples` are such clauses, `others` look like it and are not.

    `spreads`: the clauses behind it that hold no figure go on telling of it; `opens`: it is asked for in the opening too.
    """

    name: str
    pattern: str
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()
    why: str = "本年相应工作"
    spreads: bool = False
    opens: bool = False


ENDED = Event(
    "ended",
    r"收官|圆满完成|(?:总结|终期|期末)(?:评估|考核|检查)?验收|(?:终期|期末)评估|开局|(?:起步|启动|攻坚)之年"
    r"|目标[^,;。]{0,6}(?:如期|圆满|胜利|全面|基本)(?:实现|完成)|任务(?:如期|胜利|基本)完成",
    ("完成“八五”普法总结验收", "为“十四五”规划圆满完成提供保障", "今年是规划的收官之年", "“八五”普法开局", "建设目标如期实现"),
    ("组织案卷验收", "年度任务稳步推进"),
    opens=True,
)
EVENTS: tuple[Event, ...] = (
    ENDED,
    Event("first", r"首[次个批家例部支](?!席|(?:轻微)?违[法规])|率先(?!垂范|示范|(?:取得|实现)?突破)|(?:全[国省市]|省内|国内)首创", ("投诉量首次下降", "在全省率先推行"), ("领导干部率先垂范", "发挥首席法律顾问作用", "对首次轻微违法案件不予处罚", "对照法治政府建设率先突破的要求")),
    Event("honour", r"荣获|荣膺|获评|入选|被[^,;。]{0,16}(?:评为|授予|确定为|列为|命名为)|(?:受到|获得)[^,;。]{0,16}(?:表彰|肯定|称号)", ("获评全省优秀等次", "被评为全国先进"), ("获得群众好评",), why="本年获得的荣誉和评价"),
    Event("opened", r"建成(?:投用|启用|运行|开放|并?投入)|(?<!已)建成[^,;。\d]{0,24}(?:平台|系统|数据库|大厅)(?=[,;。]|\Z)|投入(?:使用|运行|运营)|上线(?:试?运行|使用)|(?:正式|成功|全面|同步)上线|揭牌|挂牌(?!督办)|(?:正式|全面)(?:启动|启用)|启动(?:实施|运行|建设|试点)|启动[^,;。\d]{0,16}(?:改革|试点|行动|工程|项目|规划|普法)|落成|竣工", ("“掌上复议”平台建成投用", "启动县级改革试点", "调解中心揭牌", "法治公园建成开放", "建成全市统一的文件数据库，", "启动“八五”普法"), ("启动应急响应", "挂牌督办案件", "建成法治阵地12个"), spreads=True),
    Event("founded", r"(?:成立|组建|设立)了|(?:正式|挂牌)(?:成立|组建|设立)|新(?:成立|组建)|(?:牵头|联合)(?:成立|组建|设立)|(?<!依法)成立[^,;。\d]{0,24}(?:专班|领导小组|委员会|指挥部|中心)(?=[,;。]|\Z)|(?:组建|改组|整合)(?:完成|到位)", ("成立了专班", "正式组建仲裁院", "牵头成立争议化解专班", "成立法治建设工作专班，", "综合执法队伍组建到位"), ("组建法律服务队伍", "新设立经营主体", "对依法成立的调解委员会"), spreads=True),
    Event("reform", r"完成(?:了)?[^,;。]{0,24}(?:改革|改制|换届|迁建|搬迁|划转)|完成剩余|剩余[^,;。]{0,24}完成|完成(?:了)?《[^《》]*》[^,;。\d]{0,6}(?:起草|调研|论证|修订|编制)|(?:印发|出台|制定)[^,;。]{0,40}改革(?:实施|总体)?方案|职[能责](?:整合|划转|划入|并入|移交)", ("完成镇街综合执法改革", "完成剩余人员的轮训", "完成《物业管理条例》起草调研", "印发5个领域的执法改革方案", "将复议职责划转至市司法局"), ("完成案件审理", "落实改革方案", "完成《年度计划》任务12项"), spreads=True),
    Event("rules-made", r"^(?:研究)?(?:制定|出台|印发|起草|颁布|新?修订)(?![^,;。]*年度)[^,;。\d《]{0,40}(?:办法|规定|细则|规程|方案|意见|清单|机制|制度|规则|指引)(?=[,;。]|\Z)", ("制定合法性审核工作规程，",), ("制定规章2件", "印发年度督察方案", "制定制度12项", "落实管理制度"), why="本年制度建设情况", spreads=True),
    Event("gathered", r"(?:召开|举[办行]|组织)[^,;。\d]{0,30}(?:现场(?:推进|观摩|交流)?会|动员(?:部署)?(?:大)?会|启动(?:仪式|会)|观摩会|表彰(?:大)?会)(?=[,;。]|\Z)", ("主持召开执法现场推进会，", "举行普法月启动仪式"), ("举办现场会3场", "召开常务会议")),
    Event("stood-a-test", r"经受(?:住)?[^,;。]{0,24}(?:检验|考验)", ("预警机制经受住强降雨过程检验",)),
    Event("of-the-time", r"疫情|涉疫|抗疫|新冠|换届|脱贫攻坚|周年|主题教育|教育整顿", ("结合教育整顿", "开展涉疫物资价格检查", "统筹疫情防控和经济发展"), why="本年相应情况", opens=True),
)  # fmt: skip

# A date that bounds a count says until when it was counted: 1—11月, 截至10月底.
_COUNTED = re.compile(r"(?:\d{4}年)?0?1月?(?:1日)?(?:[-—–~]{1,2}|至|到)")
_UNTIL = re.compile(r"(?:截至|截止到?|至|到|自|从)(?:\d{4}年)?\Z")


def event_in(clause: str) -> Event | None:
    """What a clause tells of that happened once; the first row that fits."""
    folded = fold(clause)
    return next((event for event in EVENTS if re.search(event.pattern, folded)), None)


def opens_with_event(text: str) -> bool:
    """Whether a text speaks of what is asked for in the opening too: a plan or a period that came to its end or began last
    year, or what belonged to the time."""
    folded = fold(text)
    return any(event.opens and re.search(event.pattern, folded) for event in EVENTS)


def dates_event(text: str, start: int, end: int) -> bool:
    """Whether the date `text[start:end]` is that of an event, not the bound of a count."""
    folded = fold(text[max(0, start - 12) : end])
    date = folded[len(folded) - (end - start) :]
    return not _COUNTED.match(date) and not _UNTIL.search(folded[: len(folded) - (end - start)])
