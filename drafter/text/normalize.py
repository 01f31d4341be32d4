"""Folding that never moves an offset: every character becomes exactly one character.

NFKC is no use here: it turns … into three dots and ① into a plain 1 (which invents a number).
"""

import re
from functools import lru_cache

from drafter.text.pattern import lazy

_FULL = "，（）：；！？％＜＞．／＋＝＆＃＠＊～－　\xa0"
_HALF = ",():;!?%<>./+=&#@*~-  "
_ROWS = (("０", "0", 10), ("Ａ", "A", 26), ("ａ", "a", 26))
_FOLD = dict(zip(_FULL, _HALF, strict=True)) | {chr(ord(f) + i): chr(ord(h) + i) for f, h, many in _ROWS for i in range(many)}
# Few characters of a text fold; finding them is several times faster than `str.translate`, which looks each one up.
_FOLDING = lazy(f"[{re.escape(''.join(_FOLD))}]")
_WHOLE = 2000  # characters from which on a text is a report and no phrase
_NOT_PLAIN = lazy(r"[\W_]+")


def fold(text: str) -> str:
    """The text with full-width punctuation, digits and Latin letters as ASCII; same length, so offsets stay true."""
    return _FOLDING.sub(_half, text) if len(text) < _WHOLE else _folded(text)


def _half(found: re.Match[str]) -> str:
    return _FOLD[found[0]]


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    """A whole report is folded once, though several stages ask for it."""
    return _FOLDING.sub(_half, text)


def plain(text: str) -> str:
    """Letters, digits and Chinese characters only, folded: for likeness, not for places."""
    return letters(fold(text))


def letters(folded: str) -> str:
    """`plain` of a text that is folded already."""
    return folded if folded.isalnum() else _NOT_PLAIN.sub("", folded)
