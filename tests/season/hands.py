"""The hands of departments and of the office: forms filled in, drafts written in, as people do it."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from drafter import pipeline
from drafter.ledger.amounts import clean_quotient
from drafter.model.ledger import Ledger, Row, Value
from drafter.pipeline import Loaded

VALUE, WHY, CORRECTED, LABEL, UNIT, LAST = "年数", "变动原因", "上年数更正", "指标名称", "计量单位", "上年"
Typed = str | float | int | datetime.date | None


class Form:
    """A form on somebody's desk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.figures: Worksheet = self.book["数据"]
        self.texts: Worksheet = self.book["文字"]

    def _head(self, sheet: Worksheet, word: str) -> tuple[int, int]:
        """Row and column of the head `word`; of several that end so, the last: 2024年数, 2025年数."""
        for row in sheet.iter_rows():
            found = [cell for cell in row if isinstance(cell.value, str) and cell.value.endswith(word)]
            if any(cell.value == "编号" for cell in row) and found:
                return found[-1].row, found[-1].column
        raise AssertionError(f"{self.path.name}: no head {word}")

    def ids(self) -> dict[str, int]:
        """Id of a figure → the row that it stands in."""
        first, column = self._head(self.figures, "编号")
        cells = (self.figures.cell(row, column) for row in range(first + 1, self.figures.max_row + 1))
        return {str(cell.value): cell.row for cell in cells if isinstance(cell.value, str) and cell.value[1:2] == "-"}

    def write(self, key: str, word: str, said: Typed) -> None:
        """Something into the column `word` of a figure's row."""
        self.figures.cell(self.ids()[key], self._head(self.figures, word)[1]).value = said

    def fill(self, values: Mapping[str, Typed]) -> None:
        """This year's figures."""
        for key in self.ids():
            if key in values:
                self.write(key, VALUE, values[key])

    def add(self, cells: Mapping[str, Typed]) -> None:
        """A figure of the department's own, in the first blank row."""
        first = next(row for row in range(1, 400) if str(self.figures.cell(row, 1).value or "").startswith("新增指标"))
        for word, said in cells.items():
            self.figures.cell(first + 1, self._head(self.figures, word)[1]).value = said

    def sign(self, date: str, person: str = "王某", checker: str = "李某") -> None:
        """The foot."""
        for row in self.figures.iter_rows():
            for cell in row:
                said = {
                    "填报人": person,
                    "审核人": checker,
                    "联系电话": "2688101",
                    "填报日期": datetime.date.fromisoformat(date),
                }.get(str(cell.value))
                if said is not None:
                    self._beside(cell.row, cell.column).value = said

    def _beside(self, row: int, column: int) -> openpyxl.cell.cell.Cell:
        merged = next((r for r in self.figures.merged_cells.ranges if (row, column) in r.top), None)
        return self.figures.cell(row, (merged.max_col if merged else column) + 1)

    def answer(self, progress: str, evidence: str, reason: str) -> None:
        """The same of every promise and problem."""
        first, column = self._head(self.texts, "编号")
        for row in range(first + 1, self.texts.max_row + 1):
            if str(self.texts.cell(row, column).value or "").startswith("t-"):
                for word, said in (("完成情况", progress), ("佐证", evidence), ("未完成原因", reason)):
                    self.texts.cell(row, self._head(self.texts, word)[1]).value = said

    def turn_round(self) -> None:
        """The rows of figures in the opposite order, as after sorting by a column."""
        rows = sorted(self.ids().values())
        width = range(1, self.figures.max_column + 1)
        cells = {row: [self.figures.cell(row, column).value for column in width] for row in rows}
        for row, other in zip(rows, reversed(rows), strict=True):
            for column, value in zip(width, cells[other], strict=True):
                self.figures.cell(row, column).value = value

    def save(self, path: Path | None = None) -> None:
        """Back to the office, or under another name."""
        self.book.save(path or self.path)


def truth(base: Ledger, this_year: Loaded) -> dict[str, float]:
    """What each figure that is asked for really was: as the year's own report has it, else a little more than last year.

    A sum is that of its parts.
    """
    told = pipeline.make_ledger((this_year,), replace(base, year=base.year))
    values = {row.id: found for row in told.rows if (found := _in(row, base.year)) is not None}
    for row in base.rows:
        if row.id not in values and (last := _in(row, base.year - 1)) is not None:
            values[row.id] = last if row.unit in ("%", "名", "年") else float(round(last * 1.04, 2 if last % 1 else 0))
    for row in base.rows:
        if row.formula == "sum":
            values[row.id] = clean_quotient(sum(values[term] for term in row.terms), 1)
    return {row.id: values[row.id] for row in base.rows if row.id in values and row.adding != "computed"}


def _in(row: Row, year: int) -> float | None:
    return next((value.number for value in row.values if value.year == year and value.round == "report"), None)


def latest(row: Row, year: int) -> Value | None:
    """What the ledger goes by."""
    found = {value.round: value for value in row.values if value.year == year}
    return found.get("final") or found.get("first")


def labelled(ledger: Ledger, label: str) -> Row:
    """The row of a name."""
    return next(row for row in ledger.rows if row.label == label)


def messages(queries: Iterable[Mapping[str, str]], kind: str) -> list[str]:
    """What was asked, of one kind."""
    return [query["message"] for query in queries if query["kind"] == kind]
