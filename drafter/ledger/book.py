"""The ledger as a workbook (.xlsx), read. People sort it, add columns and rows, and fill in what only they know.

Columns are known by their heads and sheets by their columns; what stands elsewhere is left alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger import columns as c
from drafter.ledger.amounts import printed, read_amount
from drafter.ledger.computing import parsed_terms
from drafter.ledger.sheets import HEAD_ROWS, find_heads, formulas, head_name, open_book, shown
from drafter.ledger.writing import write_ledger
from drafter.model.change import Direction
from drafter.model.errors import UnreadableInput
from drafter.model.ledger import ROUNDS, STATUSES, STORIES, Adding, Answer, Ledger, Matter, Row, RowStatus, Story, Value

__all__ = ["read_ledger", "write_ledger"]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number there, and its cells as text by the heads of their columns."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def several(self, name: str) -> tuple[str, ...]:
        """What a cell lists, parted by 、 ； ， or new lines."""
        said = self[name]
        for mark in "；;，,\n":
            said = said.replace(mark, "、")
        return tuple(dict.fromkeys(part.strip() for part in said.split("、") if part.strip()))


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the ledger as read: its name for errors, and its lines."""

    where: str
    title: str
    head: int
    lines: tuple[Line, ...]

    def place(self, line: Line) -> str:
        """Where a line stands, for an error."""
        return f"{self.where}第{line.number}行"


def read_ledger(path: Path) -> Ledger:
    """The ledger at `path`. Raises UnreadableInput: no workbook of ours, or a cell that says what cannot be."""
    book = open_book(path)
    issuer, year = _about(book)
    if year is None and find_heads(book, c.TELLING[c.FIGURES], c.FIGURES):
        raise UnreadableInput("指标台账的“说明”工作表中没有收集年度", where=str(path), hint="请写明“收集年度”，如2026")
    page = _page(book, path, c.FIGURES)
    if page is None or year is None:
        raise UnreadableInput(
            "不是 drafter 的指标台账：没有同时列有编号、指标名称、计量单位的工作表",
            where=str(path),
            hint="请用 drafter ledger 生成",
        )
    _check_computed(page, book, path)
    rows = tuple(_rows(page))
    return Ledger(
        issuer=issuer,
        year=year,
        rows=parsed_terms(rows, page.where),
        matters=tuple(_matters(book, path)),
        stories=tuple(_stories(book, path)),
    )


def _about(book: Workbook) -> tuple[str, int | None]:
    """Whose the ledger is, and the year that is collected for."""
    said = {}
    for sheet in book.worksheets:
        if sheet.title == c.ABOUT:
            rows = sheet.iter_rows(max_row=HEAD_ROWS, max_col=2, values_only=True)
            said = {shown(name): shown(value) for name, value in rows if name is not None}
    year = said.get("收集年度", "").removesuffix("年").removesuffix("年度")
    return said.get("发文机关", ""), int(year) if year.isdecimal() and len(year) == 4 else None


def _page(book: Workbook, path: Path, name: str) -> Page | None:
    """A sheet by the heads that tell it, whatever it is called now, checked."""
    found = find_heads(book, c.TELLING[name], name)
    if found is None:
        return None
    sheet, number, heads = found
    page = Page(f"{path}：{sheet.title}", sheet.title, number, tuple(_lines(sheet, number, heads)))
    _check_columns(page, heads)
    _check_merged(page, sheet, heads)
    return page


def _check_columns(page: Page, heads: Sequence[str]) -> None:
    twice = next((head for at, head in enumerate(heads) if c.is_own(head) and head in heads[:at]), None)
    if twice:
        raise UnreadableInput(f"有两列“{twice}”", where=f"{page.where}第{page.head}行", hint="请删去一列，或改其表头")


def _check_merged(page: Page, sheet: Worksheet, heads: Sequence[str]) -> None:
    """A cell that a merged one covers has no value and can get none."""
    lines = {line.number for line in page.lines if line[c.ID]}
    for area in sheet.merged_cells.ranges:
        covers = any(c.is_own(head) for head in heads[area.min_col - 1 : area.max_col])
        if covers and lines.intersection(range(area.min_row, area.max_row + 1)):
            raise UnreadableInput(f"{area.coord}为合并单元格", where=page.where, hint="请取消合并，逐行填写")


def _check_computed(page: Page, book: Workbook, path: Path) -> None:
    """A formula without a result would be taken for an empty cell."""
    lines = {line.number for line in page.lines if line[c.LABEL] or line[c.ID]}
    for title, place in formulas(path):
        cell = book[title][place]
        head = head_name(shown(book[title].cell(page.head, cell.column).value))
        if title == page.title and cell.value is None and cell.row in lines and c.is_own(head):
            raise UnreadableInput("公式没有计算结果", where=f"{page.where}!{place}", hint="请用 Excel 或 WPS 打开后保存")


def _lines(sheet: Worksheet, head: int, heads: Sequence[str]) -> Iterator[Line]:
    for number, row in enumerate(sheet.iter_rows(min_row=head + 1), head + 1):
        cells = [shown(cell.value, cell.number_format) for cell in row]
        if any(cells):
            yield Line(number, {name: cell for name, cell in zip(heads, cells, strict=False) if name})


def _rows(page: Page) -> Iterator[Row]:
    """The figures in the order of the report, whatever order the sheet was sorted in; those that people added last."""
    lines = [line for line in page.lines if line[c.LABEL] or line[c.ID]]
    found = [(_order(line, at), _row(page, line)) for at, line in enumerate(lines)]
    _check_ids(page, [(line, row.id) for line, (_, row) in zip(lines, found, strict=True)])
    return (row for _, row in sorted(found, key=lambda pair: pair[0]))


