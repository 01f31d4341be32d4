"""What a report must hold, and what must not be left in it."""

import re

from drafter.check.made import Given, Remark
from drafter.model.change import NOT_MENTIONED
from drafter.text import contents
from drafter.text.normalize import fold
from drafter.text.placeholder import PLACEHOLDER

# Left open by hand: xx市, ××, ____, （待补）; not the drafts' own 【待填：…】, which are told as such.
_LEFT = re.compile(r"[xX×]{2,}(?=[市县区年月日项件个名%])|_{3,}|\?{3,}|待补充|此处填写|\(略\)")
_FEW = 3  # open places up to here are told one by one
_SEE = "，详见 drafter status"


def open_places(given: Given) -> list[Remark]:
    """Placeholders of a draft and blanks left by hand; more than a few are told as one, with the unconfirmed sentences."""
    text = given.report.text
    found = _left_open(given)
    if len(found) > _FEW:
        kept = len(_unconfirmed(given))
        told = f"尚有{len(found)}处待填写" + (f"、{kept}处待确认" if kept > _FEW else "")
        where = _SEE if given.report.slots else f"；首处为“{text[slice(*found[0])][:40]}”"
        return [_open(f"{told}，请补充后再定稿{where}。", found[0], weight=98)]
    return [_open(f"尚有未填写内容“{text[a:b][:40]}”，请补充后再定稿。", (a, b), weight=98) for a, b in found]


def unconfirmed(given: Given) -> list[Remark]:
    """Sentences carried over from last year that nobody has confirmed; more than a few are told as one, by `open_places`
    where that tells its own as one."""
    kept = _unconfirmed(given)
    how = "请核实后去掉底色或修改"
    if len(kept) <= _FEW:
        return [_open(f"沿用上年的语句尚未确认（仍标有底色），{how}。", place, weight=96) for place in kept]
    if len(_left_open(given)) > _FEW:
        return []
    return [_open(f"尚有{len(kept)}处沿用上年的语句待确认（仍标有底色），{how}{_SEE}。", kept[0], weight=96)]


def _left_open(given: Given) -> list[tuple[int, int]]:
    text = given.report.text
    found = [hit.span() for hit in PLACEHOLDER.finditer(text)]
    left = [hit.span() for hit in _LEFT.finditer(fold(text)) if not any(a <= hit.start() < b for a, b in found)]
    return sorted([*found, *left])


def _unconfirmed(given: Given) -> list[tuple[int, int]]:
    return sorted((slot.start, slot.end) for slot in given.report.slots if slot.kind == "keep" and slot.open)


def _open(message: str, place: tuple[int, int], *, weight: int) -> Remark:
    return Remark(kind="placeholder", level="must", weight=weight, start=place[0], end=place[1], message=message)


def required_items(given: Given) -> list[Remark]:
    """The contents that the regulation asks for, by content and not by heading."""
    return [_missing(name) for name in contents.missing(given.report)]


def _missing(name: str) -> Remark:
    return Remark(
        kind="contents",
        level="verify",
        weight=65,
        message=f"文中未见“{name}”的内容。{contents.REGULATION}要求年度报告载明该项内容，请核实（{NOT_MENTIONED}）。",
    )


def defects(given: Given) -> list[Remark]:
    """Damage of the text as received: numbering first, then the rest."""
    numbering = ("numbering", "marker")
    return [
        Remark(
            kind="numbering" if defect.code.startswith(numbering) else "text",
            level="verify" if defect.code.startswith((*numbering, "date", "year", "quote", "issuer")) else "info",
            weight=50 if defect.code.startswith(numbering) else 35,
            start=defect.start,
            end=defect.end,
            message=f"{defect.message}（就收到的文本而言），请核对。",
        )
        for defect in given.report.defects
    ]
