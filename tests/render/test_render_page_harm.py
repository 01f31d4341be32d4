"""Text from reports is data on the review page, whatever it is and wherever it stands."""

import re
from dataclasses import replace

import comparisons
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pages import Open, Reader, read

from drafter.model.change import Comparison, Edit, Mention, PlanChange, PlanClause, ProblemChange
from drafter.model.report import Plan, Problem
from drafter.model.span import Span
from drafter.render.html import render_page

PIECES = [
    "<script>window.harmed=1</script>", "</script>", "<img src=x onerror=window.harmed=1>", "javascript:window.harmed=1", "{{ 7*7 }}",
    "{% raw %}", "{# #}", "</style>", "<!--", "-->", "&lt;", "&#60;", '" onclick="window.harmed=1', "' id='f1", "</p></div></main>",
    "<del>", "]]>", "<a href=javascript:window.harmed=1>", "t1n0-5", "“", "\t", "\n", "　",
]  # fmt: skip
HARM = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=6).map(lambda pieces: "文" + "".join(pieces))


def full(text: str) -> Comparison:
    """A comparison with `text` in every place that shows text: file names, titles, notes, labels, messages, quotations, rows."""
    made = comparisons.years()
    span = Span(text=text, start=0, end=len(text))
    info = replace(made.old, path=f"{text}.docx", title=text, issuer=text, notes=(text,))
    metric = replace(comparisons.METRICS[0], label=text, change_text=text, old_place=text, new_place=text + "二")
    metric = replace(metric, old=replace(metric.old, text=text, start=0), new=replace(metric.new, text=text, start=0))  # type: ignore[type-var]
    row = replace(
        made.text[2], old=span, new=replace(span, text=text + text, end=2 * len(text)), old_place=text, new_place=text,
        edits=(Edit(op="equal", text=text), Edit(op="insert", text=text)),
    )  # fmt: skip
    gone = replace(
        made.text[5], old=Span(text=text, start=len(text) + 1, end=2 * len(text) + 1), edits=(Edit(op="delete", text=text),)
    )
    finding = replace(comparisons.FINDINGS[0], id=text, message=text, old=span, new=span, old_place=text, new_place=text)
    clauses = (
        PlanClause(text=text, start=0, end=len(text), status="answered"),
        PlanClause(text=text, start=0, end=1, status="partly"),
    )
    plan = PlanChange(status="not_mentioned", plan=Plan(text=text, start=0, end=len(text), title=text), clauses=clauses)
    problem = ProblemChange(status="not_mentioned", old=Problem(text=text, start=0, end=len(text)), new=None)
    return replace(
        made, old=info, new=info, notes=(text,), metrics=(metric,), text=(row, gone), findings=(finding, replace(finding, kind=text)),
        plans=(plan,), problems=(problem,),
        mentions=(Mention(kind="body", status="changed", old=span, new=span, old_place=text, new_place=text),),
    )  # fmt: skip


def shape(reader: Reader) -> list[str]:
    """Its elements, those apart that only show a blank, a cell or how a text is linked."""
    return [name for name in reader.names if name not in ("i", "a", "option")]


PLAIN = shape(read(full("平常的话")))


@given(HARM)
@settings(max_examples=150, deadline=None)
@example("".join(PIECES))
@example("</script><script>window.harmed=1</script>")
def test_no_text_makes_an_element_or_leaves_a_link_that_is_not_ours(text: str) -> None:
    reader = read(full(text))
    assert shape(reader) == PLAIN
    assert all(re.fullmatch("#[a-z0-9-]+", link) for link in reader.links)
    assert reader.names.count("script") == reader.names.count("style") == 1


@pytest.mark.parametrize("piece", [piece for piece in PIECES if piece.strip() and "\t" not in piece])
def test_each_shows_as_the_text_that_it_is(piece: str) -> None:
    assert "".join(read(full(piece)).text).count(piece) >= 20


def test_what_html_forbids_and_what_turns_the_direction_of_text_shows_as_a_sign() -> None:
    page = render_page(comparisons.nasty())
    assert "{{ 7*7 }}{% raw %}" in page
    assert "[U+202E]" in page
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", page)


@pytest.mark.chromium
@pytest.mark.parametrize("made", [comparisons.nasty(), full("".join(PIECES))], ids=["each", "all"])
def test_harmful_text_does_nothing_in_a_browser(show: Open, made: Comparison) -> None:
    opened = show(made)
    for _ in range(4):
        opened.page.keyboard.press("n")
    opened.page.fill("#f-search", PIECES[0])
    opened.page.click("#f-reset")
    for link in opened.page.locator("a[data-at]").all()[:6]:
        opened.go(link.get_attribute("href") or "")
    assert opened.page.evaluate("window.harmed") is None
    assert opened.page.locator("img").count() == 0
    assert opened.page.locator("script").count() == 1
    assert "<script>window.harmed=1</script>" in (opened.page.text_content("#t1") or "")
