"""What in a Word file would fetch or run something when it is opened: links to other files, fields that load, macros."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath
from typing import Literal
from urllib.parse import unquote

from docx.oxml.ns import qn
from lxml import etree

# A link that only a click follows.
_CLICKED = "/hyperlink"
# Parts that hold programs or other programs' files, by a piece of their relation's type or their name.
_ACTIVE = re.compile(
    r"(?i)vbaProject|vbaData|/control$|activeX|/oleObject$|/package$|embeddings/|customUI|/attachedToolbars|keyMapCustomizations"
)
# Fields that load a file or start a program (17.16.5).
_LOADING = re.compile(r"(?i)\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE|RD)\b")
_NESTED = ("altChunk", "subDoc")
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Outside:
    """One such thing: what kind of fault it is and how it is called there."""

    kind: Literal["unsafe", "linked", "active"]
    name: str


def outside_of(data: bytes) -> Outside | None:
    """The first thing in a .docx that reaches outside it or runs; None in an ordinary file.

    Raises what `zipfile` raises where a member is damaged, and lxml's XMLSyntaxError for a part without any XML.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return next(_found(archive), None)


def _found(archive: zipfile.ZipFile) -> Iterator[Outside]:
    names = archive.namelist()
    yield from (Outside("unsafe", name[:60]) for name in names if _climbs(name))
    for name in names:
        lowered = name.lower()
        if _ACTIVE.search(name):
            yield Outside("active", name.rpartition("/")[2][:60])
        if lowered.endswith(".rels"):
            yield from _relations(archive.read(name))
        elif lowered.endswith(".xml"):
            yield from _contents(name, archive.read(name))


def _climbs(name: str) -> bool:
    """A name that would not stay in the folder where the archive is unpacked."""
    plain = unquote(name).replace("\\", "/")
    return plain.startswith("/") or ":" in plain or normpath(plain).startswith("..")


def _relations(data: bytes) -> Iterator[Outside]:
    for relation in _root(data).iter(_RELATION):
        kind, target = str(relation.get("Type", "")), str(relation.get("Target", ""))
        if relation.get("TargetMode") == "External" and not kind.endswith(_CLICKED):
            yield Outside("linked", target[:60])
        elif _ACTIVE.search(kind):
            yield Outside("active", target.rpartition("/")[2][:60])


def _contents(name: str, data: bytes) -> Iterator[Outside]:
    # Word writes neither; a second encoding would hide the words from us and not from whoever opens the file.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:200]:
        yield Outside("unsafe", name[:60])
    if not any(word in data for word in (b"instr", b"altChunk", b"subDoc", b"src")):
        return
    root = _root(data)
    for tag in _NESTED:
        if next(root.iter(qn(f"w:{tag}")), None) is not None:
            yield Outside("linked", tag)
    for node in root.iter():
        source = str(node.get("src", ""))
        if ":" in source or source.startswith(("\\\\", "//")):
            yield Outside("linked", source[:60])
    for instruction in _instructions(root):
        if hit := _LOADING.match(instruction):
            yield Outside("linked", hit[1].upper())


def _instructions(root: etree._Element) -> Iterator[str]:
    """The instructions of all fields; one may be cut into several runs, and stand inside another."""
    yield from (str(field.get(qn("w:instr"), "")) for field in root.iter(qn("w:fldSimple")))
    open_fields: list[str] = []
    for node in root.iter(qn("w:fldChar"), qn("w:instrText")):
        kind = node.get(qn("w:fldCharType"))
        if kind == "begin":
            open_fields.append("")
        elif kind == "separate" and open_fields:
            yield open_fields[-1]
        elif kind == "end" and open_fields:
            yield open_fields.pop()
        elif kind is None and open_fields:
            open_fields[-1] += node.text or ""
    yield from open_fields


def _root(data: bytes) -> etree._Element:
    root: etree._Element | None = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    return etree.Element("nothing") if root is None else root
