"""Parts that a word or a bracket opens: 共…其中…, (依申请873项，依职权2291项), 598名干部中持证的502名."""

import re
from collections.abc import Sequence

from drafter.extract.breakdowns import divided, shared_out
from drafter.extract.outcomes import acts, told_by
from drafter.extract.rows import BREAKDOWN, MOST_PARTS, OWNER, REACH, Figure, Pairs, Row, may_be_part
from drafter.extract.runs import IN, IN_BRACKETS, NAMED_WITHIN, run_of
from drafter.extract.sums import closing
from drafter.text.pattern import lazy

# What opens a list of parts. The words after it belong to the first part.
_OPENER = lazy(
    r"(?P<word>其中|当中|包括|包含|涵盖|具体为|具体是|分为|内含"
    rf"|(?P<respective>(?:分别|依次)(?:[为是]|(?:立案|查处|查办|办理|办结|受理|作出)[^,。;、\d]{{0,8}}$)|各为)|(?P<by>{BREAKDOWN}))"
    r"(?:\d{4}年|[^;\d])*$"
)
_MAY_OPEN = lazy("[中包涵具内分依各按从]").search  # one of these is in every word of _OPENER
_WITHIN = lazy(rf"^[^,。;、:()\d]{{0,12}}{IN}[^,。;\d]{{0,16}}$")
_EMPTY_NAME = lazy(r"(?:案件|类)$|^(?:上述|以上|这些)")
_BRACKET = lazy(r"[^,。;\d()]{0,10}\((?!不含|不包括|较|比|同比|[上去]年(?!结转))")
_CLAUSE = lazy("[,;:。(]")
# 由50项调整为47项(新增2项、取消5项): what was added and what was taken away are no parts.
# 婚姻、邻里纠纷居前两位，分别为612件、548件: what leads is the subject still.
_FOREMOST = lazy("(?:[两三四五六]类)?(?:居前[^,;]{1,3}位|居多|最多|较多|较为集中|位居前列),$").sub
_ADJUSTED = lazy(r"(?:调整|变更|精简|压减|减少|增加|扩充|增|减)[为至到]")
_ADDED = lazy(r"\((?:其中,?)?[^,;]{0,4}(?:新增|增加|调入|承接|取消|减少|调出|核减|下放|合并|删除)")
_RATED = lazy("(?:成功|化解|整改|合格|通过)率[^,;]{0,4}$")
_HOLDING = ("涵盖", "包括", "包含")
_SURE = 3


def bracketed(row: Row) -> Pairs:
    """清单3539项(依申请873项，依职权2291项): all that stands in the bracket right behind the total, rates aside."""
    for at, total in enumerate(row.figures[:-1]):
        following = row.figures[at + 1 : at + 1 + MOST_PARTS]
        if total.aside or following[0].depth <= total.depth or not _BRACKET.match(following[0].gap):
            continue
        inside: list[Figure] = []
        for figure in following:
            if inside and (")" in figure.gap and figure.depth < following[0].depth):
                break
            if figure.depth == following[0].depth and not figure.aside:
                inside.append(figure)
        changed = _ADJUSTED.search(total.gap[-12:]) and _ADDED.search(following[0].gap)
        if not changed and all(may_be_part(figure, total) for figure in inside):
            yield from ((figure, total) for figure in inside)


def opened(row: Row) -> Pairs:
    """其中 and its like: each part of the list goes to the figure of its own unit."""
    listed: set[str] = set()
    for at, first in enumerate(row.figures):
        found = _opener(first, at)
        if not found or (first.aside and first.metric.unit not in ("%", "")):
            continue
        before = row.figures[max(0, at - REACH) : at]
        anew = ";" in first.gap or at == 0 or bool(found["by"])
        if anew:  # a second breakdown of the same total, not one of the last part
            before = tuple(f for f in before if f.metric.id not in listed) or row.before[-REACH:] or before
        if anew or _RATED.search(row.figures[at - 1].gap):  # 调解520件，调解成功508件；其中疑难27件 divides what was mediated
            before = tuple(sorted(before, key=lambda figure: not told_by(figure)))
        pairs = list(_pairs(row.figures, at, before, found))
        listed |= {part.metric.id for part, _ in pairs}
        yield from pairs


