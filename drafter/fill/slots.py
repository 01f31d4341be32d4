"""From marks to Word: content controls, highlighted kept sentences, faces of run-in headings, tables."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from drafter.fill.context import blocks_of, is_run_in
from drafter.fill.marks import Begin, Text, decode, is_marked, unmarked
from drafter.model.draft import Block, Draft
from drafter.office.controls import highlight, set_run_style, shade, wrap
from drafter.office.gongwen import RUN_IN_STYLES, text_width
from drafter.office.runs import Node, made_run, run_text, runs_of
from drafter.office.signature import cells as width_of
from drafter.office.tables import cells_of, empty_table, shared_widths

# Our own elements, in the tree only while it is being built: where a block and where a table cell begins.
_BLOCK, _CELL = "{urn:drafter:building}block", "{urn:drafter:building}cell"


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of the draft and the paragraph that it became."""

    number: int
    block: Block
    paragraph: Node


class Placer:
    """Turns the marks of one rendered document into what they stand for."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self._document = document
        self._slots = draft.slots
        self._blocks = blocks_of(draft)
        self._styles = {style.name: style.style_id for style in document.styles}
        self._seen: set[int] = set()

    def place(self) -> list[Placed]:
        """Every block that the template has written, in the order of the text, each at its first place."""
        placed: list[Placed] = []
        for paragraph in list(self._document.element.body.iter(qn("w:p"))):
            for run in list(runs_of(paragraph)):
                if is_marked(run_text(run)):
                    self._replace(run)
            placed += [Placed(number, self._blocks[number], part) for number, part in _split(paragraph)]
        self._tables([p for p in placed if p.block.style == "table_row"])
        self._strip_running_heads()
        return placed

    def _replace(self, run: Node) -> None:
        """Put runs and controls in the place of a marked run; each keeps the run's own formatting."""
        block: int | None = None
        for part in decode(run_text(run)):
            if isinstance(part, Begin):
                # A template may show the title twice: only the first has controls.
                block = None if part.block in self._seen else part.block
                if block is not None:
                    self._seen.add(block)
                    run.addprevious(etree.Element(_BLOCK, n=str(block)))
            else:
                self._insert(run, part, None if block is None else self._blocks[block])
        _drop(run)

    def _insert(self, before: Node, part: Text, block: Block | None) -> None:
        face = before.find(qn("w:rPr"))
        row = block is not None and block.style == "table_row" and part.slot is None
        for number, text in enumerate(part.text.split("\t") if row else [part.text]):
            if number:
                before.addprevious(etree.Element(_CELL))
            if text or part.slot is not None:
                made = made_run(text, face)
                before.addprevious(made)
                if block is not None:
                    self._dress(made, part, block)

    def _dress(self, run: Node, part: Text, block: Block) -> None:
        """The face of a run-in heading, and the control of a slot."""
        if part.heading and is_run_in(block):
            set_run_style(run, self._styles[RUN_IN_STYLES[block.style]])
        if part.slot is None:
            return
        slot = self._slots[part.slot]
        if slot.kind == "keep":
            highlight(run)
        elif slot.value is None:
            shade(run)
        wrap([run], f"{slot.kind}:{slot.id}", slot.label, prompt=slot.kind != "keep" and slot.value is None)

    def _tables(self, rows: list[Placed]) -> None:
        """Rows that follow each other in the draft and in the document make one table."""
        for _, group in groupby(enumerate(rows), key=lambda item: item[1].number - item[0]):
            self._table([row.paragraph for _, row in group])

    def _table(self, paragraphs: list[Node]) -> None:
        grid = [_cells(paragraph) for paragraph in paragraphs]
        columns = max(len(row) for row in grid)
        widths = [max(width_of(_text(row[i])) if i < len(row) else 0.0 for row in grid) for i in range(columns)]
        table = empty_table(len(grid), shared_widths(widths, text_width(self._document)), head_rows=1 if len(grid) > 1 else 0)
        paragraphs[0].addprevious(table)
        for number, (paragraph, row, cells) in enumerate(zip(paragraphs, grid, cells_of(table), strict=True)):
            properties = paragraph.find(qn("w:pPr"))
            for i, cell in enumerate(cells):
                inner = cell.add_p()
                if properties is not None:
                    inner.append(copy.deepcopy(properties))
                inner.extend(row[i] if i < len(row) else [])
                if number == 0 and len(grid) > 1 and inner.style == self._styles["公文表格"]:
                    inner.style = self._styles["公文表头"]
            _drop(paragraph)

    def _strip_running_heads(self) -> None:
        """In heads and feet no slot can stand: the visible text alone stays."""
        for part in self._document.part.related_parts.values():
            for text in getattr(part, "element", self._document.element).iter(qn("w:t")):
                if is_marked(text.text or ""):
                    text.text = unmarked(text.text or "")


def missing_blocks(draft: Draft, placed: list[Placed]) -> Iterator[Block]:
    """The blocks that the template has not written anywhere."""
    seen = {p.number for p in placed}
    return (block for number, block in enumerate(blocks_of(draft)) if number not in seen)


def _split(paragraph: Node) -> list[tuple[int, Node]]:
    """One paragraph for each block that begins in it, each with the properties of the first."""
    found: list[tuple[int, Node]] = []
    for anchor in list(paragraph.iter(_BLOCK)):
        target = paragraph
        if found and anchor.getparent() is paragraph:
            target = _tail(paragraph, anchor)
            paragraph = target
        found.append((int(anchor.get("n", "")), target))
        _drop(anchor)
    return found


def _tail(paragraph: Node, anchor: Node) -> Node:
    """Move what stands from `anchor` on into a paragraph of its own."""
    made = etree.SubElement(paragraph, paragraph.tag)
    properties = paragraph.find(qn("w:pPr"))
    if properties is not None:
        made.append(copy.deepcopy(properties))
    following = [anchor, *anchor.itersiblings()]
    made.extend(node for node in following if node is not made)
    paragraph.addnext(made)
    return made


def _cells(paragraph: Node) -> list[list[Node]]:
    """The contents of a row's paragraph, parted at the cell marks."""
    cells: list[list[Node]] = [[]]
    for child in paragraph:
        if child.tag == _CELL:
            cells.append([])
        elif child.tag != qn("w:pPr"):
            cells[-1].append(child)
    return cells


def _text(nodes: list[Node]) -> str:
    return "".join(text.text or "" for node in nodes for text in node.iter(qn("w:t")))


def _drop(element: Node) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
