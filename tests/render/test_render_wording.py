"""The sentences that all renderers share, and law 7: every renderer states the same counts."""

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import comparisons
import pytest
from openpyxl import load_workbook
from rich.console import Console

from drafter.model.change import Comparison
from drafter.model.metric import Metric
from drafter.model.report import Defect, ReadingQuality
from drafter.render import terminal, wording
from drafter.render.html import render_page
from drafter.render.sheet import write_sheet


def told() -> Comparison:
    """A comparison whose counts are all different numbers, so that no count can stand for another."""
    summary = {key: 100 + 7 * i for i, key in enumerate(wording.SUMMARY_KEYS)}
    return replace(comparisons.years(), summary=summary)


def on_terminal(made: Comparison, _: Path) -> str:
    out = io.StringIO()
    Console(file=out, width=400, color_system=None).print(terminal.render(made, 400))
    return out.getvalue()


def on_page(made: Comparison, _: Path) -> str:
    return unescape(re.sub("<[^>]*>", "", render_page(made)))


def on_sheets(made: Comparison, tmp_path: Path) -> str:
    write_sheet(made, tmp_path / "a.xlsx")
    return "\n".join(str(sheet.cell(1, 1).value) for sheet in load_workbook(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("render", [on_terminal, on_page, on_sheets])
@pytest.mark.parametrize("mode", ["years", "drafts"])
def test_every_renderer_states_the_same_counts(render: object, mode: str, tmp_path: Path) -> None:
    made = replace(told(), mode=mode)  # type: ignore[arg-type]
    text = render(made, tmp_path)  # type: ignore[operator]
    assert all(line in text for line in wording.headlines(made))


def test_the_headlines_name_every_count_of_the_summary() -> None:
    made = told()
    said = {int(n) for line in wording.headlines(made) for n in re.findall(r"\d+", line)}
    assert {made.summary[key] for key in wording.SUMMARY_KEYS} <= said


def test_the_summary_of_the_fixture_says_what_it_holds() -> None:
    made = comparisons.years()
    for key in wording.METRIC_KEYS:
        assert made.summary[key] == sum(m.status == key for m in made.metrics)
    for key in wording.FINDING_KEYS:
        assert made.summary[key] == sum(f.level == key for f in made.findings)
    for key in wording.TEXT_KEYS[:4]:
        assert made.summary[key] == sum(t.kind == key.removeprefix("text_") for t in made.text)


def test_the_headline_reads_as_an_office_writes() -> None:
    summary = {"changed": 68, "unchanged": 6, "added": 21, "dropped": 8, "perhaps": 4}
    assert wording.headline(replace(comparisons.years(), summary=summary)) == (
        "共比对数据103项：有变化68项，与上年相同6项，本年新增21项，上年有而本年未见8项；另有4项对应关系存疑，未计算增减。"
    )


@pytest.mark.parametrize(
    ("text", "approx", "shown"),
    [("230余人", "余", "230余人"), ("1000件", "约", "约1000件"), ("90%", "以上", "90%以上"), ("8人", None, "8人")],
)
def test_a_figure_keeps_its_approximator(text: str, approx: str | None, shown: str) -> None:
    metric = Metric(
        text=text, start=0, end=len(text), id="m", kind="metric", label="甲", value=1, unit="人", approx=approx  # type: ignore[arg-type]
    )  # fmt: skip
    assert wording.figure(metric) == shown


@pytest.mark.parametrize(
    ("sentence", "approx", "shown"),
    [
        ("数据总量突破5亿条。", "超", "突破5亿条"),
        ("数据总量超过了5亿条。", "超", "超过了5亿条"),
        ("数据总量5亿条左右。", "约", "5亿条左右"),
        ("原有5亿条，现已超5亿条。", "超", "超5亿条"),
        ("数据总量不低于5亿条。", "以上", "不低于5亿条"),
        ("", "超", "超5亿条"),
        ("数据总量5亿条。", None, "5亿条"),
    ],
)
def test_an_approximator_shows_as_it_is_printed(sentence: str, approx: str | None, shown: str) -> None:
    metric = Metric(
        text="5亿条", start=0, end=3, id="m", kind="metric", label="甲", value=5 * 10**8, unit="条", sentence=sentence,
        approx=approx,  # type: ignore[arg-type]
    )  # fmt: skip
    assert wording.figure(metric) == shown


def test_what_stayed_and_need_not_be_looked_at_comes_last() -> None:
    made = comparisons.years()
    assert wording.settled(made) == ()  # the one that stayed has a finding
    quiet = replace(made, findings=())
    assert [m.label for m in wording.settled(quiet)] == ["受理行政复议案件"]
    assert wording.ordered_metrics(quiet)[-1].label == "受理行政复议案件"
    assert wording.ordered_metrics(made) == made.metrics


def test_stale_findings_that_are_only_told_are_counted_apart() -> None:
    made = comparisons.years()
    told = replace(made.findings[0], level="info", id="x")
    line = wording.findings_headline(replace(made, findings=(*made.findings, told)))
    assert line.endswith("；其中与上年相同、请核实的1项（另有1项仅供参考）。")


def test_places_sort_by_their_numerals() -> None:
    places = ["十一、", "二、（十）", "二、（八）", "二、（二）", "", "一、三是", "一、"]
    assert sorted(places, key=wording.place_key) == ["", "一、", "一、三是", "二、（二）", "二、（八）", "二、（十）", "十一、"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("一、", "一、", "一、"),
        ("", "二、", "二、"),
        ("一、", "", "上年一、"),
        ("一、（一）", "一、（二）", "一、（二）；上年一、（一）"),
    ],
)
def test_a_place_names_both_sides_only_where_they_differ(old: str, new: str, shown: str) -> None:
    assert wording.places(old, new, "years") == shown


def test_the_section_of_a_place_is_its_first_level() -> None:
    assert [wording.section_of(p) for p in ("一、（四）", "二、", "", "（三）")] == ["一、", "二、", "", "（三）"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("由6次增至9次，增加3次", "增加3次"),
        ("由94.9%升至98.1%，上升3.2个百分点", "上升3.2个百分点"),
        ("由460余人次到520多人次", "由460余人次到520多人次"),
        ("由460余人次到520多人次，系约数，未计算增减", "系约数，未计算增减"),
        ("由98%以上调整为99%以上", "有调整"),
        ("由三年改为四年", "有改动"),
        ("由三年改为四年，多1年", "多1年"),
        ("降幅由12%升至15%，上升3个百分点", "降幅上升3个百分点"),
        ("由下降15%转为上升8%", "由下降15%转为上升8%"),
        ("由7%升至9%，上升2个百分点（反向指标）", "上升2个百分点（反向指标）"),
        ("由３，４５６户减至３，１０８户，减少348户、下降10.1%", "减少348户、下降10.1%"),
        ("由1，234件调整为2，345件", "有调整"),
        ("由１．２万人次增至１，２３４，５６７人次，增加2人次", "增加2人次"),
        ("与上年相同", "与上年相同"),
        ("存疑，未计算增减", "存疑，未计算增减"),
    ],
)
def test_beside_both_figures_only_the_difference_is_said(text: str, shown: str) -> None:
    assert wording.difference(replace(comparisons.METRICS[0], change_text=text)) == shown


