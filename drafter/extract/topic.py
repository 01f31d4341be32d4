"""A name that would say nothing outside its sentence (提出法律意见) gets what the sentence is about (合法性审核)."""

from drafter.extract import clause, trim
from drafter.extract.place import Place
from drafter.extract.words import BODIES, CARRIED, COUNCILS, FILLING, GENERIC, MATTERS, OUTCOMES, SPREADING, UNDERTAKINGS
from drafter.text.pattern import any_of, lazy

_THIN = lazy(
    rf"(?:就近|及时|推动|督促|共)?(?:{any_of((*CARRIED, *SPREADING, '审议', '研究', '涉及', '集体', '集中', '受益的', '纳入', '列入', '完成'))}并?){{0,2}}(?:{any_of(GENERIC)})(?:整改)?|(?:反馈|发现)?问题(?:完成|推动|督促)?整改(?:到位|完成)?"
).fullmatch
_THIN_ENDS = frozenset(word[-1] for word in GENERIC) | frozenset("改位成")
_EXAM_RATE = lazy("(?:合格|优秀|参考|及格|通过|平均)率").fullmatch
_UNDERTAKEN = lazy(
    rf"(?P<what>[^,。;:、的\d＿]{{0,14}}(?:＿+[^,。;:、的\d＿]{{0,4}})?(?:{UNDERTAKINGS}))(?=[,;\d]|事项|案件|工作|活动|覆盖|发现|反馈|$)"
).finditer
_EXAM = lazy(
    r"(?:(?:参加|组织|举行|开展)了?|(?:^|[,;])(?=[^,。;]{4,16}中,))(?P<what>[^,。;、\d]{2,14}?(?:考试|测试|测评|竞赛))"
).search
_COUNCIL = lazy(rf"(?:^|[,;])(?P<who>[^,。;、\d]{{0,12}}?{COUNCILS})").search
_WHO = lazy(r"^.*(?:组|局|办|部门|机关|单位|政府)(?=.{4})")
_LIGHT = lazy(r"^规范(?=.{6})|^.*(?:开展|组织|实施|进行|推进|举办|参加|完成|抓好)了?(?:对)?")
_FOUNDED = lazy(
    r"(?:^|[,。;]|组建|成立|设立|建立|新设|搭建)了?(?P<what>[^,。;\d]{4,18}?(?:库|团|队|工作室|中心|窗口|站|平台|委员会))(?:挂牌|揭牌|启用)?(?:运行|成立)?,[^,]*$"
).search
_SET_UP = lazy("^.*(?:组建|成立|设立|建立|搭建)了?")
_WEIGHTS = frozenset("考核权重 考核分值 分值 分值权重 分值占比 权重 分值权重占 考核分值 权重占 分值占".split())
_WEIGHT_WORDS = ("权重", "分值", "比重")
_WEIGHT_IN = lazy("(?P<what>[^,]{2,10}?)在[^,]*考[核评][^,]{0,4}中的?(?P<weight>权重|分值|比重)").match
_WEIGHED = lazy(r"[将把](?P<what>[^,。;]{2,12}?)纳入[^,。;]{2,24}?考[核评]").search
_MATTER = lazy(MATTERS)
_QUOTED = lazy(r"(“[^”]{3,8}”)(?:事项|改革|活动|平台|系统|服务|行动|机制|监管|窗口)")
_WARNED = lazy("(?:自动|网上|线上|发出|推送)?(?:预警|办案|提示|比对|流转|督办)(?:提示|信息)?").fullmatch
_WARNING_ENDS = frozenset("警案示对转办息")
_PLATFORM = lazy(r"(?:^|[,;])(?P<who>[^,。;\d]{2,12}平台)(?=覆盖|接入|联通|归集|汇集|运行|上线|网上|实现|累计)").search
_ACT_BEFORE = lazy(r"(?P<act>公平竞争审查|合法性审[查核]|备案审查)[^,。;\d]{0,8},[^,]*$").search
_TASKS = lazy(
    "(?:明确|细化|分解|部署|确定|列出|(?:逐项)?(?:分到|分解到|落实到)各?(?:责任)?单位的)?(?:重点|年度|工作|主要)*任务"
).fullmatch
_PLANNED = lazy(r"(?:印发|制定|出台|制发|下发)了?(?P<what>[^,。;、“”《》\d]{2,14}?(?:要点|计划|方案|清单|台账))").search
_LONGEST = 24
_LEADER = lazy(
    r"(?P<who>(?:[省市县区州镇]?委?政府|[省市县区州镇乡局厅]|党组|党政)?主要(?:负责人|负责同志|领导)|(?<![家组所站队科])[省市县区州局厅][委]?(?:书记|长)(?![期效远处]))"
).search
_INSTRUCTED = lazy("(?:[就对][^,]{2,30})?作出(?:重要)?批示").fullmatch
_DRAFT = lazy(r"《(?P<title>[^《》]{2,24}?)\(?(?:修订)?(?P<form>草案|征求意见稿)[^《》]*》[^。;]*$").search
_PLACE_NAME = lazy(r"^[^《》]{2,4}?[省市县区州](?=.{4})").sub
_ON_A_DRAFT = lazy(
    r"(?:社会(?:公众|各界))?(?:公开|广泛)?(?P<did>征集|征求|收到|收集|反馈|采纳|吸收采纳)(?:社会(?:公众|各界)|群众|公众|修改)?(?:意见(?:建议)?)?"
).fullmatch
# 修订市级行政许可事项清单，保留事项|312项; 公布三级行政许可事项清单，省级保留|487项
_KEPT_ON = lazy("(?P<whose>(?:[国省市县区]级)?)(?P<did>保留|列明|收录|列入|现有)(?:事项)?").fullmatch
_LIST = lazy(
    r"(?:修订|公布|编制|调整|发布|更新|完善|印发)(?:(?:并|和|、)?(?:公布|发布|印发))?了?(?P<what>[^,。;“”《》\d]{4,18}?事项)清单[^。;]*$"
).search
_OF_LEVELS = lazy("^(?:[国省市县区乡]、?)+(?:[两三四]?级)?").sub
# What was found and done while something was undertaken: 涉企收费专项检查中，检查单位1740家，立案97件.
_ALONE = frozenset(
    "立案 立案查处 结案 办结 检查单位 检查企业 检查场所 发现问题 查处案件 罚款 罚没款 责令改正 责令整改 整改问题 移送线索".split()
)
_DURING = lazy(r"(?:^|[;,])(?:在)?(?P<what>[^,。;、\d]{4,16}(?:检查|行动|整治|监督|督察|抽查))中,[^;]*$").search
_PARAGRAPH = 160


