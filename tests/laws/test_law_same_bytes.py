"""Law 4, second half: same input, same output, byte for byte, in every format that is written."""

from pathlib import Path

import pytest

import drafter.pipeline as pipeline
from drafter.pipeline import Output

REPORTS = Path(__file__).parent.parent.parent / "reports"


@pytest.mark.parametrize(
    ("name", "form"),
    [("r.html", None), ("r.xlsx", None), ("r.json", None), ("r.docx", "table"), ("r.docx", "redline"), ("r.docx", "summary")],
)
def test_a_comparison_is_written_to_the_same_bytes_twice(tmp_path: Path, name: str, form: pipeline.DocxForm | None) -> None:
    old, new = (pipeline.load(REPORTS / name) for name in ("2025.docx", "2025-review.docx"))
    made = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / name
        pipeline.write(pipeline.compare(old, new), Output(path=path, form=form), old, new)
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert len(made[0]) > 1000


def test_a_draft_is_written_to_the_same_bytes_twice(tmp_path: Path) -> None:
    made = []
    for name in ("a.docx", "b.docx"):
        pipeline.fill(pipeline.draft(pipeline.load(REPORTS / "2024.txt")), tmp_path / name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_a_comparison_with_itself_has_no_change() -> None:
    loaded = pipeline.load(REPORTS / "2025.docx")
    made = pipeline.compare(loaded, loaded)
    assert {row.kind for row in made.text} == {"equal"}
    assert {m.status for m in made.metrics} == {"unchanged"}
    assert [f for f in made.findings if f.level != "info"] == []
