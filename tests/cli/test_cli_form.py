"""`drafter form`: a form for each department, all or none, and what went to nobody."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from climakers import ENGLISH, REPORTS, Done, files_in, is_refusal, run

from drafter import pipeline
from drafter.ledger.returned import read_return
from drafter.model.ledger import Answer, Ledger, Story, Value

DEPARTMENTS = ("市司法局", "市公安局")


def city(departments: Sequence[str] = DEPARTMENTS) -> Ledger:
    """A ledger of the sample city with three figures and a promise, one figure nobody's."""
    made = pipeline.make_ledger((pipeline.load(REPORTS / "2024.docx"),))
    rows = [replace(row, departments=tuple(departments), formula=None, adding="single") for row in made.rows[:3]]
    return replace(
        made, rows=(rows[0], rows[1], replace(rows[2], departments=())),
        matters=(replace(made.matters[0], departments=tuple(departments[:1])), replace(made.matters[1], departments=())),
    )  # fmt: skip


@pytest.fixture(scope="module")
def plain() -> Ledger:
    return city()


def written(ledger: Ledger, folder: Path) -> Path:
    path = folder / "指标台账.xlsx"
    pipeline.write_new_ledger(ledger, path)
    return path


def made(ledger: Ledger, folder: Path, *options: object) -> Done:
    return run("form", written(ledger, folder), "-o", folder / "报送表", *options)


def test_each_department_gets_a_form_and_what_is_nobodys_is_named(plain: Ledger, tmp_path: Path) -> None:
    done = made(plain, tmp_path, "--due", "2026-01-15")
    assert (done.code, done.err) == (0, f"已写入：{tmp_path / '报送表'}\n")
    forms = {path.name: read_return(path) for path in sorted((tmp_path / "报送表").iterdir())}
    assert sorted(forms) == ["市公安局.xlsx", "市司法局.xlsx"]
    for name, form in forms.items():
        assert (form.department, form.round, form.due, form.year) == (name.removesuffix(".xlsx"), "first", "2026-01-15", 2025)
        assert [entry.row for entry in form.entries] == [row.id for row in plain.rows[:2]]
        assert form.remarks == ()
    assert [len(form.matters) for form in forms.values()] == [0, 1]
    said = done.out.replace("\n", "")
    assert "数据报送表（预报）2份，列指标4项次、上年安排和问题1项次。" in said
    assert f"未下发：指标1项（“{plain.rows[2].label}”）；上年安排和问题1项" in said


def test_every_form_of_the_sample_city_reads_back_as_it_went_out(tmp_path: Path) -> None:
    ledger = pipeline.make_ledger((pipeline.load(REPORTS / "2024.docx"), pipeline.load(REPORTS / "2025.docx")))
    done = made(ledger, tmp_path)
    forms = [read_return(path) for path in (tmp_path / "报送表").iterdir()]
    assert len(forms) > 5
    assert {remark for form in forms for remark in form.remarks} == set()
    told = {(form.department, entry.row, entry.label, entry.unit) for form in forms for entry in form.entries}
    assert told == {
        (name, row.id, row.label, row.unit) for row in ledger.rows for name in row.departments
        if row.status == "keep" and row.adding != "computed" and row.formula in (None, "sum")
    }  # fmt: skip
    assert all(form.department in done.out for form in forms)


def _returned(ledger: Ledger, year: int) -> Ledger:
    value = Value(year=year, round="first", number=1.0, text="1")
    return replace(ledger, rows=(replace(ledger.rows[0], values=(*ledger.rows[0].values, value)), *ledger.rows[1:]))


def _answered(ledger: Ledger) -> Ledger:
    answer = Answer(department="市司法局", year=ledger.year, round="first", progress="已完成")
    return replace(ledger, matters=(replace(ledger.matters[0], answers=(answer,)), *ledger.matters[1:]))


def _told(ledger: Ledger) -> Ledger:
    return replace(ledger, stories=(Story(department="市司法局", year=ledger.year, round="first", kind="case", text="一案"),))


