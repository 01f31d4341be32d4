"""`drafter draft LAST -o NEXT.docx [--before EARLIER] [--outline FILE] [--template T.docx | --look FILE.docx] …`."""

from dataclasses import replace
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
标题按提纲，上年内容归入相应标题，提纲的要求写在批注中。有指标台账的，用 --ledger 指明：已报送的数据直接填入，
报送的文字以批注列在待写之处，注明来源。只用 --json 时不写文件。

\b
例：
  drafter draft 2025.docx -o 2026初稿.docx
  drafter draft 2025.docx -o 2026初稿.docx --before 2024.docx
  drafter draft 2025.docx -o 2026初稿.docx --outline 市里提纲.docx
  drafter draft 2025.docx -o 2026初稿.docx --ledger 指标台账.xlsx
  drafter draft 2025.docx -o 2026初稿.docx --template 本单位模板.docx --sealed
  drafter draft 2025.docx -o 2026初稿.docx --look 2025.docx"""
_ENGLISH = """Roll last year's report LAST forward into next year's Word draft: title, years and sections move on; figures become open
content controls that show last year's value; last year's problems become questions and its plans a list to report on;
signature and date stay open. Where the level above has sent down an outline, --outline names it: the draft takes its
headings, last year's text is dealt out under them, and what the outline asks for stands in comments. --ledger names the
ledger: figures that were returned are filled in, departments' texts stand in comments at their prompts, each with its
source. `--json` alone writes no file.

\b
Examples:
  drafter draft 2025.docx -o 2026-draft.docx
  drafter draft 2025.docx -o 2026-draft.docx --before 2024.docx
  drafter draft 2025.docx -o 2026-draft.docx --outline outline.docx
  drafter draft 2025.docx -o 2026-draft.docx --ledger ledger.xlsx
  drafter draft 2025.docx -o 2026-draft.docx --template office.docx --sealed
  drafter draft 2025.docx -o 2026-draft.docx --look 2025.docx"""
_BEFORE = (
    "再上一年度的报告：数据并列前年数，列出其中至今未见回应的安排和连续两年的问题",
    "the report of the year before LAST: its figures beside last year's, its promises not yet answered, problems that recur",
)
_YEAR = say("新报告的年度，默认为上年报告年度加一", "year of the new report; last year's plus one by default")


@command("draft", _CHINESE, _ENGLISH)
@report_argument("last")
@file_option("-o", "--output", chinese="生成的 Word 稿（.docx）", english="the Word draft to write (.docx)")
@file_option("--before", chinese=_BEFORE[0], english=_BEFORE[1])
@click.option("--year", type=click.IntRange(1990, 2100), metavar=say("年", "YEAR"), help=_YEAR)
@file_option("--template", chinese="本单位的 Word 模板", english="the office's own Word template")
@file_option("--outline", chinese="上级下发的提纲或通知", english="the outline that the level above has sent down")
@file_option("--ledger", chinese="指标台账（.xlsx），填入已报送的数据", english="the ledger (.xlsx), whose figures are filled in")
@file_option(
    "--look",
    chinese="按这份 Word 文件的页面和各类段落的格式排版",
    english="set the page and each kind of paragraph as in this Word file",
)
@click.option("--sealed", is_flag=True, help=say("落款按加盖印章的格式排", "set signature and date for a sealed document"))
@force_option()
@json_option()
def run(
    last: Path,
    output: Path | None,
    before: Path | None,
    year: int | None,
    template: Path | None,
    outline: Path | None,
    ledger: Path | None,
    look: Path | None,
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
    if template and look:
        raise click.UsageError(say("--template 与 --look 只能用一个", "use either --template or --look, not both"))
    if output:
        given = tuple(path for path in (last, before, outline, template, ledger, look) if path)
        pipeline.check_draft_output(output, given, force=force)
    wanted = pipeline.look_of(look) if look else None
    settings = office_settings()
    report = pipeline.load(last, settings)
    earlier = pipeline.load(before, settings) if before else None
    book = pipeline.read_ledger(ledger) if ledger else None
    made = pipeline.draft(report, year, before=earlier, outline=outline)
    if ledger and book:
        made = pipeline.with_ledger(made, book, str(ledger))
    if wanted:
        made = replace(made, notes=(*made.notes, *pipeline.look_notes(wanted, made)))
    if output:
        pipeline.fill(made, output, template=template, look=wanted, sealed=sealed)
    if earlier:
        warn_of(earlier.report.info)
    warn_of(made.report, notes=made.notes if as_json else ())  # what people read shows the notes of the draft
    if output:
        streams.tell(say(f"已写入：{output}", f"written: {output}"))
    if as_json:
        from drafter.render.data import draft_json

        streams.print_json(draft_json(made))
    else:
        from drafter.render.terminal_draft import render_draft

        streams.show(render_draft(made, streams.width()))
