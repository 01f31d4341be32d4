"""A sentence that holds slots, clause by clause: what carries its figure, what is carried over in words, what happened once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from drafter.rollforward.events import Event, dates_event, event_in, opens_with_event
from drafter.rollforward.marks import Mark
from drafter.rollforward.years import frozen_names, inside
from drafter.text.normalize import fold

_SHELTER = re.compile(r"“[^“”\n]{0,60}”|‘[^‘’\n]{0,60}’|（[^（）\n]{0,60}）|\([^()\n]{0,60}\)|【[^【】\n]{0,200}】")
# Words that claim nothing of last year's: they lead to the clause behind them.
_LINK = re.compile(
    r"(?:同时|其中|此外|另外|目前|全年|年内|年底|今年|本年|年初|今年(?:以来|来)|一年来|去年|全[市县区省州]|我[市县区省州]|截至(?:目前|年底|年末)"
    r"|(?:截至)?\d{4}年(?:度|以来|至今|底|末|末)?|分别是|主要是|其次|最后|一方面|另一方面)?"
)
_DATED = "本年相应工作"

Kind = Literal["figure", "keep", "ask", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """`text[start:end]` of LAST with the marks in it. `why` opens the prompt of an `ask`."""

    start: int
    end: int
    kind: Kind
    marks: tuple[Mark, ...] = ()
    why: str = ""
    spreads: bool = False


def tells_of_event(text: str, start: int, end: int, marks: Sequence[Mark]) -> bool:
    """Whether any clause of the sentence tells of what happened once."""
    return any(clause.kind == "ask" for clause in _told(text, (start, end), marks, whole=True))


def clauses_of(text: str, place: tuple[int, int], marks: Sequence[Mark], *, whole: bool) -> list[Clause]:
    """The clauses in order, neighbours of one kind together; without `whole` only what came to its end counts as an event."""
    joined: list[Clause] = []
    for clause in (part for told in _told(text, place, marks, whole=whole) for part in _behind_names(text, told)):
        last = joined[-1] if joined else None
        if last and (last.kind == clause.kind or (last.kind, clause.kind) == ("keep", "link")):
            why = clause.why if last.why == _DATED else last.why
            joined[-1] = replace(last, end=clause.end, marks=(*last.marks, *clause.marks), why=why)
        else:
            joined.append(clause)
    return joined


def _behind_names(text: str, clause: Clause) -> Iterator[Clause]:
    """A clause that holds but names is a claim about who bears them: what is told behind the last is carried over in words."""
    at = clause.marks[-1].end if clause.marks else clause.start
    told = re.search("[一-鿿]{2}", text[at : clause.end])
    if clause.kind == "figure" and told and all(mark.kind == "name" for mark in clause.marks):
        yield replace(clause, end=at)
        yield Clause(start=at, end=clause.end, kind="keep")
    else:
        yield clause


def _told(text: str, place: tuple[int, int], marks: Sequence[Mark], *, whole: bool) -> Iterator[Clause]:
    """Each clause with its kind; what stands behind a date of its own, or goes on telling of an event, belongs to that."""
    before: Clause | None = None
    dated = False  # the clause before is a bare date: 8月，
    for start, end in _cut(text, place, marks):
        own = tuple(mark for mark in marks if start <= mark.start < end)
        clause = _clause(text, (start, end), own, whole=whole)
        goes_on = before is not None and before.kind == "ask" and before.spreads and not own and clause.kind == "keep"
        if (dated or goes_on) and clause.kind != "ask":
            clause = replace(clause, kind="ask", why=before.why if before else _DATED, spreads=True)
        dated = bool(own) and clause.kind == "ask" and _bare_date(text, clause)
        before = clause
        yield clause


def _clause(text: str, place: tuple[int, int], own: tuple[Mark, ...], *, whole: bool) -> Clause:
    start, end = place
    event: Event | None = event_in(text[start:end])
    if event and (whole or opens_with_event(text[start:end])):
        return Clause(start=start, end=end, kind="ask", marks=own, why=event.why, spreads=event.spreads)
    if whole and any(mark.kind == "date" and dates_event(text, mark.start, mark.end) for mark in own):
        return Clause(start=start, end=end, kind="ask", marks=own, why=_DATED, spreads=True)
    if own:
        return Clause(start=start, end=end, kind="figure", marks=own)
    bare = fold(text[start:end]).strip(" ,;:.。!?、\u3000")
    return Clause(start=start, end=end, kind="link" if _LINK.fullmatch(bare) else "keep")


def _bare_date(text: str, clause: Clause) -> bool:
    rest = text[clause.start : clause.end]
    for mark in clause.marks:
        rest = rest.replace(text[mark.start : mark.end], "", 1) if mark.kind == "date" else rest
    return len(re.sub(r"[，；、\s]", "", rest)) <= 2


def _cut(text: str, place: tuple[int, int], marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Cut behind ，and ；, but not in names, quotations, brackets and marks."""
    start, end = place
    part = text[start:end]
    whole = [*frozen_names(part), *(hit.span() for hit in _SHELTER.finditer(part))]
    whole += [(mark.start - start, mark.end - start) for mark in marks]
    cuts = [hit.end() for hit in re.finditer("[，；]", part) if not inside(whole, hit.start(), hit.end())]
    yield from pairwise(sorted({start, *(start + cut for cut in cuts), end}))
