"""What of the words before a figure is a name: dates, adverbs, reach and verbs of being go, verb and object stay."""

import re
from collections.abc import Callable

from drafter.extract.clause import LONGEST
from drafter.extract.words import (
    AGENTS,
    ANYBODY,
    CARRIED,
    LEADING,
    LEADING_MARKS,
    LINKING,
    LINKING_MARKS,
    MAKING,
)
from drafter.text.pattern import any_of, lazy

_ANY_CARRIED = any_of(CARRIED)
_CARRIED = lazy(rf"(?!(?<=直)接)(?:{_ANY_CARRIED})")  # 直接收到 is no 接收
_LEADING = lazy(f"{LEADING_MARKS}|{any_of(LEADING)}").match
_LINKING = lazy(f"(?:{any_of(LINKING)}|{LINKING_MARKS})$").search
_LINK_ENDS = frozenset(word[-1] for word in LINKING) | frozenset("计超办开行为在有中到至均由年来的")
_LONGEST_LINK = 10
_VERB_AT_END = lazy(f"(?:{_ANY_CARRIED})(?:了|各类|涉及)?$").search
_VERB_ENDS = frozenset(word[-1] for word in CARRIED) | frozenset("了类及")
_LONGEST_VERB = 9
_DONE = lazy(f"(?P<verb>{_ANY_CARRIED})了(?P<what>[^了]{{2,}})$").search  # 某网站公开了权责清单 → 公开权责清单
_DATE = lazy(
    r"[至到]?(?:\d{4}年度?(?:\d{1,2}月)?|\d{1,2}月|第?[一二三四1-4]季度|[上下]半年)(?:\d{1,2}日|底|[上中下]旬|份|初|末)?(?:以来|来|至今|前|当天|期间)?|以来|底前"
).match
_DATED = frozenset("0123456789以第上下一二三四至到")
_AIMING = frozenset("面针涉关对向")
_ANYBODY = lazy(f"{ANYBODY}(?:共|全年|依法)*(?={_ANY_CARRIED}|作出|做出)").match
_HOW = frozenset("集中 随机 统一 重新 逐项 同步 新的 平均".split())
_TOWARDS = lazy(
    "(?:深入|走进|面向|围绕|针对|依托|采取|通过|联合|会同|利用|借助|抓住|抓牢)[^,]{2,24}?(?:开展|举办|组织|进行)(?=.{2})|通过[^,、]+、[^,]+?(?=减少|办理|化解|解决)|[^,、]{2,10}期间(?=.{3})"
    "|就[^,]{2,30}?(?:问题|事项|方面)(?=解答|提供|开展|提出|出具|举办)|在[^,]{2,24}?(?=设立|建立|建成|设置|开设|布设|组建|配备|担任|张贴|悬挂|播放|摆放)"
    f"|(?:连同|加上)[^,]{{2,16}}?共(?={_ANY_CARRIED})"
).match
_SUBJECTED = lazy(
    rf"对(?P<what>[^,]{{2,14}}?)(?:(?:进行|开展|实施)了?(?P<act>[^,]{{2,10}})|作出(?:重要)?(?P<order>批示|指示)|(?P<verb>{_ANY_CARRIED}))"
).fullmatch
_AIMED = lazy(
    rf"(?:面向|针对|涉及|关于)[^的]{{4,}}的(?=.{{4}})|对[^,]{{2,20}}?(?:(?=发出|下发|制发|提出|作出|处以|立案)|等(?:情形|问题|行为|情况))|"
    rf"向[^,]{{0,14}}?(?:政府|人大常委会|党委|市委|省委|县委|主管部门)(?={_ANY_CARRIED})"
).match
_ACTING = lazy(f"(?P<who>.{{0,10}}(?:{AGENTS}))(?:共(?!同)|全年|先后|依法|已)+(?=.)").match
_AGENT_SAID = lazy(rf"(?P<who>.{{2,8}}[局厅委办])(?P<did>(?:{_ANY_CARRIED}).{{2,}})").fullmatch
_LISTED = lazy(rf"(?P<verb>(?:{_ANY_CARRIED})了?)[^,、]+、[^,]*等(?P<what>[^、,]{{2,}})?$").search
# 收到各县和市直单位|报送备案的文件: who did it is no part of the name
_SENT = lazy(
    rf"(?P<verb>{_ANY_CARRIED})[^的]{{4,}}?(?P<done>(?:报送|提交|报备|提出|移送|反映|制定|印发)[^的]{{0,6}}的[^的]+)"
).fullmatch
_OTHERS = lazy(
    rf"(?:[^,、]{{1,8}}(?:局|办|委|厅|部门|机构|政府))?(?P<verb>(?:{_ANY_CARRIED})(?:[省市县区州镇乡]政府)?)[^,]*、[^,]*?(?:以及|及|和)其[他它](?P<what>[^、,]{{2,}})$"
).match
# 审核县政府及其办公室各类合同: whose they are goes without saying
_OF_BODIES = lazy(rf"^(?P<verb>{_ANY_CARRIED})[^,]{{3,}}?(?:政府|办公室|部门|单位)(?=各类)").sub
_SO_FAR = lazy(r"(.+?)((?:[一二三四五六七八九十]年)?累计)$").match
SINCE = lazy(
    r"(?:从|由)?每人每[年月]$|(?:从|由)(?:\d{4}年(?:度|末|底)?|(?P<time>年初|上年末?|去年|改革前))$"
).search  # 转化率从2020年的|51%
_LISTED_AS = lazy("[一二三四五六七八九十]{1,2}是").match
_SETTING = lazy(r"\s*(?:围绕|按照|针对|根据|依据|结合|坚持|通过|对于?)").match
_LONG = 16
_SINCE_THEN = lazy(r"[与同较比]?(?:上年|去年|上一年|\d{4}年)度?(?:同期)?相比|[较比]上一[版轮次](?=.{2})").match
_AFTERWARDS = lazy("[^,、]{4,12}后(?:已经?|均|全部)?(?=整改|办结|化解|销号)").match  # 列出清单交办后已整改
_SORTED = lazy("按[^,、]{1,6}(?:来看|看|分|划分|统计)?(?:分别|依次)?[为是有](?=.{2})").match
_NAMED_SO = lazy(r"(?<=[^,]{2})(?:全年|共)?以[^,]{1,10}名义").sub
_FOCUSING = lazy("聚焦|紧盯|围绕|突出|紧扣").search
_FOCUS = lazy(
    rf"(?P<who>(?:[^,、“”]{{2,10}}(?:部门|系统|机关|机构|单位|局|队|委|厅))?)(?:聚焦|紧盯|围绕|突出|紧扣)[^,“”]*?(?:领域|行业|环节|方面|问题|行为|事项)"
    rf"(?=(?:{_ANY_CARRIED}|罚))"
).match


