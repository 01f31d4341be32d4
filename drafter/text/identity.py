"""Ids that stay the same from run to run for the same thing, wherever it has moved to."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from drafter.model.finding import Finding


def stable_id(kind: str, *parts: str) -> str:
    """`kind-` and ten hexadecimal digits that hang on `kind` and on what the thing is about (`parts`), never on an offset.

    `stable_id("sum", "parts-and-total", "884件")` is the same in every run and on every machine.
    """
    return f"{kind}-{hashlib.sha256('|'.join((kind, *parts)).encode()).hexdigest()[:10]}"


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same findings; of several with one id the later ones get -2, -3 in the order given."""
    seen: dict[str, int] = {}
    result = []
    for finding in findings:
        seen[finding.id] = number = seen.get(finding.id, 0) + 1
        result.append(finding if number == 1 else replace(finding, id=f"{finding.id}-{number}"))
    return tuple(result)
