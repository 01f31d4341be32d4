"""Law 5: one report in every format that we read gives the same outline and figures; offsets, furniture, metadata apart."""

from pathlib import Path

import pytest

import drafter.pipeline as pipeline
from drafter.model.report import Section, walk

ROOT = Path(__file__).parent.parent.parent


def shape(section: Section) -> tuple[object, ...]:
    return (section.number, section.level, section.title, section.role)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reports/2023.docx", "reports/2023.html"),
        ("reports/2023.docx", "quality/gold/2023.txt"),
        ("reports/2024.docx", "reports/2024.txt"),
        ("reports/2025.docx", "quality/gold/2025.txt"),
    ],
)
def test_two_formats_of_one_report_say_the_same(one: str, other: str) -> None:
    a, b = pipeline.load(ROOT / one), pipeline.load(ROOT / other)
    assert [shape(s) for s in walk(a.report.sections)] == [shape(s) for s in walk(b.report.sections)]
    assert [(m.text, m.kind, m.label, m.value, m.unit, m.parent) for m in a.metrics] == [
        (m.text, m.kind, m.label, m.value, m.unit, m.parent) for m in b.metrics
    ]
    assert [p.text for p in a.report.problems] == [p.text for p in b.report.problems]
    assert [p.text for p in a.report.plans] == [p.text for p in b.report.plans]
    assert (a.report.info.title, a.report.info.issuer, a.report.info.year) == (
        b.report.info.title,
        b.report.info.issuer,
        b.report.info.year,
    )


@pytest.mark.parametrize(
    ("one", "other"), [("reports/2023.docx", "reports/2023.html"), ("reports/2024.docx", "reports/2024.txt")]
)
def test_two_formats_of_one_report_have_no_changed_figure(one: str, other: str) -> None:
    made = pipeline.compare(pipeline.load(ROOT / one), pipeline.load(ROOT / other))
    assert made.mode == "drafts"
    assert {row.kind for row in made.text} == {"equal"}
    assert {m.status for m in made.metrics} == {"unchanged"}