def with_topic(place: Place, name: str) -> str:
    """The name, with its topic in front where it is thin and the sentence has one."""
    if place.head[-1:] == "率" and _EXAM_RATE(place.head) and (found := _EXAM(place.lead)):
        return found["what"] + place.head
    if place.metric.unit in ("名", "人") and name.startswith(FILLING) and (found := _FOUNDED(place.lead)):
        body = trim.trim_head(_SET_UP.sub("", found["what"]))
        return body + ("成员" if "、" in name else name)
    if place.head in _WEIGHTS and (found := _WEIGHED(place.lead)):
        return f"{found['what']}考核{place.head.removeprefix('考核')}"
    if name.endswith(_WEIGHT_WORDS) and (found := _WEIGHT_IN(name)):
        return f"{found['what']}考核{found['weight']}"
    if name in OUTCOMES and "行政复议" in place.lead + place.total:
        return "行政复议" + name
    if name[-1:] in _WARNING_ENDS and _WARNED(name) and (found := _PLATFORM(place.lead)):
        return found["who"] + name
    if name.startswith(("审查", "审核")) and (act := _ACT_BEFORE(place.lead)) and act["act"].endswith(name[:2]):
        return act["act"] + name[2:]  # 落实公平竞争审查制度，审查政策措施44件
    if name.endswith("任务") and _TASKS(name) and (found := _PLANNED(place.lead)):
        return found["what"] + "任务"  # 印发年度工作要点，细化任务38项
    if said := _said_in_sentence(place, name):
        return said
    if name[-1:] not in _THIN_ENDS or not _THIN(name):
        return name
    topic = undertaking(place) or _body(place) or _council(place, name)
    if not topic and place.gap[:1] not in ("、", "和", "及"):
        topic = _matter(place, name) or _quoted(place)
    return topic + name if topic and topic[-2:] not in name and len(topic + name) <= _LONGEST else name


