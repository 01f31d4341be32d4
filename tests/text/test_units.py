"""What may follow a number, what counts the same and what never does."""

import re
from threading import Thread

import pytest

from drafter.extract.candidates import candidates
from drafter.text.normalize import fold
from drafter.text.unit_rows import GROUPS, GUARDS, MEETINGS, Group, Guard, Meeting
from drafter.text.units import (
    UNITS,
    OwnUnit,
    dimension,
    is_unit,
    loosely_same_unit,
    same_unit,
    scale,
    unit_pattern,
    unit_table,
    using,
)


def unit_of(phrase: str) -> str:
    """The unit of the only figure of a phrase."""
    (found,) = candidates(fold(phrase))
    return found.unit


def counted(phrase: str) -> list[str]:
    """Every number of a phrase that a unit follows, with the unit."""
    return [hit.group() for hit in re.finditer(rf"\d[\d.]*[万亿]*{unit_pattern()}", phrase)]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_the_units_of_a_group_count_the_same(group: Group) -> None:
    units = group.units.split()
    assert unit_of(group.example) in units
    assert all(same_unit(units[0], unit) and dimension(unit) == group.dimension for unit in units)


@pytest.mark.parametrize(("group", "other"), [(g, unit) for g in GROUPS for unit in g.never.split()], ids=str)
def test_units_that_no_noun_makes_equal(group: Group, other: str) -> None:
    assert is_unit(other)
    assert not any(loosely_same_unit(unit, other) or loosely_same_unit(other, unit) for unit in group.units.split())


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: meeting.name)
def test_units_that_may_be_the_same_where_the_noun_allows_it(meeting: Meeting) -> None:
    a, b = map(unit_of, meeting.good)
    assert loosely_same_unit(a, b)
    assert loosely_same_unit(b, a)
    assert not loosely_same_unit(*map(unit_of, meeting.apart))


def test_every_meeting_names_groups_that_there_are() -> None:
    names = {group.name for group in GROUPS}
    assert [n for m in MEETINGS for n in (m.one, *m.others.split()) if n not in names] == []


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.unit)
def test_a_counter_is_none_where_it_begins_another_word(guard: Guard) -> None:
    before, figure, after = guard.good.split("|")
    assert counted(before + figure + after) == [figure]
    assert figure.endswith(guard.unit)
    assert not any(found.endswith(guard.unit) for found in counted(guard.other))


def test_no_unit_stands_in_two_groups() -> None:
    listed = [unit for group in GROUPS for unit in group.units.split()]
    assert len(listed) == len(set(listed)) == len(UNITS)


@pytest.mark.parametrize("unit", UNITS)
def test_the_pattern_takes_the_longest_unit_whole(unit: str) -> None:
    found = re.match(unit_pattern(), unit)
    assert found is not None
    assert found.group() == unit


@pytest.mark.parametrize(
    ("a", "b"), [("件", "起"), ("起", "宗"), ("宗", "例"), ("人", "名"), ("名", "位"), ("场", "次"), ("次", "期"), ("天", "日")]
)
def test_units_that_count_strictly_the_same(a: str, b: str) -> None:
    assert same_unit(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("人", "人次"), ("件", "件次"), ("户", "户次"), ("%", "个百分点"), ("个工作日", "日"), ("元", "元/吨")]
)
def test_units_that_are_never_strictly_the_same(a: str, b: str) -> None:
    assert not same_unit(a, b)


@pytest.mark.parametrize(("a", "b"), [("家（次）", "家"), ("家(次)", "家次"), ("台（套）", "套")])
def test_a_unit_with_a_bracket_is_either_of_the_two(a: str, b: str) -> None:
    assert is_unit(a)
    assert same_unit(a, b)


def test_an_unknown_unit_is_only_itself() -> None:
    assert not is_unit("光年")
    assert not is_unit("")
    assert dimension("光年") == ""
    assert same_unit("光年", "光年")
    assert not loosely_same_unit("光年", "公里")


def test_measures_know_how_large_they_are() -> None:
    assert scale("公里") == 1000
    assert scale("公斤") == 2 * (scale("斤") or 0)
    assert round(15 * (scale("亩") or 0)) == scale("公顷")
    assert scale("件") is None


def test_an_office_adds_a_unit_for_the_time_of_a_call() -> None:
    table = unit_table((OwnUnit("案次", same_as="件次"), OwnUnit("柜", dimension="containers"), OwnUnit("A类案", same_as="案次")))
    with using(table):
        assert counted("办理420案次") == ["420案次"]
        assert same_unit("案次", "件次")
        assert same_unit("A类案", "件次")
        assert dimension("柜") == "containers"
        assert not loosely_same_unit("柜", "标箱")
    assert counted("办理420案次") == ["420案"]
    assert not is_unit("案次")


def test_an_own_unit_that_bears_the_name_of_a_group_is_only_itself() -> None:
    with using(unit_table((OwnUnit("牲畜", dimension="count"), OwnUnit("电量", dimension="energy")))):
        assert not same_unit("牲畜", "头")
        assert not loosely_same_unit("牲畜", "头")
        assert scale("电量") is None


def test_another_thread_does_not_see_an_offices_unit() -> None:
    seen: list[bool] = []
    with using(unit_table((OwnUnit("案次", same_as="件次"),))):
        other = Thread(target=lambda: seen.append(is_unit("案次")))
        other.start()
        other.join()
    assert seen == [False]


def test_the_same_own_units_give_the_same_table() -> None:
    own = (OwnUnit("案次", same_as="件次"),)
    assert unit_table(own) is unit_table((OwnUnit("案次", same_as="件次"),))
    assert unit_table(own) is not unit_table()
