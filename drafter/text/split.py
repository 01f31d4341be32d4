"""Where a text may be cut: sentences, clauses, items (一是…二是…) and tokens.

Punctuation is taken full-width and half-width alike, for many pages arrive folded. A full stop `.` never cuts: it is a
decimal point here. A terminator inside a short quotation or bracket does not cut either, for it closes the quotation only.
"""

import re
from functools import lru_cache
from itertools import pairwise

from drafter.text.pattern import lazy
from drafter.text.units import unit_words

_CLOSERS = "”’」』）)》〉】〕\"'"
# A quotation or bracket that closes again soon. Longer ones are cut inside: the closing mark may be missing in the text.
_SHELTER = r"“[^“”\n]{0,60}”|（[^（）\n]{0,60}）|\([^()\n]{0,60}\)|《[^《》\n]{0,60}》|【[^【】\n]{0,200}】"
_STOP = rf"[。！？；!?;]+[{_CLOSERS}]*"
# A comma or colon between digits belongs to a figure or a time (3,541.07; 16:34).
_PAUSE = rf"(?:[，：。！？；!?;]+|(?<![0-9])[,:]|[,:](?![0-9]))[{_CLOSERS}]*"

# “……。” ends a sentence unless the sentence plainly goes on behind the quotation.
_CLOSED = r"(?<=[。！？!?][”’）)])(?![，、；：,;:的和与等])"

# Runs of characters that neither cut nor open anything are taken at once.
_PLAIN = r"[^“（(《【。！？；!?;\n”’）)]+"
_PLAIN_CLAUSE = r"[^“（(《【，,：:。！？；!?;\n]+"
_SENTENCE = lazy(rf"(?:{_PLAIN}|{_SHELTER}|(?!{_STOP})[^\n])*?(?:{_STOP}|{_CLOSED}|\n|\Z)")
_CLAUSE = lazy(rf"(?:{_PLAIN_CLAUSE}|{_SHELTER}|(?!{_PAUSE})[^\n])*(?:{_PAUSE}|\n|\Z)")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences as (start, end), in order, without the blanks around them; a newline ends one too."""
    return _trimmed(text, _SENTENCE)


def clauses(text: str) -> list[tuple[int, int]]:
    """The clauses (to the next ，：；。 or the like) as (start, end), in order, without the blanks around them."""
    return _trimmed(text, _CLAUSE)


def clause_texts(text: str) -> list[str]:
    """The clauses as strings, blanks kept: joined they are the text."""
    return [found.group() for found in _CLAUSE.finditer(text) if found.group()]


def _trimmed(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    found = []
    for match in pattern.finditer(text):
        piece = match.group()
        if bare := piece.strip():
            start = match.start() + len(piece) - len(piece.lstrip())
            found.append((start, start + len(bare)))
    return found


# ---- items ----

_CN_ORDER = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
_MARKER = lazy(r"(十?[一二三四五六七八九]|十)是")
_STARTS = "。；：！？;:!?\n" + _CLOSERS  # what may stand before a marker that is plainly one
_HEADED = lazy(r"\s*[（(]?[一二三四五六七八九十]*[)）、][^。；！？;!?]*\Z")  # a numbered heading that lost its full stop
_LEXICAL = "统唯同专第之其单万不逐划归合"  # 统一是, 之一是: no markers


def items(text: str) -> list[tuple[int, int]]:
    """The items of a paragraph as (start, end): what stands before 一是, then one item for each marker.

    They partition the text. A marker counts at the start, after a stop or a colon, and glued to the text before
    (运行机制一是健全) where it continues the count. A text without markers is one item; an empty one has none.
    """
    cuts = [0, *(at for at in _markers(text) if at > 0), len(text)]
    return [(start, end) for start, end in pairwise(cuts) if start < end]


def _markers(text: str) -> list[int]:
    found = []
    last = 0
    for match in _MARKER.finditer(text):
        number = _order(match.group(1))
        at = match.start()
        before = text[:at].rstrip(" \u3000")[-1:]
        plainly = not before or before in _STARTS
        if plainly or (_glued(text, match, number, last) and before not in _LEXICAL):
            found.append(at)
            last = number
    return found


def _order(numeral: str) -> int:
    return 10 * ("十" in numeral) + (_CN_ORDER[numeral[-1]] if numeral != "十" else 0)


def _glued(text: str, match: re.Match[str], number: int, last: int) -> bool:
    """Whether a marker inside a sentence is one: next in the count, or a first that a second follows or a heading precedes."""
    if number == 1:
        return "二是" in text[match.end() :] or bool(_HEADED.match(text[: match.start()]))
    return last > 0 and number == last + 1


# ---- tokens ----

_D = "0-9０-９"
_NUMBER = rf"[{_D}]{{1,3}}(?:,[{_D}]{{3}})+(?:[.．][{_D}]+)?(?![{_D}])|[{_D}]+(?:[.．:：/][{_D}]+)*"
_CN = "一二三四五六七八九十百千万亿两〇零"
_SCALE = "[十百千万亿]*[余多来]?[万亿]?"
_RANGE = "[-—–－~～―]+"


@lru_cache(maxsize=16)
def _token(units: str) -> re.Pattern[str]:
    """One token, where `units` matches one; what names a time or carries a scale belongs to its number too."""
    unit = f"(?:万元|亿元|季度|年度|月份|月|号|时|点|{units})"
    arabic = rf"(?:{_NUMBER}){_SCALE}{unit}?"
    kinds = (
        rf"[〔\[［][12][0-9]{{3}}[〕\]］]第?[{_D}]+号",  # 〔2023〕4号
        rf"[{_CN}]+分之[{_CN}{_D}.]+",  # 三分之二, 百分之五
        rf"第(?:{_NUMBER}|[{_CN}]+){unit}?",  # 第三次
        rf"[{_D}]+(?:年度?|月|日)(?:至|到|{_RANGE})[{_D}]+(?:年度?|月|日)",  # 2020年至2021年 shifts as a whole
        rf"{arabic}(?:{_RANGE}{arabic})*",  # 1.2万件, 230余人, 2021—2025年, 2-3人
        rf"(?<![统唯同专逐之其进单划归合万])[{_CN}]+[余多]?{unit}",  # 两次, 一百三十万元; not the 一 of 统一部署
        rf"[{_CN}]{{2,}}",  # 一百三十万 without a counter
        "[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9０-９]*",
        "[ \t\u3000\xa0]+",
        ".",
    )
    return lazy("|".join(kinds), re.DOTALL)


def tokens(text: str) -> list[str]:
    """The tokens that a diff must not cut: a figure with its unit, a Latin word, a run of blanks, else single characters.

    Joined they are the text. Chinese stays in single characters, for a dictionary of words would cut each text in its
    own way; `compare/tidy.py` makes whole words and clauses of what changed.
    """
    return _token(unit_words()).findall(text)
