"""`drafter materials FOLDER --ledger L.xlsx -o candidates.xlsx`."""

from collections import Counter
from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.office import office_settings
from drafter.cli.options import FILE, file_option, force_option
from drafter.cli.page import command

_CHINESE = """读取文件夹 FOLDER 中各单位自己的报告（.docx 等），在其中查找台账所需数据，逐项列出候选值、原文、文件和位置（.xlsx）。
把握分高、中、低；报告出自该指标的责任单位的，把握较高。只供核对，不写入台账；没有候选的指标另列一表。

\b
例：
  drafter materials 部门材料 --ledger 指标台账.xlsx -o 候选数据.xlsx"""
_ENGLISH = """Read the departments' own reports in FOLDER (.docx and the like), look for the figures that the ledger wants, and list
candidates row by row with value, sentence, file and place (.xlsx). How sure each is, is told as high, middle or low; a report
of the department that answers for a figure speaks for it. Nothing is written into the ledger; rows without any are listed too.

\b
Example:
  drafter materials reports-of-departments --ledger ledger.xlsx -o candidates.xlsx"""


@command("materials", _CHINESE, _ENGLISH)
@click.argument("folder", type=FILE, metavar="FOLDER")
@file_option("--ledger", chinese="指标台账（.xlsx）", english="the ledger (.xlsx)")
@file_option("-o", "--output", chinese="要生成的候选数据表（.xlsx）", english="the sheet of candidates to write (.xlsx)")
@force_option()
def run(folder: Path, ledger: Path | None, output: Path | None, force: bool) -> None:
    """The candidates of a folder of reports."""
    import drafter.pipeline as pipeline

    if ledger is None:
        raise click.UsageError(say("请用 --ledger 指明指标台账", "name the ledger with --ledger"))
    if output is None:
        raise click.UsageError(say("请用 -o 指定要生成的表格", "name the sheet to write with -o"))
    pipeline.check_sheet_output(output, (ledger,), force=force)
    base = pipeline.read_ledger(ledger)
    made = pipeline.materials(folder, base, office_settings(), aside=(ledger, output))
    pipeline.write_materials(made, output)
    streams.warn(made.unread)
    streams.tell(say(f"已写入：{output}", f"written: {output}"))
    sure = Counter(candidate.sure for candidate in made.candidates)
    rows = len({candidate.row.id for candidate in made.candidates})
    streams.show(
        f"读取{made.files}份报告，为{rows}项指标找到候选{len(made.candidates)}个（把握高{sure['高']}、中{sure['中']}、低{sure['低']}），"
        f"{len(made.lacking)}项未见候选。\n候选值须经核对后填入报送表或台账。"
    )
