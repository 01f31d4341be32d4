"""Plain paragraphs in the office layout."""

import pytest

from drafter.render.redline_plain import plain_document

LINES = [
    "索引号", "云溪市人民政府关于2025年法治政府建设情况的报告", "2025年，各项工作稳步推进。", "一、主要举措", "（一）复议。受理37件。",
    "（二）规范执法", "1.完善机制", "　　自带缩进的一段。", "云溪市人民政府", "2026年1月20日",
]  # fmt: skip


def test_each_line_is_a_paragraph_with_its_text_unchanged() -> None:
    assert [p.text for p in plain_document(LINES).paragraphs] == LINES


def test_styles_follow_from_how_a_line_begins() -> None:
    styles = [p.style.name for p in plain_document(LINES).paragraphs if p.style is not None]
    assert styles == [
        "公文正文", "公文标题", "公文正文", "公文一级标题", "公文正文", "公文二级标题", "公文三级标题", "公文正文", "公文署名", "公文日期",
    ]  # fmt: skip


def test_only_the_first_sentence_of_a_run_in_heading_has_its_face() -> None:
    runs = plain_document(LINES).paragraphs[4].runs
    assert next((r.text, r.style.name) for r in runs if r.style is not None) == ("（一）复议。", "公文二级标题字")
    assert "".join(r.text for r in runs[1:]) == "受理37件。"


def test_a_line_with_blanks_of_its_own_is_not_indented_twice() -> None:
    assert plain_document(LINES).paragraphs[7].paragraph_format.first_line_indent == 0


@pytest.mark.parametrize("lines", [[], [""], ["\x0b\x1b"]])
def test_next_to_nothing_is_a_document_too(lines: list[str]) -> None:
    assert "".join(p.text for p in plain_document(lines).paragraphs) == ""
