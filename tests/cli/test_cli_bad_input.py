"""Bad input and bad usage get one line and exit 2, in every command; nothing is written."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest
from climakers import ENGLISH, REPORTS, Done, files_in, is_refusal, run

GOOD = """云溪市人民政府关于2023年法治政府建设情况的报告

2023年，云溪市人民政府认真落实上级部署，把依法行政贯穿政府工作各环节。现将有关情况报告如下。

一、主要举措和成效

（一）加强行政复议工作。全年受理行政复议案件22件，审结20件。

二、存在的问题

一是基层执法力量不足，主要原因是编制偏少。

三、下一步工作安排

（一）充实基层执法力量。

云溪市人民政府
2024年2月6日
"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CHINESE_WORDS = re.compile(r"[\u4e00-\u9fff]")


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return made.getvalue()


# what it is, the name of the file, its bytes (None: not there; "folder": a folder), what the line must say in both languages
INPUTS = [
    ("not there", "没有 这份.docx", None, "文件不存在", "no such file"),
    ("a folder", "报告文件夹", "folder", "这是文件夹", "a folder"),
    ("empty", "空.txt", b"", "文件是空的", "empty"),
    ("a picture renamed .txt", "图.txt", b"\x89PNG\r\n\x1a\n" + bytes(99), "这是图片", "a picture"),
    ("a damaged .docx", "坏.docx", (REPORTS / "2024.docx").read_bytes()[:9000], "已损坏", "damaged"),
    ("an archive that holds no document", "坏.docx", zipped(readme_txt=b"x"), "这是压缩包", "an archive"),
    ("a damaged old Word file", "坏.doc", OLE, "不是 Word 文档", "not a Word document"),
    ("a PDF", "报告.pdf", b"%PDF-1.7\n", "暂不支持读取 PDF", "PDF is not read"),
    ("a spreadsheet", "表.docx", zipped(xl__workbook_xml=b"<x/>"), "Excel", "Excel"),
    (
        "an unknown format",
        "报告.dat",
        bytes(range(256)) * 9,
        "可读取：.docx、.doc、.wps、.html、.txt",
        ".docx, .doc, .wps, .html, .txt",
    ),
]
# command lines; BAD is the bad input, GOOD a good one, OUT a folder to write to
COMMANDS = [
    "text BAD",
    "outline BAD",
    "outline BAD --json",
    "metrics BAD -o OUT/数据.xlsx",
    "metrics BAD --json",
    "check BAD",
    "check GOOD --against BAD",
    "compare BAD GOOD",
    "compare GOOD BAD -o OUT/比对.html -o OUT/对照.docx -o OUT/表.xlsx",
    "compare GOOD BAD --json",
    "draft BAD -o OUT/初稿.docx",
    "draft BAD --json",
    "draft GOOD -o OUT/初稿.docx --template BAD",
    "draft GOOD -o OUT/初稿.docx --outline BAD",
    "status BAD",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "去年 报告.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


def called(line: str, folder: Path, bad: Path | None = None, *, env: dict[str, str] | None = None) -> Done:
    places = {"GOOD": str(folder / "去年 报告.txt"), "SAME": "去年 报告.txt", "OUT": str(folder / "out"), "BAD": str(bad)}
    args = [re.sub("GOOD|SAME|OUT|BAD", lambda found: places[found[0]], word) for word in line.split()]
    return run(*args, **({"env": env} if env else {}))


@pytest.mark.parametrize("line", COMMANDS)
@pytest.mark.parametrize(("name", "content", "chinese", "english"), [pytest.param(*row[1:], id=row[0]) for row in INPUTS])
def test_an_input_that_is_no_report_is_refused(
    folder: Path, line: str, name: str, content: bytes | str | None, chinese: str, english: str
) -> None:
    bad = folder / name
    if content == "folder":
        bad.mkdir()
    elif isinstance(content, bytes):
        bad.write_bytes(content)
    before = files_in(folder)
    done, foreign = called(line, folder, bad), called(line, folder, bad, env=ENGLISH)
    if "--template" in line:  # a template is no report; what is wrong with it has words of its own
        chinese, english = "模板", "template"
    assert is_refusal(done, chinese, name)
    assert is_refusal(foreign, english, name)
    assert not CHINESE_WORDS.search(foreign.err.replace(str(folder), "").replace(name, "")), "English through and through"
    assert files_in(folder) == before


# what is wrong, the command line, what the line must say
OUTPUTS = [
    ("exists", "compare GOOD GOOD -o OUT/有了.html", "文件已存在", "--force"),
    ("exists", "draft GOOD -o OUT/有了.docx", "文件已存在", "--force"),
    ("exists", "metrics GOOD -o OUT/有了.xlsx", "文件已存在", "--force"),
    ("one of several exists", "compare GOOD GOOD -o OUT/新.json -o OUT/有了.html", "文件已存在", "有了.html"),
    ("no such folder", "compare GOOD GOOD -o OUT/没有/比对.html", "所在文件夹不存在", "没有"),
    ("no such folder", "draft GOOD -o OUT/没有/初稿.docx", "所在文件夹不存在", "没有"),
    ("no such folder", "metrics GOOD -o OUT/没有/数据.xlsx", "所在文件夹不存在", "没有"),
    ("the input", "compare GOOD GOOD.html -o GOOD.html --force", "不能覆盖输入文件", "去年"),
    ("the input by another way", "draft GOOD.docx -o OUT/../SAME.docx --force", "不能覆盖输入文件", "去年"),
    ("the input", "metrics GOOD.xlsx -o GOOD.xlsx --force", "不能覆盖输入文件", "去年"),
    ("the template", "draft GOOD -o OUT/有了.docx --template OUT/有了.docx --force", "不能覆盖输入文件", "有了"),
    ("the outline", "draft GOOD -o OUT/有了.docx --outline OUT/有了.docx --force", "不能覆盖输入文件", "有了"),
    ("a folder", "compare GOOD GOOD -o OUT/夹.html --force", "这是一个文件夹", "夹.html"),
    ("an unknown suffix", "compare GOOD GOOD -o OUT/比对.pdf", "不认识的输出格式", ".html、.docx、.xlsx、.json"),
    ("no suffix", "compare GOOD GOOD -o OUT/比对", "不认识的输出格式", ".html、.docx、.xlsx、.json"),
    ("an unknown suffix", "draft GOOD -o OUT/初稿.doc", "只能写为 .docx", "扩展名"),
    ("an unknown suffix", "metrics GOOD -o OUT/数据.csv", "只能写为 .xlsx", "扩展名"),
    ("named twice", "compare GOOD GOOD -o OUT/比对.html -o OUT/../out/比对.html", "两次", "比对.html"),
]


@pytest.mark.parametrize(("line", "fault", "detail"), [pytest.param(*row[1:], id=f"{row[0]}: {row[1]}") for row in OUTPUTS])
def test_an_output_that_may_not_be_written_is_refused_before_any_work(folder: Path, line: str, fault: str, detail: str) -> None:
    for name in ("有了.html", "有了.docx", "有了.xlsx"):
        (folder / "out" / name).write_text("不可覆盖", encoding="utf-8")
    for suffix in (".html", ".docx", ".xlsx"):
        (folder / f"去年 报告.txt{suffix}").write_text(GOOD, encoding="utf-8")
    (folder / "out" / "夹.html").mkdir()
    before = files_in(folder)
    assert is_refusal(called(line, folder), fault, detail)
    assert files_in(folder) == before


@pytest.fixture
def read_only(tmp_path: Path) -> Path:
    """A folder that nobody may write to: for root only the kernel's own folders are that."""
    if hasattr(os, "geteuid") and os.geteuid() != 0:
        place = tmp_path / "只读"
        place.mkdir(mode=0o500)
        return place
    if not Path("/proc/self").is_dir():
        pytest.skip("needs a folder that cannot be written to")
    return Path("/proc")


@pytest.mark.parametrize(
    "line", ["compare GOOD GOOD -o OUT/第一.html -o RO/第二.html", "draft GOOD -o RO/初稿.docx", "metrics GOOD -o RO/数据.xlsx"]
)
def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_else_is_written(folder: Path, read_only: Path, line: str) -> None:
    before = files_in(folder)
    assert is_refusal(called(line.replace("RO", str(read_only)), folder), "不能写入", "写入权限")
    assert files_in(folder) == before


def test_force_overwrites_and_leaves_nothing_beside(folder: Path) -> None:
    goal = folder / "out" / "比对.json"
    goal.write_text("旧", encoding="utf-8")
    done = called("compare GOOD GOOD -o OUT/比对.json --force", folder)
    assert done.code == 0
    assert goal.read_text(encoding="utf-8").startswith("{")
    assert [p.name for p in goal.parent.iterdir()] == ["比对.json"]


# the command line, what the line must say in Chinese, and in English
USAGES = [
    ("", "请写明命令：compare、draft", "name a command: compare, draft"),
    ("comapre GOOD GOOD", "没有“comapre”这个命令，是否为 compare？", "no such command: comapre, did you mean compare?"),
    ("Draft GOOD", "是否为 draft？", "did you mean draft?"),
    ("xyzzy", "没有“xyzzy”这个命令（", "no such command: xyzzy ("),
    ("--verbose", "没有“--verbose”这个选项", "No such option"),
    ("compare", "缺少参数 OLD", "Missing argument 'OLD'"),
    ("compare GOOD", "缺少参数 NEW", "Missing argument 'NEW'"),
    ("metrics GOOD GOOD", "多出参数", "Got unexpected extra argument"),
    ("metrics GOOD a b", "多出参数 a b", "Got unexpected extra arguments"),
    ("text", "缺少参数 REPORT", "Missing argument 'REPORT'"),
    ("outline", "缺少参数 REPORT", "Missing argument 'REPORT'"),
    ("metrics", "缺少参数 REPORT", "Missing argument 'REPORT'"),
    ("check", "缺少参数 REPORT", "Missing argument 'REPORT'"),
    ("status", "缺少参数 DRAFT", "Missing argument 'DRAFT'"),
    ("draft", "缺少参数 LAST", "Missing argument 'LAST'"),
    ("draft GOOD", "请用 -o 指定", "name the .docx to write"),
    ("compare GOOD GOOD --mode month", "选项 --mode 的值“month”不对", "Invalid value for '--mode'"),
    ("compare GOOD GOOD --as pdf", "选项 --as 的值“pdf”不对", "Invalid value for '--as'"),
    ("compare GOOD GOOD --outptu x", "没有“--outptu”这个选项，是否为 --output？", "Did you mean"),
    ("compare GOOD GOOD --modes years", "没有“--modes”这个选项，是否为下列之一", "--date"),
    ("compare GOOD GOOD -o", "选项 -o 后面缺少内容", "requires an argument"),
    ("compare GOOD GOOD --json=1", "选项 --json 后面不应有内容", "does not take a value"),
    ("check GOOD --fail-on nothing", "选项 --fail-on 的值“nothing”不对", "Invalid value for '--fail-on'"),
    ("check GOOD -x", "没有“-x”这个选项", "No such option"),
    ("draft GOOD --json --year soon", "--year 应为整数，“soon”不是", "Invalid value for '--year'"),
    ("draft GOOD --json --year 1066", "--year 的值 1066 不在范围", "Invalid value for '--year'"),
]


@pytest.mark.parametrize(("line", "chinese", "english"), USAGES)
def test_wrong_usage_is_told_in_one_line_in_the_readers_language(folder: Path, line: str, chinese: str, english: str) -> None:
    before = files_in(folder)
    assert is_refusal(called(line, folder), chinese, "--help）")
    foreign = called(line, folder, env=ENGLISH)
    assert is_refusal(foreign, english, "--help)")
    assert not CHINESE_WORDS.search(foreign.err.replace(str(folder / "去年 报告.txt"), ""))
    assert files_in(folder) == before


def test_a_draft_needs_a_year(folder: Path) -> None:
    nameless = folder / "无年度.txt"
    nameless.write_text("工作情况报告\n\n一、主要做法\n\n（一）加强领导。成立领导小组。\n", encoding="utf-8")
    assert is_refusal(run("draft", nameless, "-o", folder / "初稿.docx"), "无年度.txt", "--year")
    assert not (folder / "初稿.docx").exists()
    assert run("draft", nameless, "-o", folder / "初稿.docx", "--year", 2025).code == 0
