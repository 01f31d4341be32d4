"""The report of the year before LAST: two years beside a figure, promises that nobody came back to, problems that recur."""

from dataclasses import replace
from functools import cache

import pytest
from rollmakers import lines, report_raw, text_of

from drafter.compare import compare_reports
from drafter.extract import extract_metrics
from drafter.model.draft import Draft
from drafter.model.errors import DrafterError
from drafter.model.report import Report
from drafter.parse import parse_report
from drafter.rollforward import Before, check_before, roll
from drafter.text.placeholder import last_in

TOPS = ("主要举措和成效", "存在的问题", "工作安排")


def report(year: int, work: str, problems: str, plans: str, city: str = "云溪市") -> Report:
    sections = (f"一、{year}年{TOPS[0]}\n{work}", f"二、{TOPS[1]}\n{problems}", f"三、{year + 1}年{TOPS[2]}\n{plans}")
    head = f"{city}人民政府关于{year}年法治政府建设情况的报告\n{year}年，我市推进依法行政，现将有关情况报告如下。"
    return parse_report(report_raw("\n".join((head, *sections, f"{city}人民政府", f"{year + 1}年2月6日"))))


EARLIER = report(
    2022,
    "（一）健全复议机制。全年受理行政复议案件19起，调解和解率下降1.2%。\n（二）规范执法。培训执法人员210人次，评查案卷1,150宗。",
    "（一）复议力量不足。部分县区没有专职复议人员。\n（二）普法形式单一。线上宣传偏少。",
    "（一）充实复议力量。为每个县区配备不少于2名复议人员。\n（二）建设规范性文件数据库。年底前文件全部入库，供群众查询。\n"
    "（三）选聘执法监督员。面向企业、商会公开选聘行政执法社会监督员。",
)
LAST = report(
    2023,
    "（一）健全复议机制。全年受理行政复议案件22起，调解和解率增长3.5%。每个县区配备2名复议人员，复议力量得到充实。\n"
    "（二）规范执法。培训执法人员260人次，评查案卷1,204宗，发布指导案例9个。",
    "（一）复议力量仍然不足。部分县区专职复议人员偏少。\n（二）执法标准不统一。同类事项检查尺度有差异。",
    "（一）统一执法标准。开展执法监督。\n（二）建设规范性文件数据库。年底前文件全部入库。",
)


def drafted(earlier: Report = EARLIER, last: Report = LAST) -> Draft:
    metrics = extract_metrics(last)
    before = extract_metrics(earlier)
    since = compare_reports(earlier, last, before, metrics, "years")
    return roll(last, metrics, None, before=Before(report=earlier, metrics=before, since=since))


@cache
def draft() -> Draft:
    return drafted()


def prompt(made: Draft, holding: str) -> str:
    return next(slot.placeholder for slot in made.slots if slot.kind == "figure" and holding in slot.placeholder)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("22起", "；上年22起，前年19起】"),
        ("增长3.5%", "；上年增长3.5%，前年下降1.2%】"),
        ("1,204宗", "；上年1,204宗，前年1,150宗】"),
        ("9个", "；上年9个】"),
    ],
)
def test_two_years_stand_beside_a_figure_that_both_reports_have(last: str, said: str) -> None:
    assert prompt(draft(), f"上年{last}").endswith(said)


def test_a_pair_that_is_only_perhaps_one_is_not_shown() -> None:
    metrics, before = extract_metrics(LAST), extract_metrics(EARLIER)
    since = compare_reports(EARLIER, LAST, before, metrics, "years")
    doubted = replace(
        since, metrics=tuple(replace(row, status="perhaps") if row.old and row.new else row for row in since.metrics)
    )
    made = roll(LAST, metrics, None, before=Before(report=EARLIER, metrics=before, since=doubted))
    assert [slot.placeholder for slot in made.slots if slot.kind == "figure" and slot.before] == []


def test_what_the_year_before_said_points_into_its_own_report() -> None:
    spans = [slot.before for slot in draft().slots if slot.before]
    assert len(spans) >= 5
    assert all(EARLIER.text[span.start : span.end] == span.text for span in spans)


def test_a_promise_that_nobody_came_back_to_is_asked_about_where_it_belongs() -> None:
    told = lines(draft())
    asked = [line for line in told if "未见回应" in line]
    assert asked == [
        "【待写：2022年提出、2023年报告未见回应的安排“选聘执法监督员”的进展。已完成的写明时间和成效；未完成的写明原因和下步打算】"
    ]
    at = told.index(asked[0])
    assert next(line for line in reversed(told[:at]) if line.startswith("（")).startswith("（二）规范执法")


