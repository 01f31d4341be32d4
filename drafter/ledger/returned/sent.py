"""What a form says of itself: on its hidden sheet, and where that is lost, in its title and its foot."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.ledger.columns import code_of
from drafter.ledger.forms import words
from drafter.ledger.grid import Grid
from drafter.ledger.history import RETURNED
from drafter.model.ledger import ROUNDS, Round
from drafter.text.dates import iso_date
from drafter.text.normalize import fold, plain
from drafter.text.offices import place_of

_TOP_ROWS = 8
# A cell of the foot: its name, perhaps a remark in brackets, perhaps the answer in the same cell.
_FOOT_CELL = re.compile(
    r"(?P<name>填[报表]人|审[核批]人|(?:联系)?电话|填[报表]日期|报送日期)(?:签字|签名)?\s*(?:\([^)]*\))?\s*(?::\s*(?P<rest>.*))?",
    re.DOTALL,
)
_FOOT_NAMES = {"填表人": "填报人", "审批人": "审核人", "电话": "联系电话", "填表日期": "填报日期", "报送日期": "填报日期"}


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out: `figures` are id → (label, unit, last), `matters` id → title. `known` where a hidden sheet said so."""

    issuer: str = ""
    year: int | None = None
    round: Round | None = None
    department: str = ""
    due: str = ""
    figures: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    matters: Mapping[str, str] = field(default_factory=dict)
    known: bool = False


def hidden_sheet(grids: tuple[Grid, ...]) -> Grid | None:
    """The sheet that no reader sees, wherever it stands and whatever it is called now."""
    return next((grid for grid in grids if grid.rows.get(1, {}).get(1) == "schema"), None)


def sent_of(grid: Grid) -> Sent:
    """What the hidden sheet says; one that was damaged says what is left of it."""
    lines = [tuple(row.get(at, "") for at in range(1, 6)) for row in grid.rows.values()]
    facts = {line[0]: line[1] for line in lines if line[0] not in ("figure", "matter")}
    return Sent(
        facts.get("issuer", ""), int(facts["year"]) if facts.get("year", "").isdecimal() else None, next((code for code in RETURNED if code == facts.get("round")), None),
        facts.get("department", ""), facts.get("due", ""),
        {line[1]: (line[2], line[3], line[4]) for line in lines if line[0] == "figure"},
        {line[1]: line[2] for line in lines if line[0] == "matter"}, known=True,
    )  # fmt: skip


def visible_of(grid: Grid) -> Sent:
    """What the top of a sheet says of itself."""
    told = [text for at, row in grid.rows.items() if at <= _TOP_ROWS for text in row.values()]
    title = next((hit for text in told if (hit := words.TITLE.search(text))), None)
    return Sent(
        issuer=title["place"].strip("《") if title else "", year=int(title["year"]) if title else None,
        round=code_of(ROUNDS, title["round"]) if title else None, department=_after(grid, words.DEPARTMENT),
        due=iso_date(_after(grid, words.DUE)),
    )  # fmt: skip


def _after(grid: Grid, name: str) -> str:
    """What follows a name at the top of a sheet: behind its colon, else in the next cell."""
    for at in range(1, _TOP_ROWS + 1):
        row = grid.rows.get(at, {})
        for column, text in row.items():
            label, colon, _ = fold(text).partition(":")
            if label.strip() == name and (colon or len(row) > 1):
                here = text[len(label) + 1 :].strip()
                return here or next((row[other] for other in sorted(row) if other > column and name != row[other]), "")
    return ""


def altered_top(sent: Sent, seen: Sent) -> tuple[str, ...]:
    """Where the top of the sheet says something else than went out."""
    told = []
    if seen.year not in (None, sent.year):
        told.append(f"表名中的年度改为{seen.year}，发出时为{sent.year}")
    if seen.round is not None and sent.round is not None and seen.round != sent.round:
        told.append(f"表名中的“{ROUNDS[sent.round]}”改为“{ROUNDS[seen.round]}”")
    if seen.year is not None and seen.issuer != place_of(sent.issuer):
        told.append(f"表名中的“{place_of(sent.issuer)}”改为“{seen.issuer}”")
    if seen.department and plain(seen.department) != plain(sent.department):
        told.append(f"填报单位改为“{seen.department}”，发出时为“{sent.department}”")
    return tuple(told)


def foot_of(row: Mapping[int, str]) -> dict[str, str]:
    """The names of the foot in a row, each with its answer ("" where there is none); empty for any other row.

    A row of the foot begins with such a name or has two: a reason may well say 日期：….
    """
    hits = {at: hit for at, text in row.items() if (hit := _FOOT_CELL.fullmatch(fold(text).strip()))}
    if len(hits) < 2 and min(row) not in hits:
        return {}
    found = {}
    for at, hit in hits.items():
        name = _FOOT_NAMES.get(hit["name"], hit["name"])
        rest = row[at].strip()[hit.start("rest") :].strip() if hit["rest"] else ""
        following = next((other for other in sorted(row) if other > at), 0)
        taken = following and following not in hits and not is_seal(row[following])
        found[words.FOOT[name]] = rest or (row[following] if taken else "")
    return found


def is_seal(text: str) -> bool:
    """（单位盖章）"""
    return plain(text) in ("单位盖章", "盖章", "单位公章", "公章")
