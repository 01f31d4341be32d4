"""Of what one department returned for a figure in one round: which line counts, and what is told of the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.ledger.collecting.beside import beside
from drafter.ledger.collecting.figures import Figure, faults, figures_of, taken_notes
from drafter.ledger.collecting.queries import ask
from drafter.ledger.collecting.returns import Batch
from drafter.model.ledger import Query, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The figures of a department and round that can be taken, the ids of rows that it answered in any way, and what to ask."""

    figures: tuple[Figure, ...]
    answered: frozenset[str]
    queries: tuple[Query, ...]


def choose(batch: Batch, rows: Mapping[str, Row], year: int) -> Chosen:
    """The line that counts for each row that the department answered."""
    figures: list[Figure] = []
    queries: list[Query] = []
    answered: set[str] = set()
    for key, lines in _by_row(batch, rows).items():
        latest = _said(lines, batch.latest) or _first_said(lines, batch)
        answered |= {key} if latest else set()
        found, told = _decided(latest, batch, year)
        figures += found
        queries += [*told, *_beside_others(lines, found, batch)]
    return Chosen(figures=tuple(figures), answered=frozenset(answered), queries=tuple(queries))


def _decided(latest: Sequence[Figure], batch: Batch, year: int) -> tuple[list[Figure], list[Query]]:
    """The one line of these that can be taken, [] where none can, and what to ask."""
    if not latest:
        return [], []
    if len({line.text for line in latest}) > 1:
        return [], [_conflict(latest)]
    figure = latest[0]
    if found := faults(figure, year):
        return [], found
    return [figure], [*taken_notes(figure), *_carried(figure, batch)]


def _beside_others(lines: Sequence[Figure], taken: Sequence[Figure], batch: Batch) -> Iterator[Query]:
    """What stands beside the numbers of the lines that are not taken, each once; of the others it is told later."""
    told = {_aside(line) for line in taken}
    for line in lines:
        if line.given in batch.latest and _aside(line) not in told:
            told.add(_aside(line))
            yield from beside(line, taken=False)


def _aside(line: Figure) -> tuple[str, ...]:
    return tuple(said.strip() for said in (line.entry.corrected, line.entry.period, line.entry.definition))


def _by_row(batch: Batch, rows: Mapping[str, Row]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for given in batch.all:
        for figure in figures_of(given, rows):
            found.setdefault(figure.row.id, []).append(figure)
    return found


def _said(lines: Sequence[Figure], returns: Sequence[object]) -> list[Figure]:
    """The lines of these returns that were filled in."""
    return [line for line in lines if line.amount is not None and line.given in returns]


def _first_said(lines: Sequence[Figure], batch: Batch) -> list[Figure]:
    """What the newest of the earlier returns said that said anything: a later form may hold corrections alone."""
    for given in batch.earlier:
        if found := _said(lines, [given]):
            return found
    return []


def _conflict(lines: Sequence[Figure]) -> Query:
    said = "、".join(dict.fromkeys(f"{line.text}（{line.given.path} {line.entry.place}）" for line in lines))
    told = f"{lines[0].row.label}：贵单位所报不一致，有{said}，未入账，请确认以哪个为准。"
    return ask("conflict", "must", lines[0].spot, told)


def _carried(figure: Figure, batch: Batch) -> Iterator[Query]:
    if figure.given in batch.earlier:
        newest = batch.latest[0]
        told = f"{figure.row.label}：贵单位{newest.date}的{newest.path}未填此项，按{figure.given.date}所报{figure.text}入账，请确认。"
        yield ask("twice", "verify", figure.spot, told, taken=True)
