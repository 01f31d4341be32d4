"""Tracked changes in a Word file: w:ins, w:del, moves, marks of paragraphs and rows (ECMA-376 Part 1, 17.13.5).

LibreOffice joins two revisions of one kind that meet over a paragraph mark, and undoing them takes the mark away too:
`sealed` lays a paragraph's edits so that they never meet.
"""

import copy
from collections.abc import Iterable, Sequence
from typing import Literal, cast

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from lxml import etree

from drafter.model.change import Edit
from drafter.office.runs import Node

Kind = Literal["ins", "del", "moveFrom", "moveTo"]
OP_KIND: dict[str, Kind] = {"insert": "ins", "delete": "del"}
_OTHER: dict[str, Literal["insert", "delete"]] = {"insert": "delete", "delete": "insert"}
# What stands before the mark of a revision in w:pPr (17.3.1.26) and in w:trPr nothing must.
_IDS = etree.XPath("descendant-or-self::*/@w:id", namespaces={"w": nsmap["w"]})
_AFTER_RPR = tuple(qn(f"w:{n}") for n in ("sectPr", "pPrChange"))


class Reviser:
    """Makes revisions of one author and date, each with an id that the file does not use yet."""

    def __init__(self, author: str, date: str, used: Iterable[int]) -> None:
        """`date` is ISO 8601; `used` are the ids of revisions, bookmarks and comments that stand in the file."""
        self.author = author
        self.date = date
        self._used = set(used)
        self._last = 0
        self._moves = 0

    def new_id(self) -> str:
        """The next id that is free."""
        self._last += 1
        while self._last in self._used:
            self._last += 1
        return str(self._last)

    def new_move(self) -> str:
        """A name that joins the two ends of a move."""
        self._moves += 1
        return f"move{self._moves}"

    def made(self, kind: str) -> Node:
        """An empty revision element `w:KIND`."""
        node: Node = OxmlElement(f"w:{kind}")
        node.set(qn("w:id"), self.new_id())
        node.set(qn("w:author"), self.author)
        node.set(qn("w:date"), self.date)
        return node

    def wrap(self, kind: Kind, nodes: Sequence[Node]) -> Node:
        """Put siblings, first to last, into one revision where the first of them stands."""
        holder = self.made(kind)
        if kind == "del":
            for text in [t for node in nodes for t in node.iter(qn("w:t"))]:
                text.tag = qn("w:delText")
        if nodes[0].getparent() is not None:
            nodes[0].addprevious(holder)
        holder.extend(nodes)
        return holder

    def mark_paragraph(self, paragraph: Node, kind: Kind) -> None:
        """Track the paragraph's mark: the end of the paragraph itself came or went."""
        properties = paragraph_properties(paragraph)
        face = properties.find(qn("w:rPr"))
        if face is None:
            face = OxmlElement("w:rPr")
            later = next((c for c in properties if c.tag in _AFTER_RPR), None)
            properties.append(face) if later is None else later.addprevious(face)
        face.insert(0, self.made(kind))

    def mark_row(self, row: Node, kind: Kind) -> None:
        """Track a whole table row."""
        properties = row.find(qn("w:trPr"))
        if properties is None:
            properties = OxmlElement("w:trPr")
            before = row.find(qn("w:tblPrEx"))
            row.insert(0, properties) if before is None else before.addnext(properties)
        properties.append(self.made(kind))

    def change_properties(self, paragraph: Node, before: Node | None) -> None:
        """Track a paragraph's formatting (17.13.5.29): it was `before`, a w:pPr or None for no formatting at all."""
        properties = paragraph_properties(paragraph)
        earlier = properties_only(before)
        if _same(earlier, properties_only(properties)):
            return
        change = self.made("pPrChange")
        change.append(earlier)
        properties.append(change)

    def span_move(self, paragraph: Node, kind: Kind, name: str) -> None:
        """Lay the range of a move (17.13.5.24, 17.13.5.28) around a whole paragraph."""
        start, end = self.made(f"{kind}RangeStart"), OxmlElement(f"w:{kind}RangeEnd")
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), str(start.get(qn("w:id"))))
        paragraph_properties(paragraph).addnext(start)
        paragraph.addnext(end)


def paragraph_properties(paragraph: Node) -> Node:
    """The paragraph's w:pPr, made where it has none."""
    found = paragraph.find(qn("w:pPr"))
    if found is None:
        found = OxmlElement("w:pPr")
        paragraph.insert(0, found)
    return found


def properties_only(properties: Node | None) -> Node:
    """A copy of a w:pPr without its mark, section and revisions."""
    made: Node = OxmlElement("w:pPr") if properties is None else copy.deepcopy(properties)
    for name in ("rPr", "sectPr", "pPrChange"):
        for node in made.findall(qn(f"w:{name}")):
            made.remove(node)
    return made


def _same(one: Node, other: Node) -> bool:
    return bool(etree.tostring(one, method="c14n", exclusive=True) == etree.tostring(other, method="c14n", exclusive=True))


def used_ids(roots: Iterable[Node]) -> set[int]:
    """Every number that stands as a w:id below the roots, whatever it names."""
    values = {str(value) for root in roots for value in cast("list[str]", _IDS(root))}
    return {int(value) for value in values if value.lstrip("-").isdigit()}


def sealed(edits: Sequence[Edit], following: str | None) -> tuple[Edit, ...]:
    """The edits of a paragraph whose mark stays, laid so that its last one is not of the kind `following`.

    `following` is the op ("insert", "delete") with which the next paragraph begins. A last insertion and deletion
    change places; where only one is there, the character before it is replaced by itself.
    """
    laid = [e for e in edits if e.text]
    if following is None or not laid or laid[-1].op != following:
        return tuple(laid)
    first = max((i + 1 for i, e in enumerate(laid) if e.op == "equal"), default=0)
    other = max((i for i in range(first, len(laid)) if laid[i].op != following), default=None)
    if other is not None:
        laid.append(laid.pop(other))
    elif first:
        before, own = laid[first - 1].text, laid[first]
        laid[first - 1] = Edit(op="equal", text=before[:-1])
        laid[first] = Edit(op=own.op, text=before[-1] + own.text)
        laid.append(Edit(op=_OTHER[following], text=before[-1]))
    return tuple(e for e in laid if e.text)
