"""Law 1: the text between a finding's offsets is what the finding says it is, for every finding, in every format."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import drafter.pipeline as pipeline
from drafter.model.report import walk
from drafter.model.span import Span

ROOT = Path(__file__).parent.parent.parent
REPORTS = sorted(p for p in (ROOT / "reports").iterdir() if p.suffix in (".docx", ".html", ".txt"))
SETS = ROOT.parent / "shared" / "sets"
OTHERS = sorted(SETS.rglob("*.txt")) if SETS.is_dir() else []


def spans_of(loaded: pipeline.Loaded) -> Iterator[Span]:
    report = loaded.report
    yield from loaded.metrics
    yield from report.problems
    yield from report.plans
    yield from report.furniture
    yield from (span for span in (report.title, report.preamble, report.signature, report.date) if span)
    yield from (finding.new for finding in pipeline.check(loaded) if finding.new)


@pytest.mark.parametrize("path", REPORTS + OTHERS, ids=lambda path: path.name)
def test_every_span_of_a_report_shows_its_own_text(path: Path) -> None:
    loaded = pipeline.load(path)
    text = loaded.report.text
    wrong = [span for span in spans_of(loaded) if text[span.start : span.end] != span.text]
    assert wrong == []
    assert all(text[s.title_start : s.title_end].strip() for s in walk(loaded.report.sections))


@pytest.mark.parametrize("pair", [("2023.html", "2024.docx"), ("2024.txt", "2025.docx"), ("2025.docx", "2025-review.docx")])
def test_every_span_of_a_comparison_shows_its_own_text(pair: tuple[str, str]) -> None:
    old, new = (pipeline.load(ROOT / "reports" / name) for name in pair)
    made = pipeline.compare(old, new)
    olds = [s for s in (*(m.old for m in made.metrics), *(r.old for r in made.text), *(f.old for f in made.findings)) if s]
    news = [s for s in (*(m.new for m in made.metrics), *(r.new for r in made.text), *(f.new for f in made.findings)) if s]
    news += [evidence for plan in made.plans for evidence in plan.evidence]
    assert [s for s in olds if old.report.text[s.start : s.end] != s.text] == []
    assert [s for s in news if new.report.text[s.start : s.end] != s.text] == []
    assert olds
    assert news
