"""Names of meetings: what was dealt with (召开常务会议|9次|研究法治议题), and whose committee met."""

from drafter.extract import trim
from drafter.extract.place import Place
from drafter.text.pattern import lazy

_CALLED = lazy("^.*(?:召开|举行|参加)")
_DEALT_WITH = lazy(
    r"(?:专题|集中|专门)?(?P<act>研究|审议|学习|讨论|听取)[^,。;\d]*?(?P<what>[^,。;、\d的等]{2,14})(?=[,。;\d]|$)"
).match


def met_for(place: Place) -> str:
    """召开常务会议|11次|专题研究法治议题: meetings are told by what was dealt with."""
    if not place.head.endswith(("会", "会议")) or not (dealt := _DEALT_WITH(place.rest)):
        return ""
    met = _CALLED.sub("", place.head)
    return f"{met}{dealt['act']}{dealt['what']}" if len(met) <= 12 else ""


_MET_AND = lazy("(?P<met>[^,]*?召开[^,]*?会议?)(?:专题|集中)?(?:研究|审议|学习|讨论)[^,]*、[^,]*").fullmatch


def met_and(place: Place) -> str:
    """县长主持召开专题会议研究争议化解、队伍建设等事项|5次: what is counted in 次 are the meetings."""
    found = _MET_AND(place.raw) if "会" in place.raw and "、" in place.raw else None
    return trim.trim_head(found["met"]) if found else ""


_COMMITTEE = lazy("(?:[省市县区州旗]委)?(?:全面)?依法治[省市县区州旗](?:委员会|领导小组)").findall
_MEETINGS = lazy(
    "(?:[^,]*召开|筹备)?(?P<what>委员会(?:全体)?会议|办公室(?:主任)?会议|协调小组会议|(?:委员会)?办公室(?:工作)?会议)"
).fullmatch


def committee(place: Place) -> str:
    """承担市委全面依法治市委员会办公室日常工作，召开委员会会议|2次: which committee was said before."""
    found = _MEETINGS(place.head) if place.head.endswith("会议") else None
    named = _COMMITTEE(place.given.text, max(0, place.metric.start - 160), place.metric.start) if found else []
    return named[-1] + found["what"].removeprefix("委员会") if found and named else ""
