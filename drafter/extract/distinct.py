"""Names that are told apart: in a table without the text no two figures bear the same name, and none is a bare noun.

A bare name (案件, 维持, 其他) gets what it is about, the nearest that is specific. Figures with one name get the first
kind of context that tells all of them apart. What is added stands from year to year: words, no values.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from drafter.extract import about, trim
from drafter.extract.adding import behind, count, counted, han
from drafter.extract.context import DEPENDING, FILLING, TELLING
from drafter.extract.label import Naming
from drafter.extract.page import Context, Page
from drafter.extract.standing import Standing
from drafter.model.metric import Scope
from drafter.text.pattern import lazy

LONGEST = 34
_CLOSES = {")": "(", "）": "（", "”": "“", "》": "《"}
_MARKS = lazy("[()（）“”《》]")
_QUOTED = lazy(r"“[^“”\n]{1,20}”|\([^()\n]{1,20}\)|《[^《》\n]{1,20}》")
_AROUND = 60  # characters around a figure that are searched for the rest of a quotation
_NUMBERED = 8  # characters that a number behind a name may take
_ROUNDS = 2
_CROWD = 8  # more figures of one name than a report has are many reports in one file: they are only numbered


def distinguish(given: Naming, names: dict[str, str], scopes: Mapping[str, Scope | None]) -> dict[str, str]:
    """Id → name: as given where that is specific and no other figure's, else with what tells it apart."""
    made = {metric.id: tidied(names[metric.id], given.text, metric) for metric in given.metrics}
    page = Page(given, made, scopes, {m.id: at for at, m in enumerate(given.metrics)}, [start for start, _ in given.sentences])
    for metric in given.metrics:
        if about.is_bare(made[metric.id]) or made[metric.id] in about.WHOLE_DEEDS:
            made[metric.id] = _filled(page, metric, FILLING)
        elif made[metric.id] in about.DEPENDENT:
            made[metric.id] = _filled(page, metric, DEPENDING)
    for _ in range(_ROUNDS):
        before = dict(made)
        for metric in given.metrics:
            same = page.told.setdefault(page.stated(metric), [])
            same += [metric.id] if metric.id not in same else []
        doubled = [group for group in _groups(given.metrics, made).values() if 1 < len(group) <= _CROWD and _may_differ(group)]
        for group in doubled:
            _tell_apart(page, group)
        if not any(_met(group, before) for group in _groups(given.metrics, made).values()):
            break
    return _counted_off(given.metrics, made)


def _may_differ(group: Sequence[Standing]) -> bool:
    """Whether anything around the figures can tell them apart: not where one sentence stands again and again."""
    near = len(group) == 2 or any(after.start - before.start < len(before.sentence) for before, after in pairwise(group))
    return near or len({(metric.sentence, metric.path, metric.text) for metric in group}) > 1


def _met(group: Sequence[Standing], before: dict[str, str]) -> bool:
    """Whether figures that bore different names before now bear one."""
    return len(group) > 1 and len({before[metric.id] for metric in group}) > 1


def tidied(name: str, text: str, metric: Standing) -> str:
    """Not longer than a table can bear; a bracket or quotation that the name cuts is made whole, else it is left out."""
    name = name if len(name) <= LONGEST else trim.shortened(name)[-LONGEST:]
    lost = _unpaired(name)
    if not lost:
        return name
    for whole in _QUOTED.findall(text, max(0, metric.start - _AROUND), metric.end + _AROUND):
        head, tail = name[: lost[0] + 1], name[lost[0] :]
        mended = whole + name[len(head) :] if whole.endswith(head) else name
        mended = name[: lost[0]] + whole if whole.startswith(tail) else mended
        if len(mended) <= LONGEST and not _unpaired(mended):
            return mended
    return _paired(name)


def _paired(name: str) -> str:
    """Without the brackets and quotation marks that lack their other half."""
    lost = _unpaired(name)
    return "".join(c for at, c in enumerate(name) if at not in lost) if lost else name


def _unpaired(name: str) -> list[int]:
    """Where brackets and quotation marks stand that lack their other half."""
    if not _MARKS.search(name):
        return []
    opened: list[int] = []
    lost = []
    for found in _MARKS.finditer(name):
        mark = found.group()
        if mark not in _CLOSES:
            opened.append(found.start())
        elif opened and name[opened[-1]] == _CLOSES[mark]:
            opened.pop()
        else:
            lost.append(found.start())
    return sorted(lost + opened)


def _groups(metrics: Iterable[Standing], names: dict[str, str]) -> dict[str, list[Standing]]:
    groups: dict[str, list[Standing]] = defaultdict(list)
    for metric in metrics:
        groups[names[metric.id]].append(metric)
    return groups


def _filled(page: Page, metric: Standing, contexts: Sequence[Context]) -> str:
    """A bare name with what it is about, or with what is counted where the report says no more."""
    name = page.names[metric.id] if about.speaks(page.names[metric.id]) else ""
    if not name and (first := page.listed_with(metric)):
        return page.names[first.id]
    for context in contexts:
        words = context.find(page, metric)
        made = _with(context, name, words)
        if made != name:
            return made if name else behind(made, count(metric))
    if contexts is not FILLING or name in about.WHOLE_DEEDS:
        return name
    said = counted(name, metric) if name else ""
    return said if said != name else "未命名" + count(metric)


def _tell_apart(page: Page, group: Sequence[Standing]) -> None:
    """Give the figures of one name what makes all of them different, else what makes most of them different, and go on."""
    found = [dict[str, str]() for _ in TELLING]
    waiting = [(list(group), list(range(len(TELLING))))]
    while waiting:
        some, contexts = waiting.pop()
        made, used = _best(page, some, contexts, found)
        if used is None:
            continue
        for metric, new in zip(some, made, strict=True):
            page.names[metric.id] = new
        rest = [at for at in contexts if at != used]
        waiting += [(alike, rest) for alike in _groups(some, page.names).values() if len(alike) > 1]


def _best(
    page: Page, group: Sequence[Standing], contexts: Sequence[int], found: Sequence[dict[str, str]]
) -> tuple[list[str], int | None]:
    """The names by the first context that tells all apart, or a greedy one that tells some, else by that which tells most.

    `found` keeps the words of each context, so that they are looked for once.
    """
    name = page.names[group[0].id]
    most, best, used = 1, [name] * len(group), None
    for at in contexts:
        context, words = TELLING[at], found[at]
        for metric in group:
            if metric.id not in words:
                words[metric.id] = context.find(page, metric)
        made = [_with(context, name, words[metric.id]) for metric in group]
        different = len(set(made))
        if different > most:
            most, best, used = different, made, at
        if different == len(group) or (context.greedy and different > 1):
            break
    return best, used


def _with(context: Context, name: str, words: str) -> str:
    """The name with what a context adds to it; as it is where that would be no name."""
    made = context.add(name, words) if words else name
    return name if made == name or len(made) > LONGEST or _unpaired(made) or about.is_bare(made) else made


def _counted_off(metrics: Sequence[Standing], names: dict[str, str]) -> dict[str, str]:
    """What nothing in the report tells apart is numbered: 存贷款余额（之一）, 存贷款余额（之二）."""
    taken = set(names.values())
    for name, group in _groups(metrics, names).items():
        if len(group) == 1:
            continue
        short, number = _paired(name[: LONGEST - _NUMBERED]), 0
        for metric in group:
            number += 1
            while (new := f"{short}（之{han(number)}）") in taken:
                number += 1
            taken.add(new)
            names[metric.id] = new
    return names
