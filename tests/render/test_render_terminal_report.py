"""One report on the terminal: its figures and its outline as a reader wants them."""

from dataclasses import replace

import comparisons
import pytest
from test_render_terminal import printed, report

from drafter.extract import extract_metrics
from drafter.model.metric import Metric, StatedChange
from drafter.model.raw import RawParagraph, RawReport
from drafter.model.report import Report
from drafter.parse import parse_report
from drafter.parse.quality import reading_quality
from drafter.render.figure_words import change_said, figures_line, kind_and_scope
from drafter.render.terminal_lines import columns_of
from drafter.render.terminal_report import render_metrics, render_outline

DAMAGED = """白石县2024年法治政府建设年度报告

一、主要举措和成效
（一）优化营商环境。全年公布清单事项310项，其中行政许可180项、公共服务130项。
二)规范行政执法一是开展案卷评查。评查案卷420卷，优秀率31.5%，较上年提高2.5个百分点。二是开展执法培训。自2021年以来累计培训执法人员1.2万余人次。
二、存在的不足和原因
一是执法力量不均衡。主要是人员编制偏紧。
三、下一步工作安排
一是培训执法人员不少于60学时。"""


def read(text: str) -> Report:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(RawParagraph(start=at, end=at + len(line)))
        at += len(line) + 1
    return parse_report(RawReport(path="a.txt", format="txt", text=text, paragraphs=tuple(paragraphs)))


def outline(made: Report, width: int = 100) -> list[str]:
    return printed(render_outline(made, reading_quality(made), width), 400).splitlines()


def figures(made: Report, width: int = 100, *, why: bool = False) -> list[str]:
    return printed(render_metrics(made, extract_metrics(made), reading_quality(made), width, why), 400).splitlines()


def test_the_outline_is_a_tree_with_roles_and_mended_numbers_marked() -> None:
    lines = outline(read(DAMAGED))
    assert "一、主要举措和成效  〔举措成效〕" in lines
    assert "├── （一）优化营商环境" in lines
    assert "└── （二）*规范行政执法" in lines
    assert "    ├── 一是开展案卷评查" in lines
    assert "带“*”的序号在原文中缺损或脱落，系按上下文补正。" in lines


def test_the_outline_says_how_well_the_report_was_read_and_what_it_counts() -> None:
    lines = outline(read(DAMAGED))
    assert lines[1].startswith("读取情况：标题")
    assert "标题一级3处，二级2处，三级4处；存在问题1项，下年安排1项。" in lines


def test_damage_is_listed_with_its_line_and_what_stands_there() -> None:
    lines = outline(read(DAMAGED))
    assert "文字疑有缺损  2处" in lines
    assert "一、（二）（第5行）：序号缺左括号，应为“（二）”。原文“二)规范行政执法一是”" in lines


def test_an_outline_without_damage_has_no_legend() -> None:
    said = "\n".join(outline(read(DAMAGED.replace("二)规范行政执法一是", "（二）规范行政执法。一是"))))
    assert "*" not in said
    assert "文字疑有缺损" not in said


def test_signature_and_metadata_stand_below_the_tree() -> None:
    made = replace(report(), metadata=(("索引号", "A-1"), ("发布机构", "青枫县")))
    lines = outline(made)
    assert "落款：青枫县人民政府。" in lines
    assert "网页信息：索引号 A-1；发布机构 青枫县。" in lines


def test_figures_stand_in_text_order_with_total_notes_and_place() -> None:
    lines = figures(read(DAMAGED), 160)
    assert lines[1] == "数据8项：事实数据7项，目标1项；其中有所属总数的2项，累计或截至某时的1项，写明较上年增减的1项。"
    assert lines[2].startswith("读取情况：")
    assert lines[4].split() == ["指标", "数据", "所属总数", "附注", "位置"]
    assert lines[5].split()[1:] == ["310项", "一、（一）"]
    assert lines[6].split()[:2] == ["行政许可", "180项"]
    assert lines[6].split()[2].endswith("310项")
    rate, trained, hours = (
        next(line for line in lines if figure in line.split()) for figure in ("31.5%", "1.2万余人次", "不少于60学时")
    )
    assert rate.split()[2:] == ["提高2.5个百分点", "一、（二）"]
    assert trained.split()[2] == "累计"
    assert hours.split()[2] == "目标"


def test_the_rule_and_the_sentence_show_when_asked_for() -> None:
    with_why, without = figures(read(DAMAGED), why=True), figures(read(DAMAGED))
    at = next(n for n, line in enumerate(with_why) if "310项" in line.split())
    assert with_why[at + 1].strip().startswith("〔数值〕")
    assert "公布清单事项310项" in with_why[at + 1]
    assert not any("〔数值〕" in line for line in without)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("why", [False, True])
def test_no_line_of_a_report_is_wider_than_the_terminal(width: int, why: bool) -> None:
    made = read(DAMAGED)
    assert max(map(columns_of, figures(made, width, why=why))) <= width
    assert max(map(columns_of, outline(made, width))) <= width


def test_where_names_would_be_cut_to_a_few_characters_other_columns_go() -> None:
    longer = DAMAGED.replace("评查案卷", "组织开展行政处罚行政许可案卷评查").replace("累计培训", "累计培训乡镇综合行政")
    lines = figures(read(longer), 60)
    assert ["指标", "数据", "位置"] in [line.split() for line in lines]
    assert any(line.startswith("自2021年以来累计培训乡镇综合行政") for line in lines)
    assert ["指标", "数据", "所属总数", "附注", "位置"] in [line.split() for line in figures(read(longer), 100)]


@pytest.mark.parametrize("width", [80, 100, 160])
def test_a_figure_is_never_cut(width: int) -> None:
    shown = "\n".join(figures(read(DAMAGED), width))
    assert all(metric.text in shown for metric in extract_metrics(read(DAMAGED)))


def test_a_report_without_figures_says_so() -> None:
    assert figures(read("一、主要举措\n加强协作。"))[1:] == ["未识别到数据。", "读取情况：标题1处，序号连贯。"]


BARE = Metric(text="30件", start=0, end=3, id="a", kind="metric", label="受理", value=30, unit="件")


@pytest.mark.parametrize(
    ("kind", "value", "direction", "said"),
    [
        ("percent", 12.3, "up", "增长12.3%"), ("percent", 8, "down", "下降8%"), ("points", 0.5, "up", "提高0.5个百分点"),
        ("points", 2, "down", "下降2个百分点"), ("count", 12, "up", "增加12件"), ("count", 3, "down", "减少3件"),
        ("level", 21, "up", "由21件提高至此"), ("level", 41, "down", "由41件下降至此"), ("level", 30, "flat", "与上年持平"),
    ],
)  # fmt: skip
def test_a_stated_change_in_words(kind: str, value: float, direction: str, said: str) -> None:
    assert change_said(replace(BARE, stated_change=StatedChange(kind=kind, value=value, direction=direction))) == said  # type: ignore[arg-type]


def test_a_plain_fact_of_the_year_needs_no_note() -> None:
    assert (change_said(BARE), kind_and_scope(BARE), kind_and_scope(replace(BARE, scope="year"))) == ("", "", "")
    assert kind_and_scope(replace(BARE, kind="rank", scope="as_of")) == "位次、截至"


def test_counts_of_nothing_are_not_told() -> None:
    assert figures_line([BARE]) == "数据1项：事实数据1项。"
    assert figures_line([c.old for c in comparisons.METRICS if c.old]).startswith("数据8项：")
