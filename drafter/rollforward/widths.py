"""Full-width punctuation again for a text that was folded to ASCII on its way: every character stays one character.

Numbers, percentages, addresses and Latin words keep theirs (1,204; 16:34; https://…; 2-3人); GB/T 15834-2011 wants the rest wide.
"""

import re

_WIDE = str.maketrans(",:;?!()<>", "，：；？！（）＜＞")
_MARK = re.compile(r"[,:;?!()<>]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；、）》”一-鿿]+|[\w.+-]+@[\w.-]+", re.ASCII | re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z0-9%.+/ ]", re.ASCII)


def widen(text: str) -> str:
    """The text with the punctuation of Chinese prose full-width; same length, so offsets stay true."""
    addresses = [hit.span() for hit in _ADDRESS.finditer(text)]

    def wide(hit: re.Match[str]) -> str:
        at = hit.start()
        if any(a <= at < b for a, b in addresses) or _between_latin(text, at):
            return hit.group()
        return hit.group().translate(_WIDE)

    return _MARK.sub(wide, text)


def _between_latin(text: str, at: int) -> bool:
    """A mark with Latin letters or digits on both sides, such as the comma of 1,204, belongs to them."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(_LATIN.match(before) and _LATIN.match(after))
