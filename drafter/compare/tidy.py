"""Edits that a person would have marked: no confetti, but a figure stays a figure.

A diff of characters finds chance matches in rewritten text; they are covered here. A change of one figure for another is
tight: nothing is ever joined to it.
"""

from typing import NamedTuple

from drafter.compare import costs
from drafter.compare.whole_words import halved
from drafter.text.pattern import lazy

_FIGURE = lazy(r"[第〔\[［]?(?:[0-9０-９]|[一二三四五六七八九十百千万亿两〇零](?:.|分之))")
_NUMERAL = lazy("[0-9０-９.,．一二三四五六七八九十百千万亿两〇零]+")
_STOPS = "，。；：、！？,;:!?）)》”"


class Change(NamedTuple):
    """What is kept, then what goes and what comes in its place; tokens. Any of them may be empty."""

    kept: list[str]
    gone: list[str]
    come: list[str]


def tidy(changes: list[Change]) -> list[Change]:
    """Neighbours joined, chance islands covered, lone insertions and deletions moved to where a clause begins, words whole."""
    covered = _cover(_whole_words(_settle(_joined(changes))))
    return _unstranded([apart for change in covered for apart in _apart(change)])


def tidy_clause(changes: list[Change]) -> list[Change]:
    """The changes inside one clause; where little of it stays, it is replaced as a whole."""
    changes = _cover(_joined(changes))
    wordy = [c for c in changes if _changed(c) and not _tight(c)]
    kept = 2 * sum(_size(c.kept) for c in changes)
    whole = kept + sum(_size(c.gone) + _size(c.come) for c in wordy)
    if len(wordy) < 2 or len(wordy) < sum(map(_changed, changes)) or kept >= costs.CLAUSE_KEPT * whole:
        return changes
    last = changes[-1].kept if not _changed(changes[-1]) and changes[-1].kept[0] in _STOPS else []
    body = changes[: len(changes) - bool(last)]
    first = body[0].kept if body[0].kept and body[0].kept[-1] in _STOPS else []
    rest = [body[0]._replace(kept=body[0].kept[len(first) :]), *body[1:]]
    gone = [token for c in rest for token in (*c.kept, *c.gone)]
    come = [token for c in rest for token in (*c.kept, *c.come)]
    return [Change(first, gone, come), Change(last, [], [])]


def _changed(change: Change) -> bool:
    return bool(change.gone or change.come)


def _size(tokens: list[str]) -> int:
    return sum(map(len, tokens))


def _tight(change: Change) -> bool:
    """Whether a figure was put for a figure."""
    one = len(change.gone) == 1 and len(change.come) == 1
    return one and all(_FIGURE.match(token) for token in (*change.gone, *change.come))


def _joined(changes: list[Change]) -> list[Change]:
    """Every change preceded by what is kept before it; what is kept at the end stands alone. Tight ones stay apart."""
    found: list[Change] = []
    for change in changes:
        last = found[-1] if found else None
        if last is None or (_changed(last) and (change.kept or _tight(last) != _tight(change))):
            found.append(Change(list(change.kept), list(change.gone), list(change.come)))
        else:  # in place: a long unit has thousands of equal clauses in a row
            for mine, more in zip(last, change, strict=True):
                mine.extend(more)
    return found


def _apart(change: Change) -> list[Change]:
    """A figure for a figure of the same unit at either end of a change is a change of its own: tight again."""
    start, end = 0, 0
    gone, come = change.gone, change.come
    most = min(len(gone), len(come))
    while start < most and _same_unit(gone[start], come[start]):
        start += 1
    while end < most - start and _same_unit(gone[-1 - end], come[-1 - end]):
        end += 1
    pairs = [(gone[at : at + 1], come[at : at + 1]) for at in range(start)]
    if len(gone) > start + end or len(come) > start + end:
        pairs.append((gone[start : len(gone) - end], come[start : len(come) - end]))
    pairs += [(gone[-at : len(gone) - at + 1], come[-at : len(come) - at + 1]) for at in range(end, 0, -1)]
    if not pairs:
        return [change]
    return [Change(change.kept if not n else [], *pair) for n, pair in enumerate(pairs)]


def _same_unit(gone: str, come: str) -> bool:
    return all(map(_FIGURE.match, (gone, come))) and _NUMERAL.sub("", gone) == _NUMERAL.sub("", come)


