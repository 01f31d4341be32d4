"""What a row's value becomes: the sum of all returns, or what they agree on; never over what people wrote by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.ledger.amounts import printed
from drafter.ledger.collecting.figures import Figure
from drafter.ledger.collecting.queries import Spot, ask
from drafter.ledger.history import value_of, with_values
from drafter.ledger.sources import by_hand, is_from, returned_source, sender
from drafter.model.ledger import ROUNDS, Query, Row, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A row with the value that the returns give it in a round, from `figures`; `value` is None where none can be taken."""

    row: Row
    value: Value | None
    figures: tuple[Figure, ...]
    queries: tuple[Query, ...] = ()

    @property
    def spot(self) -> Spot:
        """Whom to ask: the one department that answered, else the office itself."""
        if len(self.figures) == 1:
            return self.figures[0].spot
        return Spot(label=self.row.label, key=f"{self.row.id}|{self.figures[0].given.round}")

    @property
    def reason(self) -> str:
        """Why the figure changed, as the departments say."""
        return "；".join(dict.fromkeys(said for figure in self.figures if (said := figure.entry.reason.strip())))

    @property
    def who(self) -> str:
        """The subject of a sentence about the value."""
        if len(self.figures) == 1:
            return "贵单位报送"
        return "各单位合计" if self.row.adding == "sum" else "各单位均报送"


def settle(row: Row, figures: Sequence[Figure], year: int) -> Settled:
    """The value of one row and round from what each department says; at least one figure is given."""
    told = _incomplete(row, figures) or _disagreeing(row, figures)
    if told:
        return Settled(row=row, value=None, figures=tuple(figures), queries=tuple(told))
    return Settled(row=row, value=_value(row, figures, year), figures=tuple(figures))


def _incomplete(row: Row, figures: Sequence[Figure]) -> list[Query]:
    """A sum with a part missing is no sum."""
    missing = [name for name in row.departments if name not in {figure.given.department for figure in figures}]
    if row.adding != "sum" or not missing:
        return []
    told = f"{row.label}：由各单位所报合计，尚缺{'、'.join(missing)}，暂未入账（已报：{_parts(figures)}）。"
    return [ask("sum", "must", Spot(label=row.label, key=_key(row, figures)), told)]


def _disagreeing(row: Row, figures: Sequence[Figure]) -> list[Query]:
    """Where one figure is asked of several, they have to say the same; each of them is told."""
    if row.adding == "sum" or len({figure.text for figure in figures}) == 1:
        return []
    told = f"{row.label}：{_parts(figures)}，所报不一致，未入账，请会商后统一报送。"
    return [ask("conflict", "must", figure.spot, told) for figure in figures]


def _parts(figures: Sequence[Figure]) -> str:
    return "、".join(f"{figure.given.department}{figure.text}" for figure in figures)


def _key(row: Row, figures: Sequence[Figure]) -> str:
    return f"{row.id}|{figures[0].given.round}"


def _value(row: Row, figures: Sequence[Figure], year: int) -> Value:
    amounts = [figure.amount for figure in figures if figure.amount and figure.amount.number is not None]
    numbers = [Decimal(repr(amount.number)) for amount in amounts]
    summed = row.adding == "sum" and len(figures) > 1
    abouts = [amount.about for amount in amounts if amount.about]
    about = ("约" if summed else abouts[0]) if abouts else ""
    number = float(sum(numbers)) if summed else float(numbers[0])
    text = printed(number, row.unit, about)
    return Value(
        year=year, round=figures[0].given.round, number=number, text=text, about=about, source=_source(figures, text, summed=summed),
        date=max(figure.given.date for figure in figures), note=_note(figures),
    )  # fmt: skip


def _source(figures: Sequence[Figure], text: str, *, summed: bool) -> str:
    said = [f"{sender(figure.given)}{figure.text if summed else ''}" for figure in figures]
    return returned_source(said, text, summed=summed)


def _note(figures: Sequence[Figure]) -> str:
    """What the departments said of the figure."""
    notes: list[str] = []
    for figure in figures:
        entry, name = figure.entry, f"{figure.given.department}：" if len(figures) > 1 else ""
        said_last = "" if entry.row else entry.last  # of a figure that the department adds nobody else knows it
        parts = (
            ("变动原因", entry.reason), ("上年数更正为", entry.corrected), ("统计期间", entry.period), ("上年数", said_last),
        )  # fmt: skip
        notes += [f"{name}{head}：{said}" for head, text in parts if (said := " ".join(text.split()))]
    return "；".join(notes)


def put(row: Row, value: Value, spot: Spot) -> tuple[Row, list[Query], bool]:
    """The row with a collected value, what is told of it, and whether it was put there.

    A value that people wrote or changed by hand stays, and so does one collected from a later return or from another
    department; that is told.
    """
    old = value_of(row, value.year, value.round)
    if old is None:
        return with_values(row, value), [], True
    mine = not spot.department or is_from(old, spot.department)
    if (old.number, old.about) == (value.number, value.about):
        later = by_hand(old) or (old.date <= value.date and mine)
        return with_values(row, replace(value if later else old, note=_both(old.note, value.note))), [], True
    name = ROUNDS[value.round]
    if by_hand(old):
        told = f"{row.label}：台账中{name}数{old.text}系人工填写，与报送的{value.text}不同，台账未改；以报送为准的，请清空该格后重新收集。"
        return row, [ask("kept", "verify", spot, told)], False
    if old.date > value.date:
        told = f"{row.label}：台账中{name}数{old.text}报于{old.date}，晚于本次所报{value.text}（{value.date or '无日期'}），台账未改。"
        return row, [ask("twice", "verify", spot, told)], False
    if not mine:
        told = f"{row.label}：台账已有{old.source}，与贵单位所报{value.text}不一致，台账未改，请会商后统一报送。"
        return row, [ask("conflict", "must", spot, told)], False
    return with_values(row, value), [], True


def _both(old: str, new: str) -> str:
    """What was noted before, and what is noted now."""
    return old if new in old else "；".join(filter(None, (old, new)))
