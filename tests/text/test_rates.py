"""Rates by their names."""

import pytest

from drafter.text.rates import is_rate, stem


@pytest.mark.parametrize(
    ("label", "rate", "named"),
    [
        ("法治督察问题整改率", True, "整改"),
        ("任务完成率", True, "任务"),
        ("直接纠错比例", True, "纠错"),
        ("法制审核人员占比", True, "人员"),
        ("率", True, ""),
        ("效率提升", False, "提升"),
    ],
)
def test_a_rate_is_known_by_its_name_and_bears_that_of_its_part(label: str, rate: bool, named: str) -> None:
    assert (is_rate(label), stem(label)) == (rate, named)
