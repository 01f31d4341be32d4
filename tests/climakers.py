"""Running the command line from a test: in this process, with streams of our own, or as a user does."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from drafter.cli import main

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "reports"
SETS = ROOT.parent / "shared" / "sets"
CODE = "import sys; from drafter.cli import main; main(sys.argv[1:])"
CHINESE = {"LC_ALL": "zh_CN.UTF-8"}
ENGLISH = {"LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(*args: object, env: Mapping[str, str] = CHINESE) -> Done:
    """`drafter ARGS` in this process. Help pages keep the language that the process began with; messages follow `env`."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with patch.dict(os.environ, env), redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(arg) for arg in args])
        except SystemExit as stop:
            code = stop.code
        out.flush()
        err.flush()
    assert isinstance(code, int)
    return Done(code, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))  # type: ignore[attr-defined]


def spawn(*args: object, env: Mapping[str, str] = CHINESE, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """`drafter ARGS` in a process of its own; the streams as bytes."""
    command = [sys.executable, "-c", CODE, *map(str, args)]
    return subprocess.run(command, capture_output=True, check=False, env=environment(env), cwd=cwd, timeout=120)


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without what changes streams, and `env` on top."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8", "NO_COLOR")}
    return {**kept, **env}


def files_in(folder: Path) -> dict[str, bytes | None]:
    """Everything that lies in a folder, to see that nothing was written."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}


def is_refusal(done: Done, *said: str) -> bool:
    """Exit 2, one line on standard error that says these words, nothing on standard output."""
    assert done.code == 2, done
    assert done.out == ""
    assert done.err.startswith("drafter: ")
    assert done.err.count("\n") == 1
    assert done.err.endswith("\n")
    assert "Traceback" not in done.err
    for words in said:
        assert words in done.err
    return True
