"""A returned number in the words of last year's report."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.reported import reported
from drafter.text.written import written

ROWS = [
    (1042, "998件", "", "1042件"),
    (1042, "约30件", "", "1042件"),  # exact this year: the word goes
    (30, "26件", "约", "约30件"),
    (230, "200余人", "余", "230余人"),
    (35000, "3.1万件", "余", "3.5万余件"),
    (16300000, "1500万元", "余", "1630余万元"),
    (17920000, "1630余万元", "", "1792万元"),
    (17920000, "1630余万元", "余", "1792余万元"),
    (99, "98%以上", "以上", "99%以上"),
    (9, "近120人", "近", "近9人"),
    (18, "增至15个", "", "增至18个"),
    (12, "增至15个", "", "减至12个"),
    (40, "扩展到34个", "", "扩展到40个"),
    (31200, "突破3万件", "", "达到3.12万件"),
    (8.55, "增长8.5%", "", "增长8.55%"),  # no digit that was returned is lost
    (8, "增长8.5%", "约", "增长约8%"),
    (-3.2, "大幅增长8.5%", "", "下降3.2%"),
    (0, "增长8.5%", "", "持平"),
    (-5, "净增35名", "", "净减5名"),
    (-2, "负增长3%", "", "下降2%"),
    (-2.5, "-3.1%", "", "-2.5%"),
    (3, "升至全省第二位", "", "降至全省第三位"),
    (1, "升至全省第二位", "", "升至全省第一位"),
    (10420, "1.05万件", "", "1.042万件"),
    (8500, "1.2万件", "", "8500件"),  # less than one 万
    (97.3, "百分之九十五", "", "97.3%"),
    (2, "三次", "", "两次"),
    (12, "三次", "", "十二次"),
    (120, "三次", "", "120次"),
    (7, "1.5倍", "", "7倍"),
    (0, "35件", "", "0件"),
    (4, "10—12件", "", None),
    (5, "由3个增至4个", "", None),
    (5, "35件（其中新收20件）", "", None),
    (5, "三分之一", "", None),
    (5, "持平", "", None),
    (5, "若干", "", None),
]


@pytest.mark.parametrize(("value", "last", "about", "text"), ROWS)
def test_a_returned_number_takes_the_words_of_last_year(value: float, last: str, about: str, text: str | None) -> None:
    assert reported(value, last, about) == text


LASTS = st.sampled_from([last for _, last, _, text in ROWS if text and "万" not in last])


@given(value=st.integers(1, 10**9), last=LASTS, about=st.sampled_from(["", "约", "余", "以上"]))
def test_what_is_printed_says_the_number_that_was_returned_and_no_other(value: int, last: str, about: str) -> None:
    text = reported(value, last, about)
    said = written(text or "")
    assert said is not None
    assert abs(said.value) == value
    assert len(re.findall(r"\d+(?:\.\d+)?", text or "")) <= 1
