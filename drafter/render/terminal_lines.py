"""Lines for a terminal: how wide they are, where they may end, and columns of cells. Plain text, no colours.

In many Chinese terminals the East Asian ambiguous characters (“ ” … — × →) take two columns. They are measured so, for a
line may be shorter than the screen, but not longer.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len

from drafter.text.pattern import lazy

_BAD = lazy("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
# What a line must not begin with, and what it must not end with (GB/T 15834-2011 5.1).
_CLOSING = "，。；：、？！）】》〉”’…—·%％,.;:?!)]}"
_OPENING = "（【《〈“‘([{"
# A number with the unit that is counted, a word, an option, blanks; else a character of its own.
_TOKEN = lazy(r"(?:[\x21-\x7e]+|[０-９]+(?:[．，][０-９]+)*％?)[万亿]*[项段条处句字]?|\s+|.")


def safe(text: str) -> str:
    """Text without anything that a terminal obeys; a line stays a line."""
    return _BAD.sub(" ", text)


def columns_of(text: str) -> int:
    """The columns that a text takes where ambiguous characters are wide."""
    return cell_len(text) + sum(cell_len(c) == 1 and unicodedata.east_asian_width(c) == "A" for c in text)


def fit(text: str, width: int) -> str:
    """The text in one line of at most `width` columns."""
    line = safe(text).strip()
    return line if columns_of(line) <= width else _head(line, width - columns_of("…")).rstrip() + "…"


def _head(text: str, width: int) -> str:
    """As many characters as fit into `width` columns."""
    used = 0
    for at, char in enumerate(text):
        used += columns_of(char)
        if used > width:
            return text[:at]
    return text


def padded(text: str, width: int, *, right: bool = False) -> str:
    """A cell of exactly `width` columns: cut, or filled with blanks, in front of it where it stands to the right."""
    shown = fit(text, width)
    blank = " " * (width - columns_of(shown))
    return blank + shown if right else shown + blank


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns: no line begins with a closing mark, no number is split."""
    lines = [""]
    for unit in _units(safe(text)):
        for piece in _pieces(unit, width):
            if columns_of(lines[-1] + piece.rstrip()) > width and lines[-1]:
                lines[-1] = lines[-1].rstrip()
                lines.append("")
            lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _pieces(unit: str, width: int) -> Iterator[str]:
    """A unit, cut where it is wider than a whole line."""
    while columns_of(unit) > width:
        head = _head(unit, width) or unit[0]
        yield head
        unit = unit[len(head) :]
    if unit:
        yield unit


def _units(text: str) -> Iterator[str]:
    """What stays together: a token, with the opening marks before it and the closing marks after it."""
    number = 0
    numbered: list[tuple[int, str]] = []
    before = ""
    for token in _TOKEN.findall(text):
        joins = before and (before[-1] in _OPENING or token[0] in _CLOSING)
        number += 0 if joins else 1
        numbered.append((number, token))
        before = token
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield "".join(token for _, token in group)
