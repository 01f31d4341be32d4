"""`--ledger` of compare and check, and `drafter materials`, as a user runs them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from climakers import REPORTS, is_refusal, run
from jsonschemas import faults
from ledgermakers import back, with_values

from drafter import pipeline
from drafter.model.ledger import Ledger

LAST, NEW = REPORTS / "2024.docx", REPORTS / "2025.docx"


@pytest.fixture(scope="module")
def made() -> Ledger:
    return pipeline.make_ledger([pipeline.load(LAST)])


@pytest.fixture
def book(made: Ledger, tmp_path: Path) -> Path:
    """The ledger of the sample city with a synonym and one return, as a workbook."""
    asked = next(row for row in made.rows if row.label == "接待来访群众")
    synonyms = tuple(replace(row, synonyms=("县级公共法律服务中心服务群众",)) if row.id == asked.id else row for row in made.rows)
    full = with_values(replace(made, rows=synonyms), {asked.id: (back(7.9, "7.9万人次"),)})
    pipeline.write_new_ledger(full, tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def test_compare_pairs_by_the_ledgers_synonyms(book: Path) -> None:
    def status(*more: object) -> str:
        rows = json.loads(run("compare", LAST, NEW, "--json", *more).out)["metrics"]
        return next(row["status"] for row in rows if row["new"] and row["label"] == "县级公共法律服务中心服务群众")

    assert (status(), status("--ledger", book)) == ("perhaps", "changed")


def test_series_take_the_ledger_too(book: Path) -> None:
    args = ("compare", REPORTS / "2023.docx", LAST, NEW, "--json")
    alone, known = (json.loads(run(*args, *more).out)["series"] for more in ((), ("--ledger", book)))
    assert len(known) < len(alone)


def test_check_holds_the_text_against_the_returns(book: Path) -> None:
    done = run("check", NEW, "--ledger", book, "--json", "--fail-on", "error")
    answer = json.loads(done.out)
    assert faults(answer, "check") == []
    assert done.code == 1
    (found,) = (f for f in answer["findings"] if f["rule"] == "returned-value")
    assert "7.9万人次" in found["message"]


def test_check_refuses_a_ledger_of_another_year(book: Path) -> None:
    assert is_refusal(run("check", LAST, "--ledger", book), "台账收集的是2025年度")


def test_materials_writes_candidates_and_never_over_a_file(book: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "材料", tmp_path / "候选.xlsx"
    folder.mkdir()
    (folder / "市司法局.docx").write_bytes(NEW.read_bytes())
    (folder / "图.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    before = book.read_bytes()
    done = run("materials", folder, "--ledger", book, "-o", out)
    assert (done.code, out.exists(), book.read_bytes() == before) == (0, True, True)
    assert "读取1份报告" in done.out
    assert "图.png：这是图片" in done.err
    assert is_refusal(run("materials", folder, "--ledger", book, "-o", out), "文件已存在")
    assert is_refusal(run("materials", folder, "-o", out), "--ledger")
    assert is_refusal(run("materials", tmp_path / "无", "--ledger", book, "-o", tmp_path / "b.xlsx"), "没有这个文件夹")
