"""Help: in the reader's language, for every command, within the width of a terminal."""

import re
import unicodedata

import pytest
from climakers import CHINESE, ENGLISH, environment, run, spawn

from drafter.cli.commands import COMMANDS
from drafter.cli.page import columns, wrapped
from drafter.version import __version__

PAGES = [(), *((name,) for name in COMMANDS), ("template", "new"), ("template", "check")]


def page(command: tuple[str, ...], env: dict[str, str], flag: str = "-h", width: int = 100) -> str:
    done = spawn(*command, flag, env={**env, "COLUMNS": str(width)})
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("command", PAGES, ids=lambda c: " ".join(("drafter", *c)))
def test_help_is_chinese_in_a_chinese_locale(command: tuple[str, ...]) -> None:
    made = page(command, CHINESE)
    assert made.startswith(f"用法：{' '.join(('drafter', *command))} [选项]")
    for words in ("选项：", "-h, --help", "显示帮助并退出", "例：", "  drafter "):
        assert words in made
    for words in ("Usage", "Options", "Commands", "Show ", "default:", "OPTIONS", "required"):
        assert words not in made


@pytest.mark.parametrize("command", PAGES, ids=lambda c: " ".join(("drafter", *c)))
def test_help_is_english_elsewhere(command: tuple[str, ...]) -> None:
    made = page(command, ENGLISH, flag="--help")
    assert made.startswith(f"Usage: {' '.join(('drafter', *command))} [OPTIONS]")
    assert re.search(r"Examples?:\n +drafter ", made)
    assert "show this help and exit" in made
    examples_aside = "\n".join(line for line in made.splitlines() if not line.strip().startswith("drafter "))
    assert not re.search(r"[\u4e00-\u9fff]", examples_aside.replace("法治政府建设年度报告", ""))


@pytest.mark.parametrize("env", [CHINESE, ENGLISH], ids=["zh", "en"])
@pytest.mark.parametrize("width", [100, 80])
def test_no_line_is_wider_than_the_terminal(env: dict[str, str], width: int) -> None:
    wide = [
        line
        for command in PAGES
        for line in page(command, env, width=width).splitlines()
        if columns(line) > width and not re.match(r"\s+drafter ", line)
    ]
    assert wide == []


@pytest.mark.parametrize(
    ("locale", "chinese"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, True),
        ({"LC_ALL": "", "LANG": "zh_CN.GB18030"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LC_ALL": "C"}, False),
        ({"LC_ALL": "de_DE.UTF-8"}, False),
    ],
)
def test_the_locale_chooses_the_language(locale: dict[str, str], chinese: bool) -> None:
    assert ("文件不存在" in run("text", "nowhere.docx", env={"LC_MESSAGES": "", **locale}).err) is chinese


def test_the_version_is_one_line() -> None:
    assert run("--version").out == f"drafter {__version__}\n"


def test_version_and_help_load_no_heavy_library() -> None:
    heavy = ("docx", "lxml", "openpyxl", "rich", "rapidfuzz", "jinja2", "drafter.read", "drafter.pipeline")
    code = f"import sys; from drafter.cli import main\ntry: main(['-h'])\nexcept SystemExit: print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    done = _python(code)
    assert done == "[]\n"


def test_reading_a_text_loads_no_renderer_and_no_comparison() -> None:
    heavy = ("docx", "docxtpl", "openpyxl", "jinja2", "diff_match_patch", "drafter.compare", "drafter.fill", "drafter.check")
    code = (
        "import sys, drafter.pipeline; from drafter.cli import main\n"
        f"try: main(['outline', '{__file__}', '--json'])\n"
        f"except SystemExit: print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    )
    assert _python(code).endswith("[]\n")


def _python(code: str) -> str:
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment(ENGLISH))
    return done.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三四五六", 8, ["一二三四", "五六"]),
        ("一二三四，五六", 8, ["一二三", "四，五六"]),
        ("ab cd ef", 5, ["ab cd", "ef"]),
        ("读取 .docx、.txt", 9, ["读取", ".docx、", ".txt"]),
        ("", 9, []),
    ],
)
def test_lines_are_broken_by_columns_and_never_before_a_stop(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines
    assert all(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) <= width for line in lines)


def test_a_shell_can_complete_commands_and_options() -> None:
    asked = {"_DRAFTER_COMPLETE": "bash_complete", "COMP_CWORD": "1"}
    assert b"compare" in spawn(env={**asked, "COMP_WORDS": "drafter comp"}).stdout
    assert b"--exit-code" in spawn(env={**asked, "COMP_WORDS": "drafter compare --ex", "COMP_CWORD": "2"}).stdout
