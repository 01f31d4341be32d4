"""What a name lacks is taken from the total, the figure before or the clause before: Chinese drops what was just said."""

from drafter.extract import clause, trim
from drafter.extract.members import counted_alike
from drafter.extract.part_noun import noun_of_total
from drafter.extract.place import Place
from drafter.extract.terms import of_total
from drafter.extract.topic import undertaking
from drafter.extract.words import (
    AGENTS,
    BARE_VERBS,
    CARRIED,
    DONE_WITH_ALL,
    DONE_WITH_PART,
    JUDGED,
    MEASURED,
    NEWLY,
    OBJECTLESS,
    OBJECTLESS_AROUND,
    OF_CASES,
    OF_RATES,
    OWNERS,
    PERSONS,
    RANKS,
    SPREADING,
    TESTS,
)
from drafter.text.pattern import any_of, lazy
from drafter.text.units import same_unit

_CARRIED = lazy(f"^(?:{any_of(CARRIED)})").match
_VERB_FIRST = lazy(f"^(?:累计|主导|参与|牵头|或|协助|新)*(?:{any_of(CARRIED)}){{1,2}}").match
_ANY_CARRIED = lazy(any_of(CARRIED))
# 新增 and 新收 are 新 with a verb of one character
_VERB_ALONE = any_of((*OBJECTLESS, "增", "收"))
_VERBS_ALONE = f"(?:{_VERB_ALONE})(?:并?(?:{_VERB_ALONE}))?"
_OBJECTLESS = lazy(_VERBS_ALONE.join(OBJECTLESS_AROUND)).fullmatch
_AROUND_BARE = lazy(rf"(?:向|为|由|经)[^,]{{2,20}}?(?P<verb>{any_of(OBJECTLESS)})").fullmatch
_QUOTED = lazy("“[^”]+”(?=.)").search  # a campaign that does something, not a name of people at the end
_RANKED = lazy(f"^(?:{any_of(RANKS)})")
_NEWLY = lazy(f"^(?:{any_of(NEWLY)})").match
_MEASURED = lazy(f"(?:{any_of(MEASURED)})").fullmatch
_SIZED = lazy("(?:总?面积|产量|规模|总市值)$")
_OF_RATE = lazy(OF_RATES).match
_KINDS_OF = ("案件", "案卷", "文件", "信息", "申请", "事项", "合同", "纠纷", "诉求", "投诉", "问题", "隐患")
_REACHING = ("覆盖", "惠及", "辐射", "参与")
_LISTED_THINGS = ("事项", "文件", "清单")  # 调整市级权责事项217项，包括新增64项
_LONG_WHOLE = 6
_OF_SHARE = lazy("(?:占比|率|比例|比重)$").search
_CLOSED = ("结案", "审结", "办结", "销号")
_OWNING = ("人", "名", "户", "家")
_CASES = ("件", "起", "宗")
_HOTLINE = lazy(r"(\d{5})[”\"]?[^,，。;；\d]{0,14}热线").search
_RATE = lazy(r"(?:率|度|压缩比|占比|比例|比重|总数|总量)$").search
_AVERAGED = lazy("平均|人均|户均").match
_RATES = ("%", "个百分点")
_AVERAGE_ALONE = lazy("[日周月年户场件次]均|平均每[日天周月年]").fullmatch
_SUM = lazy("(?:总数|总量|数量|数)$")
_AGENT_VERB = lazy(rf"^.{{2,8}}(?:平台|热线|局|部门|系统|机关|机构|法院|中心|委员会|窗口)(?:{any_of(CARRIED)})").match
_NO_OBJECT = lazy(
    rf"(?P<who>.{{2,12}}(?:{AGENTS}|本级))(?:{any_of(OBJECTLESS)})|(?P<field>.{{2,12}})(?:立案|结案|审结|受理|收案)"
).fullmatch
_FINED = lazy("罚款|罚没|罚没款|没收违法所得").fullmatch
_AGENT = lazy(rf"^.{{0,8}}(?:{AGENTS})").match
_LEVEL_OWNER = lazy(f"(?P<owner>.*(?:{any_of(OWNERS)}))(?P<verb>.{{2,4}})$").match
_LEVEL = lazy(
    r"(?:国家|省|市|县|区|州|镇|乡|乡镇|村|社区)级|(?:村|镇|乡镇|县|社区)(?:\((?:社区|街道|市|区|市、区)\))?|镇村|街道|镇街|线上|线下|农民工|妇女|未成年人|老年人|残疾人|青少年|涉企|民营企业"
).fullmatch
_RATED = lazy("^(?:评定|评出|评为|被评为)").sub
_ASIDE = lazy(r"\([^()]*\)$").sub
_CAMPAIGN = lazy("“[^“”]{3,8}”").search
_LONG_CLAUSE = 12
_ALL_KINDS = lazy("^(?:各级各类|各类|各级|现行|全部|所有)").sub
_TAKEN_AS = lazy(r"[把将](?P<what>[^,。;\d]{2,12}?)作为[^,。;\d]*,[^,。;\d]*$").search
_TAKEN_UP = lazy("纳入(?P<did>清理|评查|排查|检查|评估)(?:范围)?").fullmatch
# 开展存量文件清理，保留83件，废止|26件: figures may stand between
_UNDER_WAY = lazy(
    r"(?:开展|组织|进行)了?(?P<what>[^,。;\d]{2,12}?)(?:专项|集中|全面)?(?P<did>清理|评查|排查|检查|评估),(?:[^,。;]*\d[^,。;]*,)*[^,。;]*$"
).search
_REPEALED = frozenset("废止 修改 宣布失效 拟废止 拟修改".split())
_IN_NAME = lazy("以[^,、]{1,10}名义(?:制发|印发|发布|出台|制定|下发|发)").match
_SPREAD = lazy(f".*(?:{any_of(SPREADING)})(?=.{{2,6}}$)").match
_DRAWN = lazy(".*(?:单位|部门|机关|系统)(?P<verb>抽调|选调|选派|借调)").fullmatch
_WENT_THROUGH = lazy(
    r"对(?P<what>[^,。;]{2,30}?)(?:逐[一份件项家条卷]|全面|集中|统一|严格|从严|依法)*(?:开展|进行|实施)?(?:集中|全面|专项|公平竞争|合法性|备案)?"
    r"(?:把关|审[查核]|清理|梳理|排查|摸排|评查|检查|复核|过筛|体检|核查|评估),[^,]*$"
).search
_VISITS = lazy("[^,]{0,8}(?:来访|上访|走访)").fullmatch
_POWERS = frozenset("许可 处罚 强制 检查 确认 奖励 给付 裁决 征收 征用".split())
_ADJUSTED = lazy("(?:调整|清理|修订|精简|整合|优化|梳理)后").fullmatch  # 梳理权责事项，调整后共|328项
_LEAVING_OUT = lazy(r"(?:扣除|剔除|不含)[^,]{2,12}后").fullmatch  # 扣除交通违法后为|46.7万件
_INSTANCES = ("一审", "二审", "再审")
_INSTANCE = lazy("^(?:一审|二审|再审)")
_TIMES = ("今年", "本年", "全年", "当年", "年内", "本年度", "今年以来")


