"""A draft filled from the ledger, on the terminal: what was filled and changed, what was left alone, what is still to come."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType

from drafter.model.draft import Filling, FillKind, LedgerFill
from drafter.render.terminal_columns import wrapped_text
from drafter.render.terminal_draft import contradiction_lines
from drafter.text.quotes import quoted


@dataclass(frozen=True, slots=True)
class Told:
    """How the places of one kind are told: the head, with their number, and the line of each."""

    head: str
    line: str
    style: str = ""


# In the order in which people look at them.
_ROWS: dict[FillKind, Told] = {
    "filled": Told("按指标台账填入{}处：", "{label}：{text}（{source}）", "cyan"),
    "computed": Told("按已填数据算出并填入{}处，请核对：", "{label}：{text}（{source}）", "cyan"),
    "changed": Told("以修订方式改为最新报送数{}处：", "{label}：{old} → {text}（原：{old_source}；现：{source}）", "cyan"),
    "newer": Told("台账已有新数、稿中仍为此前填入的{}处，加 --update 可以修订方式更新：", "{label}：稿中{old}，台账最新为{text}（{source}）", "yellow"),
    "differs": Told("人工填写、与台账不一致的{}处，未作改动，请核实：", "{label}：正文为{old}，台账最新报送为{text}（{source}）{was}", "yellow"),
    "pending": Told("未作改动的{}处，所在段落有未处理的修订或不能单独改动，请先处理修订或手工更新：", "{label}：稿中{old}，台账最新为{text}（{source}）", "yellow"),
    "hand": Told("报送内容不能直接套用上年表述、须人工填写的{}处：", "{label}：{text}（{source}）", "yellow"),
    "beside": Told("报送文字以批注列出{}条：", "{label}：{text}（{source}）"),
    "again": Told("报送文字有变化、已另加批注{}条：", "{label}：{text}（{source}）", "yellow"),
    "unplaced": Told("稿中没有对应之处的报送文字{}条：", "{label}：{text}（{source}）", "yellow"),
}  # fmt: skip
_SHOWN = 60  # characters of a department's text


def render_ledger_fill(made: LedgerFill, width: int = 100) -> RenderableType:
    """Every place by what became of it, then the figures that nobody has sent, by department, and what stays for people."""
    parts: list[RenderableType] = []
    for kind, told in _ROWS.items():
        held = [filling for filling in made.fillings if filling.kind == kind]
        if held:
            parts.append(wrapped_text(told.head.format(len(held)), width))
            parts += [wrapped_text(f"  {_line(told, filling)}", width, told.style) for filling in held]
    if not made.touched:
        parts.append(wrapped_text("没有可填入或更新的内容，未生成新稿。", width))
    parts += contradiction_lines(made.status, width)
    parts += _missing([filling for filling in made.fillings if filling.kind == "missing"], width)
    return Group(*parts, *_by_hand(made, width))


def _line(told: Told, filling: Filling) -> str:
    text = quoted(filling.text, _SHOWN) if told is _ROWS["beside"] or told is _ROWS["again"] else filling.text
    was = f"，{filling.old_source}" if filling.old_source else ""
    return told.line.format(
        label=filling.label, text=text, source=filling.source, old=filling.old, old_source=filling.old_source, was=was
    )


def _missing(held: Sequence[Filling], width: int) -> list[RenderableType]:
    """The open figures for which the ledger has no value, and who has still to send how many."""
    if not held:
        return []
    counts = Counter(filling.department or "未定责任单位" for filling in held)
    told = "，".join(f"{name}{n}处" for name, n in counts.most_common())
    lines = [f"台账尚无数据{len(held)}处（{told}）："]
    lines += [f"  {filling.label}{f'（{filling.department}）' if filling.department else ''}" for filling in held]
    return [wrapped_text(line, width) for line in lines]


def _by_hand(made: LedgerFill, width: int) -> list[RenderableType]:
    """How much is left that no ledger can fill."""
    open_slots = Counter(slot.kind for slot in made.status.slots if slot.state == "open")
    other = sum(n for kind, n in open_slots.items() if kind not in ("text", "figure"))
    parts = (
        (open_slots["text"], "待写内容{}处"), (other, "姓名、日期、届次{}处"), (made.status.summary.get("unconfirmed", 0), "待确认沿用{}处")
    )  # fmt: skip
    told = "，".join(words.format(n) for n, words in parts if n)
    return [wrapped_text(f"其余须由人工完成：{told}。", width)] if told else []
