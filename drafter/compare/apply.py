"""Both texts out of the rows of a comparison: the proof that nothing was lost on the way."""

from collections.abc import Iterable, Sequence

from drafter.model.change import TextChange


def old_text(row: TextChange) -> str:
    """What stood in OLD: the equal and deleted pieces."""
    return "".join(edit.text for edit in row.edits if edit.op != "insert")


def new_text(row: TextChange) -> str:
    """What stands in NEW: the equal and inserted pieces."""
    return "".join(edit.text for edit in row.edits if edit.op != "delete")


def rebuild(rows: Iterable[TextChange]) -> tuple[list[str], list[str]]:
    """The units of OLD and of NEW, each in its own order, out of the edits alone."""
    rows = list(rows)
    in_old_order = sorted((row.old.start, n) for n, row in enumerate(rows) if row.old)
    return [old_text(rows[n]) for _, n in in_old_order], [new_text(row) for row in rows if row.new]


def apply(old: Sequence[str], rows: Iterable[TextChange]) -> list[str]:
    """NEW's units, made of OLD's by the rows. Raises ValueError where the rows were not made of these units."""
    return _checked(old, *rebuild(rows))


def unapply(new: Sequence[str], rows: Iterable[TextChange]) -> list[str]:
    """OLD's units, made of NEW's by the rows. Raises ValueError where the rows were not made of these units."""
    before, after = rebuild(rows)
    return _checked(new, after, before)


def _checked(given: Sequence[str], expected: list[str], made: list[str]) -> list[str]:
    for number, (a, b) in enumerate(zip(given, expected, strict=False)):
        if a != b:
            raise ValueError(f"unit {number} is {a[:20]!r}, the rows say {b[:20]!r}")
    if len(given) != len(expected):
        raise ValueError(f"{len(given)} units, the rows are made of {len(expected)}")
    return made
