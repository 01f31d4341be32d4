"""`drafter draft LAST -o NEXT.docx [--year Y] [--template T.docx] [--outline FILE] [--sealed] [--json]`."""

from pathlib import Path

import click

from drafter.cli import streams
from drafter.cli.language import say
from drafter.cli.notes import warn_of
from drafter.cli.office import office_settings
from drafter.cli.options import file_option, force_option, json_option, report_argument
from drafter.cli.page import command

_CHINESE = """以上年报告 LAST 为底稿生成下一年度 Word 稿：标题、年度、各部分顺延；数据改为待填的内容控件，附上年数；
上年存在问题列为需回答的问题，上年安排列为需报告进展的清单；落款和日期待填。上级下发了提纲的，用 --outline 指明：
标题按提纲，上年内容归入相应标题，提纲的要求写在批注中。只用 --json 时不写文件。

\b
例：
  drafter draft 2025.docx -o 2026初稿.docx
  drafter draft 2025.docx -o 2026初稿.docx --outline 市里提纲.docx
  drafter draft 2025.docx -o 2026初稿.docx --template 本单位模板.docx --sealed"""
_ENGLISH = """Roll last year's report LAST forward into next year's Word draft: title, years and sections move on; figures become open
content controls that show last year's value; last year's problems become questions and its plans a list to report on;
signature and date stay open. Where the level above has sent down an outline, --outline names it: the draft takes its
headings, last year's text is dealt out under them, and what the outline asks for stands in comments. `--json` alone
writes no file.

\b
Examples:
  drafter draft 2025.docx -o 2026-draft.docx
  drafter draft 2025.docx -o 2026-draft.docx --outline outline.docx
  drafter draft 2025.docx -o 2026-draft.docx --template office.docx --sealed"""
_YEAR = say("新报告的年度，默认为上年报告年度加一", "year of the new report; last year's plus one by default")


@command("draft", _CHINESE, _ENGLISH)
@report_argument("last")
@file_option("-o", "--output", chinese="生成的 Word 稿（.docx）", english="the Word draft to write (.docx)")
@click.option("--year", type=click.IntRange(1990, 2100), metavar=say("年", "YEAR"), help=_YEAR)
@file_option("--template", chinese="本单位的 Word 模板", english="the office's own Word template")
@file_option("--outline", chinese="上级下发的提纲或通知", english="the outline that the level above has sent down")
@click.option("--sealed", is_flag=True, help=say("落款按加盖印章的格式排", "set signature and date for a sealed document"))
@force_option()
@json_option()
def run(
    last: Path,
    output: Path | None,
    year: int | None,
    template: Path | None,
    outline: Path | None,
    sealed: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Roll the report forward; `--json` alone writes no file."""
    import drafter.pipeline as pipeline

    if output is None and not as_json:
        raise click.UsageError(
            say("请用 -o 指定要生成的 .docx 文件，或加 --json", "name the .docx to write with -o, or add --json")
        )
    if output:
        pipeline.check_draft_output(output, tuple(path for path in (last, template, outline) if path), force=force)
    made = pipeline.draft(pipeline.load(last, office_settings()), year, outline)
    if output:
        pipeline.fill(made, output, template=template, sealed=sealed)
    warn_of(made.report, notes=made.notes if as_json else ())  # what people read shows the notes of the draft
    if output:
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    if as_json:
        from drafter.render.data import draft_json

        streams.print_json(draft_json(made))
    else:
        from drafter.render.terminal import render_draft

        streams.show(render_draft(made, streams.width()))
