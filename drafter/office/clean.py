"""A Word file made fit to go out: no control, comment, highlight or trace of who worked on it when is left.

What changes the text (revisions, open places, hidden text) is not decided here: `undecided` tells of it, and whoever calls refuses.
"""

from collections.abc import Callable

from docx.document import Document
from docx.oxml.ns import qn

from drafter.office.controls import OPEN_FILL, is_prompting
from drafter.office.runs import Node
from drafter.office.stories import stories
from drafter.office.undecided import comments

_WRAPPERS = {qn("w:sdt"): qn("w:sdtContent"), qn("w:customXml"): None, qn("w:smartTag"): None}
_DROPPED = tuple(
    qn(f"w:{name}")
    for name in (
        "commentRangeStart", "commentRangeEnd", "commentReference", "highlight", "proofErr", "permStart", "permEnd",
        "customXmlPr", "smartTagPr", "printerSettings",
        # ranges of revisions: what they were laid around is decided, their author and date stand in them
        *(f"{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")),
        *(f"customXml{kind}Range{end}" for kind in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")),
    )
)  # fmt: skip
# Of the settings: who saved it how often, under which template on which disk, with which data.
_SETTINGS = tuple(
    qn(f"w:{name}")
    for name in (
        "rsids", "trackRevisions", "attachedTemplate", "mailMerge", "docVars", "documentProtection", "writeProtection",
        "saveThroughXslt", "attachedSchema",
    )
)  # fmt: skip
# Endings of the types of relations whose goals are about people, or are data behind controls.
_PERSONAL = (
    "/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people", "/customXml", "/glossaryDocument",
    "/custom-properties", "/thumbnail", "/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource",
    "/recipientData", "/transform", "/printerSettings", "/digital-signature/origin", "/classificationlabels", "/webextensiontaskpanes",
    "/ui/extensibility", "/ui/userCustomization", "/keyMapCustomizations", "/attachedToolbars",
)  # fmt: skip
_CONTENTS = "Table of Contents"  # the gallery that Word's own control around a table of contents names
_GO_BACK = "_GoBack"  # where the last editor's cursor stood


def clean(document: Document, is_prompt: Callable[[str], bool]) -> dict[str, int]:
    """Take out of `document` what must not go out; how many controls, comments and highlighted runs there were.

    `is_prompt` knows what an editor shows in a control that nobody filled: that is no text of the document.
    """
    counts = {"controls": 0, "comments": sum(1 for _ in comments(document)), "highlights": 0}
    for root in stories(document):
        counts["highlights"] += sum(1 for _ in root.iter(qn("w:highlight")))
        counts["controls"] += _unwrap_all(root, is_prompt)
        _clean_story(root)
    for setting in list(document.settings.element.iter(*_SETTINGS)):
        _remove(setting)
    _forget_rsids(document.settings.element)
    for part in document.part.package.iter_parts():
        _drop_relations(part.rels)
    _drop_relations(document.part.package.rels)
    return counts


def _unwrap_all(root: Node, is_prompt: Callable[[str], bool]) -> int:
    """Every wrapper but that of a table of contents, by which Word and readers know it; how many controls they were."""
    galleries = root.iter(qn("w:docPartGallery"))
    kept = {sdt for g in galleries if g.get(qn("w:val")) == _CONTENTS for sdt in [next(g.iterancestors(qn("w:sdt")), None)]}
    wrappers = [wrapper for wrapper in root.iter(*_WRAPPERS) if wrapper not in kept]
    for wrapper in wrappers:
        _unwrap(wrapper, is_prompt)
    return sum(wrapper.tag == qn("w:sdt") for wrapper in wrappers)


def _clean_story(root: Node) -> None:
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
    """The content in the place of its wrapper; Word's own prompt in a control that nobody filled is no content, but the
    cell or the paragraph that it stands in is."""
    inner = _WRAPPERS[str(wrapper.tag)]
    content = wrapper if inner is None else wrapper.find(inner)
    words = "".join(text.text or "" for text in wrapper.iter(qn("w:t")))
    if is_prompting(wrapper) and is_prompt(words):
        for run in list(wrapper.iter(qn("w:r"))):
            _remove(run)
    for child in [] if content is None else list(content):
        wrapper.addprevious(child)
    _remove(wrapper)


def _drop_relations(rels: object) -> None:
    doomed = [key for key, rel in rels.items() if rel.reltype.endswith(_PERSONAL)]  # type: ignore[attr-defined]
    for key in doomed:
        del rels[key]  # type: ignore[attr-defined]


def _remove(node: Node) -> None:
    """Take a node out; what follows it in its parent stays."""
    if (parent := node.getparent()) is not None:
        parent.remove(node)
