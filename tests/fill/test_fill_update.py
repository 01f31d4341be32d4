"""Later returns: what an earlier fill put in gives way under revision, what people wrote never does."""

import copy
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ledger_drafts import DRAFT, accepted, filled, fresh, offer, rejected, slots, texts, told
from test_fill_find import forget_tags
from test_fill_ledger import ALL, FILLED
from test_fill_status import control, drop_control, type_in

from drafter.fill import clean_copy, edited_draft, with_offers
from drafter.office.controls import find_controls
from drafter.office.revisions import Reviser
from drafter.office.undecided import REVISIONS

LATER = (offer("a", 342, round="二"), offer("c", 22, round="二"), *ALL[2:4], offer("g", 11, round="二"))
CHANGED = FILLED | {"a": "342件", "b": "下降10.0%", "d": "364件", "g": "11个"}
UNDO = Path(__file__).parents[1] / "render" / "undo_with_libreoffice.py"


@pytest.mark.parametrize("forget", [False, True], ids=["controls stand", "controls forgotten"])
def test_the_latest_return_wins_under_revision_and_is_told_with_both_sources(tmp_path: Path, forget: bool) -> None:
    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL)
    if forget:
        draft.edit(forget_tags)
    before = accepted(draft)
    made = filled(draft, *LATER, update=True)
    assert texts(draft) == CHANGED
    assert told(made) == {"changed": ["a", "b", "d", "g"]}
    assert (made.fillings[0].old, made.fillings[0].text) == ("418件", "342件")
    assert made.fillings[0].old_source == "指标台账：市司法局（第一次），报418件"
    assert made.fillings[0].source == "指标台账：市司法局（第二次），报342件"
    assert slots(draft)["c"].source == "指标台账：市司法局（第二次），报22件"  # the same figure, confirmed by the later return
    assert rejected(draft) == before


def test_revisions_bear_the_ledgers_name_no_clock_and_are_never_nested(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL)
    filled(draft, *LATER, update=True)
    found = list(draft.document.element.body.iter(*REVISIONS))
    assert len(found) == 2 * 4
    assert {(n.get(qn("w:author")), n.get(qn("w:date"))) for n in found} == {("指标台账", "2000-01-01T00:00:00Z")}
    assert len({n.get(qn("w:id")) for n in found}) == len(found)
    assert [n for n in found if any(above.tag in REVISIONS for above in n.iterancestors())] == []
    assert all(any(above.tag == qn("w:sdtContent") for above in n.iterancestors()) for n in found)


def test_the_same_returns_give_the_same_bytes(tmp_path: Path) -> None:
    both = []
    for name in ("a", "b"):
        draft = fresh(tmp_path / f"{name}.docx", with_offers(DRAFT, ALL))
        filled(draft, *LATER, update=True)
        both.append(draft.path.read_bytes())
    assert both[0] == both[1]


def test_without_update_a_later_return_is_told_and_nothing_changes(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL)
    made = filled(draft, *LATER)
    assert texts(draft) == FILLED
    assert set(told(made)) == {"newer"}
    assert not made.touched


def test_a_paragraph_with_revisions_that_nobody_decided_on_is_left_alone_and_told(tmp_path: Path) -> None:
    def revise(document: Document) -> None:
        paragraph = control(document, "a").element.getparent()
        Reviser("李某", "2027-01-01T00:00:00Z", ()).wrap("ins", [paragraph.findall(qn("w:r"))[0]])

    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL)
    made = filled(draft.edit(revise), *LATER, update=True)
    assert told(made) == {"changed": ["g"], "pending": ["a", "b", "d"]}
    assert texts(draft) == FILLED | {"g": "11个"}


def test_a_rejected_change_is_a_decision_of_people_and_is_not_made_again(tmp_path: Path) -> None:
    def reject(document: Document) -> None:
        for gone in list(document.element.body.iter(qn("w:ins"))):
            gone.getparent().remove(gone)
        for kept in list(document.element.body.iter(qn("w:del"))):
            for run in list(kept):
                for text in run.iter(qn("w:delText")):
                    text.tag = qn("w:t")
                kept.addprevious(run)
            kept.getparent().remove(kept)

    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL)
    filled(draft, *LATER, update=True)
    made = filled(draft.edit(reject), *LATER, update=True)
    assert texts(draft) == FILLED
    assert {f.id: (f.kind, f.old, f.old_source) for f in made.fillings if f.id == "a"} == {
        "a": ("differs", "418件", "曾按台账填342件")
    }


