"""Writing into the open slots of a draft: what follows from the figures that people have filled in."""

from docx.oxml.ns import qn

from drafter.fill.find import Stand
from drafter.fill.register import note_values
from drafter.fill.status import Edited, status_of
from drafter.model.draft import DraftStatus
from drafter.office.controls import Control, find_controls, unshade
from drafter.office.package import deterministic_bytes
from drafter.office.runs import Node, cut, made_run, pieces


def filled_in(edited: Edited) -> tuple[DraftStatus, bytes]:
    """The draft as the bytes of a .docx, every slot filled that follows from filled ones; and how it stood before, with what
    was filled in (`computed`)."""
    document = edited.document
    status = status_of(edited)
    controls = {control.id: control for control in find_controls(document.element.body)}
    by_words = {made.id: edited.by_words[made.id] for made in status.computed if made.id not in controls}
    for made in status.computed:
        if made.id in controls:
            _into_control(controls[made.id], made.text)
    # from the end of a paragraph, so that the places before stay true
    texts = {made.id: made.text for made in status.computed}
    for slot_id in sorted(by_words, key=lambda key: -by_words[key].start):
        _into_text(by_words[slot_id], texts[slot_id])
    note_values(document, {made.id: (made.text, made.source) for made in status.computed})
    return status, deterministic_bytes(document, title=edited.report.info.title)


def _into_control(control: Control, text: str) -> None:
    """What typing over the prompt does: the text in the prompt's face without its blue, and the control a prompt no more."""
    runs = control.runs()
    for shown in list(control.element.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")):
        _drop(shown)
    _put(runs, text)


def _into_text(stand: Stand, text: str) -> None:
    cut(stand.paragraph, (stand.start, stand.end))
    _put([p.run for p in pieces(stand.paragraph) if stand.start <= p.start and p.end <= stand.end], text)


def _put(runs: list[Node], text: str) -> None:
    """The text in the place of the runs."""
    made = made_run(text, runs[0].find(qn("w:rPr")))
    unshade(made)
    runs[0].addprevious(made)
    for run in runs:
        _drop(run)


def _drop(node: Node) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
