"""How every workbook of the ledger looks, is opened and is saved. No cell can start a formula, whatever reports or people say."""

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from drafter.model.errors import UnreadableInput
from drafter.office.cells import TIME, cell_text, fixed_workbook, starts_formula
from drafter.zips import DAMAGED, unpacked_size

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LIMIT = 200 * 2**20  # bytes unpacked
HEAD_ROWS = 12  # the heads of a table stand in one of the first rows
# What openpyxl raises for damaged workbooks; SyntaxError is its XML parser's.
BROKEN = (*DAMAGED, KeyError, TypeError, AttributeError, SyntaxError, IndexError)
_THIN = Side(style="thin", color="FFBFC5CC")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
TITLE = Font(name="方正小标宋简体", size=18)
HEAD = Font(name="黑体", size=11)
BODY = Font(name="仿宋_GB2312", size=11)
SMALL = Font(name="仿宋_GB2312", size=9, color="FF555555")
HEAD_FILL = PatternFill("solid", fgColor="FFE3E9F1")
OPEN_FILL = PatternFill("solid", fgColor="FFFFFBE6")  # the cells to fill

Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, how its cells stand, and whether people are to fill it."""

    name: str
    width: float = 12
    align: Align = "left"
    open: bool = False
    number_format: str = "General"


def new_book() -> Workbook:
    """A workbook without sheets and without a clock."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "drafter"
    book.properties.created = TIME
    return book


def book_bytes(path: Path) -> bytes:
    """The bytes of a workbook that may be opened. Raises UnreadableInput: missing, locked, .xls, no workbook."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableInput(f"无法打开文件（{reason}）", where=str(path), hint="请检查路径和权限") from error
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        fault = "文件设有打开密码，不能读取" if locked else "是旧版 .xls 格式，不能读取"
        hint = "请取消密码后另存" if locked else "请用 Excel 或 WPS 另存为 .xlsx"
        raise UnreadableInput(fault, where=str(path), hint=hint)
    if (size := unpacked_size(data)) is None or size > _LIMIT:
        raise no_workbook(path)
    return data


def open_book(path: Path) -> Workbook:
    """The workbook at `path`, formulas as their last values. Raises UnreadableInput: missing, locked, .xls, no workbook."""
    return _opened(book_bytes(path), path, results=True)


def _opened(data: bytes, path: Path, *, results: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl says of extensions and impossible dates is not for users
            return load_workbook(io.BytesIO(data), data_only=results)
    except (*BROKEN, TokenizerError) as error:
        raise no_workbook(path) from error


def formulas(path: Path) -> dict[tuple[str, str], object]:
    """The formulas of the workbook at `path`, by sheet and cell; {} where it has none, which is soon told."""
    data = book_bytes(path)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if not any(re.search(rb"<(?:\w+:)?f[\s>/]", archive.read(name)) for name in sheets):
            return {}
    book = _opened(data, path, results=False)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def no_workbook(path: Path) -> UnreadableInput:
    """What to raise for a file that is damaged or something else."""
    return UnreadableInput("不是 .xlsx 工作簿，或文件已损坏", where=str(path), hint="请用 Excel 或 WPS 另存为 .xlsx")


def saved(book: Workbook) -> bytes:
    """The workbook as bytes, the same for the same contents."""
    buffer = io.BytesIO()
    book.save(buffer)
    return fixed_workbook(buffer.getvalue())


def put(cell: Cell | MergedCell, value: str | float | None) -> None:
    """A value into a cell: text always as text, and marked as quoted where some program might take it for a formula.

    A cell that a merged one covers shows nothing and gets nothing.
    """
    if isinstance(cell, MergedCell):
        return
    if isinstance(value, str):
        text = cell_text(value)
        cell.value = text or None
        if text:
            cell.data_type = "s"
            cell.quotePrefix = starts_formula(text)
    else:
        cell.value = value


def dress(cell: Cell | MergedCell, column: Column) -> None:
    """The face of a body cell; one to be filled is tinted and not locked."""
    cell.font, cell.border = BODY, BORDER
    cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=column.align)
    cell.number_format = column.number_format
    if column.open:
        cell.fill, cell.protection = OPEN_FILL, Protection(locked=False)


def head(sheet: Worksheet, row: int, columns: Sequence[Column]) -> None:
    """The row of heads, with the widths of the columns."""
    for at, column in enumerate(columns, 1):
        head_cell(sheet, (row, at), column)


def head_cell(sheet: Worksheet, place: tuple[int, int], column: Column) -> None:
    """The head of one column, with its width."""
    cell = sheet.cell(*place)
    put(cell, column.name)
    cell.font, cell.fill, cell.border = HEAD, HEAD_FILL, BORDER
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.column_dimensions[get_column_letter(place[1])].width = column.width


def page(sheet: Worksheet, repeated: str) -> None:
    """A4 landscape, one page wide, the rows `repeated` (1:3) on every page, the page's number at the foot."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = repeated
    footer = sheet.HeaderFooter.oddFooter
    if footer is not None:
        footer.center.text = "— &P —"


def head_name(text: str) -> str:
    """A head as it is known: people break it over lines and space it out."""
    return "".join(text.split())


def find_heads(book: Workbook, wanted: Sequence[str], name: str) -> tuple[Worksheet, int, list[str]] | None:
    """The sheet that has all these heads in one of its first rows, the one called `name` before others; that row, and its heads."""
    for sheet in sorted(book.worksheets, key=lambda sheet: sheet.title != name):
        for number, row in enumerate(sheet.iter_rows(max_row=HEAD_ROWS, values_only=True), 1):
            heads = [head_name(shown(value)) for value in row]
            if set(wanted) <= set(heads):
                return sheet, number, heads
    return None


def shown(value: object, number_format: str = "General") -> str:
    """A cell's value as it reads: 98.2% for 0.982 in percent, 2027-01-15 for a date, 0.3 for 0.30000000000000004; nothing is ""."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return f"{_plain(value * 100, 12)}%" if "%" in number_format.split(";", maxsplit=1)[0] else _plain(value, 15)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value).strip()


def _plain(number: float, digits: int) -> str:
    """A number with no more digits than a cell shows, and without an exponent."""
    stored = float(f"{number:.16g}")  # as a workbook keeps it, so that a number reads the same before and after
    short = f"{stored + 0.0 if stored == 0 else stored:.{digits}g}"  # no -0
    return short if "e" not in short else f"{float(short):.10f}".rstrip("0").rstrip(".")
