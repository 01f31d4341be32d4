"""Every link of the review page leads to the very words, and back; every place has an address that can be sent to somebody."""

from dataclasses import replace

import comparisons
import pytest
from pages import Open, Opened, sample

from drafter.model.change import Comparison, Edit, TextChange
from drafter.model.span import Span

pytestmark = pytest.mark.chromium


def spans(made: Comparison) -> set[tuple[str, str]]:
    """(side, words) of everything that the tables quote and that stands in one paragraph."""
    of = (
        [(f.old, f.new) for f in made.findings] + [(m.old, m.new) for m in made.metrics] + [(m.old, m.new) for m in made.mentions]
    )
    of += [(p.old, p.new) for p in made.problems] + [(p.plan, None) for p in made.plans]
    of += [(None, e) for p in made.plans for e in p.evidence]
    return {(side, span.text) for pair in of for side, span in zip("on", pair, strict=True) if span and "\n" not in span.text}


LINKS = "as => as.map(a => a.getAttribute('href'))"


@pytest.mark.parametrize(("width", "view"), [(1400, "v-side"), (1400, "v-inline"), (390, "v-side")])
def test_every_link_into_the_text_marks_the_words_that_are_quoted(show: Open, width: int, view: str) -> None:
    made = comparisons.years()
    opened = show(made, width)
    opened.page.evaluate("id => { const e = document.getElementById(id); e.checked = true; }", view)
    expected = spans(made)
    for link in opened.page.locator("section:not(#text) a[data-at]").evaluate_all(LINKS):
        opened.go(link)
        side = "o" if "o" in link else "n"
        assert (side, opened.marked()) in expected, link
        assert opened.in_view("mark"), link
        assert opened.page.locator(".here").count() == 1


def test_it_is_so_in_real_reports_too(show: Open) -> None:
    made = sample("2024.docx", "2025.docx")
    opened = show(made)
    expected = {(side, text[:30]) for side, text in spans(made)}
    links = opened.page.locator("section:not(#text) a[data-at]").evaluate_all(LINKS)
    assert len(links) > 300
    for link in links[::4]:
        opened.go(link)
        assert ("o" if "o" in link else "n", opened.marked()[:30]) in expected, link


def test_a_click_on_a_finding_s_place_leads_there_and_the_browser_leads_back(years: Opened) -> None:
    page = years.page
    page.set_viewport_size({"width": 1400, "height": 400})
    page.locator("#f2 .n a").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    years.follow("#f2 .n a")
    assert page.url.endswith("#t4n18-21")
    assert years.marked() == "18项"
    assert page.evaluate("scrollY") > before + 500
    page.go_back()
    page.wait_for_function("!document.querySelector('mark, .here')")
    page.wait_for_function("before => Math.abs(scrollY - before) < 5", arg=before)
    page.go_forward()
    page.wait_for_selector("mark")
    assert years.marked() == "18项"


def test_the_same_link_once_more_leads_there_once_more(years: Opened) -> None:
    years.follow("#f2 .n a")
    years.page.evaluate("scrollTo(0, 0)")
    years.follow("#f2 .n a")
    assert years.in_view("mark")


def test_a_link_followed_by_keyboard_takes_the_keyboard_to_the_words(years: Opened) -> None:
    years.follow("#f2 .n a", key="Enter")
    assert years.focused() == "MARK"
    years.page.keyboard.press("Tab")
    assert years.page.evaluate("document.querySelector('#t4').compareDocumentPosition(document.activeElement) & 4")


def test_the_flag_beside_a_paragraph_leads_back_to_its_finding(years: Opened) -> None:
    flags = years.page.locator("#text .flag").evaluate_all(LINKS)
    assert len(flags) > 4
    for goal in flags:
        years.follow(f"#text .flag[href='{goal}']")
        assert years.page.evaluate("document.querySelector(':target').id") == goal[1:]
        assert years.in_view(goal)


def test_a_flag_brings_its_finding_back_where_a_filter_had_taken_it_away(years: Opened) -> None:
    years.page.click("button.level.must")
    assert not years.page.is_visible("#f1")
    years.follow("#t5 .flag.must")
    assert years.page.is_visible("#f1")
    assert years.page.text_content("#f-count") == "显示5项，共5项"


def test_what_is_the_same_as_last_year_leads_to_its_finding(years: Opened) -> None:
    for view in ("v-side", "v-inline"):
        years.page.click(f"label[for={view}]")
        years.follow("#t5 .new a.stale")
        assert years.page.url.endswith("#f1")
        assert years.in_view("#f1")


