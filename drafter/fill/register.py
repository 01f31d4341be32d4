"""The list of slots inside the file, and the lines that they stood in, in a custom XML part.

With it a place whose control an editor dropped is found again by the words around it, or told to be lost (失联).
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import _Relationship
from lxml import etree

from drafter.fill.context import blocks_of
from drafter.model.draft import Block, Draft, Formula, FormulaKind, MarginText, Slot
from drafter.model.raw import SlotKind
from drafter.model.span import Span
from drafter.office.package import set_blob
from drafter.office.runs import xml_text
from drafter.text.identity import stable_id
from drafter.zips import DAMAGED

NAMESPACE = "urn:drafter:slots:1"
_SOURCE = "（指标台账："  # how the source at the end of a text in the margin begins
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# A fixed id: Word wants one, and a random one would change the bytes.
_ITEM_ID = "{6B0D1D4E-2E5A-4C3B-9A47-5D1C0F7A2E11}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_SLOT, _STEP, _LAST, _LINE, _WORDS, _HELD, _FORMULA, _BEFORE = (
    f"{{{NAMESPACE}}}{name}" for name in ("slot", "step", "last", "line", "words", "held", "formula", "before")
)
_ITEM = re.compile(r"customXml/item.*\.xml")
_LIMIT = 50 * 2**20  # bytes of a list; that of the longest report has a few hundred thousand
_KINDS, _FORMULAS = frozenset(get_args(SlotKind)), frozenset(get_args(FormulaKind))
_WHOLE = re.compile(r"[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
_TEXTS = ("id", "kind", "label", "unit", "placeholder", "department", "value", "source")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a line of the fresh draft: words, or the first text of the slot with the id `slot`."""

    text: str
    slot: str | None = None


Line = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """The slots that a file was made with, each with its first text, and the lines that they stood in.

    `laid` tells which texts of departments were laid in the margin: the place and sender of each, with a hash of the text.
    """

    slots: tuple[tuple[Slot, str], ...] = ()
    lines: tuple[Line, ...] = ()
    laid: Mapping[str, str] = field(default_factory=dict)


