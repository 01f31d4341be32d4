"""One passage of LAST, decided, becomes pieces of the draft and the slots in them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.draft import Formula, Piece, Sentence, Slot
from drafter.model.raw import SlotKind
from drafter.model.report import Section
from drafter.model.span import Span
from drafter.rollforward.clauses import Clause, clauses_of, tells_of_event
from drafter.rollforward.departments import department
from drafter.rollforward.events import event_in, opens_with_event
from drafter.rollforward.marks import Mark, number_only, other_marks
from drafter.rollforward.passages import Passage
from drafter.rollforward.rules import Rule, decide
from drafter.rollforward.slots import Slots, brief, cited, figure_text, gist, open_text, span_of
from drafter.rollforward.source import Source
from drafter.rollforward.widths import widen
from drafter.rollforward.years import past_years, year_edits

_UNMARKED = ("title", "addressee", "signature", "row")
_KEPT_OPEN = ("sentence", "opening", "problem", "problem_more")  # carried over only until somebody confirms it
_LEADING_YEAR = re.compile(r"^(?:19|20)\d\d年[，,]")
_UNIT_OF_ROW = re.compile(r"[（(][^（()）]{1,6}[)）]\Z")
_DATE_PROMPT = "【待填：落款日期】"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A passage with its rule and marks. `group` are the passages that one prompt asks about, itself first, or none; `whys`
    say in the office's words what is asked of them."""

    passage: Passage
    rule: Rule
    marks: tuple[Mark, ...]
    group: tuple[Passage, ...] = ()
    whys: tuple[str, ...] = ()
    told: bool = field(default=False)  # another passage's prompt asks about this one too


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands in the draft for a passage."""

    passage: Passage
    sentence: Sentence
    pieces: tuple[Piece, ...]


def decide_passage(source: Source, passage: Passage) -> Decided:
    """The rule for a passage, and the marks that it would blank."""
    marks = _marks(source, passage)
    text = source.wide[passage.content : passage.end]
    holds = {("firm" if mark.kind == "name" and mark.label.endswith("名称") else mark.kind) for mark in marks}
    if year_edits(source.wide[passage.start : passage.end], source.calendar):
        holds.add("year")
    if _event(source, passage, marks):
        holds.add("event" if not any(mark.kind == "figure" for mark in marks) else "event-figure")
    return Decided(passage=passage, rule=decide(passage.zone, holds, text), marks=marks)


def _event(source: Source, passage: Passage, marks: Sequence[Mark]) -> bool:
    """Whether the passage tells of what happened once; a heading only where it leads its item (一是…) or tells of an end."""
    text = source.wide[passage.content : passage.end]
    if passage.zone == "sentence":
        return tells_of_event(source.wide, passage.content, passage.end, marks)
    if passage.zone == "heading" and passage.marker.endswith("是"):
        return event_in(text) is not None
    return passage.zone in ("heading", "opening") and opens_with_event(text)


def _marks(source: Source, passage: Passage) -> tuple[Mark, ...]:
    place = (passage.start, passage.end)
    first, last = (bisect_left(source.figures, at, key=lambda mark: mark.start) for at in (passage.start, passage.end))
    figures = source.figures[first:last]
    if passage.zone.startswith("plan"):
        return tuple(m for m in figures if m.metric is not None and m.metric.kind != "target")
    if passage.zone == "row":
        return tuple(sorted([*figures, *_bare_cells(source, place, figures)], key=lambda m: m.start))
    others = [] if passage.zone in _UNMARKED else other_marks(source.wide, place, source.calendar, figures)
    return tuple(sorted([*figures, *others], key=lambda m: m.start))


def _bare_cells(source: Source, place: tuple[int, int], figures: Sequence[Mark]) -> list[Mark]:
    """Cells that hold a number which no figure covers."""
    found, at, head = [], place[0], ""
    for cell in source.wide[place[0] : place[1]].split("\t"):
        head = head or cell.strip()
        if number_only(cell) and not any(m.start < at + len(cell) and at < m.end for m in figures):
            lead = len(cell) - len(cell.lstrip())
            label = head if cell.strip()[0].isdigit() else f"{_UNIT_OF_ROW.sub('', head)}增减"
            found.append(Mark(start=at + lead, end=at + len(cell.rstrip()), kind="figure", label=label))
        at += len(cell) + 1
    return found


class Composer:
    """Writes passages; keeps the slots in the order in which they were made."""

    def __init__(self, source: Source, slots: Slots) -> None:
        self.source = source
        self.slots = slots
        self.of_metric: dict[str, str] = {}  # the slot of each figure

    def write(self, decided: Decided) -> Written:
        """The pieces that stand for a passage, by its decision."""
        passage, rule = decided.passage, decided.rule
        content = self._content(decided)
        heading = passage.faced
        marker = [Piece(text=passage.marker, heading=heading)] if passage.marker and content else []
        pieces = joined([*marker, *content])
        new = "".join(piece.text for piece in pieces)
        old = span_of(self.source.report.text, passage.start, passage.end)
        return Written(
            passage=passage, sentence=Sentence(decision=rule.decision, rule=rule.name, old=old, new=new), pieces=pieces
        )

    def _content(self, decided: Decided) -> list[Piece]:
        passage, rule = decided.passage, decided.rule
        if passage.zone == "date":
            return [self.text_slot("date", "落款日期", _DATE_PROMPT, (), (passage.start, passage.end))]
        if passage.zone.startswith("plan"):
            return self._plan(decided)
        if rule.decision == "ask" and not rule.by_clause:
            return [] if decided.told or passage.zone == "problem_more" else [self._ask(decided), *self._stop_of_lead(passage)]
        pieces = self._kept(decided) if rule.decision in ("keep", "shift") else self._blanked(decided)
        return [*pieces, self._question(passage)] if passage.zone == "problem" else pieces

    def _stop_of_lead(self, passage: Passage) -> list[Piece]:
        """The stop behind a lead that is asked for: the text of its item follows at once."""
        lead = passage.zone == "heading" and self.source.wide[passage.end - 1] == "。"
        return [Piece(text="。", heading=passage.faced)] if lead else []

    def _kept(self, decided: Decided) -> list[Piece]:
        passage = decided.passage
        text = self.source.rolled(passage.content, passage.end) + ("。" if passage.stop else "")
        heading = passage.faced
        if passage.zone not in _KEPT_OPEN:
            return [Piece(text=text, heading=heading)]
        return [self._keep_slot(passage, text, (passage.content, passage.end))]

    def _keep_slot(self, passage: Passage, text: str, place: tuple[int, int]) -> Piece:
        bare = _LEADING_YEAR.sub("", text)
        label = f"上年问题“{gist(bare, 20)}”是否仍然存在" if passage.zone == "problem" else f"沿用：{brief(bare)}"
        slot = self._placed(_slot("keep", label, text), passage.sections, place)
        return Piece(text=text, slot=slot.id, heading=passage.faced)

    def _blanked(self, decided: Decided) -> list[Piece]:
        passage = decided.passage
        place = (passage.content, passage.end)
        stop = [Piece(text="。", heading=passage.faced)] if passage.stop else []
        if passage.zone not in _KEPT_OPEN:
            return [*self._slotted(passage, place, decided.marks), *stop]
        pieces: list[Piece] = []
        for clause in clauses_of(self.source.wide, place, decided.marks, whole=passage.zone == "sentence"):
            inside = (clause.start, clause.end)
            if clause.kind == "ask":
                pieces += self._asked(passage, clause)
            elif clause.kind == "keep":
                pieces.append(self._keep_slot(passage, self.source.rolled(*inside), inside))
            else:
                pieces += self._slotted(passage, inside, self._dated(inside, clause.marks))
        return [*pieces, *stop]

    def _dated(self, place: tuple[int, int], marks: Sequence[Mark]) -> list[Mark]:
        """The marks of a clause, and the years long past that date what it tells: they are asked for with it."""
        years = past_years(self.source.wide[slice(*place)], self.source.calendar)
        moved = [Mark(start=place[0] + a, end=place[0] + b, kind="date", label="时间") for a, b in years]
        free = [mark for mark in moved if not any(m.start < mark.end and mark.start < m.end for m in marks)]
        return sorted([*marks, *free], key=lambda mark: mark.start)

    def _slotted(self, passage: Passage, place: tuple[int, int], marks: Sequence[Mark]) -> list[Piece]:
        """The words of a place with a slot for each mark."""
        heading = passage.faced
        pieces: list[Piece] = []
        at = place[0]
        for mark in marks:
            pieces.append(Piece(text=self.source.rolled(at, mark.start), heading=heading))
            slot = self._mark_slot(mark, passage)
            pieces.append(Piece(text=slot.placeholder, slot=slot.id, heading=heading))
            at = mark.end
        pieces.append(Piece(text=self.source.rolled(at, place[1]), heading=heading))
        return [piece for piece in pieces if piece.text]

    def _asked(self, passage: Passage, clause: Clause) -> list[Piece]:
        """What happened once is asked for anew; its figures stand behind the prompt, its last stop behind them."""
        text = self.source.wide[clause.start : clause.end]
        bare = text.rstrip("，；。！？")
        prompt = open_text(f"{clause.why}；上年为{cited(bare, 120)}")
        place = (clause.start, clause.start + len(bare))
        pieces = [self.text_slot("text", f"{clause.why}：{gist(bare, 12)}", prompt, passage.sections, place)]
        figures = [mark for mark in clause.marks if mark.kind == "figure"]
        for number, mark in enumerate(figures):
            slot = self._mark_slot(mark, passage)
            pieces += [Piece(text="、" if number else "", heading=passage.faced), Piece(text=slot.placeholder, slot=slot.id)]
        return [piece for piece in (*pieces, Piece(text=text[len(bare) :], heading=passage.faced)) if piece.text]

    def _mark_slot(self, mark: Mark, passage: Passage) -> Slot:
        last = self.source.wide[mark.start : mark.end]
        label = self.source.label(mark)
        before = self.source.past.figures.get(mark.metric.id) if mark.metric else None
        hangs = self.source.hanging.get(mark.metric.id) if mark.metric else None
        if mark.kind == "text":
            prompt = open_text(f"{label}；上年{last}")
        else:
            said = f"{self.source.past.when}{widen(before.text)}" if before else ""
            how = f"按{hangs.words}计算" if hangs else ""
            prompt = figure_text(label, mark.shown if mark.kind == "figure" else "", last, before=said, how=how)
        made = _slot(mark.kind, label, prompt, before, mark.unit)
        slot = self._placed(made, passage.sections, (mark.start, mark.end))
        if mark.metric:
            self.of_metric[mark.metric.id] = slot.id
        return slot

    def formulas(self) -> dict[str, Formula]:
        """How slots follow from others, by the id of the slot; only where all that a figure hangs on has a slot."""
        made = {}
        for metric, hangs in self.source.hanging.items():
            terms = tuple(self.of_metric[term] for term in hangs.terms if term in self.of_metric)
            if metric in self.of_metric and len(terms) == len(hangs.terms):
                made[self.of_metric[metric]] = Formula(kind=hangs.kind, terms=terms, words=hangs.words, base=hangs.base)
        return made

    def _ask(self, decided: Decided) -> Piece:
        group = decided.group or (decided.passage,)
        start, end = group[0].content, group[-1].end
        limit = min(120, 60 + 30 * (len(group) - 1))
        text = "".join(self.source.wide[start:end].split())
        why = "、".join(decided.whys or (decided.rule.why,))
        prompt = open_text(f"{why}；上年为{cited(text, limit)}")
        label = f"{why}：{gist(text, 12)}"
        return self.text_slot("text", label, prompt, decided.passage.sections, (start, end))

    def _plan(self, decided: Decided) -> list[Piece]:
        """A plan of last year's is asked for anew; what it holds of facts, not of aims, stays a figure to fill."""
        passage = decided.passage
        pieces = []
        if passage.zone == "plan" and passage.item is not None:
            plan = self.source.report.plans[passage.item]
            wanted = f"{self.source.calendar.year + 1}{decided.rule.why}第{passage.item + 1}项；上年此项为{cited(self.source.wide[plan.start : plan.start + len(plan.title)], 40)}"
            pieces.append(
                self.text_slot(
                    "text", f"工作安排第{passage.item + 1}项", open_text(wanted), passage.sections, (plan.start, plan.end)
                )
            )
        elif not decided.told and passage.item is None:
            pieces.append(self._ask(decided))
        for mark in decided.marks:
            slot = self._mark_slot(mark, passage)
            pieces.append(Piece(text=slot.placeholder, slot=slot.id))
        return pieces

    def _question(self, passage: Passage) -> Piece:
        problem = self.source.report.problems[passage.item or 0]
        text = self.source.wide[problem.start : problem.end]
        again = self.source.past.problems.get(problem.start)
        marked = f"（{self.source.past.recurs(self.source.calendar.last)}）" if again else ""
        wanted = f"上年问题{cited(text)}的整改情况{marked}。已解决的，删去本条并在工作成效中写明；仍然存在的，写明本年表现和原因"
        label = f"上年问题“{gist(text, 20)}”的整改情况"
        return self.text_slot("text", label, open_text(wanted), passage.sections, (problem.start, problem.end), again)

    def text_slot(
        self,
        kind: SlotKind,
        label: str,
        prompt: str,
        sections: Sequence[Section],
        place: tuple[int, int] | None,
        before: Span | None = None,
    ) -> Piece:
        """A piece that is a slot with the prompt in it; `place` is what LAST said there, `before` what EARLIER did."""
        slot = self._placed(_slot(kind, label, prompt, before), sections, place)
        return Piece(text=slot.placeholder, slot=slot.id)

    def _placed(self, slot: Slot, sections: Sequence[Section], place: tuple[int, int] | None) -> Slot:
        """The slot with its id, its headings, what LAST said there, and whom to ask."""
        last = span_of(self.source.report.text, *place) if place else None
        asked = self._department(place, sections) if slot.kind == "figure" and place else None
        return self.slots.add(replace(slot, last=last, path=self.source.path(sections), department=asked))

    def _department(self, place: tuple[int, int], sections: Sequence[Section]) -> str | None:
        """From the sentence around the figure, else from the headings over it."""
        text = self.source.wide
        start = max(text.rfind(stop, 0, place[0]) for stop in "。！？\n") + 1
        ends = [end for stop in "。！？\n" if (end := text.find(stop, place[1])) >= 0]
        return department(text[start : min(ends, default=len(text))], place[0] - start, [s.title for s in sections])


