"""The review page as markup: what it says, its addresses, its order; what it does in a browser is in test_render_page_*.py."""

import re
from dataclasses import replace

import comparisons
import pytest
from pages import read, sample

from drafter.model.change import Comparison, Edit, PlanClause
from drafter.model.span import Span
from drafter.render import sheet_rows, wording
from drafter.render.html import render_page

ALL = [comparisons.years(), comparisons.drafts(), comparisons.same(), comparisons.nasty()]


@pytest.mark.parametrize("made", ALL)
def test_every_link_leads_to_a_place_on_the_page_and_every_id_is_one(made: Comparison) -> None:
    reader = read(made)
    assert len(set(reader.ids)) == len(reader.ids)
    assert all(link.startswith("#") for link in reader.links)
    assert {link[1:] for link in reader.links} <= set(reader.ids)
    assert {f"t{i + 1}" for i in range(len(made.text))} <= set(reader.ids)


@pytest.mark.parametrize("made", [*ALL[:2], sample("2024.docx", "2025.docx"), sample("2025-review.docx", "2025.docx")])
def test_a_finding_and_a_figure_link_to_their_very_words(made: Comparison) -> None:
    page = render_page(made)
    found = re.findall(r'<tr id="[fm].*?</tr>', page, re.S)
    ordered = [*made.findings, *wording.ordered_metrics(made)]
    assert len(found) == len(ordered)
    for row, item in zip(found, ordered, strict=True):
        words = {(side, span.text) for side, span in (("o", item.old), ("n", item.new)) if span}
        for number, side, start, end in re.findall('href="#t([0-9]+)" data-at="([on])([0-9]+)-([0-9]+)"', row):
            change = made.text[int(number) - 1]
            held = change.old if side == "o" else change.new
            assert held
            said = held.text[int(start) : int(end)]
            assert any(side == s and text.startswith(said) for s, text in words)
        assert "data-at" in row


def test_the_same_comparison_gives_the_same_page() -> None:
    assert render_page(comparisons.years()) == render_page(comparisons.years())


def test_what_is_stale_is_marked_in_the_text_and_leads_to_its_finding() -> None:
    page = render_page(comparisons.years())
    marks = re.findall('<a class="stale" href="#f1"[^>]*>([^<]*)</a>', page)
    assert marks == ["受理行政复议案件22起"] * 2  # in OLD and in NEW


def test_a_moved_paragraph_is_linked_both_ways() -> None:
    page = render_page(comparisons.years())
    assert '<a href="#t3-from">由上年一、（四）移来</a>' in page
    assert re.search('id="t3-from".*?<a href="#t3">移至本年一、（一）</a>', page, re.S)
    assert page.index('id="t6"') < page.index('id="t3-from"') < page.index('id="t7"')


def test_a_move_of_a_whole_part_names_the_part() -> None:
    made = comparisons.years()
    rows = tuple(replace(row, old_place="二、", new_place="一、") if row.moved else row for row in made.text)
    page = render_page(replace(made, text=rows))
    assert ">由上年第二部分移来</a>" in page
    assert ">移至本年第一部分</a>" in page


def paragraphs(page: str, side: str, gone: str) -> list[str]:
    """The paragraphs of a side, what stands in the element `gone` left out."""
    cells = re.findall(f'<p class="{side}">(?:<span class="sr">[^<]*</span>)?(.*?)</p>', page, re.S)
    return [re.sub("<[^>]*>", "", re.sub(f"<{gone}>.*?</{gone}>", "", cell)) for cell in cells]


def test_the_text_of_both_sides_stands_whole_on_the_page() -> None:
    page = render_page(comparisons.years())
    assert sorted(paragraphs(page, "old", "ins")) == sorted(comparisons.OLD_PARAGRAPHS)
    assert paragraphs(page, "new", "del") == list(comparisons.NEW_PARAGRAPHS)


@pytest.mark.parametrize("made", [comparisons.years(), comparisons.drafts()])
def test_figures_have_the_numbers_that_the_table_and_the_sheet_give_them(made: Comparison) -> None:
    rows = re.findall('<tr id="m[0-9]+"[^>]*><td><a [^>]*>([0-9]+)</a></td><th scope="row">([^<]*)<', render_page(made))
    ordered = wording.ordered_metrics(made)
    assert rows == [(str(i), m.label) for i, m in enumerate(ordered, 1)]
    sheet = sheet_rows.tables(made)[0].rows
    assert [(str(row[0]), row[1]) for row in sheet] == rows


