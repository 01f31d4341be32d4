"""The 摘要: ten lines and one small table on one page."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import comparisons
import docx
import pytest

from drafter.model.change import Comparison
from drafter.render import wording
from drafter.render.summary import LINES, TOP_FIGURES, leading_changes, summary_lines, write_summary


def long() -> Comparison:
    """A comparison whose every part is as long as they come."""
    years = comparisons.years()
    metrics = tuple(replace(m, label=m.label * 6, change_text=m.change_text * 2) for m in years.metrics) * 9
    findings = tuple(replace(f, message=f.message * 5) for f in years.findings) * 9
    info = replace(years.new, title=years.new.title * 3)
    summary = {key: 100 + value for key, value in years.summary.items()}
    return replace(years, old=info, new=info, metrics=metrics, findings=findings, summary=summary, notes=("甲" * 300,))


@pytest.mark.parametrize("comparison", [comparisons.years(), comparisons.drafts(), comparisons.same(), long()])
def test_it_has_at_most_ten_lines_and_every_count(comparison: Comparison) -> None:
    lines = summary_lines(comparison)
    assert len(lines) <= LINES
    assert set(wording.headlines(comparison)) <= set(lines)
    assert lines[-1] == wording.INTERNAL + wording.CAVEAT


def test_what_to_look_at_first_is_named_worst_first() -> None:
    named = [line for line in summary_lines(comparisons.years()) if line.startswith("【")]
    assert [line[:4] for line in named] == ["【必改】", "【请核实"]


def test_the_table_shows_the_figures_that_changed_most() -> None:
    shown = leading_changes(comparisons.years())
    assert [m.label for m in shown][:3] == ["取消证明事项", "公示执法信息", "培训执法人员"]
    assert all(m.status == "changed" for m in shown)
    assert len(leading_changes(long())) == TOP_FIGURES


def test_the_file_holds_the_lines_and_one_table(tmp_path: Path) -> None:
    write_summary(comparisons.years(), tmp_path / "s.docx")
    document = docx.Document(str(tmp_path / "s.docx"))
    text = [p.text for p in document.paragraphs if p.text]
    assert text == [f"{wording.title(comparisons.years())}摘要", *summary_lines(comparisons.years())]
    assert len(document.tables) == 1


def test_without_changes_there_is_no_table(tmp_path: Path) -> None:
    write_summary(comparisons.same(), tmp_path / "s.docx")
    assert docx.Document(str(tmp_path / "s.docx")).tables == []


def test_the_same_comparison_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write_summary(comparisons.nasty(), tmp_path / f"{name}.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.libreoffice
def test_even_the_longest_stays_on_one_page(tmp_path: Path) -> None:
    if shutil.which("soffice") is None or shutil.which("pdfinfo") is None:
        pytest.skip("LibreOffice or poppler is not here")
    write_summary(long(), tmp_path / "s.docx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "s.docx")]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    told = subprocess.run(["pdfinfo", str(tmp_path / "s.pdf")], check=True, capture_output=True, text=True).stdout
    assert "Pages:           1" in told
