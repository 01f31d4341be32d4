"""Places asked for by look-up answer as a scan would."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.extract.spans import Spans

PLACE = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(PLACE, max_size=12), PLACE)
def test_a_place_meets_the_others_where_they_share_a_character(places: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    covered = {at for start, end in places for at in range(start, end)}
    assert Spans(places).meet(*asked) == any(at in covered for at in range(*asked))


@given(st.lists(PLACE, max_size=12), PLACE)
def test_a_place_is_held_where_every_character_of_it_is_covered(places: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    covered = {at for start, end in places for at in range(start, end)}
    assert Spans(places).hold(*asked) == all(at in covered for at in range(*asked))
