"""The workbook: what stands where, nothing that runs, the same bytes each time."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import comparisons
import pytest
from openpyxl import load_workbook
from papers import saved_by_libreoffice
from test_render_terminal import report

from drafter.model.errors import UnreadableInput
from drafter.model.metric import Metric, StatedChange
from drafter.render import wording
from drafter.render.sheet import read_opinions, write_metrics_sheet, write_sheet

YEARS = ["数据", "需核实事项", "上年安排", "上年问题", "人员文件机构", "正文对照"]


def written(tmp_path: Path, comparison: comparisons.Comparison) -> Path:
    """The workbook of a comparison, on disk."""
    path = tmp_path / "对照 表.xlsx"
    write_sheet(comparison, path)
    return path


@pytest.mark.parametrize(("made", "names"), [(comparisons.years(), YEARS), (comparisons.drafts(), [*YEARS[:2], *YEARS[4:]])])
def test_the_sheets_of_each_mode(tmp_path: Path, made: comparisons.Comparison, names: list[str]) -> None:
    assert load_workbook(written(tmp_path, made)).sheetnames == names


def test_each_sheet_has_a_filter_a_frozen_head_and_one_row_a_thing(tmp_path: Path) -> None:
    made = comparisons.years()
    book = load_workbook(written(tmp_path, made))
    rows = [len(made.metrics), len(made.findings), len(made.plans), len(made.problems), len(made.mentions), len(made.text)]
    for sheet, count in zip(book.worksheets, rows, strict=True):
        assert sheet.max_row == count + 2
        assert sheet.freeze_panes == "C3"
        assert sheet.auto_filter.ref.startswith("A2:")
        assert sheet.auto_filter.ref.endswith(str(count + 2))


def test_the_figures_are_numbers_and_the_opinions_are_empty(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path, comparisons.years()))["数据"]
    head = [cell.value for cell in sheet[2]]
    first = dict(zip(head, sheet[3], strict=True))
    assert (first["指标"].value, first["上年数值"].value, first["增减数"].value) == ("培训执法人员", 1240, 125)
    assert first["增减"].value == "增加125人、增长10.1%"
    assert {sheet.cell(row, head.index("复核意见") + 1).value for row in range(3, sheet.max_row + 1)} == {None}


def test_numbers_show_decimals_only_where_there_are_some(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path, comparisons.years()))["数据"]
    head = [cell.value for cell in sheet[2]]
    shown = {row[1].value: row for row in sheet.iter_rows(min_row=3)}
    cases = (
        ("公示执法信息", "上年数值", "#,##0"),
        ("行政复议办结率", "本年数值", '#,##0.0###"%"'),
        ("行政复议办结率", "上年数值", '#,##0"%"'),
        ("行政复议办结率", "增减数", '+#,##0.0###"个百分点";-#,##0.0###"个百分点";0'),
        ("取消证明事项", "增减数", "+#,##0;-#,##0;0"),
    )
    for label, column, number_format in cases:
        assert shown[label][head.index(column)].number_format == number_format


def test_no_cell_starts_a_formula(tmp_path: Path) -> None:
    path = written(tmp_path, comparisons.nasty())
    kinds = {cell.data_type for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    with zipfile.ZipFile(path) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())
        assert b'quotePrefix="1"' in package.read("xl/styles.xml")


FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", " =1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)",
    "=cmd|'/c calc'!A1", "+cmd|'/c calc'!A1", '=HYPERLINK("http://x","y")', "=DDE(\"a\";\"b\";\"c\")", "{=1+1}", "'=1+1",
)  # fmt: skip


def with_formulas(tmp_path: Path) -> Path:
    """A workbook whose first figures are named by what some program might reckon."""
    made = comparisons.years()
    rows = tuple(replace(comparisons.METRICS[0], label=text, old_place=text, new_place=text) for text in FORMULAS)
    return written(tmp_path, replace(made, metrics=rows))


def test_what_some_program_may_reckon_is_marked_as_text(tmp_path: Path) -> None:
    sheet = load_workbook(with_formulas(tmp_path))["数据"]
    for text, cell in zip(FORMULAS, sheet["B"][2:], strict=True):
        assert (cell.value, cell.data_type) == (text, "s")
        assert cell.quotePrefix == (text not in ("{=1+1}", "'=1+1"))  # these are text to every program


@pytest.mark.libreoffice
def test_libreoffice_reckons_none_of_it(tmp_path: Path) -> None:
    path = with_formulas(tmp_path)
    again = load_workbook(saved_by_libreoffice(path, "xlsx"))
    assert {cell.data_type for sheet in again for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert [str(c.value).strip() for c in again["数据"]["B"][2:]] == [text.strip() for text in FORMULAS]


def test_text_that_looks_like_a_formula_shows_as_it_is(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path, comparisons.nasty()))["数据"]
    shown = [cell.value for cell in sheet["B"]]
    assert '=HYPERLINK("http://x")' in shown
    assert "+1+1" in shown


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    first = written(tmp_path, comparisons.years()).read_bytes()
    assert written(tmp_path, comparisons.years()).read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2020-01-01" in package.read("docProps/core.xml")


def test_the_archive_does_not_tell_which_system_made_it(tmp_path: Path) -> None:
    write_sheet(comparisons.years(), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {(info.create_system, info.date_time, info.external_attr) for info in archive.infolist()} == {
            (0, (1980, 1, 1, 0, 0, 0), 0o600 << 16)
        }


def test_opinions_come_back(tmp_path: Path) -> None:
    path = written(tmp_path, comparisons.years())
    book = load_workbook(path)
    sheet = book["需核实事项"]
    column = [cell.value for cell in sheet[2]].index(wording.OPINION) + 1
    sheet.cell(4, column, "已核实")
    book.save(path)
    assert read_opinions(path) == (("metric-1", "已核实"),)


def test_rows_carry_the_ids_of_what_asks_about_them(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, comparisons.years()))
    asked = {
        sheet.title: {row[1].value: row[[c.value for c in sheet[2]].index("编号")].value for row in sheet.iter_rows(min_row=3)}
        for sheet in (book["数据"], book["上年安排"], book["上年问题"])
    }
    assert {label: ids for label, ids in asked["数据"].items() if ids} == {
        "取消证明事项": "metric-1", "受理行政复议案件": "stale-1", "举办讲座": "metric-2",
    }  # fmt: skip
    assert [ids for ids in asked["上年安排"].values() if ids] == ["plan-3"]
    assert [ids for ids in asked["上年问题"].values() if ids] == ["problem-1"]


def test_what_is_printed_ends_with_the_opinions(tmp_path: Path) -> None:
    for sheet in load_workbook(written(tmp_path, comparisons.years())).worksheets:
        last = sheet.print_area.partition(":")[2].replace("$", "")
        heads = [cell.value for cell in sheet[2]]
        assert sheet[f"{last.rstrip('0123456789')}2"].value == (wording.OPINION if wording.OPINION in heads else heads[-1])
        assert sheet.print_title_rows == "$1:$2"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == ("landscape", 1, 0)


def test_a_row_is_as_tall_as_its_text(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path, comparisons.years()))["需核实事项"]
    assert sheet.row_dimensions[3].height > sheet.row_dimensions[5].height


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("不是表格", encoding="utf-8")
    with pytest.raises(UnreadableInput):
        read_opinions(path)


HEAD = "序号 指标 数据 数值 数值上限 单位 约数 类别 范围 文中所述增减 所属总数 位置 所在句 判定规则".split()


def test_the_figures_of_one_report_make_a_sheet(tmp_path: Path) -> None:
    metrics = [c.old for c in comparisons.METRICS if c.old]
    write_metrics_sheet(report(), metrics, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["数据"]
    assert sheet.max_row == len(metrics) + 2
    assert [cell.value for cell in sheet[2]] == HEAD
    assert [cell.value for cell in sheet[3]][:6] == [1, "取消证明事项", "41项", 41, None, "项"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C3", f"A2:N{len(metrics) + 2}")
    assert "事实数据" in sheet["A1"].value


def test_a_range_a_part_and_a_stated_change_have_cells_of_their_own(tmp_path: Path) -> None:
    whole = Metric(text="20项", start=0, end=3, id="a", kind="metric", label="=HYPERLINK(1)", value=20, unit="项")
    part = Metric(
        text="2-3项", start=5, end=9, id="b", kind="target", label="新增", value=(2, 3), unit="项", approx="以上", scope="cumulative",
        stated_change=StatedChange(kind="percent", value=12.5, direction="up"), parent="a", sentence="+2-3项", rule="数值",
    )  # fmt: skip
    write_metrics_sheet(report(), [part, whole], tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["数据"]
    row = dict(zip(HEAD, (cell.value for cell in sheet[4]), strict=True))
    assert (row["数值"], row["数值上限"], row["约数"], row["类别"], row["范围"]) == (2, 3, "以上", "目标", "累计")
    assert (row["文中所述增减"], row["所属总数"], row["判定规则"]) == ("增长12.5%", "=HYPERLINK(1)20项", "数值")
    assert {cell.data_type for cell in (*sheet[3], *sheet[4])} <= {"s", "n"}
    assert sheet["B3"].quotePrefix
    assert sheet["M4"].quotePrefix
    write_metrics_sheet(report(), [part, whole], tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
