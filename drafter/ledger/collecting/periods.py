"""Whether the period that a figure was counted over is the whole year, in the ways in which people write that."""

import re

from drafter.text.normalize import fold

_TO = "[-—–~至到]+"


def is_full_year(said: str, year: int) -> bool:
    """全年, 2026年, 1—12月, 2026年1月1日至12月31日, 截至12月31日; nothing said is the year as well.

    >>> is_full_year("1-9月", 2026)
    False
    """
    text = re.sub(r"\s", "", fold(said))
    text = (
        re.sub(rf"{year}年度?|{year}[./-]", "", text)
        .removeprefix("本年度")
        .removeprefix("全年度")
        .removeprefix("全年")
        .strip("()")
    )
    whole = (
        rf"(?:0?1月?(?:[./-]?0?1日?)?{_TO}12月?(?:[./-]?31日?)?底?|(?:截[至止]到?)?12月(?:31日|底)|(?:截[至止]到?)?年底|底|本年)?"
    )
    return re.fullmatch(whole, text) is not None
