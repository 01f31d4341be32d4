"""LAST's written passages as what can be dealt out: items whole, with what they say, and the headings over them apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from drafter.model.report import Role, Section
from drafter.rollforward.compose import Written
from drafter.rollforward.passages import Passage
from drafter.rollforward.source import Source
from drafter.text.normalize import plain

_FRAME = ("title", "addressee", "opening")
_CLOSING = re.compile(r"(?:(?:特|专|谨)此(?:报告|汇报)|以上报告[^。]{0,20}|(?:妥否|当否)[，,][^。]{0,12})。?")
_RESULTS = re.compile("成效|举措|做法|开展|情况")
_PARTS: tuple[Role, ...] = ("problems", "plans", "leadership")


@dataclass(slots=True)
class Unit:
    """What goes under one heading together: a problem, a plan, an item (一是…), or what a subsection says beside its items.

    `topic` is the smallest titled subsection that it stands in, `item` its own section. `opens` where a chapter is
    introduced, `leads` where a list of problems or plans is; `home` where it was dealt to the heading that most of its subsection was dealt to.
    """

    role: Role
    written: list[Written] = field(default_factory=list)
    topic: Section | None = None
    item: Section | None = None
    opens: bool = False
    leads: bool = False
    home: bool = False

    def text(self) -> str:
        """Its words in LAST, for likeness."""
        return plain("".join(one.sentence.old.text for one in self.written))

    def title(self) -> str:
        """The words of its own heading."""
        return plain(self.item.title) if self.item else ""


@dataclass(slots=True)
class Body:
    """LAST without its frame. `heads` are the headings by the start of their section, `front` and `tail` the frame around."""

    front: list[Written] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    heads: dict[int, Written] = field(default_factory=dict)
    tail: list[Written] = field(default_factory=list)


def body_of(source: Source, written: Sequence[Written]) -> Body:
    """The written passages taken apart, in text order."""
    body = Body()
    end = next((i for i, one in enumerate(written) if _closes(one)), len(written))
    begin = next((i for i, one in enumerate(written) if one.passage.zone not in _FRAME), end)
    body.front, body.tail = list(written[:begin]), list(written[end:])
    last: tuple[object, ...] = ()
    for one, following in zip_longest(written[begin:end], written[begin + 1 : end]):
        if _heads(one.passage):
            body.heads[one.passage.start] = one
            continue
        key = _key(one.passage)
        if not body.units or (key != last and not _tabled(one.passage, following)):
            body.units.append(_unit(source, one.passage, body.units))
            last = key
        body.units[-1].written.append(one)
    return body


def _tabled(passage: Passage, following: Written | None) -> bool:
    """Whether it is a row of a table, or the caption of one: these stay with what stands before them."""
    caption = following is not None and following.passage.zone == "row" and not passage.marker and _place(passage)[1] is None
    return passage.zone == "row" or (caption and passage.zone == "sentence")


def _closes(one: Written) -> bool:
    return one.passage.zone in ("signature", "date") or bool(_CLOSING.fullmatch(one.sentence.old.text))


def _heads(passage: Passage) -> bool:
    """Whether it is the heading of a chapter or a subsection and nothing more."""
    return passage.zone == "heading" and passage.opens is not None and passage.opens.level <= 2


def _key(passage: Passage) -> tuple[object, ...]:
    if passage.item is not None:
        return (passage.zone.partition("_")[0], passage.item)
    topic, item = _place(passage)
    return (topic and topic.start, item and item.start)


def _place(passage: Passage) -> tuple[Section | None, Section | None]:
    """The smallest subsection of level 1 or 2 over a passage, and the outermost item in it."""
    topic = next((s for s in reversed(passage.sections) if s.level <= 2), None)
    item = next((s for s in passage.sections if s.level > 2), None)
    return topic, item


def _unit(source: Source, passage: Passage, before: Sequence[Unit]) -> Unit:
    topic, item = _place(passage)
    opens = topic is not None and item is None and any(child.level <= 2 for child in topic.children)
    role = _role(source, passage)
    leads = role in ("problems", "plans") and passage.item is None and not any(unit.role == role for unit in before)
    return Unit(role=role, topic=topic, item=item, opens=opens, leads=leads)


def _role(source: Source, passage: Passage) -> Role:
    if passage.zone.startswith(("problem", "plan")):
        return "problems" if passage.zone.startswith("problem") else "plans"
    role: Role = passage.sections[-1].role if passage.sections else "achievements"
    if role in _PARTS:
        return role
    if role != "mixed":
        return "achievements"
    plans, problems = source.report.plans, source.report.problems
    if plans and passage.start >= (problems[-1].end if problems and problems[-1].end <= plans[0].start else plans[0].start):
        return "plans"
    before = not problems or passage.start < problems[0].start
    return "achievements" if before and _RESULTS.search(passage.sections[0].title) else "problems"
