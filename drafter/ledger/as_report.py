"""The ledger's figures as a report that nobody wrote, so that they can be paired with any report's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.ledger.amounts import in_base, printed, scale_of
from drafter.ledger.history import PUBLISHED, RETURNED, value_of
from drafter.model.ledger import Ledger, Row, Value
from drafter.model.metric import Approx, Metric, MetricKind
from drafter.model.metric import Value as Amount
from drafter.model.raw import RawParagraph
from drafter.model.report import Report, ReportInfo, Role, Section
from drafter.text.normalize import fold
from drafter.text.numerals import ARABIC, NUMBER, parse_numeral
from drafter.text.written import ABOUT_BEHIND, OPPOSITE, VERB, written

_NUMBER = re.compile(f"{ARABIC}|{NUMBER}")
_FIRST_ARABIC = re.compile(r"\d")
_APPROX: dict[str, Approx] = {
    "余": "余", "多": "多", "约": "约", "大约": "约", "大概": "约", "左右": "约", "上下": "约", "近": "近", "不足": "近", "不到": "近",
    "以上": "以上", "以下": "以下", "以内": "以下", "超过": "超", "超": "超", "逾": "超",
}  # fmt: skip
_ABOUT_BEFORE = re.compile("大约|大概|约|近|超过|超|逾|不足|不到")
_ABOUT_BEHIND = re.compile(f"(?:{'|'.join(ABOUT_BEHIND)})$")
# What the headings of a report say of the figures under them, where it matters to pairing.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("plans", re.compile("安排|打算|计划|下一?步|思路")),
    ("problems", re.compile("问题|不足|短板|差距|困难")),
)


def as_report(ledger: Ledger, year: int | None = None) -> tuple[Report, tuple[Metric, ...]]:
    """The ledger as a report: each row's sentence once, with the row as its figure, id and all.

    Consecutive rows of one sentence share it; a row whose sentence does not hold its figure stands alone, as name and value. The
    values are last year's as published. With `year` each figure has what was returned for that year (the final round before
    the first), where something was, in its sentence too. A row that never had a number stands with 0.
    """
    shown = year if year is not None else ledger.year - 1
    page = _Page()
    for title, rows in groupby(ledger.rows, key=lambda row: row.path[0] if row.path else ""):
        page.section(title, [_figure(row, year, ledger.year - 1) for row in rows])
    info = ReportInfo(
        path="", format="txt", title=f"{ledger.issuer}{shown}年法治政府建设年度报告", issuer=ledger.issuer, year=shown,
        chars=len(page.text),
    )  # fmt: skip
    report = Report(
        info=info, text=page.text, paragraphs=tuple(page.paragraphs), title=None, preamble=None, sections=tuple(page.sections)
    )
    parents = {term: row.id for row in ledger.rows if row.formula == "sum" for term in row.terms}
    return report, tuple(_metric(placed, parents.get(placed.figure.row.id)) for placed in page.placed)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A row with its value in base units, and how that is printed: head and number (增至, 15个)."""

    row: Row
    value: Amount
    about: str
    head: str
    text: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A figure with its place in the text, and the sentence that it stands in."""

    figure: _Figure
    start: int
    sentence: str


class _Page:
    """The text as it grows, with what points into it."""

    def __init__(self) -> None:
        self.text = ""
        self.paragraphs: list[RawParagraph] = []
        self.sections: list[Section] = []
        self.placed: list[_Placed] = []

    def section(self, title: str, figures: Sequence[_Figure]) -> None:
        """A part of the report; its heading is known and not printed."""
        start = len(self.text)
        for sentence, some in groupby(figures, key=lambda figure: figure.row.sentence):
            self._sentence(sentence, list(some))
        role: Role = next((role for role, words in _ROLES if words.search(title)), "achievements")
        if title:
            self.sections.append(
                Section(
                    marker="", number="", level=1, title=title, role=role, start=start, end=len(self.text),
                    title_start=start, title_end=start, body_start=start,
                )
            )  # fmt: skip

    def _sentence(self, sentence: str, figures: Sequence[_Figure]) -> None:
        spots = _spots(sentence, figures)
        pieces: list[str | _Figure] = []
        at = 0
        for (start, end), figure in sorted(spots, key=lambda spot: spot[0]):
            pieces += [sentence[at:start] + figure.head, figure]
            at = end
        if spots:
            self._paragraph([*pieces, sentence[at:]])
        found = {figure.row.id for _, figure in spots}
        for figure in figures:
            if figure.row.id not in found:
                self._paragraph([figure.row.label + figure.head, figure, "。"])

    def _paragraph(self, pieces: Sequence[str | _Figure]) -> None:
        start = len(self.text)
        whole = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces).replace("\n", " ")
        at = start
        for piece in pieces:
            if isinstance(piece, _Figure):
                self.placed.append(_Placed(piece, at, whole))
            at += len(piece if isinstance(piece, str) else piece.text)
        self.text += f"{whole}\n"
        self.paragraphs.append(RawParagraph(start=start, end=start + len(whole)))


def _spots(sentence: str, figures: Sequence[_Figure]) -> list[tuple[tuple[int, int], _Figure]]:
    """Where in its sentence each figure was printed: after the one before, else wherever it stands free."""
    found: list[tuple[tuple[int, int], _Figure]] = []
    after = 0
    for figure in figures:
        last = figure.row.last
        places = _places(sentence, last) if last else []
        free = [spot for spot in places if not any(spot[0] < b and a < spot[1] for (a, b), _ in found)]
        spot = next((spot for spot in free if spot[0] >= after), free[0] if free else None)
        if spot:
            found.append((spot, figure))
            after = spot[1]
    return found


def _places(sentence: str, last: str) -> list[tuple[int, int]]:
    """Where a figure stands whole: 5件 is not in 15件."""
    whole = rf"(?<![\d.]){re.escape(last)}" if last[0].isdigit() else re.escape(last)
    return [hit.span() for hit in re.finditer(whole, sentence)]


def _figure(row: Row, year: int | None, last_year: int) -> _Figure:
    """The row as it is to be shown: as it was last printed, or with this year's number in the same words."""
    new = value_of(row, year, *RETURNED, "report") if year is not None else None
    if new and new.number is not None:
        return _Figure(row, in_base(abs(new.number), row.unit), new.about, _led(row.last, new.number), _bare(row, new))
    old = value_of(row, last_year, *PUBLISHED) or max(row.values, key=lambda value: value.year, default=None)
    if row.last:
        start = _number_at(row.last)
        return _Figure(row, _amount(old, row), old.about if old else "", row.last[:start], row.last[start:])
    text = _bare(row, old) if old and old.number is not None else (old.text if old else "") or printed(0, row.unit)
    return _Figure(row, _amount(old, row), old.about if old else "", "", text)


