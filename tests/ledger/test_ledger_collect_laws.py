"""Collecting the same returns twice changes nothing, and the order in which they come does not matter."""

from dataclasses import replace

from collectmakers import JUSTICE, POLICE, STAFF, done, entry, form, ledger, plan, row
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.ledger.collecting import collect
from drafter.ledger.sources import by_hand
from drafter.model.ledger import Ledger, Return, Value

TYPED = st.sampled_from(["", "无", "0", "12", "12件", "1.2万", "约30", "-3", "张某", "35人", "1000", "9999999"])
DEPARTMENTS = st.sampled_from([JUSTICE, POLICE, STAFF])
LEDGER = ledger(
    row("a", before=1000),
    row("b", "万件", 9.03, departments=(JUSTICE, POLICE)),
    row("c", before=12, departments=(JUSTICE, POLICE), adding="sum"),
    row("t", formula="sum", terms=("a", "c"), departments=(STAFF,)),
    row("g", "%", formula="growth", terms=("t",), adding="computed"),
    row("s", "%", formula="share", terms=("a", "c"), adding="computed", last="95.25%"),
    matters=(plan("p"), plan("q", departments=(POLICE,))),
)
HAND = st.sampled_from([None, Value(year=2026, round="first", number=7, text="7件", source="电话核实")])


@st.composite
def returns(draw: st.DrawFn) -> list[Return]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        said = [f"{key}={draw(TYPED)}" for key in draw(st.lists(st.sampled_from("abctx"), unique=True))]
        added = [entry(f"={draw(TYPED)}", label="新事项", unit="件")] if draw(st.booleans()) else []
        found.append(
            form(
                *said, *added, department=draw(DEPARTMENTS), path=f"{number}.xlsx", round=draw(st.sampled_from(["first", "final"])),
                date=draw(st.sampled_from(["", "2027-01-12", "2027-01-20"])), year=draw(st.sampled_from([2026, 2026, 2025])),
                matters=tuple(done(key, draw(st.sampled_from(["", "已完成", "推进中"]))) for key in "pq"),
                stories=(("case", draw(st.sampled_from(["某案", "另一案"]))),) if draw(st.booleans()) else (),
            )
        )  # fmt: skip
    return found


def with_hand(hand: Value | None) -> Ledger:
    first = replace(LEDGER.rows[0], values=(*LEDGER.rows[0].values, *([hand] if hand else [])))
    return replace(LEDGER, rows=(first, *LEDGER.rows[1:]))


@settings(max_examples=150, deadline=None)
@given(returns(), HAND)
def test_collecting_once_more_changes_nothing(forms: list[Return], hand: Value | None) -> None:
    once = collect(with_hand(hand), forms)
    assert collect(once.ledger, forms).ledger == once.ledger


@settings(max_examples=150, deadline=None)
@given(returns().flatmap(lambda forms: st.tuples(st.just(forms), st.permutations(forms))))
def test_the_order_of_the_returns_does_not_matter(both: tuple[list[Return], list[Return]]) -> None:
    assert collect(LEDGER, both[0]) == collect(LEDGER, both[1])


@settings(max_examples=100, deadline=None)
@given(returns())
def test_a_value_written_by_hand_is_never_lost_and_what_is_collected_is_known_for_it(forms: list[Return]) -> None:
    hand = Value(year=2026, round="first", number=7, text="7件", source="电话核实")
    made = collect(with_hand(hand), forms).ledger
    assert hand in made.rows[0].values
    collected = [value for one in made.rows for value in one.values if value.year == 2026 and value != hand]
    assert not any(by_hand(value) for value in collected)
