"""Law 7 from files to outputs: the counts are those of the rows, and every renderer states the same."""

import io
import re
from html import unescape
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from rich.console import Console

from drafter.compare import compare_reports
from drafter.extract import extract_metrics
from drafter.model.change import Comparison, Mode
from drafter.parse import parse_report
from drafter.read import read_report
from drafter.render import terminal, wording
from drafter.render.data import compare_json, comparison_of
from drafter.render.html import render_page
from drafter.render.mention_words import mentions_headline
from drafter.render.sheet import write_sheet
from drafter.render.summary import write_summary
from drafter.render.summary_words import summary_lines
from drafter.render.table import write_table

OLD = """云栖县人民政府关于2022年法治政府建设情况的报告
2022年，全县法治政府建设稳步推进。现将有关情况报告如下。
一、主要举措和成效
（一）优化营商环境。取消证明事项41项，办理时限压减12.5%。
（二）推进行政复议。受理行政复议案件22起，办结率95%，380余人次参加听证。
（三）加强普法宣传。举办法治讲座36场。
二、存在的问题
一是基层执法力量不足，专业人员偏少。
二是部分单位信息公示不够及时。
三、2023年工作安排
（一）建成县级行政执法监督平台。组织执法人员轮训，实现信息互通。
（二）修订重大行政决策目录。及时向社会公布。
云栖县人民政府
2023年2月8日
"""
NEW = """云栖县人民政府关于2023年法治政府建设情况的报告
2023年，全县法治政府建设取得新进展。现将有关情况报告如下。
一、主要举措和成效
（一）优化营商环境。取消证明事项18项，办理时限压减20.5%。
（二）推进行政复议。受理行政复议案件22起，办结率97.5%，520多人次参加听证。
（三）规范行政执法。建成县级行政执法监督平台1个，组织执法人员轮训6期。
二、存在的问题
一是基层执法力量仍然不足，专业人员偏少。
三、2024年工作安排
（一）加强行政复议能力建设。充实办案人员。
云栖县人民政府
2024年2月5日
"""
REPORTS = Path(__file__).resolve().parents[2] / "reports"
SETS = Path(__file__).resolve().parents[3] / "shared" / "sets"
PAIRS: dict[str, tuple[Path, Path, Mode]] = {
    "2023 and 2024": (REPORTS / "2023.html", REPORTS / "2024.docx", "years"),
    "2024 and 2025": (REPORTS / "2024.txt", REPORTS / "2025.docx", "years"),
    "2025 and its draft": (REPORTS / "2025.docx", REPORTS / "2025-review.docx", "drafts"),
    "city a": (SETS / "city-a" / "y1.txt", SETS / "city-a" / "y2.txt", "years"),
    "city a as drafts": (SETS / "city-a" / "y1.txt", SETS / "city-a" / "y2.txt", "drafts"),
}


def _work_reports() -> dict[str, tuple[Path, Path, Mode]]:
    """National work reports of years that follow each other."""
    found = {int(path.stem[-4:]): path for path in SETS.rglob("work-report-20[0-9][0-9].txt")}
    return {
        f"{year} and {year + 1}, work reports": (found[year], found[year + 1], "years") for year in found if year + 1 in found
    }


PAIRS |= _work_reports()


def compared(old: Path, new: Path, mode: Mode) -> Comparison:
    """The comparison of two files."""
    reports = [parse_report(read_report(path)) for path in (old, new)]
    return compare_reports(reports[0], reports[1], extract_metrics(reports[0]), extract_metrics(reports[1]), mode)


@pytest.fixture(params=["made years", "made drafts", *PAIRS])
def comparison(request: pytest.FixtureRequest, tmp_path: Path) -> Comparison:
    """Comparisons of short texts and of the sample reports."""
    if request.param in PAIRS:
        if not all(path.exists() for path in PAIRS[request.param][:2]):
            pytest.skip("the shared sets of reports are not there")
        return compared(*PAIRS[request.param])
    paths = (tmp_path / "old.txt", tmp_path / "new.txt")
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return compared(*paths, request.param.split()[1])


def test_the_summary_counts_the_rows(comparison: Comparison) -> None:
    counted = {key: sum(m.status == key for m in comparison.metrics) for key in wording.METRIC_KEYS}
    counted |= {key: sum(f.level == key for f in comparison.findings) for key in wording.FINDING_KEYS}
    counted |= {"stale": sum(wording.is_stale(f) for f in comparison.findings)}
    counted |= {key: sum(f"plans_{p.status}" == key for p in comparison.plans) for key in wording.PLAN_KEYS}
    counted |= {key: sum(f"problems_{p.status}" == key for p in comparison.problems) for key in wording.PROBLEM_KEYS}
    counted |= {key: sum(f"text_{t.kind}" == key for t in comparison.text) for key in wording.TEXT_KEYS}
    counted |= {key: sum(f"mentions_{m.status}" == key for m in comparison.mentions) for key in wording.MENTION_KEYS}
    counted["text_moved"] = sum(t.moved for t in comparison.text)
    assert comparison.summary == counted


