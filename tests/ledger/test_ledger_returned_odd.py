"""Forms back: what is no form, how columns are named, and what holds of every form."""

import io
import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cityledger import ISSUER, JUSTICE, ledger, row, value
from formmakers import at, form_book, move_rows, sent_back, sheet_of
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from drafter.ledger.forms import forms
from drafter.ledger.returned import read_return
from drafter.ledger.returned.heads import FIGURE_HEADINGS, MATTER_HEADINGS, Heading
from drafter.ledger.sheets import shown
from drafter.model.errors import UnreadableInput


def _plain_workbook() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for n, text in enumerate(("序号", "指标名称", "计量单位", "本年数"), 1):
        sheet.cell(1, n).value = text
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _of_another_version() -> bytes:
    book = form_book()
    sheet_of(book, "drafter")["B1"].value = "drafter.form/9"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _without_heads() -> bytes:
    book = form_book()
    for cell in sheet_of(book)[4]:
        cell.value = None
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = dict(forms(ledger(), "first"))[f"{JUSTICE}.xlsx"]


def _broken_inside() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(made, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, data[: len(data) // 2] if name.startswith("xl/worksheets") else data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [(OLE, "旧版 .xls"), (OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"), (b"", "不是 .xlsx 工作簿"),
     (GOOD[:5000], "不是 .xlsx 工作簿"), (_broken_inside(), "不是 .xlsx 工作簿"), (_plain_workbook(), "不是 drafter 发出的报送表"),
     (_of_another_version(), "格式版本与本程序不符"), (_without_heads(), "找不到数据表的表头")],
    ids=["xls", "locked", "empty", "cut", "cut inside", "not ours", "another version", "no heads"],
)  # fmt: skip
def test_what_is_no_form_is_refused_in_one_line_with_its_name(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "市财政局.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput) as error:
        read_return(path)
    assert said in str(error.value)
    assert "市财政局.xlsx" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="无法打开文件"):
        read_return(tmp_path / "没有.xlsx")


@pytest.mark.parametrize("heading", [*FIGURE_HEADINGS, *MATTER_HEADINGS], ids=lambda h: f"{h.key}-{h.seen[0]}")
def test_every_way_to_name_a_column_has_examples_that_fit(heading: Heading) -> None:
    assert heading.seen
    family = FIGURE_HEADINGS if heading in FIGURE_HEADINGS else MATTER_HEADINGS
    for text in heading.seen:
        assert next(h.key for h in family if h.names.fullmatch(text)) == heading.key


@pytest.mark.parametrize("text", ["填报单位", "备注", "合计", "数据来源", "市司法局"])
def test_other_words_name_no_column(text: str) -> None:
    assert [h.key for h in (*FIGURE_HEADINGS, *MATTER_HEADINGS) if h.names.fullmatch(text)] == []


def test_a_form_of_fifty_figures_is_read_in_a_blink(tmp_path: Path) -> None:
    rows = [row(f"f-{n:08x}", f"指标{n}", "件", value(n, f"{n}件")) for n in range(50)]
    path = tmp_path / "form.xlsx"
    path.write_bytes(dict(forms(ledger(*rows), "first"))[f"{JUSTICE}.xlsx"])
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        read_return(path)
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.1  # 0.02 s where nothing else runs


LABELS = st.text("案件人次复议调解率数甲乙丙=+-@'\"&<abc12 （）", min_size=1, max_size=12).map(str.strip).filter(bool)
TYPED = st.one_of(
    st.integers(-(10**6), 10**9), st.floats(-1e6, 1e9, allow_nan=False).map(lambda x: round(x, 4)),
    st.text("约余万件0123456789.%=+-@无/ ", min_size=1, max_size=8), st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)  # fmt: skip

LAST = st.floats(-1e9, 1e12).map(lambda number: value(number, f"{number}件", about="约" if number > 10**6 else ""))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_was_filled_in_is_what_is_read_whatever_the_order_of_rows(data: st.DataObject) -> None:
    labels = data.draw(st.lists(LABELS, min_size=1, max_size=7))
    rows = [
        row(f"f-{n:08x}", label, data.draw(st.sampled_from(["件", "%", "万件"])), *data.draw(st.lists(LAST, max_size=1)))
        for n, label in enumerate(labels)
    ]
    typed = data.draw(st.lists(TYPED, min_size=len(rows), max_size=len(rows)))
    book = form_book(replace(ledger(*rows), issuer=ISSUER), data.draw(st.sampled_from(["first", "final"])))
    sheet = sheet_of(book)
    for n, what in enumerate(typed, 5):
        cell = sheet.cell(n, at(sheet, "2026年数"))
        cell.value = what
        if isinstance(what, str):
            cell.data_type = "s"
    move_rows(sheet, data.draw(st.permutations(range(5, 5 + len(rows)))))
    with TemporaryDirectory() as folder:
        made = sent_back(book, Path(folder))
    expected = {f"f-{n:08x}": shown(what) if what is not None else "" for n, what in enumerate(typed)}
    assert {entry.row: entry.value for entry in made.entries} == expected
    assert set(made.remarks) <= {"行的次序有变动"}
