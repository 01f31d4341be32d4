"""Why a problem is there: in its own words, in a child of its own, in a list or a sentence behind all of them."""

import re
from collections.abc import Sequence

from drafter.model.report import Section
from drafter.parse.lines import Page
from drafter.text.pattern import lazy

_HEADING = lazy(
    r"^(?:(?:主要|存在问题的|产生|产生问题的|问题)?(?:原因|成因|根源)(?:分析|剖析|如下|[:。]|$))|(?:问题|不足|短板)的?(?:主要)?(?:原因|成因|根源)(?:分析|剖析)?[:。]?$"
)
_PROBLEMS_TOO = lazy(r"(?:问题|不足|短板|弱项|差距)(?:和|及|与|、|以及)(?:其|产生的?|存在的?|主要)?(?:原因|成因|根源)")
_NOUN = r"(?:原因|成因|根源|症结|根子)"
_WORDS = (
    rf"(?:(?:究|追|归)其{_NOUN}|(?:主要|其|根本|深层次|分析|产生|存在|造成|问题的?|不足的?|方面的?|[,。;]){_NOUN}"
    rf"(?:主要|还|就)?(?:在于|在|是因为|是由于|是|为|有|:)|{_NOUN}[:,]|主要是由于|由于|是因为|因为|主要因|归因于|受制于)[,:]?(?:主要|还)?(?:在于|是)?"
)
_CAUSE = lazy(rf"{_WORDS}(?P<why>[^。;]+)")
_GIVEN = lazy(r"(?:由于|因为|受制于|主要因)(?P<why>[^。;,]{2,30}?)(?:等)?(?:(?:方面)?(?:的)?(?:原因|因素))?,")
_ONLY = lazy(
    rf"^(?:(?:究|追)其{_NOUN}|(?:分析|剖析|存在|产生|造成|出现|导致)?(?:上述|以上|这些|存在|此类)?(?:存在)?(?:问题|不足|短板|现象)?(?:的)?(?:主要|根本|深层次)?{_NOUN})"
)
_SHARED = lazy(
    rf"(?:^|(?<=[。;\n]))\s*(?P<all>(?:(?:究|追)其|(?:分析|剖析|存在|产生|造成|出现|导致)?(?:上述|以上|这些)[^。;:,]{{0,12}}?(?:的)?(?:主要|根本|深层次)?){_NOUN}"
    rf"|(?:上述|以上|这些)[^。;,]{{0,8}}的(?:产生|存在|出现|形成),|(?:上述|以上|这些)(?:问题|不足|短板|现象)[,]?(?:主要)?是?(?=由于|因为|源于))(?P<rest>[^。\n]*)"
)
# A clause that says 原因; 其中既有历史的原因，也有人的因素 announces none.
_ANNOUNCED = lazy(r"(?<![^,。;\n])(?![^,。;\n]*[既也又还]有)[^,。;\n]*?原因")
_PROBLEMS_AFTER = lazy("问题|不足|短板|弱项|差距|薄弱|困难|表现")
_UNDER = lazy(r"受(?P<why>[^。;,受]{2,16}?(?:影响|制约|限制|所限))")


def starts_anew(before: Section, after: Section) -> bool:
    """Whether a list begins again: the number of the second is the first of its kind, and the first had one."""
    return (
        after.level == before.level
        and after.number in ("一是", "（一）", "1.", "（1）", "①", "首先", "一要", "第一", "其一")
        and before.number != ""
    )


def is_cause_heading(title: str) -> bool:
    """Whether a heading announces causes only: 原因分析, and not 问题和原因."""
    return bool(_HEADING.search(title)) and not _PROBLEMS_TOO.search(title)


def cause_in(page: Page, start: int, end: int) -> str | None:
    """The cause that a stretch of text names: 主要原因是……, 由于……，……, 受……限制.

    A sentence that opens with 由于 gives its cause up to its first comma and then says what came of it.
    """
    found = _CAUSE.search(page.folded, start, end) or _UNDER.search(page.folded, start, end)
    if found is None:
        return None
    opened = max(start, max(page.folded.rfind(mark, start, found.start()) for mark in "。;\n") + 1)
    opened += len(page.folded[opened:end]) - len(page.folded[opened:end].lstrip())
    found = _GIVEN.match(page.folded, opened, end) or found
    return page.text[found.start("why") : found.end("why")].strip(" ,，\n") or None


def cause_only(page: Page, start: int, end: int) -> str | None:
    """The cause that a sentence names which says nothing else: 究其原因，……."""
    return cause_in(page, start, end) if _ONLY.match(page.masked[start:end].lstrip()) else None


def cause_of_child(page: Page, children: Sequence[Section]) -> str | None:
    """The text under a child that is headed 原因, without its full stop."""
    found = next((c for c in children if is_cause_heading(c.title)), None)
    if found is None:
        return None
    text = page.text[found.body_start : found.end].strip() or (cause_in(page, found.title_start, found.end) or "")
    return text.rstrip("。；;") or None


def shared_cause(page: Page, start: int, end: int) -> tuple[int, str] | None:
    """(where it begins, the cause) of what is told of all problems together, behind the last of them: 存在上述问题的原因……."""
    found = _SHARED.search(page.folded, start, end)
    if found is None:
        return None
    why = cause_in(page, found.start("all"), found.end()) or page.text[found.start("rest") : found.end("rest")]
    return found.start("all"), why.strip(" ,，:：\n")


def _announcing(page: Page, start: int, end: int) -> re.Match[str] | None:
    """The clause that announces a list of causes; none where problems are announced behind it (受人员等原因影响，还存在以下不足)."""
    *_, last = (None, *_ANNOUNCED.finditer(page.folded, start, end))
    if last is None or _PROBLEMS_TOO.search(page.folded, last.start(), end):
        return None
    return None if _PROBLEMS_AFTER.search(page.folded, last.end(), end) else last


def without_causes(page: Page, start: int, children: Sequence[Section]) -> tuple[tuple[Section, ...], list[str], int | None]:
    """The children that are problems, the texts of those that are causes (原因分析, or a list announced by 原因), and where
    the causes begin; `start` is where the text before the first child does."""
    kept: list[Section] = []
    causes: list[Section] = []
    in_causes = False
    at = None
    for before, child in zip((None, *children), children, strict=False):
        gap = before.end if before else start
        announced = _announcing(page, gap, child.start)
        in_causes = announced is not None or (in_causes and not (before and starts_anew(before, child)))
        if is_cause_heading(child.title):
            causes += child.children or (child,)
            at = child.start if at is None else at
        elif in_causes:
            causes.append(child)
            at = max(gap, page.masked.rfind("。", gap, announced.end() if announced else child.start) + 1) if at is None else at
        else:
            kept.append(child)
    return tuple(kept), [page.text[c.title_start : c.end].strip(" \n　;；,，。") for c in causes], at
