"""`drafter fill DRAFT.docx -o OUT.docx [--ledger L.xlsx [--update]]`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.notes import warn_of
from drafter.cli.options import file_option, force_option, report_argument
from drafter.cli.page import command

_CHINESE = """在稿件 DRAFT（.docx）中填入可由已填数据算出的数据：分项之和、比率、同比增减、百分点，写明算式，另存为新稿。
已填写的内容不作改动；所依数据尚未填写或为约数的，留待人工填写。

用 --ledger 指明指标台账的，先填入各单位报送的数据，报送的文字以批注列在待写之处。之后又有报送的，加 --update：
此前由台账填入、无人改动的数据以修订方式改为最新报送数；人工填写或改过的一律不动，与台账不一致的列出。

\b
例：
  drafter fill 2026初稿.docx -o 2026二稿.docx
  drafter fill 2026初稿.docx --ledger 指标台账.xlsx -o 2026二稿.docx
  drafter fill 2026二稿.docx --ledger 指标台账.xlsx --update -o 2026三稿.docx"""
_ENGLISH = """Fill in what follows from the figures that a DRAFT (.docx) already has: sums of parts, rates, changes against last year, percentage
points; each with its formula, into a new file. What is filled stays as it is; what hangs on figures that are open or
approximate is left to people.

With --ledger the figures that departments returned are filled in first, and their texts stand in comments at the prompts.
When more has come in, --update changes what an earlier fill took from the ledger and nobody has touched to the latest
return, as tracked changes; what people wrote or changed is never touched, and told where the ledger says otherwise.

\b
Examples:
  drafter fill 2026-draft.docx -o 2026-second.docx
  drafter fill 2026-draft.docx --ledger ledger.xlsx -o 2026-second.docx
  drafter fill 2026-second.docx --ledger ledger.xlsx --update -o 2026-third.docx"""
_UPDATE = say("以修订方式改为最新报送数（须用 --ledger）", "bring filled figures up to date as tracked changes (needs --ledger)")


@command("fill", _CHINESE, _ENGLISH)
@report_argument("draft")
@file_option("-o", "--output", chinese="要生成的稿件（.docx）", english="the draft to write (.docx)")
@file_option("--ledger", chinese="指标台账（.xlsx）", english="the ledger (.xlsx)")
@click.option("--update", is_flag=True, help=_UPDATE)
@force_option()
def run(draft: Path, output: Path | None, ledger: Path | None, update: bool, force: bool) -> None:
    """What the ledger has and what follows from the filled slots, filled in."""
    import drafter.pipeline as pipeline

    if output is None:
        raise click.UsageError(say("请用 -o 指定要生成的稿件", "name the draft to write with -o"))
    if update and ledger is None:
        raise click.UsageError(say("--update 须与 --ledger 同用", "--update needs --ledger"))
    pipeline.check_draft_output(output, tuple(path for path in (draft, ledger) if path), force=force)
    if ledger:
        _from_ledger(draft, output, ledger, update=update)
    else:
        _computed(draft, output)


def _from_ledger(draft: Path, output: Path, ledger: Path, *, update: bool) -> None:
    import drafter.pipeline as pipeline
    from drafter.render.terminal_ledger_fill import render_ledger_fill

    made = pipeline.fill_from_ledger(draft, output, pipeline.read_ledger(ledger), str(ledger), update=update)
    warn_of(made.status.report)
    if made.touched:
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    streams.show(render_ledger_fill(made, streams.width()))


def _computed(draft: Path, output: Path) -> None:
    import drafter.pipeline as pipeline
    from drafter.render.terminal_draft import render_filled

    made = pipeline.fill_computed(draft, output)
    warn_of(made.report)
    if made.computed:
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    streams.show(render_filled(made, streams.width()))
