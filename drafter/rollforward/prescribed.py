"""The draft under the headings of an outline from the level above: LAST's passages dealt out, prompts where it has none.

Nothing of LAST is lost: what no heading takes stands at the end under one of its own. Only LAST's own headings give way.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model.draft import BlockStyle, Piece, Sentence
from drafter.model.outline import Outline, OutlineHeading
from drafter.model.report import Role
from drafter.rollforward import promises
from drafter.rollforward.blocks import Part, parts_of, put_after
from drafter.rollforward.compose import Composer, Written
from drafter.rollforward.dealing import Place, deal, of_role, places_of, work_places
from drafter.rollforward.numbering import chinese
from drafter.rollforward.setting import Setter
from drafter.rollforward.shelves import Shelves
from drafter.rollforward.slots import gist, open_text
from drafter.rollforward.source import Source
from drafter.rollforward.units import Body, Unit, body_of
from drafter.rollforward.widths import widen
from drafter.rollforward.years import own_years
from drafter.text import contents
from drafter.text.normalize import plain

UNPLACED = "未归入提纲的内容"
_SHOWN = 160  # characters of a requirement that a prompt shows; the comment has all of it
_NAMED = 6  # headings that a note names
_ROLES: dict[str, Role] = {
    contents.LEADERSHIP.name: "leadership",
    contents.PROBLEMS.name: "problems",
    contents.PLANS.name: "plans",
}


@dataclass(frozen=True, slots=True)
class Laid:
    """The paragraphs of the draft; LAST's sentences that were altered, by their start; the headings over each slot, by its
    id; what the clerk is told."""

    parts: list[Part]
    sentences: dict[int, Sentence] = field(default_factory=dict)
    paths: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def lay_out(source: Source, composer: Composer, outline: Outline, written: Sequence[Written]) -> Laid:
    """LAST's written passages under the headings of `outline`, with what has to be answered for."""
    layout = _Layout(source, composer, places_of(outline), body_of(source, written))
    notes = layout.fill()
    return Laid(
        parts=layout.assembled(),
        sentences=layout.setter.sentences,
        paths=layout.setter.paths,
        notes=(*_demands(outline, source), *notes),
    )


