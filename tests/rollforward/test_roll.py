"""A whole report rolled forward: what stands in the draft, and what is told beside it."""

import pytest
from makers import raw
from rollmakers import BODY, OPENING, draft_of, lines, report_raw, sentence, text_of

from drafter.extract import extract_metrics
from drafter.model.errors import DrafterError
from drafter.parse import parse_report
from drafter.rollforward import roll


@pytest.fixture(scope="module")
def draft():
    return draft_of()


def test_title_year_and_headings_move_on(draft):
    assert (draft.title, draft.year) == ("云溪市人民政府关于2024年法治政府建设情况的报告", 2024)
    assert [text_of(b) for b in draft.blocks if b.style == "heading1"] == [
        "一、2024年推进法治政府建设的主要举措和成效", "二、存在的问题", "三、2025年工作安排",
    ]  # fmt: skip


def test_a_figure_becomes_a_slot_with_its_name_unit_and_last_value(draft):
    slot = next(s for s in draft.slots if s.kind == "figure" and s.last.text == "312件")
    assert slot.placeholder == f"【待填：{slot.label}（件）；上年312件】"
    assert slot.path[0] == "一、2024年推进法治政府建设的主要举措和成效".partition("、")[2]


def test_a_figure_slot_takes_the_words_of_direction_and_nearness_with_it(draft):
    assert {"增长8.5%", "近120人"} <= {s.last.text for s in draft.slots if s.kind == "figure"}


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("营商环境评价升至全省第二位。", "升至全省第二位"),
        ("直接纠错率回落到10.5%。", "回落到10.5%"),
        ("公职律师比上年净增35名。", "净增35名"),
        ("企业开办用时缩短为1个工作日。", "缩短为1个工作日"),
    ],
)
def test_words_of_direction_are_part_of_the_slot(text, slot):
    made = draft_of(f"一、2023年工作情况\n（一）推进工作。{text}", opening="")
    assert slot in {s.last.text for s in made.slots if s.kind == "figure"}


@pytest.mark.parametrize(
    ("words", "decision", "rule"),
    [
        ("应收尽收", "keep", "standing"),
        ("全年受理", "blank", "figures"),
        ("8月下旬", "ask", "event-figures"),
        ("祁同山", "blank", "leader"),
        ("第三次会议", "blank", "numbered-meeting"),
        ("印发《", "ask", "document-made"),
        ("10月", "ask", "dated-event"),
        ("复议力量不足", "keep", "problem-candidate"),
        ("没有专职人员", "ask", "problem-detail"),
        ("充实复议力量", "ask", "plan"),
        ("2024年工作安排", "shift", "heading-year"),
    ],
)
def test_each_sentence_has_its_decision(draft, words, decision, rule):
    found = sentence(draft, words)
    assert (found.decision, found.rule) == (decision, rule)


def test_every_sentence_of_last_is_decided_once_and_none_is_lost(draft):
    whole = "".join(s.old.text for s in draft.sentences)
    assert len(whole) == len(
        "".join(("云溪市人民政府关于2023年法治政府建设情况的报告", OPENING, BODY, "云溪市人民政府2024年2月6日")).replace("\n", "")
    )


def test_a_kept_sentence_is_open_until_it_is_confirmed(draft):
    kept = [s.placeholder for s in draft.slots if s.kind == "keep"]
    assert "坚持便民为民，对行政复议申请应收尽收。" in kept


def test_a_frozen_name_stays_and_is_told(draft):
    assert "《云溪市法治建设规划（2020—2022年）》和云政发〔2023〕8号" in lines(draft)[1]
    assert any("《云溪市法治建设规划（2020—2022年）》" in note and "2022年" in note for note in draft.notes)


def test_each_problem_is_a_question_and_a_candidate(draft):
    asked = [line for line in lines(draft) if "上年问题" in line]
    assert [line[:3] for line in asked] == ["（一）", "（二）"]
    assert asked[0].startswith("（一）复议力量不足。【待写：上年问题“复议力量不足。部分县区没有专职人员”的整改情况")


