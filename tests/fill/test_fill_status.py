"""The state of a draft after people have worked on it: by filling, deleting, dropping controls, taking highlights off."""

import copy
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from fill_drafts import KEPT, SLOTS, Written

from drafter.fill import draft_status, edited_draft, filled_in
from drafter.model.errors import DrafterError
from drafter.office.controls import Control, find_controls
from drafter.office.runs import Node

FRESH = {s.id: "unconfirmed" if s.kind == "keep" else "open" for s in SLOTS}


def control(document: Document, slot_id: str) -> Control:
    return next(c for c in find_controls(document.element.body) if c.id == slot_id)


def type_in(document: Document, slot_id: str, text: str) -> None:
    """What Word does when somebody types over a prompt."""
    found = control(document, slot_id)
    for shown in found.element.iter(qn("w:showingPlcHdr")):
        shown.getparent().remove(shown)
        break
    next(found.runs()[0].iter(qn("w:t"))).text = text


def clear(document: Document, slot_id: str) -> None:
    """What Word does when somebody deletes all text of a control: it shows its own prompt."""
    type_in(document, slot_id, "单击或点击此处输入文字。")
    properties = control(document, slot_id).element.find(qn("w:sdtPr"))
    properties.append(OxmlElement("w:showingPlcHdr"))


def unwrap(control: Node) -> None:
    """What Word does when somebody takes a control away and keeps its text."""
    content = control.find(qn("w:sdtContent"))
    for child in [] if content is None else list(content):
        control.addprevious(child)
    parent = control.getparent()
    assert parent is not None
    parent.remove(control)


def drop_control(document: Document, slot_id: str) -> None:
    unwrap(control(document, slot_id).element)


def delete_all(document: Document, slot_id: str) -> None:
    element = control(document, slot_id).element
    element.getparent().remove(element)


def take_highlight_off(document: Document, slot_id: str) -> None:
    for mark in list(document.element.body.iter(qn("w:highlight"))):
        mark.getparent().remove(mark)


def take_highlight_off_and_drop(document: Document, slot_id: str) -> None:
    take_highlight_off(document, slot_id)
    drop_control(document, slot_id)


def test_a_fresh_draft_is_open_everywhere(written: Written) -> None:
    status = draft_status(written.path, written.report())
    assert {s.id: s.state for s in status.slots} == FRESH
    assert status.summary == {"open": 6, "filled": 0, "unconfirmed": 1, "lost": 0}


def test_a_slot_says_where_it_stands_and_whose_it_is(written: Written) -> None:
    states = {s.id: s for s in draft_status(written.path, written.report()).slots}
    assert (states["f-1"].place, states["f-1"].department) == ("一、（一）", "司法局")
    assert states["t-1"].department is None


@pytest.mark.parametrize(
    ("slot_id", "change", "state"),
    [
        ("f-1", lambda d, i: type_in(d, i, "35件"), "filled"),
        ("f-1", lambda d, i: type_in(d, i, "35件【待核】"), "open"),
        ("f-1", lambda d, i: type_in(d, i, " "), "open"),
        ("f-1", lambda d, i: type_in(d, i, "35件【待填：受理行政"), "open"),
        ("f-1", lambda d, i: type_in(d, i, "行政复议案件（件）；上年22件】"), "open"),
        ("f-1", lambda d, i: type_in(d, i, "35件；上年22件"), "open"),
        ("t-1", lambda d, i: type_in(d, i, "办结35件；上年22件。"), "filled"),
        ("f-1", clear, "open"),
        ("f-1", drop_control, "open"),
        ("f-1", delete_all, "lost"),
        ("f-2", lambda d, i: type_in(d, i, "30件"), "filled"),
        ("d-1", delete_all, "lost"),
        ("k-1", take_highlight_off, "filled"),
        ("k-1", lambda d, i: type_in(d, i, KEPT.replace("目标", "绩效")), "filled"),
        ("k-1", drop_control, "unconfirmed"),
        ("k-1", take_highlight_off_and_drop, "filled"),
        ("k-1", delete_all, "lost"),
    ],
)
def test_an_edit_changes_the_state_of_its_slot_and_of_no_other(
    written: Written, slot_id: str, change: Callable[[Document, str], None], state: str
) -> None:
    written.edit(lambda document: change(document, slot_id))
    assert written.states() == FRESH | {slot_id: state}


