"""The page of somebody's own Word file: paper, margins, grid, and what of its heads and feet may stand in another file.

Heads and feet are made anew from page numbers, dashes and lines: a running head's words name last year's report, and
pictures, links and comments would point into the other file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docx.oxml.ns import qn
from lxml import etree

from drafter.office.effective import PARAGRAPH_TAGS, RUN_TAGS, Formats, Parts, first_of, inner_xml, plain_value
from drafter.office.runs import Node, paragraph_text

Kind = Literal["default", "first", "even"]
_KINDS: tuple[Kind, ...] = ("default", "first", "even")
# Measures of a section that show; their attributes are numbers and names, nothing points elsewhere.
SECTION_TAGS = ("pgSz", "pgMar", "pgNumType", "cols", "vAlign", "textDirection", "docGrid")
_NOT_TAKEN = {"pgNumType": ("start", "chapStyle", "chapSep"), "pgSz": ("code",)}
_WORDS = ("orient", "type", "val", "fmt", "equalWidth", "sep", "color")  # attributes that are no measure
_NUMBERS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_FORMAT = re.compile(r"\\\*\s*[A-Za-z]+")
_FRAME = re.compile(r"[^\w]+|[第页共]+")  # what stands around a page number
_SIDES = {"left": "left", "start": "left", "right": "right", "end": "right", "center": "center"}
_MIRRORED = {"outside": ("right", "left"), "inside": ("left", "right")}  # on odd pages, on even ones
_W = qn("w:p")[:-1]
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of a head or foot as the inner XML of its w:pPr, and its runs as whole elements in one text."""

    layout: str
    runs: str
    numbered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A section's own measures as elements in one text, its heads and feet, and what of them was left out."""

    measures: str
    title_page: bool
    odd_and_even: bool
    heads: dict[Kind, tuple[Line, ...]]
    feet: dict[Kind, tuple[Line, ...]]
    left_out: tuple[str, ...]
    drawings: bool

    @property
    def numbered(self) -> bool:
        """Whether any page bears its number."""
        return any(line.numbered for lines in (*self.heads.values(), *self.feet.values()) for line in lines)


def find_page(parts: Parts, body: Node, formats: Formats) -> Page:
    """The page of the section that holds most of the text."""
    section, references = _main_section(body)
    settings = first_of(parts, parts.main_part(), "settings")
    odd_and_even = settings is not None and _is_on(settings.find(qn("w:evenAndOddHeaders")))
    reader = _Reader(parts, formats)
    lines = {
        place: {kind: reader.lines(name, kind) for kind, name in references[place].items()}
        for place in ("headerReference", "footerReference")
    }
    return Page(
        measures="".join(_plain(section.find(qn(f"w:{tag}"))) for tag in SECTION_TAGS),
        title_page=_is_on(section.find(qn("w:titlePg"))),
        odd_and_even=odd_and_even,
        heads=lines["headerReference"],
        feet=lines["footerReference"],
        left_out=tuple(dict.fromkeys(reader.left_out)),
        drawings=reader.drawings,
    )


def _main_section(body: Node) -> tuple[Node, dict[str, dict[Kind, str]]]:
    """The section with most characters, and the relations of its heads and feet; those it lacks are of the one before."""
    references: dict[str, dict[Kind, str]] = {"headerReference": {}, "footerReference": {}}
    best: tuple[int, Node, dict[str, dict[Kind, str]]] | None = None
    length = 0
    for paragraph in [*body.iter(qn("w:p")), None]:
        section = body.find(qn("w:sectPr")) if paragraph is None else paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        length += 0 if paragraph is None else len(paragraph_text(paragraph))
        if section is None:
            continue
        for place, found in references.items():
            own = {reference.get(qn("w:type"), "default"): reference for reference in section.findall(qn(f"w:{place}"))}
            named = {kind: str(own[kind].get(qn("r:id"))) for kind in _KINDS if kind in own}
            references[place] = {**found, **named}
        if best is None or length > best[0]:
            best = (length, section, dict(references))
        length = 0
    return (best[1], best[2]) if best else (etree.Element(qn("w:sectPr")), references)


class _Reader:
    def __init__(self, parts: Parts, formats: Formats) -> None:
        self._parts, self._formats = parts, formats
        self._names = _related_by_id(parts)
        self.left_out: list[str] = []
        self.drawings = False

    def lines(self, relation: str, kind: Kind) -> tuple[Line, ...]:
        """What may stand of the head or foot that a relation names."""
        root = self._parts.xml(self._names[relation]) if relation in self._names else None
        if root is None:
            return ()
        _drop_fallbacks(root)
        self.drawings = self.drawings or any(_is_picture(node) for node in root.iter())
        made = [self._line(paragraph, kind) for paragraph in root.iter(qn("w:p"))]
        return tuple(line for line in made if line is not None)

    def _line(self, paragraph: Node, kind: Kind) -> Line | None:
        pieces = list(_pieces(paragraph))
        numbered = any(run is not None and field for run, _, field in pieces)
        words = "".join(text for _, text, field in pieces if not field).strip()
        kept = []
        for run, text, field in pieces:
            if field or (numbered and text.strip() and _FRAME.fullmatch(text.strip())):
                kept.append(_run_xml(inner_xml(self._formats.run(run, paragraph), RUN_TAGS), text, field=field))
        rest = _FRAME.sub("", re.sub(r"\d+", "", words))
        if rest:
            self.left_out.append(words)
        border = self._formats.borders(paragraph)
        if not kept and border is None:
            return None
        return Line(layout=self._layout(paragraph, border, kind, pieces), runs="".join(kept), numbered=numbered)

    def _layout(self, paragraph: Node, border: Node | None, kind: Kind, pieces: list[tuple[Node, str, bool]]) -> str:
        properties = self._formats.paragraph(paragraph)
        properties["jc"] = {"val": _side(paragraph, kind, pieces) or properties["jc"]["val"]}
        for name in ("outlineLvl", "keepNext", "keepLines"):
            properties.pop(name, None)
        before = inner_xml(properties, PARAGRAPH_TAGS[:2])
        widow = inner_xml(properties, PARAGRAPH_TAGS[2:3])
        lines = "" if border is None else f"<w:pBdr>{''.join(_plain(edge) for edge in border)}</w:pBdr>"
        return before + widow + lines + inner_xml(properties, PARAGRAPH_TAGS[3:])