def test_plans_are_dealt_out_to_the_subsections_they_belong_to(draft):
    told = lines(draft)
    homes = {"充实复议力量": "（一）健全复议机制", "统一执法标准": "（二）严格规范执法"}
    for plan, home in homes.items():
        at = next(i for i, line in enumerate(told) if f"上年安排“{plan}”的进展" in line)
        assert next(line for line in reversed(told[:at]) if line.startswith("（")).startswith(home)


def test_what_the_leaders_did_takes_no_plan_of_one_matter_and_nothing_stands_behind_the_close():
    body = "\n".join(
        (
            "一、2023年主要成效",
            "（一）规范执法。开展案卷评查。",
            "（二）化解行政复议和行政争议。办理复议案件。",
            "二、第一责任人履职情况",
            "听取行政复议体制改革情况汇报，研究改革方案，推动法治督察。",
            "特此报告。",
            "三、存在的问题",
            "（一）基层力量不足。",
            "四、2024年工作安排",
            "（一）完成行政复议体制改革。落实改革方案。",
            "（二）加大法治督察力度。推动督察整改。",
        )
    )
    told = lines(draft_of(body, opening=""))
    at = {name: next(i for i, line in enumerate(told) if f"上年安排“{name}" in line) for name in ("完成行政复议", "加大法治督察")}
    assert told[at["完成行政复议"] - 1].startswith("（二）化解行政复议")
    assert told[at["加大法治督察"] + 1] == "特此报告。"


def test_the_plans_section_opens_with_what_stayed_undone_and_asks_for_new_plans(draft):
    told = lines(draft)
    at = told.index("三、2025年工作安排")
    assert "尚未完成" in told[at + 1]
    assert told[at + 2].startswith("（一）【待写：2025年工作安排第1项；上年此项为“充实复议力量”】")
    assert not any("20个" in line for line in told[at:])


def test_signature_is_kept_and_the_date_is_open(draft):
    assert [(b.style, text_of(b)) for b in draft.blocks[-2:]] == [("signature", "云溪市人民政府"), ("date", "【待填：落款日期】")]


def test_required_items_that_last_lacked_are_asked_for_and_told(draft):
    for wanted in ("第一责任人", "原因"):
        assert any(wanted in note and "待写" in note for note in draft.notes)
        assert any("【待写：" in line and wanted in line for line in lines(draft))


def test_the_counts_are_left_to_the_terminal(draft):
    assert not any("沿用" in note or "句" in note for note in draft.notes)


def test_a_draft_that_decides_nothing_is_told():
    body = "一、2023年工作情况\n（一）加强领导。" + "".join(f"坚持{word}，持续加强协调。" for word in "甲乙丙丁戊己庚辛壬癸" * 5)
    assert any("超过八成" in note for note in draft_of(body).notes)


def test_ids_are_unique_and_the_same_from_run_to_run(draft):
    assert len({s.id for s in draft.slots}) == len(draft.slots)
    assert [s.id for s in draft_of().slots] == [s.id for s in draft.slots]


def test_an_id_outlives_the_year():
    later = draft_of(
        BODY.replace("2024年", "2025年").replace("2023年", "2024年"), title="云溪市人民政府关于2024年法治政府建设情况的报告"
    )
    here = {s.id for s in draft_of().slots if s.kind == "figure"}
    assert here == {s.id for s in later.slots if s.kind == "figure"}


def test_every_piece_names_a_slot_that_is_there_and_each_slot_stands_once(draft):
    named = [piece.slot for block in draft.blocks for piece in block.pieces if piece.slot]
    assert sorted(named) == sorted(s.id for s in draft.slots)
    shown = {piece.slot: piece.text for block in draft.blocks for piece in block.pieces}
    assert all(shown[s.id] == s.placeholder for s in draft.slots)


