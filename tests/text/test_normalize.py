"""Folding must never move an offset."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.normalize import fold, plain


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_full_width_marks_digits_and_letters_become_ascii() -> None:
    assert fold("（１２３，ＡＢｚ：９８％）") == "(123,ABz:98%)"


def test_what_nfkc_would_ruin_stays() -> None:
    assert fold("……①㎡、。“”《》〔〕") == "……①㎡、。“”《》〔〕"


def test_plain_text_has_letters_digits_and_characters_only() -> None:
    assert plain("（一）办理 “复议” 案件，22 件。") == "一办理复议案件22件"
