"""A .docx as a zip of XML parts, read within limits: what is not needed is not unpacked, and nothing without end."""

import io
import lzma
import struct
import zipfile
import zlib
from posixpath import dirname, join, normpath

from lxml import etree

from drafter.model.errors import UnreadableInput

ZIP_FAULTS = (  # what zipfile raises for damaged files; ValueError and struct.error for places that cannot be
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, OverflowError, RuntimeError,
)  # fmt: skip
PART_LIMIT = 100 * 2**20  # bytes of one part unpacked; a report's text is a few hundred thousand
STRICT = (  # ISO/IEC 29500 strict namespaces → the transitional ones that everybody writes
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
DAMAGED = "文件已损坏，无法作为 Word 文档读取"
DAMAGED_HINT = "请用 WPS 或 Word 打开（可选择修复）并另存为 .docx 后重试"
NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/package/2006/relationships",
}
W = f"{{{NS['w']}}}"


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return W + name


class Package:
    """The parts of a .docx that reading needs. Every method raises UnreadableInput where the file is damaged."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = {name.lstrip("/").replace("\\", "/").lower(): name for name in self.zip.namelist()}
        except ZIP_FAULTS as error:
            raise self.damaged() from error

    def damaged(self) -> UnreadableInput:
        """The error to raise for a file that is not whole."""
        return UnreadableInput(DAMAGED, where=self.path, hint=DAMAGED_HINT)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none."""
        stored = self.names.get(name.lstrip("/").lower())
        if stored is None:
            return None
        if self.zip.getinfo(stored).flag_bits & 1:
            raise UnreadableInput("文件已加密，无法读取", where=self.path, hint="请取消打开密码后重试")
        try:
            with self.zip.open(stored) as part:
                data = part.read(PART_LIMIT + 1)
        except ZIP_FAULTS as error:
            raise self.damaged() from error
        if len(data) > PART_LIMIT:
            message = f"文件解压后超过 {PART_LIMIT // 2**20} MB，已停止读取"
            raise UnreadableInput(message, where=self.path, hint="请确认文件来源，或删去无关内容后重试")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, None where there is none. Entities are never resolved, nothing is fetched."""
        data = self.read(name)
        if data is None:
            return None
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged() from error
        return root

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts that `part` ("" for the package) points to by relationships of a kind."""
        folder, _, file = part.rpartition("/")
        rels = self.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        if rels is None:
            return []
        return [
            normpath(join(dirname(part), rel.get("Target", ""))).lstrip("/")
            for rel in rels.iterfind("r:Relationship", NS)
            if rel.get("Type", "").rstrip("/").endswith("/" + kind) and rel.get("TargetMode") != "External"
        ]

    def main_part(self) -> str:
        """The name of the document part."""
        found = [name for name in self.related("", "officeDocument") if name.lower() in self.names]
        if found:
            return found[0]
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise self.damaged()


def first_part(package: Package, part: str, kind: str) -> etree._Element | None:
    """The root of the first part of a kind that `part` points to."""
    for name in package.related(part, kind):
        root = package.xml(name)
        if root is not None:
            return root
    return None
