"""The assignment is the best one, not the greedy one."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.compare.assign import Gains, assign

gains = st.dictionaries(
    st.integers(0, 4), st.dictionaries(st.integers(0, 4), st.floats(-1, 1, allow_nan=False), max_size=5), max_size=5
)


def best(rows: list[int], given_gains: Gains, used: frozenset[int] = frozenset()) -> float:
    """The greatest sum, by trying everything."""
    if not rows:
        return 0.0
    skip = best(rows[1:], given_gains, used)
    takes = (g + best(rows[1:], given_gains, used | {c}) for c, g in given_gains[rows[0]].items() if g > 0 and c not in used)
    return max([skip, *takes])


@given(gains)
def test_no_other_assignment_is_worth_more(given_gains: Gains) -> None:
    made = assign(given_gains)
    assert len(set(made.values())) == len(made)
    assert all(given_gains[row][column] > 0 for row, column in made.items())
    assert abs(sum(given_gains[r][c] for r, c in made.items()) - best(sorted(given_gains), given_gains)) < 1e-9


def test_a_row_gives_up_its_best_column_where_the_sum_gains() -> None:
    assert assign({0: {0: 0.9, 1: 0.8}, 1: {0: 0.85}}) == {0: 1, 1: 0}


def test_what_is_worth_nothing_is_not_paired() -> None:
    assert assign({0: {0: 0.0, 1: -0.2}}) == {}
