"""Forms that came back: what was filled in is read, whatever people did to the form, and what they did is told."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cityledger import ISSUER, JUSTICE, YEAR, ledger, row, value
from formmakers import Change, as_another_program, fill, form_book, line_of, move_rows, put, sent_back, sheet_of
from openpyxl import Workbook
from openpyxl.comments import Comment

from drafter.ledger.returned import read_return
from drafter.ledger.sheets import shown
from drafter.model.errors import UnreadableInput
from drafter.model.ledger import Entry, MatterEntry, Return

VALUES = {"行政复议案件收案": 1100, "行政复议纠错率": 11.8, "行政复议收案同比增幅": 5.6, "法治宣传活动": 40, "人民调解受理案件": 9.12,
          "新注册律师人数": 35}  # fmt: skip
READ = {"f-0a1b2c01": "1100", "f-0a1b2c02": "11.8", "f-0a1b2c03": "5.6", "f-0a1b2c04": "40", "f-0a1b2c05": "9.12",
        "f-0a1b2c06": "35"}  # fmt: skip


def returned(folder: Path, change: Change = lambda book: None) -> Return:
    """The form of the 司法局, filled, and then changed."""
    book = form_book()
    fill(book, VALUES)
    change(book)
    return sent_back(book, folder)


def values(of: Return) -> dict[str, str]:
    return {entry.row: entry.value for entry in of.entries}


def test_a_filled_form_is_read_whole_and_nothing_is_remarked(tmp_path: Path) -> None:
    made = returned(tmp_path)
    assert (made.issuer, made.year, made.round, made.department, made.due) == (ISSUER, YEAR, "first", JUSTICE, "2026-12-20")
    assert (made.person, made.checker, made.phone, made.date) == ("王某", "李某", "0000-1234567", "2026-12-18")
    assert (values(made), made.remarks) == (READ, ())
    assert made.path == str(tmp_path / "市司法局.xlsx")


def test_a_blank_form_is_a_return_without_values(tmp_path: Path) -> None:
    made = sent_back(form_book(), tmp_path)
    assert values(made) == dict.fromkeys(READ, "")
    assert (made.person, made.date, made.stories, made.remarks) == ("", "", (), ())
    assert [m.matter for m in made.matters] == ["p-11aa22b1", "q-11aa22b2"]


def test_last_years_figure_with_more_digits_than_a_cell_keeps_comes_back_unaltered(tmp_path: Path) -> None:
    long = row("f-0a1b2c01", "行政复议案件收案", "件", value(274877906944.09454, "274877906944.09454件"))
    assert sent_back(form_book(ledger(long)), tmp_path).remarks == ()


def test_every_cell_of_a_line_is_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = sheet_of(book)
        put(sheet, line_of(sheet, "行政复议案件收案"), 统计期间="1—11月", 上年数更正=1040, 变动原因="受案范围扩大")

    assert returned(tmp_path, change).entries[0] == Entry(
        row="f-0a1b2c01", label="行政复议案件收案", unit="件", value="1100", place="数据!G5", period="1—11月", corrected="1040",
        reason="受案范围扩大", last="1042", definition="全市各级行政复议机构当年新收的行政复议申请件数，不含上年结转",
    )  # fmt: skip


def test_last_years_sentence_is_no_definition(tmp_path: Path) -> None:
    assert next(e for e in returned(tmp_path).entries if e.row == "f-0a1b2c02").definition == ""


def test_what_a_form_adds_to_a_definition_is_no_part_of_it(tmp_path: Path) -> None:
    read = next(e for e in returned(tmp_path).entries if e.row == "f-0a1b2c04").definition
    assert read == "各部门面向社会公众举办的法治宣传活动，线上活动不计"


@pytest.mark.parametrize("reason", ["日期：2026年1—11月", "填报人：张某更换口径", "电话", "（单位盖章）"])
def test_a_reason_that_reads_like_the_foot_is_a_reason(reason: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put(sheet_of(book), 5, 变动原因=reason)
        put(sheet_of(book), 13, 指标名称="行政复议听证", 计量单位="场", 年数=7, 变动原因=reason)
        put(sheet_of(book, "文字"), 5, 完成情况=reason)

    made = returned(tmp_path, change)
    assert made.entries[0].reason == made.matters[0].progress == reason
    assert values(made) == {**READ, "": "7"}
    assert (made.person, made.date) == ("王某", "2026-12-18")


@pytest.mark.parametrize("name", ["填报人：赵某", "填表人（签字）：赵某", "填报人: 赵某"])
def test_a_name_in_the_cell_of_its_label_is_read(name: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = sheet_of(book)
        at = line_of(sheet, "填报人")
        sheet.cell(at, 1).value, sheet.cell(at, 3).value = name, None

    assert (returned(tmp_path, change).person, returned(tmp_path, change).checker) == ("赵某", "李某")


def test_new_figures_are_entries_without_an_id(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put(sheet_of(book), 13, 指标名称="行政复议听证", 口径="当年举行的听证会", 计量单位="场", 年数=7, 变动原因="新开展")

    assert returned(tmp_path, change).entries[-1] == Entry(
        row="", label="行政复议听证", unit="场", value="7", place="数据!G13", definition="当年举行的听证会", reason="新开展"
    )


def test_the_texts_are_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = sheet_of(book, "文字")
        put(sheet, 5, 完成情况="已建立简案快办机制", 佐证="槿司发〔2026〕8号")
        put(sheet, 6, 未完成原因="编制未到位")
        for n, text in ((8, "某公司不服处罚案调解结案"), (12, "乡镇执法人员不足"), (16, "推行非现场执法")):
            sheet.cell(n, 4).value = text

    made = returned(tmp_path, change)
    assert made.matters == (
        MatterEntry(matter="p-11aa22b1", title="健全行政复议繁简分流机制", progress="已建立简案快办机制", evidence="槿司发〔2026〕8号",
                    reason="", place="文字!F5"),
        MatterEntry(matter="q-11aa22b2", title="基层执法力量不足", progress="", evidence="", reason="编制未到位", place="文字!F6"),
    )  # fmt: skip
    assert made.stories == (("case", "某公司不服处罚案调解结案"), ("problem", "乡镇执法人员不足"), ("next", "推行非现场执法"))
    assert made.remarks == ()


def _cell(address: str, value: Any, sheet: str = "数据", number_format: str | None = None) -> Change:
    def change(book: Workbook) -> None:
        cell = sheet_of(book, sheet)[address]
        cell.value = value
        if number_format:
            cell.number_format = number_format

    return change


@pytest.mark.parametrize(
    ("typed", "number_format", "read"),
    [("12件", None, "12件"), ("约30", None, "约30"), ("1.2万", None, "1.2万"), (" 12 ", None, "12"), ("１２", None, "１２"),
     (0.982, "0.0%", "98.2%"), (0.07, "0%", "7%"), (0.1 + 0.2, None, "0.3"), (12.0, None, "12"), (1e16, None, "10000000000000000"),
     (1e-7, None, "0.0000001"), (datetime(2026, 3, 5), "yyyy-mm-dd", "2026-03-05"), ("无", None, "无"), (0, None, "0"),
     ("#DIV/0!", None, "#DIV/0!"), ("见\n附件", None, "见\n附件"), (12, '0"件"', "12"), (True, None, "TRUE")],
)  # fmt: skip
def test_a_cell_is_read_as_it_stands_there(typed: Any, number_format: str | None, read: str, tmp_path: Path) -> None:
    made = returned(tmp_path, _cell("G5", typed, number_format=number_format))
    assert made.entries[0].value == read


@pytest.mark.parametrize(
    ("typed", "read", "told"),
    [(datetime(2026, 12, 18), "2026-12-18", False), ("2026.12.18", "2026-12-18", False), ("2026/1/5", "2026-01-05", False),
     (20261218, "", True), ("二〇二六年底", "", True), ("2026年13月1日", "", True), (None, "", False)],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(typed: Any, read: str, told: bool, tmp_path: Path) -> None:
    made = returned(tmp_path, lambda book: _cell(f"C{line_of(sheet_of(book), '填报日期')}", typed)(book))
    assert made.date == read
    assert made.remarks == ((f"填报日期“{'#VALUE!' if isinstance(typed, int) else typed}”不能识别",) if told else ())


def _sorted(book: Workbook) -> None:
    move_rows(sheet_of(book), [9, 5, 8, 6, 10, 7])


def _inserted(book: Workbook) -> None:
    move_rows(sheet_of(book), [5, 13, 6, 7, 8, 9, 10, 11, 12])


def _deleted(book: Workbook) -> None:
    for cell in sheet_of(book)[6]:
        cell.value = None


def _columns_moved(book: Workbook) -> None:
    sheet = sheet_of(book)
    for n in range(4, 11):
        sheet.cell(n, 7).value, sheet.cell(n, 10).value = sheet.cell(n, 10).value, sheet.cell(n, 7).value


def _without_ids(book: Workbook) -> None:
    """The column taken out as Excel does it: merged cells keep what they say."""
    sheet = sheet_of(book)
    told = {area.min_row: sheet.cell(area.min_row, 1).value for area in sheet.merged_cells.ranges if area.min_col == 1}
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.delete_cols(1)
    for n, text in told.items():
        sheet.cell(n, 1).value = text


def _labels_sorted_alone(book: Workbook) -> None:
    sheet = sheet_of(book)
    for column in range(3, 11):
        sheet.cell(5, column).value, sheet.cell(7, column).value = sheet.cell(7, column).value, sheet.cell(5, column).value


def _copied_row(book: Workbook) -> None:
    sheet = sheet_of(book)
    put(sheet, 13, 编号="f-0a1b2c01", 指标名称="行政复议听证", 计量单位="场", 年数=7)


def _merged(book: Workbook) -> None:
    sheet = sheet_of(book)
    sheet["G6"].value = None
    sheet.merge_cells("G5:G6")


def _copied_sheet(book: Workbook) -> None:
    del book["drafter"]


def _title_changed(book: Workbook) -> None:
    sheet_of(book)["A1"].value = "槿阳市2027年度法治政府建设数据报送表（正式）"


def _extra_sheet(book: Workbook) -> None:
    book.create_sheet("附表", 0)["A1"].value = "另附名单"


def _renamed_sheets(book: Workbook) -> None:
    sheet_of(book).title = "Sheet1"
    sheet_of(book, "文字").title = "Sheet2"


def _many_empty(book: Workbook) -> None:
    sheet = sheet_of(book)
    for n in range(30, 800):
        for column in range(1, 40):
            sheet.cell(n, column).number_format = "0.00"
    sheet.cell(1048576, 16384).number_format = "0.00"


def _comment(book: Workbook) -> None:
    sheet_of(book)["G5"].comment = Comment("快报数", "王某")


def _renamed_head(book: Workbook) -> None:
    sheet_of(book)["G4"].value = "本年数"
    sheet_of(book)["E4"].value = "单位"


def _head_twice(book: Workbook) -> None:
    sheet = sheet_of(book)
    for column in range(1, 11):
        sheet.cell(13, column).value = sheet.cell(4, column).value


def _department_changed(book: Workbook) -> None:
    sheet_of(book)["A2"].value = "填报单位：市司法局行政复议科"


# what was done, how, what is read otherwise than without it, what is told of it
FAULTS: list[tuple[str, Change, dict[str, str], tuple[str, ...]]] = [
    ("rows sorted", _sorted, {}, ("行的次序有变动",)),
    ("a row inserted", _inserted, {}, ()),
    ("a row deleted", _deleted, {"f-0a1b2c02": "-"}, ("缺少1行：行政复议纠错率",)),
    ("columns moved", _columns_moved, {}, ("列的次序有变动",)),
    ("headings renamed", _renamed_head, {}, ("表头有改动：“计量单位”改为“单位”，“2026年数”改为“本年数”",)),
    ("the heads copied once more", _head_twice, {}, ()),
    ("the ids' column deleted", _without_ids, {}, ("缺少“编号”列", "数据!F5所在行没有编号，按指标名称和计量单位读取：行政复议案件收案")),
    ("an id damaged", _cell("A5", "f-0a1b"), {}, ("数据!G5所在行的编号“f-0a1b”与指标不符，按指标名称和计量单位读取：行政复议案件收案",)),
    ("an id taken out", _cell("A5", None), {}, ("数据!G5所在行没有编号，按指标名称和计量单位读取：行政复议案件收案",)),
    ("labels and values sorted without the ids", _labels_sorted_alone, {},
     ("数据!G5所在行的编号“f-0a1b2c01”与指标不符，按指标名称和计量单位读取：行政复议收案同比增幅", "行的次序有变动")),
    ("a row copied for a new figure", _copied_row, {"": "7"}, ("数据!G13所在行的编号与别行重复，按新增指标读取：行政复议听证",)),
    ("a row of another department", _cell("A5", "f-99999999"), {}, ("与指标不符",)),
    ("a label altered", _cell("C5", "行政复议案件新收"), {}, ("“行政复议案件收案”的指标名称由“行政复议案件收案”改为“行政复议案件新收”（数据!G5所在行）",)),
    ("a unit altered", _cell("E9", "件"), {}, ("“人民调解受理案件”的计量单位由“万件”改为“件”（数据!G9所在行）",)),
    ("last year's figure altered", _cell("F5", 1024), {}, ("“行政复议案件收案”的上年数由“1042”改为“1024”（数据!G5所在行）",)),
    ("merged cells", _merged, {"f-0a1b2c02": ""}, ("数据!G5:G6为合并单元格，内容只计入首格，请核对",)),
    ("the hidden sheet lost", _copied_sheet, {}, ("表内隐藏的核对信息已丢失，按表面内容读取",)),
    ("the title changed", _title_changed, {}, ("表名中的年度改为2027，发出时为2026", "表名中的“预报”改为“正式”")),
    ("the department changed", _department_changed, {}, ("填报单位改为“市司法局行政复议科”，发出时为“市司法局”",)),
    ("a sheet added", _extra_sheet, {}, ("另有工作表“附表”，未读取",)),
    ("the sheets renamed", _renamed_sheets, {}, ()),
    ("the texts' sheet deleted", lambda book: book.remove(book["文字"]), {}, ("找不到“文字”表",)),
    ("hundreds of formatted empty rows", _many_empty, {}, ()),
    ("a note beside", _cell("L6", "含转办件"), {}, ("表外写有内容，未读取：数据!L6“含转办件”",)),
    ("a note below", _cell("C24", "说明：快报数"), {}, ("表外写有内容，未读取：数据!C24“说明：快报数”",)),
    ("a comment", _comment, {}, ("有批注，未读取，请打开文件查看",)),
    ("a formula without its value", _cell("G5", "=SUM(A1:A2)"), {"f-0a1b2c01": ""}, ("数据!G5为公式，文件中没有计算结果，按空白读取",)),
    ("a matter's title altered", _cell("D5", "健全繁简分流", "文字"), {}, ("事项“健全行政复议繁简分流机制”改为“健全繁简分流”（文字!F5所在行）",)),
    ("a matter's id taken out", _cell("A5", None, "文字"), {}, ("文字!F5所在行的编号缺失或有误，按事项名称读取：健全行政复议繁简分流机制",)),
]  # fmt: skip


@pytest.mark.parametrize(("change", "otherwise", "told"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_what_became_of_a_form_is_read_and_told(
    change: Change, otherwise: dict[str, str], told: tuple[str, ...], tmp_path: Path
) -> None:
    made = returned(tmp_path, change)
    expected = {**READ, **otherwise}
    assert values(made) == {row: text for row, text in expected.items() if text != "-"}
    said = "\n".join(made.remarks)
    assert [words for words in told if words not in said] == []
    assert bool(made.remarks) == bool(told)


def test_a_form_without_its_hidden_sheet_says_of_itself_what_is_printed(tmp_path: Path) -> None:
    made = returned(tmp_path, _copied_sheet)
    assert (made.issuer, made.year, made.round, made.department, made.due) == ("槿阳市", 2026, "first", JUSTICE, "2026-12-20")
    assert [m.matter for m in made.matters] == ["p-11aa22b1", "q-11aa22b2"]


def test_a_form_without_hidden_sheet_and_ids_still_names_its_figures(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        _copied_sheet(book)
        _without_ids(book)

    made = returned(tmp_path, change)
    assert {entry.label: entry.value for entry in made.entries} == {label: shown(v) for label, v in VALUES.items()}
    assert {entry.row for entry in made.entries} == {""}


def test_a_form_without_title_and_hidden_sheet_is_known_by_its_ids(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        _copied_sheet(book)
        sheet_of(book)["A1"].value = None

    made = returned(tmp_path, change)
    assert (made.year, made.round, values(made)) == (2026, "first", READ)


def test_a_workbook_of_another_program_reads_the_same(tmp_path: Path) -> None:
    made = returned(tmp_path)
    path = tmp_path / "市司法局.xlsx"
    path.write_bytes(as_another_program(path.read_bytes()))
    with zipfile.ZipFile(path) as archive:
        assert b"<r><rPr>" in archive.read("xl/sharedStrings.xml")
    assert read_return(path) == made


@pytest.mark.libreoffice
@pytest.mark.parametrize(("suffix", "refused"), [("xlsx", ""), ("xls", "旧版 .xls"), ("ods", "不是 .xlsx 工作簿")])
def test_what_libreoffice_saves_is_read_or_refused(suffix: str, refused: str, tmp_path: Path) -> None:
    made = returned(tmp_path, lambda book: put(sheet_of(book), 6, 年数="=10+1.8"))
    home, out = f"-env:UserInstallation=file://{tmp_path}/home", tmp_path / "out"
    command = [shutil.which("soffice") or "soffice", home, "--headless", "--convert-to", suffix, "--outdir", out, made.path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    path = out / f"市司法局.{suffix}"
    if refused:
        with pytest.raises(UnreadableInput, match=refused):
            read_return(path)
        return
    again = read_return(path)
    assert (values(again), again.remarks) == (READ, ())
    assert replace(again, path="", entries=(), remarks=()) == replace(made, path="", entries=(), remarks=())


def test_a_formula_with_its_value_counts_as_that_value(tmp_path: Path) -> None:
    made = returned(tmp_path, _cell("G5", "=SUM(A1:A2)"))
    path = Path(made.path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    members[name] = re.sub(rb"(<f>SUM[^<]*</f>)<v>?\s*(?:/>|</v>)", rb"\1<v>1234</v>", members[name])
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    again = read_return(path)
    assert (again.entries[0].value, again.remarks) == ("1234", ())


def test_figures_that_share_a_name_are_told_apart_by_their_ids_alone(tmp_path: Path) -> None:
    book = form_book(ledger(row("f-00000001", "案件", "件"), row("f-00000002", "案件", "件"), row("f-00000003", "案件", "人")))
    sheet = sheet_of(book)
    for n in (5, 6, 7):
        put(sheet, n, 年数=n)
        sheet.cell(n, 1).value = None
    assert [(e.row, e.value) for e in sent_back(book, tmp_path).entries] == [("", "5"), ("", "6"), ("f-00000003", "7")]


def test_passages_in_rows_that_people_added_belong_to_the_kind_above(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet_of(book, "文字").cell(17, 4).value = "又一件"

    made = returned(tmp_path, change)
    assert made.stories == (("next", "又一件"),)
    assert made.remarks == ("文字!D17所在行没有类别，按上一行的“下步打算”读取",)
