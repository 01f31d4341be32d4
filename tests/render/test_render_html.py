"""The review page: what it says without a browser, and what it does in a real one."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import comparisons
import pytest
from playwright.sync_api import sync_playwright

from drafter.model.change import Comparison
from drafter.model.span import Span
from drafter.render import sheet_rows, wording
from drafter.render.html import render_page

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
VOID = {"meta", "input", "link", "br", "img"}


class Reader(HTMLParser):
    """Ids, links, and tags that do not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.links += [v for k, v in attrs if k in ("href", "src") and v]
        assert not any(k.startswith("on") or k == "style" for k, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(comparison: Comparison) -> Reader:
    """The page, parsed strictly."""
    reader = Reader()
    reader.feed(render_page(comparison))
    assert reader.open == []
    return reader


ALL = [comparisons.years(), comparisons.drafts(), comparisons.same(), comparisons.nasty()]


@pytest.mark.parametrize("made", ALL)
def test_every_link_leads_to_a_place_on_the_page_and_every_id_is_one(made: Comparison) -> None:
    reader = read(made)
    assert len(set(reader.ids)) == len(reader.ids)
    assert all(link.startswith("#") for link in reader.links)
    assert {link[1:] for link in reader.links} <= set(reader.ids)
    assert {f"t{i + 1}" for i in range(len(made.text))} <= set(reader.ids)


def test_text_from_reports_is_only_text() -> None:
    reader = read(comparisons.nasty())
    assert "img" not in reader.names
    page = render_page(comparisons.nasty())
    assert page.count("<script") == 1
    assert "{{ 7*7 }}{% raw %}" in page
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", page)


def test_the_same_comparison_gives_the_same_page() -> None:
    assert render_page(comparisons.years()) == render_page(comparisons.years())


def test_a_page_of_two_long_reports_is_under_a_megabyte() -> None:
    made = comparisons.years()
    # 250 paragraphs of 80 characters a side, all changed, 300 figures and 200 findings
    text = (made.text[2],) * 125 + (made.text[3],) * 125
    big = replace(made, text=text, metrics=made.metrics * 28, findings=made.findings * 40)
    assert sum(len(row.new.text) for row in text if row.new) > 8000
    assert len(render_page(big).encode()) < 1_000_000 * 0.8


def test_what_is_stale_is_marked_in_the_text_and_leads_to_its_finding() -> None:
    page = render_page(comparisons.years())
    marks = re.findall('<a class="stale" href="#f1"[^>]*>([^<]*)</a>', page)
    assert marks == ["受理行政复议案件22起"] * 3  # old, new, and both in one


def test_a_moved_paragraph_is_linked_both_ways() -> None:
    page = render_page(comparisons.years())
    assert '<a href="#t3-from">由上年一、（四）移来</a>' in page
    assert re.search('id="t3-from".*?<a href="#t3">移至本年一、（一）</a>', page, re.S)
    assert page.index('id="t6"') < page.index('id="t3-from"') < page.index('id="t7"')


def test_the_text_of_both_sides_stands_whole_on_the_page() -> None:
    page = render_page(comparisons.years())
    for side, paragraphs in (("old", comparisons.OLD_PARAGRAPHS), ("new", comparisons.NEW_PARAGRAPHS)):
        cells = re.findall(f'<p class="{side}">(?:<span class="sr">[^<]*</span>)?(.*?)</p>', page, re.S)
        shown = [re.sub("<[^>]*>", "", cell) for cell in cells]
        assert sorted(filter(None, shown)) == sorted(paragraphs)


@pytest.mark.parametrize("made", [comparisons.years(), comparisons.drafts()])
def test_figures_have_the_numbers_that_the_table_and_the_sheet_give_them(made: Comparison) -> None:
    rows = re.findall('data-label="序号">([0-9]+)</td><th scope="row" class="c-label">([^<]*)<', render_page(made))
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


@pytest.mark.chromium
def test_places_sort_by_number_and_not_by_the_look_of_the_numerals(browser: object, tmp_path: Path) -> None:
    places = ("二、（八）", "二、（二）", "十、", "二、（十）", "一、")
    metrics = tuple(replace(comparisons.METRICS[0], label=p, old_place=p, new_place=p) for p in places)
    opened = Opened(browser, tmp_path / "p.html", replace(comparisons.years(), metrics=metrics))
    opened.page.click("[data-sort=place]")
    assert opened.column(7) == ["一、", "二、（二）", "二、（八）", "二、（十）", "十、"]


@pytest.mark.chromium
def test_on_a_telephone_rows_are_cards_and_the_text_is_merged(browser: object, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "n.html", comparisons.years())
    opened.page.set_viewport_size({"width": 390, "height": 900})
    width = "selector => document.querySelector(selector).getBoundingClientRect().width"
    for cell in ("#f1 .c-message", "#f1 .c-quote", "#plans tbody .c-text", "#figures-table tbody .c-label"):
        assert opened.page.evaluate(width, cell) > 280, cell
    label = "getComputedStyle(document.querySelector('#f1 .c-quote'), '::before').content"
    assert "上年表述" in opened.page.evaluate(label)
    assert not opened.page.is_visible("#t4 .side")
    assert opened.page.is_visible("#t4 .inline")


def test_a_smaller_rank_is_a_rise() -> None:
    change = comparisons.METRICS[0]
    assert change.old
    assert change.new
    ranks = replace(change, delta=-2, old=replace(change.old, kind="rank"), new=replace(change.new, kind="rank"))
    for made, way in ((change, "up"), (replace(change, delta=-2), "down"), (ranks, "up")):
        page = render_page(replace(comparisons.years(), metrics=(made,)))
        assert re.findall('<td class="c-change ([a-z]+)"', page) == [way]


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A real Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class Opened:
    """A page opened from a file, with what it asked of the network and what it complained of."""

    def __init__(self, browser: object, path: Path, comparison: Comparison, **context: object) -> None:
        path.write_text(render_page(comparison), encoding="utf-8")
        self.page = browser.new_context(viewport={"width": 1400, "height": 900}, **context).new_page()  # type: ignore[attr-defined]
        self.trouble: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda m: self.trouble.append(m.text))
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.goto(path.as_uri())

    def shown(self, rows: str) -> int:
        """How many of the rows are to be seen."""
        return sum(row.is_visible() for row in self.page.locator(rows).all())

    def column(self, number: int) -> list[str]:
        """The figures' column, top down."""
        return self.page.locator(f"#figures-table tbody tr > *:nth-child({number})").all_text_contents()  # type: ignore[no-any-return]


