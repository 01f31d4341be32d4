"""The ledger from reports: which rows, whose, and what an update keeps."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter import pipeline
from drafter.ledger.departments import BUSINESS, Business, Office, guess
from drafter.model.errors import DrafterError
from drafter.model.ledger import Ledger, Row, Value
from drafter.pipeline import Loaded

REPORTS = Path(__file__).parent.parent.parent / "reports"
OFFICE = Office("云溪市人民政府", "")


@pytest.fixture(scope="module")
def reports() -> dict[int, Loaded]:
    return {year: pipeline.load(REPORTS / f"{year}.docx") for year in (2023, 2024, 2025)}


@pytest.fixture(scope="module")
def two_years(reports: dict[int, Loaded]) -> Ledger:
    return pipeline.make_ledger((reports[2024], reports[2023]))


def row_of(ledger: Ledger, label: str) -> Row:
    return next(row for row in ledger.rows if row.label == label)


def told(row: Row) -> dict[int, str]:
    return {value.year: value.text for value in row.values if value.round == "report"}


@pytest.mark.parametrize(
    ("label", "years", "unit"),
    [
        ("受理行政复议申请", {2023: "547件", 2024: "936件"}, "件"),
        ("执法机关办理行政处罚案件", {2023: "9.26万件", 2024: "9.03万件"}, "万件"),
        ("基层立法联系点", {2023: "12个", 2024: "15个"}, "个"),
        ("为经营主体减免罚款", {2023: "1480万元", 2024: "1630余万元"}, "万元"),
        ("行政诉讼败诉率同比下降", {2024: "-1个百分点"}, "个百分点"),
        ("参考率、合格率", {2023: "99%以上", 2024: "99%以上"}, "%"),
        ("营商环境评价全省排名", {2023: "4名", 2024: "3名"}, "名"),
    ],
)
def test_a_figure_has_its_years_in_its_own_unit(two_years: Ledger, label: str, years: dict[int, str], unit: str) -> None:
    row = row_of(two_years, label)
    assert (told(row), row.unit) == (years, unit)


def test_a_value_says_which_report_told_it_where_and_when(two_years: Ledger) -> None:
    values = row_of(two_years, "受理行政复议申请").values
    assert [(value.source, value.date) for value in values] == [
        ("2023年度报告一、（五）", "2024-02-23"),
        ("2024年度报告一、（五）", "2025-02-26"),
    ]


def test_its_ids_are_those_of_the_slots_of_the_draft(reports: dict[int, Loaded], two_years: Ledger) -> None:
    slots = {slot.id for slot in pipeline.draft(reports[2024]).slots if slot.kind == "figure"}
    assert {row.id for row in two_years.rows if row.status != "gone"} == slots
    prompts = {slot.id for slot in pipeline.draft(reports[2024]).slots if slot.kind == "text"}
    assert {matter.id for matter in two_years.matters} <= prompts
    assert [matter.kind for matter in two_years.matters].count("plan") == 7
    assert [matter.kind for matter in two_years.matters].count("problem") == 4


def test_what_was_dropped_comes_at_the_end_and_is_not_asked_for(two_years: Ledger) -> None:
    gone = [row for row in two_years.rows if row.status == "gone"]
    assert two_years.rows[-len(gone) :] == tuple(gone)
    assert "办结企业信用修复申请" in {row.label for row in gone}
    assert {2024} & {year for row in gone for year in told(row)} == set()


def test_formulas_stay_and_parts_go_to_whom_the_total_goes(two_years: Ledger) -> None:
    total = row_of(two_years, "抽查评查执法案卷")
    assert total.formula == "sum"
    parts = [row for row in two_years.rows if row.id in total.terms]
    assert [row.label for row in parts] == ["优秀案卷", "合格案卷", "不合格案卷"]
    assert {row.departments for row in parts} == {total.departments}
    assert row_of(two_years, "行政诉讼败诉率").adding == "computed"


def test_the_next_report_brings_it_up_to_date_and_nothing_is_lost(reports: dict[int, Loaded], two_years: Ledger) -> None:
    returned = Value(year=2025, round="final", number=900.0, text="900件", source="市司法局，报900件")
    mine = {
        "受理行政复议申请": {
            "definition": "当年决定受理的申请",
            "synonyms": ("复议受理数",),
            "departments": ("复议科",),
            "guess": "",
            "note": "按季核对",
        },
        "办结行政复议案件": {"values": (*row_of(two_years, "办结行政复议案件").values, returned)},
    }
    base = replace(two_years, rows=tuple(replace(row, **mine.get(row.label, {})) for row in two_years.rows))
    made = pipeline.make_ledger((reports[2025],), base)
    assert made.year == 2026
    row = row_of(made, "受理行政复议申请")
    assert (row.definition, row.departments, row.note) == ("当年决定受理的申请", ("复议科",), "按季核对")
    assert "复议受理数" in row.synonyms
    assert told(row)[2025]
    assert returned in row_of(made, "办结行政复议案件").values
    assert {row.id for row in base.rows} <= {row.id for row in made.rows}
    slots = {slot.id for slot in pipeline.draft(reports[2025]).slots if slot.kind == "figure"}
    assert slots <= {key for row in made.rows for key in (row.id, *row.aliases)}


def test_a_synonym_written_before_the_update_keeps_a_renamed_figure_one_row(
    reports: dict[int, Loaded], two_years: Ledger
) -> None:
    old, new = "接待来访群众", "县级公共法律服务中心服务群众"
    plainly = pipeline.make_ledger((reports[2025],), two_years)
    assert row_of(plainly, old).status == "gone"
    named = replace(two_years, rows=tuple(replace(row, synonyms=(new,)) if row.label == old else row for row in two_years.rows))
    made = pipeline.make_ledger((reports[2025],), named)
    assert told(row_of(made, old)) == {2024: "6.8万人次", 2025: "7.3万人次"}
    assert new not in {row.label for row in made.rows}


def test_an_update_twice_by_the_same_report_is_refused(reports: dict[int, Loaded], two_years: Ledger) -> None:
    made = pipeline.make_ledger((reports[2025],), two_years)
    with pytest.raises(DrafterError, match="台账已有2025年度数据"):
        pipeline.make_ledger((reports[2025],), made)


def test_two_reports_of_one_year_are_refused(reports: dict[int, Loaded]) -> None:
    with pytest.raises(DrafterError, match="两份报告同为2024年度"):
        pipeline.make_ledger((reports[2024], reports[2024]))


@pytest.mark.parametrize("row", BUSINESS, ids=lambda row: row.names[0])
def test_each_row_of_departments_decides_its_examples(row: Business) -> None:
    for example in row.examples:
        found = guess(OFFICE, None, example)
        assert found.departments[0].removeprefix("市").replace("依法治市", "依法治@").removeprefix("委") in {
            name.removeprefix("委").replace("全面依法治市", "全面依法治@") for name in row.names
        }


@pytest.mark.parametrize(
    ("office", "named", "name", "sentence", "headings", "departments", "how"),
    [
        (OFFICE, "市公安局", "查处案件", "", (), ("市公安局",), "正文写明"),
        (OFFICE, "市场监管系统", "查处案件", "", (), ("市市场监督管理局",), "正文写明"),
        (OFFICE, None, "公证办件", "", (), ("市司法局",), "按业务推定"),
        (OFFICE, None, "办结", "12345热线办结", (), ("市政务服务管理局",), "按原句推定"),
        (OFFICE, None, "办结", "", ("依法化解信访矛盾",), ("市信访局",), "按标题推定"),
        (Office("云溪市人民政府", "市行政审批局牵头"), None, "证明事项", "", (), ("市行政审批局",), "按业务推定"),
        (Office("岭南省人民政府", ""), None, "公证办件", "", (), ("省司法厅",), "按业务推定"),
        (Office("云溪县人民政府", ""), None, "公证办件", "", (), ("县司法局",), "按业务推定"),
        (Office("云溪市司法局", ""), None, "公证办件", "", (), (), ""),
        (OFFICE, None, "某项", "", (), (), ""),
    ],
)  # fmt: skip
def test_whom_a_figure_is_asked_of(
    office: Office, named: str | None, name: str, sentence: str, headings: tuple[str, ...], departments: tuple[str, ...], how: str
) -> None:
    found = guess(office, named, name, sentence, headings)
    assert (found.departments, found.how) == (departments, how)