def _bare(row: Row, value: Value) -> str:
    """The number with its unit, and what stands behind it (余, 以上)."""
    about = "" if _ABOUT_BEFORE.fullmatch(value.about) else value.about
    rank = "第" if row.last[_number_at(row.last) :].startswith("第") else ""
    return rank + printed(abs(value.number or 0), row.unit, about)


def _number_at(text: str) -> int:
    """Where the number of a printed figure begins, with 第 before it; digits go before any other numeral."""
    folded = fold(text)
    found = _FIRST_ARABIC.search(folded) or _NUMBER.search(folded)
    return found.start() - folded[: found.start()].endswith("第") if found else 0


def _led(last: str, number: float) -> str:
    """The words before the number, with the verb that this year's sign asks for: 增长 where −3.2 was returned is 下降."""
    head = _ABOUT_BEFORE.sub("", last[: _number_at(last)])
    verb, said = VERB.search(head), written(last)
    if verb is None or said is None or said.level or (number >= 0) == (said.way == "up"):
        return head
    return f"{head[: verb.start()]}{OPPOSITE[verb.group()]}{head[verb.end() :]}"


def _amount(value: Value | None, row: Row) -> Amount:
    """A value in base units; of a range both ends; as printed last where no value is kept."""
    if value and value.number is not None:
        return in_base(abs(value.number), row.unit)
    said = [parse_numeral(hit) for hit in _NUMBER.findall(fold(value.text if value else row.last))]
    numbers = [number for number in said if number is not None]
    if len(numbers) > 1 and value:
        return float(numbers[0]), float(numbers[1])
    return numbers[0] if numbers else 0


def _metric(placed: _Placed, parent: str | None) -> Metric:
    figure = placed.figure
    row = figure.row
    text = _ABOUT_BEHIND.sub("", figure.text)
    kind: MetricKind = "rank" if text.startswith("第") else "metric"
    return Metric(
        id=row.id, kind=kind, label=row.label, value=figure.value, unit=scale_of(row.unit)[1], approx=_APPROX.get(figure.about),
        parent=parent, path=row.path, sentence=placed.sentence, rule="台账", text=text, start=placed.start,
        end=placed.start + len(text),
    )  # fmt: skip
