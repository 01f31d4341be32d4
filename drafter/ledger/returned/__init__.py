"""A form as a department sent it back, whatever became of its rows, columns and sheets on the way."""

from pathlib import Path

from drafter.ledger.columns import ADDING, DEPARTMENTS, ID, LABEL
from drafter.ledger.forms import words
from drafter.ledger.grid import Grid, read_grids
from drafter.ledger.returned.heads import Table, figure_table, matter_table, year_of
from drafter.ledger.returned.remarks import Remarks
from drafter.ledger.returned.rows import entries_of
from drafter.ledger.returned.sent import Sent, altered_top, hidden_sheet, sent_of, visible_of
from drafter.ledger.returned.texts import matters_of
from drafter.model.errors import UnreadableInput
from drafter.model.ledger import MatterEntry, Return, Round, StoryKind
from drafter.text.dates import iso_date

_Texts = tuple[tuple[MatterEntry, ...], tuple[tuple[StoryKind, str], ...]]


def read_return(path: Path) -> Return:
    """What a form says. Raises UnreadableInput where the file is no workbook, is locked, or is no form of ours.

    What was changed in the form and could be read all the same is told in `remarks`. Where the hidden sheet is lost the
    issuer is the place that the title names (槿阳市). Cells are given as they read: 12件, 98.2%, 2027-01-15.
    """
    grids = read_grids(path)
    hidden = hidden_sheet(grids.sheets)
    sent = _sent(hidden, path) if hidden else Sent()
    shown = _in_order(tuple(grid for grid in grids.sheets if grid is not hidden and grid.rows))
    if hidden is None and any(set(row.values()) >= _LEDGER for grid in shown for row in grid.rows.values()):
        raise UnreadableInput("是指标台账，不是报送表", where=str(path), hint="请把台账移出报送表文件夹")
    table = next((found for grid in shown if (found := figure_table(grid, sent.year))), None)
    seen = visible_of(table.grid) if table else Sent()
    if table is None or not (sent.known or seen.year or _has_ids(table)):
        raise _no_form(path, known=sent.known)
    remarks = Remarks(list(altered_top(sent, seen) if sent.known else _TOLD_LOST))
    sent = sent if sent.known else seen
    remarks.told += ["有批注，未读取，请打开文件查看"] if grids.comments else []
    return _read(path, (table, shown), sent, remarks)


_LEDGER = {ID, LABEL, DEPARTMENTS, ADDING}  # heads that no form has
_TOLD_LOST = ("表内隐藏的核对信息已丢失，按表面内容读取",)


def _read(path: Path, found: tuple[Table, tuple[Grid, ...]], sent: Sent, remarks: Remarks) -> Return:
    table, shown = found
    year = sent.year or year_of(table)
    if year is None:
        raise _no_form(path, known=False)
    round = sent.round or _round_of(table)
    remarks.told += table.changes(words.figure_fields(round), year)
    entries, foot = entries_of(table, sent, remarks)
    matters, stories = _texts(table, shown, sent, remarks)
    return Return(
        path=str(path), issuer=sent.issuer, year=year, round=round, department=sent.department, due=sent.due,
        person=foot.get("person", ""), checker=foot.get("checker", ""), phone=foot.get("phone", ""),
        date=_date(foot.get("date", ""), remarks), entries=entries, matters=matters, stories=stories, remarks=remarks.all(),
    )  # fmt: skip


def _texts(table: Table, shown: tuple[Grid, ...], sent: Sent, remarks: Remarks) -> _Texts:
    others = [grid for grid in shown if grid is not table.grid]
    texts = next((found for grid in others if (found := matter_table(grid))), None)
    used = [grid for grid in (table.grid, texts.grid if texts else None) if grid]
    extra = [f"“{grid.name}”" for grid in others if grid not in used]
    remarks.told += [f"另有工作表{'、'.join(extra)}，未读取"] if extra else []
    if texts is None:
        remarks.told.append(f"找不到“{words.TEXTS}”表")
        return (), ()
    remarks.told += texts.changes(words.MATTER_FIELDS, 0)
    return matters_of(texts, sent, remarks)


def _sent(hidden: Grid, path: Path) -> Sent:
    if hidden.rows[1].get(2) != words.SCHEMA:
        fault = "报送表的格式版本与本程序不符"
        raise UnreadableInput(fault, where=str(path), hint="请用发出报送表的同一版本 drafter 读取")
    return sent_of(hidden)


def _in_order(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """Our own names first, then what people see, then what somebody hid."""
    return tuple(sorted(grids, key=lambda grid: (grid.name not in (words.FIGURES, words.TEXTS), not grid.visible)))


def _has_ids(table: Table) -> bool:
    return "id" in table.columns and year_of(table) is not None


def _round_of(table: Table) -> Round:
    """Only the final form shows what was returned before."""
    return "final" if "early" in table.columns else "first"


def _date(text: str, remarks: Remarks) -> str:
    found = iso_date(text)
    if text and not found:
        remarks.told.append(f"填报日期“{text}”不能识别")
    return found


def _no_form(path: Path, *, known: bool) -> UnreadableInput:
    if known:
        advice = "请恢复“指标名称”“计量单位”等表头后再读取"
        return UnreadableInput("报送表中找不到数据表的表头", where=str(path), hint=advice)
    return UnreadableInput("不是 drafter 发出的报送表", where=str(path), hint="请使用发出的报送表填报")
