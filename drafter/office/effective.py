"""What a paragraph or run of any Word file effectively looks like: defaults, styles and direct formatting laid over each other.

ECMA-376 part 1, 17.7.2 gives the order. Only what shows is followed (`PARAGRAPH_TAGS`, `RUN_TAGS`); values that a file leaves
out are Word's own, so that what is found can stand in another file, whatever that file's defaults are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol
from xml.sax.saxutils import quoteattr

from docx.oxml.ns import qn

from drafter.office.runs import Node

# A property's name → its attributes, all without the namespace; the same for paragraphs (w:pPr) and runs (w:rPr).
Properties = dict[str, dict[str, str]]

# In the order of Word's schema.
PARAGRAPH_TAGS = (
    "keepNext", "keepLines", "widowControl", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "textAlignment", "outlineLvl",
)  # fmt: skip
RUN_TAGS = ("rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "w", "kern", "sz", "szCs", "u")
_SWITCHES = frozenset((*PARAGRAPH_TAGS[:11], "contextualSpacing", "b", "bCs", "i", "iCs"))
_MERGED = ("rFonts", "spacing", "ind")  # a nearer layer changes only the attributes that it names
_OFF = ("0", "false", "off", "none")
_ON = {"keepNext": "0", "keepLines": "0", "widowControl": "1", "autoSpaceDE": "1", "autoSpaceDN": "1", "snapToGrid": "1"}
# What Word takes where nothing says anything.
PARAGRAPH_BASE: Properties = {
    **{name: {"val": value} for name, value in _ON.items()},
    "spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
    "ind": {"left": "0", "right": "0", "firstLine": "0"},
    "jc": {"val": "left"},
}
RUN_BASE: Properties = {
    "rFonts": {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "eastAsia": "宋体", "cs": "Times New Roman"},
    "b": {"val": "0"},
    "i": {"val": "0"},
    "color": {"val": "auto"},
    "spacing": {"val": "0"},
    "sz": {"val": "20"},
    "u": {"val": "none"},
}
_KEPT_ATTRIBUTES: dict[str, tuple[str, ...]] = {"color": ("val",), "u": ("val",)}
_THEMED = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_WORDS = ("jc", "textAlignment", "color", "u")  # tags whose value is no measure
_MEASURE = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]+)?)(pt|mm|cm|in|pc)?")
_TWIPS = {"pt": 20.0, "mm": 56.693, "cm": 566.93, "in": 1440.0, "pc": 240.0}
_SIDES = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_FIRST, _HANGING = ("firstLine", "firstLineChars"), ("hanging", "hangingChars")
_SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEPTH = 20  # styles based on one another; a loop ends here


class Parts(Protocol):
    """A Word file's parts, read within limits by whoever opened it."""

    def xml(self, name: str) -> Node | None:
        """The root of a part, None where there is none."""

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts that `part` points to by relationships of a kind."""

    def main_part(self) -> str:
        """The name of the document part."""


def first_of(parts: Parts, part: str, kind: str) -> Node | None:
    """The root of the first part of a kind that `part` points to."""
    return next((root for name in parts.related(part, kind) if (root := parts.xml(name)) is not None), None)


def child_value(parent: Node | None, name: str) -> str:
    """The `w:val` of a child element, "" where there is none."""
    child = None if parent is None else parent.find(qn(f"w:{name}"))
    return "" if child is None else str(child.get(qn("w:val"), ""))


class Formats:
    """Looks up the formatting of one file's paragraphs and runs."""

    def __init__(self, parts: Parts) -> None:
        main = parts.main_part()
        self._fonts = _theme_fonts(first_of(parts, main, "theme"), first_of(parts, main, "settings"))
        self._levels = _list_indents(first_of(parts, main, "numbering"))
        styles = first_of(parts, main, "styles")
        found = () if styles is None else styles.iterfind(qn("w:style"))
        self._styles = {str(style.get(qn("w:styleId"), "")): style for style in found}
        self._default = next((name for name, style in self._styles.items() if _is_default(style)), "")
        defaults = None if styles is None else styles.find(qn("w:docDefaults"))
        self._first = {
            "pPr": self._layer(_inside(defaults, "pPrDefault", "pPr"), PARAGRAPH_TAGS),
            "rPr": self._layer(_inside(defaults, "rPrDefault", "rPr"), RUN_TAGS),
        }

    def paragraph(self, paragraph: Node) -> Properties:
        """The paragraph's own layout. Automatic numbers are no part of it, their indent is."""
        own = paragraph.find(qn("w:pPr"))
        chain = list(self._chain(self._style(own)))
        styled = [style.find(qn("w:pPr")) for style in chain]
        numbers = [self._list_indent(layer) for layer in styled]
        layers = [laid_over(indent, self._layer(layer, PARAGRAPH_TAGS)) for indent, layer in zip(numbers, styled, strict=True)]
        below = [PARAGRAPH_BASE, self._first["pPr"], *self._table(paragraph, "pPr", PARAGRAPH_TAGS)]
        return laid_over(*below, *layers, self._list_indent(own), self._layer(own, PARAGRAPH_TAGS))

    def run(self, run: Node | None, paragraph: Node) -> Properties:
        """The face of a run; without a run that of the paragraph's mark, which is how tall an empty paragraph is."""
        own = paragraph.find(qn("w:pPr"))
        face = (None if own is None else own.find(qn("w:rPr"))) if run is None else run.find(qn("w:rPr"))
        styles = [*self._chain(self._style(own)), *self._chain(child_value(face, "rStyle"))]
        layers = [self._layer(style.find(qn("w:rPr")), RUN_TAGS) for style in styles]
        below = [RUN_BASE, self._first["rPr"], *self._table(paragraph, "rPr", RUN_TAGS)]
        return laid_over(*below, *layers, self._layer(face, RUN_TAGS))

    def borders(self, paragraph: Node) -> Node | None:
        """The lines around a paragraph (w:pBdr), from the nearest place that says anything of them."""
        own = paragraph.find(qn("w:pPr"))
        layers = [*(style.find(qn("w:pPr")) for style in self._chain(self._style(own))), own]
        found = [layer.find(qn("w:pBdr")) for layer in layers if layer is not None]
        return next((border for border in reversed(found) if border is not None), None)

    def _table(self, paragraph: Node, name: str, tags: Iterable[str]) -> list[Properties]:
        """What the style of the table says of all its cells; nothing outside a table."""
        table = next(paragraph.iterancestors(qn("w:tbl")), None)
        style = "" if table is None else child_value(table.find(qn("w:tblPr")), "tblStyle")
        return [self._layer(one.find(qn(f"w:{name}")), tags) for one in self._chain(style)]

    def _style(self, properties: Node | None) -> str:
        return child_value(properties, "pStyle") or self._default

    def _chain(self, name: str) -> Iterator[Node]:
        """A style and those that it is based on, the farthest first."""
        chain: list[Node] = []
        while (style := self._styles.get(name)) is not None and len(chain) < _DEPTH:
            chain.append(style)
            name = child_value(style, "basedOn")
        return reversed(chain)

    def _list_indent(self, properties: Node | None) -> Properties:
        number = None if properties is None else properties.find(qn("w:numPr"))
        if number is None:
            return {}
        return self._levels.get((child_value(number, "numId"), child_value(number, "ilvl") or "0"), {})

    def _layer(self, element: Node | None, tags: Iterable[str]) -> Properties:
        """What one w:pPr or w:rPr says, in the names that this file uses."""
        made: Properties = {}
        for tag in tags:
            child = None if element is None else element.find(qn(f"w:{tag}"))
            given = {} if child is None else {str(k).rpartition("}")[2]: str(v) for k, v in child.attrib.items()}
            if child is not None and (said := self._attributes(tag, given)):
                made[tag] = said
        return made

    def _attributes(self, tag: str, given: dict[str, str]) -> dict[str, str]:
        if tag in _SWITCHES:
            return {"val": "0" if given.get("val", "1") in _OFF else "1"}
        if tag == "rFonts":
            given = {**given, **self._themed(given)}
        if tag == "ind":
            given = {_SIDES.get(name, name): value for name, value in given.items()}
        kept = _KEPT_ATTRIBUTES.get(tag)
        if tag == "rFonts":
            return {name: value for name, value in given.items() if name in _THEMED and value}
        unit = 10 if tag in ("sz", "szCs") else 1
        words = tag in _WORDS
        plain = {
            name: plain_value(value, unit, word=words or name == "lineRule")
            for name, value in given.items()
            if not kept or name in kept
        }
        return {name: value for name, value in plain.items() if value is not None}

    def _themed(self, given: Mapping[str, str]) -> dict[str, str]:
        """Theme fonts by their names; they go before a name that stands beside them (17.3.2.26)."""
        found = {name: self._fonts.get(given.get(key, ""), "") for name, key in _THEMED.items()}
        return {name: font for name, font in found.items() if font}


