"""What is known of .xlsx files without the library that writes them: text that a cell may hold, bytes that depend on it alone."""

import io
import re
import zipfile
from datetime import datetime

from drafter.zips import zip_of

TIME = datetime(2020, 1, 1)  # the library stamps the present otherwise
# XML 1.0 allows none of these; surrogates cannot be encoded.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LIMIT = 32767  # characters in a cell, as Excel has it
_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
)  # full-width ones become formulas where Excel is set to Chinese or Japanese


def cell_text(text: str) -> str:
    """Text that a cell may hold."""
    text = _ILLEGAL.sub("", text)
    return text if len(text) <= _LIMIT else text[: _LIMIT - 1] + "…"


def starts_formula(text: str) -> bool:
    """Whether some program may take the text for a formula, so that its cell must be marked as quoted text."""
    return text.lstrip().startswith(_STARTS)


def fixed_workbook(raw: bytes) -> bytes:
    """The same workbook with a fixed time in its properties and in the archive."""
    stamp = TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(raw)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    core = "docProps/core.xml"
    if core in members:
        members[core] = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, members[core])
    return zip_of(members.items())
