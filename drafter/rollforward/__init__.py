"""Last year's report → next year's draft, as data: `roll`."""

from drafter.rollforward.before import Before, check_before
from drafter.rollforward.roll import roll

__all__ = ["Before", "check_before", "roll"]
