"""The page that every sheet of a form is drawn on: head, rows tall enough for their text, bands."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger import sheets
from drafter.ledger.forms import words
from drafter.ledger.sheets import Align, Column
from drafter.model.ledger import Round
from drafter.office.heights import SMALL_LINE, height_of, lines

HEADS = 4  # the row of heads
_LEAST = 27.0  # points: the lowest row that a pen can write in


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every sheet of a form. `due` is an ISO date or ""."""

    issuer: str
    year: int
    round: Round
    department: str
    due: str


def new_sheet(book: Workbook, name: str) -> Worksheet:
    """A sheet that is locked but for what is to be filled, without a password."""
    sheet: Worksheet = book.create_sheet(name)
    sheet.protection.sheet = True
    # People may widen what they print; they may not move or delete.
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top, margins.bottom, margins.footer = 0.6, 0.65, 0.3
    sheet.print_options.horizontalCentered = True
    sheets.page(sheet, f"1:{HEADS}")
    return sheet


def top(sheet: Worksheet, head: Head, title: str, advice: str, columns: Sequence[Column]) -> None:
    """Title, who and until when, advice, and the row of heads."""
    width = len(columns)
    across(sheet, 1, (1, width), title, sheets.TITLE, "center")
    across(sheet, 2, (1, width - 4), f"{words.DEPARTMENT}：{head.department}", sheets.HEAD)
    due = f"{words.DUE}：{words.date_in_words(head.due)}" if head.due else ""
    across(sheet, 2, (width - 3, width), due, sheets.HEAD, "right")
    across(sheet, 3, (1, width), advice, sheets.SMALL)
    sheets.head(sheet, HEADS, columns)
    room = sum(column.width for column in columns) * 11 / 9 - 4  # the advice is set in 9 points, widths are of 11
    for at, height in ((1, 34.0), (2, 22.0), (3, SMALL_LINE * lines(advice, room) + 6), (HEADS, 24.0)):
        sheet.row_dimensions[at].height = height
    sheet.freeze_panes = f"A{HEADS + 1}"


def line(sheet: Worksheet, at: int, columns: Sequence[Column], cells: Sequence[str | float], least: float = _LEAST) -> None:
    """A row of the table, as tall as the longest of its texts asks for; the id in small print."""
    for number, (column, content) in enumerate(zip(columns, cells, strict=True), 1):
        cell = sheet.cell(at, number)
        sheets.put(cell, content)
        sheets.dress(cell, column)
    sheet.cell(at, 1).font = sheets.SMALL
    widths = (column.width for column in columns)
    sheet.row_dimensions[at].height = height_of(zip(cells, widths, strict=True), least)


def band(sheet: Worksheet, at: int, text: str, width: int) -> int:
    """A line across the table that says what follows; its row is given back."""
    for column in range(1, width + 1):
        cell = sheet.cell(at, column)
        cell.border, cell.fill = sheets.BORDER, sheets.HEAD_FILL
    across(sheet, at, (1, width), text, sheets.HEAD)
    sheet.row_dimensions[at].height = 22
    return at


def across(
    sheet: Worksheet, at: int, columns: tuple[int, int], text: str, font: Font, align: Align = "left"
) -> Cell | MergedCell:
    """Text in one cell over several columns."""
    cell = sheet.cell(at, columns[0])
    sheets.put(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    if columns[1] > columns[0]:
        sheet.merge_cells(start_row=at, start_column=columns[0], end_row=at, end_column=columns[1])
    return cell
