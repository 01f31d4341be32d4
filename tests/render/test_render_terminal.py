"""The terminal: one screen, plain words, nothing that a terminal obeys."""

import io
import re
from dataclasses import replace
from itertools import pairwise

import comparisons
import pytest
from rich.console import Console

from drafter.model.change import Comparison
from drafter.model.draft import Draft, DraftStatus, SlotState
from drafter.model.finding import Finding
from drafter.model.report import Defect, Report, Section
from drafter.model.span import Span
from drafter.render import terminal, terminal_draft, wording
from drafter.render.summary_words import summary_lines
from drafter.render.terminal_lines import columns_of, fit, wrapped


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
    assert 28 <= len(lines) <= 30


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("made", [comparisons.years(), comparisons.drafts(), comparisons.nasty(), comparisons.same()])
def test_no_line_is_wider_than_the_terminal(made: Comparison, width: int) -> None:
    widest = max(columns_of(line) for line in printed(terminal.render(made, width), 400).splitlines())
    assert widest <= max(width, 58)  # below 58 columns the figures' own columns no longer shrink


def test_the_order_is_the_summary_then_changes_then_promises() -> None:
    text = printed(terminal.render(comparisons.years(), 100))
    heads = [
        "对照《",
        "共比对数据9项",
        "【必改】",
        "有变化的数据（5项）",
        "上年安排与再次提及的问题",
        "文本未提及  修订",
        "查看全部",
    ]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize("made", [comparisons.years(), comparisons.drafts(), crowded(), comparisons.same()])
def test_the_lines_of_the_summary_are_its_head(made: Comparison) -> None:
    text = "".join(printed(terminal.render(made, 100)).split())
    told = ["".join(line.split()) for line in summary_lines(made, with_notes=False)]
    assert "".join(told) in text


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


def test_check_says_every_finding_whole() -> None:
    text = printed(terminal.render_check(report(), comparisons.FINDINGS, 60), 60)
    assert all(wording.said_of(f).removeprefix("【必改】") in text.replace("\n", "") for f in comparisons.FINDINGS)
    assert "复核意见栏" not in text  # a terminal has none
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
    text = printed(terminal_draft.render_status(DraftStatus(report=comparisons.OLD_INFO, slots=slots, summary={})))
    assert "共4处：待填1处，已填1处，待确认1处，失联（控件已被编辑器删除）1处。" in text
    assert "标签open" in text
    assert "标签filled" not in text


def test_a_state_that_no_place_is_in_is_not_told() -> None:
    slot = SlotState(id="a", kind="figure", label="甲", state="open", text="", place="一、")
    text = printed(terminal_draft.render_status(DraftStatus(report=comparisons.OLD_INFO, slots=(slot,), summary={})))
    assert "共1处：待填1处。" in text


def test_status_lists_by_section_then_by_department() -> None:
    places = [("二、（一）", None), ("一、（二）", "市司法局"), ("一、（一）", "市财政局"), ("一、（三）", "市司法局")]
    slots = tuple(
        SlotState(id=f"{i}", kind="figure", label=f"标签{i}", state="open", text="", place=place, department=department)
        for i, (place, department) in enumerate(places)
    )
    text = printed(terminal_draft.render_status(DraftStatus(report=comparisons.OLD_INFO, slots=slots, summary={})))
    order = ["二、  1处", "标签0", "一、  3处", "标签1", "标签3", "标签2"]
    assert re.findall("标签[0-9]|^[一二]、  [0-9]处", text, re.M) == order


@pytest.mark.parametrize("draft_title", ["", "青枫县人民政府关于2023年法治政府建设情况的报告"])
def test_a_draft_without_a_title_has_no_empty_marks(draft_title: str) -> None:
    draft = Draft(
        report=comparisons.OLD_INFO, year=2023, title=draft_title, slots=(), sentences=(), blocks=(), notes=("请核对落款",)
    )  # fmt: skip
    text = printed(terminal_draft.render_draft(draft))
    assert text.startswith(f"《{draft_title}》初稿" if draft_title else "2023年度报告初稿")
    assert "0" not in text.replace("2022", "").replace("2023", "")
    assert "注意：请核对落款" in text


