"""Figures that hang on others are found where last year's own numbers say so, and nowhere else."""

import pytest
from rollmakers import draft_of

CASES = [
    # (sentence, the figure that hangs on others, kind, labels of what it hangs on)
    ("全年受理行政复议案件380件，同比增长8.6%。", "增长8.6%", "growth", 1),
    ("行政机关负责人出庭应诉率98.2%，同比提高1.3个百分点。", "提高1.3个百分点", "points", 1),
    ("全市公职律师达到319名，比上年增加15名。", "增加15名", "count", 1),
    ("移交法治督察问题160个，完成整改150个，整改率93.8%。", "93.8%", "share", 2),
    ("审结行政复议案件100件，其中维持60件、撤销25件、终止15件。", "100件", "sum", 3),
    ("全市持证执法人员5612人，配备法制审核人员406名，占执法人员的7.2%。", "7.2%", "share", 2),  # 人 and 名
]


def formulas(sentence: str) -> dict[str, tuple[str, int]]:
    text = f"云溪市2023年法治政府建设情况报告\n一、主要举措和成效\n（一）推进工作。{sentence}\n云溪市人民政府\n2024年1月20日"
    slots = draft_of(text).slots
    ids = {slot.id for slot in slots}
    assert all(set(slot.formula.terms) <= ids for slot in slots if slot.formula)
    return {slot.last.text: (slot.formula.kind, len(slot.formula.terms)) for slot in slots if slot.formula and slot.last}


@pytest.mark.parametrize(("sentence", "figure", "kind", "terms"), CASES)
def test_a_figure_that_follows_from_others_has_their_formula(sentence: str, figure: str, kind: str, terms: int) -> None:
    assert formulas(sentence) == {figure: (kind, terms)}


def test_a_rate_of_a_part_far_behind_its_total_follows_from_both() -> None:
    sentence = "审结行政复议案件100件，其中维持40件、驳回18件、撤销12件、调解和解30件，撤销率12.0%，调解和解率30.0%。"
    assert formulas(sentence)["30.0%"] == ("share", 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "全年受理行政复议案件380件，办结350件，群众满意率98.2%。",  # a rate of something else
        "审结行政复议案件100件，其中维持60件、撤销25件。",  # a list that does not add up
        "全年受理行政复议案件约380件，同比增长8.6%。",  # nothing is computed from 约
        "组织培训12场，培训执法人员1200人次。",
        "行政机关负责人出庭应诉率98.2%，同比提高1.3%。",  # points or per cent
    ],
)
def test_a_figure_that_does_not_follow_has_none(sentence: str) -> None:
    assert formulas(sentence) == {}


def test_the_prompt_tells_from_what_it_is_computed_and_ends_with_last_year() -> None:
    text = "云溪市2023年法治政府建设情况报告\n一、主要举措和成效\n（一）推进工作。全年受理行政复议案件380件，同比增长8.6%。\n"
    prompts = [slot.placeholder for slot in draft_of(text).slots if slot.formula]
    assert len(prompts) == 1
    assert "计算；上年增长8.6%】" in prompts[0]
    assert "380件" in prompts[0]
