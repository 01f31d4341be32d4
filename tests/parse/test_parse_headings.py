"""The marker grammar, line by line, and what it must not take for a marker."""

import json
from pathlib import Path

import pytest

from drafter.parse.headings import FORMS, chinese, chinese_number, label, marker_at, number_of
from drafter.parse.lines import hide
from drafter.text.normalize import fold

CORPUS = [
    json.loads(row) for row in (Path(__file__).parents[1] / "corpus" / "headings.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", CORPUS, ids=[row["line"][:14] for row in CORPUS])
def test_a_line_opens_with_the_marker_that_the_corpus_says(row: dict) -> None:
    line = row["line"]
    masked = hide(fold(line))
    found = marker_at(masked, 0, len(masked))
    if row["marker"] is None:
        assert found is None
        return
    assert found is not None
    assert line[found.start : found.end].strip() == row["marker"]
    assert (label(found.family, found.number) if found.number else "") == row["number"]
    assert found.family.level == row["level"]
    assert found.damage == row.get("damage", "")
    assert line[found.end :].startswith(row["title"])


@pytest.mark.parametrize("form", FORMS, ids=[form.example for form in FORMS])
def test_every_form_matches_its_own_example(form) -> None:
    text = fold(form.example) + "加强领导"
    assert form.pattern.match(text)


@pytest.mark.parametrize("number", range(1, 100))
def test_chinese_numerals_go_out_and_come_back(number: int) -> None:
    assert chinese_number(chinese(number)) == number


@pytest.mark.parametrize(
    ("printed", "number"), [("十", 10), ("二十", 20), ("③", 3), ("⑿", 12), ("⒑", 10), ("㈣", 4), ("17", 17), ("其次", 2)]
)
def test_printed_numbers_of_every_kind(printed: str, number: int) -> None:
    assert number_of(printed) == number


@pytest.mark.parametrize("printed", ["十十", "二三四"])
def test_what_is_no_number_is_zero(printed: str) -> None:
    assert number_of(printed) == 0
