"""`drafter compare OLD NEW [MORE…] [--ledger L.xlsx] [--mode …] [-o FILE]… [--as …] [--ignore FILE]… [--only KIND]… [--ignore-width] [--exit-code] [--json]`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import streams
from drafter.cli.failures import CHANGED
from drafter.cli.language import say
from drafter.cli.notes import warn_of
from drafter.cli.office import office_settings
from drafter.cli.options import FILE, file_option, force_option, json_option, report_argument
from drafter.cli.page import command

if TYPE_CHECKING:
    from drafter.model.change import Comparison, Mode
    from drafter.pipeline import DocxForm, Output

_CHINESE = """比对上年报告 OLD 与本年报告 NEW（或同一年度的两份稿件）。屏幕上先列摘要（计数、变动与指标方向相反的数据、须先看的事项），再列变化较大的数据和上年安排；
完整结果用 -o 写入文件。发文机关和年度都相同的按稿件比对，其余按年度比对，也可用 --mode 指定。
三份以上报告由远及近列出，得到每项数据的历年对照（-o 可写 .xlsx、.json）。

\b
例：
  drafter compare 2024.docx 2025.docx
  drafter compare 2024.docx 2025.docx -o 比对.html -o 对照表.docx -o 数据.xlsx
  drafter compare 征求意见稿.docx 送审稿.docx -o 修订稿.docx
  drafter compare 2022.docx 2023.docx 2024.docx -o 历年.xlsx"""
_ENGLISH = """Compare last year's report OLD with this year's NEW, or two drafts of one year. The screen shows the summary (counts, what
went the other way than is good for it, what to look at first), the figures that changed most and last year's promises; -o writes the whole. Where
issuer and year are the same the two are compared as drafts, else as years; --mode decides otherwise.
Three reports or more, the oldest first, give each figure over the years (-o writes .xlsx and .json).

\b
Examples:
  drafter compare 2024.docx 2025.docx
  drafter compare 2024.docx 2025.docx -o review.html -o table.docx -o figures.xlsx
  drafter compare first.docx second.docx -o redline.docx
  drafter compare 2022.docx 2023.docx 2024.docx -o series.xlsx"""
_MODES = say("years 两个年度，drafts 同一年度的两份稿件", "years, or drafts of one year")
_FORMS = say(
    ".docx 的形式：table 对照表（两个年度时默认），redline 修订稿（两份稿件时默认），summary 摘要",
    "form of .docx outputs: table (default for years), redline with tracked changes (default for drafts), summary",
)
KINDS = ("stale", "metric", "plan", "problem", "placeholder", "change", "dropped", "added", "text")
_ONLY = say(
    "只列这一类事项，可多次：stale 与上年相同，metric 数据，plan 安排，problem 问题，placeholder 待填；稿件间 change 数据改动，dropped 删去，added 新增，text 文字",
    "list findings of this kind alone, repeatable: stale, metric, plan, problem, placeholder; between drafts change, dropped, added, text",
)
_WIDTH = say(
    "全角、半角写法不同（１２ 与 12，（）与 ()）不算改动；引号、大小写等仍逐字比对",
    "full-width and half-width forms of a character (digits, brackets, punctuation, blanks) count as equal; quotes and case still do not",
)
# How the notes of a report begin that tell of text outside the body (`read/word.py`).
_UNREAD = ("页眉页脚", "脚注、尾注", "文本框")
_AUTHOR = say("修订稿中的修订人，默认 drafter", "author of the tracked changes; drafter by default")
_DATE = say("修订稿中的修订时间，默认 2000-01-01T00:00:00Z", "date of the tracked changes; 2000-01-01T00:00:00Z by default")


def _one_line(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Word shows a name in one line, and XML cannot hold control characters."""
    if not value.strip() or not value.isprintable():
        raise click.BadParameter(say("应为一行文字", "must be one line of text"))
    return value.strip()


