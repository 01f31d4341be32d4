"""What of the words behind a figure is a noun, and what its owner did: 28个|监管部门|认领监管事项."""

import re
from collections.abc import Callable

from drafter.extract.clause import LONGEST, veiled
from drafter.extract.words import ADVERBS, LIGHT, NO_NOUN, PREDICATE_MARKS, PREDICATES
from drafter.text.pattern import any_of, lazy

_PREDICATES = lazy(f"{any_of(PREDICATES)}|{any_of(ADVERBS)}|{PREDICATE_MARKS}")
_LIGHT = lazy(f"(?:(?!集中[到在于])(?:{any_of(LIGHT)}|{any_of(ADVERBS)}))+").match
_NO_NOUN = lazy(NO_NOUN).match
_TRAILING = lazy(f"(?:{any_of(ADVERBS)}|全年|今年|已|己|都|均|也|共|(?<![其集当])中)+$")
_WHERE = lazy(r"中|在|到|活跃|常态|常年|长期|坚持|分片|轮流|扎根|深入|奋战").match
_NUMBER = lazy(r"、[^、\d和及与的]{2,6}\d|[、和及与]?\d|[、和及与][一二两三四五六七八九十百]+[余多]?[个家名件项所]").search
_KIND = lazy("(?:企业|单位|部门|机构|经营主体|场所|经营户)$").search  # 对|36家|公路养护、道路运输企业
_PERSONS = lazy("[^、]*(?:负责人|正职|负责同志|干部|人员|代表|委员|律师|骨干)$").search
_BECAUSE = lazy("(?<=.{2})因(?!素|子|病).*$")
# 107名|负责人履行职责情况: the people are counted
_DOING = lazy("(?:(?<=负责人)|(?<=同志)|(?<=干部)|(?<=人员))(?:履行|落实|贯彻|遵守|依法).*$")
_AND_SOME = lazy("[和及与](?:部分|有关|相关|其他).*$")
_WORKED_ON = lazy("(?:立项|起草|论证|评估|审查|审核|修订|编制|清理|办理)(?:$|[、和及])").match
_SAID_OF = lazy("(?:职责|分工|情况|权限|编制|规定|通知)").match
_JOINING = lazy("[和及与]").search
_CARRIED_OUT = lazy(r".*(?:进行|开展|实施)(?=.{2})").match
_LEVEL_LEFT = lazy(r"[由从](?:上年|去年|年初|原来|\d)").match  # 行政权力事项由上年的316项调整为…
_REACHING = lazy("(?:(?:增加|扩大|提高|增|升|达)[到至]|为)$")
# 46名|乡镇和县直部门党政主要负责人: persons are named last
_PERSON = lazy(r".*[和及与](?P<who>[^和及与]{4,}(?:负责人|负责同志|人员|干部|代表|委员|律师|骨干))$").match
_COUNTED = lazy(
    r"(?P<who>(?:企业|经营主体|市场主体|个体工商户|群众|劳动者|农民工|困难群众|当事人|老年人|妇女|学生|职工))(?P<did>(?!代表|家庭|负责|单位|之家|党组织|工作|服务|法律|执法|干部|综合)[^,。;、的]{3,})$"
).match
_AND_SO_ON = lazy(r"等(?:工作|活动|任务|事项)?$")
_ACTED_ON = lazy(
    r"(.{2,}?)(?:全面|同步|集中)?(?:(?:开展|进行|实施|予以)了?|逐[件项份户家条卷个一])((?:(?!开展|进行|实施|予以|提出).){2,})$"
).match
# 1期|执法能力提升班: a verb within the name of what was held
_NAMED_SO = lazy("班(?!子)|专班|(?:工程|行动|计划|中心|清单)$").match
_SUCH = lazy(
    r"(?:提请|报请|送审|报送|报备|列入|纳入|拟|应当|尚未|未)[^,、。的\d]{1,8}的[^,、。的\d]{2,6}?(?=$|[,、。均都已]|全部)"
).match
_NOUNS_TOO = frozenset("申请 培训 服务 检查 活动 编制 试点".split())
_LONGEST_ACT = 14
_LONGEST_DEED = 18


