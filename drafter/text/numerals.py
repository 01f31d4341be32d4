"""Numbers as Chinese reports write them: 1,204, ３５, 2.37万, 3亿4500万, 两万余, 一百零五, 三分之二, 百分之九十九点八, 六成, 2-3.

GB/T 15835-2011 says how they should be written; real text ignores it, so every form is read.
"""

import re

from drafter.text.normalize import fold

DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
SCALES = {**SMALL, **LARGE}

_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,18})(?:\.\d{1,12})?"
_MIXED = rf"{_ARABIC}(?:[百千]?[万亿]+(?:\d+(?:\.\d+)?[千百]?万|\d[千百])?|[百千](?![分克米瓦]))?"
_HAN = r"[零〇○一二两三四五六七八九十百千万亿]{1,24}(?:点[零〇一二三四五六七八九]{1,8})?"
_FRACTION = rf"(?:百|千|{_HAN}|\d+)分之(?:{_HAN}|{_ARABIC})"
NUMBER = rf"(?:{_FRACTION}|{_MIXED}|{_HAN})"
RANGE_MARK = r"(?:-|–|—|~|至|到)"


def parse_numeral(text: str) -> float | None:
    """The value of a number in any of its writings; None where it is none."""
    folded = fold(text).strip().replace(",", "")
    if "分之" in folded:
        return _fraction(folded)
    arabic = re.fullmatch(r"(\d+(?:\.\d+)?)([百千万亿]*)", folded)
    if arabic:
        return clean(float(arabic[1]) * _product(arabic[2]))
    split = re.fullmatch(r"(\d+(?:\.\d+)?)亿(\d+(?:\.\d+)?)([千百]?万)", folded)
    if split:
        return clean(float(split[1]) * 10**8 + float(split[2]) * _product(split[3]))
    rest = re.fullmatch(r"(\d+(?:\.\d+)?)([万亿])(\d)([千百])", folded)
    if rest:
        return clean(float(rest[1]) * LARGE[rest[2]] + float(rest[3]) * _product(rest[4]))
    return han_value(folded)


def han_value(text: str) -> float | None:
    """The value of a Chinese numeral: 一百零五 is 105, 二〇二五 is 2025, 九点八 is 9.8; None where it is none."""
    whole, point, decimals = text.partition("点")
    if not whole or bool(point) != bool(decimals) or any(c not in DIGITS and c not in SCALES for c in whole):
        return None
    if all(c in DIGITS for c in whole):
        value: float | None = float("".join(str(DIGITS[c]) for c in whole))
    else:
        value = _positional(whole)
    if value is None or not decimals:
        return None if value is None else clean(value)
    if any(c not in DIGITS for c in decimals):
        return None
    return clean(value + float("0." + "".join(str(DIGITS[c]) for c in decimals)))


def _positional(text: str) -> float | None:
    """A numeral by place value: 万 multiplies its own section, 亿 all that stands before it (一万亿)."""
    total, section, digit, given = 0, 0, 0, False
    for char in text:
        if char in DIGITS:
            digit, given = DIGITS[char], True
        elif char in SMALL:
            section += (digit if given and digit else 1) * SMALL[char]
            digit, given = 0, True
        elif char == "万":
            total, section, digit = total + (section + digit or 1) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit or 1) * 10**8, 0, 0
    return float(total + section + digit)


def _fraction(text: str) -> float | None:
    """百分之五 is 5 (percent), 三分之一 is 0.3333."""
    below, _, above = text.partition("分之")
    top = parse_numeral(above)
    if top is None or below == "百":
        return top
    bottom = 1000.0 if below == "千" else parse_numeral(below)
    return round(top / bottom, 4) if bottom else None


def _product(scales: str) -> int:
    result = 1
    for char in scales:
        result *= SCALES[char]
    return result


def clean(value: float) -> float:
    """A whole number as one, any other without the dust of binary fractions (2.37 万 is 23700)."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
