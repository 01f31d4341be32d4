"""The form of a rule that decides what a number with a unit is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from drafter.model.metric import MetricKind
from drafter.text.pattern import lazy

BEFORE, AFTER = 30, 30  # characters of context that a rule may look at


@dataclass(frozen=True, slots=True)
class Rule:
    """A named row: all conditions that it gives must hold; `kind` None says that the number is no figure.

    `before` is searched in the characters that end at the figure, and `unless` must not be found there; `figure` is matched
    on the figure itself, `words` on the figure and what follows it, `after` on what follows alone.

    `where` is the circumstance that must hold: "plan" inside next year's arrangements, "quoted" inside quotation marks or
    a title, "han" written in Chinese numerals; "" any. `good` are phrases that the row decides (the figure between bars),
    `other` phrases that it leaves to later rows.
    """

    name: str
    kind: MetricKind | None
    before: str = ""
    unless: str = ""
    figure: str = ""
    words: str = ""
    after: str = ""
    where: str = ""
    good: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


Test = Callable[[str], object]
# The figure with what follows, what follows alone, what stands before.
Forms = tuple[str, str, str]


class Compiled(NamedTuple):
    """A rule made ready: `figure` is asked of the figure, `tests` are (search or match, which of the `Forms` it is asked of)."""

    rule: Rule
    where: str
    figure: Test | None
    tests: tuple[tuple[Test, int], ...]
    unless: Test | None


def compiled(rule: Rule) -> Compiled:
    """The row with its patterns bound; what is quickest to refuse comes first."""
    tests = [(lazy(pattern).match, at) for at, pattern in enumerate((rule.words, rule.after)) if pattern]
    if rule.before:
        tests.append((lazy(rule.before).search, 2))
    return Compiled(rule, rule.where, _bound(rule.figure), tuple(tests), lazy(rule.unless).search if rule.unless else None)


def _bound(pattern: str) -> Test | None:
    return lazy(pattern).match if pattern else None
