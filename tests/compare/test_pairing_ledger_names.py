"""Names that a ledger knows: what they say of a pair, and how many pairs more they find."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from ledgermakers import ledger_from
from twoyears import report

from drafter import pipeline
from drafter.compare import OwnWords, compare_reports
from drafter.compare.metrics import pair_metrics
from drafter.compare.names import Names
from drafter.compare.series import series_of
from drafter.compare.views import views
from drafter.extract import extract_metrics
from drafter.ledger.known import known
from drafter.model.change import Direction, MetricChange
from drafter.model.ledger import KnownFigure, Ledger
from drafter.model.metric import Metric
from drafter.pipeline import Loaded

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "quality" / "gold"
# Reports → pairs that gold has, found without a ledger, and with the synonyms of tests/corpus/synonyms.jsonl.
LIFT = {
    "2023-2024": (130, 131), "2024-2025": (129, 131), "department": (86, 98), "c": (47, 50), "i": (42, 52), "j": (37, 44),
    "n": (43, 45), "o": (48, 53), "q": (43, 49), "u": (42, 46),
}  # fmt: skip


def _figure(id_: str, *names: str, unit: str = "件", good: Direction = "neutral", definition: str = "") -> KnownFigure:
    return KnownFigure(id=id_, names=names, definition=definition, unit=unit, good=good)


def _pairs(old_work: str, new_work: str, *figures: KnownFigure) -> dict[str, str]:
    old, new = report(2022, old_work), report(2023, new_work)
    changes = pair_metrics(extract_metrics(old), extract_metrics(new), old, new, figures)
    return {c.old.text: c.new.text for c in changes if c.old and c.new and c.old.kind == "metric" and c.status != "perhaps"}


def test_two_names_of_one_row_pair_though_they_share_no_word() -> None:
    texts = ("全年走访商户410家。", "上门听取店主诉求的门店532家。")
    assert _pairs(*texts) == {}
    old, new = (extract_metrics(report(2022, text))[0].label for text in texts)
    assert _pairs(*texts, _figure("f-1", old, new, unit="家")) == {"410家": "532家"}


def test_names_of_different_rows_speak_against_a_pair() -> None:
    texts = ("累计帮办代办服务事项1210件。", "累计帮办代办服务件1302件。")
    old, new = (extract_metrics(report(2022, text))[0].label for text in texts)

    def confidence(*figures: KnownFigure) -> float:
        one, two = report(2022, texts[0]), report(2023, texts[1])
        changes = pair_metrics(extract_metrics(one), extract_metrics(two), one, two, figures)
        return max(c.confidence if c.old and c.new and c.old.kind == "metric" else 0 for c in changes)

    assert confidence(_figure("f-1", old), _figure("f-2", new)) < confidence()


def _metric(label: str, unit: str) -> Metric:
    return Metric(text="5", start=0, end=1, id="m1", kind="metric", label=label, value=5, unit=unit)


@pytest.mark.parametrize(
    ("label", "unit", "ids"),
    [
        ("办结许可", "件", {"f-1", "f-2"}), ("办结 许可", "起", {"f-1", "f-2"}), ("许可办结数", "件", {"f-1"}), ("办结许可", "%", set()),
        ("办结许可申请", "件", set()), ("", "件", set()), ("许可率", "%", {"f-3"}),
    ],
)  # fmt: skip
def test_a_figure_goes_by_the_very_name_in_a_unit_that_may_be_the_same(label: str, unit: str, ids: set[str]) -> None:
    names = Names(
        [
            _figure("f-1", "办结许可", "许可办结数"),
            _figure("f-2", "办结许可"),
            _figure("f-3", "许可率", unit="%"),
            _figure("f-4", ""),
        ]
    )
    assert {figure.id for figure in names.of(_metric(label, unit))} == ids


def test_the_ledger_says_which_way_is_good_after_drafter_toml_and_before_the_rows() -> None:
    old, new = report(2022, "行政诉讼败诉率7%。"), report(2023, "行政诉讼败诉率9%。")
    metrics = extract_metrics(old), extract_metrics(new)

    def good(own: OwnWords) -> str:
        return compare_reports(old, new, *metrics, "years", own).metrics[0].direction

    ledger = (_figure("f-1", "行政诉讼败诉率", unit="%", good="positive"),)
    assert good(OwnWords()) == "negative"
    assert good(OwnWords(known=ledger)) == "positive"
    assert good(OwnWords((("败诉率", "neutral"),), ledger)) == "neutral"


def test_a_series_goes_on_under_another_name_of_its_row() -> None:
    reports = [
        report(2021, "全年走访商户410家。"),
        report(2022, "上门听取店主诉求的门店532家。"),
        report(2023, "全年走访商户600家。"),
    ]
    metrics = [extract_metrics(one) for one in reports]
    names = dict.fromkeys(some[0].label for some in metrics)
    rows = series_of(reports, metrics, (_figure("f-1", *names, unit="家"),)).series
    assert [p.text if p else None for p in rows[0].points] == ["410家", "532家", "600家"]


def _sides(name: str) -> tuple[Loaded, Loaded, Path]:
    if "-" in name:
        old, new = (GOLD / f"{year}.txt" for year in name.split("-"))
        return pipeline.load(old), pipeline.load(new), GOLD / f"{name}.pairs.jsonl"
    folder = next(GOLD.glob(f"*/{name}"))
    return pipeline.load(folder / "y1.txt"), pipeline.load(folder / "y2.txt"), folder / "pairs.jsonl"


def _right(changes: tuple[MetricChange, ...], gold: Path) -> int:
    """How many of gold's pairs are told."""
    told = [(c.old, c.new) for c in changes if c.old and c.new and c.status != "perhaps"]
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]

    def meets(row: dict[str, dict[str, int]], side: str, metric: Metric) -> bool:
        return row[side]["start"] < metric.end and metric.start < row[side]["end"]

    return sum(any(meets(row, "a", old) and meets(row, "b", new) for old, new in told) for row in rows)


