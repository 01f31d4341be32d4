"""Which returns count: of this ledger's year and issuer, the latest of a department and round, all in one fixed order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.ledger.asked import departments_of
from drafter.ledger.collecting.queries import Spot, ask
from drafter.ledger.history import known_rows
from drafter.model.ledger import ROUNDS, Ledger, Query, Return, Round
from drafter.text.offices import place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """All returns of one department in one round: `latest` are those that count, the others are `earlier`, the newest first.

    `latest` holds several where their dates do not tell which is the later.
    """

    department: str
    round: Round
    latest: tuple[Return, ...]
    earlier: tuple[Return, ...]

    @property
    def all(self) -> tuple[Return, ...]:
        """The latest first."""
        return (*self.latest, *self.earlier)


def fitting(ledger: Ledger, returns: Sequence[Return]) -> tuple[list[Return], list[Query]]:
    """The returns of the year and the office that the ledger is of, in a fixed order; the others told."""
    fit, queries = [], []
    for given in sorted(set(returns), key=lambda r: (r.department, r.round, r.date, r.path, repr(r))):
        spot = Spot(department=given.department, file=given.path, key=given.path)
        if fault := _misfit(ledger, given):
            queries.append(ask("unread", "must", spot, f"{fault}，未入账，请核对所报表格。"))
        elif owners := _owners(ledger, given):
            told = f"报送表的填报单位为“{given.department}”，表中指标在台账中归{'、'.join(owners)}，未入账，请确认由谁报送。"
            queries.append(ask("unassigned", "must", spot, told))
        else:
            fit.append(given)
    return fit, queries


def _misfit(ledger: Ledger, given: Return) -> str:
    if given.year != ledger.year:
        return f"报来的是{given.year}年度报送表，本次收集{ledger.year}年度数据"
    if given.issuer and ledger.issuer and place_of(given.issuer) != place_of(ledger.issuer):
        return f"报来的是{given.issuer}的报送表，本台账属{ledger.issuer}"
    if not given.department:
        return "报送表上未见填报单位"
    return ""


def _owners(ledger: Ledger, given: Return) -> list[str]:
    """Whose figures the form holds, where the ledger does not know the department and none of them is open to it."""
    if given.department in departments_of(ledger):
        return []
    rows = known_rows(ledger.rows)
    named = [rows[entry.row].departments for entry in given.entries if entry.row in rows]
    mine = not all(named) or any(given.department in names for names in named)
    return [] if mine else sorted({name for names in named for name in names})


def batches(returns: Sequence[Return]) -> list[Batch]:
    """The returns by department and round, in the order given."""
    grouped = groupby(returns, key=lambda r: (r.department, r.round))
    return [_batch(department, code, tuple(group)) for (department, code), group in grouped]


def _batch(department: str, code: Round, group: tuple[Return, ...]) -> Batch:
    # One without a date may be the latest as well as any other.
    newest = max(given.date for given in group)
    latest = tuple(given for given in group if given.date in ("", newest))
    earlier = tuple(given for given in group if given not in latest)[::-1]
    return Batch(department=department, round=code, latest=latest, earlier=earlier)


def twice(batch: Batch) -> list[Query]:
    """Several returns of one department in one round, told once."""
    if len(batch.all) < 2:
        return []
    files = "；".join(f"{given.path}{f'，{given.date}' if given.date else '，无日期'}" for given in batch.all)
    head = f"贵单位报来{len(batch.all)}份{ROUNDS[batch.round]}表（{files}）"
    spot = Spot(department=batch.department, file=batch.latest[0].path, key=batch.round)
    if len(batch.latest) == 1:
        return [ask("twice", "info", spot, f"{head}，以{batch.latest[0].date}的一份为准。", taken=True)]
    return [ask("twice", "verify", spot, f"{head}，日期不能分出先后，所填一致的已入账，请确认以哪一份为准。", taken=True)]
