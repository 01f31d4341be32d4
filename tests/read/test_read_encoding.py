"""Whatever encoding a report was saved in, its text is the same, and the notes say what was guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.read.encoding import NotText, declared_label, decode

REPORT = "　　2031年，云岭市共办结行政复议案件128件，同比增长12.5%。㛃、䶮、镕、〇等字不会读错——审结率·96％。\r\n"
PHRASES = st.sampled_from(
    [
        "行政复议",
        "案件",
        "办结",
        "2031年",
        "，",
        "。",
        "“",
        "”",
        "《",
        "》",
        "——",
        "㛃",
        "䶮",
        "〇",
        "①",
        "㎡",
        "　　",
        "12.5%",
        "万人次",
        "\n",
        "·",
    ]
)
TEXTS = st.lists(PHRASES, max_size=60).map(lambda words: "关于法治建设情况的报告\n" + "".join(words))
CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]


@pytest.mark.parametrize("codec", CODECS)
@given(text=TEXTS)
def test_text_survives_every_encoding(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))))
def test_any_text_survives_with_a_byte_order_mark(text: str) -> None:
    for codec in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["gbk", "gb2312"])
def test_older_subsets_read_as_gb18030(codec: str) -> None:
    text = "云岭市人民政府——二〇三一年工作·报告"[: 20 if codec == "gbk" else 7]
    assert decode(text.encode(codec)) == decode(text.encode("gb18030"))


@pytest.mark.parametrize("text", ["模范", "报告", "一、总则", "联通", "总结", "模"])
def test_a_very_short_gb_text_is_not_taken_for_letters_of_other_scripts(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("text", ["Résumé of the café", "Отчёт", "naïve", "abc", ""])
def test_text_in_other_scripts_stays_utf8(text: str) -> None:
    assert decode(text.encode("utf-8")).text == text


NOTES = [
    # bytes, the label that the file bears, what the notes say
    (REPORT.encode("utf-8"), "", ()),
    (REPORT.encode("utf-8"), "utf-8", ()),
    (REPORT.encode("utf-8-sig"), "", ()),
    (REPORT.encode("utf-8"), "iso-8859-1", ()),
    (REPORT.encode("gb18030"), "", ("文字编码为 GB18030",)),
    (REPORT.encode("gb18030"), "gb2312", ("文字编码为 GB18030",)),
    (REPORT.encode("utf-16"), "", ("文字编码为 UTF-16",)),
    (REPORT.encode("utf-8"), "gb2312", ("文件标注的编码是 gb2312，实际按 UTF-8 读取",)),
    (REPORT.encode("gb18030"), "utf-8", ("文件标注的编码是 utf-8，实际按 GB18030 读取",)),
    ("法治政府建設情況報告，共辦結案件。".encode("big5"), "big5", ("文字编码为 Big5",)),
    ("雲嶺市人民政府關於法治政府建設情況的報告，共辦結案件。".encode("big5"), "", ("文字编码为 Big5",)),
]


@pytest.mark.parametrize(("data", "label", "notes"), NOTES)
def test_the_notes_say_what_the_encoding_was(data: bytes, label: str, notes: tuple[str, ...]) -> None:
    assert decode(data, label).notes == notes


def test_traditional_text_in_gb_is_read_as_such() -> None:
    text = "雲嶺市人民政府關於法治政府建設情況的報告，共辦結案件。"
    found = decode(text.encode("gb18030"))
    assert (found.text, found.notes[-1]) == (text, "编码 GB18030 系推断，请核对文字是否正常")
    assert decode(text.encode("gb18030"), "gbk").notes == ("文字编码为 GB18030",)


def test_a_broken_byte_in_utf8_is_shown_not_read_as_another_encoding() -> None:
    found = decode((REPORT + "年").encode() + b"\xff" + REPORT.encode())
    assert found.text == f"{REPORT}年\ufffd{REPORT}"
    assert "请核对原文" in found.notes[0]


def test_a_broken_byte_in_gb_is_shown() -> None:
    found = decode(REPORT.encode("gb18030") + b"\xff\xff" + REPORT.encode("gb18030"))
    assert found.text.count("\ufffd") == 2
    assert "有 2 处字节" in " ".join(found.notes)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, "报告\0".encode(), b"\x7fELF\x02\x01\x01" + bytes(40), b"\x80\x81\xff" * 50]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)


LABELS = [
    (b'<meta charset="GB2312">', "gb2312"),
    (b"<META http-equiv=Content-Type content='text/html; charset=gbk'>", "gbk"),
    (b'<?xml version="1.0" encoding="GB18030"?>', "gb18030"),
    (b"<meta name=x><meta charset=utf-8>", "utf-8"),
    (b"<html><body>", ""),
]


@pytest.mark.parametrize(("head", "label"), LABELS)
def test_the_label_of_a_page_is_found(head: bytes, label: str) -> None:
    assert declared_label(head) == label
