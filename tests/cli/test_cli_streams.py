"""What goes to which stream, in which encoding, and what happens when a stream or the user goes away."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from climakers import CODE, ENGLISH, REPORTS, environment, files_in, run, spawn

OLD, NEW = REPORTS / "2023.docx", REPORTS / "2024.docx"
HEADED = "{title}\n\n{year}年，认真落实上级部署，各项工作稳步推进。现将有关情况报告如下。\n\n一、主要举措和成效\n\n（一）加强行政复议。全年受理案件{count}件。\n\n{issuer}\n{after}年2月6日\n"
posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and pipes")


def report(folder: Path, issuer: str, year: int, count: int = 22) -> Path:
    path = folder / f"{issuer} {year}.txt"
    title = f"{issuer}关于{year}年法治政府建设情况的报告"
    path.write_text(HEADED.format(title=title, year=year, count=count, issuer=issuer, after=year + 1), encoding="utf-8")
    return path


def plain(folder: Path) -> Path:
    """A text with neither headings nor a year."""
    path = folder / "没有标题.txt"
    path.write_text("全市行政执法工作情况。\n\n各部门加强协作，受理案件31件。\n\n群众满意度有所提高。\n", encoding="utf-8")
    return path


# what there is to warn of, the command, what is said on standard error
WARNINGS = [
    ("OLD is the newer one", ("compare", "云溪市人民政府 2024", "云溪市人民政府 2023"), "次序可能颠倒"),
    ("different issuers", ("compare", "云溪市人民政府 2023", "松原县人民政府 2024"), "发文机关不同"),
    ("no headings", ("compare", "云溪市人民政府 2023", "没有标题"), "按段落对照"),
    ("no headings", ("outline", "没有标题"), "无标题层级"),
    ("no headings", ("metrics", "没有标题"), "无标题层级"),
    ("no headings", ("check", "没有标题"), "无标题层级"),
    ("no year", ("compare", "云溪市人民政府 2023", "没有标题"), "未能识别年度"),
    ("no year", ("outline", "没有标题"), "未能识别报告年度"),
    ("no year", ("metrics", "没有标题"), "未能识别报告年度"),
    ("no year", ("check", "没有标题"), "未能识别报告年度"),
    ("no year of last year's", ("check", "云溪市人民政府 2023", "--against", "没有标题"), "未能识别报告年度"),
]


@pytest.mark.parametrize("as_json", [False, True], ids=["read by people", "json"])
@pytest.mark.parametrize(("command", "said"), [pytest.param(*row[1:], id=f"{row[0]}: {row[1][0]}") for row in WARNINGS])
def test_a_warning_goes_to_standard_error_and_the_work_goes_on(
    tmp_path: Path, command: tuple[str, ...], said: str, as_json: bool
) -> None:
    for issuer, year in (("云溪市人民政府", 2023), ("云溪市人民政府", 2024), ("松原县人民政府", 2024)):
        report(tmp_path, issuer, year)
    plain(tmp_path)
    files = {path.stem: path for path in tmp_path.iterdir()}
    done = run(*(files.get(word, word) for word in command), *(["--json"] if as_json else []))
    assert done.code == 0
    assert said in done.err
    assert all(line.startswith("drafter: ") for line in done.err.splitlines())
    if as_json:
        assert json.loads(done.out)["schema"].startswith(f"drafter.{command[0]}/")
    else:
        assert done.out


def test_reports_without_a_fault_have_no_warning() -> None:
    assert run("check", OLD).err == ""
    assert run("compare", OLD, NEW).err == ""


@pytest.mark.parametrize("name", ["2024.docx", "2024.txt", "2023.html"])
def test_the_same_report_twice_has_no_change(name: str) -> None:
    done = run("compare", REPORTS / name, REPORTS / name, "--exit-code", "--json")
    assert done.code == 0
    made = json.loads(done.out)
    assert {row["kind"] for row in made["text"]} == {"equal"}
    assert {row["status"] for row in made["metrics"]} == {"unchanged"}


# the command, its exit status
CODES = [
    (("compare", OLD, NEW), 0),
    (("compare", OLD, NEW, "--exit-code"), 1),
    (("compare", OLD, NEW, "--exit-code", "--json"), 1),
    (("check", NEW), 0),
    (("check", NEW, "--fail-on", "error"), 0),
    (("check", NEW, "--fail-on", "warning"), 1),
    (("check", OLD, "--fail-on", "warning"), 0),
    (("--version",), 0),
    (("-h",), 0),
    (("compare", "-h"), 0),
]


@pytest.mark.parametrize(
    ("command", "code"), CODES, ids=lambda value: " ".join(map(str, value)) if isinstance(value, tuple) else None
)
def test_the_exit_status_is_one_only_where_asked_for(command: tuple[object, ...], code: int) -> None:
    assert run(*command).code == code


def test_an_error_that_must_be_mended_fails_where_asked(tmp_path: Path) -> None:
    path = report(tmp_path, "云溪市人民政府", 2023)
    path.write_text(path.read_text(encoding="utf-8").replace("22件", "【待填：受理案件（件）；上年18件】"), encoding="utf-8")
    assert run("check", path).code == 0
    assert run("check", path, "--fail-on", "error").code == 1


@pytest.mark.parametrize("command", ["outline", "metrics", "check"])
def test_a_gbk_console_shows_chinese_and_never_fails(tmp_path: Path, command: str) -> None:
    path = report(tmp_path, "云溪市人民政府", 2023)
    path.write_text(path.read_text(encoding="utf-8").replace("行政复议。", "行政复议🙂。"), encoding="utf-8")
    done = spawn(command, path, env={"PYTHONIOENCODING": "gbk", "LC_ALL": "zh_CN.GBK"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert "云溪市" in done.stdout.decode("gbk")


def test_a_message_can_be_read_on_a_gbk_console(tmp_path: Path) -> None:
    done = spawn("text", tmp_path / "没有 这份🙂.docx", env={"PYTHONIOENCODING": "gbk", "LC_ALL": "zh_CN.GBK"})
    assert done.returncode == 2
    assert "文件不存在" in done.stderr.decode("gbk")


@pytest.mark.parametrize(
    "env", [{}, {"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=["plain", "gbk", "ascii"]
)
def test_json_is_one_object_in_utf8_whatever_the_console(env: dict[str, str]) -> None:
    done = spawn("outline", NEW, "--json", env=env)
    made = json.loads(done.stdout.decode("utf-8"))
    assert "法治政府建设" in made["report"]["title"]


def test_the_text_goes_into_a_pipe_as_utf8_with_plain_newlines() -> None:
    done = spawn("text", REPORTS / "2024.txt", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    expected = (REPORTS / "2024.txt").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    assert done.stdout.decode("utf-8") == expected


def test_colour_is_for_terminals_only() -> None:
    assert b"\x1b[" not in spawn("compare", OLD, NEW).stdout
    assert b"\x1b[" not in spawn("compare", OLD, NEW, env={"NO_COLOR": "1"}).stdout


def test_chinese_paths_with_blanks_work(tmp_path: Path) -> None:
    folder = tmp_path / "年度 报告（送审）"
    folder.mkdir()
    for source, name in ((OLD, "去年 报告.docx"), (NEW, "今年 报告.docx")):
        shutil.copy(source, folder / name)
    done = spawn("compare", "去年 报告.docx", "今年 报告.docx", "-o", "比对 结果.html", "-o", "对照 表.docx", cwd=folder)
    assert done.returncode == 0
    assert sorted(p.name for p in folder.iterdir()) == sorted(
        ["去年 报告.docx", "今年 报告.docx", "比对 结果.html", "对照 表.docx"]
    )


@posix
@pytest.mark.parametrize("command", [("text", NEW), ("compare", OLD, NEW), ("compare", OLD, NEW, "--json"), ("--help",)])
def test_a_reader_that_goes_away_is_no_error(command: tuple[object, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CODE, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment({})
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(60), said) == (0, b"")


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_an_interruption_is_one_line_and_leaves_no_file(tmp_path: Path, number: signal.Signals) -> None:
    fifo = tmp_path / "等待.txt"
    os.mkfifo(fifo)  # reading it waits for ever
    before = files_in_names(tmp_path)
    command = [sys.executable, "-c", CODE, "compare", str(OLD), str(fifo), "-o", str(tmp_path / "比对.html")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(ENGLISH)) as process:
        held = writer_of(fifo)
        process.send_signal(number)
        try:
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
            os.close(held)
    assert (process.returncode, out, err) == (130, b"", b"drafter: interrupted, nothing was written\n")
    assert files_in_names(tmp_path) == before


def writer_of(fifo: Path) -> int:
    """The other end of a pipe, once somebody reads it."""
    for _ in range(600):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nobody reads the pipe")


def files_in_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_not_foreseen_is_one_line_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise KeyError("nobody thought of this")

    monkeypatch.setattr("drafter.read.read_report", fails)
    done = run("text", NEW, env=ENGLISH)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "KeyError: 'nobody thought of this'" in done.err
    assert "Traceback" not in done.err
    assert "Traceback" in run("text", NEW, env={**ENGLISH, "DRAFTER_DEBUG": "1"}).err


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_standard_output_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", CODE, "text", str(NEW)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(ENGLISH),
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr


def test_a_written_file_is_whole_or_not_there(tmp_path: Path) -> None:
    done = spawn("draft", NEW, "-o", tmp_path / "初稿.docx", env=ENGLISH)
    assert done.returncode == 0
    assert list(files_in(tmp_path)) == ["初稿.docx"]
    assert b"written: " in done.stderr
