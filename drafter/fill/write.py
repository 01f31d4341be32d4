"""Draft + template → Word file."""

import io
import re
from itertools import pairwise
from pathlib import Path
from typing import cast

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from drafter.fill.context import KINDS, context_of
from drafter.fill.dressed import look_template
from drafter.fill.engine import read_template, render
from drafter.fill.register import add_register
from drafter.fill.slots import Placed, Placer, missing_blocks
from drafter.model.draft import Block, Draft
from drafter.model.errors import BadTemplate
from drafter.office.comments import comment_on
from drafter.office.controls import number_controls
from drafter.office.gongwen import cell_width, ensure_styles
from drafter.office.look import Look
from drafter.office.package import deterministic_bytes
from drafter.office.runs import Node
from drafter.office.signature import place_signature
from drafter.shipped import template as shipped

COMMENT_AUTHOR = "起草提示"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Blocks that must not stand alone at the top of a page with the signature.
_SIGNED = ("signature", "date")
_CAPTION = re.compile(r"[^。]{1,40}(?:表|：|[）)])")  # what stands right over a table: its name, its unit, words that lead to it


def write_draft(draft: Draft, out: Path, *, template: Path | None = None, look: Look | None = None, sealed: bool = False) -> None:
    """Write the draft to `out`; see `draft_bytes`. Whether `out` may be overwritten is for the caller to say."""
    out.write_bytes(draft_bytes(draft, template=template, look=look, sealed=sealed))


def draft_bytes(draft: Draft, *, template: Path | None = None, look: Look | None = None, sealed: bool = False) -> bytes:
    """The draft as a .docx through `template` (the shipped one by default), or in the `look` of another file.

    `sealed` chooses GB/T 9704-2012 7.3.5.1. Raises BadTemplate.
    """
    chosen = template or shipped("report.docx")
    data = look_template(look) if look else read_template(chosen)
    return write_into(render(data, context_of(draft), chosen).document, draft, chosen, sealed=sealed)


def write_into(rendered: bytes, draft: Draft, template: Path, *, sealed: bool = False) -> bytes:
    """The draft's controls, comments, tables and signature put into the document that a template has made of it."""
    document = docx.Document(io.BytesIO(rendered))
    ensure_styles(document)
    placed = Placer(document, draft).place()
    _check_complete(draft, placed, template)
    for p in placed:
        for text in (p.block.comment, *(beside.text for beside in p.block.beside)):
            if text:
                comment_on(document, p.paragraph, text, author=COMMENT_AUTHOR)
    _sign(document, draft, placed, sealed=sealed)
    _tidy_ids(document.element.body)
    add_register(document, draft)
    return deterministic_bytes(document, title=draft.title)


def _check_complete(draft: Draft, placed: list[Placed], template: Path) -> None:
    lost = next(missing_blocks(draft, placed), None)
    if lost is None:
        return
    kind = KINDS[lost.style]
    if lost.style == "title":
        raise BadTemplate("模板没有写出标题", where=str(template), hint="模板正文中应有 {{ 标题 }}")
    words = "".join(piece.text for piece in lost.pieces)[:20]
    raise BadTemplate(
        f"模板没有写出“{kind}”一类的段落（如“{words}”）",
        where=str(template),
        hint="正文循环应为每类段落写出 {{ 段.文字 }}，并以 else 收尾",
    )


def _sign(document: Document, draft: Draft, placed: list[Placed], *, sealed: bool) -> None:
    """Indent signature and date by the rule; keep the end of the text on their page, and what stands over a table on its."""
    issuers = [_proxy(document, p) for p in placed if p.block.style == "signature"]
    dates = [p for p in placed if p.block.style == "date"]
    date = dates[-1] if dates else None
    place_signature(
        issuers,
        None if date is None else _proxy(document, date),
        sealed=sealed,
        date_open=date is not None and _is_open(draft, date.block),
        cell=cell_width(document),
    )
    for before, after in pairwise(placed):
        signed = after.block.style in _SIGNED or (
            after.block.style == "table_row" and _CAPTION.fullmatch(_text(before)) is not None
        )
        if signed and before.block.style != "table_row":
            _proxy(document, before).paragraph_format.keep_with_next = True


def _proxy(document: Document, placed: Placed) -> Paragraph:
    return Paragraph(cast(CT_P, placed.paragraph), document._body)


def _text(placed: Placed) -> str:
    return "".join(piece.text for piece in placed.block.pieces)


def _is_open(draft: Draft, block: Block) -> bool:
    open_slots = {slot.id for slot in draft.slots if slot.value is None and slot.kind != "keep"}
    return any(piece.slot in open_slots for piece in block.pieces)


def _tidy_ids(root: Node) -> None:
    """A loop repeats whatever stands in it: ids of paragraphs, bookmarks and controls must still be unique."""
    for element in root.iter(qn("w:p"), qn("w:tr")):
        for name in ("paraId", "textId"):
            element.attrib.pop(_WORD_2010 + name, "")
    seen: set[str] = set()
    doomed: set[str] = set()
    for start in list(root.iter(qn("w:bookmarkStart"))):
        number = start.get(qn("w:id"), "")
        (doomed if number in seen else seen).add(number)
    for mark in list(root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        parent = mark.getparent()
        if mark.get(qn("w:id"), "") in doomed and parent is not None:
            parent.remove(mark)
    number_controls(root)
