"""Where the slots of a draft stand after people have edited it: by their controls, else by the words around them.

An editor may drop the tags of controls (LibreOffice 7.4), or somebody a control but not its text. The register keeps the
lines of the fresh draft; a line is found again in the edited text, and what stands between its words is what was filled in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docx.oxml.ns import qn

from drafter.fill.register import Line, Register
from drafter.office.controls import is_highlighted
from drafter.office.runs import Node, paragraph_text, pieces, run_text

Place = tuple[int, int]

_DIGITS = re.compile(r"\d\d|\d\.|\.\d")
_ALIKE = 0.5  # of the words of a line that must stand in a paragraph
_BAND = 80  # lines that people put in or take out in one place; farther off no line is looked for
_TELLING = 6  # characters of a line's longest words by which it is known elsewhere
_NO_WORDS = 0.3  # what a line that was nothing but slots counts, which any paragraph between two known ones may hold


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a slot stands: `text` is at [start, end) of the paragraph. `shared`: with other slots, without words between."""

    paragraph: Node
    start: int
    end: int
    text: str
    shared: bool = False

    @property
    def highlighted(self) -> bool:
        """Whether any of it is still highlighted."""
        held = (p for p in pieces(self.paragraph) if p.start < self.end and self.start < p.end)
        return any(is_highlighted(piece.run) for piece in held if run_text(piece.run).strip())


def stands_by_words(body: Node, register: Register, wanted: frozenset[str]) -> dict[str, Stand]:
    """The places of the wanted slots by the words that stood around them; those that cannot be found are left out."""
    if not wanted:
        return {}
    lines = [line for line in register.lines if line]
    paragraphs = [(node, text) for node in body.iter(qn("w:p")) if (text := paragraph_text(node)).strip()]
    found: dict[str, Stand] = {}
    texts = [text for _, text in paragraphs]
    pairs = _matched(lines, texts)
    for i, j in [*pairs, *_moved(lines, texts, pairs)]:
        node, text = paragraphs[j]
        for slot, stand in _in_line(lines[i], node, text):
            if slot in wanted:
                found.setdefault(slot, stand)
    firsts = {slot.id: first for slot, first in register.slots if slot.id in wanted and slot.id not in found and first.strip()}
    return found | _verbatim(paragraphs, firsts, found.values())


