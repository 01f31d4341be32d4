"""What an office does to its ledger by hand: percent signs, merged cells, a column twice, a second copy of the sheet, formulas."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger import columns as c
from drafter.ledger.book import read_ledger, write_ledger
from drafter.model.errors import UnreadableInput
from drafter.model.ledger import Ledger, Matter, Row, Value

LAST = "2025年"


def _last(number: float, text: str) -> Value:
    return Value(year=2025, round="report", number=number, text=text)


LEDGER = Ledger(
    issuer="云溪市人民政府", year=2026,
    rows=(
        Row(id="f-1", label="受理行政复议申请", unit="件", departments=("市司法局",), values=(_last(936, "936件"),)),
        Row(id="f-2", label="按期办结率", unit="%", departments=("市司法局",), values=(_last(98.2, "98.2%"),)),
    ),
    matters=(
        Matter(id="p-1", kind="plan", title="修订规则", text="修订规则。", departments=("市司法局",)),
        Matter(id="p-2", kind="plan", title="开展培训", text="开展培训。", departments=("市司法局",)),
    ),
)  # fmt: skip
Edit = Callable[[Worksheet, dict[str, int]], object]


def by_hand(path: Path, edit: Edit, name: str = c.FIGURES) -> Path:
    """The ledger on disk after somebody worked in it."""
    write_ledger(LEDGER, path)
    book = openpyxl.load_workbook(path)
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    edit(sheet, {str(cell.value): cell.column for cell in sheet[2]})
    book.save(path)
    return path


def _percent(sheet: Worksheet, at: dict[str, int]) -> None:
    cell = sheet.cell(4, at[LAST])
    cell.value, cell.number_format = 0.974, "0.0%"


def test_a_number_that_a_cell_shows_in_percent_is_read_as_it_shows(tmp_path: Path) -> None:
    read = read_ledger(by_hand(tmp_path / "a.xlsx", _percent))
    assert read.rows[1].values == (_last(97.4, "97.4%"),)


def test_a_number_written_into_a_cell_of_percent_shows_as_it_was_meant(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "a.xlsx", _percent)
    write_ledger(LEDGER, tmp_path / "b.xlsx", path)
    assert read_ledger(tmp_path / "b.xlsx") == LEDGER


@pytest.mark.parametrize(
    ("edit", "name", "said"),
    [
        (lambda sheet, at: sheet.merge_cells(start_row=3, end_row=4, start_column=at[LAST], end_column=at[LAST]), c.FIGURES, "3:"),
        (lambda sheet, at: sheet.merge_cells(start_row=3, end_row=4, start_column=at[c.DEPARTMENTS], end_column=at[c.DEPARTMENTS]),
         c.FIGURES, "合并单元格"),
        (lambda sheet, at: sheet.cell(2, sheet.max_column + 1, LAST), c.FIGURES, f"有两列“{LAST}”"),
        (lambda sheet, at: sheet.cell(2, sheet.max_column + 1, c.LABEL), c.FIGURES, f"有两列“{c.LABEL}”"),
        (lambda sheet, at: sheet.cell(4, at[c.ID], "p-1"), c.MATTER_SHEET, "编号p-1与第3行相同"),
    ],
)  # fmt: skip
def test_what_would_lose_something_is_refused_with_its_place(tmp_path: Path, edit: Edit, name: str, said: str) -> None:
    path = by_hand(tmp_path / "a.xlsx", edit, name)
    with pytest.raises(UnreadableInput) as caught:
        read_ledger(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    "edit",
    [
        lambda sheet, at: sheet.merge_cells("A1:H1"),
        lambda sheet, at: sheet.merge_cells("A9:D9"),
        lambda sheet, at: [sheet.cell(2, sheet.max_column + 1, "局领导") for _ in "12"],
    ],
)
def test_merged_titles_and_columns_of_their_own_harm_nothing(tmp_path: Path, edit: Edit) -> None:
    assert read_ledger(by_hand(tmp_path / "a.xlsx", edit)) == LEDGER


def test_of_two_sheets_with_its_heads_the_one_that_bears_the_name_is_the_ledger(tmp_path: Path) -> None:
    def copied(sheet: Worksheet, at: dict[str, int]) -> None:
        book = sheet.parent
        assert book is not None
        copy = book.copy_worksheet(sheet)
        copy.title = "旧表"
        copy.cell(3, at[c.LABEL], "旧名")
        book.move_sheet(copy, -9)

    path = by_hand(tmp_path / "a.xlsx", copied)
    assert read_ledger(path) == LEDGER
    more = replace(LEDGER, rows=(replace(LEDGER.rows[0], definition="当年新收"), LEDGER.rows[1]))
    write_ledger(more, tmp_path / "b.xlsx", path)
    assert read_ledger(tmp_path / "b.xlsx") == more
    assert openpyxl.load_workbook(tmp_path / "b.xlsx")["旧表"].cell(3, 3).value == "旧名"


def _formula(path: Path, result: str, formula: str = ">900+36") -> None:
    """The first value as a formula that Excel has computed (`result` is the XML of its value)."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = next(name for name, data in members.items() if b"<v>936</v>" in data)
    members[sheet] = members[sheet].replace(b"<v>936</v>", f"<f {formula}</f>{result}".encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def test_a_formula_counts_as_its_result_and_becomes_it(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "a.xlsx", lambda sheet, at: None)
    _formula(path, "<v>936</v>")
    assert read_ledger(path) == LEDGER
    write_ledger(LEDGER, tmp_path / "b.xlsx", path)
    assert read_ledger(tmp_path / "b.xlsx") == LEDGER


def test_a_sum_below_the_figures_and_formulas_in_columns_of_their_own_harm_nothing(tmp_path: Path) -> None:
    def summed(sheet: Worksheet, at: dict[str, int]) -> None:
        sheet.cell(9, at[LAST], "=SUM(A3:A4)")
        sheet.cell(2, sheet.max_column + 1, "占比")
        sheet.cell(3, sheet.max_column, "=1/2")

    path = by_hand(tmp_path / "a.xlsx", summed)
    write_ledger(LEDGER, tmp_path / "b.xlsx", path)
    assert read_ledger(tmp_path / "b.xlsx") == read_ledger(path) == LEDGER
    kept = openpyxl.load_workbook(tmp_path / "b.xlsx")[c.FIGURES]
    assert {"=SUM(A3:A4)", "=1/2"} <= {cell.value for row in kept.iter_rows() for cell in row}


def test_a_formula_that_cannot_be_read_is_no_traceback(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "a.xlsx", lambda sheet, at: None)
    _formula(path, "<v>936</v>", 't="shared" si="0" ref="A1">A1+((&lt;"')
    with pytest.raises(UnreadableInput, match="已损坏"):
        read_ledger(path)


def test_a_formula_that_nothing_has_computed_is_told_and_not_taken_for_an_empty_cell(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "a.xlsx", lambda sheet, at: None)
    _formula(path, "")
    with pytest.raises(UnreadableInput, match="公式没有计算结果"):
        read_ledger(path)
