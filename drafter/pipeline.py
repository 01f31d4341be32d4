"""The order of work, and nothing else: read → parse → extract → compare → render, and → rollforward → fill.

Every function returns typed results and prints nothing; the command line is a thin skin over them.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from drafter.files import check_apart, check_output, written
from drafter.model.change import Comparison, MetricChange, Mode, SeriesTable
from drafter.model.draft import Draft, DraftStatus, Finish
from drafter.model.errors import DrafterError
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.outline import Outline
from drafter.model.report import ReadingQuality, Report
from drafter.parse import parse_report
from drafter.read import read_report
from drafter.settings import NONE, Settings
from drafter.text.units import unit_table, using
from drafter.text.years import plan_table, using_plans

if TYPE_CHECKING:
    from drafter.office.look import Look

# Every later stage is imported by the function that wants it: `text` and `outline` need no Word and no comparison.

DocxForm = Literal["table", "redline", "summary"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A report with its figures, and the office's settings that they were read by."""

    path: Path
    report: Report
    metrics: tuple[Metric, ...]
    settings: Settings = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file to write: its form follows from the suffix, and for .docx from `form`."""

    path: Path
    form: DocxForm | None = None
    author: str = "drafter"
    date: str = "2000-01-01T00:00:00Z"


def outline_of(path: Path) -> Report:
    """The report at `path`, read and parsed. Raises UnreadableInput."""
    return parse_report(read_report(path))


def reading_of(report: Report) -> ReadingQuality:
    """How well a report was read."""
    from drafter.parse.quality import reading_quality

    return reading_quality(report)


def load(path: Path, settings: Settings = NONE) -> Loaded:
    """The report at `path` with its figures, read with an office's own units. Raises UnreadableInput."""
    from drafter.extract import extract_metrics

    report = outline_of(path)
    with _office(settings):
        metrics = extract_metrics(report)
    return Loaded(path=path, report=report, metrics=metrics, settings=settings)


@contextmanager
def _office(settings: Settings) -> Iterator[None]:
    """Within it the rooms know the office's units and plans. Where two reports are at work, the new one's settings hold."""
    with using(unit_table(settings.units)), using_plans(plan_table(settings.plans)):
        yield


def mode_of(old: Report, new: Report) -> Mode:
    """`drafts` where issuer and year are the same, else `years`."""
    same = old.info.year == new.info.year and old.info.issuer == new.info.issuer
    return "drafts" if same and old.info.year is not None else "years"


def compare(old: Loaded, new: Loaded, mode: Mode | None = None) -> Comparison:
    """What changed from `old` to `new`; the mode is found where none is given."""
    from drafter.compare import compare_reports

    chosen = mode or mode_of(old.report, new.report)
    with _office(new.settings):
        return compare_reports(old.report, new.report, old.metrics, new.metrics, chosen, new.settings.directions)


def series(reports: tuple[Loaded, ...]) -> SeriesTable:
    """The series of each figure over three reports and more, the oldest first."""
    from drafter.compare.series import series_of

    with _office(reports[-1].settings):
        return series_of([one.report for one in reports], [one.metrics for one in reports])


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


# The kinds of findings of each mode, in the order of the work.
KINDS: dict[Mode, tuple[str, ...]] = {
    "years": ("stale", "metric", "plan", "problem", "placeholder"),
    "drafts": ("change", "dropped", "added", "text"),
}


def only(made: Comparison, kinds: tuple[str, ...]) -> Comparison:
    """The comparison with the findings of these kinds alone, its counts and a note saying so."""
    if not kinds:
        return made
    if strange := [kind for kind in kinds if kind not in KINDS[made.mode]]:
        raise DrafterError(
            f"本次比对没有这一类事项：{'、'.join(strange)}", where="--only", hint=f"可用：{'、'.join(KINDS[made.mode])}"
        )
    kept = tuple(finding for finding in made.findings if finding.kind in kinds)
    from drafter.compare.findings import levels
    from drafter.render.wording import kind_name

    note = f"只列{'、'.join(kind_name(kind) for kind in kinds)}类事项，其余{len(made.findings) - len(kept)}项未列"
    return replace(made, findings=kept, summary=made.summary | levels(kept), notes=(*made.notes, note))


def without(made: Comparison, ids: frozenset[str]) -> Comparison:
    """The comparison without the findings of these ids, its counts and a note saying so."""
    from drafter.compare.findings import levels

    kept = tuple(finding for finding in made.findings if finding.id not in ids)
    left_out = len(made.findings) - len(kept)
    unknown = len(ids) - left_out
    if not ids:
        return made
    notes = made.notes
    notes += (f"按复核意见略去已核实事项{left_out}项",) if left_out else ()
    notes += (f"复核意见中有{unknown}项的编号不在本次事项之中",) if unknown else ()
    return replace(made, findings=kept, summary=made.summary | levels(kept), notes=notes)


def ignored_ids(paths: tuple[Path, ...]) -> frozenset[str]:
    """The ids that reviewers answered with 已核实 in a table or sheet of ours, or that a JSON list names.

    Raises UnreadableInput.
    """
    from drafter.render.opinions import verified_ids

    return frozenset(key for path in paths for key in verified_ids(path))


