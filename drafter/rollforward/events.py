"""What happened once: the words that tell of it, and whether a date tells of an event or of the period of a count."""

import re
from dataclasses import dataclass

from drafter.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Event:
    """A way in which a clause tells of what happened once. `examples` are such clauses, `others` look like it and are not.

    `spreads`: the clauses behind it that hold no figure go on telling of it.
    """

    name: str
    pattern: str
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()
    why: str = "本年相应工作"
    spreads: bool = False


ENDED = Event(
    "ended",
    r"收官|圆满完成|(?:总结|终期|期末)(?:评估|考核|检查)?验收|(?:终期|期末)评估|(?:开局|起步|启动|攻坚|收官)之年",
    ("完成“八五”普法总结验收", "为“十四五”规划圆满完成提供保障", "今年是规划的收官之年"),
    ("组织案卷验收",),
)
EVENTS: tuple[Event, ...] = (
    ENDED,
    Event("first", r"首[次个批家例部支](?!席)|率先(?!垂范|示范)|(?:全[国省市]|省内|国内)首创", ("投诉量首次下降", "在全省率先推行"), ("领导干部率先垂范", "发挥首席法律顾问作用")),
    Event("honour", r"荣获|荣膺|获评|入选|被[^,;。]{0,16}(?:评为|授予|确定为|列为|命名为)|(?:受到|获得)[^,;。]{0,16}(?:表彰|肯定|称号)", ("获评全省优秀等次", "被评为全国先进"), ("获得群众好评",), why="本年获得的荣誉和评价"),
    Event("opened", r"建成(?:投用|启用|运行|并?投入)|投入(?:使用|运行|运营)|上线(?:试?运行|使用)|(?:正式|成功|全面|同步)上线|揭牌|挂牌(?!督办)|(?:正式|全面)(?:启动|启用)|启动(?:实施|运行|建设|试点)|启动[^,;。\d]{0,16}(?:改革|试点|行动|工程|项目)|落成|竣工", ("“掌上复议”平台建成投用", "启动县级改革试点", "调解中心揭牌"), ("启动应急响应", "挂牌督办案件"), spreads=True),
    Event("founded", r"(?:成立|组建|设立)了|(?:正式|挂牌)(?:成立|组建|设立)|新(?:成立|组建)", ("成立了专班", "正式组建仲裁院"), ("组建法律服务队伍", "新设立经营主体"), spreads=True),
    Event("reform", r"完成(?:了)?[^,;。]{0,24}(?:改革|改制|换届|迁建|搬迁|划转)|完成剩余|剩余[^,;。]{0,24}完成", ("完成镇街综合执法改革", "完成剩余人员的轮训"), ("完成案件审理",), spreads=True),
    Event("of-the-time", r"疫情|新冠|换届|脱贫攻坚|周年|主题教育|教育整顿", ("结合教育整顿",), why="本年相应情况"),
)  # fmt: skip

# A date that bounds a count says until when it was counted: 1—11月, 截至10月底.
_COUNTED = re.compile(r"(?:\d{4}年)?0?1月?(?:1日)?(?:[-—–~]{1,2}|至|到)")
_UNTIL = re.compile(r"(?:截至|截止到?|至|到|自|从)(?:\d{4}年)?\Z")


def event_in(clause: str) -> Event | None:
    """What a clause tells of that happened once; the first row that fits."""
    folded = fold(clause)
    return next((event for event in EVENTS if re.search(event.pattern, folded)), None)


def ended_in(text: str) -> bool:
    """Whether a text speaks of a plan or a period that came to its end, or began, last year."""
    return bool(re.search(ENDED.pattern, fold(text)))


def dates_event(text: str, start: int, end: int) -> bool:
    """Whether the date `text[start:end]` is that of an event, not the bound of a count."""
    folded = fold(text[max(0, start - 12) : end])
    date = folded[len(folded) - (end - start) :]
    return not _COUNTED.match(date) and not _UNTIL.search(folded[: len(folded) - (end - start)])
