"""Saving a Word file so that the same input always gives the same bytes."""

import datetime as dt
import io
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.ns import qn

from drafter.zips import fixed_zip

CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
APP_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>drafter</Application></Properties>"
)


def save_deterministic(document: Document, path: Path, *, title: str = "", author: str = "") -> None:
    """Write `document` to `path` with fixed zip times and neutral properties.

    `files.written` stands around it where nothing may be half written: it gives a path beside the goal and renames.
    """
    path.write_bytes(deterministic_bytes(document, title=title, author=author))


def deterministic_bytes(document: Document, *, title: str = "", author: str = "") -> bytes:
    """The file's bytes: no clock, no person, no machine in them."""
    neutral_properties(document, title=title, author=author)
    raw = io.BytesIO()
    document.save(raw)
    return fixed_zip(raw.getvalue())


def neutral_properties(document: Document, *, title: str = "", author: str = "") -> None:
    """Reset the core and application properties: who wrote the file when, for which company, is nobody's business."""
    core = document.core_properties
    for name in ("category", "comments", "content_status", "identifier", "keywords", "language", "subject", "version"):
        setattr(core, name, "")
    core.title, core.author, core.last_modified_by, core.revision = title, author, author, 1
    core.created = core.modified = CREATED
    # `lastPrinted` has no value that would say "never".
    for printed in core._element.findall(qn("cp:lastPrinted")):
        core._element.remove(printed)
    for relation in document.part.package.rels.values():
        if not relation.is_external and relation.reltype == RT.EXTENDED_PROPERTIES:
            set_blob(relation.target_part, APP_PROPERTIES)


def set_blob(part: Part, blob: bytes) -> None:
    """Replace the bytes of a part that python-docx does not parse."""
    part._blob = blob
