"""One pattern for all units: a branch for each first character, and so on down.

A number is followed through the tree once, and not once for each unit; the longest unit that fits is found first.
"""

import re
from collections.abc import Iterable, Mapping

from drafter.text.unit_rows import GUARDS, Guard

_MAY_END = "以上|以下|以内|左右|上下|[和及与的]"  # what may follow a figure that ends a phrase
_Tree = dict[str, "_Tree"]
_END = ""  # the key that says that a unit may end here; its branch is empty


def pattern_of(units: Iterable[str]) -> str:
    """A pattern (no groups) that matches one of the units, as far as what stands around it allows."""
    tree: _Tree = {}
    for unit in units:
        branch = tree
        for char in unit:
            branch = branch.setdefault(char, {})
        branch[_END] = {}
    return f"(?:{_branches(tree, '', {guard.unit: guard for guard in GUARDS})})"


def _branches(tree: _Tree, said: str, guards: Mapping[str, Guard]) -> str:
    """The alternatives below `said`; the end comes last, so that a longer unit is tried first."""
    plain = "".join(sorted(char for char, below in tree.items() if list(below) == [_END] and said + char not in guards))
    found = [f"[{re.escape(plain)}]"] if len(plain) > 1 else [re.escape(plain)] if plain else []
    for char, below in sorted(tree.items()):
        if char and char not in plain:
            inner = _branches(below, said + char, guards)
            found.append(re.escape(char) + (f"(?:{inner})" if "|" in inner else inner))
    if _END in tree:
        found.append(_guarded(guards.get(said)))
    return "|".join(found)


def _guarded(guard: Guard | None) -> str:
    """What must hold where a unit ends."""
    if guard is None:
        return ""
    back = "".join(f"(?<!{word})" for word in guard.back.split())
    if guard.only:
        return f"{back}(?=\\W|$|{_MAY_END}|{'|'.join(guard.only.split())})"
    return f"{back}(?!{'|'.join(guard.no.split())})"
