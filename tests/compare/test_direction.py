"""Which way is good for a figure, how a rise of what should be low is told, and what an office lays down itself."""

from pathlib import Path

import pytest
from twoyears import compared, report

from drafter.compare import OwnWords, compare_reports
from drafter.compare.direction import ROWS, DirectionRow, direction_of
from drafter.extract import extract_metrics
from drafter.model.change import MetricChange
from drafter.model.metric import Metric
from drafter.settings import read_settings


def figure(label: str, kind: str = "metric") -> Metric:
    return Metric(text="1%", start=0, end=2, id="a", kind=kind, label=label, value=1, unit="%")  # type: ignore[arg-type]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.pattern.pattern[:24])
def test_each_row_fits_its_examples(row: DirectionRow) -> None:
    for name in row.examples:
        assert direction_of(figure(name)) == row.direction, name


@pytest.mark.parametrize(
    "name", ["受理行政复议案件", "行政处罚案件", "罚没金额", "召开常务会议", "复议受理增幅", "办理法律援助案件"]
)
def test_most_figures_have_no_good_direction(name: str) -> None:
    assert direction_of(figure(name)) == "neutral"


def test_a_target_has_none_and_a_place_is_better_the_smaller_it_is() -> None:
    assert direction_of(figure("行政诉讼败诉率", "target")) == "neutral"
    assert direction_of(figure("满意度测评排名", "rank")) == "negative"


def told(old: str, new: str) -> tuple[str, list[tuple[str, str]]]:
    made = compared(report(2022, old), report(2023, new))
    changed = [c.change_text for c in made.metrics if c.status == "changed"]
    return changed[0], [(f.level, f.message) for f in made.findings if f.rule == "adverse"]


def test_a_rise_of_what_should_be_low_is_told_as_such_and_asked_about() -> None:
    words, found = told("行政诉讼败诉率6.8%。", "行政诉讼败诉率8.6%。")
    assert words == "由6.8%升至8.6%，上升1.8个百分点（反向指标）"
    assert found == [
        ("verify", "“行政诉讼败诉率”由6.8%升至8.6%，上升1.8个百分点，该指标为反向指标。请核实数据，必要时在报告中说明情况。")
    ]


def test_a_fall_of_what_should_be_high_is_asked_about_and_a_rise_is_not() -> None:
    words, found = told("行政机关负责人出庭应诉率99.2%。", "行政机关负责人出庭应诉率97.5%。")
    assert words == "由99.2%降至97.5%，下降1.7个百分点"
    assert [level for level, _ in found] == ["verify"]
    assert told("行政机关负责人出庭应诉率97.5%。", "行政机关负责人出庭应诉率99.2%。")[1] == []
    assert told("行政诉讼败诉率8.6%。", "行政诉讼败诉率6.8%。")[1] == []


def test_an_office_lays_down_its_own(tmp_path: Path) -> None:
    path = tmp_path / "drafter.toml"
    path.write_text('[directions]\nnegative = ["投诉举报"]\nneutral = ["败诉率"]\n', encoding="utf-8")
    own = read_settings(path).directions
    old, new = report(2022, "受理投诉举报300件，行政诉讼败诉率6.8%。"), report(2023, "受理投诉举报420件，行政诉讼败诉率8.6%。")
    made = compare_reports(old, new, extract_metrics(old), extract_metrics(new), "years", OwnWords(own))
    changes: list[MetricChange] = [c for c in made.metrics if c.status == "changed"]
    assert {c.new.text: c.direction for c in changes if c.new} == {"420件": "negative", "8.6%": "neutral"}
