"""Every unit in a phrase of its own, and numbers before words that are no units."""

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.extract import extract_metrics
from drafter.extract.candidates import candidates
from drafter.model.raw import RawParagraph, RawReport
from drafter.parse import parse_report
from drafter.text.normalize import fold
from drafter.text.units import UNITS

CORPUS = Path(__file__).parent.parent / "corpus"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", rows("units.jsonl"), ids=lambda row: row["unit"])
def test_a_number_is_read_with_its_whole_unit(row: dict[str, str]) -> None:
    assert [found.unit for found in candidates(fold(row["text"]))] == [fold(row["unit"])]


def test_every_unit_has_a_phrase() -> None:
    assert sorted(set(UNITS) - {row["unit"] for row in rows("units.jsonl")}) == []


@pytest.mark.parametrize(("why", "text"), [(row["why"], text) for row in rows("no-units.jsonl") for text in row["texts"]])
def test_a_word_that_only_begins_like_a_unit_makes_no_figure(why: str, text: str) -> None:
    whole = (RawParagraph(start=0, end=len(text)),)
    found = extract_metrics(parse_report(RawReport(path="r.txt", format="txt", text=text, paragraphs=whole)))
    assert [metric.text for metric in found] == [], why
