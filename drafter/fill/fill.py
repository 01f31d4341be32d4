"""Writing into the open slots of a draft: what follows from the figures that people have filled in."""

from collections.abc import Mapping

from docx.oxml.ns import qn
from lxml import etree

from drafter.fill.find import Stand
from drafter.fill.register import note_values
from drafter.fill.status import Edited, status_of
from drafter.model.draft import DraftStatus
from drafter.office.controls import Control, find_controls, unshade
from drafter.office.package import deterministic_bytes
from drafter.office.runs import Node, cut, made_run, pieces, run_text
from drafter.text.placeholder import EDITOR_PROMPT, is_prompt


def filled_in(edited: Edited) -> tuple[DraftStatus, bytes]:
    """The draft as the bytes of a .docx, every slot filled that follows from filled ones; and how it stood before, with what
    was filled in (`computed`)."""
    document = edited.document
    status = status_of(edited)
    put_texts(edited, {made.id: made.text for made in status.computed})
    note_values(document, {made.id: (made.text, made.source) for made in status.computed})
    return status, deterministic_bytes(document, title=edited.report.info.title)


def put_texts(edited: Edited, texts: Mapping[str, str]) -> None:
    """Each text in the place of the bare prompt of its slot, in its control or by the words around it."""
    filled = set()
    for control in find_controls(edited.document.element.body):
        if control.id in texts and _is_bare(control):
            _into_control(control, texts[control.id])
            filled.add(control.id)
    # from the end of a paragraph, so that the places before stay true
    by_words = [(edited.by_words[key], text) for key, text in texts.items() if key in edited.by_words and key not in filled]
    for stand, text in sorted(by_words, key=lambda place: -place[0].start):
        _into_text(stand, text)


def _is_bare(control: Control) -> bool:
    """Whether nobody has written into it; where a control was copied, somebody may have filled one of the two."""
    return is_prompt(control.text) or (control.prompting and EDITOR_PROMPT.search(control.text) is not None)


def _into_control(control: Control, text: str) -> None:
    """What typing over the prompt does: the text in the prompt's face without its blue, and the control a prompt no more."""
    for shown in list(control.element.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")):
        _drop(shown)
    _put(control.runs() or [_new_run(control)], text)


def _new_run(control: Control) -> Node:
    """A run in a control that has none: its text was deleted, under revision too."""
    content = control.element.find(qn("w:sdtContent"))
    if content is None:
        content = etree.SubElement(control.element, qn("w:sdtContent"))
    paragraph = next(content.iter(qn("w:p")), content)
    run = made_run("", control.element.find(f"{qn('w:sdtPr')}/{qn('w:rPr')}"))
    paragraph.append(run)
    return run


def _into_text(stand: Stand, text: str) -> None:
    cut(stand.paragraph, (stand.start, stand.end))
    _put([p.run for p in pieces(stand.paragraph) if stand.start <= p.start and p.end <= stand.end], text)


def _put(runs: list[Node], text: str) -> None:
    """The text in the place of the runs."""
    made = made_run(text, runs[0].find(qn("w:rPr")))
    unshade(made)
    runs[0].addprevious(made)
    for run in runs:
        if run_text(run) or not any(child.tag != qn("w:rPr") for child in run):  # the mark of a comment or a note stays
            _drop(run)


def _drop(node: Node) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