def test_a_move_can_be_followed_there_and_back(years: Opened) -> None:
    years.follow("#t3 .from a")
    assert years.page.evaluate("document.querySelector(':target').id") == "t3-from"
    assert years.in_view("#t3-from")
    years.follow("#t3-from a")
    assert years.page.evaluate("document.querySelector(':target').id") == "t3"
    assert years.in_view("#t3")


def test_the_number_beside_a_paragraph_is_its_address(years: Opened) -> None:
    years.follow("#t8 .number")
    assert years.page.url.endswith("#t8")


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("t12", "#t12"),
        ("f5", "#f5"),
        ("m3", "#m3"),
        ("m11", "#m11"),
        ("p2", "#p2"),
        ("q1", "#q1"),
        ("w1", "#w1"),
        ("t3-from", "#t3-from"),
        ("plans", "#plans"),
        ("t5n8-18", "mark"),
    ],
)
def test_an_address_that_was_sent_opens_at_its_place(years: Opened, address: str, seen: str) -> None:
    years.page.goto("about:blank")
    years.page.goto(f"{years.address}#{address}")
    assert years.in_view(seen)


@pytest.mark.parametrize("row", ["m4", "f2", "p2", "q1", "w1"])
def test_the_number_of_a_row_is_its_address(years: Opened, row: str) -> None:
    years.follow(f"#{row} a.number")
    assert years.page.url.endswith(f"#{row}")
    assert years.page.text_content(f"#{row} td") == row[1:]


def test_the_address_of_a_figure_stays_when_the_table_is_sorted(years: Opened) -> None:
    label = years.page.text_content("#m4 th")
    years.page.click("#figures-table .sort[data-sort='label']")
    years.page.click("#figures-table .sort[data-sort='label']")
    years.go("#m4")
    assert years.page.text_content(":target th") == label
    assert years.in_view("#m4")


def test_an_address_brings_a_figure_back_that_a_filter_had_taken_away(years: Opened) -> None:
    years.page.fill("#m-search", "没有这样的指标")
    assert not years.page.is_visible("#m2")
    years.go("#m2")
    assert years.page.is_visible("#m2")
    assert years.page.input_value("#m-search") == ""
    assert years.in_view("#m2")


@pytest.mark.parametrize(
    "address", ["t999", "m999", "m0", "t4n900-950", "t3n5-2", "t4x1-2", "%E0%A4%A", "f1%22%3E", "-", "t4o0-0"]
)
def test_an_address_that_is_none_does_no_harm(years: Opened, address: str) -> None:
    years.page.goto("about:blank")
    years.page.goto(f"{years.address}#{address}")
    assert years.marked() == ""
    years.page.keyboard.press("n")
    assert years.page.locator(".here").count() == 1


def test_a_link_into_a_fold_opens_it(show: Open) -> None:
    made = comparisons.years()
    opened = show(
        replace(
            made, text=(*comparisons.same().text[:-1], made.text[-1]), findings=(replace(comparisons.FINDINGS[1], level="info"),)
        )
    )
    opened.follow("#findings-table a[href^='#t3']")  # the place of 41项 in OLD
    assert opened.page.is_visible("#t3 .old")
    assert opened.marked() == "41项"


def test_n_goes_on_from_where_a_link_led(years: Opened) -> None:
    years.follow("#figures-table a[href^='#t7n']")
    years.page.keyboard.press("n")
    assert years.focused() == "t7"
    years.go("#t8")  # unchanged
    years.page.keyboard.press("p")
    assert years.focused() == "t7"
    assert years.marked() == ""


def test_links_of_the_contents_lead_to_their_parts(years: Opened) -> None:
    for part in ("text", "mentions", "problems", "plans", "figures", "findings"):
        years.follow(f"nav a[href='#{part}']")
        assert years.in_view(f"#h-{part}")


def test_letters_beyond_the_common_plane_count_as_one(show: Open) -> None:
    made = comparisons.years()
    text = "𬭎𬬻市受理22起。"
    row = TextChange(
        kind="equal", moved=False, old=Span(text=text, start=0, end=len(text)), new=Span(text=text, start=0, end=len(text)),
        similarity=1.0, edits=(Edit(op="equal", text=text),),
    )  # fmt: skip
    passage = Span(text="22起", start=5, end=8)
    finding = replace(comparisons.FINDINGS[1], old=passage, new=passage)
    opened = show(replace(made, text=(row,), findings=(finding,), metrics=(), plans=(), problems=(), mentions=()))
    opened.go("#t1n5-8")
    assert opened.marked() == "22起"
