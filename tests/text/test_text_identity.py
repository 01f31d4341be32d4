"""Ids that last."""

from drafter.model.finding import Finding
from drafter.text.identity import distinct, stable_id


def test_an_id_hangs_on_its_kind_and_parts_and_nothing_else() -> None:
    assert stable_id("sum", "a", "b") == stable_id("sum", "a", "b")
    assert len({stable_id("sum", "a", "b"), stable_id("sum", "b", "a"), stable_id("rate", "a", "b"), stable_id("sum", "a")}) == 4


def test_an_id_is_the_same_on_every_machine() -> None:
    assert stable_id("sum", "sum", "884件") == "sum-a00deccbd5"


def test_of_several_with_one_id_the_later_ones_are_numbered() -> None:
    one = Finding(id="x-1", kind="x", level="info", weight=1, message="")
    assert [f.id for f in distinct([one, one, one])] == ["x-1", "x-1-2", "x-1-3"]
