"""Published web pages: what a reader of the page sees, a line per block, a line per table row.

The page around the report (breadcrumbs, metadata table, tools) stays in the text; the parser tells it apart.
"""

import re
from collections.abc import Sequence

from lxml import etree
from lxml import html as lxml_html

from drafter.model.errors import UnreadableInput
from drafter.model.raw import RawReport
from drafter.read.encoding import declared_label, decode
from drafter.read.runs import Line, Run, assemble, lines_of, row_lines
from drafter.text.pattern import lazy

HIDDEN_TAGS = frozenset((
    "head", "script", "style", "noscript", "template", "title", "iframe", "object", "embed", "applet", "svg", "canvas",
    "audio", "video", "map", "select", "textarea", "rt", "rp", "datalist", "noframes", "math",
))  # fmt: skip
BLOCK_TAGS = frozenset((
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
    "thead", "tr", "td", "th", "caption", "ul", "ucapcontent", "ucaptitle",
))  # fmt: skip
BOLD_TAGS = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
HIDDEN_STYLE = lazy(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
BOLD_STYLE = lazy(  # of the faces, the first one named counts, and not those for other scripts
    r"font-weight\s*:\s*(?:bold|[6-9]00)|(?<!ascii-)(?<!hansi-)(?<!bidi-)font(?:-family)?\s*:[^;,]*(?:黑体|楷体|SimHei|KaiTi)",
    re.I,
)
PLAIN_STYLE = lazy(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
HEADING_FACE = lazy(r"黑体|楷体|SimHei|KaiTi", re.I)
_TOKEN = lazy(r"[ \t\r\n\f\xa0]+|[^ \t\r\n\f\xa0]+")
_WIDE = lazy(
    r"[\u2010-\u2027\u2030-\u203b\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)


def read_html(data: bytes, path: str) -> RawReport:
    """A saved web page. Raises NotText, and UnreadableInput where the nesting is deeper than the parser follows."""
    decoded = decode(data, declared_label(data))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    clean = decoded.text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(clean, parser=parser)
    except etree.ParserError:  # nothing but comments and white space
        return assemble(path, "html", (), decoded.notes)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableInput("网页标签嵌套过深，无法完整读取", where=path, hint="请将正文另存为 .docx 或 .txt 后重试")
    return assemble(path, "html", _Page().lines(root), decoded.notes)


class _Inline:
    """The line that is being read, with white space as a browser shows it."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.last = ""
        self.gap = ""

    def feed(self, text: str, bold: bool) -> None:
        pieces = []
        for token in _TOKEN.findall(text):
            if token[0] in " \t\r\n\f\xa0":
                self.gap = max(self.gap, _gap_kind(token))
                continue
            pieces.append(self._gap_before(token[0]) + token)
            self.last, self.gap = token[-1], ""
        if pieces:
            self.runs.append(Run("".join(pieces), bold))

    def _gap_before(self, char: str) -> str:
        """A line break in the source between Chinese characters is nothing; other white space is one blank."""
        if not self.gap or not self.last:
            return ""
        return "" if self.gap == SOFT and (_WIDE.match(self.last) or _WIDE.match(char)) else " "

    def take(self) -> list[Run]:
        runs, self.runs, self.last, self.gap = self.runs, [], "", ""
        return runs


SOFT, HARD = "line break in the source", "visible blank"  # in this order HARD wins by max()


def _gap_kind(token: str) -> str:
    return SOFT if "\n" in token and "\xa0" not in token else HARD


class _Table:
    """An open table: its row so far on the grid, where a wide cell is followed by empty ones, as is one from above."""

    def __init__(self, number: int) -> None:
        self.number, self.row = number, 0
        self.cells: list[list[Line]] = []
        self.from_above: dict[int, int] = {}  # column → rows that a cell further up still covers

    def add(self, cell: list[Line], spans: tuple[int, int]) -> None:
        """Put a cell into the next free column."""
        self._skip_covered()
        columns, rows = spans
        for column in range(len(self.cells), len(self.cells) + columns):
            if rows > 1:
                self.from_above[column] = rows
        self.cells += [cell, *([] for _ in range(columns - 1))]

    def _skip_covered(self) -> None:
        while self.from_above.get(len(self.cells)):
            self.cells.append([])

    def end_row(self) -> list[Line]:
        """The lines of the row that ends here."""
        if not self.cells:
            return []
        cells, self.cells = self.cells, []
        self.from_above = {column: rows - 1 for column, rows in self.from_above.items() if rows > 1}
        made = row_lines(cells, (self.number, self.row))
        self.row += bool(made)
        return made


def _span(element: etree._Element, name: str) -> int:
    """A colspan or rowspan, kept sane."""
    text = (element.get(name) or "").strip()
    return max(1, min(int(text), 63)) if text.isascii() and text.isdigit() else 1


class _Page:
    """Walks the tree once; tables are collected cell by cell, inner ones first."""

    def __init__(self) -> None:
        self.inline = _Inline()
        self.blocks: list[list[Line]] = [[]]  # lines of the page, then of every open cell
        self.tables: list[_Table] = []  # open ones, the innermost last
        self.table_count = 0
        self.bold = [False]
        self.pre = 0

    def lines(self, root: etree._Element) -> Sequence[Line]:
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start" and _is_hidden(element, tag):
                walker.skip_subtree()
            elif event == "start":
                self._open(element, tag)
            elif event == "end" and not _is_hidden(element, tag):
                self._close(element, tag)
            if event != "start" and element is not root and element.tail:
                self._text(element.tail)
        self._break()
        return self.blocks[0]

    def _open(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCK_TAGS or tag == "br":
            self._break()
        self.bold.append(_is_bold(element, tag, self.bold[-1]))
        self.pre += tag == "pre"
        if tag == "table":
            self.tables.append(_Table(self.table_count))
            self.table_count += 1
        elif tag in ("td", "th") and self.tables:
            self.blocks.append([])
        if element.text:
            self._text(element.text)

    def _close(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCK_TAGS:
            self._break()
        self.bold.pop()
        self.pre -= tag == "pre"
        if tag in ("td", "th") and self.tables:
            self.tables[-1].add(self.blocks.pop(), (_span(element, "colspan"), _span(element, "rowspan")))
        elif tag in ("tr", "table") and self.tables:
            self.blocks[-1] += self.tables[-1].end_row()
            if tag == "table":
                self.tables.pop()

    def _text(self, text: str) -> None:
        if not self.pre:
            self.inline.feed(text, self.bold[-1])
            return
        for i, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if i:
                self._break()
            self.inline.feed(line, self.bold[-1])

    def _break(self) -> None:
        self.blocks[-1] += [line for line in lines_of(self.inline.take()) if line.text]


def _is_hidden(element: etree._Element, tag: str) -> bool:
    if tag in HIDDEN_TAGS or element.get("hidden") is not None:
        return True
    return HIDDEN_STYLE.search(element.get("style") or "") is not None


def _is_bold(element: etree._Element, tag: str, around: bool) -> bool:
    style = element.get("style") or ""
    if tag == "font" and HEADING_FACE.search(element.get("face") or ""):
        return True
    if tag in BOLD_TAGS or BOLD_STYLE.search(style):
        return True
    return around and not PLAIN_STYLE.search(style)
