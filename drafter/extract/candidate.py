"""A number with its unit, and how exact the words around it say that it is."""

import re
from typing import NamedTuple

from drafter.model.metric import Approx, Value
from drafter.text.pattern import lazy

# What is said before or after a figure about how exact it is (domain: 超, 突破, 逾 exclude the figure, 以上 includes it).
_SAID_BEFORE: tuple[tuple[str, Approx], ...] = (
    (r"(?<![附靠临最亲就])近$", "近"),
    (r"(?<![节签合预履违公条集制契失])约(?:为|有)?$|大概(?:为|有)?$", "约"),
    (r"(?<!不)(?:超|超过|突破|逾|高于|多于|跨过)了?$", "超"),
    (r"(?:不少于|不低于|至少|不得少于|不得低于)[^\d,。;、]{0,4}$", "以上"),
    (r"(?:不超过|不高于|不足|不到|(?<!不)低于|(?<!不)少于|不得超过|不多于|不得高于)[^\d,。;、]?$", "以下"),
)
_SAID_AFTER: tuple[tuple[str, Approx], ...] = (
    (r"(?:及)?以上", "以上"),
    (r"以下|以内|之内|内(?![^\W\d_]*[设部容])", "以下"),
    (r"左右|上下", "约"),
)


def _alternatives(rows: tuple[tuple[str, Approx], ...]) -> re.Pattern[str]:
    """One pattern for all rows; the number of the group that was found is the row's."""
    return lazy("|".join(f"({pattern})" for pattern, _ in rows))


_MAY_SAY = lazy("[近约概超突逾高多跨少低至足到]").search  # one of these is in every phrase of _SAID_BEFORE
_DIGIT = lazy("[0-9]").search
_BEFORE = _alternatives(_SAID_BEFORE).search
_AFTER = _alternatives(_SAID_AFTER).match


class Candidate(NamedTuple):
    """A number with its unit at `start`..`end` of the folded text; `han` where it is written in Chinese numerals only."""

    start: int
    end: int
    value: Value
    unit: str
    approx: Approx | None
    han: bool


def made(text: str, start: int, end: int, value: Value, unit: str, approx: Approx | None) -> Candidate:
    """The candidate at `start`..`end`; where the figure itself does not say how exact it is, the words around it do."""
    return Candidate(start, end, value, unit, approx or _around(text, start, end), not _DIGIT(text, start, end))


def _around(text: str, start: int, end: int) -> Approx | None:
    before = text[max(0, start - 8) : start].rstrip(" ")
    if _MAY_SAY(before) and (said := _BEFORE(before)):
        return _SAID_BEFORE[(said.lastindex or 1) - 1][1]
    if said := _AFTER(text[end : end + 5].lstrip(" ")):
        return _SAID_AFTER[(said.lastindex or 1) - 1][1]
    return None
