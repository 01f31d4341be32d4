"""Every rule of `check`: where it speaks, and where it must be silent."""

from dataclasses import replace

import pytest
from makers import SIGNED, TITLE, report

from drafter.check import RULES, check_report
from drafter.check.against import unfit
from drafter.extract import extract_metrics
from drafter.model.change import MetricChange
from drafter.model.finding import Finding
from drafter.model.metric import Metric, StatedChange
from drafter.model.raw import RawSlot
from drafter.model.report import Report

WHOLE = "一、主要做法 > （一）履行第一责任人职责。{0} > （二）加强执法。规范程序。 > 二、存在问题 | 一是力量不足，原因是编制偏少。 > 三、下一步工作安排 | （一）充实力量。"


def findings(text: str, rule: str, **around: str) -> list[Finding]:
    made = report(text, **around)
    return [found for found in check_report(made, extract_metrics(made)) if found.rule == rule]


def in_a_report(sentence: str) -> str:
    return WHOLE.format(sentence)


# the sentence; the level where the rule speaks (None: silent); what the message must say
SUMS = [
    ("审结案件884件，其中维持312件、驳回181件、纠错92件、终止297件。", "verify", "之和882件不相符，相差2件"),
    ("审结案件882件，其中维持312件、驳回181件、纠错92件、终止297件。", None, ""),
    ("审核文件251件，其中合同118件、规范性文件32件、其他95件。", "must", "相差6件，请核对总数和分项数"),
    ("审核文件251件，其中合同138件、规范性文件32件、其他95件。", "must", "分项之和多出14件"),
    ("清理文件289件，其中保留231件、修改19件、废止37件。", "verify", "相差2件"),
    ("培训人员300名，其中女性160名、党员180名。", "verify", "如有交叉"),
    ("受理案件412件，其中行政处罚类163件。", None, ""),
    ("受理案件412件，其中行政处罚类163件、行政强制类92件。", None, ""),
    ("受理案件412件，其中公安类63件、市场类92件、社保类40件、资源类31件。", None, ""),
    ("开展培训460余人次，其中市直120人次、县区330人次、其他5人次。", None, ""),
    ("公开事项945项（对企业640项、对个人210项、对单位95项），其中网上办320项、窗口办530项。", None, ""),
]


@pytest.mark.parametrize(("sentence", "level", "said"), SUMS)
def test_parts_are_added_up(sentence: str, level: str | None, said: str) -> None:
    found = findings(in_a_report(sentence), "sum")
    assert [f.level for f in found] == ([level] if level else [])
    if found:
        assert said in found[0].message
        assert found[0].kind == "sum"
        assert found[0].new is not None
        assert found[0].new_place == "一、（一）"


RATES = [
    ("督察反馈问题161个，完成整改150个，整改率93.2%。", False),
    ("督察反馈问题161个，完成整改150个，整改率93.1%。", False),  # cut off, not rounded
    ("督察反馈问题161个，完成整改150个，整改率93%。", False),
    ("督察反馈问题161个，完成整改150个，整改率96.9%。", True),
    ("督察反馈问题161个，完成整改150个，群众满意率96.9%。", False),
    ("督察反馈问题161个，完成整改150个，整改率60.2%。", False),  # so far off that it is a rate of something else
    ("督察反馈问题130余个，完成整改120个，整改率96.9%。", False),
]


@pytest.mark.parametrize(("sentence", "fires"), RATES)
def test_a_rate_is_computed_again(sentence: str, fires: bool) -> None:
    found = findings(in_a_report(sentence), "rate")
    assert [f.level for f in found] == (["verify"] if fires else [])
    assert all("93.17%" in f.message for f in found)


POINTS = [
    ("负责人出庭应诉率98.7%，同比提高1.9%。", "1.9%"),
    ("负责人出庭应诉率98.7%，同比提高1.9个百分点。", None),
    ("受理案件412件，同比增长2.6%。", None),
]


@pytest.mark.parametrize(("sentence", "about"), POINTS)
def test_a_change_of_a_rate_is_told_in_points(sentence: str, about: str | None) -> None:
    found = findings(in_a_report(sentence), "points")
    assert [f.new.text for f in found if f.new] == ([about] if about else [])


OPEN = [
    ("全年受理案件【待填：受理案件（件）；上年22件】。", "【待填：受理案件（件）；上年22件】"),
    ("全年受理案件××件。", "××"),
    ("全年受理案件____件。", "____"),
    ("具体数据待补充。", "待补充"),
    ("全年受理案件22件，同比增长×倍。", None),
    ("处理面积3×5米的违法广告牌。", None),
]


@pytest.mark.parametrize(("sentence", "about"), OPEN)
def test_what_is_left_open_is_told(sentence: str, about: str | None) -> None:
    found = findings(in_a_report(sentence), "open-place")
    assert [f.new.text for f in found if f.new] == ([about] if about else [])
    assert all(f.level == "must" for f in found)


