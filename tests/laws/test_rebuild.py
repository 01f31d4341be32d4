"""Law 2: OLD's and NEW's units are rebuilt from the rows; the same text compared with itself has no change."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare.align import align
from drafter.compare.apply import apply, rebuild, unapply
from drafter.model.span import Span
from drafter.text.split import items

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT.parent / "shared" / "sets"
CLAUSES = (
    "健全工作机制，",
    "办结案件12件，",
    "占比98.5%；",
    "一是",
    "（二）",
    "全年开展宣传活动30余场次，惠及群众1.2万人。",
    "压实责任。",
    "其中，",
    "",
    "组织专项检查3次，发现问题21个，全部整改。",
)
UNIT = st.lists(st.sampled_from(CLAUSES), max_size=6).map("".join)


def spans(texts: list[str]) -> list[Span]:
    found, at = [], 0
    for text in texts:
        found.append(Span(text=text, start=at, end=at + len(text)))
        at += len(text) + 1
    return found


def holds(old: list[str], new: list[str]) -> None:
    rows = align(spans(old), spans(new))
    assert rebuild(rows) == (old, new)
    assert apply(old, rows) == new
    assert unapply(new, rows) == old
    for row in rows:
        assert (row.kind == "dropped") == (row.new is None)
        assert (row.kind == "added") == (row.old is None)
        assert (row.kind == "equal") == (row.old is not None and row.new is not None and row.old.text == row.new.text)
        assert 0.0 <= row.similarity <= 1.0
    assert rows == align(spans(old), spans(new))


@settings(max_examples=150, deadline=None)
@given(st.lists(UNIT, max_size=12), st.lists(UNIT, max_size=12))
def test_any_two_texts_are_rebuilt(old: list[str], new: list[str]) -> None:
    holds(old, new)


@settings(max_examples=100, deadline=None)
@given(st.lists(UNIT, min_size=1, max_size=10), st.data())
def test_edited_copies_are_rebuilt(old: list[str], data: st.DataObject) -> None:
    new = list(old)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(new)))
        edit = data.draw(st.sampled_from(["drop", "add", "move", "figure"]))
        if edit == "add" or at == len(new):
            new.insert(at, data.draw(UNIT))
        elif edit == "figure":
            new[at] = new[at].replace("12", "47")
        else:
            unit = new.pop(at)
            if edit == "move":
                new.insert(data.draw(st.integers(0, len(new))), unit)
    holds(old, new)


@settings(deadline=None)
@given(st.lists(UNIT, max_size=12))
def test_a_text_against_itself_has_no_change(units: list[str]) -> None:
    assert all(row.kind == "equal" and not row.moved for row in align(spans(units), spans(units)))


def test_rows_of_other_texts_are_refused() -> None:
    rows = align(spans(["甲"]), spans(["乙"]))
    with pytest.raises(ValueError, match="unit 0"):
        apply(["丙"], rows)
    with pytest.raises(ValueError, match="2 units"):
        apply(["甲", "甲"], rows)


# The sample reports, and whatever reports lie beside the checkout.
REPORTS = [*sorted((ROOT / "quality" / "gold").glob("*.txt")), *sorted(SETS.rglob("*.txt"))]


def test_there_are_reports_to_rebuild() -> None:
    assert len(REPORTS) >= 3


@pytest.mark.parametrize(("old", "new"), list(pairwise(REPORTS)), ids=lambda path: path.name)
def test_real_reports_are_rebuilt(old: Path, new: Path) -> None:
    units = []
    for path in (old, new):
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        units.append([line[a:b] for line in lines for a, b in items(line)])
    holds(*units)
