"""Next year's draft, as data."""

from dataclasses import dataclass
from typing import Literal

from drafter.model.raw import SlotKind
from drafter.model.report import Plan, Problem, ReportInfo
from drafter.model.span import Span

Decision = Literal["keep", "shift", "blank", "ask"]
BlockStyle = Literal["title", "addressee", "heading1", "heading2", "heading3", "body", "signature", "date", "table_row", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """An open place. `id` is stable across draft, ledger, form and fill. `placeholder` is the visible text 【待填：…】.

    `last` is what last year's report said there; `value` and `source` are None until filled; `path` the headings above.
    """

    id: str
    kind: SlotKind
    label: str
    unit: str
    last: Span | None
    placeholder: str
    value: str | None = None
    source: str | None = None
    department: str | None = None
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What was decided about one sentence of LAST, by which rule, and what stands there now ("" where it was taken out)."""

    decision: Decision
    rule: str
    old: Span
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a block: plain text, or the slot `slot` (its text then is the placeholder or, for keep, the sentence)."""

    text: str
    slot: str | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of the draft. In a run-in heading the pieces with `heading` are set in the face of `style`."""

    style: BlockStyle
    pieces: tuple[Piece, ...]
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphKind:
    """What a paragraph of a report is. `text` is the whole of it, `marker` how it begins where it bears a number.

    A paragraph of text that begins with its heading has that heading's style in `run_in` and its words in `heading`.
    """

    text: str
    marker: str
    style: BlockStyle
    run_in: BlockStyle | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Next year's report before anybody wrote it. `report` is LAST's head; `year` and `title` are the draft's."""

    report: ReportInfo
    year: int
    title: str
    slots: tuple[Slot, ...]
    sentences: tuple[Sentence, ...]
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    plans: tuple[Plan, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotState:
    """A slot as it stands in a draft that people have edited: open, filled, unconfirmed (a kept sentence), or lost."""

    id: str
    kind: SlotKind
    label: str
    state: Literal["open", "filled", "unconfirmed", "lost"]
    text: str
    place: str = ""
    department: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStatus:
    """`drafter status`: every slot with its state, and the counts by state."""

    report: ReportInfo
    slots: tuple[SlotState, ...]
    summary: dict[str, int]
