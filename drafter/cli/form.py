"""`drafter form L.xlsx -o FORMS/`."""

from pathlib import Path
from typing import cast

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.options import file_option, force_option, report_argument
from drafter.cli.page import command
from drafter.cli.progress import progress_bar
from drafter.model.ledger import Round

_CHINESE = """按指标台账 LEDGER（.xlsx）为每个责任单位生成一份数据报送表（.xlsx），A4 横向，可打印盖章：数据表列明指标、口径、单位、
上年数，供填写本年数；文字表列明本单位的上年安排和问题，供填写完成情况。除待填单元格外均已锁定（不设密码）。
全部写入 -o 指明的文件夹，文件夹没有的自动建立；台账中没有填写责任单位的指标不下发，另行列出。

\b
例：
  drafter form 指标台账.xlsx -o 报送表
  drafter form 指标台账.xlsx -o 报送表 --round final --due 2027-01-15"""
_ENGLISH = """Make a form (.xlsx) for each department that the LEDGER (.xlsx) names, fit to print on A4 landscape and to stamp: figures
with definition, unit and last year's value, to be filled with this year's; last year's promises and problems, to be answered.
All but the cells to fill is locked, without a password. They go into the folder that -o names, which is made where it is
missing; figures for which the ledger names no department are listed.

\b
Examples:
  drafter form ledger.xlsx -o forms
  drafter form ledger.xlsx -o forms --round final --due 2027-01-15"""
_ROUND = say(
    "first 为预报，final 为正式；默认：台账中尚无本年度报送数据的为预报，已有的为正式",
    "which returns are asked for; first until the ledger has returns for the year, then final",
)


@command("form", _CHINESE, _ENGLISH)
@report_argument("ledger")
@file_option("-o", "--output", chinese="存放报送表的文件夹", english="the folder for the forms")
@click.option("--round", "turn", type=click.Choice(["first", "final"]), help=_ROUND)
@click.option(
    "--due", default="", metavar=say("日期", "DATE"), help=say("报送截止日期，如 2027-01-15", "when they are due: 2027-01-15")
)
@force_option()
def run(ledger: Path, output: Path | None, turn: str | None, due: str, force: bool) -> None:
    """The forms of a ledger."""
    import drafter.pipeline as pipeline
    from drafter.render.terminal_forms import render_forms

    if output is None:
        raise click.UsageError(say("请用 -o 指定存放报送表的文件夹", "name the folder for the forms with -o"))
    with progress_bar(say("生成报送表", "making forms")) as step:
        made = pipeline.write_forms(ledger, output, round=cast("Round | None", turn), due=due, force=force, step=step)
    streams.tell(say(f"已写入：{output}", f"written: {output}"))
    streams.show(render_forms(made, streams.width()))
