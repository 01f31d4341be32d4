"""path → report with its figures, read by an office's own settings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from drafter.model.metric import Metric
from drafter.model.report import ReadingQuality, Report
from drafter.parse import parse_report
from drafter.read import read_report
from drafter.settings import NONE, Settings
from drafter.text.units import unit_table, using
from drafter.text.years import plan_table, using_plans


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A report with its figures, and the office's settings that they were read by."""

    path: Path
    report: Report
    metrics: tuple[Metric, ...]
    settings: Settings = NONE


def outline_of(path: Path) -> Report:
    """The report at `path`, read and parsed. Raises UnreadableInput."""
    return parse_report(read_report(path))


def reading_of(report: Report) -> ReadingQuality:
    """How well a report was read."""
    from drafter.parse.quality import reading_quality

    return reading_quality(report)


def load(path: Path, settings: Settings = NONE) -> Loaded:
    """The report at `path` with its figures, read with an office's own units. Raises UnreadableInput."""
    from drafter.extract import extract_metrics

    report = outline_of(path)
    with office(settings):
        metrics = extract_metrics(report)
    return Loaded(path=path, report=report, metrics=metrics, settings=settings)


@contextmanager
def office(settings: Settings) -> Iterator[None]:
    """Within it the rooms know the office's units and plans. Where two reports are at work, the new one's settings hold."""
    with using(unit_table(settings.units)), using_plans(plan_table(settings.plans)):
        yield
