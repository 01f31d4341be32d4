"""The whole command beside peers, in one run, and how time grows with length.

    python bench/compare.py

`drafter compare OLD.docx NEW.docx --as redline -o X.docx -o X.html` (and `-o X.json` alone) against docx-trackdiff and
python-redlines (Docxodus), each a process of its own, interpreter and imports included; all take turns, and the fastest of five
runs counts. They need not do the same: the peers mark words in a Word file, drafter pairs figures, follows promises and writes a page
as well. All are byte-compiled beforehand, as pip leaves a package. Peers come with `pip install -e .[bench]`; one that is not there is
named as such. The reports are those of the development sets; where these are not there, the project's own samples.
"""

import argparse
import compileall
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from docx import Document

ROOT = Path(__file__).parent.parent
SETS = ROOT.parent / "shared" / "sets"
RUNS = 5
LONGEST = 120  # seconds that a peer may take
_TRACKDIFF = "import sys; from docx_trackdiff import compare; sys.argv = ['docx-trackdiff', *sys.argv[1:]]; compare.main()"
_REDLINES = (
    "import sys; from pathlib import Path; from python_redlines import DocxodusEngine; a, b, c = map(Path, sys.argv[1:]); "
    "made = DocxodusEngine().run_redline('bench', original=a.read_bytes(), modified=b.read_bytes()); "
    "c.write_bytes(made[0] if isinstance(made, tuple) else made)"
)
_DRAFTER = "import sys; from drafter.cli import main; main(['compare', *sys.argv[1:3], '-o', sys.argv[3], '--force'])"
_BOTH = (
    "import sys; from drafter.cli import main; "
    "main(['compare', *sys.argv[1:3], '--as', 'redline', '-o', sys.argv[3], '-o', sys.argv[3] + '.html', '--force'])"
)
# Name, code, suffix of what it writes. The first is held against the others.
TOOLS = (
    ("drafter: redline and page", _BOTH, ".docx"),
    ("drafter: JSON", _DRAFTER, ".json"),
    ("docx-trackdiff", _TRACKDIFF, ".docx"),
    ("python-redlines (Docxodus)", _REDLINES, ".docx"),
)


Measured = tuple[float | None, float]


def timed(code: str, old: Path, new: Path, out: Path) -> Measured:
    """One run in seconds, None where it failed or took too long; and its peak memory in MB."""
    out.unlink(missing_ok=True)
    command = [sys.executable, "-c", _watched(code), str(old), str(new), str(out)]
    start = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return None, 0.0
    spent = time.perf_counter() - start
    if done.returncode or not out.exists():
        return None, 0.0
    return spent, float(done.stderr.rsplit("PEAK", 1)[-1] or 0)


def _watched(code: str) -> str:
    """The code, and at its end the peak memory of its process on standard error."""
    end = "import atexit, re; atexit.register(lambda: sys.stderr.write('PEAK' + str(int(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1]) / 1024)))"
    return f"import sys; {end}; {code}"


def document(text: str, path: Path) -> Path:
    """A Word file of a text, a paragraph a line."""
    made = Document()
    for line in text.splitlines():
        if line.strip():
            made.add_paragraph(line)
    made.save(str(path))
    return path


def pairs(folder: Path) -> list[tuple[str, Path, Path]]:
    """The reports to compare, as .docx."""
    if not SETS.is_dir():
        return [("2024 and 2025", ROOT / "reports" / "2024.docx", ROOT / "reports" / "2025.docx")]
    made = {
        year: document((SETS / f"work-report-{year}.txt").read_text(encoding="utf-8"), folder / f"{year}.docx")
        for year in (2016, 2017, 2018, 2019)
    }
    return [("work reports 2016, 2017", made[2016], made[2017]), ("work reports 2018, 2019", made[2018], made[2019])]


def beside_peers(folder: Path) -> Iterator[tuple[str, ...]]:
    """Rows of the table, its head first; the last column says what part of a peer's time drafter's redline and page take."""
    held = pairs(folder)
    yield ("whole process", *(name for name, _, _ in held), "together", "peak memory", "redline and page take of it")
    results = _in_turns(held, folder)
    ours = _together(results[0])
    for (tool, _, _), found in zip(TOOLS, results, strict=True):
        told = [f"{seconds:.2f} s" if seconds else "not run" for seconds, _ in found]
        whole = _together(found)
        part = f"{ours / whole:.2f}" if ours and whole and not tool.startswith("drafter") else ""
        yield (tool, *told, f"{whole:.2f} s" if whole else "–", f"{max(peak for _, peak in found):.0f} MB", part)