def plain_value(value: str, twips: int = 1, *, word: bool = False) -> str | None:
    """A measure as a whole number of units of so many `twips`, or a `word` (a name, a colour); None for what is none.

    Some writers leave fractions, and strict files units (36pt), which not every reader bears.
    """
    if word:
        return value if re.fullmatch("[0-9A-Za-z]{1,40}", value) else None
    if hit := _MEASURE.fullmatch(value):
        return str(round(float(hit[1]) * (_TWIPS[hit[2]] / twips if hit[2] else 1)))
    return None


def laid_over(*layers: Properties) -> Properties:
    """Layers of formatting, the nearest last."""
    made: Properties = {}
    for layer in layers:
        for tag, given in layer.items():
            under = dict(made.get(tag, {})) if tag in _MERGED else {}
            for one, other in ((_FIRST, _HANGING), (_HANGING, _FIRST)):
                if tag == "ind" and any(name in given for name in one):
                    under = {name: value for name, value in under.items() if name not in other}
            made[tag] = {**under, **given}
    return made


def inner_xml(properties: Properties, tags: Iterable[str]) -> str:
    """The properties as the inner XML of a w:pPr or w:rPr, in the schema's order: equal ones give equal texts."""
    return "".join(
        f"<w:{tag}{''.join(f' w:{name}={quoteattr(value)}' for name, value in sorted(properties[tag].items()))}/>"
        for tag in tags
        if tag in properties
    )


