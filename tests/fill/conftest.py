"""The draft of fill_drafts.py as a file."""

from pathlib import Path

import pytest
from fill_drafts import DRAFT, Written

from drafter.fill import write_draft


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A fresh draft that a test may edit."""
    path = tmp_path / "draft.docx"
    write_draft(DRAFT, path)
    return Written(path)
