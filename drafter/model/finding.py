"""Something that a reviewer should look at."""

from dataclasses import dataclass
from typing import Literal

from drafter.model.span import Span

Level = Literal["must", "verify", "info"]
LEVELS: dict[Level, str] = {"must": "必改", "verify": "请核实", "info": "供参考"}  # in words, the worst first


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A remark with its places. `id` is stable from run to run for the same finding; `weight` 0..100 ranks within all.

    `kind`: stale, metric, problem, plan, text, sum, rate, numbering, placeholder, year, …; `rule` names the check that
    made it. `old_place`, `new_place` say where as an office does: 一、（四）.
    """

    id: str
    kind: str
    level: Level
    weight: int
    message: str
    old: Span | None = None
    new: Span | None = None
    rule: str = ""
    old_place: str = ""
    new_place: str = ""
