"""Text without markers cut into items: its paragraphs, sentences, or what semicolons part."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.report import Section
from drafter.parse.lines import Line, Page, sentences_in
from drafter.text.pattern import lazy

_INTRO = lazy(
    r"虽然|尽管|取得(?:了)?(?:一定|一些|明显|较好)?(?:的)?(?:成绩|成效|进展)|(?:主要)?(?:表现在|体现在|有以下|如下|以下)[^。]{0,20}[:。]?$|仍有(?:一定)?差距。?$"
    # 对照……要求，我局工作还有不少差距。 opens the section and names no problem.
    r"|^(?:对照|对标|按照|与|同|距离?|离)[^;。]{4,60},[^,;。]{0,20}(?:还|仍|尚|依然)(?:有|存在)[^,;。]{0,8}(?:差距|不足|短板|弱项|问题)。?$"
)
_LEAST_NAMED = 10  # characters behind a colon that can name a problem
DEFICIT = lazy(r"不|未|欠|弱|缺|滞后|差距|短板|偏|难|少数|有待|还需|个别|部分|问题|风险|单一|尚|薄弱|压力|参差")
ANNOUNCED = lazy(
    r"^[^。;:]{0,60}(?:问题|不足|差距|短板|困难|薄弱环节|表现在|表现为|体现在|方面|以下|工作|重点|看到|认识到)[^。;:]{0,20}[:]"
)
_FAREWELL = lazy(
    r"(?:新的一年|我[市区县局镇省]将|我们将|下一步)?.{0,80}(?:新成效|新篇章|新局面|新贡献|坚实(?:的)?(?:法治)?(?:基础|支撑|保障)|法治保障|新台阶|新水平|贡献力量|行稳致远|保驾护航)。$|^通过(?:以上|上述)[^。]*。$|^特此报告|^以上报告|专此报告"
)
# What only says that work goes on, before the plans themselves: 2024年，我局将继续深入推进法治政府建设。
_GENERAL = lazy(
    r"^[^。;\d]{0,6}(?:\d{4}年)?[^。;\d]{0,16}(?:继续|持续|不断|进一步|扎实|全面)[^。;,\d]{0,8}(?:法治(?:政府)?建设|依法行政)(?:工作)?。?$"
)
_OPENING = lazy(
    r"^(?:(?:对此|为此|针对[^,。]{2,20}|下一?步(?:工作)?|下一?阶段|今后|接下来|新的一年|明年|20\d\d年)[,:]?\s*"
    r"(?:(?:我|全|[\u4e00-\u9fff]{1,4})(?:市|区|县|局|镇|省|院|乡|委|街道|们)(?=将|要|拟|继续))?(?:(?:将|要|拟)(?:继续|重点|着力)?)?"
    r"|我(?:市|区|县|局|镇|省|院|乡|委|街道|们)(?:将|要|拟)(?:继续|重点|着力)?)"
)
# What is said before the first of several plans joined by semicolons: 坚定不移贯彻……决策部署，
_UNDER_GUIDANCE = lazy(
    r"(?:(?:始终|坚定不移|坚决|坚定|深入|全面|认真|持续|继续|地){0,3}(?:学习|宣传)?(?:贯彻|落实|坚持以|以|围绕|按照)[^;。\d]{2,50}?"
    r"(?:精神|思想|部署|要求|指导|引领|统领|指引|遵循|主线),)+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a section with one role: its offsets and the sections inside."""

    start: int
    end: int
    children: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One item, by offsets; its title ends at `title_end`."""

    start: int
    end: int
    title_end: int


def sentences_within(page: Page, lines: Sequence[Line], start: int, end: int) -> list[tuple[int, int]]:
    """The sentences between two offsets; none runs over the end of a line."""
    return [s for line in between(lines, start, end) for s in sentences_in(page, max(start, line.start), min(end, line.end))]


def between(lines: Sequence[Line], start: int, end: int) -> Sequence[Line]:
    """The lines that reach into a stretch of text."""
    first = bisect_right(lines, start, key=lambda line: line.end)
    return lines[first : bisect_left(lines, end, key=lambda line: line.start)]


def unit_of(page: Page, start: int, end: int, title_end: int) -> Unit:
    """An item between two offsets, without blanks and semicolons at its ends."""
    while end > start and (page.text[end - 1].isspace() or page.text[end - 1] in ";；"):
        end -= 1
    while start < end and page.text[start].isspace():
        start += 1
    return Unit(start=start, end=end, title_end=min(max(title_end, start + 1), end))


def says_something(page: Page, unit: Unit) -> bool:
    """Whether an item has a letter, a digit or a character."""
    return any(c.isalnum() for c in page.text[unit.start : unit.end])


def flat_units(page: Page, lines: Sequence[Line], stretch: Stretch, *, plans: bool) -> list[Unit]:
    """Text without markers: paragraphs where there are several, else sentences, else what semicolons part."""
    within = between(lines, stretch.start, stretch.end)
    inside = [(max(line.start, stretch.start), min(line.end, stretch.end)) for line in within]
    paragraphs = [(a, b) for a, b in inside if b > a and not _is_frame(page, a, b, plans=plans)]
    if len(paragraphs) > 1:
        pieces = paragraphs
    else:
        pieces = [piece for a, b in paragraphs for piece in _pieces(page, a, b, plans=plans)]
        pieces = pieces or [
            s for a, b in paragraphs for s in sentences_in(page, a, b) if not _INTRO.search(page.masked[s[0] : s[1]])
        ]
    return [unit_of(page, _after_opening(page, a, b, plans=plans), b, lead_end(page, a, b)) for a, b in pieces]


def _is_frame(page: Page, start: int, end: int, *, plans: bool) -> bool:
    """An introduction or farewell that is one paragraph by itself."""
    text = page.masked[start:end].strip()
    if plans:
        return text.endswith(":") or bool(_FAREWELL.search(text) and text.count("。") <= 1 and not re.search(r"\d", text))
    names_none = text.count("。") <= 1 and len(text.partition(":")[2]) < _LEAST_NAMED
    return text.endswith(":") or (names_none and bool(_INTRO.search(text))) or bool(re.match(r"特此|以上", text))


def _pieces(page: Page, start: int, end: int, *, plans: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for a, b in sentences_in(page, start, end):
        if plans and _GENERAL.search(page.masked[a:b]):
            continue
        head = ANNOUNCED.match(page.masked[a:b])
        begin = a + head.end() if head else a
        parts = _parted(page, begin, b)
        if len(parts) > 1:
            found += parts
        elif (plans and not _FAREWELL.search(page.masked[a:b])) or (
            not plans and DEFICIT.search(page.masked[begin:b]) and not _INTRO.search(page.masked[begin:b])
        ):
            found.append((begin, b))
    return found


def _parted(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(m.end() for m in re.finditer(";", page.masked[start:end]))]
    ends = [start + c for c in cuts[1:]]
    starts = [start, *ends]
    return [(a, b) for a, b in zip(starts, [*ends, end], strict=True) if page.text[a:b].strip("；; 。")]


def _after_opening(page: Page, start: int, end: int, *, plans: bool) -> int:
    found = _OPENING.match(page.masked[start:end]) if plans else None
    begin = start + found.end() if found and found.end() < end - start - 3 else start
    joined = found and page.masked[start:end].rstrip().endswith(";")
    guided = _UNDER_GUIDANCE.match(page.masked, begin, end) if joined else None
    return guided.end() if guided and guided.end() < end - 4 else begin


def lead_end(page: Page, start: int, end: int) -> int:
    """Where the first sentence, or half of one, between two offsets ends."""
    stops = [p for mark in "。;" if (p := page.masked.find(mark, start, end)) > 0]
    return min(stops, default=end)
