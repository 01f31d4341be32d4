"""A Word file as LibreOffice lays it out, measured as GB/T 9704 counts a page."""

import re
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

MM = 25.4 / 72  # millimetres in a point


@dataclass(frozen=True)
class Line:
    """A line of text, in points from the upper left corner of its page."""

    left: float
    right: float
    top: float
    bottom: float
    text: str

    @property
    def characters(self) -> float:
        """Its length in characters, one of half width counted as half."""
        return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in self.text)


@dataclass(frozen=True)
class Page:
    """A page without its number."""

    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def paper(self) -> tuple[int, int]:
        """Width and height in millimetres."""
        return round(self.width * MM), round(self.height * MM)

    @property
    def is_running_text(self) -> bool:
        """Full of lines at one distance: no table, no end of a chapter, no title."""
        gaps = {round(b.top - a.top) for a, b in pairwise(self.lines)}
        return len(self.lines) >= 22 and max(gaps) - min(gaps) <= 2

    def margins(self) -> tuple[float, float, float, float]:
        """Left, right, top and bottom in millimetres, half of the leading counted to the first and the last line."""
        leading = (median(b.top - a.top for a, b in pairwise(self.lines)) - median(x.bottom - x.top for x in self.lines)) / 2
        edges = (
            min(x.left for x in self.lines), self.width - max(x.right for x in self.lines),
            self.lines[0].top - leading, self.height - self.lines[-1].bottom - leading,
        )  # fmt: skip
        return tuple(edge * MM for edge in edges)  # type: ignore[return-value]


def printed(path: Path, folder: Path) -> list[Page]:
    """The pages of a Word file, printed to PDF by LibreOffice."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = shutil.which("soffice") or "soffice"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    pdf = folder / f"{path.stem}.pdf"
    done = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return [_page(page) for page in ET.fromstring(re.sub(r'xmlns="[^"]*"', "", done.stdout)).iter("page")]


def _page(page: ET.Element) -> Page:
    rows: dict[int, list[tuple[float, float, float, float, str]]] = {}
    for line in page.iter("line"):
        text = "".join(word.text or "" for word in line.iter("word"))
        if not re.fullmatch(r"[—\d\s]+", text):
            left, right, top, bottom = (float(line.get(name, "0")) for name in ("xMin", "xMax", "yMin", "yMax"))
            rows.setdefault(round((top + bottom) / 8), []).append((left, right, top, bottom, text))
    lines = [
        Line(
            min(p[0] for p in row),
            max(p[1] for p in row),
            min(p[2] for p in row),
            max(p[3] for p in row),
            "".join(p[4] for p in row),
        )
        for _, row in sorted(rows.items())
    ]
    return Page(float(page.get("width", "0")), float(page.get("height", "0")), tuple(lines))
