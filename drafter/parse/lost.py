"""Items and headings whose marker is lost altogether, found where a list jumps over a number.

Only a damaged list is searched: in a sound one, short sentences are sub-headings and stay text.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.parse.headings import BRACKET, COMMA, DOT, IS, PART, ROUND, marker_at
from drafter.parse.leads import is_lead, is_loose_lead, is_part_lead, lead_clause
from drafter.parse.lines import Line, Page, sentences_in
from drafter.parse.roles import heading_roles
from drafter.parse.sequence import Mark
from drafter.text.pattern import lazy

_SHORT_HEADING = 45
# How the heading of a problem ends: 普法精准性不够
_LACKS = lazy(
    r"(?:不够|不足|不高|不强|不多|不深|不广|不实|不力|不全|不严|不到位|不平衡|不充分|不规范|不健全|薄弱|滞后|差距|短板|欠缺|缺失|偏[低少弱慢]|单一|有待[^,]{2,4})$"
)
_YEARS_WORK = lazy(r"20\d\d年度?(?:的|主要|重点|工作|推进|总体|法治政府建设|法治建设)*(?:工作|措施|任务|举措|思路|重点|目标)")


def fill(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """The marks with those added that must have stood in a gap, where the text gives good evidence."""
    found: list[Mark] = []
    for index, mark in enumerate(marks):
        added = _in_gap(page, lines, found, mark) if mark.gap else []
        found += added
        found.append(replace(mark, gap=mark.gap - len(added)) if added else mark)
        following = marks[index + 1] if index + 1 < len(marks) else mark
        closed = following.family is IS and following.line == mark.line and following.number == mark.number + 1
        if mark.family is IS and mark.damage == "number" and not closed:
            tail_end = _tail_end(lines, marks, index)
            found = _open_list(page, lines, found, tail_end)
    return sorted(found, key=lambda m: m.start)


def _elder(found: Sequence[Mark], mark: Mark) -> Mark | None:
    """The sibling before, or None where the list begins with the gap."""
    for other in reversed(found):
        if other.family is mark.family:
            return other if other.number < mark.number else None
        if other.family.rank < mark.family.rank:
            return None
    return None


def _in_gap(page: Page, lines: Sequence[Line], found: Sequence[Mark], mark: Mark) -> list[Mark]:
    before = _elder(found, mark)
    if mark.inline or (before and before.inline):
        outer = before or (found[-1] if found else None)
        return _sentences_in_gap(page, lines, outer, mark) if outer else []
    return _lines_in_gap(page, lines, found, before, mark)


def _lines_in_gap(page: Page, lines: Sequence[Line], found: Sequence[Mark], before: Mark | None, mark: Mark) -> list[Mark]:
    """Whole lines that read as the missing heading: as many as numbers are missing, else none."""
    outer = before or next((m for m in reversed(found) if m.family.rank < mark.family.rank), None)
    taken = {m.line for m in found if not m.inline}
    free = [
        i for i in range(outer.line + 1 if outer else 0, mark.line) if i not in taken and _could_be_heading(page, lines[i], mark)
    ]
    if len(free) != mark.gap:
        free = [i for i in free if _sentence_in(page, lines[i]) == _sentence_in(page, lines[mark.line])]
    if len(free) != mark.gap:
        return []
    return [_inferred(mark, mark.number - mark.gap + k, lines[i].start, i) for k, i in enumerate(free)]


def _sentence_in(page: Page, line: Line) -> bool:
    """Whether a heading's line goes on with text (run in) or holds nothing else."""
    return "。" in page.masked[line.start : line.end]


def _could_be_heading(page: Page, line: Line, mark: Mark) -> bool:
    text = page.masked[line.start : line.end]
    if line.table:
        return False
    if "。" not in text:
        return len(text) <= _SHORT_HEADING and not text.endswith((":", ";", ","))
    head = text.split("。", 1)[0]
    if mark.family is COMMA and not mark.level:
        return bool(_part_run_in(page, line))
    short = len(head) <= _SHORT_HEADING and not any(c.isdigit() for c in head)
    opens = bool(lead_clause(head + "。")) or ("," not in head and mark.family.rank <= DOT.rank)
    return short and mark.family.rank <= IS.rank and len(text) > 2 * len(head) and opens


