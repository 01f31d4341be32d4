"""Which of the things that look like markers are markers: they must follow one another (一是, 二是, 三是).

A state machine with the number expected next for every family; a look ahead decides about markers that lost their
numeral. So 第一是, 十二是 or 统一是 inside a sentence never open an item.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.report import Defect
from drafter.parse.headings import (
    BRACKET,
    COMMA,
    DASH,
    DOT,
    FIRSTLY,
    IS,
    LEAD,
    MUST,
    ROUND,
    Family,
    Marker,
    label,
    marker_at,
    markers_within,
)
from drafter.parse.leads import is_lead, is_lead_after_is
from drafter.parse.lines import Line, Page

_LOOK_AHEAD = 80  # candidates; longer lists do not occur
_LINE_MARKER = re.compile(r"(?m)^\(?\s?[一二三四五六七八九十]{0,3}\s?\)?")
_MOST_LOST = 3  # a jump over more numbers than this is no damaged list


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An accepted marker. `number` is 0 for a family without numbers; `inferred` where nothing of it was printed."""

    family: Family
    number: int
    start: int
    text_start: int
    line: int
    inline: bool
    gap: int = 0
    damage: str = ""
    inferred: bool = False
    title_end: int | None = None
    level: int = 0

    @property
    def depth(self) -> int:
        """The level of the section that it opens."""
        return self.level or self.family.level


@dataclass(slots=True)
class _State:
    """The last number of every list that is open, and the running Arabic number of the whole report."""

    last: dict[str, int] = field(default_factory=dict)
    arabic: int = 0

    def expected(self, family: Family) -> int:
        """The number that would come next in this family."""
        return self.last.get(family.name, 0) + 1

    def take(self, family: Family, number: int, resets: Sequence[Family]) -> None:
        """A marker was accepted: lists below it are over."""
        for inner in resets:
            self.last.pop(inner.name, None)
        self.last[family.name] = number
        if family is DOT:
            self.arabic = number


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    marker: Marker
    line: int


def candidates(page: Page, lines: Sequence[Line]) -> list[_Candidate]:
    """Everything in these lines that looks like a marker, in text order. Table rows hold none."""
    found = []
    for index, line in enumerate(lines):
        if line.table:
            continue
        first = marker_at(page.masked, line.start, line.end)
        if first:
            found.append(_Candidate(marker=first, line=index))
        start = first.end if first else line.start + 1
        found += [_Candidate(marker=m, line=index) for m in markers_within(page.masked, start, line.end, line.start)]
    return found


def resolve(page: Page, lines: Sequence[Line]) -> list[Mark]:
    """The markers of a report's body, in text order, with the numbers that they should have."""
    all_of_them = candidates(page, lines)
    machine = _Machine(page=page, lines=lines, found=all_of_them)
    return [mark for index in range(len(all_of_them)) if (mark := machine.judge(index))]


