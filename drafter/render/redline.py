"""The 修订稿: NEW with tracked changes, so that accepting all gives NEW and rejecting all gives OLD.

It is NEW's own Word file where NEW is one (its styles, tables, headers, numbering and comments stay), else a document in
the office layout. Revisions that the inputs already have are read as accepted. See docs/redline.md.
"""

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document
from docx.opc.part import XmlPart
from lxml import etree

from drafter.office.foreign import Fitter
from drafter.office.package import save_deterministic
from drafter.office.revisions import Reviser, used_ids
from drafter.office.runs import Node
from drafter.render.redline_blocks import side_of
from drafter.render.redline_places import open_controls
from drafter.render.redline_plan import Aligner, plan
from drafter.render.redline_weave import Weaver

AUTHOR = "drafter"
DATE = "2000-01-01"  # fixed, so that the same inputs give the same bytes


def write_redline(
    old: Path | Sequence[str], new: Path | Sequence[str], out: Path, align: Aligner, *, author: str = AUTHOR, date: str = DATE
) -> None:
    """Write the redline of two reports. A side is a .docx file, or the paragraphs of a report of another format.

    `align` pairs paragraphs and table rows and gives their edits. `date` is a day (2026-01-20) or an ISO 8601 time.
    Raises UnreadableInput.
    """
    before, after = side_of(old), side_of(new)
    document = after.document
    source = before.document if before.own or not after.own else None
    reviser = Reviser(author, _time(date), used_ids(_roots(document)))
    weaver = Weaver(reviser, Fitter(source, document))
    weaver.weave(plan(before.blocks, after.blocks, align, moves=True), document.element.body)
    open_controls(document.element.body)
    save_deterministic(document, out)


def _time(date: str) -> str:
    """The form that w:date wants: a day is its midnight."""
    return date if "T" in date else f"{date}T00:00:00Z"


def _roots(document: Document) -> list[Node]:
    """The XML of every part of the document that can hold ids: body, headers, notes, comments."""
    parts = [document.part, *(rel.target_part for rel in document.part.rels.values() if not rel.is_external)]
    return [
        part.element if isinstance(part, XmlPart) else etree.fromstring(part.blob)
        for part in parts
        if part.content_type.endswith("+xml")
    ]
