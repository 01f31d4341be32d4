"""`drafter outline REPORT [--json]`."""

from pathlib import Path

from drafter.cli import streams
from drafter.cli.notes import warn_of, warn_of_year
from drafter.cli.options import json_option, report_argument
from drafter.cli.page import command

_CHINESE = """列出报告 REPORT 的标题层次、存在问题和下一步安排。序号有缺漏、标题与正文粘连的，按应有的层次列出，
补正的序号带“*”，文字缺损逐处注明位置和原文。

\b
例：
  drafter outline 2025.docx
  drafter outline 2025.html --json > 结构.json"""
_ENGLISH = """Show the headings of REPORT as a tree, its problems and its plans. Lost numbers and headings glued to their text are
put right; a number that was mended bears a *, and damage is listed with its place and words.

\b
Examples:
  drafter outline 2025.docx
  drafter outline 2025.html --json > outline.json"""


@command("outline", _CHINESE, _ENGLISH)
@report_argument()
@json_option()
def run(report: Path, as_json: bool) -> None:
    """The tree, the problems and the plans."""
    from drafter.pipeline import outline_of, reading_of

    made = outline_of(report)
    quality = reading_of(made)
    warn_of(made.info)
    warn_of_year(made.info)
    if as_json:
        from drafter.render.data import outline_json

        streams.print_json(outline_json(made, quality))
        return
    from drafter.render.terminal_report import render_outline

    streams.show(render_outline(made, quality, streams.width()))
