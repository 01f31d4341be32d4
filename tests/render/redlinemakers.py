"""Word files written by hand, and a reader of tracked changes that shares no code with what it judges."""

import random
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from xml.sax.saxutils import escape

from drafter.model.change import Edit, TextChange
from drafter.model.span import Span

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
GONE, CAME = (W + "del", W + "moveFrom"), (W + "ins", W + "moveTo")
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MIME}document.main+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_MIME}settings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="rId1" Type="{_KIND}officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}relationships"><Relationship Id="rId1" '
    f'Type="{_KIND}settings" Target="settings.xml"/></Relationships>',
    "word/settings.xml": f'<w:settings xmlns:w="{NS}"><w:zoom w:percent="90"/></w:settings>',
}


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def word_file(path: Path, body: str, parts: dict[str, str] | None = None) -> Path:
    """A .docx whose body is `body`, WordprocessingML with the prefix w; `parts` are the inner XML of comments, footnotes, numbering…

    The kind of a part is its name without a number: header1 is a header.
    """
    made, section = dict(_PARTS), "<w:sectPr/>"
    for at, (name, inner) in enumerate((parts or {}).items(), 10):
        kind = name.rstrip("0123456789")
        made[f"word/{name}.xml"] = f'<w:{_ROOTS.get(kind, kind)} xmlns:w="{NS}">{inner}</w:{_ROOTS.get(kind, kind)}>'
        override = f'<Override PartName="/word/{name}.xml" ContentType="{_MIME}{kind}+xml"/></Types>'
        made["[Content_Types].xml"] = made["[Content_Types].xml"].replace("</Types>", override)
        relation = f'<Relationship Id="rId{at}" Type="{_KIND}{kind}" Target="{name}.xml"/></Relationships>'
        made["word/_rels/document.xml.rels"] = made["word/_rels/document.xml.rels"].replace("</Relationships>", relation)
        if kind in ("header", "footer"):
            section = section.replace("<w:sectPr/>", "<w:sectPr></w:sectPr>")
            section = section.replace("</w:sectPr>", f'<w:{kind}Reference w:type="default" r:id="rId{at}"/></w:sectPr>')
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in made.items():
            archive.writestr(name, _HEAD + part)
        names = f'xmlns:w="{NS}" xmlns:r="{_KIND.rstrip("/")}"'
        archive.writestr("word/document.xml", f"{_HEAD}<w:document {names}><w:body>{body}{section}</w:body></w:document>")
    return path


