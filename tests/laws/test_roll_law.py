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
from drafter.rollforward.widths import widen
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


GOLD = sorted((ROOT / "quality" / "gold").rglob("*.txt"))
YEARS = st.integers(min_value=2016, max_value=2030)


@cache
def told() -> list[str]:
    """Every sentence of the samples, whatever it is: work, problems, plans, headings with their text."""
    lines_of = [
        line for path in GOLD for line in path.read_text(encoding="utf-8").split("\n") if "。" in line and "\t" not in line
    ]
    return sorted({f"{part}。" for line in lines_of for part in line.split("。") if 8 <= len(part) <= 120})


NAME = st.builds(
    lambda what, period: f"《云溪市{what}{period}》",
    st.sampled_from(["行政复议办法", "法治建设规划", "<执法公示>细则", "《行政处罚法》实施意见", "三年行动方案"]),
    st.one_of(
        st.just(""),
        st.builds("（{}年）".format, YEARS),
        st.builds("（{}—{}年）".format, YEARS, YEARS),
        st.builds("（{}年修订）".format, YEARS),
        st.builds("{}年第{}版".format, YEARS, st.integers(1, 9)),
    ),
)
NUMBER = st.builds(
    lambda office, year, n: f"{office}〔{year}〕{n}号", st.sampled_from(["云政发", "云政办", "云府规"]), YEARS, st.integers(1, 99)
)
LED = st.sampled_from(
    ["依据", "按照", "印发", "对照", "修订", "在{}年制定的基础上修改", "{}年", "截至{}年底，执行", "比{}年增加，因"]
)
MADE_UP = st.builds(
    lambda lead, year, cited, rest: f"{lead.format(year)}{cited}，{rest}",
    LED, YEARS, st.one_of(NAME, NUMBER), SENTENCE,
)  # fmt: skip
MIXED = st.lists(st.one_of(MADE_UP, st.deferred(lambda: st.sampled_from(told()))), min_size=1, max_size=7)


@settings(max_examples=150, deadline=None)
@given(YEARS, MIXED, MIXED, MIXED)
def test_the_law_holds_for_any_mixture_of_sentences(year, work, problems, plans):
    body = (
        f"一、{year}年工作情况\n（一）加强领导。{''.join(work)}\n二、存在的问题\n（一）力量不足。{''.join(problems)}"
        f"\n三、{year + 1}年工作安排\n（一）充实力量。{''.join(plans)}"
    )
    title, opening = f"云溪市人民政府关于{year}年法治政府建设情况的报告", f"{year}年，我市推进依法行政。"
    draft = draft_of(body, title=title, opening=opening, signed=f"云溪市人民政府\n{year + 1}年2月6日")
    assert draft.year == year + 1
    assert not Counter(FROZEN.findall(fold(running(draft)))) - Counter(FROZEN.findall(fold(widen(body))))
    assert figures_left(draft) == []


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
