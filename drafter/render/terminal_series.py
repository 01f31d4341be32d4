"""Each figure over the years, on the terminal: a row a figure, those that every report has first."""

from rich.console import Group, RenderableType
from rich.text import Text

from drafter.model.change import Series, SeriesTable
from drafter.render import wording
from drafter.render.series_words import series_columns, series_headline
from drafter.render.terminal_columns import Column, table_lines, titled, wrapped_text
from drafter.render.terminal_lines import fit

_FIGURE = 14  # columns of a figure
_LEAST_NAME = 20


def render_series(table: SeriesTable, width: int = 100) -> RenderableType:
    """The figures that at least two reports have; on a narrow screen the newest reports only."""
    names = series_columns(table)
    room = max(2, (width - _LEAST_NAME) // (_FIGURE + 2))
    names = names[-room:]
    columns = [Column("指标", max(_LEAST_NAME, width - len(names) * (_FIGURE + 2)))]
    columns += [Column(name, _FIGURE, right=True) for name in names]
    told = sorted((s for s in table.series if _seen(s) > 1), key=lambda s: -_seen(s))
    rows = [(s.label, *(wording.figure(m) if m else "—" for m in s.points[-len(names) :])) for s in told]
    parts: list[RenderableType] = [titled("历年数据对照")]
    parts += [
        Text(fit(f"{name}  {wording.report_line(info)}", width))
        for name, info in zip(series_columns(table), table.reports, strict=True)
    ]
    parts += [Text(""), wrapped_text(series_headline(table), width)]
    if rows:
        parts += [Text(""), *table_lines(columns, rows, "bold")]
    if len(names) < len(table.reports):
        parts += [Text(""), wrapped_text(f"屏幕宽度有限，仅列最近{len(names)}份报告的数据。", width)]
    parts += [Text(""), wrapped_text("查看全部：加 -o 历年.xlsx 或 --json。", width, "dim")]
    return Group(*parts)


def _seen(series: Series) -> int:
    return sum(point is not None for point in series.points)
