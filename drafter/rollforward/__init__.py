"""Last year's report → next year's draft, as data: `roll`."""

from drafter.rollforward.roll import roll

__all__ = ["roll"]
