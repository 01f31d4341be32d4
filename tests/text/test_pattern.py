"""Patterns of words, and patterns that wait for a text that they may match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.pattern import Lazy, any_of, lazy

WORDS = st.lists(st.text("甲乙丙.(", min_size=1, max_size=3), min_size=1, max_size=6)


@given(WORDS, st.text("甲乙丙.(", max_size=6))
def test_of_the_words_that_fit_the_longest_is_found(words: list[str], text: str) -> None:
    fitting = [word for word in words if text.startswith(word)]
    found = re.match(any_of(words), text)
    assert (found.group() if found else "") == max(fitting, key=len, default="")


TEXTS = ("", "上年办结40件,今年办结52件", "今年", "无关的一句话")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("first", ["上年没有的词", TEXTS[1]])
def test_a_waiting_pattern_answers_as_the_pattern_before_and_after_it_is_compiled(first: str, text: str) -> None:
    plain, waits = re.compile(r"(?:办结|受理)(\d+)"), lazy(r"(?:办结|受理)(\d+)")
    early = waits.search  # bound before it is compiled, as rows of rules do
    waits.search(first)
    for name in ("search", "match", "fullmatch"):
        wanted, got = getattr(plain, name)(text), getattr(waits, name)(text)
        assert (wanted and wanted.groups()) == (got and got.groups())
        placed, there = getattr(plain, name)(text, 2), getattr(waits, name)(text, 2)
        assert (placed and placed.span()) == (there and there.span())
    assert bool(early(text)) == bool(plain.search(text))
    assert [hit.span() for hit in waits.finditer(text)] == [hit.span() for hit in plain.finditer(text)]
    assert waits.findall(text) == plain.findall(text)
    assert waits.split(text, 1) == plain.split(text, 1)
    assert waits.sub("#", text, 1) == plain.sub("#", text, 1)
    assert waits.subn(lambda hit: hit[1], text) == plain.subn(lambda hit: hit[1], text)


def test_a_text_without_the_needed_words_compiles_nothing() -> None:
    waits = Lazy("(?:办结|受理)(", 0)  # no pattern at all: compiling it would fail
    assert waits.pattern.endswith("(")
    assert waits.may_match("无关")  # what is not plain is always asked
    waits = Lazy("(?:办结|受理)[0-9]+", 0)
    assert waits.sub("", "无关") == "无关"
    assert waits._made is None
    assert waits.sub("", "办结4件") == "件"
    assert waits._made is not None