def _sentences_in_gap(page: Page, lines: Sequence[Line], before: Mark, mark: Mark) -> list[Mark]:
    """Lead sentences between two items; failing them, the clause of a sentence near the middle."""
    spans = [
        (start, end, k)
        for k in range(before.line, mark.line + 1)
        for start, end in sentences_in(page, max(before.text_start, lines[k].start), min(mark.start, lines[k].end))
    ]
    first = before.family is not mark.family
    # An item has its lead and at least one sentence more; a list that lost its first marker may follow a colon.
    spans = _announced(page, spans) if first else spans[2:]
    number = mark.number - mark.gap
    for test in (is_lead, is_loose_lead, is_part_lead):
        strong = [(start, k) for start, end, k in spans if test(page.masked[start:end])]
        if len(strong) == mark.gap:
            return [_inferred(mark, number + i, start, k) for i, (start, k) in enumerate(strong)]
    if mark.gap > 1 or first:
        return []
    weak = [(start, k, start + len(clause)) for start, end, k in spans if (clause := lead_clause(page.masked[start:end]))]
    middle = (before.start + mark.start) / 2
    best = min(weak, key=lambda w: abs(w[0] - middle), default=None)
    return [replace(_inferred(mark, number, best[0], best[1]), title_end=best[2])] if best else []


