"""The figures of three reports and more, in the words of every renderer."""

from collections import Counter

from drafter.model.change import SeriesTable


def series_columns(table: SeriesTable) -> tuple[str, ...]:
    """A head for each report: its year, or where years are missing or repeat, its place in the row."""
    years = [f"{info.year}年度" if info.year is not None else "" for info in table.reports]
    times = Counter(years)
    return tuple(name if name and times[name] == 1 else f"第{at}份{name}" for at, name in enumerate(years, 1))


def series_headline(table: SeriesTable) -> str:
    """共4份报告、数据180项：各份都有的42项，见于两份以上的96项，只见于一份的84项。"""
    seen = [sum(point is not None for point in row.points) for row in table.series]
    whole = sum(n == len(table.reports) for n in seen)
    several, single = sum(n > 1 for n in seen), sum(n == 1 for n in seen)
    return (
        f"共{len(table.reports)}份报告、数据{len(seen)}项：各份都有的{whole}项，见于两份以上的{several}项，只见于一份的{single}项。"
        "对应关系存疑的未列在一行。"
    )
