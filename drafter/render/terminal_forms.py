"""The forms that were made, on the terminal: whom they ask for what, and what went to nobody."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table

from drafter.model.ledger import ROUNDS, FormsOut
from drafter.render.terminal_columns import wrapped_text
from drafter.text.quotes import quoted

_NAMED = 5


def render_forms(made: FormsOut, width: int = 100) -> RenderableType:
    """A line for each department; then what has none."""
    figures, matters = sum(form[2] for form in made.forms), sum(form[3] for form in made.forms)
    head = f"数据报送表（{ROUNDS[made.round]}）{len(made.forms)}份，列指标{figures}项次、上年安排和问题{matters}项次。"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("责任单位", "文件"):
        table.add_column(name, overflow="fold")
    for name in ("指标", "安排和问题"):
        table.add_column(name, justify="right")
    for department, file, rows, texts in made.forms:
        table.add_row(department, file, str(rows), str(texts))
    return Group(wrapped_text(head, width), table, *_nobody(made, width))


def _nobody(made: FormsOut, width: int) -> list[RenderableType]:
    told = [
        (count, names, what) for names, what in ((made.rows, "指标"), (made.matters, "上年安排和问题")) if (count := len(names))
    ]
    if not told:
        return []
    said = "；".join(f"{what}{count}项（{_named(names)}）" for count, names, what in told)
    return [wrapped_text(f"未下发：{said}。台账中没有填写责任单位，请填写“责任单位”列后重新生成。", width, "yellow")]


def _named(names: Sequence[str]) -> str:
    return "、".join(quoted(name, 24) for name in names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
