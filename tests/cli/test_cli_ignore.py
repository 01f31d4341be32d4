"""`compare --ignore`: what a reviewer answered with 已核实 is not asked again."""

import json
from pathlib import Path

import docx
import openpyxl
import pytest

import drafter.pipeline as pipeline
from drafter.model.change import Comparison
from drafter.model.errors import UnreadableInput

REPORTS = Path(__file__).parent.parent.parent / "reports"
SIDES = tuple(pipeline.load(REPORTS / name) for name in ("2024.docx", "2025.docx"))


@pytest.fixture(scope="module")
def made() -> Comparison:
    return pipeline.compare(*SIDES)


def answered_sheet(made: Comparison, path: Path, answers: dict[str, str]) -> None:
    pipeline.write(made, pipeline.Output(path=path), *SIDES)
    book = openpyxl.load_workbook(path)
    sheet = book["需核实事项"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "编号" for cell in row))
    key, opinion = (next(c.column for c in head if c.value == name) for name in ("编号", "复核意见"))
    for row in range(head[0].row + 1, sheet.max_row + 1):
        sheet.cell(row, opinion).value = answers.get(str(sheet.cell(row, key).value))
    book.save(path)


def answered_table(made: Comparison, path: Path, answers: dict[str, str]) -> None:
    pipeline.write(made, pipeline.Output(path=path, form="table"), *SIDES)
    document = docx.Document(str(path))
    for table in document.tables:
        head = [cell.text for cell in table.rows[0].cells]
        if "编号" in head and "复核意见" in head:
            for row in table.rows[1:]:
                key = "".join(row.cells[head.index("编号")].text.split())
                row.cells[head.index("复核意见")].text = answers.get(key, "")
    document.save(str(path))


@pytest.mark.parametrize(("name", "answer"), [("a.xlsx", answered_sheet), ("a.docx", answered_table)])
def test_an_answered_finding_is_left_out_and_the_counts_follow(made: Comparison, tmp_path: Path, name: str, answer) -> None:  # type: ignore[no-untyped-def]
    first, second, third = made.findings[:3]
    answer(made, tmp_path / name, {first.id: "已核实", second.id: "已核实，确为本年数据", third.id: "请更正"})
    ids, _ = pipeline.answered((tmp_path / name,))
    assert ids == {first.id, second.id}
    left = pipeline.without(made, ids)
    assert [f.id for f in left.findings] == [f.id for f in made.findings[2:]]
    assert sum(left.summary[level] for level in ("must", "verify", "info")) == len(made.findings) - 2
    assert left.notes[-1] == "按复核意见略去已核实事项2项"


def test_a_json_list_of_ids_is_read(made: Comparison, tmp_path: Path) -> None:
    (tmp_path / "ids.json").write_text(json.dumps([made.findings[0].id, "stale-0000000000"]), encoding="utf-8")
    left = pipeline.without(made, pipeline.answered((tmp_path / "ids.json",))[0])
    assert len(left.findings) == len(made.findings) - 1


def test_an_answer_that_does_nothing_is_told(made: Comparison) -> None:
    assert pipeline.without(made, frozenset(), unused=2).notes[-1].startswith("复核意见中有2处“已核实”未采用：")


def test_nothing_to_leave_out_leaves_everything(made: Comparison) -> None:
    assert pipeline.without(made, frozenset()) is made


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", b"{}"), ("a.json", b"not json"), ("a.xlsx", b"x"), ("a.docx", b"x"), ("a.txt", b"x")]
)
def test_what_is_no_list_of_opinions_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableInput):
        pipeline.answered((tmp_path / name,))
