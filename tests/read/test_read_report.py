"""`read_report` tells a file by its bytes, and the same report reads the same in every format."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readmakers import docx, level, lines, numbered, numbering, p, r, table

from drafter.model.raw import Format
from drafter.read import read_report
from drafter.read.html import read_html
from drafter.read.legacy import office_command
from drafter.read.plain import read_plain
from drafter.read.sniff import sniff
from drafter.read.word import read_word

SAMPLES = Path(__file__).parents[2] / "reports"
PAGE = "<html><body><p>一、总体情况</p></body></html>"

FORMATS = [
    # what it is, the name that it bears, the bytes, the format
    ("a Word file", "报告.docx", docx("一、总体情况"), "docx"),
    ("a Word file called .doc", "报告.doc", docx("一、总体情况"), "docx"),
    ("a Word file called .wps", "报告.wps", docx("一、总体情况"), "docx"),
    ("a web page called .doc", "报告.doc", PAGE.encode("gb18030"), "html"),
    ("a web page called .jsp", "报告.jsp", b"\n\n<!DOCTYPE HTML>" + PAGE.encode(), "html"),
    ("a web page with a byte order mark", "报告.shtml", PAGE.encode("utf-8-sig"), "html"),
    ("a web page in UTF-16", "报告.html", PAGE.encode("utf-16"), "html"),
    ("a piece of a web page", "报告.htm", "<p>一、总体情况</p>".encode(), "html"),
    ("a text", "报告.txt", "一、总体情况".encode(), "txt"),
    ("a text without suffix", "报告", "一、总体情况".encode("gb18030"), "txt"),
    ("a text called .docx", "报告.docx", "一、总体情况".encode("utf-16"), "txt"),
]


@pytest.mark.parametrize(("name", "data", "form"), [pytest.param(*row[1:], id=row[0]) for row in FORMATS])
def test_the_bytes_tell_the_format(tmp_path: Path, name: str, data: bytes, form: Format) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    raw = read_report(path)
    assert (raw.format, raw.path, lines(raw)) == (form, str(path), ["一、总体情况"])


def test_the_path_stays_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告.txt").write_text("甲", encoding="utf-8")
    assert read_report(Path("报告.txt")).path == "报告.txt"


@pytest.mark.parametrize("text", ["BM公司情况报告", "若 a<b 且 c>d，则“<通知>”有效", "<关于法治建设的通知>", "PK赛情况", "{rtf}"])
def test_a_text_that_looks_like_something_else_is_a_text(text: str) -> None:
    assert sniff(text.encode()) == "txt"


WORDS = st.text(alphabet="行政复议案件办结率，。：“”《》0123456789.%万", min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_the_same_report_reads_the_same_in_every_format(report: list[str]) -> None:
    text = read_plain("\r\n".join(f"　　{line}" for line in report).encode("utf-8"), "a")
    page = read_html("".join(f"<p>&nbsp;　<span>{x[:3]}</span><b>{x[3:]}</b></p>\n" for x in report).encode("gb18030"), "a")
    word = read_word(docx(*(p(r(x[:3]), r(x[3:], "<w:b/>")) for x in report)), "a")
    assert lines(text) == lines(page) == lines(word)


def test_a_table_reads_the_same_on_a_page_and_in_word() -> None:
    rows = [["", "2030年", "2031年"], ["复议", "12", "15"], ["应诉", "", "3"]]
    page = "<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows) + "</table>"
    on_page, in_word = read_html(page.encode(), "a"), read_word(docx(table(*rows)), "a")
    assert on_page.text == in_word.text == "\t2030年\t2031年\n复议\t12\t15\n应诉\t\t3\n"
    assert on_page.paragraphs == in_word.paragraphs


@pytest.mark.parametrize(("a", "b"), [("2023.docx", "2023.html"), ("2024.docx", "2024.txt")])
def test_the_sample_reports_read_the_same_in_every_format(a: str, b: str) -> None:
    if not (SAMPLES / a).exists() or not (SAMPLES / b).exists():
        pytest.skip("the sample reports are not in this tree")
    first, second = lines(read_report(SAMPLES / a)), lines(read_report(SAMPLES / b))
    start = second.index(first[1]) - 1
    assert second[start : start + len(first)] == first


WIDTHS = '<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="3000"/>' * 2 + "</w:tblGrid>"


@pytest.mark.libreoffice
@pytest.mark.skipif(office_command() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["doc", "wps"])
def test_an_old_word_file_is_converted_and_read(tmp_path: Path, form: Format) -> None:
    rows = table(["复议", "12"]).replace("<w:tbl>", WIDTHS)
    source = tmp_path / "报告.docx"
    source.write_bytes(
        docx(numbered("总体情况"), "办结案件12件。", rows, "完", lists=numbering(level(0, "chineseCounting", "%1、")))
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office_command()), profile, "--headless", "--convert-to", "doc", "--outdir", tmp_path, source]
    subprocess.run(command, check=True, timeout=120)
    old = (tmp_path / "报告.doc").rename(tmp_path / f"旧.{form}")
    raw = read_report(old)
    assert lines(raw) == ["一、总体情况", "办结案件12件。", "复议\t12", "完"]
    assert (raw.format, raw.path, raw.notes) == (form, str(old), ("旧版 Word 格式，经 LibreOffice 转换后读取",))


@pytest.mark.libreoffice
@pytest.mark.skipif(office_command() is None, reason="LibreOffice is not installed")
def test_rich_text_called_doc_is_converted_and_read(tmp_path: Path) -> None:
    path = tmp_path / "报告.doc"
    text = "".join(f"\\u{ord(c)}?" for c in "一、总体情况")
    path.write_text(f"{{\\rtf1\\ansi\\uc1 {text}\\par 12\\par}}", encoding="ascii")
    assert lines(read_report(path)) == ["一、总体情况", "12"]
