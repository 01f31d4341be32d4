"""Damage of the text itself that a parser notices on its way: range dashes, signs for nought, stray marks, marks without partner,
lines printed twice."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.model.report import Defect
from drafter.parse.lines import Line, Page
from drafter.text.pattern import lazy

# These begin with the character looked for and look behind it afterwards: that is many times quicker.
_RANGE = lazy(r"([12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d)年?((?:19|20)\d\d)(?=\s?年)")
# ”?率93.55%: a question mark that a word follows; ，， and 。。; the sign for what no font shows.
_STRAY = lazy(r"[?？](?<=[”’》）)\d][?？])(?=[率数量的和及、，])|([，。、；：])\1+|[\ufffd□]{1,3}")


@dataclass(frozen=True, kw_only=True)
class _Pair:
    """Two marks that belong together; `pattern` finds them where they are no part of a list marker (1), 三））."""

    name: str
    code: str
    left: str
    right: str
    pattern: re.Pattern[str]

    @cached_property
    def paired(self) -> Callable[[str], object]:
        """Whether each left mark of a text is followed by its right one before the next, which is so of nearly every text."""
        apart = f"[^{self.left}{self.right}]*"
        return lazy(f"{apart}(?:{re.escape(self.left)}{apart}{re.escape(self.right)}{apart})*").fullmatch


_PAIRS = (
    _Pair(name="引号", code="quote-unmatched", left="“", right="”", pattern=lazy(r"[“”]")),
    _Pair(name="书名号", code="title-mark-unmatched", left="《", right="》", pattern=lazy(r"《(?=[^《》]*(?:《[^《》]*》[^《》]*)?》)[^《》]*(?:《[^《》]*》[^《》]*)?》|[《》]")),
    _Pair(name="括号", code="bracket-unmatched", left="(", right=")",
          pattern=lazy(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|^\)|(?:^|(?<=[。;:,、])\s*)[\d一二三四五六七八九十]{1,3}\)|(?<=[。;:])\)|[()]")),
)  # fmt: skip

# 二○二四年: the sign for nought among Chinese digits is 〇 (U+3007; GB/T 15835-2011 4.2.3), and no circle, letter O or 0.
_NOUGHT = lazy(r"[○OＯoΟ0](?<=[一二三四五六七八九〇○][○OＯoΟ0])(?=[〇○OＯoΟ0一二三四五六七八九]*年)")
_TELLING = lazy(r"(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){8}")  # two short lines may well be the same
_WHOLE = lazy(r"[。!?;:”)]$")


def text_defects(page: Page, lines: Sequence[Line]) -> list[Defect]:
    """What is damaged in the lines of the body, one defect each; pairs of marks are asked only of a paragraph that is whole."""
    found: list[Defect] = []
    # nearly every report is clean of these, and then no line need be asked
    misprinted = _RANGE.search(page.folded) or _NOUGHT.search(page.text) or _STRAY.search(page.text)
    for before, line in zip((None, *lines), lines, strict=False):
        broken = before is not None and not _WHOLE.search(before.text) and len(before.text) > 60
        whole = _WHOLE.search(line.text) is not None and not broken and not line.text.startswith(("”", ",", "、", ")", "》"))
        if misprinted:
            found += [*_ranges(page, line), *nought_defects(page, line.start, line.end), *_strays(page, line)]
        found += _quotes(page, line) if whole else []
    return found


def without_doubles(lines: Sequence[Line]) -> tuple[list[Line], list[Defect]]:
    """The lines without those that repeat the line right before them, and these told as defects."""
    kept: list[Line] = []
    found = []
    for line in lines:
        if kept and not line.table and kept[-1].text == line.text and _TELLING.search(line.text):
            found.append(Defect(code="line-doubled", message="与上一段文字完全相同，疑重复", start=line.start, end=line.end))
        else:
            kept.append(line)
    return kept, found


def nought_defects(page: Page, start: int, end: int) -> list[Defect]:
    """Years in Chinese digits with a wrong sign for nought (二○二四年), one defect a year."""
    return [
        Defect(
            code="nought-misprinted",
            message=f"中文年份中的“{hit.group()}”应为“〇”",
            start=hit.start(),
            end=page.text.index("年", hit.start()) + 1,
        )
        for hit in _NOUGHT.finditer(page.text, start, end)
        if not _NOUGHT.search(page.text, max(start, hit.start() - 1), hit.start())
    ]


def _ranges(page: Page, line: Line) -> list[Defect]:
    return [
        Defect(
            code="year-range-dash-lost",
            message=f"年份区间缺连接号，疑为“{m.group(1)}—{m.group(2)}年”",
            start=m.start(),
            end=m.end(),
        )
        for m in _RANGE.finditer(page.folded, line.start, line.end)
        if int(m.group(1)) < int(m.group(2))
    ]


def _quotes(page: Page, line: Line) -> list[Defect]:
    """Quotation marks, marks of titles and brackets that are opened again or never closed before the paragraph ends, or that
    close nothing."""
    text = page.folded[line.start : line.end]
    return [_unmatched(page, at, line, pair) for pair in _PAIRS if not pair.paired(text) for at in _alone(text, line, pair)]


def _alone(text: str, line: Line, pair: "_Pair") -> list[int]:
    found: list[int] = []
    opened: int | None = None
    for match in pair.pattern.finditer(text):
        at = line.start + match.start()
        if match.group() == pair.left:
            found += [opened] if opened is not None else []
            opened = at
        elif match.group() == pair.right:
            found += [at] if opened is None else []
            opened = None
    return [*found, opened] if opened is not None else found


def _unmatched(page: Page, at: int, line: Line, pair: "_Pair") -> Defect:
    side = "右" if page.folded[at] == pair.left else "左"
    start = at if side == "右" else max(line.start, at - 10)
    return Defect(code=pair.code, message=f"{pair.name}不成对，缺{side}{pair.name}", start=start, end=min(at + 11, line.end))


def _strays(page: Page, line: Line) -> list[Defect]:
    """Marks that stand where none can: a question mark inside a word, a mark printed twice, a character that was not read."""
    return [
        Defect(code="stray-mark", message=f"“{hit.group()}”疑为多余或误识的符号", start=hit.start(), end=hit.end())
        for hit in _STRAY.finditer(page.text, line.start, line.end)
    ]
