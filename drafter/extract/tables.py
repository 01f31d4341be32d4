"""Figures in tables: a cell that is a number takes its unit from the head of its column, its name from row and column."""

import re
from dataclasses import dataclass
from itertools import groupby

from drafter.model.metric import Metric
from drafter.model.raw import RawParagraph
from drafter.model.report import Report
from drafter.text.numerals import LARGE, clean, parse_numeral
from drafter.text.units import is_unit

_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_IN_HEAD = re.compile(r"\(([^()]{1,6})\)\s*$")
_BEFORE = re.compile(r"单位[:：]\s*([^\s、,。;)]{1,5})")
_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|共\s*计|总\s*数)$")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str


def table_figures(report: Report, text: str) -> tuple[list[Metric], dict[int, int], dict[int, str]]:
    """The figures of all tables, part → total and figure → name, both by the start of the figure (they have no ids yet)."""
    metrics: list[Metric] = []
    parents: dict[int, int] = {}
    names: dict[int, str] = {}
    rows = [p for p in report.paragraphs if p.table is not None or "\t" in text[p.start : p.end]]
    for _, members in groupby(rows, key=lambda p: p.table[0] if p.table else -1):
        grid = [_cells(text, paragraph) for paragraph in members]
        if len(grid) > 1 and not any(_NUMBER.fullmatch(cell.text) for cell in grid[0]):
            _read(text, grid, metrics, parents, names)
    return metrics, parents, names


def _cells(text: str, paragraph: RawParagraph) -> list[_Cell]:
    cells, at = [], paragraph.start
    for raw in text[paragraph.start : paragraph.end].split("\t"):
        start = at + len(raw) - len(raw.lstrip())
        cells.append(_Cell(start, start + len(raw.strip()), raw.strip()))
        at += len(raw) + 1
    return cells


def _read(text: str, grid: list[list[_Cell]], metrics: list[Metric], parents: dict[int, int], names: dict[int, str]) -> None:
    heads, common = grid[0], _common_unit(text, grid[0][0].start)
    totals = next((row for row in grid[1:] if _TOTAL.match(row[0].text)), None)
    for row in grid[1:]:
        for column, cell in enumerate(row[1:], 1):
            found = _NUMBER.match(cell.text)
            if not found or column >= len(heads):
                continue
            rest = cell.text[found.end() :]
            if rest and not is_unit(rest):
                continue
            head, scaled = _head(heads[column].text, common)
            scale, unit = (1, rest) if rest else _scale(scaled)
            metrics.append(_metric(cell, found.group(), unit, scale))
            names[cell.start] = f"{row[0].text}{head}"
            if totals and row is not totals and column < len(totals) and _NUMBER.match(totals[column].text):
                parents[cell.start] = totals[column].start


def _common_unit(text: str, start: int) -> str:
    above = _BEFORE.search(text[max(0, start - 60) : start])
    return above[1] if above else ""


def _head(head: str, common: str) -> tuple[str, str]:
    """受理（件） → (受理, 件); without a unit of its own the table's."""
    found = _IN_HEAD.search(head)
    if found and is_unit(_scale(found[1])[1]):
        return head[: found.start()].strip(), found[1]
    return head, "%" if head.endswith("率") and not common else common


def _scale(unit: str) -> tuple[int, str]:
    """万元 is 10000 and 元."""
    scale = 1
    while unit[:1] in LARGE and len(unit) > 1:
        scale, unit = scale * LARGE[unit[0]], unit[1:]
    return scale, unit


def _metric(cell: _Cell, number: str, unit: str, scale: int) -> Metric:
    value = clean((parse_numeral(number) or 0) * scale)
    return Metric(
        text=cell.text,
        start=cell.start,
        end=cell.end,
        id="",
        kind="metric",
        label="",
        value=value,
        unit=unit,
        rule="表格",
    )