def test_a_kept_sentence_must_be_confirmed() -> None:
    made = report(in_a_report("全面落实执法公示制度。"))
    start = made.text.index("全面落实")
    slot = RawSlot(slot_id="k1", kind="keep", label="沿用", start=start, end=start + 11, open=True)
    spoken = check_report(replace(made, slots=(slot,)), ())
    assert [f.new.text for f in spoken if f.rule == "unconfirmed-sentence" and f.new] == ["全面落实执法公示制度。"]
    assert not [
        f for f in check_report(replace(made, slots=(replace(slot, open=False),)), ()) if f.rule == "unconfirmed-sentence"
    ]


def kept(made: Report, count: int) -> Report:
    start = made.text.index("全面落实")
    slots = (RawSlot(slot_id=f"k{n}", kind="keep", label="沿用", start=start, end=start + 4 + n, open=True) for n in range(count))
    return replace(made, slots=tuple(slots))


@pytest.mark.parametrize(
    ("blanks", "sentences", "told"),
    [
        (3, 0, ["尚有未填写内容“【待填：甲】”"] * 3),
        (4, 0, ["尚有4处待填写，请补充后再定稿；首处为“【待填：甲】”"]),
        (4, 4, ["尚有4处待填写、4处待确认，请补充后再定稿，详见 drafter status"]),
        (1, 4, ["尚有未填写内容", "尚有4处沿用上年的语句待确认"]),
        (4, 3, ["尚有4处待填写，请补充后", "沿用上年的语句尚未确认", "沿用上年的语句尚未确认", "沿用上年的语句尚未确认"]),
    ],
)
def test_more_than_three_open_places_are_told_as_one(blanks: int, sentences: int, told: list[str]) -> None:
    made = report(in_a_report("全面落实执法公示制度，" + "办理【待填：甲】，" * blanks + "规范有序。"))
    found = [f for f in check_report(kept(made, sentences), ()) if f.rule in ("open-place", "unconfirmed-sentence")]
    assert [f.message.startswith(said) for f, said in zip(found, told, strict=True)] == [True] * len(told)
    assert all(f.level == "must" and f.new for f in found)


def test_prompts_are_no_damage_of_the_text() -> None:
    sentence = "一是规范执法。【待写：上年为“建成‘一张网”】二是公开结果。结果“公开【待填：时间】。三是培训。"
    assert not [f for f in findings(in_a_report(sentence), "defect") if "二是" in f.message or "序号" in f.message]
    assert not findings(in_a_report("办理【待填：甲；上年“乙】件。"), "defect")
    assert findings(in_a_report("办理“乙件。"), "defect")


# the body; what the rule names; its level. The report is that of 2023.
YEARS = [
    ("一、2023年主要做法 > （一）加强领导。到位。 > 二、2024年工作安排 | （一）补短板。", [], None),
    ("一、2022年主要做法 > （一）加强领导。到位。 > 二、2024年工作安排 | （一）补短板。", ["2022年"], "must"),
    ("一、主要做法 > （一）加强领导。到位。 > 二、2022年工作安排 | （一）补短板。", ["2022年"], "must"),
    ("一、主要做法 > （一）落实2022年度工作任务。到位。", ["2022年度"], "verify"),
    ("一、主要做法 > （一）落实《法治建设2022年工作要点》。到位。", [], None),
    ("一、2019年以来的主要做法 > （一）加强领导。到位。", [], None),
    ("一、2021年至2023年主要做法 > （一）加强领导。到位。", [], None),
    ("一、主要做法 > （一）加强领导。2022年受理案件22件。", [], None),
    ("一、2022年工作回顾 > （一）加强领导。到位。 > 二、2023年工作安排 | （一）补短板。", [], None),
]


@pytest.mark.parametrize(("body", "about", "level"), YEARS)
def test_a_heading_bears_the_reports_year(body: str, about: list[str], level: str | None) -> None:
    found = findings(body, "wrong-year")
    assert [f.new.text for f in found if f.new] == about
    assert all(f.level == level for f in found)


@pytest.mark.parametrize(
    ("preamble", "fires"),
    [
        ("2022年，云溪市认真落实上级部署，各项工作稳步推进。现将有关情况报告如下。", True),
        ("2023年，云溪市认真落实上级部署，各项工作稳步推进。现将有关情况报告如下。", False),
        ("2021年8月纲要印发以来，云溪市认真落实上级部署，各项工作稳步推进。现将有关情况报告如下。", False),
    ],
)
def test_the_preamble_bears_the_reports_year(preamble: str, fires: bool) -> None:
    assert [f.new.text for f in findings(in_a_report(""), "wrong-year", preamble=preamble) if f.new] == (
        ["2022年"] if fires else []
    )