@dataclass(slots=True, kw_only=True)
class _Machine:
    page: Page
    lines: Sequence[Line]
    found: list[_Candidate]
    state: _State = field(default_factory=_State)
    has_chapters: bool = False
    families: dict[str, Family] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.families = {c.marker.family.name: c.marker.family for c in self.found}
        self.has_chapters = any(c.marker.family is COMMA and c.marker.before == "line" for c in self.found)

    def judge(self, index: int) -> Mark | None:
        """The mark that a candidate is, or None; the state moves on."""
        candidate = self.found[index]
        marker = candidate.marker
        number = self._number(index, marker)
        if marker.number is None and marker.family is BRACKET and self._is_round(index, marker, number):
            marker = replace(marker, family=ROUND)
            number = self.state.expected(ROUND)
        if number is None:
            return None
        expected = self.state.expected(marker.family)
        sequent = self._continues(marker, number) or marker.family is FIRSTLY  # 最后 follows any number
        gap = number - expected if number > expected and not sequent else 0
        self._take(marker, number)
        return Mark(
            family=marker.family,
            number=number,
            start=marker.start,
            text_start=marker.end,
            line=candidate.line,
            inline=marker.before != "line",
            gap=gap,
            damage=marker.damage,
        )

    def _take(self, marker: Marker, number: int) -> None:
        opens = marker.before == "line" or marker.family.level <= 2
        inner = [f for f in self.families.values() if f.rank > marker.family.rank] if opens else []
        self.state.take(marker.family, number, inner)

    def _number(self, index: int, marker: Marker) -> int | None:
        if marker.family is DASH:
            return 0 if marker.before == "line" else None
        if marker.family in (IS, MUST):
            return self._item(index, marker)
        if marker.number is None:
            return self._without_number(index, marker)
        if marker.before == "line":
            return self._at_line_start(marker, marker.number)
        return self._inside(index, marker, marker.number)

    def _continues(self, marker: Marker, number: int) -> bool:
        return marker.family is DOT and number == self.state.arabic + 1

    def _at_line_start(self, marker: Marker, number: int) -> int | None:
        expected = self.state.expected(marker.family)
        if marker.damage == "right":
            return number if number == expected else None
        if number in (1, expected) or self._continues(marker, number) or marker.family.level <= 2:
            return number
        if marker.family is ROUND and marker.damage == "left" and expected == 1:
            return None
        return number if expected - 1 <= number <= expected + _MOST_LOST else None

    def _inside(self, index: int, marker: Marker, number: int) -> int | None:
        if marker.family is COMMA and self.has_chapters:
            return None
        if marker.before == "comma" and marker.family.rank != 33:
            return None
        if marker.family is BRACKET and (
            self.page.masked[marker.start - 1] in ")》第" or self.page.masked[marker.end : marker.end + 1] in "项款条目"
        ):
            return None  # 第三条第（一）（二）项
        expected, following = self.state.expected(marker.family), self._following(index)
        if marker.family.name in self.state.last and number == expected:
            return None if self._again_at_line_start(index, number) else number
        running = marker.family.name in self.state.last
        if number == 1:
            within = running and marker.family.level == 2 and self._again_at_line_start(index, expected)
            firm = marker.before != "glued" or (marker.family.level == 2 and not running)
            return 1 if following == 2 and firm and not within else None
        return number if running and marker.before == "stop" and number == expected + 1 else None

    def _without_number(self, index: int, marker: Marker) -> int | None:
        expected, following = self.state.expected(marker.family), self._following(index)
        running = marker.family.name in self.state.last
        if (running and following == expected) or self._closes_a_bracket(marker):
            return None
        return expected if running or following == expected + 1 else None

    def _is_round(self, index: int, marker: Marker, number: int | None) -> bool:
        """Whether empty brackets stand in a list of (1) (2): it is open, and its next number is not printed elsewhere.

        Where （三） would fit as well, the (4) that follows must tell.
        """
        if ROUND.name not in self.state.last or marker.before == "comma" or self._closes_a_bracket(marker):
            return False
        expected, following = self.state.expected(ROUND), self._following(index, ROUND)
        return following == expected + 1 or (number is None and following != expected)

    def _closes_a_bracket(self, marker: Marker) -> bool:
        """Whether a lone ) ends a bracket that a broken line above left open."""
        before = _LINE_MARKER.sub("", self.page.masked[max(0, marker.start - 200) : marker.start])
        return before.count("(") > before.count(")")

    def _item(self, index: int, marker: Marker) -> int | None:
        expected, following = self.state.expected(marker.family), self._following(index)
        running = marker.family.name in self.state.last
        if marker.number is None:
            return self._bare_is(marker, running, following)
        if marker.number == 1:
            firm = marker.before in ("line", "stop") and marker.family is IS
            return 1 if firm or following == 2 or self._bare_next(index) or self._after_heading(index) else None
        if marker.number == expected and (running or marker.before in ("line", "stop")):
            return marker.number
        if marker.before not in ("line", "stop"):
            return None
        if running and expected - 1 <= marker.number <= expected + _MOST_LOST:
            return marker.number
        return marker.number if not running and marker.number == 2 and marker.family is IS else None

    def _bare_is(self, marker: Marker, running: bool, following: int | None) -> int | None:
        expected = self.state.expected(IS)
        if not running and following != 2:
            return None
        if following is not None and following != 1 and following <= expected:
            return None
        if marker.before in ("line", "stop"):
            return expected
        stop = self.page.masked.find("。", marker.end)
        glued = running and stop > 0 and is_lead_after_is(self.page.masked[marker.end : stop + 1])
        return expected if glued and self._long_before(marker.start) else None

    def _long_before(self, start: int) -> bool:
        """Whether the sentence that ends here without a full stop was a whole one."""
        begin = max(self.page.masked.rfind(mark, 0, start) for mark in "。;\n") + 1
        return start - begin >= 15 and "," in self.page.masked[begin:start]

    def _bare_next(self, index: int) -> bool:
        after = self.found[index + 1] if index + 1 < len(self.found) else None
        return bool(after and after.marker.family is IS and after.marker.number is None and after.marker.before != "glued")

    def _after_heading(self, index: int) -> bool:
        """Whether a glued 一是 stands in the first sentence of a line that opens with a marker, and a lead follows."""
        marker, line = self.found[index].marker, self.lines[self.found[index].line]
        opening = marker_at(self.page.masked, line.start, line.end)
        stop = self.page.masked.find("。", marker.end, line.end)
        return bool(
            opening
            and opening.end < marker.start
            and "。" not in self.page.masked[opening.end : marker.start]
            and is_lead(self.page.masked[marker.end : stop + 1])
        )

    def _following(self, index: int, like: Family | None = None) -> int | None:
        """The next number printed for the same family before an outer marker opens a line; None where there is none."""
        family = like or self.found[index].marker.family
        for other in self.found[index + 1 : index + 1 + _LOOK_AHEAD]:
            marker = other.marker
            if marker.before == "line" and marker.family.rank < family.rank and marker.family.level < 3:
                return None
            if marker.family is family and marker.number is not None and marker.before != "comma":
                return marker.number
            if marker.family is family and marker.number is not None and family.rank >= 33:
                return marker.number
        return None

    def _again_at_line_start(self, index: int, number: int) -> bool:
        """Whether this number stands, in this family, at the start of the next line of the same list."""
        family = self.found[index].marker.family
        for other in self.found[index + 1 : index + 1 + _LOOK_AHEAD]:
            marker = other.marker
            if marker.before == "line" and marker.family.rank < family.rank:
                return False
            if marker.before == "line" and marker.family is family:
                return marker.number == number
        return False


def marker_defects(page: Page, marks: Sequence[Mark]) -> list[Defect]:
    """What is wrong with the markers themselves, told once for each."""
    found = []
    for mark in marks:
        if defect := _damage(page, mark):
            found.append(defect)
    return found


_DAMAGE = {
    "left": ("marker-bracket-lost", "序号缺左括号，应为“{}”"),
    "right": ("marker-bracket-lost", "序号缺右括号，应为“{}”"),
    "number": ("marker-number-lost", "序号脱落，应为“{}”"),
}


def _damage(page: Page, mark: Mark) -> Defect | None:
    wanted = label(mark.family, mark.number) if mark.number else ""
    end = min(mark.text_start + 8, page.text.find("\n", mark.start) % (len(page.text) + 1))
    if mark.inferred and mark.family is not LEAD:
        return Defect(code="marker-lost", message=f"此处疑脱序号“{wanted}”", start=mark.start, end=end)
    if mark.damage in _DAMAGE:
        code, message = _DAMAGE[mark.damage]
        return Defect(code=code, message=message.format(wanted), start=mark.start, end=end)
    return None
