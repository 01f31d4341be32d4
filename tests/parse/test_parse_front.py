"""Title, issuer, year, addressee, preamble, and the page around them."""

import pytest
from makers import PREAMBLE, SIGNED, TITLE, raw, report, whole

from drafter.model.report import Report, body_paragraphs
from drafter.parse import parse_report
from drafter.parse.front import year_in

BODY = "一、主要做法 > （一）加强领导。召开会议6次，研究事项12个。 > 二、存在的问题 | 一是人员不足。二是经费紧张。"


def furniture(found: Report) -> list[str]:
    return [span.text for span in found.furniture]


@pytest.mark.parametrize(
    ("title", "year", "issuer"),
    [
        ("青溪区人民政府关于2023年度法治政府建设情况的报告", 2023, "青溪区人民政府"),
        ("2023年青溪区法治政府建设情况报告", 2023, "青溪区"),
        ("青溪区2023年法治政府建设年度报告", 2023, "青溪区"),
        ("青溪区市场监督管理局2022年法治政府建设工作报告", 2022, "青溪区市场监督管理局"),
        ("大坪镇二〇二二年度法治政府建设工作总结", 2022, "大坪镇"),
        ("中共青溪区委青溪区人民政府关于2024年法治政府建设情况的报告", 2024, "中共青溪区委 青溪区人民政府"),
        ("青溪区人民政府关于推进法治政府建设情况的报告", None, "青溪区人民政府"),
        ("2026年青溪省人民政府工作报告", 2026, "青溪省人民政府"),
        ("青溪区2023年度法治政府建设情况报告（征求意见稿）", 2023, "青溪区"),
        ("关于云溪县2024年度法治政府建设情况的报告", 2024, "云溪县"),
        ("青溪区人民政府关于２０２４年度法治政府建设情况的报告", 2024, "青溪区人民政府"),
        ("青溪区２０２４年法治政府建设年度报告", 2024, "青溪区"),
    ],
)
def test_year_and_issuer_come_from_the_title(title: str, year: int | None, issuer: str) -> None:
    found = report(BODY, title=title, signed="", preamble=PREAMBLE.replace("2023年", "一年来"))
    assert (found.info.title, found.info.year, found.info.issuer) == (title, year, issuer)
    assert found.furniture == ()


def test_the_signature_names_the_issuer_before_the_title_does() -> None:
    found = report(BODY, title="青溪区2023年法治政府建设年度报告", signed="青溪区人民政府办公室\n2024年1月8日")
    assert found.info.issuer == "青溪区人民政府办公室"


@pytest.mark.parametrize(
    "lines",
    [
        "青溪区人民政府\n关于2023年度法治政府建设情况的报告",
        "青溪区人民政府关于2023年度\n法治政府建设情况的报告",
        "青溪区人民政府关于\n2023年度法治政府建设\n情况的报告",
    ],
)
def test_a_title_may_stand_on_several_lines(lines: str) -> None:
    found = report(BODY, title=lines)
    assert found.info.title == "青溪区人民政府关于2023年度法治政府建设情况的报告"
    assert found.title is not None
    assert found.text[found.title.start : found.title.end] == lines
    assert found.furniture == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年度", 2023),
        ("二〇二三年", 2023),
        ("二○二三年", 2023),
        ("《纲要（2021—2025年）》", None),
        ("12023年", None),
        ("今年", None),
        ("2022法治建设", 2022),
        ("２０２４年度", 2024),
        ("《纲要（２０２１—２０２５年）》", None),
        ("１２０２４年", None),
    ],
)
def test_years_in_words(text: str, year: int | None) -> None:
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("short", "preamble", "year"),
    [
        ("一、2022年主要工作 | 做了很多。", "一年来，各项工作稳步推进，成效明显。", 2022),
        ("一、主要工作 | 做了很多。 > 二、2023年工作打算 | 加强领导。", "一年来，各项工作稳步推进，成效明显。", 2022),
        ("一、主要工作 | 做了很多。", "2021年，各项工作稳步推进，成效明显。", 2021),
        ("一、主要工作 | 做了很多。", "一年来，各项工作稳步推进，成效明显。", None),
    ],
)
def test_without_a_year_in_the_title_headings_and_preamble_tell_it(short: str, preamble: str, year: int | None) -> None:
    page = "今天是：2019年10月31日 星期四"
    assert (
        parse_report(raw(page + "\n" + whole(short, title="法治政府建设情况报告", preamble=preamble, signed=""))).info.year
        == year
    )


def test_who_is_addressed_is_not_part_of_the_preamble() -> None:
    found = report(BODY, preamble="区委、区人大常委会：\n" + PREAMBLE)
    assert found.preamble is not None
    assert found.preamble.text == PREAMBLE


HEAD = """当前位置：首页 > 政务公开 > 法治政府建设年度报告
今天是：2019年10月31日 星期四 农历十月初七
无障碍 简体| 繁体
索 引 号
QX0001/2024-1
主题分类
政务公开
文号
效力状态
有效
发布日期
2024年03月01日
名称
青溪区人民政府关于2023年法治政府建设情况的报告
青溪区人民政府关于2023年法治政府建设情况的报告
发布时间：2024-03-01 10:00 来源：青溪区司法局 字号：[大 中 小]
【 打印 】【 字体： 大 中 小 】
"""
TAIL = """
附件：
相关链接
上一篇：某通知
扫一扫在手机上查看当前页面
我要打印 关闭窗口
主办：青溪区人民政府 承办：青溪区政务办
某ICP备00000001号
您访问的链接即将离开本网站，是否继续？
继续访问 放弃"""


