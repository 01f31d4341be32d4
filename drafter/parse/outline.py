"""Marks → tree of sections, tolerant of damage."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.report import Defect, Section
from drafter.parse.headings import BRACKET, CIRCLED, DASH, DOT, IS, LEAD, ROUND, label
from drafter.parse.leads import LEAD_VERB
from drafter.parse.lines import SENTENCE_ENDS, Line, Page, sentence_start
from drafter.parse.lost import fill, fill_ends
from drafter.parse.sequence import Mark, marker_defects, resolve
from drafter.parse.unmarked import unmarked_chapters, unmarked_leads, unmarked_parts

_GLUED_QUOTE = re.compile(rf"(?:的|这个|这一)“□{{1,20}}”(?={LEAD_VERB})")
_LONGEST_TITLE = 30
_DIGIT = re.compile(r"\d")
# A clause that only leads up to what is said: 对照……要求，在……方面，随着……，通过……
_NO_TITLE = re.compile(
    r"[。;:]|^(?:虽然|尽管|随着|由于|因为|针对|对照?|在|以|从|按照|根据|通过|为|当前|目前|今年|去年|全年|有的)|(?:方面|中|上|下|时|后|前|来)$"
)
_TURNS = re.compile(
    r"各位代表|总的来看|总之|回顾|过去(?:的)?[一五]年|(?:在)?(?:肯定|看到|总结|取得)[^。]{0,12}成绩|(?:虽然|尽管)[^。]{0,40}(?:成绩|成效|进展)|新的一年"
    r"|(?:同时|但)?,?(?:我们)?也?清醒|下一?步|对此,|针对(?:上述|以上|这些)|特此报告|以上报告|专此报告|20\d\d年,?[^。]{0,14}(?:将|要)"
)


@dataclass(slots=True, kw_only=True)
class Node:
    """A section in the making. `until` bounds it where the text after it belongs to its parent."""

    mark: Mark
    title_end: int
    body_start: int
    until: int
    children: list["Node"] = field(default_factory=list)


def outline(page: Page, lines: Sequence[Line]) -> tuple[tuple[Section, ...], list[Defect]]:
    """The tree of a report's body and what is damaged about its headings. Roles are given later."""
    if not lines:
        return (), []
    marks = fill_ends(page, lines, fill(page, lines, resolve(page, lines)))
    marks = sorted([*marks, *unmarked_chapters(lines, marks)], key=lambda m: m.start)
    marks = sorted([*marks, *unmarked_parts(page, lines, marks)], key=lambda m: m.start)
    marks = sorted([*marks, *unmarked_leads(page, lines, marks)], key=lambda m: m.start)
    marks = _with_levels(marks)
    nodes, defects = _nodes(page, lines, marks)
    roots = _nest(nodes)
    _bound(page, lines, roots, lines[-1].end)
    sections = tuple(_section(page, node) for node in roots)
    return sections, marker_defects(page, marks) + defects + _run_on(page, lines, marks) + _numbering(marks)


def _with_levels(marks: Sequence[Mark]) -> list[Mark]:
    """Leads without marker take the level of the leads' siblings: below the innermost heading."""
    headings = [i for i, m in enumerate(marks) if m.family not in (LEAD, DASH) or m.level]
    if not headings:
        return [replace(m, level=1) if m.family is LEAD else m for m in marks]
    first = headings[0]
    return list(marks[first:])  # leads and dashes before the first heading belong to the preamble


