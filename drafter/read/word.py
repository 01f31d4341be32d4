"""Word documents: the text in reading order, with what python-docx's `paragraph.text` leaves out.

Text inside content controls and insertions is read, deleted text is not (as if every revision were accepted), automatic
numbers stand at the head of their paragraphs, of fields only the result is read. What is not read is said in the notes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from lxml import etree

from drafter.model.raw import Format, RawReport, SlotKind
from drafter.read.numbering import Numbering, value_of
from drafter.read.opc import NS, Package, first_part, w
from drafter.read.runs import Control, Line, Run, assemble, lines_of, row_lines
from drafter.read.styles import OFF, Styles
from drafter.text.pattern import lazy
from drafter.text.placeholder import EDITOR_PROMPT

KINDS: dict[str, SlotKind] = {
    "figure": "figure",
    "text": "text",
    "name": "name",
    "date": "date",
    "ordinal": "ordinal",
    "keep": "keep",
}
NOTES = {
    "revision": "文中含修订标记{}处，按全部接受读取",
    "textbox": "文本框{}处未读取",
    "picture": "图片、图表{}处，其中的文字未读取",
    "note": "脚注、尾注{}处未读取",
    "comment": "批注{}处未读取",
    "hidden": "隐藏文字{}处未读取",
    "external": "嵌入的外部内容{}处未读取",
    "contents": "目录{}处未读取",
    "header": "页眉页脚中的文字{}处未读取",
}
THROUGH = frozenset(("hyperlink", "smartTag", "customXml", "dir", "bdo"))
ACCEPTED, REJECTED = frozenset(("ins", "moveTo")), frozenset(("del", "moveFrom"))
PICTURE = lazy(r"\}(?:blip|imagedata|chart|relIds)$")
SYMBOLS = {0xA8: "□", 0x6F: "□", 0x71: "□", 0x52: "☑", 0xFE: "☑", 0xFC: "√", 0x6C: "●", 0x6E: "■", 0xD8: "➢", 0xB7: "·"}
PAGE_WORDS = lazy(r"[\W\d_第页共]+")
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

Parent = Iterable[etree._Element]


def read_word(data: bytes, path: str, form: Format = "docx") -> RawReport:
    """A .docx (also when renamed). Raises UnreadableInput where it is damaged or encrypted."""
    package = Package(data, path)
    main = package.main_part()
    root = package.xml(main)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise package.damaged()
    styles = Styles(first_part(package, main, "styles"))
    numbering = Numbering(first_part(package, main, "numbering"), styles.numbering_styles())
    story = _Story(styles, numbering)
    lines = story.blocks(body)
    if "skip" in story.fields:  # a table of contents that never ends has swallowed the report: read it as text
        story = _Story(styles, Numbering(numbering.root, styles.numbering_styles()), contents=frozenset())
        lines = story.blocks(body)
    story.seen["header"] = _headers(package, main)
    notes = [NOTES[kind].format(story.seen[kind]) for kind in NOTES if story.seen[kind]]
    return assemble(path, form, lines, notes)


def _headers(package: Package, main: str) -> int:
    """How many headers and footers hold more than a page number."""
    names = dict.fromkeys(package.related(main, "header") + package.related(main, "footer"))
    texts = ("".join(t.text or "" for t in part.iter(w("t"))) for n in names if (part := package.xml(n)) is not None)
    return sum(len(PAGE_WORDS.sub("", text)) > 1 for text in texts)


def _local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _has(parent: etree._Element | None, *names: str) -> bool:
    return parent is not None and any(parent.find(w(name)) is not None for name in names)


def _chosen(element: etree._Element) -> Iterator[etree._Element]:
    """What stands in mc:AlternateContent for readers that know only the basics."""
    branch = element.find(MC + "Fallback")
    if branch is None or not len(branch):
        branch = element.find(MC + "Choice")
    return iter(() if branch is None else branch)


def _columns(text: str, default: int) -> int:
    """A count of table columns, kept sane: Word allows 63."""
    return min(int(text), 63) if text.isascii() and text.isdigit() else default


class _Story:
    """Walks the body once, in order: lists count on, and fields may run over several paragraphs."""

    def __init__(self, styles: Styles, numbering: Numbering, contents: frozenset[str] = frozenset({"TOC"})) -> None:
        self.styles, self.numbering, self.contents = styles, numbering, contents
        self.seen: Counter[str] = Counter()
        self.fields: list[str] = []  # of every open field: the instruction so far, then "result" or "skip"
        self.codes: list[bool] = []  # of every open field: still in its instruction
        self.controls: tuple[Control, ...] = ()
        self.serial = 0
        self.tables = 0
        self.style = ""
        self.carry: list[Run] = []
        self.inline_tags: dict[str, Callable[[etree._Element], Iterator[Run]]] = {
            "r": self._run,
            "sdt": self._inline_control,
            "fldSimple": self._simple_field,
            "AlternateContent": lambda e: self._inlines(_chosen(e)),
            "oMath": self._math,
            "oMathPara": self._math,
            **dict.fromkeys(THROUGH, self._inlines),
            **dict.fromkeys(ACCEPTED, self._accepted),
            **dict.fromkeys(REJECTED, self._rejected),
        }

    # ---- blocks ----

    def blocks(self, parent: Parent) -> list[Line]:
        """The lines of everything in a body, a cell or a control."""
        lines = list(self._blocks(parent))
        return lines + self._flush()

    def _flush(self) -> list[Line]:
        runs, self.carry = self.carry, []
        return lines_of(runs) if runs else []

    def _blocks(self, parent: Parent) -> Iterator[Line]:
        for child in parent:
            tag = _local(child)
            if tag == "p":
                yield from self._paragraph(child)
            elif tag == "tbl":
                yield from self._flush()
                yield from self._table(child)
            elif tag == "sdt":
                with self._control(child) as content:
                    yield from self._blocks(content)
            elif tag == "AlternateContent":
                yield from self._blocks(_chosen(child))
            elif tag in ("altChunk", "subDoc"):
                self.seen["external"] += 1
            elif tag in ("customXml", "smartTag") or tag in ACCEPTED:
                yield from self._blocks(child)

    def _paragraph(self, element: etree._Element) -> list[Line]:
        properties = element.find(w("pPr"))
        self.style = self.styles.paragraph_style(properties)
        revisions = self.seen["revision"]
        runs = list(self._inlines(element))
        self._close_broken_fields()
        mark = None if properties is None else properties.find(w("rPr"))
        if _has(mark, *ACCEPTED, *REJECTED) and self.seen["revision"] == revisions:
            self.seen["revision"] += 1
        if _has(mark, *REJECTED):  # its mark is gone, so its text runs on into the next paragraph, which keeps its own form
            self.carry += runs
            return []
        runs, self.carry = [*self.carry, *runs], []
        marker = self._marker(properties)
        first = next((run for run in runs if run.text.strip()), None)
        if marker and first:
            runs.insert(0, Run(marker if not marker[-1].isalnum() else f"{marker} ", first.bold))
        return lines_of(runs)

    def _marker(self, properties: etree._Element | None) -> str:
        """The automatic number of a paragraph, from its own properties or its style's; counts the list on."""
        own = None if properties is None else properties.find(w("numPr"))
        num_id, level = value_of(own, "numId"), value_of(own, "ilvl")
        ilvl = int(level) if level.isdecimal() else None
        if not num_id:
            num_id, styled, style = self.styles.numbering_of(self.style)
            if ilvl is None:
                ilvl = self.numbering.level_of_style(num_id, style)
            ilvl = styled if ilvl is None else ilvl
        return self.numbering.marker(num_id, ilvl or 0).strip() if num_id not in ("", "0") else ""

    def _table(self, element: etree._Element) -> Iterator[Line]:
        number, row = self.tables, 0
        self.tables += 1
        for line in self._rows(element):
            cells = list(self._cells(line))
            if made := row_lines(cells, (number, row)):
                yield from made
                row += 1

    def _rows(self, parent: Parent) -> Iterator[etree._Element]:
        for child in parent:
            tag = _local(child)
            if tag == "tr":
                properties = child.find(w("trPr"))
                self.seen["revision"] += _has(properties, "ins", "del")
                if not _has(properties, "del"):
                    yield child
            elif tag == "sdt":
                with self._control(child) as content:
                    yield from self._rows(content)
            elif tag in ("customXml", "smartTag"):
                yield from self._rows(child)

    def _cells(self, row: Parent) -> Iterator[list[Line]]:
        """The cells of a row on the table's grid: a wide cell is followed by empty ones, one merged upwards is empty."""
        for child in row:
            tag = _local(child)
            if tag == "trPr":
                yield from ([] for _ in range(_columns(value_of(child, "gridBefore"), 0)))
            elif tag == "tc":
                properties = child.find(w("tcPr"))
                merged = None if properties is None else properties.find(w("vMerge"))
                lines = self.blocks(child) if not _has(properties, "cellDel") else []
                yield lines if merged is None or merged.get(w("val")) == "restart" else []
                yield from ([] for _ in range(_columns(value_of(properties, "gridSpan"), 1) - 1))
            elif tag == "sdt":
                with self._control(child) as content:
                    yield from self._cells(content)
            elif tag == "customXml":
                yield from self._cells(child)

    # ---- inside a paragraph ----

    def _inlines(self, parent: Parent) -> Iterator[Run]:
        for child in parent:
            handler = self.inline_tags.get(_local(child))
            if handler:
                yield from handler(child)
            elif _local(child) in ("altChunk", "subDoc"):
                self.seen["external"] += 1

    def _accepted(self, element: etree._Element) -> Iterator[Run]:
        self.seen["revision"] += 1
        yield from self._inlines(element)

    def _rejected(self, element: etree._Element) -> Iterator[Run]:
        """Deleted text is not read, but the fields that begin or end in it still do."""
        self.seen["revision"] += 1
        for char in element.iter(w("fldChar")):
            self._field_char(char)
        return iter(())

    def _math(self, element: etree._Element) -> Iterator[Run]:
        text = "".join(t.text or "" for t in element.iter(MATH + "t"))
        if self._visible():
            yield Run(text, controls=self.controls)

    def _inline_control(self, element: etree._Element) -> Iterator[Run]:
        with self._control(element) as content:
            yield Run("", controls=self.controls)  # so that an emptied control still has a place
            yield from self._inlines(content)

    def _simple_field(self, element: etree._Element) -> Iterator[Run]:
        if self.contents.intersection(element.get(w("instr"), "").split()[:1]):
            self.seen["contents"] += 1
        else:
            yield from self._inlines(element)

    @contextmanager
    def _control(self, element: etree._Element) -> Iterator[Parent]:
        """The content of a content control, with the slot that it is, if it is one, around all text read meanwhile."""
        properties, content = element.find(w("sdtPr")), element.find(w("sdtContent"))
        kind, _, slot_id = value_of(properties, "tag").partition(":")
        outer = self.controls
        if kind in KINDS and slot_id:
            self.serial += 1
            control = Control(slot_id, KINDS[kind], value_of(properties, "alias"), self.serial)
            self.controls = (*outer, control)
        if properties is not None and content is not None and self._is_prompt_or_contents(properties, content):
            content = None
        yield iter(()) if content is None else content
        self.controls = outer

    def _is_prompt_or_contents(self, properties: etree._Element, content: etree._Element) -> bool:
        """Word's own prompt (单击此处输入文字), which is not the report's text, or a table of contents.

        The prompts of a draft (【待填：…】) are its text, and so is what somebody filled in: LibreOffice drops the tag and leaves
        the mark of a prompt.
        """
        shown = properties.find(w("showingPlcHdr"))
        gallery = value_of(properties.find(w("docPartObj")), "docPartGallery")
        self.seen["contents"] += gallery == "Table of Contents"
        if gallery == "Table of Contents":
            return True
        prompting = shown is not None and shown.get(w("val"), "1") not in OFF
        if not prompting:
            return False
        return EDITOR_PROMPT.search("".join(text.text or "" for text in content.iter(w("t")))) is not None

    # ---- runs ----

    def _run(self, element: etree._Element) -> Iterator[Run]:
        properties = element.find(w("rPr"))
        hidden = None if properties is None else properties.find(w("vanish"))
        pieces = []
        for child in element:
            piece = self._piece(child)
            if self._visible():
                pieces.append(piece)
        text = "".join(pieces)
        if hidden is not None and hidden.get(w("val"), "1") not in OFF:
            self.seen["hidden"] += bool(text.strip())
        elif text:
            highlight = value_of(properties, "highlight") not in ("", "none")
            yield Run(text, self.styles.is_bold(properties, self.style), highlight, self.controls)

    def _piece(self, child: etree._Element) -> str:
        """The text of one element of a run; what is not text is counted."""
        tag = _local(child)
        if tag == "t":
            return (child.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        if tag in CHARACTERS:
            return CHARACTERS[tag]
        if tag == "sym":
            return _symbol(child.get(w("char"), ""))
        if tag == "ruby":
            return "".join(t.text or "" for base in child.iterfind("w:rubyBase", NS) for t in base.iter(w("t")))
        if tag == "AlternateContent":
            return "".join(self._piece(inner) for inner in _chosen(child))
        if tag == "fldChar":
            self._field_char(child)
        elif tag == "instrText" and self.fields:
            self.fields[-1] += child.text or ""
        else:
            self._count_unread(tag, child)
        return ""

    def _count_unread(self, tag: str, child: etree._Element) -> None:
        if tag in ("footnoteReference", "endnoteReference"):
            self.seen["note"] += 1
        elif tag == "commentReference":
            self.seen["comment"] += 1
        elif tag in ("drawing", "pict", "object"):
            boxes = [box for box in child.iter(w("txbxContent")) if any((t.text or "").strip() for t in box.iter(w("t")))]
            self.seen["textbox"] += len(boxes)
            self.seen["picture"] += any(PICTURE.search(e.tag) for e in child.iter() if isinstance(e.tag, str))

    # ---- fields ----

    def _visible(self) -> bool:
        """Text is part of the report: in no field's instruction, and in no table of contents."""
        return not any(self.codes) and "skip" not in self.fields

    def _close_broken_fields(self) -> None:
        """A field still in its instruction when its paragraph ends is damaged; it must not hide what follows."""
        while any(self.codes):
            self.fields.pop()
            self.codes.pop()

    def _field_char(self, element: etree._Element) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.fields.append("")
            self.codes.append(True)
        elif self.fields and kind == "separate":
            contents = bool(self.contents.intersection(self.fields[-1].split()[:1]))
            self.seen["contents"] += contents
            self.fields[-1] = "skip" if contents else "result"
            self.codes[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()
            self.codes.pop()


CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _symbol(code: str) -> str:
    """A character of a symbol font; those that no text font has become □."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return SYMBOLS.get(number - 0xF000, "□")
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x11_0000 else ""
