"""The 对照表: what stands in it, how it is laid out, and that a filled one can be read back."""

from dataclasses import replace
from pathlib import Path

import comparisons
import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table

from drafter.model.change import Comparison, PlanClause
from drafter.model.errors import UnreadableInput
from drafter.office.faces import FACES
from drafter.render import wording
from drafter.render.table import write_table
from drafter.render.table_opinions import ID, NUMBER, read_opinions


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
    said = [cell.partition("\n")[0] for cell in column(figures, "增减")]
    assert said[:4] == ["增加125人、增长10.1%", "增加0.8万条、增长34.8%", "本年新增", "减少23项、下降56.1%"]
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
    assert set(wording.headlines(comparisons.years())) <= set(lines(tmp_path / "t.docx"))


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


@pytest.mark.parametrize("made", [comparisons.years(), comparisons.drafts()], ids=["years", "drafts"])
def test_every_finding_stands_in_table_three_once_with_its_number(made: Comparison, tmp_path: Path) -> None:
    rows = [
        row for t in tables(made, tmp_path / "t.docx").values() if ID in [c.text for c in t.rows[0].cells] for row in t.rows[1:]
    ]
    assert [(row.cells[0].text, row.cells[-1].text) for row in rows] == [(str(i), f.id) for i, f in enumerate(made.findings, 1)]


def test_every_figure_stands_in_table_one_once(tmp_path: Path) -> None:
    found = [t for name, t in tables(comparisons.years(), tmp_path / "t.docx").items() if name.startswith("指标")]
    labels = [label for t in found for label in column(t, "指标")]
    assert labels == [m.label for m in wording.ordered_metrics(comparisons.years())]


def test_a_figure_that_is_asked_about_says_so_and_where(tmp_path: Path) -> None:
    figures = next(iter(tables(comparisons.years(), tmp_path / "t.docx").values()))
    said = dict(zip(column(figures, "指标"), column(figures, "增减"), strict=True))
    assert said["取消证明事项"] == "减少23项、下降56.1%\n【请核实】见表三第2项"
    assert said["受理行政复议案件"] == "与上年相同\n【必改】见表三第1项"
    assert said["培训执法人员"] == "增加125人、增长10.1%"
    faces = {row.cells[1].text: row.cells[1].paragraphs[0].style.name for row in figures.rows[1:]}  # type: ignore[union-attr]
    assert {label for label, face in faces.items() if face == "公文密表格醒目"} == {
        "取消证明事项",
        "受理行政复议案件",
        "举办讲座",
    }


def test_plans_and_problems_say_where_they_are_asked_about(tmp_path: Path) -> None:
    found = tables(comparisons.years(), tmp_path / "t.docx")
    plans, problems = (next(t for name, t in found.items() if name.startswith(head)) for head in ("上年安排", "上年问题"))
    assert "文本未提及\n【请核实】见表三第3项" in column(plans, "回应情况")
    assert "再次提及\n见表三第5项" in column(problems, "本年情况")


def test_a_chapter_of_promises_is_counted_and_not_listed(tmp_path: Path) -> None:
    plan = comparisons.PLANS[0]
    clause = PlanClause(text="甲", start=0, end=1, status="answered")
    many = replace(plan, clauses=(*[clause] * 30, *[replace(clause, status="not_mentioned")] * 20))
    found = tables(replace(comparisons.years(), plans=(many,)), tmp_path / "t.docx")
    cell = column(next(t for name, t in found.items() if name.startswith("上年安排")), "上年安排")[0]
    assert cell.endswith("（其中50处：有回应30处，文本未提及20处；逐处见对照页或数据表）")


def test_every_style_names_an_official_face_for_every_script(tmp_path: Path) -> None:
    write_table(comparisons.years(), tmp_path / "t.docx")
    document = docx.Document(str(tmp_path / "t.docx"))
    parts = [document.element, *(f._element for s in document.sections for f in (s.footer, s.even_page_footer))]
    used = {n.get(qn("w:val")) for part in parts for n in part.iter(qn("w:pStyle"))}
    assert all(p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is not None for part in parts for p in part.iter(qn("w:p")))
    assert not [n for part in parts for n in part.iter(qn("w:rFonts"))]  # no run has a face of its own
    for style in document.styles:
        if style.style_id in used:
            fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            names = {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
            assert len(names) == 1
            assert names <= {name for name, _ in FACES.values()}


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
