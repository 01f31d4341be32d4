"""Arguments and options that several commands share, each described once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from drafter.cli.language import say

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
# Existence is checked by the reader, whose message says what to do; click's own would be half as helpful.
FILE = click.Path(path_type=Path)


def report_argument(name: str = "report") -> Decorator:
    """A report to read."""
    return click.argument(name, type=FILE, metavar=name.upper())


def file_option(*names: str, chinese: str, english: str, multiple: bool = False) -> Decorator:
    """An option that names a file."""
    return click.option(*names, type=FILE, metavar=say("文件", "FILE"), multiple=multiple, help=say(chinese, english))


def json_option() -> Decorator:
    """`--json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help=say("输出 JSON（格式见 docs/json.md）", "print JSON (see docs/json.md)")
    )


def force_option() -> Decorator:
    """`--force`."""
    return click.option("--force", is_flag=True, help=say("允许覆盖已有的输出文件", "overwrite output files that exist"))
