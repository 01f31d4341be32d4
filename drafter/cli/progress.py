"""A bar for work over many files: on a terminal only, and only once it has lasted."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_PATIENCE = 1.0  # seconds without a bar


@contextmanager
def progress_bar(said: str) -> Iterator[Callable[[int, int], None]]:
    """What to call with the number done and of all; the bar stands on standard error and goes when the work is done."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(said, total=None)
    begun = monotonic()

    def step(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if monotonic() - begun > _PATIENCE:
            bar.start()  # does nothing where it runs already

    try:
        yield step
    finally:
        bar.stop()