def completed(place: Place) -> str:
    """The name of a figure that is named by what stands before it."""
    if found := _AROUND_BARE(place.head):
        place = place._replace(head=found["verb"])
    head, last = place.head, place.last
    if people := _of_people(place):
        return people
    if place.total:
        by = _IN_NAME(place.raw)  # 其中以市政府名义制发5件、以办公室名义制发7件
        return by.group() if by else _part(place)
    if reviewed := _of_review(place):
        return reviewed
    if head in JUDGED and last:
        return _judged(head, trim.object_of(last))
    if _OBJECTLESS(head):
        return _verb_alone(place, head)
    if _VISITS(head) and place.metric.unit in ("批", "批次"):
        return head + "批次"
    if not head and not last and place.gap in ("、", "和", "及", "与"):
        return place.own
    if not head and place.near and place.given.parents.get(place.near.id) == place.metric.id:
        return _sum_of(place.own)
    if not last:
        return head if len(head) > 2 else _said_before(place) + head
    return _of_the_last(head, last) or _rate(place) or _carried(place)


def _sum_of(own: str) -> str:
    """甲县、乙县分别办理复议案件30件、42件，共计|72件: what each of them did."""
    did = _ANY_CARRIED.search(own)
    return own[did.start() :] if did else trim.object_of(own)


