"""How long the command takes to start, and which imports that is.

python bench/startup.py
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CALL = "from drafter.cli import main; main()"
REPORT = str(ROOT / "reports" / "2024.txt")
RUNS = 7

COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("an empty Python", ("-c", "pass")),
    ("import click", ("-c", "import click")),
    ("drafter --version", ("-c", CALL, "--version")),
    ("drafter text 2024.txt", ("-c", CALL, "text", REPORT)),
    ("drafter outline 2024.txt", ("-c", CALL, "outline", REPORT)),
    ("drafter metrics 2024.txt", ("-c", CALL, "metrics", REPORT)),
)


def fastest(arguments: tuple[str, ...]) -> float:
    """Seconds of the fastest of some runs."""
    return min(_once(arguments) for _ in range(RUNS))


def _once(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True, cwd=ROOT)
    return time.perf_counter() - start


def heaviest(arguments: tuple[str, ...], count: int = 6) -> list[tuple[str, float]]:
    """The packages whose own files took longest to import, in seconds, what they import in turn left out."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], capture_output=True, check=True, text=True, encoding="utf-8", cwd=ROOT
    )
    own: dict[str, float] = {}
    for line in done.stderr.splitlines():
        if line.startswith("import time:") and "self [us]" not in line:
            spent, _, name = line.removeprefix("import time:").split("|")
            package = name.strip()
            package = package if package.startswith("drafter.") else package.partition(".")[0]
            own[package] = own.get(package, 0.0) + int(spent) / 1e6
    return sorted(own.items(), key=lambda row: -row[1])[:count]


def table() -> Iterator[tuple[str, str, str]]:
    """Rows of the table, its head first."""
    yield ("command", "time", "heaviest imports, their own time")
    for name, arguments in COMMANDS:
        imports = ", ".join(f"{package} {1000 * spent:.0f} ms" for package, spent in heaviest(arguments))
        yield (name, f"{1000 * fastest(arguments):.0f} ms", imports)


def main() -> None:
    for row in table():
        print("  ".join(f"{cell:{width}}" for cell, width in zip(row, (28, 10, 1), strict=True)), flush=True)


if __name__ == "__main__":
    main()
