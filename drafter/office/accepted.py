"""Existing revisions read as accepted: a file that somebody still has under revision is what it will be."""

from collections.abc import Callable

from docx.oxml.ns import qn

from drafter.office.runs import Node

_GONE = tuple(qn(f"w:{n}") for n in ("del", "moveFrom"))
_KEPT = tuple(qn(f"w:{n}") for n in ("ins", "moveTo"))
_NOTES = tuple(
    qn(f"w:{n}")
    for n in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "tcPrChange", "trPrChange",
        "numberingChange", "cellIns", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
_BLOCKS = (qn("w:p"), qn("w:tbl"))
_FRAMES = tuple(qn(f"w:{n}") for n in ("sdt", "sdtContent", "customXml"))
_PROPERTIES = (qn("w:rPr"), qn("w:trPr"))


def accept_revisions(root: Node) -> bool:
    """Accept every revision below `root`, in place. True where there was one."""
    if next(root.iter(*_GONE, *_KEPT, *_NOTES, qn("w:cellDel")), None) is None:
        return False
    for row in list(root.iter(qn("w:tr"))):
        if _marked(row.find(qn("w:trPr"))):
            _remove(row)
    for cell in list(root.iter(qn("w:cellDel"))):
        _remove(_above(cell, qn("w:tc")))
    dropped = [p for p in root.iter(qn("w:p")) if _marked(p.find(f"{qn('w:pPr')}/{qn('w:rPr')}"))]
    for node in list(root.iter(*_GONE)):
        _remove(node)
    for node in list(root.iter(*_NOTES)):
        _remove(node)
    for node in list(root.iter(*_KEPT)):
        _unwrap(node)
    for paragraph in dropped:
        _join(paragraph)
    for table in list(root.iter(qn("w:tbl"))):
        if table.find(qn("w:tr")) is None:
            _remove(table)
    return True


def _marked(properties: Node | None) -> bool:
    """A row or a paragraph mark that was deleted or moved away."""
    return properties is not None and any(properties.find(tag) is not None for tag in _GONE)


def _remove(node: Node) -> None:
    if (parent := node.getparent()) is not None:
        parent.remove(node)


def _above(node: Node, tag: str) -> Node:
    found = next(node.iterancestors(tag), None)
    return node if found is None else found


def _unwrap(node: Node) -> None:
    """Put the content of an insertion in its place; as a property it is only a mark and goes."""
    parent = node.getparent()
    if parent is None:
        return
    if parent.tag not in _PROPERTIES:
        for child in list(node):
            node.addprevious(child)
    parent.remove(node)


def _next_block(paragraph: Node) -> Node | None:
    """The paragraph or table that follows in the text: a content control opens with its first, and what ends one goes on behind it."""
    node: Node | None = paragraph
    while node is not None:
        following = node.getnext()
        while following is not None and following.tag not in _BLOCKS:
            inner = next(following.iter(*_BLOCKS), None) if following.tag in _FRAMES else None
            following = following.getnext() if inner is None else inner
        if following is not None:
            return following
        node = node.getparent()
        if node is not None and node.tag not in _FRAMES:
            return None
    return None


def _join(paragraph: Node) -> None:
    """A deleted paragraph mark: what is left runs on into the next paragraph, whose formatting stays."""
    following = _next_block(paragraph)
    left = [child for child in paragraph if child.tag != qn("w:pPr")]
    if following is None or following.tag != qn("w:p"):
        if not left and following is not None:
            _remove(paragraph)
        return
    properties = following.find(qn("w:pPr"))
    place: Callable[[Node], None] = properties.addnext if properties is not None else (lambda n: following.insert(0, n))
    for child in reversed(left):
        place(child)
    frame = paragraph.getparent()
    _remove(paragraph)
    while frame is not None and frame.tag in _FRAMES and next(frame.iter(*_BLOCKS), None) is None:
        emptied, frame = frame, frame.getparent()  # a control without any content is no control
        _remove(emptied)
