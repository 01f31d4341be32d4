"""Which years and which dated plans a text names, and until when a report may cite each plan as in force.

The table is dated: add a row when a new plan is published, and set `PLANS_AS_OF`. A period printed in a name (（2022—2024年）)
needs no row. An office adds its own or overrides these (`drafter.toml`): as with units, the table for the time of one call lies
in a context variable, which `pipeline` sets with `using_plans`.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.text.normalize import fold, plain
from drafter.text.pattern import lazy


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan whose period an office lays down; one named like a row of ours takes its place. `until` as in `PlanPeriod`."""

    name: str
    first: int
    last: int
    until: int


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """A plan that has a name of its own. `until` is the last report year that may cite it without a question.

    It is a year past `last` where the closing of the plan is reported on in the next year (总结验收), or where the
    successor came late: the Outline 2021–2025 was issued in August 2021.
    """

    name: str
    pattern: str
    first: int
    last: int
    until: int


PLANS_AS_OF = "2026年11月"  # when these rows were last brought up to date; docs/plans.md shows it
PLANS: tuple[PlanPeriod, ...] = (
    PlanPeriod("“六五”普法", r"[“\"]?六五[”\"]?(?:法治宣传|法制宣传|普法)", 2011, 2015, 2016),
    PlanPeriod("“七五”普法", r"[“\"]?七五[”\"]?(?:法治宣传|法制宣传|普法)", 2016, 2020, 2021),
    PlanPeriod("“八五”普法", r"[“\"]?八五[”\"]?(?:法治宣传|法制宣传|普法)", 2021, 2025, 2026),
    PlanPeriod("“九五”普法", r"[“\"]?九五[”\"]?(?:法治宣传|法制宣传|普法)", 2026, 2030, 2031),
    PlanPeriod("“十二五”", r"[“\"]?十二五[”\"]?(?:规划|时期|期间|发展|法治)", 2011, 2015, 2016),
    PlanPeriod("“十三五”", r"[“\"]?十三五[”\"]?(?:规划|时期|期间|发展|法治)", 2016, 2020, 2021),
    PlanPeriod("“十四五”", r"[“\"]?十四五[”\"]?(?:规划|时期|期间|发展|法治)", 2021, 2025, 2026),
    PlanPeriod("“十五五”", r"[“\"]?十五五[”\"]?(?:规划|时期|期间|发展|法治)", 2026, 2030, 2031),
    PlanPeriod("法治政府建设实施纲要（2015—2020年）", r"法治政府建设实施纲要[》〉]?\(2015\D{0,4}2020年?\)[》〉]?", 2015, 2020, 2021),
    PlanPeriod("法治政府建设实施纲要（2021—2025年）", r"法治政府建设实施纲要[》〉]?\(2021\D{0,4}2025年?\)[》〉]?", 2021, 2025, 2026),
    PlanPeriod("法治中国建设规划（2020—2025年）", r"法治中国建设规划[》〉]?\(2020\D{0,4}2025年?\)[》〉]?", 2020, 2025, 2026),
    PlanPeriod("法治社会建设实施纲要（2020—2025年）", r"法治社会建设实施纲要[》〉]?\(2020\D{0,4}2025年?\)[》〉]?", 2020, 2025, 2026),
)  # fmt: skip

_PLANS: ContextVar[tuple[PlanPeriod, ...]] = ContextVar("plans", default=PLANS)
_MARKS = r"[“”‘’\"'《》〈〉()（）\s—–~-]*"  # may stand within a name or be left out: “八五”普法

# 《…行动方案（2022—2024年）》 or 《…行动方案》（2022—2024年）; the dash may be lost on the page (20222024年).
_IN_NAME = lazy(r"《([^《》\n]{2,60}?)\((20\d\d)年?[^\d()]{0,3}(20\d\d)年?\)([^《》\n]{0,12})》")
_AFTER_NAME = lazy(r"《([^《》\n]{2,60})》\((20\d\d)年?[^\d()]{0,3}(20\d\d)年?\)")
_FROZEN = lazy(r"《[^《》\n]*》|〔[^〔〕\n]*〕|\[\d{4}\]|“[^“”\n]{0,30}”")
_REVIEW = lazy(r"回顾|总结|过去")
_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)(?=年)")


