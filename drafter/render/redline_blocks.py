"""A Word file as the redline sees it: paragraphs and tables, rows, cells, each with its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from drafter.model.errors import UnreadableInput
from drafter.office.accepted import accept_revisions
from drafter.office.foreign import blocks, held
from drafter.office.runs import Node, paragraph_text


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph; `node` is its w:p."""

    text: str
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A table row: its cells' blocks, and all their text as one line with tabs."""

    text: str
    node: Node
    cells: tuple[tuple["Paragraph | Table", ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table with its rows."""

    node: Node
    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of the two documents; `own` is False where it was made from plain text and has no look of its own."""

    document: Document
    blocks: tuple[Block, ...]
    own: bool


def side_of(source: Path | Sequence[str]) -> Side:
    """A .docx with its revisions accepted, or a document made of plain paragraphs. Raises UnreadableInput."""
    if not isinstance(source, Path):
        from drafter.render.redline_plain import plain_document

        document = plain_document(source)
        return Side(document, blocks_of(document.element.body), own=False)
    try:
        document = docx.Document(str(source))
    except (PackageNotFoundError, ValueError, KeyError, OSError) as error:
        hint = "请用 WPS 或 Word 打开后另存为 .docx"
        raise UnreadableInput("不是完好的 Word 文件（.docx）", where=str(source), hint=hint) from error
    accept_revisions(document.element.body)
    return Side(document, blocks_of(document.element.body), own=True)


def blocks_of(container: Node) -> tuple[Block, ...]:
    """The blocks of a body or a cell."""
    return tuple(Paragraph(paragraph_text(node), node) if node.tag == qn("w:p") else _table(node) for node in blocks(container))


def _table(node: Node) -> Table:
    return Table(node, tuple(_row(row) for row in held(node, "w:tr")))


def _row(node: Node) -> Row:
    cells = tuple(blocks_of(cell) for cell in held(node, "w:tc"))
    return Row("\t".join(_line(cell) for cell in cells), node, cells)


def _line(cell: Sequence[Block]) -> str:
    """A cell's text in one line."""
    return " ".join(b.text if isinstance(b, Paragraph) else " ".join(r.text for r in b.rows) for b in cell)
