"""Names of figures that stand in a list: 分别为, levels that share a noun, 由a到b, two figures side by side."""

from drafter.extract import trim
from drafter.extract.noun import noun_after
from drafter.extract.place import BREAK, Place
from drafter.extract.words import CARRIED, COMPARING, MEASURES, OF_RATES
from drafter.text.pattern import any_of, lazy

MOST = 15  # figures of one list
_SEPARATOR = lazy(r"(?:以上|左右|以内)?(?:[、和及与]|以及)").fullmatch
_RESPECTIVE = lazy(
    r"(?P<owners>[^,。;:\n]{2,60}?)的?(?:[两三四五六]类)?(?:居前[^,。;]{1,3}位|居多|最多|较多|较为集中|位居前列)?,?(?P<verb>(?:同比|年均|累计)?(?:分别|依次|各(?=[为有占]))(?:[^,。;:、\d]{0,8}|[较比][^,。;:、]{2,16}))$"
).search
# 法律顾问、公职律师达到412人和263人: without 分别 there must be as many owners as figures
_EACH = lazy(
    r"(?:^|[,。;:\n])(?P<owners>[^,。;:\d\n]{4,40}?)(?P<verb>达到?|为|增至|升至|增加到|提高到|有|(?:平均|同比)?(?:压减|压缩|缩短|减少|增加|增长|下降|提高|精简)了?)$"
).search
_DEED = lazy(rf"(?:分别|依次)(?P<deed>(?:{any_of(CARRIED)})[^\d]{{0,8}}|[^\d为达有是占到至居列于在破超稳高低]{{2,4}})$").search
_VERB_ALONE = lazy(f"(?:{any_of(CARRIED)}|移出|列入|纳入|合并|归并|整合|精简|撤销|修改|调整)").fullmatch
_OBJECTS = lazy(rf"(?:^|[,。;:\n])(?:全年|共|先后|累计|及时)*(?P<verb>{any_of(CARRIED)})(?P<owners>[^,。;:\d\n]{{4,30}})$").search
_VERB_OPENS = lazy(f"(?:{any_of(CARRIED)}|移出|列入|纳入)(?=.{{2}})").match
_FEWER = lazy("(?:平均|同比)?(?:压减|精简)了?").fullmatch
_CHANGED = lazy(rf"(?:{COMPARING})了?$").search
_OF_FIGURES = lazy(
    r"[^,。;\d]{0,6},?(?P<what>[^,。;、\d]{0,8}?)(?:同比)?(?:分别|依次|[较比](?:上年|去年)(?:同期)?)(?:[较比](?:\d{4}年|上年|去年))?(?P<verb>[^,。;\d]{1,8})"
).fullmatch
_BARE_RATE = lazy("[^市县省区]{1,3}[率度]").fullmatch
_RATE_ALONE = lazy("[^市县省区]{2,5}率").fullmatch
_OF_RATE = lazy("(?P<of>.*(?:事项|案件|案卷|文件|申请|诉求|意见|建议|提案))[^的]{2,6}率").fullmatch
_QUALIFIED = lazy(f"(?:{OF_RATES})办?结?率?").match
_FROM = lazy("[由从](?:原来的?)?(?:法定的?)?$").search
_TO_ANY = lazy(r"[^,。;、\d]{0,6}[到至为](?:承诺|目前|实际)?的?").fullmatch
_TIME = lazy(r"\((?:年初|上年末?|去年|改革前)\)$")
_LEVELS_OF_LAW = lazy("^法定(?=.{2})|法定(?=时限$)")
_TO_LEVEL = lazy(
    rf"(?:的?(?:提高|{COMPARING}|调整|优化|扩展|扩大|拓展|延伸|整合|归并|合并|撤并|压减|精简|扩大|升|降|增|减|下调|上调)了?[到至为](?:\d{{4}}年末?的?|(?:去年|上年|现在|目前)底?的?)?)"
).fullmatch
_COUNT = lazy(r"(?<![每比\d])\d[\d.]*\D{1,2}$").split
_SINCE = lazy(r"[较比](?:\d{4}年|上年|去年)(?:同期)?$").sub
_ABOUT = lazy("(?<=.{4})(?:围绕|聚焦|针对|结合)[^、]*$").sub
_KINDS = ("单位", "企业", "主体", "者", "纠纷", "诉求", "投诉")
_DOES = lazy(f"(?:{any_of(tuple(verb for verb in CARRIED if len(verb) == 2))})(?=.{{2,8}}$).+").search
_THOSE = lazy("(?:这)?(?:前|后)?[两二三四五]者").fullmatch
_IN_KINDS = lazy("[两三四五六七八](?:大?类|个领域)(?=[^级]{2})").sub
_MEMBERS = lazy(r"、(?![^()]*\))").split  # 市直部门、县(市、区)政府
_LEVELS_OF = lazy("(?P<all>[国部省市县区乡镇村州]{1,2}(?:、[国部省市县区乡镇村州]{1,2})+)[两三四]级").fullmatch
_LEVEL_ALONE = lazy("[国部省市县区州乡镇村]{1,2}级").fullmatch
_LAST_AND = lazy(r"(.+)(?:以及|和|及|与)(.+)").fullmatch
_SHARED = lazy(f"(?:{MEASURES})").search
_LEVEL = lazy(r"(?:国家|省|市|县|区|州|乡|镇|村|部)级").match
_LEVEL_TAIL = lazy(
    r"^、\d+[余多]?[个家所处座名件项](?:国家|省|市|县|区|乡|镇|村|部)级(?:(?:、|和|及)\d+[余多]?[个家所处座名件项](?:国家|省|市|县|区|乡|镇|村|部)级)*(?P<what>[^、,。;\d]{2,14})"
).match
_NUMBERED = lazy("(?P<ordinal>第?)(?P<all>[一二三四](?:[、和及]第?[一二三四])+)(?P<what>[^、]+)").fullmatch
_ORDINALS = lazy("[一二三四]").findall
_OWN_WORDS = lazy("其中|的").split


