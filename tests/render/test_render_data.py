"""The contract's objects: the schema first, every promised key there, and back again."""

import json
from dataclasses import replace

import comparisons
import pytest
from test_render_terminal import report

from drafter.model.draft import Draft, DraftStatus, Slot
from drafter.parse.quality import reading_quality
from drafter.render import data
from drafter.render.wording import reading_line

METRIC = "text start end id kind label value unit approx scope stated_change parent path sentence rule"
PROMISED = {
    "compare": "schema mode old new metrics text problems plans findings summary",
    "metrics[]": "status label old new delta percent change_text confidence",
    "text[]": "kind moved old new similarity edits",
    "problems[]": "status old new",
    "plans[]": "status plan evidence",
    "findings[]": "id kind level weight message old new rule",
}


def missing(plain: dict[str, object], names: str) -> set[str]:
    """Promised keys that are not there."""
    return set(names.split()) - set(plain)


def test_compare_has_every_promised_key() -> None:
    plain = data.compare_json(comparisons.years())
    assert next(iter(plain)) == "schema"
    assert not missing(plain, PROMISED["compare"])
    for name, keys in PROMISED.items():
        rows = plain[name[:-2]] if name.endswith("[]") else []
        assert not any(missing(row, keys) for row in rows), name
    assert not missing(plain["metrics"][0]["old"], METRIC)
    assert not missing(plain["plans"][0]["evidence"][0], "text start end score")


@pytest.mark.parametrize("made", [comparisons.years(), comparisons.drafts(), comparisons.same(), comparisons.nasty()])
def test_a_comparison_comes_back_from_its_json(made: comparisons.Comparison) -> None:
    assert data.comparison_of(json.loads(json.dumps(data.compare_json(made)))) == made


def test_both_sides_are_rebuilt_from_the_edits() -> None:
    for row in data.compare_json(comparisons.years())["text"]:
        for side, skip in (("old", "insert"), ("new", "delete")):
            built = "".join(e["text"] for e in row["edits"] if e["op"] != skip)
            assert built == (row[side]["text"] if row[side] else "")


def test_the_outline_nests_its_sections() -> None:
    made = replace(report(), metadata=(("索引号", "Q1"), ("文号", "")))
    plain = data.outline_json(made, reading_quality(made))
    names = "schema report metadata preamble sections problems plans signature date furniture defects"
    assert next(iter(plain)) == "schema"
    assert not missing(plain, names)
    assert plain["metadata"] == {"索引号": "Q1", "文号": ""}
    section = plain["sections"][0]
    assert list(section) == ["marker", "number", "level", "title", "role", "start", "end", "children"]
    assert section["children"][0]["title"] == "优化营商环境"
    assert list(plain["defects"][0]) == ["code", "message", "start", "end"]
    assert plain["reading"]["line"] == reading_line(reading_quality(made))
    assert (plain["reading"]["sections"], plain["reading"]["parts"], plain["reading"]["markers"]) == (1, 1, 1)


def test_the_metrics_stand_in_text_order() -> None:
    metrics = [c.old for c in reversed(comparisons.METRICS) if c.old]
    plain = data.metrics_json(report(), metrics)
    assert plain["schema"] == "drafter.metrics/1"
    assert [m["start"] for m in plain["metrics"]] == sorted(m.start for m in metrics)


def test_check_draft_and_status_have_their_keys() -> None:
    slot = Slot(id="s1", kind="figure", label="甲", unit="件", last=None, placeholder="【待填：甲（件）】")
    draft = Draft(report=comparisons.OLD_INFO, year=2023, title="甲", slots=(slot,), sentences=(), blocks=())
    check = data.check_json(report(), comparisons.FINDINGS)
    plain = data.draft_json(draft)
    status = data.status_json(DraftStatus(report=comparisons.OLD_INFO, slots=(), summary={"open": 0}))
    assert (check["schema"], plain["schema"], status["schema"]) == ("drafter.check/1", "drafter.draft/1", "drafter.status/1")
    assert not missing(plain, "schema report year title slots sentences problems plans notes")
    assert not missing(plain["slots"][0], "id kind label unit last value source placeholder department path")
    assert not missing(check["findings"][0], PROMISED["findings[]"])
