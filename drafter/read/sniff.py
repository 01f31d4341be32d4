"""What a file is, told by its bytes: suffixes lie (a .doc may be a web page, a .wps a .docx)."""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Literal

from drafter.read.opc import ZIP_FAULTS
from drafter.text.pattern import lazy

Kind = Literal["word", "ole", "html", "rtf", "txt"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A format that is recognised and not read: what to say and what to do."""

    message: str
    hint: str


KNOWN = "可读取：.docx、.doc、.wps、.html、.txt"
FIXED_LAYOUT = "请使用该报告的 Word、WPS 或网页版本"
OTHER_FILE = f"请提供 Word、网页或文本格式的报告；{KNOWN}"
AS_DOCX = "请用 WPS 或 Word 打开并另存为 .docx 后重试"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MAGIC: tuple[tuple[bytes, Kind | Refused], ...] = (
    (OLE_MAGIC, "ole"),
    (b"{\\rtf", "rtf"),
    (b"%PDF", Refused("暂不支持读取 PDF", FIXED_LAYOUT)),
    (b"\x89PNG", Refused("这是图片，不是文本", OTHER_FILE)),
    (b"\xff\xd8\xff", Refused("这是图片，不是文本", OTHER_FILE)),
    (b"GIF8", Refused("这是图片，不是文本", OTHER_FILE)),
    (b"BM", Refused("这是图片，不是文本", OTHER_FILE)),
    (b"II*\x00", Refused("这是图片，不是文本", OTHER_FILE)),
    (b"MM\x00*", Refused("这是图片，不是文本", OTHER_FILE)),
    (b"Rar!", Refused("这是压缩包", "请解压后提供其中的报告")),
    (b"7z\xbc\xaf\x27\x1c", Refused("这是压缩包", "请解压后提供其中的报告")),
    (b"\x1f\x8b", Refused("这是压缩包", "请解压后提供其中的报告")),
    (b"\xdb\xa5-\x00", Refused("过早的 Word 格式（6.0 以前）", AS_DOCX)),
)
ZIP_PARTS: tuple[tuple[str, Kind | Refused], ...] = (  # the first part that the zip holds tells what it is
    ("ofd.xml", Refused("暂不支持读取 OFD", FIXED_LAYOUT)),
    ("word/document.xml", "word"),
    ("xl/workbook.xml", Refused("这是 Excel 表格，不是报告", OTHER_FILE)),
    ("ppt/presentation.xml", Refused("这是 PowerPoint 演示文稿，不是报告", OTHER_FILE)),
    ("content.xml", Refused("暂不支持读取 OpenDocument", AS_DOCX)),
    ("[content_types].xml", "word"),  # a Word document may keep its text in a part of another name
)
NO_REPORT_ZIP = Refused("这是压缩包", "请解压后提供其中的报告")
# What a text says of its kind; only texts with one of the first words are searched, which plain text rarely has.
MARKUP: tuple[tuple[tuple[str, ...], re.Pattern[str], Kind | Refused], ...] = (
    (("<",), lazy(r"<pkg:package|<w:wordDocument|progid=\"Word\.Document\""), Refused("Word XML 文档暂不支持", AS_DOCX)),
    (("mime-version:", "saved by", "multipart/related"), lazy(r"(?i)\AMIME-Version:|\AFrom: <Saved by|^Content-Type: multipart/related", re.M),
     Refused("暂不支持读取单文件网页（.mht）", "请在浏览器中另存为 .html 后重试")),
    (("<",), lazy(r"(?i)<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]"), "html"),
    (("<",), lazy(r"(?i)\A\s*<(?:meta|div|p|table|article|section|span|ucapcontent|h[1-6]|!--)[\s>/-]"), "html"),
)  # fmt: skip
HEAD = 65_536  # characters in which a web page shows that it is one


def sniff(data: bytes) -> Kind | Refused:
    """What kind of file these bytes are; "txt" where nothing says otherwise."""
    for magic, kind in MAGIC:
        if data.startswith(magic) and not (magic == b"BM" and not _is_bitmap(data)):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _sniff_zip(data)
    head = _head(data)
    lowered = head.lower()
    fitting = (kind for words, pattern, kind in MARKUP if any(word in lowered for word in words) and pattern.search(head))
    return next(fitting, "txt")


def _is_bitmap(data: bytes) -> bool:
    """BM alone may begin a text; a bitmap states its own size and four zero bytes."""
    return data[6:10] == bytes(4)


def _sniff_zip(data: bytes) -> Kind | Refused:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.lstrip("/").replace("\\", "/").lower() for name in package.namelist()}
    except ZIP_FAULTS:
        return _sniff_broken_zip(data)
    return next((kind for part, kind in ZIP_PARTS if part in names), NO_REPORT_ZIP)


def _sniff_broken_zip(data: bytes) -> Kind | Refused:
    """A zip cut short has lost its directory, but the names stand before each part too."""
    return "word" if b"word/" in data[:HEAD] or b"[Content_Types].xml" in data[:HEAD] else Refused("压缩包已损坏", AS_DOCX)


def _head(data: bytes) -> str:
    """The first characters, ASCII as it is, in whatever encoding the rest is."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data[:HEAD].decode("utf-16" if wide else "latin-1", "replace").lstrip("\ufeff\xef\xbb\xbf \t\r\n")