def trim_head(text: str, *, agent: bool = False) -> str:
    """Without dates, adverbs and reach at its head; the whole may go. `agent` keeps who acts (其中市政府受理…)."""
    text = _named_so(_cut(_TOWARDS, _undated(text.strip())))
    if text.startswith("对") and (subjected := _SUBJECTED(text)):
        return _subjected(subjected)
    while found := _LEADING(text) or (not agent and _ANYBODY(text)):
        rest = text[found.end() :].lstrip("、 ")
        if (
            len(rest) == 1
            or rest.startswith(("性", "率"))
            or text.startswith("继续有效")
            or (len(rest) == 2 and found.group() in _HOW)
        ):
            break
        text = _undated(rest)
    text = _cut(_AIMED, text) if text[:1] in _AIMING else text
    if acting := _ACTING(text):  # 市场监管系统共立案
        text = acting["who"] + text[acting.end() :]
    return _without_agent(text)


def _named_so(text: str) -> str:
    """街道以自己名义|立案, 与上年相比|调整, 市场监管部门聚焦食品、药品等领域|立案: in whose name, since when and where."""
    text = _cut(_SORTED, text) if text[:1] == "按" else text
    if "名义" in text:
        text = _NAMED_SO("", text)
    if "后" in text:
        text = _cut(_AFTERWARDS, text)
    if "相比" in text or "上一" in text:
        text = _cut(_SINCE_THEN, text)
    focus = _FOCUS(text) if _FOCUSING(text) else None
    return focus["who"] + text[focus.end() :] if focus else text


