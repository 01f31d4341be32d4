"""A small draft made by hand, with every kind of block and slot, and ways to edit it as people do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document

from drafter.fill import draft_status
from drafter.model.draft import Block, BlockStyle, Draft, Piece, Slot
from drafter.model.raw import SlotKind
from drafter.model.report import Report, ReportInfo
from drafter.model.span import Span
from drafter.parse import parse_report
from drafter.read import read_report

KEPT = "坚持把依法行政要求纳入目标考核。"


def slot(slot_id: str, kind: SlotKind, label: str, text: str, *, unit: str = "", department: str | None = None) -> Slot:
    return Slot(
        id=slot_id, kind=kind, label=label, unit=unit, last=Span(text="22件", start=3, end=6), placeholder=text,
        department=department, path=("一、主要举措和成效",),
    )  # fmt: skip


SLOTS = (
    slot("f-1", "figure", "受理行政复议案件", "【待填：受理行政复议案件（件）；上年22件】", unit="件", department="司法局"),
    slot("t-1", "text", "上年安排的进展", "【待写：上年安排“健全联席会议制度”的进展】"),
    slot("n-1", "name", "主持人", "【待核：主持人姓名】"),
    slot("o-1", "ordinal", "会议届次", "【待核：会议届次】"),
    slot("k-1", "keep", "沿用上年", KEPT),
    slot("f-2", "figure", "办结案件", "【待填：办结案件（件）；上年20件】", unit="件"),
    slot("d-1", "date", "落款日期", "【待填：落款日期】"),
)
TEXTS = {s.id: s.placeholder for s in SLOTS}


def block(style: BlockStyle, *pieces: str | Piece, comment: str | None = None) -> Block:
    return Block(style=style, pieces=tuple(Piece(text=p) if isinstance(p, str) else p for p in pieces), comment=comment)


def held(slot_id: str) -> Piece:
    return Piece(text=TEXTS[slot_id], slot=slot_id)


BLOCKS = (
    block("title", "云溪市2026年法治政府建设年度报告"),
    block("addressee", "云溪市人民代表大会常务委员会："),
    block("body", "2026年，我市坚持依法行政。", held("k-1"), "现将有关情况报告如下："),
    block("heading1", "一、主要举措和成效"),
    block("heading2", Piece(text="（一）化解行政争议。", heading=True), "全年受理", held("f-1"), "，由", held("n-1"), "主持第", held("o-1"), "次会议。"),
    block("heading2", Piece(text="（二）规范执法", heading=True)),
    block("heading3", "1.统一文书"),
    block("body", held("t-1"), comment="请写明本年进展。"),
    block("table_row", "事项\t2025年\t2026年"),
    block("table_row", "行政复议\t20件\t", held("f-2")),
    block("body", "特此报告。"),
    block("signature", "云溪市人民政府"),
    block("date", held("d-1")),
    block("note", "（此件公开发布）"),
)  # fmt: skip


def draft_of(*blocks: Block, issuer: str = "云溪市人民政府") -> Draft:
    info = ReportInfo(
        path="2025.txt", format="txt", title="云溪市2025年法治政府建设年度报告", issuer=issuer, year=2025, chars=900
    )
    used = {piece.slot for made in blocks for piece in made.pieces}
    slots = tuple(s for s in SLOTS if s.id in used)
    return Draft(report=info, year=2026, title="云溪市2026年法治政府建设年度报告", slots=slots, sentences=(), blocks=blocks)


DRAFT = draft_of(*BLOCKS)


@dataclass(frozen=True)
class Written:
    """A draft as a file."""

    path: Path

    @property
    def document(self) -> Document:
        return docx.Document(str(self.path))

    def edit(self, change: Callable[[Document], None]) -> "Written":
        """The file as somebody leaves it who opened it, changed it and saved it."""
        document = self.document
        change(document)
        document.save(str(self.path))
        return self

    def report(self) -> Report:
        return parse_report(read_report(self.path))

    def states(self) -> dict[str, str]:
        return {state.id: state.state for state in draft_status(self.path, self.report()).slots}
