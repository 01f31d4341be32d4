"""Figures of departments' own reports, offered for the rows of the ledger: a sheet to decide on, never written into the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger.amounts import in_unit, scale_of
from drafter.ledger.departments import BUSINESS
from drafter.ledger.forms.page import line
from drafter.ledger.history import last_value
from drafter.ledger.sheets import Column, head, new_book, page, saved
from drafter.model.change import MetricChange
from drafter.model.ledger import Ledger, Row
from drafter.model.metric import Metric, number
from drafter.model.report import Report
from drafter.text.normalize import plain
from drafter.text.units import dimension, loosely_same_unit
from drafter.text.written import written

Sure = Literal["高", "中", "低"]

_SURE = 0.9  # pairs told so sure are nearly always right
_LEVELS: tuple[Sure, ...] = ("低", "中", "高")
_NAMED_LEAST = 3  # characters of a department's name: 司法局
_HEAD = 300  # characters in which a report names whose it is
_HEAD_TEXT = 8  # characters before a figure that may tell a fall

COLUMNS = (
    Column("编号", 12), Column("指标", 28), Column("单位", 8, "center"), Column("责任单位", 18), Column("上年数", 12, "right"),
    Column("候选值", 14, "right"), Column("折算值", 12, "right", number_format="#,##0.########"), Column("原文", 56), Column("文件", 24),
    Column("位置", 14), Column("把握", 6, "center"), Column("采用", 8, "center", open=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of a department's report for a row: `number` is in the row's unit, None where that cannot be told.

    `level` is how sure it is, from 0; 3 is as sure as can be and in the report of the row's own department.
    """

    row: Row
    text: str
    number: float | None
    sentence: str
    file: str
    place: str
    level: int

    @property
    def sure(self) -> Sure:
        """高, 中 or 低."""
        return _LEVELS[min(self.level, len(_LEVELS) - 1)]


@dataclass(frozen=True, slots=True)
class Materials:
    """What a folder of reports offers a ledger, best first for each row, rows in the ledger's order; `unread` has a line for each
    file that could not be used."""

    ledger: Ledger
    candidates: tuple[Candidate, ...]
    files: int
    unread: tuple[str, ...]

    @property
    def lacking(self) -> tuple[Row, ...]:
        """The rows that are asked for every year, or newly, and have no candidate."""
        found = {candidate.row.id for candidate in self.candidates}
        return tuple(row for row in self.ledger.rows if row.status in ("keep", "new") and row.id not in found)


def own_rows(ledger: Ledger, file: str, report: Report) -> frozenset[str]:
    """The rows of the department whose report it is, by the file's name, the issuer or the first words; none where that is not told."""
    said = _head_of(file, report)
    return frozenset(row.id for row in ledger.rows if any(_named(department, said) for department in row.departments))


def is_offices(file: str, report: Report) -> bool:
    """Whether the file's name, the issuer, the title or the first line names some department, in the ledger or not: its figures are its own."""
    said = _head_of(file, report)
    return any(plain(name) in said for business in BUSINESS for name in business.names)


def _head_of(file: str, report: Report) -> str:
    return plain(f"{Path(file).stem} {report.info.issuer} {report.info.title} {report.text[:_HEAD]}")


def _named(department: str, said: str) -> bool:
    """市司法局 and 司法局 name one office."""
    name = plain(department)
    bare = name[1:] if name[:1] in "省市州县区旗" else name
    return len(bare) >= _NAMED_LEAST and bare in said


def offered(row: Row, pair: MetricChange, report: Report, *, own: bool | None) -> Candidate | None:
    """The figure that pairs with a row; `own` says whether the report is of the row's department, None where it is not known.

    A report of the department speaks for the pair and one of another against it: a doubtful pair then is none.
    """
    metric = pair.new
    if metric is None:
        return None
    level = 0 if pair.status == "perhaps" else 1 if pair.confidence < _SURE else 2
    level += 0 if own is None else 1 if own else -1
    if level < 0:
        return None
    where = pair.new_place
    at = next((n for n, p in enumerate(report.paragraphs, 1) if p.start <= metric.start < p.end), 0)
    return Candidate(
        row, metric.text, _in_unit(metric, row.unit, report), metric.sentence, report.info.path,
        f"{where}第{at}段" if at else where, level,
    )  # fmt: skip


def _in_unit(metric: Metric, unit: str, report: Report) -> float | None:
    """The value in a row's unit, a fall below zero; None for a range, and where the units are of different sizes."""
    _, bare = scale_of(unit)
    same = not metric.unit or not bare or metric.unit == bare or loosely_same_unit(metric.unit, bare)
    if isinstance(metric.value, tuple) or not same or dimension(metric.unit) != dimension(bare):
        return None
    said = written(report.text[max(0, metric.start - _HEAD_TEXT) : metric.end].replace("\n", "，").split("，")[-1])
    value = in_unit(number(metric), unit)
    return -value if said and said.fell else value


def ordered(ledger: Ledger, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """By row, then the surest first, then by file."""
    at = {row.id: n for n, row in enumerate(ledger.rows)}
    return tuple(sorted(candidates, key=lambda c: (at[c.row.id], -c.level, c.file, c.place)))


def candidates_book(made: Materials) -> bytes:
    """The workbook: candidates on one sheet, rows without any on the other."""
    book = new_book()
    _sheet(book, "候选数据", COLUMNS, [_cells(candidate, made.ledger) for candidate in made.candidates])
    lacking = [_row_cells(row, made.ledger) for row in made.lacking]
    _sheet(book, "未见候选", COLUMNS[:5], lacking)
    return saved(book)


def _cells(candidate: Candidate, ledger: Ledger) -> list[str | float]:
    one = candidate
    value = "" if one.number is None else one.number
    return [*_row_cells(one.row, ledger), one.text, value, one.sentence, one.file, one.place, one.sure, ""]


def _row_cells(row: Row, ledger: Ledger) -> list[str | float]:
    last = last_value(row, ledger.year)
    return [row.id, row.label, row.unit, "、".join(row.departments), last.text if last else row.last]


def _sheet(book: Workbook, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str | float]]) -> None:
    sheet: Worksheet = book.create_sheet(title)
    head(sheet, 1, columns)
    for at, cells in enumerate(rows, 2):
        line(sheet, at, columns, cells)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    page(sheet, "1:1")
