"""What stands between the slots of a sentence: what happened once is asked for, the rest is open until it is confirmed."""

from dataclasses import replace

import pytest
from rollmakers import BODY, OPENING, SIGNED, TITLE, draft_of, lines, raw_of, report_raw, sentence

from drafter.cli.english import hint_in_english, message_in_english
from drafter.extract import extract_metrics
from drafter.model.errors import DrafterError
from drafter.model.raw import RawSlot
from drafter.parse import parse_report
from drafter.rollforward import roll
from drafter.rollforward.events import EVENTS, dates_event, event_in


def rolled(text, opening=OPENING):
    """A sentence as it stands in the draft, a bracket ⟨ ⟩ around each kept piece."""
    draft = draft_of(f"一、2023年工作情况\n（一）加强领导。{text}", opening=opening)
    kinds = {slot.id: slot.kind for slot in draft.slots}
    pieces = [piece for block in draft.blocks for piece in block.pieces]
    whole = "".join(f"⟨{p.text}⟩" if kinds.get(p.slot) == "keep" else p.text for p in pieces)
    return whole.partition("（一）加强领导。")[2].partition("【待写：党政")[0], draft


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_an_event_is_known_by_its_examples_and_not_by_what_looks_like_it(event):
    assert [event_in(text) for text in event.examples] == [event] * len(event.examples)
    assert [event_in(text) for text in event.others] == [None] * len(event.others)


@pytest.mark.parametrize(
    ("text", "date", "event"),
    [
        ("7月，平台投用", "7月", True),
        ("3月至5月，开展整治", "3月至5月", True),
        ("1—11月，受理案件", "1—11月", False),
        ("截至10月底，办结", "10月底", False),
        ("4月底前完成", "4月底", True),
    ],
)
def test_a_date_that_bounds_a_count_is_no_event(text, date, event):
    start = text.index(date)
    assert dates_event(text, start, start + len(date)) is event


@pytest.mark.parametrize(
    ("last", "new"),
    [
        (
            "网上办案62件，投诉次数首次下降。",
            "网上办案【待填：网上办案（件）；上年62件】，【待写：本年相应工作；上年为“投诉次数首次下降”】。",
        ),
        (
            "7月，“掌上复议”平台建成投用，实现全流程办理，网上申请330件。",
            "【待写：本年相应工作；上年为“7月，‘掌上复议’平台建成投用，实现全流程办理”】，网上申请【待填：网上申请（件）；上年330件】。",
        ),
        (
            "审查政策措施175件，从源头上防止地方保护。",
            "审查政策措施【待填：审查政策措施（件）；上年175件】，⟨从源头上防止地方保护。⟩",
        ),
        ("受理行政复议案件175件。", "受理行政复议案件【待填：受理行政复议案件（件）；上年175件】。"),
        ("全年，受理行政复议案件175件。", "全年，受理行政复议案件【待填：受理行政复议案件（件）；上年175件】。"),
        ("副市长祁同山带队开展营商环境检查。", "副市长【待填：副市长姓名；上年祁同山】⟨带队开展营商环境检查。⟩"),
        ("常务副市长祁同山定期调度。", "常务副市长【待填：常务副市长姓名；上年祁同山】⟨定期调度。⟩"),
        ("公开重点任务完成情况，及时答复申请。", "⟨公开重点任务完成情况，及时答复申请。⟩"),
        ("下一步，重点抓好以下工作：", "⟨下一步，重点抓好以下工作：⟩"),
        (
            "制定罚没物品处置规程。我市被评为全省先进。",
            "【待写：本年制度建设情况、本年获得的荣誉和评价；上年为“制定罚没物品处置规程。我市被评为全省先进”】",
        ),
        (
            "制定合法性审核规程，明确办理时限，审核文件66件。",
            "【待写：本年制度建设情况；上年为“制定合法性审核规程，明确办理时限”】，审核文件【待填：审核文件（件）；上年66件】。",
        ),
    ],
)
def test_a_sentence_with_slots_clause_by_clause(last, new):
    assert rolled(last)[0].startswith(new)


def test_the_figures_of_what_happened_once_keep_their_slots():
    text, draft = rolled("4月底前完成剩余12个乡镇执法人员轮训，覆盖98个村。")
    assert text.startswith("【待写：本年相应工作；上年为“4月底前完成剩余12个乡镇执法人员轮训”】【待填：")
    assert {"12个", "98个"} <= {slot.last.text for slot in draft.slots if slot.kind == "figure"}
    assert sentence(draft, "完成剩余").decision == "ask"


