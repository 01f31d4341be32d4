"""Rules are data: every row's own examples must hold, and none may be without."""

import pytest

from drafter.extract.candidates import candidates
from drafter.extract.rules import RULES, Rule, decide
from drafter.text.normalize import fold


def deciding_rule(example: str, where: frozenset[str]) -> str:
    """The name of the rule that decides `before|figure|after`."""
    before, figure, after = example.split("|")
    rule = decide(fold(before + figure + after), len(before), len(before) + len(figure), where)
    return rule.name if rule else ""


def circumstances(rule: Rule, example: str) -> frozenset[str]:
    figure = example.split("|")[1]
    han = {"han"} if not any(c.isascii() and c.isdigit() for c in figure) else set()
    return frozenset(han | ({rule.where} if rule.where else set()))


@pytest.mark.parametrize("rule", [r for r in RULES if r.good], ids=lambda rule: rule.name)
def test_a_rule_decides_its_own_example(rule: Rule) -> None:
    assert deciding_rule(rule.good, circumstances(rule, rule.good)) == rule.name


@pytest.mark.parametrize("rule", [r for r in RULES if r.other], ids=lambda rule: rule.name)
def test_a_rule_leaves_its_counter_example_to_others(rule: Rule) -> None:
    figure = rule.other.split("|")[1]
    han = frozenset({"han"} if not any(c.isascii() and c.isdigit() for c in figure) else set())
    assert deciding_rule(rule.other, han) != rule.name


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.good] == []


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