def test_a_control_that_lost_only_its_tag_is_still_open(written: Written) -> None:
    """LibreOffice 7.4 saves controls so: the mark of a prompt stays, tag and title go."""

    def forget_tags(document: Document) -> None:
        for properties in document.element.body.iter(qn("w:sdtPr")):
            for name in ("tag", "alias", "id"):
                node = properties.find(qn(f"w:{name}"))
                assert node is not None
                properties.remove(node)

    assert written.edit(forget_tags).states() == FRESH


@pytest.mark.libreoffice
def test_a_draft_that_libreoffice_saved_keeps_its_states(written: Written, tmp_path: Path) -> None:
    office, profile = shutil.which("soffice") or "soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "saved"),
        str(written.path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    saved = Written(tmp_path / "saved" / written.path.name)
    assert saved.states() == FRESH


def test_a_copied_control_is_open_while_one_copy_is(written: Written) -> None:
    def copy_and_fill(document: Document) -> None:
        found = control(document, "f-1").element
        found.addnext(copy.deepcopy(found))
        type_in(document, "f-1", "35件")

    assert written.edit(copy_and_fill).states() == FRESH


def test_a_report_that_is_no_draft_is_refused(tmp_path: Path, written: Written) -> None:
    plain = tmp_path / "plain.docx"
    document = written.document
    for found in find_controls(document.element.body):
        unwrap(found.element)
    for key in [k for k, r in document.part.rels.items() if r.reltype.endswith("/customXml")]:
        del document.part.rels[key]
    document.save(str(plain))
    with pytest.raises(DrafterError, match="不是 drafter 生成的稿件"):
        draft_status(plain, Written(plain).report())


def test_a_place_that_was_moved_under_revision_is_what_it_is_at_its_goal(written: Written) -> None:
    def move(document: Document) -> None:
        type_in(document, "f-1", "35件")
        source = control(document, "f-1").element
        goal = copy.deepcopy(source)
        document.paragraphs[-2]._p.append(goal)
        for element, kind in ((source, "w:moveFrom"), (goal, "w:moveTo")):
            content = element.find(qn("w:sdtContent"))
            moved = OxmlElement(kind)
            moved.extend(list(content))
            content.append(moved)

    assert written.edit(move).states() == FRESH | {"f-1": "filled"}


def rewritten(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """The file with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, change(data) if part == name else data)


LIST = "customXml/item1.xml"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: re.sub(rb'start="[0-9]+"', b'start="x"', data),
        lambda data: re.sub(rb'end="[0-9]+"', b'end="1.5"', data),
        lambda data: re.sub(rb'kind="[a-z]+"', b'kind="else"', data),
        lambda data: re.sub(rb' id="[^"]*"', b"", data),
        lambda data: re.sub(rb"(<d:slot .*?</d:slot>)", rb"\1\1", data),
        lambda data: re.sub(rb"<d:line>", b"<!-- a --><d:line><!-- b -->", data),
        lambda data: re.sub(rb"</d:slot>", b'<d:formula kind="growth" terms="" base="1e999"/></d:slot>', data),
        lambda data: re.sub(rb"</d:slot>", b'<d:formula kind="growth" terms="f-1" base="1e999"/></d:slot>', data),
        lambda data: re.sub(rb"</d:slot>", b'<d:formula kind="else" terms="f-1"/></d:slot>', data),
    ],
)
def test_a_damaged_list_takes_no_place_away(written: Written, change: Callable[[bytes], bytes]) -> None:
    rewritten(written.path, LIST, change)
    assert written.states() == FRESH
    assert len(draft_status(written.path, written.report()).slots) == len(FRESH)
    filled_in(edited_draft(written.path, written.report()))


@pytest.mark.parametrize(
    "name", ["word/settings.xml", "word/styles.xml", "word/comments.xml", "docProps/core.xml", "word/document.xml"]
)
def test_a_damaged_part_is_told_in_one_line(written: Written, name: str) -> None:
    rewritten(written.path, name, lambda data: data[:100])
    with pytest.raises(DrafterError, match="已损坏"):
        draft_status(written.path, written.report())
