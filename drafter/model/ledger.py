"""The ledger (指标台账): the figures and matters that an office collects, what departments returned, and what is to be asked.

Three files stand behind it: the ledger itself, the forms that go out to departments, and the forms that come back.
"""

from dataclasses import dataclass
from typing import Literal

from drafter.model.change import Direction
from drafter.model.draft import CHANGES, FormulaKind
from drafter.model.finding import Level

# Where a value comes from: the published report of its year, the first round of returns (预报), the last one (正式).
Round = Literal["report", "first", "final"]
# 沿用: asked for every year; 一次性: told of one event; 停用: no longer reported; 新增: proposed by a department, to be decided.
RowStatus = Literal["keep", "once", "gone", "new"]
# 单报: one department answers, or all named ones the same; 合计: the sum of all returns; 计算: follows from other rows.
Adding = Literal["single", "sum", "computed"]
MatterKind = Literal["plan", "problem"]
# What a department may add in its own words.
StoryKind = Literal["case", "problem", "next"]

# The codes in words; rounds in the order of time.
ROUNDS: dict[Round, str] = {"report": "", "first": "预报", "final": "正式"}
STATUSES: dict[RowStatus, str] = {"keep": "沿用", "once": "一次性", "gone": "停用", "new": "新增"}
STORIES: dict[StoryKind, str] = {"case": "典型案例", "problem": "存在问题", "next": "下步打算"}
# Formulas whose results nobody is asked for; a sum may be returned, so that it can be checked.
_FOLLOW: tuple[FormulaKind, ...] = ("share", *CHANGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What one source says of a figure in one year.

    `number` is in the row's own unit (9.03 where that is 万件), None where the source gives a range or no number; `text` is
    how it would be printed, with its unit (9.03万件). `about` is the word that makes it no exact one (约, 余). `source` says
    who said it and what (市司法局，王某，报1042件), `date` when (2026-01-12), `note` what was said of it.
    """

    year: int
    round: Round
    number: float | None
    text: str
    about: str = ""
    source: str = ""
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure of the ledger.

    `id` never changes; `aliases` are the ids that drafts of later reports give the same figure. `departments` answer for it,
    `guess` says how they were found ("" where people wrote them). `unit` bears its scale (万件). `last` is how the newest report
    printed the figure (增至15个), `sentence` the sentence that it stood in and `path` the headings above. A figure that follows
    from others has a `formula` over the ids in `terms`.
    """

    id: str
    label: str
    unit: str
    synonyms: tuple[str, ...] = ()
    definition: str = ""
    departments: tuple[str, ...] = ()
    guess: str = ""
    contact: str = ""
    status: RowStatus = "keep"
    adding: Adding = "single"
    formula: FormulaKind | None = None
    terms: tuple[str, ...] = ()
    good: Direction = "neutral"
    values: tuple[Value, ...] = ()
    note: str = ""
    last: str = ""
    sentence: str = ""
    path: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def follows(self) -> bool:
        """Whether the figure is computed from others and asked of nobody."""
        return self.adding == "computed" or self.formula in _FOLLOW

    @property
    def is_asked(self) -> bool:
        """Whether departments are asked for it every year."""
        return self.status == "keep" and not self.follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a department says of a promise or a problem: what was done, what proves it, why it was not done."""

    department: str
    year: int
    round: Round
    progress: str = ""
    evidence: str = ""
    reason: str = ""
    source: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A plan that last year's report announced, or a problem that it admitted. `id` is that of the draft's prompt for it."""

    id: str
    kind: MatterKind
    title: str
    text: str
    departments: tuple[str, ...] = ()
    guess: str = ""
    year: int | None = None
    answers: tuple[Answer, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A passage that a department sent in: a case, a problem of its own, what it means to do next."""

    department: str
    year: int
    round: Round
    kind: StoryKind
    text: str
    source: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The whole: whose it is, the year that is being collected for, and the rows in the order of the newest report."""

    issuer: str
    year: int
    rows: tuple[Row, ...] = ()
    matters: tuple[Matter, ...] = ()
    stories: tuple[Story, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a form as it came back. `row` is the ledger's id ("" for a figure that the department added), `label` and
    `unit` are as printed there now, `value` is the cell as text, whatever was typed; `place` names the cell (数据!G7)."""

    row: str
    label: str
    unit: str
    value: str
    place: str
    definition: str = ""
    period: str = ""
    corrected: str = ""
    reason: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterEntry:
    """What a form says of one promise or problem."""

    matter: str
    title: str
    progress: str
    evidence: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One form as a department sent it back. `date` and `due` are ISO dates, "" where the form has none.

    `remarks` tell what was found changed in the form and could still be read (rows sorted, a heading renamed).
    """

    path: str
    issuer: str
    year: int
    round: Round
    department: str
    person: str = ""
    checker: str = ""
    phone: str = ""
    date: str = ""
    due: str = ""
    entries: tuple[Entry, ...] = ()
    matters: tuple[MatterEntry, ...] = ()
    stories: tuple[tuple[StoryKind, str], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsOut:
    """The forms that went out: `forms` are (department, file, figures, matters); `rows` and `matters` are the names of what
    went to nobody, because the ledger names no department for it."""

    round: Round
    forms: tuple[tuple[str, str, int, int], ...]
    rows: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()


QueryKind = Literal[
    "unread", "missing_form", "missing", "late", "twice", "conflict", "sum", "unit", "number", "far", "equal", "reason",
    "corrected", "period", "altered", "new", "kept", "unsigned", "unassigned",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Something to ask a department, or for the office to know. `taken`: whether the value went into the ledger all the same."""

    id: str
    kind: QueryKind
    level: Level
    department: str
    label: str
    message: str
    file: str = ""
    place: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """The ledger with the returns in it, what there is to ask, and the counts: forms, values, texts, and queries by level."""

    ledger: Ledger
    queries: tuple[Query, ...]
    summary: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the ledger has for a slot of a draft: a number in the row's unit, or words to lay beside its prompt.

    `id` is any id under which a draft knows the slot, or the kind of a story, which belongs to no slot. `scale` is what the
    number counts in (10000 for 万件), `unit` the unit without it (件). A row without a value has an empty `text`: the ledger
    knows the figure's name and department, and nobody has sent it yet.
    """

    id: str
    label: str
    department: str
    number: float | None
    scale: int
    about: str
    text: str
    source: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFigure:
    """A figure that the ledger knows by several names, for pairing: `names` are its label and its synonyms, `unit` bears no scale."""

    id: str
    names: tuple[str, ...]
    definition: str
    unit: str
    good: Direction = "neutral"