def test_the_page_around_a_report_is_told_apart() -> None:
    text = HEAD + whole(BODY, title="") + TAIL
    found = parse_report(raw(text))
    inside = {line for line in (HEAD + TAIL).split("\n") if line.strip()}
    assert set(furniture(found)) == inside
    assert found.title is not None
    assert found.title.start == text.rindex("青溪区人民政府关于2023年")
    assert (found.info.year, found.info.issuer) == (2023, "云溪市人民政府")
    kept = [found.text[p.start : p.end] for p in body_paragraphs(found)]
    assert kept == [line for line in (found.title.text + "\n" + whole(BODY, title="")).split("\n") if line]


def test_metadata_comes_as_pairs_without_empty_values() -> None:
    found = parse_report(raw(HEAD + whole(BODY, title="")))
    assert dict(found.metadata) == {
        "索引号": "QX0001/2024-1",
        "主题分类": "政务公开",
        "效力状态": "有效",
        "发布日期": "2024年03月01日",
        "名称": "青溪区人民政府关于2023年法治政府建设情况的报告",
        "发布时间": "2024-03-01 10:00",
        "来源": "青溪区司法局",
    }


def test_metadata_in_table_rows_and_in_one_line() -> None:
    rows = "索 引 号：¦QX1¦主题分类：¦综合\n文　　号：¦¦发文日期：¦2024-03-01\n"
    found = parse_report(raw(rows + whole(BODY)))
    assert found.metadata == (("索引号", "QX1"), ("主题分类", "综合"), ("发文日期", "2024-03-01"))
    found = parse_report(raw("索引号：QX1 分类：综合 成文日期：2024年1月8日\n" + whole(BODY)))
    assert found.metadata == (("索引号", "QX1"), ("分类", "综合"), ("成文日期", "2024年1月8日"))


def test_a_report_without_a_page_has_no_furniture() -> None:
    assert report(BODY).furniture == ()


def test_words_of_furniture_inside_the_text_are_text() -> None:
    found = report("一、主要做法 | 来源：群众反映的问题。 | 扫一扫即可办理。 | 2023年3月1日 | 打印 > 二、存在的问题 | 人员不足。")
    assert found.furniture == ()


@pytest.mark.parametrize(
    ("signed", "signature", "date"),
    [
        (SIGNED, "云溪市人民政府", "2024年2月6日"),
        ("云溪市人民政府\n二〇二四年二月六日", "云溪市人民政府", "二〇二四年二月六日"),
        ("中共云溪市委\n云溪市人民政府\n2024年2月6日", "中共云溪市委\n云溪市人民政府", "2024年2月6日"),
        ("云溪市人民政府 2024年2月6日", "云溪市人民政府", "2024年2月6日"),
        ("2024年2月6日", None, "2024年2月6日"),
        ("云溪市司法局", "云溪市司法局", None),
        ("", None, None),
    ],
)
def test_signature_and_date(signed: str, signature: str | None, date: str | None) -> None:
    found = report(BODY, signed=signed)
    assert (found.signature and found.signature.text) == signature
    assert (found.date and found.date.text) == date
    assert found.sections[-1].end <= len(found.text.removesuffix(signed).rstrip())


def test_a_list_of_attachments_belongs_to_no_item() -> None:
    found = report(BODY + " | 附件：1.统计表")
    assert found.sections[-1].end == found.text.index("附件") - 1
    assert found.furniture == ()


def test_text_without_any_heading_is_read_as_paragraphs() -> None:
    found = parse_report(raw(f"{PREAMBLE}\n{PREAMBLE}"))
    assert found.sections == ()
    assert found.info.notes == ("未识别到报告标题", "无标题层级，按段落处理")
    assert (found.info.year, found.info.issuer, found.title) == (None, "", None)


@pytest.mark.parametrize("text", ["", "\n\n", "。", "一、", "（", "一是", "）", "2023年", "附件：", "\t\t"])
def test_scraps_are_read_without_complaint(text: str) -> None:
    assert parse_report(raw(text)).text == text


def test_the_line_that_rules_off_the_head_of_a_table_is_no_tool_of_the_page() -> None:
    rows = ("| 类别 | 件数 | 占比 |", "| --- | :---: | --- |", "| 许可 | 12 | 20% |", "| 处罚 | 48 | 80% |")
    table = "\n".join(rows)
    found = parse_report(raw(f"{TITLE}\n一、办案情况\n全年办案情况如下。\n{table}"))
    assert found.furniture == ()


@pytest.mark.parametrize(
    ("year", "review", "role"),
    [
        (2021, "一、2021年工作回顾", "achievements"),
        (2022, "一、2021年工作回顾", "achievements"),
        (2022, "一、过去五年和2022年工作回顾", "achievements"),
        (2022, "一、2021年和过去五年工作回顾", "achievements"),
    ],
)
def test_a_work_report_may_be_named_for_the_year_that_it_reviews_or_for_the_next(year: int, review: str, role: str) -> None:
    text = f"沧浔市{year}年政府工作报告\n各位代表：\n{review}\n（一）稳住大盘。新开工项目31个。\n二、存在的问题\n一是动能不足。\n三、下一年工作安排\n（一）做强产业。\n"
    assert [s.role for s in parse_report(raw(text)).sections] == [role, "problems", "plans"]
