"""Whose figure a row of a returned form is: by its id, and by label and unit where that is lost or speaks against them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from drafter.ledger.returned.sent import Sent
from drafter.model.ledger import Entry
from drafter.text.normalize import plain

_ID = re.compile(r"[A-Za-z]{1,8}-[0-9A-Za-z]{4,}(?:-\d+)?")


def is_id(text: str) -> bool:
    """Whether a text looks like the id of a slot: f-46c94132."""
    return _ID.fullmatch(text) is not None


def known(text: str) -> str:
    """A text by its letters and digits; one that has none by itself: %."""
    return plain(text) or text


def named(sent: Sent) -> dict[tuple[str, str], str]:
    """Label and unit → id, where no two figures share them."""
    names = {id: (known(label), known(unit)) for id, (label, unit, _) in sent.figures.items()}
    counts = Counter(names.values())
    return {name: id for id, name in names.items() if counts[name] == 1}


def identified(entries: Sequence[Entry], sent: Sent) -> tuple[list[Entry], list[str]]:
    """Every entry with its figure's id, "" for a new one; and what is to be told of ids that were lost or wrong."""
    names = named(sent)
    ids = [_id_of(entry, sent, names) for entry in entries]
    copies = _copies(entries, ids, sent)
    made, told = [], []
    for at, (entry, id) in enumerate(zip(entries, ids, strict=True)):
        if at in copies:
            told.append(f"{entry.place}所在行的编号与别行重复，按新增指标读取：{entry.label}")
            made.append(replace(entry, row=""))
        else:
            told += _told(entry, id)
            made.append(replace(entry, row=id))
    counts = Counter(entry.row for entry in made if entry.row)
    return made, told + [f"{called(id, sent)}有{count}行，请核对" for id, count in counts.items() if count > 1]


def called(id: str, sent: Sent) -> str:
    """How a figure is named in a remark."""
    return f"“{sent.figures[id][0]}”" if id in sent.figures else f"编号{id}"


def _id_of(entry: Entry, sent: Sent, names: Mapping[tuple[str, str], str]) -> str:
    name = (known(entry.label), known(entry.unit))
    if entry.row in sent.figures:
        label, unit, _ = sent.figures[entry.row]
        return entry.row if (known(label), known(unit)) == name else names.get(name, entry.row)
    return names.get(name, "") or (entry.row if is_id(entry.row) else "")


def _copies(entries: Sequence[Entry], ids: Sequence[str], sent: Sent) -> set[int]:
    """The rows that were copied for the sake of their form: another row has the same id with better right."""
    rows: dict[str, list[int]] = {}
    for at, id in enumerate(ids):
        rows.setdefault(id, []).append(at)
    found: set[int] = set()
    for id, places in rows.items():
        if id in sent.figures and len(places) > 1:
            label = known(sent.figures[id][0])
            fit = [at for at in places if known(entries[at].label) == label]
            found.update(set(places) - set(fit or places[:1]))
    return found


def _told(entry: Entry, id: str) -> list[str]:
    if entry.row == id:
        return []
    if not id:
        return [f"{entry.place}所在行的编号“{entry.row}”不能识别：{entry.label}"]
    fault = f"的编号“{entry.row}”与指标不符" if entry.row else "没有编号"
    return [f"{entry.place}所在行{fault}，按指标名称和计量单位读取：{entry.label}"]
