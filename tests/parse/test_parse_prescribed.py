"""Outlines from the level above: which lines are headings, what they ask for, and what a notice says besides."""

import pytest
from outlinemakers import FIVE, STEPS, SYSTEMS, THEMES, outline
from rollmakers import report_raw

from drafter.model.errors import UnreadableInput
from drafter.model.raw import RawParagraph, RawReport
from drafter.parse.prescribed import parse_outline

NOTICE = """关于做好年度法治政府建设报告工作的通知
各乡镇人民政府：
{}
二、报送时间。2027年3月1日前报送。
三、公开要求。报告应当公开。
云溪县司法局
2026年12月1日"""


def shown(text: str) -> list[str]:
    """The headings of an outline as they will stand."""
    return [f"{h.level} {h.marker}{h.title}" for h in outline(text).headings]


def roles(text: str) -> list[str]:
    return ["、".join(h.roles) for h in outline(text).headings]


# what it is, the outline, its headings
LAYOUTS = [
    ("headings only", FIVE, ["1 一、主要举措和成效", "1 二、特色亮点工作", "1 三、不足和原因", "1 四、党政主要负责人履职情况", "1 五、下一年度主要安排"]),
    ("three levels", "一、工作情况\n(一)执法\n1、队伍\n2．监督\n二、问题", ["1 一、工作情况", "2 （一）执法", "3 1.队伍", "3 2.监督", "1 二、问题"]),
    ("parts over chapters", "第一部分 工作成效\n一、执法\n（一）队伍\n第二部分 存在问题", ["1 第一部分工作成效", "2 一、执法", "3 （一）队伍", "1 第二部分存在问题"]),
    ("a list in a paragraph of a notice", NOTICE.format("一、报告内容。主要包括以下内容：（一）主要举措和成效；（二）存在的不足和原因；（三）下一年度安排。"), ["1 一、主要举措和成效", "1 二、存在的不足和原因", "1 三、下一年度安排"]),
    ("a list below the chapter of a notice", NOTICE.format("一、报告内容\n应当包括以下方面：（一）举措和成效；（二）存在的不足。"), ["1 一、举措和成效", "1 二、存在的不足"]),
    ("a list without any chapter", "报告应包括：一是主要举措和成效；二是存在的不足；三是下年安排。", ["1 一、主要举措和成效", "1 二、存在的不足", "1 三、下年安排"]),
    ("a chapter of a notice", NOTICE.format("一、报告内容\n（一）举措和成效\n1.执法\n2.决策\n（二）存在的不足"), ["1 一、举措和成效", "2 （一）执法", "2 （二）决策", "1 二、存在的不足"]),
    ("an annex of a notice", NOTICE.format("一、请按提纲（见附件）撰写。") + "\n附件\n云溪县法治政府建设情况报告（提纲）\n一、举措和成效\n二、存在的不足\n三、下年安排", ["1 一、举措和成效", "1 二、存在的不足", "1 三、下年安排"]),
    ("numbers in steps", "1 工作成效\n1.1 行政执法\n1.2 行政决策\n2 存在的问题", ["1 一、工作成效", "2 （一）行政执法", "2 （二）行政决策", "1 二、存在的问题"]),
    ("no mark at all", "2026年法治政府建设情况报告提纲\n主要举措和成效\n存在的不足和原因\n下一年度安排", ["1 一、主要举措和成效", "1 二、存在的不足和原因", "1 三、下一年度安排"]),
    ("a mark without its number", "一、工作成效\n（一）执法\n)决策\n二、存在的不足", ["1 一、工作成效", "2 （一）执法", "2 （二）决策", "1 二、存在的不足"]),
    ("an open end", "一、工作成效\n（一）执法\n（二）……\n二、存在的不足", ["1 一、工作成效", "2 （一）执法", "1 二、存在的不足"]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "headings"), LAYOUTS, ids=[what for what, *_ in LAYOUTS])
def test_headings_are_found_in_every_layout(what: str, text: str, headings: list[str]) -> None:
    assert shown(text) == headings


