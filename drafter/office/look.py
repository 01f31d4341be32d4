"""The look of somebody's own Word file: its page, and how it sets each kind of paragraph. Nothing of its text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from drafter.model.draft import BlockStyle, ParagraphKind
from drafter.office.accepted import accept_revisions
from drafter.office.effective import PARAGRAPH_TAGS, RUN_TAGS, Formats, Parts, Properties, inner_xml
from drafter.office.look_page import Page, find_page
from drafter.office.runs import BREAK, Node, paragraph_text, pieces, run_text

_UNSEEN = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\xad]+")
_MOST_INDENT = 4  # blanks before a paragraph; more are no indent
_SINGLE = 1.3  # the height of a line of single spacing, in sizes of the face


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a kind of paragraph is set: its layout, and the face of its text."""

    paragraph: Properties
    run: Properties

    @property
    def line(self) -> int:
        """The height of one of its lines in twips."""
        spacing = self.paragraph["spacing"]
        if spacing.get("lineRule", "auto") != "auto":
            return number(spacing["line"])
        return round(number(self.run["sz"]["val"]) * 10 * _SINGLE * number(spacing["line"]) / 240)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a file's look is. A kind that it does not show is not in `forms`; `head` is the head of its tables.

    `run_in` holds the faces of headings that begin a paragraph of text; `gaps` the height, in twips, of the empty
    paragraphs behind the title and before the signature.
    """

    forms: dict[BlockStyle, Form]
    head: Form | None
    run_in: dict[BlockStyle, Properties]
    gaps: dict[BlockStyle, int]
    page: Page


@dataclass(slots=True)
class _Seen:
    """The formats in which a kind was met, counted: layouts by paragraphs, faces by characters."""

    layouts: Counter[str] = field(default_factory=Counter)
    faces: Counter[str] = field(default_factory=Counter)
    by_text: dict[str, Properties] = field(default_factory=dict)

    def layout(self, properties: Properties) -> None:
        self._count(self.layouts, inner_xml(properties, PARAGRAPH_TAGS), properties, 1)

    def face(self, properties: Properties, weight: int) -> None:
        self._count(self.faces, inner_xml(properties, RUN_TAGS), properties, weight)

    def _count(self, counter: Counter[str], text: str, properties: Properties, weight: int) -> None:
        counter[text] += weight
        self.by_text[text] = properties

    def usual(self, counter: Counter[str]) -> Properties | None:
        """The format met most, the first of them where several were."""
        return self.by_text[counter.most_common(1)[0][0]] if counter else None

    def form(self) -> Form | None:
        layout, face = self.usual(self.layouts), self.usual(self.faces)
        return None if layout is None or face is None else Form(paragraph=layout, run=face)


class _Finder:
    def __init__(self, formats: Formats, kinds: Sequence[ParagraphKind]) -> None:
        self.formats = formats
        self.known: dict[str, list[ParagraphKind]] = {}
        for kind in kinds:
            # An automatic number is no text of the paragraph that bears it.
            for text in {_squeezed(kind.text), _squeezed(kind.text[len(kind.marker) :])} - {""}:
                self.known.setdefault(text, []).append(kind)
        self.seen: dict[BlockStyle | str, _Seen] = {}
        self.run_in: dict[BlockStyle, _Seen] = {}

    def kind_of(self, paragraph: Node) -> ParagraphKind | None:
        """What the report says of a paragraph; of two with the same text the first is meant first."""
        for line in paragraph_text(paragraph).split(BREAK):
            if (text := _squeezed(line)) and (found := self.known.get(text)):
                return found.pop(0) if len(found) > 1 else found[0]
        return None

    def take(self, paragraph: Node, kind: ParagraphKind) -> None:
        """Count the formats of one paragraph."""
        text = _squeezed(paragraph_text(paragraph))
        marked = text.startswith(_squeezed(kind.marker))
        heading = len(_squeezed(kind.heading if marked else kind.heading[len(kind.marker) :]))
        seen = self.seen.setdefault(kind.style, _Seen())
        faces = [(piece.run, self.formats.run(piece.run, paragraph)) for piece in pieces(paragraph)]
        at, size = 0, ""
        for run, face in faces:
            length = len(_squeezed(run_text(run)))
            inside = min(max(heading - at, 0), length)
            at += length
            size = size or face["sz"]["val"]
            if inside and kind.run_in:
                self.run_in.setdefault(kind.run_in, _Seen()).face(face, inside)
            if length - inside:
                seen.face(face, length - inside)
        seen.layout(_indented(paragraph, self.formats.paragraph(paragraph), size or "20"))

    def cell(self, paragraph: Node, role: BlockStyle | str) -> None:
        """Count the formats of a table's cell."""
        seen = self.seen.setdefault(role, _Seen())
        for piece in pieces(paragraph):
            seen.face(self.formats.run(piece.run, paragraph), len(_squeezed(run_text(piece.run))))
        seen.layout(self.formats.paragraph(paragraph))


