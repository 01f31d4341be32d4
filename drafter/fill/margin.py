"""What departments wrote, laid in the margin beside the place that it is for: people write the sentence."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from docx.oxml.ns import qn

from drafter.fill.register import mark_of
from drafter.fill.settle import STORIES, beside, figures_of, home_of, offered
from drafter.fill.status import Edited
from drafter.fill.write import COMMENT_AUTHOR
from drafter.model.draft import Filling, FillKind, MarginText, Slot
from drafter.model.ledger import Offer
from drafter.office.comments import comment_on
from drafter.office.controls import find_controls
from drafter.office.runs import Node
from drafter.text.identity import stable_id

_WORKED_OUT = "指标台账：计算："  # the draft works such a figure out itself, and no department wrote it


def margin_texts(offers: Sequence[Offer], slots: Mapping[str, Slot]) -> Iterator[tuple[Slot | None, Offer, MarginText]]:
    """Each text with the slot that it is laid beside (None for a story without a place)."""
    figures, seen = figures_of(offers), Counter[tuple[str, str]]()
    for offer in offers:
        slot = home_of(offer, slots.values()) if offer.id in STORIES else slots.get(offer.id)
        if not offer.text or (slot is None and offer.id not in STORIES):
            continue
        if (
            figures.get(offer.id) is offer
            and slot
            and (offered(slot, offer) or (slot.formula and offer.source.startswith(_WORKED_OUT)))
        ):
            continue
        seen[offer.id, offer.department] += 1
        key = stable_id("laid", offer.id, offer.department, str(seen[offer.id, offer.department]))
        yield slot, offer, MarginText(id=key, text=beside(offer))


def lay(edited: Edited, offers: Sequence[Offer], slots: Mapping[str, Slot]) -> tuple[list[Filling], dict[str, str]]:
    """Every text that was not laid yet as a comment on its paragraph; what was done, and what the register has to learn."""
    paragraphs = _paragraphs(edited)
    told: list[Filling] = []
    marks: dict[str, str] = {}
    before = edited.register.laid
    for slot, offer, text in margin_texts(offers, slots):
        paragraph = paragraphs.get(slot.id) if slot else None
        mark = mark_of(text)
        if before.get(text.id) == mark:
            continue
        if paragraph is None:
            told.append(_told("unplaced", slot, offer))
            continue
        comment_on(edited.document, paragraph, text.text, author=COMMENT_AUTHOR)
        told.append(_told("again" if text.id in before else "beside", slot, offer))
        marks[text.id] = mark
    return told, marks


def _paragraphs(edited: Edited) -> dict[str, Node]:
    found = {key: stand.paragraph for key, stand in edited.by_words.items()}
    for control in find_controls(edited.document.element.body):
        paragraph = next(control.element.iter(qn("w:p")), next(control.element.iterancestors(qn("w:p")), None))
        if paragraph is not None:
            found.setdefault(control.id, paragraph)
    return found


def _told(kind: FillKind, slot: Slot | None, offer: Offer) -> Filling:
    label = slot.label if slot and offer.id not in STORIES else offer.label
    return Filling(
        kind=kind, id=slot.id if slot else offer.id, label=label, text=offer.text, source=offer.source, department=offer.department
    )  # fmt: skip
