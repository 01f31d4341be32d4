"""What is dealt to a heading as the paragraphs under it: items numbered anew, LAST's own headings given up or kept one level
lower, and the headings over each slot noted."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from drafter.model.draft import Sentence
from drafter.model.report import Section
from drafter.rollforward.blocks import Part, parts_of
from drafter.rollforward.compose import Written
from drafter.rollforward.numbering import chinese, marked, renumbered
from drafter.rollforward.source import Source
from drafter.rollforward.units import Body, Unit

_KEPT_LEVEL = 2
_STOPS = tuple("。！？；：")


@dataclass(slots=True)
class Setter:
    """Sets units under headings. `sentences` are LAST's as they stand now, by start, where they were altered; `paths` the
    headings over each slot; `moved` counts headings of LAST whose open places made them the first sentence of their text."""

    source: Source
    body: Body
    sentences: dict[int, Sentence] = field(default_factory=dict)
    paths: dict[str, tuple[str, ...]] = field(default_factory=dict)
    moved: int = 0
    used: set[int] = field(default_factory=set)

    def parts(self, units: Sequence[Unit], level: int, path: tuple[str, ...], least: int = 2) -> list[Part]:
        """The paragraphs of `units` under a heading of `level`. Under a chapter that most of `least` or more of LAST's
        subsections came to these keep their headings; items parted from other subsections stand before them."""
        topics = {unit.topic.start for unit in units if unit.topic and unit.home and self._titled(unit.topic)}
        kept = level == 1 and len(topics) >= least
        loose = [unit for unit in units if not (kept and unit.topic and unit.home and unit.topic.start in topics)]
        written = self._items(loose, level, path)
        with_heads = [unit for unit in units if unit not in loose]
        for number, (topic, group) in enumerate(groupby(with_heads, key=lambda unit: unit.topic), 1):
            if topic:
                over = (*path, *self.source.path([topic]))
                written += [self._heading(topic, number, over), *self._items(list(group), _KEPT_LEVEL, over)]
        return [part for part in parts_of(written) if part.pieces]

    def given_up(self) -> list[Written]:
        """LAST's headings that stand nowhere are taken out; those with open places are returned, as sentences."""
        leads = []
        for start, head in self.body.heads.items():
            if start in self.used:
                continue
            if any(piece.slot for piece in head.pieces):
                leads.append(self._lead(head))
            else:
                self.sentences[start] = replace(head.sentence, new="")
        return leads

    def note_paths(self, one: Written, over: tuple[str, ...]) -> None:
        """The headings over the slots of a passage: those of the outline, then LAST's items."""
        own = self.source.path([section for section in one.passage.sections if section.start not in self.body.heads])
        self.paths |= {piece.slot: (*over, *own) for piece in one.pieces if piece.slot}

    def _titled(self, topic: Section) -> bool:
        """Whether a subsection has a heading that may stand below a chapter: not the only chapter of what was done."""
        chapters = sum(section.role == topic.role for section in self.source.report.sections if section.level == 1)
        return topic.start in self.body.heads and (topic.level == _KEPT_LEVEL or chapters > 1)

    def _heading(self, topic: Section, number: int, over: tuple[str, ...]) -> Written:
        head = marked(self.body.heads[topic.start], f"（{chinese(number)}）", _KEPT_LEVEL)
        self.used.add(topic.start)
        self._tell(head)
        self.note_paths(head, over)
        return head

    def _items(self, units: Sequence[Unit], level: int, over: tuple[str, ...]) -> list[Written]:
        firsts = iter(renumbered([unit.written[0] for unit in units], level))
        found: list[Written] = []
        for unit in units:
            leads = self._leads(unit)
            for one in (*leads, next(firsts), *unit.written[1:]):
                self._tell(one)
                self.note_paths(one, over)
                found.append(one)
        return found

    def _leads(self, unit: Unit) -> list[Written]:
        """The headings over a unit that have open places and stand nowhere yet."""
        heads = [self.body.heads.get(section.start) for section in unit.written[0].passage.sections]
        return [
            self._lead(head)
            for head in heads
            if head and head.passage.start not in self.used and any(piece.slot for piece in head.pieces)
        ]

    def _lead(self, head: Written) -> Written:
        """A heading as the first sentence of its text, so that its figures are not lost with it."""
        self.used.add(head.passage.start)
        self.moved += 1
        one = marked(head, "", 3)
        stop = "" if one.sentence.new.endswith(_STOPS) else "。"
        pieces = [replace(piece, heading=False) for piece in one.pieces]
        pieces[-1:] = [pieces[-1], replace(pieces[-1], text=stop, slot=None)] if stop else [pieces[-1]]
        new = replace(one.sentence, new=one.sentence.new + stop)
        lead = replace(one, pieces=tuple(pieces), passage=replace(one.passage, opens=None), sentence=new)
        self._tell(lead)
        return lead

    def _tell(self, one: Written) -> None:
        self.sentences[one.passage.start] = one.sentence
