"""What each open place of a draft is to say, by the ledger and by the figures that hang on others."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from drafter.fill.compute import computed
from drafter.model.draft import DraftStatus, Slot
from drafter.model.ledger import Offer
from drafter.text.numerals import times
from drafter.text.reported import reported
from drafter.text.units import loosely_same_unit
from drafter.text.written import written

# The part of a report that a story belongs to, by its first heading; a case belongs to what was done, which is none of these.
_PARTS = {"problem": re.compile("问题|不足|短板|差距|困难"), "next": re.compile("打算|安排|计划|思路|下一步|下步|展望")}
_LED = re.compile("问题|不足|短板|差距|困难|打算|安排|计划|思路|下一步|下步|展望|第一责任人|主要负责人")
STORIES = frozenset({"case", "problem", "next"})
_ROUNDED = 0.05  # how far from the returned number one may be that people wrote as 近 or 余


@dataclass(frozen=True, slots=True)
class Reply:
    """What a place is to say, and from where that is."""

    text: str
    source: str
    computed: bool = False


def figures_of(offers: Iterable[Offer]) -> dict[str, Offer]:
    """The first row that knows each id, whether it has a value or not."""
    found: dict[str, Offer] = {}
    for offer in offers:
        if offer.unit or offer.number is not None or not offer.text:
            found.setdefault(offer.id, offer)
    return found


def number_of(offer: Offer) -> float | None:
    """The whole number with its sign: 9.03万件 is 90300, 下降3.2% is -3.2."""
    if offer.number is None:
        return None
    value = times(repr(offer.number), offer.scale) if offer.scale != 1 else offer.number
    said = written(offer.text)
    return -value if said and said.fell and value > 0 else value


def offered(slot: Slot, offer: Offer) -> Reply | None:
    """The offer in last year's words; None where it has no number, counts another thing, or the words cannot take it."""
    value = number_of(offer)
    if value is None or slot.kind != "figure" or (slot.unit and offer.unit and not loosely_same_unit(slot.unit, offer.unit)):
        return None
    if slot.last and value > 0 and _fell(slot.last.text) and not _told_way(offer.text):
        return None  # behind 下降25.1% a bare 30.2 may be a fall or a rise: only the department knows
    text = reported(value, slot.last.text, offer.about) if slot.last else offer.text
    return Reply(text, offer.source) if text else None


def _fell(last: str) -> bool:
    said = written(last)
    return said is not None and said.fell


def _told_way(text: str) -> bool:
    said = written(text)
    return said is not None and said.way is not None


def replies(
    slots: Mapping[str, Slot], status: DraftStatus, offers: Mapping[str, Offer], fresh: AbstractSet[str]
) -> dict[str, Reply]:
    """What the slots `fresh` are to say, those left out of which nothing is known.

    A returned sum counts; a rate or a change is computed where its terms are known, and taken from the ledger only where not.
    """
    said = {key: reply for key in fresh if key in offers and (reply := offered(slots[key], offers[key]))}
    late = {key for key in fresh if (formula := slots[key].formula) and formula.kind != "sum"}
    made = {key: reply for key, reply in said.items() if key not in late}
    hanging = {key for key in fresh if slots[key].formula}
    made |= _computed(slots, viewed(status, made, hanging), fresh - made.keys())
    made |= {key: reply for key, reply in said.items() if key not in made}
    made |= _computed(slots, viewed(status, made, hanging), fresh - made.keys())
    return {key: made[key] for key in slots if key in made}


def _computed(slots: Mapping[str, Slot], status: DraftStatus, wanted: AbstractSet[str]) -> dict[str, Reply]:
    return {one.id: Reply(one.text, one.source, computed=True) for one in computed(slots, status) if one.id in wanted}


def viewed(status: DraftStatus, made: Mapping[str, Reply], opened: AbstractSet[str] = frozenset()) -> DraftStatus:
    """The status with these places filled, and of the `opened` those open that hang on others and have no reply yet."""
    states = tuple(
        replace(state, state="filled", text=made[state.id].text, source=made[state.id].source) if state.id in made
        else replace(state, state="open", text="") if state.id in opened
        else state
        for state in status.slots
    )  # fmt: skip
    return replace(status, slots=states)


def differs(text: str, slot: Slot, offer: Offer) -> bool:
    """Whether what people wrote says another number than the ledger."""
    value, said = number_of(offer), written(text)
    if value is None or offered(slot, offer) is None:
        return False
    if said is None:
        return True
    off = abs(said.signed - value)
    return off > (_ROUNDED * abs(value) if said.about or offer.about else said.half) + 1e-9


def home_of(story: Offer, slots: Iterable[Slot]) -> Slot | None:
    """Where a story is laid: at the first place of its part for which the department answers, else at the first of the part."""
    part = _PARTS.get(story.id)
    held = [
        slot
        for slot in slots
        if slot.kind in ("text", "figure") and slot.path
        and (part.search(slot.path[0]) if part else not _LED.search(slot.path[0]))
    ]  # fmt: skip
    own = (slot for slot in held if story.department and story.department in (slot.department or "").split("、"))
    return next(own, next(iter(held), None))


def beside(offer: Offer) -> str:
    """A department's text as it stands in the margin: who says what, and from where that is known."""
    what = offer.label if offer.id in STORIES else ""
    return f"{offer.department or '台账'}报送{what}：{offer.text}（{offer.source}）"
