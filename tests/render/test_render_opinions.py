"""What reviewers wrote is read back: by the finding's own row, by rows that name it, whatever was sorted, moved or saved elsewhere."""

import copy
from collections.abc import Callable
from pathlib import Path

import comparisons
import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.table import Table
from openpyxl import load_workbook
from papers import saved_by_libreoffice

import drafter.pipeline as pipeline
from drafter.model.change import Comparison
from drafter.office.faces import W_NS
from drafter.render.answers import Answer, Verified, weighed
from drafter.render.opinions import verified
from drafter.render.sheet import write_sheet
from drafter.render.table import write_table
from drafter.render.wording import OPINION


def own(key: str, opinion: str) -> Answer:
    return Answer((key,), opinion, own=True)


def other(opinion: str, *keys: str) -> Answer:
    return Answer(keys, opinion, own=False)


def passage(opinion: str, key: str, *held: str, row: bool = False) -> Answer:
    """Beside a passage that was dropped: the finding's own row, or (`row`) that of the passage in 表二."""
    return Answer((key,), opinion, own=not row, whole=(key, *held))


@pytest.mark.parametrize(
    ("answers", "ids", "unused"),
    [
        ([own("a", "已核实")], {"a"}, 0),
        ([own("a", "")], set(), 0),
        ([own("a", "已核实，有误")], set(), 0),
        ([own("a", ""), other("已核实", "a")], {"a"}, 0),
        ([own("a", "已核实"), other("", "a")], {"a"}, 0),
        ([own("a", "已核实"), other("有误，请更正", "a")], set(), 1),
        ([own("a", "请更正"), other("已核实", "a")], set(), 1),
        ([other("已核实", "a"), other("", "a")], set(), 1),
        ([other("已核实", "a"), other("已核实", "a")], {"a"}, 0),
        ([other("已核实", "a", "b")], {"a", "b"}, 0),
        ([other("已核实")], set(), 1),
        ([other("与财政局核对")], set(), 0),
        ([passage("已核实", "p", "a", "b"), other("", "a", "p"), other("", "b", "p")], {"p", "a", "b"}, 0),
        ([passage("已核实", "p", "a", row=True), own("p", ""), own("a", ""), other("", "a", "p")], {"p", "a"}, 0),
        ([passage("", "p", "a", row=True), own("p", ""), own("a", ""), other("已核实", "a", "p")], {"a"}, 0),
        ([passage("", "p", "a", row=True), own("a", "已核实")], {"a"}, 0),
        ([passage("已核实", "p", "a", "b"), own("a", "应保留，请更正"), other("", "b", "p")], {"p", "b"}, 0),
        ([passage("已核实", "p", "a"), other("有误", "a", "p")], set(), 1),
        ([passage("请保留", "p", "a", row=True), own("a", "已核实")], set(), 1),
    ],
)
def test_whether_a_finding_rests(answers: list[Answer], ids: set[str], unused: int) -> None:
    found = weighed(answers)
    assert (found.ids, found.unused) == (ids, unused)


def written(path: Path, answers: dict[str, str]) -> Document:
    """A 对照表 whose rows that hold a word (of `answers`) in any cell have this opinion."""
    write_table(comparisons.years(), path)
    document = docx.Document(str(path))
    for table in document.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        for row in table.rows[1:]:
            for word, opinion in answers.items():
                if OPINION in heads and word in [cell.text for cell in row.cells]:
                    row.cells[heads.index(OPINION)].text = opinion
    document.save(str(path))
    return document


def test_an_opinion_beside_a_figure_answers_the_findings_about_it(tmp_path: Path) -> None:
    written(tmp_path / "a.docx", {"取消证明事项": "已核实", "培训执法人员": "已核实"})
    found = verified(tmp_path / "a.docx")
    assert (found.ids, found.unused) == ({"metric-1"}, 1)


def test_where_the_row_of_the_finding_is_gone_the_answer_beside_the_figure_is_told_as_unused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = written(path, {"取消证明事项": "已核实"})
    for table in document.tables:
        for row in list(table.rows):
            if row.cells[-1].text == "metric-1":
                table._tbl.remove(row._tr)
    document.save(str(path))
    assert verified(path) == Verified(frozenset(), unused=1)


PROSE = "聘请行政执法监督员40名，开展监督活动25次，提出意见建议63条。"
DRAFT = """青枫县人民政府2023年法治政府建设情况报告

一、主要举措和成效
全县受理行政复议案件22起，审结20起，办理行政应诉案件9起。
{}
二、存在的问题
一是基层执法力量不足。

三、下一步打算
一是加强培训。
"""


