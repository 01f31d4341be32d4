"""`drafter check REPORT [--against OLD] [--ledger L.xlsx] [--fail-on error|warning] [--json]`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.failures import CHANGED
from drafter.cli.language import say
from drafter.cli.notes import warn_of, warn_of_year
from drafter.cli.office import office_settings
from drafter.cli.options import file_option, json_option, report_argument
from drafter.cli.page import command

# Which levels of finding make the command fail: an error must be mended, a warning looked at.
_FAILING = {"error": ("must",), "warning": ("must", "verify")}

_CHINESE = """公布前检查报告 REPORT：未填写之处、年度不符、分项与合计不符、比率和增减幅度不能由文中数据得出、规划名称过期、
应载明的内容未见、序号缺漏等。每条写明位置和依据，按必改、请核实、供参考排列；规则见 docs/rules.md。
本单位的规划期限可写入 drafter.toml，见 docs/plans.md。

\b
例：
  drafter check 2025.docx
  drafter check 2025.docx --against 2024.docx --fail-on error
  drafter check 2025定稿.docx --ledger 指标台账.xlsx"""
_ENGLISH = """Check REPORT before it is published: open places, wrong years, parts that do not add up, rates and changes that do not
follow from the figures, plans past their time, required contents that are not there, broken numbering. Each finding says
where and why, worst first; docs/rules.md lists the rules. Periods of your own plans go into drafter.toml: see docs/plans.md.

\b
Examples:
  drafter check 2025.docx
  drafter check 2025.docx --against 2024.docx --fail-on error
  drafter check 2025-final.docx --ledger ledger.xlsx"""
_FAIL_ON = say(
    "有必改（error）或请核实（warning）事项时退出码为 1",
    "exit with 1 where something must be mended (error) or looked at (warning)",
)


@command("check", _CHINESE, _ENGLISH)
@report_argument()
@file_option("--against", chinese="上年报告，用以核对文中所述增减", english="last year's report, to check stated changes with")
@file_option(
    "--ledger",
    chinese="指标台账（.xlsx），用以核对正文数据与各单位报送数",
    english="the ledger (.xlsx), to hold the figures against what was returned",
)
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help=_FAIL_ON)
@json_option()
def run(report: Path, against: Path | None, ledger: Path | None, fail_on: str | None, as_json: bool) -> int:
    """The findings, worst first."""
    import drafter.pipeline as pipeline

    settings = office_settings()
    given = pipeline.load(report, settings)
    last = pipeline.load(against, settings) if against else None
    findings = pipeline.check(given, last, pipeline.read_ledger(ledger) if ledger else None)
    warn_of(given.report.info)
    warn_of_year(given.report.info)
    if last:
        unfit = pipeline.unfit_against(given, last)
        warn_of(last.report.info, notes=[unfit] if unfit else [])
        warn_of_year(last.report.info)
    if as_json:
        from drafter.render.data import check_json

        streams.print_json(check_json(given.report, findings))
    else:
        from drafter.render.terminal import render_check

        streams.show(render_check(given.report, findings, streams.width()))
    return CHANGED if fail_on and any(f.level in _FAILING[fail_on] for f in findings) else 0
