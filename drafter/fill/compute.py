"""Figures that hang on others, once these are filled: what they come to, and where a direction contradicts the values."""

from collections.abc import Iterator, Mapping

from drafter.model.draft import CHANGES, Computed, DraftStatus, Formula, Slot, SlotState
from drafter.model.finding import Finding, Level
from drafter.text.formula import value_of
from drafter.text.identity import stable_id
from drafter.text.placeholder import is_prompt
from drafter.text.quotes import quoted
from drafter.text.rates import CUT
from drafter.text.written import Written, worded, written

_WAYS = {1: "所填数值高", -1: "所填数值低", 0: "所填数值相同"}
_PLACES = {1: "所填名次靠后", -1: "所填名次靠前", 0: "所填名次相同"}
Slots = Mapping[str, Slot]


def computed(slots: Slots, status: DraftStatus) -> tuple[Computed, ...]:
    """Every slot with its bare prompt that follows from slots which are filled, or which follow from such."""
    states = {state.id: state for state in status.slots}
    known = {key: figure for key, state in states.items() if state.state == "filled" and (figure := written(state.text))}
    wanted = {key for key, state in states.items() if state.state == "open" and is_prompt(state.text)}
    found: dict[str, Computed] = {}
    changed = True
    while changed:
        changed = False
        for slot in slots.values():
            if slot.id in found or slot.formula is None or slot.id not in wanted:
                continue
            made = _one(slot, slot.formula, known)
            figure = written(made.text) if made else None
            if made and figure:
                found[slot.id], known[slot.id], changed = made, figure, True
    return tuple(found[key] for key in slots if key in found)


def _one(slot: Slot, formula: Formula, known: Mapping[str, Written]) -> Computed | None:
    figures = [known.get(term) for term in formula.terms]
    terms = [figure for figure in figures if figure is not None and not figure.about]
    if len(terms) < len(formula.terms) or slot.last is None:
        return None
    value = value_of(formula, [term.value for term in terms])
    text = None if value is None else worded(value, slot.last.text, is_change=formula.kind in CHANGES)
    return Computed(id=slot.id, label=slot.label, text=text, source=f"计算：{_shown(formula, terms)}") if text else None


def _shown(formula: Formula, terms: list[Written]) -> str:
    values = [f"{term.value:.10g}" for term in terms]
    base = f"{formula.base or 0:.10g}"
    return {
        "sum": "＋".join(values),
        "share": "÷".join(values),
        "growth": f"（{values[0]}－{base}）÷{base}",
    }.get(formula.kind, f"{values[0]}－{base}")


def contradictions(slots: Slots, status: DraftStatus) -> tuple[Finding, ...]:
    """Filled slots whose direction or value the figures beside them, or last year's, do not bear out; the worst first."""
    states = {state.id: state for state in status.slots if state.state == "filled"}
    known = {key: figure for key, state in states.items() if (figure := written(state.text))}
    found = [finding for slot in slots.values() if slot.id in known for finding in _against(slot, states[slot.id], known)]
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def _against(slot: Slot, state: SlotState, known: Mapping[str, Written]) -> Iterator[Finding]:
    said = known[slot.id]
    if said.level and slot.last is not None and (last := written(slot.last.text)) and not _bears_out(said, last.value):
        told = f"与上年报告所载{quoted(slot.last.text)}相比，{(_PLACES if said.rank else _WAYS)[_sign(said.value - last.value)]}，表述与数据不一致，请更正"
        yield _finding(state, "direction", "must", 95, told)
    formula = slot.formula
    if formula is None or said.about or any(term not in known or known[term].about for term in formula.terms):
        return
    terms = [known[term] for term in formula.terms]
    value = value_of(formula, [term.value for term in terms])
    if value is None:
        return
    how = f"按{_shown(formula, terms)}计算为{_rounded(value)}{_unit(slot)}"
    if formula.kind in CHANGES and said.way and said.way != "flat" and _sign(value) == (-1 if said.way == "up" else 1):
        yield _finding(state, "direction", "must", 96, f"与所填数据方向相反，{how}，请更正")
    elif abs(_signed(said, formula) - value) > said.half + _slack(formula, terms):
        level: Level = "must" if formula.kind == "sum" else "verify"
        yield _finding(state, "arithmetic", level, 90 if level == "must" else 70, f"与所填数据不符，{how}，请核对")


def _bears_out(said: Written, last: float) -> bool:
    """增至15个 wants more than last year, 降至 less; 升至第二位 wants a smaller number."""
    return said.value > last if (said.way == "up") != said.rank else said.value < last


def _signed(said: Written, formula: Formula) -> float:
    return -said.value if formula.kind in CHANGES and said.way == "down" else said.value


def _slack(formula: Formula, terms: list[Written]) -> float:
    """How far rounding of the terms, and of rates cut off, may move the result."""
    moved = sum(term.half for term in terms)
    if formula.kind in ("sum", "count"):
        return moved
    base = abs(terms[-1].value if formula.kind == "share" else formula.base or 1)
    return CUT + (moved if formula.kind == "points" else 100 * moved / base if base else 0.0)


def _sign(value: float) -> int:
    return (value > 1e-9) - (value < -1e-9)


def _rounded(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _unit(slot: Slot) -> str:
    return slot.unit


def _finding(state: SlotState, kind: str, level: Level, weight: int, told: str) -> Finding:
    return Finding(
        id=stable_id(kind, "slot", state.id), kind=kind, level=level, weight=weight,
        message=f"{quoted(f'{state.label}：{state.text}', 60)}{told}。", new_place=state.place,
    )  # fmt: skip
