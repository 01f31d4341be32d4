"""Three reports and more: every figure once, in a row with its other years."""

from twoyears import report

from drafter.compare.series import series_of
from drafter.extract import extract_metrics
from drafter.model.change import SeriesTable
from drafter.model.report import Report


def made(*works: str) -> SeriesTable:
    reports: list[Report] = [report(2021 + at, work) for at, work in enumerate(works)]
    return series_of(reports, [extract_metrics(one) for one in reports])


def rows(table: SeriesTable) -> dict[str, list[str]]:
    return {row.label: [point.text if point else "" for point in row.points] for row in table.series}


def test_a_figure_runs_through_its_years_though_words_and_units_change() -> None:
    table = made(
        "全年受理行政复议案件120件，开展公证服务进园区活动19场。",
        "全年新收行政复议案件131件，开展公证服务进园区活动22场。",
        "全年受理行政复议案件154起，举办法治夜校，参训学员860名。",
    )
    assert rows(table) == {
        "受理行政复议案件": ["120件", "131件", "154起"],
        "参训学员": ["", "", "860名"],
        "公证服务进园区活动": ["19场", "22场", ""],
    }
    assert [info.year for info in table.reports] == [2021, 2022, 2023]
    assert table.notes == ()


def test_a_year_without_the_figure_is_bridged_where_the_pair_is_sure() -> None:
    table = made("组织法治夜校参训学员1260名。", "推进改革。", "组织法治夜校参训学员1415名。")
    assert rows(table) == {"法治夜校参训学员": ["1260名", "", "1415名"]}


def test_every_figure_stands_once_and_targets_not_at_all() -> None:
    works = ("受理案件31件，办结29件，培训执法人员300人次。", "受理案件35件，办结33件。", "受理案件40件，培训执法人员280人次。")
    table = made(*works)
    points = [point for row in table.series for point in row.points if point]
    assert len(points) == len({(p.start, p.text) for p in points}) == 7
    assert all(p.kind != "target" for p in points)


def test_what_is_odd_about_the_row_of_reports_is_said() -> None:
    reports = [report(2023, "推进改革。"), report(2021, "推进改革。"), report(2021, "推进改革。", city="临江市")]
    notes = series_of(reports, [(), (), ()]).notes
    assert len(notes) == 3
    assert "先后" in notes[0]
    assert "年度相同" in notes[1]
    assert "临江市" in notes[2]
