"""Where the issuer and the date stand under a report: GB/T 9704-2012 7.3.5.1 (with a seal) and 7.3.5.2 (without)."""

import unicodedata
from collections.abc import Sequence

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter.office.faces import CELL

USUAL_DATE = 6.5  # characters: 2026年1月20日; stands for a date that nobody has filled in yet


def cells(text: str) -> float:
    """The width in Chinese characters: a half-width digit is half of one."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def right_indents(issuers: Sequence[float], date: float, *, sealed: bool = False) -> tuple[list[float], float]:
    """The right indents of the issuers' lines and of the date, all in characters, from their widths in characters.

    Without a seal: the issuer 2 from the right; the date's first character 2 right of the issuer's; where the date is
    the longer, the date is 2 from the right and the issuer moves left. With one: the date 4 from the right, the issuers
    centred over it.
    """
    longest = max(issuers, default=0.0)
    if sealed:
        return [max(0.0, 4 + (date - width) / 2) for width in issuers], 4.0
    if date > longest:
        # Every line keeps its place relative to the longest issuer.
        return [4 + date - longest for _ in issuers], 2.0
    return [2.0 for _ in issuers], longest - date


def place_signature(
    issuers: Sequence[Paragraph], date: Paragraph | None, *, sealed: bool = False, date_open: bool = False, cell: int = CELL
) -> None:
    """Indent the paragraphs by the rule; with `date_open` the date's text is a prompt and a usual date's width counts.

    `cell` is the width of a character in twips.
    """
    width = USUAL_DATE if date is None or date_open else cells(date.text.strip())
    lefts, right = right_indents([cells(p.text.strip()) for p in issuers], width, sealed=sealed)
    for paragraph, indent in zip(issuers, lefts, strict=True):
        _indent_right(paragraph, indent, cell)
    if date is not None:
        _indent_right(date, right, cell)


def _indent_right(paragraph: Paragraph, characters: float, cell: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    indent = properties.get_or_add_ind()
    for name in list(indent.attrib):
        del indent.attrib[name]
    # Word lets the characters win, LibreOffice reads only the twips.
    indent.set(qn("w:rightChars"), str(round(characters * 100)))
    indent.set(qn("w:right"), str(round(characters * cell)))
    for name in ("w:firstLineChars", "w:firstLine"):
        indent.set(qn(name), "0")
