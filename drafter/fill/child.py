"""The process that renders a template. A template is untrusted: it runs sandboxed, alone, with limits on time and memory.

Run by its path, with nothing of drafter imported: takes on standard input a line of JSON with two lengths, then the context as JSON and
the template's bytes of those lengths; gives a line of JSON (`{"ok": true, "fields": […]}` or what went wrong) and the
document's bytes on standard output. When its input closes before it has answered, whoever asked is gone, and it ends.
"""

import io
import json
import os
import re
import sys
import threading
import zipfile
from types import TracebackType
from typing import Any, BinaryIO

from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

MEMORY_LIMIT = 1 << 30  # bytes of address space
CPU_LIMIT = 15  # seconds; a report takes less than one
NEAR = 40  # characters of the template shown with a fault
# Whatever is no Word file: no archive, an archive without the right parts, broken XML in them.
_NOT_WORD = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError)
_FAULTS = (
    (SecurityError, "forbidden"),
    (OverflowError, "memory"),
    (RecursionError, "time"),
    (UndefinedError, "unknown"),
    (TemplateSyntaxError, "syntax"),
    (MemoryError, "memory"),
)


# A template has no business with other files; Jinja would say only that it has no loader.
_FOREIGN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class Foreign(SecurityError):
    """A template that asks for another file; `lineno` is where."""

    def __init__(self, lineno: int) -> None:
        super().__init__()
        self.lineno = lineno


class Recorder(ImmutableSandboxedEnvironment):
    """A sandbox with fields, loops and conditions alone; it remembers its source, to show where a fault is, and the fields."""

    source = ""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.globals.clear()  # lipsum, cycler, range: nothing that a report needs
        del self.filters["random"]  # the same draft must give the same file
        self.fields: set[str] = set()

    def from_string(self, source: Any, *given: Any, **named: Any) -> Any:
        """The template of a source."""
        self.source = str(source)
        tree = self.parse(self.source)
        if foreign := next(tree.find_all(_FOREIGN), None):
            raise Foreign(foreign.lineno)
        self.fields |= meta.find_undeclared_variables(tree) | {f"段.{node.attr}" for node in tree.find_all(nodes.Getattr)}
        return super().from_string(source, *given, **named)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only where a loop stands (loop.index); fields are items of plain data and not attributes."""
        return isinstance(obj, LoopContext) and super().is_safe_attribute(obj, attr, value)

    def near(self, line: int | None) -> str:
        """The visible text of a line of the source."""
        lines = self.source.split("\n")
        if line is None or not 1 <= line <= len(lines):
            return ""
        return re.sub("<[^>]*>", "", lines[line - 1]).strip()[:NEAR]


def limit_resources() -> None:
    """Bound memory and time where the system can (Windows cannot: there the parent's clock alone counts)."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CPU, CPU_LIMIT)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue  # macOS refuses the first of them


def render(template: bytes, context: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The rendered document, or why there is none."""
    sandbox = Recorder(autoescape=True, undefined=StrictUndefined)
    document = DocxTemplate(io.BytesIO(template))
    try:
        document.init_docx()
    except _NOT_WORD:
        return {"fault": "not-word"}, b""
    if half := half_written(document):
        return {"fault": "syntax", "near": half[:NEAR]}, b""
    try:
        document.render(context, sandbox)
        out = io.BytesIO()
        document.save(out)
        return {"ok": True, "fields": sorted(sandbox.fields)}, out.getvalue()
    except Exception as error:
        return fault_of(error, sandbox), b""


def half_written(document: Any) -> str | None:
    """The first paragraph whose braces do not pair: docxtpl would take all up to the next ones for one field."""
    for paragraph in document.docx.element.body.iter(qn("w:p")):
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        if any(text.count(opening) != text.count(closing) for opening, closing in (("{{", "}}"), ("{%", "%}"))):
            return text.strip()
    return None


def fault_of(error: Exception, sandbox: Recorder) -> dict[str, Any]:
    """What went wrong, as data that the parent words."""
    kind = next((name for cls, name in _FAULTS if isinstance(error, cls)), "other")
    line = error.lineno if isinstance(error, (TemplateSyntaxError, Foreign)) else _line(error.__traceback__)
    return {"fault": kind, "message": str(error).split("\n")[0][:200], "near": sandbox.near(line)}


def _line(trace: TracebackType | None) -> int | None:
    """The template's line in a traceback; the innermost counts."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def end_with_parent(stream: int) -> None:
    """End this process when the other end of its input goes away."""

    def wait() -> None:
        while os.read(stream, 1):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def main(given: BinaryIO, answer: BinaryIO) -> None:
    """Read one template, give one document."""
    limit_resources()
    sizes = json.loads(given.readline())
    context = json.loads(given.read(sizes["context"]))
    template = given.read(sizes["template"])
    end_with_parent(given.fileno())
    head, data = render(template, context)
    answer.write(json.dumps(head).encode() + b"\n" + data)
    answer.flush()


if __name__ == "__main__":
    # Nothing else may write into the answer.
    stream, sys.stdout = sys.stdout.buffer, sys.stderr
    main(sys.stdin.buffer, stream)
