"""From the draft to the clean copy: what still hinders it, and the file without a trace of the drafting."""

from drafter.fill.status import Edited, status_of
from drafter.fill.write import COMMENT_AUTHOR
from drafter.model.draft import DraftStatus, Finish, Hindrance
from drafter.office.clean import clean, texts, traces
from drafter.office.package import deterministic_bytes
from drafter.text.placeholder import EDITOR_PROMPT, PLACEHOLDER


def clean_copy(edited: Edited) -> tuple[Finish, bytes]:
    """The clean copy of a draft as the bytes of a .docx; none where something hinders it.

    A comment that drafter itself wrote hinders nothing and goes; one that a colleague wrote has to be marked as done or deleted.
    """
    document = edited.document
    status = status_of(edited)
    seen = traces(document)
    told = sum(len(PLACEHOLDER.findall(slot.text)) for slot in status.slots if slot.state == "open")
    counts: dict[Hindrance, int] = {
        **_open_slots(status),
        "loose": max(0, sum(len(PLACEHOLDER.findall(text)) for text in texts(document)) - told),
        "revision": seen.revisions,
        "comment": sum(author != COMMENT_AUTHOR for author in seen.commenters),
        "hidden": seen.hidden,
        "contradiction": sum(finding.level == "must" for finding in status.findings),
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
