"""Parts of a whole, which need no unit (六成, 一半, 三分之二, 1/3), and halves of a unit (3天半, 半个工作日)."""

import re

from drafter.extract.candidate import Candidate, made
from drafter.model.metric import Value
from drafter.text.numerals import FRACTION, NUMBER, NUMERALS, RANGE_MARK, SLASHED, clean, han_value, parse_numeral
from drafter.text.pattern import lazy

# 3天半, 三年半, 两个半月: the half is of the unit. 3天半价 is none.
_HALF_TAIL = r"半(?![价途数径封夜])"
_HALVES = lazy(
    rf"(?P<number>{NUMBER})(?:(?P<unit>年|天|倍|小时|分钟|个月|个小时|个工作日){_HALF_TAIL}|个半(?P<rest>月|小时|工作日|星期))"
)
_TENTHS = r"[一二两三四五六七八九1-9]"
_NOT_TENTHS = r"(?![员立为功果就本效长年型熟套分交品名语绩因群片线体不])"
_SHARE = lazy(
    rf"(?P<part>(?:{FRACTION}{RANGE_MARK})?{FRACTION})"
    rf"|(?P<lowtenth>{_TENTHS}{RANGE_MARK}?)??(?P<tenth>{_TENTHS})成(?P<five>[一二三四五六七八九半](?!成))?{_NOT_TENTHS}"
    rf"|(?P<half>一半|半数|半(?=个工作日|个小时|小时|个月|天|日)(?P<of>个工作日|个小时|小时|个月|天|日))"
    rf"|(?P<slash>(?<![\d/A-Za-z]){SLASHED})"
)
_FRACTION_START = lazy(rf"[\d{NUMERALS}]+分之|{_TENTHS}.{{0,2}}成|[一半]|\d+/")


def half(text: str, start: int) -> Candidate | None:
    """3天半, 三年半, 两个半月 at `start`."""
    if "半" not in text[start : start + 16]:
        return None
    hit = _HALVES.match(text, start)
    value = parse_numeral(hit["number"]) if hit else None
    if hit is None or value is None:
        return None
    return made(text, start, hit.end(), clean(value + 0.5), hit["unit"] or "个" + hit["rest"], None)


def share(text: str, start: int) -> Candidate | None:
    """三分之二, 百分之五至百分之七, 六成, 六至七成, 一半, 半天, 1/3 at `start`."""
    if not _FRACTION_START.match(text, start):
        return None
    hit = _SHARE.match(text, start)
    if not hit:
        return None
    value, unit = _part(hit["part"]) if hit["part"] else _tenths(hit) if hit["tenth"] else _piece(hit)
    return None if value is None else made(text, start, hit.end(), value, unit, None)


def _part(said: str) -> tuple[Value | None, str]:
    unit = "%" if said.startswith("百分之") else ""
    ends = [parse_numeral(end) for end in re.findall(FRACTION, said)]
    low, high = ends[0], ends[-1]
    if low is None or high is None:
        return None, unit
    return ((low, high) if low < high else high), unit


def _tenths(hit: re.Match[str]) -> tuple[Value | None, str]:
    """Tenths are told in percent: 六成 is 60 %, 九成五 95 %."""
    five = 5 if hit["five"] == "半" else han_value(hit["five"] or "") or 0
    high = clean((parse_numeral(hit["tenth"]) or 0) * 10 + five)
    low = parse_numeral(hit["lowtenth"][0]) if hit["lowtenth"] else None
    return ((low * 10, high) if low is not None and low * 10 < high else high), "%"


def _piece(hit: re.Match[str]) -> tuple[Value | None, str]:
    return (parse_numeral(hit["slash"]), "") if hit["slash"] else (0.5, hit["of"] or "")
