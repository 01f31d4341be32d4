"""The template that drafter ships: built by this code, then an ordinary Word file that a bureau may edit in Word."""

from pathlib import Path

from docx.document import Document

from drafter.fill.context import KINDS
from drafter.model.draft import BlockStyle
from drafter.office.gongwen import add, new_document
from drafter.office.package import save_deterministic

TITLE = "法治政府建设年度报告模板"
# In this order the template asks for the kind of a paragraph; the last is what any other kind becomes.
_ASKED: tuple[BlockStyle, ...] = (
    "addressee",
    "heading1",
    "heading2",
    "heading3",
    "signature",
    "date",
    "table_row",
    "note",
    "body",
)
# docxtpl takes a paragraph between {#p and #} out: what stands there is for whoever edits the template.
_HELP = (
    "{#p 使用说明：字体、字号、行距、缩进请在“样式”中改，各段落已套用以“公文”开头的样式；页边距、页码、页眉可直接改。 #}",
    "{#p 花括号内是字段和循环，请整段保留，不要拆开；可另用的字段有 年份、上年、发文机关，写法与标题相同。本说明不会出现在生成的稿件中。 #}",
)


def build_template(path: Path) -> None:
    """Write the template: a title, a loop over the paragraphs, one line for each kind with its style."""
    save_deterministic(shipped_template(), path, title=TITLE)


def shipped_template() -> Document:
    """The template in the official layout, with notes for whoever edits it."""
    document = new_document()
    for text in _HELP:
        _tag(document, text)
    add_fields(document)
    return document


def add_fields(document: Document) -> None:
    """What every template holds: the title, and the loop over the paragraphs by their kinds."""
    add(document, "title", "{{ 标题 }}")
    _tag(document, "{%p for 段 in 正文 %}")
    for number, kind in enumerate(_ASKED):
        asked = f'{{%p {"elif" if number else "if"} 段.样式 == "{KINDS[kind]}" %}}'
        _tag(document, "{%p else %}" if kind == _ASKED[-1] else asked)
        add(document, kind, "{{ 段.文字 }}")
    _tag(document, "{%p endif %}")
    _tag(document, "{%p endfor %}")


def _tag(document: Document, text: str) -> None:
    document.add_paragraph(text, style="公文模板说明")
