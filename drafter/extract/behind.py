"""Names from what stands behind a figure: 取消|57项|证明事项, 对|24家|单位开展督察, 233人|作出承诺."""

import re

from drafter.extract import clause, trim
from drafter.extract.noun import acted_on, deed, noun_after
from drafter.extract.place import TIMES, Place
from drafter.extract.words import CARRIED, REACH, SPREADING
from drafter.text.pattern import any_of, lazy

_PREFIXED = lazy(
    r"(?:.{0,4}[对为向在就由给将把从使](?:现行|全部|辖区|各|其余)?|.{5,24}(?<!面)对(?:现行|全部|辖区|各|其余)?|.{2,12}(?:机构|部门|机关|系统|局|组|所|站|队|院|厅|中心|政府|委员会|窗口|平台|行动|活动|法院|律师|企业)[对为向给])"
).fullmatch
_PREFIX_ENDS = frozenset("对为向在就由给将把从使行部区各余")
_WHOLE = lazy(rf"(?:{any_of(CARRIED)})(?!(?:{any_of(REACH)})$)(?P<what>[^、]{{2,}})$").search
_EXAMPLES = lazy(rf"^(?P<verb>{any_of(CARRIED)}).+等$")
_REACH = lazy(f"(?:{any_of(REACH)})$")
_SPREADING = lazy(f"(?:{any_of(SPREADING)})$").search
_COUNTED = {"人": "人数", "名": "人数", "人次": "人次"}
_LEVEL_NEXT = lazy(r"[^,。;、\d]{0,8}[到至为]\d").match
_SENT = lazy(r".{0,8}?(?P<verb>选派|派出|选调|抽调|下派|派驻)(?P<who>[^|、]{2,8})\|(?P<did>[^,。;、\d]{2,6})").fullmatch
# What is done to a paper opens its name, as a verb (清理规范性文件) or as the name of the review (公平竞争审查政策措施).
_ACT_FIRST = lazy("公平竞争审查|(?:集中|专项|全面|交叉)?(?:审查|清理|检查|抽查|评查|核查|排查|梳理)").fullmatch
_CASES = ("件", "份", "起", "宗", "部", "本", "卷")
_ACTED_NEXT = lazy(
    r",(?:全部|全面|一律|均|分别|依法)?(?:实行|实施|进行|开展|予以|给予)了?(?P<act>[^,。;、\d]{4,16})[,。;]"
).search
_ACTED_LATER = lazy(r"[^,。;]*?[和、及][^,。;]*?(?:开展|进行|实施|予以|给予)了?(?P<act>[^,。;\d]{2,14})[,。;]").match
_TOWARDS_SUCH = lazy(r"对(.{2,10})的$").match
_TOWARDS_WHAT = lazy(r"对([^、]{2,8}(?<!印发)(?<!制定)(?<!出台)(?<!发布))的$").match
_BY_US = lazy("^.*由[^,、]{1,8}?(?=牵头|承担|负责|配合)").sub
_SUCH = lazy(
    rf"(?P<such>(?:{any_of(CARRIED)}|列入|纳入|报送|报请|送审|提请|参加|通过|应|需|拟|未|不)[^,、。的]{{1,10}}|[^,、。的\d对]{{2,5}}(?:保留|承接|认领|印发|下达|交办|部署)|[^,、。的\d对]{{2,14}}目录(?:确定|列入|列明|载明)|[^,。的\d]{{0,18}}?(?:报备|报送备案|报送|移送))的"
).fullmatch
_PUT = lazy("(?:已|均|全部)?(?:予以|给予)(?P<act>[^,。;、]{2,6})$").match
_OF_WHOM = lazy(r"对[^,]{2,24}(?:机关|部门|单位|企业|乡镇|街道|机构|系统|印发的|制定的|出台的|发布的|生效的|有效的)").fullmatch
_TOWARDS = lazy(r"(?:^|[,。;:])对[^。;]*$").search
_FORMED = lazy(r"^抽调.*组[成建]$|^组成$")  # 抽调人员组成|3个|督查组
_OFTEN = {"次": "次数", "轮": "次数", "场": "次数", "批": "批次"}
_LEADER = lazy("(?:负责人|负责同志|领导|[省市县区州局厅]长|书记)$").search
_PARTED = lazy(r"[\d、]").split
_FURTHER = ("还有", "另有", "仍有", "尚有")
_KINDS_OF = ("案件", "纠纷", "事项", "文件", "问题", "申请", "诉求", "合同", "积案")
_WHERE_DONE = lazy("^(?:在|已经?|均)(?!正)")
_OUTCOME = lazy(
    "(?:已|均|被|已被|全部|已经|得到|得以)*(?P<done>采纳|整改|办结|化解|查实|纠正|解决|答复|销号)(?:完毕|到位|完成)?(?=[,。;、]|$)"
).match
_BECAUSE = lazy(r"^因[^,]{2,12}?被?(?=暂缓|取消|问责|处分|处理|调整)")
_WHERE = lazy(r"^(?:还|均|都)?在[^,]{1,20}?[上中内](?:作了?|进行了?)?(?=.{2})")


