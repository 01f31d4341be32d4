"""Two reports side by side: figures, text, problems, plans, and what to look at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.compare import costs
from drafter.compare.align import align
from drafter.compare.direction import directed
from drafter.compare.drafts import draft_findings, in_drafts
from drafter.compare.findings import levels, metric_findings, promise_findings, rank
from drafter.compare.mentions import mentions
from drafter.compare.metrics import find_pairs, pair_metrics, pair_views
from drafter.compare.names import Names, OwnWords
from drafter.compare.plans import follow_plans
from drafter.compare.problems import follow_problems
from drafter.compare.recut import recut
from drafter.compare.side import side_of
from drafter.compare.stale import stale_findings
from drafter.compare.stale_dates import Sides
from drafter.compare.widths import align_apart_from_width
from drafter.model.change import Comparison, Mention, MetricChange, Mode, PlanChange, ProblemChange, TextChange
from drafter.model.finding import Finding
from drafter.model.metric import Metric
from drafter.model.report import Report, body_paragraphs, place
from drafter.model.span import Span, span_at
from drafter.text.placeholder import blank_placeholders
from drafter.text.split import items

NONE = OwnWords()
WIDTHS_APART = "全角、半角写法之别未列为改动，相同之处的文字以后一份为准。"

__all__ = ["OwnWords", "compare_reports", "pair_metrics", "text_units"]


def compare_reports(
    old: Report,
    new: Report,
    old_metrics: Sequence[Metric],
    new_metrics: Sequence[Metric],
    mode: Mode,
    own: OwnWords = NONE,
) -> Comparison:
    """Everything that a renderer needs. In mode `drafts` nothing is stale and no promises are followed.

    `own` are an office's words for which way is good (`compare/direction.py`), and the figures that its ledger knows.
    """
    names = Names(own.known)
    one, two = side_of(old, old_metrics, names), side_of(_written(new), new_metrics, names)
    pairs = find_pairs(one.views, two.views)
    changes = pair_views(one.views, two.views, old, new, pairs)
    changes = directed(changes, own.directions, names) if mode == "years" else in_drafts(changes)
    rows = _rows(old, new, own)
    reports = (old, new)
    problems: tuple[ProblemChange, ...] = ()
    plans: tuple[PlanChange, ...] = ()
    if mode == "drafts":
        findings = rank([*draft_findings(changes, rows, reports)])
    else:
        problems = follow_problems(one, two)
        plans = follow_plans(one, two, {p.old: p.new for p in pairs if p.confidence >= costs.TOLD})
        one_year = old.info.year is not None and old.info.year == new.info.year
        promised = () if one_year else promise_findings(problems, plans, reports)
        findings = rank(
            [
                *stale_findings(changes, Sides(old, two.report, one.sentences, two.sentences)),
                *metric_findings(changes, reports),
                *promised,
            ]
        )
    named = mentions(_written(old), two.report)
    made = Comparison(
        mode=mode,
        old=old.info,
        new=new.info,
        metrics=changes,
        text=rows,
        problems=problems,
        plans=plans,
        findings=findings,
        summary=summary_of(changes, rows, problems, plans, findings) | _counted(named),
        mentions=named,
        notes=(*_notes(old, new, mode), *([WIDTHS_APART] if own.ignore_width else [])),
    )
    return made if old.text == _written(old).text and new.text == two.report.text else recut(made, old.text, new.text)


def _written(report: Report) -> Report:
    """The report without its open places, offsets kept: last year's words in a prompt are not this year's text."""
    return replace(report, text=blank_placeholders(report.text))


def text_units(report: Report) -> list[Span]:
    """The paragraphs of the report itself, cut at their items (一是…): what the text is compared by."""
    return [
        span_at(report.text, p.start + start, p.start + end)
        for p in body_paragraphs(report)
        for start, end in items(report.text[p.start : p.end])
    ]


def _rows(old: Report, new: Report, own: OwnWords) -> tuple[TextChange, ...]:
    """The aligned units with their places."""
    aligned = align_apart_from_width if own.ignore_width else align
    return tuple(
        replace(
            row, old_place=place(old, row.old.start) if row.old else "", new_place=place(new, row.new.start) if row.new else ""
        )
        for row in aligned(text_units(old), text_units(new))
    )


def summary_of(
    changes: Sequence[MetricChange],
    rows: Sequence[TextChange],
    problems: Sequence[ProblemChange],
    plans: Sequence[PlanChange],
    findings: Sequence[Finding],
) -> dict[str, int]:
    """The counts that every renderer states."""
    statuses = Counter(c.status for c in changes)
    kinds = Counter(r.kind for r in rows)
    return {
        **{key: statuses[key] for key in ("changed", "unchanged", "perhaps", "open", "added", "dropped")},
        **levels(findings),
        **{f"plans_{key}": sum(p.status == key for p in plans) for key in ("answered", "partly", "not_mentioned")},
        **{f"problems_{key}": sum(p.status == key for p in problems) for key in ("recurring", "not_mentioned", "new")},
        **{f"text_{key}": kinds[key] for key in ("equal", "changed", "added", "dropped")},
        "text_moved": sum(r.moved for r in rows),
    }


def _counted(named: Sequence[Mention]) -> dict[str, int]:
    """How many names came, went and were renewed."""
    return {f"mentions_{status}": sum(m.status == status for m in named) for status in ("added", "dropped", "changed")}


def _notes(old: Report, new: Report, mode: Mode) -> tuple[str, ...]:
    """What a reader must know of the comparison as a whole."""
    found = []
    one, two = old.info, new.info
    for side, info in (("前一份", one), ("后一份", two)):
        if info.year is None:
            found.append(f"{side}报告未能识别年度，与年度有关的核对从略。")
    if one.year is not None and two.year is not None:
        if one.year > two.year:
            found.append(f"前一份为{one.year}年度报告，后一份为{two.year}年度报告，次序可能颠倒，请确认。")
        elif one.year == two.year and mode == "years":
            found.append(f"两份均为{one.year}年度报告，未作“沿用上年”核对；如为同一报告的不同稿次，请使用 --mode drafts。")
        elif two.year - one.year > 1 and mode == "years":
            found.append(f"两份报告相隔{two.year - one.year}年，文中“上年”均指{one.year}年度报告。")
        elif one.year != two.year and mode == "drafts":
            found.append("两份报告年度不同，按稿次对照，未作“沿用上年”核对。")
    if one.issuer and two.issuer and one.issuer != two.issuer:
        found.append(f"两份报告的发文机关不同（{one.issuer}、{two.issuer}），数据口径可能不一致。")
    for side, report in (("前一份", old), ("后一份", new)):
        if not report.sections:
            found.append(f"{side}报告未识别到标题，按段落对照。")
    return tuple(found)
