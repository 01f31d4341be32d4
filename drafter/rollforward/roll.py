"""Rolling a report forward: every passage decided, written and set in place, then what has to be answered for added."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.model.draft import Block, Draft, Piece, Slot
from drafter.model.errors import DrafterError
from drafter.model.metric import Metric
from drafter.model.outline import Outline
from drafter.model.report import Report
from drafter.rollforward import notes as told
from drafter.rollforward.before import Before
from drafter.rollforward.blocks import Part, first_closing, parts_of
from drafter.rollforward.compose import Composer, Written, decide_passage, grouped
from drafter.rollforward.passages import cut
from drafter.rollforward.prescribed import Laid, lay_out
from drafter.rollforward.promises import add_missing, deal_plans, open_plans
from drafter.rollforward.slots import Slots, open_text
from drafter.rollforward.source import Source, source_of
from drafter.rollforward.years import shift_years
from drafter.text.placeholder import PLACEHOLDER


def roll(
    report: Report,
    metrics: Iterable[Metric],
    year: int | None = None,
    *,
    before: Before | None = None,
    outline: Outline | None = None,
) -> Draft:
    """Next year's draft of `report`, as data; `year` is the draft's own, by default the one after the report's.

    `before` is the report of the year before it, compared with it: its figures stand beside last year's, what it promised and
    nobody came back to is asked about. With `outline` the headings are the outline's, and what stood in LAST is dealt out
    under them.

    Raises DrafterError where neither names a year, and where the report is itself a draft with open places.
    """
    _refuse_unfilled(report)
    source = source_of(report, tuple(metrics), year, before)
    composer = Composer(source, Slots())
    decided = grouped([decide_passage(source, passage) for passage in cut(report, source.wide)])
    written = [composer.write(one) for one in decided]
    laid = lay_out(source, composer, outline, written) if outline else _as_last(source, composer, written)
    parts = laid.parts
    if outline:
        _frame(source, composer, parts)
    names = [*told.plan_names(source, parts), *told.old_years(source, parts)]
    blocks = tuple(part.block() for part in parts)
    sentences = tuple(laid.sentences.get(one.passage.start, one.sentence) for one in written)
    formulas = composer.formulas()
    slots = tuple(
        replace(slot, path=laid.paths.get(slot.id, slot.path), formula=formulas.get(slot.id))
        for slot in _in_order(composer.slots.all(), blocks)
    )
    return Draft(
        report=report.info,
        year=source.calendar.year,
        title=_title(source),
        slots=slots,
        sentences=sentences,
        blocks=blocks,
        problems=report.problems,
        plans=report.plans,
        notes=(
            *told.looked_back(source, slots), *told.lopsided(sentences), *told.unconfirmed(report), *told.unread(source), *laid.notes, *names, *told.dated_titles(source, parts), *told.meetings(parts), *told.incomplete_year(source),
        ),
    )  # fmt: skip


def _as_last(source: Source, composer: Composer, written: Sequence[Written]) -> Laid:
    """The paragraphs in LAST's own order, with what has to be answered for."""
    parts = [part for part in parts_of(written) if part.pieces]
    _frame(source, composer, parts)
    open_plans(source, composer, parts)
    deal_plans(source, composer, parts)
    return Laid(parts=parts, notes=tuple(add_missing(source, composer, parts)))


def _refuse_unfilled(report: Report) -> None:
    """A prompt of last year's would be asked about again, one inside the other."""
    prompts = sum(1 for _ in PLACEHOLDER.finditer(report.text))
    emptied = sum(slot.open and slot.kind != "keep" and slot.start == slot.end for slot in report.slots)
    if prompts + emptied:
        raise DrafterError(
            f"上年稿尚有{prompts + emptied}处未填写，不宜作为底稿",
            where=report.info.path,
            hint="请先填写并确认，再生成下年度初稿",
        )


def _title(source: Source) -> str:
    title = source.report.title
    text = source.wide[title.start : title.end] if title else source.report.info.title
    return shift_years(text, source.calendar)


def _frame(source: Source, composer: Composer, parts: list[Part]) -> None:
    """Title, signature and date are there even where LAST lacks them."""
    if not any(part.style == "title" for part in parts):
        title = _title(source)
        piece = Piece(text=title) if title else composer.text_slot("text", "标题", open_text("标题"), (), None)
        parts.insert(0, Part(style="title", pieces=[piece]))
    if not any(part.style == "signature" for part in parts):
        issuer = source.report.info.issuer
        signed = Piece(text=issuer) if issuer else composer.text_slot("text", "发文机关", open_text("发文机关署名"), (), None)
        parts.insert(first_closing(parts), Part(style="signature", pieces=[signed]))
    if not any(part.style == "date" for part in parts):
        at = max(i for i, part in enumerate(parts) if part.style == "signature") + 1
        parts.insert(at, Part(style="date", pieces=[composer.text_slot("date", "落款日期", "【待填：落款日期】", (), None)]))


def _in_order(slots: Sequence[Slot], blocks: Sequence[Block]) -> tuple[Slot, ...]:
    """The slots as they stand in the draft."""
    place = {piece.slot: at for at, piece in enumerate(p for block in blocks for p in block.pieces)}
    return tuple(sorted(slots, key=lambda slot: place[slot.id]))
