"""Writes docs/cli.md from `drafter … --help`; `--check` says whether it is up to date."""

import os
import subprocess
import sys
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "cli.md"
HEAD = """# The command line / 命令行

Made from `--help` by `make docs`; a test checks that it is up to date. In a Chinese locale the help is Chinese.

由 `--help` 自动生成（`make docs`）。中文环境下帮助为中文。
"""


def help_of(*command: str, lang: str) -> str:
    """The help text in one language, at a fixed width."""
    environment = {**os.environ, "LC_ALL": lang, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    code = "from drafter.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, *command, "--help"], capture_output=True, check=True, env=environment)
    return done.stdout.decode("utf-8").replace("\r\n", "\n").rstrip()


def pages() -> list[tuple[str, ...]]:
    """The group, every command, and the commands inside a command."""
    from drafter.cli.commands import COMMANDS, drafter

    found: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        inner = getattr(drafter.get_command(click.Context(drafter), name), "commands", {})
        found += [(name,), *((name, one) for one in inner)]
    return found


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for command in pages():
        title = " ".join(("drafter", *command))
        parts.append(
            f"\n## `{title}`\n\n```text\n{help_of(*command, lang='C.UTF-8')}\n```\n\n```text\n{help_of(*command, lang='zh_CN.UTF-8')}\n```\n"
        )
    return "".join(parts)


def main() -> int:
    """Write the page, or with --check compare it."""
    made = page()
    if "--check" in sys.argv:
        if PAGE.read_text(encoding="utf-8") != made:
            print("docs/cli.md is out of date: run make docs", file=sys.stderr)
            return 1
        print("docs/cli.md is up to date")
        return 0
    PAGE.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
