"""A workbook as people sent it, as text: every cell as it reads, however large the sheet pretends to be.

The cells are streamed, so that a million formatted empty rows cost no more than the first of them.
"""

import io
import re
import warnings
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from drafter.ledger.sheets import BROKEN, book_bytes, no_workbook, shown
from drafter.model.errors import UnreadableInput

_EMPTY_ROWS = 300  # in a row: nobody writes below so many
_COLUMNS = 60
_DEEP_ROWS = 20000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')
# A formula without a last value: written by a program that computes nothing.
_UNCOMPUTED = re.compile(rb'<c\s[^>]*?r="([A-Z]+\d+)"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>')
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its rows with something in them, by number; each a column's number and what stands there.

    `merged` are (first column, first row, last column, last row); `uncomputed` the cells (G7) whose formula has no value.
    """

    name: str
    visible: bool
    rows: dict[int, dict[int, str]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    uncomputed: frozenset[str] = field(default_factory=frozenset)

    def place(self, row: int, column: int) -> str:
        """数据!G7"""
        return f"{self.name}!{get_column_letter(column)}{row}"


@dataclass(frozen=True, slots=True)
class Grids:
    """The sheets in their order, and whether cells have comments (批注), which are not read."""

    sheets: tuple[Grid, ...]
    comments: bool


def read_grids(path: Path) -> Grids:
    """Every sheet of a workbook. Raises UnreadableInput: missing, locked, .xls, no workbook, damaged."""
    data = book_bytes(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl says of extensions and impossible dates is not for users
            return _grids(data)
    except UnreadableInput:
        raise
    except (*BROKEN, etree.XMLSyntaxError) as error:
        raise no_workbook(path) from error


def _grids(data: bytes) -> Grids:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = _members(archive)
        found = []
        for sheet in book.worksheets:
            raw = archive.read(members[sheet.title]) if sheet.title in members else b""
            uncomputed = _UNCOMPUTED.findall(raw) if b"<f" in raw else []
            found.append(
                Grid(
                    sheet.title, sheet.sheet_state == "visible", _rows(sheet),
                    tuple(_bounds(ref.decode()) for ref in _MERGED.findall(raw)), frozenset(ref.decode() for ref in uncomputed),
                )
            )  # fmt: skip
        comments = any(re.match(r"xl/(?:comments|threadedComments)", name) for name in archive.namelist())
    return Grids(tuple(found), comments)


def _members(archive: zipfile.ZipFile) -> dict[str, str]:
    """The name of a sheet → the archive's member that holds it; empty where the archive is laid out otherwise."""
    names = set(archive.namelist())
    home, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if home not in names or links not in names:
        return {}
    targets = {link.get("Id"): link.get("Target") or "" for link in _xml(archive.read(links))}
    sheets = {s.get("name") or "": targets.get(s.get(_REL), "") for s in _xml(archive.read(home)).iter("{*}sheet")}
    found = {
        name: target.lstrip("/") if target.startswith("/") else normpath(join("xl", target)) for name, target in sheets.items()
    }
    return {name: member for name, member in found.items() if member in names}


def _xml(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _bounds(ref: str) -> tuple[int, int, int, int]:
    first_column, first_row, last_column, last_row = range_boundaries(ref)
    return first_column or 1, first_row or 1, last_column or 1, last_row or 1


def _rows(sheet: object) -> dict[int, dict[int, str]]:
    # What a program says of a sheet's size is not to be relied upon.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    found: dict[int, dict[int, str]] = {}
    last = 0
    for at, row in enumerate(sheet.iter_rows(max_col=_COLUMNS), 1):  # type: ignore[attr-defined]
        told = {
            n: text for n, cell in enumerate(row, 1) if cell.value is not None and (text := shown(cell.value, cell.number_format))
        }
        if told:
            found[at], last = told, at
        elif at - last > _EMPTY_ROWS or at > _DEEP_ROWS:
            break
    return found
