"""What a reader hands to the parser: the text, where its paragraphs are, and what only the file format knew."""

from dataclasses import dataclass
from typing import Literal

Format = Literal["txt", "html", "docx", "doc", "wps", "pdf", "ofd"]
SlotKind = Literal["figure", "text", "name", "date", "ordinal", "keep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawParagraph:
    """One line of the text that holds something: `text[start:end]`, never with a newline in it.

    `bold_until` is the offset up to which the paragraph is bold (or in a heading face) from its start, None where the
    format does not tell. `table` is (table, row), both from 0, where the line is a table row; cells are parted by a tab.
    """

    start: int
    end: int
    bold_until: int | None = None
    table: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSlot:
    """A content control of a draft, as read: `text[start:end]` is its visible text.

    `slot_id` and `kind` come from its tag `KIND:ID`, `label` from its alias. `open` while its text is still the
    placeholder (for `keep`: while the highlight is on).
    """

    slot_id: str
    kind: SlotKind
    label: str
    start: int
    end: int
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """One file as read. `text` is what `drafter text` prints; newlines are `\\n`. `notes` say what was repaired or lost."""

    path: str
    format: Format
    text: str
    paragraphs: tuple[RawParagraph, ...]
    slots: tuple[RawSlot, ...] = ()
    notes: tuple[str, ...] = ()
