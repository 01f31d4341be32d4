"""A report that lost one marker, bracket or stop has the same tree as the whole one, and the loss is told."""

import re

import pytest
from makers import raw, tree

from drafter.model.report import Report
from drafter.parse import parse_report

WHOLE = """云溪市人民政府关于2023年法治政府建设情况的报告

2023年，云溪市人民政府认真落实上级部署，围绕中心、服务大局，各项工作稳步推进。现将有关情况报告如下。

一、2023年法治政府建设主要举措和成效

（一）加强党的领导，健全法治建设推进机制。始终把法治建设摆在突出位置，与经济社会发展同部署、同推进。\
一是学懂弄通习近平法治思想。市政府常务会议学法11次，培训干部420余人次。\
二是压实第一责任人职责。组织46名党政主要负责人开展述法，现场述法8人。三是发挥督察考核作用。实地督察18个单位，反馈问题73个。

（二）转变政府职能，优化法治化营商环境。一是权责清单动态调整。公布权责事项3320项，较上年减少46项。\
二是“高效办成一件事”落地见效。推出主题服务16个，办件2.1万件。三是市场监管更加公平。开展“双随机、一公开”抽查92批次。

（三）完善制度体系，提高科学决策水平。一是立法工作扎实推进。出台政府规章1件。\
二是重大决策程序更加规范。公布年度决策事项目录，开展合法性审查165件。

（四）严格规范执法，提升执法公信力。一是改革执法体制。向28个乡镇赋予执法事项62项，健全协调机制。\
二是落实“三项制度”。全市执法人员3180人，持证率100%。三是加强执法监督。评查案卷210卷，发出监督意见书13份。

二、存在的问题和不足

对照上级要求，仍存在一些问题：一是基层执法力量不足。部分乡镇执法人员偏少，专业能力不强。\
二是规范性文件管理不够严格。个别单位报备不及时。三是普法宣传针对性不强。形式比较单一，实效有待提升。

三、2024年工作打算

（一）夯实基层基础。推动执法力量下沉，每个乡镇持证人员不少于6人。

（二）规范文件管理。建立全流程管理平台，确保报备率达到100%。

（三）创新普法方式。分类制定普法清单，推广以案释法。

云溪市人民政府
2024年2月6日"""

DAMAGES = {
    "left bracket": (r"（([一二三四])）", r"\1）", "marker-bracket-lost"),
    "right bracket": (r"（([一二三四])）", r"（\1", "marker-bracket-lost"),
    "left bracket and number": (r"（[一二三四]）", "）", "marker-number-lost"),
    "number in brackets": (r"（[一二三四]）", "（）", "marker-number-lost"),
    "whole bracket marker": (r"（[一二三四]）", "", "marker-lost"),
    "numeral of an item": (r"[一二三]是", "是", "marker-number-lost"),
    "stop before an item": (r"。(?=[一二三]是)", "", None),
    "line break before a heading": (r"\n\n(?=（)", "", None),
    "numeral of a chapter": (r"(?<=\n)[一二三]、", "、", "marker-number-lost"),
    "whole chapter marker": (r"(?<=\n)[一二三]、", "", "marker-lost"),
    "wrong mark after a chapter number": (r"(?<=\n)([一二三])、", r"\1.", None),
    "line break put in before an item": (r"。(?=[二三]是)", "。\n", None),
}
CASES = [
    (name, hit.start(), pattern, new, code)
    for name, (pattern, new, code) in DAMAGES.items()
    for hit in re.finditer(pattern, WHOLE)
]


def understood(report: Report) -> tuple:
    """What damage must not change."""
    return (
        tree(report),
        [section.role for section in report.sections],
        [p.text.rstrip("。") for p in report.problems],
        [p.title for p in report.plans],
        report.info.year,
        report.info.issuer,
    )


@pytest.mark.parametrize(("name", "at", "pattern", "new", "code"), CASES, ids=[f"{case[0]} at {case[1]}" for case in CASES])
def test_one_loss_leaves_the_tree_as_it_was(name: str, at: int, pattern: str, new: str, code: str | None) -> None:
    hit = re.compile(pattern).match(WHOLE, at)
    assert hit
    damaged = parse_report(raw(WHOLE[: hit.start()] + hit.expand(new) + WHOLE[hit.end() :]))
    assert understood(damaged) == understood(parse_report(raw(WHOLE)))
    codes = {defect.code for defect in damaged.defects}
    if code:
        assert code in codes
        assert damaged.info.notes


def test_a_sound_report_has_no_defect_and_no_note() -> None:
    report = parse_report(raw(WHOLE))
    assert (report.defects, report.info.notes) == ((), ())


