"""`drafter collect` on the command line: what it prints, writes and refuses."""

import io
import json
import sys
from pathlib import Path

import pytest
from climakers import ENGLISH, files_in, run
from collectmakers import JUSTICE, POLICE, ledger, row
from formfillers import fill_in, sent_out
from jsonschemas import faults

from drafter.cli import progress


@pytest.fixture
def returned(tmp_path: Path) -> tuple[Path, Path]:
    rows = [row(f"f-{number}", before=100, departments=(POLICE,)) for number in range(60)]
    path, folder = sent_out(ledger(row("f-a", before=1000), *rows), tmp_path)
    fill_in(folder / f"{JUSTICE}.xlsx", {"f-a": 1042})
    fill_in(folder / f"{POLICE}.xlsx", {f"f-{number}": 100 for number in range(59)} | {"f-0": "3人"})
    return path, folder


def test_it_writes_the_ledger_and_prints_the_counts_and_a_screen_of_queries(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    out = path.with_name("L2.xlsx")
    done = run("collect", folder, "--ledger", path, "-o", out)
    assert (done.code, done.err) == (0, f"已写入：{out}\n")
    lines = done.out.splitlines()
    assert lines[0] == "读取报送表2份，入账数据59项、文字0条；待核对60条：必改2条，请核实58条。"
    assert lines[1] == POLICE
    assert lines[2].startswith("必改  指标f-0：贵单位填报“3人”")
    assert lines[-1] == "…其余20条见核对清单。"
    assert out.is_file()


def test_json_alone_writes_nothing_and_has_every_key(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    before = files_in(path.parent)
    done = run("collect", folder, "--ledger", path, "--json")
    made = json.loads(done.out)
    assert faults(made, "collect") == []
    assert made["ledger"] == {"issuer": "澄江市人民政府", "year": 2026, "rows": 61, "matters": 0, "stories": 0}
    assert files_in(path.parent) == before


def test_a_file_that_cannot_be_read_is_one_line_and_no_end(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    (folder / "坏.xlsx").write_bytes(b"no workbook")
    done = run("collect", folder, "--ledger", path, "--json", env=ENGLISH)
    assert done.code == 0
    assert done.err.splitlines() == [f"drafter: {folder / '坏.xlsx'}: {done.err.split(': ', 2)[2].strip()}"]
    assert done.err.isascii() or "not" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("{forms}", "-o", "{out}"), "--ledger"),
        (("{forms}", "--ledger", "{ledger}"), "-o"),
        (("{forms}", "--ledger", "{ledger}", "-o", "{ledger}"), "不能覆盖输入文件"),
        (("{forms}", "--ledger", "{ledger}", "-o", "{form}", "--force"), "不能覆盖输入文件"),
        (("{forms}", "--ledger", "{ledger}", "-o", "{out}.docx"), "只能写为 .xlsx"),
        (("{forms}", "--ledger", "{form}", "-o", "{out}"), "没有收集年度"),
        (("{forms}/没有", "--ledger", "{ledger}", "-o", "{out}"), "文件夹不存在"),
        (("{forms}", "--ledger", "{ledger}", "-o", "{old}"), "文件已存在"),
    ],
)
def test_bad_use_is_one_line_and_nothing_is_written(returned: tuple[Path, Path], arguments: tuple[str, ...], said: str) -> None:
    path, folder = returned
    old = path.with_name("old.xlsx")
    old.write_bytes(b"mine")
    names = {"forms": folder, "ledger": path, "out": path.with_name("L2.xlsx"), "form": folder / f"{JUSTICE}.xlsx", "old": old}
    before = files_in(path.parent)
    done = run("collect", *(one.format(**names) for one in arguments))
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert said in done.err
    assert files_in(path.parent) == before


def test_an_output_that_exists_is_overwritten_where_asked(returned: tuple[Path, Path]) -> None:
    path, folder = returned
    out = path.with_name("L2.xlsx")
    out.write_bytes(b"mine")
    assert run("collect", folder, "--ledger", path, "-o", out, "--force").code == 0
    assert out.read_bytes() != b"mine"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("begun", "shown"), [(0.0, True), (99.9, False)])
def test_a_bar_shows_on_a_terminal_once_it_has_lasted(monkeypatch: pytest.MonkeyPatch, begun: float, shown: bool) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    times = iter([begun, 100.0, 100.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(times))
    with progress.progress_bar("读取报送表") as step:
        step(1, 2)
        step(2, 2)
    assert ("读取报送表" in screen.getvalue()) is shown


def test_no_bar_goes_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.progress_bar("读取报送表") as step:
        step(1, 1)
    assert capsys.readouterr() == ("", "")
