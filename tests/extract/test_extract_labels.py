"""Names of figures: a sentence and the names that a reader would give its figures, in order."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from makers import report

from drafter.extract import engine, extract_metrics

CORPUS = Path(__file__).parent.parent / "corpus" / "labels.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(autouse=True)
def _before_names_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names as the sentence gives them; test_extract_distinct.py tells what makes equal and bare ones different."""
    monkeypatch.setattr(engine, "distinguish", lambda given, names, scopes: names)


def names(*sentences: str) -> list[str]:
    """The names of the figures of a report whose body is these sentences, each a paragraph."""
    return [metric.label for metric in extract_metrics(report("一、主要做法 > （一）推进工作。" + " | ".join(sentences)))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_the_figures_of_a_sentence_bear_the_names_that_a_reader_would_give(row: dict[str, Any]) -> None:
    assert names(row["text"]) == row["names"]


def test_every_pattern_has_its_sentences_and_none_stands_twice() -> None:
    groups = Counter(row["group"] for row in ROWS)
    assert len(ROWS) >= 250
    assert min(groups.values()) >= 8, groups
    assert len({row["text"] for row in ROWS}) == len(ROWS)


def test_a_sentence_is_named_alike_wherever_it_stands() -> None:
    """Nothing is taken from the paragraph before: every name is complete as far as its own sentence goes."""
    together = names(*(row["text"] for row in ROWS))
    assert together == [name for row in ROWS for name in row["names"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_name_is_whole_and_short(row: dict[str, Any]) -> None:
    for name in names(row["text"]):
        assert 2 <= len(name) <= 26
        assert all(name.count(opening) == name.count(closing) for opening, closing in ("()", "“”", "《》"))
        assert name.strip("、，。；的了 ") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("设立了矛盾调解中心“一站式”平台8个。", "设立矛盾调解中心“一站式”平台"),
        ("办理市、县（区）两级交办案件23件。", "办理市、县(区)两级交办案件"),
        ("组织“宪法进社区”“民法典进万家”活动41场。", "“宪法进社区”“民法典进万家”活动"),
    ],
)
def test_brackets_and_quotation_marks_stay_in_pairs(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第一、二、三产业增加值分别为38.6亿元、131.2亿元、116.6亿元。", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("一、二、三级响应分别启动3次、5次、8次。", ["一级响应启动", "二级响应启动", "三级响应启动"]),
        ("一、二审败诉率分别为8.1%、4.5%。", ["一审败诉率", "二审败诉率"]),
    ],
)
def test_what_is_only_numbered_is_named_in_full(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_a_word_that_tells_figures_apart_stays_in_the_name() -> None:
    found = names("累计受理案件86件，审结80件，其中撤销5件，新增注销登记9户，取消事项12项、保留事项30项。")
    for word in ("累计", "受理", "审结", "撤销", "注销", "取消", "保留"):
        assert any(word in name for name in found), (word, found)


def test_the_time_of_the_report_and_where_it_is_are_no_part_of_a_name() -> None:
    for text in ("2023年，全市共受理诉求31件。", "今年以来，我市累计受理诉求31件。", "截至12月底，全县有效受理诉求31件。"):
        (name,) = names(text)
        assert name in ("受理诉求", "累计受理诉求")
