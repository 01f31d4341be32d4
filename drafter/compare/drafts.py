"""Two drafts of one report: every changed figure first, then what was dropped, added and moved, then wording.

A figure of two drafts is corrected, not grown: it is told as 由312项改为318项，多6项, without a percentage.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.compare import costs
from drafter.compare.align import MARKER
from drafter.compare.change_text import corrected, is_turned
from drafter.compare.remarks import remark
from drafter.model.change import Edit, MetricChange, TextChange
from drafter.model.finding import Finding, Level
from drafter.model.metric import Metric
from drafter.model.report import Report, place, place_in_words
from drafter.model.span import Span, span_at
from drafter.text.likeness import likeness
from drafter.text.normalize import fold, plain
from drafter.text.quotes import quoted
from drafter.text.split import sentences

Reports = tuple[Report, Report]
_STOPS = "，、：。；,:;！？!?"
_STATUS_WORDS = {"unchanged": "与原稿相同", "added": "新稿新增", "dropped": "新稿未见", "open": "新稿待填"}


def in_drafts(changes: Sequence[MetricChange]) -> tuple[MetricChange, ...]:
    """The changes in the words of drafts: 原稿 and 新稿, corrections instead of growth."""
    return tuple(_in_drafts(change) for change in changes)


def _in_drafts(change: MetricChange) -> MetricChange:
    words = _STATUS_WORDS.get(change.status, change.change_text)
    if is_turned(change.change_text):
        words = change.change_text.replace("转为", "改为")
    elif change.old and change.new and change.status in ("changed", "unchanged"):
        words = ("降幅" if change.change_text.startswith("降幅") else "") + corrected(change.old, change.new)
    return replace(change, change_text=words, percent=None if change.status == "changed" else change.percent)


def draft_findings(changes: Sequence[MetricChange], rows: Sequence[TextChange], reports: Reports) -> Iterator[Finding]:
    """Everything that an editor of the new draft is asked to look at."""
    for change in changes:
        yield from _figure(change, reports)
    told = _Told([c.old for c in changes if c.status != "unchanged"], [c.new for c in changes if c.status != "unchanged"])
    gone: list[Span] = []
    come: list[Span] = []
    for row in rows:
        yield from _row(row, told, (gone, come), reports)
    yield from _passages(gone, come, told, reports)


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
        return any(figures) and max(rest) <= 0

    def suffices(self, span: Span, *, old: bool) -> bool:
        """Whether a passage is little more than a figure that is told."""
        figures = self.old if old else self.new
        held = any(m and span.start <= m.start and m.end <= span.end for m in figures)
        return held and len(plain(span.text)) <= costs.FIGURE_CLAUSE


def _beside(figures: Sequence[Metric | None], place: tuple[int, int]) -> tuple[int, int]:
    """How many characters of a place are no figure, and how many are."""
    start, end = place
    near = [(m.start - costs.BESIDE_FIGURE, m.end + costs.BESIDE_FIGURE) for m in figures if m]
    inside = sum(max(0, min(end, b) - max(start, a)) for a, b in near)
    return end - start - inside, inside


@dataclass(frozen=True, slots=True)
class _Piece:
    """One change inside a paragraph: its places in both drafts."""

    old: tuple[int, int]
    new: tuple[int, int]


def _row(row: TextChange, told: _Told, passages: tuple[list[Span], list[Span]], reports: Reports) -> Iterator[Finding]:
    """The moves and the wording of a paragraph; what was dropped and added in it is gathered, for it may only have moved."""
    for span, other, kept in ((row.old, row.new, passages[0]), (row.new, row.old, passages[1])):
        if span and not other and plain(span.text):
            kept.append(span)
    if not (row.old and row.new):
        return
    if row.moved:
        where = moved_words(row.old_place, row.new_place)
        yield remark(("text", "moved", "info", 50), f"{quoted(row.new.text)}{where}。", row.old, row.new, reports)
    for piece in _pieces(row):
        old, new = (span_at(r.text, *place) for r, place in zip(reports, (piece.old, piece.new), strict=True))
        if told.covers(piece) or _renumbered(row, piece):
            continue
        titles = [_title_around(span, report) for span, report in zip((old, new), reports, strict=True)]
        if titles[0] and titles[1]:
            one, two = titles[0], titles[1]
            yield remark(
                ("text", "title", "verify", 54), f"{quoted(one.text)}改为{quoted(two.text)}。请核实。", one, two, reports
            )
            continue
        swapped = old.text and new.text and max(len(plain(old.text)), len(plain(new.text))) < costs.PASSAGE_LEAST  # 和 for 、
        if bool(plain(old.text)) == bool(plain(new.text)) or swapped:
            yield _wording(old, new, row, reports)
        else:
            kept, report, span = (passages[0], reports[0], old) if plain(old.text) else (passages[1], reports[1], new)
            kept += [span_at(report.text, span.start + a, span.start + b) for a, b in sentences(span.text)]


def moved_words(old: str, new: str) -> str:
    """由原稿一、（二）移至一、（三）; 在原处前后移动 where both places are one."""
    return "在原处前后移动" if old == new else f"由原稿{place_in_words(old)}移至{place_in_words(new)}"


def _renumbered(row: TextChange, piece: "_Piece") -> bool:
    """Whether only the number before a paragraph changed, as it does where one before it came or went."""
    assert row.old is not None
    assert row.new is not None
    ends = [span.start + (hit.end() if (hit := MARKER.match(fold(span.text))) else 0) for span in (row.old, row.new)]
    return piece.old[1] <= ends[0] and piece.new[1] <= ends[1]


def _passages(gone: list[Span], come: list[Span], told: _Told, reports: Reports) -> Iterator[Finding]:
    """What was dropped and what was added; what is both has moved."""
    moved = _moved(gone, come)
    for one, two in moved:
        places = [place(r, s.start) for r, s in zip(reports, (one, two), strict=True)]
        where = moved_words(*places)
        yield remark(("text", "moved", "info", 50), f"{quoted(_bare(two.text))}{where}。", one, two, reports)
    left_old, left_new = {id(one) for one, _ in moved}, {id(two) for _, two in moved}
    for span in gone:
        if id(span) not in left_old and not told.suffices(span, old=True):
            level, weight = _pressing(span, 60)
            said = f"{_where(span, reports[0], '原稿')}新稿删去{quoted(_bare(span.text))}。请确认。"
            yield remark(("dropped", "text", level, weight), said, span, None, reports)
    for span in come:
        if id(span) not in left_new and not told.suffices(span, old=False):
            level, weight = _pressing(span, 56)
            said = f"{_where(span, reports[1], '新稿') or '新稿'}新增{quoted(_bare(span.text))}。请核实。"
            yield remark(("added", "text", level, weight), said, None, span, reports)


def _where(span: Span, report: Report, side: str) -> str:
    """The words that a word stands among: 原稿“推行说理式执法文书”一句，. A passage speaks for itself."""
    if len(plain(span.text)) >= costs.PASSAGE_LEAST:
        return ""
    around = _in_context(span, span_at(report.text, *_line(span, report)), report)
    return f"{side}{quoted(around.text)}处，" if around.text != span.text else ""


def _line(span: Span, report: Report) -> tuple[int, int]:
    end = report.text.find("\n", span.end)
    return report.text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(report.text)


def _pressing(span: Span, weight: int) -> tuple[Level, int]:
    return ("verify", weight) if len(plain(span.text)) >= costs.PASSAGE_LEAST else ("info", weight - 26)


def _moved(gone: list[Span], come: list[Span]) -> list[tuple[Span, Span]]:
    """Passages of both lists that are one, the most alike first; each once."""
    likely = sorted(
        (-like, i, j)
        for i, one in enumerate(gone)
        for j, two in enumerate(come)
        if min(len(plain(one.text)), len(plain(two.text))) >= costs.PASSAGE_LEAST
        and (like := likeness(one.text, two.text)) >= costs.PASSAGE_MOVED
    )
    found: dict[int, int] = {}
    for _, i, j in likely:
        if i not in found and j not in found.values():
            found[i] = j
    return [(gone[i], come[j]) for i, j in sorted(found.items())]


def _pieces(row: TextChange) -> Iterator[_Piece]:
    """The changes of a paragraph; two that stand close together in one sentence are one."""
    assert row.old is not None
    assert row.new is not None
    at, to = row.old.start, row.new.start
    open_piece: _Piece | None = None
    for edit in _parted(row.edits):
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


def _parted(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits, where a stop with which both what goes and what comes begin is unchanged: ，其中 for ，另有."""
    for before, edit, after in zip((None, *edits), edits, (*edits[1:], None), strict=False):
        if edit.op == "delete" and after and after.op == "insert" and _same_stop(edit, after):
            yield Edit(op="equal", text=edit.text[0])
            yield replace(edit, text=edit.text[1:])
        elif edit.op == "insert" and before and before.op == "delete" and _same_stop(before, edit):
            yield replace(edit, text=edit.text[1:])
        else:
            yield edit


