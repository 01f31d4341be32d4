"""`compare` with three reports and more, and `--only`."""

import json
from pathlib import Path

import pytest
from climakers import REPORTS, files_in, is_refusal, run
from openpyxl import load_workbook

YEARS = [REPORTS / f"{year}.docx" for year in (2023, 2024, 2025)]


def test_three_reports_give_the_series_on_the_screen_and_as_json() -> None:
    done = run("compare", *YEARS)
    assert done.code == 0
    assert "历年数据对照" in done.out
    table = json.loads(run("compare", *YEARS, "--json").out)
    assert table["schema"] == "drafter.series/1"
    assert [one["year"] for one in table["reports"]] == [2023, 2024, 2025]
    assert all(len(row["points"]) == 3 and any(row["points"]) for row in table["series"])
    assert f"数据{len(table['series'])}项" in done.out.replace("\n", "")


def test_the_series_is_written_as_a_sheet_and_as_json(tmp_path: Path) -> None:
    sheet, data = tmp_path / "历年.xlsx", tmp_path / "历年.json"
    assert run("compare", *YEARS, "-o", sheet, "-o", data).code == 0
    table = json.loads(data.read_text(encoding="utf-8"))
    held = load_workbook(sheet)["历年数据"]
    assert held.max_row - 2 == len(table["series"])
    first = sheet.read_bytes()
    assert run("compare", *YEARS, "-o", sheet, "--force").code == 0
    assert sheet.read_bytes() == first


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--mode", "years"], "--mode"),
        (["--only", "stale", "--exit-code"], "--only、--exit-code"),
        (["--as", "table"], "--as"),
        (["-o", "a.html"], ".xlsx 或 .json"),
        (["-o", "a.docx"], ".xlsx 或 .json"),
    ],
)
def test_what_compares_two_reports_is_refused_for_three(
    options: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_refusal(run("compare", *YEARS, *options), said)
    assert files_in(tmp_path) == {}


def test_only_lists_one_kind_and_the_counts_follow(tmp_path: Path) -> None:
    whole = json.loads(run("compare", *YEARS[1:], "--json").out)
    done = run("compare", *YEARS[1:], "--only", "stale", "--only", "plan", "--json")
    some = json.loads(done.out)
    kept = [f for f in whole["findings"] if f["kind"] in ("stale", "plan")]
    assert some["findings"] == kept
    assert 0 < len(kept) < len(whole["findings"])
    assert some["metrics"] == whole["metrics"]
    assert sum(some["summary"][level] for level in ("must", "verify", "info")) == len(kept)
    assert f"其余{len(whole['findings']) - len(kept)}项未列" in done.err


def test_a_kind_that_there_is_not_is_refused() -> None:
    assert is_refusal(run("compare", *YEARS[1:], "--only", "nothing"), "nothing")


def test_every_kind_of_a_mode_can_be_asked_for() -> None:
    from drafter.cli.compare import KINDS
    from drafter.pipeline import KINDS as BY_MODE

    assert set(KINDS) == {kind for kinds in BY_MODE.values() for kind in kinds}


def test_a_kind_of_the_other_mode_is_refused() -> None:
    assert is_refusal(run("compare", *YEARS[1:], "--only", "change"), "change")