def test_half_width_marks_make_the_same_tree() -> None:
    half = WHOLE.translate(str.maketrans("（），：", "(),:"))
    folded = [row.translate(str.maketrans("（），：", "(),:")) for row in tree(parse_report(raw(WHOLE)))]
    found = [row.translate(str.maketrans("（），：", "(),:")) for row in tree(parse_report(raw(half)))]
    assert found == folded


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("落实《实施纲要（20212025年）》各项任务。", "year-range-dash-lost", "20212025"),
        ("落实2016年2020年规划各项任务。", "year-range-dash-lost", "2016年2020"),
        ("建设“绿色云溪、创新云溪，推进各项工作取得新的进展，全年完成任务。", "quote-unmatched", "“绿色云溪"),
        ("推进“一窗通办”改革”取得新的进展，全年完成各项既定任务。", "quote-unmatched", "”"),
        ("认真落实《重大行政决策程序办法，全年公布事项12项。", "title-mark-unmatched", "《重大"),
        ("修订《议事规则》《财务制度》》，全年公布事项12项。", "title-mark-unmatched", "》"),
        ("开展联合检查（含跨部门检查37批次，发现问题12个。", "bracket-unmatched", "（含"),
        ("企业满意度为“优”?率达93.5%，居全市前列。", "stray-mark", "?"),
        ("深化改革，，优化服务，全年完成任务35项。", "stray-mark", "，，"),
        ("自二○二一年以来，连续三年开展评查，发现问题12个。", "nought-misprinted", "○二一年"),
    ],
)
def test_damage_of_the_wording_is_told_where_it_is(text: str, code: str, shown: str) -> None:
    report = parse_report(raw(WHOLE.replace("始终把法治建设摆在突出位置，", text)))
    found = [defect for defect in report.defects if defect.code == code]
    assert len(found) == 1
    assert shown in report.text[found[0].start : found[0].end]


@pytest.mark.parametrize(
    "sound",
    [
        "落实《关于印发〈行动方案〉的通知》和《办法（试行）》，全年完成任务35项。",
        "打造“一件事（含跨区域）”场景，分为：1）线上办；2）线下办，共35项。",
        "这件事怎么办？各单位给出了“马上办”的回答，全年完成任务35项。",
        "自二〇二一年以来，热线12345接通率达100%，全年完成任务35项。",
        "由县（市、区）（含开发区）分头落实，全年完成任务35项。",
    ],
)
def test_marks_that_belong_together_are_no_damage(sound: str) -> None:
    assert parse_report(raw(WHOLE.replace("始终把法治建设摆在突出位置，", sound))).defects == ()


def test_a_line_printed_twice_is_told_and_read_once() -> None:
    line = next(row for row in WHOLE.split("\n") if row.startswith("（三）完善制度体系"))
    report = parse_report(raw(WHOLE.replace(line, f"{line}\n{line}")))
    assert understood(report) == understood(parse_report(raw(WHOLE)))
    assert [(d.code, report.text[d.start : d.end]) for d in report.defects] == [("line-doubled", line)]


def test_a_report_signed_before_its_year_was_over_says_so() -> None:
    report = parse_report(raw(WHOLE.replace("2024年2月6日", "2023年12月20日")))
    assert [d.code for d in report.defects] == ["date-early"]


def test_a_wrong_number_between_right_ones_is_put_right() -> None:
    report = parse_report(raw(WHOLE.replace("（二）转变", "（三）转变")))
    assert understood(report) == understood(parse_report(raw(WHOLE)))
    assert [d.code for d in report.defects] == ["numbering-misprinted"]


def test_a_range_with_its_dash_and_a_phone_number_are_no_damage() -> None:
    report = parse_report(raw(WHOLE.replace("各项工作稳步推进", "落实《纲要（2021-2025年）》，热线20212025接通")))
    assert report.defects == ()


def test_missing_and_repeated_numbers_are_told() -> None:
    text = WHOLE.replace("（二）规范文件管理", "（五）规范文件管理").replace("（三）创新普法方式", "（五）创新普法方式")
    report = parse_report(raw(text))
    said = {defect.code: defect.message for defect in report.defects}
    assert "“（二）、（三）、（四）”" in said["numbering-gap"]
    assert "（五）" in said["numbering-duplicate"]


def test_a_date_without_its_last_character_is_told() -> None:
    report = parse_report(raw(WHOLE.removesuffix("日")))
    assert report.date is not None
    assert [d.code for d in report.defects] == ["date-incomplete"]


def test_arabic_numbers_may_run_through_the_whole_report() -> None:
    text = "一、做法\n（一）甲\n1.健全机制。开会。\n2.优化服务。办事。\n（二）乙\n3.严格执法。查案。\n4.加强监督。督察。"
    report = parse_report(raw(text))
    assert [d.code for d in report.defects] == []
    assert [row for row in tree(report) if row.startswith("3")] == [
        "3 1.健全机制",
        "3 2.优化服务",
        "3 3.严格执法",
        "3 4.加强监督",
    ]
