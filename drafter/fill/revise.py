"""Where a filled slot stands, whether it can be changed alone, and the change under revision."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn

from drafter.fill.find import Stand
from drafter.fill.register import Line
from drafter.fill.status import Edited
from drafter.office.controls import find_controls
from drafter.office.revisions import Reviser, used_ids
from drafter.office.runs import Node, cut, made_run, paragraph_text, pieces, run_text
from drafter.office.stories import stories
from drafter.office.undecided import REVISIONS

REVISION_AUTHOR = "指标台账"
_DATE = "2000-01-01T00:00:00Z"  # as `compare` stamps its revisions: no clock enters a file
_PLAIN = frozenset(qn(f"w:{name}") for name in ("rPr", "t", "tab", "br", "lastRenderedPageBreak"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a slot stands: its runs with text, what they say, and the paragraph. `alone`: nothing else shares it."""

    runs: tuple[Node, ...]
    text: str
    paragraph: Node | None
    alone: bool = True


def spots(edited: Edited) -> dict[str, list[Spot]]:
    """Every place of every slot: its controls, several where one was copied, else where its words are."""
    found: dict[str, list[Spot]] = {}
    for control in find_controls(edited.document.element.body):
        runs = control.runs()
        held = tuple(run for run in runs if run_text(run))
        paragraph = next(control.element.iter(qn("w:p")), next(control.element.iterancestors(qn("w:p")), None))
        found.setdefault(control.id, []).append(Spot(held, control.text, paragraph))
    for key, stand in edited.by_words.items():
        if key not in found:
            alone = not stand.shared and _as_it_was(key, stand, edited.register.lines)
            found[key] = [_by_words(stand, alone=alone)]
    return found


def _by_words(stand: Stand, *, alone: bool) -> Spot:
    cut(stand.paragraph, (stand.start, stand.end))
    runs = tuple(p.run for p in pieces(stand.paragraph) if stand.start <= p.start and p.end <= stand.end)
    return Spot(runs, stand.text, stand.paragraph, alone=alone)


def _as_it_was(key: str, stand: Stand, lines: Sequence[Line]) -> bool:
    """Whether the words right before and right behind a slot are still those of its line: 左右 typed behind it is part of what
    people wrote, and without a control nothing else tells."""
    found = next(((line, at) for line in lines for at, part in enumerate(line) if part.slot == key), None)
    if found is None:
        return False
    line, at = found
    text = paragraph_text(stand.paragraph)
    sides = [line[at - 1] if at else None, line[at + 1] if at + 1 < len(line) else None]
    if any(part is not None and part.slot is not None for part in sides):
        return False
    before, behind = ("" if part is None else part.text for part in sides)
    head, tail = text[: stand.start], text[stand.end :]
    return (head.endswith(before) if before else not head) and (tail.startswith(behind) if behind else not tail)


def can_change(spot: Spot) -> bool:
    """Whether a spot can be put under revision by itself: plain runs of one parent, in a paragraph without open revisions."""
    if not spot.runs or not spot.alone or spot.paragraph is None or _is_pending(spot.paragraph):
        return False
    one_parent = len({run.getparent() for run in spot.runs}) == 1
    return one_parent and all(child.tag in _PLAIN for run in spot.runs for child in run)


def _is_pending(paragraph: Node) -> bool:
    """A revision in the paragraph, or around it: one inside the other would be undone in no certain order."""
    rows = (row for row in paragraph.iterancestors(qn("w:tr")))
    marked = any(mark.tag in REVISIONS for row in rows for mark in row.iterfind(f"{qn('w:trPr')}/*"))
    around = any(node.tag in REVISIONS for node in paragraph.iterancestors())
    return marked or around or next(paragraph.iter(*REVISIONS), None) is not None


def reviser_for(edited: Edited) -> Reviser:
    """Makes the revisions of the ledger."""
    return Reviser(REVISION_AUTHOR, _DATE, used_ids(stories(edited.document)))


def revise(reviser: Reviser, runs: Sequence[Node], text: str) -> None:
    """The runs struck out and the text put behind them, in the face of the first: one deletion, one insertion."""
    made = made_run(text, runs[0].find(qn("w:rPr")))
    gone = reviser.wrap("del", runs)
    gone.addnext(reviser.wrap("ins", [made]))
