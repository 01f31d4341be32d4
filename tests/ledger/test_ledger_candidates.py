"""Departments' own reports searched for the figures of the ledger."""

from pathlib import Path

import pytest
from ledgermakers import back, ledger, row
from openpyxl import load_workbook

from drafter import pipeline
from drafter.ledger.candidates import candidates_book
from drafter.model.errors import DrafterError
from drafter.model.ledger import Ledger

SHARED = row(
    "电子证照共享应用",
    "类",
    "213类",
    "电子证照共享应用扩展到213类。",
    departments=("市数据局",),
    values=(back(213, "213类", year=2024, turn="report"),),
)
DONE = row("办理法律援助案件", "万件", "1.2万件", "全年办理法律援助案件1.2万件，同比下降3%。", departments=("市司法局",))
FELL = row("办理法律援助案件同比下降", "%", "下降3%", "全年办理法律援助案件1.2万件，同比下降3%。", departments=("市司法局",))
GONE = row("已停报指标", "个", status="gone")
LEDGER = ledger(SHARED, DONE, FELL, GONE, row("法治文化阵地", "个", "12个", "建成法治文化阵地12个。", departments=("市司法局",)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "市司法局2025年总结.txt": "2025年工作总结\n全年办理法律援助案件13200件，同比下降4.5%。\n",
        "数据/数据局.txt": "2025年工作情况\n电子证照共享应用扩展到231类。\n",
        "空.txt": "",
        "市财政局.txt": "财政局2025年情况\n=1+1，电子证照共享应用扩展到240类。\n",
        "旧.txt": "云溪市数据局2024年法治政府建设工作报告\n电子证照共享应用扩展到213类。\n",
        "~$锁.txt": "电子证照共享应用扩展到999类。\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_each_row_is_offered_figures_with_quote_file_and_place_in_its_own_unit(folder: Path) -> None:
    made = pipeline.materials(folder, LEDGER)
    assert [(c.row.label, c.text, c.number, c.file, c.sure) for c in made.candidates] == [
        ("电子证照共享应用", "231类", 231, "数据/数据局.txt", "高"),
        ("电子证照共享应用", "240类", 240, "市财政局.txt", "中"),
        ("办理法律援助案件", "13200件", 1.32, "市司法局2025年总结.txt", "高"),
        ("办理法律援助案件同比下降", "4.5%", -4.5, "市司法局2025年总结.txt", "高"),
    ]
    assert made.candidates[0].sentence == "电子证照共享应用扩展到231类。"
    assert made.candidates[0].place == "第2段"
    assert [r.label for r in made.lacking] == ["法治文化阵地"]


def test_files_that_cannot_be_used_are_told_in_a_line_each_and_the_work_goes_on(folder: Path) -> None:
    made = pipeline.materials(folder, LEDGER)
    assert made.files == 3
    assert [line.removeprefix(str(folder)) for line in made.unread] == [
        "/旧.txt：为2024年度报告，台账收集的是2025年度，未列入",
        "/空.txt：文件是空的。请确认已保存，或重新获取该文件",
    ]


def test_a_report_of_another_department_speaks_against_a_pair(folder: Path) -> None:
    both = ledger(SHARED, row("政府采购项目", "个", "30个", "政府采购项目30个。", departments=("市财政局",)))
    found = {c.file: c.sure for c in pipeline.materials(folder, both).candidates}
    assert found == {"数据/数据局.txt": "高", "市财政局.txt": "中"}


@pytest.mark.parametrize(
    ("name", "title", "sure"),
    [
        ("总结.txt", "2025年工作情况", "高"),
        ("总结.txt", "云溪市公安局2025年工作总结", "中"),
        ("财政局.txt", "2025年工作情况", "中"),
    ],
)
def test_a_department_that_the_ledger_does_not_know_reports_its_own_figures(
    tmp_path: Path, name: str, title: str, sure: str
) -> None:
    (tmp_path / name).write_text(f"{title}\n电子证照共享应用扩展到240类。\n", encoding="utf-8")
    assert [c.sure for c in pipeline.materials(tmp_path, LEDGER).candidates] == [sure]


def test_the_sheet_is_the_same_every_time_and_no_cell_of_it_is_a_formula(folder: Path, tmp_path: Path) -> None:
    asked = Ledger(issuer="云溪市人民政府", year=2025, rows=(*LEDGER.rows, row("=SUM(A1)", "个")))
    made = pipeline.materials(folder, asked)
    out = tmp_path / "候选.xlsx"
    pipeline.write_materials(made, out)
    assert out.read_bytes() == candidates_book(pipeline.materials(folder, asked, aside=(out,)))
    book = load_workbook(out)
    assert book.sheetnames == ["候选数据", "未见候选"]
    rows = list(book["候选数据"].values)
    assert rows[0] == ("编号", "指标", "单位", "责任单位", "上年数", "候选值", "折算值", "原文", "文件", "位置", "把握", "采用")
    assert rows[1][1:8] == ("电子证照共享应用", "类", "市数据局", "213类", "231类", 231, "电子证照共享应用扩展到231类。")
    assert all(cell.data_type != "f" for sheet in book for line in sheet for cell in line)
    assert "=SUM(A1)" in [line[1] for line in book["未见候选"].values]


@pytest.mark.parametrize(("name", "message"), [("无", "没有这个文件夹"), ("空的", "文件夹中没有可用的报告")])
def test_a_folder_without_a_report_is_refused(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "空的").mkdir()
    with pytest.raises(DrafterError, match=message):
        pipeline.materials(tmp_path / name, LEDGER)
