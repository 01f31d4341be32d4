"""A reviewer's answers to findings, and which of them let a finding rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# What every message asks a reviewer to write, and what may follow it; 尚未核实, 已核实，有误 are no such answer.
_VERIFIED = re.compile(r"已核实(?:无误|属实)?[，。；,.;]*(?!.*(?:误|错|应为|更正|修改|待|未|不))[^?？]*")


@dataclass(frozen=True, slots=True)
class Answer:
    """A row with a 复核意见: the findings that it is about, what was written ("" for nothing), whether it is a finding's own row.

    `whole` are findings that the row answers by itself: a passage that was dropped is confirmed with all its figures.
    """

    ids: tuple[str, ...]
    opinion: str
    own: bool
    whole: tuple[str, ...] = ()

    @property
    def verified(self) -> bool:
        """Whether it says 已核实 without a reservation."""
        return bool(_VERIFIED.fullmatch(self.opinion))


@dataclass(frozen=True, slots=True)
class Verified:
    """The ids that are answered with 已核实, and how many such answers had no effect."""

    ids: frozenset[str]
    unused: int = 0


def weighed(answers: Sequence[Answer]) -> Verified:
    """A finding is verified by its own row or by that of the passage that holds it; without one that says anything, by all rows
    that are about it. Any reservation about it keeps it."""
    about: dict[str, list[Answer]] = {}
    for answer in answers:
        for key in {*answer.ids, *answer.whole}:
            about.setdefault(key, []).append(answer)
    ids = frozenset(key for key, some in about.items() if _holds(key, some))
    return Verified(ids, sum(answer.verified and not ids & {*answer.ids, *answer.whole} for answer in answers))


def _holds(key: str, answers: Sequence[Answer]) -> bool:
    """Whether nobody has a reservation, and the finding's own row, one that answers it by itself, or every other is answered."""
    if any(answer.opinion and not answer.verified for answer in answers):
        return False
    others = [answer.verified for answer in answers if not answer.own and key in answer.ids]
    alone = any(answer.verified and (answer.own or key in answer.whole) for answer in answers)
    return alone or (bool(others) and all(others))
