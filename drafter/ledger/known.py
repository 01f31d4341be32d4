"""The ledger's figures by all their names, for pairing."""

from drafter.ledger.amounts import scale_of
from drafter.model.ledger import KnownFigure, Ledger


def known(ledger: Ledger) -> tuple[KnownFigure, ...]:
    """Every row by its name and its synonyms, in the unit that reports count it in, and which way is good for it."""
    return tuple(
        KnownFigure(
            id=row.id, names=tuple(dict.fromkeys((row.label, *row.synonyms))), definition=row.definition,
            unit=scale_of(row.unit)[1], good=row.good,
        )
        for row in ledger.rows
    )  # fmt: skip
