"""The sheets of a form: figures, texts, and what the machine must know to read it back."""

import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill, Protection
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from drafter.ledger import sheets
from drafter.ledger.columns import MATTERS
from drafter.ledger.forms import words
from drafter.ledger.forms.page import HEADS, Head, across, band, line, new_sheet, top
from drafter.ledger.forms.values import is_shared, may_fall, shown_in_cell
from drafter.ledger.history import last_value, value_of
from drafter.ledger.sheets import Column, put, shown
from drafter.model.ledger import STORIES, Matter, Row

_BLANK_ROWS, _STORIES_EACH = 8, 3
_TEXT_HEIGHT = 48.0
_ASK_WHY = PatternFill("solid", bgColor="FFF8CBAD")  # of a conditional format the background is what shows
_LARGEST = 10**15  # what a cell holds exactly
_QUOTED = 60  # characters of last year's sentence
# The foot: row, columns of the name, columns to fill (0: to the end of the table).
_FOOT_PLACES = ((0, (1, 2), (3, 3)), (0, (4, 4), (5, 7)), (0, (8, 8), (9, 0)), (1, (1, 2), (3, 3)))


def draw_figures(book: Workbook, head: Head, rows: Sequence[Row]) -> None:
    """The sheet to print, fill and stamp."""
    fields = words.figure_fields(head.round)
    asked, fresh = ([field.column(head.year, fresh=blank) for field in fields] for blank in (False, True))
    sheet = new_sheet(book, words.FIGURES)
    top(sheet, head, words.title_of(head.issuer, head.year, head.round), _figure_advice(head), asked)
    first = HEADS + 1
    for at, row in enumerate(rows, first):
        told = _figure_cells(row, at - HEADS)
        line(sheet, at, asked, [told.get(field.key, "") for field in fields])
        _as_numbers(sheet, at, fields, row, head)
    _validate(sheet, fields, [(at, may_fall(row)) for at, row in enumerate(rows, first)])
    at = first + len(rows)
    _ask_why(sheet, fields, [n for n, row in enumerate(rows, first) if not is_shared(row)])
    band(sheet, at, words.NEW_FIGURES, len(fields))
    for blank in range(at + 1, at + 1 + _BLANK_ROWS):
        line(sheet, blank, fresh, [""] * len(fields))
    _foot(sheet, at + 1 + _BLANK_ROWS, len(fields))


def _figure_cells(row: Row, number: int) -> dict[str, str | float]:
    quoted = f"{words.QUOTED}{_shortened(row.sentence, row.last)}" if row.sentence else ""
    definition = (row.definition or quoted) + (words.SHARED if is_shared(row) else "")
    return {"id": row.id, "number": number, "label": row.label, "definition": definition, "unit": row.unit}


def _shortened(sentence: str, last: str) -> str:
    """Last year's sentence with the figure `last` in it: what stands too far before or behind it is left out, by clauses before it."""
    text = " ".join(sentence.split()).rstrip("；;，,")
    if len(text) <= _QUOTED:
        return text
    found = re.search(rf"(?<![\d.]){re.escape(last)}", text) if last else None
    end = found.end() if found else 0
    if end < _QUOTED:
        return f"{text[: _QUOTED - 1]}…"
    start = next((at + 1 for at in range(end - _QUOTED + 2, end) if text[at] in "，；"), end - _QUOTED + 2)
    return f"…{text[start:end]}{'…' if end < len(text) else ''}"


def _as_numbers(sheet: Worksheet, at: int, fields: Sequence[words.Field], row: Row, head: Head) -> None:
    """Last year's figure and that of the first round, as numbers where they are such."""
    for key, value in (("last", last_value(row, head.year)), ("early", value_of(row, head.year, "first"))):
        if (column := _place(fields, key)) and value is not None:
            cell = sheet.cell(at, column)
            content, number_format = shown_in_cell(value)
            put(cell, content)
            cell.number_format = number_format


def _validate(sheet: Worksheet, fields: Sequence[words.Field], rows: Sequence[tuple[int, bool]]) -> None:
    """Numbers only; below zero only where last year's text tells a change."""
    letter = get_column_letter(_place(fields, "value"))
    for falls in (False, True):
        least = -_LARGEST if falls else 0
        rule = DataValidation("decimal", operator="between", formula1=str(least), formula2=str(_LARGEST), allow_blank=True)
        rule.errorStyle, rule.showErrorMessage, rule.showInputMessage = "stop", True, True
        rule.errorTitle, rule.promptTitle = "请填写数字", "只填数字"
        rule.error = "本栏只填数字，不带单位和“约”“余”等字样；没有的填0，不涉及的留空，并在“变动原因”栏说明。"
        rule.prompt = f"不带单位，计量单位见本行。{'下降、减少的填负数。' if falls else ''}"
        for at, may in rows:
            if may == falls:
                rule.add(f"{letter}{at}")
        if rule.sqref:
            sheet.add_data_validation(rule)


def _ask_why(sheet: Worksheet, fields: Sequence[words.Field], rows: Sequence[int]) -> None:
    """The reason's cell is tinted while the change is beyond 30 % and no reason is given."""
    if not rows:
        return
    last, this, why = (f"${get_column_letter(_place(fields, key))}{rows[0]}" for key in ("last", "value", "reason"))
    formula = f'AND(ISNUMBER({last}),ISNUMBER({this}),{last}<>0,ABS({this}-{last})>0.3*ABS({last}),TRIM({why})="")'
    letter = get_column_letter(_place(fields, "reason"))
    rule = Rule(type="expression", formula=[formula], dxf=DifferentialStyle(fill=_ASK_WHY))
    sheet.conditional_formatting.add(" ".join(f"{letter}{row}" for row in rows), rule)


