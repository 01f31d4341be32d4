"""The shipped schemas, and where an object differs from one."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from drafter.shipped import schema

NAMES = ("outline", "metrics", "compare", "series", "check", "draft", "status", "collect")


@cache
def validator(name: str) -> Draft202012Validator:
    """The schema of `drafter.NAME/1`, itself held against what a schema must be."""
    plain = json.loads(schema(name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(plain)
    return Draft202012Validator(plain)


def faults(value: Any, name: str) -> list[str]:
    """Where `value` is not what the schema says; [] where it is."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(value)]
