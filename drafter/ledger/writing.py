"""The ledger as a workbook, written: a new one, or into the workbook that people have worked in, where all that is theirs stays."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger import columns as c
from drafter.ledger.columns import own_id
from drafter.ledger.computing import kept, told
from drafter.ledger.sheets import (
    BODY,
    HEAD_ROWS,
    TITLE,
    Column,
    dress,
    find_heads,
    head,
    head_cell,
    new_book,
    page,
    put,
    saved,
    shown,
)  # fmt: skip
from drafter.model.ledger import ROUNDS, STATUSES, STORIES, Answer, Ledger, Matter, Row, Story, Value
from drafter.office.heights import height_of

Cell = str | float | None
# A line to write: what it is known by, and its cells by the heads of their columns.
Wanted = tuple[tuple[str, ...], dict[str, Cell]]
_HEAD = 2  # the row of heads in a new sheet; a line above says what it is
_LEGEND: tuple[tuple[str, str], ...] = (
    ("状态", "沿用：每年报送；一次性：某项活动的数据，不再下发；停用：不再报告；新增：部门提出，待确认后改为沿用"),
    ("汇总方式", "单报：由责任单位报送，列有多个单位的应一致；合计：各责任单位报送数相加；计算：由其他指标算出，不下发"),
    ("计算关系", "以指标名称写作 甲＋乙（合计）、甲÷乙（占比），修改时请同时清空“计算编号”"),
    ("同义名称", "同一指标的其他叫法，用顿号分开；比对、核对时视为同一指标"),
    ("责任单位", "可列多个，用顿号分开；“归口依据”说明推定的由来，请核对后使用"),
    ("增加指标", "在表末另起一行，编号留空"),
    ("可以修改", "淡黄色单元格及数值；可排序、筛选、增加列和工作表，更新时保留"),
)
_CHOICES: dict[str, tuple[str, ...]] = {
    c.STATUS: tuple(STATUSES.values()), c.ADDING: tuple(c.ADDINGS.values()), c.DIRECTION: tuple(filter(None, c.GOOD.values())),
}  # fmt: skip


def write_ledger(ledger: Ledger, out: Path, base: Path | None = None, extra: Callable[[Workbook], None] | None = None) -> None:
    """Write the ledger to `out`; into a copy of the workbook `base` where that is given, so that what people added there stays.

    `extra` may add sheets of its own. Whether `out` may be overwritten is for the caller to say.
    """
    book = load_workbook(io.BytesIO(base.read_bytes())) if base else new_book()
    _about(book, ledger)
    rows = {row.id: row for row in ledger.rows}
    years = _value_columns(ledger.rows)
    _lay(book, c.FIGURES, (*c.FIGURE_COLUMNS, *years), (c.ID,), [_figure(at, row, rows) for at, row in enumerate(ledger.rows, 1)])
    _lay(book, c.MATTER_SHEET, c.MATTER_COLUMNS, (c.ID,), [_matter(matter) for matter in ledger.matters])
    answered = [_answer(matter, answer) for matter in ledger.matters for answer in matter.answers]
    _lay(book, c.ANSWERS, c.ANSWER_COLUMNS, (c.ID, c.DEPARTMENT, c.YEAR, c.ROUND), answered)
    _lay(
        book, c.STORY_SHEET, c.STORY_COLUMNS, (c.DEPARTMENT, c.YEAR, c.ROUND, c.KIND, c.TEXT), [_story(s) for s in ledger.stories]
    )
    if extra:
        extra(book)
    out.write_bytes(saved(book))


def _about(book: Workbook, ledger: Ledger) -> None:
    """The first sheet: whose ledger, for which year, and what the words mean."""
    if c.ABOUT in book.sheetnames:
        for row in book[c.ABOUT].iter_rows(max_row=HEAD_ROWS, max_col=2):
            if shown(row[0].value) == "收集年度":
                put(row[1], ledger.year)
        return
    sheet = book.create_sheet(c.ABOUT)
    put(sheet.cell(1, 1), f"{ledger.issuer}法治政府建设指标台账")
    sheet.cell(1, 1).font = TITLE
    lines: list[tuple[str, Cell]] = [("发文机关", ledger.issuer), ("收集年度", ledger.year), *_LEGEND]
    for at, (name, value) in enumerate(lines, 3):
        for column, said in enumerate((name, value), 1):
            cell = sheet.cell(at, column)
            put(cell, said)
            dress(cell, Column("", align="left"))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 14, 100
    page(sheet, "1:1")


def _value_columns(rows: Iterable[Row]) -> list[Column]:
    """The columns of every source of values that any row has, in time; dates and notes only where there are any."""
    sources = {(v.year, v.round) for row in rows for v in row.values}
    said = {(v.year, v.round, part) for row in rows for v in row.values for part, cell in _parts(v).items() if cell}
    order = list(ROUNDS)
    return [
        Column(c.ValueHead(year, code, part).name, column.width, column.align, column.open, column.number_format)
        for year, code in sorted(sources, key=lambda source: (source[0], order.index(source[1])))
        for part, column in c.PARTS
        if not part or (year, code, part) in said
    ]


def _figure(at: int, row: Row, rows: Mapping[str, Row]) -> Wanted:
    cells: dict[str, Cell] = {
        c.ID: row.id, c.ORDER: at, c.LABEL: row.label, c.SYNONYMS: "、".join(row.synonyms), c.DEFINITION: row.definition, c.UNIT: row.unit,
        c.DEPARTMENTS: "、".join(row.departments), c.GUESS: row.guess, c.CONTACT: row.contact, c.STATUS: STATUSES[row.status],
        c.ADDING: c.ADDINGS[row.adding], c.SUM: told(row, rows), c.DIRECTION: c.GOOD[row.good], c.NOTE: row.note,
        c.PATH: "/".join(title.replace("/", "／") for title in row.path), c.LAST: row.last, c.SENTENCE: row.sentence, c.TERMS: kept(row),
        c.ALIASES: " ".join(row.aliases),
    }  # fmt: skip
    for value in row.values:
        cells |= _value(value)
    return (row.id,), cells


def _value(value: Value) -> dict[str, Cell]:
    return {c.ValueHead(value.year, value.round, part).name: cell for part, cell in _parts(value).items()}


def _parts(value: Value) -> dict[c.Part, Cell]:
    exact = value.number is not None and not value.about
    return {
        "": value.number if exact else value.text, "来源": value.source, "日期": value.date, "说明": value.note,
    }  # fmt: skip


def _matter(matter: Matter) -> Wanted:
    return (matter.id,), {
        c.ID: matter.id, c.KIND: c.MATTERS[matter.kind], c.YEAR: matter.year, c.TITLE: matter.title, c.TEXT: matter.text,
        c.DEPARTMENTS: "、".join(matter.departments), c.GUESS: matter.guess, c.ALIASES: " ".join(matter.aliases),
    }  # fmt: skip


def _answer(matter: Matter, answer: Answer) -> Wanted:
    rounds = ROUNDS[answer.round]
    return (matter.id, answer.department, str(answer.year), rounds), {
        c.ID: matter.id, c.TITLE: matter.title, c.DEPARTMENT: answer.department, c.YEAR: answer.year, c.ROUND: rounds,
        c.PROGRESS: answer.progress, c.EVIDENCE: answer.evidence, c.REASON: answer.reason, c.SOURCE: answer.source, c.DATE: answer.date,
    }  # fmt: skip


def _story(story: Story) -> Wanted:
    rounds, kind = ROUNDS[story.round], STORIES[story.kind]
    return (story.department, str(story.year), rounds, kind, story.text), {
        c.DEPARTMENT: story.department, c.YEAR: story.year, c.ROUND: rounds, c.KIND: kind, c.TEXT: story.text, c.SOURCE: story.source,
        c.DATE: story.date,
    }  # fmt: skip


def _lay(book: Workbook, name: str, columns: Sequence[Column], key: Sequence[str], lines: Sequence[Wanted]) -> None:
    """A sheet of these lines: cells that say something else are written anew, lines that are not there come at the end."""
    sheet, first, places = _sheet(book, name, columns)
    faces = {column.name: column for column in columns}
    rows = _known(sheet, first, places, key)
    if name in (c.ANSWERS, c.STORY_SHEET):
        _drop(sheet, rows, {known_by for known_by, _ in lines})
        rows = _known(sheet, first, places, key)
    end = max([first, *rows.values()]) + 1
    across = max([sheet.max_column, *places.values()])  # asked once: the sheet goes through all its cells to tell
    for known_by, cells in lines:
        at = rows.get(known_by)
        new = at is None
        if at is None:
            at, end = end, end + 1
        # a height that people gave a row stays
        fitted = new or sheet.row_dimensions[at].height == _height(sheet, at, across)
        for column, value in cells.items():
            if column not in places and not value:
                continue  # dates and notes that nobody has
            # A sheet may have columns of dates and notes from before, which no value has any more.
            _write(sheet, (at, places[column]), value, faces.get(column, Column(column)), new=new)
        if fitted:
            sheet.row_dimensions[at].height = _height(sheet, at, across)
    _finish(sheet, first, places, end - 1)


def _sheet(book: Workbook, name: str, columns: Sequence[Column]) -> tuple[Worksheet, int, dict[str, int]]:
    """The sheet, the row of its heads, and where each column stands; columns that are missing are added at the right."""
    if found := find_heads(book, c.TELLING[name], name):
        sheet, number, heads = found
        return sheet, number, _widened(sheet, number, heads, columns)
    sheet = book.create_sheet(name)
    head(sheet, _HEAD, columns)
    put(sheet.cell(1, 1), "内部工作材料")
    sheet.cell(1, 1).font = BODY
    sheet.freeze_panes = f"{get_column_letter(4)}{_HEAD + 1}"
    page(sheet, f"1:{_HEAD}")
    for at, column in enumerate(columns, 1):
        if column.name in c.FOLDED:
            sheet.column_dimensions[get_column_letter(at)].outlineLevel = 1
            sheet.column_dimensions[get_column_letter(at)].hidden = True
    return sheet, _HEAD, {column.name: at for at, column in enumerate(columns, 1)}


def _widened(sheet: Worksheet, number: int, heads: list[str], columns: Sequence[Column]) -> dict[str, int]:
    places = {name: at for at, name in reversed(list(enumerate(heads, 1))) if name}
    end = max(places.values())
    for column in columns:
        if column.name not in places:
            end += 1
            places[column.name] = end
            head_cell(sheet, (number, end), column)
    return places


def _known(sheet: Worksheet, first: int, places: Mapping[str, int], key: Sequence[str]) -> dict[tuple[str, ...], int]:
    """The rows that stand there by what they are known by; a figure that people added without a number, by its other cells."""
    found = {}
    for number, cells in enumerate(sheet.iter_rows(min_row=first + 1, values_only=True), first + 1):
        said = {name: shown(cells[at - 1]) if at <= len(cells) else "" for name, at in places.items()}
        if any(said.values()):
            known_by = tuple(said[name] for name in key)
            found[known_by if any(known_by) else (own_id(said),)] = number
    return found


def _drop(sheet: Worksheet, rows: Mapping[tuple[str, ...], int], wanted: set[tuple[str, ...]]) -> None:
    """Lines that a later return has replaced."""
    for number in sorted((at for known_by, at in rows.items() if known_by not in wanted), reverse=True):
        sheet.delete_rows(number)


def _write(sheet: Worksheet, place: tuple[int, int], value: Cell, column: Column, *, new: bool) -> None:
    cell = sheet.cell(*place)
    if new or (cell.value is None and value not in (None, "") and not cell.has_style):
        dress(cell, column)
    said = shown(cell.value, cell.number_format)
    if isinstance(value, float) and said.endswith("%"):
        if said[:-1] == shown(value):
            return  # 98.2% as people format it
        cell.number_format = column.number_format
    if said != shown(value):
        put(cell, value)


def _height(sheet: Worksheet, row: int, across: int) -> float:
    """How tall a row must be in the widths that people gave its columns; what is folded away asks for nothing."""
    columns = ((at, sheet.column_dimensions[get_column_letter(at)]) for at in range(1, across + 1))
    return height_of((sheet.cell(row, at).value, column.width) for at, column in columns if not column.hidden)


def _finish(sheet: Worksheet, first: int, places: Mapping[str, int], last: int) -> None:
    """Filters over all of it, and lists to choose from."""
    sheet.auto_filter.ref = f"A{first}:{get_column_letter(max(places.values()))}{max(first, last)}"
    if sheet.data_validations.dataValidation:
        return
    for name, words in _CHOICES.items():
        if name in places:
            rule = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
            rule.error, rule.errorTitle = f"可填：{'、'.join(words)}", name
            letter = get_column_letter(places[name])
            rule.add(f"{letter}{first + 1}:{letter}{last + 500}")
            sheet.add_data_validation(rule)
