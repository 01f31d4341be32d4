"""Where a redline's new nodes go among NEW's own."""

from collections.abc import Iterable

from docx.oxml.ns import qn

from drafter.office.runs import Node, run_text, runs_of

_CONTROLS = (qn("w:sdtContent"), qn("w:sdt"), qn("w:customXml"))
# What may stand between two runs of one revision: it has no text and marks only a place.
_MARKERS = frozenset(
    qn(f"w:{n}")
    for n in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd")
)
_REVISIONS = tuple(qn(f"w:{n}") for n in ("ins", "del", "moveFrom", "moveTo"))
_FIELD = (qn("w:fldChar"), qn("w:instrText"))
_NOTES = (qn("w:footnoteReference"), qn("w:endnoteReference"))


def insert_block(made: Node, following: Node | None, container: Node) -> None:
    """Put a paragraph, table or row before `following`, outside a control that begins there; else at the end."""
    if following is None:
        last = container[-1] if len(container) else None
        container.append(made) if last is None or last.tag != qn("w:sectPr") else last.addprevious(made)
        return
    place = following
    while (parent := place.getparent()) is not None and parent is not container and parent.tag in _CONTROLS:
        if place.getprevious() is not None and place.tag != qn("w:sdtContent"):
            break
        place = parent
    place.addprevious(made)


def insert_between(made: Node, paragraph: Node, before: Node | None, after: Node | None, notes: int = 0) -> None:
    """Put a revision between two runs of a paragraph, outside links and controls where it can be.

    It stands behind the first `notes` marks of notes in the paragraph, as far as they follow `before`.
    """
    if before is not None and before.getparent() is paragraph:
        _past_notes(before, after, notes).addnext(made)
    elif after is not None and before is None:
        while (parent := after.getparent()) is not None and parent is not paragraph:
            after = parent
        after.addprevious(made)
    elif after is not None and after.getparent() is paragraph:
        after.addprevious(made)
    elif before is not None:
        before.addnext(made)
    else:
        paragraph.append(made)


def notes_before(paragraph: Node, offset: int) -> int:
    """How many marks of notes stand in a paragraph up to an offset of its text."""
    found = at = 0
    for run in runs_of(paragraph):
        found += _notes(run) if at <= offset else 0
        at += len(run_text(run))
    return found


def _past_notes(before: Node, after: Node | None, notes: int) -> Node:
    """The sibling behind which as many marks of notes stand: `before`, or one without text that follows it."""
    seen = sum(_notes(node) for node in [before, *before.itersiblings(preceding=True)])
    place, node = before, before.getnext()
    while seen < notes and node is not None and node is not after and (node.tag in _MARKERS or _textless(node)):
        seen += _notes(node)
        place, node = node, node.getnext()
    return place if seen == notes else before


def _textless(node: Node) -> bool:
    return node.tag == qn("w:r") and not run_text(node)


def _notes(node: Node) -> int:
    return sum(1 for _ in node.iter(*_NOTES))


def open_controls(body: Node) -> None:
    """Take the frame off a content control around whole paragraphs in which something changed; its content stays.

    LibreOffice (7.4) forgets the revisions of the first paragraph of such a control and then cannot undo them.
    """
    for control in list(body.iter(qn("w:sdt"))):
        content = control.find(qn("w:sdtContent"))
        if content is None or next(content.iterchildren(qn("w:p"), qn("w:tbl")), None) is None:
            continue
        if next(content.iter(*_REVISIONS), None) is not None:
            for child in list(content):
                control.addprevious(child)
            if (parent := control.getparent()) is not None:
                parent.remove(control)


def groups(runs: Iterable[Node]) -> list[list[Node]]:
    """Runs that stand together, with the markers between them: each group can be one revision."""
    found: list[list[Node]] = []
    for run in runs:
        between = _between(found[-1][-1], run) if found else None
        if between is None:
            found.append([run])
        else:
            found[-1] += [*between, run]
    return found


def _between(one: Node, other: Node) -> list[Node] | None:
    """The siblings between two runs, or None where something else than a marker parts them."""
    found: list[Node] = []
    node = one.getnext()
    while node is not None and node is not other:
        empty_run = _textless(node) and not any(child.tag in (*_FIELD, *_NOTES) for child in node)
        if node.tag not in _MARKERS and not empty_run:
            return None
        found.append(node)
        node = node.getnext()
    return None if node is None else found
