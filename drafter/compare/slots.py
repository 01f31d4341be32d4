"""Which of last year's figures the new text still leaves open."""

from collections.abc import Sequence

from drafter.model.metric import Metric
from drafter.model.report import Report, walk
from drafter.text.likeness import likeness
from drafter.text.normalize import fold, plain
from drafter.text.placeholder import PLACEHOLDER, last_in

ALIKE = 0.75  # a slot's label was made from last year's label, so it differs by a word at most


def open_slots(metrics: Sequence[Metric], new: Report) -> frozenset[str]:
    """The ids of the figures for which NEW has an unfilled slot: a content control, or a prompt such as 【待填：…】."""
    prompts = _prompts(new)
    found = set()
    for metric in metrics:
        best = max(prompts, key=lambda p: _fits(metric, p), default=None)
        if best is not None and _fits(metric, best) >= ALIKE:
            found.add(metric.id)
            prompts.remove(best)
    if _plans_open(new):
        found |= {metric.id for metric in metrics if metric.kind == "target"}
    return frozenset(found)


def _plans_open(new: Report) -> bool:
    """Whether next year's arrangements are still to be written: then no target of last year can be missing from them."""
    open_at = [hit.start() for hit in PLACEHOLDER.finditer(new.text)]
    return any(s.start <= at < s.end for at in open_at for s in walk(new.sections) if s.role == "plans")


def _prompts(new: Report) -> list[str]:
    """What stands at each open place: label and prompt, folded."""
    slots = [(s.start, s.end, s.label) for s in new.slots if s.open and s.kind in ("figure", "ordinal")]
    inside = [(s, e) for s, e, _ in slots]
    loose = [
        (m.start(), m.end(), "")
        for m in PLACEHOLDER.finditer(new.text)
        if "待填" in m.group() and not any(s <= m.start() < e for s, e in inside)
    ]
    return [fold(f"{label}|{new.text[s:e]}") for s, e, label in sorted(slots + loose)]


def _fits(metric: Metric, prompt: str) -> float:
    """0..1: the label against the prompt's, and last year's figure if the prompt names it."""
    label, _, text = prompt.partition("|")
    wanted = label or text.strip("【】〔〕").partition(":")[2].partition(";")[0].partition("(")[0]
    last = last_in(text)
    same_last = bool(last) and plain(metric.text) in plain(last)  # the slot spans 提高0.5个百分点
    score = likeness(metric.label, wanted)
    return min(1.0, score + 0.3) if same_last else score - (0.3 if last else 0.0)
