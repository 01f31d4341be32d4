"""One report in every layout, whole and damaged: the rates that docs/numbering.md states are measured here."""

import re
from pathlib import Path

import pytest
from damagemakers import rates
from layoutmakers import LAYOUTS
from makers import raw
from storymakers import STORY

from drafter.model.report import walk
from drafter.parse import parse_report
from drafter.text.normalize import fold

PAGE = (Path(__file__).parents[2] / "docs" / "numbering.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_sound_report_has_the_outline_that_was_printed(name: str) -> None:
    printed = LAYOUTS[name](STORY)
    report = parse_report(raw(printed.text))
    assert [(s.level, fold(s.number), fold(s.title)) for s in walk(report.sections)] == [
        (level, fold(number), fold(title)) for level, number, title in printed.rows
    ]
    assert report.defects == ()
    assert (report.info.year, report.info.issuer) == (2023, "松川市人民政府")


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_sound_report_tells_its_problems_causes_and_plans(name: str) -> None:
    report = parse_report(raw(LAYOUTS[name](STORY).text))
    problems = [re.sub(r"\s", "", fold(p.text)).rstrip("。") for p in report.problems]
    assert problems == [fold(f"{item.lead}。{item.body}").rstrip("。") for item in STORY.problems]
    assert [p.cause for p in report.problems] == ["编制总量有限", None, None]
    assert [p.title for p in report.plans] == [item.lead for item in STORY.plans]


def test_the_rates_of_the_docs_are_those_that_are_measured() -> None:
    by_damage, by_layout = rates()
    stated = {name: (int(right), int(of)) for name, right, of in re.findall(r"(?m)^\| (.+?) \| (\d+)/(\d+) \|", PAGE)}
    measured = {name: (right, of) for name, (right, of) in (by_damage | by_layout).items() if of}
    assert {name: stated.get(name) for name in measured} == measured
