"""One-line fixtures for the readers: Word files from XML snippets, OLE2 files from stream names, all in memory."""

import io
import struct
import zipfile

from drafter.model.raw import RawReport
from drafter.read.word import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="{REL}"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    f'<Types xmlns="{PKG}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/></Types>'
)
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, ppr: str = "") -> str:
    """A paragraph of runs; plain text becomes one."""
    return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(c if c.startswith('<') else r(c) for c in content)}</w:p>"


def numbered(text: str, level: int = 0, num: int = 1) -> str:
    """A paragraph of a list."""
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def sdt(content: str, tag: str = "", alias: str = "", extra: str = "") -> str:
    """A content control."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/>{extra}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def ins(*content: str) -> str:
    """Inserted runs."""
    return f'<w:ins w:id="1" w:author="a">{"".join(content)}</w:ins>'


def deleted(text: str) -> str:
    """Deleted text."""
    return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def field(code: str, result: str) -> str:
    """A complex field with its result."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(*paragraphs: str, properties: str = "") -> str:
    """A table cell; plain text becomes a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(c if c.startswith('<') else p(c) for c in paragraphs)}</w:tc>"


def table(*rows: tuple[str, ...] | list[str]) -> str:
    """A table of rows of cells; plain text becomes a cell."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(_cell(c) for c in row)}</w:tr>" for row in rows) + "</w:tbl>"


def _cell(content: str) -> str:
    return content if content.startswith("<") else cell(content)


def level(ilvl: int, form: str, text: str, extra: str = "") -> str:
    """A level of a list that starts at 1."""
    return f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*lists: str, nums: str = "") -> str:
    """numbering.xml: every list is the levels of an abstract list, with a `w:num` of the same place, from 1."""
    abstracts = "".join(f'<w:abstractNum w:abstractNumId="{i}">{inner}</w:abstractNum>' for i, inner in enumerate(lists, 1))
    plain = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(1, len(lists) + 1))
    return f"<w:numbering {NAMESPACES}>{abstracts}{plain}{nums}</w:numbering>"


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def docx(*blocks: str, lists: str = "", styles: str = "", header: str = "") -> bytes:
    """A Word file of these blocks; plain text becomes a paragraph."""
    body = "".join(b if b.startswith("<") else p(b) for b in blocks)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    targets = {}
    for kind, content in (("numbering", lists), ("styles", styles), ("header", header)):
        if content:
            parts[f"word/{kind}.xml"] = content
            targets[kind] = f"{kind}.xml"
    parts["word/_rels/document.xml.rels"] = _relationships(targets)
    return package(parts)


def _relationships(targets: dict[str, str]) -> str:
    rows = "".join(f'<Relationship Id="{k}" Type="{REL}/{k}" Target="{t}"/>' for k, t in targets.items())
    return f'<Relationships xmlns="{PKG}/relationships">{rows}</Relationships>'


def read(*blocks: str, **parts: str) -> RawReport:
    """What the reader makes of a Word file of these blocks."""
    return read_word(docx(*blocks, **parts), "报告.docx")


def lines(raw: RawReport) -> list[str]:
    """The paragraphs' texts."""
    return [raw.text[x.start : x.end] for x in raw.paragraphs]


def ole(*streams: str, flags: int = 0) -> bytes:
    """An OLE2 file with these streams, each 512 bytes of zeros but for the flags of a Word file's header."""
    names = ["Root Entry", *streams]
    directory = b"".join(_ole_entry(name, 5 if not i else 2, i + 1) for i, name in enumerate(names))
    sectors_of_directory = -(-len(directory) // 512)
    fat = [0xFFFFFFFD, *range(2, sectors_of_directory + 1), 0xFFFFFFFE]
    fat += [0xFFFFFFFE] * (128 - len(fat))
    header = bytearray(512)
    header[:8] = OLE_MAGIC
    struct.pack_into("<HHH", header, 26, 3, 0xFFFE, 9)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    stream = bytearray(512)
    struct.pack_into("<H", stream, 10, flags)
    content = directory.ljust(512 * sectors_of_directory, b"\0") + bytes(stream) * (len(streams) + 2)
    return bytes(header) + struct.pack("<128I", *fat) + content


def _ole_entry(name: str, kind: int, index: int) -> bytes:
    raw = name.encode("utf-16-le")
    entry = bytearray(128)
    entry[: len(raw)] = raw
    struct.pack_into("<HB", entry, 64, len(raw) + 2, kind)
    struct.pack_into("<II", entry, 116, index + 2, 512)
    return bytes(entry)
