"""The process that a template is rendered in, as its parent sees it: started, given its work, stopped in time.

What goes to the child is a line of JSON with the length of the template, the context as JSON, and the template's bytes. Its
input stays open until it has answered: when it closes before, the parent is gone, however it went, and the child ends.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any

TIME_LIMIT = 60.0  # seconds by the clock, the start of Python included
ANSWER_LIMIT = 110_000_000  # bytes of an answer; a document may have 100 MB unpacked
# By its path, so that it imports what it needs and not the rest of drafter; -P: no module from its folder or the one that the
# user happens to stand in. Not multiprocessing: that would run the caller's main script again.
COMMAND = (sys.executable, "-P", "-W", "ignore", str(Path(__file__).with_name("child.py")))
_OUT_OF_TIME = tuple(-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name))

Answer = dict[str, Any]


def run_child(template: bytes, context: Mapping[str, Any]) -> tuple[Answer, bytes]:
    """What the child answers, and the document that it made; a child that died was stopped by a limit."""
    given = json.dumps(context).encode()
    head = json.dumps({"context": len(given), "template": len(template)}).encode() + b"\n"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    pipe = subprocess.PIPE
    late: list[bool] = []
    with subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment) as child:
        clock = Timer(TIME_LIMIT, _stop, (child, late))
        clock.start()
        try:
            answer = _talk(child, head + given + template)
        except BaseException:
            child.kill()  # an interruption too must leave no process behind
            raise
        finally:
            clock.cancel()
    line, _, document = answer.partition(b"\n")
    if child.returncode != 0 or not line:
        return {"fault": "time" if late or child.returncode in _OUT_OF_TIME else "memory"}, b""
    return dict(json.loads(line)), document


def _stop(child: subprocess.Popen[bytes], late: list[bool]) -> None:
    late.append(True)
    child.kill()


def _talk(child: subprocess.Popen[bytes], given: bytes) -> bytes:
    """Give the child its work and hear its whole answer. It reads everything before it says anything."""
    assert child.stdin is not None
    assert child.stdout is not None
    with suppress(BrokenPipeError):  # it died at once; its exit status tells
        child.stdin.write(given)
        child.stdin.flush()
    answer = child.stdout.read(ANSWER_LIMIT)
    if len(answer) == ANSWER_LIMIT:
        child.kill()
    child.wait()
    with suppress(BrokenPipeError):
        child.stdin.close()
    return answer
