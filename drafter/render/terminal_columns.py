"""What the lists of the terminal are made of: heads, columns of cells, lines that end where the screen does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from drafter.model.report import ReportInfo
from drafter.render import wording
from drafter.render.terminal_lines import columns_of, fit, padded, safe, wrapped
from drafter.text.quotes import cut

LEVEL_STYLE = {"must": "bold red", "verify": "yellow", "info": "cyan"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its head, its width in terminal columns, which way its cells stand, and their style."""

    name: str
    width: int
    right: bool = False
    style: str = ""


def table_lines(columns: Sequence[Column], rows: Iterable[Sequence[str]], head: str = "dim") -> list[Text]:
    """A list of words and blanks: the head, then a line a row, no blanks at the end of a line."""
    return [row_line(columns, [c.name for c in columns], head), *(row_line(columns, row) for row in rows)]


def wrapped_rows(columns: Sequence[Column], rows: Iterable[Sequence[str]], head: str = "dim") -> list[Text]:
    """The same, but a first cell that is wider than its column goes on in a second line, two columns in."""
    lines = [row_line(columns, [c.name for c in columns], head)]
    for first, *rest in rows:
        parts = wrapped(first, columns[0].width - 2)
        if columns_of(safe(first)) <= columns[0].width or len(parts) == 1:
            parts = [first]
        line = row_line(columns, [parts[0], *rest])
        more = "".join(parts[1:])
        lines.append(line.append(f"\n  {fit(cut(more, columns[0].width), sum(c.width for c in columns))}") if more else line)
    return lines


def row_line(columns: Sequence[Column], cells: Sequence[str], style: str = "") -> Text:
    """One line, each cell cut or filled to its column."""
    line = Text()
    for column, cell in zip(columns, cells, strict=True):
        line.append(padded(cell, column.width, right=column.right), style=style or column.style)
        line.append("  ")
    line.rstrip()
    return line


def wrapped_text(line: str, width: int, style: str = "") -> Text:
    """A line, broken where the terminal ends."""
    return Text("\n".join(wrapped(line, max(8, width))), style=style)


def titled(text: str, note: str = "") -> Text:
    """The head of a part."""
    return Text.assemble((text, "bold"), (f"  {note}" if note else "", "dim"))


def report_head(info: ReportInfo, width: int) -> Text:
    """One report in a line."""
    return Text(fit(wording.report_line(info), width), style="bold")
