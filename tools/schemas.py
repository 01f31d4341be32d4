"""Writes drafter/schemas/*.json, the JSON Schemas (draft 2020-12) of what `--json` prints, from the model's types.

`--check` says whether they are up to date. A key that the model has is always printed, so every key is required; further
keys are allowed, because later versions may add some.
"""

import dataclasses
import inspect
import json
import sys
import types
import typing
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from drafter.model.change import Comparison, SeriesTable
from drafter.model.draft import Draft, DraftStatus
from drafter.model.finding import Finding
from drafter.model.ledger import Query
from drafter.model.metric import Metric
from drafter.model.report import Defect, Plan, Problem, ReadingQuality, ReportInfo, Section
from drafter.model.span import Span

FOLDER = Path(__file__).parent.parent / "drafter" / "schemas"
Json = dict[str, Any]

# Each object: what it is, and its keys after `schema` with their types; a dataclass stands for its own keys.
OBJECTS: dict[str, tuple[str, Any]] = {
    "outline": (
        "The tree of a report, its problems and plans, and how well it was read (drafter outline --json).",
        {
            "report": ReportInfo,
            "metadata": dict[str, str],
            "title": Span | None,
            "preamble": Span | None,
            "sections": tuple[Section, ...],
            "problems": tuple[Problem, ...],
            "plans": tuple[Plan, ...],
            "signature": Span | None,
            "date": Span | None,
            "furniture": tuple[Span, ...],
            "defects": tuple[Defect, ...],
            "reading": ReadingQuality,
        },
    ),
    "metrics": (
        "Every figure of a report in text order (drafter metrics --json).",
        {"report": ReportInfo, "metrics": tuple[Metric, ...]},
    ),
    "compare": ("Two reports compared (drafter compare --json).", Comparison),
    "series": ("The figures of three reports and more over the years (drafter compare --json).", SeriesTable),
    "check": (
        "What to look at before a report is published (drafter check --json).",
        {"report": ReportInfo, "findings": tuple[Finding, ...]},
    ),
    "draft": ("Next year's draft (drafter draft --json).", Draft),
    "status": ("What is open in a draft (drafter status --json).", DraftStatus),
    "collect": (
        "What departments returned and what there is to ask them (drafter collect --json).",
        {
            "ledger": {"issuer": str, "year": int, "rows": int, "matters": int, "stories": int},
            "queries": tuple[Query, ...],
            "summary": dict[str, int],
        },
    ),
}
# A section is printed without the places of its title and body.
SECTION = ("marker", "number", "level", "title", "role", "start", "end", "children")
# What is printed beside the model's own keys.
EXTRA: dict[type, dict[str, Any]] = {ReadingQuality: {"line": str}}
# What a type does not say: bounds by the name of a key.
BOUNDS: dict[str, Json] = {
    "start": {"minimum": 0},
    "end": {"minimum": 0},
    "chars": {"minimum": 0},
    "level": {"minimum": 1, "maximum": 3},
    "weight": {"minimum": 0, "maximum": 100},
    "confidence": {"minimum": 0, "maximum": 1},
    "similarity": {"minimum": 0, "maximum": 1},
    "score": {"minimum": 0, "maximum": 1},
    "share": {"minimum": 0, "maximum": 1},
}
SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


class Schema:
    """One schema; each dataclass is defined once under `$defs`."""

    def __init__(self) -> None:
        self.definitions: dict[str, Json] = {}

    def of(self, hint: Any) -> Json:
        """The schema of a type."""
        origin, args = get_origin(hint), get_args(hint)
        if isinstance(hint, dict):
            return self.keys(hint)
        if origin is Literal:
            return {"enum": list(args)}
        if origin is Union or isinstance(hint, types.UnionType):
            return self.either(args)
        if origin is tuple:
            return self.list_of(args)
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(args[1])}
        if dataclasses.is_dataclass(hint):
            return self.reference(typing.cast(type, hint))
        return {"type": SCALARS[hint]}

    def either(self, args: tuple[Any, ...]) -> Json:
        """Alternatives; those without more to say than a type are one list of types (every integer is a number)."""
        made = [self.of(arg) for arg in args if arg is not int or float not in args]
        plain = [one["type"] for one in made if set(one) == {"type"} and one["type"] != "null"]
        if len(made) == 2 and len(plain) == 1 and {"type": "null"} in made:
            return {"type": [*plain, "null"]}
        return {"anyOf": made}

    def list_of(self, args: tuple[Any, ...]) -> Json:
        """A list of any length of one type, or of exactly so many."""
        if args[-1] is Ellipsis:
            return {"type": "array", "items": self.of(args[0])}
        return {"type": "array", "prefixItems": [self.of(arg) for arg in args], "minItems": len(args), "maxItems": len(args)}

    def keys(self, hints: dict[str, Any]) -> Json:
        """An object of which every key is there."""
        found = {name: self.bounded(name, self.of(hint)) for name, hint in hints.items()}
        return {"type": "object", "properties": found, "required": list(found)}

    def bounded(self, name: str, schema: Json) -> Json:
        """The schema of a key; of a number with the bounds that its name has."""
        return schema | BOUNDS.get(name, {}) if schema.get("type") in ("integer", "number") else schema

    def reference(self, cls: type) -> Json:
        """A dataclass, defined on first sight."""
        name = cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a section holds sections
            self.definitions[name] = {"description": _described(cls), **self.keys(_hints(cls))}
        return {"$ref": f"#/$defs/{name}"}


def _hints(cls: type) -> dict[str, Any]:
    """The keys of a dataclass as they are printed."""
    hints = typing.get_type_hints(cls)
    names = SECTION if cls is Section else [field.name for field in dataclasses.fields(cls)]
    return EXTRA.get(cls, {}) | {name: hints[name] for name in names}


def _described(cls: type) -> str:
    return " ".join(inspect.getdoc(cls).split()) if inspect.getdoc(cls) else ""


def schema_of(name: str) -> Json:
    """The schema of `drafter.NAME/1`."""
    title, hints = OBJECTS[name]
    made = Schema()
    own = made.keys(_hints(hints) if isinstance(hints, type) else hints)
    first = {"schema": {"const": f"drafter.{name}/1"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:drafter:{name}:1",
        "title": f"drafter.{name}/1",
        "description": title,
        "type": "object",
        "properties": first | own["properties"],
        "required": ["schema", *own["required"]],
        "$defs": dict(sorted(made.definitions.items())),
    }


def text_of(name: str) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write the files, or with --check compare them."""
    stale = []
    for name in OBJECTS:
        path = FOLDER / f"{name}-1.json"
        if "--check" not in sys.argv:
            path.write_text(text_of(name), encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text_of(name):
            stale.append(path.name)
    if stale:
        print(f"drafter/schemas: {', '.join(stale)} out of date: run make docs", file=sys.stderr)
        return 1
    print("drafter/schemas is up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
