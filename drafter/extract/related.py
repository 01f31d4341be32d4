"""Names of figures that say something of another: 同比增长, 占比, 比…高."""

from drafter.extract import clause, trim
from drafter.extract.place import Place, compared_in
from drafter.extract.words import COMPARING
from drafter.text.pattern import lazy

_SHARE = lazy(r"^(?P<whose>.{2,}?)(?:仅|约|已|就)?占(?![有地用])(?P<of>[^占比]{0,16})$").match
_TAKES = lazy("(?P<whose>.{2,})占了?").fullmatch
_ABLE_TO = 4
_ABLE = lazy(
    r"(?:均|全部|已|实现|能够?|可以?|在)*(?P<did>(?:网上|线上|掌上|全程|一网|就近|当场|即时|一次|跨省|全省)[^,。;、\d]{2,6})(?=[,。;、]|$)"
).match
_MANY = lazy("(?:较为|比较|相对|日益)?(?:集中|突出|多发|高发|频发|增多)$").sub
_CLAUSE = 10  # characters of a clause that may say whose a share is
_VERB_COUNTED = lazy("(?P<verb>受理|收到|审结|办结|立案|查处)(?:数量|案件数|数|量)").fullmatch
_BACK = 6
_BRACKET = 14  # characters of a change in brackets up to its figure
_SUBJECT_REACH = 24
_SUBJECT = lazy(r"(?:^|[,。;、:)\n和及]|呈现|实现)(?P<what>[^,。;、:()\d\n]{2,16}?)$").search
_FEW = lazy(r".{4,}的(?:不足|不到|超过|仅|只有|接近|近)$").match
_OF_THEM = lazy(r"[^,]{0,12}中(?P<whose>[^,]{2,12})占$").fullmatch
_LAST_YEAR = lazy(r"(?:上年|去年|上一年)(?:度|同期)?相$").sub  # 与上年相比减少|21件
_REACHING = lazy("的?(?:比重|比例|份额)?(?:(?:提高|上升|提升|增加|下降|降低|达|升|降)[到至]?|为|超过?)?$").sub
_GROWN = lazy(f"(?:同比|年均)?(?:{COMPARING})(?:幅度|数)?$").sub
_ALL = lazy(r"$|比|全|总|其|同期|年度|.*(?:总数|总量|总额)$").match
_AGAINST = lazy(r"(?:净增|(?:比|高于|低于|优于)[^,。;]{0,12}(?:高|低|多|少|水平|平均)?)$").match
_OF_THOSE = lazy(
    r"的(?P<who>(?:行政|民事|复议)?(?:案件|企业|事项|群众|人员|乡镇|村|社区|部门|单位|矛盾纠纷|纠纷|问题|诉求|受访者))(?:均|已|被|得到)*(?P<did>[^,]{2,16})$"
).match


def compared(place: Place) -> str:
    """新登记企业2310户，同比增长8.6%: of the figure before, or of the subject that the clause has."""
    change = compared_in(place.head) if place.own else None
    if not change:
        return ""
    own = trim.trim_head(_LAST_YEAR("", place.head[: change.start()].rstrip("、")))
    before = place.own.removesuffix("（上年）")  # 新收151件，上一年只有66件，同比增长128%
    name = (
        own if len(own) >= 2 and own not in ("批次", "人次") else before
    )  # 信访总量同比下降: the clause has a subject of its own
    name = _flow(place, name) or name
    verb = change["verb"] or change["only"]
    name = name.removesuffix(verb)
    yearly = "同比" in place.head
    measure = "" if yearly else "幅度" if place.metric.unit in ("%", "个百分点") else "数"
    return f"{name}{'同比' if yearly else ''}{verb}{measure}"


def _flow(place: Place, name: str) -> str:
    """受理行政复议申请193件，审结…，受理数增加64件: the figure that the verb told."""
    verb = _VERB_COUNTED(name)
    before = reversed(place.given.metrics[max(0, place.at - _BACK) : place.at]) if verb else ()
    return next((said for m in before if (said := place.names.get(m.id, "")).startswith(verb["verb"])), "") if verb else ""


def change_in_brackets(place: Place) -> str:
    """刑事警情(同比下降21.9%)、立案数(同比下降13.4%): of what stands before the bracket, if that has no figure of its own."""
    text, start = place.given.text, place.metric.start
    opening = text.rfind("(", max(0, start - _BRACKET), start)
    change = compared_in(text[opening + 1 : start]) if opening >= 0 else None
    subject = _SUBJECT(text, max(0, opening - _SUBJECT_REACH), opening) if change and not change.start() else None
    if not subject or not change:
        return ""
    yearly = "同比" in change.group()
    return (
        f"{trim.trim_head(subject['what'])}{'同比' if yearly else ''}{change['verb'] or change['only']}{'' if yearly else '幅度'}"
    )


def share(place: Place) -> str:
    """拥有律师120人，占8.6%; 民营企业占经营主体的九成."""
    if place.raw.lstrip("约仅分别").startswith("占") and (whose := _whose(place)):
        of = _REACHING("", place.raw.partition("占")[2]).rstrip("的")
        whose = _GROWN("", whose)
        return f"{whose}占比" if _ALL(of) else f"{whose}占{of}比例"
    if place.metric.unit == "%" and _FEW(place.raw):
        return f"{place.head}占比"  # 具有法律专业背景的不足三成
    if place.total and place.metric.unit not in ("%", "") and (of_total := _TAKES(place.head)):
        return of_total["whose"]  # 发布会88场，疫情防控专场占了|35场
    found = _SHARE(place.head) if place.metric.unit in ("%", "") else None
    if not found:
        return ""
    whose = found["whose"]
    if whose.endswith("的"):
        whole = "" if place.last.endswith(("占比", "率", "度")) or whose[-3:-1] in place.last else place.last
        return f"{whole}{whose[:-1]}占比"
    return f"{whose}占比" if _ALL(found["of"]) else f"{whose}占{found['of'].rstrip('的')}比例"


def _whose(place: Place) -> str:
    """二是工伤类争议多发，占…的六成: what the clause before is about, if it has no figure of its own; else what the figure before is."""
    said = place.gap.rpartition(",")[0] if place.near else place.lead
    if len(said) < _CLAUSE:
        return place.own
    return _MANY("", trim.as_name(clause.previous(place.given.text, place.metric.start))) or place.own


def share_of(place: Place) -> str:
    """76.4%的案件经复议后未再提起诉讼: the share of those that did so."""
    found = _OF_THOSE(place.rest)
    return f"{found['did']}的{found['who']}占比" if found else ""


def able(place: Place) -> str:
    """行政许可事项|100%|实现网上可办: the rate of what the rest says."""
    found = _ABLE(place.rest) if len(place.head) >= _ABLE_TO else None
    return f"{place.head}{found['did']}率" if found else ""


def among_them(place: Place) -> str:
    """11件败诉案件中工伤认定领域占7件."""
    found = _OF_THEM(place.raw) if place.own and place.metric.unit not in ("%", "个百分点") else None
    return found["whose"] + place.own if found else ""


def against(place: Place) -> str:
    """增长5.4%，高于全国0.4个百分点."""
    return place.own + place.raw if place.own and _AGAINST(place.raw) else ""
