"""Counters and measures: what may follow a number, what counts the same, and what never does.

The rows are data (`unit_rows.py`). An office adds its own (`drafter.toml`): the table for the time of one call lies in a
context variable, which `pipeline` sets with `using`. So every room asks the same questions of the same table, nothing has to
be handed from function to function, and threads and later calls never see another's units.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from drafter.text.pattern import lazy
from drafter.text.unit_pattern import pattern_of
from drafter.text.unit_rows import GROUPS, MEETINGS

DIMENSIONS: tuple[str, ...] = tuple(dict.fromkeys(group.dimension for group in GROUPS))
_BRACKETED = lazy(r"(.+?)[（(](.+?)[）)]")
_SCALES = {group.name: group.scale for group in GROUPS}
_MEET = frozenset(frozenset((m.one, other)) for m in MEETINGS for other in m.others.split())


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A unit that an office adds: one that counts the same as a known unit, or one of a dimension that equals no other."""

    name: str
    same_as: str = ""
    dimension: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class UnitTable:
    """All units that are known: unit → dimension, unit → group, the pattern that reads one, and the one that only knows them."""

    dimensions: Mapping[str, str]
    groups: Mapping[str, str]
    pattern: str
    words: str


@lru_cache(maxsize=16)
def unit_table(own: tuple[OwnUnit, ...] = ()) -> UnitTable:
    """The table with an office's own units; the same units give the same table. Each `same_as` must be known by then."""
    dimensions = {unit: group.dimension for group in GROUPS for unit in group.units.split()}
    groups = {unit: group.name for group in GROUPS for unit in group.units.split()}
    for unit in own:
        dimensions[unit.name] = unit.dimension or dimensions[unit.same_as]
        groups[unit.name] = groups[unit.same_as] if unit.same_as else f"own:{unit.name}"  # no group of ours is called so
    words = "|".join(re.escape(unit) for unit in sorted(groups, key=lambda unit: (-len(unit), unit)))
    return UnitTable(MappingProxyType(dimensions), MappingProxyType(groups), pattern_of(groups), f"(?:{words})")


_STANDARD = unit_table()
_TABLE: ContextVar[UnitTable] = ContextVar("units", default=_STANDARD)
UNITS: tuple[str, ...] = tuple(sorted(_STANDARD.groups, key=lambda unit: (-len(unit), unit)))


@contextmanager
def using(table: UnitTable) -> Iterator[None]:
    """Within the block every question is answered by this table."""
    token = _TABLE.set(table)
    try:
        yield
    finally:
        _TABLE.reset(token)


def unit_pattern() -> str:
    """A pattern (no groups) that matches a unit: the longest that fits, and none that is part of another word."""
    return _TABLE.get().pattern


def unit_words() -> str:
    """A pattern (no groups) of all units, the longest first, whatever stands around: to keep a unit whole, not to read figures."""
    return _TABLE.get().words


def is_unit(word: str) -> bool:
    """Whether a word as a whole is a unit; 台（套） is one where both are."""
    known = _TABLE.get().groups
    return bool(word) and all(variant in known for variant in _parts(word))


def is_place(word: str) -> bool:
    """Whether a unit is a kind of place (镇, 县), which a bracket behind a name rarely means as a unit: 村（社区）."""
    return _TABLE.get().groups.get(word) == "地方"


def variants(unit: str) -> frozenset[str]:
    """What a unit may stand for: 家（次） is 家 or 家次, 台（套） is 台 or 套."""
    found = _BRACKETED.fullmatch(unit)
    return frozenset({found[1], found[2], found[1] + found[2]}) if found else frozenset({unit})


def dimension(unit: str) -> str:
    """The dimension of a unit: count, people, attendance, money, share, points …; "" where the unit is unknown."""
    known = _TABLE.get().dimensions
    return known.get(unit) or next((known[variant] for variant in sorted(variants(unit)) if variant in known), "")


def scale(unit: str) -> float | None:
    """How many of its dimension's least unit one is (公里 is 1000 米); None where that is not fixed."""
    return _SCALES.get(_TABLE.get().groups.get(unit, ""))


def same_unit(a: str, b: str) -> bool:
    """Whether two units count strictly the same thing (件 and 起, 人 and 名); an unknown or missing unit is only itself."""
    return a == b or not _groups(a).isdisjoint(_groups(b))


def loosely_same_unit(a: str, b: str) -> bool:
    """Whether two units may count the same thing, the noun permitting (家 and 个 of units, 件 and 份 of documents)."""
    if same_unit(a, b):
        return True
    return any(frozenset((one, other)) in _MEET for one in _groups(a) for other in _groups(b))


def _groups(unit: str) -> frozenset[str]:
    known = _TABLE.get().groups
    if unit in known:
        return frozenset((known[unit],))
    return frozenset(known[variant] for variant in variants(unit) if variant in known)


def _parts(unit: str) -> tuple[str, ...]:
    found = _BRACKETED.fullmatch(unit)
    return (found[1], found[2]) if found else (unit,)
