"""Draft + template → Word file, and the status of a draft that people have edited."""

from drafter.fill.dressed import look_notes
from drafter.fill.sample import template_fields
from drafter.fill.status import draft_status
from drafter.fill.write import draft_bytes, write_draft

__all__ = ["draft_bytes", "draft_status", "look_notes", "template_fields", "write_draft"]
