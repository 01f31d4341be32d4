"""Two sheets of a collected ledger: 核对清单, what there is to ask, to be filtered and sent; 回收情况, who has returned what."""

from collections.abc import Iterator, Sequence
from copy import copy

from openpyxl import Workbook
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger.amounts import read_amount
from drafter.ledger.asked import asked_rows, departments_of
from drafter.ledger.history import known_rows
from drafter.ledger.sheets import SMALL, Column, dress, head, page, put, shown
from drafter.model.finding import LEVELS
from drafter.model.ledger import ROUNDS, Collected, Query, Return
from drafter.office.heights import height_of

QUERIES, RETURNS = "核对清单", "回收情况"
OPINION, MESSAGE, ID = "处理意见", "事项", "编号"
QUERY_COLUMNS = (
    Column("序号", 6, "center"), Column("级别", 8, "center"), Column("单位", 16), Column("指标", 22), Column(MESSAGE, 60),
    Column("是否已入账", 9, "center"), Column("文件", 20), Column("位置", 12), Column(OPINION, 22, open=True), Column(ID, 10),
)  # fmt: skip
RETURN_COLUMNS = (
    Column("单位", 22), Column("应报", 8, "center"), Column("已报", 8, "center"), Column("轮次", 8, "center"), Column("填报人", 12),
    Column("日期", 12, "center"), Column("文件", 36),
)  # fmt: skip
_HEAD = 2  # the row of heads; a line above says what the sheet is
_Cell = str | float


def query_sheets(book: Workbook, collected: Collected, returns: Sequence[Return]) -> None:
    """Put both sheets into a workbook, in the place of those that a former collecting left there.

    What people wrote beside a query stays where the same is asked once more.
    """
    opinions = _opinions(book[QUERIES]) if QUERIES in book.sheetnames else {}
    counts = "，".join(f"{name}{collected.summary.get(level, 0)}条" for level, name in LEVELS.items())
    lines = [_query(number, query, opinions) for number, query in enumerate(collected.queries, 1)]
    _sheet(book, QUERIES, f"{collected.ledger.year}年度报送数据核对清单：{counts}。可按单位筛选后反馈。", QUERY_COLUMNS, lines)
    _sheet(
        book, RETURNS, f"{collected.ledger.year}年度数据回收情况（指标项数）", RETURN_COLUMNS, list(_returns(collected, returns))
    )


def _opinions(sheet: Worksheet) -> dict[tuple[str, str], str]:
    """What stands in 处理意见, by the query and its words: an answer to other numbers is none to these."""
    rows = [[shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    at = next((number for number, row in enumerate(rows) if {OPINION, MESSAGE, ID} <= set(row)), None)
    if at is None:
        return {}
    key, message, said = (rows[at].index(name) for name in (ID, MESSAGE, OPINION))
    return {(row[key], row[message]): row[said] for row in rows[at + 1 :] if row[said]}


def _query(number: int, query: Query, opinions: dict[tuple[str, str], str]) -> list[_Cell]:
    return [
        number, LEVELS[query.level], query.department, query.label, query.message, "是" if query.taken else "否", query.file, query.place,
        opinions.get((query.id, query.message), ""), query.id,
    ]  # fmt: skip


def _returns(collected: Collected, returns: Sequence[Return]) -> Iterator[list[_Cell]]:
    """A line for each form, and one for each department that has sent none."""
    ledger = collected.ledger
    rows = known_rows(ledger.rows)
    names = dict.fromkeys((*departments_of(ledger), *sorted(given.department for given in returns)))
    for name in names:
        asked = {row.id for row in asked_rows(ledger, name)}
        mine = sorted((given for given in returns if given.department == name), key=lambda r: (r.round, r.date, r.path))
        for given in mine:
            units = {rows[entry.row].id: read_amount(entry.value, "") for entry in given.entries if entry.row in rows}
            done = sum(units.get(key) is not None for key in asked)
            yield [name, len(asked), done, ROUNDS[given.round], given.person, given.date, given.path]
        if not mine:
            yield [name, len(asked), 0, "未报", "", "", ""]


def _sheet(book: Workbook, name: str, title: str, columns: Sequence[Column], lines: Sequence[Sequence[_Cell]]) -> None:
    at = book.sheetnames.index(name) if name in book.sheetnames else None
    if at is not None:
        del book[name]
    sheet = book.create_sheet(name, at)
    put(sheet.cell(1, 1), title)
    sheet.cell(1, 1).font = SMALL
    head(sheet, _HEAD, columns)
    faces: dict[int, StyleArray] = {}
    for down, line in enumerate(lines, _HEAD + 1):
        for across, (column, value) in enumerate(zip(columns, line, strict=True), 1):
            cell = sheet.cell(down, across)
            if across not in faces:
                dress(cell, column)
                faces[across] = cell._style
            cell._style = copy(faces[across])  # dressing every cell anew takes ten times as long
            put(cell, value)
        sheet.row_dimensions[down].height = height_of((value, column.width) for column, value in zip(columns, line, strict=True))
    if ID in (column.name for column in columns):
        sheet.column_dimensions[get_column_letter(len(columns))].hidden = True
    sheet.auto_filter.ref = f"A{_HEAD}:{get_column_letter(len(columns))}{_HEAD + max(1, len(lines))}"
    sheet.freeze_panes = f"A{_HEAD + 1}"
    page(sheet, f"1:{_HEAD}")
