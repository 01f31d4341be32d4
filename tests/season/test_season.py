"""A season as an office has it: ledger, forms, returns with every fault, draft, a later round, clean copy, and the text held against it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from climakers import REPORTS, run
from hands import CORRECTED, LABEL, UNIT, VALUE, WHY, Form, labelled, latest, truth
from season_draft import accept_all, confirm_kept, overwrite, write_open

from drafter import pipeline
from drafter.ledger.book import read_ledger, write_ledger
from drafter.model.ledger import Ledger

DUE = "2026-01-20"
# Figures by the names that the ledger gives them, each with a part in the season.
COPIED, MISSING, WRONG_UNIT, TEN_THOUSANDFOLD = "办理公证", "发布行政执法指导案例", "公职律师", "执法机关办理行政处罚案件"
TOTAL, PART, CORRECTED_LAST, ALTERED = "抽查评查执法案卷", "优秀案卷", "法律援助受援人", "基层立法联系点"
TWO_DEPARTMENTS, SUMMED, NEAR = "法治督察反馈问题", "法治宣传活动", "答复依申请公开"
LARGE, CHANGED, BY_HAND = "“高效办成一件事”办件", "承办政协提案", "主动公开政府信息"


def done(*args: object) -> str:
    """A command that works; what it prints."""
    result = run(*args)
    assert result.code == 0, result.err
    return result.out


class Season:
    """One season in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first, self.final = folder / "预报", folder / "正式"
        self.last = REPORTS / "2024.docx"
        self.queries: list[dict[str, Any]] = []
        self.values: dict[str, float] = {}

    def path(self, name: str) -> Path:
        return self.folder / name

    def ledger(self, name: str) -> Ledger:
        return read_ledger(self.path(name))

    def asked(self, kind: str) -> str:
        """All that was asked of one kind."""
        return "\n".join(f"{q['department']}｜{q['label']}｜{q['message']}" for q in self.queries if q["kind"] == kind)

    def number(self, name: str, label: str) -> float | None:
        """What a ledger goes by for a figure of 2025."""
        value = latest(labelled(self.ledger(name), label), 2025)
        return value.number if value else None

    def true(self, label: str) -> float:
        return self.values[labelled(self.ledger("台账.xlsx"), label).id]


def office_edits(ledger: Ledger) -> Ledger:
    """What the office corrects before anything goes out: two figures are answered by two departments each."""
    both = {
        TWO_DEPARTMENTS: {"departments": ("市委全面依法治市委员会办公室", "市司法局"), "guess": ""},
        SUMMED: {"departments": ("市司法局", "市教育局"), "adding": "sum", "guess": ""},
    }
    return replace(ledger, rows=tuple(replace(row, **both.get(row.label, {})) for row in ledger.rows))


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Season:
    """The season played up to the first round's collection."""
    made = Season(tmp_path_factory.mktemp("season"))
    done("ledger", REPORTS / "2023.docx", REPORTS / "2024.docx", "-o", made.path("初稿台账.xlsx"))
    base = office_edits(made.ledger("初稿台账.xlsx"))
    write_ledger(base, made.path("台账.xlsx"), made.path("初稿台账.xlsx"))
    made.values = truth(base, pipeline.load(REPORTS / "2025.docx"))
    done("form", made.path("台账.xlsx"), "-o", made.first, "--due", DUE)
    first_round(made, base)
    said = json.loads(done("collect", made.first, "--ledger", made.path("台账.xlsx"), "-o", made.path("台账2.xlsx"), "--json"))
    made.queries = said["queries"]
    return made


