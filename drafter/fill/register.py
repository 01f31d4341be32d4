"""The list of slots inside the file, in a custom XML part: a control that an editor dropped can then be told (失联)."""

import zipfile
from pathlib import Path

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from drafter.model.draft import Draft, Slot
from drafter.model.span import Span
from drafter.office.runs import xml_text

NAMESPACE = "urn:drafter:slots:1"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
# A fixed id: Word wants one, and a random one would change the bytes.
_ITEM_ID = "{6B0D1D4E-2E5A-4C3B-9A47-5D1C0F7A2E11}"
_SLOT, _STEP, _LAST, _BEFORE = (f"{{{NAMESPACE}}}{name}" for name in ("slot", "step", "last", "before"))
_TEXTS = ("id", "kind", "label", "unit", "placeholder", "department", "value", "source")


def add_register(document: Document, draft: Draft) -> None:
    """Store the slots that stand in the draft's text in the document's package; an older list there goes."""
    used = {piece.slot for block in draft.blocks for piece in block.pieces}
    texts = {piece.slot: piece.text for block in draft.blocks for piece in block.pieces if piece.slot}
    root = etree.Element(f"{{{NAMESPACE}}}slots", nsmap={"d": NAMESPACE})
    for slot in draft.slots:
        if slot.id in used:
            root.append(_element(slot, texts[slot.id]))
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
    for title in slot.path:
        etree.SubElement(element, _STEP).text = xml_text(title)
    for name, said in ((_LAST, slot.last), (_BEFORE, slot.before)):
        if said is not None:
            etree.SubElement(element, name, start=str(said.start), end=str(said.end)).text = xml_text(said.text)
    return element


def _drop_old(document: Document) -> None:
    rels = document.part.rels
    old = [key for key, rel in rels.items() if rel.reltype == _RELATION and NAMESPACE.encode() in rel.target_part.blob]
    for key in old:
        del rels[key]


def read_register(path: Path) -> tuple[tuple[Slot, str], ...]:
    """The slots that the file was made with, in order, each with its first text; () where it is no draft of ours."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(name for name in archive.namelist() if name.startswith("customXml/item") and name.endswith(".xml"))
            found = (_slots(archive.read(name)) for name in names)
            return next((slots for slots in found if slots), ())
    except zipfile.BadZipFile:
        return ()


def _slots(data: bytes) -> tuple[tuple[Slot, str], ...]:
    if NAMESPACE.encode() not in data:
        return ()
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return ()
    return tuple((_slot(element), element.get("text", "")) for element in root.iter(_SLOT))


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
        before=_span(element.find(_BEFORE)),
    )


def _span(said: etree._Element | None) -> Span | None:
    if said is None:
        return None
    return Span(text=said.text or "", start=int(said.get("start", "0")), end=int(said.get("end", "0")))


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