def test_a_figure_without_a_change_says_what_became_of_it() -> None:
    added = replace(comparisons.METRICS[2], change_text="")
    assert wording.change_beside(added, "years") == "本年新增"
    assert wording.change_beside(added, "drafts") == "新稿新增"


@pytest.mark.parametrize("path", ["D:\\公文\\2023 年\\报告.docx", "/srv/公文/报告.docx", "报告.docx"])
def test_a_file_is_named_without_its_folders(path: str) -> None:
    made = replace(comparisons.years(), old=replace(comparisons.OLD_INFO, path=path))
    assert wording.report_line(made.old).endswith("，报告.docx）")
    assert "公文" not in render_page(made)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("“受理22起”与上年报告数值相同。", "【请核实】一、（四）“受理22起”与上年报告数值相同。"),
        ("标题所写年份为2022年。", "【请核实】标题所写年份为2022年。"),
        ("【请核实】一、（四）“受理22起”与上年相同。", "【请核实】一、（四）“受理22起”与上年相同。"),
    ],
)
def test_a_finding_says_its_level_and_its_place_once(message: str, line: str) -> None:
    finding = replace(comparisons.FINDINGS[1], message=message, new_place="一、（四）")
    assert wording.finding_line(finding) == line


GAP = Defect(code="numbering-gap", message="序号不连续", start=0, end=1)
LONG = Defect(code="title-long", message="标题过长", start=0, end=1)
SOUND = ReadingQuality(sections=5, parts=12, items=20, problems=3, plans=4, numbers=0, markers=0, glued=0)


@pytest.mark.parametrize(
    ("quality", "line"),
    [
        (SOUND, "读取情况：标题37处，序号连贯。"),
        (replace(SOUND, numbers=5, glued=2, missing=("甲",)), "读取情况：标题37处，序号连贯；修复序号5处、断开粘连2处；未见“甲”的内容。"),
        (replace(SOUND, gaps=(GAP,), doubtful=(LONG,)), "读取情况：标题37处，序号不连续或重复1处，请核对；标题过长1处，请核对。"),
        (replace(SOUND, wording=(GAP, GAP), share=0.5), "读取情况：标题37处，序号连贯；文字疑有缺损2处；约50%的正文不在标题之下。"),
        (replace(SOUND, sections=0, parts=0, items=0), "读取情况：未识别到标题层级，已按段落处理，请核对原文。"),
    ],
)  # fmt: skip
def test_one_sentence_says_how_well_a_report_was_read(quality: ReadingQuality, line: str) -> None:
    assert wording.reading_line(quality) == line
