"""The comparison as a whole: laws that hold for any two reports."""

from pathlib import Path

import pytest
from twoyears import compared, report

import drafter.pipeline as pipeline
from drafter.compare import compare_reports
from drafter.extract import extract_metrics
from drafter.model.change import Comparison
from drafter.model.report import Report
from drafter.parse import parse_report
from drafter.read import read_report

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT.parent / "shared" / "sets"
OLD = report(2022, "全年受理行政复议案件52件，审结47件。举办培训班12期。\n公布权责清单900项，其中确认类120项、给付类780项。")
NEW = report(2023, "全年新收行政复议案件61件，办结58件。\n调整公布权责清单880项，其中确认类110项、给付类770项。设立示范点6个。")


def check_laws(made: Comparison, old: Report, new: Report) -> None:
    for f in made.findings:
        assert f.old is None or old.text[f.old.start : f.old.end] == f.old.text
        assert f.new is None or new.text[f.new.start : f.new.end] == f.new.text
        assert "【" not in f.message[:1]
        assert 0 <= f.weight <= 100
    assert len({f.id for f in made.findings}) == len(made.findings)
    keys = ("changed", "unchanged", "perhaps", "open", "added", "dropped")
    assert sum(made.summary[k] for k in keys) == len(made.metrics)
    assert sum(made.summary[k] for k in ("must", "verify", "info")) == len(made.findings)


@pytest.mark.parametrize("mode", ["years", "drafts"])
def test_laws_hold_for_two_years(mode: str) -> None:
    check_laws(compared(OLD, NEW, mode), OLD, NEW)  # type: ignore[arg-type]


def test_ids_stay_when_other_text_moves() -> None:
    longer = report(
        2023,
        "围绕中心工作统筹推进。\n全年新收行政复议案件61件，办结58件。\n调整公布权责清单880项，其中确认类110项、给付类770项。设立示范点6个。",
    )
    one, two = compared(OLD, NEW), compared(OLD, longer)
    assert {f.id for f in one.findings if f.kind == "metric"} <= {f.id for f in two.findings}


def test_drafts_put_changed_figures_first_and_follow_nothing() -> None:
    made = compared(OLD, NEW, "drafts")
    assert (made.problems, made.plans) == ((), ())
    kinds = [f.kind for f in made.findings]
    assert kinds[0] == "change"
    assert "stale" not in kinds
    assert kinds.index("change") < kinds.index("dropped")
    assert all("上年" not in c.change_text for c in made.metrics)


def test_notes_say_what_is_odd_about_the_two_reports() -> None:
    assert any("次序可能颠倒" in n for n in compared(NEW, OLD).notes)
    assert any("发文机关不同" in n for n in compared(OLD, report(2023, "推进改革。", city="临江市")).notes)


def moves(old: str, new: str) -> list[tuple[str, str]]:
    found = compared(report(2022, old), report(2023, new)).findings
    return [(f.new.text, f.level) for f in found if f.rule == "big-move" and f.new]


def test_one_surge_is_asked_about_once_and_a_growth_rate_never() -> None:
    surge = moves("全年受理行政复议案件120件，审结100件。", "全年受理行政复议案件310件，审结280件。")
    assert sorted(level for _, level in surge) == ["info", "verify"]
    assert moves("全年受理案件300件，同比增长71.1%。", "全年受理案件352件，同比增长17.3%。") == []


def test_a_figure_not_found_is_asked_for_and_not_called_missing() -> None:
    made = compared(report(2022, "开展公证服务进园区活动19场。"), report(2023, "推进改革。"))
    (found,) = [f for f in made.findings if f.rule == "dropped"]
    assert found.level == "info"
    assert "未能在本年报告中找到对应数据（可能已改写或不再统计）" in found.message


def test_names_with_quotation_marks_are_quoted_with_single_ones_inside() -> None:
    made = compared(report(2022, "开展“园区公证”活动19场。"), report(2023, "推进改革。"))
    assert all("“‘" in f.message or "“园区" not in f.message for f in made.findings)
    assert any("‘园区公证’" in f.message for f in made.findings)


def texts() -> list[Path]:
    """The sample reports, and whatever reports lie beside the checkout."""
    return [*sorted((ROOT / "reports").glob("20*.*")), *sorted(SETS.glob("*.txt")), *sorted(SETS.glob("city-a/*.txt"))]


@pytest.mark.parametrize("path", texts(), ids=lambda p: p.name)
def test_a_report_held_against_itself_has_no_change(path: Path) -> None:
    one = parse_report(read_report(path))
    metrics = extract_metrics(one)
    made = compare_reports(one, one, metrics, metrics, "drafts")
    assert {
        k
        for k in ("changed", "perhaps", "added", "dropped", "text_changed", "text_added", "text_dropped", "text_moved")
        if made.summary[k]
    } == set()
    assert all(c.old and c.new and c.old.id == c.new.id for c in made.metrics)
    assert made.findings == ()


def test_a_fresh_draft_leaves_every_figure_open_and_its_prompts_are_not_this_years_text(tmp_path: Path) -> None:
    last = pipeline.load(Path(__file__).parent.parent.parent / "reports" / "2024.docx")
    pipeline.fill(pipeline.draft(last), tmp_path / "next.docx")
    made = pipeline.compare(last, pipeline.load(tmp_path / "next.docx"))
    assert {change.status for change in made.metrics} == {"open"}
    assert [f for f in made.findings if f.kind == "stale" and f.new and "【" in f.new.text] == []
    told = [f.message for f in made.findings if f.kind == "plan"]
    assert any("本年稿中尚待填写" in message for message in told)
    assert not any("本年报告中未见回应" in message for message in told)
