"""Ledger against texts: the final report held against what was returned, and departments' own reports searched for figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.files import written
from drafter.model.change import MetricChange
from drafter.model.errors import DrafterError, UnreadableInput
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.pipeline.loaded import Loaded, load, office
from drafter.settings import NONE, Settings
from drafter.text.offices import same_office

if TYPE_CHECKING:
    from drafter.check import Returned
    from drafter.ledger.candidates import Candidate, Materials
    from drafter.model.ledger import Ledger


def check(given: Loaded, against: Loaded | None = None, ledger: Ledger | None = None) -> tuple[Finding, ...]:
    """What to look at before a report is published, worst first; with `ledger` also where it is not what was returned.

    Raises DrafterError where the ledger is of another year or office.
    """
    from drafter.check import check_report

    with office(given.settings):
        pairs = _pairs(against, given) if against and not unfit_against(given, against) else ()
        returned, reported = _held(given, ledger) if ledger else ((), ())
        return check_report(given.report, given.metrics, pairs, returned=returned, reported=reported)


def unfit_against(given: Loaded, against: Loaded) -> str | None:
    """Why `against` is no earlier year's report, in one line; None where it may be one."""
    from drafter.check.against import unfit

    return unfit(given.report, against.report)


def _pairs(old: Loaded, new: Loaded) -> tuple[MetricChange, ...]:
    from drafter.compare.metrics import pair_metrics

    return pair_metrics(old.metrics, new.metrics, old.report, new.report)


def _held(given: Loaded, ledger: Ledger) -> tuple[tuple[Returned, ...], tuple[MetricChange, ...]]:
    """What was returned for the report's year, and the ledger's figures paired with the report's.

    Raises DrafterError where the ledger is of another year or office, or nothing was returned yet.
    """
    from drafter.compare.metrics import pair_metrics
    from drafter.ledger.as_report import as_report
    from drafter.ledger.known import known

    _check(given, ledger)
    report, figures = as_report(ledger, ledger.year)
    pairs = pair_metrics(figures, given.metrics, report, given.report, known(ledger))
    said = tuple(_returned(ledger))
    if not said:
        raise DrafterError(
            f"台账中没有{ledger.year}年度的报送数", where="--ledger", hint="请先用 drafter collect 收集各单位报送表"
        )
    return said, pairs


def _check(given: Loaded, ledger: Ledger) -> None:
    info = given.report.info
    if info.year is not None and info.year != ledger.year:
        raise DrafterError(f"报告为{info.year}年度，台账收集的是{ledger.year}年度", where=info.path, hint="请核对所给文件")
    if not same_office(info.issuer, ledger.issuer):
        raise DrafterError(f"报告的发文机关为{info.issuer}，台账为{ledger.issuer}", where=info.path, hint="请核对所给文件")


def _returned(ledger: Ledger) -> Iterator[Returned]:
    """Each row's return, or what follows from the returns of its terms."""
    from drafter.check import Returned
    from drafter.ledger.amounts import in_base
    from drafter.ledger.latest import Returns

    returns = Returns(ledger)
    wholes = {term: row.id for row in ledger.rows if row.formula == "sum" for term in row.terms}
    for row in ledger.rows:
        found = returns.of(row)
        if found:
            number = None if found.number is None else in_base(found.number, row.unit)
            yield Returned(
                id=row.id, label=row.label, number=number, half=found.half, text=found.text, about=found.about,
                fell=found.fell, computed=found.computed, source=found.source, date=found.date, whole=wholes.get(row.id),
            )  # fmt: skip


def materials(folder: Path, ledger: Ledger, settings: Settings = NONE, *, aside: Sequence[Path] = ()) -> Materials:
    """The figures of the departments' own reports in a folder, and in those below it, offered for the rows of the ledger.

    A file that cannot be read is told and passed over; those `aside` (the ledger itself) are not looked at. Raises DrafterError
    where there is no such folder or not one report in it.
    """
    from drafter.ledger.candidates import Materials, ordered

    found: list[Candidate] = []
    unread: list[str] = []
    files = 0
    for path in _files(folder, aside):
        try:
            given = load(path, settings)
        except UnreadableInput as error:
            unread.append(str(error))
            continue
        year = given.report.info.year
        if year is not None and year != ledger.year:
            unread.append(f"{path}：为{year}年度报告，台账收集的是{ledger.year}年度，未列入")
            continue
        files += 1
        found += _offered(path.relative_to(folder).as_posix(), given, ledger)
    if not files:
        raise DrafterError("文件夹中没有可用的报告", where=str(folder), hint="请放入各单位的报告")
    return Materials(ledger, ordered(ledger, found), files, tuple(unread))


def write_materials(made: Materials, out: Path) -> None:
    """The candidates as a workbook. Raises UnwritableOutput."""
    from drafter.ledger.candidates import candidates_book

    data = candidates_book(made)
    with written(out) as beside:
        beside.write_bytes(data)


def _files(folder: Path, aside: Sequence[Path]) -> list[Path]:
    """The files of a folder and of those below it, in the order of their names; hidden ones and those that Word keeps open aside."""
    if not folder.is_dir():
        raise DrafterError("没有这个文件夹", where=str(folder), hint="请给出存放各单位报告的文件夹")
    besides = {path.resolve() for path in aside}
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$"))]
    return sorted((path for path in found if path.resolve() not in besides), key=lambda path: path.relative_to(folder).as_posix())


def _offered(name: str, given: Loaded, ledger: Ledger) -> list[Candidate]:
    """What one report offers: first to the rows of its own department, then what is left to all others."""
    from drafter.ledger.candidates import is_offices, offered, own_rows

    mine = own_rows(ledger, name, given.report)
    other = bool(mine) or is_offices(name, given.report)
    report = replace(given.report, info=replace(given.report.info, path=name))
    rows = {row.id: row for row in ledger.rows}
    first = _pairs_of(replace(ledger, rows=tuple(row for row in ledger.rows if row.id in mine)), given, given.metrics)
    taken = {pair.new.id for pair in first if pair.new and pair.status != "perhaps"}
    rest = [metric for metric in given.metrics if metric.id not in taken]
    others = _pairs_of(replace(ledger, rows=tuple(row for row in ledger.rows if row.id not in mine)), given, rest)
    made = [offered(rows[p.old.id], p, report, own=True) for p in first if p.old]
    made += [offered(rows[p.old.id], p, report, own=False if other else None) for p in others if p.old]
    return [candidate for candidate in made if candidate]


def _pairs_of(ledger: Ledger, given: Loaded, metrics: Sequence[Metric]) -> list[MetricChange]:
    """The ledger's figures paired with some of a report's."""
    from drafter.compare.metrics import pair_metrics
    from drafter.ledger.as_report import as_report
    from drafter.ledger.known import known

    stand_in, figures = as_report(ledger)
    with office(given.settings):
        pairs = pair_metrics(figures, metrics, stand_in, given.report, known(ledger))
    return [pair for pair in pairs if pair.old and pair.new]
