"""`--json` of every command has all keys of its schema, always, and its offsets are those of `drafter text`."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from climakers import REPORTS, SETS, run
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschemas import faults, validator

OWN = sorted(path for path in REPORTS.iterdir() if path.suffix in (".docx", ".txt", ".html"))
SHARED = sorted(path for path in SETS.rglob("*.txt")) if SETS.is_dir() else []
PAIRS = [("2023.docx", "2024.docx"), ("2024.txt", "2025.docx"), ("2025.docx", "2025-review.docx"), ("2024.docx", "2024.txt")]
SHARED_PAIRS = [
    ("city-a/y1.txt", "city-a/y2.txt"),
    ("work-report-2016.txt", "work-report-2017.txt"),
    ("tianmen-2020.txt", "city-a/y1.txt"),
]
SINGLE = ("outline", "metrics", "check", "draft")


def made(*command: object) -> Any:
    done = run(*command, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a result that says what stands at a place."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("path", [*OWN, *SHARED], ids=lambda path: path.name)
@pytest.mark.parametrize("command", SINGLE)
def test_every_key_is_there_and_every_span_says_what_the_text_says(path: Path, command: str) -> None:
    result = made(command, path)
    assert faults(result, command) == []
    text = run("text", path).out
    assert [span for span in spans(result) if text[span["start"] : span["end"]] != span["text"]] == []


def pairs() -> list[tuple[Path, Path]]:
    return [(REPORTS / a, REPORTS / b) for a, b in PAIRS] + [(SETS / a, SETS / b) for a, b in SHARED_PAIRS if (SETS / b).exists()]


@pytest.mark.parametrize(("old", "new"), pairs(), ids=lambda path: path.name)
@pytest.mark.parametrize("mode", ["years", "drafts"])
def test_a_comparison_has_every_key(old: Path, new: Path, mode: str) -> None:
    result = made("compare", old, new, "--mode", mode)
    assert faults(result, "compare") == []
    texts = {"old": run("text", old).out, "new": run("text", new).out}
    for side, text in texts.items():
        sides = [row[side] for name in ("metrics", "text", "problems", "findings") for row in result[name] if row[side]]
        assert [span for span in sides if text[span["start"] : span["end"]] != span["text"]] == []


def test_a_check_against_last_year_has_every_key() -> None:
    assert faults(made("check", REPORTS / "2025.docx", "--against", REPORTS / "2024.docx"), "check") == []


def test_the_status_of_a_draft_has_every_key(tmp_path: Path) -> None:
    draft = tmp_path / "初稿.docx"
    assert run("draft", REPORTS / "2024.docx", "-o", draft).code == 0
    result = made("status", draft)
    assert faults(result, "status") == []
    assert sum(result["summary"].values()) == len(result["slots"])


def test_a_json_file_is_what_is_printed(tmp_path: Path) -> None:
    old, new, out = REPORTS / "2023.docx", REPORTS / "2024.docx", tmp_path / "比对.json"
    printed = run("compare", old, new, "-o", out, "--json").out
    assert out.read_bytes() == printed.encode("utf-8")


def test_the_same_input_gives_the_same_bytes() -> None:
    for command in (("compare", REPORTS / "2023.docx", REPORTS / "2024.docx"), ("check", REPORTS / "2025.docx")):
        assert run(*command, "--json").out == run(*command, "--json").out


@cache
def compared() -> Any:
    """A small comparison of every kind of row."""
    result = made("compare", REPORTS / "2024.docx", REPORTS / "2025.docx")
    return {key: value[:4] if isinstance(value, list) else value for key, value in result.items()}


def test_a_series_has_every_key() -> None:
    assert faults(made("compare", *(REPORTS / f"{year}.docx" for year in (2023, 2024, 2025))), "series") == []


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every key of every object whose keys are fixed."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(value, dict) and path[-1:] != ("summary",):
            yield (*path, key)
        yield from places(inner, (*path, key))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_an_object_that_lacks_a_key_or_has_something_else_there_is_refused(data: st.DataObject) -> None:
    result = compared()
    *way, last = data.draw(st.sampled_from(sorted(places(result), key=str)))
    holder = result
    for key in way:
        holder = holder[key]
    kept = holder.pop(last)
    try:
        assert not validator("compare").is_valid(result)
        holder[last] = object  # no JSON at all
        assert not validator("compare").is_valid(result)
    finally:
        holder[last] = kept
    assert validator("compare").is_valid(result)
