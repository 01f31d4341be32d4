"""Text files: the text as it is, but for newlines; a paragraph is a line that holds something."""

from drafter.model.raw import RawParagraph, RawReport
from drafter.read.encoding import decode
from drafter.read.runs import LINE_BREAKS
from drafter.text.pattern import lazy

_LINE = lazy(f"[^{LINE_BREAKS}]+")


def paragraphs_of(text: str) -> tuple[RawParagraph, ...]:
    """Every line that holds something, without the white space around it (full-width indents too)."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words)
            found.append(RawParagraph(start=start, end=start + len(words)))
    return tuple(found)


def read_plain(data: bytes, path: str) -> RawReport:
    """A .txt file. Raises NotText."""
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return RawReport(path=path, format="txt", text=text, paragraphs=paragraphs_of(text), notes=decoded.notes)
