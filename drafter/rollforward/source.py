"""LAST as the roll-forward sees it: the report, its text in full width, its figures, and the years that move."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.errors import DrafterError
from drafter.model.metric import Metric
from drafter.model.report import Report, Section
from drafter.rollforward.before import NOTHING, Before, Past, past_of
from drafter.rollforward.formulas import Hangs, hanging
from drafter.rollforward.marks import Mark, figure_marks
from drafter.rollforward.names import unnamed
from drafter.rollforward.widths import widen
from drafter.rollforward.years import Calendar, shift_years

_COLUMN = re.compile(r"（((?:19|20)\d\d)年）\Z")
_CUT_YEAR = re.compile(r"^\d{1,3}年度")  # what a label that was cut short left of a year
_REVIEW = re.compile("回顾|总结")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What every step reads. `wide` is `report.text` with full-width punctuation, offset by offset the same."""

    report: Report
    wide: str
    figures: tuple[Mark, ...]
    calendar: Calendar
    hanging: dict[str, Hangs]  # figures that follow from others, by the id of the metric
    past: Past = NOTHING

    def path(self, sections: Sequence[Section]) -> tuple[str, ...]:
        """The headings over a place, as the draft words them."""
        return tuple(shift_years(self.wide[s.title_start : s.title_end], self.calendar) for s in sections)

    def label(self, mark: Mark) -> str:
        """The name of a mark, without leaders' names; that of a cell in the column of another year moves on with its column."""
        in_table = mark.metric is not None and mark.metric.rule == "表格"
        named = _COLUMN.search(mark.label) if in_table else None
        if not named:
            return _CUT_YEAR.sub("", unnamed(mark.label))
        return f"{mark.label[: named.start()]}（{int(named[1]) + self.calendar.year - self.calendar.last}年）"

    def rolled(self, start: int, end: int) -> str:
        """A piece of LAST with its own years advanced."""
        return shift_years(self.wide[start:end], self.calendar)


def source_of(report: Report, metrics: Sequence[Metric], year: int | None, before: Before | None = None) -> Source:
    """Raises DrafterError where neither the report nor the caller names a year."""
    wide, calendar = widen(report.text), _calendar(report, year)
    figures = tuple(figure_marks(wide, metrics))
    return Source(
        report=report, wide=wide, figures=figures, calendar=calendar,
        hanging=hanging([mark.metric for mark in figures if mark.metric is not None]),
        past=past_of(before, report, calendar.last) if before else NOTHING,
    )  # fmt: skip


def _calendar(report: Report, year: int | None) -> Calendar:
    last = report.info.year
    if last is None and year is None:
        raise DrafterError(
            "未能从上年报告中识别年度，无法确定新报告的年度",
            where=report.info.path,
            hint="请用 --year 指明新报告的年度，如 --year 2025",
        )
    if last is None:
        last = (year or 0) - 1
    review = any(s.level == 1 and f"{last - 1}年" in s.title and _REVIEW.search(s.title) for s in report.sections)
    return Calendar(last=last, year=last + 1 if year is None else year, review=review)
