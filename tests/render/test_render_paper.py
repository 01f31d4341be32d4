"""The papers of the sample reports, as a person reads them: their text as goldens, their pages by LibreOffice.

After a change of wording: `python tests/render/test_render_paper.py` writes the goldens anew, to be read before they are committed.
"""

from dataclasses import replace
from pathlib import Path

import comparisons
import docx
import pytest
from papers import pages_of
from test_render_summary import long, named

import drafter.pipeline as pipeline
from drafter.model.change import Comparison
from drafter.render.summary import write_summary
from drafter.render.summary_words import summary_lines
from drafter.render.table import write_table

HERE = Path(__file__).parent
REPORTS = HERE.parents[1] / "reports"
PAIRS = {"years": ("2024.docx", "2025.docx"), "drafts": ("2025.docx", "2025-review.docx")}
MOST_PAGES = {"years": 12, "drafts": 4}


def compared(names: tuple[str, str]) -> Comparison:
    return pipeline.compare(*(pipeline.load(REPORTS / name) for name in names))


def table_text(comparison: Comparison, folder: Path) -> str:
    """The 对照表 as text: a line a paragraph, a line a row with its cells between bars."""
    write_table(comparison, folder / "t.docx")
    document = docx.Document(str(folder / "t.docx"))
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.text.paragraph.Paragraph):
            lines.append(block.text)
        else:
            lines += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells).rstrip() for row in block.rows]
    return "\n".join(lines) + "\n"


def summary_text(comparison: Comparison) -> str:
    return "\n".join(summary_lines(comparison)) + "\n"


def golden(name: str) -> Path:
    return HERE / "golden" / f"{name}.txt"


@pytest.mark.parametrize("mode", PAIRS)
def test_the_table_reads_as_it_did(mode: str, tmp_path: Path) -> None:
    assert table_text(compared(PAIRS[mode]), tmp_path) == golden(f"table-{mode}").read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", PAIRS)
def test_the_summary_reads_as_it_did(mode: str) -> None:
    assert summary_text(compared(PAIRS[mode])) == golden(f"summary-{mode}").read_text(encoding="utf-8")


@pytest.mark.libreoffice
@pytest.mark.parametrize("mode", PAIRS)
def test_the_table_is_short_and_repeats_its_heads(mode: str, tmp_path: Path) -> None:
    write_table(compared(PAIRS[mode]), tmp_path / "t.docx")
    pages = pages_of(tmp_path / "t.docx")
    assert len(pages) <= MOST_PAGES[mode]
    assert all("序号" in page for page in pages)


LONG_TITLE = replace(
    comparisons.NEW_INFO, title="关于" + "法治政府建设" * 30 + "的报告", issuer="甲" * 50, path="乙" * 90 + ".docx"
)
CASES = {
    "the longest of all": long(),
    "a long title": replace(comparisons.years(), old=LONG_TITLE, new=LONG_TITLE),
    "long names": named("甲" * 50),
    "many notes": replace(comparisons.years(), notes=tuple("某处未能读取" * 9 for _ in range(40))),
    "text that means harm": comparisons.nasty(),
}


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", [*CASES, *PAIRS])
def test_the_summary_is_one_page(name: str, tmp_path: Path) -> None:
    write_summary(CASES[name] if name in CASES else compared(PAIRS[name]), tmp_path / "s.docx")
    assert len(pages_of(tmp_path / "s.docx")) == 1


if __name__ == "__main__":
    import tempfile

    for kind, pair in PAIRS.items():
        made = compared(pair)
        golden(f"summary-{kind}").write_text(summary_text(made), encoding="utf-8")
        golden(f"table-{kind}").write_text(table_text(made, Path(tempfile.mkdtemp())), encoding="utf-8")
