"""Draft + template → Word file, the status of a draft that people have edited, and its clean copy."""

from drafter.fill.dressed import look_notes
from drafter.fill.fill import filled_in
from drafter.fill.finish import clean_copy
from drafter.fill.from_ledger import ledger_filled
from drafter.fill.offering import with_offers
from drafter.fill.sample import template_fields
from drafter.fill.status import draft_status, edited_draft
from drafter.fill.write import draft_bytes, write_draft

__all__ = [
    "clean_copy",
    "draft_bytes",
    "draft_status",
    "edited_draft",
    "filled_in",
    "ledger_filled",
    "look_notes",
    "template_fields",
    "with_offers",
    "write_draft",
]
