"""What is told of a form as a whole: forms that are missing or late, cells left empty, names not signed, changes to the form."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafter.ledger.asked import asked_matters, asked_rows, departments_of
from drafter.ledger.collecting.queries import Spot, ask
from drafter.ledger.collecting.returns import Batch
from drafter.ledger.history import value_of
from drafter.ledger.sources import is_from
from drafter.model.finding import Level
from drafter.model.ledger import ROUNDS, Ledger, Query, QueryKind, Return, Round


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that a form shows by itself: `says` gives the sentence, "" where there is nothing to tell."""

    name: str
    kind: QueryKind
    level: Level
    says: Callable[[Return], str]


def _late(given: Return) -> str:
    return f"报送日期为{given.date}，晚于要求的{given.due}。" if given.date and given.due and given.date > given.due else ""


def _unsigned(given: Return) -> str:
    foot = (("填报人", given.person), ("审核人", given.checker), ("填报日期", given.date))
    empty = [name for name, said in foot if not said.strip()]
    return f"报送表未填写{'、'.join(empty)}，请补填后报送。" if empty else ""


RULES: tuple[Rule, ...] = (
    Rule("late", "late", "info", _late),
    Rule("unsigned", "unsigned", "verify", _unsigned),
)


def of_forms(batch: Batch) -> Iterator[Query]:
    """What the forms that count show by themselves."""
    for given in batch.latest:
        spot = Spot(department=batch.department, file=given.path, key=f"{given.path}|{given.round}")
        for rule in RULES:
            if told := rule.says(given):
                yield ask(rule.kind, rule.level, spot, told, taken=True)
        if given.remarks:
            told = "；".join(remark.rstrip("。") for remark in given.remarks)
            yield ask("altered", "verify", spot, f"报送表有改动，已尽量读取，请确认：{told}。", taken=True)


def unanswered(batch: Batch, answered: Iterable[str], ledger: Ledger) -> Iterator[Query]:
    """The figures that a department left empty, in one sentence; those for which it typed 无; its promises without a word."""
    done, said_none = set(answered), _said_none(batch)
    open_rows = [
        row for row in asked_rows(ledger, batch.department) if row.id not in done and not value_of(row, ledger.year, batch.round)
    ]
    spot = Spot(department=batch.department, file=batch.latest[0].path, key=batch.round)
    whys = [(row.label, next((said_none[key] for key in (row.id, *row.aliases) if key in said_none), "")) for row in open_rows]
    empty = [label for label, why in whys if not why]
    none = [f"{label}（{why}）" for label, why in whys if why]
    if empty:
        told = f"{ROUNDS[batch.round]}表尚有{len(empty)}项指标未填：{'、'.join(empty)}。请补报；确无发生的请填0。"
        yield ask("missing", "must", spot, told)
    if none:
        told = f"{ROUNDS[batch.round]}表有{len(none)}项指标未填数字：{'、'.join(none)}。数值为零的请填0，不再统计的请函告。"
        yield ask("missing", "verify", spot, told)
    if silent := _silent(batch, ledger):
        told = f"{ROUNDS[batch.round]}表尚有{len(silent)}项事项未填完成情况：{'、'.join(silent)}。请补报。"
        yield ask("missing", "must", Spot(department=batch.department, file=spot.file, key=f"{batch.round}|matters"), told)


def _said_none(batch: Batch) -> Mapping[str, str]:
    """What stands in place of a number: 无, or the reason alone."""
    said = ((e.row, e.value.strip() or e.reason.strip()) for given in batch.latest for e in given.entries if e.row)
    return {key: " ".join(why.split()) for key, why in said if why}


def _silent(batch: Batch, ledger: Ledger) -> list[str]:
    """The department's promises and problems of which no return says anything."""
    said = {
        entry.matter
        for given in batch.all
        for entry in given.matters
        if entry.progress.strip() or entry.evidence.strip() or entry.reason.strip()
    }
    mine = asked_matters(ledger, batch.department)
    return [matter.title for matter in mine if not said & {matter.id, *matter.aliases}]


def missing_forms(ledger: Ledger, batches: Iterable[Batch], told: Container[str]) -> Iterator[Query]:
    """Departments that returned nothing in the round that is being collected: the last one, once anybody has returned it.

    Those of `told` sent a file that could not be read, and know of it.
    """
    returned: dict[str, set[Round]] = {}
    for batch in batches:
        returned.setdefault(batch.department, set()).add(batch.round)
    final = any("final" in rounds for rounds in returned.values())
    for department in departments_of(ledger):
        rounds = returned.get(department, set())
        if department in told or (rounds if not final else "final" in rounds) or _in_ledger(ledger, department, final=final):
            continue
        rows = asked_rows(ledger, department)
        matters = asked_matters(ledger, department)
        counts = [f"{name}{len(some)}项" for name, some in (("指标", rows), ("事项", matters)) if some]
        head = f"贵单位尚未报送{ledger.year}年度{'正式' if final else ''}数据报送表"
        told = f"{head}（应报{'、'.join(counts)}{'；预报已报' if rounds else ''}），请尽快报送。"
        yield ask("missing_form", "verify" if rounds else "must", Spot(department=department, key=department), told)


def _in_ledger(ledger: Ledger, department: str, *, final: bool) -> bool:
    """Whether a return of the department was collected before."""
    rounds: tuple[Round, ...] = ("final",) if final else ("first", "final")
    values = (value for row in ledger.rows for code in rounds if (value := value_of(row, ledger.year, code)))
    return any(is_from(value, department) for value in values)
