"""Names that the matter itself makes: the dead of accidents, money put into a work, limits that the law sets, what is left out."""

from drafter.extract import trim
from drafter.extract.noun import noun_after
from drafter.extract.place import TIMES, Place
from drafter.extract.words import CARRIED
from drafter.text.pattern import any_of, lazy

_CASUALTIES = lazy(
    r"(?:.{0,8}?(?P<how>造成|共|致))?(?P<who>.{0,10}?)(?P<what>死亡|受伤|伤亡|重伤|轻伤|失踪|死伤)(?:人数)?"
).fullmatch
_ACCIDENT = lazy(r"(?:发生|列入统计的|上报|接报)?(?P<kind>[^,。;、的\d]{0,10}?(?:事故|火灾|灾害))")
_FIRST = lazy(r"[、,]|\d").split
_MONEY = lazy(
    r"(?:.{0,12}?)(?P<verb>(?:累计|总|计划|实际)?(?:投资|投入|安排|筹措|争取|落实)(?:(?:专项|财政|各类|补助|工作|上级|中央|省级)*(?:资金|经费))?)"
).fullmatch
_WORK = lazy(
    r"(?:,|、)?(?:,?(?:先后|用于|对|实施|开展))*(?P<work>(?:建成|建设|新建|改建|扩建|改造|打造|修建|购置|升级|整治|维修|完善|提升|装修)[^,。;、\d]{3,16})"
).match
_THOUGHT = "习近平法治思想"
_STUDY = lazy(
    r"(?:举办|开展|组织)?(?P<how>(?:专题|集中|集体)*(?:学习|研讨|学习研讨|交流研讨|研讨交流|宣讲|宣讲活动|讲座|辅导))"
).fullmatch
_BY_LAW = lazy(r"(?P<what>.{2,}?)(?:由|从)(?:原来?的?)?法定的?(?:时限)?").fullmatch
_TIMED = lazy("时间|时限|用时|时长|周期|期限$").search
_SERVING = lazy(r"担任(?P<as>[^,。;、\d]{2,12})").match
_WHO = lazy("(?P<who>民警|干部|律师|人员|骨干|教师|法官|检察官|党员|志愿者|专家|职工|员)$").search
_MADE_UP = lazy(r"(?:共同)?组[成建]了?(?P<body>[^,。;、\d]{2,12})").match
_DRAWN = lazy("(?:随机|集中|共)*(?:抽取|调取|抽选|抽查|选取)(?P<what>[^,]{0,6}(?:案卷|卷宗))").fullmatch
_LOOKED_AT = lazy("(?:随机|集中|共|交叉)*(?P<verb>抽取|调取|抽选|抽查|选取|评查|检查)").fullmatch
_FILES_OF = lazy(
    r"(?P<who>[^,。;、\d]{0,6}?(?:单位|部门|乡镇|街道|企业|机关))(?P<what>(?:行政)?(?:执法|处罚|许可)?(?:案卷|卷宗))\d"
).match
_NEXT_STOP = 40
_WENT_FOR = lazy(r"[^,。;]*?(?:开展|进行)?(?P<act>督导|调研|督察|检查|指导|宣讲|走访|暗访|核查|评估|送法)(?=[,。;])").match
_EXAM = lazy(r"(?:参加|组织|举办|举行|开展)了?(?P<what>[^,。;、\d]{2,14}?(?:考试|测试|测评|竞赛))").search
_VISITED = lazy("(?:督导|调研|督察|检查|指导|宣讲|走访|暗访|核查|评估|送法)的").match
_LEFT_OUT = lazy(r"(?P<what>[^,。;、\d]{2,14}?)以?外(?=[,全均其都已]|$)").match
_TAKEN_UP = lazy(rf"^(?:{any_of(CARRIED)}|列出|形成|确定)").sub


