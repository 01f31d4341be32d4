"""What last year's report promised and admitted, and where this year's has to answer for it; and what the rules ask besides.

The five items of an annual report are those of the 2019 regulation 《法治政府建设与责任落实督察工作规定》.
"""

from collections.abc import Sequence

from drafter.model.change import NOT_MENTIONED
from drafter.model.draft import Piece
from drafter.model.report import Plan, Section, walk
from drafter.rollforward.blocks import Part, first_closing, put_after
from drafter.rollforward.compose import Composer
from drafter.rollforward.shelves import Shelves
from drafter.rollforward.slots import cited, gist, open_text
from drafter.rollforward.source import Source
from drafter.rollforward.widths import widen
from drafter.text import contents
from drafter.text.normalize import plain

_LEAST = 0.03  # below this share of a plan's words it belongs to no subsection in particular
_NUMERALS = "一二三四五六七八九十"
_PROGRESS = "已完成的写明时间和成效；未完成的写明原因和下步打算"
_WORK = ("achievements", "leadership")


def homes(source: Source, plans: Sequence[Plan]) -> list[Section | None]:
    """For each of these plans the subsection of the achievements that speaks most of its matter; None where none does."""
    work = [s for s in walk(source.report.sections) if s.role in _WORK and s.level <= 2]
    shelves = [s for s in work if not any(child.role in _WORK and child.level <= 2 for child in s.children)]
    if not shelves:
        return [None] * len(plans)
    index = Shelves([_shelf(source, section) for section in shelves])
    found = [index.best(plain(plan.title), plain(plan.text)) for plan in plans]
    return [shelves[at] if share >= _LEAST else None for at, share in found]


def _shelf(source: Source, section: Section) -> str:
    """What a subsection is about: its text, its headings counted thrice."""
    titles = "".join(s.title for s in walk((section,)))
    return plain(titles * 2 + source.report.text[section.start : section.end])


def deal_plans(source: Source, composer: Composer, parts: list[Part]) -> None:
    """Each plan as a prompt under the achievements that it belongs to, else at their end; LAST's own first, then those of the
    year before that LAST left open."""
    tops = [s for s in source.report.sections if s.role in _WORK]
    main = [s for s in tops if s.role == "achievements"] or tops
    last = main[-1] if main else None
    for plans, report_on in ((source.report.plans, _report_on), (source.past.plans, _report_on_older)):
        for plan, home in zip(plans, homes(source, plans), strict=True):
            target = home or last
            part = report_on(source, composer, plan, _over(source, target))
            if target is None:
                parts.insert(first_closing(parts), part)
            else:
                put_after(parts, target, part)


def _over(source: Source, target: Section | None) -> list[Section]:
    """The sections down to `target`."""
    return [s for s in walk(source.report.sections) if target and s.start <= target.start < s.end and s.level <= target.level]


def _report_on(source: Source, composer: Composer, plan: Plan, over: Sequence[Section]) -> Part:
    title = source.wide[plan.start : plan.start + len(plan.title)]
    wanted = f"上年安排{cited(title)}的进展。{_PROGRESS}"
    piece = composer.text_slot("text", f"上年安排“{gist(title, 24)}”的进展", open_text(wanted), over, (plan.start, plan.end))
    return Part(style="body", pieces=[piece])


def _report_on_older(source: Source, composer: Composer, plan: Plan, over: Sequence[Section]) -> Part:
    title, last = widen(plan.title), source.calendar.last
    wanted = f"{source.past.year}年提出、{last}年报告未见回应的安排{cited(title)}的进展。{_PROGRESS}"
    label = f"{source.past.year}年安排“{gist(title, 24)}”的进展"
    comment = f"{last}年度报告未提及此项安排（{NOT_MENTIONED}）。不再推进的，请说明或删去。"
    return Part(style="body", pieces=[composer.text_slot("text", label, open_text(wanted), over, None, plan)], comment=comment)


def open_plans(source: Source, composer: Composer, parts: list[Part]) -> None:
    """The plans section opens with what stayed undone."""
    at = next((i for i, part in enumerate(parts) if any(_planning(p.zone, p.sections) for p in part.passages)), None)
    if at is None or not source.report.plans:
        return
    if parts[at].style == "heading1" and len(parts[at].passages) == 1:
        at += 1
    sections = parts[at].passages[0].sections[:1] if at < len(parts) and parts[at].passages else ()
    wanted = "上年安排中尚未完成、需继续推进的事项（由各项进展情况汇总）"
    parts.insert(at, Part(style="body", pieces=[composer.text_slot("text", "上年未完成事项", open_text(wanted), sections, None)]))


def _planning(zone: str, sections: Sequence[Section]) -> bool:
    return zone in ("plan", "plan_more") or (bool(sections) and sections[0].role == "plans")


def add_missing(source: Source, composer: Composer, parts: list[Part]) -> list[str]:
    """Prompts for the required items that LAST lacks; the notes that tell of them."""
    report = source.report
    roles = {s.role for s in walk(report.sections)}
    notes = []
    if "leadership" not in roles and not contents.tells_leadership(report.text):
        notes.append(_add(composer, parts, contents.LEADERSHIP.name))
    if not report.problems and not roles & {"problems", "mixed"}:
        notes.append(_add(composer, parts, contents.PROBLEMS.name, heading=contents.PROBLEMS.name))
    elif not contents.causes_given(report):
        notes.append(_add(composer, parts, "产生上述问题的原因"))
    if not report.plans and not roles & {"plans", "mixed"}:
        notes.append(_add(composer, parts, contents.PLANS.name, heading=f"{source.calendar.year + 1}年工作安排"))
    return notes


def _add(composer: Composer, parts: list[Part], wanted: str, heading: str = "") -> str:
    piece = composer.text_slot("text", wanted, open_text(wanted), (), None)
    note = f"上年报告未见“{wanted}”，{contents.REGULATION}要求载明，已列为待写内容"
    part = Part(style="body", pieces=[piece], comment=f"{note}。")
    at = _place_for(parts, wanted)
    tops = [part for part in parts if part.style == "heading1"]
    later = any(part.style == "heading1" for part in parts[at:])
    if heading and tops and not later and len(tops) < len(_NUMERALS):
        title = Part(style="heading1", pieces=[Piece(text=f"{_NUMERALS[len(tops)]}、{heading}", heading=True)])
        parts[at:at] = [title, part]
    else:
        parts.insert(at, part)
    return note


def _place_for(parts: Sequence[Part], wanted: str) -> int:
    """Where an item belongs: the causes behind the problems, the rest before the plans or the signature."""
    if "原因" in wanted:
        problems = [i for i, part in enumerate(parts) if any(p.zone in ("problem", "problem_more") for p in part.passages)]
        if problems:
            return problems[-1] + 1
    if "第一责任人" in wanted:
        other = [
            i
            for i, part in enumerate(parts)
            if any(p.sections and p.sections[0].role in ("problems", "plans", "mixed") for p in part.passages)
        ]
    elif "不足" in wanted:
        other = [i for i, part in enumerate(parts) if any(p.sections and p.sections[0].role == "plans" for p in part.passages)]
    else:
        other = []
    return other[0] if other else first_closing(parts)
