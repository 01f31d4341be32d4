"""Turning a finished sentence into the other language by a table of templates: {} stands for whatever was put in."""

import re
from collections.abc import Mapping


def translate(sentence: str, table: Mapping[str, str]) -> str | None:
    """What `table` says for `sentence`, its {} filled with the sentence's own words, in order; None where no row fits.

    `translate("文件超过 200 MB", {"文件超过 {} MB": "larger than {} MB"})` is "larger than 200 MB".
    """
    if sentence in table:
        return table[sentence]
    for template, other in table.items():
        if "{}" in template and (found := _pattern(template).fullmatch(sentence)):
            pieces = other.split("{}")
            return "".join(piece + put for piece, put in zip(pieces, (*found.groups(), ""), strict=True))
    return None


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(re.escape(piece) for piece in template.split("{}")), re.DOTALL)