def _moved(lines: Sequence[Line], texts: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines left over, each with the paragraph left over that is most like it: it was moved, for its longest words stand there."""
    matched = {i for i, _ in pairs}
    free = dict.fromkeys(sorted(set(range(len(texts))) - {j for _, j in pairs}))
    for i, line in enumerate(lines):
        words = max((part.text for part in line if part.slot is None), key=len, default="")
        if i in matched or len(words) < _TELLING:
            continue
        likely = max((j for j in free if words in texts[j]), key=lambda j: _likeness(line, texts[j]), default=None)
        if likely is not None and _likeness(line, texts[likely]):
            del free[likely]
            yield i, likely


def _verbatim(paragraphs: Sequence[tuple[Node, str]], firsts: Mapping[str, str], taken: Iterable[Stand]) -> dict[str, Stand]:
    """Slots whose first text still stands somewhere as it was, at a place that is no other slot's: nobody has worked on them."""
    found: dict[str, Stand] = {}
    if not firsts:
        return found
    rooms: dict[Node, list[Place]] = {node: list(_held(node)) for node, _ in paragraphs}
    for stand in taken:
        rooms[stand.paragraph].append((stand.start, stand.end))
    for slot, first in firsts.items():
        places = ((node, text, at) for node, text in paragraphs if (at := _free(text, first, rooms[node])) is not None)
        if place := next(places, None):
            node, _, at = place
            found[slot] = Stand(node, at, at + len(first), first)
            rooms[node].append((at, at + len(first)))
    return found


def _free(text: str, first: str, rooms: Sequence[Place]) -> int | None:
    at = text.find(first)
    while at >= 0 and (
        any(start < at + len(first) and at < end for start, end in rooms) or _cuts_number(text, at, at + len(first))
    ):
        at = text.find(first, at + 1)
    return at if at >= 0 else None


def _held(paragraph: Node) -> Iterator[Place]:
    """What stands in controls that still know their slot."""
    for piece in pieces(paragraph):
        tags = (tag for sdt in piece.run.iterancestors(qn("w:sdt")) for tag in sdt.iterfind(f"{qn('w:sdtPr')}/{qn('w:tag')}"))
        if any(":" in tag.get(qn("w:val"), "") for tag in tags):
            yield piece.start, piece.end


def _matched(lines: Sequence[Line], texts: Sequence[str]) -> list[tuple[int, int]]:
    """Lines of the fresh draft with paragraphs of the edited one, both in order, so that the sum of likenesses is greatest."""
    band = _BAND + abs(len(lines) - len(texts))
    best: list[dict[int, float]] = [{}]
    back: list[dict[int, tuple[int, int]]] = [{}]
    for i, line in enumerate(lines, 1):
        row: dict[int, float] = {}
        steps: dict[int, tuple[int, int]] = {}
        for j in range(max(0, i - band), min(len(texts), i + band) + 1):
            options = [(best[i - 1].get(j, 0.0), (i - 1, j))]
            if j:
                options.append((row.get(j - 1, 0.0), (i, j - 1)))
                if (score := _likeness(line, texts[j - 1])) >= _NO_WORDS:
                    options.append((best[i - 1].get(j - 1, 0.0) + score, (i - 1, j - 1)))
            row[j], steps[j] = max(options, key=lambda option: option[0])
        best.append(row)
        back.append(steps)
    return list(_walked(back, len(lines), len(texts)))[::-1]


def _walked(back: list[dict[int, tuple[int, int]]], i: int, j: int) -> Iterator[tuple[int, int]]:
    """The pairs of the best way, the last first."""
    while i > 0:
        before = back[i].get(j, (i - 1, j))
        if before == (i - 1, j - 1):
            yield i - 1, j - 1
        i, j = before


def _likeness(line: Line, text: str) -> float:
    """The share of the line's own words that stand in the text in order, 0 where too little does."""
    if "".join(part.text for part in line) == text:
        return 1.0
    spots = _spots(line, text)
    own = sum(len(part.text) for part in line if part.slot is None)
    if not own:
        return 0.9 if any(spots) else _NO_WORDS
    share = sum(len(part.text) for part, spot in zip(line, spots, strict=True) if spot and part.slot is None) / own
    return share if share >= _ALIKE else 0.0


def _spots(line: Line, text: str) -> list[Place | None]:
    """Where each part of a line stands unchanged, in order; None where it does not. Long parts are looked for first, for a
    comma stands anywhere."""
    spots: list[Place | None] = [None] * len(line)
    rooms = [(0, len(line), 0, len(text))]
    while rooms:
        low, high, start, end = rooms.pop()
        places = {k: at for k in range(low, high) if (at := _place(line[k].text, text, (start, end), last=k == high - 1)) >= 0}
        k = max(places, key=lambda k: len(line[k].text), default=None)
        if k is None:
            continue
        word, at = line[k].text, places[k]
        spots[k] = at, at + len(word)
        rooms += [(low, k, start, at), (k + 1, high, at + len(word), end)]
    return spots


def _place(word: str, text: str, room: Place, *, last: bool) -> int:
    """Where a part of a line stands in a room, at its end for the last part of a line; -1 where it does not.

    440件 does not stand in 3440件.
    """
    start, end = room
    at = end - len(word) if last and text[start:end].endswith(word) else text.find(word, start, end)
    while at >= 0 and _cuts_number(text, at, at + len(word)):
        at = text.find(word, at + 1, end)
    return at


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins or ends within a number."""
    return any(0 < at < len(text) and _DIGITS.fullmatch(text[at - 1 : at + 1]) is not None for at in (start, end))


def _in_line(line: Line, node: Node, text: str) -> Iterator[tuple[str, Stand]]:
    """Each slot of a line: where its first text still stands, else at what stands between the parts around it."""
    at = 0
    waiting: list[str] = []
    for part, spot in zip(line, _spots(line, text), strict=True):
        if spot is None:
            waiting += [part.slot] if part.slot else []
            continue
        yield from _waited(waiting, Stand(node, at, spot[0], text[at : spot[0]]))
        at, waiting = spot[1], []
        if part.slot:
            yield part.slot, Stand(node, *spot, part.text)
    yield from _waited(waiting, Stand(node, at, len(text), text[at:]))


def _waited(slots: Sequence[str], room: Stand) -> Iterator[tuple[str, Stand]]:
    """The slots that share a room, if anything stands in it."""
    if room.text.strip():
        yield from ((slot, replace(room, shared=len(slots) > 1)) for slot in slots)
