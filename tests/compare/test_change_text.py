"""What is said of a change, and what is not computed."""

from typing import Any

import pytest

from drafter.compare.change_text import measure
from drafter.model.metric import Metric


def metric(text: str, value: Any, unit: str, **more: Any) -> Metric:
    return Metric(
        text=text, start=0, end=len(text), id="m", kind=more.pop("kind", "metric"), label="", value=value, unit=unit, **more
    )


CASES = [
    (metric("22件", 22, "件"), metric("37件", 37, "件"), "由22件增至37件，增加15件、增长68.2%", 15, 68.2),
    (metric("37件", 37, "件"), metric("22起", 22, "起"), "由37件减至22起，减少15起、下降40.5%", -15, -40.5),
    (metric("2件", 2, "件"), metric("3件", 3, "件"), "由2件增至3件，增加1件", 1, None),
    (metric("98.7%", 98.7, "%"), metric("99.6%", 99.6, "%"), "由98.7%升至99.6%，上升0.9个百分点", 0.9, None),
    (metric("第五", 5, "名", kind="rank"), metric("第三", 3, "名", kind="rank"), "由第五位升至第三位，上升2位", -2, None),
    (
        metric("460余人", 460, "人", approx="余"),
        metric("520多人", 520, "人", approx="多"),
        "由460余人到520多人，系约数，未计算增减",
        None,
        None,
    ),
    (metric("24家", 24, "家"), metric("31条", 31, "条"), "由24家变为31条，单位不同，未计算增减", None, None),
    (metric("6%-7%", (6, 7), "%"), metric("6.5%", 6.5, "%"), "由6%-7%变为6.5%，系区间数，未计算增减", None, None),
    (
        metric("31.6万件", 316000, "件"),
        metric("34.27万件", 342700, "件"),
        "由31.6万件增至34.27万件，增加2.67万件、增长8.4%",
        26700,
        8.4,
    ),
    (
        metric("80件", 80, "件"),
        metric("210件", 210, "件", scope="cumulative"),
        "由80件变为210件，统计口径不同，未计算增减",
        None,
        None,
    ),
    (metric("5亿吨", 5e8, "吨"), metric("1万亿斤", 1e12, "斤"), "由5亿吨变为1万亿斤，单位不同，未计算增减", None, None),
    (
        metric("3.15亿元", 315000000, "元"),
        metric("33800万元", 338000000, "元"),
        "由3.15亿元增至3.38亿元（本年写作33800万元），增加2300万元、增长7.3%",
        23000000,
        7.3,
    ),
    (
        metric("41.3万户", 413000, "户"),
        metric("428600户", 428600, "户"),
        "由41.3万户增至428600户，增加1.56万户、增长3.8%",
        15600,
        3.8,
    ),
]


@pytest.mark.parametrize(("old", "new", "text", "delta", "percent"), CASES)
def test_a_change_is_said_rightly(old: Metric, new: Metric, text: str, delta: float | None, percent: float | None) -> None:
    said = measure(old, new)
    assert (said.status, said.text, said.delta, said.percent) == ("changed", text, delta, percent)


def test_the_same_value_written_another_way_is_unchanged_and_says_both() -> None:
    said = measure(metric("1.26亿元", 126000000, "元"), metric("12600万元", 126000000, "元"))
    assert (said.status, said.text) == ("unchanged", "与上年相同（上年写作1.26亿元，本年写作12600万元）")


def test_the_same_text_is_just_the_same() -> None:
    assert measure(metric("17起", 17, "起"), metric("17起", 17, "起")).text == "与上年相同"
