"""Ledger → forms for the departments: all of them or none."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.files import check_output, written
from drafter.model.errors import DrafterError, UnwritableOutput
from drafter.pipeline.ledgers import read_ledger

if TYPE_CHECKING:
    from drafter.model.ledger import FormsOut, Ledger, Round

Step = Callable[[int, int], None]


def write_forms(
    ledger_path: Path, out: Path, *, round: Round | None = None, due: str = "", force: bool = False, step: Step | None = None
) -> FormsOut:
    """A form for each department into the folder `out`, which is made where it is missing; every form or none.

    `round` None is the first one until some department has returned something for the year. `due` is an ISO date or "".
    `step` is called with the forms made and all. Raises UnreadableInput, UnwritableOutput (a file is there already, the
    folder cannot be made), and DrafterError for a date that is none and a ledger that names no department.
    """
    from drafter.ledger.forms import asked, file_names, form, unassigned
    from drafter.model.ledger import FormsOut

    check_due(due)
    ledger = read_ledger(ledger_path)
    wanted = asked(ledger)
    if not wanted:
        fault = "台账中没有填写责任单位的指标和事项，无表可发"
        raise DrafterError(fault, where=str(ledger_path), hint="请在“责任单位”列填写后再下发")
    paths = [out / name for name in file_names([one.department for one in wanted])]
    _check_folder(out, paths, ledger_path, force=force)
    round = round or next_round(ledger)
    made: list[tuple[Path, bytes]] = []
    for path, one in zip(paths, wanted, strict=True):
        made.append((path, form(ledger, one, round, due)))
        if step:
            step(len(made), len(wanted))
    _write(out, made)
    rows, matters = unassigned(ledger)
    told = tuple((one.department, path.name, len(one.rows), len(one.matters)) for path, one in zip(paths, wanted, strict=True))
    return FormsOut(round=round, forms=told, rows=tuple(r.label for r in rows), matters=tuple(m.title for m in matters))


def next_round(ledger: Ledger) -> Round:
    """The first round where nothing was returned for the year yet, else the final one."""
    values = any(v.year == ledger.year and v.round != "report" for row in ledger.rows for v in row.values)
    answers = any(answer.year == ledger.year for matter in ledger.matters for answer in matter.answers)
    return "final" if values or answers or any(story.year == ledger.year for story in ledger.stories) else "first"


def check_due(due: str) -> None:
    """Raise DrafterError for a date that the calendar does not have."""
    try:
        good = not due or (re.fullmatch(r"\d{4}-\d\d-\d\d", due) is not None and bool(date.fromisoformat(due)))
    except ValueError:
        good = False
    if not good:
        raise DrafterError("报送截止日期应写作“年-月-日”，且确有其日", where=due, hint="例：2027-01-15")


def _check_folder(out: Path, paths: list[Path], ledger: Path, *, force: bool) -> None:
    if out.exists() and not out.is_dir():
        raise UnwritableOutput("这是一个文件，不是文件夹", where=str(out), hint="请换一个文件夹")
    if not out.exists() and not out.absolute().parent.is_dir():
        raise UnwritableOutput("所在文件夹不存在", where=str(out), hint="请先建立文件夹，或换一个位置")
    for path in paths if out.is_dir() else ():
        check_output(path, force=force, inputs=(ledger,))


def _write(out: Path, made: list[tuple[Path, bytes]]) -> None:
    """All beside their goals first; a folder that was made for them goes again where they cannot be written."""
    fresh = not out.exists()
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableOutput(f"不能建立文件夹（{reason}）", where=str(out), hint="请确认有写入权限") from error
    try:
        with ExitStack() as open_files:
            for path, data in made:
                open_files.enter_context(written(path)).write_bytes(data)
    except BaseException:
        if fresh and not any(out.iterdir()):
            out.rmdir()
        raise
