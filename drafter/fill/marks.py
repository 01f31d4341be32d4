"""Private characters that carry a draft's structure through the template, which knows only text.

A template writes `{{ 段.文字 }}`; the marks in that text say where a block, a run-in heading or a slot begins and ends.
They are noncharacters of Unicode, which XML can hold and no report does; `clean` takes them out of what comes in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model.draft import Block
from drafter.office.runs import BREAK, xml_text

_BLOCK, _SLOT, _SLOT_END, _HEADING, _HEADING_END, _STOP, _BREAK, _TAB = (chr(0xFDD0 + i) for i in range(8))
_PRIVATE = re.compile("[\ufdd0-\ufdef]")
_TOKEN = re.compile(f"([{_BLOCK}{_SLOT}])([0-9]+){_STOP}|([{_SLOT_END}{_HEADING}{_HEADING_END}])|([^{_BLOCK}-{_HEADING_END}]+)")
_VISIBLE = str.maketrans({_BREAK: BREAK, _TAB: "\t"})
# docxtpl would make runs of its own for these.
_HIDDEN = str.maketrans({"\n": _BREAK, BREAK: _BREAK, "\t": _TAB, "\r": None})


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text and what it belongs to; `slot` is an index into the draft's slots."""

    text: str
    heading: bool
    slot: int | None


@dataclass(frozen=True, slots=True)
class Begin:
    """Here begins the block with this number."""

    block: int


def clean(text: str) -> str:
    """The text without characters that Word or the marks cannot bear; line breaks and tabs as marks."""
    return _PRIVATE.sub("", xml_text(text.replace(BREAK, "\n"))).translate(_HIDDEN)


def encode(number: int, block: Block, slots: dict[str, int]) -> str:
    """A block as one marked text. Raises ValueError for a slot that the draft does not list."""
    parts = [f"{_BLOCK}{number}{_STOP}"]
    for piece in block.pieces:
        text = clean(piece.text)
        if piece.slot is not None:
            if piece.slot not in slots:
                raise ValueError(f"a piece names the slot {piece.slot!r}, which the draft does not list")
            text = f"{_SLOT}{slots[piece.slot]}{_STOP}{text}{_SLOT_END}"
        parts.append(f"{_HEADING}{text}{_HEADING_END}" if piece.heading else text)
    return "".join(parts)


def is_marked(text: str) -> bool:
    """Whether a text holds any mark."""
    return _PRIVATE.search(text) is not None


def decode(text: str) -> Iterator[Text | Begin]:
    """The stretches of a marked text in order. A slot without text gives one empty stretch."""
    heading, slot, empty = False, None, False
    for begin, number, end, plain in _TOKEN.findall(text):
        if begin == _BLOCK:
            yield Begin(int(number))
        elif begin == _SLOT:
            slot, empty = int(number), True
        elif plain:
            empty = False
            yield Text(plain.translate(_VISIBLE), heading, slot)
        elif end == _SLOT_END:
            if empty:
                yield Text("", heading, slot)
            slot, empty = None, False
        else:
            heading = end == _HEADING


def unmarked(text: str) -> str:
    """The visible text alone, for places where no slot can stand (a running head)."""
    return "".join(part.text for part in decode(text) if isinstance(part, Text))