@pytest.fixture(scope="module")
def dropped(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Two drafts: the later one has lost a passage with three figures."""
    folder = tmp_path_factory.mktemp("drafts")
    for name, text in (("a", DRAFT.format(PROSE)), ("b", DRAFT.format(""))):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return pipeline.compare(pipeline.load(folder / "a.txt"), pipeline.load(folder / "b.txt"), mode="drafts")


def kept(comparison: Comparison, found: Verified) -> list[str]:
    """The rules of the findings that are asked again."""
    return sorted(f.rule for f in comparison.findings if f.id not in found.ids)


@pytest.mark.parametrize(
    ("table", "word", "asked"),
    [
        (1, PROSE, []),  # beside the passage in 表二
        (2, "新稿删去", []),  # in the passage's own row of 表三
        (0, "40名", ["figure", "figure", "text"]),  # one figure alone
        (2, "40名，新稿未见", ["figure", "figure", "text"]),
        (1, "", ["figure", "figure", "figure", "text"]),
    ],
)
def test_who_confirms_that_a_passage_was_dropped_confirms_its_figures(
    dropped: Comparison, table: int, word: str, asked: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    write_table(dropped, path)
    document = docx.Document(str(path))
    heads = [cell.text for cell in document.tables[table].rows[0].cells]
    for row in document.tables[table].rows[1:]:
        if word and any(word in cell.text for cell in row.cells):
            row.cells[heads.index(OPINION)].text = "已核实"
    document.save(str(path))
    found = verified(path)
    assert (kept(dropped, found), found.unused) == (asked, 0)


def test_the_sheets_know_the_figures_of_a_passage_too(dropped: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_sheet(dropped, path)
    book = load_workbook(path)
    sheet = book["需核实事项"]
    heads = [cell.value for cell in sheet[2]]
    for row in sheet.iter_rows(min_row=3):
        if str(row[heads.index("事项")].value).startswith("新稿删去"):
            row[heads.index(OPINION)].value = "已核实"
    book.save(path)
    assert kept(dropped, verified(path)) == []


def sort_rows(table: Table) -> None:
    """The rows the other way round; the head goes to the end."""
    for row in list(table._tbl.tr_lst):
        table._tbl.insert(2, row)


def move_columns(table: Table) -> None:
    """The last column becomes the first."""
    for row in table._tbl.tr_lst:
        row.insert(row.index(row.tc_lst[0]), row.tc_lst[-1])


def drop_last_row(table: Table) -> None:
    if len(table.rows) > 3:
        table._tbl.remove(table._tbl.tr_lst[-1])


def track_insertions(table: Table) -> None:
    """What was written was written with tracked changes on, and something else was taken out."""
    for run in list(table._tbl.iter(qn("w:r"))):
        if "已核实" in "".join(t.text or "" for t in run.iter(qn("w:t"))):
            inserted = parse_xml(f'<w:ins xmlns:w="{W_NS}" w:id="1" w:author="甲"/>')
            gone = parse_xml(f'<w:del xmlns:w="{W_NS}" w:id="2" w:author="甲"><w:r><w:delText>有误</w:delText></w:r></w:del>')
            run.addprevious(gone)
            run.addprevious(inserted)
            inserted.append(run)


def split_runs(table: Table) -> None:
    """An editor cut the text into runs."""
    for run in list(table._tbl.iter(qn("w:r"))):
        text = "".join(t.text or "" for t in run.iter(qn("w:t")))
        if "已核实" in text:
            rest = copy.deepcopy(run)
            run.text, rest.text = text[:1], text[1:]
            run.addnext(rest)


@pytest.mark.parametrize("change", [sort_rows, move_columns, drop_last_row, track_insertions, split_runs])
def test_a_table_that_was_worked_on_is_read(tmp_path: Path, change: Callable[[Table], None]) -> None:
    path = tmp_path / "a.docx"
    document = written(path, {"stale-1": "已核实", "取消证明事项": "已核实"})
    for table in document.tables:
        change(table)
    document.save(str(path))
    assert verified(path).ids == {"stale-1", "metric-1"}


@pytest.mark.libreoffice
def test_a_table_that_libreoffice_saved_is_read(tmp_path: Path) -> None:
    written(tmp_path / "a.docx", {"stale-1": "已核实", "取消证明事项": "已核实"})
    assert verified(saved_by_libreoffice(tmp_path / "a.docx", "docx")).ids == {"stale-1", "metric-1"}


def worked_on_book(path: Path) -> None:
    """A workbook with opinions in two sheets, its rows turned round, its last column moved to the front, a filter set."""
    write_sheet(comparisons.years(), path)
    book = load_workbook(path)
    for name, key in (("需核实事项", "stale-1"), ("数据", "metric-1")):
        sheet = book[name]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        at, key_at = rows[0].index(OPINION), rows[0].index("编号")
        for row in rows[1:]:
            row[at] = "已核实" if row[key_at] == key else row[at]
        turned = [rows[0], *reversed(rows[1:])]
        for down, row in enumerate(turned, 2):
            for across, value in enumerate([row[-1], *row[:-1]], 1):
                sheet.cell(down, across).value = value
        sheet.auto_filter.add_filter_column(0, ["x"])
    book.save(path)


def test_a_workbook_that_was_worked_on_is_read(tmp_path: Path) -> None:
    worked_on_book(tmp_path / "a.xlsx")
    assert verified(tmp_path / "a.xlsx").ids == {"stale-1", "metric-1"}


@pytest.mark.libreoffice
def test_a_workbook_that_libreoffice_saved_is_read(tmp_path: Path) -> None:
    worked_on_book(tmp_path / "a.xlsx")
    assert verified(saved_by_libreoffice(tmp_path / "a.xlsx", "xlsx")).ids == {"stale-1", "metric-1"}
