"""Numbers in every writing; see tests/corpus/numerals.jsonl."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.numerals import han_value, parse_numeral

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "corpus" / "numerals.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("written", "value"), [(w, row["value"]) for row in ROWS for w in row["written"]])
def test_one_value_is_read_from_each_of_its_writings(written: str, value: float) -> None:
    assert parse_numeral(written) == value


@pytest.mark.parametrize("word", ["", "统", "件", "点", "十点", "第"])
def test_a_word_that_is_no_number_has_no_value(word: str) -> None:
    assert parse_numeral(word) is None


def han(number: int) -> str:
    """An independent writer of Chinese numerals, for the round trip."""
    digits, small = "零一二三四五六七八九", ["", "十", "百", "千"]

    def section(n: int) -> str:
        text, gap = "", False
        for place in (3, 2, 1, 0):
            digit = n // 10**place % 10
            if digit:
                text += ("零" if gap and text else "") + digits[digit] + small[place]
                gap = False
            else:
                gap = bool(text) or gap
        return text

    parts = []
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // size % 10**4
        if part:
            parts.append(("零" if parts and part < 1000 else "") + section(part) + name)
    return "".join(parts) or "零"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_chinese_numeral_gives_back_the_number_it_was_written_from(number: int) -> None:
    assert han_value(han(number)) == number


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_thousands_marks_and_full_width_digits_change_nothing(whole: int, decimals: int) -> None:
    plain = f"{whole}.{decimals:02d}"
    marked = f"{whole:,}.{decimals:02d}"
    wide = plain.translate({ord(str(i)): chr(ord("０") + i) for i in range(10)})
    assert parse_numeral(plain) == parse_numeral(marked) == parse_numeral(wide)
