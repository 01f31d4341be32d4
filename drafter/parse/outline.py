"""Marks → tree of sections, tolerant of damage."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.report import Defect, Section
from drafter.parse.headings import BRACKET, COMMA, DASH, DOT, LEAD, PART, ROUND, label
from drafter.parse.lines import SENTENCE_ENDS, Line, Page, sentence_start
from drafter.parse.lost import fill, fill_ends
from drafter.parse.roles import heading_roles
from drafter.parse.sequence import Mark, marker_defects, resolve
from drafter.parse.titles import title_of
from drafter.parse.unmarked import colon_chapters, unmarked_chapters, unmarked_leads, unmarked_parts
from drafter.text.pattern import lazy

_LONGEST_CHAPTER = 30
_TITLE_END = lazy("[,。;:]").split
_CATCHWORD = 6  # characters at most
_OF_ALL = lazy(r"[^。;]{0,14}?(?:原因|成因|根源|对此|为此|针对(?:上述|以上|这些)|下一?步|下一?阶段|今后)")
# A paragraph that speaks of the whole year again: 2021年，我市工作虽然取得一定成绩，但……；当前，……还存在一些问题
_SUMS_UP = lazy(
    r"(?:20\d\d年,)?[^,。]{0,20}(?:虽然|尽管|虽)[^。]{0,14}(?:成绩|成效|进展)|(?:一年来|总体上)[^。]{0,30}(?:存在|还有)[^。]{0,16}(?:问题|不足|短板|差距)"
    r"|(?:当前|目前),?[^。]{0,24}(?:存在|有)[^。]{0,16}(?:问题|不足|短板|差距)"
)
_TURNS = lazy(
    rf"{_SUMS_UP.pattern}|"
    r"各位代表|总的来看|总之|回顾|过去(?:的)?[一五]年|(?:在)?(?:肯定|看到|总结|取得)[^。]{0,12}成绩|(?:虽然|尽管)[^。]{0,40}(?:成绩|成效|进展)|新的一年"
    r"|(?:(?:究|追)其|(?:分析|产生|存在|造成|出现)?(?:上述|以上|这些)[^。,]{0,12}?)(?:主要|根本|深层次)?(?:原因|成因|根源)"
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
    marks = sorted([*marks, *colon_chapters(lines, marks)], key=lambda m: m.start)
    marks = sorted([*marks, *unmarked_parts(page, lines, marks)], key=lambda m: m.start)
    marks = sorted([*marks, *unmarked_leads(page, lines, marks)], key=lambda m: m.start)
    marks = _with_levels(_arabic_chapters(page, lines, marks))
    nodes, defects = _nodes(page, lines, marks)
    roots = _nest(page, lines, _alike(page, nodes))
    _bound(page, lines, roots, lines[-1].end)
    sections = tuple(_section(page, node) for node in roots)
    return sections, marker_defects(page, marks) + defects + _run_on(page, lines, marks) + _numbering(marks)


def _with_levels(marks: Sequence[Mark]) -> list[Mark]:
    """Leads without marker take the level of the leads' siblings: below the innermost heading. Under 第一部分, 一、 is a
    heading of level 2 and （一） of level 3."""
    if any(m.family is PART for m in marks) and any(m.family is COMMA for m in marks):
        marks = [replace(m, level=m.family.level + 1) if m.family in (COMMA, BRACKET) else m for m in marks]
    headings = [i for i, m in enumerate(marks) if m.family not in (LEAD, DASH) or m.level]
    if not headings:
        return [replace(m, level=1) if m.family is LEAD else m for m in marks]
    first = headings[0]
    return list(marks[first:])  # leads and dashes before the first heading belong to the preamble


def _arabic_chapters(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """1、主要举措和成效 …… 3、存在的问题: where no 一、 is, and the lines with Arabic numbers name the parts of a report, they are its
    chapters, and what stands below them is one level down."""
    if any(m.family in (COMMA, PART) for m in marks):
        return list(marks)
    titles = [page.folded[m.text_start : lines[m.line].end][:_LONGEST_CHAPTER] for m in marks if m.family is DOT and not m.inline]
    named = {role for title in titles for role in heading_roles(_TITLE_END(title)[0], None)}
    if len(named) < 2 or not named & {"problems", "plans"}:
        return list(marks)
    levels = {DOT: 1, ROUND: 2}
    return [replace(m, level=levels.get(m.family, 0)) if not m.inline else m for m in marks]


def _nodes(page: Page, lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[list[Node], list[Defect]]:
    nodes, defects = [], []
    for index, mark in enumerate(marks):
        line = lines[mark.line]
        following = marks[index + 1] if index + 1 < len(marks) else None
        limit = following.start if following and following.line == mark.line else line.end
        title_end, body_start, glued = title_of(page, mark, line, limit)
        nodes.append(Node(mark=mark, title_end=title_end, body_start=body_start, until=line.end))
        if following and limit == following.start and not following.inferred:
            defects += _glued(page, mark, following, title_end if glued else -1)
    return nodes, defects


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
    marked, own_lines = {m.line for m in marks}, _own_line_lists(marks)
    for index, mark in enumerate(marks):
        end = min(mark.text_start + 6, len(page.text))
        shown = label(mark.family, mark.number)
        if mark.inline and mark.family is BRACKET and page.masked[mark.start - 1] in "。!?" and mark.start in own_lines:
            message = f"“{shown}”没有另起一段，与上一段粘连"
            found.append(Defect(code="heading-glued", message=message, start=mark.start, end=end))
        if mark.inline and _first_in_line(marks, index) and _unpunctuated(page, lines[mark.line], mark):
            message = f"“{shown}”前缺句号"
            found.append(Defect(code="stop-lost", message=message, start=mark.start, end=end))
        opens = not mark.inline and (mark.number or mark.level == 1) and not mark.inferred
        if opens and mark.line and _unfinished(lines, mark.line - 1, headed=mark.line - 1 in marked):
            message = f"“{shown}”前一段末尾缺句号" if shown else "前一段末尾缺句号"
            found.append(Defect(code="stop-lost", message=message, start=mark.start, end=end))
    return found


def _own_line_lists(marks: Sequence[Mark]) -> set[int]:
    """The starts of the （一） of lists most of whose members, the first apart, open a paragraph: a list in one paragraph is
    a style, no damage."""
    found: set[int] = set()
    members: list[Mark] = []
    for mark in (*marks, None):
        if mark is not None and (mark.family is BRACKET or mark.depth >= BRACKET.level):
            members += [mark] if mark.family is BRACKET else []
            continue
        later = [m for m in members if m.number > 1]
        if sum(not m.inline for m in later) > sum(m.inline for m in later):
            found |= {m.start for m in members}
        members = []
    return found


def _first_in_line(marks: Sequence[Mark], index: int) -> bool:
    return index == 0 or marks[index - 1].line != marks[index].line


def _unpunctuated(page: Page, line: Line, mark: Mark) -> bool:
    """Whether a whole sentence runs into a list without any mark between: 同部署、同考核一是……."""
    before = page.masked[line.start : mark.start]
    return before[-1:] not in tuple("。;:!?,、 ”)") and "," in before


def _unfinished(lines: Sequence[Line], index: int, *, headed: bool) -> bool:
    """A paragraph that has no mark at its end: one of several sentences, or a long one that is no heading."""
    line = lines[index]
    if line.table or line.text[-1] in "。;:!?,、…”’)》】〕—":
        return False
    return len(line.text) >= 20 and ("。" in line.text or (not headed and "," in line.text))


def _alike(page: Page, nodes: Sequence[Node]) -> Sequence[Node]:
    """Items of one line that open with a catchword (强基础，……；提质量，……) end their titles alike."""
    for index, node in enumerate(nodes):
        before = nodes[index - 1] if index else None
        if before and before.mark.family is node.mark.family and before.mark.line == node.mark.line and node.mark.inline:
            for one, other in ((before, node), (node, before)):
                head = page.masked[one.mark.text_start : one.title_end]
                comma = page.masked.find(",", other.mark.text_start, other.mark.text_start + _CATCHWORD + 1)
                if (
                    len(head) <= _CATCHWORD
                    and page.masked[one.title_end : one.title_end + 1] == ","
                    and 0 < comma < other.title_end
                ):
                    other.title_end, other.body_start = comma, comma + 1
    return nodes


def _nest(page: Page, lines: Sequence[Line], nodes: Sequence[Node]) -> list[Node]:
    roots: list[Node] = []
    stack: list[Node] = []
    for node in nodes:
        if stack and node.mark.inline and node.mark.number == 1:
            if stack[-1].mark.line == node.mark.line:
                _leave_list(page, stack, node.mark)
            elif node.mark.depth > 2 and _SUMS_UP.match(lines[node.mark.line].text):
                while stack and stack[-1].mark.depth >= 2:
                    stack.pop()
        _pop(stack, node.mark)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _leave_list(page: Page, stack: list[Node], mark: Mark) -> None:
    """A list announced by a sentence that speaks of all the items before (上述问题的原因，一是……) is no part of the last."""
    announced = max(page.masked.rfind(stop, stack[-1].mark.text_start, mark.start) for stop in SENTENCE_ENDS + ";") + 1
    if announced > 0 and _OF_ALL.match(page.masked, announced, mark.start):
        while stack and stack[-1].mark.inline and stack[-1].mark.line == mark.line and stack[-1].mark.depth > 2:
            stack.pop()


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
