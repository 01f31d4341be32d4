"""The numbers of items that are dealt out anew: 一是, （一）, 1. count on under each heading and never stand over its own."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from drafter.model.draft import Piece
from drafter.rollforward.compose import Written, joined

_DIGITS = "一二三四五六七八九十"
_CN = f"[{_DIGITS}]{{1,3}}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A way to number items: how it looks, how it is printed, and the level of a heading so numbered (4 for prose)."""

    name: str
    pattern: re.Pattern[str]
    printed: Callable[[int], str]
    level: int


def chinese(number: int) -> str:
    """1 to 99 as Chinese numerals."""
    tens, units = divmod(number, 10)
    head = (_DIGITS[tens - 1] if tens > 1 else "") + "十" if tens else ""
    return head + (_DIGITS[units - 1] if units else "")


SHAPES: tuple[Shape, ...] = (
    Shape("comma", re.compile(f"{_CN}、"), lambda n: f"{chinese(n)}、", 1),
    Shape("bracket", re.compile(f"（{_CN}）"), lambda n: f"（{chinese(n)}）", 2),
    Shape("dot", re.compile(r"\d{1,2}[.．]"), lambda n: f"{n}.", 3),
    Shape("round", re.compile(r"（\d{1,2}）"), lambda n: f"（{n}）", 4),
    Shape("is", re.compile(f"{_CN}是"), lambda n: f"{chinese(n)}是", 4),
    Shape("must", re.compile(f"{_CN}要"), lambda n: f"{chinese(n)}要", 4),
)


def shape_of(marker: str) -> Shape | None:
    """The way in which a marker numbers; None for the ways that are left as they are (第一，, ①)."""
    return next((shape for shape in SHAPES if shape.pattern.fullmatch(marker)), None)


def renumbered(items: Sequence[Written], level: int) -> list[Written]:
    """The first passages of items under a heading of `level`, numbered from one; an item alone bears no number."""
    shapes = [_below(shape, level) if (shape := shape_of(one.passage.marker)) else None for one in items]
    many = Counter(shape.name for shape in shapes if shape)
    counted: Counter[str] = Counter()
    result = []
    for one, shape in zip(items, shapes, strict=True):
        if shape is None:
            result.append(one)
            continue
        counted[shape.name] += 1
        result.append(marked(one, shape.printed(counted[shape.name]) if many[shape.name] > 1 else "", shape.level))
    return result


def _below(shape: Shape, level: int) -> Shape:
    """The shape of a heading below `level`; prose marks stand anywhere."""
    return shape if shape.level > level else next(s for s in SHAPES if s.level > level)


def marked(one: Written, marker: str, level: int) -> Written:
    """A written passage with another marker, its heading set as one of `level`."""
    passage = one.passage
    opens = passage.opens and replace(passage.opens, level=min(level, 3))
    pieces = _with_marker(one.pieces, passage.marker, marker)
    new = "".join(piece.text for piece in pieces)
    return replace(
        one, pieces=pieces, passage=replace(passage, opens=opens, marker=marker), sentence=replace(one.sentence, new=new)
    )


def _with_marker(pieces: tuple[Piece, ...], old: str, new: str) -> tuple[Piece, ...]:
    if not pieces or not pieces[0].text.startswith(old):
        return pieces
    first = pieces[0]
    if not old:
        return joined([Piece(text=new, heading=first.heading), *pieces])
    return joined([replace(first, text=new + first.text[len(old) :]), *pieces[1:]])
