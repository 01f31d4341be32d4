"""Who and what came or went: named by form, told where the other report does not have it."""

import pytest
from twoyears import compared, report

CASES = [
    # (OLD, NEW, what is told as (kind, status, old, new))
    ("市长沈若川主持召开会议。", "市长陆景明主持召开会议。", [("official", "changed", "市长沈若川", "市长陆景明")]),
    ("副市长顾岚牵头督办。", "市长何蔚逐案调度，副市长顾岚参加。", [("official", "added", "", "市长何蔚")]),
    ("市委书记主持会议。", "市委书记和市长多次部署。", []),
    ("市长李明华主持会议。", "市长李明出席会议。", [("official", "changed", "市长李明华", "市长李明")]),
    ("市司法局局长高度重视。", "领导小组组长任务明确。", []),
    ("修订《云溪市合同管理办法》。", "执行《合同管理办法》。", []),
    ("修订《云溪市合同管理办法》。", "印发《云溪市执法监督规定》。", [
        ("document", "added", "", "《云溪市执法监督规定》"), ("document", "dropped", "《云溪市合同管理办法》", ""),
    ]),
    ("落实《云溪市2022年法治工作要点》。", "落实《云溪市2023年法治工作要点》。", [
        ("document", "changed", "《云溪市2022年法治工作要点》", "《云溪市2023年法治工作要点》"),
    ]),
    ("落实《法治政府建设实施纲要（2021—2025年）》。", "落实《法治政府建设实施纲要》。", []),
    ("依托市营商环境监督中心受理投诉。", "市行政争议化解中心挂牌运行。", [
        ("body", "added", "", "市行政争议化解中心"), ("body", "dropped", "市营商环境监督中心", ""),
    ]),
    ("组建行政复议专家咨询委员会。", "发挥行政复议专家咨询委员会作用。", []),
    ("各村村民委员会参加。", "各社区居民委员会参加。", []),
    ("3月24日，举办业务培训。", "举办业务培训，8月11日组织观摩庭审。", [
        ("date", "added", "", "8月11日组织观摩庭审"), ("date", "dropped", "3月24日,举办业务培训", ""),
    ]),
    ("12月4日开展宣传。", "开展宣传。", []),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "told"), CASES)
def test_names_that_came_or_went_are_told(before: str, after: str, told: list[tuple[str, str, str, str]]) -> None:
    made = compared(report(2022, before), report(2023, after))
    found = [(m.kind, m.status, m.old.text if m.old else "", m.new.text if m.new else "") for m in made.mentions]
    assert [tuple(part.replace("，", ",") for part in one) for one in found] == told


def test_a_name_points_at_its_place_and_drafts_have_names_too() -> None:
    old, new = report(2022, "市长沈若川主持召开会议。"), report(2022, "市长陆景明主持召开会议。")
    for mention in compared(old, new, "drafts").mentions:
        for source, span in ((old, mention.old), (new, mention.new)):
            assert span is None or source.text[span.start : span.end] == span.text
    assert [m.status for m in compared(old, new, "drafts").mentions] == ["changed"]
    assert compared(old, old).mentions == ()


def test_an_open_place_is_no_name_and_spans_are_of_the_report_itself() -> None:
    draft = report(
        2023, "出台《【待填：文件名】办法》，培训执法人员【待填：培训执法人员（人次）；上年210人次】。市长陆景明主持会议。"
    )
    assert compared(draft, draft).mentions == ()
    made = compared(report(2022, "培训执法人员210人次。", plans="一是加强培训。全年培训执法人员不少于200人次。"), draft)
    spans = [m.new for m in made.mentions] + [f.new for f in made.findings] + [e for p in made.plans for e in p.evidence]
    assert made.mentions
    for span in spans:
        assert span is None or draft.text[span.start : span.end] == span.text
