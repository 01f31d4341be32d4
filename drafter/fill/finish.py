"""From the draft to the clean copy: what still hinders it, and the file without a trace of the drafting."""

from drafter.fill.status import Edited, status_of
from drafter.fill.write import COMMENT_AUTHOR
from drafter.model.draft import DraftStatus, Finish, Hindrance
from drafter.office.clean import clean
from drafter.office.package import deterministic_bytes
from drafter.office.stories import texts
from drafter.office.undecided import undecided
from drafter.text.placeholder import EDITOR_PROMPT, prompts_in


def clean_copy(edited: Edited) -> tuple[Finish, bytes]:
    """The clean copy of a draft as the bytes of a .docx; none where something hinders it.

    A comment that drafter itself wrote hinders nothing and goes; one that a colleague wrote, be it as an answer to drafter's,
    has to be marked as done or deleted. Figures that contradict each other are told (`status.findings`) and hinder nothing:
    the office may know why.
    """
    document = edited.document
    status = status_of(edited)
    seen = undecided(document)
    told = sum(prompts_in(line) for slot in status.slots if slot.state == "open" for line in slot.text.split("\n"))
    counts: dict[Hindrance, int] = {
        **_open_slots(status),
        "loose": max(0, sum(prompts_in(text) for text in texts(document)) - told),
        "revision": seen.revisions,
        "comment": sum(authors != {COMMENT_AUTHOR} for authors in seen.talks),
        "hidden": seen.hidden,
    }
    hindrances = {kind: n for kind, n in counts.items() if n}
    if hindrances:
        return Finish(status=status, hindrances=hindrances), b""
    removed = clean(document, lambda words: EDITOR_PROMPT.search(words) is not None)
    return Finish(status=status, removed=removed), deterministic_bytes(document, title=edited.report.info.title)


def _open_slots(status: DraftStatus) -> dict[Hindrance, int]:
    undone = [slot for slot in status.slots if slot.state == "open" and slot.kind != "keep"]
    return {
        "fill": sum(slot.kind != "text" for slot in undone),
        "write": sum(slot.kind == "text" for slot in undone),
        "keep": status.summary["unconfirmed"],
    }
