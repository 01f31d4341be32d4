"""Every file that cannot be read is refused in one Chinese line that says where, what is wrong and what to do."""

import contextlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readmakers import NAMESPACES, docx, field, ins, level, numbered, numbering, ole, p, package, r, sdt, table

from drafter.model.errors import UnreadableInput
from drafter.read import legacy, opc, read_report
from drafter.read.encoding import NotText
from drafter.read.html import read_html
from drafter.read.plain import read_plain
from drafter.read.sniff import OLE_MAGIC, sniff
from drafter.read.word import read_word

GOOD = docx("各位代表：", "现将工作情况报告如下。" * 50)
NO_OFFICE = "旧版 Word 格式，本机未安装 LibreOffice"
WORD = f"<w:document {NAMESPACES}><w:body>{p('正文')}</w:body></w:document>"
NOISE = bytes((i * i * 31 + i * 7) % 256 for i in range(5000))

BAD = [
    # what is in the file, the name that it bears, what the message must say, what the hint must say
    ("an empty file", "报告.txt", b"", "文件是空的", "已保存"),
    ("nothing but blank lines", "报告.txt", b" \r\n\r\n\t", "文件是空的", "已保存"),
    ("blanks that are characters", "报告.txt", "　　\n".encode(), "没有文字", "扫描"),
    ("a web page without text", "报告.html", b"<html><head><title>x</title></head><body><img></body></html>", "没有文字", "扫描"),
    ("a Word file without text", "报告.docx", docx(""), "没有文字", "扫描"),
    ("a picture renamed .txt", "报告.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "图片", ".docx"),
    ("a photograph renamed .docx", "报告.docx", b"\xff\xd8\xff\xe0\x00\x10JFIF", "图片", ".docx"),
    ("a bitmap", "报告.doc", b"BM\x36\x10\x00\x00\x00\x00\x00\x00\x36\x00", "图片", ".docx"),
    ("binary noise", "报告.txt", NOISE, "不是文本", ".docx、.doc、.wps、.html、.txt"),
    ("noise without zero bytes", "报告.txt", NOISE.replace(b"\0", b""), "不是文本", ".docx、.doc、.wps、.html、.txt"),
    ("a text with zero bytes", "报告.txt", "报告\0正文".encode(), "不是文本", ".docx、.doc、.wps、.html、.txt"),
    ("a Word file cut short", "报告.docx", GOOD[:-300], "已损坏", "另存为"),
    ("a Word file cut in the middle", "报告.docx", GOOD[: len(GOOD) // 2], "已损坏", "另存为"),
    ("a Word file with broken XML", "报告.docx", package({"word/document.xml": WORD[:-20]}), "已损坏", "另存为"),
    ("a Word file without body", "报告.docx", package({"word/document.xml": f"<w:document {NAMESPACES}/>"}), "已损坏", "另存为"),
    ("a Word file without document", "报告.docx", package({"[Content_Types].xml": "<Types/>"}), "已损坏", "另存为"),
    ("a Word file with a password", "报告.docx", ole("EncryptionInfo", "EncryptedPackage"), "打开密码", "取消密码"),
    ("an old Word file with a password", "报告.doc", ole("WordDocument", "1Table", flags=0x100), "打开密码", "取消密码"),
    ("an old Excel file", "报告.doc", ole("Workbook"), "Excel", "Word"),
    ("an old PowerPoint file", "报告.doc", ole("PowerPoint Document"), "PowerPoint", "Word"),
    ("an OLE2 file of another kind", "报告.wps", ole("CONTENTS"), "不是 Word 文档", "另存为"),
    ("an OLE2 file cut short", "报告.doc", ole("WordDocument")[:100], "不是 Word 文档", "另存为"),
    ("a PDF", "报告.pdf", b"%PDF-1.7\n", "暂不支持读取 PDF", "Word"),
    ("a PDF renamed .docx", "报告.docx", b"%PDF-1.4\n", "暂不支持读取 PDF", "Word"),
    ("an OFD", "报告.ofd", package({"OFD.xml": "<OFD/>", "Doc_0/Document.xml": "<x/>"}), "暂不支持读取 OFD", "Word"),
    ("an Excel file", "报告.xlsx", package({"[Content_Types].xml": "<T/>", "xl/workbook.xml": "<x/>"}), "Excel", ".docx"),
    ("a PowerPoint file", "报告.pptx", package({"ppt/presentation.xml": "<x/>"}), "PowerPoint", ".docx"),
    ("an OpenDocument text", "报告.odt", package({"mimetype": "application/x", "content.xml": "<x/>"}), "OpenDocument", ".docx"),
    ("a zip of reports", "报告.zip", package({"2023.docx": GOOD}), "压缩包", "解压"),
    ("a rar", "报告.rar", b"Rar!\x1a\x07\x00", "压缩包", "解压"),
    ("a page saved as one file", "报告.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", ".mht", ".html"),
    ("Word's flat XML", "报告.xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "Word XML", ".docx"),
]


@pytest.mark.parametrize(("name", "content", "message", "hint"), [pytest.param(*row[1:], id=row[0]) for row in BAD])
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, name: str, content: bytes, message: str, hint: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableInput) as caught:
        read_report(path)
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    assert error.where == str(path)
    assert "\n" not in str(error)
    assert error.exit_code == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"没有\.docx：文件不存在"):
        read_report(tmp_path / "没有.docx")


def test_a_folder_is_not_a_report(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="这是文件夹"):
        read_report(tmp_path)


def test_a_name_that_no_file_can_bear_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="无法打开文件"):
        read_report(Path("报\0告.txt"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text("报告", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="无法打开文件"):
        read_report(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    with path.open("wb") as file:
        file.truncate(300 * 2**20)  # a hole: takes no room on the disk
    with pytest.raises(UnreadableInput, match="超过 200 MB"):
        read_report(path)


def test_a_huge_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(b"x\n" * 11_000_000)
    with pytest.raises(UnreadableInput, match="超过 20 MB"):
        read_report(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opc, "PART_LIMIT", 2**20)
    path = tmp_path / "报告.docx"
    path.write_bytes(package({"word/document.xml": WORD.replace("正文", " " * 2**21)}))
    with pytest.raises(UnreadableInput, match="解压后超过 1 MB"):
        read_report(path)


def test_entities_of_a_word_file_are_never_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + WORD.replace("正文", "正文&e;")
    path = tmp_path / "报告.docx"
    path.write_bytes(package({"word/document.xml": entity}))
    assert read_report(path).text == "正文\n"


def test_an_encrypted_zip_entry_is_refused(tmp_path: Path) -> None:
    data = bytearray(package({"word/document.xml": WORD}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path = tmp_path / "报告.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match="已加密"):
        read_report(path)


@pytest.mark.parametrize(
    ("name", "content"), [("报告.doc", ole("WordDocument")), ("报告.wps", ole("WordDocument")), ("报告.doc", b"{\\rtf1 }")]
)
def test_an_old_word_file_without_libreoffice_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    monkeypatch.setattr(legacy.shutil, "which", lambda name: None)
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableInput, match=NO_OFFICE) as caught:
        read_report(path)
    assert caught.value.hint == "请在 WPS 或 Word 中“另存为” .docx 后重试"


@pytest.mark.parametrize(
    ("script", "message"),
    [("exit 1", "LibreOffice 未能转换"), ("sleep 30", "未能转换完成")],
    ids=["it fails", "it hangs"],
)
def test_a_libreoffice_that_fails_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    command = tmp_path / "soffice"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setattr(legacy.shutil, "which", lambda name: str(command))
    monkeypatch.setattr(legacy, "TIMEOUT", 1)
    path = tmp_path / "报告.doc"
    path.write_bytes(ole("WordDocument"))
    with pytest.raises(UnreadableInput, match=message):
        read_report(path)


def test_a_page_nested_too_deep_is_refused_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "报告.html"
    path.write_text("<html>" + "<div>" * 3000 + "正文", encoding="utf-8")
    try:
        found = read_report(path).text
    except UnreadableInput as refused:  # older parsers follow as deep as the memory goes
        found = str(refused)
    assert "嵌套过深" in found or found.strip() == "正文"


RICH = docx(
    numbered("总体情况"),
    p("共", sdt(r("12件"), "figure:a"), ins(r("。")), field("PAGE", r("3"))),
    table(["复议", "12"]),
    lists=numbering(level(0, "chineseCounting", "%1、")),
)
XML = '<w:p><w:r><w:t>"/>0²9-1%甲 '


@given(st.integers(0, len(RICH) - 1), st.integers(0, 255))
def test_a_word_file_with_a_changed_byte_is_read_or_refused(at: int, byte: int) -> None:
    damaged = RICH[:at] + bytes([byte]) + RICH[at + 1 :]
    with contextlib.suppress(UnreadableInput):
        assert read_word(damaged, "报告.docx").format == "docx"


@given(st.sampled_from(["word/document.xml", "word/numbering.xml", "_rels/.rels"]), st.data())
def test_a_part_with_changed_characters_is_read_or_refused(name: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(RICH)) as whole:
        parts: dict[str, str | bytes] = {n: whole.read(n).decode() for n in whole.namelist()}
    text = str(parts[name])
    at, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 30))
    parts[name] = text[:at] + data.draw(st.text(alphabet=XML, max_size=3)) + text[at + length :]
    with contextlib.suppress(UnreadableInput):
        assert read_word(package(parts), "报告.docx").format == "docx"


@given(st.binary(max_size=600), st.sampled_from(["", "WordDocument", "Workbook"]))
def test_an_ole_file_of_any_content_names_streams_or_none(noise: bytes, stream: str) -> None:
    whole = ole(stream) if stream else OLE_MAGIC
    assert isinstance(legacy.ole_streams(whole[:60] + noise + whole[60 + len(noise) :]), dict)


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"PK\x03\x04", b"BM"]))
def test_any_bytes_have_a_kind_and_are_read_or_refused(noise: bytes, head: bytes) -> None:
    kind = sniff(head + noise)
    reader = {"txt": read_plain, "html": read_html}.get(kind) if isinstance(kind, str) else None
    with contextlib.suppress(NotText):
        assert reader is None or reader(head + noise, "a").format == kind


def test_a_zip_that_points_outside_itself_is_damaged(tmp_path: Path) -> None:
    data = bytearray(RICH)
    entry = data.index(b"PK\x01\x02")
    while entry >= 0:
        data[entry + 42 : entry + 46] = b"\xff\xff\xff\xca"
        entry = data.find(b"PK\x01\x02", entry + 4)
    path = tmp_path / "报告.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match="已损坏"):
        read_report(path)
