"""`drafter collect` over the forms of many departments, as a whole process.

    python bench/collecting.py

The ledger, the forms and what is typed into them are made beforehand, in a process of their own. One run each.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from drafting import DRAFT, seconds

COLLECTED = ((20, 50), (200, 50))
MAKE = """
import sys
from pathlib import Path
from openpyxl import load_workbook
from drafter import pipeline
from drafter.ledger.forms import forms
from drafter.model.ledger import Ledger, Row, Value

folder, departments, figures = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
(folder / "forms").mkdir()
rows = tuple(
    Row(
        id=f"f-{one}-{number}", label=f"第{number}类事项办理", unit="件", departments=(f"市第{one}局",), last=f"{100 + number}件",
        values=(Value(year=2025, round="report", number=100 + number, text=f"{100 + number}件"),),
    )
    for one in range(departments) for number in range(figures)
)
ledger = Ledger(issuer="澄江市人民政府", year=2026, rows=rows)
pipeline.write_new_ledger(ledger, folder / "L.xlsx")
for name, data in forms(ledger, "first", "2027-01-15"):
    (folder / "forms" / name).write_bytes(data)
for path in (folder / "forms").iterdir():
    book = load_workbook(path)
    heads = next(row for row in book["数据"].iter_rows() if any(cell.value == "指标名称" for cell in row))
    names = {str(cell.value): cell.column - 1 for cell in heads}
    for row in book["数据"].iter_rows(min_row=heads[0].row + 1):
        if str(row[names["编号"]].value).startswith("f-"):
            row[names["2026年数"]].value = 105 + row[0].row
    book.save(path)
"""


def table() -> list[tuple[str, ...]]:
    """A row for each size: forms, figures, the time of the whole command."""
    rows = [("drafter collect", "figures in all", "whole process", "a form")]
    for departments, figures in COLLECTED:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = [sys.executable, "-c", MAKE, str(folder), str(departments), str(figures)]
            subprocess.run(made, check=True, capture_output=True)
            paths = [str(folder / "forms"), "--ledger", str(folder / "L.xlsx"), "-o", str(folder / "L2.xlsx")]
            took = seconds([sys.executable, "-c", DRAFT, "collect", *paths])
        size = f"{departments} forms of {figures} figures"
        rows.append((size, f"{departments * figures:,}", f"{took:.1f} s", f"{1000 * took / departments:.0f} ms"))
    return rows


def main() -> None:
    for row in table():
        print(" | ".join(row))


if __name__ == "__main__":
    main()
