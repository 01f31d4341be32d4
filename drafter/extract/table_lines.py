"""The lines of a table and their cells.

Merged cells come as the readers give them: a wide cell is followed by empty ones, one merged upwards is empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model.raw import RawParagraph
from drafter.model.report import Report
from drafter.text.pattern import lazy

_RULE = lazy(r"[\s:|+=-]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` at `start`..`end` of the report's text, without the blanks around it."""

    start: int
    end: int
    text: str


def tables(report: Report, text: str) -> Iterator[list[RawParagraph]]:
    """The rows of each table: as the file's format tells them, else neighbouring lines with tabs or upright strokes."""
    rows: list[RawParagraph] = []
    last = (-1, -2)
    for at, paragraph in enumerate(report.paragraphs):
        if paragraph.table is None and not _is_row(text[paragraph.start : paragraph.end]):
            continue
        table = paragraph.table[0] if paragraph.table else -1
        if rows and (table, at) != (last[0], last[1] + 1):
            yield rows
            rows = []
        rows.append(paragraph)
        last = (table, at)
    if rows:
        yield rows


def _is_row(line: str) -> bool:
    return "\t" in line or line.count("|") > 1


def cells_of(text: str, paragraph: RawParagraph) -> list[Cell]:
    """The cells of a line, parted by tabs or upright strokes; none of a line that only rules off."""
    line = text[paragraph.start : paragraph.end]
    if _RULE.fullmatch(line):
        return []
    mark = "\t" if "\t" in line else "|"
    at = paragraph.start
    if mark == "|":
        at += len(line) - len(line.lstrip(" |"))
        line = line.strip(" |")
    cells = []
    for raw in line.split(mark):
        start = at + len(raw) - len(raw.lstrip())
        cells.append(Cell(start, start + len(raw.strip()), raw.strip()))
        at += len(raw) + 1
    return cells