def test_its_comment_says_that_only_the_text_was_read() -> None:
    (comment,) = [block.comment for block in draft().blocks if "未见回应" in text_of(block)]
    assert comment
    assert "仅指文本未提及，不代表工作未开展" in comment


def test_what_was_answered_or_promised_again_is_asked_about_once() -> None:
    text = "\n".join(lines(draft()))
    assert "2022年提出、2023年报告未见回应的安排“充实复议力量”" not in text
    assert text.count("“建设规范性文件数据库”") == 2  # as last year's plan, and where next year's is to stand


def test_a_problem_of_both_years_is_marked_in_its_prompt() -> None:
    asked = [slot.placeholder for slot in draft().slots if slot.placeholder.startswith("【待写：上年问题“")]
    assert ["（该问题连续两年列为存在问题）" in text for text in asked] == [True, False]


def test_the_notes_tell_the_counts() -> None:
    figures = sum(slot.kind == "figure" and slot.before is not None for slot in draft().slots)
    assert figures == 4
    assert draft().notes[0] == (
        "对照2022年度报告：4项数据附前年数；2022年提出的安排中1项在2023年度报告中未见回应，已列为待写内容"
        "（仅指文本未提及，不代表工作未开展）；1个问题在两年报告中均列为存在问题"
    )


def test_the_notes_tell_nothing_of_what_there_is_none_of() -> None:
    bare = report(2022, "（一）加强学习。坚持学法用法。", "（一）机构不健全。", "（一）统一执法标准。开展执法监督。")
    assert drafted(bare).notes[0] == "对照2022年度报告：未见可对应的数据"


def test_without_the_year_before_nothing_is_added() -> None:
    made = roll(LAST, extract_metrics(LAST))
    assert [slot for slot in made.slots if slot.before] == []
    assert not any("前年" in line or "未见回应" in line for line in lines(made))


def test_ids_are_the_same_with_and_without() -> None:
    alone = {slot.id for slot in roll(LAST, extract_metrics(LAST)).slots}
    assert alone < {slot.id for slot in draft().slots}
    assert len({slot.id for slot in draft().slots} - alone) == 1


def dated(base: Report, year: int | None, issuer: str = "云溪市人民政府") -> Report:
    return replace(base, info=replace(base.info, year=year, issuer=issuer), text=base.text + " ")


def test_a_report_two_years_before_is_taken_and_told() -> None:
    made = drafted(dated(EARLIER, 2021))
    assert made.notes[0] == "--before 所给为2021年度报告，与上年报告相隔2年，文中按“2021年”注明"
    assert prompt(made, "上年22起").endswith("；上年22起，2021年19起】")
    assert any("2021年度、2023年度报告均将该问题列为存在问题" in slot.placeholder for slot in made.slots)


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        (LAST, "同一报告"),
        (dated(EARLIER, 2023), "不早于上年报告（2023年度）"),
        (dated(EARLIER, 2024), "不早于上年报告（2023年度）"),
        (dated(EARLIER, 2020), "相隔3年"),
        (dated(EARLIER, None), "未能识别年度"),
        (dated(EARLIER, 2022, "青溪县人民政府"), "发文机关为青溪县人民政府，上年报告为云溪市人民政府"),
    ],
    ids=["the same", "of one year", "later", "long before", "without a year", "of another office"],
)
def test_what_is_not_the_report_of_the_year_before_is_refused(earlier: Report, said: str) -> None:
    with pytest.raises(DrafterError, match=said) as told:
        check_before(earlier, LAST)
    assert (told.value.exit_code, bool(told.value.hint)) == (2, True)


@pytest.mark.parametrize("issuer", ["云溪市政府", "", "云溪市人民政府办公室"])
def test_an_issuer_that_may_be_the_same_is_taken(issuer: str) -> None:
    check_before(dated(EARLIER, 2022, issuer), LAST)


def test_the_year_of_last_may_come_from_the_option() -> None:
    unnamed = dated(LAST, None)
    check_before(EARLIER, unnamed, 2024)
    with pytest.raises(DrafterError, match="相隔3年"):
        check_before(EARLIER, unnamed, 2026)


@pytest.mark.parametrize(
    ("placeholder", "last"),
    [
        ("【待填：受理复议案件（件）；上年22件】", "22件"),
        ("【待填：受理复议案件（件）；上年22件，前年19件】", "22件"),
        ("【待填:评查案卷(宗);上年1,204宗,2021年1,150宗】", "1,204宗"),
        ("【待填：比上年增加（件）；上年3件，前年2件】", "3件"),
        ("【待填：排名】", ""),
    ],
)
def test_last_years_figure_is_read_out_of_a_prompt(placeholder: str, last: str) -> None:
    assert last_in(placeholder) == last