def find_look(parts: Parts, kinds: Sequence[ParagraphKind]) -> Look:
    """The look of a Word file whose paragraphs are of these `kinds`. Raises what `parts` raises for a damaged file."""
    root = parts.xml(parts.main_part())
    body = None if root is None else root.find(qn("w:body"))
    if root is None or body is None:
        raise ValueError("a file without a body is to be refused by whoever opened it")
    accept_revisions(root)
    finder = _Finder(Formats(parts), kinds)
    told = [(paragraph, finder.kind_of(paragraph)) for paragraph in body.iter(qn("w:p")) if not _aside(paragraph)]
    for paragraph, kind in told:
        if kind is not None:
            finder.take(paragraph, kind)
        elif (role := _cell_role(paragraph)) and _squeezed(paragraph_text(paragraph)):
            finder.cell(paragraph, role)
    forms = {style: form for style, seen in finder.seen.items() if style != "head" and (form := seen.form())}
    head = finder.seen.get("head", _Seen()).form()
    return Look(
        forms=forms,  # type: ignore[arg-type]  # only "head" is no kind of block
        head=head,
        run_in={style: face for style, seen in finder.run_in.items() if (face := seen.usual(seen.faces))},
        gaps=_gaps(told, finder.formats),
        page=find_page(parts, body, finder.formats),
    )


def _aside(paragraph: Node) -> bool:
    """A paragraph of a text box is not of the text."""
    return next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None


def _cell_role(paragraph: Node) -> BlockStyle | str:
    """ "head" in the first row of a table, "table_row" in the others, "" outside tables."""
    row = next(paragraph.iterancestors(qn("w:tr")), None)
    if row is None:
        return ""
    table = next(row.iterancestors(qn("w:tbl")), None)
    rows = [] if table is None else list(table.iter(qn("w:tr")))
    return "head" if len(rows) > 1 and rows[0] is row else "table_row"


def _indented(paragraph: Node, layout: Properties, size: str) -> Properties:
    """The layout with the indent in both units: Word prefers characters, LibreOffice reads twips alone.

    Blanks typed before the text count as an indent where there is none.
    """
    text = paragraph_text(paragraph)
    blanks = text[: len(text) - len(text.lstrip())]
    typed = min(blanks.count("\u3000") + len(re.findall("[ \xa0]{2}", blanks)), _MOST_INDENT)
    indent = dict(layout["ind"])
    first = number(indent.get("firstLineChars", "0"))
    if typed and not first and not number(indent.get("firstLine", "0")) and layout["jc"]["val"] not in ("center", "right", "end"):
        first = typed * 100
        indent["firstLineChars"] = str(first)
    if first > 0:
        indent["firstLine"] = str(round(first * number(size) / 10))
    return {**layout, "ind": indent}


def _gaps(told: Sequence[tuple[Node, ParagraphKind | None]], formats: Formats) -> dict[BlockStyle, int]:
    """The empty paragraphs that part the title from the text, and the text from the signature."""
    styles: list[BlockStyle | None] = [None if kind is None else kind.style for _, kind in told]
    paragraphs = [paragraph for paragraph, _ in told]
    found: dict[BlockStyle, int] = {}
    if "title" in styles:
        found["title"] = _empty_height(paragraphs[len(styles) - styles[::-1].index("title") :], formats)
    if "signature" in styles:
        found["signature"] = _empty_height(reversed(paragraphs[: styles.index("signature")]), formats)
    return found


def _empty_height(paragraphs: Iterable[Node], formats: Formats) -> int:
    height = 0
    for paragraph in _while_empty(paragraphs):
        layout = formats.paragraph(paragraph)
        spacing = layout["spacing"]
        form = Form(paragraph=layout, run=formats.run(None, paragraph))
        height += form.line + number(spacing["before"]) + number(spacing["after"])
    return height


def _while_empty(paragraphs: Iterable[Node]) -> Iterator[Node]:
    for paragraph in paragraphs:
        if _squeezed(paragraph_text(paragraph)) or _cell_role(paragraph):
            return
        yield paragraph


def _squeezed(text: str) -> str:
    return _UNSEEN.sub("", text)


def number(text: str) -> int:
    """A measure as a number; 0 for what is none."""
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return 0
