"""`compare --as redline` and `--ignore-width` as a user calls them."""

import json
from pathlib import Path

import docx
import pytest
from climakers import run

TEXT = "槿阳市2024年法治政府建设情况报告\n一、总体情况\n全年受理行政复议案件{}件（含上年结转），全部办结。\n"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("old", TEXT.format("１２３")), ("new", TEXT.format("123").replace("（", "(").replace("）", ")"))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "old.txt", tmp_path / "new.txt"


def test_widths_are_changes_unless_they_are_to_be_ignored(sides: tuple[Path, Path]) -> None:
    assert run("compare", *sides, "--exit-code").code == 1
    done = run("compare", *sides, "--exit-code", "--ignore-width", "--json")
    made = json.loads(done.out)
    assert done.code == 0
    assert {row["kind"] for row in made["text"]} == {"equal"}
    assert any("全角、半角" in note for note in made["notes"])
    assert "全角、半角" in done.err


def test_a_redline_that_ignores_widths_is_new_without_a_mark(sides: tuple[Path, Path], tmp_path: Path) -> None:
    for options, marked in ((("--ignore-width",), False), ((), True)):
        assert run("compare", *sides, "--as", "redline", "-o", tmp_path / "r.docx", "--force", *options).code == 0
        assert bool(docx.Document(str(tmp_path / "r.docx")).element.xpath("//w:ins")) == marked


def _reports(folder: Path, head: str, *, newer: str = "37") -> list[Path]:
    for name, figure in (("a", "22"), ("b", newer)):
        document = docx.Document()
        for line in TEXT.format(figure).splitlines():
            document.add_paragraph(line)
        if name == "b" and head:
            document.sections[0].header.paragraphs[0].text = head
        document.save(str(folder / f"{name}.docx"))
    return [folder / "a.docx", folder / "b.docx"]


@pytest.mark.parametrize(("form", "said"), [("redline", True), ("table", False)])
def test_what_a_redline_takes_from_new_unread_is_said(tmp_path: Path, form: str, said: bool) -> None:
    done = run("compare", *_reports(tmp_path, "内部资料"), "--as", form, "-o", tmp_path / "r.docx")
    assert "页眉页脚中的文字1处未读取" in done.err
    assert ("修订稿中的页眉页脚保持后一份原样，未作比对" in done.err) == said


def test_nothing_is_said_where_all_was_compared(tmp_path: Path) -> None:
    assert "未作比对" not in run("compare", *_reports(tmp_path, ""), "--as", "redline", "-o", tmp_path / "r.docx").err


@pytest.mark.parametrize("suffix", [".html", ".xlsx", ".json", ".docx"])
def test_what_was_not_read_stands_in_every_output(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    assert run("compare", *_reports(tmp_path, "内部资料"), "--as", "table", "-o", out).code == 0
    assert "页眉页脚中的文字1处未读取" in _words(out)


def _words(path: Path) -> str:
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        return " ".join(str(cell.value) for row in load_workbook(path)["数据"].iter_rows(max_row=1) for cell in row)
    if path.suffix == ".docx":
        return " ".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    return path.read_text(encoding="utf-8")
