"""What the ledger has already and a return beside it: what stays, what gives way, and the texts."""

import pytest
from collectmakers import (
    BOTH,
    JUSTICE,
    POLICE,
    SUM,
    done,
    form,
    last,
    ledger,
    number,
    only,
    plan,
    row,
    told,
    value,
)  # fmt: skip

from drafter.ledger.collecting import collect
from drafter.model.ledger import Answer, Story, Value


@pytest.mark.parametrize("source", ["", "电话核实", "市司法局（王某，2027-01-12），报1042件"])
def test_a_value_written_or_changed_by_hand_stays_and_is_told(source: str) -> None:
    hand = Value(year=2026, round="first", number=1050, text="1050件", source=source)
    made = collect(ledger(row("a", values=(hand,))), [form("a=1042")])
    assert number(made, "a") == 1050
    assert (only(made, "kept").level, only(made, "kept").taken) == ("verify", False)
    assert "1050件系人工填写，与报送的1042件不同" in only(made, "kept").message


def test_a_value_that_was_collected_gives_way_to_a_later_return_and_not_to_an_earlier_one() -> None:
    first = collect(ledger(row("a")), [form("a=12")]).ledger
    later = collect(first, [form("a=13", date="2027-01-14", path="b.xlsx")])
    assert (number(later, "a"), later.queries) == (13, ())
    earlier = collect(later.ledger, [form("a=12")])
    assert (number(earlier, "a"), told(earlier)) == (13, ["twice/verify"])


def test_what_another_department_said_before_is_not_overwritten() -> None:
    rows = ledger(row("a", departments=BOTH))
    made = collect(collect(rows, [form("a=12")]).ledger, [form("a=13", department=POLICE)])
    assert (number(made, "a"), told(made)) == (12, ["conflict/must"])


def test_a_value_of_the_same_amount_gets_its_source_and_keeps_its_note() -> None:
    hand = Value(year=2026, round="first", number=12, text="12件", note="电话核实")
    found = value(collect(ledger(row("a", values=(hand,))), [form("a=12")]), "a")
    assert found
    assert found.source.endswith("报12件")
    assert found.note == "电话核实"


# Texts.


def test_answers_and_passages_are_merged_with_their_sender() -> None:
    given = form("a=9", matters=(done("p", "已建成", evidence="验收报告"),), stories=(("case", "某案"), ("next", "再接再厉")))
    made = collect(ledger(row("a"), matters=(plan("p"),)), [given])
    source = "市司法局（王某，2027-01-12，市司法局.xlsx）"
    assert made.ledger.matters[0].answers == (
        Answer(
            department=JUSTICE, year=2026, round="first", progress="已建成", evidence="验收报告", source=source, date="2027-01-12"
        ),
    )
    assert [(s.kind, s.text, s.source) for s in made.ledger.stories] == [("case", "某案", source), ("next", "再接再厉", source)]
    assert (made.summary["texts"], made.queries) == (3, ())


def test_a_later_return_replaces_the_texts_of_its_round() -> None:
    base = ledger(row("a"), matters=(plan("p"),))
    first = collect(base, [form("a=9", matters=(done("p", "推进中"),), stories=(("case", "某案"),))]).ledger
    later = form("a=9", matters=(done("p", "已建成"),), stories=(("case", "新案"),), date="2027-01-14", path="b.xlsx")
    made = collect(first, [later]).ledger
    assert [answer.progress for answer in made.matters[0].answers] == ["已建成"]
    assert [story.text for story in made.stories] == ["新案"]


def test_texts_that_people_have_worked_on_stay_and_are_told() -> None:
    source = "市司法局（王某，2027-01-12，市司法局.xlsx）"
    answer = Answer(department=JUSTICE, year=2026, round="first", progress="已于9月建成", source=source, date="2027-01-12")
    story = Story(
        department=JUSTICE, year=2026, round="first", kind="case", text="某案（已改）", source=source, date="2027-01-12"
    )
    base = ledger(row("a"), matters=(plan("p", answers=(answer,)),), stories=(story,))
    made = collect(base, [form("a=9", matters=(done("p", "已建成"),), stories=(("case", "某案"),))])
    assert (made.ledger.matters, made.ledger.stories) == (base.matters, base.stories)
    assert told(made) == ["kept/verify", "kept/verify"]


def test_a_promise_without_a_word_is_asked_about_and_an_unknown_one_told() -> None:
    made = collect(ledger(row("a"), matters=(plan("p"),)), [form("a=9", matters=(done("p", ""), done("x", "已建成")))])
    assert told(made) == ["missing/must", "altered/must"]
    assert "预报表尚有1项事项未填完成情况：建成法治文化公园" in only(made, "missing").message


def test_the_list_begins_with_what_must_be_mended_and_the_office_stands_last() -> None:
    rows = row("a", before=100), row("b", departments=(POLICE,)), row("c", **SUM)
    made = collect(ledger(*rows), [form("a=900", "c=1"), form("b=无人", department=POLICE)])
    assert [(q.level, q.department) for q in made.queries] == [
        ("must", POLICE), ("must", POLICE), ("must", ""), ("verify", JUSTICE),
    ]  # fmt: skip
    assert len({q.id for q in made.queries}) == len(made.queries)


def test_a_value_of_last_year_is_that_of_the_report_before_what_was_returned() -> None:
    values = (last(100), Value(year=2025, round="final", number=50, text="50件"))
    assert collect(ledger(row("a", values=values)), [form("a=101")]).queries == ()


def test_plans_of_earlier_reports_have_been_asked_about_in_their_time() -> None:
    old = plan("p-1", year=2024, departments=BOTH)
    made = collect(ledger(row("a"), matters=(old, plan("p-2", "建成听证室", year=2025))), [form("a=12")])
    assert [(query.department, query.kind) for query in made.queries] == [(JUSTICE, "missing")]
    assert "建成听证室" in only(made, "missing").message
    assert old.title not in only(made, "missing").message