def _said_in_sentence(place: Place, name: str) -> str:
    """Who gave the instructions, during which inspection a case was opened, on which draft people had their say."""
    if _INSTRUCTED(name) and (who := _LEADER(place.lead) or _LEADER(_paragraph(place))):
        return who["who"] + "作出批示"
    if (kept := _KEPT_ON(name)) and (listed := _LIST(place.lead)):
        return f"{kept['whose'] or ''}{kept['did']}{_OF_LEVELS('', listed['what']) if kept['whose'] else listed['what']}"
    if name in _ALONE and (during := _DURING(place.lead)):
        return during["what"] + name
    return _drafted(place, name) if name.endswith(("意见", "意见建议", "采纳")) else ""


def _paragraph(place: Place) -> str:
    """The paragraph up to the figure, as far as a topic reaches."""
    text, start = place.given.text, place.metric.start
    return text[max(start - _PARAGRAPH, text.rfind("\n", 0, start) + 1) : start]


def _drafted(place: Place, name: str) -> str:
    """《城市供水条例（草案）》公开征集意见640条，吸收采纳118条: of which draft; "" where the sentence names none."""
    draft, said = _DRAFT(place.lead), _ON_A_DRAFT(name)
    if not draft or not said:
        return ""
    return f"{_PLACE_NAME('', draft['title'])}{draft['form']}{said['did']}意见"


def undertaking(place: Place) -> str:
    """开展法治督察，发现问题618个: the last thing undertaken in the sentence before this clause."""
    found = list(_UNDERTAKEN(clause.veiled(place.lead).partition("其中")[0]))
    if not found:
        return ""
    what = trim.trim_head(_LIGHT.sub("", place.lead[found[-1].start("what") : found[-1].end("what")]))
    return _WHO.sub("", what) if len(what) > 8 else what


def _body(place: Place) -> str:
    """设立行政复议受理点32个，接收申请217件: the body that was counted is the one that acts."""
    body = trim.object_of(place.own).rpartition("的")[2] if place.own else ""
    return body if body.endswith(BODIES) else ""


def _matter(place: Place, name: str) -> str:
    """编制重大行政决策目录，组织听证会4次: the matter that the sentence speaks of."""
    text, start = place.given.text, place.metric.start
    paragraph = max(start - _PARAGRAPH, text.rfind("\n", 0, start) + 1) if name == "发现问题" else start
    found: list[str] = _MATTER.findall(place.lead) or _MATTER.findall(text[paragraph:start])
    acts = [what for what in found if what.endswith(("审查", "审核"))] if name.startswith(("提出", "出具")) else []
    return (acts or found or [""])[-1]


def _quoted(place: Place) -> str:
    """“跨省通办”事项增至203项，1265万人次群众受益."""
    found = _QUOTED.findall(place.lead)
    return found[-1] if found else ""


def _council(place: Place, name: str) -> str:
    """市政府常务会议审议涉法议题27个，集体学法10次: the body that met."""
    found = _COUNCIL(place.lead)
    return trim.trim_head(found["who"]) if found and ("学法" in name or name.startswith(("审议", "研究", "听取"))) else ""
