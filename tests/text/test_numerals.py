"""Numbers in every writing; see tests/corpus/numerals.jsonl."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.numerals import clean, han_value, parse_numeral, vague_range

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "corpus" / "numerals.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("written", "value"), [(w, row["value"]) for row in ROWS for w in row["written"]])
def test_one_value_is_read_from_each_of_its_writings(written: str, value: float) -> None:
    assert parse_numeral(written) == value


@pytest.mark.parametrize(
    "word", ["", "统", "件", "点", "十点", "第", "三四", "一二三", "一二百", "3/15", "12/4", "6/26", "4/15", "1/0"]
)
def test_a_word_that_is_no_number_has_no_value(word: str) -> None:
    assert parse_numeral(word) is None


@pytest.mark.parametrize(
    ("written", "both"),
    [
        ("三四", (3, 4)),
        ("两三", (2, 3)),
        ("三五", (3, 5)),
        ("十七八", (17, 18)),
        ("三十五六", (35, 36)),
        ("二三十", (20, 30)),
        ("两三百", (200, 300)),
        ("五六千", (5000, 6000)),
        ("七八万", (70000, 80000)),
    ],
)
def test_two_neighbouring_digits_are_both_ends_of_a_range(written: str, both: tuple[int, int]) -> None:
    assert vague_range(written) == both
    assert parse_numeral(written) is None


@pytest.mark.parametrize("written", ["三", "十七", "四三", "一九", "三百四五", "十七八万"])
def test_a_numeral_of_one_value_or_none_is_no_vague_range(written: str) -> None:
    assert vague_range(written) is None


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


def wide(text: str) -> str:
    """The text in full-width digits and marks."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_thousands_marks_and_full_width_digits_change_nothing(whole: int, decimals: int) -> None:
    plain = f"{whole}.{decimals:02d}"
    marked = f"{whole:,}.{decimals:02d}"
    ways = [plain, marked, wide(plain), wide(marked), *(marked.replace(",", blank) for blank in " \u2009\u202f\u00a0")]
    assert {parse_numeral(way) for way in ways} == {parse_numeral(plain)}


@given(
    st.integers(min_value=1, max_value=10**6), st.sampled_from([("万", 10**4), ("百万", 10**6), ("亿", 10**8), ("万亿", 10**12)])
)
def test_a_size_word_multiplies_arabic_and_chinese_alike(number: int, size: tuple[str, int]) -> None:
    word, times = size
    assert parse_numeral(f"{number}{word}") == number * times
    assert parse_numeral(f"{number / 100:.2f}{word}") == clean(number * times / 100)


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=9999))
def test_hundreds_of_millions_with_ten_thousands_behind(first: int, second: int) -> None:
    value = first * 10**8 + second * 10**4
    assert parse_numeral(f"{first}亿{second}万") == value
    assert parse_numeral(han(value)) == value


@given(st.integers(min_value=0, max_value=10000))
def test_a_percentage_is_read_from_each_of_its_writings(hundredths: int) -> None:
    whole, rest = divmod(hundredths, 100)
    digits = "零一二三四五六七八九"
    spoken = han(whole) + (f"点{digits[rest // 10]}{digits[rest % 10]}" if rest else "")
    value = hundredths / 100
    assert parse_numeral(f"百分之{spoken}") == parse_numeral(f"百分之{value:.2f}") == parse_numeral(spoken) == value


@given(st.integers(min_value=1, max_value=9), st.integers(min_value=2, max_value=10))
def test_a_fraction_is_a_part_of_one(top: int, bottom: int) -> None:
    assert parse_numeral(f"{han(bottom)}分之{han(top)}") == parse_numeral(f"{bottom}分之{top}") == round(top / bottom, 4)
