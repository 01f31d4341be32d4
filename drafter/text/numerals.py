"""Numbers as Chinese reports write them: 1,204, 1 204, ３５, 2.37万, 3亿4500万, 两万余, 一百零五, 三四, 三分之二, 百分之九十九点八, 1/3, 2-3.

GB/T 15835-2011 says how they should be written; real text ignores it, so every form is read.
"""

from decimal import Decimal
from math import gcd

from drafter.text.normalize import fold
from drafter.text.pattern import lazy

DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
SCALES = {**SMALL, **LARGE}

# Between groups of three digits: a comma, a blank, or one of the thin blanks of typesetting (U+2009, U+202F).
_GROUPING = lazy("(?<=[0-9])[, \u2009\u202f](?=[0-9])")
_GROUPED = r"\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,3}(?:[ \u2009\u202f]\d{3}){1,5}(?! ?\d)"
ARABIC = rf"(?>(?:{_GROUPED}|\d{{1,18}})(?:\.\d{{1,12}})?)"
_MIXED = rf"(?>{ARABIC}(?:[百千]?[万亿]+(?:\d+(?:\.\d+)?[千百]?万|\d[千百])?|[百千](?![分克米瓦伏]))?)"
_HAN = r"(?>[零〇○一二两三四五六七八九十百千万亿]{1,24}(?:点[零〇○一二三四五六七八九]{1,8})?)"
# Two neighbouring digits at one place leave it open which: 三四 is 3 or 4, 十七八 is 17 or 18, 两三百 is 200 to 300.
_NEXT = "一两|两三|二三|三四|三五|四五|五六|六七|七八|八九"
_VAGUE = lazy(rf"([一二两三四五六七八九]?十)?({_NEXT})([十百千万亿]{{0,4}})")
FRACTION = rf"(?:[百千万]|{_HAN}|\d+)分之(?:{_HAN}|{ARABIC})"
NUMBER = rf"(?:{FRACTION}|{_MIXED}|{_HAN})"
SLASHED = r"[1-9]\d{0,2}/[1-9]\d{0,2}(?![\d/.])"
RANGE_MARK = r"(?:--|-|–|—+|~|至|到)"
_PLAIN = lazy(r"(\d+(?:\.\d+)?)([百千万亿]*)").fullmatch
_SPLIT = lazy(r"(\d+(?:\.\d+)?)亿(\d+(?:\.\d+)?)([千百]?万)").fullmatch
_REST = lazy(r"(\d+(?:\.\d+)?)([万亿])(\d)([千百])").fullmatch
NUMERALS = "零〇○一二两三四五六七八九十百千万亿"


def parse_numeral(text: str) -> float | None:
    """The value of a number in any of its writings; None where it is none (and for 三四, which has two)."""
    if text.isdecimal() and text.isascii():
        return int(text)
    folded = _GROUPING.sub("", fold(text).strip())
    if "分之" in folded:
        return _fraction(folded)
    if "/" in folded:
        return _slashed(folded)
    arabic = _PLAIN(folded)
    if arabic:
        return times(arabic[1], scale_of(arabic[2]))
    split = _SPLIT(folded)
    if split:
        return clean(times(split[1], 10**8) + times(split[2], scale_of(split[3])))
    rest = _REST(folded)
    if rest:
        # 1万6千 is 16000; 1亿6千 leaves out 万, as speech does
        lacking = 10**4 if rest[2] == "亿" else 1
        return clean(times(rest[1], LARGE[rest[2]]) + times(rest[3], scale_of(rest[4]) * lacking))
    return han_value(folded)


def vague_range(text: str) -> tuple[float, float] | None:
    """Both values of 三四, 十七八, 两三百, 五六千万; None where the numeral has one value or none."""
    found = _VAGUE.fullmatch(text)
    if not found or (found[1] and found[3]):
        return None
    tens = (DIGITS.get(found[1][0], 1) * 10) if found[1] else 0
    low, high = (tens + DIGITS[digit] for digit in found[2])
    scale = scale_of(found[3])
    return clean(low * scale), clean(high * scale)


def han_value(text: str) -> float | None:
    """The value of a Chinese numeral: 一百零五 is 105, 二〇二五 is 2025, 九点八 is 9.8; None where it is none."""
    whole, point, decimals = text.partition("点")
    if not whole or bool(point) != bool(decimals) or any(c not in DIGITS and c not in SCALES for c in whole):
        return None
    if all(c in DIGITS for c in whole):
        # one digit, a year, or digits with a nought among them: 三四 and 一二三 are no numbers
        plainly = len(whole) in (1, 4) or any(c in "零〇○" for c in whole)
        value: float | None = float("".join(str(DIGITS[c]) for c in whole)) if plainly else None
    else:
        value = _positional(whole)
    if value is None or not decimals:
        return None if value is None else clean(value)
    if any(c not in DIGITS for c in decimals):
        return None
    return clean(value + float("0." + "".join(str(DIGITS[c]) for c in decimals)))


def _positional(text: str) -> float | None:
    """A numeral by place value: 万 multiplies its own section, 亿 all that stands before it (一万亿).

    A last digit right behind 百, 千, 万 or 亿 is of the next lower place (三千五 is 3500). None where two digits meet in one
    place (一二百): that is no one number.
    """
    total, section, digit, above = 0, 0, -1, 0
    for char in text:
        if char in DIGITS:
            if digit > 0:
                return None
            digit = DIGITS[char]
            above = 0 if digit == 0 else above
        elif char in SMALL:
            section += max(digit, 1 if digit < 0 or section == 0 else 0) * SMALL[char]
            digit, above = -1, SMALL[char]
        else:
            whole = section + max(digit, 0)
            total = total + (whole or 1) * LARGE[char] if char == "万" else (total + whole or 1) * LARGE[char]
            section, digit, above = 0, -1, LARGE[char]
    return float(total + section + max(digit, 0) * (above // 10 if above > 10 else 1))


def _fraction(text: str) -> float | None:
    """百分之五 is 5 (percent), 三分之一 is 0.3333."""
    below, _, above = text.partition("分之")
    top = parse_numeral(above)
    if top is None or below == "百":
        return top
    bottom = float(SCALES[below]) if below in SCALES else parse_numeral(below)
    return round(top / bottom, 4) if bottom else None


def _slashed(text: str) -> float | None:
    """1/3 is 0.3333. Only what cannot be a day is read: a part of one, in lowest terms, of at most ten parts (3/15, 12/4 and 6/26 are days)."""
    top, _, bottom = text.partition("/")
    if not top.isdigit() or not bottom.isdigit():
        return None
    above, below = int(top), int(bottom)
    if not 0 < above < below <= 10 or gcd(above, below) > 1:
        return None
    return round(above / below, 4)


def scale_of(scales: str) -> int:
    """What the words of size multiply by: 万 is 10000, 百万 is 1000000, none is 1."""
    result = 1
    for char in scales:
        result *= SCALES[char]
    return result


def times(number: float | str, scale: int) -> float:
    """The number times the scale, without the dust of binary fractions (2.01 times 1000000000000 is 2010000000000)."""
    return clean(float(Decimal(str(number)) * scale)) if scale > 1 else clean(float(number))


def clean(value: float) -> float:
    """A whole number as one, any other without the dust of binary fractions (2.37 万 is 23700)."""
    if isinstance(value, int):
        return value
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