def to_level(place: Place) -> str:
    """由5天压缩至2天: the second level is of the same thing."""
    near = place.near
    changed = near and (
        _TO_LEVEL(place.gap) or (_FROM(place.given.text, max(0, near.start - 8), near.start) and _TO_ANY(place.gap))
    )
    return _LEVELS_OF_LAW.sub("", _TIME.sub("", place.own)) if changed else ""


def respective(place: Place) -> str:
    """公安、住建领域分别为387件、246件: as many owners as figures, in the same order."""
    text, metrics, at = place.given.text, place.given.metrics, place.at
    first, last = at, at
    while first > max(0, at - MOST) and _SEPARATOR(text, metrics[first - 1].end, metrics[first].start):
        first -= 1
    while last + 1 < min(len(metrics), at + MOST) and _SEPARATOR(text, metrics[last].end, metrics[last + 1].start):
        last += 1
    if first == last:
        return ""
    if earlier := _told_before(place, first, last):
        return earlier
    window = text[max(0, metrics[first].start - 70) : metrics[first].start]
    told = _RESPECTIVE(window)
    opened = told or _EACH(window)
    if opened and first and _THOSE(opened["owners"]):  # 审查议题、合同和其他材料147件，三者分别为
        return _those(place, at - first, last - first + 1)
    owners = _split(_OWN_WORDS(trim.trim_head(_IN_KINDS("", opened["owners"])))[-1], last - first + 1) if opened else []
    if opened is None:
        return _under_one_verb(window, at - first, last - first + 1)
    if owners[0][:1].isdigit() or len(owners) <= last - first or (told is None and len(owners) != last - first + 1):
        return ""
    # 公安、住建领域受理案件数居前: what the last owner is called and does holds for all of them
    owners[-1] = _SINCE("", _ABOUT("", _COUNT(owners[-1])[0]))  # 审查合同、协议及其他事项96件，依次为; 死亡人数比2020年分别下降
    owner = trim.trim_head(owners[at - last - 1])
    if place.total and _LEVEL_ALONE(owner):
        return owner + trim.object_of(place.total)  # 公布典型案例15件，省、市、县三级分别为3件、5件、7件
    said = opened["verb"]
    change = _CHANGED(said)
    deed = _DEED(said)
    verb = ("同比" if "同比" in said else "年均" if "年均" in said else "") + (change.group().rstrip("了") if change else "")
    verb = deed["deed"] if deed and not change else verb
    verb = verb or (said.rstrip("了") if _FEWER(said) else "")
    name = _shared(owner, trim.trim_head(owners[first - last - 1]), owners[-1]) + verb
    acted = _VERB_OPENS(owners[0]) if at > first and told and not verb and not name.endswith(("率", "度")) else None
    return name if not acted or trim.starts_with_verb(name) else acted.group() + name


def _those(place: Place, at: int, count: int) -> str:
    """The member of the list that the figure before the first one is named by."""
    members = _split(trim.object_of(place.names[place.given.metrics[place.at - at - 1].id]), count)
    return members[at] if len(members) == count else ""