def _check_ids(page: Page, ids: Iterable[tuple[Line, str]]) -> None:
    seen: dict[str, int] = {}
    for line, key in ids:
        if key in seen:
            raise UnreadableInput(f"编号{key}与第{seen[key]}行相同", where=page.place(line), hint="确为另一项的，请清空其编号")
        seen[key] = line.number


def _order(line: Line, at: int) -> tuple[float, int]:
    try:
        return float(line[c.ORDER]), at
    except ValueError:
        return float("inf"), at


def _row(page: Page, line: Line) -> Row:
    if not line[c.LABEL]:
        raise UnreadableInput("没有指标名称", where=page.place(line), hint="请填写名称，或删去整行")
    unit = line[c.UNIT]
    status: RowStatus = _code(page, line, c.STATUS, STATUSES) or "keep"
    adding: Adding = _code(page, line, c.ADDING, c.ADDINGS) or "single"
    good: Direction = _code(page, line, c.DIRECTION, c.GOOD) or "neutral"
    terms = line[c.TERMS] or (f"? {line[c.SUM]}" if line[c.SUM] else "")
    return Row(
        id=line[c.ID] or c.own_id(line.cells),
        label=line[c.LABEL], unit=unit, synonyms=line.several(c.SYNONYMS), definition=line[c.DEFINITION],
        departments=line.several(c.DEPARTMENTS), guess=line[c.GUESS], contact=line[c.CONTACT], status=status, adding=adding,
        good=good, values=tuple(_values(page, line, unit)), note=line[c.NOTE], last=line[c.LAST], sentence=line[c.SENTENCE],
        path=tuple(filter(None, line[c.PATH].split("/"))), aliases=tuple(line[c.ALIASES].split()),
        terms=tuple(terms.split()),
    )  # fmt: skip


def _code(page: Page, line: Line, name: str, words: Mapping[c.Code, str]) -> c.Code | None:
    """The code that a cell's word stands for, None where it is empty."""
    code = c.code_of(words, line[name])
    if code is None and line[name]:
        known = "、".join(filter(None, words.values()))
        raise UnreadableInput(f"“{name}”写作“{line[name]}”，不能识别", where=page.place(line), hint=f"可填：{known}")
    return code


def _values(page: Page, line: Line, unit: str) -> Iterator[Value]:
    heads = {head: cell for name, cell in line.cells.items() if (head := c.value_head(name))}
    for head, cell in sorted(heads.items(), key=lambda item: (item[0].year, list(ROUNDS).index(item[0].round))):
        if head.part == "" and cell:
            yield _value(
                head, cell, unit, {h.part: text for h, text in heads.items() if (h.year, h.round) == (head.year, head.round)}
            )


def _value(head: c.ValueHead, cell: str, unit: str, parts: Mapping[c.Part, str]) -> Value:
    """A number where the cell has one of the row's unit, else the words as they stand (20至30件)."""
    read = read_amount(cell, unit)
    number, about = (read.number, read.about) if read else (None, "")
    return Value(
        year=head.year, round=head.round, number=number, about=about if number is not None else "",
        text=cell if number is None else printed(number, unit, about),
        source=parts.get("来源", ""), date=parts.get("日期", ""), note=parts.get("说明", ""),
    )  # fmt: skip


def _matters(book: Workbook, path: Path) -> Iterator[Matter]:
    page = _page(book, path, c.MATTER_SHEET)
    answers = tuple(_answers(book, path))
    if page is None:
        return
    kinds = [(line, kind) for line in page.lines if (kind := c.code_of(c.MATTERS, line[c.KIND]))]  # else a note
    keys = [(line, line[c.ID] or c.own_id(line.cells)) for line, _ in kinds]
    _check_ids(page, keys)
    for (line, kind), (_, key) in zip(kinds, keys, strict=True):
        yield Matter(
            id=key, kind=kind, title=line[c.TITLE], text=line[c.TEXT], departments=line.several(c.DEPARTMENTS), guess=line[c.GUESS],
            year=_year(line), answers=tuple(answer for matter, answer in answers if matter == key),
            aliases=tuple(line[c.ALIASES].split()),
        )  # fmt: skip


def _answers(book: Workbook, path: Path) -> Iterator[tuple[str, Answer]]:
    page = _page(book, path, c.ANSWERS)
    for line in page.lines if page else ():
        if page and (year := _year(line)) and (code := c.code_of(ROUNDS, line[c.ROUND])):
            yield line[c.ID], Answer(
                department=line[c.DEPARTMENT], year=year, round=code, progress=line[c.PROGRESS], evidence=line[c.EVIDENCE],
                reason=line[c.REASON], source=line[c.SOURCE], date=line[c.DATE],
            )  # fmt: skip


def _stories(book: Workbook, path: Path) -> Iterator[Story]:
    page = _page(book, path, c.STORY_SHEET)
    for line in page.lines if page else ():
        kind, code, year = c.code_of(STORIES, line[c.KIND]), c.code_of(ROUNDS, line[c.ROUND]), _year(line)
        if kind and code and year:
            yield Story(
                department=line[c.DEPARTMENT], year=year, round=code, kind=kind, text=line[c.TEXT], source=line[c.SOURCE],
                date=line[c.DATE],
            )  # fmt: skip


def _year(line: Line) -> int | None:
    return int(line[c.YEAR]) if line[c.YEAR].isdecimal() else None
