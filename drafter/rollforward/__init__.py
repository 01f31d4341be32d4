"""Last year's report → next year's draft, as data: `roll`; and what each paragraph of a report is: `paragraph_kinds`."""

from drafter.rollforward.before import Before, check_before
from drafter.rollforward.kinds import paragraph_kinds
from drafter.rollforward.roll import roll

__all__ = ["Before", "check_before", "paragraph_kinds", "roll"]
