"""`drafter finish DRAFT.docx -o CLEAN.docx`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.failures import CHANGED
from drafter.cli.language import say
from drafter.cli.notes import warn_of
from drafter.cli.options import file_option, force_option, report_argument
from drafter.cli.page import command

_CHINESE = """由填写完毕的稿件 DRAFT（.docx）生成清稿：去除内容控件、批注、突出显示和个人属性，版式和文字不变。
尚有待填、待写、沿用未确认、未处理修订、未答复批注的，不生成清稿，逐处列出，退出码为 1。

\b
例：
  drafter finish 2026初稿.docx -o 2026清稿.docx"""
_ENGLISH = """Make the clean copy of a DRAFT (.docx) that is filled in: no content control, comment, highlight or personal property is
left, layout and text stay. While a figure is to fill, a passage to write, a kept sentence to confirm, a revision to decide on
or a comment to answer, no copy is made: each place is listed, and the exit status is 1.

\b
Example:
  drafter finish 2026-draft.docx -o 2026-clean.docx"""


@command("finish", _CHINESE, _ENGLISH)
@report_argument("draft")
@file_option("-o", "--output", chinese="要生成的清稿（.docx）", english="the clean copy to write (.docx)")
@force_option()
def run(draft: Path, output: Path | None, force: bool) -> int:
    """The clean copy, or what hinders it."""
    import drafter.pipeline as pipeline
    from drafter.render.terminal_draft import render_finish

    if output is None:
        raise click.UsageError(say("请用 -o 指定要生成的清稿", "name the clean copy to write with -o"))
    pipeline.check_draft_output(output, (draft,), force=force)
    made = pipeline.finish(draft, output)
    warn_of(made.status.report)
    if not made.hindrances:
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    streams.show(render_finish(made, streams.width()))
    return CHANGED if made.hindrances else 0
