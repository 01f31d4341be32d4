"""Draft + template → Word file, and the status of a draft that people have edited."""

from drafter.fill.status import draft_status
from drafter.fill.write import write_draft

__all__ = ["draft_status", "write_draft"]