@pytest.mark.parametrize(
    ("date", "fires"),
    [
        ("2024年2月6日", False),
        ("2023年12月20日", False),
        ("2023年2月6日", True),
        ("2022年12月30日", True),
        ("2025年2月6日", True),
        ("二〇二四年二月六日", False),
        ("二〇二三年二月六日", True),
    ],
)
def test_the_date_of_signature_follows_the_year(date: str, fires: bool) -> None:
    found = findings(in_a_report(""), "signature-date", signed=f"云溪市人民政府\n{date}")
    assert [f.new.text for f in found if f.new] == ([date] if fires else [])


# The report is that of 2023.
PLANS = [
    ("深入实施《云溪市优化营商环境行动方案（2020—2022年）》。", "《云溪市优化营商环境行动方案（2020—2022年）》"),
    ("深入实施《云溪市优化营商环境行动方案（2021—2023年）》。", None),
    ("完成《云溪市优化营商环境行动方案（2020—2022年）》总结验收。", None),
    ("组织开展“七五”普法宣传。", "“七五”普法"),
    ("组织开展“八五”普法宣传。", None),
    ("案件数较“十三五”时期下降。", None),
    ("落实《法治政府建设实施纲要（2015—2020年）》各项任务。", "《法治政府建设实施纲要（2015—2020年）》"),
    ("落实《法治政府建设实施纲要（2021—2025年）》各项任务。", None),
]


@pytest.mark.parametrize(("sentence", "about"), PLANS)
def test_a_plan_past_its_time_is_asked_about(sentence: str, about: str | None) -> None:
    found = findings(in_a_report(sentence), "expired-plan")
    assert [f.new.text for f in found if f.new] == ([about] if about else [])


@pytest.mark.parametrize(
    ("sentence", "fires"),
    [
        ("公布《2022年度重大行政决策事项目录》。", True),
        ("公布《2023年度重大行政决策事项目录》。", False),
        ("对《2022年度重大行政决策事项目录》完成情况开展评估。", False),
        ("修订《2022年版行政处罚裁量基准》。", False),
    ],
)
def test_a_yearly_list_of_an_earlier_year_is_asked_about(sentence: str, fires: bool) -> None:
    assert len(findings(in_a_report(sentence), "annual-name")) == fires


# the body, what is missing
ITEMS = [
    (in_a_report(""), []),
    (in_a_report("").replace("履行第一责任人职责", "加强领导"), ["第一责任人职责情况"]),
    (in_a_report("主要负责同志切实履行法治建设职责。").replace("履行第一责任人职责", "加强领导"), []),
    (in_a_report("").replace("，原因是编制偏少", ""), ["不足之处的原因"]),
    (in_a_report("").partition(" > 三、")[0], ["下一年度主要安排"]),
    (in_a_report("").replace("二、存在问题 | 一是力量不足，原因是编制偏少。 > 三、", "二、"), ["存在的不足和原因"]),
]


@pytest.mark.parametrize(("body", "missing"), ITEMS)
def test_what_the_regulation_asks_for_is_looked_for(body: str, missing: list[str]) -> None:
    found = findings(body, "required-item")
    assert [any(name in f.message for name in missing) for f in found] == [True] * len(missing)
    assert all(f.level == "verify" and f.new is None and "不代表工作未开展" in f.message for f in found)


@pytest.mark.parametrize(
    "title",
    ["云溪市人民政府2023年政府工作报告", "云溪市人民政府关于2016年法治政府建设情况的报告", "云溪市2023年财政预算执行情况的报告"],
)
def test_reports_that_the_regulation_does_not_govern_are_not_held_to_it(title: str) -> None:
    assert findings("一、主要做法 > （一）加强领导。到位。", "required-item", title=title) == []


def test_damage_in_the_text_is_told_with_its_place() -> None:
    found = findings("一、主要做法 > （一）加强领导。到位。 > 二)规范执法。严格程序。 > （三）普法。深入。", "defect")
    assert [f.kind for f in found] == ["numbering"]
    assert "就收到的文本而言" in found[0].message


