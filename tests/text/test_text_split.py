"""Cutting a text: nothing is lost, a figure is never cut, and a stop cuts only where a sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.split import clause_texts, clauses, items, sentences, tokens

TEXTS = st.text(alphabet="一二三十是第年月项件万亿余。，；：！？.,;:()（）“”《》【】—-%％12３\n 　市府办理A", max_size=60)

FIGURES = (
    ("共办结1.2万件，", "1.2万件"),
    ("吸引230余人参加", "230余人"),
    ("占比73.4%。", "73.4%"),
    ("惠及一百三十万人次", "一百三十万人次"),
    ("三分之二的镇", "三分之二"),
    ("自2021年起", "2021年"),
    ("纲要（2021—2025年）", "2021—2025年"),
    ("投入3,541.07万元，", "3,541.07万元"),
    ("召开第三次会议", "第三次"),
    ("川府〔2023〕4号", "〔2023〕4号"),
    ("登记１２３件", "１２３件"),
    ("每镇2-3人负责", "2-3人"),
    ("开展两次演练", "两次"),
    ("2020年至2021年间", "2020年至2021年"),
    ("在0.5个工作日内", "0.5个工作日"),
)


@pytest.mark.parametrize(("text", "figure"), FIGURES)
def test_a_figure_with_its_unit_is_one_token(text: str, figure: str) -> None:
    assert figure in tokens(text)


@pytest.mark.parametrize("text", ["统一部署", "进一步推进"])
def test_numerals_inside_words_are_single_characters(text: str) -> None:
    assert tokens(text) == list(text)


@given(TEXTS)
def test_tokens_and_clauses_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text
    assert "".join(clause_texts(text)) == text


@given(TEXTS)
def test_items_partition_and_sentences_lose_only_blanks(text: str) -> None:
    assert "".join(text[a:b] for a, b in items(text)) == text
    for spans in (sentences(text), clauses(text)):
        assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
        assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建章立制。抓好落实!", ["建章立制。", "抓好落实!"]),
        ("达到98.5%;共12件。", ["达到98.5%;", "共12件。"]),
        ("他说：“办好事。办成事。”群众满意。", ["他说：“办好事。办成事。”", "群众满意。"]),
        ("开展“亮牌。践诺”活动，成效好。", ["开展“亮牌。践诺”活动，成效好。"]),
        ("标题\n　　正文。", ["标题", "正文。"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_a_comma_or_colon_inside_a_figure_ends_no_clause() -> None:
    text = "16:30开会,共1,204件:完成"
    assert clause_texts(text) == ["16:30开会,", "共1,204件:", "完成"]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("抓好三项工作：一是建机制。二是强队伍；三是重实效。", ["抓好", "一是", "二是", "三是"]),
        ("（三）规范决策机制一是健全制度。二是", ["（三", "一是", "二是"]),
        ("（四）强化监督一是推进改革。", ["（四", "一是"]),
        ("短板是：一是力量不足，二是经费不足。", ["短板", "一是", "二是"]),
        ("一是统一是前提。二是之一是例外。", ["一是", "二是"]),
        ("没有条目的段落。", ["没有"]),
        ("", []),
    ],
)
def test_items(text: str, heads: list[str]) -> None:
    assert [text[a:b][:2] for a, b in items(text)] == heads
