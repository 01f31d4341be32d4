"""A real Chromium for the tests of the review page."""

from collections.abc import Iterator
from pathlib import Path

import comparisons
import pytest
from pages import CHROMIUM, FLAGS, Open, Opened
from playwright.sync_api import Browser, sync_playwright

from drafter.model.change import Comparison


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Started once for all."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a comparison; at the end, none of them may have complained or asked the network for anything."""
    pages: list[Opened] = []

    def opened(comparison: Comparison, width: int = 1400, **context: object) -> Opened:
        pages.append(Opened(browser, tmp_path / f"对照 页{len(pages)}.html", comparison, width, **context))
        return pages[-1]

    yield opened
    for page in pages:
        page.close()


@pytest.fixture
def years(show: Open) -> Opened:
    """The page of two years."""
    return show(comparisons.years())
