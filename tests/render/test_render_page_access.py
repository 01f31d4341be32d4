"""The review page for those who use a keyboard, a screen reader, large letters or their own colours: axe-core finds nothing."""

from dataclasses import replace

import comparisons
import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import Open, Opened, sample

from drafter.model.change import Comparison

pytestmark = pytest.mark.chromium
# WCAG 2.0 to 2.2, levels A and AA, and what axe-core holds to be good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
WIDTHS = [1400, 390]


def violations(opened: Opened) -> list[str]:
    """What axe-core finds, each with the first element that it found it in."""
    opened.page.evaluate("scrollTo(0, 0)")  # what has scrolled half under the bars at the top is no small target
    found = Axe().run(opened.page, options=RULES).response
    assert len(found["passes"]) > 20  # it did run
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


PAGES = {
    "years": comparisons.years(), "drafts": comparisons.drafts(), "same": comparisons.same(),
    "no findings": replace(comparisons.years(), findings=(), metrics=(), mentions=(), plans=(), problems=()),
}  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(show: Open, made: Comparison, width: int) -> None:
    assert violations(show(made, width, bypass_csp=True)) == []


@pytest.mark.parametrize(
    ("pair", "width"),
    [(("2024.docx", "2025.docx"), 1400), (("2024.docx", "2025.docx"), 390), (("2025-review.docx", "2025.docx"), 1400)],
)
def test_axe_finds_nothing_in_real_reports(show: Open, pair: tuple[str, str], width: int) -> None:
    opened = show(sample(*pair), width, bypass_csp=True)
    assert violations(opened) == []
    if opened.page.is_visible("#fold"):
        opened.page.click("#fold")
        assert violations(opened) == []


def test_axe_finds_nothing_after_a_filter_a_sort_a_step_and_a_link(show: Open) -> None:
    opened = show(comparisons.years(), bypass_csp=True)
    page = opened.page
    page.fill("#f-search", "没有的话")
    page.click("[data-sort=delta]")
    page.click("button[data-status=changed]")
    assert violations(opened) == []
    page.click("#f-reset")
    page.click("label[for=v-inline]")
    page.click("#next")
    assert violations(opened) == []
    page.click("#f2 .n a")
    assert violations(opened) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_where_the_system_chooses_the_colours(show: Open, width: int) -> None:
    opened = show(comparisons.years(), width, bypass_csp=True, forced_colors="active")
    assert violations(opened) == []
    assert opened.page.evaluate("getComputedStyle(document.querySelector('#t4 .old del')).textDecorationLine") == "line-through"
    assert opened.page.evaluate("getComputedStyle(document.querySelector('#t4 .new ins')).textDecorationLine") == "underline"


def test_axe_finds_nothing_without_our_script(show: Open) -> None:
    opened = show(comparisons.years(), bypass_csp=True)
    opened.page.route("**/*", lambda route: route.fulfill(body=unscripted(opened), content_type="text/html; charset=utf-8"))
    opened.page.goto(opened.address)
    assert opened.page.evaluate("document.documentElement.className") == ""
    assert violations(opened) == []


def unscripted(opened: Opened) -> str:
    """The page as a browser that runs no script sees it."""
    head, _, rest = opened.path.read_text(encoding="utf-8").partition("<script>")
    return head + rest.partition("</script>")[2]


CONTRAST = """() => {
  const lum = c => { const v = c.map(x => { x /= 255; return x <= .03928 ? x / 12.92 : Math.pow((x + .055) / 1.055, 2.4); });
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
  const rgb = s => s.match(/[\\d.]+/g).map(Number);
  const back = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
  return [...document.querySelectorAll('body *')].filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => { const a = lum(rgb(getComputedStyle(e).color).slice(0, 3)), b = lum(back(e));
      return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 12)]; })
    .filter(([ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("view", ["v-side", "v-inline"])
def test_every_text_stands_out_from_its_ground(years: Opened, view: str) -> None:
    years.page.click(f"label[for={view}]")
    years.page.click("#f2 .n a")
    years.page.click("#next")
    assert years.page.evaluate(CONTRAST) == []


def test_a_screen_reader_finds_names_and_an_order(years: Opened) -> None:
    page = years.page
    nameless = "els => els.filter(e => !(e.labels && e.labels.length) && !e.textContent.trim() && !e.ariaLabel).length"
    assert page.locator("button, select, input").evaluate_all(nameless) == 0
    assert page.locator("table:not(:has(caption))").count() == 0
    assert page.locator("thead th:not([scope=col])").count() == 0
    assert page.locator("tbody tr:not(:has(th[scope=row]))").count() == 0
    levels = page.locator("h1, h2, h3").evaluate_all("els => els.map(e => +e.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert page.get_attribute("html", "lang") == "zh-CN"


def test_the_tab_key_goes_through_the_page_in_the_order_in_which_it_is_read(years: Opened) -> None:
    order = []
    for _ in range(400):
        years.page.keyboard.press("Tab")
        place = "(e => e === document.body ? null : [...document.querySelectorAll('*')].indexOf(e))(document.activeElement)"
        order.append(years.page.evaluate(place))
        if order[-1] is None or (order[-1] == order[0] and len(order) > 1):
            break
    stops = [at for at in order[:-1] if at is not None]
    assert len(stops) > 60
    assert stops == sorted(stops)


def test_the_first_tab_offers_to_skip_to_the_findings(years: Opened) -> None:
    years.page.keyboard.press("Tab")
    assert years.page.evaluate("document.activeElement.className") == "skip"
    assert years.in_view(".skip") or years.page.locator(".skip").bounding_box()["x"] >= 0
    years.page.keyboard.press("Enter")
    assert years.page.url.endswith("#findings")


@pytest.mark.parametrize("width", [1400, 1024, 700, 390])
def test_nothing_runs_out_of_the_window(show: Open, width: int) -> None:
    for made in (comparisons.years(), comparisons.nasty()):
        assert show(made, width).page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_telephone_rows_are_cards_and_the_text_is_merged(show: Open) -> None:
    opened = show(comparisons.years(), 390)
    width = "selector => document.querySelector(selector).getBoundingClientRect().width"
    for cell in ("#f1 .c-message", "#f1 .c-quote", "#plans tbody .c-text", "#figures-table tbody th"):
        assert opened.page.evaluate(width, cell) > 280, cell
    label = "s => getComputedStyle(document.querySelector(s), '::before').content"
    assert "上年" in opened.page.evaluate(label, "#f1 .o")
    assert "本年" in opened.page.evaluate(label, "#figures-table td:nth-child(4)")
    assert opened.shown("#t4 .old") == 0
    assert opened.shown("#t4 .new del") == 3