def joined(place: Place) -> str:
    """Verb and noun (取消 + 证明事项); for 对N家单位开展督察 and N个部门认领事项, what was done and by or to whom."""
    if _is_change(place):
        return ""
    if further := _further(place) or _came_of(place):
        return further
    noun, done = noun_after(place.rest)
    if acted := _acted_upon(place, noun, done):
        return acted
    if not noun:
        return _people(place) or _times(place) or _done_with(place)
    if place.rate and len(place.head) >= 2:
        return ""
    prefixed = _prefixed(place.raw)
    head = _before_noun(place)
    verb = trim.verb_at_end(head) or _spread(head) or _shared_verb(place)
    if such := _such(place):
        return f"{such}的{noun}"
    if not verb and not prefixed and _WHOLE(place.head):
        return _sent(place)
    if place.metric.unit.endswith("类"):
        noun += place.metric.unit
        verb = verb or _act_next(place)
    if done:
        return done if len(noun) == 2 and done.endswith(noun) else _by_deed(place, noun, done)
    if verb or not head or prefixed:
        return f"{verb}的{noun}" if len(noun) == 1 and verb else f"{_FORMED.sub('', verb)}{noun}"
    return f"{_BY_US('', place.head)[-12:]}{noun}" if len(noun) <= 2 else noun


def _is_change(place: Place) -> bool:
    """由71所优化整合为47所, 20个工作日内上网公示: what follows is no noun, but what became of it, or in which time."""
    becomes = place.raw.endswith(("由", "从")) and _LEVEL_NEXT(place.given.text, place.metric.end)
    return bool(becomes) or (place.metric.unit in TIMES and not place.rest.startswith("的"))


def _acted_upon(place: Place, noun: str, done: str) -> str:
    """对24家单位开展督察; 对6个县(区)和21个市直部门开展督察; 对整改不力的3家单位进行约谈."""
    if place.raw.startswith("对") and (end := _PUT(place.rest)):
        return end["act"]  # 对不适应要求的22件|予以废止
    prefixed = _prefixed(place.raw)
    whose = place.raw.startswith("对") and not prefixed and _OF_WHOM(place.raw) is not None
    such = _TOWARDS_SUCH(place.raw) if place.raw.endswith("的") and not whose else None
    whom, act = acted_on(place.rest) if prefixed or such or whose else ("", "")
    if whom and (prefixed or whose):
        if place.metric.unit not in _CASES:
            return f"{act}的{whom}"
        return act + whom if _ACT_FIRST(act) else whom + act
    if whom and such:
        return f"{act}的{such[1]}{whom}"
    later = _ACTED_LATER(place.given.text, place.metric.end, place.metric.end + 70) if prefixed and noun and not done else None
    return f"{later['act']}的{noun}" if later else ""


def _prefixed(raw: str) -> bool:
    return raw[-1:] in _PREFIX_ENDS and _PREFIXED(raw) is not None


def _before_noun(place: Place) -> str:
    """What stands before the figure, without reach (覆盖全县) and without examples (宛平城等20处重点区域)."""
    head = _EXAMPLES.sub(r"\g<verb>", _REACH.sub("", place.head) or place.head)
    return "" if place.raw.endswith("等") and head == place.head else head


def _such(place: Place) -> str:
    """列入目录的|8项|决策均…: what they are stands before the figure; "" where it is no deed."""
    if not place.raw.endswith("的") or place.rate:
        return ""
    towards = _TOWARDS_WHAT(place.raw)  # 对现行有效的|418件|文件逐件提出意见
    found = _SUCH(trim.trim_head(place.raw.removeprefix("对")))
    return found["such"] if found else towards[1] if towards else ""


