"""Names of some out of many: 局长中|2名|评议等次为一般, 其余|2个|正在推进. What they are is said of the many."""

from collections.abc import Callable

from drafter.extract import trim
from drafter.extract.noun import noun_after
from drafter.extract.place import Place
from drafter.text.pattern import lazy

_PEOPLE = ("人", "名")
_MANY = lazy(r"(?P<many>[^,。;:、\d]{2,12}?)(?:当中|中|里),?(?:仍|还|尚|已|目前)*有?\d").match
_OF_MANY = lazy(r"(?P<many>[^,。;:、\d]{1,12}?)(?:当中|(?<!其)中|里),?(?:仍|还|尚|已|目前|仅|只)*有?$").search
_STATE = lazy(r"(?P<state>(?:尚未|仍未|还未|没有|未|仅有|只有|仅|无)[^,。;:、]{2,14})(?=[,。;]|$)").match
_DID = lazy(r"(?:已经?|均|都|全部|也)?(?P<did>[^,。;:、\d的]{3,16})(?=[,。;:、]|$)").match
_REACHED = lazy("位[居列]|居|出在|发生在|集中在|属于|达到?|符合|获|被|受到|进入").match
_PERSON = lazy("(?:负责人|负责同志|人员|干部|[局处科所县镇乡]长|律师|员|职工|同志|委员|代表|骨干|专家)$").search
_DEED = lazy("(?:的(?:[只仅]有?)?|(?:现场|书面)述[法职]|为(?:优秀|良好|一般|较差|称职|不称职)|参加|到会)$").search
_LIMIT = lazy(r"(?P<limit>[^,。;:、\d]{2,8}\d+[分岁年]以[上下])(?=[,。;]|$)").match
_HAVING = lazy("^.*(?:现有|共有|配备)")
_REPORTING = ("述法", "述职")
_SHORT = ("负责人", "负责同志", "干部", "人员", "同志")


def some_of_many(place: Place) -> str:
    """The name by the first kind that fits; "" where none does."""
    kinds = _KINDS_OF_PEOPLE if place.metric.unit in _PEOPLE else _KINDS
    return next((name for kind in kinds if (name := kind(place))), "")


def _many(place: Place) -> str:
    """17个|司法所中仍有5个…: the many are named up to 中."""
    rest = place.rest
    found = _MANY(place.rest_of_clause) if ("中" in rest or "里" in rest) and len(place.head) < 2 else None
    return found["many"] if found and not place.rate else ""


def _in_a_state(place: Place) -> str:
    """17个司法所中仍有|5个|仅有1名工作人员: they are named by the state that they are in."""
    if (place.raw and not place.raw.endswith(("有", "中", "里"))) or not (state := _STATE(place.rest_of_clause)):
        return ""
    found = _OF_MANY(place.gap or place.raw)
    many = found["many"] if found else place.total if "其中" in place.gap else ""
    return f"{state['state']}的{trim.trim_head(many)}" if many else ""


def _having_done(place: Place) -> str:
    """26个部门中有|24个|完成清单调整: the part is those of the many who did so."""
    found = _OF_MANY(place.gap or place.raw) if place.raw.endswith(("有", "中", "里")) or not place.raw else None
    did = _DID(place.rest_of_clause) if found and not place.rate else None
    if not found or not did or (noun_after(place.rest)[0] and not (trim.starts_with_verb(did["did"]) or _REACHED(did["did"]))):
        return ""
    return f"{did['did'].replace('了', '')}的{trim.trim_head(found['many'])}"


def _by_deed(place: Place) -> str:
    """组织局长46名述法，其中现场述法|6名, 持证的|8名: people out of people."""
    if _PERSON(place.head.rstrip("的")) or not _DEED(place.raw):
        return ""
    many = _people_of(place)
    if not many or len(place.head) < 2:
        return ""
    return f"{place.head}{_short(many)}" if place.head.endswith(_REPORTING) else f"{place.head.rstrip('的')}的{many}"


def _within_limit(place: Place) -> str:
    """其中|8名|成绩在95分以上."""
    found = _LIMIT(place.rest_of_clause) if len(place.head) < 2 else None
    many = _people_of(place) if found else ""
    return f"{found['limit']}的{many}" if found and many else ""


def _people_of(place: Place) -> str:
    """What the people are whom the figure is taken from, with its own verb gone; "" where it counts no people."""
    many = _HAVING.sub("", (place.total or place.own).rpartition("的")[2])
    return many if _PERSON(many) else ""


def _short(many: str) -> str:
    """县直部门党政主要负责人: 负责人."""
    return next((word for word in _SHORT if many.endswith(word)), many)


_KINDS: tuple[Callable[[Place], str], ...] = (_many, _in_a_state, _having_done)
_KINDS_OF_PEOPLE = (*_KINDS, _by_deed, _within_limit)


_LEFT = lazy("(?:其余|其它|余下|剩余|剩下)的?$|^另外$|^另$").search
_LEFT_DOING = lazy(r"(?P<doing>(?:正在|尚未|仍在|仍未|尚在|将|均已|已)[^,。;、\d]{2,8})").match
_SPREAD = ("分布", "来自", "属于", "集中在")
_LEFT_HOW = lazy("(?:书面|现场|线上|线下|视频)[^,。;、]{2,4}$").match
_LEFT_ARE = lazy("(?:均|都|全部)?(?:为|系|属于?)(?P<kind>[^,。;、]{2,12})$").match
_BY_WHOM = lazy("由(?P<who>[^,、的]{2,10}?)(?P<did>立案|办理|办结|受理|审查|审核|承办|负责办理|查处|调处)$").match
_BACK = 6
_LONGEST = 8
_KIND_LEFT = lazy("(?:问题|隐患|案件|事项|诉求|纠纷|投诉)$").search
_ENDED = lazy("(?:完成|推动)?(?:整改|办结|化解|审结|解决|查实)(?:到位|完成)?$")


def counted_alike(place: Place) -> str:
    """The name of the last figure before that is counted alike: 立案88起、罚款143万元，其余|306起."""
    near = place.near
    if near is None or near.unit == place.metric.unit:
        return place.last
    text = place.given.text
    alike = (
        m
        for m in reversed(place.given.metrics[max(0, place.at - _BACK) : place.at])
        if m.unit == place.metric.unit and "。" not in text[m.end : near.start]
    )
    return next((place.names.get(m.id, "") for m in alike), place.last)


def left_over(place: Place) -> str:
    """整改65个，其余|2个|正在推进: what is left of the thing."""
    if not place.last or not _LEFT(place.raw):
        return ""
    if kind := _LEFT_ARE(place.rest):
        return kind["kind"]  # 其余1775起为违规经营
    if by := _BY_WHOM(place.rest):
        return by["who"] + by["did"]  # 其余306起由县(区)立案
    thing = _ENDED.sub("", trim.object_of(counted_alike(place)))
    thing = kind.group() if len(thing) > _LONGEST and (kind := _KIND_LEFT(thing)) else thing
    doing = _LEFT_DOING(place.rest)
    if thing and (how := _LEFT_HOW(place.rest)):
        thing = thing.rpartition("的")[2]
        return f"{how.group()}人员" if how.group()[-2:] in thing else f"{how.group()}的{thing}"
    if not thing or (
        not doing and len(place.rest) > 1 and place.rest[0] not in ",。;、因由" and not place.rest.startswith(_SPREAD)
    ):
        return ""
    return thing + doing["doing"] if doing else "其余" + thing
