"""A draft under the headings of an outline: what is dealt to each, what is asked for, what is told."""

from pathlib import Path

import pytest
from outlinemakers import FIVE, ONLY_PLANS, STEPS, SYSTEMS, THEMES, draft_under, outline
from rollmakers import BODY, draft_of, lines, report_raw, text_of

from drafter.extract import extract_metrics
from drafter.model.draft import Draft
from drafter.parse import parse_report
from drafter.rollforward import roll
from drafter.rollforward.fields import FIELDS, Field, matter_of
from drafter.rollforward.numbering import SHAPES, chinese, shape_of
from drafter.rollforward.prescribed import UNPLACED

REPORTS = Path(__file__).resolve().parents[2] / "reports"
LAST = REPORTS / "2025.docx"
TIANMEN = REPORTS.parents[1] / "shared" / "sets" / "tianmen-2020.txt"


def under(text: str, body: str = BODY, year: int | None = None) -> Draft:
    """The draft of an invented report under an outline."""
    plain = "\n".join(("云溪市人民政府关于2023年法治政府建设情况的报告", body, "云溪市人民政府", "2024年2月6日"))
    report = parse_report(report_raw(plain))
    return roll(report, extract_metrics(report), year, outline=outline(text))


def heading_over(draft: Draft, words: str) -> str:
    """The last heading of the outline above the paragraph that holds these words."""
    told = [(block.style, text_of(block)) for block in draft.blocks]
    at = next(i for i, (_, text) in enumerate(told) if words in text)
    return next(
        text for style, text in reversed(told[:at]) if style.startswith("heading") and "。" not in text and "【" not in text
    )


# outline, words of an item of reports/2025.docx, the heading that it belongs to by hand
DEALT = [
    (SYSTEMS, "编制公布市级权责事项", "（一）健全政府机构职能体系情况"),
    (SYSTEMS, "提请审议地方性法规草案", "（二）健全依法行政制度体系情况"),
    (SYSTEMS, "实施重大行政决策", "（三）健全行政决策制度体系情况"),
    (SYSTEMS, "推行“综合查一次”", "（四）健全行政执法工作体系情况"),
    (SYSTEMS, "修订应急预案", "（五）健全突发事件应对体系情况"),
    (SYSTEMS, "全市收到行政复议申请", "（六）健全社会矛盾纠纷行政预防调处化解体系情况"),
    (SYSTEMS, "公安\t", "（六）健全社会矛盾纠纷行政预防调处化解体系情况"),
    (SYSTEMS, "办理人大代表建议", "（七）健全行政权力制约和监督体系情况"),
    (SYSTEMS, "市级一体化政务数据平台数据总量", "（八）健全法治政府建设科技保障体系情况"),
    (SYSTEMS, "普法期间累计开展", "（九）加强法治宣传教育情况"),
    (SYSTEMS, "上年问题“涉企行政检查标准", "（一）主要问题"),
    (SYSTEMS, "市长姓名", "一、党政主要负责人履行推进法治建设第一责任人职责情况"),
    (STEPS, "修订应急预案", "2.应对突发事件"),
    (STEPS, "执法人员轮训", "1.执法队伍"),
    (STEPS, "2027年工作安排第3项", "（二）行政执法"),
    (THEMES, "一审行政应诉案件", "五、行政复议和应诉情况"),
    (THEMES, "市长姓名", "一、组织领导情况"),
    (THEMES, "上年问题“县乡合法性审核", "七、存在的问题及下一步打算"),
    (THEMES, "2027年工作安排第1项", "七、存在的问题及下一步打算"),
]


@pytest.mark.parametrize(("text", "words", "heading"), DEALT, ids=[words for _, words, _ in DEALT])
def test_an_item_stands_under_the_heading_of_its_matter(text: str, words: str, heading: str) -> None:
    assert heading_over(draft_under(LAST, text), words) == heading


@pytest.mark.skipif(not TIANMEN.exists(), reason="the shared sets are not here")
@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("规范性文件监督管理和备案审查", "（二）健全依法行政制度体系情况"),
        ("减证便民", "（一）健全政府机构职能体系情况"),
        ("上年问题“行政执法", "（一）主要问题"),
        ("2022年工作安排第1项", "四、2027年工作安排"),
    ],
)
def test_a_published_report_is_dealt_out_too(words: str, heading: str) -> None:
    assert heading_over(draft_under(TIANMEN, SYSTEMS), words) == heading


def test_items_are_numbered_anew_and_one_alone_has_no_number() -> None:
    told = lines(draft_under(LAST, SYSTEMS))
    enforcing = told[told.index("（四）健全行政执法工作体系情况") + 1 :][:5]
    assert [line[:2] for line in enforcing] == ["一是", "二是", "三是", "四是", "五是"]
    assert told[told.index("（五）健全突发事件应对体系情况") + 1].startswith("依法有效应对突发事件。")


def test_subsections_keep_their_headings_under_a_chapter_that_has_none() -> None:
    draft = draft_under(LAST, FIVE)
    kept = [text_of(b)[:3] for b in draft.blocks if b.style == "heading2"]
    assert kept[:8] == ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）"]
    assert next(s for s in draft.slots if s.last and s.last.text == "438件").path[:2] == (
        "主要举措和成效", "畅通救济渠道，行政复议和行政应诉协同发力",
    )  # fmt: skip


