"""Lines broken at a width, page numbers between them: read as paragraphs, told where they stand."""

import pytest
from layoutmakers import LAYOUTS
from makers import raw
from storymakers import STORY

from drafter.model.report import body_paragraphs, walk
from drafter.parse import parse_report
from drafter.parse.wrapped import unwrap

DID = "全年召开专题会议12次，研究解决重点事项35个，有力保障了各项工作有序开展。"


@pytest.mark.parametrize("width", [22, 30, 38, 45, 58])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_text_broken_at_any_width_is_read_as_whole(width: int, indent: str) -> None:
    whole = LAYOUTS["连排（一），段内一是"](STORY).text
    broken = "\n".join((indent + line)[i : i + width] for line in whole.split("\n") for i in range(0, len(indent + line), width))
    found, wanted = parse_report(raw(broken)), parse_report(raw(whole))
    assert [(s.number, s.title) for s in walk(found.sections)] == [(s.number, s.title) for s in walk(wanted.sections)]
    assert [p.text.replace("\n", "") for p in found.problems] == [p.text for p in wanted.problems]


def test_page_numbers_are_furniture_wherever_they_stand() -> None:
    found = parse_report(raw(LAYOUTS["定宽折行有页码"](STORY).text))
    numbers = [span.text for span in found.furniture]
    assert numbers == [f"— {n} —" for n in range(1, len(numbers) + 1)]
    assert len(numbers) > 1
    assert not [p for p in body_paragraphs(found) if found.text[p.start : p.end].startswith("—")]


def test_a_page_number_in_a_text_of_whole_paragraphs_joins_what_it_cut() -> None:
    text = f"一、做法\n{DID}{DID}我市大力推进各项重点工作，深入开展\n— 3 —\n专项整治行动。{DID}\n二、存在的问题\n一是人少。二是钱少。"
    unwrapped = unwrap(raw(text))
    assert unwrapped is not None
    assert "深入开展专项整治行动" in unwrapped.raw.text
    assert [span.text for span in parse_report(raw(text)).furniture] == ["— 3 —"]


@pytest.mark.parametrize("name", [name for name in LAYOUTS if not name.startswith("定宽")])
def test_text_of_whole_paragraphs_is_left_alone(name: str) -> None:
    assert unwrap(raw(LAYOUTS[name](STORY).text)) is None


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("一、2023年推进法治政府建设的\n主要举措和成效", "2023年推进法治政府建设的主要举措和成效"),
        ("一、党政主要负责人履行推进法治建设第一责任人职责，\n加强法治政府建设的情况", "党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的情况"),
        ("一、主要做法\n全年工作稳步推进", "主要做法"),
        ("一、主要做法和\n（一）强领导。全年开会6次。", "主要做法和"),
    ],
)  # fmt: skip
def test_a_heading_on_two_lines_is_one(lines: str, title: str) -> None:
    found = parse_report(raw(f"{lines}\n{DID}\n二、存在的问题\n一是人少。二是钱少。"))
    assert found.sections[0].title == title


def test_a_text_of_short_lines_is_no_broken_text() -> None:
    lines = ["加强组织领导", "健全工作机制，压实各级责任", "优化营商环境", "规范行政执法行为", "化解矛盾纠纷", "深化普法宣传"] * 3
    assert unwrap(raw("\n".join(lines))) is None
