"""The ledger as a report: what it says, and that it pairs as the report does that it was made from."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgermakers import back, ledger, ledger_from, row

from drafter import pipeline
from drafter.compare.metrics import pair_metrics
from drafter.ledger.as_report import as_report
from drafter.model.change import MetricChange
from drafter.model.ledger import Value
from drafter.text.normalize import plain

REPORTS = Path(__file__).parents[2] / "reports"
HEARD = "全年受理行政复议案件1042件，审结1016件，增长6.9%。"


def _told(changes: tuple[MetricChange, ...]) -> set[tuple[str, str, int]]:
    """Pairs that are told, by OLD's sentence and figure and NEW's place; targets are no rows of a ledger."""
    both = [(c.old, c.new) for c in changes if c.old and c.new and c.status != "perhaps"]
    return {(plain(old.sentence), old.text, new.start) for old, new in both if old.kind != "target"}


@pytest.mark.parametrize(("last", "new"), [("2024.docx", "2025.docx"), ("2023.docx", "2024.docx")])
def test_it_pairs_as_the_report_does_that_its_rows_were_made_from(last: str, new: str) -> None:
    old, this = (pipeline.load(REPORTS / name) for name in (last, new))
    stand_in, figures = as_report(ledger_from(old, 2025))
    real = _told(pair_metrics(old.metrics, this.metrics, old.report, this.report))
    ours = _told(pair_metrics(figures, this.metrics, stand_in, this.report))
    assert len(real ^ ours) <= 0.01 * len(real)


def test_rows_of_one_sentence_share_it_and_each_figure_stands_where_it_says() -> None:
    rows = [
        row("受理行政复议案件", "件", "1042件", HEARD),
        row("审结行政复议案件", "件", "1016件", HEARD),
        row("其他", "件", "5件", "开展调研5件。"),
    ]
    report, figures = as_report(ledger(*rows))
    assert report.text == HEARD + "\n开展调研5件。\n"
    assert [(m.id, m.text, report.text[m.start : m.end]) for m in figures] == [
        (r.id, r.last, r.last) for r in rows
    ]  # fmt: skip


def test_a_year_puts_its_returns_into_the_sentences_the_final_round_before_the_first() -> None:
    rows = [
        row("受理行政复议案件", "件", "1042件", HEARD, values=(back(1100, "1100件"), back(1098, "1098件", turn="final"))),
        row("审结行政复议案件", "件", "1016件", HEARD),
        row("受理增长", "%", "增长6.9%", HEARD, values=(back(-3.2, "下降3.2%"),)),
    ]
    report, figures = as_report(ledger(*rows), 2025)
    assert report.text == "全年受理行政复议案件1098件，审结1016件，下降3.2%。\n"
    assert [m.value for m in figures] == [1098, 1016, 3.2]
    assert report.info.year == 2025


@pytest.mark.parametrize(
    ("unit", "last", "value", "text", "number", "bare"),
    [
        ("万件", "9.03万件", back(9.12, "9.12万件"), "9.12万件", 91200, "件"), ("人", "230余人", back(240, "240余人", about="余"), "240余人", 240, "人"),
        ("件", "约30件", back(41, "41件"), "41件", 41, "件"), ("个", "增至15个", back(16, "16个"), "16个", 16, "个"),
        ("名", "第三", back(4, "第四名"), "第4名", 4, "名"), ("%", "99%以上", back(98, "98%以上", about="以上"), "98%", 98, "%"),
    ],
)  # fmt: skip
def test_values_are_told_in_the_units_of_reports(unit: str, last: str, value: Value, text: str, number: float, bare: str) -> None:
    _, (made,) = as_report(ledger(row("甲", unit, last, f"其中甲{last}，其余不计。", values=(value,))), 2025)
    assert (made.text, made.value, made.unit) == (text, number, bare)
    assert made.kind == ("rank" if last.startswith("第") else "metric")


def test_a_row_that_its_sentence_does_not_hold_stands_alone_and_one_without_a_number_with_0() -> None:
    rows = [row("甲", "件", "15件", "共有5件。"), row("乙", "个"), row("丙", "件", "5件", "甲乙丙15件、5件。")]
    report, figures = as_report(ledger(*rows))
    assert report.text == "甲15件。\n乙0个。\n甲乙丙15件、5件。\n"
    assert [report.text[m.start : m.end] for m in figures] == ["15件", "0个", "5件"]


def test_totals_bear_their_parts_and_problems_stand_under_a_heading_of_that_role() -> None:
    rows = [
        row("审核文件", "件", "9件", "审核文件9件，其中合同5件、章程4件。", formula="sum", terms=("f-合同", "f-章程")),
        row("合同", "件", "5件", "审核文件9件，其中合同5件、章程4件。"),
        row("超期案件", "件", "7件", "仍有超期案件7件。", path=("存在的问题和不足",)),
    ]
    report, figures = as_report(ledger(*rows))
    assert [m.parent for m in figures] == [None, "f-审核文件", None]
    assert [s.role for s in report.sections] == ["problems"]


LAST = st.sampled_from(["5件", "15件", "增至15件", "约30件", "9.03万件", "第三位", "230余件", "三件", "下降3%"])


@given(st.lists(st.tuples(LAST, st.booleans(), st.none() | st.floats(-9999, 10**6).map(lambda n: round(n, 2))), max_size=8))
def test_every_row_is_a_figure_once_and_every_figure_stands_where_it_says(
    told: list[tuple[str, bool, float | None]],
) -> None:
    sentence = "其中" + "、".join(f"甲{last}" for last, _, _ in told) + "。"
    rows = [
        row(f"甲{at}", "件", last, sentence if inside else "", values=() if number is None else (back(number, ""),))
        for at, (last, inside, number) in enumerate(told)
    ]
    report, figures = as_report(ledger(*rows), 2025)
    assert sorted(m.id for m in figures) == sorted(r.id for r in rows)
    assert all(report.text[m.start : m.end] == m.text for m in figures)
    assert all(report.text[p.start : p.end] for p in report.paragraphs)
