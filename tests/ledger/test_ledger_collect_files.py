"""From a folder of returned workbooks to the ledger's workbook, with the list of what to ask."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from collectmakers import JUSTICE, POLICE, ledger, number, plan, row, told
from formfillers import fill_in, sent_out
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter import pipeline
from drafter.ledger.collecting.query_sheets import QUERIES, RETURNS
from drafter.model.errors import DrafterError
from drafter.model.ledger import Ledger

ROWS = row("f-a", before=1000), row("f-b", before=90, departments=(POLICE,)), row("f-c", "万件", 9.03, departments=(POLICE,))
LEDGER = ledger(*ROWS, matters=(plan("p"),))


@pytest.fixture
def returned(tmp_path: Path) -> tuple[Path, Path]:
    """A ledger of three figures and the forms of two departments, one of which typed another scale."""
    path, folder = sent_out(LEDGER, tmp_path)
    fill_in(folder / f"{JUSTICE}.xlsx", {"f-a": "1042件"})
    fill_in(folder / f"{POLICE}.xlsx", {"f-b": 95, "f-c": "91200件"})
    return path, folder


def cells(sheet: Worksheet) -> list[list[str]]:
    return [["" if value is None else str(value) for value in line] for line in sheet.iter_rows(min_row=3, values_only=True)]


def test_forms_come_back_into_the_ledger_with_file_person_and_date(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    made = pipeline.gather(folder, path).collected
    assert [number(made, one.id) for one in ROWS] == [1042, 95, 9.12]
    values = made.ledger.rows[0].values
    assert values[-1].source == "市司法局（王某，2027-01-12，市司法局.xlsx），报1042件"
    assert told(made) == ["missing/must", "unit/info"]


def test_the_workbook_holds_the_ledger_as_collected_and_collecting_it_again_changes_nothing(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    out = path.with_name("L2.xlsx")
    made = pipeline.gather(folder, path)
    pipeline.write_collected(made, path, out)
    assert pipeline.read_ledger(out) == made.collected.ledger
    again = path.with_name("L3.xlsx")
    pipeline.write_collected(pipeline.gather(folder, out), out, again)
    assert again.read_bytes() == out.read_bytes()


def test_the_list_and_who_returned_what_are_sheets_to_filter_and_print(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    (folder / "坏.xlsx").write_bytes(b"no workbook")
    out = path.with_name("L2.xlsx")
    pipeline.write_collected(pipeline.gather(folder, path), path, out)
    book = load_workbook(out)
    lines = cells(book[QUERIES])
    assert [line[:3] for line in lines] == [["1", "必改", JUSTICE], ["2", "必改", ""], ["3", "供参考", POLICE]]
    assert lines[2][4:8] == ["指标f-c：贵单位填报“91200件”，已按9.12万件入账。", "是", f"{POLICE}.xlsx", lines[2][7]]
    assert book[QUERIES].auto_filter.ref == "A2:J5"
    assert book[QUERIES].page_setup.orientation == "landscape"
    assert cells(book[RETURNS]) == [
        [JUSTICE, "1", "1", "预报", "王某", "2027-01-12", f"{JUSTICE}.xlsx"],
        [POLICE, "2", "2", "预报", "王某", "2027-01-12", f"{POLICE}.xlsx"],
    ]  # fmt: skip


def test_who_has_sent_nothing_stands_in_the_sheet_too(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    (folder / f"{POLICE}.xlsx").unlink()
    out = path.with_name("L2.xlsx")
    pipeline.write_collected(pipeline.gather(folder, path), path, out)
    assert cells(load_workbook(out)[RETURNS])[1][:4] == [POLICE, "2", "0", "未报"]


def test_what_people_wrote_beside_a_query_stays_while_it_is_asked_in_the_same_words(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    out, again = path.with_name("L2.xlsx"), path.with_name("L3.xlsx")
    pipeline.write_collected(pipeline.gather(folder, path), path, out)
    book = load_workbook(out)
    book[QUERIES]["I3"] = "已电话催报"
    book.save(out)
    pipeline.write_collected(pipeline.gather(folder, out), out, again)
    assert cells(load_workbook(again)[QUERIES])[0][8] == "已电话催报"
    assert load_workbook(again).sheetnames == load_workbook(out).sheetnames


def test_no_cell_of_the_list_starts_a_formula(tmp_path: Path) -> None:
    path, folder = sent_out(LEDGER, tmp_path)
    fill_in(folder / f"{JUSTICE}.xlsx", {"f-a": "12"}, {"填报人": "@王某", "审核人": "李某", "填报日期": "2027-01-12"})
    shutil.copy(folder / f"{JUSTICE}.xlsx", folder / "=1+1.xlsx")
    out = path.with_name("L2.xlsx")
    pipeline.write_collected(pipeline.gather(folder, path), path, out)
    book = load_workbook(out)
    assert {cell.data_type for name in (QUERIES, RETURNS) for line in book[name] for cell in line} <= {"s", "n"}
    assert [line[6] for line in cells(book[RETURNS])[:2]] == ["=1+1.xlsx", f"{JUSTICE}.xlsx"]


def test_a_value_that_people_changed_in_the_workbook_stays(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    out = path.with_name("L2.xlsx")
    pipeline.write_collected(pipeline.gather(folder, path), path, out)
    book = load_workbook(out)
    sheet = book["指标台账"]
    cell = next(cell for line in sheet for cell in line if cell.value == 1042)
    cell.value = 1050
    book.save(out)
    made = pipeline.gather(folder, out).collected
    assert number(made, "f-a") == 1050
    assert "kept/verify" in told(made)


def test_cleared_cells_are_collected_anew_also_by_a_form_without_a_date(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    out, again = path.with_name("L2.xlsx"), path.with_name("L3.xlsx")
    pipeline.write_collected(pipeline.gather(folder, path), path, out)
    book = load_workbook(out)
    sheet = book["指标台账"]
    at = next(cell.column for line in sheet for cell in line if cell.value == "2026年预报")
    for line in sheet.iter_rows(min_row=3, min_col=at, max_col=at):
        line[0].value = None
    book.save(out)
    (folder / f"{POLICE}.xlsx").unlink()
    fill_in(folder / f"{JUSTICE}.xlsx", {"f-a": 1060}, {"填报日期": ""})
    made = pipeline.gather(folder, out)
    pipeline.write_collected(made, out, again)
    assert [number(made.collected, one.id) for one in ROWS] == [1060, None, None]
    assert pipeline.read_ledger(again) == made.collected.ledger


def test_forms_lie_in_folders_below_and_locks_hidden_files_and_the_ledger_are_none(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    (folder / "第二批").mkdir()
    (folder / f"{POLICE}.xlsx").rename(folder / "第二批" / "b.xlsx")
    for name in ("~$市司法局.xlsx", ".x.xlsx", "说明.docx"):
        (folder / name).write_bytes(b"")
    moved = folder / "台账.xlsx"
    path.rename(moved)
    made = pipeline.gather(folder, moved)
    assert [one.path for one in made.returns] == [f"{JUSTICE}.xlsx", "第二批/b.xlsx"]
    assert made.unread == ()


def test_one_form_alone_may_be_named(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    made = pipeline.gather(folder / f"{JUSTICE}.xlsx", path).collected
    assert number(made, "f-a") == 1042
    assert "missing_form/must" in told(made)


@pytest.mark.parametrize("name", ["旧.xls", "表.et", "坏.xlsx"])
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_collected(returned: tuple[Path, Path], name: str) -> None:
    path, folder = returned
    (folder / name).write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    made = pipeline.gather(folder, path)
    assert len(made.unread) == 1
    assert [query.file for query in made.collected.queries if query.kind == "unread"] == [name]
    assert number(made.collected, "f-a") == 1042


def test_a_department_whose_name_the_damaged_file_bears_is_told_of_it(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    (folder / f"{POLICE}.xlsx").write_bytes(b"no workbook")
    made = pipeline.gather(folder, path).collected
    assert [query.kind for query in made.queries if query.department == POLICE] == ["unread"]


@settings(max_examples=8, deadline=None)
@given(st.tuples(st.integers(0, 10**9), st.integers(0, 9), st.decimals(0, 10**6, places=2)))
def test_what_is_typed_into_the_forms_is_what_the_ledger_says(typed: tuple[int, int, Decimal]) -> None:
    with TemporaryDirectory() as name:
        # without last year's figures, beside which a slip of the unit would not be taken
        new = replace(LEDGER, rows=tuple(replace(row, values=()) for row in LEDGER.rows))
        path, folder = sent_out(new, Path(name))
        said = dict(zip(("f-a", "f-b", "f-c"), map(float, typed), strict=True))
        for department in (JUSTICE, POLICE):
            fill_in(folder / f"{department}.xlsx", said)
        made = pipeline.gather(folder, path)
        out = path.with_name("L2.xlsx")
        pipeline.write_collected(made, path, out)
        assert [number(made.collected, key) for key in said] == list(said.values())
        assert pipeline.read_ledger(out) == made.collected.ledger


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def _damaged(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"no workbook")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [(_empty, "文件夹中没有报送表"), (_damaged, "2份表格均不能读取"), (shutil.rmtree, "文件夹不存在")],
    ids=["empty", "damaged", "missing"],
)
def test_where_no_form_can_be_read_nothing_is_collected(returned: tuple[Path, Path], spoil: object, fault: str) -> None:
    path, folder = returned
    spoil(folder)  # type: ignore[operator]
    with pytest.raises(DrafterError, match=fault):
        pipeline.gather(folder, path)


def test_forms_of_another_year_are_told(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    other: Ledger = replace(LEDGER, year=2027)
    later = path.with_name("2027.xlsx")
    pipeline.write_new_ledger(other, later)
    made = pipeline.gather(folder, later).collected
    assert told(made).count("unread/must") == 2
    assert made.summary["values"] == 0


def test_a_ledger_among_the_forms_is_told_for_what_it_is(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    shutil.copy(path, folder / "台账副本.xlsx")
    made = pipeline.gather(folder, path)
    assert [error.message for error in made.unread] == ["是指标台账，不是报送表"]


@pytest.mark.parametrize("name", ["市公安局.ods", "市公安局.csv", "市公安局.xlsb", "市公安局.ett"])
def test_sheets_of_other_programs_are_told_and_not_passed_over(returned: tuple[Path, Path], name: str) -> None:
    path, folder = returned
    (folder / f"{POLICE}.xlsx").rename(folder / name)
    (folder / name).write_bytes("指标,数\n".encode())
    made = pipeline.gather(folder, path).collected
    assert [query.file for query in made.queries if query.kind == "unread"] == [name]
