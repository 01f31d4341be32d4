"""`drafter metrics REPORT [--why] [-o F.xlsx] [--json]`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.notes import warn_of, warn_of_year
from drafter.cli.office import office_settings
from drafter.cli.options import file_option, force_option, json_option, report_argument
from drafter.cli.page import command

_CHINESE = """按出现顺序列出报告 REPORT 中的数据：名称、数值、单位、所属总数，以及是本年数、累计数还是目标数。
日期、次序、序号和名称中的数字不在其列。内置表以外的计量单位可写入 drafter.toml（见 docs/units.md）。

\b
例：
  drafter metrics 2025.docx --why
  drafter metrics 2025.docx -o 2025数据.xlsx"""
_ENGLISH = """List the figures of REPORT in text order: name, value, unit, the total that each is a part of, and whether it is the
year's, cumulative or a target. Dates, ordinals, list numbers and numerals in names are not figures.
Units that drafter does not know can be added in drafter.toml (see docs/units.md).

\b
Examples:
  drafter metrics 2025.docx --why
  drafter metrics 2025.docx -o figures.xlsx"""


@command("metrics", _CHINESE, _ENGLISH)
@report_argument()
@click.option("--why", is_flag=True, help=say("同时列出判定规则和所在句", "also show the rule and the sentence of each figure"))
@file_option("-o", "--output", chinese="另存为表格（.xlsx）", english="write a sheet (.xlsx)")
@force_option()
@json_option()
def run(report: Path, why: bool, output: Path | None, force: bool, as_json: bool) -> None:
    """The figures with their names, values and totals."""
    import drafter.pipeline as pipeline

    if output:
        pipeline.check_sheet_output(output, (report,), force=force)
    made = pipeline.load(report, office_settings())
    warn_of(made.report.info)
    warn_of_year(made.report.info)
    if output:
        pipeline.write_metrics(made, output)
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    if as_json:
        from drafter.render.data import metrics_json

        streams.print_json(metrics_json(made.report, made.metrics))
    elif not output:
        from drafter.render.terminal_report import render_metrics

        quality = pipeline.reading_of(made.report)
        streams.show(render_metrics(made.report, made.metrics, quality, streams.width(), why=why))