def _side(paragraph: Node, kind: Kind, pieces: list[tuple[Node, str, bool]]) -> str:
    """Where a page number in a frame, in a text box or behind tabs stands; "" where the paragraph itself says it."""
    frame = paragraph.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
    side = "" if frame is None else str(frame.get(qn("w:xAlign"), ""))
    for box in paragraph.iterancestors(_DRAWN + "anchor"):
        side = side or box.findtext(f"{_DRAWN}positionH/{_DRAWN}align", "")
    for shape in paragraph.iterancestors("{urn:schemas-microsoft-com:vml}shape"):
        hit = re.search(r"mso-position-horizontal:\s*(\w+)", shape.get("style", ""))
        side = side or (hit[1] if hit else "")
    if side in _MIRRORED:
        return _MIRRORED[side][kind == "even"]
    before = "".join("\x00" if field else text for _, text, field in pieces).partition("\x00")[0]
    return _SIDES.get(side, "") or {0: "", 1: "center"}.get(before.count("\t"), "right")


def _pieces(paragraph: Node) -> Iterator[tuple[Node, str, bool]]:
    """The runs of a paragraph in order: (run, text, False), or (run, instruction, True) for a page number's field."""
    instruction, fields = "", 0
    taken = False
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is not paragraph:
            continue
        simple = next(run.iterancestors(qn("w:fldSimple")), None)
        if simple is not None and _is_number(str(simple.get(qn("w:instr"), ""))):
            if next(simple.iter(qn("w:r"))) is run:
                yield run, _instruction(str(simple.get(qn("w:instr"), ""))), True
            continue
        for child in run:
            kind = child.get(qn("w:fldCharType")) if child.tag == qn("w:fldChar") else None
            if kind == "begin":
                fields, instruction, taken = fields + 1, "", False
            elif kind is not None and fields and _is_number(instruction) and not taken:
                yield run, _instruction(instruction), True
                taken = True
            if kind == "end":
                fields, instruction = max(fields - 1, 0), ""
            elif child.tag == qn("w:instrText") and fields:
                instruction += child.text or ""
        text = "".join("\t" if c.tag in (qn("w:tab"), qn("w:ptab")) else c.text or "" for c in run if c.tag in _TEXTS)
        if text and not (fields and (taken or not text.strip())):
            yield run, text, False


_TEXTS = (qn("w:t"), qn("w:tab"), qn("w:ptab"))


def _is_number(instruction: str) -> bool:
    return instruction.partition("\\")[0].strip().upper() in _NUMBERS


def _instruction(text: str) -> str:
    """The field's name and its way of counting, nothing else."""
    return " ".join([text.partition("\\")[0].strip().upper(), *_FORMAT.findall(text)])


def _run_xml(face: str, text: str, *, field: bool) -> str:
    properties = f"<w:rPr>{face}</w:rPr>"
    if not field:
        return f'<w:r>{properties}<w:t xml:space="preserve">{_escaped(text.replace(chr(9), ""))}</w:t></w:r>'
    return "".join(
        f"<w:r>{properties}{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {_escaped(text)} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(element: Node | None) -> str:
    """An element with its attributes of WordprocessingML and nothing inside; columns keep their widths."""
    if element is None:
        return ""
    name = str(element.tag).rpartition("}")[2]
    given = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items() if str(key).startswith(_W)}
    own = {key: plain_value(value, word=key in _WORDS) for key, value in given.items() if key not in _NOT_TAKEN.get(name, ())}
    kept = "".join(f' w:{key}="{own[key]}"' for key in sorted(own) if own[key])
    inner = "".join(_plain(child) for child in element) if name == "cols" else ""
    return f"<w:{name}{kept}>{inner}</w:{name}>"


def _is_on(element: Node | None) -> bool:
    return element is not None and element.get(qn("w:val"), "1") not in ("0", "false", "off")


def _is_picture(node: Node) -> bool:
    return isinstance(node.tag, str) and node.tag.endswith(("}blip", "}imagedata", "}line", "}cxnSp"))


def _drop_fallbacks(root: Node) -> None:
    """What stands in mc:AlternateContent stands there twice: the newer form tells the place."""
    for fallback in list(root.iter(_MC + "Fallback")):
        parent = fallback.getparent()
        if parent is not None and parent.find(_MC + "Choice") is not None:
            parent.remove(fallback)


def _related_by_id(parts: Parts) -> dict[str, str]:
    """The parts that the document names as heads and feet, by relation."""
    main = parts.main_part()
    folder, _, file = main.rpartition("/")
    root = parts.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    known = {*parts.related(main, "header"), *parts.related(main, "footer")}
    found = {}
    for relation in () if root is None else root:
        target = str(relation.get("Target", ""))
        name = next((one for one in known if one.endswith("/" + target.rpartition("/")[2])), None)
        if name and relation.get("TargetMode") != "External":
            found[str(relation.get("Id"))] = name
    return found
