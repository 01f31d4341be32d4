"""How a row follows from others: told in the names of the rows (败诉案件÷一审应诉案件), kept by their ids."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from drafter.ledger.columns import FORMULAS
from drafter.model.draft import FormulaKind
from drafter.model.errors import UnreadableInput
from drafter.model.ledger import Row
from drafter.text.normalize import plain

_SIGNS: dict[FormulaKind, str] = {"sum": "＋", "share": "÷"}
_HOW = "请用台账中的指标名称写作 甲＋乙 或 甲÷乙"
_CHANGES: dict[FormulaKind, str] = {"growth": "较上年增长率", "points": "较上年变动百分点", "count": "较上年增减数"}
_PARTS: dict[FormulaKind, re.Pattern[str]] = {"sum": re.compile("[＋+]"), "share": re.compile("[÷/]")}


def told(row: Row, rows: Mapping[str, Row]) -> str:
    """How a row is computed, in the names of its terms; "" where it is not."""
    if row.formula is None:
        return ""
    names = [rows[term].label if term in rows else term for term in row.terms]
    if row.formula in _CHANGES:
        return f"{_CHANGES[row.formula]}：{names[0]}"
    return _SIGNS[row.formula].join(names)


def kept(row: Row) -> str:
    """The same for the tool."""
    return " ".join((row.formula, *row.terms)) if row.formula else ""


def parsed_terms(rows: Iterable[Row], where: str) -> tuple[Row, ...]:
    """The rows with their formulas, which were read into `terms` as words: `sum f-1 f-2`, or `? 甲＋乙` as people write them.

    Raises UnreadableInput where a name is not that of one row.
    """
    found = tuple(rows)
    by_name: dict[str, list[str]] = {}
    for row in found:
        by_name.setdefault(plain(row.label), []).append(row.id)
    ids = {row.id for row in found}
    return tuple(_parsed(row, by_name, ids, where) for row in found)


def _parsed(row: Row, by_name: Mapping[str, list[str]], ids: set[str], where: str) -> Row:
    if not row.terms:
        return row
    kind, *terms = row.terms
    if kind != "?":
        known = next((formula for formula in FORMULAS if formula == kind), None)
        alive = known is not None and terms and all(term in ids for term in terms)
        return replace(row, formula=known, terms=tuple(terms)) if alive else replace(row, formula=None, terms=())
    said = "".join(terms)
    for change, words in _CHANGES.items():
        if said.startswith(f"{words}："):
            return replace(row, formula=change, terms=(_named(said.removeprefix(f"{words}："), row, by_name, where),))
    formula = next((kind for kind, parts in _PARTS.items() if parts.search(said)), None)
    if formula is None or (formula == "share" and len(_PARTS[formula].split(said)) != 2):
        raise UnreadableInput(f"指标“{row.label}”的计算关系写作“{said}”，不能识别", where=where, hint=_HOW)
    return replace(row, formula=formula, terms=tuple(_named(name, row, by_name, where) for name in _PARTS[formula].split(said)))


def _named(name: str, row: Row, by_name: Mapping[str, list[str]], where: str) -> str:
    found = by_name.get(plain(name), [])
    if not found:
        raise UnreadableInput(f"指标“{row.label}”的计算关系中，“{name}”不是台账中的指标", where=where, hint=_HOW)
    if len(found) > 1:
        raise UnreadableInput(f"指标“{row.label}”的计算关系中，“{name}”对应多个指标", where=where, hint=_HOW)
    return found[0]
