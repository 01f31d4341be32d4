"""Each clause of a plan has its own status: what was promised, and its figure, must both be there."""

import pytest
from twoyears import compared, report

from drafter.model.change import PlanChange

CASES = [
    # (plan of last year, this year's work, the plan's status, its clauses' statuses)
    (
        "培训调解骨干300名，建设海岛法律服务站20个。",
        "培训调解骨干310名，新建海岛法律服务站17个。",
        "partly",
        ["answered", "partly"],
    ),
    ("力争渔业行政诉讼零败诉。", "全年渔业行政诉讼败诉1件。", "partly", ["partly"]),
    ("力争渔业行政诉讼零败诉。", "渔业行政诉讼连续保持零败诉。", "answered", ["answered"]),
    # a rise does not meet a fall
    ("渔船事故起数下降5%以上。", "渔船事故起数同比上升6%。", "partly", ["partly"]),
    # what came new does not reach a level, and what was reached is not what came
    ("休闲渔船突破900艘。", "休闲渔船净增76艘，总量达918艘。", "answered", ["answered"]),
    # a name in quotation marks
    ("推行“渔港一码通”改革，压减登检事项。", "在全省首创“渔港一码通”模式，受到好评。", "answered", ["answered", "not_mentioned"]),
    # another document is none
    ("推进《云溪市渔港管理条例》立法调研。", "《云溪市渔港专项规划》印发实施。", "not_mentioned", ["not_mentioned"]),
    # what is counted is told behind the figure
    ("完成2件政府规章立法后评估。", "全年公布施行政府规章2件。", "not_mentioned", ["not_mentioned"]),
    # a thing that is there or not when the year is over
    (
        "培训调解骨干300名，建成渔船监管平台。",
        "培训调解骨干310名，走访渔民群众。",
        "partly",
        ["answered", "not_mentioned"],
    ),
    # it stands by another name of the same kind
    ("建成渔业争议协调化解中心。", "集接访、调处于一体的渔业争议一站式调处中心在码头挂牌运行。", "answered", ["answered"]),
    # or what answers the next clause says that it is there
    (
        "上线渔港监督数字平台，归集渔船数据200万条以上。",
        "“海上通”系统4月投入运行，归集渔船数据214万条。",
        "answered",
        ["answered", "answered"],
    ),
    # a rule told without its title
    (
        "提请审议《云溪市渔港管理条例（草案）》。",
        "地方立法提速，渔港管理方面的条例已获通过，自10月1日起施行。",
        "answered",
        ["answered"],
    ),
    # a limit for each is not passed by the sum of all
    (
        "同一站所对同一渔船每年检查不超过1次，渔船检查次数再压减20%以上。",
        "全年渔船检查357次，比上年减少22.7%。",
        "answered",
        None,
    ),
    # other words of the trade
    ("选派渔政骨干跟班实训。", "从各站选派渔政骨干，随队办案半年。", "answered", ["answered"]),
    # a few common words in a sentence of another matter are no answer
    (
        "整治码头油品市场，公布一批典型案件。",
        "聚焦食品安全，加大典型案例曝光力度。",
        "not_mentioned",
        ["not_mentioned", "not_mentioned"],
    ),
    # a small count is near another by chance
    ("命名首批示范渔村3个。", "新增省级民主法治示范社区3个。", "not_mentioned", ["not_mentioned"]),
    # by way of last year's own figure
    ("拆除违法海堤4万平方米以上。", "全年共拆违36500平方米，恢复岸线。", "partly", ["partly"]),
]


def plan_of(promised: str, work: str) -> PlanChange:
    last = "去年拆除违法海堤3.8万平方米。共拆违面积居全省前列。"
    old = report(2022, last, plans=f"一是改进渔业工作。{promised}")
    return compared(old, report(2023, work)).plans[0]


@pytest.mark.parametrize(("promised", "work", "status", "clauses"), CASES[:-1])
def test_each_clause_is_told_by_itself(promised: str, work: str, status: str, clauses: list[str] | None) -> None:
    plan = plan_of(promised, work)
    assert clauses is None or [c.status for c in plan.clauses] == clauses
    assert plan.status == status


def test_a_clause_points_at_last_year_and_its_evidence_at_this() -> None:
    old = report(2022, "推进改革。", plans="一是改进渔业工作。培训调解骨干300名，建设海岛法律服务站20个。")
    new = report(2023, "培训调解骨干310名，新建海岛法律服务站17个。")
    plan = compared(old, new).plans[0]
    assert len(plan.clauses) == 2
    for clause in plan.clauses:
        assert old.text[clause.start : clause.end] == clause.text
        assert len(clause.evidence) <= 1
        for e in clause.evidence:
            assert new.text[e.start : e.end] == e.text


def test_a_clause_that_is_not_mentioned_in_an_answered_plan_is_told_for_information() -> None:
    old = report(2022, "推进改革。", plans="一是改进渔业工作。培训调解骨干300名，建立渔船积分管理制度。")
    made = compared(old, report(2023, "培训调解骨干310名。"))
    assert made.plans[0].status == "answered"
    found = [(f.level, f.old.text) for f in made.findings if f.rule == "clause" and f.old]
    assert found == [("info", "建立渔船积分管理制度。")]


def test_the_clauses_that_an_answered_plan_leaves_are_one_line() -> None:
    old = report(
        2022, "推进改革。", plans="一是改进渔业工作。培训调解骨干300名，坚定前行信心，转变机关作风，以实干赢得渔民信任。"
    )
    made = compared(old, report(2023, "培训调解骨干310名。"))
    (message,) = [f.message for f in made.findings if f.rule == "clause"]
    assert "等3处未见提及" in message


def test_a_heading_is_no_evidence() -> None:
    old = report(2022, "推进改革。", plans="一是建设行政执法监督平台。打通部门执法数据。")
    new = report(2023, "规范执法程序。\n（二）行政执法监督更加有力。\n组织案卷评查。")
    assert compared(old, new).plans[0].evidence == ()


def test_a_plan_answered_in_part_is_told_with_what_it_lacks() -> None:
    old = report(
        2022, "推进改革。", plans="一是改进渔业工作。坚持底线思维，修订渔港管理规定，培训调解骨干300名，新建法律服务站20个。"
    )
    made = compared(old, report(2023, "培训调解骨干310名，新建法律服务站17个。"))
    (message,) = [f.message for f in made.findings if f.rule == "partly"]
    assert "“新建法律服务站20个”所述与原定不完全对应，“修订渔港管理规定”未见提及" in message
    assert "底线思维" not in message