def _cover(changes: list[Change]) -> list[Change]:
    """Chance islands between two rewritten pieces are told as rewritten too."""
    found: list[Change] = []
    for change in changes:
        found.append(change)
        while len(found) > 1 and _island(found[-2], found[-1]):
            after = found.pop()
            before = found.pop()
            found.append(Change(before.kept, before.gone + after.kept + after.gone, before.come + after.kept + after.come))
    return found


def _island(before: Change, after: Change) -> bool:
    if not (_changed(before) and _changed(after)) or _tight(before) or _tight(after):
        return False
    size = _size(after.kept)
    sides = [max(_size(c.gone), _size(c.come)) for c in (before, after)]
    if size <= costs.ISLAND:
        return size <= sum(sides)
    return size <= costs.ISLAND_MOST and size < costs.ISLAND_SHARE * min(sides)


def _unstranded(changes: list[Change]) -> list[Change]:
    """A single character left between two changes (the comma in 37件，其中) is told with the one that is no figure."""
    found = list(changes)
    for at in range(1, len(found)):
        before, after = found[at - 1], found[at]
        if _size(after.kept) != 1 or not (_changed(before) and _changed(after)):
            continue
        if not _figures(after):
            found[at] = Change([], after.kept + after.gone, after.kept + after.come)
        elif not _figures(before):
            found[at - 1] = Change(before.kept, before.gone + after.kept, before.come + after.kept)
            found[at] = after._replace(kept=[])
    return found


def _figures(change: Change) -> bool:
    """Whether what goes and what comes are figures alone: 3月 and 11日 for 2月 and 20日."""
    return bool(change.gone and change.come) and all(_FIGURE.match(token) for token in (*change.gone, *change.come))


def _whole_words(changes: list[Change]) -> list[Change]:
    """[继→持]续 becomes [继续→持续]: the other half of a word that was cut goes with what changed."""
    found = list(changes)
    for at, change in enumerate(found):
        if not _changed(change) or _tight(change):
            continue
        kept, gone, come = change
        if kept and (_halves(kept, gone) or _halves(kept, come)):
            kept, gone, come = kept[:-1], [kept[-1], *gone], [kept[-1], *come]
        after = found[at + 1] if at + 1 < len(found) else Change([], [], [])
        if after.kept and (_halves(gone, after.kept) or _halves(come, after.kept)):
            gone, come = [*gone, after.kept[0]], [*come, after.kept[0]]
            found[at + 1] = after._replace(kept=after.kept[1:])
        found[at] = Change(kept, gone, come)
    return _joined([change for change in found if any(change)])


def _halves(left: list[str], right: list[str]) -> bool:
    return bool(left and right) and halved(left[-1], right[0])


def _settle(changes: list[Change]) -> list[Change]:
    """[A，B，] for [，A，B]: a lone insertion or deletion slides, where the text allows, to begin and end with its clause."""
    found = list(changes)
    for at, change in enumerate(found):
        moving = change.gone or change.come
        if not moving or (change.gone and change.come):
            continue
        after = found[at + 1].kept if at + 1 < len(found) else []
        back, on = _reach(change.kept, moving, after)
        line = change.kept + moving + after
        start = len(change.kept)
        best = max(range(start - back, start + on + 1), key=lambda s: (_neat(line, s, len(moving)), -abs(s - start)))
        if best != start:
            moved = line[best : best + len(moving)]
            found[at] = Change(line[:best], moved if change.gone else [], moved if change.come else [])
            rest = found[at + 1] if at + 1 < len(found) else Change([], [], [])
            found[at + 1 : at + 2] = [rest._replace(kept=line[best + len(moving) :])]
    return found


def _reach(before: list[str], moving: list[str], after: list[str]) -> tuple[int, int]:
    """How far the moving tokens may slide back and on without changing either text."""
    size = len(moving)
    back = 0
    while back < len(before) and before[-1 - back] == (moving[-1 - back] if back < size else before[size - 1 - back]):
        back += 1
    on = 0
    while on < len(after) and after[on] == (moving[on] if on < size else after[on - size]):
        on += 1
    return back, on


def _neat(line: list[str], start: int, size: int) -> int:
    """2 where the piece begins after a stop and ends with one, 1 where it does either."""
    return (start == 0 or line[start - 1] in _STOPS) + (line[start + size - 1] in _STOPS)
