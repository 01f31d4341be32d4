"""Patterns made of lists of words, and patterns that are compiled only for a text that may match."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from drafter.text.needs import ANYTHING, needed


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first.

    A flat list: branches by first character match a little faster and take three times as long to compile.
    """
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when it is first asked of a text that holds what every match of it needs.

    There are more than a thousand patterns here, and half of them never match in a given report.
    """
    return cast("re.Pattern[str]", Lazy(pattern, flags))


class Lazy:
    """What stands for a pattern until a text needs it, and answers as the pattern would."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self._made: re.Pattern[str] | None = None
        self._needs: tuple[str, ...] | None = None

    def may_match(self, text: str) -> bool:
        """Whether the text holds one of the words that a match needs, or none are known."""
        if self._needs is None:
            plain = not self.flags & (re.IGNORECASE | re.VERBOSE)
            self._needs = tuple(needed(self.pattern) if plain else ANYTHING)
        for word in self._needs:  # a loop, for this is asked a hundred thousand times
            if word in text:
                return True
        return not self._needs

    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._made is None:
            self._made = re.compile(self.pattern, self.flags)
            # From now on its own methods answer, at their own speed.
            self.__dict__.update((name, getattr(self._made, name)) for name in _METHODS)
        return self._made

    # A place in a text is asked for again and again, and looking through all of the text each time would be slow: hence `place or`.

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        """As of a pattern; so the others."""
        return self.made().search(text, *place) if self._made or place or self.may_match(text) else None

    def match(self, text: str, *place: int) -> re.Match[str] | None:
        return self.made().match(text, *place) if self._made or place or self.may_match(text) else None

    def fullmatch(self, text: str, *place: int) -> re.Match[str] | None:
        return self.made().fullmatch(text, *place) if self._made or place or self.may_match(text) else None

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        return self.made().finditer(text, *place) if self._made or place or self.may_match(text) else iter(())

    def findall(self, text: str, *place: int) -> list[str]:
        return self.made().findall(text, *place) if self._made or place or self.may_match(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        return cast("list[str]", self.made().split(text, maxsplit)) if self._made or self.may_match(text) else [text]

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self.made().sub(new, text, count) if self._made or self.may_match(text) else text

    def subn(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
        return self.made().subn(new, text, count) if self._made or self.may_match(text) else (text, 0)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