def _nodes(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[list[Node], list[Defect]]:
    nodes, defects = [], []
    for index, mark in enumerate(marks):
        line = lines[mark.line]
        following = marks[index + 1] if index + 1 < len(marks) else None
        limit = following.start if following and following.line == mark.line else line.end
        title_end, body_start, glued = _title(page, mark, line, limit)
        nodes.append(Node(mark=mark, title_end=title_end, body_start=body_start, until=line.end))
        if following and limit == following.start and not following.inferred:
            defects += _glued(page, mark, following, title_end if glued else -1)
    return nodes, defects


def _title(page: Page, mark: Mark, line: Line, limit: int) -> tuple[int, int, bool]:
    """(end of title, start of body, whether the title runs into the next marker without a stop)."""
    start = mark.text_start
    if mark.title_end is not None:
        return _strip(page, start, mark.title_end), mark.title_end, False
    stop = _first_stop(page, start, limit)
    bold = line.bold_until
    if bold and mark.start == line.start and start + 2 <= bold < min(stop, line.end) and bold < limit:
        return _strip(page, start, bold), bold, False
    quote = _GLUED_QUOTE.search(page.masked, start, stop)
    if (
        mark.family is IS
        and quote
        and quote.end() - start >= 8
        and stop - quote.end() >= 8
        and "," not in page.masked[start : quote.end()]
    ):
        return quote.end(), quote.end(), False
    clause = _clause_of_item(page, mark, start, stop)
    if clause:
        return clause, clause + 1, False
    if stop < limit:
        return _strip(page, start, stop), stop + 1, False
    return _strip(page, start, limit), limit, limit < line.end


def _clause_of_item(page: Page, mark: Mark, start: int, stop: int) -> int:
    """Where the title of an item ends whose first sentence is too long, or too full of figures, for a title: with its
    first clause (监管手段不足，对新业态……发现难). 0 where that sentence is a title, or its first clause is none."""
    sentence = page.masked[start:stop]
    clause = sentence.partition(",")[0]
    if mark.family not in (IS, ROUND, DOT, CIRCLED) or (len(sentence) <= _LONGEST_TITLE and not _DIGIT.search(sentence)):
        return 0
    if not 5 <= len(clause) <= 22 or len(clause) == len(sentence) or _DIGIT.search(clause) or _NO_TITLE.search(clause):
        return 0
    return start + len(clause)


def _first_stop(page: Page, start: int, limit: int) -> int:
    """The full stop that ends a title: not one inside a quotation."""
    at = start
    while at < limit:
        stops = [p for mark in SENTENCE_ENDS if (p := page.masked.find(mark, at, limit)) >= 0]
        if not stops:
            return limit
        stop = min(stops)
        inside = page.masked.count("“", start, stop) > page.masked.count("”", start, stop)
        closing = page.masked.find("”", stop, min(limit, stop + 3))
        if not inside or closing < 0:
            return stop
        at = closing
    return limit


def _strip(page: Page, start: int, end: int) -> int:
    while end > start and page.text[end - 1] in "；;，,、 :：\n。\u3000":
        end -= 1
    return end


def _glued(page: Page, mark: Mark, following: Mark, title_end: int) -> list[Defect]:
    """A marker right behind words, without any mark between."""
    previous = page.masked[following.start - 1]
    if not following.inline or previous in "。;:!?,、 ":
        return []
    end = min(following.text_start + 6, len(page.text))
    if title_end >= 0 and mark.depth <= 2:
        return [Defect(code="heading-glued", message="标题与正文粘连，标题后缺句号", start=mark.start, end=end)]
    if previous in "”)" and page.masked[following.start - 2] in "。;!?":
        return []
    return [
        Defect(code="stop-lost", message=f"“{label(following.family, following.number)}”前缺句号", start=following.start, end=end)
    ]


def _run_on(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Defect]:
    """Headings glued into the paragraph before them, and paragraphs before a heading that end without a full stop."""
    found = []
    for index, mark in enumerate(marks):
        end = min(mark.text_start + 6, len(page.text))
        shown = label(mark.family, mark.number)
        if mark.inline and mark.family is BRACKET and page.masked[mark.start - 1] in "。!?" and _siblings_own_lines(marks, index):
            message = f"“{shown}”没有另起一段，与上一段粘连"
            found.append(Defect(code="heading-glued", message=message, start=mark.start, end=end))
        if not mark.inline and mark.number and not mark.inferred and mark.line and _unfinished(lines, mark.line - 1):
            message = f"“{shown}”前一段末尾缺句号"
            found.append(Defect(code="stop-lost", message=message, start=mark.start, end=end))
    return found


def _siblings_own_lines(marks: Sequence[Mark], index: int) -> bool:
    """Whether most members of a list, its first apart, open a paragraph: a list in one paragraph is a style, no damage."""
    family = marks[index].family
    inside = [i for i, m in enumerate(marks) if m.depth < family.level]
    first = max((i for i in inside if i < index), default=-1)
    last = min((i for i in inside if i > index), default=len(marks))
    others = [m for m in marks[first + 1 : last] if m.family is family and m.number > 1]
    return sum(not m.inline for m in others) > sum(m.inline for m in others)


def _unfinished(lines: Sequence[Line], index: int) -> bool:
    """A paragraph of several sentences, the last of which has no mark at its end."""
    line = lines[index]
    return not line.table and len(line.text) >= 40 and "。" in line.text and line.text[-1] not in "。;:!?,、…”’)》】〕—"


def _nest(nodes: Sequence[Node]) -> list[Node]:
    roots: list[Node] = []
    stack: list[Node] = []
    for node in nodes:
        _pop(stack, node.mark)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _pop(stack: list[Node], mark: Mark) -> None:
    """Close the sections that a mark ends: its own family, those ranked below it, and items of an earlier line."""
    if mark.depth <= 2:
        while stack and stack[-1].mark.depth >= mark.depth:
            stack.pop()
        return
    families = [n.mark.family for n in stack if n.mark.depth >= 3]
    if mark.family in families:
        while stack.pop().mark.family is not mark.family:
            pass
        return
    while (
        stack
        and stack[-1].mark.depth >= 3
        and (
            (stack[-1].mark.inline and stack[-1].mark.line != mark.line)
            or (not mark.inline and stack[-1].mark.family.rank >= mark.family.rank)
        )
    ):
        stack.pop()


def _bound(page: Page, lines: Sequence[Line], nodes: Sequence[Node], end: int) -> None:
    """Set where every section ends: at its next sibling, or with its own line where the rest is its parent's."""
    for index, node in enumerate(nodes):
        following = nodes[index + 1] if index + 1 < len(nodes) else None
        node.until = (
            min(end, _own_end(lines, node)) if _ends_with_line(nodes, index) else min(end, _farewell(lines, node, following, end))
        )
        if following:
            node.until = min(node.until, _cut(page, lines, node.mark, following.mark))
        node.until = _rstrip(page, node)
        _bound(page, lines, node.children, node.until)


def _rstrip(page: Page, node: Node) -> int:
    end = node.until
    while end > node.body_start and page.text[end - 1].isspace():
        end -= 1
    return end


def _ends_with_line(nodes: Sequence[Node], index: int) -> bool:
    """Items inside a line end with it; so does the last of a list whose members are one paragraph each."""
    node = nodes[index]
    if node.mark.inline:
        return True
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    same = following and following.mark.family is node.mark.family and (following.mark.number != 1 or not node.mark.number)
    if same or node.mark.depth == 1 or (node.children and not all(c.mark.inline for c in node.children)):
        return False
    siblings = _run(nodes, index)
    return len(siblings) > 1 and all(_one_paragraph(nodes, i) for i in siblings[:-1]) and _has_body(node)


def _run(nodes: Sequence[Node], index: int) -> list[int]:
    """The members of the list that a node ends: back to its first number."""
    first = index
    family = nodes[index].mark.family
    while first and nodes[first - 1].mark.family is family and nodes[first].mark.number != 1:
        first -= 1
    return list(range(first, index + 1))


def _one_paragraph(nodes: Sequence[Node], index: int) -> bool:
    return nodes[index + 1].mark.line - nodes[index].mark.line == 1 and _has_body(nodes[index])


def _has_body(node: Node) -> bool:
    """Whether a heading says more than itself in its line; a full stop makes it a sentence of its own."""
    return node.body_start > node.title_end or bool(node.children)


def _last_line(node: Node) -> int:
    return max(node.mark.line, _last_line(node.children[-1])) if node.children else node.mark.line


def _own_end(lines: Sequence[Line], node: Node) -> int:
    return lines[_last_line(node)].end


def _farewell(lines: Sequence[Line], node: Node, following: Node | None, end: int) -> int:
    """Where the text of a list's last member ends: before a paragraph that sums up or turns to something else."""
    last_of_list = following is None or following.mark.family is not node.mark.family or following.mark.number == 1
    if node.mark.depth == 1 or not last_of_list:
        return end
    stop = following.mark.line if following else len(lines)
    for index in range(_last_line(node) + 1, stop):
        if lines[index].start >= end:
            break
        if _TURNS.match(lines[index].text) and index > node.mark.line + (0 if _has_body(node) else 1):
            return lines[index - 1].end
    return end


def _cut(page: Page, lines: Sequence[Line], mark: Mark, following: Mark) -> int:
    """The start of the next sibling; where that opens a new list, the sentence that announces it (…如下：) goes with it."""
    start = following.start
    if following.inline and following.number == 1 and page.masked[start - 1] in ":,":
        announced = sentence_start(page, lines[following.line], start)
        return announced if announced > mark.text_start else start
    return start


def _section(page: Page, node: Node) -> Section:
    mark = node.mark
    return Section(
        marker=page.text[mark.start : mark.text_start].strip(),
        number=label(mark.family, mark.number) if mark.number else "",
        level=min(mark.depth, 3),
        title=page.text[mark.text_start : node.title_end],
        role="other",
        start=mark.start,
        end=node.until,
        title_start=mark.text_start,
        title_end=node.title_end,
        body_start=min(node.body_start, node.until),
        children=tuple(_section(page, child) for child in node.children),
    )


def _numbering(marks: Sequence[Mark]) -> list[Defect]:
    """Numbers that are missing or printed twice in a list."""
    found: list[Defect] = []
    last: dict[str, Mark] = {}
    for mark in marks:
        before = last.get(mark.family.name)
        shown = {"start": mark.start, "end": max(mark.text_start, mark.start + 1)}
        if mark.gap > 0:
            wanted = "、".join(label(mark.family, mark.number - mark.gap + i) for i in range(mark.gap))
            found.append(
                Defect(code="numbering-gap", message=f"序号不连续：“{label(mark.family, mark.number)}”之前缺“{wanted}”", **shown)
            )
        elif before and mark.number and mark.number == before.number and mark.number != 1:
            found.append(
                Defect(code="numbering-duplicate", message=f"序号重复：“{label(mark.family, mark.number)}”出现两次", **shown)
            )
        for name in [n for n, m in last.items() if m.family.rank > mark.family.rank]:
            del last[name]
        last[mark.family.name] = mark
    return found
