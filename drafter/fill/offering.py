"""A draft with the ledger's figures in its places, as data: the names and departments that people gave them too."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from drafter.fill.margin import margin_texts
from drafter.fill.settle import Reply, figures_of, replies
from drafter.model.draft import Block, Draft, DraftStatus, MarginText, Piece, Sentence, Slot, SlotState
from drafter.model.ledger import Offer
from drafter.text.normalize import fold
from drafter.text.placeholder import figure_placeholder, shown_in_prompt

_YEAR = re.compile(r"(?:19|20)\d\d")
_HEAD = len(figure_placeholder("", "", "")) - 1  # how far into a prompt the label begins


def with_offers(draft: Draft, offers: Sequence[Offer]) -> Draft:
    """The draft with every figure that the ledger has, and what follows from these; departments' texts are laid beside their
    prompts. A note tells how many."""
    known = figures_of(offers)
    named = tuple(_named(slot, known.get(slot.id)) for slot in draft.slots)
    slots = {slot.id: slot for slot in named}
    opened = {slot.id for slot in named if slot.kind == "figure" and slot.value is None}
    said = replies(slots, _status(draft, named), known, opened)
    filled = tuple(replace(s, value=said[s.id].text, source=said[s.id].source) if s.id in said else s for s in named)
    texts: dict[str, str] = {slot.id: slot.value or slot.placeholder for slot in filled if slot.kind == "figure"}
    notes = _beside(offers, slots)
    blocks = tuple(_block(block, texts, notes) for block in draft.blocks)
    return replace(
        draft, slots=filled, blocks=blocks, sentences=_sentences(draft, texts), notes=(*draft.notes, *_told(said, notes, opened))
    )


def _named(slot: Slot, offer: Offer | None) -> Slot:
    """The slot under the ledger's name and with its department. A name that tells a year is of that year's report."""
    if offer is None:
        return slot
    slot = replace(slot, department=offer.department or slot.department)
    label = offer.label.strip()
    end = _HEAD + len(slot.label)
    renamed = label and _YEAR.sub("", label) != _YEAR.sub("", slot.label) and not _YEAR.search(label)
    if not renamed or fold(slot.placeholder[_HEAD:end]) != fold(slot.label):
        return slot
    prompt = f"{slot.placeholder[:_HEAD]}{shown_in_prompt(label)}{slot.placeholder[end:]}"
    return replace(slot, label=label, placeholder=prompt)


def _status(draft: Draft, slots: Iterable[Slot]) -> DraftStatus:
    """The draft before anybody worked on it."""
    states = tuple(SlotState(id=s.id, kind=s.kind, label=s.label, state="open", text=s.placeholder) for s in slots)
    return DraftStatus(report=draft.report, slots=states, summary={})


def _beside(offers: Sequence[Offer], slots: Mapping[str, Slot]) -> dict[str, list[MarginText]]:
    """The texts for each slot."""
    found: dict[str, list[MarginText]] = {}
    for slot, _, text in margin_texts(offers, slots):
        if slot is not None:
            found.setdefault(slot.id, []).append(text)
    return found


def _block(block: Block, texts: Mapping[str, str], notes: Mapping[str, Sequence[MarginText]]) -> Block:
    pieces = tuple(_piece(piece, texts) for piece in block.pieces)
    laid = tuple(note for piece in block.pieces if piece.slot for note in notes.get(piece.slot, ()))
    return replace(block, pieces=pieces, beside=(*block.beside, *laid))


def _piece(piece: Piece, texts: Mapping[str, str]) -> Piece:
    return replace(piece, text=texts[piece.slot]) if piece.slot and piece.slot in texts else piece


def _sentences(draft: Draft, texts: Mapping[str, str]) -> tuple[Sentence, ...]:
    """What stands in each sentence now: the prompt of a figure gives way in the sentence that it came from."""
    old = [(slot.last, slot.placeholder, texts[slot.id]) for slot in draft.slots if slot.last and slot.id in texts]
    changed = [(last, prompt, text) for last, prompt, text in old if prompt != text]
    made = []
    for sentence in draft.sentences:
        new, at = sentence.new, 0
        for last, prompt, text in changed:
            place = new.find(prompt, at) if sentence.old.start <= last.start < sentence.old.end else -1
            if place >= 0:
                new, at = f"{new[:place]}{text}{new[place + len(prompt) :]}", place + len(text)
        made.append(replace(sentence, new=new))
    return tuple(made)


def _told(said: Mapping[str, Reply], notes: Mapping[str, Sequence[MarginText]], opened: Iterable[str]) -> tuple[str, ...]:
    computed = sum(reply.computed for reply in said.values())
    left, laid = len(set(opened) - said.keys()), sum(map(len, notes.values()))
    parts = (
        (len(said) - computed, "填入报送数据{}处"), (computed, "算出{}处"), (laid, "以批注列出报送文字{}条"), (left, "仍有{}处数据待填")
    )  # fmt: skip
    return (
        (f"按指标台账{'，'.join(words.format(n) for n, words in parts if n)}",)
        if said or notes
        else ("指标台账中没有可填入的数据",)
    )
