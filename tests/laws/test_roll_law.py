"""Law 6: rolling never alters what stands in 《》 or 〔〕号, and never prints a figure of last year outside a slot."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rollmakers import draft_of, lines, raw_of

from drafter.extract import extract_metrics
from drafter.model.draft import Draft
from drafter.model.metric import Metric
from drafter.model.report import Report
from drafter.parse import parse_report
from drafter.read import read_report
from drafter.rollforward import roll
from drafter.text.normalize import fold
from drafter.text.placeholder import blank_placeholders

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT.parent / "shared" / "sets"
REPORTS = sorted(p for p in (ROOT / "reports").glob("20*.*"))
OTHERS = sorted(SETS.rglob("*.txt"))
ALL = [*REPORTS, *OTHERS]
FROZEN = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》)*》|〔[^〔〕\n]*〕\s*第?\d*号")


@cache
def rolled(path: Path) -> tuple[Report, tuple[Metric, ...], Draft]:
    report = parse_report(read_report(path))
    metrics = extract_metrics(report)
    return report, metrics, roll(report, metrics, None if report.info.year else 2027)


def running(draft: Draft) -> str:
    return blank_placeholders("\n".join(lines(draft)))


def figures_left(draft: Draft) -> list[str]:
    return [m.text for m in extract_metrics(parse_report(raw_of(draft)))]


def test_there_are_reports_to_hold_the_law_against():
    assert len(REPORTS) >= 5


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_names_and_document_numbers_are_those_of_last_year(path):
    report, _, draft = rolled(path)
    assert not Counter(FROZEN.findall(fold(running(draft)))) - Counter(FROZEN.findall(fold(report.text)))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_no_figure_of_last_year_stands_outside_a_slot(path):
    assert figures_left(rolled(path)[2]) == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_every_figure_has_exactly_one_slot(path):
    report, metrics, draft = rolled(path)
    frozen = [hit.span() for hit in FROZEN.finditer(report.text)]
    slots = [slot.last for slot in draft.slots if slot.kind == "figure" and slot.last]
    for metric in metrics:
        if metric.kind != "target" and not any(a <= metric.start < b for a, b in frozen):
            assert sum(s.start <= metric.start and metric.end <= s.end for s in slots) == 1, metric.text


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_every_place_is_what_it_says(path):
    report, _, draft = rolled(path)
    for span in (*(s.old for s in draft.sentences), *(slot.last for slot in draft.slots if slot.last)):
        assert report.text[span.start : span.end] == span.text
    places = [(s.old.start, s.old.end) for s in draft.sentences]
    assert places == sorted(places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_no_decision_takes_more_than_four_fifths(path):
    decided = Counter(s.decision for s in rolled(path)[2].sentences)
    assert max(decided.values()) <= 0.8 * sum(decided.values())
    assert set(decided) == {"keep", "shift", "blank", "ask"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_no_own_year_of_last_is_left(path):
    report, _, draft = rolled(path)
    text = re.sub(r"《[^《》]*》", "", running(draft))
    left = re.findall(rf"(?<!比)(?<!较){report.info.year}年", text)
    assert left == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_punctuation_is_full_width(path):
    text = re.sub(r"\d[.:]\d+(?::\d)?", "", running(rolled(path)[2]))
    assert re.findall(r"[,;:!?()]", text) == []


NUMBERS = st.integers(min_value=2, max_value=99999)
WORDS = st.sampled_from(["受理行政复议案件", "办结信访积案", "发放法律援助告知书", "培训行政执法人员", "审核重大合同"])
UNITS = st.sampled_from(["件", "余件", "人次", "万件", "%"])
VERBS = st.sampled_from(["", "，同比增长", "，较上年减少", "近", "超过", "，增至"])
CLAUSE = st.builds(lambda word, verb, number, unit: f"{word}{verb}{number}{unit}", WORDS, VERBS, NUMBERS, UNITS)
NAMES = st.sampled_from(
    ["", "依据《云溪市行政复议办法（2023年）》，", "按照云政发〔2023〕12号文件，", "落实“2023护航”行动要求，"]
)
SENTENCE = st.builds(lambda name, clauses: f"{name}{'，'.join(clauses)}。", NAMES, st.lists(CLAUSE, min_size=1, max_size=4))


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=5))
def test_the_law_holds_for_sentences_of_any_make(sentences):
    body = "一、2023年工作情况\n（一）加强领导。" + "".join(sentences)
    draft = draft_of(body)
    assert figures_left(draft) == []
    assert not Counter(FROZEN.findall(running(draft))) - Counter(
        FROZEN.findall(body + "《云溪市法治建设规划（2020—2022年）》〔2023〕8号")
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_a_report_is_rolled_to_the_year_after(path):
    report, metrics, draft = rolled(path)
    last = report.info.year
    assert draft.title == report.info.title.replace(str(last), str(last + 1))
    assert (len(draft.problems), len(draft.plans)) == (len(report.problems), len(report.plans))
    text = "\n".join(lines(draft))
    assert text.count("上年问题“") == len(report.problems) >= 3
    assert text.count("上年安排“") == len(report.plans) >= 3
    assert sum(slot.kind == "figure" for slot in draft.slots) >= sum(m.kind != "target" for m in metrics) >= 60