def _sent(place: Place) -> str:
    """选派业务骨干146名驻点指导: verb and noun stand before, what follows is a predicate; "" where it tells nothing."""
    sent = _SENT(f"{place.head}|{place.rest}")
    return f"{sent['verb']}{sent['did']}{sent['who']}" if sent else ""


def _by_deed(place: Place, noun: str, done: str) -> str:
    """认领事项的部门; 由12名律师、教授组成的专家库 has members; of a percentage it is the share of those who did so."""
    if done.startswith("组成的"):
        return done.removeprefix("组成的") + ("成员" if "、" in noun else noun)
    return f"{done}的{noun}" + ("占比" if place.metric.unit == "%" else "")


def _spread(head: str) -> str:
    """轻微免罚清单推广到26个省级部门: what reaches whom."""
    return head[-14:] if _SPREADING(head) else ""


def _shared_verb(place: Place) -> str:
    """建成2个传承中心、3个特色医院: one verb for the list of what follows its figures."""
    if not place.near or place.head or place.gap[-1:] not in ("、", "和", "及"):
        return ""
    noun = noun_after(clause.after(place.given.text, place.near))[0]
    verb = place.own.removesuffix(noun) if noun and place.own != noun else ""
    return verb if 2 <= len(verb) <= 8 and "的" not in verb else ""


def _act_next(place: Place) -> str:
    """对…共17大类行业，实行告知承诺制审批: the verb stands in the clause behind."""
    if not _TOWARDS(place.lead):
        return ""
    found = _ACTED_NEXT(place.given.text, place.metric.end, place.metric.end + 60)
    return found["act"] if found else ""


def _people(place: Place) -> str:
    """233人作出承诺并申请援助: the people are named by what they did."""
    free = not place.head or trim.verb_at_end(place.head)
    if place.metric.unit not in ("人", "名", "户", "家", "人次") or not free or len(place.rest) < 4 or place.rest[0] in ",。;、)":
        return ""
    did = re.split(r"\d|(?<=.{4})并接受", _BECAUSE.sub("", _WHERE.sub("", place.rest))[:16])[0].replace("了", "")
    alike = place.near is not None and place.near.unit == place.metric.unit
    whole = place.total or (place.own if alike else "")
    whose = whole.rpartition("的")[2]
    if whose and whole != whose:
        return f"{did}的{whose}"  # 68名负责人书面述法，其中8名现场述法
    return did + _COUNTED.get(place.metric.unit, "")


def _done_with(place: Place) -> str:
    """决策8项，其中3项开展风险评估: a part is named by what was done with it."""
    said = place.rest.removeprefix("可以").removeprefix("能够")
    named = (place.total or said != place.rest) and not place.head and len(said) >= 4 and said[0] not in ",。;、)"
    return deed(said) if named else ""


def _came_of(place: Place) -> str:
    """提出意见539条，511条|被采纳; 交办积案56件，已有51件|化解."""
    alike = place.near is not None and place.near.unit == place.metric.unit
    whole = place.total or (place.last if alike else "")
    done = _OUTCOME(place.rest) if whole and len(place.head) < 2 else None
    return done["done"] + trim.object_of(whole) if done else ""


def _further(place: Place) -> str:
    """办结案件135件，还有|17件|在受理前协商解决: more of the same kind, told by what became of them."""
    kind = trim.object_of(place.last)[-2:] if place.raw in _FURTHER and place.last else ""
    told = kind in _KINDS_OF and len(place.rest) >= 4 and place.rest[0] not in ",。;、)"
    return f"{_WHERE_DONE.sub('', place.rest[:14])}的{kind}" if told else ""


def _times(place: Place) -> str:
    """先后3次下调停车收费标准, 分三批公布失信主体24家, 负责人11次听取汇报: named by what was done so often."""
    who = place.head if _LEADER(place.head) else ""
    often = (
        place.metric.unit in _OFTEN
        and (len(place.head) < 2 or who or place.head.endswith(("先后", "亲自", "累计")))
        and len(place.rest) >= 4
        and place.rest[0] not in "、,。;)"
    )
    return who + _PARTED(place.rest[:14])[0].removeprefix("向社会") + _OFTEN[place.metric.unit] if often else ""
