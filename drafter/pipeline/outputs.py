"""Results as files: all or none, and every fault of a name told before the work begins."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from drafter.files import check_apart, check_output, written
from drafter.model.change import Comparison, SeriesTable
from drafter.model.errors import DrafterError
from drafter.model.report import Report
from drafter.pipeline.loaded import Loaded, office

DocxForm = Literal["table", "redline", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file to write: its form follows from the suffix, and for .docx from `form`.

    `author`, `date` and `ignore_width` are for a redline: who marked it and when, and whether widths are left unmarked.
    """

    path: Path
    form: DocxForm | None = None
    author: str = "drafter"
    date: str = "2000-01-01T00:00:00Z"
    ignore_width: bool = False


def check_series_outputs(outputs: tuple[Path, ...], inputs: tuple[Path, ...], *, force: bool) -> None:
    """The figures of several years go into .xlsx and .json."""
    for path in outputs:
        if path.suffix.lower() not in (".xlsx", ".json"):
            raise DrafterError("三份以上报告只能写为 .xlsx 或 .json", where=str(path), hint="其他形式请逐对比对")
        check_output(path, force=force, inputs=inputs)
    check_apart(outputs)


def write_series(made: SeriesTable, outputs: tuple[Path, ...]) -> None:
    """The series as files: all or none."""
    from drafter.render.data import json_text, series_json
    from drafter.render.sheet import write_series_sheet

    with ExitStack() as open_files:
        for path in outputs:
            beside = open_files.enter_context(written(path))
            if path.suffix.lower() == ".xlsx":
                write_series_sheet(made, beside)
            else:
                beside.write_text(json_text(series_json(made)), encoding="utf-8", newline="\n")


def write(made: Comparison, output: Output, old: Loaded, new: Loaded) -> None:
    """A comparison as a file. Raises UnwritableOutput, and DrafterError for a suffix that is none of ours."""
    write_all(made, (output,), old, new)


def write_all(made: Comparison, outputs: tuple[Output, ...], old: Loaded, new: Loaded) -> None:
    """Every output or none: all are written beside their goals first, and renamed when the last one is whole."""
    with ExitStack() as open_files:
        besides = [open_files.enter_context(written(output.path)) for output in outputs]
        with office(new.settings):
            for output, beside in zip(outputs, besides, strict=True):
                _write(made, output, beside, (old, new))


def check_outputs(outputs: tuple[Output, ...], inputs: tuple[Path, ...], *, force: bool) -> None:
    """Every fault of the outputs that can be known before the work begins."""
    for output in outputs:
        if output.path.suffix.lower() not in SUFFIXES:
            raise DrafterError("不认识的输出格式", where=str(output.path), hint=f"可用：{'、'.join(SUFFIXES)}")
        check_output(output.path, force=force, inputs=inputs)
    check_apart(tuple(output.path for output in outputs))


def check_draft_output(path: Path, inputs: tuple[Path, ...], *, force: bool) -> None:
    """The draft is a .docx and nothing else."""
    if path.suffix.lower() != ".docx":
        raise DrafterError("年度报告稿只能写为 .docx", where=str(path), hint="请把扩展名改为 .docx")
    check_output(path, force=force, inputs=inputs)


def check_template_output(path: Path, *, force: bool) -> None:
    """A template is a .docx and nothing else."""
    if path.suffix.lower() != ".docx":
        raise DrafterError("模板只能写为 .docx", where=str(path), hint="请把扩展名改为 .docx")
    check_output(path, force=force)


def check_sheet_output(path: Path, inputs: tuple[Path, ...], *, force: bool) -> None:
    """The figures go into an .xlsx and nothing else."""
    if path.suffix.lower() != ".xlsx":
        raise DrafterError("数据表只能写为 .xlsx", where=str(path), hint="请把扩展名改为 .xlsx")
    check_output(path, force=force, inputs=inputs)


def write_metrics(given: Loaded, path: Path) -> None:
    """The figures as a sheet."""
    from drafter.render.sheet import write_metrics_sheet

    with written(path) as beside:
        write_metrics_sheet(given.report, given.metrics, beside)


SUFFIXES = (".html", ".docx", ".xlsx", ".json")


def _write(made: Comparison, output: Output, beside: Path, sources: tuple[Loaded, Loaded]) -> None:
    # Each renderer is imported where it is wanted: Word, Excel and page libraries are slow to load.
    suffix = output.path.suffix.lower()
    if suffix == ".html":
        from drafter.render.html import render_page

        beside.write_text(render_page(made), encoding="utf-8", newline="\n")
    elif suffix == ".xlsx":
        from drafter.render.sheet import write_sheet

        write_sheet(made, beside)
    elif suffix == ".json":
        from drafter.render.data import compare_json, json_text

        beside.write_text(json_text(compare_json(made)), encoding="utf-8", newline="\n")
    else:
        _write_word(made, output, beside, sources)


def _write_word(made: Comparison, output: Output, beside: Path, sources: tuple[Loaded, Loaded]) -> None:
    form = output.form or ("table" if made.mode == "years" else "redline")
    if form == "redline":
        from drafter.compare.align import align
        from drafter.compare.widths import align_apart_from_width
        from drafter.render.redline import write_redline

        old, new = (source.path if source.report.info.format == "docx" else _lines(source.report) for source in sources)
        aligned = align_apart_from_width if output.ignore_width else align
        write_redline(old, new, beside, aligned, author=output.author, date=output.date)
    elif form == "summary":
        from drafter.render.summary import write_summary

        write_summary(made, beside)
    else:
        from drafter.render.table import write_table

        write_table(made, beside)


def _lines(report: Report) -> tuple[str, ...]:
    return tuple(report.text[p.start : p.end] for p in report.paragraphs)
