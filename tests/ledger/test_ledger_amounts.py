"""A figure as somebody typed it into a cell, in the unit that was asked for."""

import pytest

from drafter.ledger.amounts import Amount, printed, read_amount, scale_of


@pytest.mark.parametrize(
    ("unit", "scale", "word"), [("万件", 10000, "件"), ("亿元", 10**8, "元"), ("件", 1, "件"), ("千克", 1, "千克"), ("%", 1, "%")]
)
def test_a_unit_bears_its_scale(unit: str, scale: int, word: str) -> None:
    assert scale_of(unit) == (scale, word)


@pytest.mark.parametrize(
    ("typed", "unit", "read"),
    [
        ("12", "件", Amount(12)), ("12件", "件", Amount(12)), ("12起", "件", Amount(12)), ("１，２０４", "件", Amount(1204)),
        ("约30", "件", Amount(30, "约")), ("230余人", "人", Amount(230, "余")), ("1630余万元", "万元", Amount(1630, "余")), ("1630余万元", "亿元", Amount(0.163, "余")), ("3.5万余件", "万件", Amount(3.5, "余")), ("99%以上", "%", Amount(99, "以上")),
        ("1.2万", "件", Amount(12000, converted=True)), ("91200件", "万件", Amount(9.12, converted=True)),
        ("9.12", "万件", Amount(9.12)), ("9.12万", "万件", Amount(9.12)), ("21500万元", "亿元", Amount(2.15)),
        ("一百零五", "件", Amount(105)), ("增至15个", "个", Amount(15)), ("第三", "名", Amount(3)), ("0", "件", Amount(0)),
        ("-3.2", "%", Amount(-3.2)), ("下降3.2%", "%", Amount(-3.2)), ("提高0.5个百分点", "个百分点", Amount(0.5)),
        ("0.5%", "个百分点", Amount(0.5)), ("持平", "%", Amount(0)),
    ],
)  # fmt: skip
def test_what_people_type_is_read_in_the_unit_asked_for(typed: str, unit: str, read: Amount) -> None:
    assert read_amount(typed, unit) == read


@pytest.mark.parametrize("typed", ["", "  ", "无", "/", "——", "不涉及"])
def test_a_cell_without_an_answer_is_none(typed: str) -> None:
    assert read_amount(typed, "件") is None


@pytest.mark.parametrize(
    ("typed", "unit", "fault"),
    [("35人", "件", "unit"), ("30%", "件", "unit"), ("张某", "件", "number"), ("12-15", "件", "number"),
     ("12件（其中3件）", "件", "number"), ("1e5", "件", "number"), ("见附件", "件", "number")],
)  # fmt: skip
def test_what_cannot_be_one_number_of_the_unit_is_told_and_not_guessed(typed: str, unit: str, fault: str) -> None:
    read = read_amount(typed, unit)
    assert read is not None
    assert (read.number, read.fault) == (None, fault)


@pytest.mark.parametrize(
    ("number", "unit", "about", "text"),
    [(9.03, "万件", "", "9.03万件"), (30, "件", "约", "约30件"), (230, "人", "余", "230余人"), (1630, "万元", "余", "1630余万元"),
     (99, "%", "以上", "99%以上"), (0.5, "个百分点", "", "0.5个百分点")],
)  # fmt: skip
def test_a_figure_is_printed_as_an_office_writes_it(number: float, unit: str, about: str, text: str) -> None:
    assert printed(number, unit, about) == text
