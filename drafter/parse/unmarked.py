"""Headings and items that never had a marker: bold lead-ins, runs of lead sentences, heading lines."""

from collections.abc import Sequence
from dataclasses import replace

from drafter.parse.headings import COMMA, LEAD
from drafter.parse.leads import is_lead, is_loose_lead
from drafter.parse.lines import Line, Page, sentences_in
from drafter.parse.roles import heading_roles
from drafter.parse.sequence import Mark


def unmarked_chapters(lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Lines by themselves that name a part of the report (主要做法, 存在的问题), where no chapter is numbered at all."""
    if any(m.family is COMMA for m in marks):
        return []
    taken = {m.line for m in marks}
    free = [i for i, line in enumerate(lines) if i not in taken and not line.table and _names_a_chapter(line)]
    roles = {role for i in free for role in heading_roles(lines[i].text, None)}
    return [replace(_lead(lines[i], i), level=1) for i in free] if len(roles) >= 2 else []


def _names_a_chapter(line: Line) -> bool:
    if not 4 <= len(line.text) <= 30 or any(mark in line.text for mark in "。;:!?,"):
        return False
    return bool(heading_roles(line.text, None)) and not line.text.startswith(("我", "针对", "对此", "附件"))


def unmarked_leads(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Bold lead-ins, and lead sentences or heading lines without any marker: they open items.

    Bold is evidence enough. Plain ones count where most paragraphs under one heading begin so.
    """
    taken = {m.line for m in marks}
    found: list[Mark] = []
    for scope in _scopes(lines, taken):
        bold = [lead for i in scope if not _is_caption(lines, i) and (lead := _bold_lead(lines[i], i))]
        found += bold or _plain_leads(page, lines, scope) or _heading_lines(page, lines, scope)
    return found


def _scopes(lines: Sequence[Line], taken: set[int]) -> list[list[int]]:
    """Runs of lines without marks, each under one mark."""
    runs: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if index in taken:
            runs.append([])
        elif not line.table:
            runs[-1].append(index)
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
