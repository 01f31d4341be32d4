"""What reading needs of a Word document's styles: bold or heading faces, and lists that come with a style."""

import re
from collections.abc import Iterator

from lxml import etree

from drafter.read.numbering import value_of
from drafter.read.opc import NS, w
from drafter.text.pattern import lazy

HEADING_FACE = lazy(r"黑体|楷体|小标宋|SimHei|KaiTi|STKaiti|STHeiti|Heiti|XiaoBiaoSong", re.I)
OFF = ("0", "false", "off", "none")
_DEPTH = 20  # styles based on one another; a loop ends here


class Styles:
    """Look-ups along `w:basedOn`."""

    def __init__(self, root: etree._Element | None) -> None:
        self.styles: dict[str, etree._Element] = {}
        self.default: dict[str, str] = {}
        self.defaults: etree._Element | None = None
        if root is None:
            return
        self.defaults = root.find("w:docDefaults/w:rPrDefault/w:rPr", NS)
        for style in root.iterfind("w:style", NS):
            name = style.get(w("styleId"), "")
            self.styles[name] = style
            if style.get(w("default")) in ("1", "true", "on"):
                self.default[style.get(w("type"), "")] = name

    def chain(self, name: str) -> Iterator[tuple[str, etree._Element]]:
        """A style and those that it is based on, nearest first."""
        for _ in range(_DEPTH):
            style = self.styles.get(name)
            if style is None:
                return
            yield name, style
            name = value_of(style, "basedOn")

    def paragraph_style(self, properties: etree._Element | None) -> str:
        """The style of a paragraph; the default one where it names none."""
        return value_of(properties, "pStyle") or self.default.get("paragraph", "")

    def is_bold(self, run: etree._Element | None, paragraph_style: str) -> bool:
        """Whether a run with these properties is bold or in a face that headings are set in (GB/T 9704-2012 7.3.3)."""
        layers = [] if run is None else [run]
        for name in (value_of(run, "rStyle"), paragraph_style):
            layers += [layer for _, style in self.chain(name) if (layer := style.find(w("rPr"))) is not None]
        if self.defaults is not None:
            layers.append(self.defaults)
        bold = next((b for layer in layers if (b := layer.find(w("b"))) is not None), None)
        if bold is not None and bold.get(w("val"), "1") not in OFF:
            return True
        faces = (fonts.get(w("eastAsia")) for layer in layers if (fonts := layer.find(w("rFonts"))) is not None)
        return HEADING_FACE.search(next((face for face in faces if face), "")) is not None

    def numbering_of(self, style: str) -> tuple[str, int | None, str]:
        """The list that a paragraph style brings along: numId ("" for none), level if given, and the style that says so."""
        for name, element in self.chain(style):
            number = element.find("w:pPr/w:numPr", NS)
            if number is not None and number.find(w("numId")) is not None:
                level = value_of(number, "ilvl")
                return value_of(number, "numId"), int(level) if level.isdecimal() else None, name
        return "", None, ""

    def numbering_styles(self) -> dict[str, str]:
        """The numId of every style that has one, for `w:numStyleLink`."""
        found = {name: value_of(style.find("w:pPr/w:numPr", NS), "numId") for name, style in self.styles.items()}
        return {name: num for name, num in found.items() if num}
