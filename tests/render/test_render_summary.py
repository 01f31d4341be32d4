"""The 摘要: ten lines and one small table on one page."""

from dataclasses import replace
from pathlib import Path

import comparisons
import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.change import Comparison, MetricChange
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.span import Span
from drafter.render import wording
from drafter.render.summary import write_summary
from drafter.render.summary_words import LINES, LONGEST, TOP_FIGURES, adverse_changes, leading_changes, short_line, summary_lines


def long() -> Comparison:
    """A comparison whose every part is as long as they come."""
    years = comparisons.years()
    metrics = tuple(replace(m, label=m.label * 6, change_text=m.change_text * 2) for m in years.metrics) * 9
    findings = tuple(replace(f, message=f.message * 5) for f in years.findings) * 9
    info = replace(years.new, title=years.new.title * 3, issuer="甲" * 60, path="甲" * 80 + ".docx")
    summary = {key: 100 + value for key, value in years.summary.items()}
    return replace(years, old=info, new=info, metrics=metrics, findings=findings, summary=summary, notes=("甲" * 300,))


@pytest.mark.parametrize("comparison", [comparisons.years(), comparisons.drafts(), comparisons.same(), long()])
def test_it_has_at_most_ten_lines_and_every_count(comparison: Comparison) -> None:
    lines = summary_lines(comparison)
    assert len(lines) <= LINES
    assert set(wording.headlines(comparison)) <= set(lines)


def test_what_to_look_at_first_is_named_worst_first() -> None:
    named = [line for line in summary_lines(comparisons.years()) if line.startswith("【")]
    assert [line[:5] for line in named] == ["【必改】一", "【请核实】", "【请核实】"]


def against(label: str, old: float, new: float, direction: str, unit: str = "%") -> MetricChange:
    """A figure of a made-up pair of reports."""
    place = sum(map(ord, label))
    one, two = (
        Metric(text=f"{v:g}{unit}", start=place, end=place + 1, id=f"{v}", kind="metric", label=label, value=v, unit=unit)
        for v in (old, new)
    )
    way = ("升至", "上升") if new > old else ("降至", "下降")
    words = f"由{one.text}{way[0]}{two.text}，{way[1]}{abs(new - old):g}个百分点"
    words += "（反向指标）" if direction == "negative" else ""
    return MetricChange(
        status="changed", label=label, old=one, new=two, delta=new - old, change_text=words, direction=direction,  # type: ignore[arg-type]
    )  # fmt: skip


def asking(change: MetricChange) -> Finding:
    """What is asked about a figure that went far."""
    assert change.new is not None
    span = Span(text=change.new.text, start=change.new.start, end=change.new.end)
    return Finding(id=change.label, kind="metric", level="verify", weight=60, message="。", old=None, new=span, rule="adverse")


LOST = against("行政诉讼败诉率", 7, 9, "negative")
HEARD = against("行政机关负责人出庭应诉率", 98, 95, "positive")
SLIGHT = against("群众满意率", 98.6, 98.5, "positive")
SLIGHTER = against("12345热线好评率", 96, 95.95, "positive")
MENDED = [against(f"第{i}类案件整改率", 98 - i, 96 - i, "positive") for i in range(9)]
TOLD_LOST = "“行政诉讼败诉率”由7%升至9%，上升2个百分点（反向指标）。"
TOLD_HEARD = "“行政机关负责人出庭应诉率”由98%降至95%，下降3个百分点（正向指标）。"
AGAINST = "与指标方向相反"


@pytest.mark.parametrize(
    ("metrics", "asked", "lines"),
    [
        ((), (), []),
        ((against("败诉率", 9, 7, "negative"), against("出庭率", 90, 95, "positive"), against("占比", 3, 9, "neutral")), (), []),
        ((LOST,), (LOST,), [f"{AGAINST}（1项）：{TOLD_LOST}"]),
        ((SLIGHT,), (), [f"{AGAINST}（1项）：“群众满意率”由98.6%降至98.5%，下降0.1个百分点（正向指标）。"]),
        ((LOST, HEARD), (LOST, HEARD), [f"{AGAINST}（2项）：{TOLD_HEARD}", f"{AGAINST}：{TOLD_LOST}"]),
        (
            (SLIGHTER, SLIGHT, LOST),
            (LOST,),
            [f"{AGAINST}（3项）：{TOLD_LOST}", f"{AGAINST}：“群众满意率”下降0.1个百分点；“12345热线好评率”下降0.05个百分点。"],
        ),
        ((SLIGHTER, SLIGHT), (), [f"{AGAINST}（2项）：“群众满意率”下降0.1个百分点；“12345热线好评率”下降0.05个百分点。"]),
        (
            (SLIGHT, LOST, *MENDED[:1], HEARD),
            (LOST, *MENDED[:1], HEARD),
            [
                f"{AGAINST}（4项）：{TOLD_HEARD}",
                f"{AGAINST}：“行政诉讼败诉率”上升2个百分点；“第0类案件整改率”下降2个百分点；“群众满意率”下降0.1个百分点。",
            ],
        ),
    ],
)  # fmt: skip
def test_what_moved_against_its_good_direction_has_lines_of_its_own_what_moved_far_first(
    metrics: tuple[MetricChange, ...], asked: tuple[MetricChange, ...], lines: list[str]
) -> None:
    findings = (*comparisons.FINDINGS, *map(asking, asked))
    made = replace(comparisons.years(), metrics=(*comparisons.METRICS, *metrics), findings=findings)
    assert [line for line in summary_lines(made) if AGAINST in line] == lines


