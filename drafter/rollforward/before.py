"""The report of the year before LAST: what it says beside LAST's figures, and what it promised and nobody came back to.

Which figure is which, what LAST answered and which problems recur, `compare` has found; it is handed in as data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.model.change import NOT_MENTIONED, Comparison
from drafter.model.errors import DrafterError
from drafter.model.metric import Metric
from drafter.model.report import Plan, Problem, Report
from drafter.model.span import Span, span_at
from drafter.rollforward.marks import figure_marks
from drafter.rollforward.widths import widen
from drafter.text.normalize import plain
from drafter.text.offices import same_office

_TOLD = ("changed", "unchanged")  # `perhaps` is no pair to show
_TITLE, _WHOLE = 0.6, 0.45  # shares of a plan's character pairs in one of LAST's plans from which on it is promised again
_MOST_YEARS = 2
_CHECK = "请给出本单位再上一年度的报告"


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """EARLIER with its figures, and the comparison from it to LAST."""

    report: Report
    metrics: tuple[Metric, ...]
    since: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What EARLIER adds: the figure beside each of LAST's, by its id; the problems that LAST has again, by their start in
    LAST; the plans that LAST neither speaks of nor promises again. `when` is how a prompt names its year: 前年, or 2022年."""

    year: int
    when: str
    figures: Mapping[str, Span]
    problems: Mapping[int, Problem]
    plans: tuple[Plan, ...]

    def recurs(self, last: int) -> str:
        """What is said of a problem that both reports list."""
        return "该问题连续两年列为存在问题" if last - self.year == 1 else f"{self.year}年度、{last}年度报告均将该问题列为存在问题"

    def counts(self, last: int, figures: int) -> str:
        """The note that says what was added: beside how many figures, how many plans and problems."""
        told = [f"{figures}项数据附{self.when}数" if figures else "未见可对应的数据"]
        if self.plans:
            told.append(
                f"{self.year}年提出的安排中{len(self.plans)}项在{last}年度报告中未见回应，已列为待写内容（{NOT_MENTIONED}）"
            )
        if self.problems:
            told.append(f"{len(self.problems)}个问题在两年报告中均列为存在问题")
        return f"对照{self.year}年度报告：{'；'.join(told)}"


NOTHING = Past(year=0, when="", figures={}, problems={}, plans=())


def check_before(earlier: Report, last: Report, year: int | None = None) -> None:
    """Raises DrafterError where EARLIER cannot be the same office's report of a year or two before LAST.

    `year` is the draft's own where it is given: LAST's is the one before where LAST itself names none.
    """
    this, before = last.info.year or (year - 1 if year else None), earlier.info.year
    where = earlier.info.path
    if earlier.text == last.text:
        raise DrafterError("--before 所给与上年报告是同一报告", where=where, hint=_CHECK)
    if this is None or before is None:
        raise DrafterError("未能识别年度，不能确定是否为再上一年度的报告", where=where, hint=_CHECK)
    if before >= this:
        raise DrafterError(f"--before 所给为{before}年度报告，不早于上年报告（{this}年度）", where=where, hint=_CHECK)
    gap = this - before
    if gap > _MOST_YEARS:
        raise DrafterError(f"--before 所给为{before}年度报告，与上年报告（{this}年度）相隔{gap}年", where=where, hint=_CHECK)
    one, other = earlier.info.issuer, last.info.issuer
    if not same_office(one, other):
        raise DrafterError(f"--before 所给报告的发文机关为{one}，上年报告为{other}", where=where, hint=_CHECK)


def past_of(before: Before, last: Report, last_year: int) -> Past:
    """What EARLIER adds to the draft that follows LAST."""
    report, since = before.report, before.since
    year = report.info.year or last_year - 1
    marks = {
        mark.metric.id: span_at(report.text, mark.start, mark.end)
        for mark in figure_marks(widen(report.text), before.metrics)
        if mark.metric
    }
    paired = ((row.new.id, row.old.id) for row in since.metrics if row.status in _TOLD and row.old and row.new)
    return Past(
        year=year,
        when="前年" if last_year - year == 1 else f"{year}年",
        figures={new: marks[old] for new, old in paired if old in marks},
        problems={row.new.start: row.old for row in since.problems if row.status == "recurring" and row.new and row.old},
        plans=tuple(
            row.plan for row in since.plans if row.status == "not_mentioned" and not _promised_again(row.plan, last.plans)
        ),
    )


def _promised_again(plan: Plan, later: Sequence[Plan]) -> bool:
    """Whether one of LAST's plans says the same: LAST did nothing about it and put it off to the year of the draft."""
    title, whole = _pairs(plan.title), _pairs(plan.text)
    return any(_share(title, said) >= _TITLE or _share(whole, said) >= _WHOLE for said in (_pairs(other.text) for other in later))


def _pairs(text: str) -> frozenset[str]:
    letters = plain(text)
    return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))


def _share(wanted: frozenset[str], said: frozenset[str]) -> float:
    return len(wanted & said) / len(wanted) if wanted else 0.0
