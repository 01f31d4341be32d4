"""正文与报送不一致: a report held against what departments returned."""

from dataclasses import replace
from pathlib import Path

import pytest
from ledgermakers import back, ledger, ledger_from, row, with_values
from makers import raw

from drafter import pipeline
from drafter.compare.metrics import pair_metrics
from drafter.extract import extract_metrics
from drafter.ledger.amounts import clean_quotient, scale_of
from drafter.ledger.as_report import as_report
from drafter.model.errors import DrafterError
from drafter.model.finding import Finding
from drafter.model.ledger import Ledger, Row
from drafter.parse import parse_report
from drafter.pipeline import Loaded

REPORTS = Path(__file__).parents[2] / "reports"
HEARD = "全年受理行政复议案件1042件，审结1016件。"


def _text(work: str, year: int = 2025, city: str = "云溪市") -> Loaded:
    text = (
        f"{city}人民政府关于{year}年法治政府建设情况的报告\n{year}年，{city}人民政府认真落实上级部署。现将有关情况报告如下。\n"
        f"一、{year}年主要举措和成效\n（一）依法履行职能。\n{work}\n二、存在的不足\n一是执法力量偏弱。\n"
        f"三、{year + 1}年工作安排\n一是加强执法培训。\n{city}人民政府\n{year + 1}年2月6日\n"
    )
    made = parse_report(raw(text))
    return Loaded(path=Path("final.txt"), report=made, metrics=extract_metrics(made))


def _found(text: Loaded, against: Ledger) -> list[Finding]:
    return [finding for finding in pipeline.check(text, ledger=against) if finding.kind == "ledger"]


def _told(text: Loaded, against: Ledger, rule: str = "returned-value") -> list[tuple[str, str]]:
    return [(f.level, f.new.text if f.new else f.message) for f in _found(text, against) if f.rule == rule]


def _asked(unit: str, last: str, number: float, printed: str = "", about: str = "") -> Row:
    """Last year's row of 惠企政策兑现资金 or the like, with this year's return."""
    sentence = f"全年帮办代办惠企事项{last}。"
    return row("帮办代办惠企事项", unit, last, sentence, values=(back(number, printed or f"{number}{unit}", about=about),))


@pytest.mark.parametrize(
    ("printed", "returned", "right"),
    [
        ("9.03万件", 90312, True), ("9.03万件", 90351, False), ("9万余件", 90312, True), ("8万余件", 90312, False), ("90312件", 90312, True),
        ("90321件", 90312, False), ("1630余件", 1634, True), ("1630余件", 1700, False), ("约1600件", 1634, True), ("约1600件", 1700, False),
        ("近300件", 286, True), ("近300件", 301, False), ("近300件", 240, False), ("200件以上", 286, True), ("200件以上", 190, False),
        ("超200件", 286, True), ("超200件", 190, False), ("230多件", 238, True), ("二百八十六件", 286, True), ("0件", 1, False),
    ],
)  # fmt: skip
def test_a_printed_figure_may_stand_for_what_rounding_and_its_words_allow(printed: str, returned: int, right: bool) -> None:
    found = _told(_text(f"全年帮办代办惠企事项{printed}。"), ledger(_asked("件", printed, returned)))
    assert bool(found) is not right


@pytest.mark.parametrize(
    ("unit", "number", "printed", "right"),
    [
        ("万件", 9.03, "90312件", True),
        ("万件", 9.03, "90360件", False),
        ("万件", 9.0312, "9.03万件", True),
        ("亿元", 2.15, "21500万元", True),
    ],
)
def test_a_return_in_another_scale_is_the_same_figure(unit: str, number: float, printed: str, right: bool) -> None:
    last = "9.03万件" if "件" in unit else "2.15亿元"
    assert bool(_told(_text(f"全年帮办代办惠企事项{printed}。"), ledger(_asked(unit, last, number)))) is not right


def test_what_differs_must_be_mended_and_is_told_with_who_returned_it_and_when() -> None:
    (found,) = (f for f in _found(_text(HEARD), ledger(_heard(1098))) if f.rule == "returned-value")
    assert found.level == "must"
    assert found.new
    assert found.new.text == "1042件"
    assert found.new_place == "一、（一）"
    assert "1042件”与报送数不一致：市司法局，王某，2026-01-12报1098件，" in found.message


def _heard(number: float) -> Row:
    return row("受理行政复议案件", "件", "1042件", HEARD, values=(back(number, f"{number}件"),))


def test_the_final_round_goes_before_the_first() -> None:
    one = _heard(1098)
    later = replace(one, values=(*one.values, back(1042, "1042件", turn="final")))
    assert _told(_text(HEARD), ledger(one))
    assert not _told(_text(HEARD), ledger(later))


@pytest.mark.parametrize(("text", "right"), [("下降3.2%", True), ("增长3.2%", False)])
def test_a_fall_told_as_a_rise_is_told(text: str, right: bool) -> None:
    asked = row(
        "帮办代办惠企事项同比增长", "%", "增长6.9%", "全年帮办代办惠企事项1042件，同比增长6.9%。", values=(back(-3.2, "-3.2%"),)
    )
    assert bool(_told(_text(f"全年帮办代办惠企事项1042件，同比{text}。"), ledger(asked))) is not right


def _files(part: float | None) -> Ledger:
    sentence = "审核合法性文件9件，其中行政协议5件、规范性文件4件。"
    total = row("审核合法性文件", "件", "9件", sentence, formula="sum", terms=("f-行政协议", "f-规范性文件"), adding="computed")
    one = row("行政协议", "件", "5件", sentence, values=(back(6, "6件"),))
    other = row("规范性文件", "件", "4件", sentence, values=() if part is None else (back(part, f"{part}件"),))
    return ledger(total, one, other)


