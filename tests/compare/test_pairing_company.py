"""What arithmetic, company and single words say of a pair: told with what, and never with what."""

import pytest
from twoyears import pairs, told

TOLD = [
    # what came new and last year's stock make this year's total
    ("全市有公职律师22人。", "公职律师新增9名、总数31名。", {"22人": "31名"}),
    ("设立复议受理点4个。", "复议受理点当年新设10个，总数达到14个。", {"4个": "14个"}),
    # this year's report says what it was
    ("保留许可事项由年初63项精简到58项。", "保留许可事项由58项减至52项。", {"63项": "58项", "58项": "52项"}),
    # a change follows the figure of which it tells
    ("新登记经营主体3862户，同比增长9.4%。", "新登记经营主体3927家、增长1.7%。", {"3862户": "3927家", "9.4%": "1.7%"}),
    # where a report has both words, each counts for itself
    (
        "窗口受理许可申请9842件，办结许可申请9716件。",
        "窗口收到许可申请10680件，受理许可申请10215件，办结许可申请10102件。",
        {"9842件": "10215件", "9716件": "10102件"},
    ),
    # whose figure it is
    (
        "全省政务服务事项网上可办率98.2%，省本级政务服务事项网上可办率99.6%。",
        "省本级政务服务事项网上可办率99.7%，全省政务服务事项网上可办率98.9%。",
        {"98.2%": "98.9%", "99.6%": "99.7%"},
    ),
    # the same office and the same thing in other words
    ("区市场监督管理局立案1935件。", "区市场监管局立案2208起。", {"1935件": "2208起"}),
    ("入企检查3.62万次。", "涉企行政检查3.1万次。", {"3.62万次": "3.1万次"}),
    ("人大代表建议、政协提案办复率98.2%。", "建议提案办复率99.1%。", {"98.2%": "99.1%"}),
    # units that differ in size, and a unit cut short
    ("全年粮食总产28.64亿斤。", "全年粮食总产量143.9万吨。", {"28.64亿斤": "143.9万吨"}),
    ("空气中PM2.5平均浓度34微克/立方米。", "空气中PM2.5平均浓度32微克。", {"34微克/立方米": "32微克"}),
    # five years named in passing rule no other sentence
    (
        "城镇新增就业6.42万人，近五年累计新增30.8万人。失业人员再就业1.73万人。",
        "城镇新增就业6.17万人。失业人员再就业1.68万人。",
        {"6.42万人": "6.17万人", "1.73万人": "1.68万人"},
    ),
]
NEVER = [
    ("审核其他涉法文件152件。", "审核涉法文件240件。", ("152件", "240件")),
    ("办理政协提案243件。", "办理人大代表建议、政协提案406件。", ("243件", "406件")),
    ("其中投诉举报54.8万件。", "受理群众投诉、举报和咨询87.6万件。", ("54.8万件", "87.6万件")),
    ("全年清偿拖欠企业账款3260万元。", "两年累计清偿拖欠企业账款5410万元。", ("3260万元", "5410万元")),
    ("区城管局立案1935件。", "区市场监管局立案2208起。", ("1935件", "2208起")),
    ("行政机关负责人应出庭104件。", "行政机关负责人出庭应诉115件。", ("104件", "115件")),
    # of values so far apart only a pair that is quite sure is told
    ("发放宣传资料8.6万份。", "向企业发放政策资料1.2万份。", ("8.6万份", "1.2万份")),
    (
        "网上办理率95.2%，比上年提高4.1个百分点。优秀案卷占比61.4%。",
        "网上办理率96.2%。优秀案卷占比66.5%，较上年提高5.1个百分点。",
        ("4.1个百分点", "5.1个百分点"),
    ),
    ("新签约亿元以上产业项目285个。", "新开工亿元以上产业项目236个。", ("285个", "236个")),
    ("现场述法的部门主要负责人26名。", "书面述法的部门主要负责人58名。", ("26名", "58名")),
    ("中央环境保护督察交办信访件157件。", "省级环境保护督察交办信访件94件。", ("157件", "94件")),
    ("新登记经营主体15.6万户。", "经营主体保有量108.2万户。", ("15.6万户", "108.2万户")),
    ("12345热线群众满意率93.5%。", "12345热线按期办结率99.2%。", ("93.5%", "99.2%")),
    ("督察发现问题137个。", "督察反馈问题年内完成整改112个。", ("137个", "112个")),
    ("新取消证明材料11项。", "累计取消证明材料29项。", ("11项", "29项")),
]


@pytest.mark.parametrize(("before", "after", "wanted"), TOLD)
def test_company_and_arithmetic_settle_a_pair(before: str, after: str, wanted: dict[str, str]) -> None:
    found = told(pairs(before, after))
    assert {old: found.get(old) for old in wanted} == wanted


@pytest.mark.parametrize(("before", "after", "apart"), NEVER)
def test_words_that_exclude_each_other_keep_figures_apart(before: str, after: str, apart: tuple[str, str]) -> None:
    assert told(pairs(before, after)).get(apart[0]) != apart[1]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("群众投诉同比下降15%。", "群众投诉同比上升8%。", "由下降15%转为上升8%"),
        ("涉企检查同比下降12%。", "涉企检查同比下降15%。", "降幅由12%升至15%，上升3个百分点"),
        ("办理公证2.1万件。", "办理公证22600件。", "由2.1万件增至22600件，增加1600件、增长7.6%"),
    ],
)
def test_a_change_of_changes_is_told_by_its_way(before: str, after: str, words: str) -> None:
    assert [c.change_text for c in pairs(before, after) if c.old and c.new and c.old.kind != "target"] == [words]
