"""A small draft with every kind of paragraph and slot: whether a template will work is found by filling it."""

from pathlib import Path

from drafter.fill.context import context_of
from drafter.fill.engine import read_template, render
from drafter.fill.write import write_into
from drafter.model.draft import Block, BlockStyle, Draft, Piece, Slot
from drafter.model.raw import SlotKind
from drafter.model.report import ReportInfo

_TITLE = "示例市人民政府2001年法治政府建设情况的报告"
_ISSUER = "示例市人民政府"
# Kind of slot, its text. Its number is its id.
_SLOTS: tuple[tuple[SlotKind, str], ...] = (
    ("figure", "【待填：受理案件（件）；上年1件】"),
    ("text", "【待写：上年安排的进展】"),
    ("name", "【待核：姓名】"),
    ("ordinal", "【待核：届次】"),
    ("keep", "坚持依法行政。"),
    ("figure", "【待填：办结案件（件）】"),
    ("date", "【待填：落款日期】"),
)
# Kind of block, its text: a number between ‹ › is a slot, what stands before | a heading at the head of its paragraph.
_BLOCKS: tuple[tuple[BlockStyle, str], ...] = (
    ("title", _TITLE),
    ("addressee", "市委、市政府："),
    ("body", "现将有关情况报告如下。"),
    ("heading1", "一、主要举措"),
    ("heading2", "（一）|规范执法。全年受理案件‹0›，‹4›"),
    ("heading2", "（二）化解争议"),
    ("heading3", "1.统一文书"),
    ("body", "‹2›主持会议，‹3›次会议。‹1›"),
    ("table_row", "事项\t本年"),
    ("table_row", "办结案件\t‹5›"),
    ("signature", _ISSUER),
    ("date", "‹6›"),
    ("note", "（此件公开发布）"),
)


def template_fields(path: Path) -> tuple[str, ...]:
    """The fields that the template at `path` names, in the order of the list; it was filled with every kind of paragraph.

    Raises BadTemplate, one line with what is wrong and where.
    """
    draft = sample_draft()
    rendered = render(read_template(path), context_of(draft), path)
    write_into(rendered.document, draft, path)
    return rendered.fields


def sample_draft() -> Draft:
    """The sample as a draft of an invented office."""
    info = ReportInfo(path="", format="docx", title=_TITLE, issuer=_ISSUER, year=2000, chars=0)
    slots = tuple(
        Slot(id=str(i), kind=kind, label="示例", unit="", last=None, placeholder=text) for i, (kind, text) in enumerate(_SLOTS)
    )
    blocks = tuple(Block(style=style, pieces=tuple(_pieces(text))) for style, text in _BLOCKS)
    return Draft(report=info, year=2001, title=_TITLE, slots=slots, sentences=(), blocks=blocks)


def _pieces(text: str) -> list[Piece]:
    heading, bar, rest = text.partition("|")
    made = [Piece(text=heading, heading=True)] if bar else []
    for part in (rest if bar else text).replace("‹", "›").split("›"):
        slot = part.isdecimal()
        made += [Piece(text=_SLOTS[int(part)][1], slot=part)] if slot else [Piece(text=part)] if part else []
    return made
