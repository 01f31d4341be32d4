"""`drafter status DRAFT.docx [--json]`."""

from pathlib import Path

from drafter.cli import streams
from drafter.cli.notes import warn_of
from drafter.cli.options import json_option, report_argument
from drafter.cli.page import command

_CHINESE = """查看由 drafter draft 生成、正在填写的稿件 DRAFT（.docx）：哪些数据待填，哪些内容待写，哪些沿用语句尚未确认，
哪些内容控件已失联（被编辑软件删去）。

\b
例：
  drafter status 2026初稿.docx"""
_ENGLISH = """Show how far a DRAFT (.docx) made by `drafter draft` has come: figures to fill, passages to write, kept sentences that
nobody has confirmed, and places whose content control an editor has dropped.

\b
Example:
  drafter status 2026-draft.docx"""


@command("status", _CHINESE, _ENGLISH)
@report_argument("draft")
@json_option()
def run(draft: Path, as_json: bool) -> None:
    """Every open place by section."""
    from drafter.pipeline import status

    made = status(draft)
    warn_of(made.report)
    if as_json:
        from drafter.render.data import status_json

        streams.print_json(status_json(made))
        return
    from drafter.render.terminal_draft import render_status

    streams.show(render_status(made, streams.width()))
