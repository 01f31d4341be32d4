"""What a number with a unit is: a figure of the period, a rank, a target, or none of them.

The rows lie in `rules_any.py` (however the number is written) and `rules_han.py` (Chinese numerals only: most of them are
names, so they count only where a row says so). The first row that holds wins. Sources: the ways of writing in
GB/T 15835-2011 and the usage of the reports themselves.
"""

from functools import lru_cache

from drafter.extract.rule import AFTER, BEFORE, Compiled, Forms, Rule, compiled
from drafter.extract.rules_any import NAMES, PROMISES, VALUES
from drafter.extract.rules_han import COUNTS
from drafter.text.pattern import lazy

RULES: tuple[Rule, ...] = (*NAMES, *PROMISES, *COUNTS, *VALUES)
_ALL = tuple(map(compiled, RULES))
_ARABIC = tuple(map(compiled, (*NAMES, *PROMISES, *VALUES)))
_DIGITS_AS_NINE = lazy("[0-9]").subn


def decide(text: str, start: int, end: int, where: frozenset[str]) -> Rule:
    """The first rule that holds for the candidate at `start`..`end` of a folded text; the last row is open and takes the rest."""
    # blanks around numbers (5 月 3 日) are typesetting
    before, follows = text[max(0, start - BEFORE) : start].rstrip(" "), text[end : end + AFTER].lstrip(" ")
    figure = text[start:end].replace(" ", "")
    forms: Forms = (figure + follows, follows, before)
    for rule, needed, _, tests, unless in _fitting(shape(figure), "han" in where):
        if needed and needed not in where:
            continue
        for test, at in tests:
            if not test(forms[at]):
                break
        else:
            if not (unless and unless(before)):
                return rule
    return RULES[-1]


def shape(figure: str) -> str:
    """Figures of one shape fit the same rows: which digits stand in a longer number (three or more) matters to none."""
    other, count = _DIGITS_AS_NINE("9", figure)
    return figure if count < 3 else other


@lru_cache(maxsize=4096)
def _fitting(shape: str, han: bool) -> tuple[Compiled, ...]:
    """The rows, in order, whose condition on the figure itself holds."""
    return tuple(row for row in (_ALL if han else _ARABIC) if not row.figure or row.figure(shape))