def noun_after(rest: str) -> tuple[str, str]:
    """The noun right behind a figure, and what its owner did: (监管部门, 认领监管事项); ("", "") where there is none."""
    rest = rest.removeprefix("级")  # 30万千瓦级机组
    if such := _SUCH(rest):
        return such.group(), ""  # 3件|提请审议的草案
    if _NO_NOUN(rest) or ((verb := _PREDICATES.match(rest)) and verb.group() != "全部"):
        return "", ""
    if rest.startswith("的"):
        return _noun(rest[1:].split("、")[0]), ""
    verb = next(
        (found for found in _PREDICATES.finditer(veiled(rest)) if found.start() >= 2 and not _ends_noun(found, rest)), None
    )
    noun, done = (rest[: verb.start()], rest[verb.start() :]) if verb else _known(rest)
    return _noun(noun), deed(done)


def _ends_noun(verb: re.Match[str], rest: str) -> bool:
    """万件|行政复议申请: the verb is the noun that was counted."""
    noun = verb.end() == len(rest) and verb.group() in _NOUNS_TOO and not _CARRIED_OUT(rest)
    return noun or _NAMED_SO(rest, verb.end()) is not None


def _known(rest: str) -> tuple[str, str]:
    """劳动者|追发工资: where no verb is known, one of those who are counted most often parts noun and deed."""
    found = _COUNTED(rest)
    return (found["who"], found["did"]) if found else (rest, "")


def acted_on(rest: str) -> tuple[str, str]:
    """(noun, act) of 对|3项|试行期满的制度进行复查; ("", "") where no light verb parts them."""
    found = _ACTED_ON(rest)
    return (_noun(found[1]), found[2][:_LONGEST_ACT]) if found else ("", "")


def _noun(said: str) -> str:
    noun = _until(_NUMBER, _TRAILING.sub("", said))
    hidden = veiled(noun)
    if "、" in hidden and len(noun) > 8:
        kind = _KIND(noun) or _PERSONS(noun)
        noun = kind.group() if kind else noun[: hidden.rfind("、")]
    noun = _AND_SOME.sub("", _DOING.sub("", _BECAUSE.sub("", noun)))
    owner, _, last = noun.rpartition("的")
    if owner and (_WORKED_ON(last) or _SAID_OF(last)):
        return owner  # 3件|规范性文件的立项、起草和审查; 93个|重点岗位的职责
    noun = last if owner and len(last) >= 2 else noun
    if len(noun) > 12 and (person := _PERSON(noun)):
        return person["who"]
    return _until(_JOINING, noun).rstrip("的、以")[:LONGEST] if len(noun) > 12 else noun.rstrip("的、以和及与")


def deed(said: str) -> str:
    """What the owner of a figure did, without adverbs, light verbs and figures."""
    if _LEVEL_LEFT(said):
        return ""
    if light := _LIGHT(said):
        said = said[light.end() :]
    done = _until(_NUMBER, said).replace("了", "").split("、")[0]
    if _WHERE(done):  # where and how people work is no name for them
        return ""
    if carried_out := _CARRIED_OUT(done):
        done = done[carried_out.end() :]
    verb = _PREDICATES.match(done)
    if len(done) > 10 and verb and "的" in done:
        done = verb.group() + done.rpartition("的")[2]  # 提供从立项到验收的全过程服务
    if len(done) > _LONGEST_DEED:
        done = verb.group() if verb else ""
    done = _REACHING.sub("", done)
    return _AND_SO_ON.sub("", done).rstrip("的、") if len(done) >= 2 else ""


def _until(mark: Callable[[str], re.Match[str] | None], text: str) -> str:
    found = mark(text)
    return text[: found.start()] if found else text
