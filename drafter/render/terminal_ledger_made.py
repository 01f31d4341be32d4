"""A ledger on the terminal: what it holds, whom it asks, and what people should look at before forms go out."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType

from drafter.model.ledger import STATUSES, Ledger, Row
from drafter.render.terminal_columns import wrapped_text
from drafter.text.quotes import quoted

_SHOWN = 8  # names of figures in a line


def render_ledger(ledger: Ledger, before: Ledger | None, width: int = 100) -> RenderableType:
    """The ledger that was made; where there was one `before`, what came and went since."""
    counts = Counter(row.status for row in ledger.rows)
    told = "、".join(f"{word}{counts[status]}项" for status, word in STATUSES.items() if counts[status])
    years = sorted({value.year for row in ledger.rows for value in row.values})
    span = f"{years[0]}—{years[-1]}年" if years[1:] else f"{years[0]}年" if years else "无"
    lines = [
        f"{ledger.issuer}指标台账：收集{ledger.year}年度数据，指标{len(ledger.rows)}项（{told}），数据年份{span}，"
        f"上年安排和问题{sum(matter.year == ledger.year - 1 for matter in ledger.matters)}项。"
    ]
    lines += _since(ledger, before) if before else []
    asked = [row for row in ledger.rows if row.is_asked]
    lines += [_by_department(asked)] if asked else []
    if nobody := [row for row in asked if not row.departments]:
        lines.append(f"未能推定责任单位{len(nobody)}项，请在台账中填写：{_names(nobody)}。")
    lines.append("责任单位多为推定，见“归口依据”列，请核对后再下发报送表。")
    return Group(*(wrapped_text(line, width) for line in lines))


def _since(ledger: Ledger, before: Ledger) -> list[str]:
    """What an update brought."""
    known = {row.id: row for row in before.rows}
    came = [row for row in ledger.rows if row.id not in known]
    went = [row for row in ledger.rows if row.status == "gone" and row.id in known and known[row.id].status != "gone"]
    lines = [f"新增指标{len(came)}项：{_names(came)}。"] if came else []
    return lines + (
        [f"{ledger.year - 1}年度报告未见、改列停用{len(went)}项：{_names(went)}。请核对是否确不再报告。"] if went else []
    )


def _by_department(rows: Sequence[Row]) -> str:
    counts = Counter(name for row in rows for name in row.departments)
    return f"拟下发：{'，'.join(f'{name}{n}项' for name, n in counts.most_common())}。"


def _names(rows: Sequence[Row]) -> str:
    shown = "、".join(quoted(row.label, 24) for row in rows[:_SHOWN])
    return f"{shown}等" if len(rows) > _SHOWN else shown
