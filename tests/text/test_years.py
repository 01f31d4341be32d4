"""Which years and dated plans a text names."""

import pytest

from drafter.text.years import OwnPlan, plan_table, plans_named, using_plans, years_named

PLANS = [
    ("落实《法治政府建设实施纲要（2021—2025年）》", 2021, 2025, 2026),
    ("落实《法治政府建设实施纲要(2015-2020年)》", 2015, 2020, 2021),
    ("制定“八五”普法规划", 2021, 2025, 2026),
    ("依据《云溪市三年行动方案（2022—2024年）》推进", 2022, 2024, 2024),
    ("依据《云溪市实施方案》（2022—2024年）推进", 2022, 2024, 2024),
    ("对照《云溪市建设规划(20212025年)》", 2021, 2025, 2025),
    ("谋划“十五五”规划", 2026, 2030, 2031),
]


@pytest.mark.parametrize(("text", "first", "last", "until"), PLANS)
def test_a_dated_plan_is_named_with_its_period(text: str, first: int, last: int, until: int) -> None:
    assert [(p.first, p.last, p.until) for p in plans_named(text)] == [(first, last, until)]
    plan = plans_named(text)[0]
    assert text[plan.start : plan.end]


@pytest.mark.parametrize("text", ["全年办理2021件", "《行政处罚法》（2021年修订）", "共2021—2025条"])
def test_what_is_no_plan_is_not_named(text: str) -> None:
    assert plans_named(text) == []


def test_years_in_names_and_numbers_are_not_the_reports() -> None:
    assert [y for _, _, y in years_named("2022年，依据《条例（2019年修订）》和云政发〔2021〕3号，较2021年多2020件。")] == [
        2022,
        2021,
    ]


OWN = (
    OwnPlan("云溪市智慧监管三年攻坚行动", 2022, 2024, 2024),
    OwnPlan("八五普法", 2021, 2025, 2027),
    OwnPlan("云溪市实施方案", 2022, 2025, 2025),
)


@pytest.mark.parametrize(
    ("text", "place", "last", "until"),
    [
        ("深入推进云溪市智慧监管三年攻坚行动。", "云溪市智慧监管三年攻坚行动", 2024, 2024),
        ("落实《关于印发云溪市“智慧监管”三年攻坚行动的通知》要求", "《关于印发云溪市“智慧监管”三年攻坚行动的通知》", 2024, 2024),
        ("制定“八五”普法规划", "“八五”普法", 2025, 2027),
        ("依据《云溪市实施方案（2022—2024年）》推进", "《云溪市实施方案（2022—2024年）》", 2025, 2025),
        ("依据《云溪市实施方案》（2022—2024年）推进", "《云溪市实施方案》（2022—2024年）", 2025, 2025),
        ("落实《法治政府建设实施纲要（2021—2025年）》", "《法治政府建设实施纲要（2021—2025年）》", 2025, 2026),
    ],
)
def test_an_offices_own_rows_decide_before_ours_and_before_what_is_printed(text: str, place: str, last: int, until: int) -> None:
    with using_plans(plan_table(OWN)):
        (plan,) = plans_named(text)
    assert (text[plan.start : plan.end], plan.last, plan.until) == (place, last, until)


def test_an_offices_rows_are_gone_behind_the_block() -> None:
    with using_plans(plan_table(OWN)):
        pass
    assert plans_named("深入推进云溪市智慧监管三年攻坚行动。") == []
    assert [plan.until for plan in plans_named("“八五”普法")] == [2026]


def test_what_only_begins_like_a_name_is_none() -> None:
    with using_plans(plan_table(OWN)):
        assert plans_named("云溪市智慧监管三年来，成效明显。") == []
