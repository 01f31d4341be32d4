"""Which period a figure speaks of: the corpus, and how far a word governs."""

import json
from pathlib import Path
from typing import Any

import pytest
from makers import report

from drafter.extract import extract_metrics

CORPUS = Path(__file__).parent.parent / "corpus" / "scopes.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def scopes(text: str) -> list[list[str | None]]:
    return [[m.text, m.scope] for m in extract_metrics(report(f"一、主要做法 > （一）推进工作。{text}"))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_period_is_that_of_the_word_that_governs_the_figure(row: dict[str, Any]) -> None:
    wanted = {text for text, _ in row["figures"]}
    assert [found for found in scopes(row["text"]) if found[0] in wanted] == row["figures"], row["why"]


def test_a_period_ends_with_its_sentence() -> None:
    assert scopes("截至年底，全市共有律师820名。办理案件120件。") == [["820名", "as_of"], ["120件", None]]


def test_a_period_does_not_reach_the_next_paragraph() -> None:
    assert scopes("今年以来，受理案件120件 | 开展检查60次。") == [["120件", "year"], ["60次", None]]
