"""What last year's report promised and admitted, and where this year's has to answer for it; and what the rules ask besides.

The five items of an annual report are those of the 2019 regulation 《法治政府建设与责任落实督察工作规定》.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.change import NOT_MENTIONED
from drafter.model.draft import Piece
from drafter.model.report import Plan, Section, walk
from drafter.rollforward.blocks import Part, first_closing, put_after
from drafter.rollforward.compose import Composer
from drafter.rollforward.fields import matter_of
from drafter.rollforward.shelves import Shelves
from drafter.rollforward.slots import cited, gist, open_text
from drafter.rollforward.source import Source
from drafter.rollforward.widths import widen
from drafter.text import contents
from drafter.text.normalize import plain

# Plans that concern the leading of the whole; what the leaders did takes no others (a platform, a reform of one matter).
_OVER_ALL = re.compile("(?<!数字)法治(?:政府|工作)?建设|党的领导|统筹|督察|考核|述法|关键少数|第一责任人|示范")
LEAST = 0.03  # below this share of a plan's words it belongs to no subsection in particular
_NUMERALS = "一二三四五六七八九十"
_PROGRESS = "已完成的写明时间和成效；未完成的写明原因和下步打算"
CAUSES = "产生上述问题的原因"
_WORK = ("achievements", "leadership")


def homes(source: Source, plans: Sequence[Plan]) -> list[Section | None]:
    """For each of these plans the subsection of the achievements that speaks most of its matter; None where none does."""
    work = [s for s in walk(source.report.sections) if s.role in _WORK and s.level <= 2]
    shelves = [s for s in work if not any(child.role in _WORK and child.level <= 2 for child in s.children)]
    if not shelves:
        return [None] * len(plans)
    work = [section for section in shelves if section.role != "leadership"]
    every = _index(source, shelves)
    done = _index(source, work) if 0 < len(work) < len(shelves) else every
    return [_home(every if _OVER_ALL.search(plan.title) else done, plan) for plan in plans]


def _index(source: Source, shelves: Sequence[Section]) -> tuple[Sequence[Section], Shelves]:
    return shelves, Shelves([_shelf(source, section) for section in shelves])


def _home(index: tuple[Sequence[Section], Shelves], plan: Plan) -> Section | None:
    shelves, spoken = index
    at, share = spoken.best(plain(plan.title), plain(plan.text))
    return shelves[at] if share >= LEAST else None


def _shelf(source: Source, section: Section) -> str:
    """What a subsection is about: its text, its headings counted thrice."""
    titles = "".join(s.title for s in walk((section,)))
    return plain(titles * 2 + matter_of(titles) + source.report.text[section.start : section.end])


def deal_plans(source: Source, composer: Composer, parts: list[Part]) -> None:
    """Each plan as a prompt under the achievements that it belongs to, else at their end; LAST's own first, then those of the
    year before that LAST left open."""
    for one in progress(source, composer):
        part = Part(style="body", pieces=[one.piece], comment=one.comment)
        if one.target is None:
            parts.insert(first_closing(parts), part)
        else:
            put_after(parts, one.target, part)


@dataclass(frozen=True, slots=True)
class Progress:
    """The prompt for what became of a plan, and the section of LAST that it belongs to."""

    plan: Plan
    piece: Piece
    target: Section | None
    comment: str | None = None


def progress(source: Source, composer: Composer) -> list[Progress]:
    """The prompt for each plan, in order."""
    tops = [s for s in source.report.sections if s.role in _WORK]
    main = [s for s in tops if s.role == "achievements"] or tops
    found = []
    for plans, report_on in ((source.report.plans, _report_on), (source.past.plans, _report_on_older)):
        for plan, home in zip(plans, homes(source, plans), strict=True):
            found.append(report_on(source, composer, plan, home or (main[-1] if main else None)))
    return found


def _over(source: Source, target: Section | None) -> list[Section]:
    """The sections down to `target`."""
    return [s for s in walk(source.report.sections) if target and s.start <= target.start < s.end and s.level <= target.level]


def _report_on(source: Source, composer: Composer, plan: Plan, target: Section | None) -> Progress:
    title = source.wide[plan.start : plan.start + len(plan.title)]
    wanted = f"上年安排{cited(title)}的进展。{_PROGRESS}"
    place = (plan.start, plan.end)
    piece = composer.text_slot("text", f"上年安排“{gist(title, 24)}”的进展", open_text(wanted), _over(source, target), place)
    return Progress(plan, piece, target)


def _report_on_older(source: Source, composer: Composer, plan: Plan, target: Section | None) -> Progress:
    title, last = widen(plan.title), source.calendar.last
    wanted = f"{source.past.year}年提出、{last}年报告未见回应的安排{cited(title)}的进展。{_PROGRESS}"
    label = f"{source.past.year}年安排“{gist(title, 24)}”的进展"
    comment = f"{last}年度报告未提及此项安排（{NOT_MENTIONED}）。不再推进的，请说明或删去。"
    piece = composer.text_slot("text", label, open_text(wanted), _over(source, target), None, plan)
    return Progress(plan, piece, target, comment)


def open_plans(source: Source, composer: Composer, parts: list[Part]) -> None:
    """The plans section opens with what stayed undone."""
    at = next((i for i, part in enumerate(parts) if any(_planning(p.zone, p.sections) for p in part.passages)), None)
    if at is None or not source.report.plans:
        return
    if parts[at].style == "heading1" and len(parts[at].passages) == 1:
        at += 1
    sections = parts[at].passages[0].sections[:1] if at < len(parts) and parts[at].passages else ()
    parts.insert(at, Part(style="body", pieces=[undone(composer, sections)]))


def undone(composer: Composer, sections: Sequence[Section]) -> Piece:
    """The prompt that opens the plans."""
    wanted = "上年安排中尚未完成、需继续推进的事项（由各项进展情况汇总）"
    return composer.text_slot("text", "上年未完成事项", open_text(wanted), sections, None)


def _planning(zone: str, sections: Sequence[Section]) -> bool:
    return zone in ("plan", "plan_more") or (bool(sections) and sections[0].role == "plans")


def add_missing(source: Source, composer: Composer, parts: list[Part]) -> list[str]:
    """Prompts for the required items that LAST lacks; the notes that tell of them."""
    return [_add(composer, parts, wanted, heading) for wanted, heading in lacking(source)]


def lacking(source: Source) -> list[tuple[str, str]]:
    """The required items that LAST lacks, each with the heading that it would stand under ("" where it needs none)."""
    report = source.report
    roles = {s.role for s in walk(report.sections)}
    found = []
    if "leadership" not in roles and not contents.tells_leadership(report.text):
        found.append((contents.LEADERSHIP.name, ""))
    if not report.problems and not roles & {"problems", "mixed"}:
        found.append((contents.PROBLEMS.name, contents.PROBLEMS.name))
    elif not contents.causes_given(report):
        found.append((CAUSES, ""))
    if not report.plans and not roles & {"plans", "mixed"}:
        found.append((contents.PLANS.name, f"{source.calendar.year + 1}年工作安排"))
    return found


def note_on(wanted: str) -> str:
    """What the clerk is told of a required item that LAST lacks."""
    return f"上年报告未见“{wanted}”，{contents.REGULATION}要求载明，已列为待写内容"


def required(composer: Composer, wanted: str) -> Part:
    """The prompt for a required item."""
    piece = composer.text_slot("text", wanted, open_text(wanted), (), None)
    return Part(style="body", pieces=[piece], comment=f"{note_on(wanted)}。")


def _add(composer: Composer, parts: list[Part], wanted: str, heading: str) -> str:
    part = required(composer, wanted)
    at = _place_for(parts, wanted)
    tops = [part for part in parts if part.style == "heading1"]
    later = any(part.style == "heading1" for part in parts[at:])
    if heading and tops and not later and len(tops) < len(_NUMERALS):
        title = Part(style="heading1", pieces=[Piece(text=f"{_NUMERALS[len(tops)]}、{heading}", heading=True)])
        parts[at:at] = [title, part]
    else:
        parts.insert(at, part)
    return note_on(wanted)


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
