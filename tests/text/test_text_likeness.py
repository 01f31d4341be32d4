"""Likeness of two texts, and the look-up of the texts worth asking about."""

from drafter.text.likeness import candidates, likeness
from drafter.text.normalize import plain


def test_widths_and_punctuation_do_not_count() -> None:
    assert likeness("办结１２件（含上年），", "办结12件(含上年)") == 1.0


def test_other_texts_are_less_alike_than_edited_ones() -> None:
    text = "全年办结行政复议案件三十件"
    edited, other = likeness(text, "全年审结行政复议案件四十件"), likeness(text, "推进乡村振兴和生态保护")
    assert 0.0 <= other < 0.3
    assert 0.7 < edited < 1.0


def test_the_look_up_finds_the_rewritten_text_among_many() -> None:
    others = [f"第{n}镇开展环境整治和道路养护工作" for n in range(50)] + ["人民调解组织化解邻里纠纷"]
    found = candidates([plain("发挥人民调解作用，邻里纠纷就地化解")], [plain(o) for o in others], best=3, common=10)
    assert found[0][0][0] == 50
    assert 0.2 < found[0][0][1] < 1.0


def test_a_text_that_shares_nothing_has_no_candidates() -> None:
    assert candidates(["甲乙"], ["丙丁"], best=3, common=10) == [[]]
