"""Whatever people do to the cells and rows of a form, nothing raises, and all that they typed is in the ledger or in a query."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cityledger import ledger
from formmakers import apart, at, form_book, sheet_of
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger.amounts import read_amount
from drafter.ledger.collecting import collect
from drafter.ledger.returned import read_return
from drafter.ledger.sheets import shown
from drafter.model.errors import DrafterError
from drafter.model.ledger import Collected, Ledger, Return

LEDGER: Ledger = ledger()
FIRST, ROWS, FRESH = 5, 6, 8  # where the figures begin, how many there are, and how many blank rows follow the band
TYPE: tuple[Callable[[int], object], ...] = (
    lambda n: n, lambda n: n / 10, lambda n: -n, lambda n: n * 10**12, lambda n: n / 10**9, lambda n: f"{n}件", lambda n: f"  {n}　人 ",
    lambda n: f"{n:,}", lambda n: f"约{n}", lambda n: f"{n}余", lambda n: f"{n}以上", lambda n: f"{n}万", lambda n: f"{n}—{n + 9}",
    lambda n: f"{n}、{n + 1}", lambda n: f"无（{n}）", lambda n: f"0{n}", lambda n: f"{n}％", lambda n: f"第{n}位", lambda n: f"下降{n}%",
    lambda n: f"（{n}）", lambda n: f"{n}/{n}", lambda n: f"{n}e5", lambda n: f"{n}.{n}.1", lambda n: f"{n}\n{n}", lambda n: f"<{n}&>" * 40,
    lambda n: f"【待填：{n}】", lambda n: f"\u200b{n}", lambda n: f"填报人{n}", lambda n: f"2026年{n}", lambda n: date(2027, 1, n % 28 + 1),
    lambda n: "#DIV/0!", lambda n: True, lambda n: "编号", lambda n: "schema", lambda n: "f-0a1b2c05", lambda n: "",
)  # fmt: skip
HEADS = ("2026年数", "2026年数", "统计期间", "上年数更正", "变动原因", "口径", "计量单位", "指标名称", "2025年数")
EDITS = st.tuples(
    st.integers(FIRST, FIRST + ROWS + FRESH), st.sampled_from(HEADS), st.sampled_from(TYPE), st.integers(1001, 9999)
)
MOVES = st.tuples(st.sampled_from(("swap", "delete", "insert", "beside")), st.integers(0, ROWS - 1), st.integers(0, ROWS - 1))


def moved(sheet: Worksheet, what: str, one: int, other: int) -> None:
    """Rows as people move them about, and columns of their own."""
    apart(sheet)
    if what == "delete":
        sheet.delete_rows(FIRST + one)
    elif what == "insert":
        sheet.insert_rows(FIRST + one)
    elif what == "beside":
        sheet.cell(FIRST + one, sheet.max_column + 1, f"旁注{one}{other}")
    else:
        for column in range(1, sheet.max_column + 1):
            first, second = (sheet.cell(FIRST + n, column) for n in (one, other))
            first.value, second.value = second.value, first.value


def texts(sheet: Worksheet) -> dict[str, str]:
    """What stands in the cells below the heads."""
    found = (cell for row in sheet.iter_rows(min_row=FIRST) for cell in row if cell.value is not None)
    return {cell.coordinate: text for cell in found if (text := shown(cell.value, cell.number_format))}


def is_told(text: str, place: str, back: Return, made: Collected) -> bool:
    """In the ledger as typed or as the number that it is, in the foot, or in a query by its words or its place."""
    said = [f"{query.message} {query.place}" for query in made.queries]
    if any(" ".join(text.split()) in " ".join(one.split()) or place in one for one in said):
        return True
    if any(query.place and not query.taken and _line(query.place) == _line(place) for query in made.queries):
        return True  # the whole line is asked for
    if text in (back.person, back.checker, back.phone, back.date) or any(text in query.message for query in made.queries):
        return True
    for row in made.ledger.rows:
        amount = read_amount(text, row.unit)
        if amount and amount.number is not None and any(f"{amount.number:g}{row.unit}" in one for one in said):
            return True  # 1,001 told as 1001场次
        for value in row.values:
            if " ".join(text.split()) in f"{value.text} {value.note} {row.label} {row.unit} {row.definition}":
                return True
            if amount and amount.number is not None and (amount.number, amount.about) == (value.number, value.about):
                return True
    return False


def _line(place: str) -> str:
    return place.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@settings(max_examples=25, deadline=None)
@given(st.lists(EDITS, max_size=6), st.lists(MOVES, max_size=2))
def test_nothing_raises_and_nothing_that_was_typed_is_lost(
    edits: list[tuple[int, str, Callable[[int], object], int]], moves: list[tuple[str, int, int]]
) -> None:
    book = form_book(LEDGER)
    sheet = sheet_of(book)
    before = set(texts(sheet).values())
    band = FIRST + ROWS
    for row, head, typed, n in edits:
        if row != band:
            cell = sheet.cell(row, at(sheet, head))
            cell.value = typed(n)  # type: ignore[assignment]
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    for what, one, other in moves:
        moved(sheet, what, one, other)
    now = {place: text for place, text in texts(sheet).items() if text not in before}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        book.save(path)
        try:
            back = read_return(path)
        except DrafterError:
            return
    made = collect(LEDGER, [back])
    assert not [(place, text) for place, text in now.items() if not is_told(text, f"数据!{place}", back, made)]


def test_every_value_in_a_blank_row_without_a_name_is_told_with_its_place() -> None:
    book = form_book(LEDGER)
    sheet = sheet_of(book)
    rows = range(FIRST + ROWS + 1, FIRST + ROWS + 7)
    for row in rows:
        sheet.cell(row, at(sheet, "2026年数")).value = 1000 + row
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        book.save(path)
        told = "".join(query.message for query in collect(LEDGER, [read_return(path)]).queries)
    assert all(f"“{1000 + row}”" in told for row in rows)