def _inside(parent: Node | None, *names: str) -> Node | None:
    for name in names:
        parent = None if parent is None else parent.find(qn(f"w:{name}"))
    return parent


def _is_default(style: Node) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default"), "0") not in _OFF


def _list_indents(numbering: Node | None) -> dict[tuple[str, str], Properties]:
    """The indents that come with automatic numbers, by list (w:numId) and level."""
    if numbering is None:
        return {}
    kinds = {str(kind.get(qn("w:abstractNumId"))): kind for kind in numbering.iterfind(qn("w:abstractNum"))}
    found: dict[tuple[str, str], Properties] = {}
    for number in numbering.iterfind(qn("w:num")):
        kind = kinds.get(child_value(number, "abstractNumId"))
        for level in () if kind is None else kind.iterfind(qn("w:lvl")):
            indent = _inside(level, "pPr", "ind")
            if indent is not None:
                given = {str(k).rpartition("}")[2]: str(v) for k, v in indent.attrib.items()}
                key = (str(number.get(qn("w:numId"))), str(level.get(qn("w:ilvl"))))
                found[key] = {"ind": {_SIDES.get(name, name): value for name, value in given.items()}}
    return found


def _theme_fonts(theme: Node | None, settings: Node | None) -> dict[str, str]:
    """The fonts that minorEastAsia and the like stand for; the East Asian ones by the file's East Asian language."""
    language = None if settings is None else settings.find(qn("w:themeFontLang"))
    east = "" if language is None else str(language.get(qn("w:eastAsia"), ""))
    script = _SCRIPTS.get(east, "Hans")
    found: dict[str, str] = {}
    for size in ("major", "minor"):
        fonts = None if theme is None else next(theme.iter(f"{_A}{size}Font"), None)
        if fonts is None:
            continue
        faces = {name: face.get("typeface", "") for name in ("latin", "ea", "cs") if (face := fonts.find(_A + name)) is not None}
        scripts = {face.get("script"): face.get("typeface", "") for face in fonts.iterfind(f"{_A}font")}
        found |= {
            f"{size}Ascii": faces.get("latin", ""),
            f"{size}HAnsi": faces.get("latin", ""),
            f"{size}EastAsia": faces.get("ea", "") or scripts.get(script, ""),
            f"{size}Bidi": faces.get("cs", ""),
        }
    return found
