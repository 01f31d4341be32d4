"""Zip archives whose bytes depend on their members alone: no clock, no system, no order of writing."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable

# The earliest time that a zip archive can hold: it says openly that no clock was read.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
# What `zipfile` raises for archives that are damaged, encrypted (RuntimeError) or state what cannot be.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RuntimeError,
)


def fixed_zip(data: bytes) -> bytes:
    """The same archive with fixed times and attributes, the content types first and the rest in order of their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    return zip_of(members.items())


def zip_of(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of named members, the same bytes on every system."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(members, key=lambda member: (member[0] != "[Content_Types].xml", member[0])):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the archive tells which system made it
            archive.writestr(info, data)
    return out.getvalue()


def unpacked_size(data: bytes) -> int | None:
    """The size of an archive's members as it states them, None where the bytes are no archive.

    `zipfile` never unpacks more of a member than that.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except DAMAGED:
        return None