class _Layout:
    """One draft in the making: the places of the outline, and `rest` for what none of them takes."""

    def __init__(self, source: Source, composer: Composer, places: list[Place], body: Body) -> None:
        self.source = source
        self.composer = composer
        self.places = places
        self.body = body
        self.setter = Setter(source, body)
        self.left: list[Unit] = []
        self.rest: list[Part] = []

    def fill(self) -> tuple[str, ...]:
        """Put everything in its place; the notes on it."""
        self.left = deal(self.places, self.body)
        for place in self.places:
            level = place.heading.level if place.leaf else max(3, place.heading.level)
            place.parts = self.setter.parts(place.units, level, place.path)
        self.rest = self.setter.parts(self.left, 1, (UNPLACED,), least=1)
        self.rest += parts_of(self.setter.given_up())
        empty = [place for place in self.places if place.leaf and not place.units]
        for place in empty:
            self._ask_for(place)
        self._undone()
        self._progress()
        missing = self._missing()
        return (*self._dealt(empty), *missing)

    def assembled(self) -> list[Part]:
        """The whole draft: LAST's front, the outline with what stands under it, what is left, LAST's end."""
        parts = parts_of(self.body.front)
        for place in self.places:
            parts += [_heading(place), *place.parts]
        if self.rest:
            parts += [self._left_heading(), self._left_prompt(), *self.rest]
        return [part for part in (*parts, *parts_of(self.body.tail)) if part.pieces]

    # ---- what is asked for ----

    def _text(self, label: str, wanted: str, path: tuple[str, ...]) -> Part:
        return self._under(self.composer.text_slot("text", label, open_text(wanted), (), None), path)

    def _under(self, piece: Piece, path: tuple[str, ...]) -> Part:
        if piece.slot:
            self.setter.paths[piece.slot] = path
        return Part(style="body", pieces=[piece])

    def _ask_for(self, place: Place) -> None:
        """A heading under which nothing of last year's falls."""
        asks = place.heading.asks
        wanted = f"{place.path[-1]}；提纲要求：{gist(widen(asks), _SHOWN)}" if asks else place.path[-1]
        place.parts.append(self._text(gist(place.path[-1], 24), wanted, place.path))

    def _undone(self) -> None:
        """What stayed undone opens the plans, wherever they are."""
        first = next((unit for unit in self.body.units if unit.role == "plans"), None)
        if first is None or not self.source.report.plans:
            return
        place = next((place for place in self.places if first in place.units), None)
        piece = promises.undone(self.composer, first.written[0].passage.sections[:1])
        into = place.parts if place else self.rest
        at = next((i for i, part in enumerate(into) if any(p.start == first.written[0].passage.start for p in part.passages)), 0)
        into.insert(at, self._under(piece, place.path if place else (UNPLACED,)))

    def _progress(self) -> None:
        """Each plan of last year's under the heading that speaks most of its matter, else at the end of what was done."""
        work = work_places(self.places)
        homes = [*work, *of_role(self.places, "leadership")]
        index = Shelves([place.shelf() + "".join(unit.text() for unit in place.units) for place in homes]) if homes else None
        last = next((place for place in work if place.general), homes[len(work) - 1] if homes else None)
        for one in promises.progress(self.source, self.composer):
            at, share = index.best(plain(one.plan.title), plain(one.plan.text)) if index else (0, 0.0)
            place = homes[at] if share >= promises.LEAST else last
            part = self._under(one.piece, place.path if place else (UNPLACED,))
            part.comment = one.comment
            into = place.parts if place else self.rest
            target = one.target
            if target and target.start in self.setter.used and any(other.within(target) for other in into):
                put_after(into, target, part)
            else:
                into.append(part)

    def _missing(self) -> list[str]:
        """What the regulation asks for and LAST lacks; an empty heading of the outline's asks for it already."""
        notes = []
        for wanted, _ in promises.lacking(self.source):
            place = self._place_for(wanted)
            notes.append(promises.note_on(wanted))
            if place is None or place.units:
                part = promises.required(self.composer, wanted)
                path = place.path if place else (UNPLACED,)
                self.setter.paths |= {piece.slot: path for piece in part.pieces if piece.slot}
                into = place.parts if place else self.rest
                problems = [i for i, one in enumerate(into) if any(p.zone.startswith("problem") for p in one.passages)]
                into.insert(problems[-1] + 1 if problems and wanted == promises.CAUSES else len(into), part)
        return notes

    def _place_for(self, wanted: str) -> Place | None:
        """The outline's heading for a required item: for the causes the one that names them, else the last on problems."""
        homes = of_role(self.places, _ROLES.get(wanted, "problems"))
        if wanted == promises.CAUSES:
            return next((place for place in homes if "原因" in place.path[-1]), homes[-1] if homes else None)
        return homes[0] if homes else None

    # ---- what is told ----

    def _left_heading(self) -> Part:
        """A chapter of its own, numbered after the outline's last."""
        tops = [place.heading.marker for place in self.places if place.heading.level == 1]
        marker = f"{chinese(len(tops) + 1)}、" if tops and tops[-1].endswith("、") else ""
        return Part(style="heading1", pieces=[Piece(text=marker + UNPLACED, heading=True)])

    def _left_prompt(self) -> Part:
        wanted = (
            f"以下{len(self.left)}项是上年内容，提纲中没有相应的标题，请移入相应部分或删去"
            if self.left
            else "请移入相应部分或删去"
        )
        return self._text("未归入提纲的内容", wanted, (UNPLACED,))

    def _dealt(self, empty: Sequence[Place]) -> list[str]:
        """How much of LAST was dealt out, what was not, and which headings have nothing."""
        dealt = sum(len(place.units) for place in self.places)
        notes = [f"已按提纲的{len(self.places)}个标题归入上年内容{dealt}项，请核对归入是否得当"]
        if self.left:
            notes.append(f"上年内容有{len(self.left)}项未能归入提纲，列在文末“{UNPLACED}”之下")
        if empty:
            names = "、".join(f"“{gist(place.path[-1], 24)}”" for place in empty[:_NAMED])
            notes.append(f"提纲有{len(empty)}个标题下没有上年内容，已列为待写：{names}{'等' if len(empty) > _NAMED else ''}")
        if self.setter.moved:
            notes.append(f"上年标题有{self.setter.moved}处含待填内容，已改作该部分的首句")
        return notes


def _heading(place: Place) -> Part:
    """A heading as the outline has it; what it asks for in a comment."""
    heading = place.heading
    text = heading.marker + place.path[-1]
    comment = f"提纲要求：{heading.asks.rstrip('。；;')}。" if heading.asks else None
    styles: tuple[BlockStyle, ...] = ("heading1", "heading2", "heading3")
    return Part(style=styles[heading.level - 1], pieces=[Piece(text=text, heading=True)], comment=comment)


def _demands(outline: Outline, source: Source) -> list[str]:
    """What the outline says of length and date, and years in it that are not the draft's."""
    year = source.calendar.year
    notes = list(outline.notes)
    notes += [f"提纲对篇幅的要求：{'；'.join(outline.limits[:_NAMED])}"] if outline.limits else []
    notes += [f"提纲要求的报送时间：{'；'.join(outline.deadlines)}"] if outline.deadlines else []
    strange = dict.fromkeys(
        f"{named}年" for heading in outline.headings for named in own_years(heading.title) if named not in _meant(heading, year)
    )
    return [
        *notes,
        *([f"提纲标题中的年份（{'、'.join(strange)}）与新报告的年度（{year}年）不符，请核对提纲或 --year"] if strange else []),
    ]


def _meant(heading: OutlineHeading, year: int) -> tuple[int, ...]:
    """The years that a heading of a report on `year` may name."""
    return (year, year + 1) if "plans" in heading.roles else (year,)
