"""Makes the pictures of the review page in docs/images from the sample reports; needs Chromium, pdftoppm and the dev extra."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, Page, sync_playwright

from drafter.pipeline import compare, load
from drafter.render.html import render_page

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1440, 900


def cut(height: int) -> FloatRect:
    """The upper part of the window: a picture that is not needed whole is lighter."""
    return {"x": 0, "y": 0, "width": WIDTH, "height": height}


def first_screen(page: Page) -> None:
    """What one sees on opening the page."""
    page.screenshot(path=IMAGES / "review.png", clip=cut(800))


def text(page: Page) -> None:
    """The text in two columns, with moves, and the second change outlined."""
    page.goto(f"{page.url.partition('#')[0]}#text")
    for _ in range(2):
        page.keyboard.press("n")
    page.goto(f"{page.url.partition('#')[0]}#text")
    page.screenshot(path=IMAGES / "review-text.png", clip=cut(660))


def paper(page: Page, folder: Path) -> None:
    """The second sheet on paper."""
    page.pdf(path=folder / "page.pdf", prefer_css_page_size=True)
    goal = IMAGES / "review-print"
    subprocess.run(["pdftoppm", "-r", "80", "-f", "2", "-singlefile", "-png", str(folder / "page.pdf"), str(goal)], check=True)


def main() -> None:
    """All three."""
    made = compare(load(ROOT / "reports" / "2024.docx"), load(ROOT / "reports" / "2025.docx"))
    chromium = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        (Path(name) / "page.html").write_text(render_page(made), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto((Path(name) / "page.html").as_uri())
        first_screen(page)
        text(page)
        paper(page, Path(name))
        browser.close()


if __name__ == "__main__":
    main()
