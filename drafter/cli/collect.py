"""`drafter collect FORMS --ledger L.xlsx -o L2.xlsx`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.failures import error_line
from drafter.cli.language import say
from drafter.cli.office import office_settings
from drafter.cli.options import FILE, file_option, force_option, json_option
from drafter.cli.page import command

_CHINESE = """把各单位报回的报送表（文件夹 FORMS 及其下级文件夹中的 .xlsx，或一份文件）汇入指标台账，另存为新台账，注明每个数值的
单位、填报人、日期和文件。预报和正式报送分列；人工填写的数值不改动。未报、漏报、不一致、单位不符、与上年相差较大或相同的，列入“核对清单”
工作表，可按单位筛选后反馈；“回收情况”工作表列明各单位应报、已报项数。请把同一轮报回的表格全部放在一个文件夹中，可反复汇总。

\b
例：
  drafter collect 报回/ --ledger 指标台账.xlsx -o 指标台账（预报）.xlsx"""
_ENGLISH = """Merge the forms that departments returned (every .xlsx below the folder FORMS, or one file) into the ledger and write
a new one, each value with its department, person, date and file. The first round and the final one stand apart; values written by
hand stay. What is missing, contradictory, in a wrong unit, far from last year's or the same as it is listed on a sheet to be filtered by
department and sent back; another one says who has returned how much. Keep all forms of a round in one folder: they
can be collected again and again.

\b
Example:
  drafter collect returned/ --ledger ledger.xlsx -o ledger-first.xlsx"""


@command("collect", _CHINESE, _ENGLISH)
@click.argument("forms", type=FILE, metavar="FORMS")
@file_option("--ledger", "ledger", chinese="指标台账（.xlsx）", english="the ledger (.xlsx)")
@file_option("-o", "--output", chinese="要生成的台账（.xlsx）", english="the ledger to write (.xlsx)")
@force_option()
@json_option()
def run(forms: Path, ledger: Path | None, output: Path | None, force: bool, as_json: bool) -> None:
    """The returns in the ledger."""
    import drafter.pipeline as pipeline
    from drafter.cli.progress import progress_bar

    if ledger is None:
        raise click.UsageError(say("请用 --ledger 指明指标台账", "name the ledger with --ledger"))
    if output is None and not as_json:
        raise click.UsageError(say("请用 -o 指定要生成的台账", "name the ledger to write with -o"))
    if output:
        pipeline.check_sheet_output(output, (ledger, *pipeline.form_files(forms)), force=force)
    with progress_bar(say("读取报送表", "reading forms")) as step:
        made = pipeline.gather(forms, ledger, office_settings(), step)
    streams.warn(error_line(error) for error in made.unread)
    if output:
        pipeline.write_collected(made, ledger, output)
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    if as_json:
        from drafter.render.data import collect_json

        streams.print_json(collect_json(made.collected))
    else:
        from drafter.render.terminal_ledger import render_collected

        streams.show(render_collected(made.collected, streams.width()))
