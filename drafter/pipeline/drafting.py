"""LAST → next year's draft, and the draft's way to the clean copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.files import written
from drafter.model.outline import Outline
from drafter.pipeline.comparing import compare
from drafter.pipeline.loaded import Loaded, office, outline_of
from drafter.read import read_report

if TYPE_CHECKING:
    from drafter.model.draft import Draft, DraftStatus, Finish, LedgerFill
    from drafter.model.ledger import Ledger
    from drafter.office.look import Look


def draft(last: Loaded, year: int | None = None, *, before: Loaded | None = None, outline: Path | None = None) -> Draft:
    """Next year's draft as data; `year` is the draft's own, by default the one after LAST's.

    `before` is the report of the year before LAST; with `outline` the draft stands under the headings of that file (提纲).
    Raises DrafterError where `before` cannot be, UnreadableInput also where the outline holds no heading.
    """
    from drafter.rollforward import Before, check_before, roll

    asked = prescribed(outline) if outline else None
    earlier = None
    if before:
        check_before(before.report, last.report, year)
        earlier = Before(report=before.report, metrics=before.metrics, since=compare(before, last, "years"))
    with office(last.settings):
        return roll(last.report, last.metrics, year, before=earlier, outline=asked)


def with_ledger(made: Draft, ledger: Ledger, where: str) -> Draft:
    """The draft with the ledger's figures in it, departments' texts beside their prompts. `where` names the ledger.

    Raises DrafterError where the ledger is another office's or another year's.
    """
    from drafter.fill import with_offers
    from drafter.ledger.offers import check_fits, offers

    check_fits(ledger, made.report.issuer, made.year, where)
    return with_offers(made, offers(ledger))


def prescribed(path: Path) -> Outline:
    """What the outline (提纲) at `path` asks a report to contain. Raises UnreadableInput."""
    from drafter.parse.prescribed import parse_outline

    return parse_outline(read_report(path))


def look_of(path: Path) -> Look:
    """The look of an office's own Word file, for a draft. Raises UnreadableInput."""
    from drafter.office.look import find_look
    from drafter.read import open_word
    from drafter.rollforward import paragraph_kinds

    return find_look(open_word(path), paragraph_kinds(outline_of(path)))


def look_notes(look: Look, made: Draft) -> tuple[str, ...]:
    """What the draft does not have of the look, or has otherwise, in sentences."""
    from drafter.fill import look_notes as notes_of

    return notes_of(look, made)


def fill(made: Draft, out: Path, *, template: Path | None = None, look: Look | None = None, sealed: bool = False) -> None:
    """The draft as a Word file at `out`, through a template or in the look of another file.

    Raises BadTemplate, UnwritableOutput.
    """
    from drafter.fill import draft_bytes

    data = draft_bytes(made, template=template, look=look, sealed=sealed)
    # Only now is there anything to write: a run that is killed before leaves nothing beside the goal.
    with written(out) as beside:
        beside.write_bytes(data)


def new_template(out: Path) -> None:
    """The shipped template, for an office to edit. Raises UnwritableOutput."""
    from drafter.shipped import template

    with written(out) as beside:
        beside.write_bytes(template("report.docx").read_bytes())


def check_template(path: Path) -> tuple[str, ...]:
    """The fields that a template names, once it was filled with a sample. Raises BadTemplate where it will not work."""
    from drafter.fill import template_fields

    return template_fields(path)


def status(path: Path) -> DraftStatus:
    """What is open, filled, unconfirmed and lost in a draft that people have edited."""
    from drafter.fill import draft_status

    return draft_status(path, outline_of(path))


def fill_computed(path: Path, out: Path) -> DraftStatus:
    """The draft at `path` written to `out` with the figures filled in that follow from others; how it stood before, and what
    was filled in. Nothing is written where nothing follows. Raises UnwritableOutput."""
    from drafter.fill import edited_draft, filled_in

    made, data = filled_in(edited_draft(path, outline_of(path)))
    if made.computed:
        with written(out) as beside:
            beside.write_bytes(data)
    return made


def fill_from_ledger(path: Path, out: Path, ledger: Ledger, where: str, *, update: bool = False) -> LedgerFill:
    """The draft at `path` written to `out` with the ledger's figures in its open places; with `update` those that an earlier
    fill put in are brought up to date as tracked changes. Nothing is written where there is nothing to do. `where` names the ledger.

    Raises DrafterError where the ledger is another office's or another year's, UnwritableOutput.
    """
    from drafter.fill import edited_draft, ledger_filled
    from drafter.ledger.offers import check_fits, offers

    edited = edited_draft(path, outline_of(path))
    check_fits(ledger, edited.report.info.issuer, edited.report.info.year, where)
    made, data = ledger_filled(edited, offers(ledger), update=update)
    if made.touched:
        with written(out) as beside:
            beside.write_bytes(data)
    return made


def finish(path: Path, out: Path) -> Finish:
    """The clean copy of a draft, unless something in it is still open: then nothing is written. Raises UnwritableOutput."""
    from drafter.fill import clean_copy, edited_draft

    made, data = clean_copy(edited_draft(path, outline_of(path)))
    if not made.hindrances:
        with written(out) as beside:
            beside.write_bytes(data)
    return made
