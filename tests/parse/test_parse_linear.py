"""Reading takes time in proportion to the text: counted in calls, which no busy machine changes."""

import cProfile
import pstats
from collections.abc import Callable

import pytest
from layoutmakers import CN, LAYOUTS
from makers import raw
from storymakers import STORY

from drafter.parse import parse_report

DID = "全年召开专题会议{}次，研究解决重点事项35个，有力保障了各项工作有序开展。"
HEAD = "松川市关于2023年法治政府建设情况的报告\n2023年，各项工作稳步推进，现将有关情况报告如下。\n一、主要做法\n"


def rows(pattern: str) -> Callable[[int], str]:
    """A text of n pieces: `{n}` is a Chinese numeral, `{}` a figure that makes every piece differ."""
    return lambda n: HEAD + "".join(pattern.replace("{n}", CN[i % 10]).replace("{}", str(i)) for i in range(n))


SHAPES: dict[str, Callable[[int], str]] = {
    "chapters": rows("{n}、加强组织领导第{}项工作\n" + DID + "\n"),
    "brackets": rows("（{n}）加强组织领导。" + DID + "\n"),
    "damaged brackets": rows("）加强组织领导。" + DID + "\n"),
    "items in one line": rows("{n}是加强组织领导。" + DID),
    "brackets in one line": rows("（{n}）加强组织领导。" + DID),
    "paragraphs": rows(DID + "\n"),
    "leads": rows("压实主体责任。" + DID + "\n"),
    "bold leads": rows("**压实主体责任。**" + DID + "\n"),
    "short lines": rows("加强领导工作{}\n"),
    "placeholders": rows("【待填：件数】一是加强领导。" + DID + "\n"),
    "problems and plans": lambda n: (
        rows("（{n}）抓落实。" + DID + "\n")(n) + "二、存在的问题和下一步工作打算\n" + rows("{n}是人员不足。" + DID)(n)
        + "\n下一步，我市将招人。\n" + rows("（{n}）招录人员。" + DID + "\n")(n)
    ),
    "items without chapters": lambda n: (
        HEAD.removesuffix("一、主要做法\n") + rows("{n}是抓落实。" + DID + "\n")(n).removeprefix(HEAD)
        + "当前还存在一些问题：" + rows("{n}是人员不足。" + DID)(n).removeprefix(HEAD)
    ),
    "whole reports": lambda n: (LAYOUTS["连排（一），段内一是"](STORY).text + "\n") * (n // 10),
    "broken lines": lambda n: (LAYOUTS["定宽折行有页码"](STORY).text + "\n") * (n // 10),
}  # fmt: skip


def calls(text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(parse_report, raw(text))
    return int(pstats.Stats(profile).total_calls)


@pytest.mark.parametrize("name", SHAPES)
def test_eight_times_the_text_takes_no_more_than_ten_times_the_work(name: str) -> None:
    assert calls(SHAPES[name](320)) <= 10 * calls(SHAPES[name](40))
