"""Accuracy against hand-made gold, as plain numbers between 0 and 1. The gold's form is described in gold/README.md."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

import drafter.pipeline as pipeline
from drafter.model.metric import Metric
from drafter.model.report import walk
from drafter.model.span import Span
from drafter.text.normalize import plain

Row = dict[str, Any]
# A word that tells one figure from its neighbour: where the hand-made name has it, ours must.
TELLING = tuple("累计 受理 审结 办结 新增 立案 纠错 败诉 撤销 人次 占比 同比 注销 移出 列入 取消 保留 废止".split())
STATUS = {"gone": "not_mentioned", "no trace": "not_mentioned", "fulfilled": "answered"}


def rows(path: Path) -> list[Row]:
    """The rows of a .jsonl file; none where there is no such file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []


def f1(right: int, said: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 1 where nothing was wanted and nothing said."""
    return 2 * right / (said + wanted) if said + wanted else 1.0


def alike(a: str, b: str) -> float:
    """0..1: what two texts share, in order, marks aside."""
    return Indel.normalized_similarity(plain(a), plain(b))


def overlap(a: Row, span: Span) -> bool:
    """Whether a gold row and a span are one place: at least half of what they cover together."""
    shared = min(a["end"], span.end) - max(a["start"], span.start)
    return shared > 0 and 2 * shared >= max(a["end"], span.end) - min(a["start"], span.start)


def figures(text: Path, gold: Path) -> dict[str, float]:
    """F1 of the figures (place, value and unit), the share of names that agree, and F1 of the totals."""
    wanted = [g for g in rows(gold) if g["kind"] in ("metric", "rank")]
    aside = [g for g in rows(gold) if g["kind"] == "other"]
    made = pipeline.load(text).metrics
    said = [m for m in made if m.kind != "target" and not any(overlap(g, m) for g in aside)]
    pairs = [(g, m) for g in wanted for m in said if overlap(g, m) and _same_value(g, m) and m.unit == (g["unit"] or "")]
    ids = {m.id: m.label for m in made}
    totals = [(g, m) for g, m in pairs if g.get("parent") and alike(ids.get(m.parent or "", ""), g["parent"]) >= 0.5]
    return {
        "figures": f1(len(pairs), len(said), len(wanted)),
        "names": sum(_named(g["label"], m.label) for g, m in pairs) / max(1, len(pairs)),
        "totals": f1(len(totals), sum(bool(m.parent) for _, m in pairs), sum(bool(g.get("parent")) for g, _ in pairs)),
    }


def scopes(text: Path, gold: Path) -> dict[str, float]:
    """The share of figures whose period is told as gold tells it, null where the text names none."""
    made = pipeline.load(text).metrics
    pairs = [(g, m) for g in rows(gold) for m in made if m.kind != "target" and overlap(g, m)]
    return {"scope": sum(g["scope"] == m.scope for g, m in pairs) / max(1, len(pairs))}


def _named(gold: str, label: str) -> bool:
    """Whether a name says what the hand-made one says: alike enough, and with each word that tells it from its neighbours."""
    gold, label = plain(gold), plain(label)
    shared = sum(block.size for block in SequenceMatcher(None, gold, label, autojunk=False).get_matching_blocks())
    return 2 * shared >= 0.6 * (len(gold) + len(label)) and all(word in label for word in TELLING if word in gold)


def _same_value(gold: Row, metric: Metric) -> bool:
    wanted = gold["value"] if isinstance(gold["value"], list) else [gold["value"]]
    said = list(metric.value) if isinstance(metric.value, tuple) else [metric.value]
    return len(wanted) == len(said) and all(abs(a - b) <= 1e-9 * max(1.0, abs(a)) for a, b in zip(wanted, said, strict=True))


def structure(text: Path, gold: Path) -> dict[str, float]:
    """F1 of headings by level, of problems and of plans, titles compared by likeness."""
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    report = pipeline.outline_of(text)
    scores = {}
    for level, name in ((1, "sections"), (2, "subsections"), (3, "items")):
        titles = [s.title for s in walk(report.sections) if s.level == level]
        scores[name] = _matched([t for at, t in _titles(wanted["sections"]) if at == level], titles, 0.8)
    for name, said in (("problems", [p.text for p in report.problems]), ("plans", [p.text for p in report.plans])):
        bare = [
            re.sub(
                r"^(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十]+[）)])", "", x if isinstance(x, str) else x["text"]
            )
            for x in wanted[name]
        ]
        scores[name] = _matched(bare, said, 0.85)
    return scores


def _titles(sections: Iterable[Row]) -> Iterator[tuple[int, str]]:
    for section in sections:
        marker = section.get("true_marker") or section.get("marker_as_printed") or section.get("marker") or ""
        level = section.get("level") or (1 if "、" in marker else 2 if ")" in marker or "）" in marker else 3)
        if section.get("title"):
            yield level, section["title"]
        for key in ("subsections", "items"):
            yield from _titles(section.get(key, ()))


def _matched(wanted: Sequence[str], said: Sequence[str], least: float) -> float:
    right, at = 0, 0
    for text in wanted:
        found = next((i for i in range(at, len(said)) if alike(text, said[i]) >= least), None)
        if found is not None:
            right, at = right + 1, found + 1
    return f1(right, len(said), len(wanted))


def comparison(old: Path, new: Path, gold: Callable[[str], Path], *, complete: bool) -> dict[str, float]:
    """Pairs (F1, or recall where the gold is not complete), traps avoided, sure pairs right, stale, problems, plans and names.

    Two drafts of one year are told by their gold of changes (`changed.tsv`).
    """
    drafts = gold("changed.tsv").exists()
    made = pipeline.compare(pipeline.load(old), pipeline.load(new), "drafts" if drafts else "years")
    told = [m for m in made.metrics if m.old and m.new and m.status != "perhaps"]
    wanted, traps, either = rows(gold("pairs.jsonl")), rows(gold("traps.jsonl")), rows(gold("either-way.jsonl"))
    if not any(row.get("role") == "target" for row in wanted):
        told = [m for m in told if m.old and m.old.kind != "target"]
    judged = [(m, _hit(wanted, m)) for m in told if not any(_both(row, m) for row in either)]
    if not complete:
        touched = wanted + traps
        judged = [
            (m, hit)
            for m, hit in judged
            if hit is not None or any(_meets(r, "a", m.old) or _meets(r, "b", m.new) for r in touched)
        ]
    hits = {hit for _, hit in judged if hit is not None}
    sure = [hit is not None for m, hit in judged if m.confidence >= 0.9]
    wrong = sum(hit is None for _, hit in judged)  # a figure that is stated twice may pair twice
    scores = {
        "pairs": f1(len(hits), len(hits) + wrong, len(wanted)),
        "traps avoided": 1 - sum(any(_both(t, m) for m in told) for t in traps) / max(1, len(traps)),
        "sure and right": sum(sure) / max(1, len(sure)),
    }
    if gold("stale.jsonl").exists():
        scores |= _stale(made, rows(gold("stale.jsonl")))
    if gold("follow.json").exists():
        scores |= _follow(made, json.loads(gold("follow.json").read_text(encoding="utf-8")))
    if gold("who.jsonl").exists():
        scores |= _names(made, rows(gold("who.jsonl")))
    if drafts:
        scores |= _changes(made, gold("changed.tsv").read_text(encoding="utf-8"))
    return scores


def _meets(row: Row, side: str, metric: Any) -> bool:
    return any(overlap(place, metric) for place in (row[side], *row.get(f"{side}_alt", ())))


def _both(row: Row, pair: Any) -> bool:
    return _meets(row, "a", pair.old) and _meets(row, "b", pair.new)


def _hit(wanted: list[Row], pair: Any) -> int | None:
    return next((i for i, row in enumerate(wanted) if _both(row, pair)), None)


def _stale(made: Any, gold: list[Row]) -> dict[str, float]:
    said = [f for f in made.findings if f.kind == "stale" and f.new and f.level != "info"]
    wanted = [row for row in gold if row["verdict"] == "suspicious"]
    fair = [row for row in gold if row["verdict"] != "legitimate"]

    def points(finding: Any, row: Row) -> bool:
        span, place = finding.new, row["b"]
        near = span.start < place["end"] and place["start"] < span.end
        return bool(near and span.end - span.start <= max(120, 3 * (place["end"] - place["start"])))

    found = sum(any(points(f, row) for f in said) for row in wanted)
    right = sum(any(points(f, row) for row in fair) for f in said)
    precision, recall = right / max(1, len(said)), found / max(1, len(wanted))
    return {"stale": 2 * precision * recall / (precision + recall) if precision + recall else 0.0}


def _follow(made: Any, gold: Row) -> dict[str, float]:
    left = list(made.problems)
    right = 0
    for row in gold["problems"]:
        status = STATUS.get(row["status"], row["status"])
        found = next((p for p in left if p.status == status and _holds(p.old, row["y1"]) and _holds(p.new, row["y2"])), None)
        if found:
            left.remove(found)
            right += 1
    kept, clauses = 0, []
    for row in gold["plans"]:
        status = STATUS.get(row["status"], row["status"])
        plan = _plan_of(made, row["plan"])
        kept += bool(plan and plan.status == status)
        clauses += [_told(plan, clause) == clause["status"] for clause in row.get("clauses", ())]
    scores = {
        "problems told": f1(right, len(made.problems), len(gold["problems"])),
        "plans told": kept / max(1, len(gold["plans"])),
    }
    return scores | ({"clauses told": sum(clauses) / len(clauses)} if clauses else {})


def _plan_of(made: Any, title: str) -> Any:
    """The plan that has a piece of text, else the one that begins most like it."""
    whole = next((p for p in made.plans if plain(title) in plain(p.plan.text)), None)
    return whole or max(made.plans, key=lambda p: alike(p.plan.text[: 3 * len(title)], title), default=None)


def _told(plan: Any, clause: Row) -> str | None:
    mine = max(plan.clauses if plan else (), key=lambda c: alike(c.text, clause["text"]), default=None)
    return mine.status if mine else None


def _names(made: Any, gold: list[Row]) -> dict[str, float]:
    """F1 of who and what came or went; bodies and dates that gold lists and no form tells count as missed."""
    sides = [(m.kind, span, way) for m in made.mentions for span, way in ((m.new, "came"), (m.old, "went")) if span]

    def meets(row: Row, span: Any) -> bool:
        return bool(span.start < row["end"] and row["start"] < span.end)

    found = sum(any(k == g["kind"] and w == g["way"] and meets(g, s) for k, s, w in sides) for g in gold)
    right = sum(any(k == g["kind"] and w == g["way"] and meets(g, s) for g in gold) for k, s, w in sides)
    precision, recall = right / max(1, len(sides)), found / max(1, len(gold))
    return {"names told": 2 * precision * recall / (precision + recall) if precision + recall else 0.0}


def _changes(made: Any, gold: str) -> dict[str, float]:
    """The share of an editor's changes at which a finding points, on either side."""
    places = [" ".join(plain(span.text) for span in (f.old, f.new) if span) for f in made.findings]
    changes = [line.split("\t")[1:3] for line in gold.splitlines() if line.strip()]
    quotes = [[plain(_bare_quote(q)) for q in sides if q.strip() not in ("", "-")] for sides in changes]
    hit = [any(q in text or (len(text) > 1 and text in q) for q in some for text in places) for some in quotes]
    return {"changes told": sum(hit) / max(1, len(hit))}


def _bare_quote(quote: str) -> str:
    inner = re.search(r"\[\[(.+?)\]\]", quote)
    return inner.group(1) if inner else quote


def _holds(span: Any, title: str | None) -> bool:
    return not title or (span is not None and plain(title)[:12] in plain(span.text))
