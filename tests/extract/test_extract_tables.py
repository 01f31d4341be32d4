"""Figures in tables: layouts of heads, units, years, totals and cells that hold no figure."""

import pytest
from makers import PREAMBLE, SIGNED, TITLE, raw, report

from drafter.extract import engine, extract_metrics
from drafter.model.metric import Metric
from drafter.parse import parse_report


@pytest.fixture(autouse=True)
def _before_names_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names as row and column give them; test_extract_distinct.py tells what makes equal and bare ones different."""
    monkeypatch.setattr(engine, "distinguish", lambda given, names, scopes: names)


def cells(*lines: str) -> tuple[Metric, ...]:
    """The figures of a table below a heading; ¦ parts the cells. The report speaks of 2023."""
    return extract_metrics(report("一、办案情况 > " + " | ".join(lines)))


def told(*lines: str) -> list[str]:
    """Name, value and unit of each figure, `< name` where it is a part."""
    found = cells(*lines)
    names = {metric.id: metric.label for metric in found}
    return [f"{m.label} {m.value:g}{m.unit}" + (f" < {names[m.parent]}" if m.parent else "") for m in found]  # type: ignore[str-format]


LAYOUTS = {
    "unit in the head": (
        ("领域¦受理（件）¦罚款（万元）", "公安¦120¦1.5"),
        ["公安受理 120件", "公安罚款 15000元"],
    ),
    "unit above the table": (("单位：件", "领域¦受理¦审结", "公安¦120¦110"), ["公安受理 120件", "公安审结 110件"]),
    "unit in a title row of the table": (
        ("执法情况表（单位：件）¦¦", "领域¦受理¦审结", "公安¦120¦110"),
        ["公安受理 120件", "公安审结 110件"],
    ),
    "unit told by the head's own word": (("领域¦案件数¦户数", "公安¦120¦30"), ["公安案件数 120件", "公安户数 30户"]),
    "unit in a column of its own": (
        ("指标¦单位¦数量", "行政处罚¦件¦120", "罚没款¦万元¦36.5"),
        ["行政处罚 120件", "罚没款 365000元"],
    ),
    "unit in the name of the row": (("指标¦数量", "行政处罚（件）¦120", "参训（人次）¦900"), ["行政处罚 120件", "参训 900人次"]),
    "unit in the cell": (("领域¦受理¦罚款", "公安¦12件¦1.2万元"), ["公安受理 12件", "公安罚款 12000元"]),
    "numbering in the first column": (
        ("序号¦部门¦处罚（件）", "1¦公安¦120", "2¦住建¦80"),
        ["公安处罚 120件", "住建处罚 80件"],
    ),
    "head of two rows, the upper one wide": (
        ("部门¦行政处罚¦¦行政检查", "¦案件（件）¦罚款（元）¦次数（次）", "公安¦120¦9000¦60"),
        ["公安行政处罚案件 120件", "公安行政处罚罚款 9000元", "公安行政检查次数 60次"],
    ),
    "two columns of names, the first one tall": (
        ("类别¦项目¦数量（件）", "执法¦处罚¦120", "¦许可¦300", "复议¦受理¦20"),
        ["执法处罚 120件", "执法许可 300件", "复议受理 20件"],
    ),
    "rates take no unit from the table": (
        ("单位：件", "地区¦受理¦办结率", "东区¦120¦98.5", "合计¦200¦98"),
        ["东区受理 120件 < 受理合计", "东区办结率 98.5%", "受理合计 200件", "合计办结率 98%"],
    ),
    "empty cells": (("领域¦受理（件）¦审结（件）", "公安¦—¦12", "住建¦/¦", "民政¦0¦3"), ["公安审结 12件", "民政受理 0件", "民政审结 3件"]),
    "total on top": (
        ("领域¦受理（件）", "合计¦200", "公安¦120", "住建¦80"),
        ["受理合计 200件", "公安受理 120件 < 受理合计", "住建受理 80件 < 受理合计"],
    ),
    "total written with a blank": (
        ("领域¦受理（件）", "公安¦120", "住建¦80", "合 计¦200"),
        ["公安受理 120件 < 合 计受理", "住建受理 80件 < 合 计受理", "合 计受理 200件"],
    ),
    "total in a column": (
        ("领域¦合计（件）¦一般程序（件）¦简易程序（件）", "公安¦120¦20¦100"),
        ["公安合计 120件", "公安一般程序 20件 < 公安合计", "公安简易程序 100件 < 公安合计"],
    ),
    "subtotals below their rows": (
        ("地区¦受理（件）", "东区¦20", "西区¦30", "市区小计¦50", "南县¦40", "北县¦10", "县域小计¦50", "合计¦100"),
        ["东区受理 20件 < 市区小计受理", "西区受理 30件 < 市区小计受理", "市区小计受理 50件 < 受理合计", "南县受理 40件 < 县域小计受理",
         "北县受理 10件 < 县域小计受理", "县域小计受理 50件 < 受理合计", "受理合计 100件"],
    ),
    "rows of 其中": (
        ("项目¦数量（件）", "行政复议¦231", "其中：市本级¦91", "行政诉讼¦60"),
        ["行政复议 231件", "市本级 91件 < 行政复议", "行政诉讼 60件"],
    ),
    "rows of 其中 that add up": (
        ("项目¦数量（件）", "行政复议¦231", "其中：市本级¦91", "县（区）¦140", "行政诉讼¦60"),
        ["行政复议 231件", "市本级 91件 < 行政复议", "县(区) 140件 < 行政复议", "行政诉讼 60件"],
    ),
    "a column of 其中": (
        ("地区¦受理（件）¦其中：涉企（件）", "东区¦120¦30"),
        ["东区受理 120件", "东区涉企 30件 < 东区受理"],
    ),
    "one row of figures below a title": (
        ("行政处罚实施数量（宗）¦¦¦", "警告¦罚款¦合计（宗）¦罚没金额（万元）", "20¦100¦120¦1.5"),
        ["行政处罚实施数量警告 20宗 < 行政处罚实施数量合计", "行政处罚实施数量罚款 100宗 < 行政处罚实施数量合计",
         "行政处罚实施数量合计 120宗", "行政处罚实施数量罚没金额 15000元"],
    ),
    "no unit at all, and a total that adds up": (
        ("类别¦数量", "许可¦12", "处罚¦48", "合计¦60"),
        ["许可 12 < 合计", "处罚 48 < 合计", "合计 60"],
    ),
    "no unit at all, and a total that does not add up": (
        ("类别¦数量", "许可¦12", "处罚¦48", "合计¦61"),
        ["许可 12", "处罚 48", "合计 61"],
    ),
    "remarks": (("项目¦数量（件）¦备注", "处罚¦120¦见附件"), ["处罚 120件"]),
    "another year's column": (
        ("指标¦2022年¦2023年", "行政处罚（件）¦100¦120"),
        ["行政处罚（2022年） 100件", "行政处罚 120件"],
    ),
    "years as rows": (("年度¦处罚（件）¦许可（件）", "2022年¦100¦300", "2023年¦120¦320"),
        ["处罚（2022年） 100件", "许可（2022年） 300件", "处罚 120件", "许可 320件"]),
    "last year and this year": (
        ("指标¦上年¦本年¦增减（%）", "行政处罚（件）¦100¦120¦20"),
        ["行政处罚（上年） 100件", "行政处罚 120件", "行政处罚增减 20%"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_cell_is_named_by_row_and_column_and_has_the_unit_that_is_meant(name: str) -> None:
    lines, wanted = LAYOUTS[name]
    assert told(*lines) == wanted


def test_lines_with_upright_strokes_are_a_table() -> None:
    table = "|项目|数量（件）|占比（%）|\n|---|---|---|\n|处罚|120|60|\n|许可|80|40|"
    found = extract_metrics(parse_report(raw(f"{TITLE}\n\n{PREAMBLE}\n\n一、办案情况\n{table}\n\n{SIGNED}")))
    assert [f"{m.label} {m.value}{m.unit}" for m in found] == ["处罚 120件", "处罚占比 60%", "许可 80件", "许可占比 40%"]


@pytest.mark.parametrize(
    ("lines", "change"),
    [
        (("指标¦2022年¦2023年", "行政处罚（件）¦100¦120"), ("level", 100, "up")),
        (("指标¦2023年¦2022年", "行政处罚（件）¦90¦120"), ("level", 120, "down")),
        (("指标¦上年¦本年¦增减（%）", "行政处罚（件）¦100¦80¦-20"), ("percent", 20, "down")),
        (("指标¦本年¦同比增减（个百分点）", "应诉率（%）¦98.1¦1.2"), ("points", 1.2, "up")),
        (("指标¦2023年¦同比", "行政处罚（件）¦120¦↓5%"), ("percent", 5, "down")),
        (("指标¦2022年¦2023年", "行政处罚（件）¦90¦90"), ("level", 90, "flat")),
    ],
)
def test_another_year_is_told_of_this_years_cell(lines: tuple[str, ...], change: tuple[str, float, str]) -> None:
    (found,) = [m.stated_change for m in cells(*lines) if m.stated_change]
    assert (found.kind, found.value, found.direction) == change


def test_a_table_without_a_head_is_read_as_prose() -> None:
    assert [(m.text, m.rule != "表格") for m in cells("行政处罚¦120件", "行政许可¦80件")] == [("120件", True), ("80件", True)]


def test_two_tables_with_text_between_have_each_their_own_head() -> None:
    assert told("领域¦受理（件）", "公安¦12", "各地情况如下。", "地区¦检查（次）", "东区¦30") == [
        "公安受理 12件",
        "东区检查 30次",
    ]


def test_a_figure_of_a_cell_is_where_it_says() -> None:
    made = report("一、办案情况 > 领域¦增减（%）¦罚款（万元） | 公安¦↓5.2%¦1,204.35")
    assert [made.text[m.start : m.end] for m in extract_metrics(made)] == ["5.2%", "1,204.35"]
