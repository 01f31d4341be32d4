"""From a text to its figures, beside jieba, which only cuts the same text into words; and how that grows with the length.

python bench/reading.py

Both run warm in one process, in turns; the fastest of some runs counts. jieba's dictionary is loaded beforehand.
"""

import logging
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from drafter import pipeline

GOLD = Path(__file__).parent.parent / "quality" / "gold"
LENGTH = 20_000  # characters
COPIES = 50
RUNS = 7


def fastest(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of the fastest of some runs."""
    return min(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def long_text() -> str:
    """The sample reports and those in other styles one after another, cut at LENGTH."""
    paths = (*sorted(GOLD.glob("*.txt")), *sorted(GOLD.glob("styles/*/y1.txt")))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)[:LENGTH]


def words_of(text: str) -> Callable[[], object] | None:
    """jieba's cut of `text`; None where jieba is not installed."""
    try:
        import jieba
    except ImportError:
        return None
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return lambda: jieba.lcut(text)


def table() -> list[tuple[str, ...]]:
    """Rows of what, time, and how it compares."""
    text = long_text()
    one = (GOLD / "2024.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("long.txt", "one.txt", "many.txt")]
        for path, content in zip(paths, (text, one, "\n".join([one] * COPIES)), strict=True):
            path.write_text(content, encoding="utf-8")
        ours = fastest(lambda: pipeline.load(paths[0]))
        words = words_of(text)
        theirs = fastest(words) if words else None
        single, many = fastest(lambda: pipeline.load(paths[1])), fastest(lambda: pipeline.load(paths[2]), 1)
    return [
        ("what", "time", "beside"),
        (
            f"read, parse and extract, {len(text):,} characters",
            f"{ours * 1000:.0f} ms",
            f"{ours / theirs:.2f} of jieba" if theirs else "",
        ),
        ("peer: jieba.lcut of the same text", f"{theirs * 1000:.0f} ms" if theirs else "not installed", ""),
        (f"one report, {len(one):,} characters", f"{single * 1000:.0f} ms", ""),
        (f"{COPIES} copies of it in one file", f"{many * 1000:.0f} ms", f"{many / single:.0f} times one"),
    ]


def main() -> None:
    for row in table():
        print("  ".join(row))


if __name__ == "__main__":
    main()