def test_of_a_control_that_was_copied_both_are_changed_or_neither(tmp_path: Path) -> None:
    def double(document: Document) -> None:
        element = control(document, "g").element
        element.addnext(copy.deepcopy(element))

    def edit_one(document: Document) -> None:
        type_in(document, "g", "14个")

    for change, left in ((double, {"11个"}), (lambda d: (double(d), edit_one(d)), {"14个", "15个"})):
        draft = fresh(tmp_path / "a.docx")
        filled(draft, *ALL)
        filled(draft.edit(change), *LATER, update=True)
        assert {c.text for c in find_controls(draft.document.element.body) if c.id == "g"} == left


def test_a_slot_with_a_note_inside_is_not_changed(tmp_path: Path) -> None:
    def note(document: Document) -> None:
        control(document, "g").runs()[0].append(OxmlElement("w:footnoteReference"))

    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL)
    assert told(filled(draft.edit(note), *LATER, update=True))["pending"] == ["g"]


def test_a_changed_draft_can_be_finished_only_once_its_revisions_are_decided(tmp_path: Path) -> None:
    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL, offer("t", None, "已建成。"))
    filled(draft, *LATER, update=True)
    hindrances = clean_copy(edited_draft(draft.path, draft.report()))[0].hindrances
    assert hindrances == {"write": 3, "revision": 8}  # departments' texts in the margin hinder nothing


EDITS: dict[str, Callable[[Document, str], object]] = {
    "typed over": lambda document, key: type_in(document, key, "99件"),
    "typed behind": lambda document, key: type_in(document, key, f"{control(document, key).text}左右"),
    "a blank put in": lambda document, key: type_in(document, key, f"{control(document, key).text} "),
    "typed over without control": lambda document, key: (type_in(document, key, "99件"), drop_control(document, key)),
    "emptied": lambda document, key: type_in(document, key, ""),
}


@settings(max_examples=40, deadline=None)
@example(edits={"b": "typed over"}, numbers={"a": 3440}, forget=True)  # 440件 does not stand in 3440件
@given(
    edits=st.dictionaries(st.sampled_from(sorted(FILLED)), st.sampled_from(sorted(EDITS)), min_size=1),
    numbers=st.dictionaries(st.sampled_from("abcdefg"), st.integers(-500, 5000), max_size=7),
    forget=st.booleans(),
)
def test_whatever_the_ledger_has_a_place_that_people_changed_is_never_altered(
    edits: dict[str, str], numbers: dict[str, int], forget: bool
) -> None:
    def edit(document: Document) -> None:
        for key, how in edits.items():
            EDITS[how](document, key)
        if forget:
            forget_tags(document)

    with tempfile.TemporaryDirectory() as folder:
        draft = fresh(Path(folder) / "a.docx", with_offers(DRAFT, ALL)).edit(edit)
        before = {key: state.text for key, state in slots(draft).items() if key in edits and state.state == "filled"}
        made = filled(draft, *(offer(key, number, round="二") for key, number in numbers.items()), update=True)
        after = {key: state.text for key, state in slots(draft).items()}
        changed = {filling.id for filling in made.fillings if filling.kind == "changed"}
        assert {key: after[key] for key in before} == before
        assert changed.isdisjoint(before)


@pytest.mark.libreoffice
def test_libreoffice_accepts_and_rejects_the_changes_as_our_reader_does(tmp_path: Path) -> None:
    python = shutil.which("python3", path="/usr/bin:/bin")
    assert python
    draft = fresh(tmp_path / "a.docx")
    filled(draft, *ALL)
    before = [line for line in accepted(draft) if line]
    filled(draft, *LATER, offer("t", None, "已建成。"), update=True)
    after = [line for line in accepted(draft) if line]
    run = subprocess.run([python, str(UNDO), str(draft.path)], capture_output=True, text=True, check=True, timeout=300)
    assert json.loads(run.stdout) == [after, before]
    assert before != after