def test_of_many_that_moved_so_it_is_said_how_many_are_listed() -> None:
    metrics = (*MENDED, LOST, HEARD)
    made = replace(comparisons.years(), metrics=metrics, findings=(*comparisons.FINDINGS, *map(asking, metrics)))
    shown = [line for line in summary_lines(made) if AGAINST in line]
    assert len(shown) == 2
    assert shown[0] == f"{AGAINST}（11项，列4项）：{TOLD_HEARD}"
    assert shown[1].count("；") == 2


def test_counts_weigh_by_tenths_beside_points() -> None:
    fewer = replace(
        against("‘法律明白人’", 464, 436, "positive", "名"), percent=-6.0, change_text="由464名减至436名，减少28名、下降6%"
    )
    made = replace(comparisons.years(), metrics=(SLIGHT, fewer, LOST))
    assert adverse_changes(made) == [LOST, fewer, SLIGHT]


QUOTED = "“优化营商环境，推行‘综合查一次’，编制重点领域检查标准，开展涉企执法专项整治，全年检查频次下降，企业负担减轻”"


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("“甲”与上年报告相同。请核实。", "【必改】一、“甲”与上年报告相同。请核实。"),
        (f"“甲”与上年报告相同。{'请核实口径' * 12}。", "【必改】一、“甲”与上年报告相同。"),
        (
            f"{QUOTED}与上年报告表述完全相同，其中数量未变。",
            "【必改】一、“优化营商环境，推行‘综合查一次’……企业负担减轻”与上年报告表述完全相同，其中数量未变。",
        ),
        (
            "“今年新组建夜间执法服务专家团……为小微企业提供用工咨询和风险提示”与上年报告表述完全相同，而文中称系当年新办或首次开展的事项。",
            "【必改】一、“今年新组建夜间执法服务专家团……”与上年报告表述完全相同，而文中称系当年新办或首次开展的事项。",
        ),
        ("上年安排“修订目录。”未见回应。" + "请核实" * 30, "【必改】上年安排“修订目录。”未见回应。"),
        ("甲" * 90 + "。", None),
    ],
)
def test_a_finding_is_said_whole_shorter_or_not_at_all(message: str, line: str | None) -> None:
    assert short_line(replace(comparisons.FINDINGS[0], message=message, new_place="一、")) == line


@given(st.lists(st.text("甲乙丙，；《》（）‘’12年件", min_size=1, max_size=60), min_size=1, max_size=4))
def test_no_line_is_cut(parts: list[str]) -> None:
    message = "".join(f"“{part}”所示，" for part in parts) + "请核实。"
    made = replace(comparisons.years(), findings=(replace(comparisons.FINDINGS[1], message=message),))
    for line in summary_lines(made):
        assert line.endswith("。")
        assert len(line) <= 2 * LONGEST


def test_the_table_shows_the_figures_that_changed_most() -> None:
    shown = leading_changes(comparisons.years())
    assert [m.label for m in shown][:3] == ["取消证明事项", "公示执法信息", "培训执法人员"]
    assert all(m.status == "changed" for m in shown)
    assert len(leading_changes(long())) == TOP_FIGURES


def named(label: str, times: int = TOP_FIGURES) -> Comparison:
    return replace(comparisons.years(), metrics=(replace(comparisons.METRICS[1], label=label),) * times)


def cells(comparison: Comparison, path: Path) -> list[str]:
    """The names in the small table."""
    write_summary(comparison, path)
    return [row.cells[0].text for row in docx.Document(str(path)).tables[0].rows]


LONG_NAME = "国务院提请全国人大常委会制定修订食品安全法等法律和行政法规草案的数量"


WITH_FIGURES = "通过12345热线等渠道受理的群众反映的行政执法领域突出问题的123456789012345件各类诉求" * 2


def test_a_long_name_stands_whole_where_the_page_has_room(tmp_path: Path) -> None:
    assert set(cells(named(LONG_NAME), tmp_path / "s.docx")[1:]) == {LONG_NAME}


def test_where_it_has_none_a_name_ends_where_no_word_or_figure_is_cut(tmp_path: Path) -> None:
    crowded = replace(long(), metrics=named(WITH_FIGURES).metrics)
    (shown,) = set(cells(crowded, tmp_path / "s.docx")[1:])
    assert shown == "通过12345热线等渠道受理的群众反映的……"


@pytest.mark.parametrize(
    ("changed", "times", "head"),
    [(28, 9, "变化较大的5项（共28项有变化）"), (3, 3, "有变化的数据（3项）"), (4, 3, "变化较大的3项（共4项有变化）")],
)
def test_the_head_of_the_table_says_how_many_changed_and_how_many_are_listed(
    changed: int, times: int, head: str, tmp_path: Path
) -> None:
    made = replace(named("案件", times), summary=comparisons.SUMMARY | {"changed": changed})
    assert cells(made, tmp_path / "s.docx")[0] == head


def test_the_file_holds_the_lines_and_one_table(tmp_path: Path) -> None:
    write_summary(comparisons.years(), tmp_path / "s.docx")
    document = docx.Document(str(tmp_path / "s.docx"))
    text = [p.text for p in document.paragraphs if p.text]
    nature = wording.nature("years").removesuffix("。")
    assert text == [f"{wording.title(comparisons.years())}摘要", f"（{nature}）", *summary_lines(comparisons.years())]
    assert len(document.tables) == 1


def test_without_changes_there_is_no_table(tmp_path: Path) -> None:
    write_summary(comparisons.same(), tmp_path / "s.docx")
    assert docx.Document(str(tmp_path / "s.docx")).tables == []


def test_the_same_comparison_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write_summary(comparisons.nasty(), tmp_path / f"{name}.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
