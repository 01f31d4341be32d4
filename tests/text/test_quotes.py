"""Quotations: marks inside marks are single, names of documents stay as printed."""

import pytest

from drafter.text.quotes import inner, names, quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推行“三项制度”", "推行‘三项制度’"),
        ("落实《“一网通办”办法》和“三项制度”", "落实《“一网通办”办法》和‘三项制度’"),
        ("没有引号", "没有引号"),
    ],
)
def test_inner_marks_are_single_but_names_stay(text: str, shown: str) -> None:
    assert inner(text) == shown


def test_a_short_passage_is_quoted_in_one_line() -> None:
    assert quoted("推进 改革\n创新") == "“推进 改革 创新”"


def test_a_name_within_a_name_is_part_of_it() -> None:
    text = "印发《关于落实〈办法〉及《细则》的通知》，执行《规程》"
    assert [text[a:b] for a, b in names(text)] == ["《关于落实〈办法〉及《细则》的通知》", "《规程》"]
