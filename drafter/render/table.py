"""The 对照表: figures, last year's plans and problems (between drafts: what was dropped and added), and what to verify."""

import zipfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from drafter.model.change import Comparison, MetricChange, TextChange
from drafter.model.errors import UnreadableInput
from drafter.model.finding import LEVELS, Finding
from drafter.model.span import Span
from drafter.office.gongwen import LANDSCAPE_WIDTH, add, landscape_page, new_document
from drafter.office.package import save_deterministic
from drafter.render import wording
from drafter.render.mention_words import MENTION_TITLE, clause_lines, mention_lines, mentions_headline
from drafter.render.word_page import add_head, add_line, add_rows

NUMBER = "序号"
ID = "编号"
LONGEST_PASSAGE = 300  # characters of a passage in a cell: it is to be found, not to be read here

# Widths in twips; each row of widths fills the page.
_FIGURES = (650, 2800, 1550, 1550, 3000, 1750, 1456)
_PLANS = (650, 3850, 1500, 3656, 1800, 1300)
_PROBLEMS = (650, 4000, 1700, 4000, 806, 1600)
_PASSAGES = (650, 1600, 7150, 1800, 1556)
_FINDINGS = (650, 1000, 5800, 1800, 2056, 1450)
_MENTIONS = (650, 1000, 1500, 3950, 3950, 1706)
_WIDTHS = (_MENTIONS, _FIGURES, _PLANS, _PROBLEMS, _PASSAGES, _FINDINGS)
assert all(sum(widths) == LANDSCAPE_WIDTH for widths in _WIDTHS)


def write_table(comparison: Comparison, path: Path) -> None:
    """Write the 对照表 as a .docx, A4 landscape."""
    document = new_document()
    landscape_page(document.sections[0])
    add_head(document, f"{wording.title(comparison)}表", comparison)
    _figures(document, comparison)
    if comparison.mode == "years":
        _plans(document, comparison)
        _problems(document, comparison)
    else:
        _passages(document, comparison)
    _findings(document, comparison)
    _mentions(document, comparison)
    save_deterministic(document, path, title=f"{wording.title(comparison)}表")


def _figures(document: Document, comparison: Comparison) -> None:
    """表一: every figure, at the end those that stayed and need not be looked at; between drafts these are left out."""
    old, new = wording.side_names(comparison.mode)
    add(document, "heading1", "表一　数据")
    add_line(document, wording.headline(comparison), over_table=True)
    head = (NUMBER, "指标", old, new, "增减", "位置", wording.OPINION)
    numbered = list(enumerate(wording.ordered_metrics(comparison), 1))
    settled = wording.settled(comparison)
    for title, quiet in (("", False), ("与上年相同、无需核实的数据", True)):
        rows = [_figure_row(i, m, comparison) for i, m in numbered if (m in settled) == quiet]
        if quiet and (comparison.mode == "drafts" or not rows):
            continue
        if title:
            add_line(document, f"{title}（{len(rows)}项）", over_table=True)
        add_rows(document, head, rows, _FIGURES, centred=(0, 2, 3))


def _figure_row(number: int, change: MetricChange, comparison: Comparison) -> tuple[str, ...]:
    said = change.change_text or wording.metric_status(change.status, comparison.mode)
    place = _places(change.old_place, change.new_place, comparison)
    return (str(number), change.label, wording.figure(change.old), wording.figure(change.new), said, place, "")


def _plans(document: Document, comparison: Comparison) -> None:
    """表二（一）: what this year's text says of last year's plans."""
    add(document, "heading1", "表二　上年安排和上年问题")
    add(document, "heading2", "（一）上年安排回应情况")
    add_line(document, wording.plans_headline(comparison), over_table=True)
    rows = [
        (
            str(i),
            "\n".join((_passage(p.plan), *clause_lines(p))),
            wording.PLAN_STATUS[p.status],
            "\n".join(_passage(e) for e in p.evidence) or "—",
            "\n".join(dict.fromkeys(e.place for e in p.evidence if e.place)),
            "",
        )
        for i, p in enumerate(comparison.plans, 1)
    ]
    add_rows(document, (NUMBER, "上年安排", "回应情况", "本年相关表述", "位置", wording.OPINION), rows, _PLANS, centred=(0, 2))