def test_the_menu_of_parts_follows_their_numbers() -> None:
    made = comparisons.years()
    places = ("十、", "三、（八）", "三、（二）", "一、", "二、")
    findings = tuple(replace(made.findings[1], id=p, new_place=p) for p in places)
    menu = re.search('<select id="f-section">(.*?)</select>', render_page(replace(made, findings=findings)))
    assert menu
    assert re.findall('value="([^"]+)"', menu[1]) == ["一、", "二、", "三、", "十、"]


def test_a_quotation_inside_a_quotation_has_single_marks() -> None:
    made = comparisons.years()
    text = "“一网通办”事项41项"
    finding = replace(made.findings[1], new=Span(text=text, start=0, end=len(text)))
    assert "<q>‘一网通办’事项41项</q>" in render_page(replace(made, findings=(finding,)))


def test_it_says_where_opinions_go_and_leaves_room_for_them_on_paper() -> None:
    page = render_page(comparisons.years())
    assert wording.OPINION_PLACE in page
    assert page.count('<td class="c-opinion"></td>') == len(comparisons.FINDINGS)


def test_a_smaller_rank_is_a_rise() -> None:
    change = comparisons.METRICS[0]
    assert change.old
    assert change.new
    ranks = replace(change, delta=-2, old=replace(change.old, kind="rank"), new=replace(change.new, kind="rank"))
    for made, way in ((change, "up"), (replace(change, delta=-2), "down"), (ranks, "up")):
        page = render_page(replace(comparisons.years(), metrics=(made,)))
        assert re.findall('<td class="(up|down)"', page) == [way]


def changed(marked: str) -> str:
    """The page's two paragraphs of one change."""
    made = comparisons.years()
    edits = comparisons.edits(marked)
    sides = ["".join(e.text for e in edits if e.op != op) for op in ("insert", "delete")]
    old, new = (Span(text=text, start=0, end=len(text)) for text in sides)
    row = replace(made.text[0], edits=edits, old=old, new=new)
    page = render_page(replace(made, text=(row,), findings=(), metrics=(), plans=(), problems=(), mentions=()))
    return "".join(re.findall('<p class="(?:old|new)">.*?</p>', page, re.S))


BLANKS = [
    ("办{+　}结", '<ins data-said="全角空格">'), ("办{- }结", '<del data-said="空格">'), ("办{+  　}结", '<ins data-said="空格2个、全角空格">'),
    ("办{+\u200b}结", '<ins data-said="零宽空格">'), ("办{+\u00a0}结", '<ins data-said="不间断空格">'), ("办{+\t}结", '<ins data-said="制表符">'),
    ("办{+\n}结", '<ins data-said="换行">'), ("办{+　好}结", '<ins><i class="blank">　</i>好</ins>'), ("办{-，}{+,}结", "<ins>,</ins>"),
    ("办{-“}{+\"}结", "<ins>&#34;</ins>"), ("办{-—}{+－}结", "<del>—</del><ins>－</ins>"), ("甲\t387{-件}", '甲<i class="tab">\t</i>387'),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "shown"), BLANKS)
def test_a_blank_that_came_or_went_shows_as_something(marked: str, shown: str) -> None:
    assert shown in changed(marked)


def test_a_blank_paragraph_that_came_is_told() -> None:
    made = comparisons.years()
    empty = replace(made.text[6], new=Span(text="", start=0, end=0), edits=(Edit(op="insert", text=""),))
    assert '<ins data-said="空行"></ins>' in render_page(replace(made, text=(empty,), findings=()))


def test_a_promise_that_fills_a_page_is_shortened_and_its_clauses_fold() -> None:
    made = comparisons.years()
    plan = replace(made.plans[0].plan, text="完成执法人员轮训。" * 60)
    clause = PlanClause(text="修订目录。", start=0, end=5, status="not_mentioned")
    clauses = (*[clause] * 9, replace(clause, status="answered"))
    page = render_page(replace(made, plans=(replace(made.plans[0], plan=plan, clauses=clauses),)))
    assert page.count("完成执法人员轮训。") < 60
    assert "<summary>分项情况10条</summary>" in page
    assert page.count("<li>文本未提及：修订目录</li>") == 9


def test_what_should_have_changed_and_did_not_is_never_folded_away() -> None:
    made = comparisons.same()
    asked = replace(comparisons.FINDINGS[0], old=None, new=comparisons.old_span("22起"))
    for finding, folds in ((asked, [3, 9]), (replace(asked, level="verify"), [3, 9]), (replace(asked, level="info"), [13])):
        page = render_page(replace(made, findings=(finding,)))
        assert [int(n) for n in re.findall("<summary>未改动([0-9]+)段", page)] == folds


def test_the_page_of_drafts_has_no_sign_for_what_only_years_have() -> None:
    page = render_page(comparisons.drafts())
    assert "与上年相同、请核实" not in page
    assert 'id="plans"' not in page
