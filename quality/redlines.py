"""How well a redline reads, as numbers between 0 and 1: on edited copies, where what was done is known, and on rewritten years.

An edited copy has figures changed, clauses reworded, paragraphs moved, dropped and added, by chance from a fixed seed.
"""

import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.oxml.ns import qn

from drafter.compare.align import align
from drafter.office.runs import Node
from drafter.render.redline import write_redline

FIGURE = re.compile(r"(?<![\d.,，第年〕])\d{1,6}(?=[项个件起份家人名次条场户处])")
OTHER_WORDS = ("各项任务有序推进，", "按要求抓好整改落实，", "形成了齐抓共管的工作格局，", "群众获得感不断增强，")
FIGURES, REWORDED, MOVES, DROPS, ADDS = 25, 8, 2, 1, 2
SEEDS = (1, 2, 3)
_REVISIONS = {qn(f"w:{name}"): name for name in ("ins", "del", "moveFrom", "moveTo")}
Piece = tuple[str, str]  # the name of its revision, "" for text that stays, and the text


@dataclass(slots=True)
class Edited:
    """A copy and the truth: new figures, moved paragraphs, and the characters that a reader needs to see marked."""

    new: list[str]
    figures: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    least: int = 0


def edited(old: Sequence[str], seed: int) -> Edited:
    """A copy of a report's paragraphs with known edits."""
    chance = random.Random(seed)
    long = [i for i, text in enumerate(old) if 40 < len(text) < 600]
    chance.shuffle(long)
    moves, drops = long[:MOVES], long[MOVES : MOVES + DROPS]
    made = Edited([])
    lines = {i: text for i, text in enumerate(old) if i not in drops}
    _reword(lines, made, chance)
    _recount(lines, made, chance)
    made.least += sum(len(old[i]) for i in drops)
    made.new = [text for i, text in lines.items() if i not in moves]
    for i in moves:
        at = chance.choice([k for k in range(len(made.new)) if abs(k - i) > 3])
        made.new.insert(at, lines[i])
        made.moved.append(lines[i])
    for k in range(ADDS):
        made.new.insert(
            chance.randrange(len(made.new)),
            text := f"新增第{k + 1}项任务，全年安排督察{chance.randint(10, 99)}次，均已完成整改。",
        )
        made.least += len(text)
    return made


def _reword(lines: dict[int, str], made: Edited, chance: random.Random) -> None:
    cut = {i: re.split("(?<=[，。；])", text) for i, text in lines.items()}
    spots = [
        (i, k)
        for i, parts in cut.items()
        for k, c in enumerate(parts)
        if 6 <= len(c) <= 40 and not re.search(r"\d", c) and len(parts) > 4
    ]
    for i, k in chance.sample(spots, min(len(spots), REWORDED)):
        words = chance.choice(OTHER_WORDS)
        made.least += len(cut[i][k]) + len(words)
        cut[i][k] = words
        lines[i] = "".join(cut[i])


def _recount(lines: dict[int, str], made: Edited, chance: random.Random) -> None:
    spots = [(i, hit.start(), hit.end()) for i, text in lines.items() for hit in FIGURE.finditer(text)]
    for i, start, end in sorted(chance.sample(spots, min(len(spots), FIGURES)), key=lambda spot: (spot[0], -spot[1])):
        was = lines[i][start:end]
        now = str(int(was) + chance.randint(1, 97))
        made.figures.append(now)
        made.least += len(was) + len(now)
        lines[i] = lines[i][:start] + now + lines[i][end:]


# ---- measures ----


def edited_copies(path: Path) -> dict[str, float]:
    """Of the edited copies of a report: figures marked tight, moves found and true, the share of what is marked that is needed."""
    old = _lines(path)
    tight = figures = found = told = needed = marked = 0
    for seed in SEEDS:
        copy = edited(old, seed)
        paragraphs = _redline(old, copy.new)
        pieces = [piece for paragraph in paragraphs for piece in paragraph]
        came = [text for name, text in pieces if name == "ins"]
        landed = _moved(paragraphs)
        tight += sum(any(figure in text and len(text) <= len(figure) + 2 for text in came) for figure in copy.figures)
        figures += len(copy.figures)
        found += sum(text in copy.moved for text in landed)
        told += len(landed)
        needed += copy.least
        marked += sum(len(text) for name, text in pieces if name in ("ins", "del"))
    moves = MOVES * len(SEEDS)
    return {
        "figures tight": tight / figures,
        "moves found": found / moves,
        "moves true": found / max(1, told),
        "marked and needed": min(1.0, needed / marked),
    }


def rewritten(old: Path, new: Path) -> dict[str, float]:
    """1 less the unchanged characters that stand alone between two changes, per 1,000 characters of NEW."""
    paragraphs = _redline(_lines(old), _lines(new))
    alone = sum(
        len(kept) == 1 and not name and bool(one) and bool(other)
        for pieces in paragraphs
        for (one, _), (name, kept), (other, _) in zip(pieces, pieces[1:], pieces[2:], strict=False)
    )
    return {"no lone character": max(0.0, 1 - 1000 * alone / sum(map(len, _lines(new))))}


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _redline(old: Sequence[str], new: Sequence[str]) -> list[list[Piece]]:
    """The redline's paragraphs, each as pieces."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "redline.docx"
        write_redline(old, new, out, align)
        body = docx.Document(str(out)).element.body
        return [_joined(_pieces(paragraph)) for paragraph in body.iter(qn("w:p"))]


def _pieces(node: Node, name: str = "") -> Iterator[Piece]:
    for child in node:
        if child.tag in (qn("w:t"), qn("w:delText")):
            yield name, child.text or ""
        elif child.tag != qn("w:pPr"):
            yield from _pieces(child, _REVISIONS.get(child.tag, name))


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    """Neighbours of one kind as one piece."""
    found: list[Piece] = []
    for name, text in pieces:
        if found and found[-1][0] == name:
            found[-1] = name, found[-1][1] + text
        else:
            found.append((name, text))
    return found


def _moved(paragraphs: list[list[Piece]]) -> list[str]:
    """The paragraphs of NEW that the redline shows as moved."""
    moved = [pieces for pieces in paragraphs if any(name == "moveTo" for name, _ in pieces)]
    return ["".join(text for name, text in pieces if name in ("ins", "moveTo")) for pieces in moved]
