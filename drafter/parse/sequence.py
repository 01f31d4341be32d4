"""Which of the things that look like markers are markers: they must follow one another (一是, 二是, 三是).

A state machine with the number expected next for every family; a look ahead decides about markers that lost their
numeral. So 第一是, 十二是 or 统一是 inside a sentence never open an item.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.report import Defect
from drafter.parse.headings import (
    BRACKET,
    CIRCLED,
    COMMA,
    DASH,
    DOT,
    FIRSTLY,
    IS,
    LEAD,
    MUST,
    ORDINAL,
    ROUND,
    Family,
    Marker,
    label,
    marker_at,
    markers_within,
)
from drafter.parse.leads import is_lead, is_lead_after_is
from drafter.parse.lines import Line, Page
from drafter.text.pattern import lazy

_LOOK_AHEAD = 80  # candidates; longer lists do not occur
_LINE_MARKER = lazy(r"(?m)^\(?\s?[一二三四五六七八九十]{0,3}\s?\)?")
_SENTENCE_OR_LINE = lazy(r"[。;!?\n]")
_LONGEST_SENTENCE = 600  # characters looked back for the end of the sentence before
_LONGEST_HEADING = 45  # characters of a heading that fills its line
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
        printed, number = number, self._meant(index, marker, number)
        sequent = self._continues(marker, number) or marker.family is FIRSTLY  # 最后 follows any number
        gap = number - expected if number > expected and not sequent else 0
        gap = 1 if self._second_of_new(marker, number) else gap
        self._take(marker, number)
        return Mark(
            family=marker.family,
            number=number,
            start=marker.start,
            text_start=marker.end,
            line=candidate.line,
            inline=marker.before != "line",
            gap=gap,
            damage=marker.damage if number == printed else "misprint",
        )

    def _meant(self, index: int, marker: Marker, number: int) -> int:
        """The number that a heading should bear: the one expected, where a wrong one is printed and the next is right again."""
        expected = self.state.expected(marker.family)
        if marker.before != "line" or marker.damage or marker.family.rank > DOT.rank or number in (1, expected):
            return number
        if self._continues(marker, number):
            return number
        following = self._following(index)
        twice = number == expected + 1 and following == number
        return expected if (following == expected + 1 and expected > 1) or (twice and expected > 1) else number

    def _second_of_new(self, marker: Marker, number: int) -> bool:
        """Whether 二是 opens a list whose 一是 is lost, while the numbers of the list before had gone further."""
        return marker.family is IS and number == 2 and self.state.expected(IS) > 3

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
        if marker.damage == "mark":
            return number if number == expected and self._short_head(marker) else None
        if number in (1, expected) or self._continues(marker, number) or marker.family.level <= 2:
            return number
        if marker.family is ROUND and marker.damage == "left" and expected == 1:
            return None
        return number if expected - 1 <= number <= expected + _MOST_LOST else None

    def _short_head(self, marker: Marker) -> bool:
        """Whether what follows a marker in its line is short, or opens with a short sentence."""
        rest = self.page.masked[marker.end : marker.end + _LONGEST_HEADING + 1]
        return len(_SENTENCE_OR_LINE.split(rest, maxsplit=1)[0]) <= _LONGEST_HEADING

    def _inside(self, index: int, marker: Marker, number: int) -> int | None:
        if marker.family is COMMA and self.has_chapters:
            return number if self._glued_chapter(index, marker, number) else None
        if marker.before == "comma" and marker.family.rank != ORDINAL.rank:
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
            firm = marker.before != "glued" or (marker.family.level == 2 and not running) or marker.family in (CIRCLED, ROUND)
            return 1 if self._second_follows(index) and firm and not within else None
        if marker.family is BRACKET and not running and number == 2 and marker.before == "stop" and following == 3:
            return 2  # （一） is lost
        return number if running and marker.before == "stop" and number == expected + 1 else None

    def _glued_chapter(self, index: int, marker: Marker, number: int) -> bool:
        """Whether a chapter is glued to the paragraph before: next in the count, behind a full stop, and the next one follows."""
        due = number == self.state.expected(marker.family) and marker.before == "stop"
        return due and self._following(index) == number + 1 and not self._again_at_line_start(index, number)

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
        if self._second_of_new(marker, marker.number) and following == 3:
            return 2
        if running and expected - 1 <= marker.number <= expected + _MOST_LOST:
            return marker.number
        return marker.number if not running and marker.number == 2 and marker.family is IS else None

    def _bare_is(self, marker: Marker, running: bool, following: int | None) -> int | None:
        expected = self.state.expected(IS)
        if not running and following != 2:
            return None
        if following == 2 and expected > 2 and marker.before in ("line", "stop"):
            return 1
        if following is not None and following != 1 and following <= expected:
            return None
        if marker.before in ("line", "stop"):
            return expected
        stop = self.page.masked.find("。", marker.end)
        glued = running and stop > 0 and is_lead_after_is(self.page.masked[marker.end : stop + 1])
        return expected if glued and self._long_before(marker.start) else None

    def _long_before(self, start: int) -> bool:
        """Whether the sentence that ends here without a full stop was a whole one."""
        floor = max(0, start - _LONGEST_SENTENCE)
        begin = max(floor, *(self.page.masked.rfind(mark, floor, start) + 1 for mark in "。;\n"))
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
            if marker.family is family and marker.number is not None and family.rank >= ORDINAL.rank:
                return marker.number
        return None

    def _second_follows(self, index: int) -> bool:
        """Whether the next of the same family, before an outer marker opens a line, is the second, or lost its numeral."""
        family = self.found[index].marker.family
        for other in self.found[index + 1 : index + 1 + _LOOK_AHEAD]:
            marker = other.marker
            if marker.before == "line" and marker.family.rank < family.rank and marker.family.level < 3:
                return False
            if marker.family is family and (marker.before != "comma" or family.rank >= ORDINAL.rank):
                return marker.number == 2 or (marker.number is None and family is BRACKET and self._following(index) == 3)
        return False

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
    whole = {mark.family.name for mark in marks if not mark.damage and not mark.inferred}
    told = [m for m in marks if m.damage != "left" or m.family.name in whole]  # 1）2）3） throughout is a style, no damage
    return [defect for mark in told if (defect := _damage(page, mark))]


_DAMAGE = {
    "left": ("marker-bracket-lost", "序号缺左括号，应为“{}”"),
    "right": ("marker-bracket-lost", "序号缺右括号，应为“{}”"),
    "number": ("marker-number-lost", "序号脱落，应为“{}”"),
    "mark": ("marker-misprinted", "序号标点有误，应为“{}”"),
    "misprint": ("numbering-misprinted", "序号与前后不连续，疑应为“{}”"),
}


def _damage(page: Page, mark: Mark) -> Defect | None:
    code, message = ("marker-lost", "此处疑脱序号“{}”") if mark.inferred else _DAMAGE.get(mark.damage, ("", ""))
    if not code or mark.family is LEAD:
        return None
    wanted = label(mark.family, mark.number) if mark.number else ""
    end = min(mark.text_start + 8, page.text.find("\n", mark.start) % (len(page.text) + 1))
    return Defect(code=code, message=message.format(wanted), start=mark.start, end=end)
