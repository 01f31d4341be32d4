"""Who said a value: the words of `Value.source`, made here and told apart here from what people wrote."""

from collections.abc import Sequence
from pathlib import PurePath

from drafter.model.ledger import Return, Value

_COMPUTED = "计算："


def sender(given: Return) -> str:
    """Who said it, when, in which file: 市司法局（王某，2027-01-12，市司法局.xlsx）."""
    within = "，".join(filter(None, (given.person.strip(), given.date, PurePath(given.path).name)))
    return f"{given.department}（{within}）" if within else given.department


def returned_source(senders: Sequence[str], text: str, *, summed: bool) -> str:
    """Who returned it, and last of all what: 市司法局（王某，2027-01-12，市司法局.xlsx），报1042件."""
    return f"{'、'.join(senders)}，{'合计' if summed else ''}报{text}"


def computed_source(how: str, text: str) -> str:
    """计算：98件÷100件＝98%."""
    return f"{_COMPUTED}{how}＝{text}"


def by_hand(value: Value) -> bool:
    """Whether people wrote or changed a value: what was collected says in its source what it was (…，报1042件)."""
    computed = value.source.startswith(_COMPUTED) and value.source.endswith(f"＝{value.text}")
    return not computed and not value.source.endswith(f"报{value.text}")


def is_from(value: Value, department: str) -> bool:
    """Whether a department is the one that a collected value begins with, or stands in it with its file."""
    return f"{department}（" in value.source or value.source.startswith(f"{department}，")
