"""Which figure is a part of which: the corpus, and what must not depend on the length of a report."""

import json
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from makers import report

from drafter.extract import extract_metrics
from drafter.extract.rows import rows_of
from drafter.extract.totals import find_parents
from drafter.model.metric import Metric

CORPUS = Path(__file__).parent.parent / "corpus" / "totals.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def figures(text: str) -> tuple[Metric, ...]:
    return extract_metrics(report(f"一、主要做法 > （一）推进工作。{text}"))


def parts(text: str) -> list[list[str]]:
    """[part, total], in text order."""
    found = figures(text)
    said = {metric.id: metric.text for metric in found}
    return [[metric.text, said[metric.parent]] for metric in found if metric.parent]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_each_part_goes_to_its_total_and_what_is_no_part_to_none(row: dict[str, Any]) -> None:
    assert parts(row["text"]) == [figure for figure in row["figures"] if figure[1]], row["why"]


def test_a_total_is_never_a_part_of_its_own_part() -> None:
    found = figures("办结案件80件，其中行政处罚80件，其中甲类80件（乙类80件）。")
    parents = {metric.id: metric.parent for metric in found}
    for start in parents:
        seen, at = set(), start
        while at := parents[at]:  # type: ignore[assignment]
            assert at not in seen
            seen.add(at)


def test_a_list_of_numbered_lines_belongs_to_the_total_above_it() -> None:
    found = parts("全年办结案件120件，具体如下： | 1.行政处罚80件。 | 2.行政许可40件。")
    assert found == [["80件", "120件"], ["40件", "120件"]]


def test_numbered_lines_below_a_figure_that_do_not_add_up_are_no_parts() -> None:
    assert parts("全年办结案件120件，具体如下： | 1.行政处罚80件。 | 2.开展检查400件。") == []


def test_time_grows_with_the_number_of_figures_and_not_with_its_square() -> None:
    def seconds(times: int) -> float:
        sentence = "受理案件231件，审结204件，其中维持71件、驳回39件，纠错率9.3%；检查企业120家，处罚12家。"
        text = sentence * times
        made = figures(sentence)
        first = made[0].start - len("受理案件")
        metrics = [
            Metric(text=m.text, start=m.start - first + k * len(sentence), end=m.end - first + k * len(sentence), id=f"{m.id}-{k}",
                   kind=m.kind, label="", value=m.value, unit=m.unit)
            for k in range(times) for m in made
        ]  # fmt: skip
        best = float("inf")
        for _ in range(3):
            begin = perf_counter()
            find_parents(list(rows_of(text, metrics)))
            best = min(best, perf_counter() - begin)
        return best

    assert seconds(400) < 30 * seconds(40)
