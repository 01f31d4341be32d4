"""Problems recur though reworded; plans are answered by the thing and its figure, never by likeness alone."""

import pytest
from twoyears import compared, report

PLAN_CASES = [
    ("建成全市共用的合同范本资料库，供各单位下载。", "建成全市合同范本共用资料库，收入范本430份。", "answered"),
    ("力争行政机关负责人出庭应诉率达到98%以上。", "行政机关负责人出庭应诉率99.2%，较好落实制度。", "answered"),
    ("“高效办成一件事”主题达到30个。", "上线“高效办成一件事”主题25个，群众办事更方便。", "partly"),
    ("行政诉讼败诉率降到9%以内。", "行政诉讼败诉率9.6%，有关单位作了分析。", "partly"),
    ("推动法治督察与市委巡察信息互通、成果共享。", "组织法治督察，发现问题逐项整改。开展审计监督。", "not_mentioned"),
]


@pytest.mark.parametrize(("plan", "work", "status"), PLAN_CASES)
def test_a_plan_is_followed(plan: str, work: str, status: str) -> None:
    old = report(2022, "推进改革。", plans=f"一是加强统筹。{plan}")
    new = report(2023, work)
    made = compared(old, new)
    assert [p.status for p in made.plans] == [status]
    for e in made.plans[0].evidence:
        assert new.text[e.start : e.end] == e.text
        assert e.text in work
    assert len(made.plans[0].evidence) <= 3
    assert bool(made.plans[0].evidence) == (status != "not_mentioned")


def test_a_reworded_problem_recurs_and_the_others_are_gone_or_new() -> None:
    old = report(
        2022,
        "推进改革。",
        problems="一是基层执法力量薄弱。乡镇街道执法人员少，复杂案件办理能力不足。二是数据共享不畅。部门系统没有打通。",
    )
    new = report(
        2023,
        "推进改革。",
        problems="一是乡镇街道执法队伍力量仍显不足。办理复杂案件的能力有待提高。二是普法形式单一。线上产品吸引力不强。",
    )
    made = compared(old, new).problems
    assert [p.status for p in made] == ["recurring", "not_mentioned", "new"]


def test_what_is_not_mentioned_is_said_with_the_caveat() -> None:
    made = compared(
        report(2022, "推进改革。", plans="一是建设法治文化公园。年底前建成法治文化公园。"), report(2023, "规范执法。")
    )
    words = [f.message for f in made.findings if f.rule == "not-mentioned" and f.kind == "plan"]
    assert words
    assert all("仅指文本未提及，不代表工作未开展" in w for w in words)
