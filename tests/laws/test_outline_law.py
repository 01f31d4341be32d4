"""Under an outline nothing of last year's report is lost or said twice: only its headings give way."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from outlinemakers import OUTLINES, draft_under, outline
from rollmakers import lines, raw_of, text_of

from drafter.extract import extract_metrics
from drafter.model.draft import Draft
from drafter.parse import parse_report
from drafter.rollforward.prescribed import UNPLACED

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT.parent / "shared" / "sets"
OTHERS = [
    SETS / "tianmen-2020.txt",
    *sorted((SETS / "city-a").glob("*.txt")),
    *sorted((SETS / "unlabelled").glob("*2026.txt"))[:2],
]
PATHS = [*sorted((ROOT / "reports").glob("20*.*")), *(path for path in OTHERS if path.exists())]
CASES = [(path, name) for path in PATHS for name in OUTLINES]
each = pytest.mark.parametrize(("path", "name"), CASES, ids=[f"{path.name}-{name}" for path, name in CASES])
MARKER = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、是要]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．])")


@cache
def rolled(path: Path, name: str | None) -> Draft:
    return draft_under(path, OUTLINES[name] if name else None, 2027 if "unlabelled" in path.parts else None)


def said(draft: Draft) -> Counter[tuple[int, str]]:
    """What stands for each sentence of last year's, markers apart."""
    return Counter((s.old.start, MARKER.sub("", s.new).rstrip("。")) for s in draft.sentences)


def slots(draft: Draft) -> Counter[tuple[str, str, str]]:
    return Counter((s.id, s.label, s.placeholder) for s in draft.slots)


@each
def test_every_sentence_says_the_same_but_headings_without_open_places(path: Path, name: str) -> None:
    plain, under = rolled(path, None), rolled(path, name)
    assert [(s.decision, s.rule, s.old) for s in plain.sentences] == [(s.decision, s.rule, s.old) for s in under.sentences]
    lost = said(plain) - said(under)
    gone = {start for start, _ in lost}
    given_up = {s.old.start for s in under.sentences if s.new == "" and s.rule.startswith("heading")}
    assert gone <= given_up
    assert not any("【" in text for _, text in lost)


@each
def test_every_slot_of_the_plain_draft_stands_once_with_its_id(path: Path, name: str) -> None:
    plain, under = rolled(path, None), rolled(path, name)
    required = {s.id for s in plain.slots if s.last is None}  # what no sentence of last year's stands for
    assert not [slot for slot in slots(plain) - slots(under) if slot[0] not in required]
    named = Counter(piece.slot for block in under.blocks for piece in block.pieces if piece.slot)
    assert named == Counter(s.id for s in under.slots)
    shown = {piece.slot: piece.text for block in under.blocks for piece in block.pieces}
    assert all(shown[s.id] == s.placeholder for s in under.slots)


@each
def test_the_paragraphs_hold_what_the_sentences_say_and_nothing_else(path: Path, name: str) -> None:
    """Character for character: the text of the draft is its sentences, the outline's headings and the prompts that it adds."""
    plain, under = rolled(path, None), rolled(path, name)
    text = Counter("".join(lines(under)))
    text -= Counter("".join(h.marker + h.title for h in outline(OUTLINES[name]).headings))
    from_last = {s.id for s in plain.slots if s.last}
    added = [s.placeholder for s in under.slots if s.id not in from_last]
    progress = [s.placeholder for s in under.slots if s.placeholder.startswith("【待写：上年安排“")]
    text -= Counter("".join([*added, *progress, *(line for line in lines(under) if line.endswith(UNPLACED))]))
    missing = Counter("".join(s.new for s in under.sentences)) - text
    assert missing == Counter()
    assert len("".join(s.new for s in under.sentences)) <= len("".join(lines(under)))


@each
def test_no_figure_of_last_year_stands_outside_a_slot(path: Path, name: str) -> None:
    assert [m.text for m in extract_metrics(parse_report(raw_of(rolled(path, name))))] == []


@each
def test_the_headings_are_the_outlines_in_its_order(path: Path, name: str) -> None:
    draft = rolled(path, name)
    wanted = [h.marker + h.title for h in outline(OUTLINES[name]).headings]
    told = [text_of(block) for block in draft.blocks]
    places = [told.index(heading) for heading in wanted]
    assert places == sorted(places)


@each
def test_every_slot_of_the_body_lies_under_a_heading_that_stands_there(path: Path, name: str) -> None:
    draft = rolled(path, name)
    tops = {h.title for h in outline(OUTLINES[name]).headings if h.level == 1} | {UNPLACED}
    assert {s.path[0] for s in draft.slots if s.path} <= tops


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_frame_is_that_of_the_plain_draft(path: Path) -> None:
    plain, under = rolled(path, None), rolled(path, "five")
    assert plain.title == under.title
    for style in ("title", "addressee", "signature", "date"):
        assert [text_of(b) for b in plain.blocks if b.style == style] == [text_of(b) for b in under.blocks if b.style == style]


def test_the_same_files_give_the_same_draft() -> None:
    assert draft_under(PATHS[0], OUTLINES["systems"]) == rolled(PATHS[0], "systems")
