"""Returned forms → the ledger with their figures in it, and the list of what there is to ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.files import written
from drafter.model.errors import DrafterError
from drafter.pipeline.loaded import office
from drafter.settings import NONE, Settings

if TYPE_CHECKING:
    from drafter.model.ledger import Collected, Ledger, Query, Return

_EMPTY = "文件夹中没有报送表（.xlsx）"
_FILL = "请把各单位报回的表格放入该文件夹"
# Those that cannot be read are told: they are meant as forms.
_SHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ett", ".ods", ".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What was collected, the forms that it came from, and the fault of each file that could not be read."""

    collected: Collected
    returns: tuple[Return, ...]
    unread: tuple[DrafterError, ...]


def form_files(forms: Path) -> list[Path]:
    """The workbooks below a folder, or the one file that was named. Raises DrafterError where there is none."""
    if not forms.exists():
        raise DrafterError("文件夹不存在", where=str(forms), hint="请检查文件名和路径")
    if forms.is_file():
        return [forms]
    found = [path for path in forms.rglob("*") if path.suffix.lower() in _SHEETS and path.is_file() and _is_own(path, forms)]
    if not found:
        raise DrafterError(_EMPTY, where=str(forms), hint=_FILL)
    return sorted(found, key=lambda path: path.relative_to(forms).as_posix())


def _is_own(path: Path, forms: Path) -> bool:
    """Neither hidden nor the lock of a file that is open in Excel or WPS."""
    return not any(part.startswith((".", "~$")) for part in path.relative_to(forms).parts)


def gather(
    forms: Path, ledger: Path, settings: Settings = NONE, progress: Callable[[int, int], None] = lambda done, total: None
) -> Gathered:
    """The forms below `forms` collected into the ledger at `ledger`; nothing is written.

    A file that cannot be read is told and is no end. Raises DrafterError where none can, UnreadableInput for the ledger.
    `progress` is called with the number of files done and of all.
    """
    from drafter.ledger.book import read_ledger
    from drafter.ledger.collecting import collect

    files = [path for path in form_files(forms) if path.resolve() != ledger.resolve()]
    with office(settings):
        base = read_ledger(ledger)
        returns: list[Return] = []
        faults: list[tuple[str, DrafterError]] = []
        for done, path in enumerate(files, 1):
            name = path.relative_to(forms).as_posix() if path != forms else path.name
            try:
                returns.append(_read(path, name))
            except DrafterError as error:
                faults.append((name, error))
            progress(done, len(files))
        if not returns:
            raise _none_read(forms, faults)
        collected = collect(base, returns, [_unread(name, error, base) for name, error in faults])
    return Gathered(collected=collected, returns=tuple(returns), unread=tuple(error for _, error in faults))


def _read(path: Path, name: str) -> Return:
    from drafter.ledger.returned import read_return

    return replace(read_return(path), path=name)


def _unread(name: str, error: DrafterError, ledger: Ledger) -> Query:
    """What is told of a file: to the department whose name it bears, else to the office."""
    from drafter.ledger.asked import departments_of
    from drafter.ledger.collecting.queries import Spot, ask

    named = max((one for one in departments_of(ledger) if one in Path(name).name), key=len, default="")
    tail = f"，{error.hint}" if error.hint else ""
    return ask("unread", "must", Spot(department=named, file=name, key=name), f"{name}：{error.message}{tail}。")


def _none_read(forms: Path, faults: Sequence[tuple[str, DrafterError]]) -> DrafterError:
    if not faults:
        return DrafterError(_EMPTY, where=str(forms), hint=_FILL)
    if len(faults) == 1:
        return faults[0][1]
    return DrafterError(f"{len(faults)}份表格均不能读取", where=str(forms), hint=f"其一为：{faults[0][1]}")


def write_collected(made: Gathered, ledger: Path, out: Path) -> None:
    """The ledger with its queries as a workbook, in a copy of the one it was read from. Raises UnwritableOutput."""
    from drafter.ledger.book import write_ledger
    from drafter.ledger.collecting.query_sheets import query_sheets

    sheets = partial(query_sheets, collected=made.collected, returns=made.returns)
    with written(out) as beside:
        write_ledger(made.collected.ledger, beside, ledger, sheets)
