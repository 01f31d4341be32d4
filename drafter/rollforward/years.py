"""Which years of last year's report move on with it, and what is frozen whatever happens.

A bare report year Y becomes Y+1 and the year planned for Y+2. Names of laws and plans, document numbers, quotations, periods,
beginnings and goals are history or names: they stay, and `notes.py` advises on plans whose period is over.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.text.normalize import fold

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frozen:
    """A kind of place that is never altered: `pattern` finds it in folded text; each of `examples` holds one."""

    name: str
    pattern: str
    examples: tuple[str, ...]


# Names and numbers, in which nothing at all is altered.
NAMES: tuple[Frozen, ...] = (
    Frozen("book-title", r"《(?:[^《》\n]|《[^《》\n]*》)*》", ("《云溪市法治建设规划(2021-2025年)》",)),
    Frozen(
        "document-number",
        r"〔[^〔〕\n]{1,12}〕\s*第?\d*号?|\[(?:19|20)\d\d\]\s*第?\d*号?",
        ("云政发〔2023〕8号", "云政办[2023]11号"),
    ),
)
QUOTED = Frozen("quotation", r"“[^“”\n]{1,40}”|‘[^‘’\n]{1,40}’", ("“2023清风行动”",))

# Places in which a year stays although it is the report's own.
HISTORY: tuple[Frozen, ...] = (
    QUOTED,
    Frozen(
        "period",
        r"(?:19|20)\d\d年?(?:[-—–~]{1,2}|至|到)(?:19|20)\d\d年?|(?:19|20)\d\d(?:19|20)\d\d年",
        ("2021年-2025年", "2021至2025年", "20212025年"),
    ),
    Frozen(
        "beginning",
        r"(?:自|从)(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|开始|以来|实施|施行|成立|印发|设立)?",
        ("自2023年起", "从2023年5月开始"),
    ),
    Frozen("start", r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|开始)(?:施行|实施|执行)?", ("2023年3月1日起施行",)),
    Frozen("since", r"(?:19|20)\d\d年(?:\d{1,2}月)?以来", ("1998年以来",)),
    Frozen("version", r"(?:19|20)\d\d年?(?:度)?(?:修订|修正|修改|版|本)", ("2023年修订", "2023年版")),
    Frozen("goal", r"(?<!截)(?:到|至)(?:19|20)\d\d年(?!年?[底末]|\d{1,2}月|的\d)", ("到2023年，基本建成",)),
)
_PREVIOUS = re.compile(r"(?:比|较|与|同|由)\Z")
# A year that something is measured by, or in which it came to be: history, whatever figure stands behind it.
_BASE = re.compile(r"(?:比|较|与|同|由|是|为|[（(])\Z")
_MADE = re.compile(r"年(?:\d{1,2}月)?(?:底|末)?(?:出台|印发|制定|成立|颁布|公布|施行|实施|修订|启用|建成|设立|组建|发布)")
_DATED = re.compile(r"年(?:年?[底末](?:前)?)?")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)|(二[〇○零O](?:[〇○零一二三四五六七八九]{2}))(?=年)")
_ALONE = re.compile(r"\s*(?:19|20)\d\d年度?\s*")
_HAN = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The report year `last` and the draft's `year`; `review` where the report looks back on the year before its title's."""

    last: int
    year: int
    review: bool = False

    def moved(self, named: int) -> int | None:
        """The year that takes the place of `named`, None where it stays."""
        first = self.last - self.review
        return named + self.year - self.last if first <= named <= self.last + 1 else None


def frozen_names(text: str) -> list[Place]:
    """Where `text` names laws, plans and documents."""
    return _places(text, NAMES)


def inside(places: Sequence[Place], start: int, end: int) -> bool:
    """Whether [start, end) touches one of `places`."""
    return any(a < end and start < b for a, b in places)


def own_years(text: str) -> list[int]:
    """The years that a text names as its own, names, periods and the like apart."""
    folded = fold(text)
    kept = _places(text, (*NAMES, *HISTORY))
    hits = [hit for hit in _YEAR.finditer(folded) if not inside(kept, hit.start(), hit.end())]
    return [int(hit[1]) if hit[1] else _han_year(hit[2]) for hit in hits]


def year_edits(text: str, calendar: Calendar) -> list[tuple[int, int, str]]:
    """The years of `text` to be replaced as (start, end, new year), in text order."""
    folded = fold(text)
    kept = _places(text, (*NAMES, *HISTORY))
    found = []
    for hit in _YEAR.finditer(folded):
        if inside(kept, hit.start(), hit.end()):
            continue
        named = int(hit[1]) if hit[1] else _han_year(hit[2])
        moved = calendar.moved(named)
        if moved is None and named == calendar.last - 1 and _PREVIOUS.search(folded[: hit.start()]):
            moved = named + calendar.year - calendar.last
        if moved is None and named < calendar.last and _heads_cells(folded, hit, calendar):
            moved = named + calendar.year - calendar.last
        if moved is not None:
            found.append((hit.start(), hit.end(), str(moved) if hit[1] else _as_han(moved, hit[2])))
    return found


def _heads_cells(row: str, hit: re.Match[str], calendar: Calendar) -> bool:
    """Whether a year before LAST's heads a column beside LAST's own (2022年, 2023年), or a row of its own: both move together."""
    if "\t" not in row or not _ALONE.fullmatch(row[row.rfind("\t", 0, hit.start()) + 1 :].partition("\t")[0]):
        return False
    cells = row.split("\t")
    return hit.start() < len(cells[0]) or any(_ALONE.fullmatch(cell) and str(calendar.last) in cell for cell in cells)


def past_years(text: str, calendar: Calendar) -> list[Place]:
    """Years before LAST's own that date what is told beside them (截至2020年底), as they would date a count again."""
    folded = fold(text)
    kept = _places(text, (*NAMES, *HISTORY))
    edited = {start for start, _, _ in year_edits(text, calendar)}
    found = []
    for hit in _YEAR.finditer(folded):
        named = int(hit[1]) if hit[1] else _han_year(hit[2])
        history = _BASE.search(folded[: hit.start()]) or _MADE.match(folded, hit.end()) or inside(kept, *hit.span())
        if named < calendar.last and hit.start() not in edited and not history:
            dated = _DATED.match(folded, hit.end())
            found.append((hit.start(), dated.end() if dated else hit.end()))
    return found


def shift_years(text: str, calendar: Calendar) -> str:
    """The text with its own years advanced."""
    for start, end, new in reversed(year_edits(text, calendar)):
        text = text[:start] + new + text[end:]
    return text


def _places(text: str, rows: Sequence[Frozen]) -> list[Place]:
    folded = fold(text)
    return [hit.span() for row in rows for hit in re.finditer(row.pattern, folded)]


def _han_year(text: str) -> int:
    return int("".join("0" if c in "〇○零O" else str(_HAN.index(c)) for c in text))


def _as_han(year: int, like: str) -> str:
    """二〇二四 for 2024, its zero as the predecessor writes it."""
    return "".join(like[1] if digit == "0" else _HAN[int(digit)] for digit in str(year))
