"""What counts the same and what never does."""

import pytest

from drafter.text.units import UNITS, dimension, loosely_same_unit, same_unit


@pytest.mark.parametrize(("a", "b"), [("件", "起"), ("起", "宗"), ("人", "名"), ("场", "次"), ("天", "日"), ("家", "个")])
def test_units_that_count_the_same(a: str, b: str) -> None:
    assert same_unit(a, b)
    assert same_unit(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("人", "人次"), ("%", "个百分点"), ("个工作日", "日"), ("元", "件"), ("人", "件")],
)
def test_units_that_are_never_taken_for_one_another(a: str, b: str) -> None:
    assert not same_unit(a, b)
    assert not loosely_same_unit(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("份", "件"), ("家", "户"), ("卷", "宗"), ("处", "个"), ("件", "件次"), ("户", "户次"), ("台", "台件")]
)
def test_units_that_may_be_the_same_where_the_noun_allows_it(a: str, b: str) -> None:
    assert loosely_same_unit(a, b)


@pytest.mark.parametrize(("a", "b"), [("家（次）", "家"), ("家(次)", "家次"), ("台（套）", "套")])
def test_a_unit_with_a_bracket_is_either_of_the_two(a: str, b: str) -> None:
    assert same_unit(a, b)


def test_longer_units_are_tried_before_the_shorter_that_begin_them() -> None:
    assert UNITS.index("个工作日") < UNITS.index("个")
    assert UNITS.index("人次") < UNITS.index("人")


def test_an_unknown_unit_has_no_dimension() -> None:
    assert dimension("光年") == ""
