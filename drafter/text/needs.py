"""What a text must hold for a pattern to match in it: words, one of which occurs in every match.

Looking for a few words is many times cheaper than compiling a pattern for a text that has none of them.
"""

import re

Words = frozenset[str]
ANYTHING: Words = frozenset()  # nothing is known: any text may match
MOST = 16  # words; looking for more costs as much as it saves
_PLAIN = r"[^\\\[\](){}|?*+.^$]+"
_TOKEN = re.compile(
    rf"(?P<plain>{_PLAIN}(?:\|{_PLAIN})*)|(?P<opening>\((?!\?)|\(\?(?:[:>=!]|<[=!]|P<\w+>))|(?P<closing>\))|(?P<bar>\|)|(?P<times>[?*+]|\{{\d+(?:,\d*)?\}})"
    r"|(?P<other>\[\^?\]?(?:[^\]\\]|\\.)*\]|\\(?:[^A-Za-z0-9]|[AbBdDsSwWZntr]|u[0-9a-f]{4})|[.^$])",
    re.DOTALL,
)
_BESIDE = ("(?=", "(?!", "(?<=", "(?<!")  # what stands in them is no part of the match
_NOT_ONCE = ("?", "*", "{0")


class _Group:
    """A group that is being read: the needs of its branches so far, and of the present branch.

    `best` is what the branch needs for certain, `run` the characters and `last` the group that a quantifier may yet make doubtful.
    """

    __slots__ = ("beside", "best", "branches", "last", "run")

    def __init__(self, beside: bool = False) -> None:
        self.beside = beside
        self.branches: list[Words] = []
        self.best = self.last = ANYTHING
        self.run = ""

    def settle(self) -> None:
        """What was read last is there for certain."""
        if self.last:
            self.best = _better(self.best, self.last)
            self.last = ANYTHING
        if self.run:
            self.best = _better(self.best, frozenset((self.run,)))
            self.run = ""

    def plain(self, text: str) -> None:
        """Characters, perhaps with whole branches among them."""
        if self.last:
            self.settle()
        first, *others = text.split("|")
        self.run = first
        if others:
            self.branch()
            self.branches += [frozenset((word,)) for word in others[:-1]]
            self.run = others[-1]

    def repeat(self, once: bool) -> None:
        """A quantifier: what stands before it is there at least once, or perhaps not at all; either way the run ends."""
        if self.run:
            last, self.run = self.run[-1], self.run[:-1]
            self.settle()
            self.last = frozenset((last,))
        if not once:
            self.last = ANYTHING
        self.settle()

    def branch(self) -> None:
        """The branch is read; the next one begins."""
        self.settle()
        self.branches.append(self.best)
        self.best = ANYTHING

    def words(self) -> Words:
        """What every way through the group needs."""
        self.branch()
        if self.beside or len(self.branches) > MOST or not all(self.branches):
            return ANYTHING
        told = frozenset().union(*self.branches)
        return told if len(told) <= MOST else ANYTHING


def needed(pattern: str) -> Words:
    """Words of which every match of the pattern holds at least one; none where that is not plain. For case-sensitive patterns."""
    groups = [_Group()]
    at = 0
    for token in _TOKEN.finditer(pattern):
        if token.start() != at or not _read(token[0], token.lastgroup, groups):
            return ANYTHING
        at = token.end()
    return groups[0].words() if at == len(pattern) and len(groups) == 1 else ANYTHING


def _read(token: str, kind: str | None, groups: list[_Group]) -> bool:
    """Take one token in; False where a bracket closes that was never opened."""
    group = groups[-1]
    if kind == "plain":
        group.plain(token)
    elif kind == "times":
        group.repeat(not token.startswith(_NOT_ONCE))
    elif kind == "bar":
        group.branch()
    elif kind == "opening":
        group.settle()
        groups.append(_Group(token in _BESIDE))
    elif kind == "other":
        group.settle()
    elif len(groups) == 1:
        return False
    else:
        groups.pop()
        groups[-1].last = group.words()
    return True


def _better(one: Words, other: Words) -> Words:
    """Which of two needs tells more: few long words."""
    if not one or not other:
        return one or other
    return max((one, other), key=lambda words: min(map(len, words)) / len(words))
