"""Reports → ledger (指标台账), and the ledger brought up to date by the next report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.files import written
from drafter.model.change import MetricChange
from drafter.model.errors import DrafterError
from drafter.pipeline.drafting import draft
from drafter.pipeline.loaded import Loaded, office
from drafter.text.offices import same_office

if TYPE_CHECKING:
    from drafter.ledger.make import Seen
    from drafter.model.ledger import Ledger

_TOLD = ("changed", "unchanged")  # a doubtful pair is no row


def read_ledger(path: Path) -> Ledger:
    """The ledger at `path`. Raises UnreadableInput."""
    from drafter.ledger.book import read_ledger as read

    return read(path)


def make_ledger(reports: Sequence[Loaded], base: Ledger | None = None) -> Ledger:
    """The ledger of these reports; or `base`, brought up to date by them.

    Raises DrafterError where the reports are not of successive years of one office, or no later than the ledger's.
    """
    from drafter.ledger.make import ledger_of, updated, with_year

    ordered = _in_order(reports, base)
    seen = [_seen(report) for report in ordered]
    made, rows = ledger_of(draft(ordered[-1]), seen[-1])
    sources = [(seen[-1], rows)]
    with office(ordered[-1].settings):
        if base is not None:
            return updated(base, made, _known(base, made))
        for one in reversed(seen[:-1]):
            made, rows = with_year(made, one, _pairs(one, sources))
            sources.append((one, rows))
    return made


def write_new_ledger(ledger: Ledger, out: Path, base: Path | None = None) -> None:
    """The ledger as a workbook, in a copy of `base` where that is given. Raises UnwritableOutput."""
    from drafter.ledger.book import write_ledger

    with written(out) as beside:
        write_ledger(ledger, beside, base)


def _in_order(reports: Sequence[Loaded], base: Ledger | None) -> list[Loaded]:
    """The reports from the oldest, checked."""
    for report in reports:
        info = report.report.info
        if info.year is None:
            raise DrafterError("未能识别报告年度，不能列入台账", where=info.path, hint="请在标题中写明年度")
        if base is not None and info.year < base.year:
            raise DrafterError(f"台账已有{info.year}年度数据", where=info.path, hint=f"请给出{base.year}年度报告")
        if base is not None and not same_office(info.issuer, base.issuer):
            raise DrafterError(f"报告的发文机关为{info.issuer}，台账为{base.issuer}", where=info.path, hint="请核对所给文件")
    ordered = sorted(reports, key=lambda one: one.report.info.year or 0)
    for one, other in pairwise(ordered):
        if one.report.info.year == other.report.info.year:
            raise DrafterError(f"两份报告同为{one.report.info.year}年度", where=other.report.info.path, hint="每年只用一份")
        if not same_office(one.report.info.issuer, other.report.info.issuer):
            said = f"两份报告的发文机关不同（{one.report.info.issuer}、{other.report.info.issuer}）"
            raise DrafterError(said, where=other.report.info.path, hint="请核对所给文件")
    if base is not None and len(ordered) > 1:
        raise DrafterError("更新台账每次用一份报告", where=str(ordered[-1].path), hint="请按年度逐份更新")
    return ordered


def _seen(given: Loaded) -> Seen:
    """A report as the ledger wants it."""
    from drafter.compare.direction import directed
    from drafter.ledger.make import Seen
    from drafter.rollforward.marks import figure_marks

    metrics = {metric.id: metric for metric in given.metrics}
    text = given.report.text
    words = {mark.metric.id: text[mark.start : mark.end] for mark in figure_marks(text, given.metrics) if mark.metric}
    alone = [MetricChange(status="added", label=m.label, old=None, new=m) for m in given.metrics]
    good = {change.new.id: change.direction for change in directed(alone, given.settings.directions) if change.new}
    return Seen(year=given.report.info.year or 0, report=given.report, metrics=metrics, words=words, good=good)


def _pairs(one: Seen, sources: Sequence[tuple[Seen, dict[str, str]]]) -> dict[str, str]:
    """Row → figure of an earlier report; a figure goes to the row of the latest report that still had it."""
    from drafter.compare.metrics import pair_metrics

    found: dict[str, str] = {}
    for later, rows in sources:
        changes = pair_metrics(tuple(one.metrics.values()), tuple(later.metrics.values()), one.report, later.report)
        pairs = {change.new.id: change.old.id for change in changes if change.status in _TOLD and change.new and change.old}
        taken = set(found.values())
        found |= {row: pairs[metric] for row, metric in rows.items() if metric in pairs and pairs[metric] not in taken}
    return found


def _known(base: Ledger, made: Ledger) -> Mapping[str, str]:
    """Row of the new report's ledger → row of the old one: by their sentences, else by the ids that drafts gave them."""
    from drafter.compare.metrics import pair_metrics
    from drafter.ledger.as_report import as_report
    from drafter.ledger.known import known
    from drafter.ledger.make import name_pairs

    (old, old_figures), (new, new_figures) = as_report(base), as_report(made)
    rows = pair_metrics(old_figures, new_figures, old, new, known(base))
    pairs = {row.new.id: row.old.id for row in rows if row.status in _TOLD and row.old and row.new}
    taken = set(pairs.values())
    by_id = name_pairs([row.id for row in made.rows if row.id not in pairs], base)
    return pairs | {slot: row for slot, row in by_id.items() if row not in taken}
