"""Written passages become the paragraphs of the draft: headings, prose, table rows, signature and date."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from drafter.model.draft import Block, BlockStyle, Piece
from drafter.model.report import Section
from drafter.rollforward.compose import Written, joined
from drafter.rollforward.passages import Passage, Zone

_STYLES: dict[Zone, BlockStyle] = {
    "title": "title",
    "addressee": "addressee",
    "row": "table_row",
    "signature": "signature",
    "date": "date",
}
_CLOSING = re.compile(r"(?:特此|专此|谨此)(?:报告|汇报|报送|函告)[。！]?")
_LEVELS: tuple[BlockStyle, ...] = ("heading1", "heading2", "heading3")


@dataclass(slots=True)
class Part:
    """A paragraph of the draft in the making, with the passages of LAST that it came from (none for what was added)."""

    style: BlockStyle
    pieces: list[Piece] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    comment: str | None = None

    def within(self, section: Section) -> bool:
        """Whether any of it came from `section`."""
        return any(section.start <= passage.start < section.end for passage in self.passages)

    def closes(self) -> bool:
        """Whether it is the set phrase that closes a report (特此报告。), behind which nothing more is told."""
        return bool(_CLOSING.fullmatch("".join(piece.text for piece in self.pieces)))

    def block(self) -> Block:
        """The paragraph as it is handed on."""
        return Block(style=self.style, pieces=joined(self.pieces), comment=self.comment)


def parts_of(written: Iterable[Written]) -> list[Part]:
    """The paragraphs in text order; a level-1 or level-2 heading inside a paragraph begins one of its own."""
    parts: list[Part] = []
    for one in written:
        passage = one.passage
        same = bool(parts) and bool(parts[-1].passages) and parts[-1].passages[-1].paragraph == passage.paragraph
        begins = passage.opens is not None and passage.opens.level <= 2
        if not same or begins:
            parts.append(Part(style=style_of(passage)))
        parts[-1].passages.append(passage)
        parts[-1].pieces += one.pieces
    return parts


def style_of(passage: Passage) -> BlockStyle:
    """The style of a paragraph by its first passage."""
    if passage.zone in _STYLES:
        return _STYLES[passage.zone]
    return heading_style(passage) or "body"


def heading_style(passage: Passage) -> BlockStyle | None:
    """The style of the heading that a passage is; None for text."""
    if passage.opens is None or not passage.faced:
        return None
    return _LEVELS[min(passage.opens.level, 3) - 1]


def put_after(parts: list[Part], section: Section, new: Part) -> None:
    """Put `new` behind everything of `section` that came from LAST and what was put there before."""
    at = max((i for i, part in enumerate(parts) if part.within(section) and not part.closes()), default=len(parts) - 1) + 1
    while at < len(parts) and not parts[at].passages:
        at += 1
    parts.insert(at, new)


def first_closing(parts: Sequence[Part]) -> int:
    """Where the signature begins, or the end."""
    return next((i for i, part in enumerate(parts) if part.style in ("signature", "date")), len(parts))