def test_a_computed_row_is_held_against_what_follows_from_the_returns() -> None:
    text = _text("审核合法性文件10件，其中行政协议6件、规范性文件4件。")
    assert _told(text, _files(4)) == []
    (found,) = (f for f in _found(text, _files(5)) if f.new and f.new.text == "10件")
    assert "按报送数计算为11件" in found.message
    assert [text for _, text in _told(text, _files(None))] == []


@pytest.mark.parametrize(
    ("kind", "term", "before", "value"), [("growth", 110, 100, "10%"), ("count", 110, 100, "10件"), ("share", 30, 0, "30%")]
)
def test_changes_and_shares_are_recomputed(kind: str, term: float, before: float, value: str) -> None:
    unit = value.lstrip("0123456789")
    base = [back(before, "", year=2024, turn="report")] if before else []
    terms = ("f-甲", "f-乙") if kind == "share" else ("f-甲",)
    rows = [
        row("甲", "件", "1件", "", values=(*base, back(term, f"{term}件"))), row("乙", "件", "1件", "", values=(back(100, "100件"),)),
        row("办件情况对照值", unit, f"增长{value}", f"惠企办件情况对照值增长{value}。", formula=kind, terms=terms, adding="computed"),
    ]  # fmt: skip
    right, wrong = (_text(f"惠企办件情况对照值增长{said}。") for said in (value, f"9{value}"))
    assert _told(right, ledger(*rows)) == []
    assert [level for level, _ in _told(wrong, ledger(*rows))] == ["must"]


def test_returns_that_the_text_does_not_use_are_told_and_a_part_of_a_used_total_for_information() -> None:
    found = _told(_text("审核合法性文件9件。"), _files(4), "unused-return")
    assert [level for level, _ in found] == ["info", "info"]
    alone = row("法治文化阵地", "个", "12个", "建成法治文化阵地12个。", values=(back(14, "14个"),))
    ((level, message),) = _told(_text("审核合法性文件9件。"), ledger(alone), "unused-return")
    assert level == "verify"
    assert "“法治文化阵地14个”（市司法局，王某，2026-01-12报14个）正文未见" in message


def test_figures_that_nobody_returned_are_one_line() -> None:
    work = "、".join(f"帮办{name}{n}件" for n, name in enumerate("甲乙丙丁戊己庚", 2))
    (found,) = (f for f in _found(_text(f"{HEARD}\n全年{work}。"), ledger(_heard(1042))) if f.rule == "unreturned-figure")
    assert found.level == "info"
    assert "正文另有8项数据没有报送数可以核对" in found.message


@pytest.mark.parametrize(
    ("year", "city", "message"),
    [
        (2024, "云溪市", "报告为2024年度，台账收集的是2025年度"),
        (2025, "澄江市", "报告的发文机关为澄江市人民政府，台账为云溪市人民政府"),
    ],
)
def test_a_ledger_of_another_year_or_office_is_refused(year: int, city: str, message: str) -> None:
    with pytest.raises(DrafterError, match=message):
        pipeline.check(_text(HEARD, year, city), ledger=ledger(_heard(1042)))


def test_a_ledger_without_returns_is_refused_and_none_asks_nothing() -> None:
    with pytest.raises(DrafterError, match="台账中没有2025年度的报送数"):
        pipeline.check(_text(HEARD), ledger=ledger(row("受理行政复议案件", "件", "1042件", HEARD)))
    assert not [f for f in pipeline.check(_text(HEARD)) if f.kind == "ledger"]


@pytest.fixture(scope="module")
def season() -> tuple[Loaded, Ledger]:
    """The sample city's report for 2025, and a ledger of 2024 with just what that report says returned."""
    last, final = (pipeline.load(REPORTS / f"{year}.docx") for year in (2024, 2025))
    made = ledger_from(last, 2025)
    stand_in, figures = as_report(made)
    units = {r.id: r.unit for r in made.rows}
    values = {}
    for pair in pair_metrics(figures, final.metrics, stand_in, final.report):
        if pair.old and pair.new and pair.confidence >= 0.9 and not isinstance(pair.new.value, tuple):
            number = clean_quotient(pair.new.value, scale_of(units[pair.old.id])[0])
            values[pair.old.id] = (back(number, pair.new.text, about=pair.new.approx or ""),)
    return final, with_values(made, values)


def test_a_report_that_says_what_was_returned_has_nothing_to_mend(season: tuple[Loaded, Ledger]) -> None:
    final, full = season
    assert sum(len(r.values) > 1 for r in full.rows) > 120
    assert {f.rule for f in _found(final, full)} == {"unreturned-figure"}


@pytest.mark.parametrize("factor", [0.6, 1.3])
def test_any_return_that_is_far_from_the_text_is_told(season: tuple[Loaded, Ledger], factor: float) -> None:
    final, full = season
    large = [r for r in full.rows if len(r.values) > 1 and (r.values[-1].number or 0) > 20]
    for asked in large[::6]:
        value = asked.values[-1]
        number = round((value.number or 0) * factor, 2)
        other = replace(asked, values=(asked.values[0], replace(value, number=number, text=f"{number}{asked.unit}")))
        changed = replace(full, rows=tuple(other if r.id == asked.id else r for r in full.rows))
        told = [f.level for f in _found(final, changed) if f"{number}{asked.unit}" in f.message]
        assert told in (["must"], ["verify"]), asked.label