def _slot(kind: SlotKind, label: str, prompt: str, before: Span | None = None, unit: str = "") -> Slot:
    """A slot as the words make it; where it stands is for `Composer._placed` to say."""
    bare = Span(text=before.text, start=before.start, end=before.end) if before else None
    return Slot(id="", kind=kind, label=label, unit=unit, last=None, placeholder=prompt, before=bare)


def grouped(decided: Sequence[Decided]) -> list[Decided]:
    """Neighbours that are asked for and stand in one item share one prompt."""
    result: list[Decided] = []
    at = 0
    while at < len(decided):
        end = at + 1
        while (
            _asked(decided[at])
            and end < len(decided)
            and _asked(decided[end])
            and _together(decided[at].passage, decided[end].passage)
        ):
            end += 1
        group = decided[at:end]
        result.append(_head(group))
        result += [Decided(passage=d.passage, rule=d.rule, marks=d.marks, told=True) for d in group[1:]]
        at = end
    return result


def _head(group: Sequence[Decided]) -> Decided:
    first = group[0]
    whys = tuple(dict.fromkeys(decided.rule.why for decided in group))
    return first if len(group) == 1 else replace(first, group=tuple(d.passage for d in group), whys=whys)


def _asked(decided: Decided) -> bool:
    zone = decided.passage.zone
    return (
        decided.rule.decision == "ask"
        and not decided.rule.by_clause
        and (zone == "sentence" or (zone == "plan_more" and decided.passage.item is None))
    )


def _together(one: Passage, other: Passage) -> bool:
    return (one.paragraph, one.sections) == (other.paragraph, other.sections) and not other.marker and one.zone == other.zone


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbouring plain pieces of one face as one."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if last and last.slot is None and piece.slot is None and last.heading == piece.heading:
            result[-1] = Piece(text=last.text + piece.text, heading=piece.heading)
        elif piece.text:
            result.append(piece)
    return tuple(result)
