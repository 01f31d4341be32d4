"""How the steps of a redline are laid so that Word and LibreOffice both undo them rightly; see docs/redline.md."""

from collections.abc import Sequence

from docx.oxml.ns import qn

from drafter.model.change import Edit
from drafter.office.revisions import Kind, Reviser, paragraph_properties, properties_only, sealed
from drafter.office.runs import Node
from drafter.render.redline_blocks import Paragraph
from drafter.render.redline_plan import Step

MARKS: dict[str, Kind] = {"drop": "del", "from": "moveFrom", "add": "ins", "to": "moveTo"}
_GONE = ("drop", "from")


def is_paragraph(step: Step) -> bool:
    """A step of a paragraph, not of a table."""
    return isinstance(step.new or step.old, Paragraph)


def laid_marks(steps: Sequence[Step]) -> list[Kind | None]:
    """For each step the revision of its paragraph mark.

    The last mark of a body or cell can neither come nor go. Where paragraphs came or went after the last one that
    stays, each mark therefore takes the revision of the next: the mark before the first of them came or went with it.
    """
    marks = [MARKS.get(s.kind) if is_paragraph(s) else None for s in steps]
    start = ends_with(steps)
    if start is not None:
        marks[start:] = [*marks[start + 1 :], None]
    return marks


def ends_with(steps: Sequence[Step]) -> int | None:
    """The number of the last paragraph that stays, where only paragraphs that came, or only ones that went, follow it."""
    start = max((i for i, s in enumerate(steps) if s.kind == "keep"), default=-1)
    after = steps[start + 1 :]
    if start < 0 or not after or not all(is_paragraph(s) for s in steps[start:]):
        return None
    if len({s.kind in _GONE for s in after}) > 1 or _has_section(steps[start]):
        return None
    return start


def _has_section(step: Step) -> bool:
    assert isinstance(step.new, Paragraph)
    return step.new.node.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def laid_edits(steps: Sequence[Step], marks: Sequence[Kind | None]) -> list[tuple[Edit, ...]]:
    """The edits of each step; a paragraph that stays never ends with the kind of revision that the next begins with."""
    laid: list[tuple[Edit, ...]] = []
    following: str | None = None
    for step, mark in zip(reversed(steps), reversed(marks), strict=True):
        edits = sealed(step.edits, following) if step.kind == "keep" and mark is None else step.edits
        laid.append(edits)
        following = _begins(step, edits) if is_paragraph(step) else None
    return laid[::-1]


def _begins(step: Step, edits: Sequence[Edit]) -> str | None:
    """The op of the first revision of a paragraph, None where it begins with text that stays or moved."""
    if step.kind in ("drop", "add"):
        return "delete" if step.kind == "drop" else "insert"
    skipped = {"from": "insert", "to": "delete"}.get(step.kind)
    first = next((e.op for e in edits if e.op != skipped), "equal")
    return None if first == "equal" else first


def keep_looks(steps: Sequence[Step], nodes: Sequence[Node], reviser: Reviser) -> None:
    """Where marks were shifted, the last paragraph's formatting after undoing must be that of the one that stays."""
    start = ends_with(steps)
    if start is None:
        return
    kept, last = nodes[start], nodes[-1]
    if steps[-1].kind in _GONE:
        before = properties_only(last.find(qn("w:pPr")))
        _replace_properties(last, properties_only(kept.find(qn("w:pPr"))))
        reviser.change_properties(last, before)
    else:
        reviser.change_properties(last, kept.find(qn("w:pPr")))


def _replace_properties(paragraph: Node, properties: Node) -> None:
    """Give the paragraph other formatting; its mark stays."""
    old = paragraph_properties(paragraph)
    mark = old.find(qn("w:rPr"))
    if mark is not None:
        properties.append(mark)
    paragraph.replace(old, properties)
