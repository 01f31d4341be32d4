"""Which column of a returned form is which, after people renamed or moved them."""

import re
from dataclasses import dataclass

from drafter.ledger.forms.words import FIGURE_FIELDS, MATTER_FIELDS, Field
from drafter.ledger.grid import Grid
from drafter.text.normalize import plain


@dataclass(frozen=True, slots=True)
class Heading:
    """What else a column may be called. `names` is a pattern over letters and digits; `seen` are examples."""

    key: str
    names: re.Pattern[str]
    seen: tuple[str, ...]


def _heading(key: str, names: str, *seen: str) -> Heading:
    return Heading(key, re.compile(names), seen)


# The first that fits decides.
FIGURE_HEADINGS = (
    _heading("id", "(?:指标)?(?:编号|编码)|(?i:id)", "指标编号", "编码"),
    _heading("number", "序号|行号", "行号"),
    _heading("corrected", r".*更正.*", "更正上年数", "2025年数更正"),
    _heading("early", r".*预报.*", "预报数据", "2026年预报数"),
    _heading("reason", "(?:变动|增减|变化|增减变动)(?:的)?(?:原因|情况)?(?:说明)?|原因(?:说明)?", "增减变动原因", "变动说明"),
    _heading("period", "(?:统计|数据)?(?:期间|时段|时间|时限|区间)", "统计时段"),
    _heading("label", "(?:数据|统计)?指标(?:名称|名)?|(?:数据|项目)?名称|数据项", "指标", "名称"),
    _heading("definition", "(?:统计|指标)?口径(?:说明)?|指标(?:解释|说明)", "统计口径"),
    _heading("unit", "(?:计量|数据)?单位", "单位"),
    _heading("last", "(?:上年|去年|上一年)度?(?:同期)?(?:实际)?(?:数|数据|数值)?", "上年数", "去年同期数"),
    _heading(
        "value", "(?:本年|今年|当年)度?(?:实际|填报|报送)?(?:数|数据|数值)?|(?:填报|报送|实际)数据?|数值", "本年数", "本年度数据"
    ),
)
MATTER_HEADINGS = (
    _heading("id", "(?:事项)?(?:编号|编码)|(?i:id)", "事项编号"),
    _heading("number", "序号|行号", "行号"),
    _heading("kind", "类别|类型", "类型"),
    _heading("title", "(?:工作|任务)?事项(?:名称)?|任务(?:名称)?", "工作事项"),
    _heading("text", "(?:上年)?(?:报告)?(?:表述|内容|原文)", "报告原文"),
    _heading("progress", "(?:任务|工作)?(?:完成|进展|整改|落实)(?:整改)?情况(?:说明)?", "整改情况"),
    _heading("evidence", "佐证(?:材料|资料)?|证明(?:材料|资料)", "佐证材料"),
    _heading("reason", "(?:未|没有)?完成(?:的)?原因(?:说明)?|原因(?:说明)?", "未完成原因说明"),
)
_OF_A_YEAR = re.compile(r"((?:19|20)\d\d)年度?(?:实际|填报|报送)?(?:数|数据|数值)?")
_LEAST = 3  # heads that make a row a row of heads


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands: its sheet, the row of its heads, and the column of each field."""

    grid: Grid
    head: int
    columns: dict[str, int]

    def cell(self, row: int, key: str) -> str:
        """What a row says in a field, "" where there is no such column."""
        return self.grid.rows.get(row, {}).get(self.columns.get(key, 0), "")

    def place(self, row: int, key: str) -> str:
        """数据!G7"""
        return self.grid.place(row, self.columns.get(key, 1))

    def changes(self, fields: tuple[Field, ...], year: int) -> tuple[str, ...]:
        """What was done to the heads: renamed, moved, taken out."""
        names = {field.key: field.column(year).name for field in fields}
        now = self.grid.rows[self.head]
        renamed = [f"“{names[key]}”改为“{now[at]}”" for key, at in self.columns.items() if key in names and now[at] != names[key]]
        lost = [f"“{name}”" for key, name in names.items() if key not in self.columns]
        kept = [key for key in names if key in self.columns]
        told = [f"表头有改动：{'，'.join(renamed)}"] if renamed else []
        told += [f"缺少{'、'.join(lost)}列"] if lost else []
        return tuple(told + (["列的次序有变动"] if sorted(kept, key=self.columns.__getitem__) != kept else []))


def figure_table(grid: Grid, year: int | None) -> Table | None:
    """The table of figures on a sheet, None where it has none; `year` is that of the form, None where it is not known."""
    return _table(grid, FIGURE_HEADINGS, FIGURE_FIELDS, year, ("label", "value"))


def matter_table(grid: Grid) -> Table | None:
    """The table of promises and problems on a sheet, None where it has none."""
    return _table(grid, MATTER_HEADINGS, MATTER_FIELDS, None, ("title", "progress"))


def year_of(table: Table) -> int | None:
    """The year that the head of this year's column names."""
    found = _OF_A_YEAR.fullmatch(plain(table.cell(table.head, "value")))
    return int(found.group(1)) if found else None


def _table(
    grid: Grid, headings: tuple[Heading, ...], fields: tuple[Field, ...], year: int | None, needed: tuple[str, ...]
) -> Table | None:
    for at, row in grid.rows.items():
        columns = _columns(row, headings, fields, year)
        if len(columns) >= _LEAST and all(key in columns for key in needed):
            return Table(grid, at, columns)
    return None


def _columns(row: dict[int, str], headings: tuple[Heading, ...], fields: tuple[Field, ...], year: int | None) -> dict[str, int]:
    """The fields that a row of heads names; of two columns for one field the one that bears its own name."""
    texts = {at: plain(text) for at, text in row.items() if len(text) <= 20}
    if year is None:
        year = max((int(hit.group(1)) for text in texts.values() if (hit := _OF_A_YEAR.fullmatch(text))), default=0)
    own = {field.column(year).name: field.key for field in fields}
    found = {own[text]: at for at, text in texts.items() if text in own}
    for at, text in texts.items():
        key = _key_of(text, headings, year)
        if key and key not in found and at not in found.values():
            found[key] = at
    return found


def _key_of(text: str, headings: tuple[Heading, ...], year: int) -> str:
    if hit := _OF_A_YEAR.fullmatch(text):
        return {year: "value", year - 1: "last"}.get(int(hit.group(1)), "")
    return next((heading.key for heading in headings if heading.names.fullmatch(text)), "")
