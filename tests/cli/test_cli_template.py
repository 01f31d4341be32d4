"""`drafter template`, and `drafter draft --look`: what they print, and what they refuse in one line."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from climakers import ENGLISH, REPORTS, files_in, is_refusal, run

from drafter.shipped import template as shipped

LAST = REPORTS / "2025.docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return made.getvalue()


def test_a_new_template_is_the_shipped_one_and_works(tmp_path: Path) -> None:
    goal = tmp_path / "模板.docx"
    assert run("template", "new", goal).err == f"已写入：{goal}\n"
    assert goal.read_bytes() == shipped("report.docx").read_bytes()
    done = run("template", "check", goal)
    assert (done.code, done.out, done.err) == (0, f"模板可用：{goal}，用到的字段有标题、正文、段.样式、段.文字\n", "")
    english = run("template", "check", goal, env=ENGLISH).out
    assert english == f"the template works: {goal}; its fields: 标题, 正文, 段.样式, 段.文字\n"
    assert list(files_in(tmp_path)) == ["模板.docx"]


def test_a_template_is_not_overwritten_unasked(tmp_path: Path) -> None:
    goal = tmp_path / "模板.docx"
    goal.write_bytes(b"mine")
    assert is_refusal(run("template", "new", goal), "文件已存在", "--force")
    assert goal.read_bytes() == b"mine"
    assert run("template", "new", goal, "--force").code == 0
    assert is_refusal(run("template", "new", tmp_path / "模板.dotx"), "只能写为 .docx")


def test_a_template_that_does_not_work_is_told_in_both_languages(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ 标提 }}")
    document.save(str(tmp_path / "t.docx"))
    assert is_refusal(run("template", "check", tmp_path / "t.docx"), "“标提”", "是否为“标题”")
    assert is_refusal(run("template", "check", tmp_path / "t.docx", env=ENGLISH), "unknown field “标提”", "did you mean “标题”")
    assert is_refusal(run("template", "check", tmp_path / "none.docx"), "找不到模板文件")


def test_the_group_alone_asks_for_a_command() -> None:
    assert is_refusal(run("template"), "请写明命令：new、check")
    assert is_refusal(run("template", "neu"), "没有“neu”这个命令")


def test_a_draft_in_the_look_of_a_file_tells_what_it_lacks(tmp_path: Path) -> None:
    look = docx.Document()
    look.add_paragraph("云溪市人民政府关于2024年法治政府建设情况的报告")
    look.add_paragraph("全市依法行政工作有序推进，各项任务均已完成，办理更加规范。")
    look.save(str(tmp_path / "look.docx"))
    done = run("draft", LAST, "-o", tmp_path / "d.docx", "--look", tmp_path / "look.docx")
    assert done.code == 0
    assert "版式文件中未见“一级标题”" in done.out.replace("\n", "")
    assert "版式文件没有页码" in done.out
    assert (tmp_path / "d.docx").exists()


def test_look_and_template_together_are_refused(tmp_path: Path) -> None:
    done = run("draft", LAST, "-o", tmp_path / "d.docx", "--look", LAST, "--template", shipped("report.docx"))
    assert is_refusal(done, "--template 与 --look 只能用一个")
    assert files_in(tmp_path) == {}


# the file, what is said of it
BAD = [
    (b"", "文件是空的"),
    (b"hello, this is text", "不是 Word 文档（.docx），看不出版式"),
    (b"<html><body><p>hello</p></body></html>", "不是 Word 文档（.docx），看不出版式"),
    (b"%PDF-1.4", "PDF"),
    (OLE, "不是 Word 文档（.docx），看不出版式"),
    (b"PK\x03\x04 word/document.xml cut short", "已损坏"),
    (zipped(word__document_xml=b"<w:p"), "已损坏"),
    (zipped(word__document_xml=b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"), "已损坏"),
    (zipped(word__document_xml=b"\0" * 101 * 2**20), "解压后超过 100 MB"),
    (zipped(xl__workbook_xml=b"<a/>"), "Excel"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said"), BAD)
def test_a_file_that_shows_no_look_is_told_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    look = tmp_path / "版式.docx"
    look.write_bytes(data)
    done = run("draft", LAST, "-o", tmp_path / "d.docx", "--look", look)
    assert is_refusal(done, str(look), said)
    assert list(files_in(tmp_path)) == ["版式.docx"]


def test_a_look_that_is_not_there_or_would_be_overwritten_is_told(tmp_path: Path) -> None:
    look = tmp_path / "版式.docx"
    assert is_refusal(run("draft", LAST, "-o", tmp_path / "d.docx", "--look", look), "文件不存在")
    look.write_bytes(LAST.read_bytes())
    assert is_refusal(run("draft", LAST, "-o", look, "--look", look, "--force"), "不能覆盖输入文件")
    assert look.read_bytes() == LAST.read_bytes()
