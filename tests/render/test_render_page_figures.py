"""The figures on the review page: each column sorts both ways, each status can be taken away, the box finds."""

from dataclasses import replace

import comparisons
import pytest
from pages import Open, Opened

pytestmark = pytest.mark.chromium
ROWS = "#figures-table tbody tr"
STATUSES = {"changed": 5, "unchanged": 1, "perhaps": 1, "open": 1, "added": 2, "dropped": 1}
COLUMNS = ["order", "label", "old", "new", "delta", "status", "place"]


def keys(opened: Opened, key: str) -> list[float | None]:
    """What the rows are sorted by, top down; None where there is nothing."""
    at = ["place", "old", "new", "delta"].index(key)
    said = opened.page.locator(ROWS).evaluate_all("rows => rows.map(r => r.dataset.keys)")
    return [float(v) if v else None for v in (line.split(",")[at] for line in said)]


@pytest.mark.parametrize("key", ["old", "new", "delta", "place"])
def test_a_column_of_numbers_sorts_both_ways_with_the_empty_last(years: Opened, key: str) -> None:
    for sign in (1, -1):
        years.page.click(f"[data-sort={key}]")
        got = keys(years, key)
        full = [v for v in got if v is not None]
        assert full == sorted(full, key=lambda v: v * sign)
        assert got == full + [None] * (len(got) - len(full))


@pytest.mark.parametrize(("key", "column"), [("label", 2), ("status", 6)])
def test_a_column_of_words_sorts_both_ways(years: Opened, key: str, column: int) -> None:
    years.page.click(f"[data-sort={key}]")
    up = years.column(column)
    assert sorted(up) == sorted(years.column(column))
    assert up == years.page.evaluate("words => [...words].sort(new Intl.Collator('zh-CN', {numeric: true}).compare)", up)
    years.page.click(f"[data-sort={key}]")
    assert years.column(column) == up[::-1]


def test_the_number_brings_the_first_order_back(years: Opened) -> None:
    first = years.column(1)
    assert first == [str(i) for i in range(1, 12)]
    years.page.click("[data-sort=delta]")
    assert years.column(1) != first
    years.page.click("[data-sort=order]")
    assert years.column(1) == first
    years.page.click("[data-sort=order]")
    assert years.column(1) == first[::-1]


@pytest.mark.parametrize("key", COLUMNS)
def test_one_column_says_that_it_is_sorted_and_the_keyboard_can_do_it(years: Opened, key: str) -> None:
    years.page.focus(f"[data-sort={key}]")
    for way in ("descending", "ascending") if key == "order" else ("ascending", "descending"):
        years.page.keyboard.press("Enter")
        assert years.page.locator("th[aria-sort]").count() == 1
        assert years.page.get_attribute(f"th:has([data-sort={key}])", "aria-sort") == way
        assert years.focused() == "BUTTON"


def test_the_order_is_told_in_words(years: Opened) -> None:
    count = "#m-count[aria-live=polite]"
    assert years.page.text_content(count) == "显示11项，共11项"
    years.page.click("[data-sort=new]")
    assert years.page.text_content(count) == "显示11项，共11项，按本年由小到大排列"
    years.page.click("[data-sort=new]")
    assert years.page.text_content(count) == "显示11项，共11项，按本年由大到小排列"
    years.page.click("[data-sort=label]")
    assert years.page.text_content(count) == "显示11项，共11项，按指标从前往后排列"


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_can_be_taken_away_and_counts_follow(years: Opened, status: str) -> None:
    button = f"button[data-status={status}]"
    assert (years.page.text_content(button) or "").endswith(f" {STATUSES[status]}")
    years.page.click(button)
    assert years.shown(ROWS) == 11 - STATUSES[status]
    assert years.shown(f"{ROWS}[data-status={status}]") == 0
    assert years.page.text_content("#m-count") == f"显示{11 - STATUSES[status]}项，共11项"
    years.page.click(button)
    assert years.shown(ROWS) == 11


def test_the_box_finds_names_and_values_and_the_order_stays(years: Opened) -> None:
    years.page.click("[data-sort=delta]")
    for words, left in (("听证", 1), ("２２起", 1), ("执法", 3), ("没有", 0)):
        years.page.fill("#m-search", words)
        assert years.shown(ROWS) == left, words
        assert years.page.is_visible("#m-empty") == (left == 0)
    years.page.fill("#m-search", "执法")
    years.page.click("button[data-status=changed]")
    assert years.shown(ROWS) == 1  # of the three with 执法, the one that is new


def test_places_sort_by_number_and_not_by_the_look_of_the_numerals(show: Open) -> None:
    places = ("二、（八）", "二、（二）", "十、", "二、（十）", "一、")
    metrics = tuple(replace(comparisons.METRICS[0], label=p, old_place=p, new_place=p) for p in places)
    opened = show(replace(comparisons.years(), metrics=metrics))
    opened.page.click("[data-sort=place]")
    assert opened.column(7) == ["一、", "二、（二）", "二、（八）", "二、（十）", "十、"]


def test_a_figure_that_a_finding_asks_about_says_so_and_leads_there(years: Opened) -> None:
    flags = years.page.locator(f"{ROWS} .flag")
    told = flags.evaluate_all("fs => fs.map(f => [f.closest('tr').cells[1].textContent, f.textContent, f.getAttribute('href')])")
    assert told == [["取消证明事项", "请核实", "#f2"], ["举办讲座", "请核实", "#f4"]]
    years.follow(f"{ROWS} .flag[href='#f4']")
    assert years.in_view("#f4")
