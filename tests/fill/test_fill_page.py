"""The draft on paper: the page of GB/T 9704-2012 as LibreOffice prints it."""

from pathlib import Path

import pytest
from pdfpages import printed

from drafter import pipeline

ROOT = Path(__file__).resolve().parents[2]
LASTS = [ROOT / "reports" / "2023.docx", ROOT / "reports" / "2025.docx", ROOT.parent / "shared" / "sets" / "tianmen-2020.txt"]


@pytest.mark.libreoffice
@pytest.mark.parametrize("last", LASTS, ids=lambda path: path.name)
def test_full_pages_of_a_draft_hold_22_lines_of_28_characters_between_their_margins(last: Path, tmp_path: Path) -> None:
    if not last.exists():
        pytest.skip(f"{last.name} is not here")
    pipeline.fill(pipeline.draft(pipeline.load(last)), tmp_path / "draft.docx")
    pages = printed(tmp_path / "draft.docx", tmp_path)
    full = [page for page in pages if page.is_running_text]
    assert len(full) >= len(pages) / 2
    for page in full:
        assert page.paper == (210, 297)
        assert (len(page.lines), max(line.characters for line in page.lines)) == (22, 28)
        assert page.margins() == pytest.approx((28, 26, 37, 35), abs=1)
