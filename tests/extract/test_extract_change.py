"""What the text says of last year: the corpus, by figure."""

import json
from pathlib import Path
from typing import Any

import pytest
from makers import report

from drafter.extract import extract_metrics

CORPUS = Path(__file__).parent.parent / "corpus" / "changes.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def changes(text: str) -> list[list[object]]:
    """[figure, "flat"] or [figure, kind, value, direction], in text order."""
    told = [
        (m.text, m.stated_change) for m in extract_metrics(report(f"一、主要做法 > （一）推进工作。{text}")) if m.stated_change
    ]
    return [[said, "flat"] if c.direction == "flat" else [said, c.kind, c.value, c.direction] for said, c in told]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_change_belongs_to_the_figure_that_it_is_said_of(row: dict[str, Any]) -> None:
    assert changes(row["text"]) == row["changes"], row["why"]


def test_a_figure_that_stays_level_keeps_its_own_value() -> None:
    (found,) = extract_metrics(report("一、主要做法 > （一）推进工作。受理案件86件，与上年持平。"))
    assert found.stated_change
    assert (found.stated_change.kind, found.stated_change.value) == ("level", 86)
