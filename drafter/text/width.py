"""Full-width and half-width forms of one character: １ and 1, （ and (, ， and ,, the blank of a Chinese character and a plain one.

Quotation marks, case and every other difference stay: “三项制度” and "三项制度" are not of one width.
"""

_QUOTES = "＂＇"
# Unicode's block of full-width forms of ASCII (U+FF01 to U+FF5E), and the ideographic space.
_NARROW = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F) if chr(wide) not in _QUOTES} | {0x3000: " "}


def narrow(text: str) -> str:
    """The text in half-width forms, as long as it was."""
    return text.translate(_NARROW)
