"""Old binary Word files (.doc, .wps) and RTF: recognised in plain Python, converted by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from drafter.model.errors import UnreadableInput
from drafter.model.raw import Format, RawReport
from drafter.read.word import read_word

TIMEOUT = 120  # seconds that a conversion may take; a first start on a slow disk takes about 20
SAVE_AS = "请在 WPS 或 Word 中“另存为” .docx 后重试"
OFFICE_COMMANDS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_FREE = 0xFFFF_FFFA  # sector numbers from here on are marks, not places
_ENCRYPTED = 0x0100  # fEncrypted in the flags of the File Information Block ([MS-DOC] 2.5.2)


def read_ole(data: bytes, path: str) -> RawReport:
    """An OLE2 compound file, by the streams that it holds. Raises UnreadableInput for all but Word documents."""
    streams = ole_streams(data)
    for stream, message, hint in REFUSED:
        if stream in streams:
            raise UnreadableInput(message, where=path, hint=hint)
    if "WordDocument" not in streams:
        raise UnreadableInput("不是 Word 文档，或文件已损坏", where=path, hint=SAVE_AS)
    start = streams["WordDocument"]
    if int.from_bytes(data[start + 10 : start + 12], "little") & _ENCRYPTED:
        raise UnreadableInput("文件设有打开密码，无法读取", where=path, hint="请取消密码并另存为 .docx 后重试")
    return convert(data, path)


REFUSED = (
    ("EncryptedPackage", "文件设有打开密码，无法读取", "请取消密码并另存为 .docx 后重试"),
    ("Workbook", "这是 Excel 表格，不是报告", "请提供 Word、网页或文本格式的报告"),
    ("Book", "这是 Excel 表格，不是报告", "请提供 Word、网页或文本格式的报告"),
    ("PowerPoint Document", "这是 PowerPoint 演示文稿，不是报告", "请提供 Word、网页或文本格式的报告"),
)


def ole_streams(data: bytes) -> dict[str, int]:
    """The streams of a compound file by name, with the offset of their first byte (of large ones); {} where damaged."""
    shift = int.from_bytes(data[30:32], "little")
    if not 7 <= shift <= 16:
        return {}
    size = 1 << shift
    table = b"".join(_sector(data, int.from_bytes(data[76 + 4 * i : 80 + 4 * i], "little"), size) for i in range(109))
    found: dict[str, int] = {}
    number, seen = int.from_bytes(data[48:52], "little"), set[int]()
    while number < _FREE and number not in seen:
        seen.add(number)
        sector = _sector(data, number, size)
        for at in range(0, len(sector) - 127, 128):
            entry = sector[at : at + 128]
            length = min(max(int.from_bytes(entry[64:66], "little") - 2, 0), 64)
            first = int.from_bytes(entry[116:120], "little")
            found[entry[:length].decode("utf-16-le", "replace")] = (first + 1) * size
        number = int.from_bytes(table[4 * number : 4 * number + 4] or b"\xff" * 4, "little")
    return found


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size] if number < _FREE else b""


def office_command() -> str | None:
    """Where LibreOffice is, None where it is not installed."""
    return next((found for name in OFFICE_COMMANDS if (found := shutil.which(name))), None)


def convert(data: bytes, path: str) -> RawReport:
    """A .doc, .wps or .rtf by way of LibreOffice, in a profile of its own. Raises UnreadableInput where that fails."""
    command = office_command()
    if command is None:
        raise UnreadableInput("旧版 Word 格式，本机未安装 LibreOffice，无法转换", where=path, hint=SAVE_AS)
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        source = Path(folder, "report.rtf" if data.startswith(b"{\\rtf") else "report.doc")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        options = ("--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder)
        _run([command, f"-env:UserInstallation={profile}", *options, str(source)], path)
        made = Path(folder, "report.docx")
        if not made.is_file():
            raise UnreadableInput("LibreOffice 未能转换该文件", where=path, hint=SAVE_AS)
        raw = read_word(made.read_bytes(), path, legacy_format(path))
    return replace(raw, notes=("旧版 Word 格式，经 LibreOffice 转换后读取", *raw.notes))


def legacy_format(path: str) -> Format:
    """Both kinds are the same inside, so only their name tells .wps from .doc."""
    return "wps" if path.lower().endswith(".wps") else "doc"


def _run(command: list[str], path: str) -> None:
    """Run LibreOffice; when it takes too long, end it with the processes that it started."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise UnreadableInput("LibreOffice 无法启动，不能转换旧版 Word 格式", where=path, hint=SAVE_AS) from error
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise UnreadableInput(f"LibreOffice 在 {TIMEOUT} 秒内未能转换完成", where=path, hint=SAVE_AS) from error
    finally:
        if process.poll() is None:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()
