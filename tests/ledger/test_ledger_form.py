"""The forms that go out: to whom, with what, locked where it is not to be filled, and no formula from anybody's words."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from cityledger import JUSTICE, MARKET, POLICE, ROWS, ledger, row, value
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger.forms import asked, file_names, forms, unassigned
from drafter.ledger.forms.words import title_of
from drafter.model.ledger import Ledger, Round, Row
from drafter.text.offices import place_of


def book_of(given: Ledger, department: str = JUSTICE, round: Round = "first", due: str = "2026-12-20") -> Workbook:
    return load_workbook(io.BytesIO(dict(forms(given, round, due))[f"{department}.xlsx"]))


def sheet_of(given: Ledger, round: Round = "first", name: str = "数据") -> Worksheet:
    sheet = book_of(given, round=round)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(sheet: Worksheet, head: str) -> str:
    return next(cell.column_letter for cell in sheet[4] if cell.value == head)


def words_of(sheet: Worksheet) -> str:
    return "\n".join(str(cell.value) for cells in sheet.iter_rows() for cell in cells if cell.value is not None)


def test_every_department_gets_its_own_figures_and_matters_and_no_other() -> None:
    told = {
        one.department: ([row.label for row in one.rows], [matter.title for matter in one.matters]) for one in asked(ledger())
    }
    assert told == {
        JUSTICE: (
            ["行政复议案件收案", "行政复议纠错率", "行政复议收案同比增幅", "法治宣传活动", "人民调解受理案件", "新注册律师人数"],
            ["健全行政复议繁简分流机制", "基层执法力量不足"],
        ),
        MARKET: (["法治宣传活动", "行政处罚案件", "食品安全抽检批次"], ["基层执法力量不足"]),
        POLICE: (["法治宣传活动", "行政处罚案件", "派出所法治员覆盖率"], []),
    }


@pytest.mark.parametrize(
    ("more", "goes"),
    [({}, True), ({"adding": "sum"}, True), ({"formula": "sum", "terms": ("f-1",)}, True), ({"status": "once"}, False),
     ({"status": "gone"}, False), ({"status": "new"}, False), ({"adding": "computed"}, False), ({"formula": "share"}, False),
     ({"formula": "growth"}, False), ({"formula": "points"}, False), ({"formula": "count"}, False)],
)  # fmt: skip
def test_what_follows_from_other_figures_or_is_over_is_not_asked_for(more: dict[str, object], goes: bool) -> None:
    given = ledger(row("f-00000001", "案件", "件", **more))
    assert bool(asked(given)) is goes


def test_what_has_no_department_goes_to_nobody_and_is_named() -> None:
    rows, matters = unassigned(ledger())
    assert [r.label for r in rows] == ["重大行政决策事项"]
    assert [m.title for m in matters] == ["推进数字法治政府建设"]


def test_matters_of_earlier_years_are_not_asked_about_again() -> None:
    old = tuple(replace(matter, year=2024) for matter in ledger().matters)
    given = ledger(row("f-00000001", "案件", "件"), matters=old)
    assert [one.matters for one in asked(given)] == [()]
    assert unassigned(given) == ((), ())


@pytest.mark.parametrize(
    ("departments", "files"),
    [
        (["市司法局"], ["市司法局.xlsx"]),
        (["市发改委/粮食局", "市发改委:粮食局"], ["市发改委_粮食局.xlsx", "市发改委_粮食局（2）.xlsx"]),
        (["Legal", "legal"], ["Legal.xlsx", "legal（2）.xlsx"]),
        (["CON", "con.a", ".."], ["_CON.xlsx", "_con.a.xlsx", "未命名.xlsx"]),
        (["../../etc", "局" * 300], ["_.._etc.xlsx", "局" * 60 + ".xlsx"]),
    ],
)
def test_file_names_are_safe_and_apart(departments: list[str], files: list[str]) -> None:
    assert file_names(departments) == files


@pytest.mark.parametrize(
    ("issuer", "place"), [("槿阳市人民政府", "槿阳市"), ("槿阳市", "槿阳市"), ("槿阳市司法局", "槿阳市司法局")]
)
def test_the_title_names_the_place(issuer: str, place: str) -> None:
    assert place_of(issuer) == place
    assert title_of(issuer, 2026, "final") == f"{place}2026年度法治政府建设数据报送表（正式）"


def test_the_sheet_says_whose_it_is_what_it_is_for_and_until_when() -> None:
    said = words_of(sheet_of(ledger()))
    for words in ("槿阳市2026年度法治政府建设数据报送表（预报）", "填报单位：市司法局", "报送截止：2026年12月20日", "填报说明",
                  "填报人", "审核人", "联系电话", "填报日期", "（单位盖章）"):  # fmt: skip
        assert words in said


def test_no_date_of_return_no_line_for_it() -> None:
    assert "报送截止" not in words_of(book_of(ledger(), due="")["数据"])


def test_last_years_figures_are_numbers_that_still_show_their_about() -> None:
    sheet = sheet_of(ledger())
    at = column(sheet, "2025年数")
    shown = [(sheet[f"{at}{n}"].value, sheet[f"{at}{n}"].number_format) for n in range(5, 11)]
    assert shown == [(1042, "General"), (12.6, "General"), (-3.2, "General"), (230, 'General"余"'), (9.03, "General"),
                     ("30—40人", "General")]  # fmt: skip


def test_a_published_figure_goes_before_returns_and_the_last_round_before_the_first() -> None:
    values = [value(1, "1件", round="first"), value(2, "2件", round="final"), value(3, "3件", round="report")]
    for left, shown in ((3, 3), (2, 2), (1, 1)):
        sheet = sheet_of(ledger(row("f-00000001", "案件", "件", *values[:left])))
        assert sheet[f"{column(sheet, '2025年数')}5"].value == shown


def test_the_final_form_shows_what_was_returned_first() -> None:
    given = ledger(row("f-00000001", "案件", "件", value(40, "约40件", 2026, "first", about="约")))
    sheet = sheet_of(given, "final")
    cell = sheet[f"{column(sheet, '预报数')}5"]
    assert (cell.value, cell.number_format) == (40, '"约"General')
    assert "预报数" not in [cell.value for cell in sheet_of(given)[4]]


def test_where_no_definition_is_laid_down_last_years_sentence_stands() -> None:
    sheet = sheet_of(ledger())
    at = column(sheet, "口径")
    assert str(sheet[f"{at}5"].value).startswith("全市各级行政复议机构")
    assert str(sheet[f"{at}6"].value).startswith("上年报告：全年共办结")


LONG = "组织专家对必要性、科学性进行论证，重大决策草案均经集体讨论决定，公开征求意见期间收到意见1173条，采纳合理建议203条，完成决策后评估3项；"


@pytest.mark.parametrize(
    ("sentence", "last", "shown"),
    [
        ("办结16件；", "16件", "办结16件"),
        ("公安\t387\t376", "376", "公安 387 376"),
        (LONG, "1173条", LONG[:59] + "…"),
        (LONG, "3项", "…重大决策草案均经集体讨论决定，公开征求意见期间收到意见1173条，采纳合理建议203条，完成决策后评估3项"),
    ],
)
def test_last_years_sentence_is_cut_so_that_the_figure_asked_for_still_stands_in_it(sentence: str, last: str, shown: str) -> None:
    sheet = sheet_of(ledger(row("f-00000001", "案件", "件", sentence=sentence, last=last)))
    assert sheet[f"{column(sheet, '口径')}5"].value == f"上年报告：{shown}"


def test_where_departments_are_added_up_last_years_figure_is_said_to_be_the_sum() -> None:
    sheet = sheet_of(ledger())
    at = column(sheet, "口径")
    shared = [n for n in range(5, 11) if "上年数为各单位合计，请填本单位数" in str(sheet[f"{at}{n}"].value)]
    assert [sheet[f"{column(sheet, '指标名称')}{n}"].value for n in shared] == ["法治宣传活动"]


def test_only_the_cells_to_fill_are_open() -> None:
    book = book_of(ledger())
    for name in ("数据", "文字"):
        sheet = book[name]
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        heads = {cell.value: cell.column_letter for cell in sheet[4]}
        to_fill = ("2026年数", "统计期间", "上年数更正", "变动原因", "完成情况", "佐证", "未完成原因")
        assert {head for head, at in heads.items() if not sheet[f"{at}5"].protection.locked} == {h for h in to_fill if h in heads}
    data = book["数据"]
    assert [not data.cell(13, n).protection.locked for n in range(1, 11)] == [
        False,
        False,
        True,
        True,
        True,
        True,
        True,
        True,
        False,
        True,
    ]


def test_this_years_cell_takes_numbers_only_and_negative_ones_only_for_changes() -> None:
    rules = [r for r in sheet_of(ledger()).data_validations.dataValidation if r.type == "decimal"]
    told = {str(r.sqref): (r.formula1, r.errorStyle, bool(r.error)) for r in rules}
    assert told == {"G5 G6 G8 G9 G10": ("0", "stop", True), "G7": ("-1000000000000000", "stop", True)}


def test_the_reason_is_tinted_only_while_it_is_asked_for() -> None:
    (found,) = sheet_of(ledger()).conditional_formatting
    assert str(found.sqref) == "J5 J6 J7 J9 J10"  # the eighth is the sum of several departments' returns
    assert found.rules[0].formula == ['AND(ISNUMBER($F5),ISNUMBER($G5),$F5<>0,ABS($G5-$F5)>0.3*ABS($F5),TRIM($J5)="")']


def test_the_texts_have_the_departments_matters_and_room_for_its_own() -> None:
    sheet = sheet_of(ledger(), name="文字")
    kinds = [sheet.cell(n, 3).value for n in range(5, sheet.max_row + 1)]
    assert kinds == ["上年安排", "上年问题", None, *["典型案例"] * 3, *["存在问题"] * 3, *["下步打算"] * 3]


@pytest.mark.parametrize("name", ["数据", "文字"])
def test_it_prints_on_a4_landscape_with_its_heads_on_every_page(name: str) -> None:
    sheet = sheet_of(ledger(), name=name)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == ("landscape", 9, 1)
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$1:$4"


def test_a_row_is_as_tall_as_its_longest_text() -> None:
    sheet = sheet_of(ledger(row("f-00000001", "案件", "件", definition="口径" * 40), row("f-00000002", "案件", "件")))
    tall, low = (sheet.row_dimensions[n].height or 0 for n in (5, 6))
    assert tall > 2 * low


HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\",\"y\")", "{=1}"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_starts_a_formula(text: str) -> None:
    hostile = Row(id=text, label=text, unit=text, definition=text, departments=(text, JUSTICE), values=(value(None, text),))
    given = Ledger(
        issuer=text,
        year=2026,
        rows=(hostile,),
        matters=tuple(replace(m, title=text, text=text, departments=(JUSTICE,)) for m in ledger().matters),
    )
    for _, data in forms(given, "first"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/"):
                    assert not re.search(rb"<f[ >]", archive.read(name).partition(b"</sheetData>")[0])
        book = load_workbook(io.BytesIO(data))
        risky = [
            cell
            for sheet in book
            for cells in sheet.iter_rows()
            for cell in cells
            if str(cell.value or "").startswith(("=", "+", "-", "@"))
        ]
        assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)
        assert risky or text[0] in "\t{"


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert dict(forms(ledger(), "final", "2027-01-15")) == dict(forms(ledger(), "final", "2027-01-15"))


def test_the_hidden_sheet_is_out_of_sight() -> None:
    assert {sheet.title: sheet.sheet_state for sheet in book_of(ledger())} == {
        "数据": "visible",
        "文字": "visible",
        "drafter": "veryHidden",
    }


@pytest.mark.libreoffice
def test_fifty_figures_print_on_a_few_pages_and_nothing_runs_off_them(tmp_path: Path) -> None:
    rows = [replace(ROWS[n % 6], id=f"f-{n:08x}", label=f"{ROWS[n % 6].label}{n}") for n in range(50)]
    path = tmp_path / "form.xlsx"
    path.write_bytes(dict(forms(ledger(*rows), "final", "2027-01-15"))[f"{JUSTICE}.xlsx"])
    soffice = shutil.which("soffice") or "soffice"
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    made = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "form.pdf", "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    pages = made.strip("\f\n").split("\f")
    assert 4 <= len(pages) <= 9
    assert all("指标名称" in page or "完成情况" in page for page in pages)
    assert "变动原因" in pages[0]
