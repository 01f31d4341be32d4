"""What somebody has to decide before a Word file goes out: revisions, hidden text, comments without an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn

from drafter.office.runs import Node, run_text
from drafter.office.stories import parsed, parts_of, stories

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OFF = ("0", "false", "off")
REVISIONS = tuple(
    qn(f"w:{name}")
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
        "tblGridChange", "tcPrChange", "trPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_DEPTH = 20  # styles based on one another; a loop ends here


@dataclass(frozen=True, slots=True)
class Undecided:
    """Revisions, hidden runs, and of every conversation in the margin that nobody has marked as done who takes part."""

    revisions: int
    hidden: int
    talks: tuple[frozenset[str], ...]


def undecided(document: Document) -> Undecided:
    """What somebody has to decide before the file goes out."""
    roots = list(stories(document))
    revisions = sum(1 for root in roots for _ in root.iter(*REVISIONS))
    hides = _hiding(document.styles.element)
    hidden = sum(_is_hidden(run, hides) for root in roots for run in root.iter(qn("w:r")) if run_text(run).strip())
    return Undecided(revisions, hidden, tuple(_open_talks(document)))


def _hiding(sheet: Node) -> dict[str, bool]:
    """Of every style whether its text is hidden; of "" what holds where no style is named."""
    styles = {str(style.get(qn("w:styleId"), "")): style for style in sheet.iter(qn("w:style"))}
    base = _mark(sheet.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")) or False
    said = {name: next((mark for face in _chain(name, styles) if (mark := _mark(face)) is not None), None) for name in styles}
    default = next((said[name] for name, style in styles.items() if _is_default(style)), None)
    plain = base if default is None else default
    return {"": plain} | {name: mark for name, mark in said.items() if mark is not None}


def _is_hidden(run: Node, hides: dict[str, bool]) -> bool:
    """By its own properties, else by its character style, else by its paragraph's."""
    face = run.find(qn("w:rPr"))
    paragraph = next(run.iterancestors(qn("w:p")), None)
    own = _mark(face)
    layout = None if paragraph is None else paragraph.find(qn("w:pPr"))
    return hides.get(_named(face, "rStyle") or " ", hides.get(_named(layout, "pStyle"), hides[""])) if own is None else own


def _mark(face: Node | None) -> bool | None:
    mark = None if face is None else face.find(qn("w:vanish"))
    return None if mark is None else mark.get(qn("w:val"), "1") not in _OFF


def _named(properties: Node | None, name: str) -> str:
    style = None if properties is None else properties.find(qn(f"w:{name}"))
    return "" if style is None else str(style.get(qn("w:val"), ""))


def _is_default(style: Node) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default"), "0") not in _OFF


def _chain(name: str, styles: dict[str, Node]) -> Iterator[Node | None]:
    """The faces of a style and of those that it is based on."""
    for _ in range(_DEPTH):
        style = styles.get(name)
        if style is None:
            return
        yield style.find(qn("w:rPr"))
        name = _named(style, "basedOn")


def _open_talks(document: Document) -> Iterator[frozenset[str]]:
    """The authors of each comment with the answers to it, unless it is marked as done."""
    rows = [row for part in parts_of(document, ".commentsExtended+xml") for row in parsed(part).iter(f"{_W15}commentEx")]
    parents = {row.get(f"{_W15}paraId"): row.get(f"{_W15}paraIdParent") for row in rows}
    done = {row.get(f"{_W15}paraId") for row in rows if row.get(f"{_W15}done") in ("1", "true")}
    talks: dict[str, set[str]] = {}
    for number, comment in enumerate(comments(document)):
        # a row names the last paragraph of its comment
        own = next((key for p in comment.iter(qn("w:p")) if (key := p.get(f"{_W14}paraId")) in parents), None)
        first = parents.get(own) or own
        if not done & {own, first} - {None}:
            talks.setdefault(first or f"no. {number}", set()).add(comment.get(qn("w:author"), ""))
    yield from map(frozenset, talks.values())


def comments(document: Document) -> Iterator[Node]:
    """Every comment of a file."""
    for part in parts_of(document, ".comments+xml"):
        yield from parsed(part).iter(qn("w:comment"))
