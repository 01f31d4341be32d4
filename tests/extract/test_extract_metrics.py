"""Figures, names, totals, scopes and stated changes of small reports."""

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.extract import extract_metrics
from drafter.model.metric import Metric
from drafter.model.raw import RawParagraph, RawReport
from drafter.parse import parse_report

CORPUS = Path(__file__).parent.parent / "corpus"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


def figures(*paragraphs: str) -> tuple[Metric, ...]:
    """The figures of a report whose body is these paragraphs."""
    text, found = "\n".join(paragraphs), []
    at = 0
    for line in paragraphs:
        found.append(RawParagraph(start=at, end=at + len(line), table=(0, len(found)) if "\t" in line else None))
        at += len(line) + 1
    return extract_metrics(parse_report(RawReport(path="r.txt", format="txt", text=text, paragraphs=tuple(found))))


@pytest.mark.parametrize("row", rows("figures.jsonl"), ids=lambda row: row["text"])
def test_figures_of_a_sentence_with_their_names(row: dict[str, Any]) -> None:
    found = [
        [m.text, m.kind, list(m.value) if isinstance(m.value, tuple) else m.value, m.unit, m.label] for m in figures(row["text"])
    ]
    assert found == row["figures"]


@pytest.mark.parametrize(("why", "text"), [(row["why"], text) for row in rows("no-figures.jsonl") for text in row["texts"]])
def test_what_is_no_figure_is_not_taken_for_one(why: str, text: str) -> None:
    assert [m.text for m in figures(text)] == [], why


def test_parts_point_to_their_total() -> None:
    found = figures("共收到申请530件，其中市直部门219件；办完487件，其中支持260件、部分支持74件、劝导126件、不予支持27件。")
    names = {m.id: m.text for m in found}
    assert [(m.text, names.get(m.parent or "")) for m in found if m.parent] == [
        ("219件", "530件"), ("260件", "487件"), ("74件", "487件"), ("126件", "487件"), ("27件", "487件"),
    ]  # fmt: skip


def test_a_list_that_adds_up_needs_no_opening_word() -> None:
    found = figures("共梳理文件40件，废止5件，修改8件，继续有效27件。")
    assert [m.text for m in found if m.parent] == ["5件", "8件", "27件"]


def test_a_list_that_does_not_add_up_and_is_not_opened_has_no_total() -> None:
    assert [m.text for m in figures("共梳理文件40件，约谈5件，走访8件。") if m.parent] == []


def test_parts_in_brackets_and_a_second_breakdown_have_the_same_total() -> None:
    found = figures("公开清单30项（依申请10项，依职权20项），其中许可12项、处罚13项、其他5项。")
    assert {m.parent for m in found[1:]} == {found[0].id}


@pytest.mark.parametrize(
    ("text", "figure", "scope"),
    [
        ("累计建成示范村15个。", "15个", "cumulative"),
        ("截至年底登记主体16万户。", "16万户", "as_of"),
        ("上半年受理案件20件。", "20件", "part_year"),
        ("全年受理案件40件。", "40件", "year"),
        ("受理案件40件。", "40件", None),
    ],
)
def test_the_scope_that_the_clause_names(text: str, figure: str, scope: str | None) -> None:
    assert [m.scope for m in figures(text) if m.text == figure] == [scope]


@pytest.mark.parametrize(
    ("text", "kind", "value", "direction"),
    [
        ("受理案件112件，同比增长12.0%。", "percent", 12.0, "up"),
        ("按时答复率97.1%，较上年提高3.4个百分点。", "points", 3.4, "up"),
        ("承办案件80件，比2023年减少20件。", "count", 20, "down"),
    ],
)
def test_what_the_text_says_of_last_year(text: str, kind: str, value: float, direction: str) -> None:
    change = figures(text)[0].stated_change
    assert change
    assert (change.kind, change.value, change.direction) == (kind, value, direction)


def test_two_levels_are_two_figures_and_the_second_knows_the_first() -> None:
    first, second = figures("考核分值由3分提高到5分。")
    assert (first.text, second.text) == ("3分", "5分")
    assert second.stated_change
    assert (second.stated_change.kind, second.stated_change.value) == ("level", 3)


def test_a_table_gives_names_units_and_totals() -> None:
    found = figures("一、办案情况", "领域\t受理（件）\t审结（件）", "公安\t387\t376", "住建\t1,246\t239", "合计\t1633\t615")
    assert [(m.text, m.value, m.unit, m.label) for m in found[:3]] == [
        ("387", 387, "件", "公安受理"), ("376", 376, "件", "公安审结"), ("1,246", 1246, "件", "住建受理"),
    ]  # fmt: skip
    total = {m.id: m.label for m in found}
    assert [total[m.parent] for m in found if m.parent] == ["受理合计", "审结合计", "受理合计", "审结合计"]


def test_figures_of_the_plans_are_targets() -> None:
    found = figures(
        "一、工作成效",
        "全年培训执法人员120人次。",
        "二、下一步工作打算",
        "（一）加强培训。全年培训不少于200人次，覆盖率达到90%以上。",
    )
    assert [(m.text, m.kind) for m in found] == [("120人次", "metric"), ("200人次", "target"), ("90%", "target")]


def test_every_figure_is_where_it_says() -> None:
    text = "一、成效\n全年受理案件22件，办结率95.5%。"
    for metric in figures(*text.split("\n")):
        assert text[metric.start : metric.end] == metric.text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("审结案件412件，直接纠错47件，直接纠错率11.4%。", ["47件"]),
        ("抽检样品800批次，检出不合格15批次，合格率98.1%。", ["15批次"]),
        ("审结案件412件，走访企业47家，满意率11.4%。", []),
        ("办理案件10件，听证5件，听证率50%。", []),
        ("抽查214批次、检查主体7630户，其中部门联合抽查68批次、1945户。", ["68批次", "1945户"]),
    ],
)
def test_a_rate_or_a_word_says_of_what_a_figure_is_a_part(text: str, parts: list[str]) -> None:
    assert [m.text for m in figures(text) if m.parent] == parts
