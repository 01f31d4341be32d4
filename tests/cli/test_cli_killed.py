"""A run that is stopped or killed while a template renders: no half-written file, no process left running."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from climakers import CODE, ENGLISH, REPORTS, environment

from drafter.office.gongwen import new_document
from drafter.office.package import save_deterministic

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
PATIENCE = 20.0  # seconds


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A draft through a template that never ends, and the process that renders it."""
    document = new_document()
    for text in ("{{ 标题 }}", "{% for a in 正文 %}" * 9 + "{% endfor %}" * 9):
        document.add_paragraph(text)
    save_deterministic(document, tmp_path / "endless.docx")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "draft.docx").write_bytes(b"old")
    given = ["draft", REPORTS / "2025.docx", "-o", tmp_path / "out" / "draft.docx", "--force"]
    command = [sys.executable, "-c", CODE, *map(str, given), "--template", str(tmp_path / "endless.docx")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(ENGLISH)) as process:
        child = until(lambda: child_at_work(process.pid))
        yield process, child
        if process.poll() is None:
            process.kill()


def until(found: object) -> int:
    """Ask again and again until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := found():  # type: ignore[operator]
            return int(answer)
        time.sleep(0.05)
    raise AssertionError("nothing happened")


def child_at_work(parent: int) -> int:
    """The child once it renders: it has read its work (a second of processor time is more than the start takes)."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = fields_of(stat)
        if fields and int(fields[1]) == parent and int(fields[11]) / os.sysconf("SC_CLK_TCK") > 1:
            return int(stat.parent.name)
    return 0


def fields_of(stat: Path) -> list[str]:
    """What /proc says of a process behind its name: its state, its parent, …; nothing where it is gone."""
    try:
        return stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def is_gone(pid: int) -> bool:
    fields = fields_of(Path(f"/proc/{pid}/stat"))
    return not fields or fields[0] == "Z"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_an_interruption_ends_both_processes_and_leaves_what_was_there(
    running: tuple[subprocess.Popen[bytes], int], tmp_path: Path, number: signal.Signals
) -> None:
    process, child = running
    process.send_signal(number)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (130, b"", b"drafter: interrupted, nothing was written\n")
    assert is_gone(child)
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == {"draft.docx": b"old"}


def test_a_kill_leaves_no_file_and_the_child_ends_by_itself(running: tuple[subprocess.Popen[bytes], int], tmp_path: Path) -> None:
    process, child = running
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"draft.docx"}
    process.kill()
    process.wait(PATIENCE)
    begun = time.monotonic()
    until(lambda: is_gone(child))
    assert time.monotonic() - begun < 5  # at once, not only when its time is up
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == {"draft.docx": b"old"}