def _with_synonyms(name: str, last: Loaded) -> Ledger:
    """LAST's ledger, with the other names that an office wrote into it."""
    lines = (ROOT / "tests" / "corpus" / "synonyms.jsonl").read_text(encoding="utf-8").splitlines()
    names = {row["label"]: tuple(row["synonyms"]) for row in map(json.loads, lines) if row["reports"] == name}
    made = ledger_from(last, (last.report.info.year or 2024) + 1)
    assert names.keys() <= {row.label for row in made.rows}
    return replace(made, rows=tuple(replace(row, synonyms=names.get(row.label, ())) for row in made.rows))


@pytest.mark.parametrize("name", LIFT)
def test_synonyms_find_pairs_that_are_missed_without_them(name: str) -> None:
    old, new, gold = _sides(name)
    before = pipeline.compare(old, new, "years").metrics
    after = pipeline.compare(old, new, "years", _with_synonyms(name, old)).metrics
    assert (_right(before, gold), _right(after, gold)) == LIFT[name]


def test_a_ledger_without_synonyms_changes_next_to_nothing() -> None:
    old, new, _ = _sides("2024-2025")
    plain_ledger = ledger_from(old, 2025)
    assert len(known(plain_ledger)) == len(plain_ledger.rows)
    before, after = (pipeline.compare(old, new, "years", ledger).metrics for ledger in (None, plain_ledger))
    assert [(c.old, c.new, c.status) for c in before] == [(c.old, c.new, c.status) for c in after]


def test_the_words_of_a_definition_and_of_other_names_widen_what_a_figure_is_looked_up_by() -> None:
    one = report(2022, "全年走访商户410家。")
    metrics = extract_metrics(one)[:1]
    row = _figure("f-1", metrics[0].label, "沿街店铺", unit="家", definition="含夜市摊位")
    (alone,), (known_one,) = views(metrics, one), views(metrics, one, Names([row]))
    assert {"店铺", "夜市", "摊位"} <= known_one.asked - alone.asked
    assert alone.asked == alone.name | alone.own
