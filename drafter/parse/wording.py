"""Damage of the text itself that a parser notices on its way: range dashes, quotation marks."""

import re
from collections.abc import Sequence

from drafter.model.report import Defect
from drafter.parse.lines import Line, Page

_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)((?:19|20)\d\d)(?=\s?年)")
_WHOLE = re.compile(r"[。!?;:”)]$")


def text_defects(page: Page, lines: Sequence[Line]) -> list[Defect]:
    """Year ranges without their dash (20212025年) and quotation marks without a partner, in the body."""
    found = []
    for before, line in zip((None, *lines), lines, strict=False):
        broken = before is not None and not _WHOLE.search(before.text) and len(before.text) > 60
        whole = _WHOLE.search(line.text) is not None and not broken and not line.text.startswith(("”", "，", ",", "、"))
        found += [*_ranges(page, line), *(_quotes(page, line) if whole else [])]
    return found


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
    """“ that is opened again or never closed before the paragraph ends, ” that closes nothing."""
    found: list[int] = []
    opened: int | None = None
    for match in re.finditer(r"[“”]", page.text[line.start : line.end]):
        at = line.start + match.start()
        if match.group() == "“":
            found += [opened] if opened is not None else []
            opened = at
        else:
            found += [at] if opened is None else []
            opened = None
    found += [opened] if opened is not None else []
    return [_quote(page, at, line) for at in found]


def _quote(page: Page, at: int, line: Line) -> Defect:
    side = "右" if page.text[at] == "“" else "左"
    start = at if side == "右" else max(line.start, at - 10)
    return Defect(code="quote-unmatched", message=f"引号不成对，缺{side}引号", start=start, end=min(at + 11, line.end))
