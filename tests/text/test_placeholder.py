"""Open places, made and recognised."""

import pytest

from drafter.text.placeholder import (
    PLACEHOLDER,
    blank_placeholders,
    figure_placeholder,
    is_open,
    is_prompt,
    prompts_in,
    text_placeholder,
)  # fmt: skip


@pytest.mark.parametrize(
    "made", [figure_placeholder("受理复议案件", "件", "22件"), figure_placeholder("排名", "", ""), text_placeholder("整改情况")]
)
def test_what_is_made_is_recognised_whole(made: str) -> None:
    found = PLACEHOLDER.fullmatch(made)
    assert found


def test_a_placeholder_says_what_is_wanted_and_what_last_year_said() -> None:
    assert figure_placeholder("受理复议案件", "件", "22件") == "【待填：受理复议案件（件）；上年22件】"


def test_blanking_keeps_offsets() -> None:
    text = "共受理【待填：案件（件）；上年22件】，其中5件"
    assert len(blank_placeholders(text)) == len(text)
    assert "22" not in blank_placeholders(text)
    assert blank_placeholders(text).index("5件") == text.index("5件")


def test_ordinary_brackets_are_no_placeholder() -> None:
    assert not PLACEHOLDER.search("【打印】【字体：大】〔2023〕4号")


@pytest.mark.parametrize(
    ("text", "prompts"),
    [
        ("【待填：受理案件（件）；上年22件】", 1),
        ("【待填：受理案件】，办结【待填：办结案件】", 2),
        ("【待填：受理案件（件）", 1),  # its end was deleted, or stands in the next paragraph
        ("35件【待填：受理案件（件）", 1),
        ("案件（件）；上年22件】", 1),  # its head was deleted
        ("35件；上年22件】", 1),
        ("待填：受理案件（件）", 1),
        ("35件", 0),
        ("根据〔2026〕8号文件（【注】），35件", 0),
        ("需要补充待填的事项：无", 0),
        ("有关“待填：”字样", 0),
        ("", 0),
    ],
)
def test_what_is_left_of_a_prompt_is_one(text: str, prompts: int) -> None:
    assert prompts_in(text) == prompts
    assert is_open(text) == (prompts > 0 or not text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [("", True), (" 【待填：案件】 ", True), ("35件【待填：案件】", False), ("【待填：案", False), ("待定", False)],
)
def test_a_place_is_bare_while_nobody_has_written_into_it(text: str, bare: bool) -> None:
    assert is_prompt(text) == bare
