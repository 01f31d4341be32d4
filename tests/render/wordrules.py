"""What Word refuses or repairs in tracked changes and no lenient reader minds: a checker of the rules of ECMA-376 Part 1.

Orders of children are those of CT_PPr (17.3.1.26), CT_RPr with its revision marks first (17.13.5), CT_TrPr (17.4.82), CT_TcPr (17.4.70).
"""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

from redlinemakers import W

_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens "
    "kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing "
    "mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
    "specVanish oMath rPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns cellDel cellMerge tcPrChange",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid",
    "tr": "tblPrEx trPr",
    "tc": "tcPr",
    "p": "pPr",
    "r": "rPr",
}  # fmt: skip
_LAST = {"trPr": ("ins", "del", "trPrChange"), "tc": ("p",)}
_REVISIONS = ("ins", "del", "moveFrom", "moveTo")
_RUN_PARENTS = {"p", "hyperlink", "smartTag", "sdtContent", "customXml", "fldSimple", "dir", "bdo", *_REVISIONS}
_RANGES = ("moveFromRange", "moveToRange", "bookmark", "commentRange")


def faults(body: ET.Element) -> list[str]:
    """What is against the rules below a body, in words; empty for a good one."""
    parents = {child: parent for parent in body.iter() for child in parent}
    return [*_disordered(body), *_misplaced(body, parents), *_texts(body, parents), *_ranges(body), *_ids(body)]


def _name(node: ET.Element | None) -> str:
    return "" if node is None else node.tag.removeprefix(W)


def _disordered(body: ET.Element) -> Iterator[str]:
    """Children out of order, twice, or behind what must be last."""
    for node in body.iter():
        names = [_name(child) for child in node]
        order = _ORDER.get(_name(node), "").split()
        if _name(node) in ("pPr", "rPr", "tcPr"):
            places = [order.index(name) if name in order else -1 for name in names]
            if -1 in places or places != sorted(set(places)):
                yield f"{_name(node)}: {names}"
        elif order:
            heads = [name for name in names if name in order]
            if names[: len(heads)] != heads or heads != sorted(heads, key=order.index):
                yield f"{_name(node)}: {names[:4]}"
        if _name(node) == "trPr":
            tail = [name in _LAST["trPr"] for name in names]
            if tail != sorted(tail) or names.count("ins") + names.count("del") > 1:
                yield f"trPr: {names}"
        if _name(node) == "tc" and names[-1:] != ["p"] and "sdt" not in names[-1:]:
            yield f"a cell ends in {names[-1:]}"


def _misplaced(body: ET.Element, parents: dict[ET.Element, ET.Element]) -> Iterator[str]:
    """Revisions where none may be, or inside each other; marks that hold something; stamps that are missing."""
    for node in body.iter():
        if _name(node) not in _REVISIONS:
            continue
        parent = _name(parents[node])
        mark = parent in ("rPr", "trPr")
        if parent == "trPr" and _name(node) not in ("ins", "del"):
            yield f"a row is marked {_name(node)}"
        if not mark and parent not in _RUN_PARENTS - set(_REVISIONS):
            yield f"{_name(node)} stands in {parent}"
        if mark and len(node):
            yield f"a mark in {parent} holds {_name(node[0])}"
        if not mark and not len(node):
            yield f"an empty {_name(node)}"
        if not all(node.get(W + key) for key in ("id", "author", "date")):
            yield f"{_name(node)} has no id, author or date"
    for node in body.iter(W + "rPr"):
        if _name(parents[node]) != "pPr" and any(_name(child) in _REVISIONS for child in node):
            yield "a run's formatting bears the mark of a paragraph"


def _texts(body: ET.Element, parents: dict[ET.Element, ET.Element]) -> Iterator[str]:
    """w:delText inside w:del and nowhere else; blanks at the edges kept."""
    for node in body.iter():
        if _name(node) not in ("t", "delText", "instrText", "delInstrText"):
            continue
        above: ET.Element | None = node
        while above is not None and _name(above) != "del":
            above = parents.get(above)
        if (above is not None) != _name(node).startswith("del"):
            yield f"{_name(node)} {'inside' if above is not None else 'outside'} w:del: {node.text}"
        text = node.text or ""
        if text != text.strip() and node.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            yield f"blanks of {text!r} are lost"


def _ranges(body: ET.Element) -> Iterator[str]:
    """Every range begins once and ends once, in this order; both ends of a move bear one name."""
    seen = [(_name(node), node.get(W + "id"), node.get(W + "name")) for node in body.iter()]
    for kind in _RANGES:
        starts = [at for name, at, _ in seen if name == f"{kind}Start"]
        ends = [at for name, at, _ in seen if name == f"{kind}End"]
        if Counter(starts) != Counter(ends) or len(set(starts)) != len(starts):
            yield f"{kind}: {starts} begin, {ends} end"
        first = {(name, at): n for n, (name, at, _) in reversed(list(enumerate(seen)))}
        if any(first[f"{kind}Start", at] > first.get((f"{kind}End", at), 0) for at in starts):
            yield f"{kind} ends before it begins"
    moves = [sorted(str(label) for name, _, label in seen if name == f"move{end}RangeStart") for end in ("From", "To")]
    if moves[0] != moves[1] or len(set(moves[0])) != len(moves[0]):
        yield f"moves: {moves[0]} from, {moves[1]} to"


def _ids(body: ET.Element) -> Iterator[str]:
    """No two revisions or range starts of one id."""
    kinds = (*_REVISIONS, "pPrChange", "moveFromRangeStart", "moveToRangeStart")
    twice = [at for at, n in Counter(node.get(W + "id") for node in body.iter() if _name(node) in kinds).items() if n > 1]
    if twice:
        yield f"ids used twice: {twice}"
