"""The text of a Word paragraph and the runs that carry it: reading, cutting, and copying between documents.

Offsets count characters of `paragraph_text`, where a tab is `\\t` and a line break `\\v`, so that each is one character.
Pictures, fields and references have no width.
"""

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

Node = etree._Element

BREAK = "\v"
# Elements of a paragraph that hold runs as if they stood in the paragraph itself.
HOLDERS = frozenset(
    qn(f"w:{n}") for n in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ins", "moveTo")
)
_MARKS = {
    qn("w:tab"): "\t",
    qn("w:br"): BREAK,
    qn("w:cr"): BREAK,
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_ELEMENTS = {"\t": "w:tab", BREAK: "w:br", "\u2011": "w:noBreakHyphen", "\u00ad": "w:softHyphen"}
# `qn` works a name out anew each time, and these are asked of every child of every run.
_RUN, _BR, _TYPE = qn("w:r"), qn("w:br"), qn("w:type")
_TEXTS = (qn("w:t"), qn("w:delText"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run that has text, with the offsets of that text in its paragraph."""

    run: Node
    start: int
    end: int


def runs_of(node: Node) -> Iterator[Node]:
    """Every run of a paragraph in order, those in links, controls and simple fields included."""
    for child in node:
        if child.tag == _RUN:
            yield child
        elif child.tag in HOLDERS:
            yield from runs_of(child)


def run_text(run: Node) -> str:
    """The text of one run."""
    return "".join(_child_text(child) for child in run)


def _child_text(child: Node) -> str:
    if child.tag in _TEXTS:
        return child.text or ""
    # A page or column break parts pages, not text.
    if child.tag == _BR and child.get(_TYPE, "textWrapping") != "textWrapping":
        return ""
    return _MARKS.get(child.tag, "") if isinstance(child.tag, str) else ""


def paragraph_text(paragraph: Node) -> str:
    """The text of a paragraph, revisions read as accepted; text boxes are no part of it."""
    return "".join(run_text(run) for run in runs_of(paragraph))


def pieces(paragraph: Node) -> list[Piece]:
    """The runs that have text, with their offsets."""
    found, at = [], 0
    for run in runs_of(paragraph):
        length = len(run_text(run))
        if length:
            found.append(Piece(run, at, at + length))
        at += length
    return found


def cut(paragraph: Node, offsets: Sequence[int]) -> None:
    """Split runs so that none reaches over one of the offsets. The formatting of both halves stays the same."""
    found = pieces(paragraph)
    for offset in sorted(set(offsets), reverse=True):  # from the end on: what stands before a cut keeps its place
        piece = next((piece for piece in found if piece.start < offset < piece.end), None)
        if piece is not None:
            _split(piece.run, offset - piece.start)


def _split(run: Node, at: int) -> None:
    """Move what follows the first `at` characters of a run into a new run behind it."""
    rest = OxmlElement("w:r")
    if (face := run.find(qn("w:rPr"))) is not None:
        rest.append(copy.deepcopy(face))
    seen = 0
    for child in list(run):
        if child.tag == qn("w:rPr"):
            continue
        length = len(_child_text(child))
        if seen >= at:
            rest.append(child)
        elif seen + length > at:
            text = child.text or ""
            rest.append(_text_node(text[at - seen :]))
            _set_text(child, text[: at - seen])
        seen += length
    run.addnext(rest)


def _text_node(text: str) -> Node:
    node: Node = OxmlElement("w:t")
    _set_text(node, text)
    return node


def _set_text(node: Node, text: str) -> None:
    node.text = text
    node.set(_SPACE, "preserve")


def made_run(text: str, face: Node | None) -> Node:
    """A run of plain text in the formatting `face` (a w:rPr, copied)."""
    run: Node = OxmlElement("w:r")
    if face is not None:
        run.append(copy.deepcopy(face))
    plain = ""
    for char in [*text, ""]:
        if char and char not in _ELEMENTS:
            plain += char
            continue
        if plain:
            run.append(_text_node(plain))
            plain = ""
        if char:
            run.append(OxmlElement(_ELEMENTS[char]))
    return run


def copied_runs(paragraph: Node, start: int, end: int, face: Callable[[Node | None], Node | None]) -> list[Node]:
    """Runs with the text between two offsets of another document's paragraph; `face` fits their formatting to this one.

    Only text is taken: a picture or a reference would point into the other document.
    """
    made = []
    for piece in pieces(paragraph):
        low, high = max(start, piece.start), min(end, piece.end)
        if low < high:
            text = run_text(piece.run)[low - piece.start : high - piece.start]
            made.append(made_run(text, face(piece.run.find(qn("w:rPr")))))
    return made
