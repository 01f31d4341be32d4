"""The findings on the review page: each filter, the search box, the way back to everything."""

from dataclasses import replace

import comparisons
import pytest
from pages import Open, Opened

pytestmark = pytest.mark.chromium
ROWS = "#findings-table tbody tr"


@pytest.mark.parametrize(("level", "left"), [("must", 4), ("verify", 2), ("info", 4)])
def test_each_button_of_a_level_takes_its_findings_away_and_brings_them_back(years: Opened, level: str, left: int) -> None:
    page, button = years.page, f"button.level.{level}"
    page.click(button)
    assert years.shown(ROWS) == left
    assert page.get_attribute(button, "aria-pressed") == "false"
    assert page.text_content("#f-count") == f"显示{left}项，共5项"
    page.focus(button)
    page.keyboard.press("Space")
    assert years.shown(ROWS) == 5
    assert page.get_attribute(button, "aria-pressed") == "true"


@pytest.mark.parametrize(("kind", "left"), [("stale", 1), ("metric", 2), ("plan", 1), ("problem", 1), ("", 5)])
def test_the_list_of_kinds(years: Opened, kind: str, left: int) -> None:
    years.page.select_option("#f-kind", kind)
    assert years.shown(ROWS) == left
    assert years.shown(f"{ROWS}[data-kind='{kind}']" if kind else ROWS) == left


def test_the_lists_name_the_kinds_and_parts_that_are_there_with_their_counts(years: Opened) -> None:
    options = "{id} option"
    kinds = years.page.locator("#f-kind option").all_text_contents()
    assert kinds == ["全部", "数据（2）", "安排（1）", "问题（1）", "与上年相同（1）"]
    assert years.page.locator(options.format(id="#f-section")).all_text_contents() == [
        "全部",
        "一、主要举措和成效",
        "二、存在的问题",
        "三、下一年工作安排",
    ]


@pytest.mark.parametrize(("section", "left"), [("一、", 3), ("二、", 1), ("三、", 1)])
def test_the_list_of_parts(years: Opened, section: str, left: int) -> None:
    years.page.select_option("#f-section", section)
    assert years.shown(ROWS) == left


SEARCHES = [
    ("讲座３６场", 1), ("讲座36场", 1), ("stale-1", 1), ("STALE-1", 1), ("ｍｅｔｒｉｃ", 2), ("已核实", 1), ("“已核实”", 1),
    ("执法 力量", 1), ("必改", 1), ("修订重大行政决策目录", 1), ("41项", 1), ("(三)", 2), ("没有的话", 0),
]  # fmt: skip


@pytest.mark.parametrize(("words", "left"), SEARCHES)
def test_the_search_box_heeds_neither_width_nor_case_nor_blanks(years: Opened, words: str, left: int) -> None:
    years.page.fill("#f-search", words)
    assert years.shown(ROWS) == left
    assert years.page.is_visible("#f-empty") == (left == 0)
    assert years.page.text_content("#f-count") == f"显示{left}项，共5项"


def test_filters_work_together_and_one_button_takes_all_of_them_off(years: Opened) -> None:
    page = years.page
    page.click("button.level.info")
    page.select_option("#f-kind", "metric")
    page.select_option("#f-section", "一、")
    assert years.shown(ROWS) == 2
    page.fill("#f-search", "讲座")
    assert years.shown(ROWS) == 1
    page.click("#f-reset")
    assert years.shown(ROWS) == 5
    assert [page.input_value(f"#f-{box}") for box in ("kind", "section", "search")] == ["", "", ""]
    assert page.get_attribute("button.level.info", "aria-pressed") == "true"


def test_a_level_without_findings_has_no_button(show: Open) -> None:
    opened = show(comparisons.drafts())
    assert opened.page.locator("button.level").all_text_contents() == ["请核实 2"]


def test_without_findings_it_says_so_and_has_no_controls(show: Open) -> None:
    opened = show(replace(comparisons.years(), findings=(), summary={}))
    assert "未发现需要核实的事项。" in (opened.page.text_content("#findings") or "")
    assert opened.page.locator("#findings button, #findings input").count() == 0
