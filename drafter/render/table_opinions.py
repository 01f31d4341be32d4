"""The 复核意见 that people wrote into a 对照表, read back: also after rows were sorted, columns moved, or another office saved it."""

import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table

from drafter.model.errors import UnreadableInput
from drafter.render.answers import Answer
from drafter.render.wording import OPINION

NUMBER = "序号"
ID = "编号"
PASSAGE = "段落"
_NAMED = re.compile("见表三第([0-9、]+)项")
_GONE = {qn("w:moveFrom"), qn("w:del")}


def named(numbers: Sequence[int]) -> str:
    """How a row of 表一 or 表二 names the rows of 表三 that ask about it: 见表三第3、11项."""
    return f"见表三第{'、'.join(map(str, numbers))}项"


def read_opinions(path: Path) -> tuple[tuple[str, str], ...]:
    """What people wrote into 复核意见 of 表三, as (id, opinion); empty ones left out. Raises UnreadableInput."""
    return tuple((a.ids[0], a.opinion) for a in read_answers(path) if a.own and a.opinion)


def read_answers(path: Path) -> tuple[Answer, ...]:
    """Every row with a 复核意见: those of 表三 by their 编号, others by the rows of 表三 that they name.

    Raises UnreadableInput where it is no Word file.
    """
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableInput("不是可读取的 .docx 文件", where=str(path), hint="请使用本工具生成的对照表") from error
    rows = [row for table in document.tables for row in _rows_of(table)]
    ids = {row[NUMBER]: row[ID] for row in rows if row.get(ID) and row.get(NUMBER)}
    held = {key for row in rows if row.get(ID) for key in _named_in(row, ids)}
    return tuple(_answer(row, ids, held) for row in rows)


def _answer(row: dict[str, str], ids: dict[str, str], held: Collection[str]) -> Answer:
    """What a row is about: a row of 表三 itself; a passage its own finding, and by itself all that it names; else what it names."""
    named_there = _named_in(row, ids)
    if row.get(ID):
        return Answer((row[ID],), row[OPINION], own=True, whole=named_there)
    if PASSAGE in row:
        return Answer(tuple(key for key in named_there if key not in held), row[OPINION], own=False, whole=named_there)
    return Answer(named_there, row[OPINION], own=False)


def _named_in(row: dict[str, str], ids: dict[str, str]) -> tuple[str, ...]:
    """The ids of the rows of 表三 that a row names."""
    others = "".join(text for name, text in row.items() if name != OPINION)
    numbers = [number for hit in _NAMED.findall(others) for number in hit.split("、")]
    return tuple(ids[number] for number in numbers if number in ids)


def _rows_of(table: Table) -> Iterator[dict[str, str]]:
    """The rows of a table that has 复核意见, by the names of their columns; the head may have been sorted among them."""
    rows = [[_text(cell._tc.iter(qn("w:t"))) for cell in row.cells] for row in table.rows]
    head = next((row for row in rows if OPINION in row), [])
    for row in rows:
        if head and row != head and len(row) == len(head):
            yield dict(zip(head, row, strict=True))


def _text(pieces: Iterable[object]) -> str:
    """The text of a cell, tracked insertions with it, what was moved away not; no blanks, for none of ours has any."""
    shown = (p.text or "" for p in pieces if not any(a.tag in _GONE for a in p.iterancestors()))  # type: ignore[attr-defined]
    return "".join("".join(shown).split())
