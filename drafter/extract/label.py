"""The name of a figure: the noun phrase that tells it apart from its sentence, in the report's own words.

Three places hold it: what stands before the figure (办理行政处罚案件|7.35万件), what stands after it (取消|57项|证明事项), or
both (对|24家|单位开展实地督察). What is missing is taken from the figure before, for Chinese drops what was just said.
"""

from drafter.extract import clause, trim
from drafter.extract.adverbials import without_adverbials
from drafter.extract.behind import joined
from drafter.extract.inherit import completed
from drafter.extract.part_noun import with_noun
from drafter.extract.place import Naming, Place, placed
from drafter.extract.special import special
from drafter.extract.standing import Standing
from drafter.extract.terms import standard
from drafter.extract.topic import with_topic
from drafter.extract.turns import turned
from drafter.text.pattern import lazy

_MARKS = lazy("[()“”《》]").search

_AND = lazy("^(?:和(?![解谐平睦])|与(?![会])|及(?![时格]))(?=.{4})").sub  # 3个新区|和自贸片区下放权限

__all__ = ["Naming", "name_figures"]


def name_figures(given: Naming) -> dict[str, str]:
    """Id → name for every figure."""
    names: dict[str, str] = {}
    for at, metric in enumerate(given.metrics):
        place = placed(given, at, names)
        name = (
            standard(place)
            or turned(place)
            or with_topic(place, _standard_of(place, special(place)) or joined(place) or completed(place))
        )
        if (since := trim.SINCE(place.raw[-8:].rstrip("的"))) and since["time"]:
            name = f"{name}({since['time']})"  # 合格率由年初的91%提高到96%
        names[metric.id] = with_noun(place, tidy(without_adverbials(name))) or _heading(given, metric) or "未命名数据"
    return names


def _standard_of(place: Place, name: str) -> str:
    """按时办结率、满意率分别为99%和97%: a name out of a list may be one that the field completes."""
    return (standard(place._replace(head=name)) or name) if name else ""


def tidy(name: str) -> str:
    """Without marks at its ends and without half a bracket or quotation; at most 26 characters."""
    name = _AND("", name.strip("、,的 "))
    if len(name) > clause.LONGEST:
        name = trim.shortened(name)[: clause.LONGEST]
    for opening, closing in ("()", "“”", "《》") if _MARKS(name) else ():
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return name.strip("、,的 ")


def _heading(given: Naming, metric: Standing) -> str:
    return next((title for start, end, title in given.headings if start <= metric.start < end), "")