def _announced(page: Page, spans: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Sentences under a heading where a list may begin: behind the colon that announces it, else after the first."""
    for index, (start, end, line) in enumerate(spans):
        colon = page.masked.rfind(":", start, end)
        if colon > 0 and end - colon > 5:
            return [(colon + 1, end, line), *spans[index + 1 :]]
    return list(spans[1:])


def _tail_end(lines: Sequence[Line], marks: Sequence[Mark], index: int) -> int:
    """Where the list of a mark that lost its numeral ends: its line, or the next mark if that stands in the line."""
    end = lines[marks[index].line].end
    return min(end, marks[index + 1].start) if index + 1 < len(marks) else end


def _open_list(page: Page, lines: Sequence[Line], found: list[Mark], tail_end: int) -> list[Mark]:
    """A list that ends with a bare 是: lead sentences around it, back to the last whole marker, were items too.

    What the numerals were is not certain, so they are given in order.
    """
    bare = found[-1]
    elder = next((m for m in reversed(found[:-1]) if m.family is IS), None)
    line = lines[bare.line]
    if elder is None or elder.line != bare.line or elder.damage:
        return found
    around = [
        start
        for start, end in sentences_in(page, elder.text_start, bare.start)
        + sentences_in(page, bare.text_start, min(tail_end, line.end))
        if start not in (elder.text_start, bare.text_start) and is_lead(page.masked[start:end])
    ]
    if not around:
        return found
    rows = sorted([bare, *(_inferred(bare, 0, start, bare.line) for start in around)], key=lambda m: m.start)
    return found[:-1] + [replace(m, number=elder.number + 1 + i) for i, m in enumerate(rows)]


def _inferred(like: Mark, number: int, start: int, line: int) -> Mark:
    return Mark(
        family=like.family,
        number=number,
        start=start,
        text_start=start,
        line=line,
        inline=like.inline,
        inferred=True,
    )


def fill_ends(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Headings whose marker is lost at the end of a list, where no number tells of a gap.

    A line by itself whose words name a part of the report (存在的问题, 2024年工作打算) is a heading of the first level. A
    paragraph that opens like its elder siblings, each of which is one paragraph, is the next of them.
    """
    taken = {m.line for m in marks if not m.inline}
    waiting = deque(marks)
    before: list[Mark] = []  # the marks above the line, those added among them
    for index, line in enumerate(lines):
        while waiting and waiting[0].start < line.start:
            before.append(waiting.popleft())
        if index in taken or line.table:
            continue
        part = _names_a_part(line.text) or bool(_part_run_in(page, line))
        alone = index == 0 or lines[index - 1].text.endswith(("。", "!", ")"))
        added = _chapter(marks, before, line, index) if part and alone else None
        added = added or (_next_sibling(before, line, index) if _opens_like_a_heading(page, line) else None)
        added = added or _bare_sibling(page, lines, before, waiting, index)
        before += [added] if added else []
    return sorted([*before, *waiting], key=lambda m: m.start)


def _chapter(marks: Sequence[Mark], before: Sequence[Mark], line: Line, index: int) -> Mark | None:
    """The next chapter after those before, unless its number is printed elsewhere."""
    family = PART if any(m.family is PART for m in marks) else COMMA
    chapter = next((m for m in marks if m.family is family), None)
    number = next((m.number for m in reversed(before) if m.family is family), 0) + 1
    if chapter is None or any(m.family is family and m.number == number for m in marks):
        return None
    return _inferred(chapter, number, line.start, index)


def _names_a_part(text: str) -> bool:
    if not 4 <= len(text) <= 30 or text[-1] in "。;:!?,、)":
        return False
    named = ["plans"] if _YEARS_WORK.fullmatch(text) else heading_roles(text, None)
    return bool(named) and named[0] in ("problems", "plans", "leadership") and not text.startswith(("我", "针对", "对此"))


def _part_run_in(page: Page, line: Line) -> str:
    """The heading of a chapter that runs into its text, told by the list that begins right behind it; "" where none does."""
    head, stop, _ = page.masked[line.start : line.end].partition("。")
    behind = marker_at(page.masked, line.start + len(head) + 1, line.end, "stop") if stop else None
    first = behind is not None and behind.number == 1 and not behind.damage
    return head if first and len(head) <= 30 and heading_roles(head, None) else ""


def _elders(before: Sequence[Mark]) -> list[Mark]:
    """The （一）（二） of the list that is open at the end of these marks, none of them inside a paragraph."""
    run: list[Mark] = []
    for mark in reversed(before):
        if mark.depth > 2:
            continue
        if mark.family is not BRACKET or mark.inline:
            break
        run.insert(0, mark)
        if mark.number == 1:
            break
    return run


def _bare_sibling(page: Page, lines: Sequence[Line], before: Sequence[Mark], below: Iterable[Mark], index: int) -> Mark | None:
    """A heading alone on its line, like the （一）（二） before it, with text below, where the list before it has ended.

    One elder is enough where a 1. follows both.
    """
    line = lines[index]
    text = page.masked[line.start : line.end]
    ended = index > 0 and lines[index - 1].text.endswith(("。", "!"))
    if not ended or index + 1 == len(lines) or not 4 <= len(text) <= _SHORT_HEADING or any(c in text for c in "。;:!?"):
        return None
    run = _elders(before)
    if not run or not all(not _sentence_in(page, lines[m.line]) and len(lines[m.line].text) <= _SHORT_HEADING for m in run):
        return None
    numbered = _opens_with_number(page, lines, index + 1) and _opens_with_number(page, lines, run[-1].line + 1)
    titled = len(run) > 1 and len(lines[index + 1].text) > len(text) and (lead_clause(text + "。") or "," in text)
    after = next((m for m in below if m.start > line.start and m.depth <= 2), None)
    if not (numbered or titled) or (after is not None and after.family is BRACKET):
        return None
    return _inferred(run[-1], run[-1].number + 1, line.start, index)


def _opens_with_number(page: Page, lines: Sequence[Line], index: int) -> bool:
    marker = marker_at(page.masked, lines[index].start, lines[index].end) if index < len(lines) else None
    return marker is not None and marker.family in (DOT, ROUND)


def _opens_like_a_heading(page: Page, line: Line) -> bool:
    text = page.masked[line.start : line.end]
    head = text.split("。", 1)[0]
    looks = 6 <= len(head) <= _SHORT_HEADING and len(text) > 2 * len(head) and not any(c.isdigit() for c in head)
    return looks and bool(lead_clause(head.replace(",", "，") + "。") or _LACKS.search(head))


def _next_sibling(before: Sequence[Mark], line: Line, index: int) -> Mark | None:
    """The （四） under a （三） right above, where every sibling is one paragraph."""
    run = _elders(before)
    if len(run) < 2 or run[-1].line != index - 1 or any(b.line - a.line != 1 for a, b in pairwise(run)):
        return None
    return _inferred(run[-1], run[-1].number + 1, line.start, index)
