"""Places whose controls an editor dropped are found by the words around them."""

import re
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fill_drafts import DRAFT, TEXTS, Written
from hypothesis import given
from hypothesis import strategies as st
from test_fill_status import FRESH, control, type_in

from drafter.fill.find import stands_by_words
from drafter.fill.register import Register, Stretch
from drafter.office.controls import find_controls
from drafter.office.package import set_blob

FILLED = {
    "f-1": "35件", "t-1": "联席会议全年召开四次，议定事项全部办结。", "n-1": "李明", "o-1": "第六", "f-2": "33件", "d-1": "2027年1月20日",
}  # fmt: skip


def forget_tags(document: Document) -> None:
    """What LibreOffice 7.4 does to a control when it saves."""
    for properties in document.element.body.iter(qn("w:sdtPr")):
        for child in list(properties):
            properties.remove(child)


def fill_all(document: Document) -> None:
    for slot_id, text in FILLED.items():
        type_in(document, slot_id, text)
    for mark in list(document.element.body.iter(qn("w:highlight"))):
        mark.getparent().remove(mark)


def test_what_was_filled_in_is_found_without_any_control(written: Written) -> None:
    states = written.edit(fill_all).edit(forget_tags).states()
    assert set(states.values()) == {"filled"}


def test_a_line_that_somebody_put_in_or_reworded_leads_nowhere_else(written: Written) -> None:
    def rework(document: Document) -> None:
        type_in(document, "f-1", "35件")
        for paragraph in document.paragraphs:
            if paragraph.text.startswith("（一）化解行政争议。"):
                paragraph.insert_paragraph_before("全年另收到来信39封，均已答复。")
            for run in paragraph.runs:
                run.text = run.text.replace("全年受理", "一年来，全市受理")
        forget_tags(document)

    assert written.edit(rework).states() == FRESH | {"f-1": "filled"}


@pytest.mark.parametrize("slot_id", list(FILLED))
def test_one_place_taken_out_with_its_text_is_lost_and_no_other(written: Written, slot_id: str) -> None:
    def take_out(document: Document) -> None:
        element = control(document, slot_id).element
        element.getparent().remove(element)
        forget_tags(document)

    assert written.edit(take_out).states() == FRESH | {slot_id: "lost"}


WORDS = st.text("受理办结复议案件全市调解处罚检查", min_size=3, max_size=12)


@given(st.lists(st.tuples(WORDS, st.integers(1, 99999)), min_size=1, max_size=6))
def test_each_figure_between_words_that_stand_is_found_where_it_was_filled_in(parts: list[tuple[str, int]]) -> None:
    line: list[Stretch] = []
    document = docx.Document()
    paragraph = document.add_paragraph()
    for number, (words, value) in enumerate(parts):
        line += [Stretch(f"{words}{'甲乙丙丁戊己'[number]}"), Stretch(f"【待填：第{number}项】", f"f-{number}")]
        paragraph.add_run(f"{words}{'甲乙丙丁戊己'[number]}{value}")
    register = Register(lines=(tuple(line),))
    wanted = frozenset(f"f-{n}" for n in range(len(parts)))
    found = stands_by_words(document.element.body, register, wanted)
    assert {slot: stand.text for slot, stand in found.items()} == {f"f-{n}": str(v) for n, (_, v) in enumerate(parts)}


def test_the_small_draft_has_a_line_for_each_of_its_slots(written: Written) -> None:
    assert {c.id for c in find_controls(written.document.element.body)} == set(TEXTS) == {s.id for s in DRAFT.slots}


def move_first_to_the_end(document: Document) -> None:
    first = next(p for p in document.paragraphs if p.text.startswith("（一）化解行政争议"))
    document.paragraphs[-1]._p.addnext(first._p)


def move_kept_to_the_end(document: Document) -> None:
    kept = next(p for p in document.paragraphs if "2026年，我市坚持" in p.text)
    document.paragraphs[-1]._p.addnext(kept._p)


def merge_two(document: Document) -> None:
    first, second = (
        next(p for p in document.paragraphs if words in "".join(t.text or "" for t in p._p.iter(qn("w:t"))))
        for words in ("我市坚持", "化解行政争议")
    )
    for child in list(second._p):
        if child.tag != qn("w:pPr"):
            first._p.append(child)
    second._p.getparent().remove(second._p)


def split_before_the_kept(document: Document) -> None:
    kept = control(document, "k-1").element
    paragraph = next(kept.iterancestors(qn("w:p")))
    behind = OxmlElement("w:p")
    paragraph.addnext(behind)
    for node in [kept, *kept.itersiblings()]:
        behind.append(node)


@pytest.mark.parametrize("change", [move_first_to_the_end, move_kept_to_the_end, merge_two, split_before_the_kept])
@pytest.mark.parametrize("lines", [True, False], ids=["with lines", "a list without lines"])
def test_what_nobody_worked_on_is_found_wherever_it_was_moved(
    written: Written, change: Callable[[Document], None], lines: bool
) -> None:
    def forget_lines(document: Document) -> None:
        part = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith("/customXml"))
        set_blob(part, re.sub(rb"<d:line>.*</d:line>|<d:line/>", b"", part.blob, flags=re.DOTALL))

    written.edit(change).edit(forget_tags)
    assert (written if lines else written.edit(forget_lines)).states() == FRESH


def test_a_figure_filled_in_is_found_where_its_paragraph_was_moved(written: Written) -> None:
    written.edit(lambda d: type_in(d, "f-1", "35件")).edit(move_first_to_the_end).edit(forget_tags)
    assert written.states() == FRESH | {"f-1": "filled"}


def test_a_prompt_in_a_control_is_no_other_slots_place(written: Written) -> None:
    """Two slots with one prompt: the one that was deleted is not found in the control of the other."""

    def delete_one(document: Document) -> None:
        element = control(document, "f-2").element
        element.getparent().remove(element)
        type_in(document, "f-1", TEXTS["f-2"])

    assert written.edit(delete_one).states() == FRESH | {"f-2": "lost"}
