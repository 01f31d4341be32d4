"""Outlines as Word files: automatic numbers, styles of numbering and tables become headings with what they ask for."""

import pytest
from readmakers import level, numbered, numbering, p, read, table

from drafter.parse.prescribed import parse_outline

OFFICIAL = numbering(level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3."))
STEPS = numbering(level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"))
BODY = (
    p("法治政府建设情况报告提纲"),
    numbered("工作成效"),
    numbered("行政执法", 1),
    p("写明案件数量。"),
    numbered("行政决策", 1),
    numbered("存在的问题"),
)


@pytest.mark.parametrize("lists", [OFFICIAL, STEPS], ids=["official", "steps"])
def test_automatic_numbers_are_the_marks_of_an_outline(lists: str) -> None:
    found = parse_outline(read(*BODY, lists=lists)).headings
    assert [(h.level, h.marker + h.title, h.asks) for h in found] == [
        (1, "一、工作成效", ""), (2, "（一）行政执法", "写明案件数量。"), (2, "（二）行政决策", ""), (1, "二、存在的问题", ""),
    ]  # fmt: skip


def test_a_table_in_a_word_file_is_an_outline() -> None:
    rows = table(
        ["序号", "内容", "要求"],
        ["一", "工作成效", "写明做法，附数据"],
        ["（一）", "行政执法", ""],
        ["二", "存在的问题", "写明原因"],
    )
    found = parse_outline(read(p("报告提纲"), rows)).headings
    assert [(h.level, h.marker + h.title, h.asks) for h in found] == [
        (1, "一、工作成效", "写明做法，附数据"), (2, "（一）行政执法", ""), (1, "二、存在的问题", "写明原因"),
    ]  # fmt: skip
