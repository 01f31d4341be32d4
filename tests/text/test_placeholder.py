"""Open places, made and recognised."""

import pytest

from drafter.text.placeholder import PLACEHOLDER, blank_placeholders, figure_placeholder, text_placeholder


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