def _problems(document: Document, comparison: Comparison) -> None:
    """表二（二）: last year's problems and this year's."""
    add(document, "heading2", "（二）上年问题")
    add_line(document, wording.problems_headline(comparison), over_table=True)
    rows = [
        (str(i), _passage(p.old), wording.PROBLEM_STATUS[p.status], _passage(p.new), "有" if p.new and p.new.cause else "", "")
        for i, p in enumerate(comparison.problems, 1)
    ]
    head = (NUMBER, "上年问题", "本年情况", "本年问题", "原因", wording.OPINION)
    add_rows(document, head, rows, _PROBLEMS, centred=(0, 2, 4))


def _passages(document: Document, comparison: Comparison) -> None:
    """表二 between drafts: passages that were dropped, then those that were added."""
    add(document, "heading1", "表二　增删段落")
    add_line(document, wording.text_headline(comparison), over_table=True)
    shown = [t for kind in ("dropped", "added") for t in comparison.text if t.kind == kind]
    rows = [_passage_row(i, t, comparison) for i, t in enumerate(shown, 1)]
    add_rows(document, (NUMBER, "情况", "段落", "位置", wording.OPINION), rows, _PASSAGES, centred=(0, 1))


def _passage_row(number: int, change: TextChange, comparison: Comparison) -> tuple[str, ...]:
    place = change.old_place or change.new_place
    return (str(number), wording.text_kind(change, comparison.mode), _passage(change.old or change.new), place, "")


def _findings(document: Document, comparison: Comparison) -> None:
    """表三: what to verify, by level. The last column is the id by which a filled 复核意见 is read back."""
    add(document, "heading1", "表三　需核实事项")
    add_line(document, wording.findings_headline(comparison), over_table=bool(comparison.findings))
    if comparison.findings:
        add_line(document, wording.OPINION_HINT, over_table=True)
    numbers = count(1)
    parts = zip("一二三", LEVELS.items(), strict=True)
    for order, (level, name) in parts:
        found = [f for f in comparison.findings if f.level == level]
        if not found:
            continue
        add(document, "heading2", f"（{order}）{name}（{len(found)}项）")
        rows = [_finding_row(next(numbers), f, comparison) for f in found]
        head = (NUMBER, "类别", "事项", "位置", wording.OPINION, ID)
        add_rows(document, head, rows, _FINDINGS, centred=(0, 1))


def _mentions(document: Document, comparison: Comparison) -> None:
    """表四: who and what came or went."""
    add(document, "heading1", f"表四　{MENTION_TITLE}")
    add_line(document, mentions_headline(comparison), over_table=bool(comparison.mentions))
    if comparison.mentions:
        old, new = wording.side_names(comparison.mode)
        rows = [
            (str(i), m.kind, m.status, m.old or "—", m.new or "—", m.place) for i, m in enumerate(mention_lines(comparison), 1)
        ]
        add_rows(document, (NUMBER, "类别", "情况", old, new, "位置"), rows, _MENTIONS, centred=(0, 1, 2))


def _finding_row(number: int, finding: Finding, comparison: Comparison) -> tuple[str, ...]:
    place = _places(finding.old_place, finding.new_place, comparison)
    said = finding.message.removeprefix(f"【{LEVELS[finding.level]}】")
    return (str(number), wording.kind_name(finding.kind), said, place, "", finding.id)


def _places(old: str, new: str, comparison: Comparison) -> str:
    """Where it stands, each side in a line of its own."""
    return "\n".join(wording.places(old, new, comparison.mode).split("；"))


def _passage(span: Span | None) -> str:
    """A passage for a cell, or a dash."""
    return wording.shorten(span.text, LONGEST_PASSAGE) if span else "—"


def read_opinions(path: Path) -> tuple[tuple[str, str], ...]:
    """What people wrote into 复核意见, as (id, opinion), of every table that has that column and 编号; empty ones left out.

    Raises UnreadableInput where it is no Word file.
    """
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableInput("不是可读取的 .docx 文件", where=str(path), hint="请使用本工具生成的对照表") from error
    return tuple(found for table in document.tables for found in _opinions_of(table))


def _opinions_of(table: Table) -> Iterable[tuple[str, str]]:
    rows = [["".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    if not rows or ID not in rows[0] or wording.OPINION not in rows[0]:
        return
    key, opinion = rows[0].index(ID), rows[0].index(wording.OPINION)
    for row in rows[1:]:
        if len(row) > max(key, opinion) and row[key] and row[opinion]:
            yield row[key], row[opinion]
