"""The alignment of `compare/align.py` for those who do not care whether a character is full-width or half-width."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.compare.align import align
from drafter.model.change import Edit, TextChange
from drafter.model.span import Span
from drafter.text.width import narrow


def align_apart_from_width(old: Sequence[Span], new: Sequence[Span]) -> tuple[TextChange, ...]:
    """The rows of `align`, where what differs in width alone is equal and reads as in NEW.

    Equal and inserted edits are NEW to the letter; equal and deleted ones are OLD but for widths.
    """
    rows = align(*([replace(span, text=narrow(span.text)) for span in side] for side in (old, new)))
    olds, news = ({span.start: span for span in side} for side in (old, new))
    return tuple(_as_written(row, row.old and olds[row.old.start], row.new and news[row.new.start]) for row in rows)


def _as_written(row: TextChange, old: Span | None, new: Span | None) -> TextChange:
    edits = tuple(_cut_again(row.edits, old.text if old else "", new.text if new else ""))
    return replace(row, old=old, new=new, edits=edits)


def _cut_again(edits: Iterable[Edit], old: str, new: str) -> Iterator[Edit]:
    """The edits cut from the texts as they were written: narrowing leaves every offset where it was."""
    at = to = 0
    for edit in edits:
        size = len(edit.text)
        yield replace(edit, text=old[at : at + size] if edit.op == "delete" else new[to : to + size])
        at += size if edit.op != "insert" else 0
        to += size if edit.op != "delete" else 0
