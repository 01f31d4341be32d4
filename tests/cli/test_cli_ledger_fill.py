"""`drafter draft --ledger` and `drafter fill --ledger [--update]` from the command line, on a sample report."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from climakers import ENGLISH, REPORTS, run
from ledgermakers import ledger_from

from drafter import pipeline
from drafter.ledger.amounts import printed
from drafter.ledger.writing import write_ledger
from drafter.model.ledger import Answer, Ledger, Matter, Round, Row, Value
from drafter.settings import Settings

LAST = REPORTS / "2025.docx"


def returned(row: Row, round: Round, more: float) -> Row:
    number = row.values[0].number
    if number is None:
        return row
    text = printed(number + more, row.unit)
    said = Value(year=2026, round=round, number=number + more, text=text, source=f"市司法局（王某），报{text}", date="2027-01-12")
    return replace(row, values=(*row.values, said))


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The first round, and the last one, in which every third figure is another."""
    folder = tmp_path_factory.mktemp("ledgers")
    made = ledger_from(pipeline.load(LAST, Settings()), 2026)
    draft = pipeline.draft(pipeline.load(LAST, Settings()))
    plan = next(slot for slot in draft.slots if slot.kind == "text" and slot.label.startswith("上年安排"))
    answer = Answer(department="市数据局", year=2026, round="first", progress="平台已经建成。", source="市数据局（李某）")
    first = replace(
        made,
        rows=tuple(returned(row, "first", 1) if at % 10 else row for at, row in enumerate(made.rows)),
        matters=(Matter(id=plan.id, kind="plan", title=plan.label, text=plan.label, answers=(answer,)),),
    )
    later = replace(first, rows=tuple(returned(row, "final", 2 if at % 3 else 1) for at, row in enumerate(first.rows)))
    paths = folder / "预报.xlsx", folder / "正式.xlsx"
    for ledger, path in zip((first, later), paths, strict=True):
        write_ledger(ledger, path)
    return paths


def test_a_draft_comes_out_with_the_returned_figures_in_it(tmp_path: Path, ledgers: tuple[Path, Path]) -> None:
    done = run("draft", LAST, "--ledger", ledgers[0], "-o", tmp_path / "d.docx", "--json")
    assert done.code == 0
    made = json.loads(done.out)
    filled = [slot for slot in made["slots"] if slot["value"]]
    assert len(filled) > 100
    assert all(slot["source"].startswith(("指标台账：", "计算：")) for slot in filled)
    laid = [text["text"] for block in made["blocks"] for text in block["beside"]]
    assert "市数据局报送：完成情况：平台已经建成。（指标台账：市数据局（李某）（预报））" in laid
    assert "按指标台账填入报送数据" in done.err
    status = json.loads(run("status", tmp_path / "d.docx", "--json").out)
    assert {s["id"]: s["source"] for s in status["slots"] if s["source"]} == {slot["id"]: slot["source"] for slot in filled}
    assert "由台账填入或算出" in run("status", tmp_path / "d.docx").out


def test_a_season_from_the_first_returns_to_the_last(tmp_path: Path, ledgers: tuple[Path, Path]) -> None:
    first, second, third = (tmp_path / f"{n}.docx" for n in range(3))
    assert run("draft", LAST, "-o", first).code == 0
    done = run("fill", first, "--ledger", ledgers[0], "-o", second)
    assert (done.code, "按指标台账填入" in done.out, "台账尚无数据" in done.out, "其余须由人工完成" in done.out) == (
        0,
        True,
        True,
        True,
    )
    again = run("fill", second, "--ledger", ledgers[0], "-o", third)
    assert (again.code, third.exists(), "未生成新稿" in again.out) == (0, False, True)
    done = run("fill", second, "--ledger", ledgers[1], "--update", "-o", third)
    assert done.code == 0
    assert "以修订方式改为最新报送数" in done.out
    assert "（预报）；现：" in done.out


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"year": 2027}, "指标台账收集的是2027年度数据，稿件为2026年度"),
        ({"issuer": "青石市人民政府"}, "指标台账属青石市人民政府，稿件的发文机关为槿阳市"),
    ],
)
def test_a_ledger_of_another_year_or_office_is_refused_and_nothing_is_written(
    tmp_path: Path, change: dict[str, object], told: str
) -> None:
    write_ledger(replace(Ledger(issuer="槿阳市", year=2026), **change), tmp_path / "L.xlsx")  # type: ignore[arg-type]
    assert run("draft", LAST, "-o", tmp_path / "d.docx").code == 0
    for args in (("draft", LAST), ("fill", tmp_path / "d.docx")):
        done = run(*args, "--ledger", tmp_path / "L.xlsx", "-o", tmp_path / "out.docx")
        assert (done.code, told in done.err, (tmp_path / "out.docx").exists()) == (2, True, False)


def test_update_wants_a_ledger_and_the_ledger_is_never_overwritten(tmp_path: Path, ledgers: tuple[Path, Path]) -> None:
    done = run("fill", LAST, "--update", "-o", tmp_path / "out.docx", env=ENGLISH)
    assert (done.code, "--update needs --ledger" in done.err) == (2, True)
    wrong = run("draft", LAST, "--ledger", shutil.copy(ledgers[0], tmp_path / "L.docx"), "-o", tmp_path / "L.docx", "--force")
    assert (wrong.code, "不能覆盖输入文件" in wrong.err) == (2, True)
