"""What a template may name: the fields, in Chinese, and the paragraphs of the report with their kinds."""

from dataclasses import replace

from drafter.fill.marks import clean, encode
from drafter.model.draft import Block, BlockStyle, Draft, Piece

# The kinds of paragraph as a template names them: {%p if 段.样式 == "一级标题" %}.
KINDS: dict[BlockStyle, str] = {
    "title": "标题",
    "addressee": "主送机关",
    "heading1": "一级标题",
    "heading2": "二级标题",
    "heading3": "三级标题",
    "body": "正文",
    "signature": "署名",
    "date": "日期",
    "table_row": "表格",
    "note": "附注",
}
FIELDS = ("标题", "年份", "上年", "发文机关", "正文")
BLOCK_FIELDS = ("段.样式", "段.文字")

Context = dict[str, str | int | list[dict[str, str]]]


def blocks_of(draft: Draft) -> tuple[Block, ...]:
    """The draft's paragraphs, a title among them in any case."""
    if any(block.style == "title" for block in draft.blocks):
        return draft.blocks
    return (Block(style="title", pieces=(Piece(text=draft.title),)), *draft.blocks)


def is_run_in(block: Block) -> bool:
    """Whether a heading is only the beginning of a paragraph of text."""
    return block.style.startswith("heading") and len({piece.heading for piece in block.pieces if piece.text}) == 2


def context_of(draft: Draft) -> Context:
    """The values of the fields; every paragraph bears its number, so that one that a template loses is noticed."""
    slots = {slot.id: number for number, slot in enumerate(draft.slots)}
    title = ""
    body: list[dict[str, str]] = []
    for number, block in enumerate(blocks_of(draft)):
        text = encode(number, _without_tabs(block), slots)
        if block.style == "title":
            title += text
        else:
            body.append({"样式": KINDS["body" if is_run_in(block) else block.style], "文字": text})
    return {"标题": title, "年份": draft.year, "上年": draft.year - 1, "发文机关": clean(draft.report.issuer), "正文": body}


def _without_tabs(block: Block) -> Block:
    """In a table row a tab parts cells, which a slot cannot span."""
    if block.style != "table_row":
        return block
    return replace(block, pieces=tuple(replace(p, text=p.text.replace("\t", " ")) if p.slot else p for p in block.pieces))