def test_chapters_of_last_stand_one_level_lower_under_a_single_one() -> None:
    body = "一、健全复议机制\n受理行政复议案件312件。\n二、严格规范执法\n评查案卷40件。\n三、存在的问题\n（一）复议力量不足。"
    draft = under("一、工作成效\n二、存在的不足", body)
    assert [text_of(b) for b in draft.blocks if b.style == "heading2"][:2] == ["（一）健全复议机制", "（二）严格规范执法"]


def test_plans_below_a_heading_of_level_two_are_numbered_below_it() -> None:
    draft = draft_under(LAST, STEPS)
    plans = [block for block in draft.blocks if "年工作安排第" in text_of(block) and text_of(block)[0] != "【"]
    assert {block.style for block in plans} == {"heading3"}
    assert [text_of(block)[:2] for block in plans[:2]] == ["1.", "2."]


def test_a_heading_with_open_places_becomes_the_first_sentence_of_its_text() -> None:
    body = "一、2023年工作情况\n（一）建成12个示范点。\n坚持以点带面。\n（二）规范执法。\n评查案卷40件。\n二、存在的问题\n（一）人少。"
    draft = under("一、工作成效\n（一）示范创建\n（二）行政执法\n二、存在的问题", body)
    told = lines(draft)
    assert told[told.index("（一）示范创建") + 1].startswith("建成【待填：")
    assert any("首句" in note for note in draft.notes)


def test_what_is_asked_for_stands_in_a_comment_on_its_heading() -> None:
    comments = {text_of(b): b.comment for b in draft_under(LAST, SYSTEMS).blocks if b.comment}
    assert comments["（一）健全政府机构职能体系情况"] == "提纲要求：包括权责清单、政务服务和营商环境。"


def test_a_heading_without_anything_of_last_year_is_asked_for_with_what_it_asks() -> None:
    draft = under("一、工作成效\n（一）行政执法\n（二）网络安全。写明投入和演练。\n二、存在的问题")
    assert "【待写：网络安全；提纲要求：写明投入和演练】" in lines(draft)
    assert any("网络安全" in note and "待写" in note for note in draft.notes)
    assert next(s for s in draft.slots if "网络安全" in s.label).path == ("工作成效", "网络安全")


def test_what_fits_no_heading_stands_at_the_end_and_is_counted() -> None:
    draft = draft_under(LAST, ONLY_PLANS)
    told = lines(draft)
    at = told.index(f"三、{UNPLACED}")
    assert told.index("二、意见建议") < at < len(told) - 2
    assert "提纲中没有相应的标题" in told[at + 1]
    assert any(line.startswith("（一）推进职能法定") for line in told[at:])
    assert any("未能归入提纲" in note for note in draft.notes)
    assert UNPLACED not in "".join(lines(draft_under(LAST, SYSTEMS)))


def test_a_matter_that_no_heading_names_is_not_forced_under_one() -> None:
    draft = draft_under(LAST, THEMES)
    assert heading_over(draft, "普法期间累计开展").endswith(UNPLACED)
    assert (
        heading_over(draft, "修订应急预案") == "二、优化营商环境和数字法治政府情况"
    )  # with its subsection, on digital government


def test_each_plan_is_reported_on_under_the_heading_that_it_fits() -> None:
    draft = draft_under(LAST, SYSTEMS)
    assert heading_over(draft, "上年安排“释放行政复议制度优势”").startswith("（六）")
    assert heading_over(draft, "上年安排“深化政务数据归集应用”").startswith("（八）")
    assert heading_over(draft, "上年安排中尚未完成") == "四、2027年工作安排"


def test_causes_that_last_lacked_are_asked_for_where_the_outline_wants_them() -> None:
    told = lines(draft_under(LAST, SYSTEMS))
    assert told[told.index("（二）原因分析") + 1] == "【待写：原因分析】"
    both = lines(draft_under(LAST, THEMES))
    at = both.index("【待写：产生上述问题的原因】")
    assert "上年问题“" in both[at - 1]


# outline, words of a note
TOLD = [
    (THEMES, "提纲对篇幅的要求：3000字以内"),
    (THEMES, "提纲要求的报送时间：2027年1月25日前"),
    (SYSTEMS.replace("2026年", "2024年"), "提纲标题中的年份（2024年）与新报告的年度（2026年）不符"),
    (SYSTEMS, "已按提纲的16个标题归入上年内容"),
]


@pytest.mark.parametrize(("text", "words"), TOLD, ids=[words for _, words in TOLD])
def test_the_clerk_is_told(text: str, words: str) -> None:
    assert any(words in note for note in draft_under(LAST, text).notes)


def test_years_of_the_draft_and_of_its_plans_are_not_strange() -> None:
    assert not any("不符" in note for note in draft_under(LAST, SYSTEMS).notes)


def test_a_plain_draft_is_what_it_was() -> None:
    assert not any("提纲" in line for line in (*lines(draft_of()), *draft_of().notes))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_has_headings_that_name_it(field: Field) -> None:
    assert field.examples
    assert all(field.words in matter_of(example) for example in field.examples)


@pytest.mark.parametrize(("number", "name"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")])
def test_numbers_are_written_in_chinese(number: int, name: str) -> None:
    assert chinese(number) == name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_number_that_is_printed_is_known_again(shape) -> None:
    assert [shape_of(shape.printed(number)) for number in (1, 10, 12)] == [shape] * 3
