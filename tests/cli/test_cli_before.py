"""`drafter draft LAST --before EARLIER` as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from climakers import CHINESE, ENGLISH, REPORTS, ROOT, environment, files_in, is_refusal, run
from jsonschemas import faults

LAST, EARLIER = REPORTS / "2025.docx", REPORTS / "2024.txt"


def test_each_slot_says_where_the_year_before_has_the_same() -> None:
    made = json.loads(run("draft", LAST, "--before", EARLIER, "--json").out)
    assert faults(made, "draft") == []
    text = run("text", EARLIER).out
    said = [slot["before"] for slot in made["slots"] if slot["before"]]
    assert len(said) >= 140
    assert all(text[span["start"] : span["end"]] == span["text"] for span in said)
    alone = json.loads(run("draft", LAST, "--json").out)
    assert {slot["before"] for slot in alone["slots"]} == {None}


def test_the_pairs_are_those_of_the_comparison() -> None:
    made = json.loads(run("draft", LAST, "--before", EARLIER, "--json").out)
    rows = json.loads(run("compare", EARLIER, LAST, "--json").out)["metrics"]
    paired = {(row["new"]["start"], row["old"]["start"]) for row in rows if row["status"] in ("changed", "unchanged")}
    for slot in made["slots"]:
        if slot["kind"] == "figure" and slot["before"]:
            last, before = slot["last"], slot["before"]
            assert any(last["start"] <= a < last["end"] and before["start"] <= b < before["end"] for a, b in paired)


def test_the_word_draft_shows_both_years_and_is_read_without_them(tmp_path: Path) -> None:
    out = tmp_path / "初稿.docx"
    done = run("draft", LAST, "--before", EARLIER, "-o", out)
    assert (done.code, "对照2024年度报告" in done.out) == (0, True)
    text = run("text", out).out
    assert "件）；上年1098件，前年936件】" in text
    assert json.loads(run("metrics", out, "--json").out)["metrics"] == []
    rows = json.loads(run("compare", LAST, out, "--json").out)["metrics"]
    assert [row["old"]["text"] for row in rows if row["status"] != "open" and row["old"]["kind"] != "target"] == []


@pytest.mark.parametrize(
    ("earlier", "said", "in_english"),
    [
        (LAST, "--before 所给与上年报告是同一报告。请给出本单位再上一年度的报告", "the very report"),
        (REPORTS / "2025-review.docx", "不早于上年报告（2025年度）", "no earlier than last year's (2025)"),
    ],
)
def test_a_report_that_is_not_of_the_year_before_is_one_line(tmp_path: Path, earlier: Path, said: str, in_english: str) -> None:
    out = tmp_path / "初稿.docx"
    assert is_refusal(run("draft", LAST, "--before", earlier, "-o", out), f"{earlier}：", said)
    assert is_refusal(run("draft", LAST, "--before", earlier, "-o", out, env=ENGLISH), in_english)
    assert files_in(tmp_path) == {}


def test_a_report_two_years_before_is_told() -> None:
    done = run("draft", LAST, "--before", REPORTS / "2023.docx", "--json")
    assert "与上年报告相隔2年，文中按“2023年”注明" in done.err
    assert any("，2023年" in slot["placeholder"] for slot in json.loads(done.out)["slots"])


def test_the_report_of_the_year_before_is_never_written_over(tmp_path: Path) -> None:
    earlier = tmp_path / "2024.docx"
    earlier.write_bytes((REPORTS / "2024.docx").read_bytes())
    assert is_refusal(run("draft", LAST, "--before", earlier, "-o", earlier, "--force"))
    assert earlier.read_bytes() == (REPORTS / "2024.docx").read_bytes()


@pytest.mark.parametrize(("more", "compared"), [((), False), (("--before", EARLIER), True)], ids=["alone", "with --before"])
def test_comparing_is_loaded_only_where_it_is_wanted(more: tuple[object, ...], compared: bool) -> None:
    code = (
        "import sys; from drafter.cli import main\ntry: main(sys.argv[1:])\n"
        "except SystemExit: print('drafter.compare' in sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "draft", str(LAST), "--json", *map(str, more)]
    done = subprocess.run(command, capture_output=True, check=True, env=environment(CHINESE), cwd=ROOT)
    assert done.stderr.decode("utf-8").splitlines()[-1] == str(compared)
