"""A Word document of plain paragraphs in the office layout, for inputs that are no Word files."""

import re
from collections.abc import Sequence

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter.model.draft import BlockStyle
from drafter.office.gongwen import add, add_run_in, new_document
from drafter.office.runs import xml_text
from drafter.text.pattern import lazy

_END = "。；！？"
# The mark of a heading (GB/T 9704-2012 7.3.3) to its style: 一、总体情况 (一)制度建设 1.完善机制
HEADINGS: tuple[tuple[re.Pattern[str], BlockStyle], ...] = (
    (lazy(r"[一二三四五六七八九十]+、"), "heading1"),
    (lazy(r"[（(][一二三四五六七八九十]+[）)]"), "heading2"),
    (lazy(r"\d{1,2}[.．](?!\d)"), "heading3"),
)
_DATE = lazy(r"\s*[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\s*")
_LONGEST_HEADING = 45


def plain_document(lines: Sequence[str]) -> Document:
    """One paragraph a line, its text unchanged; the style is guessed from how the line begins."""
    document = new_document()
    clean = [xml_text(line) for line in lines]
    last = max((i for i, line in enumerate(clean) if line.strip()), default=-1)
    title = _title(clean)
    for i, line in enumerate(clean):
        near_end = last - 1 <= i <= last and _DATE.fullmatch(clean[last]) is not None
        style = "title" if i == title else _style(line, near_end)
        _add(document, style, line)
    return document


def _title(lines: Sequence[str]) -> int:
    """The last line before the first heading that ends as a title does, else the first line; a page may stand before it."""
    first = next((i for i, line in enumerate(lines) if HEADINGS[0][0].match(line.strip())), len(lines))
    named = [i for i in range(first) if len(lines[i]) <= _LONGEST_HEADING and lines[i].rstrip().endswith("报告")]
    return named[-1] if named else next((i for i, line in enumerate(lines) if line.strip()), -1)


def _style(line: str, near_end: bool) -> BlockStyle:
    bare = line.strip()
    if near_end and len(bare) <= 30 and not bare.endswith(tuple(_END)):
        return "date" if _DATE.fullmatch(line) else "signature"
    return next((style for mark, style in HEADINGS if mark.match(bare)), "body")


def _flush(paragraph: Paragraph, line: str) -> None:
    """A line that is indented with blanks of its own gets no indent from its style as well."""
    if line[:1].isspace():
        paragraph.paragraph_format.first_line_indent = 0
        paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "0")


def _add(document: Document, style: BlockStyle, line: str) -> None:
    """A heading that is the first sentence of its paragraph has only that sentence in its face."""
    stop = next((i + 1 for i, char in enumerate(line) if char in _END), len(line))
    if style.startswith("heading") and (stop < len(line) or stop > _LONGEST_HEADING):
        if stop > _LONGEST_HEADING:
            _flush(add(document, "body", line), line)
        else:
            _flush(add_run_in(document, style, line[:stop], line[stop:]), line)
        return
    if style == "title" and (len(line) > _LONGEST_HEADING or stop < len(line)):
        style = "body"
    _flush(add(document, style, line), line)
