"""Time and peak memory of every stage, for one pair of reports and for the same reports ten times over, beside peers.

    python bench/pipeline.py                       reports/2024.docx and reports/2025.docx
    python bench/pipeline.py OLD.docx NEW.docx

Every stage runs in a process of its own, three times (once for the long files); the fastest run counts. A peer that is not
installed is named as such. See stages.py for what is timed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from docx import Document

HERE = Path(__file__).parent
REPORTS = HERE.parent / "reports"
TIMES = 10
LONGEST = 300  # seconds that one stage may take

ROWS = (
    ("read both", "read"),
    ("parse both", "parse"),
    ("figures of both", "extract"),
    ("compare", "compare"),
    ("redline (.docx)", "redline"),
    ("next year's draft (.docx)", "draft"),
    ("peer: redline by docx-trackdiff", "docx-trackdiff"),
    ("peer: redline by python-redlines", "python-redlines"),
    ("peer: difflib, the marks alone", "difflib"),
)


def measured(stage: str, old: Path, new: Path, runs: int) -> tuple[str, str]:
    """Seconds and MB as they are printed."""
    results = []
    for _ in range(runs):
        command = [sys.executable, str(HERE / "stages.py"), stage, str(old), str(new)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
        except subprocess.TimeoutExpired:
            return f"> {LONGEST} s", ""
        if done.returncode:
            return "failed", (done.stderr.strip().splitlines() or [""])[-1][:60]
        result = json.loads(done.stdout.strip().splitlines()[-1])
        if "missing" in result:
            return "not installed", ""
        results.append(result)
    peak = min(result["peak"] or 0 for result in results)
    return f"{min(result['seconds'] for result in results):.2f} s", f"{peak:.0f} MB" if peak else "–"


def repeated(path: Path, folder: Path) -> Path:
    """A Word file that holds the report ten times; it is no real report, only a long one."""
    document = Document(str(path))
    body = document.element.body
    blocks = [block for block in body if not block.tag.endswith("}sectPr")]
    for _ in range(TIMES - 1):
        for block in blocks:
            body.insert(len(body) - 1, deepcopy(block))
    out = folder / f"{path.stem}-{TIMES}.docx"
    document.save(str(out))
    return out


def table(old: Path, new: Path) -> Iterator[tuple[str, ...]]:
    """Rows of the table, its head first."""
    yield ("stage", "one pair: time", "peak memory", f"{TIMES}× as long: time", "peak memory")
    with tempfile.TemporaryDirectory() as folder:
        long = [repeated(path, Path(folder)) for path in (old, new)]
        for name, stage in ROWS:
            yield (name, *measured(stage, old, new, 3), *measured(stage, long[0], long[1], 1))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("old", nargs="?", type=Path, default=REPORTS / "2024.docx")
    options.add_argument("new", nargs="?", type=Path, default=REPORTS / "2025.docx")
    given = options.parse_args()
    for row in table(given.old, given.new):
        print("  ".join(f"{cell:{width}}" for cell, width in zip(row, (34, 15, 12, 20, 12), strict=True)), flush=True)


if __name__ == "__main__":
    main()
