"""The ledger as a workbook: what is written is read back, and what people do to it stays."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger import columns as c
from drafter.ledger.amounts import printed
from drafter.ledger.book import read_ledger, write_ledger
from drafter.model.errors import UnreadableInput
from drafter.model.ledger import Answer, Ledger, Matter, Round, Row, Story, Value

WORDS = st.text("受理复议申请案件办结率调解公证执法人员=+-@1a", min_size=1, max_size=8).map(lambda text: f"甲{text}乙")
TRICKY = st.one_of(WORDS, st.sampled_from(["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2", "0.5", "2026-01-12"]))
ROUNDS: tuple[Round, ...] = ("report", "first", "final")


@st.composite
def values(draw: st.DrawFn, unit: str) -> tuple[Value, ...]:
    found = []
    for year in (2024, 2025, 2026):
        for turn in draw(st.sets(st.sampled_from(ROUNDS))):
            number = draw(st.one_of(st.none(), st.integers(-500, 10**6).map(float), st.integers(0, 9999).map(lambda n: n / 100)))
            about = draw(st.sampled_from(["", "", "约", "余", "以上"])) if number is not None and number > 0 else ""
            text = draw(st.sampled_from(["20至30件", "见附件"])) if number is None else printed(number, unit, about)
            source, date = draw(st.sampled_from([("", ""), ("市司法局，报12件", "2026-01-12")]))
            found.append(
                Value(
                    year=year,
                    round=turn,
                    number=number,
                    about=about,
                    text=text,
                    source=source,
                    date=date,
                    note=draw(st.sampled_from(["", "统计到11月"])),
                )
            )
    return tuple(sorted(found, key=lambda v: (v.year, ROUNDS.index(v.round))))


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    rows = []
    for number in range(draw(st.integers(1, 5))):
        unit = draw(st.sampled_from(["件", "万件", "%", "亿元", "个百分点"]))
        rows.append(
            Row(
                id=f"f-{number}", label=draw(TRICKY), unit=unit, synonyms=tuple(draw(st.lists(WORDS, max_size=2, unique=True))),
                definition=draw(st.one_of(st.just(""), TRICKY)), departments=tuple(draw(st.lists(st.sampled_from(["市司法局", "市公安局"]), max_size=2, unique=True))),
                status=draw(st.sampled_from(["keep", "once", "gone", "new"])), adding=draw(st.sampled_from(["single", "sum"])),
                good=draw(st.sampled_from(["positive", "negative", "neutral"])), values=draw(values(unit)), note=draw(st.one_of(st.just(""), TRICKY)),
                sentence=draw(TRICKY), last=draw(WORDS), path=tuple(draw(st.lists(WORDS, max_size=2))), aliases=("f-9a", "f-9b")[: draw(st.integers(0, 2))],
            )
        )  # fmt: skip
    if len(rows) > 2:
        rows[0] = replace(rows[0], formula="sum", terms=("f-1", "f-2"))
    answer = Answer(
        department="市司法局",
        year=2026,
        round="first",
        progress=draw(TRICKY),
        evidence="",
        reason=draw(TRICKY),
        source="甲",
        date="2026-01-12",
    )
    matter = Matter(
        id="t-1",
        kind="plan",
        title=draw(TRICKY),
        text=draw(TRICKY),
        departments=("市司法局",),
        guess="按业务推定",
        year=2025,
        answers=(answer,),
    )
    stories = (
        Story(department="市司法局", year=2026, round="final", kind="case", text=draw(TRICKY), source="乙", date="2026-01-20"),
    )
    return Ledger(issuer="云溪市人民政府", year=2026, rows=tuple(rows), matters=(matter,), stories=stories)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=ledgers())
def test_what_is_written_is_read_back(made: Ledger, tmp_path: Path) -> None:
    write_ledger(made, tmp_path / "a.xlsx")
    write_ledger(made, tmp_path / "b.xlsx")
    assert read_ledger(tmp_path / "a.xlsx") == made
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    write_ledger(made, tmp_path / "c.xlsx", tmp_path / "a.xlsx")
    assert read_ledger(tmp_path / "c.xlsx") == made


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=ledgers())
def test_no_cell_can_start_a_formula(made: Ledger, tmp_path: Path) -> None:
    write_ledger(made, tmp_path / "a.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
            assert cell.data_type == "s"
            assert cell.quotePrefix or not cell.value.startswith(("=", "+", "-", "@"))


APPEALS = Row(id="f-1", label="受理行政复议申请", unit="件", departments=("市司法局",), guess="按业务推定",
              values=(Value(year=2025, round="report", number=936.0, text="936件", source="2025年度报告"),), sentence="受理936件。", last="936件")  # fmt: skip
CLOSED = Row(
    id="f-2",
    label="办结行政复议案件",
    unit="件",
    values=(Value(year=2025, round="report", number=884.0, text="884件"),),
    sentence="办结884件。",
    last="884件",
)
SMALL = Ledger(issuer="云溪市人民政府", year=2026, rows=(APPEALS, CLOSED))


def edited(path: Path) -> tuple[openpyxl.Workbook, Worksheet, dict[str, int]]:
    write_ledger(SMALL, path)
    book = openpyxl.load_workbook(path)
    sheet = book[c.FIGURES]
    return book, sheet, {str(cell.value): cell.column for cell in sheet[2]}


def test_an_update_keeps_what_people_wrote_added_and_coloured(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book, sheet, at = edited(path)
    sheet.cell(3, at[c.DEFINITION], "当年收到并决定受理的申请")
    sheet.cell(3, at[c.SYNONYMS], "新收复议案件、复议受理")
    sheet.cell(2, sheet.max_column + 1, "局领导")
    sheet.cell(3, sheet.max_column, "陈某")
    sheet.cell(4, at[c.NOTE], "与法院核对").fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF0000")
    sheet.cell(5, at[c.LABEL], "听证申请")
    sheet.cell(5, at[c.UNIT], "件")
    book.create_sheet("领导批示")["A1"] = "请抓紧"
    sheet.move_range("A3:Z3", rows=10)  # somebody sorted it
    book.save(path)
    read = read_ledger(path)
    assert [row.label for row in read.rows] == ["受理行政复议申请", "办结行政复议案件", "听证申请"]
    value = Value(year=2026, round="first", number=1042.0, text="1042件", source="市司法局，报1042件", date="2026-01-12")
    more = replace(read, rows=(replace(read.rows[0], values=(*read.rows[0].values, value)), *read.rows[1:]))
    write_ledger(more, tmp_path / "b.xlsx", path)
    again = openpyxl.load_workbook(tmp_path / "b.xlsx")
    kept = again[c.FIGURES]
    assert again["领导批示"]["A1"].value == "请抓紧"
    assert kept.cell(13, at[c.DEFINITION]).value == "当年收到并决定受理的申请"
    assert "陈某" in [cell.value for cell in kept[13]]
    assert 1042 in [cell.value for cell in kept[13]]
    assert kept.cell(4, at[c.NOTE]).fill.fgColor.rgb == "FFFF0000"
    assert read_ledger(tmp_path / "b.xlsx") == more
    assert [row[at[c.LABEL] - 1].value for row in kept.iter_rows(min_row=3)].count("听证申请") == 1


@pytest.mark.parametrize(
    ("said", "formula", "terms"),
    [("受理行政复议申请＋办结行政复议案件", "sum", ("f-1", "f-2")), ("办结行政复议案件÷受理行政复议申请", "share", ("f-2", "f-1")),
     ("较上年增长率：受理行政复议申请", "growth", ("f-1",))],
)  # fmt: skip
def test_people_write_how_a_figure_follows_in_names(tmp_path: Path, said: str, formula: str, terms: tuple[str, ...]) -> None:
    path = tmp_path / "a.xlsx"
    book, sheet, at = edited(path)
    for name, text in ((c.LABEL, "某项"), (c.UNIT, "件"), (c.SUM, said)):
        sheet.cell(5, at[name], text)
    book.save(path)
    row = read_ledger(path).rows[-1]
    assert (row.formula, row.terms) == (formula, terms)


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        ((3, c.STATUS), "保留", "“状态”写作“保留”，不能识别"),
        ((3, c.ADDING), "平均", "“汇总方式”写作“平均”，不能识别"),
        ((3, c.SUM), "甲数＋乙数", "“甲数”不是台账中的指标"),
        ((3, c.SUM), "约等于上年", "的计算关系写作“约等于上年”，不能识别"),
        ((4, c.ID), "f-1", "编号f-1与第3行相同"),
        ((3, c.LABEL), "", "没有指标名称"),
        ((2, c.UNIT), "单位名", "不是 drafter 的指标台账"),
    ],
)
def test_a_cell_that_cannot_be_is_told_with_its_place(tmp_path: Path, place: tuple[int, str], text: str, said: str) -> None:
    path = tmp_path / "a.xlsx"
    book, sheet, at = edited(path)
    sheet.cell(place[0], at[place[1]]).value = text or None
    book.save(path)
    with pytest.raises(UnreadableInput) as caught:
        read_ledger(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"not a workbook", "不是 .xlsx 工作簿"),
        ("a.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "旧版 .xls"),
        ("a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        ("a.xlsx", b"", "不是 .xlsx 工作簿"),
    ],
)
def test_what_is_no_workbook_is_one_line_with_its_name(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableInput, match=said):
        read_ledger(tmp_path / name)


def test_a_rate_that_people_format_as_percent_is_read_as_it_reads_and_left_alone(tmp_path: Path) -> None:
    rate = Value(year=2025, round="report", number=98.2, text="98.2%")
    row = Row(id="f-9", label="按期办结率", unit="%", values=(rate,), sentence="按期办结率98.2%。", last="98.2%")
    path = tmp_path / "a.xlsx"
    write_ledger(replace(SMALL, rows=(row,)), path)
    book = openpyxl.load_workbook(path)
    cell = next(cell for cell in book[c.FIGURES][3] if cell.value == 98.2)
    cell.value, cell.number_format = 0.985, "0.0%"
    book.save(path)
    read = read_ledger(path)
    assert [value.number for value in read.rows[0].values] == [98.5]
    write_ledger(read, tmp_path / "b.xlsx", path)
    assert openpyxl.load_workbook(tmp_path / "b.xlsx")[c.FIGURES][cell.coordinate].value == 0.985


def test_a_line_that_a_later_return_replaced_is_gone(tmp_path: Path) -> None:
    first = replace(SMALL, stories=(Story(department="市司法局", year=2026, round="first", kind="case", text="旧案例"),))
    then = replace(SMALL, stories=(Story(department="市司法局", year=2026, round="first", kind="case", text="新案例"),))
    write_ledger(first, tmp_path / "a.xlsx")
    write_ledger(then, tmp_path / "b.xlsx", tmp_path / "a.xlsx")
    assert [story.text for story in read_ledger(tmp_path / "b.xlsx").stories] == ["新案例"]


def height(path: Path, row: int = 3) -> float | None:
    return openpyxl.load_workbook(path)[c.FIGURES].row_dimensions[row].height


@pytest.mark.parametrize(("own", "kept"), [(None, False), (30.0, True)])
def test_a_row_is_as_tall_as_its_text_unless_people_gave_it_a_height(tmp_path: Path, own: float | None, kept: bool) -> None:
    plain = Row(id="f-1", label="受理行政复议申请", unit="件", definition="当年新收的申请", departments=("市司法局",))
    told = Value(
        year=2025, round="first", number=8.0, text="8件", source="市司法局（王某，2026-01-12，市司法局.xlsx），报8件" * 2
    )
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    write_ledger(Ledger(issuer="云溪市人民政府", year=2025, rows=(plain,)), first)
    low = height(first)
    if own:
        book = openpyxl.load_workbook(first)
        book[c.FIGURES].row_dimensions[3].height = own
        book.save(first)
    write_ledger(Ledger(issuer="云溪市人民政府", year=2025, rows=(replace(plain, values=(told,)),)), second, first)
    tall = height(second)
    assert tall == own if kept else low is not None and tall is not None and tall >= 3 * low


def test_a_sheet_that_people_renamed_is_the_same_sheet(tmp_path: Path) -> None:
    matter = Matter(id="t-1", kind="plan", title="建法治公园", text="建成法治公园。", departments=("市司法局",), year=2024)
    made = Ledger(issuer="云溪市人民政府", year=2025, rows=(Row(id="f-1", label="受理申请", unit="件"),), matters=(matter,))
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    write_ledger(made, first)
    book = openpyxl.load_workbook(first)
    book[c.MATTER_SHEET].title = "2025安排"
    book.save(first)
    changed = replace(made, matters=(replace(matter, title="建成法治公园"),))
    write_ledger(changed, second, first)
    assert read_ledger(second) == changed
