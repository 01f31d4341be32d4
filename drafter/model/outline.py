"""What the level above asks a report to contain (提纲), as data."""

from dataclasses import dataclass

from drafter.model.report import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineHeading:
    """A heading that the report is to have: `marker` as it will stand in the report ("" for none), `level` 1 to 3.

    `roles` are the parts of a report that it speaks of: one, or several where it names several. `asks` is what the outline
    says of what is to be written under it, "" where it says nothing.
    """

    title: str
    marker: str
    level: int
    roles: tuple[Role, ...]
    asks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An outline as read from the file `path`, its headings in order. `notes` tell what was done in reading it.

    `limits` are the outline's own words on the length of the report, `deadlines` those on when it is due.
    """

    path: str
    headings: tuple[OutlineHeading, ...]
    limits: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
