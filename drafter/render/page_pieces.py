"""Edits as markup for the review page: shape for what came and went, marks of findings, signs for blanks and cells."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Literal

from markupsafe import Markup, escape

from drafter.model.change import Edit

Side = Literal["old", "new"]
Marks = Sequence[tuple[int, int, str]]  # (start, end, address of the finding), offsets into the paragraph of a side

_TAGS = {"delete": "del", "insert": "ins"}
_CELL = '<i class="tab">\t</i>'  # a table's cells come as one line with tabs: a rule stands where a cell ends
# What nobody sees when it comes or goes, by name; a changed piece that holds nothing else says so in words.
_UNSEEN = {
    " ": "空格", "\u3000": "全角空格", "\u00a0": "不间断空格", "\t": "制表符", "\n": "换行", "\u200b": "零宽空格",
    "\ufeff": "零宽空格", "\u200c": "不可见字符", "\u200d": "不可见字符", "\u2060": "不可见字符", "\u00ad": "不可见字符",
    "\u2002": "空格", "\u2003": "全角空格", "\u2009": "窄空格", "\u202f": "窄空格",
}  # fmt: skip
_BLANKS = "".join(_UNSEEN)
_BLANK = re.compile("[^\\S\t\n]+")  # inside a changed piece; tabs and line ends show by what they do


def side_markup(edits: Sequence[Edit], marks: Marks, side: Side) -> Markup:
    """The paragraph of one side as it reads there."""
    other = "insert" if side == "old" else "delete"
    return _markup([e for e in edits if e.op != other], marks, "")


def merged_markup(edits: Sequence[Edit], marks: Marks) -> Markup:
    """Both sides in one line; `marks` are those of NEW."""
    return _markup(edits, marks, "delete")


def _markup(edits: Sequence[Edit], marks: Marks, apart: str) -> Markup:
    """Edits joined; those of the kind `apart` are no part of the paragraph that `marks` count in."""
    if not marks:
        return Markup("".join([_tagged(e.op, e.text) for e in edits]))
    cut = _cut(edits, marks, apart)
    return Markup("".join([_linked(mark, "".join([html for _, html in run])) for mark, run in groupby(cut, key=lambda p: p[0])]))


def _cut(edits: Sequence[Edit], marks: Marks, apart: str) -> list[tuple[str, str]]:
    """(address of the finding or "", markup), cut where a mark starts or ends."""
    found: list[tuple[str, str]] = []
    at = 0
    for edit in edits:
        if edit.op == apart:
            found.append(("", _tagged(edit.op, edit.text)))
            continue
        end = at + len(edit.text)
        cuts = sorted({at, end, *(c for m in marks for c in m[:2] if at < c < end)})
        for a, b in pairwise(cuts):
            mark = next((m[2] for m in marks if m[0] <= a and b <= m[1]), "")
            found.append((mark, _tagged(edit.op, edit.text[a - at : b - at])))
        at = end
    return found


def _linked(mark: str, html: str) -> str:
    """A passage that a finding speaks of leads to it."""
    return f'<a class="stale" href="#{mark}" title="见需核实事项">{html}</a>' if mark else html


def _tagged(op: str, text: str) -> str:
    """A piece in its element; what is only blank says what it is."""
    html = str(escape(text))
    if op == "equal":
        return html.replace("\t", _CELL)
    html = _BLANK.sub(lambda m: f'<i class="blank">{m[0]}</i>', html).replace("\t", _CELL)
    tag = _TAGS[op]
    said = "" if text.strip(_BLANKS) else f' data-said="{_said(text)}"'
    return f"<{tag}{said}>{html}</{tag}>"


def _said(text: str) -> str:
    """空格2个、全角空格; 空行 where there is nothing at all."""
    counted = [(name, len(list(run))) for name, run in groupby(_UNSEEN[c] for c in text)]
    return "、".join(name + (f"{n}个" if n > 1 else "") for name, n in counted) or "空行"