_ANNUAL = lazy(r"《[^《》\n\d]{0,12}(20\d\d)年度?[^《》\n\d]{2,40}(?:目录|计划|要点|清单|方案|安排)》")


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """A plan as a text names it: `text[start:end]`, its period, and the last report year that may cite it."""

    start: int
    end: int
    name: str
    first: int
    last: int
    until: int


@lru_cache(maxsize=16)
def plan_table(own: tuple[OwnPlan, ...] = ()) -> tuple[PlanPeriod, ...]:
    """The rows with an office's own: those that no row of ours is named like first, so that they decide before ours do."""
    mine = {plain(row.name): row for row in own}
    ours = {plain(row.name) for row in PLANS}
    added = [
        PlanPeriod(row.name, _named_so(row.name), row.first, row.last, row.until) for key, row in mine.items() if key not in ours
    ]
    changed = [
        replace(row, first=told.first, last=told.last, until=told.until) if (told := mine.get(plain(row.name))) else row
        for row in PLANS
    ]
    return (*added, *changed)


def _named_so(name: str) -> str:
    """A pattern for a name in folded text, whatever marks stand in it; within 《》 the whole title is the place."""
    letters = _MARKS.join(re.escape(letter) for letter in plain(name))
    return rf"《[^《》\n]{{0,40}}?{letters}[^《》\n]{{0,40}}》(?:\([^()\n]{{4,14}}\))?|[“\"]?{letters}"


@contextmanager
def using_plans(table: tuple[PlanPeriod, ...]) -> Iterator[None]:
    """Within the block plans have the periods of this table."""
    token = _PLANS.set(table)
    try:
        yield
    finally:
        _PLANS.reset(token)


def plans_named(text: str) -> list[NamedPlan]:
    """Every dated plan that the text names, in text order; a place is told once, by the table first."""
    folded = fold(text)
    found: list[NamedPlan] = []
    for row in _PLANS.get():
        for hit in re.finditer(row.pattern, folded):
            start = hit.start() - (folded[hit.start() - 1 : hit.start()] == "《")
            if _free(found, start, hit.end()):
                found.append(NamedPlan(start, hit.end(), row.name, row.first, row.last, row.until))
    for pattern in (_IN_NAME, _AFTER_NAME):
        for hit in pattern.finditer(folded):
            first, last = int(hit[2]), int(hit[3])
            if first <= last and _free(found, hit.start(), hit.end()):
                found.append(NamedPlan(hit.start(), hit.end(), text[hit.start() : hit.end()], first, last, last))
    return sorted(found, key=lambda plan: plan.start)


def _free(found: Iterable[NamedPlan], start: int, end: int) -> bool:
    return not any(plan.start < end and start < plan.end for plan in found)


def years_named(text: str) -> list[tuple[int, int, int]]:
    """The years (start, end, year) named in prose: 2022年, not those in 《names》, document numbers and quotations."""
    return [(hit.start(), hit.end(), int(hit[1])) for hit in _YEAR.finditer(prose(text))]


def prose(text: str) -> str:
    """The folded text, as long as before, with 《names》, document numbers and short quotations blanked: their years are their own."""
    return _FROZEN.sub(lambda hit: " " * len(hit.group()), fold(text))


def annual_named(text: str) -> list[tuple[int, int, int, str]]:
    """The yearly lists and plans named (start, end, year, folded name): 《2024年度重大行政决策事项目录》."""
    return [(hit.start(), hit.end(), int(hit[1]), hit.group()) for hit in _ANNUAL.finditer(fold(text))]


def looks_back(titles: Iterable[str], year: int | None) -> bool:
    """Whether the top titles of a report named after `year` review the year before (一、2024年工作回顾 in a report of 2025)."""
    return year is not None and any(f"{year - 1}年" in fold(t) and _REVIEW.search(t) for t in titles)
