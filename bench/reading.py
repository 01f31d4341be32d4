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

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "quality" / "gold"
SETS = ROOT.parent / "shared" / "sets"
LENGTH = 20_000  # characters
COPIES = 50
RUNS = 7


def fastest(work: Callable[[], object], runs: int) -> float:
    """Seconds of the fastest of some runs."""
    return min(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def texts() -> dict[str, str]:
    """What is read, by name: the sample reports, and where they are the development sets, which are as dense as real ones."""
    samples = (*sorted(GOLD.glob("*.txt")), *sorted(GOLD.glob("styles/*/y1.txt")))
    found = {"samples": "\n".join(path.read_text(encoding="utf-8") for path in samples)[:LENGTH]}
    if SETS.is_dir():
        real = (SETS / "city-a" / "y1.txt", SETS / "city-a" / "y2.txt", SETS / "tianmen-2020.txt")
        found["development sets"] = "\n".join(path.read_text(encoding="utf-8") for path in real)[:LENGTH]
    return found


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
    rows: list[tuple[str, ...]] = [("what", "time", "beside")]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts().items():
            rows += _beside_jieba(name, text, Path(folder, "long.txt"))
        one = (GOLD / "2024.txt").read_text(encoding="utf-8")
        paths = Path(folder, "one.txt"), Path(folder, "many.txt")
        for path, content in zip(paths, (one, "\n".join([one] * COPIES)), strict=True):
            path.write_text(content, encoding="utf-8")
        single, many = (fastest(lambda path=path: pipeline.load(path), runs) for path, runs in zip(paths, (RUNS, 1), strict=True))
    return [
        *rows,
        (f"one report, {len(one):,} characters", f"{single * 1000:.0f} ms", ""),
        (f"{COPIES} copies of it in one file", f"{many * 1000:.0f} ms", f"{many / single:.0f} times one"),
    ]


def _beside_jieba(name: str, text: str, path: Path) -> list[tuple[str, ...]]:
    path.write_text(text, encoding="utf-8")
    figures = len(pipeline.load(path).metrics)
    words = words_of(text)
    ours = theirs = float("inf")
    for _ in range(RUNS):  # in turns, so that a busy moment meets both
        ours = min(ours, _once(lambda: pipeline.load(path)))
        theirs = min(theirs, _once(words)) if words else theirs
    said = f"{name}, {len(text):,} characters, {figures} figures"
    return [
        (f"read, parse and extract: {said}", f"{ours * 1000:.0f} ms", f"{ours / theirs:.2f} of jieba" if words else ""),
        ("peer: jieba.lcut of the same text", f"{theirs * 1000:.0f} ms" if words else "not installed", ""),
    ]


def main() -> None:
    for row in table():
        print("  ".join(row))


if __name__ == "__main__":
    main()
