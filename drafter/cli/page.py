"""How a help page is set: click's, with Chinese words in a Chinese locale and lines measured in columns, not characters."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

import click

from drafter.cli.chinese import heading_in_chinese
from drafter.cli.language import say

WIDTH = 100
# Never at the head of a line, and never at its end.
_NOT_FIRST = "，。、；：？！）》”’】…"
_NOT_LAST = "（《“‘【("


class Formatter(click.HelpFormatter):
    """Usage, options and commands in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        super().write_usage(prog, args, prefix or say("用法：", "Usage: "))

    def write_heading(self, heading: str) -> None:
        """选项： or Options:"""
        self.write(f"{'':>{self.current_indent}}{say(heading_in_chinese(heading) + '：', heading + ':')}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, wrapped; one that begins with \\b stands as it is."""
        blank = " " * self.current_indent
        blocks = []
        for block in text.split("\n\n"):
            lines = block.lstrip("\n").split("\n")
            kept = lines[1:] if lines[0].strip() == "\b" else wrapped(_joined(lines), self.width - len(blank))
            blocks.append("\n".join(blank + line for line in kept))
        self.write("\n\n".join(blocks) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Two columns: the options and what they do."""
        pairs = list(rows)
        left = min(max(columns(first) for first, _ in pairs), col_max) + col_spacing
        for first, second in pairs:
            lines = wrapped(second, max(self.width - self.current_indent - left, 20))
            blank = " " * self.current_indent
            if columns(first) > left - col_spacing:
                self.write(f"{blank}{first}\n")
                first = ""  # noqa: PLW2901
            for number, line in enumerate(lines or [""]):
                head = first if number == 0 else ""
                self.write(f"{blank}{head}{' ' * (left - columns(head))}{line}".rstrip() + "\n")


class Context(click.Context):
    """A context that sets its help with `Formatter`."""

    formatter_class = Formatter


class Group(click.Group):
    """Commands in the order of the work, not of the alphabet; without one a single line names them."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click would print the whole page as an error."""
        if not args and not ctx.resilient_parsing:
            names = self.list_commands(ctx)
            ctx.fail(say(f"请写明命令：{'、'.join(names)}", f"name a command: {', '.join(names)}"))
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As they were added."""
        return list(self.commands)


class Command(click.Command):
    """A command of drafter."""

    context_class = Context


def command(name: str, chinese: str, english: str, cls: type[click.Command] = Command) -> Callable[[Callable[..., Any]], Any]:
    """`click.command` with the house's help page; the texts hold a paragraph and examples."""

    def made(function: Callable[..., Any]) -> click.Command:
        with_help = click.help_option("-h", "--help", help=say("显示帮助并退出", "show this help and exit"))(function)
        return click.command(
            name,
            cls=cls,
            help=say(chinese, english),
            options_metavar=say("[选项]", "[OPTIONS]"),
            context_settings={"max_content_width": WIDTH, "help_option_names": ["-h", "--help"]},
        )(with_help)

    return made


def columns(text: str) -> int:
    """The columns that a text takes on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _joined(lines: Iterable[str]) -> str:
    """The lines of a paragraph as one; between Chinese characters no blank is wanted."""
    wide = r"[\u2e80-\u9fff\uff00-\uffef]"
    return re.sub(rf"(?<={wide})\n(?={wide})", "", "\n".join(map(str.strip, lines))).replace("\n", " ")


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a paragraph, none wider than `width` columns: broken at spaces and between Chinese characters."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and columns((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """What may not be broken: a word with the blanks before it, a Chinese character with its punctuation."""
    wide = r"[\u2e80-\u9fff\uff00-\uffef]"
    first, last = re.escape(_NOT_LAST), re.escape(_NOT_FIRST)
    return re.findall(rf"\s*(?:[{first}]*(?:{wide}|[^\s\u2e80-\u9fff\uff00-\uffef{first}]+)[{last}]*|[{first}{last}]+)", text)