# what stands in a line or behind it, the heading, what it asks for
ASKS = [
    ("一、工作成效\n写明做法和数据。\n附典型案例。", "工作成效", "写明做法和数据。附典型案例。"),
    ("一、工作成效。重点写做法。", "工作成效", "重点写做法。"),
    ("一、工作成效：做法、数据。", "工作成效", "做法、数据。"),
    ("一、工作成效（约2000字）", "工作成效", "约2000字"),
    ("一、工作成效，包括做法和数据等", "工作成效", "包括做法和数据等"),
    ("一、贯彻《法治政府建设实施纲要（2021—2025年）》的成效", "贯彻《法治政府建设实施纲要（2021—2025年）》的成效", ""),
    ("一、主要负责人履行职责，加强法治政府建设的情况；", "主要负责人履行职责，加强法治政府建设的情况", ""),
]


@pytest.mark.parametrize(("text", "title", "asks"), ASKS, ids=[text for text, *_ in ASKS])
def test_a_heading_ends_where_it_says_what_to_write(text: str, title: str, asks: str) -> None:
    (found,) = outline(text).headings
    assert (found.title, found.asks) == (title, asks)


def test_a_table_of_numbers_contents_and_demands_is_an_outline() -> None:
    rows = ["序号\t内容\t要求", "1\t举措和成效\t写明数据", "2\t存在的不足\t写明原因", "3\t下年安排\t"]
    text = "\n".join(rows)
    starts = [text.index(row) for row in rows]
    paragraphs = tuple(
        RawParagraph(start=a, end=a + len(row), table=(0, n)) for n, (a, row) in enumerate(zip(starts, rows, strict=True))
    )
    found = parse_outline(RawReport(path="o.docx", format="docx", text=text, paragraphs=paragraphs)).headings
    assert [(h.marker + h.title, h.asks) for h in found] == [
        ("一、举措和成效", "写明数据"), ("二、存在的不足", "写明原因"), ("三、下年安排", ""),
    ]  # fmt: skip


def test_lines_in_bold_are_headings_where_there_is_no_mark() -> None:
    lines = ["主要成效", "把数据写全，把做法写实，突出成效。", "存在的问题", "实事求是。"]
    text = "\n".join(lines)
    at = [text.index(line) for line in lines]
    paragraphs = tuple(
        RawParagraph(start=a, end=a + len(line), bold_until=a + len(line) if n % 2 == 0 else None)
        for n, (a, line) in enumerate(zip(at, lines, strict=True))
    )
    found = parse_outline(RawReport(path="o.docx", format="docx", text=text, paragraphs=paragraphs)).headings
    assert [(h.title, h.asks) for h in found] == [("主要成效", lines[1]), ("存在的问题", lines[3])]


def test_each_heading_knows_the_parts_of_a_report_that_it_speaks_of() -> None:
    assert roles(FIVE) == ["achievements", "achievements", "problems", "leadership", "plans"]
    assert roles(THEMES)[-1] == "plans、problems"
    assert set(roles(SYSTEMS)[2:11]) == {"achievements"}
    assert roles(STEPS)[-3:] == ["plans"] * 3  # 重点工作 of the year after the report's


def test_length_and_date_are_told_in_the_notices_own_words() -> None:
    found = outline(THEMES)
    assert (found.limits, found.deadlines) == (("3000字以内",), ("2027年1月25日前",))
    assert found.headings[-1].asks == ""


def test_a_mark_that_is_not_a_reports_is_replaced_and_told() -> None:
    assert any("序号" in note for note in outline(THEMES).notes)
    assert outline(SYSTEMS).notes == ()


@pytest.mark.parametrize("text", ["请认真撰写报告。", "云溪县\n今年天气很好，大家都很高兴，出去走走。", "关于开会的通知"])
def test_a_text_without_headings_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput) as told:
        parse_outline(report_raw(text))
    assert "提纲" in told.value.message
    assert "一、" in told.value.hint
