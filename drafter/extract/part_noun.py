"""A part named by its kind alone takes the noun of its total: 立案394起，其中农药104起 is 农药案件."""

from drafter.extract import trim
from drafter.extract.place import Place
from drafter.extract.words import CARRIED
from drafter.text.pattern import any_of, lazy

# What is divided by field, by kind or by rank, as it stands at the end of the name of a total; powers, files and applications
# are divided into things that have names of their own (行政许可, 合同协议).
_NOUNS = ("案件", "纠纷", "案卷", "主体", "企业", "样品")
# A part that ends so has its noun already.
_WHOLE = lazy(
    "(?:卷|户|员|师|人|者|协议|合同|决策|许可|书|表|镇|乡|县|区|市|街道|部门|局|组织|件|次|规章|履行|处理|成功|扣押|警告|执业|撤诉|来访|民事|刑事|败诉|纠错)$"
).search
_CASES = ("件", "起", "宗")
_OF_CASES = lazy("(?:立案|查处|审结|办结|受理|结案|应诉|处罚|查办|复议|诉讼)$").search
_KIND = lazy(r"[^、,“”《》的\d]{1,4}[^、,“”《》的\d率度数额款类()]{1,2}|[A-E]级|[^、,]{1,6}\([^()]{1,3}\)").fullmatch
_ACTS = lazy(
    any_of(
        (
            *CARRIED,
            "维持",
            "驳回",
            "撤销",
            "变更",
            "终止",
            "确认",
            "调解",
            "和解",
            "修改",
            "保留",
            "失效",
            "有效",
            "通过",
            "合格",
            "参加",
        )
    )
).search


def with_noun(place: Place, name: str) -> str:
    """The name with the noun of its total where it is but a kind; as it is where it is a deed or has a noun."""
    if not place.total or not _KIND(name) or _ACTS(name) or _WHOLE(name) or name.endswith((*_NOUNS, "事项")):
        return name
    return name + noun_of_total(place)


def noun_of_total(place: Place) -> str:
    """What the total counts, in two characters; cases where it tells but what was done with them; "" where it is neither."""
    of = trim.object_of(place.total)
    noun = next((noun for noun in _NOUNS if of.endswith(noun)), "")
    return noun or ("案件" if place.metric.unit in _CASES and _OF_CASES(place.total) else "")
