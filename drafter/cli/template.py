"""`drafter template new T.docx [--force]` and `drafter template check T.docx`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.options import force_option, report_argument
from drafter.cli.page import Group, command

_CHINESE = """年度报告稿的 Word 模板：取一份随附的模板到 Word 或 WPS 中修改，改好后检查能否使用。

\b
例：
  drafter template new 本单位模板.docx
  drafter template check 本单位模板.docx"""
_ENGLISH = """The Word template of a draft: take the one that comes with drafter to edit it in Word or WPS, and check whether the
edited one will work.

\b
Examples:
  drafter template new office.docx
  drafter template check office.docx"""
_NEW_CHINESE = """把随附的模板写到 T（.docx），供在 Word 或 WPS 中修改字体、字号、页边距、页眉页脚等；文中附有使用说明。

\b
例：
  drafter template new 本单位模板.docx"""
_NEW_ENGLISH = """Write the template that comes with drafter to T (.docx), to be edited in Word or WPS: faces, sizes, margins, heads and
feet. Notes in it say how.

\b
Example:
  drafter template new office.docx"""
_CHECK_CHINESE = """检查模板 T（.docx）能否使用：用各类段落俱全的一份小样套用一遍，可用的说明用到哪些字段，不可用的说明何处有误（退出码 2）。

\b
例：
  drafter template check 本单位模板.docx"""
_CHECK_ENGLISH = """Say whether the template T (.docx) will work: it is filled with a small sample that has every kind of paragraph. The
fields that it names are told, or what is wrong and where (exit status 2).

\b
Example:
  drafter template check office.docx"""


@command("template", _CHINESE, _ENGLISH, cls=Group)
def run() -> None:
    """The group itself does nothing."""


run.subcommand_metavar = say("命令 [参数]…", "COMMAND [ARGS]...")


@command("new", _NEW_CHINESE, _NEW_ENGLISH)
@report_argument("t")
@force_option()
def new(t: Path, force: bool) -> None:
    """Write the shipped template."""
    from drafter import pipeline

    pipeline.check_template_output(t, force=force)
    pipeline.new_template(t)
    streams.tell(say(f"已写入：{t}", f"written: {t}"))


@command("check", _CHECK_CHINESE, _CHECK_ENGLISH)
@report_argument("t")
def check(t: Path) -> None:
    """One line: the template works, with these fields."""
    from drafter.pipeline import check_template

    fields = check_template(t)
    click.echo(
        say(f"模板可用：{t}，用到的字段有{'、'.join(fields)}", f"the template works: {t}; its fields: {', '.join(fields)}")
    )


run.add_command(new)
run.add_command(check)
