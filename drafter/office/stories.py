"""Everything in a Word file that holds text: body, heads and feet, notes."""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from drafter.office.package import set_blob
from drafter.office.runs import Node

_STORIES = tuple(f".{name}+xml" for name in ("main", "header", "footer", "footnotes", "endnotes"))
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def parsed(part: Part) -> Node:
    """The root of a part. Raises lxml's XMLSyntaxError."""
    element = getattr(part, "element", None)
    return etree.fromstring(part.blob, _PARSER) if element is None else element


def parts_of(document: Document, *kinds: str) -> Iterator[Part]:
    """The parts of a file whose content type ends so."""
    for part in document.part.package.iter_parts():
        if part.content_type.endswith(kinds):
            yield part


def stories(document: Document) -> Iterator[Node]:
    """The root of every part that holds text. Notes, which python-docx does not parse, are put back once they were used."""
    for part in parts_of(document, *_STORIES):
        root = parsed(part)
        yield root
        if getattr(part, "element", None) is None:
            set_blob(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def texts(document: Document) -> Iterator[str]:
    """The text of every paragraph of every story: body, heads and feet, notes, text boxes."""
    for root in stories(document):
        for paragraph in root.iter(qn("w:p")):
            yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
