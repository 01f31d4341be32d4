"""The texts of a returned form: what was done about promises and problems, and the passages that were sent in."""

from collections.abc import Mapping

from drafter.ledger.columns import code_of
from drafter.ledger.forms import words
from drafter.ledger.returned.heads import Table
from drafter.ledger.returned.identified import is_id, known
from drafter.ledger.returned.remarks import Remarks
from drafter.ledger.returned.sent import Sent, foot_of
from drafter.model.ledger import STORIES, MatterEntry, StoryKind

_NUMBERS = "一二三四五六七八九十0123456789"


def matters_of(table: Table, sent: Sent, remarks: Remarks) -> tuple[tuple[MatterEntry, ...], tuple[tuple[StoryKind, str], ...]]:
    """What a sheet says of promises and problems, and the passages below them."""
    matters: list[MatterEntry] = []
    stories: list[tuple[StoryKind, str]] = []
    kind: StoryKind | None = None
    for at, row in table.grid.rows.items():
        if at <= table.head or any(text in (words.NEW_TEXTS, words.NO_MATTERS) for text in row.values()) or foot_of(row):
            continue
        if told := _story_of(table, row):
            column, kind = told
            text = _joined(row, column)
            stories += [(kind, text)] if text else []
        elif (made := _matter(table, at, sent)).matter or (kind is None and made.title):
            matters.append(made)
            remarks.told += _changes(made, table.cell(at, "id"), sent)
            remarks.note_cells(table, at)
            remarks.note_beside(table, at)
        elif kind is not None and (text := _joined(row, 0)) and not text.isdecimal():
            stories.append((kind, text))
            remarks.told.append(f"{table.grid.place(at, min(row))}所在行没有类别，按上一行的“{STORIES[kind]}”读取")
        else:
            remarks.note(table, at, [column for column, text in row.items() if not text.isdecimal()])
    remarks.note_order((made.matter for made in matters), sent.matters)
    return tuple(matters), tuple(stories)


def _story_of(table: Table, row: Mapping[int, str]) -> tuple[int, StoryKind] | None:
    """Where a row says that it is a passage, and of which kind; None for any other row."""
    places = [table.columns["kind"]] if "kind" in table.columns else sorted(row)
    kinds = ((column, code_of(STORIES, row.get(column, "").rstrip(_NUMBERS))) for column in places)
    return next(((column, kind) for column, kind in kinds if kind), None)


def _joined(row: Mapping[int, str], behind: int) -> str:
    return "\n".join(row[column] for column in sorted(row) if column > behind)


def _matter(table: Table, at: int, sent: Sent) -> MatterEntry:
    told = {key: table.cell(at, key) for key in ("title", "progress", "evidence", "reason")}
    id = table.cell(at, "id")
    if id not in sent.matters:
        same = [other for other, title in sent.matters.items() if known(title) == known(told["title"])]
        id = same[0] if len(same) == 1 else id if is_id(id) else ""
    return MatterEntry(matter=id, place=table.place(at, "progress"), **told)


def _changes(made: MatterEntry, id: str, sent: Sent) -> list[str]:
    """What speaks against the matter that went out."""
    told = []
    if made.matter and made.matter != id:
        told.append(f"{made.place}所在行的编号缺失或有误，按事项名称读取：{made.title}")
    was = sent.matters.get(made.matter)
    if was is not None and was.split() != made.title.split():
        told.append(f"事项“{was}”改为“{made.title}”（{made.place}所在行）")
    return told
