"""Data on standard output, talk on standard error; both readable whatever the console's code page."""

import io
import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

_PLAIN_WIDTH = 100


def prepare() -> None:
    """UTF-8 for pipes and files, a console and PYTHONIOENCODING in their own code page.

    What that cannot show becomes `?` (on standard error its code) and no error.
    """
    named = bool(os.environ.get("PYTHONIOENCODING"))
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            if named or stream.isatty():
                stream.reconfigure(errors=errors)
            else:
                stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def show(made: "RenderableType") -> None:
    """A table or tree on standard output; without a terminal plain text of a fixed width."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else _PLAIN_WIDTH, highlight=False, emoji=False, markup=False)
    try:
        console.print(made)
    except SystemExit:  # how rich ends a process whose reader has gone; that is for failures.py to say
        raise BrokenPipeError from None


def width() -> int:
    """Columns of the terminal, or the fixed width of plain text."""
    if not sys.stdout.isatty():
        return _PLAIN_WIDTH
    from rich.console import Console

    return Console().width


def print_json(made: Mapping[str, object]) -> None:
    """One JSON object on standard output and nothing else, in UTF-8 unless a console shows it."""
    from drafter.render.data import json_text

    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    stream.write(json_text(dict(made)))


def tell(line: str) -> None:
    """One line on standard error; where nobody listens any more, nothing."""
    try:
        sys.stderr.write(line + "\n")
    except (OSError, ValueError):
        return


def warn(notes: Iterable[str]) -> None:
    """What the reader should know, each in one line each on standard error; the work goes on."""
    for note in dict.fromkeys(notes):
        tell(f"drafter: {note}")


def finish_output() -> None:
    """Send what is still held back, so that a full disk or a closed pipe is met here and not at the exit."""
    if not sys.stdout.closed:
        sys.stdout.flush()


def drop_output() -> None:
    """Nobody reads standard output any more: let the interpreter flush into nothing at its exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