@pytest.mark.parametrize(
    ("returned", "options", "round"),
    [
        (lambda one: one, (), "first"),
        (lambda one: _returned(one, one.year), (), "final"),
        (lambda one: _returned(one, one.year - 2), (), "first"),
        (_answered, (), "final"),
        (_told, (), "final"),
        (lambda one: _returned(one, one.year), ("--round", "first"), "first"),
        (lambda one: one, ("--round", "final"), "final"),
    ],
    ids=["nothing", "a value", "an old value", "an answer", "a passage", "asked for first", "asked for final"],
)
def test_the_round_follows_from_what_was_returned_unless_it_is_named(
    returned: "object", options: tuple[str, ...], round: str, plain: Ledger, tmp_path: Path
) -> None:
    assert callable(returned)
    assert made(returned(plain), tmp_path, *options).code == 0
    assert {read_return(path).round for path in (tmp_path / "报送表").iterdir()} == {round}


@pytest.mark.parametrize("due", ["2026-02-30", "20260115", "1月15日", "2026-1-5", "2026-W03-4"])
def test_a_date_that_is_none_is_refused(due: str, plain: Ledger, tmp_path: Path) -> None:
    done = made(plain, tmp_path, "--due", due)
    assert is_refusal(done, due, "年-月-日")
    assert not (tmp_path / "报送表").exists()


def test_nothing_is_overwritten_unless_asked_and_then_only_what_is_ours(plain: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "报送表"
    folder.mkdir()
    (folder / "说明.txt").write_text("请于15日前报送", encoding="utf-8")
    assert made(plain, tmp_path).code == 0
    (folder / "市公安局.xlsx").write_bytes(b"filled")
    (folder / "市司法局.xlsx").unlink()
    before = files_in(folder)
    assert is_refusal(made(plain, tmp_path), "市公安局.xlsx", "--force")
    assert files_in(folder) == before
    assert made(plain, tmp_path, "--force").code == 0
    assert read_return(folder / "市公安局.xlsx").department == "市公安局"
    assert (folder / "说明.txt").exists()


def test_a_form_that_cannot_be_written_leaves_none_behind(plain: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(plain, tmp_path)
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if len(list(self.parent.glob(".drafter-*"))) > 1:
            raise OSError(28, "No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert is_refusal(run("form", path, "-o", tmp_path / "报送表"), "不能写入")
    assert list(files_in(tmp_path)) == ["指标台账.xlsx"]


def test_a_ledger_without_departments_is_refused(tmp_path: Path) -> None:
    assert is_refusal(made(city(()), tmp_path), "指标台账.xlsx", "责任单位")
    assert not (tmp_path / "报送表").exists()


def test_bad_places_are_refused(plain: Ledger, tmp_path: Path) -> None:
    path = written(plain, tmp_path)
    (tmp_path / "文件").write_bytes(b"")
    assert is_refusal(run("form", path, "-o", tmp_path / "文件"), "不是文件夹")
    assert is_refusal(run("form", path, "-o", tmp_path / "无" / "报送表"), "所在文件夹不存在")
    assert is_refusal(run("form", path), "-o")
    assert is_refusal(run("form", tmp_path / "无.xlsx", "-o", tmp_path / "报送表"), "无.xlsx")
    assert is_refusal(run("form", REPORTS / "2024.docx", "-o", tmp_path / "报送表"), "2024.docx")


def test_the_ledger_itself_is_never_a_form(plain: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "市公安局.xlsx"
    pipeline.write_new_ledger(plain, path)
    before = path.read_bytes()
    assert is_refusal(run("form", path, "-o", tmp_path, "--force"), "不能覆盖输入文件")
    assert files_in(tmp_path) == {"市公安局.xlsx": before}


def test_the_errors_are_english_elsewhere(plain: Ledger, tmp_path: Path) -> None:
    path = written(plain, tmp_path)
    done = run("form", path, "-o", tmp_path / "forms", "--due", "soon", env=ENGLISH)
    assert is_refusal(done, "year-month-day", "As in 2027-01-15")
