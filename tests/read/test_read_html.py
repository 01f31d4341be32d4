"""A published page becomes the lines that its reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readmakers import lines

from drafter.read.html import read_html

CASES = [
    # name, the page's body, its lines
    ("paragraphs", "<p>甲</p><p>乙</p>", ["甲", "乙"]),
    ("full-width and hard indents go", "<p>　　甲</p><p>&nbsp;&nbsp;&emsp;乙　</p>", ["甲", "乙"]),
    ("spans run on", "<p><span>行政</span><span>复议</span><span>12</span><span>件</span></p>", ["行政复议12件"]),
    ("line breaks of the source are nothing in Chinese", "<p>行政\n    复议12\n件</p>", ["行政复议12件"]),
    ("but a blank between foreign words", "<p>rule\nof  law</p>", ["rule of law"]),
    ("visible blanks are one blank", "<p>时间：3月&nbsp;&nbsp; 来源：办公室</p>", ["时间：3月 来源：办公室"]),
    ("br parts lines", "<p>甲<br>　　乙<br/><br/>丙</p>", ["甲", "乙", "丙"]),
    ("blocks inside blocks", "<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
    ("lists and headings", "<h1>题</h1><ul><li>一</li><li>二</li></ul>", ["题", "一", "二"]),
    (
        "what is not seen",
        "<script>1</script><style>2</style><noscript>3</noscript><p style='display:none'>4</p><p hidden>5</p>六",
        ["六"],
    ),
    (
        "text after what is not seen stays",
        "甲<script>x</script>乙<!-- 丙 -->丁<?xml:namespace prefix=o />戊<o:p></o:p>己",
        ["甲乙丁戊己"],
    ),
    ("own tags of publishing systems", "<ucapcontent><zoom><p>甲</p></zoom></ucapcontent>", ["甲"]),
    ("character references", "<p>&lt;通知&gt;&#12295;&mdash;</p>", ["<通知>〇—"]),
    ("invisible characters go", "<p>\ufeff甲\u200b乙&shy;</p>", ["甲乙"]),
    ("pre keeps its lines", "<pre>甲\n乙</pre>", ["甲", "乙"]),
    ("readings above characters go", "<p><ruby>堃<rt>kūn</rt></ruby>同志</p>", ["堃同志"]),
    (
        "a metadata table",
        "<table><tr><td>索引号</td><td>A1</td></tr><tr><td>文号</td><td></td></tr></table>",
        ["索引号\tA1", "文号"],
    ),
    ("an empty cell keeps its column", "<table><tr><td>甲</td><td></td><td>丙</td></tr></table>", ["甲\t\t丙"]),
    ("an empty first cell", "<table><tr><td></td><td>2030年</td><td>2031年</td></tr></table>", ["2030年\t2031年"]),
    ("a wide cell keeps the columns", "<table><tr><td colspan=2>甲</td><td>丙</td></tr></table>", ["甲\t\t丙"]),
    (
        "a high cell keeps the columns",
        "<table><tr><td>甲</td><td rowspan=2>类</td><td>1</td></tr>"
        "<tr><td>乙</td><td>2</td></tr><tr><td>丙</td><td>丁</td><td>3</td></tr></table>",
        ["甲\t类\t1", "乙\t\t2", "丙\t丁\t3"],
    ),
    ("lines in a cell run on", "<table><tr><td>行政<br>许可</td><td>12<br>件</td></tr></table>", ["行政许可\t12 件"]),
    (
        "a layout table does not glue an article",
        "<table><tr><td>导航</td><td><p>一、总体情况</p><p>（一）学习。</p><p>各项工作有序开展。</p></td></tr></table>",
        ["导航", "一、总体情况", "（一）学习。", "各项工作有序开展。"],
    ),
    (
        "a table in a layout table",
        "<table><tr><td>左</td><td><table><tr><td>甲</td><td>1</td></tr></table>尾</td></tr></table>",
        ["左", "甲\t1", "尾"],
    ),
    ("a cell outside any table", "<td>甲</td><p>乙", ["甲", "乙"]),
    ("broken markup", "<p>甲<div>乙</div></span>丙", ["甲", "乙", "丙"]),
]


@pytest.mark.parametrize(("body", "expected"), [pytest.param(*row[1:], id=row[0]) for row in CASES])
def test_a_page_becomes_the_lines_that_its_reader_sees(body: str, expected: list[str]) -> None:
    raw = read_html(f"<html><head><title>不读</title></head><body>{body}</body></html>".encode(), "a.html")
    assert lines(raw) == expected


def test_table_rows_know_their_place_and_tables_are_counted() -> None:
    page = "<p>表</p><table><tr><td>a</td></tr><tr></tr><tr><td>b</td></tr></table><table><tr><td>c</td></tr></table>"
    assert [x.table for x in read_html(page.encode(), "a").paragraphs] == [None, (0, 0), (0, 1), (1, 0)]


BOLD = [
    ("<p><b>一、总体情况。</b>各项</p>", "一、总体情况。"),
    ("<p><strong>全</strong><b>粗</b></p>", "全粗"),
    ("<p><span style='font-family:楷体'>（一）学习。</span>各项</p>", "（一）学习。"),
    ("<p><span style='font-family: 仿宋, 黑体; font-weight:normal'>不</span></p>", None),
    ("<p><font face='黑体'>一、</font>各项</p>", "一、"),
    ("<div style='font-weight:bold'>甲<span style='font-weight:normal'>乙</span></div>", "甲"),
    ("<p>各项<b>重点</b></p>", None),
    ("<p>　　<b>　甲</b>乙</p>", "甲"),
]


@pytest.mark.parametrize(("body", "expected"), BOLD)
def test_the_bold_beginning_of_a_line_is_marked(body: str, expected: str | None) -> None:
    raw = read_html(body.encode(), "a")
    first = raw.paragraphs[0]
    assert (None if first.bold_until is None else raw.text[first.start : first.bold_until]) == expected


def test_a_page_in_gb2312_is_read_and_the_note_says_so() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>㛃——镕〇</p>'
    raw = read_html(page.encode("gb18030"), "a.html")
    assert (raw.text, raw.notes, raw.format) == ("㛃——镕〇\n", ("文字编码为 GB18030",), "html")


def test_an_xhtml_page_that_names_its_encoding_is_read() -> None:
    page = '<?xml version="1.0" encoding="gbk"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>甲</p></body></html>'
    assert read_html(page.encode("gbk"), "a").text == "甲\n"


@given(st.text(alphabet="<>/ =\"'abptdrh1甲。 \n&;#-!", max_size=80))
def test_no_page_breaks_the_law_of_lines(markup: str) -> None:
    raw = read_html(f"<body>{markup}".encode(), "a")
    for x in raw.paragraphs:
        line = raw.text[x.start : x.end]
        assert line
        assert line == line.strip()
        assert "\n" not in line