def test_a_lead_sentence_that_tells_of_an_end_is_asked_for_and_others_stand():
    text, draft = rolled("一是完成“八五”普法总结验收。开展宣传活动96场。二是加强人才培育。培训人员66人。")
    assert text.startswith("一是【待写：本年相应工作；上年为“完成‘八五’普法总结验收”】。开展宣传活动【待填：")
    assert "二是加强人才培育。培训人员【待填：" in text
    assert sentence(draft, "总结验收").rule == "lead-event"


def test_the_opening_asks_only_for_what_came_to_its_end():
    opening = "2025年，云溪市坚持依法行政，锚定《法治政府建设实施纲要（2021—2025年）》收官目标，统筹各项工作。"
    draft = draft_of(opening=opening, title=TITLE.replace("2023", "2025"))
    assert lines(draft)[1] == (
        "2026年，云溪市坚持依法行政，【待写：本年相应工作；上年为“锚定《法治政府建设实施纲要（2021—2025年）》收官目标”】，统筹各项工作。"
    )


def test_the_opening_asks_for_what_belonged_to_the_time():
    draft = draft_of(opening="2023年，云溪市坚持依法行政，统筹疫情防控和经济发展，推进各项工作。")
    assert lines(draft)[1] == (
        "2024年，云溪市坚持依法行政，【待写：本年相应情况；上年为“统筹疫情防控和经济发展”】，推进各项工作。"
    )


def test_a_plan_is_out_of_date_among_plans_for_the_year_after_it():
    body = "一、2024年工作情况\n推进依法行政。\n二、2025年工作安排\n按照《云溪市法治规划（2021—2025年）》，抓好工作。\n（一）统一标准。编制检查标准。"
    draft = draft_of(body, opening="", title=TITLE.replace("2023", "2024"))
    assert "《云溪市法治规划（2021—2025年）》的期限至2025年，所述为2026年安排，请核实是否改引新的文件" in draft.notes


def test_a_plan_whose_period_ended_is_told_in_the_notes_and_at_its_paragraph():
    opening = "2020年，云溪市依据《法治政府建设实施纲要（2015—2020年）》推进依法行政。"
    draft = draft_of(opening=opening, title=TITLE.replace("2023", "2020"))
    told = "《法治政府建设实施纲要（2015—2020年）》的期限至2020年，新报告为2021年"
    assert any(note.startswith(told) for note in draft.notes)
    assert (draft.blocks[1].comment or "").startswith(told)
    assert "《法治政府建设实施纲要（2015—2020年）》" in lines(draft)[1]


def test_a_year_long_past_in_words_that_are_carried_over_is_told():
    body = "一、2023年工作情况\n（一）依法决策。公布2021年度决策事项目录，2019年以来持续推进，落实2020年出台的办法。"
    draft = draft_of(body)
    assert "文中沿用了较早的年份（2021年），请核实是否仍然适用" in draft.notes
    assert any("“2021年”是上年报告原有的年份" in (block.comment or "") for block in draft.blocks)


def test_a_plan_that_still_runs_is_not_told():
    opening = "2023年，云溪市依据《法治政府建设实施纲要（2021—2025年）》推进依法行政。"
    assert not any("期限" in note for note in draft_of(opening=opening).notes)


def test_an_unfilled_draft_is_refused_as_a_base():
    report = parse_report(raw_of(draft_of()))
    with pytest.raises(DrafterError) as told:
        roll(report, extract_metrics(report), 2025)
    count = report.text.count("【待")
    assert told.value.message == f"上年稿尚有{count}处未填写，不宜作为底稿"
    assert told.value.hint == "请先填写并确认，再生成下年度初稿"
    assert str(count) in message_in_english(told.value.message)
    assert hint_in_english(told.value.hint).isascii()


def test_a_base_with_unconfirmed_sentences_is_told():
    report = parse_report(report_raw("\n".join((TITLE, OPENING, BODY, SIGNED))))
    slot = RawSlot(slot_id="k-1", kind="keep", label="沿用", start=40, end=60, open=True)
    assert "上年稿尚有1处沿用语句未确认，请先核实" in roll(replace(report, slots=(slot,)), ()).notes


def test_labels_say_which_plan_and_which_problem_is_meant():
    labels = [slot.label for slot in draft_of().slots]
    assert "上年安排“统一执法标准”的进展" in labels
    assert any(label.startswith("上年问题“执法标准不统一") and label.endswith("的整改情况") for label in labels)
    assert all(len(slot.label) <= 16 for slot in draft_of().slots if slot.kind == "keep" and slot.label.startswith("沿用"))
