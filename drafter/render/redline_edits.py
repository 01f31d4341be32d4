"""The edits of a paragraph as a redline marks them: what makes both texts, long figures tight."""

import re
from collections.abc import Iterable, Sequence

from drafter.model.change import Edit
from drafter.text.width import narrow

_NUMBER = "[0-9０-９][0-9０-９.．,，]*"
_UNIT = re.compile(rf"(?P<one>{_NUMBER})(?P<end>[^0-9０-９.．,，]{{3,}})")  # 1个百分点
_RANGE = re.compile(rf"(?P<start>{_NUMBER}[^0-9０-９.．,，]*?[-—–－~～―至到]+)(?P<one>{_NUMBER}[^0-9０-９.．,，]*)")  # 2-3人
_BOUND = re.compile(rf"(?P<one>{_NUMBER}[^0-9０-９.．,，]*?)(?P<end>[-—–－~～―至到]+{_NUMBER}[^0-9０-９.．,，]*)")


def whole_edits(old: str, new: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits, if they do make one text of the other; else the whole text is replaced.

    OLD may be another in width (１ for 1), where the aligner was asked not to care.
    """
    kept = tuple(e for e in edits if e.text)
    if old == new:
        return (Edit(op="equal", text=new),) if new else ()
    before, after = ("".join(e.text for e in kept if e.op != gone) for gone in ("insert", "delete"))
    if after == new and (before == old or narrow(before) == narrow(old)):
        return tight(kept)
    return tuple(e for e in (Edit(op="delete", text=old), Edit(op="insert", text=new)) if e.text)


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
