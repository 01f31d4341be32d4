"""The lines of a report, folded, with quoted and bracketed words hidden so that no rule reads inside them."""

from dataclasses import dataclass

from drafter.model.raw import RawReport
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

_HIDDEN = lazy(
    r"《[^《》\n]*》|“[^“”\n。]{0,60}”|‘[^‘’\n。]{0,60}’|【[^【】\n]*】|〔(?![一二三四五六七八九十]{1,3}〕)[^〔〕\n]*〕"
    r"|\((?!\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s?\))[^()\n]{1,200}\)"
)
_FILLER = "□"
SENTENCE_ENDS = "。!?"


_STOPS = lazy(r"[。!?]+[”’)」]?|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without the blanks around it: `text` is folded, `start` and `end` are offsets into the report."""

    start: int
    end: int
    text: str
    cells: tuple[str, ...] = ()
    table: bool = False
    bold_until: int | None = None

    @property
    def bare(self) -> str:
        """The line without any blank: `索 引 号` is 索引号."""
        return "".join(self.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole text three times, offset for offset: as received, folded, and folded with quoted words hidden."""

    text: str
    folded: str
    masked: str
    lines: tuple[Line, ...]


def hide(folded: str) -> str:
    """The text with what stands inside 《》, “”, () and the like replaced by a filler; same length.

    List markers such as (一) stay. A quotation that is never closed hides nothing.
    """
    return _HIDDEN.sub(lambda found: found.group()[0] + _FILLER * (len(found.group()) - 2) + found.group()[-1], folded)


def page_of(raw: RawReport) -> Page:
    """The lines of a report that hold something."""
    folded = fold(raw.text)
    lines = []
    for paragraph in raw.paragraphs:
        whole = folded[paragraph.start : paragraph.end]
        text = whole.strip()
        if not text:
            continue
        start = paragraph.start + len(whole) - len(whole.lstrip())
        in_table = paragraph.table is not None
        prose = in_table and "\t" not in text and len(text) >= 100  # a page laid out with a table
        lines.append(
            Line(
                start=start,
                end=start + len(text),
                text=text,
                cells=tuple(cell.strip() for cell in text.split("\t")) if "\t" in text else (),
                table=in_table and not prose,
                bold_until=paragraph.bold_until,
            )
        )
    return Page(text=raw.text, folded=folded, masked=hide(folded), lines=tuple(lines))


def sentence_start(page: Page, line: Line, offset: int) -> int:
    """Where the sentence that ends just before `offset` begins, not before the line."""
    end = offset - 1
    while end > line.start and page.masked[end - 1] in SENTENCE_ENDS:
        end -= 1
    return max(line.start, *(page.masked.rfind(mark, line.start, end) + 1 for mark in SENTENCE_ENDS))


def sentences_in(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch of one line, each with its full stop."""
    found = []
    at = start
    for stop in _STOPS.finditer(page.masked[start:end]):
        if page.masked[at : start + stop.end()].strip():
            found.append((at, start + stop.end()))
        at = start + stop.end()
    if page.masked[at:end].strip():
        found.append((at, end))
    return found
