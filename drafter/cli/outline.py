"""`drafter outline REPORT [--json]`."""

from pathlib import Path

from drafter.cli import streams
from drafter.cli.notes import warn_of, warn_of_year
from drafter.cli.options import json_option, report_argument
from drafter.cli.page import command

_CHINESE = """列出报告 REPORT 的标题层次、存在问题和下一步安排。序号有缺漏、标题与正文粘连的，按应有的层次列出并注明。

\b
例：
  drafter outline 2025.docx
  drafter outline 2025.html --json > 结构.json"""
_ENGLISH = """Show the headings of REPORT as a tree, its problems and its plans. Lost numbers and headings glued to their text are
put right and told.

\b
Examples:
  drafter outline 2025.docx
  drafter outline 2025.html --json > outline.json"""


@command("outline", _CHINESE, _ENGLISH)
@report_argument()
@json_option()
def run(report: Path, as_json: bool) -> None:
    """The tree, the problems and the plans."""
    from drafter.pipeline import outline_of

    made = outline_of(report)
    warn_of(made.info)
    warn_of_year(made.info)
    if as_json:
        from drafter.render.data import outline_json

        streams.print_json(outline_json(made))
        return
    from drafter.render.terminal import render_outline

    streams.show(render_outline(made, streams.width()))
