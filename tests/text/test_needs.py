"""Words without which a pattern cannot match: what is skipped for lack of them would not have matched."""

import gc
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import drafter.compare
import drafter.extract
import drafter.parse
from drafter.text.needs import ANYTHING, needed
from drafter.text.normalize import fold
from drafter.text.pattern import Lazy, lazy

GOLD = Path(__file__).parent.parent.parent / "quality" / "gold"


def every_lazy_pattern() -> list[Lazy]:
    """All that the rooms of reading and comparing hold once they are imported."""
    for room in (drafter.parse, drafter.extract, drafter.compare):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    found = {(p.pattern, p.flags): p for p in gc.get_objects() if isinstance(p, Lazy)}
    return [found[key] for key in sorted(found)]


PATTERNS = every_lazy_pattern()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("上年", "上年"),
        ("(?:分别|依次)(?P<deed>受理|办结)", "分别 依次"),
        ("由[^,]{2,8}(?:提高|增加)到", "由"),
        ("^对.*(?:进行|开展)了?", "对"),
        ("公(?:布|开)+", "公"),
        ("(?:甲乙|丙(?:丁|戊))号?", "甲乙 丙"),
        ("共(?<!公共)(?!享)", "共"),
        ("上?年底", "年底"),
        ("年底?", "年"),
        ("年底{0,2}止", "年"),
        ("(?:本级)?机关", "机关"),
        (r"年\.底", "年"),
        (r"[零一]年\d+月", "年"),
        ("(?>率均|率为)", "率均 率为"),
        ("办*理{2}", "理"),
        (r"\u3000年", "年"),  # an escape with letters of its own, outside a class
    ],
)
def test_every_match_holds_one_of_the_words(pattern: str, words: str) -> None:
    assert needed(pattern) == set(words.split())


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "上?",
        "上年|",
        "上年|[今本]年?",
        "(?:上年)*",
        "(?:上年|)",
        "(?=上年)",
        "(?<!上)",
        r"\d+",
        "(?i)abc",
        r"(?P<a>一)(?P=a)",
        "年{,3}底",
        "|".join(f"{n}月份" for n in range(20)),
    ],
)
def test_where_it_is_not_plain_nothing_is_needed(pattern: str) -> None:
    assert needed(pattern) == ANYTHING


def test_case_and_layout_are_not_followed() -> None:
    assert lazy("abc", re.IGNORECASE).search("xABCx")
    assert lazy("a b", re.VERBOSE).search("ab")


def test_the_house_has_many_patterns_and_most_of_them_need_words() -> None:
    assert len(PATTERNS) > 1000
    assert sum(needed(p.pattern) != ANYTHING for p in PATTERNS) > len(PATTERNS) / 2


@settings(max_examples=400, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_a_text_that_matches_has_a_word_that_the_pattern_needs(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from([p for p in PATTERNS if needed(p.pattern)]))
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    assert lazy(pattern.pattern, pattern.flags).may_match(text), pattern.pattern


def test_on_whole_reports_nothing_is_passed_over() -> None:
    lines = [line for year in (2024, 2025) for line in fold((GOLD / f"{year}.txt").read_text(encoding="utf-8")).splitlines()]
    for pattern in PATTERNS:
        words = needed(pattern.pattern)
        if words and not pattern.flags & re.IGNORECASE:
            plain = re.compile(pattern.pattern, pattern.flags)
            passed = [line for line in lines if not any(word in line for word in words)]
            assert not any(plain.search(line) for line in passed), pattern.pattern
