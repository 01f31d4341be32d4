"""Figures in tables: a cell that is a number takes its unit from itself, its row or its column, its name from row and column.

A column of another year than the report's says so in its names (行政处罚（2023年）), the report's own year does not; what
the year before had is told of this year's cell as a stated change. A table without a head is left to the rules for prose.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.extract.grid import Grid, read_grid, scaled
from drafter.extract.table_lines import Cell, tables
from drafter.extract.table_totals import AMONG, Placed, totals_of
from drafter.model.metric import Metric, StatedChange, number
from drafter.model.report import Report
from drafter.text.numerals import SCALES, clean, parse_numeral
from drafter.text.pattern import lazy
from drafter.text.units import is_unit

_NUMBER = lazy(
    r"(?P<sign>[+↑↓−—–-]?)\s*(?:约|近|超)?(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?P<scale>[百千]?[万亿]*)(?P<some>[余多]?)(?P<unit>[^\d\s,。;]*)"
)
_DOWN = "↓−—–-"
_CHANGE = lazy(r"增减|增长|增幅|同比|变化|升降")
_SUMS = frozenset("合计 总计 小计".split())


def table_figures(report: Report, text: str) -> tuple[list[Metric], dict[int, int], dict[int, str]]:
    """The figures of all tables, part → total and figure → name, both by the start of the figure (they have no ids yet)."""
    metrics: list[Metric] = []
    parents: dict[int, int] = {}
    names: dict[int, str] = {}
    for lines in tables(report, text):
        grid = read_grid(text, lines, report.info.year)
        placed = list(_figures(grid)) if grid else []
        changes = _changes(placed)
        metrics += [replace(each.metric, stated_change=changes.get(each.metric.start)) for each in placed]
        names |= {each.metric.start: _name(each) for each in placed}
        parents |= totals_of([each for each in placed if not _CHANGE.search(each.column.name)])
    return metrics, parents, names


def _figures(grid: Grid) -> Iterator[Placed]:
    for at, row in enumerate(grid.rows):
        for number_of, column in grid.columns.items():
            if number_of < len(row.cells) and (metric := _metric(row.cells[number_of], column.unit or row.unit or grid.unit)):
                yield Placed(metric, row, column, (at, number_of))


def _metric(cell: Cell, unit: str) -> Metric | None:
    """The figure of a cell that holds nothing else; the unit in the cell goes before the one around it."""
    found = _NUMBER.fullmatch(cell.text)
    if not found or (found["unit"] and not is_unit(found["unit"])):
        return None
    scale, unit = (1, found["unit"]) if found["unit"] else scaled(unit)
    for mark in found["scale"]:
        scale *= SCALES[mark]
    start = cell.start + found.start("number")
    return Metric(
        text=cell.text[found.start("number") :],
        start=start,
        end=cell.end,
        id="",
        kind="metric",
        label="",
        value=clean((parse_numeral(found["number"]) or 0) * scale),
        unit=unit,
        approx="余" if found["some"] == "余" else "多" if found["some"] else None,
        rule="表格",
    )


def _name(each: Placed) -> str:
    year = each.column.year or each.row.year
    row, column = AMONG.sub("", each.row.name), AMONG.sub("", each.column.name)
    if row in _SUMS and column not in row and not column.endswith(("率", "比")):
        row, column = column, row  # 检查合计
    return f"{row}{'' if column in row else column}{f'（{year}）' if year else ''}"


def _changes(placed: Sequence[Placed]) -> dict[int, StatedChange]:
    """What a row says of last year: a column 增减, else the latest column of another year, by the start of this year's cell."""
    rows: dict[tuple[int, str], list[Placed]] = defaultdict(list)
    for each in placed:
        rows[each.at[0], _CHANGE.sub("", each.column.name).strip("幅度")].append(each)
    found = {}
    for row in rows.values():
        told = [each for each in row if _CHANGE.search(each.column.name)]
        now = [each for each in row if not each.column.year and each not in told]
        before = sorted((each for each in row if each.column.year and each not in told), key=lambda each: each.column.year)
        if len(now) == 1 and (told or before):
            found[now[0].metric.start] = _difference(told[0], now[0]) if told else _level(before[-1], now[0])
    return found


def _difference(told: Placed, now: Placed) -> StatedChange:
    unit, value = told.metric.unit, number(told.metric)
    kind = "points" if "百分点" in unit or (unit == now.metric.unit == "%") else "percent" if unit == "%" else "count"
    down = told.row.cells[told.at[1]].text[0] in _DOWN
    return StatedChange(kind=kind, value=value, direction="flat" if not value else "down" if down else "up")  # type: ignore[arg-type]


def _level(before: Placed, now: Placed) -> StatedChange:
    was, is_now = number(before.metric), number(now.metric)
    return StatedChange(kind="level", value=was, direction="up" if is_now > was else "down" if is_now < was else "flat")
