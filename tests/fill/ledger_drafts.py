"""A small draft for the ledger: figures that hang on others, a cell, a promise, a problem, and ledgers that answer them."""

from pathlib import Path

from docx.oxml.ns import qn
from fill_drafts import Written, block

from drafter.fill import draft_status, edited_draft, ledger_filled, write_draft
from drafter.model.draft import Draft, Formula, LedgerFill, Piece, Slot, SlotState
from drafter.model.ledger import Offer
from drafter.model.report import ReportInfo
from drafter.model.span import Span

WORK, FAULTS, PLANS = ("一、主要举措和成效",), ("二、存在的问题",), ("三、下一步打算",)


def figure(slot_id: str, label: str, last: str, unit: str = "件", formula: Formula | None = None) -> Slot:
    return Slot(
        id=slot_id, kind="figure", label=label, unit=unit, last=Span(text=last, start=0, end=len(last)), path=WORK, formula=formula,
        placeholder=f"【待填：{label}（{unit}）；上年{last}】", department="司法局",
    )  # fmt: skip


def words(slot_id: str, label: str, path: tuple[str, ...]) -> Slot:
    return Slot(id=slot_id, kind="text", label=label, unit="", last=None, placeholder=f"【待写：{label}】", path=path)


SLOTS = (
    figure("a", "受理案件", "380件"),
    figure("b", "受理案件增幅", "增长8.6%", "%", Formula(kind="growth", terms=("a",), words="", base=380)),
    figure("c", "新收案件", "20件"),
    figure("d", "案件总数", "400件", "件", Formula(kind="sum", terms=("a", "c"), words="")),
    figure("e", "培训人员", "约120人", "人"),
    figure("f", "败诉率", "下降3.1%", "%"),
    figure("g", "联系点", "12个", "个"),
    words("t", "上年安排“建成平台”的进展", WORK),
    words("u", "上年问题“力量不足”的整改情况", FAULTS),
    words("v", "本年安排", PLANS),
)
BY_ID = {slot.id: slot for slot in SLOTS}


def held(slot_id: str) -> Piece:
    return Piece(text=BY_ID[slot_id].placeholder, slot=slot_id)


DRAFT = Draft(
    report=ReportInfo(path="2025.txt", format="txt", title="云溪市2025年法治政府建设年度报告", issuer="云溪市人民政府", year=2025, chars=900),
    year=2026, title="云溪市2026年法治政府建设年度报告", slots=SLOTS, sentences=(),
    blocks=(
        block("title", "云溪市2026年法治政府建设年度报告"),
        block("heading1", WORK[0]),
        block("body", "全年受理案件", held("a"), "，同比", held("b"), "；新收", held("c"), "，共计", held("d"), "。"),
        block("body", "培训执法人员", held("e"), "。行政案件败诉率", held("f"), "。"),
        block("table_row", "事项\t2025年\t2026年"),
        block("table_row", "联系点\t12个\t", held("g")),
        block("body", held("t")),
        block("heading1", FAULTS[0]),
        block("body", held("u")),
        block("heading1", PLANS[0]),
        block("body", held("v")),
        block("signature", "云溪市人民政府"),
    ),
)  # fmt: skip


def offer(
    slot_id: str, number: float | None, text: str = "", *, round: str = "一", about: str = "", department: str = "市司法局"
) -> Offer:
    unit = BY_ID[slot_id].unit if slot_id in BY_ID else ""
    said = text or (f"{number:g}{unit}" if number is not None else "")
    return Offer(
        id=slot_id, label=BY_ID[slot_id].label if slot_id in BY_ID else "典型案例", department=department, number=number, scale=1,
        about=about, text=said, source=f"指标台账：{department}（第{round}次），报{said}" if said else "", unit=unit,
    )  # fmt: skip


def fresh(path: Path, draft: Draft = DRAFT) -> Written:
    write_draft(draft, path)
    return Written(path)


def filled(written: Written, *offers: Offer, update: bool = False) -> LedgerFill:
    """The draft filled from these offers, in its own place."""
    made, data = ledger_filled(edited_draft(written.path, written.report()), offers, update=update)
    written.path.write_bytes(data)
    return made


def told(made: LedgerFill) -> dict[str, list[str]]:
    """Kind → the ids of what it is told of."""
    kinds: dict[str, list[str]] = {}
    for filling in made.fillings:
        kinds.setdefault(filling.kind, []).append(filling.id)
    return kinds


def slots(written: Written) -> dict[str, SlotState]:
    return {state.id: state for state in draft_status(written.path, written.report()).slots}


def texts(written: Written) -> dict[str, str]:
    return {key: state.text for key, state in slots(written).items() if state.state == "filled"}


def lines(written: Written) -> list[str]:
    return [line for line in written.report().text.split("\n") if line.strip()]


def rejected(written: Written) -> list[str]:
    """The paragraphs of the body after every revision is rejected, by a reader that shares nothing with ours."""
    body = written.document.element.body
    for gone in list(body.iter(qn("w:ins"))):
        gone.getparent().remove(gone)
    for kept in body.iter(qn("w:delText")):
        kept.tag = qn("w:t")
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def accepted(written: Written) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in written.document.element.body.iter(qn("w:p"))]


def comments(written: Written) -> list[tuple[str, str]]:
    return [(comment.author, comment.text) for comment in written.document.comments]
