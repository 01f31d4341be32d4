"""A Word file made fit to go out: no control, comment, highlight or trace of who worked on it when is left.

What changes the text (revisions, open places, hidden text) is not decided here: `traces` tells of it, and whoever calls refuses.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from drafter.office.controls import OPEN_FILL
from drafter.office.package import set_blob
from drafter.office.runs import Node, run_text

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_REVISIONS = tuple(
    qn(f"w:{name}")
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
        "tblGridChange", "tcPrChange", "trPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_WRAPPERS = {qn("w:sdt"): qn("w:sdtContent"), qn("w:customXml"): None, qn("w:smartTag"): None}
_DROPPED = tuple(
    qn(f"w:{name}")
    for name in (
        "commentRangeStart", "commentRangeEnd", "commentReference", "highlight", "proofErr", "permStart", "permEnd",
        "customXmlPr", "smartTagPr",
    )
)  # fmt: skip
# Of the settings: who saved it how often, under which template on which disk, with which data.
_SETTINGS = tuple(
    qn(f"w:{name}")
    for name in ("rsids", "trackRevisions", "attachedTemplate", "mailMerge", "docVars", "documentProtection", "writeProtection")
)
# Endings of the types of relations whose goals are about people, or are data behind controls.
_PERSONAL = (
    "/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people", "/customXml", "/glossaryDocument",
    "/custom-properties", "/thumbnail", "/attachedTemplate", "/mailMergeSource",
)  # fmt: skip
_STORIES = tuple(f".{name}+xml" for name in ("main", "header", "footer", "footnotes", "endnotes"))
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_GO_BACK = "_GoBack"  # where the last editor's cursor stood


@dataclass(frozen=True, slots=True)
class Traces:
    """What is undecided in a file: revisions, hidden runs, and the authors of comments that nobody has marked as done."""

    revisions: int
    hidden: int
    commenters: tuple[str, ...]


def traces(document: Document) -> Traces:
    """What somebody has to decide before the file goes out."""
    roots = list(_stories(document))
    revisions = sum(1 for root in roots for _ in root.iter(*_REVISIONS))
    hidden = sum(_is_hidden(run) for root in roots for run in root.iter(qn("w:r")))
    return Traces(revisions, hidden, tuple(_open_comments(document)))


def texts(document: Document) -> Iterator[str]:
    """The text of every paragraph of every story: body, heads and feet, notes, text boxes."""
    for root in _stories(document):
        for paragraph in root.iter(qn("w:p")):
            yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def clean(document: Document, is_prompt: Callable[[str], bool]) -> dict[str, int]:
    """Take out of `document` what must not go out; how many controls, comments and highlighted runs there were.

    `is_prompt` knows what an editor shows in a control that nobody filled: that is no text of the document.
    """
    counts = {"controls": 0, "comments": sum(1 for _ in _comments(document)), "highlights": 0}
    for root in _stories(document):
        counts["controls"] += sum(1 for _ in root.iter(qn("w:sdt")))
        counts["highlights"] += sum(1 for _ in root.iter(qn("w:highlight")))
        _clean_story(root, is_prompt)
    for setting in list(document.settings.element.iter(*_SETTINGS)):
        _remove(setting)
    _forget_rsids(document.settings.element)
    for part in document.part.package.iter_parts():
        _drop_relations(part.rels)
    _drop_relations(document.part.package.rels)
    return counts


def _stories(document: Document) -> Iterator[Node]:
    """The root of every part that holds text. Notes, which python-docx does not parse, are put back once they were used."""
    for part in document.part.package.iter_parts():
        if not part.content_type.endswith(_STORIES):
            continue
        element = getattr(part, "element", None)
        if element is not None:
            yield element
            continue
        root = etree.fromstring(part.blob, _PARSER)
        yield root
        set_blob(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _clean_story(root: Node, is_prompt: Callable[[str], bool]) -> None:
    for wrapper in list(root.iter(*_WRAPPERS)):
        _unwrap(wrapper, is_prompt)
    for node in list(root.iter(*_DROPPED)):
        run = node.getparent()
        _remove(node)
        if node.tag == qn("w:commentReference") and run is not None and not any(c.tag != qn("w:rPr") for c in run):
            _remove(run)
    for shade in list(root.iter(qn("w:shd"))):
        parent = shade.getparent()
        if shade.get(qn("w:fill"), "").upper() == OPEN_FILL and parent is not None and parent.tag == qn("w:rPr"):
            parent.remove(shade)
    for start in [b for b in root.iter(qn("w:bookmarkStart")) if b.get(qn("w:name")) == _GO_BACK]:
        for mark in [
            m for m in root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")) if m.get(qn("w:id")) == start.get(qn("w:id"))
        ]:
            _remove(mark)
    _forget_rsids(root)


def _forget_rsids(root: Node) -> None:
    """Word numbers each time that somebody saved, and marks each paragraph with it."""
    for element in root.iter():
        for name in [name for name in element.attrib if str(name).startswith(qn("w:rsid"))]:
            del element.attrib[name]


def _unwrap(wrapper: Node, is_prompt: Callable[[str], bool]) -> None:
    """The content in the place of its wrapper; Word's own prompt in a control that nobody filled is no content."""
    inner = _WRAPPERS[str(wrapper.tag)]
    content = wrapper if inner is None else wrapper.find(inner)
    prompt = wrapper.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None
    words = "".join(text.text or "" for text in wrapper.iter(qn("w:t")))
    if content is not None and not (prompt and is_prompt(words)):
        for child in list(content):
            wrapper.addprevious(child)
    _remove(wrapper)


def _is_hidden(run: Node) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off") and bool(run_text(run).strip())


def _comments(document: Document) -> Iterator[Node]:
    for part in document.part.package.iter_parts():
        if part.content_type.endswith(".comments+xml"):
            root = getattr(part, "element", None)
            yield from (etree.fromstring(part.blob, _PARSER) if root is None else root).iter(qn("w:comment"))


def _open_comments(document: Document) -> Iterator[str]:
    """The authors of comments that are neither answers to others nor marked as done."""
    settled = set()
    for part in document.part.package.iter_parts():
        if part.content_type.endswith(".commentsExtended+xml"):
            for row in etree.fromstring(part.blob, _PARSER).iter(f"{_W15}commentEx"):
                if row.get(f"{_W15}done") in ("1", "true") or row.get(f"{_W15}paraIdParent"):
                    settled.add(row.get(f"{_W15}paraId"))
    for comment in _comments(document):
        if not settled & {p.get(f"{_W14}paraId") for p in comment.iter(qn("w:p"))} - {None}:
            yield comment.get(qn("w:author"), "")


def _drop_relations(rels: object) -> None:
    doomed = [key for key, rel in rels.items() if rel.reltype.endswith(_PERSONAL)]  # type: ignore[attr-defined]
    for key in doomed:
        del rels[key]  # type: ignore[attr-defined]


def _remove(node: Node) -> None:
    """Take a node out; what follows it in its parent stays."""
    if (parent := node.getparent()) is not None:
        parent.remove(node)
