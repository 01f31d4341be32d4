"""Quotation marks: a passage quoted for a message, and the marks inside it (GB/T 15834-2011 4.8.3.2: inner ones are single)."""

from drafter.text.pattern import lazy
from drafter.text.split import clauses, tokens

_PAUSES = "，、；：,;: "
_INNER = str.maketrans("“”", "‘’")
_NAMES = lazy(r"(《(?:[^《》\n]|《[^《》\n]*》)*》)")


def inner(text: str) -> str:
    """Double quotation marks made single; names of documents (《…》) stay as they are."""
    return "".join(part if part.startswith("《") else part.translate(_INNER) for part in _NAMES.split(text))


def quoted(text: str, most: int = 40) -> str:
    """A passage in quotation marks, in one line, for a message: a long one keeps whole clauses from its head and its end."""
    return f"“{cut(inner(text), most)}”"


def cut(text: str, most: int) -> str:
    """One line of at most `most` characters: of a long text whole clauses from its head and its end, never part of a word or figure."""
    bare = " ".join(text.split())
    return bare if len(bare) <= most else _short(bare, most)


def _short(bare: str, most: int) -> str:
    """At most `most` characters: the first clauses, …… and the last one; else the head, cut where no word or figure is."""
    spans = clauses(bare)
    last = bare[spans[-1][0] :] if len(spans) > 1 else ""
    for tail in (last, "") if len(last) <= most // 2 else ("",):
        ends = [end for _, end in spans[:-1] if end + 2 + len(tail) <= most]
        if ends and ends[-1] + len(tail) >= most // 3:
            return f"{bare[: ends[-1]].rstrip(_PAUSES)}……{tail}"
    at = 0
    for token in tokens(bare):
        if at + len(token) > most - 2:
            break
        at += len(token)
    listed = max(bare.rfind("、", most // 2, at), bare.rfind("的", most // 2, at) + 1)  # behind a 的 no word is cut
    frozen = next((start for start, end in names(bare) if start < at < end), at)
    at = frozen if frozen >= most // 3 else at
    at = at or most - 2  # one endless word
    return f"{bare[: listed if most // 2 <= listed <= at else at]}……"


def names(text: str) -> list[tuple[int, int]]:
    """Where names of documents stand, their marks 《》 with them; names inside names are part of these."""
    return [hit.span() for hit in _NAMES.finditer(text)]
