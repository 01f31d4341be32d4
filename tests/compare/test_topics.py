"""What problems are about: each row fits its own examples, and few fit those of others."""

import pytest

from drafter.compare.topics import TOPICS, Topic, topics_of
from drafter.text.normalize import fold


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_names_its_examples(topic: Topic) -> None:
    assert len(topic.examples) >= 2
    for example in topic.examples:
        assert topic.name in topics_of(fold(example)), example


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("街道法制审核力量薄弱", "街道执法力量薄弱"),
        ("行政执法监督力量薄弱", "基层执法力量薄弱"),
        ("行政复议办案力量紧张", "行政应诉能力有待提升"),
        ("普法宣传针对性不强", "法治意识有待增强"),
    ],
)
def test_matters_that_only_sound_alike_stay_apart(one: str, other: str) -> None:
    assert not topics_of(one) & topics_of(other)


def test_the_first_clause_that_names_a_matter_decides() -> None:
    assert topics_of(fold("行政执法监督力量薄弱，信息化程度偏低。")) == {"监督"}
    assert topics_of(fold("对照要求，数据壁垒仍需打通。")) == {"数据和信息化"}
    assert topics_of(fold("办公条件有限。")) == frozenset()
