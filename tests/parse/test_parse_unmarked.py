"""Headings without any marker that stand for （一）, empty brackets, and what is told about glued headings."""

import pytest
from makers import report, tree

DID = "全年召开专题会议12次，研究解决重点事项35个，有力保障了各项工作有序开展。"


@pytest.mark.parametrize(
    ("short", "wanted"),
    [
        (f"一、做法 | 抓好统筹，责任更加清晰。一是定办法。{DID}二是强考核。{DID} | 改进服务，环境更加优良。一是减材料。{DID}二是减时限。{DID}"
         f" | 做好宣传，氛围更加浓厚。{DID} > 二、问题 | 人员不足。",
         ["1 一、做法", "2 抓好统筹，责任更加清晰", "3 一是定办法", "3 二是强考核", "2 改进服务，环境更加优良", "3 一是减材料", "3 二是减时限",
          "2 做好宣传，氛围更加浓厚", "1 二、问题"]),
        (f"一、做法 > （一）强服务。 | 窗口服务更加便利。{DID} | 乡村普法走深走实。{DID} > （二）抓落实。{DID}",
         ["1 一、做法", "2 （一）强服务", "3 窗口服务更加便利", "3 乡村普法走深走实", "2 （二）抓落实"]),
        (f"一、做法 > （一）强服务 > （1）减材料。{DID} > （）减时限。{DID} > （二）抓落实。{DID}",
         ["1 一、做法", "2 （一）强服务", "3 （1）减材料", "3 （2）减时限", "2 （二）抓落实"]),
        (f"**主要做法** | **强领导** | {DID} | **优服务** | {DID} > **存在的问题** | 一是人少。二是钱少。 > **下一步打算** | **招人** | {DID} | **筹钱** | {DID}",
         ["1 主要做法", "3 强领导", "3 优服务", "1 存在的问题", "3 一是人少", "3 二是钱少", "1 下一步打算", "3 招人", "3 筹钱"]),
        ("一、问题 | 一是培训覆盖范围不广，全年有6个站所没有参加过任何一次集中培训。二是设备陈旧。",
         ["1 一、问题", "3 一是培训覆盖范围不广", "3 二是设备陈旧"]),
    ],
)  # fmt: skip
def test_leads_and_empty_brackets_take_the_level_of_what_is_missing(short: str, wanted: list[str]) -> None:
    assert tree(report(short)) == wanted


@pytest.mark.parametrize(
    ("short", "wanted"),
    [
        (f"一、做法 > （一）强服务。 > （1）减材料。{DID} > （）减时限。{DID} > （二）抓落实。{DID}", ["marker-number-lost"]),
        (f"一、做法 > （一）强服务。{DID} > （二）减材料。{DID}（三）减时限。{DID} > （四）抓落实。{DID}", ["heading-glued"]),
        (f"一、做法 > （一）强服务。{DID}（二）减材料。{DID}（三）减时限。{DID}", []),
        (f"一、做法 > （一）强服务。{DID}{DID[:-1]} > （二）抓落实。{DID}", ["stop-lost"]),
    ],
)
def test_damage_of_headings_is_told(short: str, wanted: list[str]) -> None:
    assert [d.code for d in report(short).defects] == wanted


def test_a_sentence_that_only_opens_the_section_is_no_problem() -> None:
    found = report("一、存在的问题 | 对照群众期盼，我局工作还有不小差距。站所人员偏少，设备陈旧；培训次数不足，覆盖不广。")
    assert [p.text for p in found.problems] == ["站所人员偏少，设备陈旧", "培训次数不足，覆盖不广。"]


def test_guidance_before_joined_plans_belongs_to_no_plan() -> None:
    found = report("一、2024年工作安排 | 2024年，我局将坚决贯彻上级决策部署，新建站所3个；组织培训12期；修订办法2件。")
    assert [p.text for p in found.plans] == ["新建站所3个", "组织培训12期", "修订办法2件。"]
