"""The end of a report: signature, date, and where the page takes over again."""

import re
from dataclasses import dataclass

from drafter.model.report import Defect
from drafter.model.span import Span, span_at
from drafter.parse.front import ORGANISATION, year_in
from drafter.parse.furniture import rule_for
from drafter.parse.headings import marker_at
from drafter.parse.lines import Page
from drafter.parse.wording import nought_defects
from drafter.text.pattern import lazy

_DIGITS = "〇○零OО0一二三四五六七八九十"
_DATE = lazy(
    rf"(?:\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日?|[{_DIGITS}]{{4}}年[{_DIGITS}]{{1,2}}月[{_DIGITS}]{{1,3}}日?|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}})"
)
_SIGNED_DATE = lazy(rf"(?P<who>\S.{{1,60}}?)\s+(?P<date>{_DATE.pattern})")
_MONTH_ONLY = lazy(r"\d{4}年\d{1,2}月")
_GLOSSARY = lazy(r"(?:附件?\d?[::])?(?:(?:有关|相关|部分)?(?:名词|术语|用语)(?:解释|说明|注释)|注释?[::]?)")
_SEARCHED = 60  # lines before the end of the page
_TAIL_SHORT = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """`end` is the index of the first line that is no longer the report's text; `furniture` the lines of page after it."""

    signature: Span | None
    date: Span | None
    end: int
    furniture: tuple[int, ...]
    defects: tuple[Defect, ...] = ()


def read_closing(page: Page, body: int) -> Closing:
    """Find signature and date in the last lines, not before line `body`."""
    dated = _date_line(page, body)
    if dated is not None:
        return _with_date(page, body, dated)
    end = _tail_start(page, body)
    signed = _signature_line(page, body, end)
    signature = span_at(page.text, page.lines[signed].start, page.lines[signed].end) if signed is not None else None
    return Closing(
        signature=signature, date=None, end=signed if signed is not None else end, furniture=tuple(range(end, len(page.lines)))
    )


def _date_line(page: Page, body: int) -> int | None:
    """The last line that is a date, alone or behind a name, and stands where a report ends."""
    lines = page.lines
    for index in range(len(lines) - 1, max(body, len(lines) - _SEARCHED) - 1, -1):
        text = lines[index].text
        alone = _DATE.fullmatch(text) or _MONTH_ONLY.fullmatch(text)
        if not alone and not ((found := _SIGNED_DATE.fullmatch(text)) and _is_name(found.group("who"))):
            continue
        if (
            not alone
            or index == body
            or _is_name(lines[index - 1].text)
            or lines[index - 1].text.endswith(("。", "）", ")", "!"))
        ):
            return index
    return None


def _is_name(text: str) -> bool:
    return (
        len(text) <= 40 and not re.search(r"[。,;:!?]", text) and bool(ORGANISATION.search(re.sub(r"\s+|\([^()]*\)$", "", text)))
    )


def _with_date(page: Page, body: int, index: int) -> Closing:
    line = page.lines[index]
    found = _SIGNED_DATE.fullmatch(line.text)
    first = index
    signature: Span | None
    if found:
        signature = span_at(page.text, line.start, line.start + found.end("who"))
        date = span_at(page.text, line.start + found.start("date"), line.end)
    else:
        date = span_at(page.text, line.start, line.end)
        while first > body and first > index - 3 and _is_name(page.lines[first - 1].text):
            first -= 1
        signature = span_at(page.text, page.lines[first].start, page.lines[index - 1].end) if first < index else None
    return Closing(
        signature=signature,
        date=date,
        end=_before_attachments(page, body, first),
        furniture=_after(page, index + 1),
        defects=(*_date_defects(date), *nought_defects(page, date.start, date.end)),
    )


def _before_attachments(page: Page, body: int, end: int) -> int:
    """The list of attachments (附件：1.…) under the text is not its last item (GB/T 9704-2012 7.3.4)."""
    for index in range(end - 1, max(body, end - 8), -1):
        text = page.lines[index].text
        if re.match(r"附件\s?\d{0,2}:", text):
            return index
        if len(text) > _TAIL_SHORT or text.endswith("。"):
            break
    return end


def before_glossary(page: Page, body: int, end: int) -> int:
    """The index of the line 名词解释 under which the report only explains its words; `end` where there is none."""
    return next((i for i in range(body + 3, end) if _GLOSSARY.fullmatch(page.lines[i].bare)), end)


def _date_defects(date: Span) -> tuple[Defect, ...]:
    if "年" not in date.text or date.text.endswith("日"):
        return ()
    if date.text.endswith("月"):
        return ()
    return (Defect(code="date-incomplete", message="落款日期缺“日”", start=date.start, end=date.end),)


def early(closing: Closing, year: int | None) -> tuple[Defect, ...]:
    """A report signed in the year that it tells of: its figures may not be those of the whole year."""
    date = closing.date
    if date is None or year is None or year_in(date.text if "年" in date.text else f"{date.text[:4]}年") != year:
        return ()
    message = f"落款日期早于{year}年年末，所列数据或未含全年"
    return (Defect(code="date-early", message=message, start=date.start, end=date.end),)


def _after(page: Page, first: int) -> tuple[int, ...]:
    """What follows the date and is page: tools and links. A note (此件公开发布) and real attachments stay."""
    found: list[int] = []
    attached = False
    for index in range(first, len(page.lines)):
        line = page.lines[index]
        attached = attached or bool(re.match(r"附件\s?\d{0,2}[:：]?.", line.text) and not rule_for(line))
        if rule_for(line) or (not attached and len(line.text) <= _TAIL_SHORT and not re.fullmatch(r"\(.*\)", line.text)):
            found.append(index)
    return tuple(found)


def _tail_start(page: Page, body: int) -> int:
    """Without a date: the first of the last lines that are page."""
    lines = page.lines
    end = len(lines)
    index = end - 1
    while index > body:
        line = lines[index]
        known = rule_for(line) is not None and len(line.text) < 100
        loose = (
            len(line.text) <= _TAIL_SHORT
            and not re.search(r"[。;:：!?]$", line.text)
            and marker_at(page.masked, line.start, line.end) is None
        )
        if known:
            end = index
        elif not loose or index < len(lines) - _SEARCHED:
            break
        index -= 1
    return end


def _signature_line(page: Page, body: int, end: int) -> int | None:
    """A last line that is nothing but an organisation's name."""
    index = end - 1
    if (
        index <= body
        or not _is_name(page.lines[index].text)
        or marker_at(page.masked, page.lines[index].start, page.lines[index].end)
    ):
        return None
    full = re.search(r"(?:人民政府|局|委员会|委|办公室|厅|办事处|管委会|院)$", page.lines[index].bare)
    return index if full and page.lines[index - 1].text.endswith(("。", "!", ")")) else None
