"""`drafter ledger LAST… -o L.xlsx [--ledger OLD.xlsx]`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.notes import warn_of
from drafter.cli.office import office_settings
from drafter.cli.options import FILE, file_option, force_option
from drafter.cli.page import command

_CHINESE = """以一年或几年的报告 LAST 生成指标台账（.xlsx）：一项数据一行，列明编号、名称、同义名称、口径、单位、责任单位及归口依据、
状态、汇总方式、指标方向和各年数值；上年安排和问题另列一表。责任单位由正文、业务和标题推定，请核对后下发报送表。
有了新一年的报告，用 --ledger 指明原台账，更新后另存：人工填写的内容、增加的行列和工作表都保留。

\b
例：
  drafter ledger 2024.docx 2025.docx -o 指标台账.xlsx
  drafter ledger 2026.docx --ledger 指标台账.xlsx -o 指标台账2027.xlsx"""
_ENGLISH = """Make the ledger of figures (.xlsx) from the reports of one or several years: one row a figure with its id, name, synonyms,
definition, unit, department and how that was guessed, status, how it adds up, which way is good, and each year's value; last
year's promises and problems on a sheet of their own. With the next report, --ledger names the ledger as it was: it is brought
up to date in a new file, and what people wrote, rows, columns and sheets that they added, stays.

\b
Examples:
  drafter ledger 2024.docx 2025.docx -o ledger.xlsx
  drafter ledger 2026.docx --ledger ledger.xlsx -o ledger-2027.xlsx"""


@command("ledger", _CHINESE, _ENGLISH)
@click.argument("last", type=FILE, nargs=-1, required=True, metavar="LAST...")
@file_option("-o", "--output", chinese="要生成的台账（.xlsx）", english="the ledger to write (.xlsx)")
@file_option("--ledger", "base", chinese="原有台账，据以更新", english="the ledger as it was, to bring up to date")
@force_option()
def run(last: tuple[Path, ...], output: Path | None, base: Path | None, force: bool) -> None:
    """The ledger of these reports."""
    import drafter.pipeline as pipeline
    from drafter.render.terminal_ledger_made import render_ledger

    if output is None:
        raise click.UsageError(say("请用 -o 指定要生成的台账", "name the ledger to write with -o"))
    pipeline.check_sheet_output(output, tuple(path for path in (*last, base) if path), force=force)
    before = pipeline.read_ledger(base) if base else None
    settings = office_settings()
    reports = [pipeline.load(path, settings) for path in last]
    made = pipeline.make_ledger(reports, before)
    pipeline.write_new_ledger(made, output, base)
    warn_of(*(report.report.info for report in reports))
    streams.tell(say(f"已写入：{output}", f"written: {output}"))
    streams.show(render_ledger(made, before, streams.width()))
