"""Figures find last year's across rewording, and never cross what is not the same."""

import pytest
from twoyears import compared, pairs, report, told

from drafter.extract import extract_metrics

PAIRED = [
    ("全年受理行政复议申请52件，审结47件。", "全年新收行政复议申请61件，办结55件。", {"52件": "61件", "47件": "55件"}),
    ("实地督察26家单位，发现问题118个。", "对33个单位开展实地督察，发现问题147条。", {"26家": "33个"}),
    ("新登记经营主体2.7万户。", "新设立经营主体31460户。", {"2.7万户": "31460户"}),
    ("评查执法案卷240卷，其中好66卷、中165卷、差9卷。", "抽评执法案卷270宗，评为好的案卷72宗、中的案卷193宗、差的案卷5宗。",
     {"66卷": "72宗", "165卷": "193宗", "9卷": "5宗"}),
    ("公布权责清单900项，其中确认类120项、给付类700项、裁决类80项。", "调整公布权责清单880项，其中确认类110项、给付类690项、裁决类80项。",
     {"900项": "880项", "120项": "110项", "700项": "690项", "80项": "80项"}),
    ("拨付“即申即兑”资金3.1亿元，受益企业4120家。", "兑现“即申即兑”资金3.4亿元，惠及企业4388户。", {"4120家": "4388户"}),
    ("12348热线接受咨询4.1万人次。", "12348热线解答咨询4.4万人次。", {"4.1万人次": "4.4万人次"}),
    ("开展法治宣传活动1330场。", "“八五”普法期间累计开展法治宣传活动7120场，其中今年1405场。", {"1330场": "1405场"}),
    ("培养“法律明白人”5210名。", "新培养“法律明白人”388名，总数达5598名。", {"5210名": "5598名"}),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), PAIRED)
def test_reworded_figures_are_paired(old: str, new: str, wanted: dict[str, str]) -> None:
    found = told(pairs(old, new))
    assert {k: found.get(k) for k in wanted} == wanted


TRAPS = [
    ("举办培训班，参训230人。", "举办培训班，参训234人次。", "人 and 人次"),
    ("受理行政复议案件52件。", "审结行政复议案件47件。", "受理 and 审结"),
    ("新创建民主法治示范村3个。", "截至2023年底，累计建成民主法治示范村15个。", "new and cumulative"),
    ("12345热线群众满意率98.1%。", "12348热线群众满意率97.2%。", "two hotlines"),
    ("负责人到庭参加诉讼比例97.5%。", "负责人到庭参加诉讼比例同比提高1.7个百分点。", "a rate and its change"),
    ("完成镇街执法人员轮训61个。", "剩余镇街执法人员轮训14个。", "done and still to do"),
    ("公路通车里程由900公里增加到1250公里。", "新增公路通车里程140公里。", "a level and what came new"),
    ("财政下达一般性补助资金增长9.4%。", "财政下达竞争性补助资金增长9.4%。", "two kinds by their ending"),
    ("走访企业860家次。", "走访企业911家。", "visits and firms"),
    ("办理司法建议13份。", "办理检察建议11份。", "two kinds of 建议"),
]


@pytest.mark.parametrize(("old", "new", "why"), TRAPS)
def test_what_only_looks_alike_is_not_paired(old: str, new: str, why: str) -> None:
    assert told(pairs(old, new)) == {}, why


def test_every_figure_of_both_sides_stands_in_one_row() -> None:
    old, new = report(2022, PAIRED[3][0] + PAIRED[0][0]), report(2023, PAIRED[4][1] + PAIRED[0][1])
    made = compared(old, new)
    assert sorted(c.old.id for c in made.metrics if c.old) == sorted(m.id for m in extract_metrics(old))
    assert sorted(c.new.id for c in made.metrics if c.new) == sorted(m.id for m in extract_metrics(new))


def test_a_pair_in_doubt_has_no_difference() -> None:
    made = [c for old, new, _ in PAIRED for c in pairs(old, new)] + [c for old, new, _ in TRAPS for c in pairs(old, new)]
    assert all(c.delta is None and c.percent is None for c in made if c.status == "perhaps")
    assert all(0.5 <= c.confidence <= 1 for c in made if c.status in ("changed", "unchanged"))


def test_an_open_slot_takes_the_figure_out_of_the_dropped_ones() -> None:
    rows = pairs(
        "全年受理行政复议案件52件，组织旁听庭审9场。",
        "全年受理行政复议案件【待填：受理行政复议案件（件）；上年52件】，推进执法公开。",
    )
    assert [(c.status, c.old.text) for c in rows if c.old and c.status in ("open", "dropped")][:1] == [("open", "52件")]
    assert {c.old.text: c.status for c in rows if c.old}["9场"] == "dropped"
