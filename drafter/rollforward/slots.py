"""Slots: their ids, which stay the same from run to run, and the words that stand in them until they are filled."""

import hashlib
import re
from collections import Counter
from dataclasses import replace
from itertools import count

from drafter.model.draft import Slot
from drafter.model.raw import SlotKind
from drafter.model.span import Span
from drafter.rollforward.widths import widen
from drafter.text.placeholder import figure_placeholder, shown_in_prompt, text_placeholder
from drafter.text.quotes import inner, names

_LETTER: dict[SlotKind, str] = {"figure": "f", "text": "t", "name": "n", "date": "d", "ordinal": "o", "keep": "k"}
_YEAR = re.compile(r"(?:19|20)\d\d")


class Slots:
    """The slots made so far. An id is a hash of kind, label, section and place among its like; years do not enter it."""

    def __init__(self) -> None:
        self._made: list[Slot] = []
        self._ids: set[str] = set()
        self._like: Counter[str] = Counter()

    def add(self, slot: Slot) -> Slot:
        """The slot with its id, kept in order."""
        path = _YEAR.sub("", "/".join(slot.path))
        key = f"{slot.kind}|{_YEAR.sub('', slot.label)}|{path}"
        self._like[key] += 1
        named = replace(slot, id=self._free_id(slot.kind, f"{key}|{self._like[key]}"))
        self._ids.add(named.id)
        self._made.append(named)
        return named

    def _free_id(self, kind: SlotKind, key: str) -> str:
        """The hash of the key; should two keys ever share one, the second gets another."""
        for number in count():
            made = f"{_LETTER[kind]}-{hashlib.sha256(f'{key}|{number}'.encode()).hexdigest()[:8]}"
            if made not in self._ids:
                break
        return made

    def all(self) -> tuple[Slot, ...]:
        """Every slot in the order of its making."""
        return tuple(self._made)


def figure_text(label: str, unit: str, last: str, *, before: str = "", how: str = "") -> str:
    """【待填：受理案件（件）；上年22起，前年19起】; `before` names its year itself, `how` says from which other figures it is computed."""
    shown = (widen(label), unit, last, before, widen(how))
    return figure_placeholder(*map(shown_in_prompt, shown))


def open_text(wanted: str) -> str:
    """【待写：…】."""
    return text_placeholder(shown_in_prompt(wanted))


def cited(text: str, limit: int = 60) -> str:
    """“text” for use inside a prompt: inner quotation marks single, names of documents as they are, cut at a clause."""
    return f"“{inner(gist(text, limit))}”"


def gist(text: str, limit: int = 60) -> str:
    """The text without its last stop; longer ones end with …… after the last whole clause within `limit` characters."""
    bare = text.strip().rstrip("。；，：:;,.!！")
    if len(bare) <= limit:
        return bare
    frozen = names(bare)
    ends = [
        hit.start() for hit in re.finditer("[，。；、：]", bare[: limit + 1]) if not any(a <= hit.start() < b for a, b in frozen)
    ]
    long_enough = [end for end in ends if end >= limit // 3]
    at = long_enough[-1] if long_enough else limit
    at = next((b for a, b in frozen if a < at < b), at)
    return bare[:at] + ("……" if at < len(bare) else "")


def brief(text: str, limit: int = 10) -> str:
    """The first words of a text for a label; a name that begins in them is cut too."""
    told = gist(text, limit)
    return told if len(told) <= limit + 2 else f"{told[:limit]}……"


def span_of(text: str, start: int, end: int) -> Span:
    """The span of LAST that a slot stands for."""
    return Span(text=text[start:end], start=start, end=end)