def _same_stop(gone: Edit, come: Edit) -> bool:
    return gone.text[:1] == come.text[:1] and gone.text[:1] in _STOPS


def _bridges(edit: Edit) -> bool:
    """Whether an unchanged piece is too short to part two changes."""
    return (
        len(edit.text) <= costs.WORDING_GAP
        and not any(c in _STOPS for c in edit.text)
        and not any(c.isdigit() for c in edit.text)
    )


def _wording(old: Span, new: Span, row: TextChange, reports: Reports) -> Finding:
    """One wording for another, in its context where it is a character or two."""
    assert row.old is not None
    assert row.new is not None
    if min(len(plain(old.text)), len(plain(new.text))) <= 1:
        old, new = (_in_context(s, w, r) for s, w, r in zip((old, new), (row.old, row.new), reports, strict=True))
    return remark(("text", "wording", "info", 30), f"{quoted(old.text)}改为{quoted(new.text)}。", old, new, reports)


def _title_around(span: Span, report: Report) -> Span | None:
    """The 《…》 that a change lies in."""
    start = report.text.rfind("《", 0, span.start + 1)
    end = report.text.find("》", max(span.end - 1, span.start))
    if start < 0 or end < 0 or re.search("[》\n]", report.text[start : max(start, span.start)]) or "\n" in report.text[start:end]:
        return None
    return span_at(report.text, start, end + 1)


def _bare(text: str) -> str:
    return text.strip("，。；：、,;: ")


def _in_context(piece: Span, whole: Span, report: Report) -> Span:
    """A piece of few characters with those beside it in its clause: 人大监督和政协监督 for 和."""
    left = report.text[max(whole.start, piece.start - costs.CONTEXT) : piece.start]
    right = report.text[piece.end : min(whole.end, piece.end + costs.CONTEXT)]
    back = len(re.split(f"[{_STOPS}]", left)[-1])
    on = len(re.split(f"[{_STOPS}]", right)[0])
    return span_at(report.text, piece.start - back, piece.end + on)