def _opener(first: Figure, at: int) -> re.Match[str] | None:
    """The word before figure number `at` that opens a list; 按类型分 does so only at the head of a clause of its own."""
    found = _OPENER.search(first.gap, max(0, len(first.gap) - 40)) if _MAY_OPEN(first.gap) else None
    if found and at == 0 and found["word"] in _HOLDING and found.start() > 1:
        return None  # 权责清单涵盖58家单位: what holds them is no figure before
    return None if found and found["by"] and at > 0 and first.gap[max(0, found.start() - 1)] not in ",;:(" else found


def _pairs(figures: Sequence[Figure], at: int, before: Sequence[Figure], opener: re.Match[str]) -> Pairs:
    first = figures[at]
    run: Sequence[Figure] = run_of(figures, at, semicolons=":" in first.gap[opener.end("word") :][:2])
    if opener["by"] or opener["respective"]:
        said = first.gap[: opener.start()]
        subject = _CLAUSE.split(_FOREMOST("", said))[-1]
        leading = _FOREMOST("", said) != said
        total = divided(figures, at, before) if opener["by"] else shared_out(run, subject, before, leading=leading)
        run = _closed(figures, at, total) or run
        yield from ((part, total) for part in run if total and may_be_part(part, total, loose=True))
        if opener["by"]:  # 按行业分，工业13起、死亡4人，交通2起、死亡1人: each of its own unit
            others = (part for part in run if total and not may_be_part(part, total, loose=True))
            yield from ((part, found) for part in others if (found := _total(part, before, owned=False)))
        return
    owned = bool(OWNER.search(first.gap[-30:]))
    exact = _added_up(run, before)
    run = run if exact else _closed(figures, at, _total(first, before, owned=owned)) or run
    yield from ((part, found) for part in run if (found := exact or _total(part, before, owned=owned)))


def _added_up(run: Sequence[Figure], before: Sequence[Figure]) -> Figure | None:
    """The figure nearest before the list to which all of it adds up."""
    return next((total for total in reversed(before) if len(closing(run, total)) == len(run) > 1), None)


def _closed(figures: Sequence[Figure], at: int, total: Figure | None) -> Sequence[Figure]:
    """The figures from number `at` on that add up to the total; nothing where they do not.

    Over a semicolon there must be three or more: 立案18件，其中大案3件；结案15件 adds up by chance.
    """
    if total is None:
        return ()
    beside = [f for f in figures[at : at + MOST_PARTS] if f.depth == figures[at].depth and not f.aside]
    parts = closing(beside, total)
    return parts if len(parts) >= _SURE or all(part.segment == figures[at].segment for part in parts) else ()


def _total(part: Figure, before: Sequence[Figure], *, owned: bool) -> Figure | None:
    """The figure nearest before the list that can hold the part; one that tells the same act where owners or stages are named."""
    nearest = [figure for figure in reversed(before) if figure.depth <= part.depth]
    fitting = [figure for figure in nearest if may_be_part(part, figure)]
    told = acts(part) if owned else acts(part) & {"受理", "审结"}
    same = [figure for figure in fitting if told & acts(figure)]
    loose = (figure for figure in nearest if may_be_part(part, figure, loose=True))
    return next(iter(same or fitting), None) or next(loose, None)


def within(row: Row) -> Pairs:
    """598名干部中，持证的502名; A类80件、B类40件，A类中甲30件; 办结46件。办结案件中，维持20件；驳回8件."""
    for at, first in enumerate(row.figures):
        if first.aside or not ("中" in first.gap or "里" in first.gap):
            continue
        before, total = row.figures[max(0, at - REACH) : at] or row.before[-REACH:], None
        if at and _WITHIN.match(IN_BRACKETS.sub("", first.gap)) and may_be_part(first, before[-1], loose=True):
            total = before[-1]
        elif found := NAMED_WITHIN.search(first.gap):
            name = _EMPTY_NAME.sub("", found["name"].removeprefix("在").replace("的", ""))
            total = next((f for f in reversed(before) if name in f.said and may_be_part(first, f)), None)
        if total:
            run = run_of(row.figures, at, semicolons=at == 0)
            yield from ((part, total) for part in run if may_be_part(part, total, loose=True))
