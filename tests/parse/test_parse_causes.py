"""Why a problem is there: every way in which reports say so, and what sounds like it and is none."""

import pytest
from makers import raw, report

from drafter.model.report import Report
from drafter.parse import parse_report


def causes(found: Report) -> list[str | None]:
    return [p.cause for p in found.problems]


def problems(section: str) -> Report:
    return report(f"一、做法 | 做了很多。 > 二、存在的问题及原因 | {section} > 三、下一步打算 | 一是招人。二是筹钱。")


@pytest.mark.parametrize(
    ("item", "cause"),
    [
        ("站所力量不足，主要原因是编制偏紧", "编制偏紧"),
        ("站所力量不足，原因在于人员流动快", "人员流动快"),
        ("站所力量不足。究其原因，主要是待遇不高", "待遇不高"),
        ("站所力量不足。追其根源，在于重视不够", "重视不够"),
        ("站所力量不足，根本原因还在于投入机制不活", "投入机制不活"),
        ("站所力量不足，主要是由于机构改革不久", "机构改革不久"),
        ("站所力量不足，是因为培训没有跟上", "培训没有跟上"),
        ("由于经费紧张，站所设备更新缓慢", "经费紧张"),
        ("因为人员偏少等原因，案件办理周期较长", "人员偏少"),
        ("受财力制约，站所设备更新缓慢", "财力制约"),
        ("受编制和经费限制，站所力量不足", "编制和经费限制"),
        ("站所力量不足。原因：编制偏紧、待遇不高", "编制偏紧、待遇不高"),
        ("站所力量不足。产生原因：编制偏紧", "编制偏紧"),
        ("站所力量不足，其症结在于统筹不够", "统筹不够"),
        ("站所力量不足，培训也没有跟上", None),
        ("受理投诉不够及时，处理周期较长", None),
        ("对问题的原因分析不透，举措不实", None),
        ("群众感受不深，受众面较窄", None),
    ],
)
def test_a_problem_gives_its_own_cause(item: str, cause: str | None) -> None:
    assert causes(problems(f"一是{item}。二是设备陈旧。")) == [cause, None]


@pytest.mark.parametrize(
    ("section", "wanted"),
    [
        ("（一）力量不足。个别站所仅有1人。 > （二）设备陈旧。超期使用12台。 > 产生上述问题的主要原因是投入不足。", ["投入不足", "投入不足"]),
        ("站所力量不足；设备更新缓慢。究其原因，主要是投入不足。", ["投入不足", "投入不足"]),
        ("一是站所力量不足。二是设备更新缓慢。存在以上问题的原因，一是编制偏紧，二是投入不足。", ["编制偏紧", "投入不足"]),
        ("站所力量不足；设备更新缓慢。主要原因：一是编制偏紧；二是投入不足。", ["编制偏紧", "投入不足"]),
        ("（一）力量不足 > 1.问题表现。个别站所仅有1人。 > 2.产生原因。编制偏紧。 > （二）设备陈旧 > 1.问题表现。超期12台。 > 2.产生原因。投入不足。",
         ["编制偏紧", "投入不足"]),
        ("（一）存在的问题 > 1.力量不足。 > 2.设备陈旧。 > （二）原因分析 > 1.编制偏紧。 > 2.投入不足。", ["编制偏紧", "投入不足"]),
        ("问题一：力量不足。个别站所仅有1人。 | 原因：编制偏紧。 | 整改措施：招录人员5名。 > 问题二：设备陈旧。 | 原因：投入不足。 | 整改措施：更新设备8台。",
         ["编制偏紧", "投入不足"]),
        ("一是站所力量不足。二是设备更新缓慢。以上问题的存在，既有编制的因素，也有投入的因素。", ["既有编制的因素，也有投入的因素"] * 2),
    ],
)  # fmt: skip
def test_causes_told_apart_from_the_problems_find_them(section: str, wanted: list[str]) -> None:
    assert causes(problems(section)) == wanted


def test_measures_under_a_problem_are_plans_and_no_part_of_it() -> None:
    found = report(
        "一、做法 | 做了很多。 > 二、存在问题及整改措施 > 问题一：力量不足。个别站所仅有1人。 | 原因：编制偏紧。 | 整改措施：招录人员5名。"
        " > 问题二：设备陈旧。 | 整改措施：更新设备8台。"
    )
    assert [p.text.split("\n")[0] for p in found.problems] == ["力量不足。个别站所仅有1人。", "设备陈旧。"]
    assert [p.title for p in found.plans] == ["招录人员5名", "更新设备8台"]


def test_a_word_on_why_before_the_problems_leaves_them_problems() -> None:
    led = "对照要求仍有差距，其中既有重视程度的原因，也有人手偏紧的因素。一是力量不足，个别站所仅有1人。二是设备陈旧。"
    assert [p.text.partition("，")[0].strip("。") for p in problems(led).problems] == ["力量不足", "设备陈旧"]


@pytest.mark.parametrize(
    "led",
    [
        "受人员编制、经费投入等原因影响，还存在一些不足：",
        "由于历史等原因，还存在以下问题：",
        "因历史原因，工作还有差距，主要表现为：",
        "主要问题及其原因有：",
        "分析问题产生的原因，我县还存在以下不足：",
    ],
)
def test_a_list_of_problems_that_reasons_lead_to_is_one_of_problems(led: str) -> None:
    found = problems(f"{led}一是乡镇力量薄弱；二是普法形式单一。").problems
    assert [p.text.strip("。；") for p in found] == ["乡镇力量薄弱", "普法形式单一"]


def test_a_sentence_behind_the_problems_that_says_what_they_come_from_is_their_cause() -> None:
    told = problems("一是站所力量不足。二是设备陈旧。上述问题主要是由于培训形式单一造成的。")
    assert [p.text.strip("。") for p in told.problems] == ["站所力量不足", "设备陈旧"]
    assert all(p.cause and "培训形式单一" in p.cause for p in told.problems)


ADMITTED = "我们也清醒看到，发展中还存在不少困难和问题：一是总量偏小，融资不易；二是停车难、行路堵。此外，个别部门推诿拖拉。对这些问题，我们一定下大力气加以解决。"


def test_problems_without_a_heading_end_the_chapter_before_the_plans() -> None:
    text = (
        "云溪市2023年政府工作报告\n一、2023年工作回顾\n（一）抓实项目。新开工项目58个。\n（二）改善民生。新增学位5400个。\n"
        f"{ADMITTED}\n二、2024年工作安排\n（一）大抓项目。实施项目130个。\n（二）普惠民生。新增学位6000个。\n"
    )
    found = parse_report(raw(text))
    assert [p.text for p in found.problems] == ["总量偏小，融资不易", "停车难、行路堵。", "个别部门推诿拖拉。"]
    assert len(found.plans) == 2
