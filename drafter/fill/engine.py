"""Putting the fields into a template, in a process of its own, and telling in the office's words what does not fit.

Jinja's sandbox alone is not enough: `{{ "x" * 10 ** 9 }}` is legal in it.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from drafter.fill.context import BLOCK_FIELDS, FIELDS, Context
from drafter.fill.process import Answer, run_child
from drafter.model.errors import BadTemplate
from drafter.office.outside import outside_of
from drafter.zips import DAMAGED, unpacked_size

STORED_LIMIT = 20_000_000  # bytes of a template as stored
UNPACKED_LIMIT = 100_000_000  # bytes unpacked, of the template and of what it makes

HINT_FIELDS = f"可用的字段有{'、'.join(FIELDS)}，正文循环中有{'、'.join(BLOCK_FIELDS)}"
HINT_SAVE = "请用 Word 或 WPS 另存为 .docx 后再试"
HINT_NEW = "可先用随附的模板，再逐步修改"
WORDS: dict[str, tuple[str, str]] = {
    "missing": ("找不到模板文件", "请检查路径和文件名"),
    "unreadable": ("模板文件无法读取", "请检查文件权限，并确认这不是文件夹"),
    "not-word": ("不是 Word 模板（.docx），或文件已损坏", HINT_SAVE),
    "unsafe": ("模板的压缩包中有不合规的内容（{name}）", HINT_SAVE),
    "linked": ("模板引用了文件以外的内容（{name}）", "请删去链接的图片、对象和域，或先嵌入文件；文档模板请改为 Normal"),
    "active": ("模板含有宏、控件或嵌入的对象（{name}）", "请删去后另存为 .docx"),
    "memory": ("模板占用内存过多，已停止", HINT_NEW),
    "time": ("模板运行过久，已停止", HINT_NEW),
    "forbidden": ("模板中有不允许的写法{near}", "模板只能取用字段、循环和判断"),
    "syntax": ("模板标记写法有误{near}", "请检查花括号与百分号是否成对，if、for 是否各有 endif、endfor"),
    "unknown": ("模板中的字段“{name}”无法识别{near}{guess}", HINT_FIELDS),
    "other": ("模板无法套用{near}", HINT_NEW),
}
# Jinja's words for a field that it does not know, of an object and by itself.
_UNKNOWN = ((re.compile(r"has no attribute '(.+?)'"), BLOCK_FIELDS), (re.compile(r"^'(.+?)' is undefined"), FIELDS))


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template with its fields filled, as the bytes of a .docx, and the fields that it names."""

    document: bytes
    fields: tuple[str, ...]


def read_template(path: Path) -> bytes:
    """A template's bytes, if it is an archive of an ordinary size. Raises BadTemplate."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise _bad(path, {"fault": "missing"}) from error
    except OSError as error:
        raise _bad(path, {"fault": "unreadable"}) from error
    size = unpacked_size(data)
    if size is None:
        raise _bad(path, {"fault": "not-word"})
    if len(data) > STORED_LIMIT or size > UNPACKED_LIMIT:
        raise _bad(path, {"fault": "memory"})
    _refuse_outside(data, path)
    return data


def render(template: bytes, context: Context, where: Path) -> Rendered:
    """Fill a template's fields; `where` is told as its place. Raises BadTemplate, one line with what and where."""
    head, document = run_child(template, context)
    if not head.get("ok"):
        raise _bad(where, head)
    size = unpacked_size(document)
    if size is None or size > UNPACKED_LIMIT:
        raise _bad(where, {"fault": "memory"})
    _refuse_outside(document, where)
    return Rendered(document, tuple(name for name in (*FIELDS, *BLOCK_FIELDS) if name in head["fields"]))


def _refuse_outside(data: bytes, where: Path) -> None:
    """A template, and what it makes, must stand for itself: nothing is to be fetched or run when it is opened."""
    try:
        outside = outside_of(data)
    except (*DAMAGED, SyntaxError) as error:  # lxml's own error is a SyntaxError
        raise _bad(where, {"fault": "not-word"}) from error
    if outside is not None:
        raise _bad(where, {"fault": outside.kind, "message": outside.name})


def _bad(template: Path, head: Answer) -> BadTemplate:
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
