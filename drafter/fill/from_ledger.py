"""A draft filled from the ledger: open places written, earlier values brought up to date, texts laid in the margin.

What people wrote is never touched: a place is changed only while it says, letter for letter, what an earlier fill put there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.fill.compute import contradictions
from drafter.fill.fill import put_texts
from drafter.fill.margin import lay
from drafter.fill.register import note_values
from drafter.fill.revise import Spot, can_change, revise, reviser_for, spots
from drafter.fill.settle import Reply, differs, figures_of, offered, replies, viewed
from drafter.fill.status import Edited, status_of
from drafter.model.draft import DraftStatus, Filling, FillKind, LedgerFill, Slot, SlotState
from drafter.model.ledger import Offer
from drafter.office.package import deterministic_bytes
from drafter.text.placeholder import is_prompt

Places = Mapping[str, Sequence[Spot]]


def ledger_filled(edited: Edited, offers: Sequence[Offer], *, update: bool = False) -> tuple[LedgerFill, bytes]:
    """The draft as the bytes of a .docx with the ledger's figures in its open places, and what became of each place.

    With `update` figures that an earlier fill put in, and that nobody has touched since, give way to the latest as tracked
    changes.
    """
    filler = _Filler(edited, offers)
    fillings = [*filler.fill(update=update), *filler.left()]
    laid, marks = lay(edited, offers, filler.slots)
    note_values(edited.document, filler.noted, marks)
    status = viewed(filler.status, filler.made)
    status = replace(status, computed=(), findings=contradictions(filler.slots, status), summary=_counted(status))
    done = LedgerFill(status=status, fillings=(*fillings, *laid), touched=bool(filler.noted or marks))
    return done, deterministic_bytes(edited.document, title=edited.report.info.title)


def _counted(status: DraftStatus) -> dict[str, int]:
    return {name: sum(state.state == name for state in status.slots) for name in status.summary}


class _Filler:
    """One filling of one draft. `made` is what its places say after it, `noted` what the register has to learn."""

    def __init__(self, edited: Edited, offers: Sequence[Offer]) -> None:
        self.edited = edited
        self.offers = figures_of(offers)
        self.slots = {slot.id: slot for slot, _ in edited.register.slots}
        self.status = status_of(edited)
        self.states = {state.id: state for state in self.status.slots if state.id in self.slots}
        self.places: Places = spots(edited)
        self.bare = {key for key, state in self.states.items() if state.state == "open" and is_prompt(state.text)}
        self.ours = {key for key in self.states if self._is_ours(key)}
        self.made: dict[str, Reply] = {}
        self.noted: dict[str, tuple[str, str]] = {}

    def _is_ours(self, key: str) -> bool:
        """Whether the place says what an earlier fill put there, in every copy of it."""
        value, places = self.slots[key].value, self.places.get(key, ())
        return bool(value and places) and self.states[key].state == "filled" and all(spot.text == value for spot in places)

    def fill(self, *, update: bool) -> Iterator[Filling]:
        """Fill what is open, and bring up to date what is ours."""
        free = {key for key in self.ours if all(can_change(spot) for spot in self.places[key])} if update else set()
        said = replies(self.slots, self.status, self.offers, self.bare | free)
        self.made = said
        put_texts(self.edited, {key: reply.text for key, reply in said.items() if key in self.bare})
        reviser = reviser_for(self.edited)
        for key, reply in said.items():
            old = self.slots[key]
            if key in self.bare or (reply.text, reply.source) != (old.value, old.source):
                self.noted[key] = reply.text, reply.source
            if key in self.bare:
                yield self._told("computed" if reply.computed else "filled", key, reply)
            elif reply.text != old.value:
                for spot in self.places[key]:
                    revise(reviser, spot.runs, reply.text)
                yield self._told("changed", key, reply, old=old.value or "", old_source=old.source or "")
        yield from self._waiting(self.ours - free, "pending" if update else "newer")

    def _waiting(self, kept: set[str], kind: FillKind) -> Iterator[Filling]:
        """What is ours, would change, and does not now."""
        settled = viewed(self.status, self.made)
        for key, reply in replies(self.slots, settled, self.offers, kept).items():
            old = self.slots[key]
            if reply.text != old.value:
                yield self._told(kind, key, reply, old=old.value or "", old_source=old.source or "")

    def left(self) -> Iterator[Filling]:
        """What people wrote and the ledger has otherwise, what they have to put into words, and what nobody has sent."""
        for key, state in self.states.items():
            slot, offer = self.slots[key], self.offers.get(key)
            if key in self.made or key in self.ours or slot.kind != "figure" or state.state == "lost":
                continue
            if offer is None or not offer.text:
                if state.state == "open":
                    yield self._told("missing", key, Reply("", ""))
            elif state.state == "open":
                yield self._told("hand", key, Reply(offer.text, offer.source))
            elif differs(state.text, slot, offer):
                reply = offered(slot, offer) or Reply(offer.text, offer.source)
                yield self._told("differs", key, reply, old=state.text, old_source=self._was_ours(slot, state))

    def _was_ours(self, slot: Slot, state: SlotState) -> str:
        """Whose the text is that stands there: what an earlier fill put in, and people changed, is told apart."""
        return f"曾按台账填{slot.value}" if slot.value and slot.value != state.text else ""

    def _told(self, kind: FillKind, key: str, reply: Reply, *, old: str = "", old_source: str = "") -> Filling:
        slot, offer = self.slots[key], self.offers.get(key)
        department = (offer.department if offer else "") or slot.department or ""
        return Filling(
            kind=kind, id=key, label=slot.label, text=reply.text, source=reply.source, old=old, old_source=old_source, department=department
        )  # fmt: skip
