"""The forms that go out: who is asked for what, and one workbook per department."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.ledger.asked import asked_matters, asked_rows, departments_of, last_years
from drafter.ledger.forms.drawing import draw_figures, draw_hidden, draw_texts
from drafter.ledger.forms.page import Head
from drafter.ledger.sheets import new_book, saved
from drafter.model.ledger import Ledger, Matter, Round, Row

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
# Names that Windows keeps for its devices.
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_LONGEST = 60  # characters of a file name, so that three bytes each stay well under what file systems allow


@dataclass(frozen=True, slots=True)
class Asked:
    """What one department is asked for."""

    department: str
    rows: tuple[Row, ...]
    matters: tuple[Matter, ...]


def forms(ledger: Ledger, round: Round, due: str = "") -> Iterator[tuple[str, bytes]]:
    """(file name, .xlsx) for each department that is asked for something, in the order of the ledger.

    `due` is an ISO date or "". The same ledger gives the same bytes.
    """
    wanted = asked(ledger)
    for name, one in zip(file_names([one.department for one in wanted]), wanted, strict=True):
        yield name, form(ledger, one, round, due)


def form(ledger: Ledger, one: Asked, round: Round, due: str = "") -> bytes:
    """The form of one department."""
    head = Head(ledger.issuer, ledger.year, round, one.department, due)
    book = new_book()
    draw_figures(book, head, one.rows)
    draw_texts(book, head, one.matters)
    draw_hidden(book, head, one.rows, one.matters)
    return saved(book)


def asked(ledger: Ledger) -> tuple[Asked, ...]:
    """Every department with its figures and matters, in the order in which the ledger names them first."""
    return tuple(Asked(name, asked_rows(ledger, name), asked_matters(ledger, name)) for name in departments_of(ledger))


def unassigned(ledger: Ledger) -> tuple[tuple[Row, ...], tuple[Matter, ...]]:
    """What would be asked for if the ledger named a department for it."""
    rows = tuple(row for row in ledger.rows if row.is_asked and not row.departments)
    return rows, tuple(matter for matter in last_years(ledger) if not matter.departments)


def file_names(departments: list[str]) -> list[str]:
    """A file name for each, safe on every file system and no two alike there: 市司法局.xlsx, 市司法局（2）.xlsx."""
    taken: set[str] = set()
    return [_free(_safe(name), taken) for name in departments]


def _safe(name: str) -> str:
    kept = _UNSAFE.sub("_", unicodedata.normalize("NFC", name))[:_LONGEST].strip(" .") or "未命名"
    return f"_{kept}" if _DEVICE.fullmatch(kept) else kept


def _free(stem: str, taken: set[str]) -> str:
    """File systems that do not tell capitals apart must hold both."""
    found, number = stem, 1
    while found.casefold() in taken:
        number += 1
        found = f"{stem}（{number}）"
    taken.add(found.casefold())
    return f"{found}.xlsx"