def test_a_report_signed_before_its_year_was_over_is_told():
    assert any("未满全年" in note for note in draft_of(signed="云溪市人民政府\n2023年11月20日").notes)
    assert not any("未满全年" in note for note in draft_of().notes)


def test_a_year_may_be_given():
    assert draft_of(year=2026).title == "云溪市人民政府关于2026年法治政府建设情况的报告"


def test_without_any_year_the_user_is_told_what_to_do():
    report = parse_report(raw("云溪市法治政府建设情况报告\n推进依法行政。"))
    with pytest.raises(DrafterError) as told:
        roll(report, extract_metrics(report))
    assert "--year" in told.value.hint
    assert roll(report, (), 2025).year == 2025


def test_a_report_without_problems_and_plans_still_gets_their_sections():
    body = BODY[: BODY.index("二、存在的问题")].strip()
    told = lines(draft_of(body))
    assert any(line.startswith("二、存在的不足和原因") for line in told)
    assert any(line.startswith("三、2025年工作安排") for line in told)


def test_folded_punctuation_and_lost_markers_are_repaired():
    body = "一、2023年工作情况\n(一)加强领导,压实责任。一是抓学习。落实学法制度,提升能力\n二)规范执法。执法更加规范。"
    told = lines(draft_of(body))
    assert any(line.startswith("（一）加强领导，压实责任。一是抓学习。落实学法制度，提升能力。") for line in told)
    assert any(line.startswith("（二）规范执法。") for line in told)


def test_an_addressee_keeps_its_line():
    report = parse_report(
        report_raw(
            "云溪市2023年法治政府建设情况报告\n市人民代表大会常务委员会：\n2023年，我市推进依法行政，现将情况报告如下。\n一、主要工作\n坚持依法行政。"
        )
    )
    assert [b.style for b in roll(report, ()).blocks][:3] == ["title", "addressee", "body"]


def test_a_table_keeps_its_rows_with_slots_in_the_cells():
    text = f"云溪市2023年法治政府建设情况报告\n{OPENING}\n一、主要工作\n坚持依法行政，办理情况见下表。\n领域¦受理（件）\n公安¦387\n合计¦387\n云溪市人民政府\n2024年2月6日"
    report = parse_report(raw(text))
    rows = [text_of(b) for b in roll(report, extract_metrics(report)).blocks if b.style == "table_row"]
    assert rows[0] == "领域\t受理（件）"
    assert [row.partition("\t")[0] for row in rows[1:]] == ["公安", "合计"]
    assert all("【待填：" in row and row.endswith("上年387】") for row in rows[1:])


def test_lines_parted_by_tabs_are_a_table_whose_years_and_changes_move_on():
    body = "一、2023年工作情况\n（一）规范执法。主要指标如下：\n指标\t2022年\t2023年\t增减\n罚没款（万元）\t912.8\t863.5\t减49.3\n结案（件）\t43\t37\t减6"
    rows = [text_of(block).split("\t") for block in draft_of(body).blocks if block.style == "table_row"]
    assert rows[0] == ["指标", "2023年", "2024年", "增减"]
    assert [cell.rpartition("上年")[2] for cell in rows[1][1:]] == ["912.8】", "863.5】", "减49.3】"]
    assert all("（万元）" in cell for cell in rows[1][1:3])
    assert rows[2][3] == "【待填：结案增减；上年减6】"


def test_a_year_long_past_is_asked_for_with_the_count_that_it_dates():
    assert any(
        "截至【待填：时间；上年2021年底】，持证人员" in line
        for line in lines(draft_of("一、2023年工作情况\n（一）强化管理。截至2021年底，持证人员360名。"))
    )


def test_a_document_of_a_single_past_year_is_told():
    body = BODY.replace("坚持便民为民", "落实《2022年度重点工作目录》")
    assert any("《2022年度重点工作目录》" in note for note in draft_of(body).notes)
