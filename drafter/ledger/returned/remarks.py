"""What is told of a returned form: rows taken out or sorted, cells merged, words beside the table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.ledger.returned.heads import Table

_NAMED = 5  # rows named in one remark
_BESIDE = 20  # cells beside the table named in one: each may be a value that belongs somewhere


@dataclass(slots=True)
class Remarks:
    """What was found changed, in the order in which it was found."""

    told: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def all(self) -> tuple[str, ...]:
        """Each once; what was written beside the table in one remark."""
        more = f"等{len(self.beside)}处" if len(self.beside) > _BESIDE else ""
        last = [f"表外写有内容，未读取：{'，'.join(self.beside[:_BESIDE])}{more}"] if self.beside else []
        return tuple(dict.fromkeys(self.told + last))

    def note(self, table: Table, row: int, columns: Iterable[int]) -> None:
        """That something is written in these columns of a row, which no field of the form takes."""
        for column in columns:
            text = table.grid.rows[row][column]
            self.beside.append(f"{table.grid.place(row, column)}“{text if len(text) <= 20 else text[:19] + '…'}”")

    def note_beside(self, table: Table, row: int) -> None:
        """What stands beside the columns of the table."""
        own = set(table.columns.values())
        self.note(table, row, [column for column in table.grid.rows[row] if column not in own])

    def note_cells(self, table: Table, row: int) -> None:
        """Cells of a row that are merged, or whose formula has no value."""
        grid, columns = table.grid, set(table.columns.values())
        for left, first, right, last in grid.merged:
            inside = [column for column in columns if left <= column <= right]
            if first <= row <= last and inside and (last > first or len(inside) > 1):
                area = f"{grid.place(first, left)}:{grid.place(last, right).removeprefix(grid.name)[1:]}"
                self.told.append(f"{area}为合并单元格，内容只计入首格，请核对")
        for column in sorted(columns):
            if grid.place(row, column).removeprefix(grid.name)[1:] in grid.uncomputed:
                self.told.append(f"{grid.place(row, column)}为公式，文件中没有计算结果，按空白读取")

    def note_order(self, ids: Iterable[str], sent: Mapping[str, str]) -> None:
        """Rows that were taken out, and whether the others stand in another order; `sent` is id → name as they went out."""
        present = [id for id in dict.fromkeys(ids) if id in sent]
        missing = [name for id, name in sent.items() if id not in present]
        if missing:
            self.told.append(f"缺少{len(missing)}行：{_named(missing)}")
        if present != [id for id in sent if id in present]:
            self.told.append("行的次序有变动")


def _named(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