def shown(comparison: Comparison) -> str:
    """What stands on the terminal."""
    out = io.StringIO()
    Console(file=out, width=200, color_system=None).print(terminal.render(comparison, 200))
    return out.getvalue()


def words_of(path: Path) -> str:
    """The text of a Word file, tables and all."""
    return "\n".join(
        "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in docx.Document(str(path)).element.body.iter(qn("w:p"))
    )


def test_every_output_states_the_same(comparison: Comparison, tmp_path: Path) -> None:
    write_sheet(comparison, tmp_path / "a.xlsx")
    write_table(comparison, tmp_path / "table.docx")
    write_summary(comparison, tmp_path / "summary.docx")
    book = load_workbook(tmp_path / "a.xlsx")
    page = unescape(re.sub("<[^>]*>", "", render_page(comparison)))
    sheets = "\n".join(str(sheet.cell(1, 1).value) for sheet in book)
    table = words_of(tmp_path / "table.docx")
    outputs = {"terminal": shown(comparison), "page": page, "sheets": sheets, "summary": words_of(tmp_path / "summary.docx")}
    for line in wording.headlines(comparison):
        assert [name for name, text in outputs.items() if line not in text] == []
    in_table = (wording.headline, wording.findings_headline, mentions_headline) + (
        (wording.plans_headline, wording.problems_headline) if comparison.mode == "years" else (wording.text_headline,)
    )
    assert [line(comparison) for line in in_table if line(comparison) not in table] == []
    assert mentions_headline(comparison) in page
    assert mentions_headline(comparison) in sheets
    assert comparison_of(compare_json(comparison)) == comparison


def test_every_list_has_as_many_rows_as_it_says(comparison: Comparison, tmp_path: Path) -> None:
    write_sheet(comparison, tmp_path / "a.xlsx")
    write_table(comparison, tmp_path / "table.docx")
    book = load_workbook(tmp_path / "a.xlsx")
    page = render_page(comparison)
    assert book["数据"].max_row - 2 == page.count('<tr id="m') == len(comparison.metrics)
    assert book["需核实事项"].max_row - 2 == len(re.findall('<tr id="f[0-9]+"', page)) == len(comparison.findings)
    assert book["正文对照"].max_row - 2 == len(re.findall('id="t[0-9]+"', page)) == len(comparison.text)
    ids = {f.id for f in comparison.findings}
    assert sorted(line for line in words_of(tmp_path / "table.docx").split("\n") if line in ids) == sorted(ids)


def test_the_papers_state_the_same(comparison: Comparison, tmp_path: Path) -> None:
    write_table(comparison, tmp_path / "t.docx")
    write_summary(comparison, tmp_path / "s.docx")
    table, summary = (docx.Document(str(tmp_path / name)) for name in ("t.docx", "s.docx"))
    for document in (table, summary):
        assert set(wording.headlines(comparison)) <= {paragraph.text for paragraph in document.paragraphs}
    cells = [[cell.text for cell in row.cells] for t in table.tables for row in t.rows]
    assert [row[-1] for row in cells if row[-1] in {f.id for f in comparison.findings}] == [f.id for f in comparison.findings]
    assert mentions_headline(comparison) in {paragraph.text for paragraph in table.paragraphs}


def test_the_screen_begins_with_the_lines_of_the_summary(comparison: Comparison) -> None:
    out = io.StringIO()
    Console(file=out, width=100, color_system=None).print(terminal.render(comparison, 100))
    shown = "".join(out.getvalue().split())
    assert "".join("".join(line.split()) for line in summary_lines(comparison, with_notes=False)) in shown


def test_the_summary_fits_one_screen(comparison: Comparison) -> None:
    out = io.StringIO()
    Console(file=out, width=100, color_system=None).print(terminal.render(comparison, 100))
    assert len(out.getvalue().splitlines()) <= 30


def test_every_finding_with_a_place_leads_to_a_row_that_holds_it(comparison: Comparison) -> None:
    page = render_page(comparison)
    rows = dict(re.findall('<tr id="(f[0-9]+)"(.*?)</tr>', page, re.S))
    for number, finding in enumerate(comparison.findings, 1):
        links = re.findall('href="#t([0-9]+)"', rows[f"f{number}"])
        spans = [s for s in (finding.old, finding.new) if s is not None]
        assert len(links) == len(spans)
        for span, link in zip(spans, links, strict=True):
            row = comparison.text[int(link) - 1]
            side = row.old if span is finding.old else row.new
            assert side is not None
            assert side.start <= span.start < side.end
