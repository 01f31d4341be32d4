"""The figures of a returned form, and its foot."""

from collections.abc import Mapping

from drafter.ledger.forms import words
from drafter.ledger.returned.heads import Table
from drafter.ledger.returned.identified import called, identified, is_id, known, named
from drafter.ledger.returned.remarks import Remarks
from drafter.ledger.returned.sent import Sent, foot_of, is_seal
from drafter.model.ledger import Entry


def entries_of(table: Table, sent: Sent, remarks: Remarks) -> tuple[tuple[Entry, ...], dict[str, str]]:
    """Every figure of a table, and what its foot says. Below the foot only rows that were asked for are figures."""
    rows: list[int] = []
    found: list[Entry] = []
    foot: dict[str, str] = {}
    names = named(sent)
    for at, row in table.grid.rows.items():
        entry = _entry(table, at)
        asked = entry.row in sent.figures or is_id(entry.row) or (known(entry.label), known(entry.unit)) in names
        here = {} if asked else foot_of(row)
        foot.update({name: text for name, text in here.items() if text or name not in foot})
        if here:
            remarks.note_beside(table, at)
        if at <= table.head or here or (not asked and _is_ours(table, at, row)):
            continue
        if asked or (entry.label and not foot):
            rows.append(at)
            found.append(entry)
            remarks.note_beside(table, at)
        else:
            remarks.note(table, at, row)
    made, told = identified(found, sent)
    remarks.told += told
    for at, entry in zip(rows, made, strict=True):
        remarks.told += _changes(entry, sent)
        remarks.note_cells(table, at)
    remarks.note_order((entry.row for entry in made), {id: label for id, (label, _, _) in sent.figures.items()})
    return tuple(made), foot


def _entry(table: Table, at: int) -> Entry:
    told = {key: table.cell(at, key) for key in ("label", "unit", "value", "definition", "period", "corrected", "reason", "last")}
    definition = told["definition"].removesuffix(words.SHARED)
    told["definition"] = "" if definition.startswith(words.QUOTED) else definition
    return Entry(row=table.cell(at, "id"), place=table.place(at, "value"), **told)


def _is_ours(table: Table, at: int, row: Mapping[int, str]) -> bool:
    """Whether a row is part of the form and no figure: the band, the stamp, the heads copied into the table once more."""
    if words.NEW_FIGURES in row.values() or (len(row) <= 2 and any(is_seal(text) for text in row.values())):
        return True
    return table.cell(at, "label") == table.cell(table.head, "label") and table.cell(at, "value") == table.cell(
        table.head, "value"
    )


def _changes(entry: Entry, sent: Sent) -> list[str]:
    """What now stands in the locked cells of a row that did not go out so."""
    if entry.row not in sent.figures:
        return [f"{entry.place}所在行（{entry.label}）不是发给本单位的指标"] if sent.known and entry.row else []
    now = (entry.label, entry.unit, entry.last)
    return [
        f"{called(entry.row, sent)}的{name}由“{was}”改为“{is_now}”（{entry.place}所在行）"
        for name, was, is_now in zip(("指标名称", "计量单位", "上年数"), sent.figures[entry.row], now, strict=True)
        if was.split() != is_now.split()
    ]
