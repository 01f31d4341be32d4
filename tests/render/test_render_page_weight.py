"""The review page of two reports of 20,000 characters weighs less than a megabyte, whatever changed in them."""

from dataclasses import replace
from pathlib import Path

import comparisons
import pytest
from pages import sample

from drafter.model.change import Comparison, Edit, TextChange
from drafter.model.span import Span
from drafter.pipeline import compare, load
from drafter.render.html import render_page

MOST = 1_000_000
SETS = Path(__file__).resolve().parents[3] / "shared" / "sets"


def weight(made: Comparison) -> int:
    """In bytes."""
    return len(render_page(made).encode())


def edited(at: int) -> TextChange:
    """A paragraph of 200 characters a side with a change at every eighth: an edit or two a clause, as in a text that is polished."""
    edits = tuple(
        Edit(op=op, text=text)
        for _ in range(25)
        for op, text in (("equal", "推进依法行政"), ("delete", "工作"), ("insert", "建设"))
    )  # type: ignore[arg-type]
    sides = ["".join(e.text for e in edits if e.op != op) for op in ("insert", "delete")]
    old, new = (Span(text=text, start=at * 201, end=at * 201 + 200) for text in sides)
    return TextChange(
        kind="changed",
        moved=at % 10 == 0,
        old=old,
        new=new,
        similarity=0.8,
        edits=edits,
        old_place="二、（三）",
        new_place="二、（四）",
    )


def test_many_small_changes_figures_and_findings() -> None:
    made = comparisons.years()
    text = tuple(edited(at) for at in range(100))
    assert sum(len(row.new.text) for row in text if row.new) == 20_000
    metrics, findings = made.metrics * 64, made.findings * 40
    assert len(metrics) > 700  # the sample reports have one figure to 25 characters
    assert (
        weight(replace(made, text=text, metrics=metrics, findings=findings, plans=made.plans * 10, mentions=made.mentions * 10))
        < MOST
    )


def test_short_paragraphs() -> None:
    made = comparisons.years()
    texts = (made.text[2], made.text[3], made.text[4], made.text[5], made.text[6])
    long = texts * 130  # 20,000 characters of NEW in paragraphs of 40
    assert sum(len(row.new.text) for row in long if row.new) > 20_000
    assert weight(replace(made, text=long, metrics=made.metrics * 50, findings=made.findings * 20)) < MOST


@pytest.mark.parametrize("pair", [("2023.docx", "2024.docx"), ("2024.docx", "2025.docx"), ("2025-review.docx", "2025.docx")])
def test_the_sample_reports_were_they_as_long(pair: tuple[str, str]) -> None:
    made = sample(*pair)
    page = weight(made)
    bare = weight(replace(made, text=(), metrics=(), findings=(), plans=(), problems=(), mentions=()))
    assert (page - bare) / (made.old.chars + made.new.chars) * 40_000 + bare < MOST


@pytest.mark.parametrize("years", [("2016", "2017"), ("2018", "2019")])
def test_long_reports_of_others(years: tuple[str, str]) -> None:
    paths = [SETS / f"work-report-{year}.txt" for year in years]
    if not all(path.exists() for path in paths):
        pytest.skip(f"needs the reports {', '.join(p.name for p in paths)} in {SETS}")
    assert weight(compare(load(paths[0]), load(paths[1]))) < MOST
