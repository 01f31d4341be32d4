"""A plan is answered by the thing itself, in whatever words, and only when nothing it promised is left open."""

import pytest
from twoyears import compared, report

CASES = [
    # what is built stands word for word, though the verbs differ
    (
        "建设渔港安全监测平台。整合船舶定位、气象预报等模块，年底前上线运行。",
        "渔港安全监测平台于9月投入使用，接入渔船。",
        "answered",
    ),
    ("建设渔港安全监测平台。整合船舶定位、气象预报等模块，年底前上线运行。", "改造渔港码头，配备消防设备。", "not_mentioned"),
    # the target in other words
    ("开展仲裁员全员轮训，年内培训不少于900人次。", "举办“海岛讲堂”6期，参训960人次。", "answered"),
    ("开展仲裁员全员轮训，年内培训不少于900人次。", "举办“海岛讲堂”6期，参训810人次。", "partly"),
    ("全年涉渔检查总量压减15%以上。", "检查总量由上年的8,200次减少到6,150次，下降25%。", "answered"),
    # every target counts, and for each is not for all
    ("新建海岛法律服务站20个，培训渔村调解骨干300名。", "新建海岛法律服务站22个，建成后运行良好。", "partly"),
    ("新建海岛法律服务站20个，培训渔村调解骨干300名。", "新建海岛法律服务站22个，培训渔村调解骨干310名。", "answered"),
    ("每个海岛配备持证渔政协管员不少于6名。", "海岛持证渔政协管员共340名。", "partly"),
    ("每个海岛配备持证渔政协管员不少于6名。", "每个海岛持证渔政协管员达到7名。", "answered"),
    # a limit kept all year need not be reported
    ("规范登船检查。推行“渔船进港一次查”，同一渔船年度登检不超过3次。", "推行“渔船进港一次查”，登记更加方便。", "answered"),
    # 每季度 says how often, and a mean needs no such word
    ("每季度开展1次渔港评查，评查覆盖率达到100%。", "开展渔港评查4次，评查覆盖率100%。", "answered"),
    ("渔船办证平均用时压缩到5天以内。", "渔船办证用时4.2天。", "answered"),
    # another rate is not the one promised
    ("船检公示率力争达到95%以上。", "公示水产抽样信息410条，公示率100%。渔船船检率91.5%。", "partly"),
    # a second promise without a figure
    ("新建海岛法律服务站20个，实现海岛便民巡回船全覆盖。", "新建海岛法律服务站22个，建成后运行良好。", "partly"),
]


@pytest.mark.parametrize(("plan", "work", "status"), CASES)
def test_a_plan_is_answered_only_when_nothing_is_left_open(plan: str, work: str, status: str) -> None:
    made = compared(report(2022, "推进改革。", plans=f"一是{plan}"), report(2023, work)).plans
    assert [p.status for p in made] == [status]


def test_evidence_for_a_rate_is_about_the_same_thing() -> None:
    old = report(2022, "推进改革。", plans="一是加强监管。船检公示率力争达到95%以上。")
    new = report(2023, "公示水产抽样信息410条，公示率100%。深化信用监管，渔船船检率91.5%。")
    (plan,) = compared(old, new).plans
    assert plan.status == "partly"
    assert "船检率91.5%" in plan.evidence[0].text + "".join(e.text for e in plan.evidence[1:])


PROBLEM_CASES = [
    ("新业态执法办法不多。对社区团购调查取证难。", "渔港设施老化。部分码头年久失修。", "not_mentioned"),
]


@pytest.mark.parametrize(("before", "after", "status"), PROBLEM_CASES)
def test_a_problem_of_one_field_of_work_recurs(before: str, after: str, status: str) -> None:
    old = report(2022, "推进改革。", problems=f"一是{before}二是档案管理不规范。卷宗缺页较多。")
    new = report(2023, "推进改革。", problems=f"一是{after}二是人员编制紧张。借调较多。")
    assert compared(old, new).problems[0].status == status
