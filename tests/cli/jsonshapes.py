"""The JSON objects of the command line as shapes, and a checker that names the first place where an object differs.

A shape is a type, a set of allowed values, a list of one shape (any number of them), a dict of key → shape (all of them always
present, more allowed), `Maybe(shape)` for null or that, or `Either(...)`.
"""

from dataclasses import dataclass
from typing import Any

Shape = Any


@dataclass(frozen=True)
class Either:
    shapes: tuple[Shape, ...]


def either(*shapes: Shape) -> Either:
    return Either(shapes)


def maybe(shape: Shape) -> Either:
    return Either((None, shape))


def faults(value: Any, shape: Shape, path: str = "$") -> list[str]:
    """Where `value` is not of `shape`; [] where it is."""
    if isinstance(shape, Either):
        tried = [faults(value, one, path) for one in shape.shapes]
        return [] if [] in tried else min(tried, key=len)
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return [f"{path}: {type(value).__name__}, not an object"]
        if list(shape) == [str]:
            return [fault for key, inner in value.items() for fault in faults(inner, shape[str], f"{path}.{key}")]
        missing = [f"{path}.{key}: missing" for key in shape if key not in value]
        return missing + [f for key, inner in shape.items() if key in value for f in faults(value[key], inner, f"{path}.{key}")]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{path}: {type(value).__name__}, not a list"]
        return [fault for at, inner in enumerate(value) for fault in faults(inner, shape[0], f"{path}[{at}]")]
    if isinstance(shape, set):
        return [] if value in shape else [f"{path}: {value!r} is none of {sorted(shape)}"]
    if shape is None:
        return [] if value is None else [f"{path}: {value!r}, not null"]
    fits = isinstance(value, shape) and not (shape is int and isinstance(value, bool))
    return [] if fits or (shape is float and type(value) is int) else [f"{path}: {value!r} is no {shape.__name__}"]


FORMATS = {"txt", "html", "docx", "doc", "wps", "pdf", "ofd"}
SPAN = {"text": str, "start": int, "end": int}
REPORT = {"path": str, "format": FORMATS, "title": str, "issuer": str, "year": maybe(int), "chars": int, "notes": [str]}
PROBLEM = {**SPAN, "cause": maybe(str)}
PLAN = {**SPAN, "title": str}
STATED = {"kind": {"percent", "points", "count", "level"}, "value": float, "direction": {"up", "down", "flat"}}
METRIC = {
    **SPAN,
    "id": str,
    "kind": {"metric", "rank", "target"},
    "label": str,
    "value": either(float, [float]),
    "unit": str,
    "approx": either(None, {"余", "多", "约", "近", "以上", "以下", "超"}),
    "scope": either(None, {"year", "part_year", "cumulative", "as_of"}),
    "stated_change": maybe(STATED),
    "parent": maybe(str),
    "path": [str],
    "sentence": str,
    "rule": str,
}
FINDING = {
    "id": str, "kind": str, "level": {"must", "verify", "info"}, "weight": int, "message": str, "old": maybe(SPAN), "new": maybe(SPAN),
    "rule": str,
}  # fmt: skip
SECTION: dict[str, Shape] = {
    "marker": str, "number": str, "level": {1, 2, 3}, "title": str, "start": int, "end": int,
    "role": {"achievements", "problems", "plans", "leadership", "mixed", "other"},
}  # fmt: skip
SECTION["children"] = [SECTION]
DEFECT = {"code": str, "message": str, "start": int, "end": int}
READING = {
    "line": str, "sections": int, "parts": int, "items": int, "problems": int, "plans": int, "numbers": int, "markers": int,
    "glued": int, "gaps": [DEFECT], "wording": [DEFECT], "doubtful": [DEFECT], "missing": [str], "share": float,
}  # fmt: skip
OUTLINE = {
    "schema": {"drafter.outline/1"},
    "report": REPORT,
    "metadata": {str: str},
    "preamble": maybe(SPAN),
    "sections": [SECTION],
    "problems": [PROBLEM],
    "plans": [PLAN],
    "signature": maybe(SPAN),
    "date": maybe(SPAN),
    "furniture": [SPAN],
    "defects": [DEFECT],
    "reading": READING,
}
METRICS = {"schema": {"drafter.metrics/1"}, "report": REPORT, "metrics": [METRIC]}
CHECK = {"schema": {"drafter.check/1"}, "report": REPORT, "findings": [FINDING]}
COMPARE = {
    "schema": {"drafter.compare/1"},
    "mode": {"years", "drafts"},
    "old": REPORT,
    "new": REPORT,
    "metrics": [
        {
            "status": {"changed", "unchanged", "perhaps", "open", "added", "dropped"},
            "label": str, "old": maybe(METRIC), "new": maybe(METRIC), "delta": maybe(float), "percent": maybe(float),
            "change_text": str, "confidence": float,
        }
    ],
    "text": [
        {
            "kind": {"equal", "changed", "added", "dropped"}, "moved": bool, "old": maybe(SPAN), "new": maybe(SPAN),
            "similarity": float, "edits": [{"op": {"equal", "delete", "insert"}, "text": str}],
        }
    ],
    "problems": [{"status": {"recurring", "not_mentioned", "new"}, "old": maybe(PROBLEM), "new": maybe(PROBLEM)}],
    "plans": [{"status": {"answered", "partly", "not_mentioned"}, "plan": PLAN, "evidence": [{**SPAN, "score": float}]}],
    "findings": [FINDING],
    "summary": {str: int},
}  # fmt: skip
SLOT = {
    "id": str, "kind": {"figure", "text", "name", "date", "ordinal", "keep"}, "label": str, "unit": str, "last": maybe(SPAN),
    "value": maybe(str), "source": maybe(str), "placeholder": str, "department": maybe(str), "path": [str],
    "before": maybe(SPAN),
}  # fmt: skip
DRAFT = {
    "schema": {"drafter.draft/1"},
    "report": REPORT,
    "year": int,
    "title": str,
    "slots": [SLOT],
    "sentences": [{"decision": {"keep", "shift", "blank", "ask"}, "rule": str, "old": SPAN, "new": str}],
    "problems": [PROBLEM],
    "plans": [PLAN],
    "notes": [str],
}
STATUS = {
    "schema": {"drafter.status/1"},
    "report": REPORT,
    "slots": [
        {
            "id": str, "kind": SLOT["kind"], "label": str, "state": {"open", "filled", "unconfirmed", "lost"}, "text": str,
            "place": str, "department": maybe(str),
        }
    ],
    "summary": {"open": int, "filled": int, "unconfirmed": int, "lost": int},
}  # fmt: skip
QUERY = {
    "id": str,
    "kind": {
        "unread", "missing_form", "missing", "late", "twice", "conflict", "sum", "unit", "number", "far", "equal", "reason", "corrected",
        "period", "altered", "new", "kept", "unsigned", "unassigned",
    },
    "level": {"must", "verify", "info"}, "department": str, "label": str, "message": str, "file": str, "place": str, "taken": bool,
}  # fmt: skip
COLLECT = {
    "schema": {"drafter.collect/1"},
    "ledger": {"issuer": str, "year": int, "rows": int, "matters": int, "stories": int},
    "queries": [QUERY],
    "summary": {"forms": int, "values": int, "texts": int, "new": int, "must": int, "verify": int, "info": int},
}
