"""The command line: it parses options, calls the pipeline and hands the result to a renderer."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from drafter.cli.failures import guarded
from drafter.cli.streams import prepare

# What a shell sets when it asks for completions, by click's convention.
_COMPLETE = "_DRAFTER_COMPLETE"
# New objects before Python looks for cycles. What a command makes lives to its end; looking every 700 costs it a tenth.
_SELDOM = 1_000_000


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script `drafter`."""
    prepare()
    gc.set_threshold(_SELDOM)
    # An end asked for from outside tidies up like Ctrl-C: no half-written file stays behind.
    signal.signal(signal.SIGTERM, _interrupt)
    sys.exit(guarded(lambda: _run(list(sys.argv[1:] if arguments is None else arguments))))


def _run(arguments: list[str]) -> object:
    # Not click's own `main`: it ends the process by itself where the reader of a pipe has gone.
    from drafter.cli.commands import drafter

    if asked := os.environ.get(_COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(drafter, {}, "drafter", _COMPLETE, asked)
    with drafter.make_context("drafter", arguments) as context:
        return drafter.invoke(context)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
