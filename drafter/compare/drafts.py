"""Two drafts of one report: every changed figure first, then what was dropped, added and moved, then wording.

A figure of two drafts is corrected, not grown: it is told as 由312项改为318项，多6项, without a percentage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.compare import costs
from drafter.compare.change_text import corrected
from drafter.compare.remarks import remark
from drafter.model.change import Edit, MetricChange, TextChange
from drafter.model.finding import Finding, Level
from drafter.model.metric import Metric
from drafter.model.report import Report
from drafter.model.span import Span, span_at
from drafter.text.normalize import plain
from drafter.text.quotes import quoted

Reports = tuple[Report, Report]
_STOPS = "，、：。；,:;！？!?"
_STATUS_WORDS = {"unchanged": "与原稿相同", "added": "新稿新增", "dropped": "新稿未见", "open": "新稿待填"}


def in_drafts(changes: Sequence[MetricChange]) -> tuple[MetricChange, ...]:
    """The changes in the words of drafts: 原稿 and 新稿, corrections instead of growth."""
    return tuple(_in_drafts(change) for change in changes)


def _in_drafts(change: MetricChange) -> MetricChange:
    words = _STATUS_WORDS.get(change.status, change.change_text)
    if change.old and change.new and change.status in ("changed", "unchanged"):
        words = corrected(change.old, change.new)
    return replace(change, change_text=words, percent=None if change.status == "changed" else change.percent)


def draft_findings(changes: Sequence[MetricChange], rows: Sequence[TextChange], reports: Reports) -> Iterator[Finding]:
    """Everything that an editor of the new draft is asked to look at."""
    for change in changes:
        yield from _figure(change, reports)
    told = _Told([c.old for c in changes if c.status != "unchanged"], [c.new for c in changes if c.status != "unchanged"])
    for row in rows:
        yield from _row(row, told, reports)


def _figure(change: MetricChange, reports: Reports) -> Iterator[Finding]:
    old, new = _span(change.old, reports[0]), _span(change.new, reports[1])
    name = quoted(change.label, costs.LABEL)
    if change.status == "changed":
        yield remark(("change", "figure", "verify", 90), f"{name}{change.change_text}。请确认以哪一稿为准。", old, new, reports)
    elif change.status == "perhaps" and change.old and change.new and change.old.text != change.new.text:
        words = (
            f"{name}{change.new.text}与原稿{quoted(change.old.label, costs.LABEL)}{change.old.text}是否为同一项数据存疑。请核实。"
        )
        yield remark(("change", "perhaps", "verify", 80), words, old, new, reports)
    elif change.status == "dropped":
        words = f"原稿{name}{old.text if old else ''}，新稿未见。请确认是否删去。"
        yield remark(("dropped", "figure", "verify", 70), words, old, None, reports)
    elif change.status == "added":
        yield remark(("added", "figure", "verify", 66), f"新稿新增{name}{new.text if new else ''}。请核实。", None, new, reports)


def _span(metric: Metric | None, report: Report) -> Span | None:
    return span_at(report.text, metric.start, metric.end) if metric else None


@dataclass(frozen=True, slots=True)
class _Told:
    """The figures of both drafts that a finding already tells."""

    old: Sequence[Metric | None]
    new: Sequence[Metric | None]

    def covers(self, piece: "_Piece") -> bool:
        """Whether all that a piece changes is figures that are told."""
        rest, figures = zip(_beside(self.old, piece.old), _beside(self.new, piece.new), strict=True)
        return any(figures) and max(rest) <= costs.BESIDE_FIGURE

    def holds(self, piece: "_Piece") -> bool:
        """Whether a piece holds a figure that is told."""
        sides = ((self.old, piece.old), (self.new, piece.new))
        return any(m and start <= m.start and m.end <= end for figures, (start, end) in sides for m in figures)


def _beside(figures: Sequence[Metric | None], place: tuple[int, int]) -> tuple[int, int]:
    """How many characters of a place are no figure, and how many are."""
    start, end = place
    inside = sum(max(0, min(end, m.end) - max(start, m.start)) for m in figures if m)
    return end - start - inside, inside


@dataclass(frozen=True, slots=True)
class _Piece:
    """One change inside a paragraph: its places in both drafts."""

    old: tuple[int, int]
    new: tuple[int, int]


def _row(row: TextChange, told: _Told, reports: Reports) -> Iterator[Finding]:
    if row.kind == "dropped" and row.old and plain(row.old.text):
        yield remark(("dropped", "text", "verify", 60), f"新稿删去{quoted(row.old.text)}。请确认。", row.old, None, reports)
    elif row.kind == "added" and row.new and plain(row.new.text):
        yield remark(("added", "text", "verify", 56), f"新稿新增{quoted(row.new.text)}。请核实。", None, row.new, reports)
    elif row.old and row.new:
        if row.moved:
            where = f"由原稿{row.old_place}移至{row.new_place}" if row.old_place != row.new_place else "在原处前后移动"
            yield remark(("text", "moved", "info", 50), f"{quoted(row.new.text)}{where}。", row.old, row.new, reports)
        for piece in _pieces(row, reports):
            if not told.covers(piece):
                yield from _wording(piece, row, told, reports)


def _pieces(row: TextChange, reports: Reports) -> Iterator[_Piece]:
    """The changes of a paragraph; two that stand close together in one sentence are one."""
    assert row.old is not None
    assert row.new is not None
    at, to = row.old.start, row.new.start
    open_piece: _Piece | None = None
    for edit in row.edits:
        if edit.op == "equal":
            if open_piece and not _bridges(edit):
                yield open_piece
                open_piece = None
            at, to = at + len(edit.text), to + len(edit.text)
            continue
        gone, come = (len(edit.text), 0) if edit.op == "delete" else (0, len(edit.text))
        first = open_piece or _Piece((at, at), (to, to))
        at, to = at + gone, to + come
        open_piece = _Piece((first.old[0], at), (first.new[0], to))
    if open_piece:
        yield open_piece


def _bridges(edit: Edit) -> bool:
    """Whether an unchanged piece is too short to part two changes."""
    return (
        len(edit.text) <= costs.WORDING_GAP
        and not any(c in _STOPS for c in edit.text)
        and not any(c.isdigit() for c in edit.text)
    )


def _wording(piece: _Piece, row: TextChange, told: _Told, reports: Reports) -> Iterator[Finding]:
    old, new = (span_at(r.text, *place) for r, place in zip(reports, (piece.old, piece.new), strict=True))
    gone, come = plain(old.text), plain(new.text)
    swapped = old.text and new.text and len(gone or come) < costs.PASSAGE_LEAST  # 和 for 、
    if bool(gone) != bool(come) and not swapped:
        if told.holds(piece):
            return  # a clause with its figure: the figure is told
        said: Level = "verify" if len(gone or come) >= costs.PASSAGE_LEAST else "info"
        if gone:
            message = f"新稿删去{quoted(_bare(old.text))}。请确认。"
            yield remark(("dropped", "text", said, 60 if said == "verify" else 34), message, old, None, reports)
        else:
            message = f"新稿新增{quoted(_bare(new.text))}。请核实。"
            yield remark(("added", "text", said, 56 if said == "verify" else 32), message, None, new, reports)
        return
    one, two = _with_context(row.old, old, reports[0]), _with_context(row.new, new, reports[1])
    yield remark(("text", "wording", "info", 30), f"{quoted(one.text)}改为{quoted(two.text)}。", one, two, reports)


def _bare(text: str) -> str:
    return text.strip("，。；：、,;: ")


def _with_context(whole: Span | None, piece: Span, report: Report) -> Span:
    """A piece of few characters with those beside it: 审查、集体 for 、."""
    assert whole is not None
    if len(plain(piece.text)) > 1:
        return piece
    start, end = max(whole.start, piece.start - costs.CONTEXT), min(whole.end, piece.end + costs.CONTEXT)
    return span_at(report.text, start, end)
