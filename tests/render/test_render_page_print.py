"""The review page on paper: A4 across, heads on each page, no controls, nothing lost."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import comparisons
import pytest
from pages import Open, Opened, sample

from drafter.model.change import PlanClause

pytestmark = pytest.mark.chromium
POPPLER = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext: apt-get install poppler-utils")


def printed(opened: Opened, path: Path) -> list[str]:
    """The text of each page of paper."""
    opened.page.pdf(path=str(path), prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.split("\f")[:-1]


def bare(text: str) -> str:
    """Without blanks and line ends."""
    return "".join(text.split())


def test_controls_are_left_out_and_nothing_runs_over_the_edge(years: Opened) -> None:
    page = years.page
    page.emulate_media(media="print")
    for control in (
        "nav",
        "#next",
        "#fold",
        "#keys",
        "#f-search",
        "#f-kind",
        "button.level",
        "label[for=v-side]",
        ".skip",
        "#f-count",
        "#m-count",
    ):
        assert not page.is_visible(control), control
    assert page.is_visible("#figures-table thead .printed >> nth=0")  # Chromium repeats words, not buttons
    assert page.is_visible("#t4 .old")
    assert page.is_visible(".c-opinion >> nth=0")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_paper_says_when_a_filter_left_something_out(years: Opened) -> None:
    years.page.click("button.level.info")
    years.page.emulate_media(media="print")
    assert years.page.is_visible("#f-count")
    assert years.page.text_content("#f-count") == "显示4项，共5项"
    assert not years.page.is_visible("#m-count")


def test_what_was_outlined_on_the_screen_is_not_on_paper(years: Opened) -> None:
    years.page.click("#f2 .n a")
    years.page.emulate_media(media="print")
    for selector in ("mark", ".row.here"):
        style = years.page.evaluate(
            "s => { const c = getComputedStyle(document.querySelector(s)); return c.outlineStyle + c.backgroundColor; }", selector
        )
        assert style == "nonergba(0, 0, 0, 0)"


def test_the_view_that_is_chosen_is_printed(years: Opened) -> None:
    years.page.click("label[for=v-inline]")
    years.page.emulate_media(media="print")
    assert years.shown("#t4 .old") == 0
    assert years.shown("#t4 .new del") == 3


@POPPLER
def test_each_sheet_is_a4_across_with_its_number_and_the_heads_of_its_table(show: Open, tmp_path: Path) -> None:
    opened = show(sample("2024.docx", "2025.docx"))
    pages = printed(opened, tmp_path / "a.pdf")
    size = subprocess.run(["pdfinfo", str(tmp_path / "a.pdf")], check=True, capture_output=True, encoding="utf-8").stdout
    assert "(A4)" in size
    assert "841.9" in size.split("Page size:")[1].split("x")[0]
    assert 10 < len(pages) < 40
    for number, text in enumerate(pages, 1):
        assert f"第{number}页，共{len(pages)}页" in bare(text)
    whole = [bare(text) for text in pages]
    first, last = (next(i for i, text in enumerate(whole) if mark in text) for mark in ("数据共比对数据", "上年安排上年安排7项"))
    assert last - first > 5
    for text in whole[first + 1 : last - 1]:
        assert text.startswith("序号指标上年本年增减情况位置")
    for text in whole[:first]:
        assert "级别类别事项上年表述本年表述复核意见" in text


@POPPLER
def test_no_head_stands_alone_at_the_foot_of_a_sheet(show: Open, tmp_path: Path) -> None:
    for pair in (("2024.docx", "2025.docx"), ("2025-review.docx", "2025.docx")):
        for text in printed(show(sample(*pair)), tmp_path / "a.pdf"):
            last = bare(text).rpartition("第")[0]
            assert not last.endswith(("位置", "本年相关表述", "复核意见", "上年安排", "正文对照", "数据")), last[-40:]


@POPPLER
def test_all_figures_and_findings_are_on_paper_and_folds_are_counted(show: Open, tmp_path: Path) -> None:
    made = sample("2025-review.docx", "2025.docx")
    text = bare("".join(printed(show(made), tmp_path / "a.pdf")))
    for finding in made.findings:
        assert f"编号{finding.id}" in text
    assert "未改动5段：" in text
    rows = [row for row in made.text if row.kind != "equal" and row.new]
    assert rows
    assert all(bare(row.new.text)[:12] in text for row in rows if row.new)


@POPPLER
def test_clauses_that_are_folded_on_the_screen_are_open_on_paper(show: Open, tmp_path: Path) -> None:
    made = comparisons.years()
    clause = PlanClause(text="修订目录。", start=0, end=5, status="not_mentioned")
    plan = replace(made.plans[0], clauses=(*[clause] * 9, replace(clause, status="answered")))
    opened = show(replace(made, plans=(plan,)))
    assert not opened.page.is_visible("details.note li >> nth=0")
    assert bare("".join(printed(opened, tmp_path / "a.pdf"))).count("文本未提及：修订目录") == 9
    assert opened.page.get_attribute("details.note", "open") is None
