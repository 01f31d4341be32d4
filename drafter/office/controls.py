"""Rich-text content controls inside a paragraph (w:sdt; ECMA-376 Part 1, 17.5.2): the open places of a draft."""

import copy
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from drafter.office.runs import Node, run_text, runs_of

NAME_LIMIT = 64  # UTF-16 units: Word calls a file damaged whose tag or alias is longer
HIGHLIGHT = "yellow"
OPEN_FILL = "DEEAF6"  # pale blue, apart from the yellow of kept sentences
_OFF = frozenset({"0", "false", "off"})
# What stands behind w:highlight in w:rPr (17.3.2.28), in this order.
_AFTER_HIGHLIGHT = tuple(
    qn(f"w:{name}")
    for name in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
        "oMath", "rPrChange",
    )
)  # fmt: skip
_AFTER_SHADE = _AFTER_HIGHLIGHT[4:]


@dataclass(frozen=True, slots=True)
class Control:
    """A content control found in a file; `kind` and `id` are the two halves of its tag `KIND:ID`, `label` its title."""

    element: Node
    kind: str
    id: str
    label: str

    @property
    def text(self) -> str:
        """The visible text, deleted revisions left out."""
        return "".join(run_text(run) for run in self.runs())

    def runs(self) -> list[Node]:
        """The runs inside, in order."""
        content = self.element.find(qn("w:sdtContent"))
        return [] if content is None else [run for part in _holders(content) for run in runs_of(part)]

    @property
    def highlighted(self) -> bool:
        """Whether any visible text is still highlighted."""
        return any(is_highlighted(run) for run in self.runs() if run_text(run).strip())

    @property
    def prompting(self) -> bool:
        """Whether the text is a prompt that the first key pressed replaces: ours, or Word's own once the text was deleted."""
        return is_prompting(self.element)


def is_prompting(control: Node) -> bool:
    """Whether a control (w:sdt) says that its text is a prompt."""
    shown = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    return shown is not None and shown.get(qn("w:val"), "1") not in _OFF


def _holders(content: Node) -> Iterator[Node]:
    """The parts of a control's content that hold runs: itself, and paragraphs that an editor put into it."""
    yield content
    yield from content.iter(qn("w:p"))


def wrap(runs: Sequence[Node], tag: str, label: str, *, prompt: bool = False) -> Node:
    """Put neighbouring runs into a control with the tag `KIND:ID` and the label as its title.

    With `prompt` a click selects the whole text and typing replaces it. `number_controls` gives the control its number.
    Raises ValueError for a tag that Word would not take.
    """
    if _units(tag) > NAME_LIMIT or ":" not in tag:
        raise ValueError(f"not a tag of a control: {tag!r}")
    control: Node = OxmlElement("w:sdt")
    properties = etree.SubElement(control, qn("w:sdtPr"))
    if prompt and len(face := _typed_face(runs[0])):
        properties.append(face)
    for name, value in (("alias", shortened(label)), ("tag", tag), ("id", "0")):
        etree.SubElement(properties, qn(f"w:{name}")).set(qn("w:val"), value)
    if prompt:
        etree.SubElement(properties, qn("w:showingPlcHdr"))
    etree.SubElement(properties, qn("w:richText"))
    content = etree.SubElement(control, qn("w:sdtContent"))
    runs[0].addprevious(control)
    content.extend(runs)
    return control


def _typed_face(run: Node) -> Node:
    """What is typed over a prompt looks like the text around it, without the shading of the prompt."""
    face = run.find(qn("w:rPr"))
    typed: Node = OxmlElement("w:rPr") if face is None else copy.deepcopy(face)
    for mark in typed.findall(qn("w:shd")):
        typed.remove(mark)
    return typed


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def shortened(label: str) -> str:
    """A label that Word takes as a title: the end of a longer one gives way to ……."""
    if _units(label) <= NAME_LIMIT:
        return label
    kept = label
    while _units(kept) > NAME_LIMIT - 2:
        kept = kept[:-1]
    return kept + "……"


def number_controls(root: Node) -> None:
    """Give every control below `root` a number of its own, from its tag and not from chance. Unique numbers stay."""
    used: set[int] = set()
    for properties in root.iter(qn("w:sdtPr")):
        number, tag = properties.find(qn("w:id")), properties.find(qn("w:tag"))
        if number is None:
            number = etree.SubElement(properties, qn("w:id"))
        value = _integer(number.get(qn("w:val"), "0"))
        seed = zlib.crc32(("" if tag is None else tag.get(qn("w:val"), "")).encode()) & 0x7FFFFFFF
        while value == 0 or value in used:
            value, seed = seed, (seed + 1) & 0x7FFFFFFF
        used.add(value)
        number.set(qn("w:val"), str(value))


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0


def find_controls(root: Node) -> list[Control]:
    """The controls with a tag `KIND:ID` below `root`, in text order."""
    found = []
    for element in root.iter(qn("w:sdt")):
        nodes = (element.find(f"{qn('w:sdtPr')}/{qn(name)}") for name in ("w:tag", "w:alias"))
        tag, alias = ("" if node is None else node.get(qn("w:val"), "") for node in nodes)
        kind, _, control_id = tag.partition(":")
        if kind and control_id:
            found.append(Control(element, kind, control_id, alias))
    return found


def is_highlighted(run: Node) -> bool:
    """Whether a run is marked with a highlighter of any colour."""
    mark = run.find(f"{qn('w:rPr')}/{qn('w:highlight')}")
    return mark is not None and mark.get(qn("w:val"), "none") != "none"


def highlight(run: Node) -> None:
    """Mark a run in yellow."""
    mark: Node = OxmlElement("w:highlight")
    mark.set(qn("w:val"), HIGHLIGHT)
    _put(run, mark, _AFTER_HIGHLIGHT)


def shade(run: Node) -> None:
    """Lay a pale blue under a run: something is still to be written here."""
    mark: Node = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", OPEN_FILL)):
        mark.set(qn(f"w:{name}"), value)
    _put(run, mark, _AFTER_SHADE)


def unshade(run: Node) -> None:
    """Take the blue of an open place away."""
    for mark in run.findall(f"{qn('w:rPr')}/{qn('w:shd')}"):
        face = mark.getparent()
        if face is not None:
            face.remove(mark)


def set_run_style(run: Node, style_id: str) -> None:
    """Give a run a character style; Word wants it before every other property."""
    style: Node = OxmlElement("w:rStyle")
    style.set(qn("w:val"), style_id)
    face = _cleared(run, style.tag)
    face.insert(0, style)


def _put(run: Node, mark: Node, followers: Sequence[str]) -> None:
    """Set a property of a run, before the first of those that must follow it."""
    face = _cleared(run, mark.tag)
    follower = next((child for child in face if child.tag in followers), None)
    if follower is None:
        face.append(mark)
    else:
        follower.addprevious(mark)


def _cleared(run: Node, tag: str) -> Node:
    """The properties of a run, made where it has none, without those of a kind."""
    face = run.find(qn("w:rPr"))
    if face is None:
        face = OxmlElement("w:rPr")
        run.insert(0, face)
    for old in face.findall(tag):
        face.remove(old)
    return face