def _of_people(place: Place) -> str:
    """People that a bare verb makes of those counted: 从单位抽调|11人, 涉案|23人, 惠及|3万人."""
    unit, head, object_ = place.metric.unit, place.head, trim.object_of(place.last)
    if unit not in ("人", "名", "人次"):
        return ""
    if unit != "人次" and (drawn := _DRAWN(head)):
        return drawn["verb"] + "人员"
    if head in PERSONS:
        return (object_ if len(object_) > 2 else "") + head + ("人次" if unit == "人次" else "人员")
    reaching = unit != "名" and head in _REACHING and place.last
    return f"{object_}{head}{'人次' if unit == '人次' else '人数'}" if reaching else ""


def _of_review(place: Place) -> str:
    """What a review was of, and what came of it: 开展文件清理，纳入清理的|53件; 组织专项清理，废止|22件; 调整后共|328项."""
    head, lead = place.head, place.lead
    if head in _REPEALED and (under := undertaking(place)):
        return under + head + ("" if "文件" in under else "文件")
    taken = _TAKEN_UP(head)
    did = taken["did"] if taken else "清理" if head in _REPEALED or head == "保留" else ""
    if did and (under_way := _UNDER_WAY(lead)) and under_way["did"] == did:
        return (did if taken else head) + under_way["what"]
    if _ADJUSTED(head) and (of := trim.object_of(trim.as_name(clause.previous(place.given.text, place.metric.start)))):
        return head + of
    return ""


def _said_before(place: Place) -> str:
    """The clause before as a name; of a long one the campaign that it quotes (高频事项实现“跨省通办”，累计办理)."""
    said = clause.previous(place.given.text, place.metric.start)
    quoted = _CAMPAIGN(said) if len(said) > _LONG_CLAUSE else None
    return quoted.group() if quoted else trim.as_name(said)


def _of_the_last(head: str, last: str) -> str:
    """Words that need the thing before them: 平均, 二审, 罚款, 涉案金额, 总数, 省级."""
    if _AVERAGE_ALONE(head):
        return head + _SUM.sub("", trim.object_of(last))  # 热线话务总数20693个，日均230个
    if head.startswith(("平均", "每", "人均")):
        return head if len(head) > 3 else head + trim.object_of(last)
    if head in _INSTANCES:
        return head + _INSTANCE.sub("", trim.object_of(last))
    if _FINED(head):
        return _fined(last) + head
    if _MEASURED(head):
        return _short(_SIZED.sub("", trim.object_of(last))) + head
    if _LEAVING_OUT(head):
        return head + trim.object_of(last)
    if head in ("减幅", "降幅", "增幅"):
        return trim.object_of(last) + head
    if head in ("累计", "总数", "总量"):
        return head + trim.object_of(last) if head == "累计" else trim.object_of(last) + head
    if head in RANKS:
        verb = _VERB_FIRST(last)
        return (verb.group() if verb else "") + head + _RANKED.sub("", trim.object_of(last))
    return ""


