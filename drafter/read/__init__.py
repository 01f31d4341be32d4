"""path → RawReport: the text of a report in any format that is read, its paragraphs, and what only the format knew."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from drafter.model.errors import UnreadableInput
from drafter.model.raw import RawReport
from drafter.read.encoding import NotText
from drafter.read.opc import Package
from drafter.read.plain import read_plain
from drafter.read.sniff import AS_DOCX, KNOWN, Kind, Refused, sniff
from drafter.read.word import read_word

SIZE_LIMIT = 200 * 2**20  # bytes of a file with pictures in it
TEXT_LIMIT = 20 * 2**20  # bytes of a text or web page: a hundred times the longest report


def _html(data: bytes, path: str) -> RawReport:
    from drafter.read.html import read_html

    return read_html(data, path)


def _ole(data: bytes, path: str) -> RawReport:
    from drafter.read.legacy import read_ole

    return read_ole(data, path)


def _rtf(data: bytes, path: str) -> RawReport:
    from drafter.read.legacy import convert

    return convert(data, path)


READERS: dict[Kind, Callable[[bytes, str], RawReport]] = {
    "word": read_word,
    "ole": _ole,
    "rtf": _rtf,
    "html": _html,
    "txt": read_plain,
}

__all__ = ["open_word", "read_report"]


def read_report(path: Path) -> RawReport:
    """Read one report. What it is, its bytes tell, never its suffix.

    Raises UnreadableInput, one line in Chinese with the path, for anything that is not a readable report.
    """
    where = str(path)
    data = _bytes_of(where)
    kind = sniff(data)
    if isinstance(kind, Refused):
        raise UnreadableInput(kind.message, where=where, hint=kind.hint)
    if kind in ("txt", "html") and len(data) > TEXT_LIMIT:
        raise _too_large(where, TEXT_LIMIT)
    try:
        raw = READERS[kind](data, where)
    except NotText:
        raise UnreadableInput("不是文本，也不是已知格式", where=where, hint=KNOWN) from None
    if not raw.paragraphs:
        raise UnreadableInput("文件中没有文字", where=where, hint="请确认报告不是扫描图片，并已保存")
    return raw


def open_word(path: Path) -> Package:
    """The parts of a .docx. Raises UnreadableInput where the file is none, or is damaged or encrypted."""
    where = str(path)
    data = _bytes_of(where)
    kind = sniff(data)
    if isinstance(kind, Refused):
        raise UnreadableInput(kind.message, where=where, hint=kind.hint)
    if kind != "word":
        raise UnreadableInput("不是 Word 文档（.docx），看不出版式", where=where, hint=AS_DOCX)
    return Package(data, where)


def _bytes_of(where: str) -> bytes:
    """The bytes of a file that is there, is a file, holds something and is not absurdly large."""
    try:
        state = os.stat(where)
        if stat.S_ISDIR(state.st_mode):
            raise UnreadableInput("这是文件夹，不是文件", where=where, hint="请给出其中一份报告的路径")
        if state.st_size > SIZE_LIMIT:
            raise _too_large(where, SIZE_LIMIT)
        with open(where, "rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise UnreadableInput("文件不存在", where=where, hint="请检查路径和文件名") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"无法打开文件（{reason}）", where=where, hint="请检查文件权限，或是否正被其他程序占用") from None
    if len(data) > SIZE_LIMIT:
        raise _too_large(where, SIZE_LIMIT)
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableInput("文件是空的", where=where, hint="请确认已保存，或重新获取该文件")
    return data


def _too_large(where: str, limit: int) -> UnreadableInput:
    return UnreadableInput(f"文件超过 {limit // 2**20} MB，不像是报告", where=where, hint="请删去图片等无关内容后重试")
