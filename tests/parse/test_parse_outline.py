"""Trees, roles, problems and plans of reports in the styles that offices use."""

from pathlib import Path

import pytest
from makers import raw, report, tree

from drafter.model.report import Report, walk
from drafter.parse import parse_report
from drafter.parse.roles import own_role

DID = "全年召开专题会议12次，研究解决重点事项35个，有力保障了各项工作有序开展。"


def problems(found: Report) -> list[str]:
    return [p.text for p in found.problems]


def plans(found: Report) -> list[str]:
    return [p.title for p in found.plans]


@pytest.mark.parametrize(
    ("short", "wanted"),
    [
        (f"一、做法 > （一）强领导。{DID} > 1.建机制。一是定办法。{DID}二是抓落实。{DID} > 2.强保障。{DID}",
         ["1 一、做法", "2 （一）强领导", "3 1.建机制", "3 一是定办法", "3 二是抓落实", "3 2.强保障"]),
        (f"一、做法 > 1.建机制。{DID} > （1）定办法。{DID} > （2）抓落实。{DID} > 2.强保障。{DID}",
         ["1 一、做法", "3 1.建机制", "3 （1）定办法", "3 （2）抓落实", "3 2.强保障"]),
        (f"一、做法 | {DID}打好组合拳：①抓宣传；②抓培训；③抓考核。",
         ["1 一、做法", "3 ①抓宣传", "3 ②抓培训", "3 ③抓考核"]),
        (f"一、做法 | {DID}首先，抓宣传。其次，抓培训。最后，抓考核。",
         ["1 一、做法", "3 首先抓宣传", "3 其次抓培训", "3 最后抓考核"]),
        (f"一、做法 | {DID}第一，抓宣传。第二，抓培训。",
         ["1 一、做法", "3 第一抓宣传", "3 第二抓培训"]),
        (f"一、做法 > （一）强领导 | **压实责任。**{DID} | **完善机制。**{DID} > 二、问题 | 人员不足。",
         ["1 一、做法", "2 （一）强领导", "3 压实责任", "3 完善机制", "1 二、问题"]),
        (f"一、做法 > （一）强领导 | 压实主体责任。{DID} | 完善制度机制。{DID} > （二）抓落实 | {DID}",
         ["1 一、做法", "2 （一）强领导", "3 压实主体责任", "3 完善制度机制", "2 （二）抓落实"]),
        (f"一、做法 > （一）强领导 | {DID} | {DID} > 指标¦2022¦2023 > 一、复议¦12¦15 > （二）抓落实 | {DID}",
         ["1 一、做法", "2 （一）强领导", "2 （二）抓落实"]),
        (f"一、做法 > （一）强领导 | {DID} | **复议案件情况表** > 单位：件 > 类别¦件数 > 复议¦12 > （二）抓落实 | {DID}",
         ["1 一、做法", "2 （一）强领导", "2 （二）抓落实"]),
        (f"主要工作情况 | {DID} > （一）强领导。{DID} > （二）抓落实。{DID} > 存在的问题 | 人员不足。 > 下一步打算 | 加强招录。",
         ["1 主要工作情况", "2 （一）强领导", "2 （二）抓落实", "1 存在的问题", "1 下一步打算"]),
        (f"（一）强领导。{DID} > （二）抓落实。{DID}", ["2 （一）强领导", "2 （二）抓落实"]),
        (f"一、做法。一是坚持“先行一步。”的要求。{DID}二是抓落实。{DID}",
         ["1 一、做法", "3 一是坚持“先行一步。”的要求", "3 二是抓落实"]),
    ],
)  # fmt: skip
def test_outlines_of_the_usual_styles(short: str, wanted: list[str]) -> None:
    assert tree(report(short)) == wanted


@pytest.mark.parametrize(
    "prose",
    [
        "第一是要看到成绩，第二是要看到不足。",
        "不能唯一是从，统一是原则，其中之一是公平。",
        "这是二是的关系，十二是十的后面。",
        "坚持“一是一、二是二”的作风。",
        "落实《办法》（一）（二）项规定。",
        "法治政府建设是推进全面依法治国的重点任务。",
        "增长1.5倍，提速2.3个百分点，达到（3）级。",
    ],
)
def test_numerals_of_prose_open_no_item(prose: str) -> None:
    assert tree(report(f"一、做法 > （一）强领导。{DID}{prose}{DID}")) == ["1 一、做法", "2 （一）强领导"]


