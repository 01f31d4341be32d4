"""Lists that add up to a total before or behind them. Arithmetic that no word opens counts only where it is exact."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby

from drafter.extract.rows import MOST_PARTS, REACH, Figure, Pairs, Row, may_be_part
from drafter.model.metric import number
from drafter.text.pattern import lazy

_SUM_UP = lazy(
    r"^[^,;。:()\d]{0,8}[,、(]?(?:以上)?(?:各项|[两二三四五六]个?(?:项|类|者|级|部门|单位))?(?:合计|共计|总计|一共|共)[^,、;:。\d]{0,8}$"
)
_WHOLE = lazy(r"共|合计|总|全部")
_GOES_ON = lazy(r"[^,:;]{0,12}(?:[、和与]|(?<!涉)及)|;")
_ANNOUNCED = lazy(r"(?:如下|包括|其中|分别[是为]|:)[:,]?\s*$")
_MARKED = lazy(r"\s*(?:\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,2}[是、]|[①-⑳])")
# 受理65件，办结64件，不予许可1件 is a flow that comes out even; 按时办结64件，超时办结1件 divides.
_ENDED = lazy("(?:^|[,、;])(?:已|均|共|全部|累计|年内|当年|依法)*(?:办结|审结|结案)[^,;、]{0,4}$")
# Below this a short list adds up by chance: 会议3次，培训1次、督查2次.
_CHANCE = 10
# Over the full stop more is asked: a whole sentence, or all up to its semicolon, that adds up to no less than this.
_SURE = 50


def summed_up(row: Row) -> Pairs:
    """受理231件、不予受理58件，共计289件: the list before the sum adds up to it."""
    for at, total in enumerate(row.figures):
        if at < 2 or total.aside or not _SUM_UP.match(total.gap):
            continue
        earlier = [figure for figure in reversed(row.figures[max(0, at - MOST_PARTS) : at]) if not figure.aside]
        yield from ((part, total) for part in closing(earlier, total))


def adding_up(row: Row) -> Pairs:
    """共梳理426件，废止38件，修改15件，继续有效373件."""
    for at, total in enumerate(row.figures[:-2]):
        later = [f for f in row.figures[at + 1 : at + 1 + MOST_PARTS] if not f.aside and f.depth == total.depth]
        if total.aside or total.metric.approx or not later or _GOES_ON.match(later[0].gap):
            continue
        if number(total.metric) >= _CHANCE or _WHOLE.search(total.gap[-10:]):
            here = [figure for figure in later if figure.segment == total.segment or ":" in later[0].gap]
            parts = closing(here, total)
            if not _is_flow(parts):
                yield from ((part, total) for part in parts)


def dividing_the_last(row: Row) -> Pairs:
    """办理工单495件。交办乡镇388件、直接办理107件;按期回复424件、逾期回复71件: each adds up to what was counted before it.

    What was counted before stands in the sentence before, or in an earlier part between semicolons of this one.
    """
    listed = [figure for figure in row.figures if not figure.aside and not figure.depth]
    for segment, members in groupby(listed, key=lambda figure: figure.segment):
        parts = list(members)
        earlier = (*row.before[-REACH:], *(figure for figure in row.figures if figure.segment < segment))
        totals = (f for f in reversed(earlier) if not f.aside and not f.metric.approx and number(f.metric) >= _SURE)
        total = next((total for total in totals if len(parts) > 1 and len(closing(parts, total)) == len(parts)), None)
        if total and not _is_flow(parts):
            yield from ((part, total) for part in parts)


def _is_flow(parts: Sequence[Figure]) -> bool:
    return any(_ENDED.search(part.gap[-10:]) for part in parts)


def closing(run: Sequence[Figure], total: Figure) -> Sequence[Figure]:
    """The run, at least two long, up to where it adds up to the total; nothing where it never does."""
    fitting: list[Figure] = []
    for figure in run:
        if not may_be_part(figure, total) or number(figure.metric) == number(total.metric):
            break
        fitting.append(figure)
    for count, reached in enumerate(accumulate(number(figure.metric) for figure in fitting), 1):
        if count > 1 and abs(reached - number(total.metric)) < 1e-6:
            return fitting[:count]
    return ()


def below(rows: Iterable[Row]) -> Pairs:
    """全年办结120件，具体如下：and then 1.…80件。2.…40件。: the first figure of each marked sentence, where they add up."""
    total: Figure | None = None
    parts: list[Figure] = []
    for row in rows:
        marked = _MARKED.match(row.figures[0].gap)
        part = next((figure for figure in row.figures if not figure.aside), None)
        if total and marked and part and may_be_part(part, total):
            parts.append(part)
            if len(parts) > 1 and closing(parts, total):
                yield from ((each, total) for each in parts)
                total, parts = None, []
        elif not marked or _ANNOUNCED.search(row.tail):
            announced = row.figures[-1] if _ANNOUNCED.search(row.tail) and not row.figures[-1].aside else None
            total, parts = announced, []