def check(given: Loaded, against: Loaded | None = None) -> tuple[Finding, ...]:
    """What to look at before a report is published, worst first."""
    from drafter.check import check_report

    with _office(given.settings):
        pairs = _pairs(against, given) if against and not unfit_against(given, against) else ()
        return check_report(given.report, given.metrics, pairs)


def unfit_against(given: Loaded, against: Loaded) -> str | None:
    """Why `against` is no earlier year's report, in one line; None where it may be one."""
    from drafter.check.against import unfit

    return unfit(given.report, against.report)


def _pairs(old: Loaded, new: Loaded) -> tuple[MetricChange, ...]:
    from drafter.compare.metrics import pair_metrics

    return pair_metrics(old.metrics, new.metrics, old.report, new.report)


def draft(last: Loaded, year: int | None = None, *, before: Loaded | None = None, outline: Path | None = None) -> Draft:
    """Next year's draft as data; `year` is the draft's own, by default the one after LAST's.

    `before` is the report of the year before LAST; with `outline` the draft stands under the headings of that file (提纲).
    Raises DrafterError where `before` cannot be, UnreadableInput also where the outline holds no heading.
    """
    from drafter.rollforward import Before, check_before, roll

    asked = prescribed(outline) if outline else None
    earlier = None
    if before:
        check_before(before.report, last.report, year)
        earlier = Before(report=before.report, metrics=before.metrics, since=compare(before, last, "years"))
    with _office(last.settings):
        return roll(last.report, last.metrics, year, before=earlier, outline=asked)


def prescribed(path: Path) -> Outline:
    """What the outline (提纲) at `path` asks a report to contain. Raises UnreadableInput."""
    from drafter.parse.prescribed import parse_outline

    return parse_outline(read_report(path))


def look_of(path: Path) -> "Look":
    """The look of an office's own Word file, for a draft. Raises UnreadableInput."""
    from drafter.office.look import find_look
    from drafter.read import open_word
    from drafter.rollforward import paragraph_kinds

    return find_look(open_word(path), paragraph_kinds(outline_of(path)))


def look_notes(look: "Look", made: Draft) -> tuple[str, ...]:
    """What the draft does not have of the look, or has otherwise, in sentences."""
    from drafter.fill import look_notes as notes_of

    return notes_of(look, made)


def fill(made: Draft, out: Path, *, template: Path | None = None, look: "Look | None" = None, sealed: bool = False) -> None:
    """The draft as a Word file at `out`, through a template or in the look of another file.

    Raises BadTemplate, UnwritableOutput.
    """
    from drafter.fill import draft_bytes

    data = draft_bytes(made, template=template, look=look, sealed=sealed)
    # Only now is there anything to write: a run that is killed before leaves nothing beside the goal.
    with written(out) as beside:
        beside.write_bytes(data)


def new_template(out: Path) -> None:
    """The shipped template, for an office to edit. Raises UnwritableOutput."""
    from drafter.shipped import template

    with written(out) as beside:
        beside.write_bytes(template("report.docx").read_bytes())


def check_template(path: Path) -> tuple[str, ...]:
    """The fields that a template names, once it was filled with a sample. Raises BadTemplate where it will not work."""
    from drafter.fill import template_fields

    return template_fields(path)


def status(path: Path) -> DraftStatus:
    """What is open, filled, unconfirmed and lost in a draft that people have edited."""
    from drafter.fill import draft_status

    return draft_status(path, outline_of(path))


def fill_computed(path: Path, out: Path) -> DraftStatus:
    """The draft at `path` written to `out` with the figures filled in that follow from others; how it stood before, and what
    was filled in. Nothing is written where nothing follows. Raises UnwritableOutput."""
    from drafter.fill import edited_draft, filled_in

    made, data = filled_in(edited_draft(path, outline_of(path)))
    if made.computed:
        with written(out) as beside:
            beside.write_bytes(data)
    return made


def finish(path: Path, out: Path) -> Finish:
    """The clean copy of a draft, unless something in it is still open: then nothing is written. Raises UnwritableOutput."""
    from drafter.fill import clean_copy, edited_draft

    made, data = clean_copy(edited_draft(path, outline_of(path)))
    if not made.hindrances:
        with written(out) as beside:
            beside.write_bytes(data)
    return made


def write(made: Comparison, output: Output, old: Loaded, new: Loaded) -> None:
    """A comparison as a file. Raises UnwritableOutput, and DrafterError for a suffix that is none of ours."""
    write_all(made, (output,), old, new)


def write_all(made: Comparison, outputs: tuple[Output, ...], old: Loaded, new: Loaded) -> None:
    """Every output or none: all are written beside their goals first, and renamed when the last one is whole."""
    with ExitStack() as open_files:
        besides = [open_files.enter_context(written(output.path)) for output in outputs]
        with _office(new.settings):
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
        from drafter.render.redline import write_redline

        old, new = (source.path if source.report.info.format == "docx" else _lines(source.report) for source in sources)
        write_redline(old, new, beside, align, author=output.author, date=output.date)
    elif form == "summary":
        from drafter.render.summary import write_summary

        write_summary(made, beside)
    else:
        from drafter.render.table import write_table

        write_table(made, beside)


def _lines(report: Report) -> tuple[str, ...]:
    return tuple(report.text[p.start : p.end] for p in report.paragraphs)