def casualties(place: Place) -> str:
    """发生生产安全事故17起、死亡|20人: the dead are of the accidents."""
    found = _CASUALTIES(place.head) or (_CASUALTIES(_FIRST(place.rest)[0]) if place.head in ("", "造成") else None)
    if not found:
        return ""
    of_one_kind = place.near is not None and place.near.unit in ("起", "件") and bool(place.total)
    who = place.own if of_one_kind and not found["who"] else found["who"]  # 其中建筑施工13起、死亡9人
    kinds = [kind for said in (place.head, place.total, place.own, place.lead) for kind in _ACCIDENT.findall(said)[-1:]]
    kind = (kinds[0][-2:] if of_one_kind else kinds[0]).replace("发生", "") if kinds else ""
    return f"{'' if who in kind else who}{kind}{found['what']}人数" if kind else ""


def invested(place: Place) -> str:
    """投资|50万元|建成法治公园: money is told by what it was put into."""
    found = _MONEY(place.raw)
    work = _WORK(place.rest) if found else None
    return f"{work['work']}{found['verb']}" if found and work else ""


def studied(place: Place) -> str:
    """将习近平法治思想纳入学习重点内容，全年组织专题学习|3次: what was studied is said before."""
    alone = _STUDY(place.head) if _THOUGHT in place.lead and place.gap[:1] != "、" and "分别" not in place.raw else None
    return _THOUGHT + alone["how"] if alone else ""


def by_law(place: Place) -> str:
    """平均办理时限由法定|14.6个工作日|压缩到4.2个工作日: the limit of the law, not that of the year."""
    found = (_BY_LAW(place.head) or _BY_LAW(place.raw)) if "法定" in place.raw else None
    if not found:
        return ""
    what = trim.trim_head(found["what"])
    return f"法定{what}" if place.metric.unit not in TIMES or _TIMED(what) else f"{what}法定时限"


def reviewed(place: Place) -> str:
    """组织案卷评查，随机抽取案卷|210卷: files are drawn in order to be reviewed."""
    found = _DRAWN(place.head) if place.head.endswith(("卷", "卷宗")) and "评查" not in place.head else None
    return f"评查{found['what']}" if found and "评查" in place.lead + place.rest else ""


def files_of(place: Place) -> str:
    """抽查|18家|单位案卷|92卷: whose files were looked at, and the files."""
    verb = _LOOKED_AT(place.head)
    if verb and (found := _FILES_OF(place.rest_of_clause)):
        return f"{verb['verb']}的{found['who']}"
    found = _FILES_OF(place.raw + "0")
    return f"{place.own.partition('的')[0]}{found['what']}" if found and place.own.endswith("的" + found["who"]) else ""


def visited(place: Place) -> str:
    """派出督导组赴|5个|市督导: where one went, told by what for."""
    text, end = place.given.text, place.metric.end
    also = place.gap.endswith("、") and _VISITED(place.own)
    purpose = _WENT_FOR(text, end, end + _NEXT_STOP) if also or place.raw.endswith(("赴", "前往")) else None
    noun = noun_after(place.rest)[0] if purpose else ""
    return f"{purpose['act']}的{noun.removesuffix(purpose['act'])}" if purpose and noun else ""


def marked(place: Place) -> str:
    """643名工作人员参加考试，合格率100%，平均|93.6分: the mark is of the examination."""
    exam = _EXAM(place.lead) if place.head in ("平均", "平均得分", "平均成绩", "平均分", "均分") else None
    return f"{exam['what']}平均分" if exam else ""


def serving(place: Place) -> str:
    """选派法制、经侦民警|164名|担任企业联络员: they are told by what they serve as."""
    found = _SERVING(place.rest) if trim.starts_with_verb(place.head) or not place.head else None
    who = _WHO(place.head) if found and place.head else None
    return f"担任{found['as']}的{who['who']}" if found and who else ""


def composed(place: Place) -> str:
    """由执法骨干和律师共|80人|组成评审组: the members of what they make up."""
    found = _MADE_UP(place.rest) if place.raw.startswith("由") else None
    return f"{found['body']}成员" if found else ""


def left_out(place: Place) -> str:
    """制定措施120项，除|4项|需要长期坚持外全部完成: the few that the rest is told without."""
    found = _LEFT_OUT(place.rest) if place.raw.endswith(("除", "除了")) else None
    return f"{found['what']}的{_TAKEN_UP('', place.total or place.own)}" if found else ""
