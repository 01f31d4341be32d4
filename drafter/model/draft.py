"""Next year's draft, as data."""

from dataclasses import dataclass, field
from typing import Literal

from drafter.model.finding import Finding
from drafter.model.raw import SlotKind
from drafter.model.report import Plan, Problem, ReportInfo
from drafter.model.span import Span

Decision = Literal["keep", "shift", "blank", "ask"]
BlockStyle = Literal["title", "addressee", "heading1", "heading2", "heading3", "body", "signature", "date", "table_row", "note"]

FormulaKind = Literal["sum", "share", "growth", "points", "count"]
CHANGES: tuple[FormulaKind, ...] = ("growth", "points", "count")  # against last year


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """How a figure follows from others: `terms` are the ids of the slots that it hangs on, `words` tell it.

    sum: the terms added up; share: the first in the second, in percent; growth, points and count: the change of the one
    term against `base`, what last year's report had, in percent, in points, or in the term's own unit.
    """

    kind: FormulaKind
    terms: tuple[str, ...]
    words: str
    base: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """An open place. `id` is stable across draft, ledger, form and fill. `placeholder` is the visible text 【待填：…】.

    `last` is what last year's report said there, `before` what the report of the year before that said of the same (None
    where it was not asked for); `value` and `source` are None until filled; `path` the headings above.
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
    formula: Formula | None = None
    before: Span | None = None


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
class MarginText:
    """What a department wrote, as it is laid in the margin with its source. `id` is that of its place and its sender."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of the draft. In a run-in heading the pieces with `heading` are set in the face of `style`.

    `comment` is drafter's own advice, `beside` are the departments' texts in the margin.
    """

    style: BlockStyle
    pieces: tuple[Piece, ...]
    comment: str | None = None
    beside: tuple[MarginText, ...] = ()


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


# What keeps a draft from its clean copy: figures to fill, passages to write, kept sentences to confirm, open places outside
# the slots, revisions to decide on, comments to answer, hidden text.
Hindrance = Literal["fill", "write", "keep", "loose", "revision", "comment", "hidden"]


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
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """An open slot that follows from filled ones: `text` is what it would say, `source` how that was computed."""

    id: str
    label: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStatus:
    """`drafter status`: every slot with its state, the counts by state, what can be computed, and what contradicts itself."""

    report: ReportInfo
    slots: tuple[SlotState, ...]
    summary: dict[str, int]
    computed: tuple[Computed, ...] = ()
    findings: tuple[Finding, ...] = ()


# What became of a slot, or of a text, when a draft was filled from the ledger. filled, computed: an open place was filled;
# changed: an earlier value gave way to the latest, under revision; newer: the ledger has another value than an earlier fill,
# which only --update changes; differs: people wrote something else, which stays; pending: the paragraph holds revisions that
# nobody has decided on, or the place cannot be changed alone; hand: the ledger has a value that only people can put into words;
# missing: the ledger has no value; beside, again: a text laid in the margin, for the first time or because it changed;
# unplaced: a text for which the draft has no place.
FillKind = Literal[
    "filled", "computed", "changed", "newer", "differs", "pending", "hand", "missing", "beside", "again", "unplaced"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What the ledger says for a place, and what became of it: `old` is what stood there, `old_source` where that was from."""

    kind: FillKind
    id: str
    label: str
    text: str
    source: str
    old: str = ""
    old_source: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFill:
    """`drafter fill --ledger`: every place that was filled, changed, left as it was or is still open, and the draft's status
    after it. `touched`: whether the new file differs from the old one."""

    status: DraftStatus
    fillings: tuple[Filling, ...]
    touched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """What became of `drafter finish`: the clean copy where `hindrances` is empty, with what was taken out of it.

    `removed` counts controls, comments and highlights.
    """

    status: DraftStatus
    hindrances: dict[Hindrance, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
