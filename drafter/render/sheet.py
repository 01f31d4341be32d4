"""The review workbook (.xlsx): figures, findings, promises, problems and text, each on a sheet of its own.

Deterministic: fixed document properties and zip times. No cell can start a formula, whatever the reports say.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from drafter.model.change import Comparison, SeriesTable
from drafter.model.errors import UnreadableInput
from drafter.model.metric import Metric
from drafter.model.report import Report
from drafter.office.cells import TIME, cell_text, fixed_workbook, starts_formula
from drafter.office.heights import height_of
from drafter.render import sheet_rows
from drafter.render.answers import Answer
from drafter.render.sheet_rows import Cell, Column, Counted, Table
from drafter.render.wording import INTERNAL, OPINION

_HEAD = 22.0  # points


@dataclass(frozen=True, slots=True)
class _Look:
    """The faces of the workbook."""

    head = Font(name="黑体", size=11, bold=True, color="FFFFFF")
    body = Font(name="宋体", size=11)
    note = Font(name="宋体", size=10, italic=True, color="555555")
    fill = PatternFill("solid", fgColor="FF2F4B6E")
    open = PatternFill("solid", fgColor="FFFFF8E1")
    thin = Side(style="thin", color="FFBFC5CC")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)


def write_sheet(comparison: Comparison, path: Path) -> None:
    """Write the workbook of a comparison. Raises OSError; `pipeline.write` writes beside the goal and renames."""
    _write(sheet_rows.tables(comparison), path)


def write_series_sheet(table: SeriesTable, path: Path) -> None:
    """Write the figures of three reports and more, a row a figure. Raises OSError."""
    _write((sheet_rows.series_table(table),), path)


def write_metrics_sheet(report: Report, metrics: Iterable[Metric], path: Path) -> None:
    """Write the figures of one report. Raises OSError."""
    _write((sheet_rows.metrics_table(report, tuple(metrics)),), path)


def read_opinions(path: Path) -> tuple[tuple[str, str], ...]:
    """What people wrote into 复核意见 of 需核实事项, as (id, opinion); empty ones left out. Raises UnreadableInput."""
    return tuple((a.ids[0], a.opinion) for a in read_answers(path) if a.own and a.opinion)


def read_answers(path: Path) -> tuple[Answer, ...]:
    """Every row of every sheet that has 复核意见, with the 编号 in it, wherever rows and columns were moved to.

    Raises UnreadableInput where it is no workbook.
    """
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableInput("不是可读取的 .xlsx 文件", where=str(path), hint="请使用本工具生成的对照表格") from error
    found: list[Answer] = []
    for sheet in book.worksheets:
        found += _answers_of([["" if v is None else str(v).strip() for v in row] for row in sheet.iter_rows(values_only=True)])
    book.close()
    return tuple(found)


def _answers_of(rows: list[list[str]]) -> list[Answer]:
    """The rows beside the one that names the columns; it may have been sorted among them."""
    head = next((row for row in rows if OPINION in row and sheet_rows.ID in row), None)
    if head is None:
        return []
    key, opinion, own = head.index(sheet_rows.ID), head.index(OPINION), sheet_rows.MATTER in head
    held = head.index(sheet_rows.HELD) if sheet_rows.HELD in head else len(head)
    filled = (row for row in rows if row is not head and len(row) > max(key, opinion) and (row[key] or row[opinion]))
    return [
        Answer(_ids(row[key]), row[opinion], own and bool(row[key]), whole=_ids("".join(row[held : held + 1]))) for row in filled
    ]


def _ids(cell: str) -> tuple[str, ...]:
    """The ids of a cell; a figure may have several."""
    return tuple(key for key in re.split(r"[、,，;；\s]+", cell) if key)


def _write(tables: Sequence[Table], path: Path) -> None:
    """A workbook of these tables."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "drafter"
    book.properties.created = TIME
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(fixed_workbook(buffer.getvalue()))


def _fill(sheet: Worksheet, table: Table) -> None:
    """One sheet: a line that says what it is, the head, the rows."""
    sheet.cell(1, 1, cell_text(f"{INTERNAL}{table.note}")).font = _Look.note
    for at, column in enumerate(table.columns, 1):
        head = sheet.cell(2, at, column.name)
        head.font, head.fill, head.border = _Look.head, _Look.fill, _Look.border
        head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    for down, row in enumerate(table.rows, 3):
        for at, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            _put(sheet, (down, at), column, value)
        wrapped = [
            (value, column.width)
            for column, value in zip(table.columns, row, strict=True)
            if isinstance(value, str) and column.wrap
        ]
        sheet.row_dimensions[down].height = height_of(wrapped)
    sheet.row_dimensions[2].height = _HEAD
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A2:{last}{max(2, len(table.rows) + 2)}"
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}3"
    _page(sheet, _printed(table))


def _printed(table: Table) -> str:
    """The columns that are printed: up to 复核意见; the numbers to reckon with and the ids behind it are for programs."""
    names = [column.name for column in table.columns]
    last = names.index(OPINION) + 1 if OPINION in names else len(names)
    return f"A1:{get_column_letter(last)}{max(2, len(table.rows) + 2)}"


def _put(sheet: Worksheet, at: tuple[int, int], column: Column, value: Cell) -> None:
    """One cell. Text is always a string to the workbook, and marked as quoted, so that no program reads a formula."""
    cell = sheet.cell(*at)
    cell.font, cell.border = _Look.body, _Look.border
    cell.alignment = Alignment(vertical="top", wrap_text=column.wrap, horizontal=column.align, indent=column.align == "right")
    if column.name == OPINION:
        cell.fill = _Look.open
    if isinstance(value, str):
        text = cell_text(value)
        if text:
            cell.value = text
            cell.data_type = "s"
            cell.quotePrefix = starts_formula(text)
    elif isinstance(value, Counted):
        cell.value = value.number
        cell.number_format = _format(value.shown, value.number)
    elif value is not None:
        cell.value = value
        cell.number_format = _format(column.number_format, value)


def _format(number_format: str, value: float) -> str:
    """Decimals only where there are some, for `0.##` would show 22 as `22.`."""
    return (number_format if value == int(value) else number_format.replace("#,##0", "#,##0.0###")) or "General"


def _page(sheet: Worksheet, area: str) -> None:
    """A4 landscape, one page wide, the head on every page."""
    sheet.print_area = area
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.7, header=0.3, footer=0.3)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:2"
    footer = sheet.HeaderFooter.oddFooter
    if footer is not None:
        footer.center.text = "— &P —"
