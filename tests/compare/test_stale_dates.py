"""Days and years that stayed where they were: signatures, deadlines, what is of one year, plans past their period."""

import pytest
from twoyears import compared, report

from drafter.model.report import Report


def rules(old: Report, new: Report) -> list[tuple[str, str, str]]:
    return [(f.rule, f.level, f.new.text if f.new else "") for f in compared(old, new).findings if f.kind == "stale"]


def test_the_date_of_the_signature_must_move() -> None:
    old, new = report(2022, "推进改革。"), report(2022, "推进改革。新建站点3个。")
    assert ("signed", "must", "2023年2月6日") not in rules(old, report(2023, "推进改革。"))
    from makers import raw

    from drafter.parse import parse_report

    left = parse_report(raw(new.text.replace("关于2022年", "关于2023年").replace("2022年，", "2023年，")))
    assert ("signed", "must", "2023年2月6日") in rules(old, left)


@pytest.mark.parametrize(
    ("plans", "found"),
    [
        ("一是建设平台。2023年底前实现与上级平台联网。", ["2023年底前"]),
        ("一是建设平台。2024年底前实现与上级平台联网。", []),
        ("一是总结经验。巩固自2023年底以来的成果。", []),
        ("一是抓好落实。执行2023年底出台的监督办法。", []),
    ],
)
def test_a_deadline_before_the_year_of_the_plans_is_asked_about(plans: str, found: list[str]) -> None:
    old, new = report(2022, "推进改革。"), report(2023, "规范执法。", plans=plans)
    assert [text for rule, _, text in rules(old, new) if rule == "deadline"] == found


def test_a_plan_that_ends_with_the_year_is_over_for_the_next() -> None:
    name = "《云溪市法治建设三年行动方案（2021—2023年）》"
    old = report(2022, f"实施{name}。")
    within = report(2023, f"实施{name}。")
    beyond = report(2023, "规范执法。", plans=f"一是落实规划。深入实施{name}，推进改革。")
    assert not any(rule == "plan-period" for rule, _, _ in rules(old, within))
    assert ("plan-period", "must", name) in rules(old, beyond)


def test_what_is_of_one_year_cannot_be_of_both() -> None:
    old = report(2022, "编制公布2022年度重大行政决策事项目录，列入5项。")
    assert ("same-annual", "must", "2022年度") in rules(old, report(2023, "县政府公布2022年度重大行政决策事项目录，列入7项。"))
    assert not any(
        rule == "same-annual" for rule, _, _ in rules(old, report(2023, "公布2023年度重大行政决策事项目录，列入7项。"))
    )


def test_an_event_whose_figures_were_updated_presses_less() -> None:
    old = report(2022, "3月至4月，开展养老诈骗专项行动，检查机构186家，发现隐患41处。")
    kept = [(rule, level) for rule, level, _ in rules(old, report(2023, old.text.split("\n")[4]))]
    moved = [
        (rule, level)
        for rule, level, _ in rules(old, report(2023, "3月至4月，开展养老诈骗专项行动，检查机构203家，发现隐患37处。"))
    ]
    assert ("dated-event", "must") in kept
    assert ("dated-event", "must") not in moved


def test_one_figure_of_a_list_is_quoted_alone() -> None:
    old = report(2022, "全市有法律顾问团队186个、人民调解委员会1320个、人民调解员6210人。")
    new = report(2023, "全市有法律顾问团队186个、人民调解委员会1318个、人民调解员6305人。")
    found = [f.message for f in compared(old, new).findings if f.rule == "figure"]
    assert found
    assert all("1318" not in message for message in found)


@pytest.mark.parametrize(
    ("repeated", "asked"),
    [
        ("建成第二水厂，日供水5万吨。", True),  # a short plan with a figure
        ("让我们团结一心，为建设富裕美丽的云溪努力奋斗。", False),
    ],
)
def test_a_plan_repeated_word_for_word_is_asked_about(repeated: str, asked: bool) -> None:
    old, new = (
        report(year, work, plans=f"一是改进工作。{repeated}") for year, work in ((2022, "推进改革。"), (2023, "规范执法。"))
    )
    assert ("plan" in {rule for rule, _, _ in rules(old, new)}) == asked


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("环湖快速路全长18.6公里，{}。", False),
        ("法治建设在绩效考核中分值占比12%，{}。", False),
        ("“三项制度”在31个县直执法单位落地，{}。", False),
        ("走访企业1380家，{}。", True),
        ("18个村级综合服务中心投入使用，{}。", True),
    ],
)
def test_what_is_fixed_is_not_asked_about(sentence: str, asked: bool) -> None:
    old, new = report(2022, sentence.format("成效明显")), report(2023, sentence.format("群众反响良好，工作有序推进"))
    assert ("figure" in {rule for rule, _, _ in rules(old, new)}) == asked


def test_a_fixed_day_excuses_the_event_of_that_day() -> None:
    sentence = "实施普法规划，12月4日在人民广场举办国家宪法日集中宣传活动。"
    assert not {rule for rule, _, _ in rules(report(2022, sentence), report(2023, sentence))} & {"event", "dated-event", "date"}


def test_a_list_in_brackets_does_not_cut_a_quotation() -> None:
    old = report(2022, "督促7个县（市、区）局和152家企业整改。")
    new = report(2023, "向7个县（市、区）局和152家企业反馈问题。")
    messages = [f.message for f in compared(old, new).findings if f.rule == "figure"]
    assert messages
    assert all("区）局" not in message or "县（市、区）局" in message for message in messages)