STATED = [
    # last year's text and value, this year's, what is stated of the change, at which level the rule speaks
    (("312件", 312), ("350件", 350), ("percent", 12.2, "up"), None),
    (("312件", 312), ("350件", 350), ("percent", 12, "up"), None),
    (("312件", 312), ("350件", 350), ("percent", 13.2, "up"), "verify"),
    (("312件", 312), ("350件", 350), ("percent", 12.2, "down"), "must"),
    (("312件", 312), ("350件", 350), ("count", 38, "up"), None),
    (("312件", 312), ("350件", 350), ("count", 39, "up"), "verify"),
    (("5.82万件", 58200), ("4.36万件", 43600), ("percent", 25.0, "down"), None),
    (("5.82万件", 58200), ("4.36万件", 43600), ("percent", 26.2, "down"), "verify"),
    (("33.6%", 33.6), ("37.0%", 37.0), ("points", 3.4, "up"), None),
    (("33.6%", 33.6), ("37.0%", 37.0), ("points", 4.3, "up"), "verify"),
    (("33.6%", 33.6), ("37.0%", 37.0), ("percent", 3.4, "up"), None),
    (("312件", 312), ("350件", 350), ("level", 400, "up"), None),
    (("412件", 412), ("350件", 350), ("level", 350, "up"), "must"),
    (("312件", 312), ("350件", 350), ("level", 350, "down"), "must"),
    (("3.51万件", 35100), ("3.51万件", 35100), ("level", 35100, "up"), None),
    (("312件", 312), ("314件", 314), ("percent", 0, "flat"), None),
    (("312件", 312), ("350件", 350), ("percent", 0, "flat"), "verify"),
]


@pytest.mark.parametrize(("before", "after", "stated", "level"), STATED)
def test_a_stated_change_is_held_against_last_years_report(
    before: tuple[str, float], after: tuple[str, float], stated: tuple[str, float, str], level: str | None
) -> None:
    old, new = (metric(*side) for side in (before, after))
    kind, value, direction = stated
    new = replace(new, stated_change=StatedChange(kind=kind, value=value, direction=direction))  # type: ignore[arg-type]
    made = report(in_a_report(f"审结案件{new.text}。"))
    at = made.text.index(new.text)
    new = replace(new, start=at, end=at + len(new.text))
    pair = MetricChange(status="changed", label="审结案件", old=old, new=new)
    found = [f for f in check_report(made, (), (pair,)) if f.rule == "stated-change"]
    assert [f.level for f in found] == ([level] if level else [])
    unsure = [
        replace(pair, status="perhaps"),
        replace(pair, new=replace(new, approx="余")),
        replace(pair, old=replace(old, scope="cumulative")),
    ]
    assert not [f for one in unsure for f in check_report(made, (), (one,)) if f.rule == "stated-change"]


def metric(text: str, value: float) -> Metric:
    unit = "%" if text.endswith("%") else "件"
    return Metric(text=text, start=0, end=len(text), id="m1", kind="metric", label="审结案件", value=value, unit=unit)


def test_the_words_of_a_stated_change_say_what_was_computed() -> None:
    old, new = (
        metric("33.6%", 33.6),
        replace(metric("37.0%", 37.0), stated_change=StatedChange(kind="points", value=4.3, direction="up")),
    )
    made = report(in_a_report("调解和解率37.0%。"))
    (found,) = (
        f
        for f in check_report(made, (), (MetricChange(status="changed", label="", old=old, new=new),))
        if f.rule == "stated-change"
    )
    assert "所述提高4.3个百分点，按两年数据（33.6%、37.0%）计算为提高3.4个百分点，请核对" in found.message


def test_a_clean_report_has_no_finding() -> None:
    made = report(in_a_report("全年审结案件20件。"))
    assert check_report(made, extract_metrics(made)) == ()


def test_findings_come_worst_first_and_ids_are_their_own() -> None:
    made = report(
        in_a_report("受理【待填：案件】件，审核251件，其中合同118件、其他95件，应诉率98.7%，同比提高1.9%，另有××件、××件。")
    )
    found = check_report(made, extract_metrics(made))
    assert len(found) >= 4
    assert [f.weight for f in found] == sorted((f.weight for f in found), reverse=True)
    assert len({f.id for f in found}) == len(found)
    assert all(f.rule in dict(RULES) for f in found)


def test_an_id_outlives_what_is_written_around_it() -> None:
    sentence = "审核文件251件，其中合同118件、规范性文件32件、其他95件。"
    one, other = (findings(in_a_report(text), "sum")[0] for text in (sentence, f"全年工作平稳有序推进。{sentence}"))
    assert one.id == other.id
    assert one.new != other.new


def test_every_finding_points_at_what_it_says() -> None:
    made = report(in_a_report("审核文件251件，其中合同118件、其他95件，应诉率98.7%，同比提高1.9%。"), title=TITLE, signed=SIGNED)
    for found in check_report(made, extract_metrics(made)):
        assert found.new is None or made.text[found.new.start : found.new.end] == found.new.text


def test_only_an_earlier_years_report_is_held_against() -> None:
    this = report(in_a_report("全年审结案件20件。"))
    year = this.info.year
    assert year is not None
    last = replace(this, text=this.text + "。", info=replace(this.info, year=year - 1))
    assert unfit(this, last) is None
    assert "同一报告" in (unfit(this, this) or "")
    assert "次序可能颠倒" in (unfit(last, this) or "")
    assert f"同为{year}年度" in (unfit(this, replace(last, info=this.info)) or "")
