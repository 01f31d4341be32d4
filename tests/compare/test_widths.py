"""With --ignore-width, １２ and 12 are one; quotes, case and everything else are still compared."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import drafter.pipeline as pipeline
from drafter.compare.apply import rebuild
from drafter.compare.widths import align_apart_from_width
from drafter.model.span import Span
from drafter.pipeline import Output
from drafter.text.width import narrow

ALIKE = (("１２３", "123"), ("（甲）", "(甲)"), ("，：；？！％", ",:;?!%"), ("ＡｂＣ", "AbC"), ("甲　乙", "甲 乙"))
NOT_ALIKE = (
    ("“甲”", '"甲"'),
    ("＂甲＂", '"甲"'),
    ("A", "a"),
    ("—", "-"),
    ("。", "."),
    ("、", ","),
    ("甲 乙", "甲\xa0乙"),
    ("①", "1"),
)


@pytest.mark.parametrize(("full", "half"), ALIKE)
def test_forms_of_one_character_are_one(full: str, half: str) -> None:
    assert narrow(full) == narrow(half) == half


@pytest.mark.parametrize(("one", "other"), NOT_ALIKE)
def test_other_characters_stay_two(one: str, other: str) -> None:
    assert narrow(one) != narrow(other)


def spans(lines: list[str]) -> list[Span]:
    found, at = [], 0
    for line in lines:
        found.append(Span(text=line, start=at, end=at + len(line)))
        at += len(line) + 1
    return found


LINES = st.lists(st.text('甲乙丙1１2２，,（(　 件。“"', min_size=1, max_size=12), max_size=5)


@given(LINES, LINES)
def test_rows_make_new_to_the_letter_and_old_but_for_widths(old: list[str], new: list[str]) -> None:
    before, after = rebuild(align_apart_from_width(spans(old), spans(new)))
    assert after == new
    assert [narrow(line) for line in before] == [narrow(line) for line in old]


@given(LINES)
def test_a_text_and_its_narrow_form_have_no_change(lines: list[str]) -> None:
    rows = align_apart_from_width(spans(lines), spans([narrow(line) for line in lines]))
    assert [row for row in rows if row.moved or row.kind != "equal"] == []


OLD = "槿阳市2024年法治政府建设情况报告\n一、总体情况\n全年受理行政复议案件１２３件（含上年结转），办结“120”件。\n"
NEW = '槿阳市2024年法治政府建设情况报告\n一、总体情况\n全年受理行政复议案件123件(含上年结转),办结"120"件。\n'


def _sides(tmp_path: Path) -> list[pipeline.Loaded]:
    for name, text in (("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [pipeline.load(tmp_path / f"{name}.txt") for name in ("old", "new")]


def test_every_output_leaves_widths_unmarked_and_says_so(tmp_path: Path) -> None:
    made = pipeline.compare(*_sides(tmp_path), "drafts", ignore_width=True)
    changed = [edit.text for row in made.text for edit in row.edits if edit.op != "equal"]
    assert changed == ["“", '"', "”", '"']
    assert any("全角、半角" in note for note in made.notes)
    assert [finding.message for finding in made.findings if "123" in finding.message or "（" in finding.message] == []


def test_without_it_widths_are_changes(tmp_path: Path) -> None:
    made = pipeline.compare(*_sides(tmp_path), "drafts")
    assert "１２３件" in [edit.text for row in made.text for edit in row.edits if edit.op == "delete"]
    assert not any("全角、半角" in note for note in made.notes)


def test_the_redline_has_the_text_of_new_and_marks_the_rest(tmp_path: Path) -> None:
    import docx

    sides = _sides(tmp_path)
    out = Output(path=tmp_path / "r.docx", form="redline", ignore_width=True)
    pipeline.write(pipeline.compare(*sides, "drafts", ignore_width=True), out, *sides)
    last = docx.Document(str(out.path)).paragraphs[-1]
    assert last.text == "全年受理行政复议案件123件(含上年结转),办结120件。"  # python-docx leaves out what is tracked
