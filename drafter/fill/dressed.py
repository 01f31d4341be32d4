"""The template of a draft in the look of somebody's own file: the office's styles with the formats that the file shows."""

from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document
from docx.oxml.parser import parse_xml

from drafter.fill.context import KINDS, blocks_of, is_run_in
from drafter.fill.template import add_fields
from drafter.model.draft import BlockStyle, Draft
from drafter.office.effective import PARAGRAPH_TAGS, RUN_TAGS, Properties, inner_xml, laid_over
from drafter.office.faces import STYLES, W_NS, Style
from drafter.office.gongwen import PARAGRAPH_STYLES, RUN_IN_STYLES, bare_document, portrait_page
from drafter.office.look import Form, Look, number
from drafter.office.look_page import SECTION_TAGS, Line, Page
from drafter.office.package import deterministic_bytes

HEADINGS: tuple[BlockStyle, ...] = ("heading1", "heading2", "heading3")
_TABLE_HEAD = "公文表头"
_SHOWN = 20  # characters of a running head that a note shows
_ON = {"val": "1"}
# What a kind needs whatever a file shows: a heading stays with its text and has its level, the rule of GB/T 9704-2012
# places the signature from the right, several lines of title or signature are not parted.
_FIXED: dict[BlockStyle, Properties] = {
    "title": {"keepNext": _ON, "keepLines": _ON, "contextualSpacing": _ON},
    "signature": {"keepNext": _ON, "contextualSpacing": _ON, "jc": {"val": "right"}},
    "date": {"jc": {"val": "right"}},
    **{level: {"keepNext": _ON} for level in HEADINGS},
}


def look_template(look: Look) -> bytes:
    """A template as a .docx in the look of a file."""
    document = bare_document(tuple(_styles(look)))
    _set_page(document, look.page)
    add_fields(document)
    return deterministic_bytes(document)


def look_notes(look: Look, draft: Draft) -> tuple[str, ...]:
    """What the draft does not have of the file's look, or has otherwise, each in a sentence."""
    asked = dict.fromkeys(block.style for block in blocks_of(draft) if not is_run_in(block))
    missing = [KINDS[style] for style in asked if _form(look, style) is None]
    run_in = dict.fromkeys(block.style for block in blocks_of(draft) if is_run_in(block))
    missing += [f"段首{KINDS[style]}" for style in run_in if _face(look, style) is None]
    notes = []
    if missing:
        notes.append(f"版式文件中未见{'、'.join(f'“{kind}”' for kind in missing)}，仍用公文格式")
    if look.page.left_out:
        words = "、".join(f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”" for text in look.page.left_out)
        notes.append(f"版式文件页眉页脚中的文字{words}未沿用，需要的请自行补上")
    if look.page.drawings:
        notes.append("版式文件页眉页脚中的图片、图形未沿用")
    if not look.page.numbered:
        notes.append("版式文件没有页码，稿件也不设页码")
    return tuple(notes)


def _styles(look: Look) -> Iterator[Style]:
    kinds = {name: style for style, name in PARAGRAPH_STYLES.items()}
    run_in = {name: style for style, name in RUN_IN_STYLES.items()}
    for style in STYLES:
        kind, heading = kinds.get(style.name), run_in.get(style.name)
        form = _form(look, kind) if kind else look.head if style.name == _TABLE_HEAD else None
        if form is not None:
            yield _in_form(style, form, kind, look)
        elif heading is not None and (face := _face(look, heading)) is not None:
            yield replace(style, run=_face_xml(_over(face, look.forms.get("body"))))
        else:
            yield style


def _form(look: Look, kind: BlockStyle) -> Form | None:
    """A heading that the file has at the head of paragraphs only is set like the text, in its own face."""
    form = look.forms.get(kind)
    body = look.forms.get("body")
    if form is None and kind in look.run_in and body is not None:
        return Form(paragraph=body.paragraph, run=look.run_in[kind])
    return form


def _face(look: Look, heading: BlockStyle) -> Properties | None:
    """A heading that the file has as paragraphs only keeps its face at the head of one."""
    form = look.forms.get(heading)
    return look.run_in.get(heading) or (form.run if form else None)


def _in_form(style: Style, form: Form, kind: BlockStyle | None, look: Look) -> Style:
    properties = laid_over(form.paragraph, {} if kind is None else _FIXED.get(kind, {}))
    if kind in ("title", "signature"):
        side = "after" if kind == "title" else "before"
        gap = number(properties["spacing"][side]) + look.gaps.get(kind, 0)
        properties["spacing"] = {**properties["spacing"], side: str(gap)}
    if kind in HEADINGS:
        properties = laid_over({"outlineLvl": {"val": str(HEADINGS.index(kind))}}, properties)
    else:
        properties.pop("outlineLvl", None)
    return replace(style, paragraph=inner_xml(properties, PARAGRAPH_TAGS), run=_face_xml(form.run))


def _over(face: Properties, body: Form | None) -> Properties:
    """Bold in the style of the characters and in that of the paragraph would cancel each other (ECMA-376, 17.7.3)."""
    same = () if body is None else [tag for tag in ("b", "i") if body.run[tag] == face[tag]]
    return {tag: given for tag, given in face.items() if tag not in same}


def _face_xml(face: Properties) -> str:
    """The inner XML of a w:rPr. The hint keeps Chinese quotation marks in the Chinese face, at their full width."""
    fonts = {**face["rFonts"], "hint": "eastAsia"}
    paired = {other: face[tag] for tag, other in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")) if tag in face}
    return inner_xml({**face, **paired, "rFonts": fonts}, RUN_TAGS)


def _set_page(document: Document, page: Page) -> None:
    section = document.sections[0]
    properties = section._sectPr
    for tag in SECTION_TAGS:
        for old in properties.findall(f"{{{W_NS}}}{tag}"):
            properties.remove(old)
    made = parse_xml(f'<w:sectPr xmlns:w="{W_NS}">{page.measures}</w:sectPr>')
    properties.extend(list(made))
    if not page.measures:
        portrait_page(section)
    if page.title_page:
        section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = page.odd_and_even
    heads = {"default": section.header, "first": section.first_page_header, "even": section.even_page_header}
    feet = {"default": section.footer, "first": section.first_page_footer, "even": section.even_page_footer}
    for places, found in ((heads, page.heads), (feet, page.feet)):
        for kind, lines in found.items():
            if lines:
                places[kind].is_linked_to_previous = False
                _set_lines(places[kind]._element, lines)


def _set_lines(root: object, lines: tuple[Line, ...]) -> None:
    for old in list(root):  # type: ignore[call-overload]  # a w:hdr or w:ftr
        root.remove(old)  # type: ignore[attr-defined]
    for line in lines:
        made = parse_xml(f'<w:p xmlns:w="{W_NS}"><w:pPr>{line.layout}</w:pPr>{line.runs}</w:p>')
        root.append(made)  # type: ignore[attr-defined]
