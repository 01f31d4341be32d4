"""Putting the fields into a template, in a process of its own, and telling in the office's words what does not fit.

Jinja's sandbox alone is not enough: `{{ "x" * 10 ** 9 }}` is legal in it.
"""

import io
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from drafter.fill.context import BLOCK_FIELDS, FIELDS, Context
from drafter.model.errors import BadTemplate

TIME_LIMIT = 60.0  # seconds by the clock, the start of Python included
STORED_LIMIT = 20_000_000  # bytes of a template as stored
UNPACKED_LIMIT = 100_000_000  # bytes unpacked, of the template and of what it makes

HINT_FIELDS = f"可用的字段有{'、'.join(FIELDS)}，正文循环中有{'、'.join(BLOCK_FIELDS)}"
HINT_SAVE = "请用 Word 或 WPS 另存为 .docx 后再试"
HINT_NEW = "可先用随附的模板，再逐步修改"
WORDS: dict[str, tuple[str, str]] = {
    "missing": ("找不到模板文件", "请检查路径和文件名"),
    "unreadable": ("模板文件无法读取", "请检查文件权限，并确认这不是文件夹"),
    "not-word": ("不是 Word 模板（.docx），或文件已损坏", HINT_SAVE),
    "memory": ("模板占用内存过多，已停止", HINT_NEW),
    "time": ("模板运行过久，已停止", HINT_NEW),
    "forbidden": ("模板中有不允许的写法{near}", "模板只能取用字段、循环和判断"),
    "syntax": ("模板标记写法有误{near}", "请检查花括号与百分号是否成对，if、for 是否各有 endif、endfor"),
    "unknown": ("模板中的字段“{name}”无法识别{near}{guess}", HINT_FIELDS),
    "other": ("模板无法套用{near}", HINT_NEW),
}
# Jinja's words for a field that it does not know, of an object and by itself.
_UNKNOWN = ((re.compile(r"has no attribute '(.+?)'"), BLOCK_FIELDS), (re.compile(r"^'(.+?)' is undefined"), FIELDS))


def render(template: Path, context: Context) -> bytes:
    """The template with its fields filled, as the bytes of a .docx. Raises BadTemplate, one line with what and where."""
    head, document = _run(_checked(template), context)
    if not head.get("ok"):
        raise _bad(template, head)
    if (_unpacked(document) or 0) > UNPACKED_LIMIT:
        raise _bad(template, {"fault": "memory"})
    return document


def _checked(template: Path) -> bytes:
    """The template's bytes, if it is an archive of an ordinary size."""
    try:
        data = template.read_bytes()
    except FileNotFoundError as error:
        raise _bad(template, {"fault": "missing"}) from error
    except OSError as error:
        raise _bad(template, {"fault": "unreadable"}) from error
    size = _unpacked(data)
    if size is None:
        raise _bad(template, {"fault": "not-word"})
    if len(data) > STORED_LIMIT or size > UNPACKED_LIMIT:
        raise _bad(template, {"fault": "memory"})
    return data


def _unpacked(data: bytes) -> int | None:
    """The size of an archive's members, None where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile:
        return None


def _run(template: bytes, context: Context) -> tuple[dict[str, Any], bytes]:
    """What the child answers; a child that died was stopped by a limit."""
    # A plain child, not multiprocessing: that would run the caller's main script again. -P: no module from the folder
    # that the user happens to stand in.
    command = [sys.executable, "-P", "-W", "ignore", "-m", "drafter.fill.child"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    given = json.dumps(context).encode() + b"\n" + template
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=TIME_LIMIT, env=environment, check=False)
    except subprocess.TimeoutExpired:
        return {"fault": "time"}, b""
    line, _, document = done.stdout.partition(b"\n")
    if done.returncode != 0 or not line:
        out_of_time = done.returncode == -getattr(signal, "SIGXCPU", 0) or done.returncode == -getattr(signal, "SIGKILL", 0)
        return {"fault": "time" if done.returncode and out_of_time else "memory"}, b""
    return json.loads(line), document


def _bad(template: Path, head: dict[str, Any]) -> BadTemplate:
    words, hint = WORDS[head["fault"]]
    near = f"（在“{head['near']}”处）" if head.get("near") else ""
    name, known = _unknown_field(str(head.get("message", "")))
    close = get_close_matches(name, known, n=1, cutoff=0.5)
    guess = f"，是否为“{close[0]}”" if close else ""
    return BadTemplate(words.format(near=near, name=name, guess=guess), where=str(template), hint=hint)


def _unknown_field(message: str) -> tuple[str, list[str]]:
    """The field that Jinja does not know, and the names that could have been meant."""
    for pattern, known in _UNKNOWN:
        if hit := pattern.search(message):
            return hit.group(1), [name.removeprefix("段.") for name in known]
    return message, []
