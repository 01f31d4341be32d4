"""The edits of a paragraph as a redline marks them: what makes both texts, figures tight, no character stranded."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from drafter.model.change import Edit
from drafter.text.width import narrow

KEPT_LEAST = 0.1  # a paragraph of which less stayed is read as another text
LINE = 40  # characters: of a shorter one every piece is seen at a glance
_Change = tuple[str, str, str]
_OPS: tuple[Literal["equal", "delete", "insert"], ...] = ("equal", "delete", "insert")
_NUMBER = "[0-9０-９][0-9０-９.．,，]*"
_UNIT = re.compile(rf"(?P<one>{_NUMBER})(?P<end>[^0-9０-９.．,，]{{3,}})")  # 1个百分点
_RANGE = re.compile(rf"(?P<start>{_NUMBER}[^0-9０-９.．,，]*?[-—–－~～―至到]+)(?P<one>{_NUMBER}[^0-9０-９.．,，]*)")  # 2-3人
_BOUND = re.compile(rf"(?P<one>{_NUMBER}[^0-9０-９.．,，]*?)(?P<end>[-—–－~～―至到]+{_NUMBER}[^0-9０-９.．,，]*)")
_FIGURE = re.compile(r"[第〔\[［]?[0-9０-９一二三四五六七八九十百千万亿两〇零](?:[^，。；：、,;:\s]|,(?=\d)){0,19}")


def whole_edits(old: str, new: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits, if they do make one text of the other and leave more than a word of it; else the whole text is replaced.

    OLD may be another in width (１ for 1), where the aligner was asked not to care.
    """
    kept = tuple(e for e in edits if e.text)
    if old == new:
        return (Edit(op="equal", text=new),) if new else ()
    before, after = ("".join(e.text for e in kept if e.op != gone) for gone in ("insert", "delete"))
    if after == new and (before == old or narrow(before) == narrow(old)):
        laid = unstranded(tight(kept))
        if kept_share(laid) >= KEPT_LEAST or min(len(old), len(new)) < LINE:
            return laid
    return tuple(e for e in (Edit(op="delete", text=old), Edit(op="insert", text=new)) if e.text)


def kept_share(edits: Sequence[Edit]) -> float:
    """The share of both texts that stayed the same."""
    sizes = [(len(e.text) * (1 + (e.op == "equal")), e.op) for e in edits]
    return sum(size for size, op in sizes if op == "equal") / max(1, sum(size for size, _ in sizes))


def tight(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """What stays of a long figure is left unmarked, so that what changed stands out.

    1个百分点 → 90个百分点 marks 1 and 90; 2-3人 → 2-5人 marks 3人 and 5人. A number itself is never cut.
    """
    found: list[Edit] = []
    for edit in edits:
        before = found[-1] if found else None
        if before is not None and before.op == "delete" and edit.op == "insert":
            found[-1:] = _tight(before, edit)
        else:
            found.append(edit)
    return tuple(found)


def _tight(gone: Edit, come: Edit) -> list[Edit]:
    for pattern in (_UNIT, _RANGE, _BOUND):
        old, new = (pattern.fullmatch(edit.text) for edit in (gone, come))
        if old and new and all(old[name] == new[name] for name in pattern.groupindex if name != "one"):
            stays = old.groupdict()
            changed = [Edit(op="delete", text=old["one"]), Edit(op="insert", text=new["one"])]
            return [*_stays(stays.get("start")), *changed, *_stays(stays.get("end"))]
    return [gone, come]


def _stays(text: str | None) -> list[Edit]:
    return [Edit(op="equal", text=text)] if text else []


def unstranded(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """A single character left between two changes (the comma in 37件，其中) is told with the one that is no figure."""
    changes = _changes(edits)
    for at in range(1, len(changes)):
        (before, *one), (kept, gone, come) = changes[at - 1], changes[at]
        if len(kept) != 1 or not (one[0] or one[1]) or not (gone or come):
            continue
        if not _tight_change(gone, come):
            changes[at] = ("", kept + gone, kept + come)
        elif not _tight_change(*one):
            changes[at - 1] = (before, one[0] + kept, one[1] + kept)
            changes[at] = ("", gone, come)
    return tuple(Edit(op=op, text=text) for change in changes for op, text in zip(_OPS, change, strict=True) if text)


def _changes(edits: Sequence[Edit]) -> list[_Change]:
    """What is kept, then what goes and what comes in its place, again and again."""
    found: list[_Change] = []
    for edit in edits:
        kept, gone, come = found[-1] if found else ("", "", "")
        if edit.op == "insert" and found and not come:
            found[-1] = (kept, gone, edit.text)
        elif edit.op == "delete" and found and not (gone or come):
            found[-1] = (kept, edit.text, "")
        else:
            found.append(tuple(edit.text if op == edit.op else "" for op in _OPS))  # type: ignore[arg-type]
    return found


def _tight_change(gone: str, come: str) -> bool:
    """Whether a figure was put for a figure."""
    return bool(_FIGURE.fullmatch(gone) and _FIGURE.fullmatch(come))
