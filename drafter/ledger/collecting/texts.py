"""What departments say of promises and problems, and the passages they send in: merged into the ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.ledger.collecting.queries import Spot, ask
from drafter.ledger.collecting.returns import Batch
from drafter.ledger.history import in_time
from drafter.ledger.sources import sender
from drafter.model.ledger import Answer, Ledger, Matter, MatterEntry, Query, Return, Story

_Said = tuple[str, str, str]


def with_texts(ledger: Ledger, batches: Sequence[Batch]) -> tuple[Ledger, list[Query], int]:
    """The ledger with answers and passages, what is told, and how many texts the returns held."""
    queries: list[Query] = []
    taken = 0
    for batch in batches:
        ledger, told, count = _with_answers(ledger, batch)
        queries += told
        taken += count
        ledger, told, count = _with_stories(ledger, batch)
        queries += told
        taken += count
    return ledger, queries, taken


def _with_answers(ledger: Ledger, batch: Batch) -> tuple[Ledger, list[Query], int]:
    queries: list[Query] = []
    matters = {matter.id: matter for matter in ledger.matters}
    ids = {alias: matter.id for matter in ledger.matters for alias in (*matter.aliases, matter.id)}
    said = list(_answers(batch))
    for given, entry in said:
        spot = _spot(given, entry.title, entry.matter, entry.place)
        if entry.matter in ids:
            matter, told = _answered(matters[ids[entry.matter]], given, entry, ledger.year)
            matters[matter.id] = matter
            queries += told
        else:
            queries.append(
                ask("altered", "must", spot, f"{entry.title}：此事项的编号不在台账中，所填内容未入账，请用本次下发的报送表填报。")
            )
    return replace(ledger, matters=tuple(matters[matter.id] for matter in ledger.matters)), queries, len(said)


def _answers(batch: Batch) -> Iterator[tuple[Return, MatterEntry]]:
    """What the newest return says of each matter that says anything of it."""
    seen: set[str] = set()
    for given in batch.all:
        for entry in given.matters:
            if entry.matter not in seen and any(_clean(entry)):
                seen.add(entry.matter)
                yield given, entry


def _clean(entry: MatterEntry) -> _Said:
    return entry.progress.strip(), entry.evidence.strip(), entry.reason.strip()


def _answered(matter: Matter, given: Return, entry: MatterEntry, year: int) -> tuple[Matter, list[Query]]:
    progress, evidence, reason = _clean(entry)
    new = Answer(
        department=given.department, year=year, round=given.round, progress=progress, evidence=evidence, reason=reason,
        source=sender(given), date=given.date,
    )  # fmt: skip
    key = (new.department, new.year, new.round)
    old = next((answer for answer in matter.answers if (answer.department, answer.year, answer.round) == key), None)
    spot = _spot(given, matter.title, matter.id, entry.place)
    if old and _edited((old.progress, old.evidence, old.reason), _clean(entry), old, given):
        return matter, [_kept(spot, matter.title)]
    others = (answer for answer in matter.answers if answer is not old)
    ordered = sorted((*others, new), key=lambda answer: (in_time(answer), answer.department))
    return replace(matter, answers=tuple(ordered)), []


def _with_stories(ledger: Ledger, batch: Batch) -> tuple[Ledger, list[Query], int]:
    given = next((given for given in batch.all if given.stories), None)
    if given is None:
        return ledger, [], 0
    made = tuple(
        Story(
            department=batch.department, year=ledger.year, round=batch.round, kind=kind, text=text.strip(),
            source=sender(given), date=given.date,
        )
        for kind, text in dict.fromkeys(given.stories)
        if text.strip()
    )  # fmt: skip
    key = (batch.department, ledger.year, batch.round)
    old = [story for story in ledger.stories if (story.department, story.year, story.round) == key]
    if old and _edited([(s.kind, s.text) for s in old], [(s.kind, s.text) for s in made], old[0], given):
        return ledger, [_kept(_spot(given, "部门材料", "stories", ""), "部门材料")], len(made)
    others = [story for story in ledger.stories if story not in old]
    ordered = sorted((*others, *made), key=lambda story: (in_time(story), story.department))
    return replace(ledger, stories=tuple(ordered)), [], len(made)


def _edited(old: object, new: object, kept: Answer | Story, given: Return) -> bool:
    """Whether the text in the ledger is not what this return or a later one brought there: people have worked on it since."""
    return old != new and (not kept.source or kept.date > given.date or (kept.source, kept.date) == (sender(given), given.date))


def _kept(spot: Spot, title: str) -> Query:
    told = f"{title}：台账中的文字与所报不同，系人工修改或报送较晚，台账未改；以所报为准的，请清空该处后重新收集。"
    return ask("kept", "verify", spot, told)


def _spot(given: Return, label: str, key: str, place: str) -> Spot:
    return Spot(department=given.department, label=label, file=given.path, place=place, key=f"{key}|{given.round}")