def _fined(last: str) -> str:
    """Who fined or for what: 市场监管局|罚款, 行政处罚|罚没款; "" where only cases are told."""
    if (agent := _AGENT(last)) and not agent.group().endswith(("执法机关", "执法部门", "行政机关")):
        return agent.group()
    cases = trim.object_of(last)
    matter = cases.removesuffix("案件")
    told = matter != cases or cases.endswith("处罚")
    return matter if told and 3 <= len(matter) <= 8 else ""


def _verb_alone(place: Place, head: str) -> str:
    """受理申请412件，审结389件: the object of the figure before, if it is counted alike."""
    if head.startswith("立案"):
        return head  # the case is in the verb
    if place.last and (bare := _NO_OBJECT(place.last)):
        return (bare["who"] or bare["field"]) + head  # 市场监管系统立案2903件，结案2741件
    near, unit = place.near, place.metric.unit
    if what := _gone_through(place):
        return head.removesuffix("出") + what
    if not place.last and (what := undertaking(place)):
        return what if what.endswith(head) else what + head
    if head in OF_CASES and unit in _CASES and (near is None or near.unit not in (*_CASES, *_RATES)):
        return head + "案件"
    if not place.last:
        return _said_before(place) + head
    object_ = trim.object_of(counted_alike(place) if head.endswith("结转") or _OF_SHARE(place.last) else place.last)
    if _OF_SHARE(object_):
        return head + ("案件" if unit in _CASES else "")
    object_ = "案件" if object_.endswith(("立案", "应诉")) or object_ == "查处" else object_  # 立案48件、办结41件
    owned = _LEVEL_OWNER(place.own.removesuffix(object_)) if place.gap.startswith("、") else None
    return (owned["owner"] if owned else "") + head + object_


def _gone_through(place: Place) -> str:
    """对公告和文书逐份把关，先后审核|93份; 对存量文件开展清理，梳理出|611件: what the clause before went through."""
    found = _WENT_THROUGH(place.lead) if not place.near or "对" in place.gap else None
    what = _ALL_KINDS("", found["what"].rpartition("的")[2].rpartition("等")[2]) if found else ""
    return what if 2 <= len(what) <= _LONG_CLAUSE else ""


def _judged(head: str, whole: str) -> str:
    """优秀案卷, 败诉案件; but 食品抽检不合格."""
    if whole.endswith(TESTS):
        return whole + head
    kind = "案件" if whole[-2:] in OBJECTLESS or whole.endswith(("到庭", "出庭", "判决")) else whole[-2:]
    return head if kind in head else head + kind


def _rate(place: Place) -> str:
    """办结率, 满意率: of what was just counted; a rate with words of its own needs none."""
    if not _RATE(place.head) or not (len(place.head) <= 4 or (len(place.head) <= 6 and _OF_RATE(place.head))):
        return ""
    if place.head == "成功率" and "调解" in place.lead:
        return "调解成功率"  # of the act, not of what it was done to
    hotline = None if of_total(place) else _HOTLINE(place.lead)
    if hotline:
        return f"{hotline[1]}热线{place.head}"
    stem = place.head.removesuffix("率")
    if stem in _CLOSED and place.own.endswith(stem) and len(place.own) > 4:
        return place.own + "率"  # 劳动保障监察结案259件，结案率97%
    object_ = trim.object_of(place.last)
    stem = place.head.removesuffix("率").removesuffix("总数").removesuffix("总量")
    told = stem not in ("", place.head) and stem in object_ and stem not in BARE_VERBS  # 财政赤字…赤字率
    return place.head if told or _RATE(place.last) else object_ + place.head


