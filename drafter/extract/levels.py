"""Figures that need a neighbour to be whole: levels told as from–to, and numbers that borrow the unit of the next."""

from itertools import pairwise

from drafter.extract.candidate import Candidate
from drafter.extract.candidates import candidates
from drafter.extract.change import CHANGED_TO
from drafter.text.numerals import ARABIC, parse_numeral, scale_of, times
from drafter.text.pattern import lazy

_INSTEAD = lazy(r"(?:由|从)[^,。;、()]{0,4}$").search
_RANGE_MARKS = lazy(r"[-~至到—–]")
_LIST_MARK = lazy(r"[、和及与]|以及|\s*[、,]\s*").fullmatch
# 分别办理85、64、31件: numbers in a list have the unit of the last.
_LISTED = lazy(rf"(?<![\d.第])(?P<number>{ARABIC})(?P<scale>[百千]?[万亿]*)(?:、|和|及|与|以及)$").search
_MEMBER_WITHOUT_UNIT = lazy(
    rf"(?P<mark>[,、;])[^,、;:。()\d\n]{{2,12}}(?<![第率于至到号])(?P<number>{ARABIC})(?P=mark)[^,、;:。()\d\n]{{2,14}}"
).fullmatch
_TWO_MEMBERS = 36  # characters that a member without unit, and the name of the next, may take
_NEAR = 12  # characters; what is further apart is no list and no pair of levels
_LIST_ENDS = "、和及与"
_SHARED_OUT = lazy(r"(?:分别|各自|依次)[^。;]*$").search


def whole_figures(text: str) -> list[Candidate]:
    """All candidates of a folded text, each with the unit and the value that its neighbours lend it."""
    return _with_unsaid(text, _with_listed(text, _with_borrowed_units(text, _split_levels(text, candidates(text)))))


def _split_levels(text: str, found: list[Candidate]) -> list[Candidate]:
    """由3天到1天 is two levels, not a range: the second half stands for itself."""
    result = []
    for candidate in found:
        if isinstance(candidate.value, tuple) and _INSTEAD(text[max(0, candidate.start - 6) : candidate.start]):
            inner = candidates(_RANGE_MARKS.sub(",", text[candidate.start : candidate.end]))
            result += [c._replace(start=c.start + candidate.start, end=c.end + candidate.start) for c in inner]
        else:
            result.append(candidate)
    return result


def _with_borrowed_units(text: str, found: list[Candidate]) -> list[Candidate]:
    """由5个工作日压减至2个, 分别高12.7个、12个百分点: a bare 个 is of the unit beside it; 1409万、1305万人次 too."""
    result = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        if second.start - first.end > _NEAR:
            continue
        between = text[first.end : second.start]
        if second.unit == "个" and first.unit.startswith("个") and CHANGED_TO.match(between):
            result[at + 1] = second._replace(unit=first.unit)
        elif _LIST_MARK(between) and (
            (first.unit == "个" and len(second.unit) > 1 and second.unit.startswith("个")) or not first.unit
        ):
            result[at] = first._replace(unit=second.unit) if first.unit or isinstance(first.value, int) else first
    return result


def _with_listed(text: str, found: list[Candidate]) -> list[Candidate]:
    """The numbers of a list that is shared out (分别), which print their unit but once."""
    result: list[Candidate] = []
    for candidate in found:
        if text[candidate.start - 1 : candidate.start] in _LIST_ENDS and candidate.start:
            result += reversed(_listed_before(text, candidate, result[-1].end if result else 0))
        result.append(candidate)
    return result


def _with_unsaid(text: str, found: list[Candidate]) -> list[Candidate]:
    """诉讼案件136件，咨询和代书27，仲裁业务6件: in a list the unit that one member lacks is that of its neighbours."""
    result = found[:1]
    for first, second in pairwise(found):
        near = second.start - first.end <= _TWO_MEMBERS and first.unit == second.unit and first.unit
        if near and (hit := _MEMBER_WITHOUT_UNIT(text, first.end, second.start)):
            value = parse_numeral(hit["number"])
            if value is not None:
                result.append(Candidate(hit.start("number"), hit.end("number"), value, first.unit, None, han=False))
        result.append(second)
    return result


def _listed_before(text: str, last: Candidate, floor: int) -> list[Candidate]:
    taken: list[Candidate] = []
    end = last.start
    while hit := _LISTED(text[max(floor, end - 20) : end]):
        start = max(floor, end - 20) + hit.start()
        value = parse_numeral(hit["number"])
        if last.han or value is None or not (taken or _SHARED_OUT(text[max(0, start - 40) : start])):
            break
        stop = start + len(hit["number"]) + len(hit["scale"])
        taken.append(Candidate(start, stop, times(value, scale_of(hit["scale"])), last.unit, None, han=False))
        end = start
    return taken
