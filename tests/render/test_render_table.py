"""The 对照表: what stands in it, how it is laid out, and that a filled one can be read back."""

from dataclasses import replace
from pathlib import Path

import comparisons
import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table

from drafter.model.change import Comparison
from drafter.model.errors import UnreadableInput
from drafter.render import wording
from drafter.render.table import ID, NUMBER, read_opinions, write_table


def tables(comparison: Comparison, path: Path) -> dict[str, Table]:
    """Every table by the second and third heads of its columns."""
    write_table(comparison, path)
    return {"/".join(c.text for c in t.rows[0].cells[1:3]) + str(i): t for i, t in enumerate(docx.Document(str(path)).tables)}


def column(table: Table, name: str) -> list[str]:
    heads = [cell.text for cell in table.rows[0].cells]
    return [row.cells[heads.index(name)].text for row in table.rows[1:]]


def lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_figures_stand_side_by_side_with_their_change(tmp_path: Path) -> None:
    figures = next(iter(tables(comparisons.years(), tmp_path / "t.docx").values()))
    assert [c.text for c in figures.rows[0].cells] == ["序号", "指标", "上年", "本年", "增减", "位置", "复核意见"]
    assert column(figures, "指标") == [m.label for m in comparisons.METRICS]
    assert column(figures, "增减") == [m.change_text for m in comparisons.METRICS]
    assert column(figures, "上年")[2] == "—"


def test_what_stayed_without_a_question_stands_at_the_end_under_its_own_line(tmp_path: Path) -> None:
    write_table(replace(comparisons.years(), findings=()), tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    assert "与上年相同、无需核实的数据（1项）" in [p.text for p in document.paragraphs]
    first, second = ([row.cells[0].text for row in table.rows[1:]] for table in document.tables[:2])
    assert first + second == [str(i) for i in range(1, len(comparisons.METRICS) + 1)]
    assert len(second) == 1


def test_every_count_is_that_of_the_summary(tmp_path: Path) -> None:
    write_table(comparisons.years(), tmp_path / "t.docx")
    assert set(wording.headlines(comparisons.years())) - set(lines(tmp_path / "t.docx")) == {
        wording.text_headline(comparisons.years())
    }


def test_the_head_says_what_was_compared_and_what_could_not_be_read(tmp_path: Path) -> None:
    write_table(comparisons.years(), tmp_path / "t.docx")
    text = "\n".join(lines(tmp_path / "t.docx"))
    for said in (wording.report_line(comparisons.OLD_INFO), wording.INTERNAL, *wording.all_notes(comparisons.years())):
        assert said in text


def test_findings_stand_by_level_worst_first(tmp_path: Path) -> None:
    write_table(comparisons.years(), tmp_path / "t.docx")
    heads = [line for line in lines(tmp_path / "t.docx") if "项）" in line and line.startswith("（")]
    assert heads == ["（一）必改（1项）", "（二）请核实（3项）", "（三）供参考（1项）"]
    ids = [
        i
        for t in docx.Document(str(tmp_path / "t.docx")).tables
        if ID in [c.text for c in t.rows[0].cells]
        for i in column(t, ID)
    ]
    assert ids == [f.id for f in comparisons.FINDINGS]


def test_between_drafts_figures_that_stay_are_left_out_and_passages_are_listed(tmp_path: Path) -> None:
    found = list(tables(comparisons.drafts(), tmp_path / "t.docx").values())
    assert "受理行政复议案件" not in column(found[0], "指标")
    assert column(found[1], "情况") == ["新稿删去"] * 4 + ["新稿新增"] * 2


def test_head_rows_repeat_and_no_row_is_split(tmp_path: Path) -> None:
    for table in tables(comparisons.years(), tmp_path / "t.docx").values():
        marks = [{str(n.tag).rpartition("}")[2] for n in row._tr.iter()} for row in table.rows]
        assert "tblHeader" in marks[0]
        assert all("cantSplit" in mark for mark in marks)


def test_the_page_is_landscape_and_tables_fill_it(tmp_path: Path) -> None:
    write_table(comparisons.years(), tmp_path / "t.docx")
    document = docx.Document(str(tmp_path / "t.docx"))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    wide = section.page_width.twips - section.left_margin.twips - section.right_margin.twips  # type: ignore[union-attr]
    assert {sum(int(c.get(qn("w:w"))) for c in t._tbl.tblGrid) for t in document.tables} == {wide}


def test_filled_opinions_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    write_table(comparisons.years(), path)
    assert read_opinions(path) == ()
    document = docx.Document(str(path))
    for table in document.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        if wording.OPINION not in heads:
            continue  # names that came or went ask for nothing
        table.rows[-1].cells[heads.index(wording.OPINION)].text = "已核实"
    document.save(str(path))
    assert dict(read_opinions(path)) == {"stale-1": "已核实", "metric-2": "已核实", "problem-1": "已核实"}


def test_what_is_no_word_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"no")
    with pytest.raises(UnreadableInput, match=r"x\.docx"):
        read_opinions(tmp_path / "x.docx")


def test_the_same_comparison_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write_table(comparisons.years(), tmp_path / f"{name}.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("comparison", [comparisons.nasty(), comparisons.same()], ids=["text that means harm", "no change"])
def test_any_comparison_can_be_written(tmp_path: Path, comparison: Comparison) -> None:
    write_table(comparison, tmp_path / "t.docx")
    document = docx.Document(str(tmp_path / "t.docx"))
    assert document.paragraphs[0].text == f"{wording.title(comparison)}表"
    assert all(t.rows[0].cells[0].text == NUMBER for t in document.tables)
