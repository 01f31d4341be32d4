"""One report as the comparison looks at it: worked out once, read by every part."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.compare.names import Names
from drafter.compare.passages import Sentence, body_sentences
from drafter.compare.views import View, views
from drafter.model.metric import Metric
from drafter.model.report import Report


@dataclass(frozen=True, slots=True)
class Side:
    """A report, its figures as pairing sees them, and the sentences of its body; all in text order."""

    report: Report
    views: list[View]
    sentences: list[Sentence]


def side_of(report: Report, metrics: Sequence[Metric], names: Names) -> Side:
    """Everything that the parts of a comparison ask of a report; `names` are those that a ledger knows."""
    return Side(report, views(metrics, report, names), body_sentences(report))
