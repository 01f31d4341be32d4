"""docs/json.md names every key of every schema, docs/rules.md every rule and no other."""

import re
from pathlib import Path
from typing import Any

import jsonshapes
import pytest
from jsonshapes import Either

from drafter.check import RULES

DOCS = Path(__file__).parent.parent.parent / "docs"
SCHEMAS = ("OUTLINE", "METRICS", "CHECK", "COMPARE", "DRAFT", "STATUS")


def keys_of(shape: Any, seen: tuple[int, ...] = ()) -> set[str]:
    if id(shape) in seen:
        return set()
    inner = (*seen, id(shape))
    if isinstance(shape, Either):
        return {key for one in shape.shapes for key in keys_of(one, inner)}
    if isinstance(shape, list):
        return keys_of(shape[0], inner)
    if isinstance(shape, dict):
        return {key for key in shape if isinstance(key, str)} | {key for one in shape.values() for key in keys_of(one, inner)}
    return set()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_of_a_schema_is_on_the_page(name: str) -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    shape = getattr(jsonshapes, name)
    words = set(re.findall(r"\w+", page))
    assert keys_of(shape) - words == set()
    assert f"`{next(iter(shape['schema']))}`" in page


def test_the_page_of_rules_has_each_rule_once_in_the_order_of_the_work() -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8")
    names = [name for name, _ in RULES]
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == names
    assert re.findall(r"^## `([a-z-]+)`", page, re.MULTILINE) == names
