"""What was collected, on the terminal: the counts, then what there is to ask, a department at a time."""

from itertools import groupby

from rich.console import Group, RenderableType

from drafter.model.finding import LEVELS
from drafter.model.ledger import Collected, Query
from drafter.render.terminal_columns import LEVEL_STYLE, titled, wrapped_text

_SCREEN = 40  # queries that a screen holds; the sheet has them all
OWN = "汇总单位"  # whom a query is for that names no department


def render_collected(made: Collected, width: int = 100) -> RenderableType:
    """The summary line and the queries, those that must be settled first; what a screen does not hold is in the sheet."""
    shown = made.queries[:_SCREEN]
    parts: list[RenderableType] = [wrapped_text(summary_line(made), width)]
    for department, group in _by_department(shown):
        parts.append(titled(department or OWN))
        parts += [_line(query, width) for query in group]
    if len(made.queries) > _SCREEN:
        parts.append(wrapped_text(f"…其余{len(made.queries) - _SCREEN}条见核对清单。", width))
    return Group(*parts)


def summary_line(made: Collected) -> str:
    """读取报送表12份，入账数据230项、文字31条；待核对45条：必改3条，请核实30条，供参考12条。"""
    said = made.summary
    new = f"（新增指标{said['new']}项）" if said["new"] else ""
    head = f"读取报送表{said['forms']}份，入账数据{said['values']}项{new}、文字{said['texts']}条"
    levels = "，".join(f"{name}{said[level]}条" for level, name in LEVELS.items() if said[level])
    return f"{head}；待核对{len(made.queries)}条{f'：{levels}' if levels else ''}。"


def _by_department(queries: tuple[Query, ...]) -> list[tuple[str, list[Query]]]:
    """The departments in the order in which they come up, each with its queries, worst first; the office itself last."""
    order = list(dict.fromkeys(query.department for query in queries))
    ordered = sorted(queries, key=lambda query: (not query.department, order.index(query.department)))
    return [(department, list(group)) for department, group in groupby(ordered, key=lambda query: query.department)]


def _line(query: Query, width: int) -> RenderableType:
    place = " ".join(filter(None, (query.file, query.place)))
    tail = f"（{place}）" if place and place not in query.message else ""
    return wrapped_text(f"{LEVELS[query.level]}  {query.message}{tail}", width, LEVEL_STYLE[query.level])
