"""Two reports → what changed; one report → what to mend before it is published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model.change import Comparison, Mode, SeriesTable
from drafter.model.errors import DrafterError
from drafter.model.report import Report
from drafter.pipeline.loaded import Loaded, office

if TYPE_CHECKING:
    from drafter.model.ledger import KnownFigure, Ledger


def mode_of(old: Report, new: Report) -> Mode:
    """`drafts` where issuer and year are the same, else `years`."""
    same = old.info.year == new.info.year and old.info.issuer == new.info.issuer
    return "drafts" if same and old.info.year is not None else "years"


def compare(
    old: Loaded, new: Loaded, mode: Mode | None = None, ledger: Ledger | None = None, *, ignore_width: bool = False
) -> Comparison:
    """What changed from `old` to `new`; the mode is found where none is given. The names that `ledger` knows are evidence.

    With `ignore_width` text that differs in full-width and half-width forms alone (１２ and 12, （ and () is equal.
    """
    from drafter.compare import OwnWords, compare_reports

    chosen = mode or mode_of(old.report, new.report)
    with office(new.settings):
        own = OwnWords(new.settings.directions, _known(ledger), ignore_width)
        return compare_reports(old.report, new.report, old.metrics, new.metrics, chosen, own)


def series(reports: tuple[Loaded, ...], ledger: Ledger | None = None) -> SeriesTable:
    """The series of each figure over three reports and more, the oldest first. The names that `ledger` knows are evidence."""
    from drafter.compare.series import series_of

    with office(reports[-1].settings):
        return series_of([one.report for one in reports], [one.metrics for one in reports], _known(ledger))


def _known(ledger: Ledger | None) -> tuple[KnownFigure, ...]:
    if ledger is None:
        return ()
    from drafter.ledger.known import known

    return known(ledger)


# The kinds of findings of each mode, in the order of the work.
KINDS: dict[Mode, tuple[str, ...]] = {
    "years": ("stale", "metric", "plan", "problem", "placeholder"),
    "drafts": ("change", "dropped", "added", "text"),
}


def only(made: Comparison, kinds: tuple[str, ...]) -> Comparison:
    """The comparison with the findings of these kinds alone, its counts and a note saying so."""
    if not kinds:
        return made
    if strange := [kind for kind in kinds if kind not in KINDS[made.mode]]:
        raise DrafterError(
            f"本次比对没有这一类事项：{'、'.join(strange)}", where="--only", hint=f"可用：{'、'.join(KINDS[made.mode])}"
        )
    kept = tuple(finding for finding in made.findings if finding.kind in kinds)
    from drafter.compare.findings import levels
    from drafter.render.wording import kind_name

    note = f"只列{'、'.join(kind_name(kind) for kind in kinds)}类事项，其余{len(made.findings) - len(kept)}项未列"
    return replace(made, findings=kept, summary=made.summary | levels(kept), notes=(*made.notes, note))


def without(made: Comparison, ids: frozenset[str], unused: int = 0) -> Comparison:
    """The comparison without the findings of these ids, its counts and a note saying so; `unused` answers are told too."""
    from drafter.compare.findings import levels

    kept = tuple(finding for finding in made.findings if finding.id not in ids)
    left_out = len(made.findings) - len(kept)
    unknown = len(ids) - left_out
    if not ids and not unused:
        return made
    notes = made.notes
    notes += (f"按复核意见略去已核实事项{left_out}项",) if left_out else ()
    notes += (f"复核意见中有{unknown}项的编号不在本次事项之中",) if unknown else ()
    notes += (
        (f"复核意见中有{unused}处“已核实”未采用：所在行没有需核实事项，或同一事项尚有未注明的行、另有不同意见",) if unused else ()
    )
    return replace(made, findings=kept, summary=made.summary | levels(kept), notes=notes)


def answered(paths: tuple[Path, ...]) -> tuple[frozenset[str], int]:
    """The ids that reviewers answered with 已核实 in a table or sheet of ours, or that a JSON list names; and how many such
    answers had no effect. Raises UnreadableInput.
    """
    from drafter.render.opinions import verified

    found = [verified(path) for path in paths]
    return frozenset(key for one in found for key in one.ids), sum(one.unused for one in found)
