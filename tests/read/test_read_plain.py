"""A text file is read as it is, but for newlines."""

from hypothesis import given
from hypothesis import strategies as st
from readmakers import lines

from drafter.read.plain import paragraphs_of, read_plain


def test_newlines_become_one_kind_and_nothing_else_changes() -> None:
    raw = read_plain("　　甲 \r\n\r\n乙\r丙\n\t丁".encode(), "a.txt")
    assert raw.text == "　　甲 \n\n乙\n丙\n\t丁"
    assert lines(raw) == ["甲", "乙", "丙", "丁"]
    assert (raw.path, raw.format, raw.notes) == ("a.txt", "txt", ())


def test_a_page_feed_parts_lines() -> None:
    assert lines(read_plain("甲\f乙\u2028丙".encode(), "a")) == ["甲", "乙", "丙"]


@given(st.text(alphabet="甲乙 　\t\n\r\f\x85\u2028\xa0a。"))
def test_paragraphs_are_every_line_with_something_in_it(text: str) -> None:
    found = [text[x.start : x.end] for x in paragraphs_of(text)]
    assert found == [line.strip() for line in text.splitlines() if line.strip()]
