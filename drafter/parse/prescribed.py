"""RawReport → Outline: the headings that the level above asks for (提纲), from an outline or the notice that brings it.

An outline is no report: it may have no title, mark its headings in any way or not at all, be a table of 序号 and 内容, stand
in the body of a notice (主要包括以下内容：（一）……；（二）……) or in its annex. What is said under a heading is what it asks for.
"""

from collections.abc import Sequence
from dataclasses import replace

from drafter.model.errors import UnreadableInput
from drafter.model.outline import Outline, OutlineHeading
from drafter.model.raw import RawReport
from drafter.model.report import Role, Section
from drafter.parse.headings import BRACKET, COMMA, DOT, PART, Family, label
from drafter.parse.prescribed_lines import Entry, entries_of, inline_entries, regions_of, unmarked_entries
from drafter.parse.roles import heading_roles, with_roles
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

__all__ = ["parse_outline"]

# The chapter of a notice that holds the outline, and those about its sending, which are no part of a report.
_CONTAINER = lazy(
    r"^(?:年度)?(?:报告|总结|材料|撰写|编写|情况报告)?的?(?:主要|基本|重点|具体)?内容(?:和|及|与)?(?:要求|重点|框架|包括)?$|提纲$|框架$"
)
_SENDING = lazy(
    r"报送|上报|提交|报告(?:时间|主体|名称|对象|期限|公开|范围)|时间(?:要求|安排)|格式|字数|篇幅|注意事项|联系(?:人|方式)|指导思想$"
    r"|^(?:有关|其他|工作|相关|报告|撰写|编写|编制|起草|材料|文字|具体|几点|总体)*要求$|^(?:要求|公开|附件)"
)
_BY_DEPTH: tuple[Family, ...] = (COMMA, BRACKET, DOT)
_DEEPEST = 3
_REPORT_YEAR = lazy(r"(20\d\d)年度?[^。,;\n]{0,24}(?:情况|工作|建设)[^。,;\n]{0,8}(?:报告|总结)")
_YEARS = lazy(r"(?m)^[^\n。]{0,10}(20\d\d)年(?!\d{1,2}月)")
_LIMIT = lazy(
    r"[^。；;，,\n（(：:]{0,14}(?:(?:不(?:超过|少于|低于|多于)|控制在|限|约)[^。；;，,\n）)]{0,8}?\d{3,5}字(?:以内|左右|以上|以下|内)?|\d{3,5}字(?:以内|左右|以上|以下|内))"
)
_DUE = lazy(
    r"(?:(?:20\d\d年|今年|明年)?\d{1,2}月\d{1,2}日|\d{1,2}月底|春节|元旦)[^。；;，,\n]{0,8}前(?=[^。；;\n]{0,60}(?:报|送|交|反馈|发))"
)


def parse_outline(raw: RawReport) -> Outline:
    """The headings of an outline, in order. Raises UnreadableInput where none is found."""
    entries = entries_of(raw)
    found = max((_headings(region) for region in regions_of(entries)), key=_worth, default=[])
    if not found:
        raise UnreadableInput(
            "未能从提纲中识别标题", where=raw.path, hint="请用“一、”“（一）”“1.”标明标题，每个标题单独成段，再重新生成"
        )
    nested = _nested(found)
    converted = nested[0][1].family not in (COMMA, PART)
    headings = _with_roles([_heading(depth, entry, converted=converted) for depth, entry in nested], _year(raw.text))
    notes = ("提纲的标题序号已改按公文层次（一、（一）1.）编排",) if converted else ()
    return Outline(
        path=raw.path,
        headings=headings,
        limits=tuple(dict.fromkeys(hit.group().strip() for hit in _LIMIT.finditer(fold(raw.text)))),
        deadlines=tuple(dict.fromkeys(hit.group().strip() for hit in _DUE.finditer(fold(raw.text)))),
        notes=(*raw.notes, *notes),
    )


