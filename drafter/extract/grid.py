"""The grid of a table: its head rows, what each column holds, and what each body row is called."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.extract.table_lines import Cell, cells_of
from drafter.model.raw import RawParagraph
from drafter.text.numerals import LARGE
from drafter.text.pattern import lazy
from drafter.text.units import is_place, is_unit

_DATA = lazy(r"[+↑↓−—-]?\s*(?:约|近|超)?\d[\d,]*(?:\.\d+)?[百千万亿]*[余多]?[^\d\s]{0,6}$")
_YEAR = lazy(r"(?:(?:19|20)\d\d)年?度?")
_LAST_YEAR = lazy(r"[上去]年(?:度|同期|数)?|上期")
_THIS_YEAR = lazy(r"[本今当]年(?:度|数)?|本期")
_COMMON = lazy(r"单位[:：]\s*([^\s\t|、,。;)）]{1,5})(?![^\s\t|]*、)")
_IN_BRACKETS = lazy(r"[(（](?:单位[:：])?([^()（）]{1,6})[)）]\s*$")
_COUNT = lazy(r"(件|人|次|人次|户|场|场次|批次|条|份|项|个|家|起)数$")
_RATE = lazy(r"(?:率|占比|比重|比例|增幅|增速)$")
_NUMBERING = lazy(r"序\s*号|编\s*号|[Nn][Oo]\.?")
_UNIT_HEAD = lazy(r"(?:计量)?单\s*位")
_IDLE = lazy(r"备\s*注|说\s*明")
# Heads that say only that there is a figure: the row names it.
_PLAIN = lazy(r"数\s*[量值据]|完成(?:情况|数)|指标值|结果|本[年期](?:度)?(?:数)?|今年|当年")
_BLANK = lazy(r"[/—\-－–.]*")
_MOST_HEADS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells below a head are: their `name`, their `unit`, and the `year` where it is not the report's own."""

    name: str
    unit: str
    year: str


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row of figures: what its first cells call it, the unit and the other year they give, its cells."""

    name: str
    unit: str
    year: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """What names a body row: the table's title where no column does, the label columns, the column of units."""

    title: str
    labels: tuple[int, ...]
    measured: int | None


@dataclass(frozen=True, slots=True)
class Grid:
    """`columns` by number (label columns and 备注 are not in it), the body `rows`, and the unit of the whole table."""

    columns: dict[int, Column]
    rows: tuple[BodyRow, ...]
    unit: str


def read_grid(text: str, lines: Sequence[RawParagraph], year: int | None) -> Grid | None:
    """The grid of a table's lines; None where it has no head or no body."""
    rows = [cells for line in lines if (cells := cells_of(text, line))]
    titled = [row for row in rows if sum(bool(cell.text) for cell in row) > 1]
    heads = _heads(titled)
    body = titled[len(heads) :]
    if not heads or not body:
        return None
    title, titled_unit = unit_in("".join(cell.text for cell in _title(rows, heads[0])))
    labels = _label_columns(heads, body)
    named = {
        at: name
        for at, name in enumerate(_names(heads))
        if at not in labels and not _IDLE.fullmatch(name) and not _NUMBERING.fullmatch(name)
    }
    measured = next((at for at, name in named.items() if _UNIT_HEAD.fullmatch(name)), None)
    year = year or max((int(found[0][:4]) for name in named.values() if (found := _YEAR.search(name))), default=None)
    columns = {at: _column(name, year) for at, name in named.items() if at != measured}
    above = text[max(0, lines[0].start - 60) : body[0][0].start]
    names = _Names(title if not labels else "", tuple(labels), measured)
    return Grid(columns, tuple(_body(body, names, year)), _common(above) or titled_unit)


def _title(rows: Sequence[list[Cell]], head: list[Cell]) -> list[Cell]:
    """The one cell that fills the row above the head: 行政处罚实施数量（宗）."""
    at = next(number for number, row in enumerate(rows) if row is head)
    return rows[at - 1] if at else []