def _moment(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """An ISO date or time as Word writes it (w:date): 2026-01-20 → 2026-01-20T00:00:00Z."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            say("应为 2026-01-20 或 2026-01-20T09:30:00Z", "use 2026-01-20 or 2026-01-20T09:30:00Z")
        ) from None
    return moment.replace(tzinfo=None).strftime("%Y-%m-%dT%H:%M:%SZ")


@command("compare", _CHINESE, _ENGLISH)
@report_argument("old")
@report_argument("new")
@click.argument("more", type=FILE, nargs=-1, metavar="[MORE]...")
@file_option(
    "--ledger",
    chinese="指标台账（.xlsx）：以其同义名称和口径帮助配对，以其指标方向判断升降",
    english="the ledger (.xlsx): its synonyms and definitions help pairing, its directions tell good from bad",
)
@click.option("--mode", type=click.Choice(["years", "drafts"]), help=_MODES)
@file_option(
    "-o", "--output", "outputs", multiple=True,
    chinese="输出文件，可多次：.html 审阅页，.docx，.xlsx，.json", english="output file, repeatable: .html review page, .docx, .xlsx, .json",
)  # fmt: skip
@click.option("--as", "form", type=click.Choice(["table", "redline", "summary"]), help=_FORMS)
@file_option(
    "--ignore", "ignored", multiple=True,
    chinese="读回复核意见：对照表、数据表中注明“已核实”的事项，或 .json 编号列表所列事项，不再列出；可多次",
    english="read opinions back: findings answered as verified in a table or sheet, or listed in a .json, are left out; repeatable",
)  # fmt: skip
@click.option("--only", "kinds", type=click.Choice(KINDS), multiple=True, help=_ONLY)
@click.option("--ignore-width", is_flag=True, help=_WIDTH)
@click.option("--author", default="drafter", metavar=say("姓名", "NAME"), callback=_one_line, help=_AUTHOR)
@click.option("--date", default="2000-01-01T00:00:00Z", metavar=say("时间", "TIME"), callback=_moment, help=_DATE)
@click.option("--exit-code", is_flag=True, help=say("有变化时退出码为 1", "exit with 1 where something changed"))
@force_option()
@json_option()
def run(
    old: Path, new: Path, more: tuple[Path, ...], ledger: Path | None, mode: "Mode | None", outputs: tuple[Path, ...], form: "DocxForm | None",
    ignored: tuple[Path, ...], kinds: tuple[str, ...], ignore_width: bool, author: str, date: str, exit_code: bool, force: bool, as_json: bool,
) -> int:  # fmt: skip
    """Compare, write what was asked for, and say in one screen what matters."""
    if more:
        of_two = {"--mode": mode, "--as": form, "--ignore": ignored, "--only": kinds, "--ignore-width": ignore_width}
        _of_two_alone({**of_two, "--exit-code": exit_code})
        return _series((old, new, *more), outputs, ledger, force=force, as_json=as_json)
    from drafter.pipeline import Output

    wanted = tuple(Output(path=path, form=form, author=author, date=date, ignore_width=ignore_width) for path in outputs)
    made = _compared((old, new), mode, wanted, (ignored, kinds, ledger, ignore_width), force)
    sides = (made.old, made.new) if old != new else (made.old,)
    warn_of(*sides, notes=made.notes)
    if as_json:
        from drafter.render.data import compare_json

        streams.print_json(compare_json(made))
    else:
        from drafter.render.terminal import render

        streams.show(render(made, streams.width()))
    for output in wanted:
        streams.tell(say(f"已写入：{output.path}", f"written: {output.path}"))
    if any(output.form == "redline" or (output.form is None and made.mode == "drafts") for output in wanted if _word(output)):
        streams.warn(_as_in_new(made))
    return CHANGED if exit_code and _changed(made) else 0


def _compared(
    sides: tuple[Path, Path],
    mode: "Mode | None",
    wanted: "tuple[Output, ...]",
    aids: tuple[tuple[Path, ...], tuple[str, ...], Path | None, bool],
    force: bool,
) -> "Comparison":
    """The comparison with its aids: files of opinions and kinds, by which findings are left out, the ledger, and whether widths are one."""
    import drafter.pipeline as pipeline

    ignored, kinds, base, ignore_width = aids
    pipeline.check_outputs(wanted, (*sides, *ignored, *([base] if base else ())), force=force)
    ledger = pipeline.read_ledger(base) if base else None
    ids, unused = pipeline.answered(ignored)
    settings = office_settings()
    old, new = (pipeline.load(path, settings) for path in sides)
    compared = pipeline.compare(old, new, mode, ledger, ignore_width=ignore_width)
    made = pipeline.only(pipeline.without(compared, ids, unused), kinds)
    pipeline.write_all(made, wanted, old, new)
    return made


def _word(output: "Output") -> bool:
    return output.path.suffix.lower() == ".docx"


def _as_in_new(made: "Comparison") -> tuple[str, ...]:
    """What a redline takes from NEW without a look at OLD: it has no place of its own to say so."""
    unread = [name for name in _UNREAD if any(note.startswith(name) for side in (made.old, made.new) for note in side.notes)]
    if not unread:
        return ()
    names = "、".join(unread)
    english = "headers, notes and text boxes of the redline are NEW's own and were not compared"
    return (say(f"修订稿中的{names}保持后一份原样，未作比对", english),)


def _of_two_alone(options: dict[str, object]) -> None:
    """What compares two reports has no meaning for a row of years."""
    used = [name for name, value in options.items() if value]
    if used:
        raise click.UsageError(say(f"三份以上报告不能用 {'、'.join(used)}", f"three reports or more take no {', '.join(used)}"))


def _series(reports: tuple[Path, ...], outputs: tuple[Path, ...], base: Path | None, *, force: bool, as_json: bool) -> int:
    """Each figure over the years."""
    import drafter.pipeline as pipeline

    pipeline.check_series_outputs(outputs, (*reports, *([base] if base else ())), force=force)
    ledger = pipeline.read_ledger(base) if base else None
    settings = office_settings()
    made = pipeline.series(tuple(pipeline.load(path, settings) for path in reports), ledger)
    warn_of(*made.reports, notes=made.notes)
    pipeline.write_series(made, outputs)
    if as_json:
        from drafter.render.data import series_json

        streams.print_json(series_json(made))
    elif not outputs:
        from drafter.render.terminal_series import render_series

        streams.show(render_series(made, streams.width()))
    for path in outputs:
        streams.tell(say(f"已写入：{path}", f"written: {path}"))
    return 0


def _changed(made: "Comparison") -> bool:
    """Anything that differs between the two texts, a move too."""
    return any(row.kind != "equal" or row.moved for row in made.text)