def _foot(sheet: Worksheet, at: int, width: int) -> None:
    """Who filled it in and who answers for it, with room for the stamp."""
    for row, height in ((at, 30), (at + 1, 66)):
        sheet.row_dimensions[row].height = height
        for column in range(1, width + 1):
            sheet.cell(row, column).border = sheets.BORDER
    for (row, label, box), name in zip(_FOOT_PLACES, words.FOOT, strict=True):
        across(sheet, at + row, label, name, sheets.HEAD, "center")
        cell = across(sheet, at + row, (box[0], box[1] or width), "", sheets.BODY)
        for column in range(box[0], (box[1] or width) + 1):
            part = sheet.cell(at + row, column)
            part.fill, part.protection = sheets.OPEN_FILL, Protection(locked=False)
        cell.number_format = "yyyy-mm-dd" if name == "填报日期" else "@"
    across(sheet, at + 1, (4, width), words.SEAL, sheets.HEAD, "center")
    # 2000-01-01 to 2099-12-31, as Excel counts
    rule = DataValidation("date", operator="between", formula1="36526", formula2="73050", allow_blank=True)
    rule.errorStyle, rule.showErrorMessage = "stop", True
    rule.errorTitle, rule.error = "请填写日期", "请按“2027-1-15”的样式填写日期。"
    rule.add(f"C{at + 1}")
    sheet.add_data_validation(rule)


def draw_texts(book: Workbook, head: Head, matters: Sequence[Matter]) -> None:
    """The sheet of promises, problems and passages."""
    columns = [field.column(head.year) for field in words.MATTER_FIELDS]
    sheet = new_sheet(book, words.TEXTS)
    title = words.title_of(head.issuer, head.year, head.round).replace("数据报送表", "文字材料报送表")
    top(sheet, head, title, _TEXT_ADVICE, columns)
    at = HEADS
    for at, matter in enumerate(matters, HEADS + 1):
        kind = MATTERS[matter.kind]
        line(sheet, at, columns, [matter.id, at - HEADS, kind, matter.title, matter.text, "", "", ""], _TEXT_HEIGHT)
    if not matters:
        at = band(sheet, at + 1, words.NO_MATTERS, len(columns))
    at = band(sheet, at + 1, words.NEW_TEXTS, len(columns))
    for name in STORIES.values():
        for number in range(1, _STORIES_EACH + 1):
            at += 1
            _story(sheet, at, number, name, len(columns))


def _story(sheet: Worksheet, at: int, number: int, name: str, width: int) -> None:
    closed, to_fill = Column("", align="center"), Column("", open=True)
    cells: list[str | float] = ["", number, name, *[""] * (width - 3)]
    line(sheet, at, [closed] * 3 + [to_fill] * (width - 3), cells, _TEXT_HEIGHT)
    sheet.merge_cells(start_row=at, start_column=4, end_row=at, end_column=width)


def draw_hidden(book: Workbook, head: Head, rows: Sequence[Row], matters: Sequence[Matter]) -> None:
    """What went out, for telling what was changed: one fact a line, then figures and matters with their ids."""
    sheet = book.create_sheet(words.HIDDEN)
    sheet.sheet_state, sheet.protection.sheet = "veryHidden", True
    lines: list[tuple[str, ...]] = [
        ("schema", words.SCHEMA), ("issuer", head.issuer), ("year", str(head.year)), ("round", head.round),
        ("department", head.department), ("due", head.due),
    ]  # fmt: skip
    for row in rows:
        value = last_value(row, head.year)
        lines.append(("figure", row.id, row.label, row.unit, "" if value is None else shown(shown_in_cell(value)[0])))
    lines += [("matter", matter.id, matter.title) for matter in matters]
    for at, texts in enumerate(lines, 1):
        for column, text in enumerate(texts, 1):
            put(sheet.cell(at, column), text)


def _figure_advice(head: Head) -> str:
    points = (
        "请在浅黄色单元格内填写，其余单元格已锁定，请勿删改“编号”列。",
        f"“{head.year}年数”只填数字，不带单位，以本行所列计量单位为准；没有的填0，不涉及的留空，并在“变动原因”栏说明。",
        "“统计期间”为全年的不必填写，不是全年的请写明起止日期。",
        "上年数有误的，请在“上年数更正”栏填写更正后的数。",
        "较上年增减超过30%的，请说明变动原因。",
        "预报数可在正式报送时更正。" if head.round == "first" else "与预报数不一致的，以本次报送为准。",
    )
    return "填报说明：" + "".join(f"{number}.{point}" for number, point in enumerate(points, 1))


_TEXT_ADVICE = (
    "填报说明：1.请在浅黄色单元格内填写，其余单元格已锁定，请勿删改“编号”列。2.“完成情况”请写明做了什么、取得何种成效；“佐证”请写明文件名称、文号或者"
    "统计来源；尚未完成的，请写明原因和预计完成时间。3.请勿填写涉密内容和不宜公开的个人信息。"
)


def _place(fields: Sequence[words.Field], key: str) -> int:
    """The column of a field, counted from 1; 0 where the form has none."""
    return next((at for at, field in enumerate(fields, 1) if field.key == key), 0)
