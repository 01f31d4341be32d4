"""What problems are about: each row fits its own examples, and few fit those of others."""

import pytest
from twoyears import compared, report

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


@pytest.mark.parametrize(
    ("before", "after", "recurs"),
    [
        ("智慧监管存在短板。业务系统建设年代不一，数据标准不统一。", "数据归集共享不足。不同时期建成的业务系统仍未打通。", True),
        ("基层执法力量薄弱。所均在编人员仅6.8人。", "基层办案能力仍有短板。所均在编人员增至7.1人，能独立办案的不多。", True),
        ("行政复议案多人少的矛盾突出。专职人员仅31名。", "复议应诉力量与案件增长不相适应。审理周期偏长。", True),
        ("少数领导干部法治思维不强，习惯凭经验办事。", "有的干部遇事找法的自觉性仍然不高，老办法还有市场。", True),
        # what every problem says makes no two one
        ("智慧监管存在短板。业务系统建设年代不一。", "普法实效存在短板。面向小微企业的宣传形式单一。", False),
    ],
)
def test_a_problem_recurs_by_its_matter_and_not_by_its_complaint(before: str, after: str, recurs: bool) -> None:
    old, new = report(2022, "推进改革。", problems=f"一是{before}"), report(2023, "规范执法。", problems=f"一是{after}")
    assert (compared(old, new).problems[0].status == "recurring") == recurs
