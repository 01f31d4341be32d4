"""What is open, filled, unconfirmed and lost in a draft that people have edited."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import XMLSyntaxError

from drafter.fill.compute import computed, contradictions
from drafter.fill.find import Stand, stands_by_words
from drafter.fill.register import Register, read_register
from drafter.model.draft import DraftStatus, Slot, SlotState
from drafter.model.errors import DrafterError
from drafter.model.raw import RawSlot
from drafter.model.report import Report, place
from drafter.office.controls import find_controls
from drafter.office.runs import paragraph_text
from drafter.office.stories import parsed, parts_of, stories
from drafter.text.placeholder import EDITOR_PROMPT, is_open
from drafter.zips import DAMAGED

State = Literal["open", "filled", "unconfirmed", "lost"]
_LIMIT = 400 * 2**20  # bytes unpacked
_LAST_YEAR = re.compile("[；;]上年")
STATES: tuple[State, ...] = ("open", "filled", "unconfirmed", "lost")


@dataclass(frozen=True, slots=True)
class Edited:
    """A draft as people left it: its text and file, the file's list of slots, the controls that stand, and where the others are by their words.

    `emptied` are the controls in which Word shows its own prompt.
    """

    report: Report
    document: Document
    register: Register
    present: dict[str, RawSlot]
    by_words: dict[str, Stand]
    emptied: frozenset[str]


def draft_status(path: Path, report: Report) -> DraftStatus:
    """Every slot of the draft at `path`, which was read as `report`. Raises DrafterError where it is no draft of ours."""
    return status_of(edited_draft(path, report))


def edited_draft(path: Path, report: Report) -> Edited:
    """The draft with what stands in it. Raises DrafterError where it is no draft of ours."""
    register = read_register(path) if report.info.format == "docx" else Register()
    if not register.slots and not report.slots:
        raise DrafterError(
            "不是 drafter 生成的稿件，文中没有待填控件", where=str(path), hint="请用 drafter draft 生成的 .docx 稿件"
        )
    present = _present_slots(report)
    document = _opened(path)
    body = document.element.body
    dropped = frozenset(slot.id for slot, _ in register.slots if slot.id not in present)
    emptied = frozenset(c.id for c in find_controls(body) if c.prompting and EDITOR_PROMPT.search(c.text))
    return Edited(report, document, register, present, stands_by_words(body, register, dropped), emptied)


def _present_slots(report: Report) -> dict[str, RawSlot]:
    """Of a control that was copied the open one counts; one whose text moved away under revision only where no other stands."""
    present: dict[str, RawSlot] = {}
    for slot in report.slots:
        old = present.get(slot.slot_id)
        gone = not report.text[slot.start : slot.end].strip()
        if old is None or not report.text[old.start : old.end].strip() or (slot.open and not gone):
            present[slot.slot_id] = slot
    return present


def _opened(path: Path) -> Document:
    try:
        data = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size <= _LIMIT:
            document = docx.Document(io.BytesIO(data))
            # these are not parsed until they are asked for
            _ = list(stories(document)), [parsed(part) for part in parts_of(document, ".commentsExtended+xml")]
            return document
    except (*DAMAGED, KeyError, PackageNotFoundError, XMLSyntaxError) as error:
        raise DrafterError(
            "不是 Word 文档，或文件已损坏", where=str(path), hint="请用 Word 或 WPS 另存为 .docx 后再试"
        ) from error
    message = f"文件解压后超过 {_LIMIT // 2**20} MB，已停止读取"
    raise DrafterError(message, where=str(path), hint="请确认文件来源，或删去无关内容后重试")


def status_of(edited: Edited) -> DraftStatus:
    """Every slot with its state, those of the list first."""
    states = [_listed(slot, text, edited) for slot, text in edited.register.slots]
    known = {slot.id for slot, _ in edited.register.slots}
    states += [_present(raw, "", None, edited) for raw in edited.present.values() if raw.slot_id not in known]
    counts = Counter(state.state for state in states)
    made = DraftStatus(report=edited.report.info, slots=tuple(states), summary={name: counts[name] for name in STATES})
    slots = {slot.id: slot for slot, _ in edited.register.slots}
    return replace(made, computed=computed(slots, made), findings=contradictions(slots, made))


def _listed(slot: Slot, first: str, edited: Edited) -> SlotState:
    raw = edited.present.get(slot.id)
    if raw is not None:
        state = _present(raw, first, slot.department, edited)
        return replace(state, source=_source(slot, state.text))
    stand = edited.by_words.get(slot.id)
    return SlotState(
        id=slot.id, kind=slot.kind, label=slot.label, state=_by_words(slot, first, stand), text=stand.text if stand else "",
        place=_place_by_words(slot, stand, edited.report), department=slot.department, source=_source(slot, stand.text if stand else ""),
    )  # fmt: skip


def _source(slot: Slot, text: str) -> str | None:
    """Where the text is from that stands there; what people have changed since is their own."""
    return slot.source if slot.value == text else None


def _by_words(slot: Slot, first: str, stand: Stand | None) -> State:
    """The state of a slot without a control, which stands where its line says, if anywhere."""
    if stand is None:
        return "lost"
    if slot.kind != "keep":
        return "open" if _unwritten(slot.kind, stand.text) else "filled"
    return "unconfirmed" if stand.highlighted and _bare(stand.text) == _bare(first) else "filled"


def _unwritten(kind: str, text: str) -> bool:
    """Whether a place is still to be written, or shows what is left of its prompt: a figure says nothing of last year's."""
    return is_open(text) or (kind == "figure" and _LAST_YEAR.search(text) is not None)


def _place_by_words(slot: Slot, stand: Stand | None, report: Report) -> str:
    at = report.text.find(paragraph_text(stand.paragraph)) if stand else -1
    return _where(report, at + stand.start, slot.kind, slot.label) if stand and at >= 0 else "".join(slot.path[:1])


def _present(raw: RawSlot, first: str, department: str | None, edited: Edited) -> SlotState:
    """A slot whose control stands; `first` is the text that it had when the draft was written."""
    report = edited.report
    text = "" if raw.slot_id in edited.emptied else report.text[raw.start : raw.end]
    return SlotState(
        id=raw.slot_id, kind=raw.kind, label=raw.label, state=_state(raw, text, first), text=text,
        place=_where(report, raw.start, raw.kind, raw.label), department=department,
    )  # fmt: skip


def _where(report: Report, at: int, kind: str, label: str) -> str:
    """The section; the date under the signature stands in none, whatever section it follows."""
    return "落款" if kind == "date" and label.startswith("落款") else place(report, at)


def _state(raw: RawSlot, text: str, first: str) -> State:
    if raw.kind != "keep":
        return "open" if raw.open or _unwritten(raw.kind, text) else "filled"
    # A kept sentence is confirmed by taking the highlight off or by editing it.
    edited = bool(first) and _bare(text) != _bare(first)
    return "unconfirmed" if raw.open and not edited else "filled"


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
