"""Every benchmark in one go. `--write` also puts the tables into docs/speed.md.

python bench/run.py
python bench/run.py --write
"""

import argparse
import contextlib
import io
import os
import platform
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

import align  # noqa: E402
import collecting  # noqa: E402
import compare  # noqa: E402
import drafting  # noqa: E402
import pipeline  # noqa: E402
import reading  # noqa: E402
import startup  # noqa: E402

LIBRARIES = (
    "lxml",
    "python-docx",
    "docxtpl",
    "rapidfuzz",
    "diff-match-patch",
    "click",
    "docx-trackdiff",
    "python-redlines",
    "jieba",
)
PAGE = ROOT / "docs" / "speed.md"
TEXT = """# Speed

Measured by `make bench` (`bench/run.py --write` writes this page) on {date}: {machine}.
Versions: {versions}.

## From the files to the outputs
`reports/2024.docx` and `reports/2025.docx` (5,132 and 5,171 characters), then the same two files with their bodies ten
times over: no real reports, only long ones. Each stage runs in a process of its own with what it needs made
beforehand; the fastest of three runs counts, of the long files the only one. Memory is the peak of the whole process, with Python,
the libraries and the earlier stages, or of a process that it started (the template of a draft and python-redlines run in one).
Times of the redline include reading both files and writing one, ours and the peers' alike.

{stages}

Peers come with `pip install -e .[bench]`. Imports count only where a stage does them itself, as compare and the draft do. The machine was not kept free of other work.
A peer's time is no judgement: the three redlines differ in what they mark, which is not compared here, and difflib writes no file.

## Reading alone
`bench/reading.py`: reports one after another, in one process and warm, beside jieba, which cuts the same text into words and does nothing
else. The time goes with the figures: the samples hold two to three times as many as a real report of that length.

{read}

## The whole command
`bench/compare.py`: `drafter compare OLD.docx NEW.docx --as redline -o X.docx -o X.html` (and with `-o X.json` alone) beside peers that mark the words of the
same files, each a process of its own with interpreter and imports, all byte-compiled as pip leaves a package; they take turns, the fastest of five runs
counts. The last column says what part of a peer's time drafter takes for redline and page together. Memory is that of the Python process,
without the program that python-redlines starts.

{whole}

A fifth of drafter's time is importing and a sixth compiling patterns: of its 1,200 those that a report may match (`drafter/text/pattern.py`).
Of docx-trackdiff's time much hangs on how many paragraphs of the two reports are alike; on these two pairs few are.

How it grows, plain text to JSON, one run each:

{grown}

The light edits change a figure here and there and move every fiftieth paragraph; the ten reports are held against themselves a year on, nine tenths of the text
having moved, and the nine each against the next year's, nearly all of it rewritten.

## A draft beside its template engine
`bench/drafting.py`: `drafter draft LAST -o X.docx` as a whole process, the part of it that writes the Word file, and docxtpl alone (a whole process too) rendering
as many paragraphs of as much text through the same template. The template is foreign and renders in a process of its own, whose start is most of what writing one report
takes; what grows with the length are the slots, which docxtpl does not make.

{drafted}

## Collecting returned forms
`bench/collecting.py`: `drafter collect` as a whole process, one run: forms read, merged, held against last year's, the ledger written anew with its list.

{collected}

Most of it is reading and writing workbooks (openpyxl).

## Starting
The fastest of {runs} runs of a whole process.

{starts}

Every command loads only the stages that it needs (`drafter/pipeline.py`, `drafter/cli/commands.py`); the last column says what is left.

## Aligning alone
`bench/align.py`: paragraphs in, rows out, beside difflib and diff-match-patch (which is given at most 30 seconds and stops then).
More characters marked is not worse in itself: drafter marks a figure with its unit and a rewritten clause as a whole, difflib single characters.

```text
{aligned}
```
"""


def machine() -> str:
    """The class of the machine, not its name."""
    cores = os.cpu_count()
    return f"{cores} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"


def versions() -> str:
    """The libraries that the times hang on."""
    found = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


def markdown(rows: Iterable[tuple[str, ...]]) -> str:
    """A table, its head first."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * (lines[0].count("|") - 1), *lines[1:]])


def aligned() -> str:
    """What bench/align.py prints."""
    printed = io.StringIO()
    given = sys.argv
    try:
        for arguments in (["--lines", "1000"], [str(ROOT / "quality" / "gold" / f"{year}.txt") for year in (2024, 2025)]):
            sys.argv = ["align.py", *arguments]
            with contextlib.redirect_stdout(printed):
                align.main()
    finally:
        sys.argv = given
    return printed.getvalue().rstrip()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="put the tables into docs/speed.md")
    given = options.parse_args()
    print(f"{machine()}; {versions()}\n", flush=True)
    starts = markdown(startup.table())
    print(starts, end="\n\n", flush=True)
    stages = markdown(pipeline.table(pipeline.REPORTS / "2024.docx", pipeline.REPORTS / "2025.docx"))
    print(stages, end="\n\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = markdown(compare.beside_peers(Path(folder)))
        print(whole, end="\n\n", flush=True)
        grown = markdown(compare.growth(Path(folder)))
        print(grown, end="\n\n", flush=True)
    drafted = markdown(drafting.table())
    print(drafted, end="\n\n", flush=True)
    collected = markdown(collecting.table())
    print(collected, end="\n\n", flush=True)
    read = markdown(reading.table())
    print(read, end="\n\n", flush=True)
    lines = aligned()
    print(lines)
    if given.write:
        page = TEXT.format(
            date=date.today().isoformat(),
            machine=machine(),
            versions=versions(),
            stages=stages,
            read=read,
            whole=whole,
            grown=grown,
            drafted=drafted,
            collected=collected,
            starts=starts,
            runs=startup.RUNS,
            aligned=lines,
        )
        PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
