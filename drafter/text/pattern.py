"""Patterns made of lists of words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first.

    A flat list: branches by first character match a little faster and take three times as long to compile.
    """
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