def r(text: str, face: str = "") -> str:
    """A run; `face` is the inner XML of its w:rPr. Tabs are w:tab."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:r>{f'<w:rPr>{face}</w:rPr>' if face else ''}{pieces}</w:r>"


def p(*runs: str, look: str = "") -> str:
    """A paragraph of runs or plain strings; `look` is the inner XML of its w:pPr."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs if run)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inner}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table; a cell is text, `|` parts its paragraphs, or ready XML."""
    grid = '<w:gridCol w:w="2000"/>' * max(len(row) for row in rows)
    made = "".join("<w:tr>" + "".join(_cell(cell) for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def _cell(cell: str) -> str:
    inner = cell if cell.startswith("<") else "".join(p(line) for line in cell.split("|"))
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def tree(path: Path) -> ET.Element:
    """The body of a .docx."""
    with zipfile.ZipFile(path) as archive:
        body = ET.fromstring(archive.read("word/document.xml")).find(W + "body")
    assert body is not None
    return body


def text_of(node: ET.Element, drop: tuple[str, ...] = ()) -> str:
    """The text of a node without what is in the revisions `drop`."""
    if node.tag in drop:
        return ""
    if node.tag in (W + "t", W + "delText"):
        return node.text or ""
    if node.tag == W + "br":
        return "" if node.get(W + "type") else "\n"
    return "\t" if node.tag == W + "tab" else "".join(text_of(child, drop) for child in node if child.tag != W + "p")


def left(path: Path, drop: tuple[str, ...] = ()) -> list[str]:
    """The paragraphs that are left when the revisions `drop` are taken out, blank ones apart."""
    found: list[str] = []
    open_text = ""

    def visit(node: ET.Element) -> None:
        nonlocal open_text
        marks = node.find(W + "trPr") if node.tag == W + "tr" else None
        if node.tag in drop or (marks is not None and any(marks.find(tag) is not None for tag in drop)):
            return
        if node.tag != W + "p":
            for child in node:
                visit(child)
            return
        open_text += "".join(text_of(child, drop) for child in node if child.tag != W + "pPr")
        mark = node.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(mark.find(tag) is not None for tag in drop):
            found.append(open_text)
            open_text = ""

    visit(tree(path))
    return [text for text in [*found, open_text] if text.strip()]


def revisions(path: Path, *names: str) -> list[str]:
    """The texts of the revisions of these names (ins, del, moveFrom, moveTo) that have text."""
    wanted = {W + name for name in names}
    return [text_of(node) for node in tree(path).iter() if node.tag in wanted and text_of(node)]


def letter_aligner(rng: random.Random) -> object:
    """An aligner for random documents: units that share a capital letter are one, now and then it overlooks a pair."""

    def align(old: Sequence[Span], new: Sequence[Span]) -> tuple[TextChange, ...]:
        pairs: list[tuple[int, int]] = []
        for n, span in enumerate(new):
            key = next((c for c in span.text if c.isupper()), "")
            taken = {i for i, _ in pairs}
            found = next((i for i, o in enumerate(old) if key and key in o.text and i not in taken), None)
            if found is not None and rng.random() > 0.1:
                pairs.append((found, n))
        stay = _longest_rising(pairs)
        return tuple(_row(old[i], new[j], moved=(i, j) not in stay) for i, j in pairs)

    return align


def _row(old: Span, new: Span, *, moved: bool) -> TextChange:
    edits: list[Edit] = []
    for op, i, i2, j, j2 in SequenceMatcher(None, old.text, new.text, autojunk=False).get_opcodes():
        if op == "equal":
            edits.append(Edit(op="equal", text=old.text[i:i2]))
            continue
        edits += [Edit(op="delete", text=old.text[i:i2])] if i2 > i else []
        edits += [Edit(op="insert", text=new.text[j:j2])] if j2 > j else []
    return TextChange(kind="changed", moved=moved, old=old, new=new, similarity=0.9, edits=tuple(edits))


def _longest_rising(pairs: list[tuple[int, int]]) -> set[tuple[int, int]]:
    best: list[list[tuple[int, int]]] = []
    for pair in pairs:
        before = max((chain for chain in best if chain[-1][0] < pair[0]), key=len, default=[])
        best.append([*before, pair])
    return set(max(best, key=len, default=[]))


def random_pair(rng: random.Random, *, tables: bool, controls: bool = False) -> tuple[str, str]:
    """Two bodies that share most of their blocks: every kind of edit at every edge, moves, blank lines, tables, controls."""
    letters = rng.sample("ABCDEFGHIJKLMNOPQRSTUVWXYZ", rng.randint(2, 14))
    texts = {c: f"{rng.choice(['', 'x', 'pq'])}{c}mid{c.lower()}{rng.choice(['', '7', '99'])}" for c in letters}
    old = [c for c in letters if rng.random() < 0.8] or letters[:1]
    new = [c for c in letters if rng.random() < 0.8] or letters[:1]
    for _ in range(rng.choice([0, 0, 1, 2])):
        new.insert(rng.randint(0, len(new)), new.pop(rng.randrange(len(new))))
    sides = _body(rng, old, texts, 0.0, tables), _body(rng, new, texts, 0.6, tables)
    bodies = [_framed(rng, side) if controls else "".join(side) for side in sides]
    return bodies[0], bodies[1]


def _framed(rng: random.Random, blocks: list[str]) -> str:
    """Some blocks, one or several together, in content controls."""
    made, at = "", 0
    while at < len(blocks):
        many = rng.choice([0, 0, 1, 1, 2, 3])
        inner = "".join(blocks[at : at + max(1, many)])
        made += (
            f'<w:sdt><w:sdtPr><w:tag w:val="keep:{at}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>' if many else inner
        )
        at += max(1, many)
    return made


def _body(rng: random.Random, letters: Sequence[str], texts: dict[str, str], chance: float, tables: bool) -> list[str]:
    made: list[str] = []
    for c in letters:
        made += ["<w:p/>"] if rng.random() < 0.12 else []
        if tables and ord(c) % 4 == 0:
            rows = [_random_row(rng, c, k, chance) for k in range(4) if rng.random() < 0.75]
            made.append(table(*(rows or [(f"row{c}", "v", "w")])))
        else:
            made.append(_random_paragraph(rng, _mutated(rng, texts[c], chance)))
    if made[-1].startswith("<w:tbl"):
        made.append("<w:p/>")
    return made


def _random_row(rng: random.Random, letter: str, number: int, chance: float) -> tuple[str, str, str]:
    last = "|".join(f"m{rng.randint(0, 3)}" for _ in range(rng.choice([1, 1, 2])))
    return (f"r{letter}{number}", _mutated(rng, f"cell{letter.lower()}{number}", chance), last)


def _mutated(rng: random.Random, text: str, chance: float) -> str:
    if rng.random() > chance:
        return text
    text = rng.choice(["u", "uv", "", ""]) + text
    return text + rng.choice(["w", "wz"]) if rng.random() < 0.5 else text[: len(text) - rng.choice([0, 1])]


def _random_paragraph(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    runs = [r(piece, "<w:b/>") for piece in (text[:at], text[at:]) if piece]
    return p(*runs, look=rng.choice(["", '<w:jc w:val="center"/>']))