def _in_turns(held: list[tuple[str, Path, Path]], folder: Path) -> list[list[Measured]]:
    """For each tool the fastest time and the highest peak of each pair; the tools take turns, so that all meet the same machine."""
    compileall.compile_dir(ROOT / "drafter", quiet=2)
    found: dict[tuple[int, int], list[Measured]] = {}
    for _ in range(RUNS):
        for at, (_, code, suffix) in enumerate(TOOLS):
            for number, (_, old, new) in enumerate(held):
                runs = found.setdefault((at, number), [])
                if all(seconds for seconds, _ in runs):  # what failed once is not waited for again
                    runs.append(timed(code, old, new, folder / f"out{suffix}"))
    return [[_best(found[at, number]) for number in range(len(held))] for at in range(len(TOOLS))]


def _best(runs: list[Measured]) -> Measured:
    times = [seconds for seconds, _ in runs]
    return (None if None in times else min(t for t in times if t)), max(peak for _, peak in runs)


def _together(found: list[Measured]) -> float | None:
    """The time of all pairs; None where one was not run."""
    times = [seconds for seconds, _ in found]
    return None if None in times else sum(t for t in times if t)


def texts() -> Iterator[tuple[str, str, str]]:
    """(name, OLD, NEW): a report ten and fifty times over with light edits, and ten reports against themselves a year on."""
    source = SETS / "work-report-2017.txt" if SETS.is_dir() else ROOT / "quality" / "gold" / "2025.txt"
    report = source.read_text(encoding="utf-8").rstrip() + "\n"
    for times in (1, 10, 50):
        yield (f"light edits, {times}×", report * times, edited(report * times, seed=times))
    years = [path for year in range(2010, 2020) if (path := _work_report(year)) is not None]
    if len(years) == 10:
        found = [path.read_text(encoding="utf-8").rstrip() + "\n" for path in years]
        yield ("ten reports, shifted by a year", "".join(found), "".join([*found[1:], found[0]]))
        yield ("nine reports, each beside the next year's", "".join(found[:-1]), "".join(found[1:]))


def _work_report(year: int) -> Path | None:
    places = (SETS / f"work-report-{year}.txt", SETS / "unlabelled" / f"work-report-{year}.txt")
    return next((path for path in places if path.exists()), None)


def edited(text: str, seed: int) -> str:
    """The text with a figure in a hundred characters of figures changed and every fiftieth paragraph moved; always the same."""
    chance = random.Random(seed)
    lines = [
        re.sub(r"\d{2,4}(?=[项个件起份家人名次])", lambda m: str(int(m[0]) + 7) if chance.random() < 0.3 else m[0], line)
        for line in text.splitlines()
    ]
    for _ in range(len(lines) // 50):
        line = lines.pop(chance.randrange(len(lines)))
        lines.insert(chance.randrange(len(lines)), line)
    return "\n".join(lines) + "\n"


def growth(folder: Path) -> Iterator[tuple[str, ...]]:
    """Rows of the table, its head first: plain text in, JSON out."""
    yield ("drafter compare, plain text to JSON", "characters", "time", "peak memory")
    for name, old, new in texts():
        one, two = folder / "old.txt", folder / "new.txt"
        one.write_text(old, encoding="utf-8")
        two.write_text(new, encoding="utf-8")
        seconds, peak = timed(_DRAFTER, one, two, folder / "out.json")
        yield (name, f"{len(old):,}", f"{seconds:.2f} s" if seconds else "failed", f"{peak:.0f} MB")


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with tempfile.TemporaryDirectory() as name:
        for rows in (beside_peers(Path(name)), growth(Path(name))):
            for row in rows:
                print("  ".join(f"{cell:<44}" if n == 0 else f"{cell:>24}" for n, cell in enumerate(row)), flush=True)
            print()


if __name__ == "__main__":
    main()
