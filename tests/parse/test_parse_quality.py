"""The data of the line that says how well a report was read."""

import pytest
from makers import raw, report
from test_parse_damage import WHOLE

from drafter.model.report import ReadingQuality
from drafter.parse import parse_report
from drafter.parse.quality import reading_quality

DID = "全年召开专题会议12次，研究解决重点事项35个，有力保障了各项工作有序开展。"


def quality(text: str) -> ReadingQuality:
    return reading_quality(parse_report(raw(text)))


def test_a_sound_report_is_counted_and_nothing_is_doubted() -> None:
    found = quality(WHOLE)
    assert (found.sections, found.parts, found.items) == (3, 7, 14)
    assert (found.problems, found.plans) == (3, 3)
    assert (found.numbers, found.markers, found.glued, found.gaps, found.wording, found.doubtful) == (0, 0, 0, (), (), ())
    assert found.missing == ("不足之处的原因",)
    assert found.share > 0.85


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("（二）转变", "二）转变", "numbers"),
        ("（二）转变", "）转变", "numbers"),
        ("（二）转变", "转变", "markers"),
        ("420余人次。二是", "420余人次二是", "glued"),
    ],
)
def test_every_repair_is_counted_by_its_kind(old: str, new: str, kind: str) -> None:
    found = quality(WHOLE.replace(old, new))
    assert {name: getattr(found, name) for name in ("numbers", "markers", "glued")} == {
        "numbers": 0,
        "markers": 0,
        "glued": 0,
        kind: 1,
    }
    assert [d.code for d in found.doubtful] == (["marker-lost"] if kind == "markers" else [])


def test_a_gap_that_nothing_fills_stays_open() -> None:
    found = quality(WHOLE.replace("（三）创新普法方式", "（五）创新普法方式"))
    assert [d.code for d in found.gaps] == ["numbering-gap"]


def test_a_heading_that_runs_on_is_doubtful() -> None:
    run_on = "加强组织领导" + "全年召开专题会议研究部署各项重点任务并且逐一明确责任单位和完成时限" * 3
    found = reading_quality(report(f"一、主要做法 > （一）{run_on}。 > （二）优化服务。{DID}"))
    assert [d.code for d in found.doubtful] == ["title-long"]


def test_statutory_contents_that_are_not_there_are_named() -> None:
    found = reading_quality(report(f"一、主要做法 > （一）强领导。{DID} > 二、存在的问题 | 人员不足，原因是编制紧张。"))
    assert found.missing == ("党政主要负责人履行推进法治建设第一责任人职责情况", "下一年度主要安排")


def test_text_without_headings_stands_under_none() -> None:
    assert reading_quality(report(f"{DID} | {DID}")).share == 0.0
