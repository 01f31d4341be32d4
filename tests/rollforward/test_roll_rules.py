"""Every row of the tables decides the examples that stand beside it."""

import re
from dataclasses import replace

import pytest
from makers import raw

from drafter.extract import extract_metrics
from drafter.model.raw import RawParagraph
from drafter.parse import parse_report
from drafter.rollforward.compose import decide_passage
from drafter.rollforward.passages import Passage
from drafter.rollforward.rules import RULES, decide
from drafter.rollforward.source import source_of
from drafter.rollforward.years import HISTORY, NAMES, Calendar, past_years, shift_years, year_edits
from drafter.text.normalize import fold

EXAMPLES = [(rule, text) for rule in RULES for text in rule.examples]
CALENDAR = Calendar(last=2023, year=2024)


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=[f"{rule.name}-{n}" for n, (rule, _) in enumerate(EXAMPLES)])
def test_a_rule_decides_its_own_examples(rule, text):
    """As one paragraph of a report for 2023; figures are read by the extractor where the rule is about figures."""
    report = parse_report(raw(text))
    report = replace(report, info=replace(report.info, year=2023), problems=(), plans=())
    source = source_of(report, extract_metrics(report), None)
    passage = Passage(
        start=0, end=len(text), zone=rule.zones[-1], paragraph=RawParagraph(start=0, end=len(text)), sections=(), content=0
    )
    decided = decide_passage(source, passage)
    assert decided.rule.name == rule.name


def test_every_rule_has_an_example_and_a_name_of_its_own():
    assert all(rule.examples for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_every_request_says_what_is_asked():
    assert [rule.name for rule in RULES if rule.decision == "ask" and not rule.why] == []


@pytest.mark.parametrize("zone", sorted({zone for rule in RULES for zone in rule.zones}))
def test_a_passage_without_any_mark_is_decided_in_every_zone(zone):
    assert decide(zone, (), "推进依法行政。").decision in ("keep", "ask", "blank")


@pytest.mark.parametrize("row", [*NAMES, *HISTORY], ids=lambda row: row.name)
def test_a_frozen_place_keeps_its_year(row):
    for example in row.examples:
        assert re.search(row.pattern, fold(example)), example
        assert shift_years(f"我市{example}推进。", CALENDAR) == f"我市{example}推进。"


@pytest.mark.parametrize(
    ("last", "new"),
    [
        ("2023年，我市推进依法行政。", "2024年，我市推进依法行政。"),
        ("四、2024年工作安排", "四、2025年工作安排"),
        ("2023年度执法检查", "2024年度执法检查"),
        ("截至2023年底", "截至2024年底"),
        ("比2022年增加", "比2023年增加"),
        ("2022年，我市成立复议局", "2022年，我市成立复议局"),
        ("二〇二三年工作情况", "二〇二四年工作情况"),
        ("落实《纲要(2021-2025年)》部署2023年工作", "落实《纲要(2021-2025年)》部署2024年工作"),
        ("开展“2023护航”行动", "开展“2023护航”行动"),
        ("2019—2023年累计", "2019—2023年累计"),
        ("败诉率由2022年的8.1%降至6.4%", "败诉率由2023年的8.1%降至6.4%"),
        ("满意率提升到2023年的91%", "满意率提升到2024年的91%"),
        ("1998年以来的文件", "1998年以来的文件"),
        ("指标\t2022年\t2023年\t增减", "指标\t2023年\t2024年\t增减"),
        ("2022年\t147件", "2023年\t147件"),
        ("名称\t《办法（2022年）》\t2021年\t现行", "名称\t《办法（2022年）》\t2021年\t现行"),
    ],
)
def test_bare_years_move_and_history_stays(last, new):
    assert shift_years(last, CALENDAR) == new


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("截至2020年底，持证人员", ["2020年底"]),
        ("对2021年底前印发的文件清理", ["2021年底前"]),
        ("2022年，排查纠纷", ["2022年"]),
        ("较2019年上升", []),
        ("2019年以来累计", []),
        ("2021年出台的办法", []),
        ("2022年5月成立的中心", []),
        ("2023年，排查纠纷", []),
    ],
)
def test_a_year_long_past_that_dates_a_count_is_found(text, places):
    assert [text[a:b] for a, b in past_years(text, CALENDAR)] == places


def test_a_report_that_looks_back_moves_the_year_before_its_title_too():
    assert [new for _, _, new in year_edits("一、2025年工作回顾", Calendar(last=2026, year=2027, review=True))] == ["2026"]


def test_a_draft_two_years_on_moves_two_years():
    assert shift_years("2023年情况和2024年安排", Calendar(last=2023, year=2025)) == "2025年情况和2026年安排"
