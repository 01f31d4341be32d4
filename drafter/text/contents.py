"""What an annual report must hold, by the regulation 《法治政府建设与责任落实督察工作规定》 (in force since 15 April 2019).

One table for what a check misses and for what a draft prompts for. Items are looked for by content, not by heading. The
regulation's fifth item, other matters, is free.
"""

from dataclasses import dataclass
from typing import Literal

from drafter.model.report import Report, walk
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

REGULATION = "《法治政府建设与责任落实督察工作规定》"
IN_FORCE = 2019

_KIND = lazy(r"法治政府|依法行政|法治建设|法治工作")
_LEADERSHIP = lazy(r"第一责任人|主要(?:负责(?:人|同志)|领导)[^。;]{0,16}(?:法治|职责|责任)")
_CAUSE = lazy(r"原因|由于|因为|根源|症结|成因|归结|受[^。;,]{2,16}(?:影响|制约|限制)")


@dataclass(frozen=True, slots=True)
class Item:
    """A required item: the role of the section that holds it, and its name in the regulation's words."""

    role: Literal["achievements", "problems", "leadership", "plans"]
    name: str


ACHIEVEMENTS = Item("achievements", "主要举措和成效")
PROBLEMS = Item("problems", "存在的不足和原因")
LEADERSHIP = Item("leadership", "党政主要负责人履行推进法治建设第一责任人职责情况")
PLANS = Item("plans", "下一年度主要安排")
ITEMS = (ACHIEVEMENTS, PROBLEMS, LEADERSHIP, PLANS)
CAUSES = "不足之处的原因"  # part of PROBLEMS, missed on its own where the problems are told


def applies(title: str, year: int | None) -> bool:
    """Whether the regulation asks anything of a report with this title (or first line) for this year."""
    return bool(_KIND.search(fold(title))) and (year or IN_FORCE) >= IN_FORCE


def missing(report: Report) -> tuple[str, ...]:
    """The names of the required contents that a report does not tell; none where the regulation asks nothing of it, or
    where no heading was found to tell by."""
    if not report.sections or not applies(report.info.title or report.text.lstrip().partition("\n")[0], report.info.year):
        return ()
    told: set[str] = {section.role for section in walk(report.sections)}
    told |= {"problems"} if report.problems else set()
    told |= {"plans"} if report.plans else set()
    told |= {"achievements"} if "leadership" in told else set()
    told |= {"leadership"} if tells_leadership(report.text) else set()
    causes = (CAUSES,) if report.problems and not causes_given(report) else ()
    return (*(item.name for item in ITEMS if item.role not in told), *causes)


def tells_leadership(text: str) -> bool:
    """Whether a text speaks of how the heads of party and government met their duty."""
    return bool(_LEADERSHIP.search(fold(text)))


def causes_given(report: Report) -> bool:
    """Whether the report says why its problems are there, within them or anywhere in their section."""
    section = "".join(report.text[s.start : s.end] for s in walk(report.sections) if s.role == "problems")
    return any(p.cause or tells_cause(p.text) for p in report.problems) or tells_cause(section)


def tells_cause(text: str) -> bool:
    """Whether a text gives a cause."""
    return bool(_CAUSE.search(fold(text)))