def add_register(document: Document, draft: Draft) -> None:
    """Store the slots that stand in the draft's text in the document's package; an older list there goes."""
    used = {piece.slot for block in draft.blocks for piece in block.pieces}
    texts = {piece.slot: piece.text for block in draft.blocks for piece in block.pieces if piece.slot}
    root = etree.Element(f"{{{NAMESPACE}}}slots", nsmap={"d": NAMESPACE})
    for slot in draft.slots:
        if slot.id in used:
            root.append(_element(slot, texts[slot.id]))
    if laid := {text.id: mark_of(text) for block in draft.blocks for text in block.beside}:
        root.set("laid", _laid_text(laid))
    for line in (line for block in blocks_of(draft) for line in _lines_of(block)):
        root.append(_line_element(line))
    _drop_old(document)
    package = document.part.package
    names = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(names) + 2) if f"/customXml/item{n}.xml" not in names)
    item = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", _xml(root), package)
    store = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    store.set(f"{{{_STORE}}}itemID", _ITEM_ID)
    references = etree.SubElement(store, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    item.relate_to(Part(PackURI(f"/customXml/itemProps{number}.xml"), _PROPERTIES_TYPE, _xml(store), package), _PROPERTIES)
    document.part.relate_to(item, _RELATION)


def _element(slot: Slot, text: str) -> etree._Element:
    """One slot; `text` is what stood in its control when the draft was written."""
    element = etree.Element(_SLOT)
    for name in _TEXTS:
        value = getattr(slot, name)
        if value is not None:
            element.set(name, xml_text(value))
    element.set("text", xml_text(text))
    if slot.formula is not None:
        element.append(_formula_element(slot.formula))
    for title in slot.path:
        etree.SubElement(element, _STEP).text = xml_text(title)
    for name, said in ((_LAST, slot.last), (_BEFORE, slot.before)):
        if said is not None:
            etree.SubElement(element, name, start=str(said.start), end=str(said.end)).text = xml_text(said.text)
    return element


def _formula_element(formula: Formula) -> etree._Element:
    element = etree.Element(_FORMULA, kind=formula.kind, terms=" ".join(formula.terms), words=xml_text(formula.words))
    if formula.base is not None:
        element.set("base", f"{formula.base!r}")
    return element


def note_values(
    document: Document, values: Mapping[str, tuple[str, str]], laid: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Keep in the list what was filled into slots, and from where: id → (value, source); and which texts were laid beside."""
    for rel in document.part.rels.values():
        if not _is_ours(rel):
            continue
        try:
            root = etree.fromstring(rel.target_part.blob, _PARSER)
        except etree.XMLSyntaxError:
            continue
        for element in root.iter(_SLOT):
            for name, text in zip(("value", "source"), values.get(element.get("id", ""), ()), strict=False):
                element.set(name, xml_text(text))
        if laid:
            root.set("laid", _laid_text({**_laid(root), **laid}))
        set_blob(rel.target_part, _xml(root))


def mark_of(text: MarginText) -> str:
    """A hash of a text in the margin, by which it is known when it comes again; who sent it once more, and when, is no change."""
    return stable_id("text", text.text.rpartition(_SOURCE)[0] or text.text)


def _laid_text(laid: Mapping[str, str]) -> str:
    return " ".join(f"{key}={mark}" for key, mark in sorted(laid.items()))


def _laid(root: etree._Element) -> dict[str, str]:
    return {key: mark for word in root.get("laid", "").split() for key, _, mark in [word.partition("=")]}


def _is_ours(rel: _Relationship) -> bool:
    return rel.reltype == _RELATION and not rel.is_external and NAMESPACE.encode() in rel.target_part.blob


def _drop_old(document: Document) -> None:
    rels = document.part.rels
    old = [key for key, rel in rels.items() if _is_ours(rel)]
    for key in old:
        del rels[key]


def _lines_of(block: Block) -> Iterator[Line]:
    """The paragraphs that a block becomes: one, or one for each cell of a row."""
    line: list[Stretch] = []
    for piece in block.pieces:
        cells = piece.text.split("\t") if block.style == "table_row" and piece.slot is None else [piece.text]
        for number, text in enumerate(cells):
            if number:
                yield tuple(line)
                line = []
            if text:
                line.append(Stretch(xml_text(text), piece.slot))
    yield tuple(line)


def _line_element(line: Line) -> etree._Element:
    element = etree.Element(_LINE)
    for part in line:
        child = etree.SubElement(element, _WORDS if part.slot is None else _HELD)
        child.text = part.text
        if part.slot is not None:
            child.set("slot", part.slot)
    return element


def read_register(path: Path) -> Register:
    """What the file was made with; empty where it is no draft of ours."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = sorted((part for part in archive.infolist() if _ITEM.fullmatch(part.filename)), key=lambda p: p.filename)
            found = (_register(archive.read(part)) for part in parts if part.file_size <= _LIMIT)
            return next((register for register in found if register.slots), Register())
    except DAMAGED:
        return Register()


def _register(data: bytes) -> Register:
    if NAMESPACE.encode() not in data:
        return Register()
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        return Register()
    known = {key: element for element in root.iter(_SLOT) if (key := element.get("id")) and element.get("kind") in _KINDS}
    slots = tuple((_slot(element), element.get("text", "")) for element in known.values())
    lines = tuple(tuple(Stretch(p.text or "", p.get("slot")) for p in line.iter(_WORDS, _HELD)) for line in root.iter(_LINE))
    return Register(slots, lines, _laid(root))


def _slot(element: etree._Element) -> Slot:
    return Slot(
        id=element.get("id", ""),
        kind=element.get("kind", "text"),  # type: ignore[arg-type]  # written by us from a SlotKind
        label=element.get("label", ""),
        unit=element.get("unit", ""),
        last=_span(element.find(_LAST)),
        placeholder=element.get("placeholder", ""),
        value=element.get("value"),
        source=element.get("source"),
        department=element.get("department"),
        path=tuple(step.text or "" for step in element.iter(_STEP)),
        formula=_formula(element.find(_FORMULA)),
        before=_span(element.find(_BEFORE)),
    )


def _formula(element: etree._Element | None) -> Formula | None:
    """None also for one that somebody damaged: its slot is then filled by hand."""
    if element is None or element.get("kind") not in _FORMULAS or not element.get("terms", "").split():
        return None
    base = element.get("base")
    if base is not None and not _DECIMAL.fullmatch(base):
        return None
    return Formula(
        kind=element.get("kind", "sum"),  # type: ignore[arg-type]  # one of _FORMULAS
        terms=tuple(element.get("terms", "").split()),
        words=element.get("words", ""),
        base=None if base is None else float(base),
    )


def _span(said: etree._Element | None) -> Span | None:
    if said is None:
        return None
    start, end = (int(text) if _WHOLE.fullmatch(text := said.get(name, "0")) else 0 for name in ("start", "end"))
    return Span(text=said.text or "", start=start, end=end)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
