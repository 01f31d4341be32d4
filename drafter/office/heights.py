"""How tall a row must be for its text: programs that print or convert a sheet do not always reckon that themselves."""

import math
import unicodedata
from collections.abc import Iterable

LINE, SMALL_LINE = 16.0, 13.0  # points: a line of body text, and of small print
_EDGE = 6.0  # points above and below the text together
_TALLEST = 400.0  # points; Excel allows 409


def height_of(cells: Iterable[tuple[object, float]], least: float = 0.0) -> float:
    """The height of a row in points as the longest of its texts asks for, at least `least`; `cells` are (content, width of the
    column in characters)."""
    tallest = max((lines(str(content), width - 1) for content, width in cells if content is not None), default=1)
    return min(max(least, tallest * LINE + _EDGE), _TALLEST)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters, of which a full-width one counts two."""
    return sum(max(1, math.ceil(_columns(part) / max(width, 1))) for part in text.split("\n"))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
