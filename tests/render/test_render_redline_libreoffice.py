"""Law 3 by LibreOffice's own accept-all and reject-all, in one run for all documents."""

import json
import subprocess
from pathlib import Path

import pytest
from redlinecases import BODIES, STRUCTURES, Files, made, random_made
from redlinemakers import GONE, left

from drafter.compare.align import align
from drafter.render.redline import write_redline

REPORTS = Path(__file__).resolve().parents[2] / "reports"
# LibreOffice shows a note's number in the text: ours is the text without it.
NUMBERED = [name for name in STRUCTURES if name.startswith("a note in")]


def undone(paths: list[Path]) -> list[list[list[str]]]:
    """For each file what is left after accept-all and after reject-all."""
    script = Path(__file__).with_name("undo_with_libreoffice.py")
    command = ["/usr/bin/python3", str(script), *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    # The end of a block control is shown as a carriage return.
    return [[[text.rstrip("\r") for text in side] for side in json.loads(line)] for line in run.stdout.splitlines()]


def _agrees(cases: list[Files]) -> None:
    answers = undone([case[2] for case in cases])
    assert len(answers) == len(cases)
    for (old, new, redline), sides in zip(cases, answers, strict=True):
        assert (redline.name, *sides) == (redline.name, left(new, GONE), left(old, GONE))


@pytest.mark.libreoffice
def test_libreoffice_undoes_edits_and_random_documents_as_our_reader_does(tmp_path: Path) -> None:
    cases = [made(tmp_path, *bodies, name=f"b{k}") for k, bodies in enumerate(BODIES.values())]
    _agrees([*cases, *(random_made(tmp_path, seed) for seed in range(100, 130))])


@pytest.mark.libreoffice
def test_libreoffice_undoes_every_structure_and_the_reports(tmp_path: Path) -> None:
    plain = {name: bodies for name, bodies in STRUCTURES.items() if name not in NUMBERED}
    cases = [made(tmp_path, *bodies, name=f"s{k}", rich=True) for k, bodies in enumerate(plain.values())]
    for old, new in (("2024", "2025"), ("2025-review", "2025")):
        files = REPORTS / f"{old}.docx", REPORTS / f"{new}.docx", tmp_path / f"{old}-{new}.docx"
        write_redline(*files, align)
        cases.append(files)
    _agrees(cases)


@pytest.mark.libreoffice
def test_libreoffice_keeps_the_marks_of_notes_where_they_were(tmp_path: Path) -> None:
    old, new, redline = made(tmp_path, *STRUCTURES["a note in a changed paragraph"], rich=True)
    before, after, sides = undone([old, new, redline])
    assert sides == [after[0], before[0]]
