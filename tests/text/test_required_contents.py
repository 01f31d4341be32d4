"""What the regulation asks of a report, and how a text answers it."""

import pytest

from drafter.text.contents import applies, tells_cause, tells_leadership


@pytest.mark.parametrize(
    ("title", "year", "asked"),
    [
        ("云溪市2023年法治政府建设情况报告", 2023, True),
        ("云溪市2018年法治政府建设情况报告", 2018, False),
        ("云溪市2023年政府工作报告", 2023, False),
    ],
)
def test_the_regulation_asks_reports_on_law_based_government_since_it_is_in_force(title: str, year: int, asked: bool) -> None:
    assert applies(title, year) is asked


def test_causes_and_leadership_are_told_by_content() -> None:
    assert tells_cause("受编制数量制约，基层力量偏弱。")
    assert not tells_cause("基层力量偏弱。")
    assert tells_leadership("党政主要负责人切实履行法治建设职责。")
    assert not tells_leadership("分管负责人作了部署。")