def _part(place: Place) -> str:
    head = _RATED("", place.head)
    whole = trim.object_of(place.total)
    if head in JUDGED:
        return _judged(head, whole)
    if _ASIDE("", head).endswith(OWNERS) and not trim.starts_with_verb(head):
        return head + place.total
    if owned := _LEVEL_OWNER(head):
        return head + whole if _OBJECTLESS(owned["verb"]) and not head.endswith(whole) else head
    if kind := _of_kind(place, head, whole):
        return kind
    if place.raw == "成功":
        return place.total + place.raw  # the one adverb that says what came of it
    if "结转" in head or head.endswith("后") or head.startswith("被"):
        return head + whole  # 扣除交通违法后|处罚案件, 被纠错|一审案件
    if _OBJECTLESS(head) and place.gap.startswith("、") and (owned := _LEVEL_OWNER(place.own.removesuffix(whole))):
        return owned["owner"] + head + whole  # 其中省政府本级受理436件、审结412件
    if _OBJECTLESS(head) and any(done in head for done in DONE_WITH_PART):
        return whole + head if "整改" in head or "建议" in head else head + whole
    if head in DONE_WITH_ALL:
        return head + (
            whole[-2:].replace("清单", "事项") if len(whole) > _LONG_WHOLE and whole.endswith(_LISTED_THINGS) else whole
        )
    if _LEVEL(head):
        return head + whole
    if head and "、" in place.total and head in place.total and (verb := _CARRIED(place.total)):
        return head if _CARRIED(head) else verb.group() + head  # 检查药品、医疗器械单位54家次，其中药品25家次
    if head and "总" not in head and not _CARRIED(head) and (newly := _NEWLY(place.total)):
        return newly.group() + head
    return head or (place.raw if place.raw not in _TIMES else place.raw + place.total.removeprefix("累计")) or place.total


def _of_kind(place: Place, head: str, whole: str) -> str:
    """许可 of powers, 食品类, 普通程序 and 其他 are kinds: the name ends in what they are kinds of."""
    noun = whole[-2:] if whole[-2:] in _KINDS_OF else ""
    if head in _POWERS and place.metric.unit in ("项", "类", "大类"):
        return "行政" + head  # 行政权力事项1525项，其中许可203项
    if head.endswith(("类", "程序")) and noun:
        return head + noun
    if head in ("民事", "刑事", "行政") and noun:
        return head + noun
    return head + (noun or noun_of_total(place) or "事项") if head in ("其他", "其它") else ""


def _carried(place: Place) -> str:
    near, head, last = place.near, place.head, place.last
    listed = near and place.gap[:1] in ("、", "和", "及") and place.metric.start - near.end <= clause.LONGEST
    verb = _VERB_FIRST(last) or _AGENT_VERB(last)
    if listed and place.metric.unit == "%" and (average := _AVERAGED(place.own)) and not _AVERAGED(head):
        return (place.own[:-2] if len(head) == 2 and len(place.own) > 5 else average.group()) + head
    if not head and place.metric.unit == "元" and near and near.unit in _OWNING and "的" in place.own:
        return place.own.rpartition("的")[0]  # 3986名劳动者拿到被拖欠的工资，合计5241万元
    if not head and near and not same_unit(near.unit, place.metric.unit) and (form := _TAKEN_AS(place.lead)):
        return form["what"]  # 520人参训；把旁听庭审作为重要形式，全年组织83场
    if not head:
        return last + (place.raw if place.raw == "成功" else "")
    if listed and verb and not _ANY_CARRIED.search(head):
        return head + _thing(last) if head in BARE_VERBS else verb.group() + head
    if listed and (reached := _SPREAD(last)):
        return reached.group() + head  # 活动走进机关23家、企业|41家
    quoted = _QUOTED(last)
    if quoted and len(head) <= 5:
        return quoted.group() + head
    alike = near and near.unit == place.metric.unit
    if last and len(head) in (2, 4) and (head if len(head) == 2 else alike and head.removeprefix("累计")) in BARE_VERBS:
        return head + _thing(last)
    return head


def _thing(name: str) -> str:
    """The object without any verb: 修改规章 → 规章."""
    said = trim.object_of(name)
    return said[2:] if said[:2] in BARE_VERBS and len(said) > 3 else said


def _short(name: str) -> str:
    return name.rpartition("的")[2] if len(name) > 14 else name