def first_round(season: Season, base: Ledger) -> None:
    """Every department answers, and nearly everything that goes wrong does."""
    row = {label: labelled(base, label) for label in {r.label for r in base.rows}}
    for path in sorted(season.first.glob("*.xlsx")):
        form = Form(path)
        form.fill(season.values)
        form.answer("已按计划完成。", "《工作总结》", "")
        form.sign("2026-01-12")
        department = path.stem
        if department == "市司法局":
            last = labelled(base, COPIED)
            form.write(last.id, VALUE, "14900")  # last year's figure once more
            form.write(row[MISSING].id, VALUE, None)
            form.write(row[WRONG_UNIT].id, VALUE, "319件")
            form.write(row[TEN_THOUSANDFOLD].id, VALUE, season.values[row[TEN_THOUSANDFOLD].id] * 10000)
            form.write(row[PART].id, VALUE, season.values[row[PART].id] + 3)
            form.write(row[CORRECTED_LAST].id, CORRECTED, 6271)
            form.write(row[ALTERED].id, LABEL, "立法联系点")
            form.write(row[SUMMED].id, VALUE, 1500)
            form.write(row[TWO_DEPARTMENTS].id, VALUE, season.values[row[TWO_DEPARTMENTS].id] + 6)
        elif department == "市教育局":
            form.write(row[SUMMED].id, VALUE, season.values[row[SUMMED].id] - 1500)
        elif department == "市政务服务管理局":
            form.write(row[LARGE].id, VALUE, f"{season.values[row[LARGE].id] * 10000:.0f}件")
            form.turn_round()
        elif department == "市人民政府办公室":
            form.write(row[NEAR].id, VALUE, "约1200")
            form.add({LABEL: "发布政策解读", UNIT: "件", "2025年数": 56})
            form.sign("2026-01-12", checker="")
        elif department == "市应急管理局":
            form.sign("2026-02-03")
        elif department == "市市场监督管理局":
            form.save(season.first / "市市场监督管理局（更正）.xlsx")
            again = Form(season.first / "市市场监督管理局（更正）.xlsx")
            again.write(row["抽查检查对象"].id, VALUE, season.values[row["抽查检查对象"].id])
            again.sign("2026-01-15")
            again.save()
            form.write(row["抽查检查对象"].id, VALUE, season.values[row["抽查检查对象"].id] - 100)
        form.save()
    (season.first / "市数据局.xlsx").unlink()
    (season.first / "市生态环境局.xlsx").rename(season.first / "市生态环境局.xls")
    (season.first / "市生态环境局.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))
    strangers(season, base)


def strangers(season: Season, base: Ledger) -> None:
    """A form of another city, and one of last year."""
    for name, other in (("云溪市", replace(base, issuer="云溪市人民政府")), ("上年", replace(base, year=2024))):
        write_ledger(other, season.path(f"{name}台账.xlsx"))
        done("form", season.path(f"{name}台账.xlsx"), "-o", season.path(name))
        form = Form(season.path(name) / "市应急管理局.xlsx")
        form.fill(season.values)
        form.save(season.first / f"{name}市应急管理局.xlsx")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing_form", ("市数据局",)),
        ("unread", ("市生态环境局.xls",)),
        ("unread", ("云溪市",)),
        ("unread", ("2024年",)),
        ("late", ("市应急管理局",)),
        ("unsigned", ("市人民政府办公室", "审核人")),
        ("twice", ("市市场监督管理局",)),
        ("missing", ("市司法局", MISSING)),
        ("unit", ("市司法局", WRONG_UNIT)),
        ("unit", ("市司法局", TEN_THOUSANDFOLD, "约1万倍")),
        ("reason", ("平台亮码检查", "变动原因")),
        ("equal", (COPIED,)),
        ("sum", (TOTAL,)),
        ("corrected", (CORRECTED_LAST, "6271")),
        ("altered", ("市司法局", "立法联系点")),
        ("conflict", (TWO_DEPARTMENTS,)),
        ("new", ("发布政策解读",)),
        ("number", (NEAR, "约1200")),
    ],
)
def test_every_fault_of_the_first_round_is_asked_about(season: Season, kind: str, words: tuple[str, ...]) -> None:
    queries = [q for q in season.queries if q["kind"] == kind]
    told = [f"{q['department']}｜{q['label']}｜{q['message']}｜{q['file']}" for q in queries]
    assert any(all(word in line for word in words) for line in told), (kind, told)


@pytest.mark.parametrize("label", [MISSING, WRONG_UNIT, TEN_THOUSANDFOLD, TWO_DEPARTMENTS])
def test_what_is_in_doubt_is_not_taken(season: Season, label: str) -> None:
    assert season.number("台账2.xlsx", label) is None


@pytest.mark.parametrize("label", [LARGE, "抽查检查对象", SUMMED, "实战化演练", "人民调解组织", "开办企业平均用时"])
def test_what_could_be_read_is_taken(season: Season, label: str) -> None:
    assert season.number("台账2.xlsx", label) == pytest.approx(season.true(label))


def test_everything_else_is_as_the_departments_wrote_it(season: Season) -> None:
    ledger = season.ledger("台账2.xlsx")
    odd = {COPIED, MISSING, WRONG_UNIT, TEN_THOUSANDFOLD, PART, TWO_DEPARTMENTS, NEAR}
    away = {"市数据局", "市生态环境局"}
    for row in ledger.rows:
        if row.id in season.values and row.status == "keep" and row.label not in odd and not away & set(row.departments):
            value = latest(row, 2025)
            assert value is not None, row.label
            assert value.number == pytest.approx(season.values[row.id]), row.label
            assert value.source


@pytest.fixture(scope="module")
def drafted(season: Season) -> Season:
    """The draft after the first round, a hand's edit in it, and the second round collected."""
    done("draft", season.last, "--ledger", season.path("台账2.xlsx"), "-o", season.path("初稿.docx"))
    base = season.ledger("台账2.xlsx")
    document = docx.Document(str(season.path("初稿.docx")))
    overwrite(document, labelled(base, BY_HAND).id, "11.1万条")
    document.save(str(season.path("修改稿.docx")))
    done("form", season.path("台账2.xlsx"), "-o", season.final, "--round", "final", "--due", "2026-02-10")
    season.values[labelled(base, CHANGED).id] = 251.0
    halves = {"市司法局": 1500.0, "市教育局": season.true(SUMMED) - 1500}
    for path in sorted(season.final.glob("*.xlsx")):
        form = Form(path)
        form.fill(season.values)
        if path.stem in halves:
            form.write(labelled(base, SUMMED).id, VALUE, halves[path.stem])
        for key in form.ids():
            form.write(key, WHY, "按工作安排")
        form.answer("已完成。", "", "")
        form.sign("2026-02-06")
        form.save()
    said = json.loads(
        done("collect", season.final, "--ledger", season.path("台账2.xlsx"), "-o", season.path("台账3.xlsx"), "--json")
    )
    season.queries = said["queries"]
    return season


