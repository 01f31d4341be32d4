"""An office's hands on a draft: revisions accepted, open places written, kept sentences confirmed, one figure overwritten."""

from docx.document import Document
from docx.oxml.ns import qn

from drafter.model.draft import Draft, DraftStatus
from drafter.office.controls import find_controls

SAID = {"text": "有关工作已按计划完成", "name": "李某某", "ordinal": "第六次", "date": "2026年2月12日"}


def accept_all(document: Document) -> None:
    """What 接受所有修订 does."""
    body = document.element.body
    for gone in list(body.iter(qn("w:del"))):
        gone.getparent().remove(gone)
    for came in list(body.iter(qn("w:ins"))):
        for child in list(came):
            came.addprevious(child)
        came.getparent().remove(came)


def overwrite(document: Document, key: str, said: str) -> None:
    """Type over what stands in a control."""
    control = next(control for control in find_controls(document.element.body) if control.id == key)
    for shown in control.element.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
        shown.getparent().remove(shown)
    first, *rest = [text for run in control.runs() for text in run.iter(qn("w:t"))]
    first.text = said
    for text in rest:
        text.text = ""


def write_open(document: Document, status: DraftStatus, draft: Draft) -> None:
    """Something into every place that is still open: words, names, and last year's figure of what nobody collects."""
    last = {slot.id: slot.last.text for slot in draft.slots if slot.last}
    for state in status.slots:
        if state.state == "open" and state.kind != "keep":
            overwrite(document, state.id, last.get(state.id, "5件") if state.kind == "figure" else SAID[state.kind])


def confirm_kept(document: Document) -> None:
    """Take every highlight off."""
    for mark in list(document.element.body.iter(qn("w:highlight"))):
        mark.getparent().remove(mark)
