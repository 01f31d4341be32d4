"""The JSON objects of the contract: `schema` first, the promised keys always there and in a fixed order."""

import json
from collections.abc import Iterable
from typing import Any

from drafter.codec import decode, encode
from drafter.model.change import Comparison, SeriesTable
from drafter.model.draft import Draft, DraftStatus
from drafter.model.finding import Finding
from drafter.model.ledger import Collected
from drafter.model.metric import Metric
from drafter.model.report import ReadingQuality, Report, Section
from drafter.render.wording import reading_line

Json = dict[str, Any]


def json_text(plain: Json) -> str:
    """An object as a file or a pipe gets it: UTF-8 as it is, keys in their order, a newline at the end."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def outline_json(report: Report, quality: ReadingQuality) -> Json:
    """`drafter.outline/1`; `reading` says how well the report was read, in numbers and in one line."""
    return {
        "schema": "drafter.outline/1",
        "report": encode(report.info),
        "metadata": dict(report.metadata),
        "title": encode(report.title),
        "preamble": encode(report.preamble),
        "sections": [_section(section) for section in report.sections],
        "problems": encode(report.problems),
        "plans": encode(report.plans),
        "signature": encode(report.signature),
        "date": encode(report.date),
        "furniture": encode(report.furniture),
        "defects": encode(report.defects),
        "reading": {"line": reading_line(quality), **encode(quality)},
    }


def _section(section: Section) -> Json:
    """A section as the contract shows it, its children within."""
    plain = encode(section)
    keys = ("marker", "number", "level", "title", "role", "start", "end")
    return {**{key: plain[key] for key in keys}, "children": [_section(child) for child in section.children]}


def metrics_json(report: Report, metrics: Iterable[Metric]) -> Json:
    """`drafter.metrics/1`, in text order."""
    ordered = sorted(metrics, key=lambda m: (m.start, m.end))
    return {"schema": "drafter.metrics/1", "report": encode(report.info), "metrics": [encode(m) for m in ordered]}


def compare_json(comparison: Comparison) -> Json:
    """`drafter.compare/1`. `comparison_of` reads it back."""
    return {"schema": "drafter.compare/1", **encode(comparison)}


def comparison_of(plain: object) -> Comparison:
    """The comparison that `compare_json` wrote. Raises UnreadableInput with the path of what does not fit."""
    return decode(Comparison, plain)


def series_json(table: SeriesTable) -> Json:
    """`drafter.series/1`: one row a figure, one point a report."""
    return {"schema": "drafter.series/1", **encode(table)}


def check_json(report: Report, findings: Iterable[Finding]) -> Json:
    """`drafter.check/1`, worst first as given."""
    return {"schema": "drafter.check/1", "report": encode(report.info), "findings": [encode(f) for f in findings]}


def draft_json(draft: Draft) -> Json:
    """`drafter.draft/1`; `blocks` are the paragraphs of the draft."""
    return {"schema": "drafter.draft/1", **encode(draft)}


def collect_json(made: Collected) -> Json:
    """`drafter.collect/1`: whose ledger for which year and how much it holds, what there is to ask, the counts."""
    ledger = made.ledger
    counts = {"rows": len(ledger.rows), "matters": len(ledger.matters), "stories": len(ledger.stories)}
    return {
        "schema": "drafter.collect/1",
        "ledger": {"issuer": ledger.issuer, "year": ledger.year, **counts},
        "queries": encode(made.queries),
        "summary": dict(made.summary),
    }


def status_json(status: DraftStatus) -> Json:
    """`drafter.status/1`: every slot with its state, and the counts by state."""
    return {"schema": "drafter.status/1", **encode(status)}
