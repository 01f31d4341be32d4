"""What is open, filled, unconfirmed and lost in a draft that people have edited."""

import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from drafter.fill.register import read_register
from drafter.model.draft import DraftStatus, Slot, SlotState
from drafter.model.errors import DrafterError
from drafter.model.raw import RawSlot
from drafter.model.report import Report, place
from drafter.office.controls import find_controls, is_highlighted
from drafter.office.runs import run_text, runs_of
from drafter.text.placeholder import EDITOR_PROMPT

State = Literal["open", "filled", "unconfirmed", "lost"]
STATES: tuple[State, ...] = ("open", "filled", "unconfirmed", "lost")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What only the file tells: ids of emptied controls in which Word shows its own prompt; all highlighted text, and all
    text, prompts included, without white space."""

    emptied: frozenset[str]
    highlighted: str
    whole: str


def draft_status(path: Path, report: Report) -> DraftStatus:
    """Every slot of the draft at `path`, which was read as `report`. Raises DrafterError where it is no draft of ours."""
    listed = read_register(path) if report.info.format == "docx" else ()
    if not listed and not report.slots:
        raise DrafterError(
            "不是 drafter 生成的稿件，文中没有待填控件", where=str(path), hint="请用 drafter draft 生成的 .docx 稿件"
        )
    signs = _signs(path)
    found: dict[str, RawSlot] = {}
    for slot in report.slots:  # a control that was copied stands twice: the open one counts
        if slot.slot_id not in found or slot.open:
            found[slot.slot_id] = slot
    states = [_listed(slot, text, found.get(slot.id), (report, signs)) for slot, text in listed]
    known = {slot.id for slot, _ in listed}
    states += [_present(raw, "", None, (report, signs)) for raw in found.values() if raw.slot_id not in known]
    counts = Counter(state.state for state in states)
    return DraftStatus(report=report.info, slots=tuple(states), summary={name: counts[name] for name in STATES})


def _signs(path: Path) -> _Signs:
    try:
        body = docx.Document(io.BytesIO(path.read_bytes())).element.body
    except (OSError, KeyError, ValueError, PackageNotFoundError):
        return _Signs(frozenset(), "", "")
    emptied = (c.id for c in find_controls(body) if c.prompting and EDITOR_PROMPT.search(c.text))
    runs = [run for paragraph in body.iter(qn("w:p")) for run in runs_of(paragraph)]
    marked, whole = ("".join(map(run_text, some)) for some in (filter(is_highlighted, runs), runs))
    return _Signs(frozenset(emptied), _bare(marked), _bare(whole))


def _listed(slot: Slot, text: str, raw: RawSlot | None, seen: tuple[Report, _Signs]) -> SlotState:
    if raw is not None:
        return _present(raw, text, slot.department, seen)
    report, signs = seen
    at = report.text.find(text) if text else -1
    # An editor that drops controls keeps their text; LibreOffice leaves the mark of a prompt without its tag.
    stands = at >= 0 or (bool(text) and _bare(text) in signs.whole)
    state: State = "lost"
    if stands and slot.kind != "keep":
        state = "open"
    elif stands:
        state = "unconfirmed" if _bare(text) in signs.highlighted else "filled"
    where = _where(report, at, slot.kind, slot.label) if at >= 0 else "".join(slot.path[:1])
    return SlotState(
        id=slot.id,
        kind=slot.kind,
        label=slot.label,
        state=state,
        text=text if stands else "",
        place=where,
        department=slot.department,
    )


def _present(raw: RawSlot, first: str, department: str | None, seen: tuple[Report, _Signs]) -> SlotState:
    """A slot whose control stands; `first` is the text that it had when the draft was written."""
    report, signs = seen
    text = "" if raw.slot_id in signs.emptied else report.text[raw.start : raw.end]
    return SlotState(
        id=raw.slot_id,
        kind=raw.kind,
        label=raw.label,
        state=_state(raw, text, first),
        text=text,
        place=_where(report, raw.start, raw.kind, raw.label),
        department=department,
    )


def _where(report: Report, at: int, kind: str, label: str) -> str:
    """The section; the date under the signature stands in none, whatever section it follows."""
    return "落款" if kind == "date" and label.startswith("落款") else place(report, at)


def _state(raw: RawSlot, text: str, first: str) -> State:
    if raw.kind != "keep":
        return "open" if raw.open or not text.strip() else "filled"
    # A kept sentence is confirmed by taking the highlight off or by editing it.
    edited = bool(first) and _bare(text) != _bare(first)
    return "unconfirmed" if raw.open and not edited else "filled"


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
