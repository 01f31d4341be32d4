"""`drafter fill DRAFT.docx -o OUT.docx`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.notes import warn_of
from drafter.cli.options import file_option, force_option, report_argument
from drafter.cli.page import command

_CHINESE = """在稿件 DRAFT（.docx）中填入可由已填数据算出的数据：分项之和、比率、同比增减、百分点，写明算式，另存为新稿。
已填写的内容不作改动；所依数据尚未填写或为约数的，留待人工填写。

\b
例：
  drafter fill 2026初稿.docx -o 2026二稿.docx"""
_ENGLISH = """Fill in what follows from the figures that a DRAFT (.docx) already has: sums of parts, rates, changes against last year, percentage
points; each with its formula, into a new file. What is filled stays as it is; what hangs on figures that are open or
approximate is left to people.

\b
Example:
  drafter fill 2026-draft.docx -o 2026-second.docx"""


@command("fill", _CHINESE, _ENGLISH)
@report_argument("draft")
@file_option("-o", "--output", chinese="要生成的稿件（.docx）", english="the draft to write (.docx)")
@force_option()
def run(draft: Path, output: Path | None, force: bool) -> None:
    """What follows from the filled slots, filled in."""
    import drafter.pipeline as pipeline
    from drafter.render.terminal_draft import render_filled

    if output is None:
        raise click.UsageError(say("请用 -o 指定要生成的稿件", "name the draft to write with -o"))
    pipeline.check_draft_output(output, (draft,), force=force)
    made = pipeline.fill_computed(draft, output)
    warn_of(made.report)
    if made.computed:
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    streams.show(render_filled(made, streams.width()))
