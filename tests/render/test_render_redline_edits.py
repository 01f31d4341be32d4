"""What a reader of the redline sees marked: figures tight, both texts rebuilt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.compare.words import diff
from drafter.render.redline_edits import whole_edits


def shown(old: str, new: str) -> str:
    sign = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}
    return "".join(sign[e.op].format(e.text) for e in whole_edits(old, new, diff(old, new)))


TABLE = (
    ("增长1个百分点。", "增长90个百分点。", "增长[-1-][+90+]个百分点。"),
    ("明确2-3人负责", "明确2-59人负责", "明确2-[-3人-][+59人+]负责"),
    ("明确2-3人负责", "明确1-3人负责", "明确[-2-][+1+]-3人负责"),
    ("规划（2021—2025年）实施", "规划（2021—2026年）实施", "规划（2021—[-2025年-][+2026年+]）实施"),
    ("受理22件，全部办结。", "受理37件，均已答复当事人。", "受理[-22件-][+37件+][-，全部办结。-][+，均已答复当事人。+]"),
    ("全部办结，22件。", "均已答复当事人，37件。", "[-全部办结，-][+均已答复当事人，+][-22件-][+37件+]。"),
    ("许可12项、给付3项", "许可14项、给付4项", "许可[-12项-][+14项+]、给付[-3项-][+4项+]"),
)


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_figures_are_tight_and_no_character_is_stranded(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


ALPHABET = "一二三十项件年万第，。；：、—-的和工作 1２3.%a至"


@given(st.text(ALPHABET, max_size=50), st.text(ALPHABET, max_size=50))
def test_both_texts_are_rebuilt(old: str, new: str) -> None:
    edits = whole_edits(old, new, diff(old, new))
    assert "".join(e.text for e in edits if e.op != "insert") == old
    assert "".join(e.text for e in edits if e.op != "delete") == new
    assert all(e.text for e in edits)


WITHOUT_FIGURES = "项件年万，。；：、的和工作 a继续持全"


@given(st.text(WITHOUT_FIGURES, max_size=50), st.text(WITHOUT_FIGURES, max_size=50))
def test_what_is_marked_is_what_every_output_marks_but_for_figures(old: str, new: str) -> None:
    assert whole_edits(old, new, diff(old, new)) == tuple(e for e in diff(old, new) if e.text)
