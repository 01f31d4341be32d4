"""The text on the review page: two columns or one, n and p, folds; by mouse and by keyboard."""

from dataclasses import replace

import comparisons
import pytest
from pages import Open, Opened

from drafter.model.change import Comparison

pytestmark = pytest.mark.chromium
COUNT, TOTAL = "改动第{}处，共{}处", 15  # of two years: 12 paragraphs, three of which have two sentences with changes


def at(opened: Opened) -> str:
    """What is said of the current change, without what only a screen reader is told."""
    return str(opened.page.evaluate("document.getElementById('at').firstChild.data"))


def now(opened: Opened) -> list[str]:
    """The pieces that are outlined and can be seen."""
    seen = "els => els.filter(e => e.getClientRects().length).map(e => e.tagName.toLowerCase() + ' ' + e.textContent)"
    return list(opened.page.locator(".now").evaluate_all(seen))


def folded() -> Comparison:
    """Unchanged paragraphs in a run."""
    made = comparisons.years()
    return replace(
        made, text=(*comparisons.same().text[:-1], made.text[-1]), findings=(replace(comparisons.FINDINGS[1], level="info"),)
    )


def long() -> Comparison:
    """One paragraph of four sentences, three of which have changes, and a dropped paragraph."""
    old = "受理22起，办结20起。群众满意。培训执法人员1240人；公示信息2万条。"
    new = "受理30起，办结29起。群众满意。培训执法人员1365人；公示信息3万条。"
    marked = "受理{-22起}{+30起}，办结{-20起}{+29起}。群众满意。培训执法人员{-1240人}{+1365人}；公示信息{-2万条}{+3万条}。"
    made = comparisons.row("dropped", comparisons.OLD_PARAGRAPHS[12], None)
    change = replace(comparisons.TEXT[0], edits=comparisons.edits(marked), old=span(old), new=span(new))
    return replace(comparisons.years(), text=(change, made), findings=(), mentions=(), plans=(), problems=(), metrics=())


def span(text: str) -> comparisons.Span:
    """A text that stands first in its report."""
    return comparisons.Span(text=text, start=0, end=len(text))


def test_n_and_p_go_from_change_to_change_and_round_the_end(years: Opened) -> None:
    page, total = years.page, TOTAL
    assert at(years) == f"改动共{total}处"
    page.keyboard.press("n")
    assert (years.focused(), at(years)) == ("t1", COUNT.format(1, total))
    page.keyboard.press("n")
    assert (years.focused(), at(years)) == ("t3", COUNT.format(2, total))
    for _ in range(2):
        page.keyboard.press("p")
    assert (years.focused(), at(years)) == ("t15", COUNT.format(total, total))
    assert years.in_view("#t15")
    page.keyboard.press("n")
    assert years.focused() == "t1"


def test_p_first_goes_to_the_last_change(years: Opened) -> None:
    years.page.keyboard.press("p")
    assert years.focused() == "t15"


def test_the_buttons_do_the_same(years: Opened) -> None:
    years.page.click("#next")
    assert at(years) == COUNT.format(1, TOTAL)
    years.page.click("#prev")
    assert at(years) == COUNT.format(TOTAL, TOTAL)


def test_inside_a_long_paragraph_each_sentence_with_changes_is_a_stop_of_its_own(show: Open) -> None:
    opened = show(long())
    stops = [
        ["del 22起", "del 20起", "ins 30起", "ins 29起"], ["del 1240人", "ins 1365人"], ["del 2万条", "ins 3万条"], [],
    ]  # fmt: skip
    for number, pieces in enumerate(stops, 1):
        opened.page.keyboard.press("n")
        assert now(opened) == pieces
        assert at(opened) == COUNT.format(number, 4)
        assert opened.focused() == ("t1" if pieces else "t2")
        assert opened.page.locator(".here").count() == 1


def test_a_screen_reader_is_told_what_changed_there(show: Open) -> None:
    opened = show(long())
    for _ in range(2):
        opened.page.keyboard.press("n")
    said = opened.page.text_content("#at[aria-live=polite]")
    assert said == COUNT.format(2, 4) + "：第1段，有改动，删去“1240人”，增加“1365人”"


def test_n_and_p_are_letters_while_somebody_types(years: Opened) -> None:
    page = years.page
    for box in ("#f-search", "#m-search"):
        page.focus(box)
        page.keyboard.press("n")
        page.keyboard.press("p")
        assert page.input_value(box) == "np"
        assert years.focused() == box[1:]
    page.focus("#f-kind")
    page.keyboard.press("n")
    assert at(years) == f"改动共{TOTAL}处"


def test_n_and_p_with_another_key_are_the_browsers_own(years: Opened) -> None:
    for keys in ("Control+n", "Alt+p", "Meta+n"):
        years.page.keyboard.press(keys)
    assert at(years) == f"改动共{TOTAL}处"


