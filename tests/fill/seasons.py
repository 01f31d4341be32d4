"""A clerk's hands: every open place of a draft written in, kept sentences confirmed, by tag or by the visible text alone."""

import re
from collections.abc import Mapping

from docx.document import Document
from docx.oxml.ns import qn

from drafter.fill.register import Register
from drafter.model.draft import Slot
from drafter.office.controls import find_controls
from drafter.office.runs import Node, cut, paragraph_text, pieces, run_text
from drafter.text.numerals import NUMBER, parse_numeral
from drafter.text.placeholder import PLACEHOLDER

_LOWER = re.compile("降|减|缩|压")


def answer(slot: Slot) -> str:
    """What somebody might write into a slot: twice last year's count, half of one that is to fall, half of a place that is to rise, a rate a point lower."""
    if slot.kind == "date":
        return "2027年1月20日"
    if slot.kind in ("text", "name", "ordinal"):
        return {"text": "有关工作已按计划完成", "name": "李某某", "ordinal": "第九次"}[slot.kind]
    last = slot.last.text if slot.last else "5件"
    found = re.search(NUMBER, last)
    value = parse_numeral(found.group()) if found else None
    if found is None or value is None or last.startswith("第") or re.search(r"\d[-—－~至]\d", last):
        return last
    scale = next((n for word, n in (("亿", 10**8), ("万", 10**4)) if word in found.group()), 1)
    shown = value / scale
    new = (
        max(shown - 1, 0.5)
        if slot.unit in ("%", "个百分点")
        else shown / 2
        if _LOWER.search(last[: found.start()]) or last[: found.start()].endswith("第")
        else shown * 2
    )
    text = f"{round(new, 2):g}" if new != int(new) else str(int(new))
    return last[: found.start()] + text + ("亿" if scale == 10**8 else "万" if scale == 10**4 else "") + last[found.end() :]


def by_tag(document: Document, answers: Mapping[str, str]) -> None:
    """Type over the prompts of these slots."""
    for control in find_controls(document.element.body):
        if control.id in answers:
            for shown in control.element.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
                shown.getparent().remove(shown)
            first, *rest = [text for run in control.runs() for text in run.iter(qn("w:t"))]
            first.text = answers[control.id]
            for text in rest:
                text.text = ""


def by_sight(document: Document, register: Register, answers: Mapping[str, str]) -> None:
    """Type over the prompts where they stand in the text: each slot's own, in the order of the list."""
    waiting = [(first, answers[slot.id]) for slot, first in register.slots if slot.id in answers]
    for paragraph in document.element.body.iter(qn("w:p")):
        for hit in reversed(list(PLACEHOLDER.finditer(paragraph_text(paragraph)))):
            at = next((i for i, (first, _) in enumerate(waiting) if first == hit.group()), None)
            if at is not None:
                _put(paragraph, hit.span(), waiting.pop(at)[1])


def _put(paragraph: Node, place: tuple[int, int], text: str) -> None:
    cut(paragraph, place)
    first, *rest = [p.run for p in pieces(paragraph) if place[0] <= p.start and p.end <= place[1]]
    for run in (first, *rest):
        for node in list(run.iter(qn("w:t"))):
            node.text = ""
    next(first.iter(qn("w:t"))).text = text
    assert run_text(first) == text


def confirm(document: Document) -> None:
    """Take every highlight off."""
    for mark in list(document.element.body.iter(qn("w:highlight"))):
        mark.getparent().remove(mark)
