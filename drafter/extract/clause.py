"""Cutting the clause around a figure: what stands before it and what stands after it, as printed."""

import re

from drafter.extract.standing import Standing
from drafter.extract.words import CARRIED, FOLLOWING
from drafter.text.pattern import any_of, lazy

LONGEST = 26


_FOLLOWING = lazy(f"(?:{any_of(FOLLOWING)})(?!容)").match
_MARKER = lazy(r"(?:[一二三四五六七八九十]{1,3}是|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|[①-⑳])").match
_JOINED = lazy(
    r"(?:(?:[余多]|以上|以下|以内|左右|/[^\W\d]{1,2})?(?:[、和与\s)”的—-]|及(?![格时]))+|(?:以上|左右|/[^\W\d]{1,2})+)"
).match
_TITLES = lazy(r"(?:《[^《》]*》[、和及]?)+(?:等\d*[件部项个])?等?")  # 制定《…》《…》等规章 → 制定规章
_VEILED = lazy(r"\([^()\d]{1,14}\)|《[^《》]*》|“[^“”]*”")
_ASIDE = lazy(r"\([^()\d]{1,14}\)")
_STOP = lazy(r"[,。;:!?\n)(]").search
_PARTED = lazy("其中|包括|、[并且]|、(?=配合|牵头|参与|主办|协办)").split
_OTHER_COUNT = lazy(r"[一两二三四五六七八九十]+[座处支名部台份项条件篇个家场次期]、").search  # 公园一座、|法治长廊两处
_MIDDLE = lazy("中[心央国小介级医学型考期层部外共药华]").match
_ACTED_AMONG = lazy(rf"中(?![心央国小介级医学型考期层部外共药华])(?:{any_of(CARRIED)})").match
_AMONG = lazy(r"(?<!其)(?:当中|中|里)(?:(?:仍|还|尚|已|目前|仅|只)*有?\d|$)").search  # 执法单位|中有29个实现全过程记录
# 办结案件里|维持29件; but 败诉案件中|工伤认定领域占5件
_OF_CASES = lazy(r"[^,、]{2,8}(?:案件|案卷|纠纷|事项|问题|文件|申请)[中里](?=[^,、]{2,8}$)(?!.*占$)").match
_CLAUSES = lazy("[,;:]").split


def veiled(text: str, pattern: re.Pattern[str] = _VEILED) -> str:
    """The text with asides, titles and quotations blanked to the same length, so that no mark inside them cuts."""
    return pattern.sub(lambda m: "＿" * len(m.group()), text)


def before(text: str, metric: Standing, near: Standing | None) -> str:
    """The clause before a figure, back to the mark or the figure before it; a bracketed aside does not cut it."""
    floor = max(0, metric.start - 80)
    hidden = veiled(text[floor : metric.start])
    start = floor + max(map(hidden.rfind, "。;\n,:(!?")) + 1
    if near and near.end > start:
        start = near.end
    clause = text[start : metric.start]
    clause = _PARTED(clause)[-1] if "其中" in clause or "包括" in clause or "、" in clause else clause
    clause = _TITLES.sub("", clause) if "《" in clause else clause
    if "、" in clause and (counted := _OTHER_COUNT(clause)):
        clause = clause[counted.end() :]
    if "中" in clause or "里" in clause:
        clause = clause[found.end() :] if (found := _OF_CASES(clause)) else clause
    for opening in (_JOINED, _MARKER):
        if found := opening(clause):
            clause = clause[found.end() :]
    if near and start == near.end and clause.startswith("中") and not _MIDDLE(clause):
        clause = clause[1:]  # 不合格的41批次中|立案36起
    return clause.strip() if clause.startswith("余下") else clause.removeprefix("余").strip()


def after(text: str, metric: Standing) -> str:
    """The rest of the clause behind a figure, without 以上 and the like."""
    window = text[metric.end : metric.end + 44]
    stop = _STOP(veiled(window, _ASIDE) if "(" in window else window)
    rest = window[: stop.start()] if stop else window
    if among := _AMONG(rest):
        rest = rest[: among.start()]
    found = _FOLLOWING(rest)
    rest = rest[found.end() :] if found else rest
    return "" if rest.startswith("中") and _ACTED_AMONG(rest) else rest


def previous(text: str, start: int) -> str:
    """The clause of the sentence that ends right before the one in which `start` stands; "" where there is none."""
    floor = max(0, start - 160)
    head = text[max(floor, text.rfind("。", floor, start) + 1, text.rfind("\n", floor, start) + 1) : start]
    parts = [part for part in _CLAUSES(head) if part.strip()]
    return parts[-2] if len(parts) > 1 else ""