def test_who_scrolls_away_goes_on_from_what_can_be_seen(show: Open) -> None:
    made = comparisons.years()
    text = tuple(row for _ in range(9) for row in made.text)
    opened = show(replace(made, text=text, findings=(), mentions=(), plans=(), problems=(), metrics=()))
    opened.page.keyboard.press("n")
    assert opened.focused() == "t1"
    for key, row in (("n", "t69"), ("p", "t67")):  # t68 is unchanged
        opened.page.evaluate("scrollBy(0, document.querySelector('#t69').getBoundingClientRect().top - 95)")
        opened.page.keyboard.press(key)
        assert opened.focused() == row
        opened.page.evaluate("scrollTo(0, 0)")
    opened.page.keyboard.press("n")  # the text is out of the window: on from the last one
    assert opened.focused() == "t69"


def test_the_box_switches_the_keys_off_but_not_the_buttons(years: Opened) -> None:
    page = years.page
    page.focus("#keys")
    page.keyboard.press("Space")
    page.keyboard.press("n")
    assert at(years) == f"改动共{TOTAL}处"
    page.click("#next")
    assert at(years) == COUNT.format(1, TOTAL)
    page.check("#keys")
    page.keyboard.press("n")
    assert at(years) == COUNT.format(2, TOTAL)


def test_without_changes_there_is_nowhere_to_step(show: Open) -> None:
    opened = show(comparisons.same())
    assert at(opened) == "没有改动"
    assert opened.page.is_disabled("#next")
    opened.page.keyboard.press("n")
    assert opened.focused() == "BODY"


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_the_switch_shows_two_columns_or_one(years: Opened, way: str) -> None:
    page = years.page

    def switch(to: str, key: str) -> None:
        if way == "mouse":
            page.click(f"label[for={to}]")
        else:
            page.focus("input[name=view]:checked")
            page.keyboard.press(key)
        assert years.focused() == to

    assert years.shown("#t4 .old") == 1
    assert years.shown("#t4 .new del") == 0
    switch("v-inline", "ArrowRight")
    assert years.shown("#t4 .old") == 0
    assert years.shown("#t4 .new del") == 3
    assert years.shown("#t6 .old del") == 1  # a paragraph that NEW has not shows in either view
    assert years.shown(".heads") == 0
    switch("v-side", "ArrowLeft")
    assert years.shown("#t4 .old") == 1


def test_the_current_change_stays_in_view_when_the_view_is_switched(show: Open) -> None:
    made = comparisons.years()
    opened = show(replace(made, text=made.text * 9, findings=(), mentions=(), plans=(), problems=(), metrics=()))
    opened.page.keyboard.press("p")
    for view in ("v-inline", "v-side"):
        opened.page.click(f"label[for={view}]")
        assert opened.in_view(".here")


def test_each_view_reads_as_its_report(years: Opened) -> None:
    words = "els => els.filter(e => e.getClientRects().length).map(e => e.innerText.replace(/^(上年|本年)：\\s*/, ''))"
    sides = {name: years.page.locator(f".rows .{name}").evaluate_all(words) for name in ("old", "new")}
    assert sorted(sides["old"]) == sorted(comparisons.OLD_PARAGRAPHS)
    assert sides["new"] == list(comparisons.NEW_PARAGRAPHS)


def test_unchanged_parts_fold_all_together_and_one_by_one(show: Open) -> None:
    opened = show(folded())
    page = opened.page
    assert page.is_visible("text=未改动12段：青枫县人民政府关于2022年法治政府建设情况的报告")
    assert not page.is_visible("#t5")
    page.focus("#fold")
    page.keyboard.press("Enter")
    assert page.get_attribute("#fold", "aria-pressed") == "false"
    assert page.is_visible("#t5 .old")
    page.click("#fold")
    assert not page.is_visible("#t5")
    page.focus(".rows summary")
    page.keyboard.press("Space")
    assert page.is_visible("#t5 .old")


def test_where_everything_changed_there_is_no_button_to_fold(years: Opened) -> None:
    assert not years.page.is_visible("#fold")


def test_n_opens_no_fold_for_there_is_no_change_in_one(show: Open) -> None:
    opened = show(folded())
    opened.page.keyboard.press("n")
    assert opened.focused() == "t13"
    assert not opened.page.is_visible("#t5")


def test_without_script_everything_shows_and_the_view_can_be_switched(show: Open) -> None:
    opened = show(folded(), java_script_enabled=False)
    assert opened.page.is_visible("#t5 .old")
    assert not opened.page.is_visible("#next")
    assert not opened.page.is_visible("#f-search")
    assert opened.page.locator("#figures-table tbody tr").count() == len(comparisons.METRICS)
    assert opened.page.is_visible("#figures-table tbody tr:last-child")
    opened.page.click("label[for=v-inline]")
    assert opened.page.is_visible("#t5 .new")
    assert not opened.page.is_visible("#t5 .old")