@pytest.fixture
def opened(browser: object, tmp_path: Path) -> Iterator[Opened]:
    """The page of two years."""
    made = Opened(browser, tmp_path / "对照 页.html", comparisons.years())
    yield made
    assert made.trouble == []
    assert [url for url in made.asked if not url.startswith("file:")] == []
    made.page.context.close()


@pytest.mark.chromium
def test_findings_filter_by_level_kind_section_and_words(opened: Opened) -> None:
    page, rows = opened.page, "#findings-table tbody tr"
    assert opened.shown(rows) == 5
    page.click("button.level.verify")
    assert opened.shown(rows) == 2
    assert page.get_attribute("button.level.verify", "aria-pressed") == "false"
    page.click("#f-reset")
    page.select_option("#f-kind", "metric")
    assert opened.shown(rows) == 2
    page.select_option("#f-section", "三、")
    assert opened.shown(rows) == 0
    assert page.is_visible("#f-empty")
    page.click("#f-reset")
    page.fill("#f-search", "讲座３６场")  # full width finds half width
    assert opened.shown(rows) == 1
    assert page.text_content("#f-count") == "显示1项，共5项"


@pytest.mark.chromium
def test_figures_sort_by_number_both_ways_with_the_empty_last(opened: Opened) -> None:
    page = opened.page
    page.click("[data-sort=delta]")
    assert opened.column(2)[:2] == ["取消证明事项", "受理行政复议案件"]
    page.click("[data-sort=delta]")
    assert opened.column(2)[:2] == ["公示执法信息", "培训执法人员"]
    assert page.locator("th[aria-sort=descending]").count() == 1
    page.click("[data-sort=old]")
    assert opened.column(3)[0] == "12.5%"
    assert opened.column(3)[-3:] == ["—", "—", "—"]
    page.click("[data-sort=order]")
    assert opened.column(1) == [str(i) for i in range(1, 12)]


@pytest.mark.chromium
def test_figures_filter_by_status(opened: Opened) -> None:
    opened.page.click("button[data-status=changed]")
    assert opened.shown("#figures-table tbody tr") == 6
    opened.page.fill("#m-search", "听证")
    assert opened.shown("#figures-table tbody tr") == 0