def test_nothing_is_told_of_zero() -> None:
    made = replace(comparisons.years(), summary=comparisons.SUMMARY | {"must": 0, "text_moved": 0, "added": 0, "problems_new": 0})
    assert not re.search(r"(?<!\d)0[项段]", " ".join(wording.headlines(made)))


@pytest.mark.parametrize("width", range(12, 60))
def test_no_line_begins_with_a_closing_mark_or_splits_a_number(width: int) -> None:
    text = "共比对数据1213项：“有变化”125项，与上年相同14项，占98.5%；（另有）2.17万户次……加 -o 对照.html、--json。"
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(columns_of, lines)) <= width
    assert not [line for line in lines[1:] if line[0] in "，。；、：）”…%"]
    assert not [line for line in lines if line[-1] in "“（"]
    assert not [1 for a, b in pairwise(lines) if a[-1].isdigit() and b[0] in "0123456789.%"]


def test_no_number_in_full_width_is_split() -> None:
    lines = wrapped("办理行政处罚案件１，２０４件，优秀率８６．５％。" * 9, 30)
    assert not [1 for a, b in pairwise(lines) if a[-1] in "０１２３４５６７８９．，" and b[0] in "０１２３４５６７８９％"]
    assert "优秀率８６．５％。" in "".join(lines)


PLAN = "完善重大行政决策公众参与平台，公开征求意见不少于30日，逐项编制目录并向社会公布，接受群众监督"
SAID = "严格落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序，重大行政决策事项实行目录管理，逐项公开征求意见"


def with_plan(title: str, said: str) -> Comparison:
    made = comparisons.years()
    plan = made.plans[0]
    evidence = (replace(plan.evidence[0], text=said),) if said else ()
    return replace(made, plans=(replace(plan, plan=replace(plan.plan, title=title), evidence=evidence),), problems=())


@pytest.mark.parametrize(
    ("title", "said"), [(PLAN, SAID), (PLAN, ""), (PLAN, "已完成。"), (PLAN * 3, SAID * 3), ("建平台", SAID * 4)]
)
def test_a_plan_takes_two_lines_at_most_and_ends_with_whole_clauses(title: str, said: str) -> None:
    lines = printed(terminal.render(with_plan(title, said), 100)).splitlines()
    at = lines.index("上年安排与再次提及的问题")
    shown = [line for line in lines[at + 1 : lines.index("", at)] if line]
    assert 1 <= len(shown) <= 2
    assert all(line.startswith(" " * 12) for line in shown[1:])
    told = "".join(line[12:] if i else line for i, line in enumerate(shown))
    clauses = [part for part in re.split("[，、。“”→]|……", re.sub("^有回应 *|一、（.）", "", told)) if part.strip()]
    assert {clause.strip() for clause in clauses} <= set(re.split("[，、。]", f"{title}，{said}"))


def test_a_long_name_goes_on_in_a_second_line() -> None:
    made = comparisons.years()
    name = "行政机关负责人出庭应诉并实质参与行政争议化解工作的案件"
    text = printed(terminal.render(replace(made, metrics=(replace(made.metrics[1], label=name),)), 100))
    assert name in re.sub(r"\s+", "", re.sub(r"(?m)  +\S.*$(?=\n  \S)", "", text))
    assert re.search(r"(?m)^  \S+案件$", text)


@pytest.mark.parametrize(("text", "columns"), [("甲", 2), ("“a”", 5), ("…—×", 6), ("a1,", 3), ("→", 2)])
def test_ambiguous_characters_count_two_columns(text: str, columns: int) -> None:
    assert columns_of(text) == columns
    assert columns_of(fit(text * 20, 11)) <= 11


def test_notes_are_left_to_standard_error() -> None:
    assert "第3段" not in printed(terminal.render(comparisons.years(), 100))
    assert "见输出文件" not in printed(terminal.render(crowded(), 100))