def _subjected(found: re.Match[str]) -> str:
    """对政府合同进行合法性审核, 对行政败诉等作出批示, 对违法行为立案: the act, with what it was done to where that is one thing."""
    what, act = found["what"], found["act"] or found["order"] or found["verb"]
    if found["order"] and ("、" in what or what.endswith("等")):
        return "作出" + act
    return act if act == "立案" else trim_head(what) + act


def _undated(text: str) -> str:
    return _cut(_DATE, text) if text[:1] in _DATED else text


def _cut(opening: Callable[[str], re.Match[str] | None], text: str) -> str:
    found = opening(text)
    return text[found.end() :] if found else text


def _without_agent(text: str) -> str:
    """县审计局完成审计项目: the object says who did it."""
    found = _AGENT_SAID(text)
    if not found:
        return text
    who, did = found["who"], found["did"]
    return did if any(who[at : at + 2] in did for at in range(len(who) - 2)) else text


def trim_tail(text: str) -> str:
    """Without the verb of being or reaching at its end; 总数累计 is 累计总数."""
    while text[-1:] in _LINK_ENDS and (link := _LINKING(text, max(0, len(text) - _LONGEST_LINK))):
        text = text[: link.start()]
    if text[-1:] in "年月初末底度去前" and (since := SINCE(text)):
        text = text[: since.start()]
    if text.endswith("累计") and len(text) > 3 and (total := _SO_FAR(text)):
        text = total[2] + total[1]
    if "了" in text and (done := _DONE(text)):
        text = done["verb"] + done["what"]
    if "各类" in text:
        text = _OF_BODIES(r"\g<verb>", text).replace("各级各类", "").replace("各类", "")
    return text


def shortened(head: str, longest: int = LONGEST) -> str:
    """At most `longest` characters: cut at the first verb that leaves a name no longer than that."""
    if "等" in head and (listed := _LISTED(head)) and (len(head) > _LONG or not listed["what"]):
        head = listed["verb"].rstrip("了") + (listed["what"] or "")
    if len(head) > _LONG and (others := _OTHERS(head)):
        head = others["verb"] + others["what"]
    if len(head) > _LONG and (sent := _SENT(head)):
        head = sent["verb"] + sent["done"]
    if len(head) <= longest:
        return head
    cuts = [found.start() for found in _CARRIED.finditer(head) if 4 <= len(head) - found.start() <= longest]
    owner, _, last = head.rpartition("的")
    if owner and 4 <= len(last) <= longest:
        return last
    return head[cuts[0] :] if cuts else re.sub(r"^[^、]{0,6}[、的]", "", head[-longest:])


def as_name(clause: str) -> str:
    """A clause without figure as a name of at most 16 characters; "" where it only sets the scene (围绕…, 按照…)."""
    clause = _cut(_LISTED_AS, clause.strip())
    return "" if _SETTING(clause) else shortened(trim_head(clause), _LONG)


def object_of(name: str) -> str:
    """What a name speaks of, without who did what to it: 市直部门承办信访积案 → 信访积案."""
    if name.startswith("“") and len(name) - name.find("”") <= 8:
        return name
    cuts = [found.end() for found in _CARRIED.finditer(name) if len(name) - found.end() >= 2]
    long = [cut for cut in cuts if len(name) - cut >= 4]
    return name[long[-1] if long else cuts[0] :].lstrip("的") if cuts else name


def starts_with_verb(text: str) -> bool:
    """Whether the text opens with a verb of doing (查处危化品、燃气等领域违法行为)."""
    return _CARRIED.match(text) is not None


def verb_at_end(head: str) -> str:
    """The verb of doing that ends what stands before a figure, with what qualifies it (实地督察); "" where it is a noun."""
    if head.endswith(MAKING):
        return head[-8:]
    found = _VERB_AT_END(head, max(0, len(head) - _LONGEST_VERB)) if head[-1:] in _VERB_ENDS else None
    if not found:
        return ""
    return head if len(head) <= 6 else found.group().replace("了", "")
