"""The terminal: one screen, plain words, nothing that a terminal obeys."""

import io
import re
from dataclasses import replace

import comparisons
import pytest
from rich.cells import cell_len
from rich.console import Console

from drafter.model.change import Comparison
from drafter.model.draft import DraftStatus, SlotState
from drafter.model.finding import Finding
from drafter.model.report import Defect, Report, Section
from drafter.model.span import Span
from drafter.render import terminal


def printed(renderable: object, width: int = 100) -> str:
    """What a pipe gets."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False).print(renderable)
    return out.getvalue()


def crowded() -> Comparison:
    """Every part of the summary fuller than its room."""
    made = comparisons.years()
    stale = comparisons.FINDINGS[0]
    return replace(
        made, metrics=made.metrics * 30, plans=made.plans * 9, problems=made.problems * 9,
        findings=tuple(replace(stale, message=stale.message * 3) for _ in range(40)),
        notes=tuple(f"第{i}段无法读取，已略过" for i in range(30)),
        summary={key: 1000 + count for key, count in made.summary.items()},
    )  # fmt: skip


def test_the_fullest_summary_fits_one_screen() -> None:
    lines = printed(terminal.render(crowded(), 100)).splitlines()
    assert 30 < len(lines) <= 40


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("made", [comparisons.years(), comparisons.drafts(), comparisons.nasty(), comparisons.same()])
def test_no_line_is_wider_than_the_terminal(made: Comparison, width: int) -> None:
    widest = max(cell_len(line) for line in printed(terminal.render(made, width), 400).splitlines())
    assert widest <= max(width, 58)  # below 58 columns the figures' own columns no longer shrink


def test_the_order_is_stale_then_changes_then_promises() -> None:
    text = printed(terminal.render(comparisons.years(), 100))
    heads = ["共比对数据9项"]
    heads += ["与上年相同、请核实  1项", "【必改】", "变化最大", "上年安排与问题", "文本未提及  修订", "查看全部"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_the_biggest_change_comes_first_and_its_words_are_not_made_anew() -> None:
    made = comparisons.years()
    told = replace(made, metrics=tuple(replace(m, change_text=f"甲{i}") for i, m in enumerate(made.metrics)))
    text = printed(terminal.render(told, 100))
    assert re.findall("甲[0-9]+", text)[:2] == ["甲3", "甲1"]


def test_drafts_have_no_promises() -> None:
    text = printed(terminal.render(comparisons.drafts(), 100))
    assert "上年安排" not in text
    assert "新稿新增2项" in text


def test_report_text_controls_nothing() -> None:
    text = printed(terminal.render(comparisons.nasty(), 100))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    assert "<script>" in text


def test_no_colour_and_no_boxes_when_piped() -> None:
    text = printed(terminal.render(comparisons.years(), 100))
    assert not re.search("[\u2500-\u257f\x1b]", text)


def test_colour_only_adds_to_the_words() -> None:
    out = io.StringIO()
    Console(file=out, width=100, force_terminal=True, color_system="standard", no_color=False).print(
        terminal.render(comparisons.years(), 100)
    )
    assert re.sub("\x1b\\[[0-9;]*m", "", out.getvalue()) == printed(terminal.render(comparisons.years(), 100))


def report() -> Report:
    """OLD as a report with two headings and some damage."""
    text = comparisons.OLD

    def section(number: str, title: str, level: int, *children: Section) -> Section:
        start = text.index(title)
        return Section(
            marker=number, number=number, level=level, title=title, role="achievements", start=0, end=len(text),
            title_start=start, title_end=start + len(title), body_start=start + len(title), children=children,
        )  # fmt: skip

    return Report(
        info=comparisons.OLD_INFO, text=text, paragraphs=(), title=None, preamble=None,
        sections=(section("一、", "主要举措和成效", 1, section("（一）", "优化营商环境", 2)),),
        signature=Span(text="青枫县人民政府", start=0, end=7),
        defects=(Defect(code="marker-lost", message="“二）”缺左括号", start=0, end=2),),
    )  # fmt: skip


def test_the_outline_is_a_tree_with_roles_and_damage() -> None:
    lines = printed(terminal.render_outline(report())).splitlines()
    assert "一、主要举措和成效  〔举措成效〕" in lines
    assert any(line.endswith("（一）优化营商环境") and not line.startswith("（") for line in lines)
    assert "文本有误：“二）”缺左括号" in lines


def test_the_figures_of_one_report_stand_in_text_order() -> None:
    metrics = [c.old for c in comparisons.METRICS if c.old]
    lines = printed(terminal.render_metrics(report(), metrics)).splitlines()
    assert lines[-1] == f"共{len(metrics)}项。"
    assert [line.split()[0] for line in lines[2:4]] == ["取消证明事项", "压减办理时限"]


def test_the_rule_shows_when_asked_for() -> None:
    metric = replace(comparisons.METRICS[0].old, rule="count-unit")  # type: ignore[type-var]
    assert "count-unit" in printed(terminal.render_metrics(report(), [metric], why=True))  # type: ignore[list-item]
    assert "count-unit" not in printed(terminal.render_metrics(report(), [metric]))  # type: ignore[list-item]


def test_check_says_every_finding_whole() -> None:
    text = printed(terminal.render_check(report(), comparisons.FINDINGS, 60), 60)
    assert all(f.message.removeprefix("【必改】") in text.replace("\n", "") for f in comparisons.FINDINGS)
    assert "共5项：必改1项，请核实3项，供参考1项。" in text
    assert "未发现需要核实的事项。" in printed(terminal.render_check(report(), ()))


def test_a_level_is_said_once() -> None:
    findings = [Finding(id="a", kind="sum", level="must", weight=1, message=m) for m in ("【必改】甲", "甲")]
    assert printed(terminal.render_check(report(), findings)).count("【必改】甲") == 2


def test_status_lists_what_is_not_done() -> None:
    states = ("open", "filled", "unconfirmed", "lost")
    slots = tuple(
        SlotState(id=s, kind="figure", label=f"标签{s}", state=s, text="", place="一、")  # type: ignore[arg-type]
        for s in states
    )
    text = printed(terminal.render_status(DraftStatus(report=comparisons.OLD_INFO, slots=slots, summary={})))
    assert "共4处：待填1处，已填1处，待确认1处，失联1处。" in text
    assert "标签open" in text
    assert "标签filled" not in text