@pytest.mark.chromium
def test_n_and_p_step_through_the_changes_but_not_while_typing(opened: Opened) -> None:
    page = opened.page
    focused = "document.activeElement.id"
    page.keyboard.press("n")
    assert page.evaluate(focused) == "t1"
    page.keyboard.press("n")
    assert page.evaluate(focused) == "t3"
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert page.evaluate(focused) == "t15"
    assert page.text_content("#at") == "改动第12处，共12处"
    page.click("#next")
    assert page.evaluate(focused) == "t1"
    page.focus("#f-search")
    page.keyboard.press("n")
    assert page.input_value("#f-search") == "n"
    page.uncheck("#keys")
    page.focus("#next")
    page.keyboard.press("n")
    assert page.evaluate(focused) == "next"


@pytest.mark.chromium
def test_the_switch_shows_side_by_side_or_inline(opened: Opened) -> None:
    page = opened.page
    assert page.is_visible("#t4 .side")
    page.focus("#v-side")
    page.keyboard.press("ArrowRight")
    assert page.is_visible("#t4 .inline")
    assert not page.is_visible("#t4 .side")


def folded() -> Comparison:
    """Unchanged paragraphs in a run."""
    made = comparisons.years()
    return replace(made, text=(*comparisons.same().text[:-1], made.text[-1]), findings=comparisons.FINDINGS[1:2])


@pytest.mark.chromium
def test_unchanged_parts_fold_and_a_link_opens_them(browser: object, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "a.html", folded())
    assert opened.page.is_visible("text=未改动12段")
    assert not opened.page.is_visible("#t5 .side")
    opened.page.click("#findings-table a[href='#t3']")  # the place of 41项 in OLD, within the fold
    assert opened.page.is_visible("#t3 .side")
    opened.page.click("#fold")
    assert opened.page.get_attribute("#fold", "aria-pressed") == "false"
    assert opened.page.is_visible("#t5 .side")


@pytest.mark.chromium
def test_an_address_leads_to_its_row(browser: object, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "a.html", comparisons.years())
    opened.page.goto((tmp_path / "a.html").as_uri() + "#t12")
    box = opened.page.locator("#t12").bounding_box()
    assert 0 < box["y"] < 900
    assert opened.page.evaluate("document.querySelector(':target').id") == "t12"


@pytest.mark.chromium
def test_without_script_everything_shows(browser: object, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "a.html", folded(), java_script_enabled=False)
    assert opened.page.is_visible("#t5 .side")
    assert not opened.page.is_visible("#next")
    assert opened.page.locator("#figures-table tbody tr").count() == len(comparisons.METRICS)
    assert opened.page.is_visible("#figures-table tbody tr:last-child")
    opened.page.check("#v-inline", force=True)
    assert opened.page.is_visible("#t5 .inline")


@pytest.mark.chromium
def test_harmful_text_does_nothing(browser: object, tmp_path: Path) -> None:
    opened = Opened(browser, tmp_path / "a.html", comparisons.nasty())
    assert opened.page.evaluate("window.harmed") is None
    assert opened.page.locator("img").count() == 0
    assert opened.trouble == []
    assert "<script>window.harmed=1</script>" in opened.page.text_content("#t1")


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


@pytest.mark.chromium
def test_every_text_stands_out_from_its_ground(opened: Opened) -> None:
    assert opened.page.evaluate(CONTRAST) == []


@pytest.mark.chromium
def test_a_screen_reader_finds_names_and_an_order(opened: Opened) -> None:
    page = opened.page
    nameless = "els => els.filter(e => !(e.labels && e.labels.length) && !e.textContent.trim() && !e.ariaLabel).length"
    assert page.locator("button, select, input").evaluate_all(nameless) == 0
    assert page.locator("table:not(:has(caption))").count() == 0
    assert page.locator("thead th:not([scope=col])").count() == 0
    assert page.locator("tbody tr:not(:has(th[scope=row]))").count() == 0
    levels = page.locator("h1, h2, h3").evaluate_all("els => els.map(e => +e.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert page.get_attribute("html", "lang") == "zh-CN"


@pytest.mark.chromium
def test_it_prints_on_paper_without_its_controls(opened: Opened, tmp_path: Path) -> None:
    page = opened.page
    page.emulate_media(media="print")
    assert not page.is_visible("#next")
    assert not page.is_visible("nav")
    assert page.is_visible("#figures-table thead .printed >> nth=0")  # Chromium repeats words, not buttons
    assert page.is_visible("#t4 .side")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.pdf(path=str(tmp_path / "a.pdf"), prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.chromium
@pytest.mark.parametrize("width", [1400, 1024, 390])
def test_nothing_runs_out_of_the_window(browser: object, tmp_path: Path, width: int) -> None:
    opened = Opened(browser, tmp_path / "a.html", comparisons.years())
    opened.page.set_viewport_size({"width": width, "height": 900})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