def test_every_section_says_where_it_is() -> None:
    found = report(f"一、做法 > （一）强领导。{DID}一是建机制。{DID}二是抓落实。{DID} > 二、问题 | 一是人少。二是钱少。")
    for section in walk(found.sections):
        assert found.text[section.title_start : section.title_end] == section.title
        assert found.text[section.start :].startswith(section.marker)
        assert section.start <= section.title_start <= section.title_end <= section.body_start <= section.end
        assert all(section.start < child.start and child.end <= section.end for child in section.children)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("2023年推进法治政府建设的主要举措和成效", "achievements"),
        ("主要工作", "achievements"),
        ("2023年工作完成情况", "achievements"),
        ("存在的主要问题", "problems"),
        ("2023年推进法治政府建设存在的不足和原因", "problems"),
        ("短板和弱项", "problems"),
        ("2024年工作安排", "plans"),
        ("下一步工作打算", "plans"),
        ("下一年度推进法治政府建设的主要安排", "plans"),
        ("努力方向", "plans"),
        ("2024年重点工作", "plans"),
        ("主要负责同志履行推进法治建设第一责任人职责情况", "leadership"),
        ("主要负责人履行第一责任人职责、推进法治建设情况", "leadership"),
        ("主要举措成效和第一责任人履职情况", "mixed"),
        ("存在问题及下一步工作打算", "mixed"),
        ("存在的问题及整改措施", "mixed"),
        ("其他需要报告的事项", "other"),
        ("坚持问题导向，着力解决突出问题", None),
        ("推进法治政府建设存在的不足和原因", "problems"),
        ("推进法治政府建设的问题和不足", "problems"),
        ("推进依法行政的不足之处", "problems"),
        ("聚焦群众反映强烈的问题", None),
        ("着力解决群众急难愁盼的问题", None),
        ("紧盯薄弱环节，提升执法质效", None),
        ("补齐基层短板", None),
        ("贯彻上级决策部署，凝聚工作合力", None),
        ("聚焦重点任务，规范行政执法", None),
        ("全面完成年度计划，优化营商环境", None),
        ("2024年工作部署", "plans"),
        ("下阶段工作计划和措施", "plans"),
        ("加强党的领导", None),
    ],
)
def test_roles_follow_the_words_of_a_heading(title: str, role: str | None) -> None:
    assert own_role(title, 2023) == role


def test_thematic_headings_are_achievements_until_problems_begin() -> None:
    found = report(f"一、加强领导 | {DID} > 二、优化环境 | {DID} > 三、存在不足 | 人员不足。 > 四、强化保障 | {DID}")
    assert [s.role for s in found.sections] == ["achievements", "achievements", "problems", "other"]


def test_a_child_keeps_its_parents_role_unless_it_says_otherwise() -> None:
    found = report(
        f"一、主要做法 > （一）履行第一责任人职责情况 | {DID} > （二）补短板 | {DID} > 二、问题和打算 > （一）存在问题 | 人少。 > （二）下一步打算 | 招人。"
    )
    assert [s.role for s in walk(found.sections)] == ["achievements", "leadership", "achievements", "mixed", "problems", "plans"]


@pytest.mark.parametrize(
    ("short", "said", "promised"),
    [
        ("二、存在的不足 | 仍有不足：一是人少。缺口12人。二是钱少。 > 三、下一步打算 | （一）招人。年内5人。（二）筹钱。",
         ["人少。缺口12人。", "钱少。"], ["招人", "筹钱"]),
        ("二、问题和打算 | 成绩不少，仍有不足。一是人少。二是钱少。对此，我市将：一是招人。二是筹钱。",
         ["人少。", "钱少。"], ["招人", "筹钱"]),
        ("二、问题和打算 | 一是人少；二是钱少 | 2024年，我市将抓好以下工作：一是招人。二是筹钱。 | 新的一年，我市将不断开创工作新局面。",
         ["人少", "钱少"], ["招人", "筹钱"]),
        ("二、存在问题 | 主要表现在：部分干部法治意识不强；执法力量不足；普法形式单一。 > 三、下步工作 | 下一步，我市将加强干部培训。持续充实执法力量。",
         ["部分干部法治意识不强", "执法力量不足", "普法形式单一。"], ["加强干部培训", "持续充实执法力量"]),
        ("二、存在问题 | 1.人少。 | 2.钱少。 | 下一步，我市将加强招录。强化经费保障。",
         ["人少。", "钱少。"], ["加强招录", "强化经费保障"]),
        (f"二、强化监督 | {DID} | 虽有成效，但仍存在一些问题：一是人少；二是钱少。2024年，我市将：一是招人；二是筹钱。",
         ["人少", "钱少。"], ["招人", "筹钱"]),
        ("二、问题 > （一）存在的问题 > 1.人少。 > 2.钱少。 > （二）原因分析 > 1.编制紧。 > 2.财力弱。 > 三、打算 | 加强招录。",
         ["人少。", "钱少。"], ["加强招录"]),
    ],
)  # fmt: skip
def test_problems_and_plans_come_one_by_one(short: str, said: list[str], promised: list[str]) -> None:
    found = report("一、做法 | 做了很多。 > " + short)
    assert problems(found) == said
    assert plans(found) == promised
    for item in (*found.problems, *found.plans):
        assert found.text[item.start : item.end] == item.text


