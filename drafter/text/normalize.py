"""Folding that never moves an offset: every character becomes exactly one character.

NFKC is no use here: it turns … into three dots and ① into a plain 1 (which invents a number).
"""

import re
from functools import lru_cache

_FULL = "，（）：；！？％＜＞．／＋＝＆＃＠＊～－　\xa0"
_HALF = ",():;!?%<>./+=&#@*~-  "
_DIGITS = {ord("０") + i: str(i) for i in range(10)}
_LETTERS = {ord(full) + i: chr(ord(half) + i) for full, half in (("Ａ", "A"), ("ａ", "a")) for i in range(26)}
_FOLD = str.maketrans(_FULL, _HALF) | _DIGITS | _LETTERS
_WHOLE = 2000  # characters from which on a text is a report and no phrase
_NOT_PLAIN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The text with full-width punctuation, digits and Latin letters as ASCII; same length, so offsets stay true."""
    return text.translate(_FOLD) if len(text) < _WHOLE else _folded(text)


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    """A whole report is folded once, though several stages ask for it."""
    return text.translate(_FOLD)


def plain(text: str) -> str:
    """Letters, digits and Chinese characters only, folded: for likeness, not for places."""
    return letters(fold(text))


def letters(folded: str) -> str:
    """`plain` of a text that is folded already."""
    return _NOT_PLAIN.sub("", folded)