def _under_one_verb(window: str, at: int, count: int) -> str:
    """办理司法建议、检察建议8件、21件: one verb, as many objects as figures."""
    found = _OBJECTS(window)
    objects = _split(found["owners"], count) if found else []
    return found["verb"] + _shared(objects[at], objects[0], objects[-1]) if found and len(objects) == count else ""


def _told_before(place: Place, first: int, last: int) -> str:
    """旅客1.35亿人次、货物453万吨，分别增长8.3%、7.9%: the owners are the figures before, in the same order."""
    metrics, owner = place.given.metrics, place.at - (last - first + 1)
    sources = first - (last - first + 1)
    if sources < 0 or BREAK(place.given.text, metrics[sources].end, metrics[first].start):
        return ""
    said = _OF_FIGURES(place.given.text[metrics[first - 1].end : metrics[first].start])
    name = place.names.get(metrics[owner].id, "") if said else ""
    if not said or not name or len(_split(said["what"].rstrip("的"), last - first + 1)) > last - first:
        return ""
    change = _CHANGED(said["verb"])
    if said["verb"].startswith("占"):
        return name + "占比"
    if change:
        return name + ("同比" if "同比" in said.group() else "") + change.group().rstrip("了")
    return said["what"][2:] + trim.object_of(name) if said["what"].startswith("其中") else trim.object_of(name) + said["what"]


def _shared(owner: str, first: str, last: str) -> str:
    """The owner with what the last says for all (食品、药品抽检合格率), or the first (诉求解决率、满意率)."""
    if _BARE_RATE(owner) and len(first) >= 5 and first[-1] in "率度" and not _QUALIFIED(first):
        return first[:-3] + owner
    if owner != first and _RATE_ALONE(owner) and (of := _OF_RATE(first)) and not owner.startswith(of["of"][-2:]):
        return of["of"] + owner  # 依申请事项网上可办率、全程网办率
    if _VERB_ALONE(owner) and (verb := _VERB_OPENS(last)):
        return owner + last[verb.end() :]  # 列入、移出失信名单分别为86户、52户
    tail = _SHARED(last, 1)
    if owner == last:
        return owner.removesuffix("居前")
    if _LEVEL(owner) and _LEVEL(last):
        return owner + last[len(owner) :]
    if not tail and not trim.starts_with_verb(first) and (does := _DOES(last, 2)):
        return owner if owner == last else owner + does.group()
    if not tail or _SHARED(owner, 1) or owner[:2] == last[:2]:
        return owner
    ahead = len(owner) == 2 and not tail.group().endswith(_KINDS)
    return owner + last[len(owner) if ahead else tail.start() :].removesuffix("居前")[:12]


def _split(owners: str, count: int) -> list[str]:
    """Members of a Chinese list: parted by 、 and, the last, by 和, 及 or 与; 省、市、县三级 are 省级, 市级 and 县级; 第一、二、三产业 three as well."""
    if levels_of := _LEVELS_OF(owners):
        return [f"{level}级" for level in levels_of["all"].split("、")]
    if numbered := _NUMBERED(owners):
        return [numbered["ordinal"] + number + numbered["what"] for number in _ORDINALS(numbered["all"])]
    parts = _MEMBERS(owners)
    if len(parts) == 1 and count == 2 and owners.startswith("城乡"):
        what = owners.removeprefix("城乡")
        return ["城镇" + what if what.startswith("居民") else "城市" + what, "农村" + what]
    if len(parts) < count and (both := _LAST_AND(parts[-1])):
        parts[-1:] = both.groups()
    return parts


def levels(place: Place) -> str:
    """1个市级、9个县级、112个乡级平台: the noun stands once, behind the last."""
    level = _LEVEL(place.rest)
    if not level:
        return ""
    before = place.near and _LEVEL(place.given.text, place.near.end)
    verb = place.own.partition(before.group())[0] if before else trim.verb_at_end(place.head)
    listed = _LEVEL_TAIL(place.given.text[place.metric.end + level.end() : place.metric.end + 70])
    if listed:
        return verb + level.group() + listed["what"]
    return verb + noun_after(place.rest)[0] if verb and before else ""


def standing_together(place: Place) -> str:
    """立案6件7人, 识别监测对象20万户69万人: the second figure counts the people of the first."""
    near, metric = place.near, place.metric
    if not near or near.end != metric.start or noun_after(place.rest)[0]:
        return ""
    if metric.unit == "人次":
        return place.own + "人次"
    return place.own.removesuffix("案件") + ("人员" if len(place.own) <= 4 else "人数")
