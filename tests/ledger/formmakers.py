"""Forms as people send them back: written, filled and mistreated by script."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cityledger import JUSTICE, ledger
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger.forms import forms
from drafter.ledger.returned import read_return
from drafter.model.ledger import Ledger, Return, Round

Change = Callable[[Workbook], object]
FOOT = {"填报人": "王某", "审核人": "李某", "联系电话": "0000-1234567", "填报日期": "2026年12月18日"}


def form_book(given: Ledger | None = None, round: Round = "first", department: str = JUSTICE) -> Workbook:
    """The form of a department, as a workbook to be filled."""
    return load_workbook(io.BytesIO(dict(forms(given or ledger(), round, "2026-12-20"))[f"{department}.xlsx"]))


def sheet_of(book: Workbook, name: str = "数据") -> Worksheet:
    """A sheet by its name."""
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def at(sheet: Worksheet, head: str) -> int:
    """The number of a column, by its head."""
    return next(cell.column for cell in sheet[4] if cell.value == head)


def line_of(sheet: Worksheet, label: str) -> int:
    """The number of the row in which a text stands."""
    return next(cell.row for cells in sheet.iter_rows() for cell in cells if cell.value == label)


def put(sheet: Worksheet, row: int, **cells: Any) -> None:
    """Cells of a row, by the heads of their columns (年数: this year's)."""
    for head, value in cells.items():
        sheet.cell(row, at(sheet, "2026年数" if head == "年数" else head)).value = value


def fill(book: Workbook, values: Mapping[str, Any]) -> None:
    """This year's figures by their labels, and the foot."""
    sheet = sheet_of(book)
    for label, value in values.items():
        put(sheet, line_of(sheet, label), 年数=value)
    for name, value in FOOT.items():
        row = line_of(sheet, name)
        sheet.cell(row, {"填报人": 3, "审核人": 5, "联系电话": 9, "填报日期": 3}[name]).value = value


def sent_back(book: Workbook, folder: Path, name: str = "市司法局.xlsx") -> Return:
    """The workbook saved and read."""
    path = folder / name
    book.save(path)
    return read_return(path)


def move_rows(sheet: Worksheet, order: list[int]) -> None:
    """The rows from the fifth on in another order, as somebody sorts them: what stands in the cells and how it is shown."""
    apart(sheet)
    rows = {n: [(cell.value, cell.data_type, cell.number_format) for cell in sheet[n]] for n in order}
    for target, source in zip(sorted(order), order, strict=True):
        for column, (value, kind, shown) in enumerate(rows[source], 1):
            cell = sheet.cell(target, column)
            cell.value, cell.number_format = value, shown
            cell.data_type = kind


def apart(sheet: Worksheet) -> None:
    """No merged cells from the fifth row on."""
    for merged in [area for area in sheet.merged_cells.ranges if area.min_row > 4]:
        sheet.unmerge_cells(str(merged))


def as_another_program(data: bytes) -> bytes:
    """The same workbook as other programs write it: no docProps, shared strings in pieces, attributes of their own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if not name.startswith("docProps/")}
    texts: list[str] = []

    def shared(hit: re.Match[str]) -> str:
        texts.append(hit[2])
        return f'<c {hit[1]} t="s" etc:note="1"><v>{len(texts) - 1}</v></c>'

    for name in [name for name in members if name.startswith("xl/worksheets/sheet")]:
        text = members[name].decode()
        text = re.sub(r'<c ([^>]*?) t="inlineStr"><is><t[^>]*>(.*?)</t></is></c>', shared, text, flags=re.DOTALL)
        text = text.replace("<worksheet ", '<worksheet xmlns:etc="http://www.example.cn/etCustomData" etc:v="9" ', 1)
        members[name] = re.sub(r"<dimension[^>]*/>", '<dimension ref="A1"/>', text).encode()
    pieces = "".join(
        f'<si><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">{t[:1]}</t></r><r><t xml:space="preserve">{t[1:]}</t></r></si>'
        if "&" not in t and len(t) > 1 else f'<si><t xml:space="preserve">{t}</t></si>' for t in texts
    )  # fmt: skip
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{pieces}</sst>'.encode()
    types, links = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    members[types] = re.sub(r"<Override[^>]*docProps[^>]*/>", "", members[types].decode()).replace("</Types>", part).encode()
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    members[links] = members[links].replace(
        b"</Relationships>", f'<Relationship Id="rIdX" Type="{link}" Target="sharedStrings.xml"/></Relationships>'.encode()
    )
    members["_rels/.rels"] = re.sub(rb"<Relationship [^>]*docProps[^>]*/>", b"", members["_rels/.rels"])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()
