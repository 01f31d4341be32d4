"""Warnings: what a user must know and what does not stop the work."""

from collections.abc import Iterable

from drafter.cli.streams import warn
from drafter.model.report import ReportInfo

NO_YEAR = "未能识别报告年度，与年度有关的处理从略"


def warn_of(*reports: ReportInfo, notes: Iterable[str] = ()) -> None:
    """Tell the notes of the work as a whole, then those of each report, and where a report's year is not known."""
    warn(notes)
    for info in reports:
        warn(f"{info.path}：{note}" for note in info.notes)


def warn_of_year(info: ReportInfo) -> None:
    """That the year is not known, which no other output says."""
    if info.year is None:
        warn([f"{info.path}：{NO_YEAR}"])
