"""Forms as an office sends them out, filled in as departments do: on disk, with openpyxl."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from drafter import pipeline
from drafter.ledger.forms import forms
from drafter.model.ledger import Ledger, Round

FOOT = {"填报人": "王某", "审核人": "李某", "填报日期": "2027-01-12"}


def sent_out(ledger: Ledger, folder: Path, code: Round = "first") -> tuple[Path, Path]:
    """The ledger's file and the folder of its forms, still empty."""
    path, returned = folder / "指标台账.xlsx", folder / "报回"
    returned.mkdir()
    pipeline.write_new_ledger(ledger, path)
    for name, data in forms(ledger, code, "2027-01-15"):
        (returned / name).write_bytes(data)
    return path, returned


def fill_in(path: Path, said: Mapping[str, object], foot: Mapping[str, str] = FOOT) -> None:
    """Type what is said of each figure, by its id, and sign the form."""
    book = load_workbook(path)
    sheet = book["数据"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "指标名称" for cell in row))
    columns = {str(cell.value): cell.column for cell in head}
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        key = row[columns["编号"] - 1].value
        if key in said:
            row[columns["2026年数"] - 1].value = said[key]
        places = [cell for cell in row if isinstance(cell, Cell)]  # without those that a merged one swallowed
        for cell, answer in pairwise(places):
            if cell.value in foot:
                answer.value = foot[cell.value]
    book.save(path)