def test_the_draft_says_what_was_returned_and_from_whom(drafted: Season) -> None:
    slots = {slot.id: slot for slot in pipeline.status(drafted.path("初稿.docx")).slots}
    ledger = drafted.ledger("台账2.xlsx")
    for label in ("实战化演练", LARGE, "12345热线按时办结率"):
        slot = slots[labelled(ledger, label).id]
        assert slot.state == "filled"
        assert "报" in (slot.source or "")
    assert slots[labelled(ledger, MISSING).id].state == "open"


def test_the_second_round_has_nothing_that_must_be_asked(drafted: Season) -> None:
    assert [q for q in drafted.queries if q["level"] == "must"] == []
    ledger = drafted.ledger("台账3.xlsx")
    first = {value.round for row in ledger.rows for value in row.values if value.year == 2025}
    assert first == {"first", "final"}


@pytest.fixture(scope="module")
def updated(drafted: Season) -> Season:
    said = done(
        "fill", drafted.path("修改稿.docx"), "--ledger", drafted.path("台账3.xlsx"), "--update", "-o", drafted.path("二稿.docx")
    )
    drafted.path("说明.txt").write_text(said, encoding="utf-8")
    return drafted


def test_the_later_return_wins_as_a_tracked_change_and_a_hands_edit_stays(updated: Season) -> None:
    said = updated.path("说明.txt").read_text(encoding="utf-8")
    assert "251件" in said
    assert "11.1万条" in said
    body = docx.Document(str(updated.path("二稿.docx"))).element.body.xml
    assert body.count("<w:ins ") >= 1
    assert body.count("<w:del ") >= 1
    text = pipeline.outline_of(updated.path("二稿.docx")).text
    assert "251件" in text
    assert "11.1万条" in text


@pytest.fixture(scope="module")
def finished(updated: Season) -> Season:
    """Revisions accepted, words written, sentences confirmed, and the clean copy."""
    document = docx.Document(str(updated.path("二稿.docx")))
    accept_all(document)
    document.save(str(updated.path("三稿.docx")))
    document = docx.Document(str(updated.path("三稿.docx")))
    write_open(document, pipeline.status(updated.path("三稿.docx")), pipeline.draft(pipeline.load(updated.last)))
    confirm_kept(document)
    document.save(str(updated.path("四稿.docx")))
    done("finish", updated.path("四稿.docx"), "-o", updated.path("定稿.docx"))
    return updated


def test_the_figures_of_the_final_text_are_those_of_the_ledger(finished: Season) -> None:
    said = json.loads(done("check", finished.path("定稿.docx"), "--ledger", finished.path("台账3.xlsx"), "--json"))
    findings = [f for f in said["findings"] if f["rule"].startswith("return")]
    wrong = [f["message"] for f in findings if f["level"] == "must"]
    # the one that was changed by hand, and nothing else
    assert len(wrong) == 1, wrong
    assert "11.1万条" in wrong[0]


def test_a_slip_in_the_final_text_is_told(finished: Season) -> None:
    text = pipeline.outline_of(finished.path("定稿.docx")).text
    assert text.count("251件") == 1
    finished.path("错稿.txt").write_text(text.replace("251件", "215件"), encoding="utf-8")
    said = json.loads(done("check", finished.path("错稿.txt"), "--ledger", finished.path("台账3.xlsx"), "--json"))
    told = [f["message"] for f in said["findings"] if "215件" in f["message"] and "251" in f["message"]]
    assert len(told) == 1


def test_the_final_report_becomes_the_ledgers_next_year(finished: Season) -> None:
    done("ledger", finished.path("定稿.docx"), "--ledger", finished.path("台账3.xlsx"), "-o", finished.path("台账2026.xlsx"))
    ledger = finished.ledger("台账2026.xlsx")
    assert ledger.year == 2026
    before = finished.ledger("台账3.xlsx")
    kept = {row.id for row in before.rows}
    assert kept <= {row.id for row in ledger.rows}
    for label in (CHANGED, "实战化演练", "人民调解组织"):
        row = labelled(ledger, label)
        report = next(value for value in row.values if value.year == 2025 and value.round == "report")
        assert report.number == pytest.approx(finished.values[row.id])


def test_nothing_that_was_given_was_changed(finished: Season) -> None:
    again = finished.path("再次")
    shutil.rmtree(again, ignore_errors=True)
    done("form", finished.path("台账.xlsx"), "-o", again, "--due", DUE)
    assert read_ledger(finished.path("台账.xlsx")).year == 2025
