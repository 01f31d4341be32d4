"""`drafter draft` beside docxtpl alone rendering as many paragraphs of as much text through the same template.

    python bench/drafting.py

The command and the peer are whole processes, start of Python included, run in turn five times (three times for the long report);
the fastest run counts. Writing is the part of the command that the peer does: the draft as data → the Word file, with the process
that the template is rendered in. The peer makes no slot, comment, table or signature, and renders in the open, without a limit.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline import repeated

ROOT = Path(__file__).parent.parent
LAST = ROOT / "reports" / "2025.docx"
DRAFT = "import sys; from drafter.cli import main; main(sys.argv[1:])"
PEER = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(json.load(open(sys.argv[2], encoding="utf-8")), autoescape=True)
template.save(sys.argv[3])
"""


def context(last: Path) -> dict[str, object]:
    """What the peer renders: the title and the paragraphs of the same draft, as plain text."""
    from drafter import pipeline
    from drafter.fill.context import KINDS, blocks_of, is_run_in

    made = pipeline.draft(pipeline.load(last))
    body = [
        {"样式": KINDS["body" if is_run_in(block) else block.style], "文字": "".join(piece.text for piece in block.pieces)}
        for block in blocks_of(made)
        if block.style != "title"
    ]
    return {"标题": made.title, "年份": made.year, "上年": made.year - 1, "发文机关": made.report.issuer, "正文": body}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def writing(last: Path, out: Path) -> tuple[int, float]:
    """Slots, and seconds for the Word file alone."""
    from drafter import pipeline

    made = pipeline.draft(pipeline.load(last))
    start = time.perf_counter()
    pipeline.fill(made, out)
    return len(made.slots), time.perf_counter() - start


def beside(last: Path, folder: Path, runs: int) -> tuple[str, ...]:
    """Paragraphs, slots, seconds of drafter, of its writing and of the peer."""
    given = context(last)
    (folder / "context.json").write_text(json.dumps(given), encoding="utf-8")
    ours = [sys.executable, "-c", DRAFT, "draft", str(last), "-o", str(folder / "draft.docx"), "--force"]
    template = ROOT / "templates" / "report.docx"
    peer = [sys.executable, "-c", PEER, str(template), str(folder / "context.json"), str(folder / "peer.docx")]
    times = [(seconds(ours), writing(last, folder / "written.docx"), seconds(peer)) for _ in range(runs)]
    body, slots = given["正文"], times[0][1][0]
    assert isinstance(body, list)
    whole, wrote, beside = min(t[0] for t in times), min(t[1][1] for t in times), min(t[2] for t in times)
    return str(len(body)), str(slots), f"{whole:.2f} s", f"{wrote:.2f} s", f"{beside:.2f} s", f"{wrote / beside:.1f}"


def table() -> Iterator[tuple[str, ...]]:
    """Rows of the table, its head first."""
    yield (
        "next year's draft",
        "paragraphs",
        "slots",
        "drafter draft",
        "of it writing",
        "peer: docxtpl alone",
        "writing / docxtpl",
    )
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, last, runs in (("reports/2025.docx", LAST, 5), ("the same ten times over", repeated(LAST, folder), 3)):
            yield (name, *beside(last, folder, runs))


def main() -> None:
    """Print the table."""
    for row in table():
        print("  ".join(row))


if __name__ == "__main__":
    main()
