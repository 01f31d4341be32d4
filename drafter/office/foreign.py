"""Paragraphs and tables of another document, made anew in this one.

Only what this document can carry is taken: text, direct formatting, styles that it has too (by name), and list
numbers whose definition is the same. Pictures, notes, comments, links and fields would point into the other file.
"""

import copy
from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from drafter.office.runs import Node, copied_runs, made_run, pieces

_STYLE_TAGS = ("pStyle", "rStyle", "tblStyle")
_NOT_TAKEN = tuple(
    qn(f"w:{n}") for n in ("sectPr", "framePr", "pPrChange", "rPrChange", "tblPrChange", "tcPrChange", "trPrChange", "ins", "del")
)


class Fitter:
    """Fits content of the document `source` into `target`; without a source it takes the look of a neighbour."""

    def __init__(self, source: Document | None, target: Document) -> None:
        self._own = source is not None
        self._styles = {} if source is None else _style_map(source, target)
        self._lists = set() if source is None else _same_lists(source, target)

    def face(self, face: Node | None) -> Node | None:
        """A w:rPr for this document."""
        return None if face is None else self._fitted(face)

    def runs(self, paragraph: Node | None, text: str, bounds: tuple[int, int], neighbour: Node | None) -> list[Node]:
        """Runs for `text`, which stands in the other document's paragraph between `bounds`."""
        if paragraph is not None and self._own:
            return copied_runs(paragraph, *bounds, self.face)
        return plain_runs(text, neighbour)

    def paragraph(self, paragraph: Node | None, neighbour: Node | None) -> Node:
        """An empty w:p that looks as the other document's paragraph did."""
        made: Node = OxmlElement("w:p")
        model = paragraph if self._own else neighbour
        properties = None if model is None else model.find(qn("w:pPr"))
        if properties is not None:
            fitted = self._fitted(properties)
            if not self._own:
                _drop(fitted, "numPr", "outlineLvl", "pageBreakBefore")
            made.append(fitted)
        return made

    def properties(self, element: Node) -> Node:
        """Table, row or cell properties for this document."""
        return self._fitted(element)

    def _fitted(self, element: Node) -> Node:
        """A copy with this document's style ids, without what cannot be carried over."""
        made = copy.deepcopy(element)
        for node in [n for n in made.iter(*_NOT_TAKEN) if n is not made]:
            _remove(node)
        for tag in _STYLE_TAGS:
            for node in list(made.iter(qn(f"w:{tag}"))):
                fitting = self._styles.get(str(node.get(qn("w:val")))) if self._own else node.get(qn("w:val"))
                _remove(node) if fitting is None else node.set(qn("w:val"), fitting)
        for node in list(made.iter(qn("w:numPr"))):
            number = node.find(qn("w:numId"))
            if number is not None and number.get(qn("w:val")) not in self._lists:
                _remove(node)
        return made


def plain_runs(text: str, neighbour: Node | None) -> list[Node]:
    """Text in the formatting of the neighbour's run that has most text."""
    runs = [] if neighbour is None else pieces(neighbour)
    face = max(runs, key=lambda p: p.end - p.start).run.find(qn("w:rPr")) if runs else None
    return [made_run(text, face)] if text else []


def blocks(container: Node) -> Iterator[Node]:
    """The paragraphs and tables of a body or a cell in order, those inside block controls included."""
    for child in container:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from blocks(child)


def held(parent: Node, tag: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, those inside controls included."""
    for child in parent:
        if child.tag == qn(tag):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from held(child, tag)


def _drop(properties: Node, *names: str) -> None:
    for name in names:
        for node in properties.findall(qn(f"w:{name}")):
            properties.remove(node)


def _remove(node: Node) -> None:
    if (parent := node.getparent()) is not None:
        parent.remove(node)


def _style_map(source: Document, target: Document) -> dict[str, str]:
    """Style ids of `source` to those of `target` that have the same kind and name."""
    here = {(s.type, s.name): s.style_id for s in target.styles}
    return {s.style_id: here[s.type, s.name] for s in source.styles if (s.type, s.name) in here}


def _same_lists(source: Document, target: Document) -> set[str]:
    """The list numbers that mean the same in both documents."""
    there, here = _lists(source), _lists(target)
    return {number for number, meaning in there.items() if here.get(number) == meaning}


def _lists(document: Document) -> dict[str, bytes]:
    """Every w:numId with its whole definition as bytes."""
    if not any(rel.reltype == RT.NUMBERING for rel in document.part.rels.values()):
        return {}
    root = document.part.numbering_part.element
    kinds = {str(a.get(qn("w:abstractNumId"))): a for a in root.findall(qn("w:abstractNum"))}
    found = {}
    for number in root.findall(qn("w:num")):
        kind = number.find(qn("w:abstractNumId"))
        model = kinds.get(str(kind.get(qn("w:val")))) if kind is not None else None
        found[str(number.get(qn("w:numId")))] = b"".join(_canonical(n) for n in (number, model) if n is not None)
    return found


def _canonical(node: Node) -> bytes:
    return bytes(etree.tostring(node, method="c14n", exclusive=True))
