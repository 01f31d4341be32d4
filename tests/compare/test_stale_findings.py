"""What should have moved is asked about; what is rightly the same is told in one line."""

import pytest
from makers import raw
from twoyears import compared, report

from drafter.model.report import Report
from drafter.parse import parse_report

SUSPICIOUS = [
    ("今年新组建民营经济法律服务团，吸纳律师36名，为企业提供合规指引。", "this-year"),
    ("9月中旬，举办行政执法骨干研修班，128名学员取得结业证书。", "dated-event"),
    ("市河湖长制联席会议举行第四次全体会议，审定年度重点任务。", "ordinal"),
    ("我市已连续三年被省里列入普法工作先进行列。", "consecutive"),
    ("下一步，将出台赋权事项评估办法，建立能进能出的调整机制。", "promise"),
    ("贯彻落实《云溪市优化营商环境行动方案（2019—2021年）》，持续打造一流环境。", "plan-period"),
]


@pytest.mark.parametrize(("sentence", "rule"), SUSPICIOUS)
def test_a_sentence_that_ought_to_have_moved_is_asked_about_once(sentence: str, rule: str) -> None:
    found = [
        f for f in compared(report(2022, sentence), report(2023, sentence)).findings if f.kind == "stale" and f.level != "info"
    ]
    own = [f for f in found if f.old_place.startswith("一") or f.new_place.startswith("一")]
    assert [f.rule for f in own] == [rule]
    assert own[0].new
    assert own[0].new.text in sentence


STANDING = [
    "未经合法性审查的事项不予上会，严禁辅助人员单独执法。",
    "市政府报备规范性文件报备率100%。",
    "落实“谁执法谁普法”责任制。",
    "12月4日国家宪法日当天，各级各部门集中开展宣誓。",
    "落实《法治政府建设实施纲要（2021—2025年）》，推进各项任务。",
]


@pytest.mark.parametrize("sentence", STANDING)
def test_what_is_rightly_the_same_is_not_asked_about(sentence: str) -> None:
    found = compared(report(2022, sentence), report(2023, sentence)).findings
    assert not [f for f in found if f.kind == "stale" and f.level != "info" and (f.new_place or "一").startswith("一")]


def test_an_equal_figure_among_updated_ones_is_asked_about_and_pointed_at_tightly() -> None:
    old = report(2022, "发出监督建议书21份，撤销违规罚单17起。")
    new = report(2023, "发出监督建议书34份，撤销违规罚单17起。")
    found = [f for f in compared(old, new).findings if f.rule == "figure" and f.kind == "stale"]
    assert [f.new.text for f in found if f.new] == ["17起"]


def test_a_heading_with_last_years_year_is_asked_about() -> None:
    old, new = report(2022, "推进改革。"), report(2023, "深化改革。")
    wrong = new.text.replace("一、2023年推进", "一、2022年推进")
    found = compared(old, parse_report(raw(wrong))).findings
    assert any(f.rule == "year" and f.level == "must" and f.new and "2022" in f.new.text for f in found)


def test_a_repeated_report_of_the_same_year_has_nothing_stale() -> None:
    same = report(2023, SUSPICIOUS[0][0] + SUSPICIOUS[1][0])
    assert compared(same, same).findings == ()
    assert compared(same, same, "drafts").findings == ()


def test_one_small_equal_part_of_an_updated_list_is_only_for_information() -> None:
    old = report(2022, "审结复议案件131件，其中维持70件、撤销22件、终止26件、驳回13件。")
    new = report(2023, "审结复议案件156件，其中维持81件、撤销31件、终止31件、驳回13件。")
    found = [f for f in compared(old, new).findings if f.rule == "figure" and f.kind == "stale"]
    assert [(f.new.text, f.level) for f in found if f.new] == [("13件", "info")]


def test_last_years_list_cited_again_is_asked_about() -> None:
    named = "公布《2022年度重大行政决策事项目录》，纳入事项{}项。"
    found = [
        f for f in compared(report(2022, named.format(31)), report(2023, named.format(46))).findings if f.rule == "annual-name"
    ]
    assert [(f.level, f.new.text) for f in found if f.new] == [("must", "《2022年度重大行政决策事项目录》")]


def test_a_chapter_is_called_the_same_every_year() -> None:
    def joined(year: int) -> Report:
        text = report(year, f"办理案件{year - 1990}件。").text
        return parse_report(raw(text.replace("二、存在的不足", "二、存在的问题及下一步工作打算")))

    assert not [f for f in compared(joined(2022), joined(2023)).findings if f.rule == "promise"]
