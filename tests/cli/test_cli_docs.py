"""docs/json.md names every key and every value of every schema, docs/rules.md every rule and no other."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschemas import NAMES, validator

from drafter.check import RULES

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"


def named(schema: Any) -> Iterator[str]:
    """Every key that a schema knows, and every value of those that have only a few."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (str(value) for value in schema.get("enum", ()))
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from named(inner)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_and_value_of_a_schema_is_on_the_page(name: str) -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", page))
    assert set(named(validator(name).schema)) - words == set()
    assert f"## `drafter.{name}/1`" in page


def test_the_shipped_schemas_are_those_of_the_model() -> None:
    done = subprocess.run([sys.executable, "tools/schemas.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (ROOT / "drafter" / "schemas").iterdir()) == sorted(f"{name}-1.json" for name in NAMES)


def test_the_page_of_rules_has_each_rule_once_in_the_order_of_the_work() -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8")
    names = [name for name, _ in RULES]
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == names
    assert re.findall(r"^## `([a-z-]+)`", page, re.MULTILINE) == names
