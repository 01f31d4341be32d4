"""Law 3 on everything that an office puts into a Word file, on random edits, and on whole reports in every format."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from redlinecases import HEADED, STRUCTURES, control, holds, item, made, section
from redlinemakers import CAME, GONE, W, left, p, r, revisions, table, tree

import drafter.pipeline as pipeline
from drafter.pipeline import Output

ROOT = Path(__file__).resolve().parents[2]
GOLD, REPORTS, SETS = ROOT / "quality" / "gold", ROOT / "reports", ROOT.parent / "shared" / "sets"


@pytest.mark.parametrize("name", STRUCTURES)
def test_the_law_holds_whatever_the_document_is_made_of(tmp_path: Path, name: str) -> None:
    old, new, redline = made(tmp_path, *STRUCTURES[name], rich=True)
    holds(old, new, redline)


def test_what_no_text_shows_stays_as_in_new(tmp_path: Path) -> None:
    _, new, redline = made(tmp_path, *STRUCTURES["a note in a changed paragraph"], rich=True)
    for tag in ("footnoteReference", "headerReference"):
        assert len(list(tree(redline).iter(W + tag))) == len(list(tree(new).iter(W + tag))) == 1
    assert revisions(redline, "del", "ins") == ["22件", "37件", "，", "，全部"]


def test_merged_cells_are_compared_cell_by_cell(tmp_path: Path) -> None:
    *_, redline = made(tmp_path, *STRUCTURES["a figure under a head over two columns"])
    assert (revisions(redline, "del"), revisions(redline, "ins")) == (["12"], ["15"])
    assert [c.get(W + "val") for c in tree(redline).iter(W + "gridSpan")] == ["2"]


# ---- random documents ----

WORDS = st.text("甲乙丙丁一二三12７，。“ \t", min_size=1, max_size=12)
LINES = st.one_of(
    WORDS, st.sampled_from(("全年受理行政复议案件22件，办结20件。", "全年受理行政复议案件37件，均已办结。", "一、总体情况"))
)
BLOCKS = st.one_of(
    LINES.map(p),
    LINES.map(item),
    LINES.map(lambda text: p("前", control(r(text)), "后")),
    st.lists(LINES, min_size=1, max_size=3).map(lambda texts: control("".join(map(p, texts)))),
    st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=3).map(lambda rows: table(HEADED, *rows)),
    LINES.map(section),
    st.just(p("")),
)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_the_law_holds_for_random_documents(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    pool = data.draw(st.lists(BLOCKS, min_size=1, max_size=7), label="blocks")
    sides = [data.draw(st.lists(st.sampled_from(pool), min_size=1, max_size=8), label=side) for side in ("old", "new")]
    holds(*made(tmp_path_factory.mktemp("law"), *("".join((*blocks, p("末"))) for blocks in sides)))


# ---- whole reports ----

WORK = [
    path for year in range(2010, 2020) for path in (SETS / f"work-report-{year}.txt", SETS / "unlabelled" / f"work-report-{year}.txt")
    if path.exists()
]  # fmt: skip
PAIRS = [
    *((REPORTS / f"{a}.docx", REPORTS / f"{b}.docx") for a, b in (("2023", "2024"), ("2024", "2025"), ("2025-review", "2025"))),
    (REPORTS / "2023.html", REPORTS / "2024.docx"),
    (REPORTS / "2024.docx", REPORTS / "2023.html"),
    (REPORTS / "2023.html", REPORTS / "2024.txt"),
    (REPORTS / "2024.txt", REPORTS / "2025.docx"),
    *((folder / "y1.txt", folder / "y2.txt") for folder in sorted((GOLD / "styles").iterdir())),
    (SETS / "city-a" / "y1.txt", SETS / "city-a" / "y2.txt"),
    *pairwise(WORK),
]


def _lines(path: Path) -> list[str]:
    """What the redline must give back: a Word file's own paragraphs, or those that our reader finds."""
    if path.suffix == ".docx":
        return left(path, GONE)
    report = pipeline.load(path).report
    return [line for para in report.paragraphs if (line := report.text[para.start : para.end]).strip()]


@pytest.mark.parametrize(("old", "new"), [pair for pair in PAIRS if pair[1].exists()], ids=lambda path: path.name)
def test_the_law_holds_for_whole_reports(tmp_path: Path, old: Path, new: Path) -> None:
    sides, out = [pipeline.load(path) for path in (old, new)], tmp_path / "redline.docx"
    pipeline.write(pipeline.compare(*sides), Output(path=out, form="redline"), *sides)
    bare = [[re.sub("[\\x0b\n]", "", text) for text in texts] for texts in (left(out, GONE), left(out, CAME))]
    assert bare == [[re.sub("[\\x0b\n]", "", text) for text in _lines(path)] for path in (new, old)]