def _headings(region: Sequence[Entry]) -> list[Entry]:
    """The headings of a region: those of the chapter that is called 报告内容, else all that are not about the sending."""
    marked = [entry for entry in region if entry.family]
    outer = min((entry.rank for entry in marked), default=0)
    held = next((i for i, e in enumerate(marked) if e.rank == outer and _CONTAINER.search(e.title)), None)
    if held is not None:
        until = next((i for i, e in enumerate(marked) if i > held and e.rank <= outer), len(marked))
        holder = marked[held]
        if inside := marked[held + 1 : until] or inline_entries(holder.whole) or inline_entries(holder.asks):
            return inside
    kept = _without_sending(marked, outer)
    in_line = [found for entry in region if not entry.family for found in inline_entries(entry.whole)]
    if in_line and (not kept or _roles(in_line) > _roles(kept)):
        return in_line
    return kept or unmarked_entries(region)


def _without_sending(marked: Sequence[Entry], outer: int) -> list[Entry]:
    """Without the chapters on length, form and date, where any other is left."""
    kept: list[Entry] = []
    sending = False
    for entry in marked:
        if entry.rank == outer:
            sending = bool(_SENDING.search(entry.title)) and not heading_roles(entry.title, None)
        kept += [] if sending else [entry]
    return kept


def _worth(found: Sequence[Entry]) -> tuple[int, int]:
    return _roles(found), len(found)


def _roles(found: Sequence[Entry]) -> int:
    """How many parts of a report the headings name."""
    return len({role for entry in found for role in heading_roles(fold(entry.title), None)})


def _nested(found: Sequence[Entry]) -> list[tuple[int, Entry]]:
    """Each heading with its depth, 1 to 3; what stands deeper is part of what its heading asks for."""
    result: list[tuple[int, Entry]] = []
    open_ranks: list[int] = []
    for entry in _numbered(found):
        while open_ranks and open_ranks[-1] >= entry.rank:
            open_ranks.pop()
        open_ranks.append(entry.rank)
        if len(open_ranks) <= _DEEPEST:
            result.append((len(open_ranks), entry))
        else:
            depth, over = result[-1]
            result[-1] = (depth, over.asking(entry.whole))
    return result


def _numbered(found: Sequence[Entry]) -> list[Entry]:
    """A heading whose mark lost its number takes the next of its kind."""
    last: dict[int, int] = {}
    result = []
    for entry in found:
        number = entry.number or last.get(entry.rank, 0) + 1
        last = {rank: n for rank, n in last.items() if rank < entry.rank} | {entry.rank: number}
        result.append(replace(entry, number=number))
    return result


def _heading(depth: int, entry: Entry, *, converted: bool) -> OutlineHeading:
    family = _BY_DEPTH[depth - 1] if converted or entry.family is None else entry.family
    level = depth if converted or depth > entry.level else entry.level
    return OutlineHeading(title=entry.title, marker=label(family, entry.number), level=level, roles=(), asks=entry.asks)


def _year(text: str) -> int | None:
    """The year that the report is to be on: 2026年度……报告, else the first of two that are named."""
    folded = fold(text)
    told = _REPORT_YEAR.search(folded)
    named = sorted({int(year) for year in _YEARS.findall(folded)})
    return int(told[1]) if told else named[0] if len(named) > 1 else None


def _with_roles(headings: Sequence[OutlineHeading], year: int | None) -> tuple[OutlineHeading, ...]:
    """The same headings with the parts of a report that each names or inherits."""
    roots = _sections(headings, 0, len(headings))
    roles: dict[int, tuple[Role, ...]] = {}
    _note_roles(with_roles(roots, year), (), roles, year)
    return tuple(replace(heading, roles=roles[at]) for at, heading in enumerate(headings))


def _sections(headings: Sequence[OutlineHeading], start: int, end: int) -> tuple[Section, ...]:
    """The headings from one index to another as sections, whose `start` is the index."""
    made = []
    while start < end:
        level = headings[start].level
        until = next((i for i in range(start + 1, end) if headings[i].level <= level), end)
        title = fold(headings[start].title)
        made.append(
            Section(
                marker="", number="", level=level, title=title, role="other", start=start, end=until, title_start=0,
                title_end=0, body_start=0, children=_sections(headings, start + 1, until),
            )
        )  # fmt: skip
        start = until
    return tuple(made)


def _note_roles(
    sections: Sequence[Section], over: tuple[Role, ...], roles: dict[int, tuple[Role, ...]], year: int | None
) -> None:
    for section in sections:
        named = tuple(heading_roles(section.title, year)) if section.role == "mixed" else (section.role,)
        roles[section.start] = named or over or ("achievements",)
        _note_roles(section.children, roles[section.start], roles, year)