def _heads(rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """The rows before the first one with a figure in it, years apart; a first row of names only is the least there must be."""
    heads: list[list[Cell]] = []
    for row in rows[: _MOST_HEADS + 1]:
        if any(_DATA.fullmatch(cell.text) and not _YEAR.fullmatch(cell.text) for cell in row[1:]):
            return heads
        heads.append(row)
    return []


def _label_columns(heads: Sequence[list[Cell]], body: Sequence[list[Cell]]) -> list[int]:
    """The first columns up to the one that holds figures: none, where already the first one does."""
    width = max(len(row) for row in body)
    first = [row[0].text for row in body if row[0].text and not _YEAR.fullmatch(row[0].text)]
    if first and not _is_numbering(heads, 0) and all(_DATA.fullmatch(text) for text in first):
        return []
    labels = [0]
    for at in range(1, width):
        texts = [row[at].text for row in body if at < len(row) and row[at].text]
        head = next((row[at].text for row in heads if at < len(row) and row[at].text), "")
        if not texts or _UNIT_HEAD.fullmatch(head) or any(_DATA.fullmatch(text) for text in texts):
            break
        if all(_BLANK.fullmatch(text) for text in texts):
            break
        labels.append(at)
    return [at for at in labels if not _is_numbering(heads, at)] or labels


def _is_numbering(heads: Sequence[list[Cell]], at: int) -> bool:
    return any(at < len(row) and _NUMBERING.fullmatch(row[at].text) for row in heads)


def _names(heads: Sequence[list[Cell]]) -> list[str]:
    """One name a column: of two head rows the upper one, which may be wide, and the lower one."""
    width = max(len(row) for row in heads)
    names = [""] * width
    for level, row in enumerate(heads):
        wide = ""
        for at in range(width):
            said = "".join(row[at].text.split()) if at < len(row) else ""
            below = any(at < len(lower) and lower[at].text for lower in heads[level + 1 :])
            wide = said or (wide if below else "")
            upper = names[at]
            names[at] = upper + (said or wide) if (said or wide) not in upper else upper
    return names


def _column(name: str, year: int | None) -> Column:
    bare, unit = unit_in(name)
    if not unit and (counted := _COUNT.search(bare)):
        unit = counted[1]
    elif not unit and _RATE.search(bare):
        unit = "%"
    other, bare = _year_in(bare, year)
    return Column("" if _PLAIN.fullmatch(bare) else bare, unit, other)


def unit_in(name: str) -> tuple[str, str]:
    """受理（件） → (受理, 件); without a unit in brackets at its end the name as it is."""
    found = _IN_BRACKETS.search(name)
    return (name[: found.start()], found[1]) if found and _is_unit(found[1]) else (name, "")


def _is_unit(text: str) -> bool:
    """Whether a bracket holds a unit; 县（区） and 村（社区） name places."""
    unit = scaled(text)[1]
    return is_unit(unit) and not is_place(unit)


def scaled(unit: str) -> tuple[int, str]:
    """万元 is 10000 and 元."""
    scale = 1
    while unit[:1] in LARGE and len(unit) > 1:
        scale, unit = scale * LARGE[unit[0]], unit[1:]
    return scale, unit


def _year_in(name: str, year: int | None) -> tuple[str, str]:
    """(2023年, 行政处罚) of 2023年行政处罚; "" where the year is the report's own or none."""
    told = _YEAR.search(name) or _LAST_YEAR.search(name)
    own = told is None or (told[0][:4].isdigit() and int(told[0][:4]) == year)
    bare = name.replace(told[0], "", 1) if told else _THIS_YEAR.sub("", name, count=1)
    return "" if own or told is None else told[0], bare.strip()


def _common(above: str) -> str:
    """The unit of the whole table (单位：件), where one is named and not several."""
    found = _COMMON.search(above)
    return found[1] if found and _is_unit(found[1]) else ""


def _body(rows: Sequence[list[Cell]], names: _Names, year: int | None) -> Iterator[BodyRow]:
    above = ""
    for row in rows:
        said = [row[at].text if at < len(row) else "" for at in names.labels]
        if len(said) > 1:
            above = said[0] or (above if said[-1] else "")
            said = [above, *said[1:]]
        name, unit = unit_in("".join(part for at, part in enumerate(said) if part not in said[:at]))
        other, name = _year_in(name, year)
        unit = row[names.measured].text if names.measured is not None and names.measured < len(row) else unit
        yield BodyRow(name or names.title, unit, other, tuple(row))
