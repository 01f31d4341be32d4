"""One stage in a process of its own: prints its seconds and the peak memory of the process as JSON.

    python bench/stages.py STAGE OLD.docx NEW.docx

What a stage needs is made before the clock starts. The peak is that of the whole process: Python, the libraries and the
stages before it included; or that of the largest process that it started.
"""

import atexit
import difflib
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

Work = Callable[[], object]


def read(old: Path, new: Path) -> Work:
    from drafter.read import read_report

    return lambda: (read_report(old), read_report(new))


def parse(old: Path, new: Path) -> Work:
    from drafter.parse import parse_report
    from drafter.read import read_report

    raws = [read_report(path) for path in (old, new)]
    return lambda: [parse_report(raw) for raw in raws]


def extract(old: Path, new: Path) -> Work:
    from drafter import pipeline
    from drafter.extract import extract_metrics

    reports = [pipeline.outline_of(path) for path in (old, new)]
    return lambda: [extract_metrics(report) for report in reports]


def compare(old: Path, new: Path) -> Work:
    from drafter import pipeline

    pair = pipeline.load(old), pipeline.load(new)
    return lambda: pipeline.compare(*pair, "years")


def redline(old: Path, new: Path) -> Work:
    from drafter.compare.align import align
    from drafter.render.redline import write_redline

    out = _scratch("redline.docx")
    return lambda: write_redline(old, new, out, align, author="bench", date="2000-01-01T00:00:00Z")


def draft(old: Path, new: Path) -> Work:
    from drafter import pipeline

    last, out = pipeline.load(new), _scratch("draft.docx")
    return lambda: pipeline.fill(pipeline.draft(last), out)


def redline_by_docx_trackdiff(old: Path, new: Path) -> Work:
    from docx_trackdiff import compare as peer

    out = _scratch("peer.docx")
    sys.argv = ["docx-trackdiff", str(old), str(new), str(out), "--author", "bench"]
    sys.stdout = sys.stderr
    return peer.main


def redline_by_python_redlines(old: Path, new: Path) -> Work:
    from python_redlines import DocxodusEngine

    engine, one, two = DocxodusEngine(), old.read_bytes(), new.read_bytes()
    return lambda: engine.run_redline("bench", original=one, modified=two)


def diff_by_difflib(old: Path, new: Path) -> Work:
    """Paragraphs first, then characters inside what was replaced; no Word file is written."""
    from drafter.read import read_report

    texts = [read_report(path) for path in (old, new)]
    one, two = ([raw.text[p.start : p.end] for p in raw.paragraphs] for raw in texts)
    return lambda: _difflib(one, two)


def _difflib(one: list[str], two: list[str]) -> int:
    marked = 0
    for op, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if op != "equal":
            inner = difflib.SequenceMatcher(None, "".join(one[a:b]), "".join(two[c:d]), autojunk=False)
            marked += sum(j - i + n - m for kind, i, j, m, n in inner.get_opcodes() if kind != "equal")
    return marked


STAGES: dict[str, Callable[[Path, Path], Work]] = {
    "read": read,
    "parse": parse,
    "extract": extract,
    "compare": compare,
    "redline": redline,
    "draft": draft,
    "docx-trackdiff": redline_by_docx_trackdiff,
    "python-redlines": redline_by_python_redlines,
    "difflib": diff_by_difflib,
}


def _scratch(name: str) -> Path:
    folder = tempfile.mkdtemp(prefix="drafter-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder) / name


def _peak() -> float | None:
    """MB that this process, or the largest that it started, held at most; None where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1024 * (1024 if sys.platform == "darwin" else 1)
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    return max(_own_peak() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, started)


def _own_peak() -> float:
    """Linux only: getrusage would count what the parent held when it started this process."""
    own = Path("/proc/self/status")
    lines = own.read_text(encoding="utf-8").splitlines() if own.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def main() -> None:
    stage, old, new = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    printed = sys.stdout
    try:
        work = STAGES[stage](old, new)
    except ImportError:
        print(json.dumps({"missing": True}), file=printed)
        return
    start = time.perf_counter()
    work()
    print(json.dumps({"seconds": time.perf_counter() - start, "peak": _peak()}), file=printed)


if __name__ == "__main__":
    main()
