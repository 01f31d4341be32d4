"""Writing without harm: beside the goal first, then renamed; nothing overwritten unasked, an input never."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

from drafter.model.errors import UnwritableOutput


def check_output(path: Path, *, force: bool, inputs: tuple[Path, ...] = ()) -> None:
    """Raise UnwritableOutput where `path` must not or cannot be written; done before any work, so that nothing is lost."""
    if any(_same(path, given) for given in inputs):
        raise UnwritableOutput("输出文件与输入文件相同，不能覆盖输入文件", where=str(path), hint="请换一个文件名")
    if os.path.isdir(path):
        raise UnwritableOutput("这是一个文件夹，不能作为输出文件", where=str(path), hint="请写明文件名")
    if not os.path.isdir(path.parent):
        raise UnwritableOutput("所在文件夹不存在", where=str(path), hint="请先建立文件夹，或换一个位置")
    if os.path.lexists(path) and not force:
        raise UnwritableOutput("文件已存在，未覆盖", where=str(path), hint="确需覆盖的，请加 --force")


def check_apart(paths: tuple[Path, ...]) -> None:
    """Raise UnwritableOutput where two outputs would be one file."""
    for one, other in combinations(paths, 2):
        if _same(one, other):
            raise UnwritableOutput("同一文件被指定为输出两次", where=str(other), hint="请换一个文件名")


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to; renamed to `path` when the block ends well, removed when it does not.

    Raises UnwritableOutput where the file cannot be made, written or renamed (the folder is read-only, the disk is full,
    the goal is open in Word).
    """
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".drafter-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        _readable_by_all(beside)
        os.replace(beside, path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        hint = "请确认有写入权限、磁盘未满，且文件未在 Word 或 WPS 中打开"
        raise UnwritableOutput(f"不能写入（{reason}）", where=str(path), hint=hint) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _readable_by_all(path: Path) -> None:
    """mkstemp makes private files; the result should have the rights that any new file gets."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _same(a: Path, b: Path) -> bool:
    try:
        return a.resolve() == b.resolve() or (a.exists() and b.exists() and a.samefile(b))
    except (OSError, RuntimeError):  # RuntimeError: a loop of symbolic links
        return False
