"""Rules are data: every row's own examples must hold, and none may be without."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.extract.candidates import candidates
from drafter.extract.levels import whole_figures
from drafter.extract.rule import Rule
from drafter.extract.rules import RULES, decide, shape
from drafter.text.normalize import fold

QUOTED = re.compile(r"“[^“”\n]{1,24}”|《[^《》\n]*》")


def deciding_rule(example: str, where: frozenset[str]) -> str:
    """The name of the rule that decides `before|figure|after`."""
    before, figure, after = example.split("|")
    rule = decide(fold(before + figure + after), len(before), len(before) + len(figure), where)
    return rule.name


def circumstances(rule: Rule | None, example: str) -> frozenset[str]:
    figure = example.split("|")[1]
    facts = {"han"} if not any(c.isascii() and c.isdigit() for c in figure) else set()
    return frozenset(facts | ({rule.where} if rule and rule.where else set()))


KINDS = [
    (row, phrase)
    for row in map(json.loads, (Path(__file__).parent.parent / "corpus" / "kinds.jsonl").read_text(encoding="utf-8").splitlines())
    for phrase in row["phrases"]
]
EXAMPLES = [(rule, example) for rule in RULES for example in rule.good]
COUNTER_EXAMPLES = [(rule, example) for rule in RULES for example in rule.other]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_a_rule_decides_its_own_examples(rule: Rule, example: str) -> None:
    assert deciding_rule(example, circumstances(rule, example)) == rule.name


@pytest.mark.parametrize(("rule", "example"), COUNTER_EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_a_rule_leaves_its_counter_examples_to_others(rule: Rule, example: str) -> None:
    assert deciding_rule(example, circumstances(None, example)) != rule.name


def test_every_rule_has_three_examples_and_three_against() -> None:
    open_rows = {"其他汉字数", "数值"}  # they take what is left
    assert [rule.name for rule in RULES if len(rule.good) < 3] == []
    assert [rule.name for rule in RULES if len(rule.other) < 3 and rule.name not in open_rows] == []


@pytest.mark.parametrize(("row", "phrase"), KINDS, ids=lambda value: value if isinstance(value, str) else value["rule"])
def test_a_sentence_of_the_corpus_is_decided_by_its_rule(row: dict[str, str], phrase: str) -> None:
    before, figure, after = phrase.split("|")
    text = fold(before + figure + after)
    [found] = [c for c in whole_figures(text) if (c.start, c.end) == (len(before), len(before) + len(figure))]
    quoted = any(hit.start() <= found.start and found.end <= hit.end() for hit in QUOTED.finditer(text))
    said = (("han", found.han), ("plan", row.get("where") == "plan"), ("quoted", quoted))
    rule = decide(text, found.start, found.end, frozenset(name for name, so in said if so))
    assert rule is not None
    assert (rule.name, rule.kind or "none") == (row["rule"], row["kind"])


def test_every_rule_has_ten_sentences_in_the_corpus() -> None:
    told = Counter(row["rule"] for row, _ in KINDS)
    assert {rule.name: told[rule.name] for rule in RULES if told[rule.name] < 10} == {}
    assert set(told) == {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.figure], ids=lambda rule: rule.name)
def test_no_rule_asks_which_digits_stand_in_a_long_number(rule: Rule) -> None:
    units = ("件", "年", "日", "分", "元", "%", "次", "公里", "小时", "项", "岁", "级")
    figures = [f"{number}{unit}" for number in (100, 124, 500, 1000, 2024, 12345, "98.5", "1,204") for unit in units]
    fits = re.compile(rule.figure).match
    assert [figure for figure in figures if bool(fits(figure)) != bool(fits(shape(figure)))] == []


def test_rule_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("text", "value", "unit", "approx"),
    [
        ("培训230余人", 230, "人", "余"),
        ("近1.2万件", 12000, "件", "近"),
        ("超过30万人次", 300000, "人次", "超"),
        ("98%以上", 98, "%", "以上"),
        ("30多万公里", 300000, "公里", "多"),
        ("17.8万余人次", 178000, "人次", "余"),
        ("不少于20个", 20, "个", "以上"),
        ("6.5%－7%", (6.5, 7), "%", None),
        ("3-5万件", (30000, 50000), "件", None),
        ("0.5个工作日", 0.5, "个工作日", None),
        ("1.26亿元", 126000000, "元", None),
        ("一半以上", 0.5, "", "以上"),
    ],
)
def test_value_unit_and_exactness_of_a_candidate(text: str, value: object, unit: str, approx: str | None) -> None:
    [found] = candidates(fold(text))
    assert (found.value, found.unit, found.approx) == (value, unit, approx)
