"""Headings and items that never had a marker: bold lead-ins, runs of lead sentences, heading lines."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from drafter.parse.headings import COMMA, LEAD, ORDINAL, PART
from drafter.parse.leads import is_lead, is_loose_lead, is_part_lead
from drafter.parse.lines import Line, Page, sentences_in
from drafter.parse.roles import heading_roles
from drafter.parse.sequence import Mark
from drafter.text.pattern import lazy

_PARALLEL = 3  # characters by which parallel leads may differ in length
_TOLD = 40  # headings above that may speak of the same
_PART_COLON = lazy(r"[^。;:!?,\d]{4,16}:")


def unmarked_chapters(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Lines by themselves that name a part of the report (主要做法, 存在的问题), where no chapter is numbered at all."""
    if any(m.family in (COMMA, PART) for m in marks):
        return []
    taken = {m.line for m in marks}
    free = [i for i, line in enumerate(lines) if i not in taken and not line.table and _names_a_chapter(line)]
    roles = {role for i in free for role in heading_roles(lines[i].text, None)}
    return [replace(_lead(lines[i], i), level=1) for i in free] if len(roles) >= 2 else []


def colon_chapters(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Lines such as 存在的主要问题： right under a paragraph, where no chapter above already speaks of that."""
    opening = [m for m in marks if not m.inline]
    outer = [m for m in opening if m.depth <= 2]
    taken = {m.line for m in opening}
    found: list[Mark] = []
    for index, line in enumerate(lines[1:], 1):
        ended = lines[index - 1].text.endswith(("。", ";", "!"))
        if index in taken or line.table or not ended or not _PART_COLON.fullmatch(line.text):
            continue
        part = set(heading_roles(line.text, None)) & {"problems", "plans", "leadership"}
        above = outer[: bisect_left(outer, index, key=lambda m: m.line)]
        told = {role for m in above[-_TOLD:] for role in heading_roles(lines[m.line].text[:60], None)}
        if part and above and not part & told:
            found.append(replace(_lead(line, index), level=1, title_end=line.end - 1))
    return found


def _names_a_chapter(line: Line) -> bool:
    if not 4 <= len(line.text) <= 30 or any(mark in line.text for mark in "。;:!?,"):
        return False
    return bool(heading_roles(line.text, None)) and not line.text.startswith(("我", "针对", "对此", "附件"))


def unmarked_parts(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Paragraphs under a chapter that open with a lead sentence right before 一是, one after another: they stand for （一）.

    Two such paragraphs are evidence enough for those among them that have a lead without a list.
    """
    first_items = {m.start for m in marks if m.family.rank >= ORDINAL.rank and m.number == 1}
    found: list[Mark] = []
    for scope in _chapters_without_parts(lines, marks):
        heads = {i: spans[0] for i in scope if (spans := sentences_in(page, lines[i].start, lines[i].end))}
        leads = [i for i, (start, end) in heads.items() if is_part_lead(page.masked[start:end])]
        listed = [i for i in leads if heads[i][1] in first_items or _next_start(lines, i, heads[i][1]) in first_items]
        leads = [i for i in leads if i in listed or heads[i][1] < lines[i].end]
        if len(listed) >= 2 and len(leads) >= 0.6 * len([i for i in scope if i >= leads[0]]):
            found += [replace(_lead(lines[i], i), level=2) for i in leads]
    return found


def _next_start(lines: Sequence[Line], index: int, end: int) -> int:
    """Where the next line begins, for a line that ends at `end`; -1 where it goes on, or is the last."""
    return lines[index + 1].start if end == lines[index].end and index + 1 < len(lines) else -1


def _chapters_without_parts(lines: Sequence[Line], marks: Sequence[Mark]) -> list[list[int]]:
    """The paragraphs of every chapter in which no line opens with a marker; a list of 一是 may have been broken into lines."""
    opening = [m for m in marks if not m.inline and m.family.rank < ORDINAL.rank]
    broken = {m.line for m in marks if not m.inline and m.family.rank >= ORDINAL.rank}
    runs = []
    for mark, following in zip(opening, [*opening[1:], None], strict=False):
        stop = following.line if following else len(lines)
        if mark.depth == 1 and (following is None or following.depth == 1):
            runs.append([i for i in range(mark.line + 1, stop) if not lines[i].table and i not in broken])
    return runs


def unmarked_leads(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Bold lead-ins, and lead sentences or heading lines without any marker: they open items.

    Bold is evidence enough. Plain ones count where most paragraphs under one heading begin so.
    """
    glued = {m.line for m in marks if m.inline and m.depth <= 2}  # a heading at the end of a paragraph that may be an item
    taken = {m.line for m in marks if not m.inline or m.line not in glued}
    found: list[Mark] = []
    rest: list[Sequence[int]] = []
    led = 0
    opening = [m for m in marks if not m.inline]
    for scope in _scopes(lines, taken, glued):
        at = bisect_left(opening, scope[0], key=lambda m: m.line)
        above = opening[at - 1] if at else None
        bold = [lead for i in scope if not _is_caption(lines, i) and (lead := _bold_lead(lines[i], i))]
        leads = (
            bold or _plain_leads(page, lines, scope) or _parallel_leads(page, lines, scope) or _heading_lines(page, lines, scope)
        )
        leads = leads or _under_bare_heading(page, lines, scope, above)
        found += leads
        led += bool(leads)
        if not leads:
            rest.append(scope)
    return [*found, *(lead for scope in rest for lead in _as_elsewhere(page, lines, scope))] if led > 1 else found


def _as_elsewhere(page: Page, lines: Sequence[Line], scope: Sequence[int]) -> list[Mark]:
    """In a report whose paragraphs are led so under other headings, two that open with any short sentence are enough."""
    loose = [i for i in scope if is_loose_lead(_first_of_several(page, lines[i]))]
    return [_lead(lines[i], i) for i in loose] if len(loose) > 1 and len(loose) >= 0.6 * (scope[-1] - loose[0] + 1) else []


def _under_bare_heading(page: Page, lines: Sequence[Line], scope: Sequence[int], above: Mark | None) -> list[Mark]:
    """Paragraphs that all open with a short sentence, right under a （一） that is only a heading."""
    if above is None or above.line != scope[0] - 1 or above.depth != 2 or len(scope) < 2 or "。" in lines[above.line].text[:-1]:
        return []
    heads = [_first_of_several(page, lines[i]) for i in scope]
    short = all(is_loose_lead(h) and len(lines[i].text) >= 3 * len(h) for i, h in zip(scope, heads, strict=True))
    return [_lead(lines[i], i) for i in scope] if short else []


def _scopes(lines: Sequence[Line], taken: set[int], glued: set[int]) -> list[list[int]]:
    """Runs of lines without marks, each under one mark."""
    runs: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if index in taken:
            runs.append([])
        elif not line.table:
            runs[-1].append(index)
        if index in glued:
            runs.append([])
    return [run for run in runs if run]


def _lead(line: Line, index: int) -> Mark:
    return Mark(family=LEAD, number=0, start=line.start, text_start=line.start, line=index, inline=False)


def _bold_lead(line: Line, index: int) -> Mark | None:
    if not line.bold_until or not line.start + 2 <= line.bold_until <= line.start + 60:
        return None
    return replace(_lead(line, index), title_end=min(line.bold_until, line.end))


def _is_caption(lines: Sequence[Line], index: int) -> bool:
    """The name or the unit above a table."""
    following = lines[index + 1 : index + 3]
    return any(line.table for line in following) and len(lines[index].text) <= 50


def _plain_leads(page: Page, lines: Sequence[Line], scope: Sequence[int]) -> list[Mark]:
    """Paragraphs that open with a short sentence, if two at least and most of the scope do."""
    firsts = {i: _first_of_several(page, lines[i]) for i in scope}
    loose = [i for i in scope if is_loose_lead(firsts[i])]
    strict = [i for i in loose if is_lead(firsts[i])]
    if len(strict) < 2 or not loose or len(loose) < 0.6 * (scope[-1] - loose[0] + 1):
        return []
    return [_lead(lines[i], i) for i in loose]


def _parallel_leads(page: Page, lines: Sequence[Line], scope: Sequence[int]) -> list[Mark]:
    """Paragraphs, three at least, that all open with a short sentence of much the same length, behind a line that may
    announce them with a colon."""
    inside = scope[1:] if lines[scope[0]].text.endswith(":") else scope
    firsts = [_first_of_several(page, lines[i]) for i in inside]
    if len(firsts) < 3 or not all(is_loose_lead(first) for first in firsts):
        return []
    lengths = [len(first) for first in firsts]
    return [_lead(lines[i], i) for i in inside] if max(lengths) - min(lengths) <= _PARALLEL else []


def _first_of_several(page: Page, line: Line) -> str:
    spans = sentences_in(page, line.start, line.end)
    return page.masked[spans[0][0] : spans[0][1]] if len(spans) > 1 else ""


def _heading_lines(page: Page, lines: Sequence[Line], scope: Sequence[int]) -> list[Mark]:
    """Short lines by themselves, each with a longer paragraph under it, if two at least."""
    short = [i for i in scope if _is_heading_line(page.masked[lines[i].start : lines[i].end])]
    followed = [i for i in short if i + 1 in scope and i + 1 not in short and len(lines[i + 1].text) >= 2 * len(lines[i].text)]
    return [_lead(lines[i], i) for i in followed] if len(followed) >= 2 and len(followed) == len(short) else []


def _is_heading_line(text: str) -> bool:
    plain = text.rstrip("。")
    return (
        4 <= len(plain) <= 40
        and not any(c in plain for c in "。;:!?—")
        and not plain[0].isdigit()
        and not plain.startswith(("各位", "我们", "今年"))
    )
