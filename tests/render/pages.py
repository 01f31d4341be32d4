"""The review page for its tests: read strictly as markup, and opened in a real Chromium."""

import shutil
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Browser, Page

from drafter.model.change import Comparison
from drafter.pipeline import compare, load
from drafter.render.html import render_page

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
REPORTS = Path(__file__).resolve().parents[2] / "reports"
VOID = {"meta", "input", "link", "br", "img"}


class Reader(HTMLParser):
    """Ids, links, element names, and tags that do not close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.links += [v for k, v in attrs if k in ("href", "src") and v]
        assert not any(k.startswith("on") or k == "style" for k, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(comparison: Comparison) -> Reader:
    """The page, parsed strictly."""
    reader = Reader()
    reader.feed(render_page(comparison))
    assert reader.open == []
    return reader


@cache
def sample(old: str, new: str) -> Comparison:
    """Two of the sample reports, compared as a user would."""
    return compare(load(REPORTS / old), load(REPORTS / new))


class Opened:
    """A page opened from a file, with what it asked of the network and what it complained of."""

    def __init__(self, browser: Browser, path: Path, comparison: Comparison, width: int = 1400, **context: object) -> None:
        path.write_text(render_page(comparison), encoding="utf-8")
        self.path, self.address = path, path.as_uri()
        self.page: Page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()  # type: ignore[arg-type]
        self.trouble: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda m: self.trouble.append(m.text))
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.goto(self.address)

    def shown(self, rows: str) -> int:
        """How many of the rows are to be seen."""
        return int(
            self.page.evaluate("s => [...document.querySelectorAll(s)].filter(e => e.getClientRects().length).length", rows)
        )

    def column(self, number: int) -> list[str]:
        """The figures' column, top down."""
        return self.page.locator(f"#figures-table tbody tr > *:nth-child({number})").all_text_contents()

    def go(self, address: str) -> None:
        """Follows an address of the page, as a link does."""
        self.page.evaluate(
            "hash => new Promise(done => { addEventListener('hashchange', done, {once: true}); location.hash = hash; })", address
        )

    def follow(self, link: str, key: str = "") -> None:
        """Follows the first such link, by mouse or by a key; what the page does on a new address is done when this returns."""
        # The browser tells of a new address after the click has returned: this listener is called after the page's own.
        self.page.evaluate(
            """link => {
                const stays = document.querySelector(link).getAttribute('href') === location.hash;
                window.followed = stays || new Promise(done => addEventListener('hashchange', done, {once: true}));
            }""",
            link,
        )
        if key:
            self.page.focus(link)
            self.page.keyboard.press(key)
        else:
            self.page.locator(link).first.click()
        self.page.evaluate("() => followed.then && followed.then(() => true)")

    def marked(self) -> str:
        """The words that the address leads to."""
        return "".join(self.page.locator("mark").all_text_contents())

    def focused(self) -> str:
        """The id of what has the keyboard, or the element's name."""
        return str(self.page.evaluate("document.activeElement.id || document.activeElement.tagName"))

    def in_view(self, selector: str) -> bool:
        """Whether it can be read, the bars at the top of the window taken off."""
        box = self.page.locator(selector).first.bounding_box()
        return box is not None and box["y"] >= 40 and box["y"] < 900

    def close(self) -> None:
        """Nothing was asked of the network, and nothing complained of."""
        self.page.context.close()
        assert self.trouble == []
        assert [url for url in self.asked if not url.startswith("file:")] == []


Open = Callable[..., Opened]  # the fixture `show`: a comparison, a width and what the browser is told → its page
