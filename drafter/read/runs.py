"""Lines under construction: runs of text with what the file format knew of them, put together into a `RawReport`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.model.raw import Format, RawParagraph, RawReport, RawSlot, SlotKind
from drafter.text.pattern import lazy
from drafter.text.placeholder import is_open

CELL = "\t"
LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))
PROSE = (  # (lines, characters): so many lines with more characters together make a cell an article in a layout table
    (2, 100),
    (3, 60),
    (5, 30),  # not the five characters of 行政许可类 set one below the other
)
SENTENCE = lazy(r"(?s).*[。；;]\Z|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")


@dataclass(frozen=True, slots=True)
class Control:
    """A content control met on the way; `serial` tells a copied control, which keeps its tag, from the first."""

    slot_id: str
    kind: SlotKind
    label: str
    serial: int


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: its text, whether in a bold or heading face, highlighted, and the controls around it."""

    text: str
    bold: bool = False
    highlight: bool = False
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report before it has a place. `table` is (table, row) where it is a table row."""

    runs: tuple[Run, ...]
    table: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(run.text for run in self.runs)


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """The runs of a paragraph, cut at every line break inside them; white space at the ends of lines goes."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        head, *rest = _split(run.text.translate(INVISIBLE))
        lines[-1].append(replace(run, text=head))
        lines.extend([replace(run, text=piece)] for piece in rest)
    return [Line(_trim(line)) for line in lines]


def _split(text: str) -> list[str]:
    for mark in LINE_BREAKS[1:]:
        text = text.replace(mark, "\n")
    return text.split("\n")


def _trim(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Without white space at both ends; runs that become empty stay, for the controls around them."""
    kept = list(runs)
    for i, run in enumerate(kept):
        kept[i] = replace(run, text=run.text.lstrip())
        if kept[i].text:
            break
    for i in range(len(kept) - 1, -1, -1):
        kept[i] = replace(kept[i], text=kept[i].text.rstrip())
        if kept[i].text:
            break
    return tuple(run for run in kept if run.text or run.controls)


def row_lines(cells: Sequence[Sequence[Line]], table: tuple[int, int]) -> list[Line]:
    """The lines of a table row: one line with its cells parted by tabs.

    In a layout table (one cell only, a table inside, or an article inside) the lines of the cells stay as they are.
    """
    filled = [cell for cell in cells if any(line.text for line in cell)]
    if not filled:
        return [line for cell in cells for line in cell]
    lone = len(filled) == 1 and len(filled[0]) > 1
    if lone or any(_is_prose(cell) for cell in filled):
        return [line for cell in cells for line in cell]
    runs: list[Run] = []
    for i, cell in enumerate(cells):
        runs += [*([Run(CELL)] if i else []), *_cell_runs(cell)]
    return [Line(tuple(runs), table)]


def _is_prose(cell: Sequence[Line]) -> bool:
    """A table inside, two lines that are sentences or headings, or simply much text in several lines."""
    texts = [line.text for line in cell if line.text]
    return (
        any(line.table for line in cell)
        or sum(SENTENCE.match(text) is not None for text in texts) >= 2
        or any(len(texts) >= lines and len("".join(texts)) > chars for lines, chars in PROSE)
    )


def _cell_runs(cell: Sequence[Line]) -> list[Run]:
    """The lines of a cell as one: Chinese text runs on (行政, 许可: 行政许可), other text is parted by a blank."""
    runs: list[Run] = []
    last = ""
    for line in cell:
        if last and line.text and (last.isascii() or line.text[0].isascii()):
            runs.append(Run(" "))
        runs += [replace(run, text=run.text.replace(CELL, " ")) for run in line.runs]
        last = line.text[-1:] or last
    return runs


class _Assembly:
    """Gives every line its place in the text, and every control its span."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.paragraphs: list[RawParagraph] = []
        self.spans: dict[Control, tuple[int, int]] = {}
        self.highlighted: set[Control] = set()
        self.offset = 0

    def add(self, line: Line) -> None:
        text = line.text.rstrip()
        start = self.offset
        self._place_controls(line, len(text))
        if not text.strip():
            return
        self.pieces.append(text)
        lead = len(text) - len(text.lstrip())
        bold = None if line.table else _bold_length(line)
        self.paragraphs.append(
            RawParagraph(
                start=start + lead,
                end=start + len(text),
                bold_until=start + min(bold, len(text)) if bold else None,
                table=line.table,
            )
        )
        self.offset = start + len(text) + 1

    def _place_controls(self, line: Line, limit: int) -> None:
        position = 0
        for run in line.runs:
            begin, end = (self.offset + min(at, limit) for at in (position, position + len(run.text)))
            for control in run.controls:
                self._extend(control, begin, end)
                if run.highlight and run.text:
                    self.highlighted.add(control)
            position += len(run.text)

    def _extend(self, control: Control, begin: int, end: int) -> None:
        """Empty pieces place a control only while nothing else does."""
        old = self.spans.get(control)
        if old is None or (old[0] == old[1] and begin < end):
            self.spans[control] = (begin, end)
        elif begin < end:
            self.spans[control] = (old[0], end)

    def slots(self, text: str) -> tuple[RawSlot, ...]:
        return tuple(
            RawSlot(
                slot_id=control.slot_id,
                kind=control.kind,
                label=control.label,
                start=(start := min(span[0], len(text))),
                end=(end := min(span[1], len(text))),
                open=control in self.highlighted if control.kind == "keep" else is_open(text[start:end]),
            )
            for control, span in self.spans.items()
        )


def _bold_length(line: Line) -> int:
    """How many characters from the start of the line are in a bold or heading face."""
    length = 0
    for run in line.runs:
        if run.text.strip() and not run.bold:
            break
        length += len(run.text)
    return len(line.text[:length].rstrip())


def assemble(path: str, form: Format, lines: Iterable[Line], notes: Iterable[str]) -> RawReport:
    """The report of these lines, one after another; lines without text go."""
    made = _Assembly()
    for line in lines:
        made.add(line)
    text = "".join(f"{piece}\n" for piece in made.pieces)
    return RawReport(
        path=path,
        format=form,
        text=text,
        paragraphs=tuple(made.paragraphs),
        slots=made.slots(text),
        notes=tuple(dict.fromkeys(notes)),
    )
