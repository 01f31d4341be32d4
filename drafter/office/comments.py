"""Comments in the margin. Their range always encloses whole content controls, so that filling or taking away a control
never leaves half a range behind."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from drafter.office.faces import W_NS
from drafter.office.runs import Node, xml_text

_REFERENCE = '<w:r xmlns:w="{ns}"><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{id}"/></w:r>'


def comment_on(document: Document, paragraph: Node, text: str, *, author: str, date: str | None = None) -> int:
    """Attach a comment to a whole paragraph (a w:p of the document's body); its number.

    `date` is ISO 8601; without one the comment bears none, so that no clock enters the file.
    """
    comment = document.part._comments_part.comments.add_comment(text=xml_text(text), author=author, initials=author[:2])
    element = comment._comment_elm
    del element.attrib[qn("w:date")]
    if date is not None:
        element.set(qn("w:date"), date)
    start, end = (
        parse_xml(f'<w:{tag} xmlns:w="{W_NS}" w:id="{comment.comment_id}"/>') for tag in ("commentRangeStart", "commentRangeEnd")
    )
    properties = paragraph.find(qn("w:pPr"))
    paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)
    paragraph.append(end)
    paragraph.append(parse_xml(_REFERENCE.format(ns=W_NS, id=comment.comment_id)))
    return int(comment.comment_id)