@pytest.mark.parametrize(
    ("item", "cause"),
    [
        ("人少。原因在于编制紧张。", "编制紧张"),
        ("人少，主要原因是编制紧张、流动大。", "编制紧张、流动大"),
        ("由于编制紧张，人员不足。", "编制紧张"),
        ("人少。究其原因，是编制紧张。", "编制紧张"),
        ("人员严重不足。", None),
    ],
)
def test_a_problem_tells_its_cause_where_the_text_does(item: str, cause: str | None) -> None:
    found = report(f"一、做法 | 做了很多。 > 二、存在问题 | 一是{item}二是钱少。")
    assert found.problems[0].cause == cause


def test_causes_listed_apart_go_to_their_problems() -> None:
    found = report(
        "一、做法 | 做了很多。 > 二、不足和原因 > （一）存在的问题 > 1.人少。 > 2.钱少。 > （二）原因分析 > 1.编制紧。 > 2.财力弱。"
    )
    assert [p.cause for p in found.problems] == ["编制紧", "财力弱"]


ROOT = Path(__file__).resolve().parents[2]
TEXTS = [*(ROOT / "quality" / "gold").glob("*.txt"), *(ROOT.parent / "shared" / "sets").glob("*/y*.txt")]


@pytest.mark.parametrize("path", sorted(TEXTS), ids=lambda path: path.name)
def test_whole_reports_keep_every_character_in_one_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = parse_report(raw(text))
    told = [found.title, found.preamble, found.signature, found.date, *found.furniture, *found.sections]
    outside = set(range(len(text))) - {i for span in told if span for i in range(span.start, span.end)}
    assert not "".join(text[i] for i in sorted(outside)).strip()


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("有的干部依法办事意识不强，遇事习惯凭经验、图省事。", "有的干部依法办事意识不强"),
        ("普法形式较为单调，面向青年的宣传不够。", "普法形式较为单调"),
        ("案件激增与人手紧张的矛盾突出，部分案件审理期限偏长。", "案件激增与人手紧张的矛盾突出"),
        ("跨部门协调难度较大，线索移送不及时。", "跨部门协调难度较大"),
        ("基层站所设备老旧，取证手段有限。", "基层站所设备老旧"),
        ("有的站所设在乡镇，管辖范围较广。", "有的站所设在乡镇，管辖范围较广"),
        ("统筹推进普法工作，突出抓好青年群体。", "统筹推进普法工作，突出抓好青年群体"),
    ],
)
def test_the_title_of_an_item_ends_with_the_clause_that_says_what_is_wanting(item: str, title: str) -> None:
    found = report(f"一、做法 | 做了很多。 > 二、存在的问题 | 一是{item}二是人手不多。 > 三、下步打算 | 继续努力。")
    assert found.sections[1].children[0].title == title


@pytest.mark.parametrize(
    "words", ["一些领域执法不够严格", "一线执法力量不足", "一体化办案机制不健全", "一把手重视不够", "一般程序案件办理较慢"]
)
def test_an_item_may_begin_with_the_numeral_one(words: str) -> None:
    found = report(
        f"一、做法 | 做了很多。 > 二、存在的问题 | 一是人手不多。二是{words}。三是{words}，有待改进。 > 三、下步打算 | 继续努力。"
    )
    assert len(found.problems) == 3


def test_arabic_numbers_are_chapters_where_no_others_are() -> None:
    found = report(
        "1、主要举措和成效 > （1）强化学习。学法9次。 > （2）强化监督。评查案卷180卷。 > 2、存在的问题 | 一是力量薄弱。二是普法形式单一。"
        " > 3、2025年工作计划 > （1）充实队伍，完成轮训。 > （2）抓好应诉，纳入考核。"
    )
    assert [(s.level, s.title, s.role) for s in found.sections] == [
        (1, "主要举措和成效", "achievements"),
        (1, "存在的问题", "problems"),
        (1, "2025年工作计划", "plans"),
    ]
    assert (len(found.problems), len(found.plans)) == (2, 2)


def test_problems_answered_one_by_one_are_problems_and_their_answers_plans() -> None:
    found = report(
        "一、做法 | 做了很多。 > 二、存在的问题及下步工作 > （一）力量薄弱。持证人员偏少。下一步，将充实队伍。"
        " > （二）应诉不积极。出庭率不高。下一步，将纳入考核。 > （三）备案不及时。时有漏报。下一步，将按季清理。"
    )
    assert [p.text.partition("。")[0] for p in found.problems] == ["力量薄弱", "应诉不积极", "备案不及时"]
    assert [p.text for p in found.plans] == ["下一步，将充实队伍。", "下一步，将纳入考核。", "下一步，将按季清理。"]
