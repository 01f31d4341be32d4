"""One pattern for all units, the longest first, each with what must not stand around it.

A flat list: a tree of characters would match no faster, and takes twice as long to compile.
"""

import re
from collections.abc import Iterable

from drafter.text.unit_rows import GUARDS, Guard

_MAY_END = "以上|以下|以内|左右|上下|[和及与的]"  # what may follow a figure that ends a phrase


def pattern_of(units: Iterable[str]) -> str:
    """A pattern (no groups) that matches one of the units, as far as what stands around it allows."""
    guards = {guard.unit: guard for guard in GUARDS}
    words = sorted(set(units), key=lambda unit: (-len(unit), unit))
    return f"(?:{'|'.join(re.escape(unit) + _guarded(guards.get(unit)) for unit in words)})"


def _guarded(guard: Guard | None) -> str:
    """What must hold where a unit ends."""
    if guard is None:
        return ""
    back = "".join(f"(?<!{word})" for word in guard.back.split())
    if guard.only:
        return f"{back}(?=\\W|$|{_MAY_END}|{'|'.join(guard.only.split())})"
    return f"{back}(?!{'|'.join(guard.no.split())})"
