"""Open places as they stand in a draft's text: 【待填：受理行政复议案件（件）；上年22起】.

They are made here and recognised here, so that no reader takes last year's figure in a prompt for this year's.
"""

import re

from drafter.text.pattern import lazy

PLACEHOLDER = lazy(r"【待[填写核补定][^【】]*】|〔待[填写核补定][^〔〕]*〕")


# What Word itself shows in a control whose text was deleted, or from which nothing was chosen.
EDITOR_PROMPT = lazy(
    r"^\s*(?:(?:单击|点击).{0,8}(?:此处|输入|添加|选择|编辑)|选择一项|输入.{0,8}(?:内容|文本|文字)|(?:Click|Tap|Choose an|Enter any)\b)"
)
# What is left of a prompt whose end, head or brackets somebody deleted: 35件【待填：…, …；上年22件】, 待填：….
_BEGUN = lazy(r"[【〔]待[填写核补定]|(?<![\w“])待[填写核补定]：")
_ENDED = lazy(r"(?:^|】)[^【】]*】")
# A place that somebody marked by hand: ××, ____, 待定.
_STAND_IN = lazy(r"^\s*(?:[xX×]{1,6}|_{2,}|待定|待补充?|/|-+|—+)\s*$")


def is_open(text: str) -> bool:
    """Whether the text of a place is still to be written: empty, a prompt of ours, whole or damaged, or a stand-in."""
    return not text.strip() or prompts_in(text) > 0 or _STAND_IN.match(text) is not None


def is_prompt(text: str) -> bool:
    """Whether nothing or one whole prompt of ours stands there, so that nobody has written anything yet."""
    return not text.strip() or PLACEHOLDER.fullmatch(text.strip()) is not None


def prompts_in(text: str) -> int:
    """How many prompts of ours a text shows, those that somebody damaged included."""
    whole = PLACEHOLDER.findall(text)
    rest = PLACEHOLDER.sub("", text)
    return len(whole) + (len(_BEGUN.findall(rest)) or len(_ENDED.findall(rest)))


# What a prompt says of last year's figure, without what the year before that had: 上年22起，前年19起.
_LAST = lazy(r"上年((?:(?!上年).)*?)(?:[，,](?:前年|20\d\d年).*)?[】〕 ]*$", re.DOTALL)


def figure_placeholder(label: str, unit: str, last: str, before: str = "", how: str = "") -> str:
    """What stands where a figure is wanted: its name and unit, from what it is computed, what last year said, and the year
    before (前年19起)."""
    unit_text = f"（{unit}）" if unit else ""
    last_text = f"；上年{last}" if last else ""
    before_text = f"，{before}" if last and before else ""
    how_text = f"；{how}" if how else ""
    return f"【待填：{label}{unit_text}{how_text}{last_text}{before_text}】"


_SAFE = str.maketrans({"【": "［", "】": "］", "\n": "，", "\t": " "})


def shown_in_prompt(words: str) -> str:
    """The words as they stand inside a prompt, whose own brackets they must not bear."""
    return words.translate(_SAFE)


def last_in(placeholder: str) -> str:
    """What the prompt of a figure says of last year; "" where it says nothing."""
    found = _LAST.search(placeholder)
    return found[1] if found else ""


def text_placeholder(wanted: str) -> str:
    """What stands where words are wanted."""
    return f"【待写：{wanted}】"


def blank_placeholders(text: str) -> str:
    """The text with every open place overwritten by blanks of the same length, so that offsets stay true."""
    return PLACEHOLDER.sub(lambda found: " " * len(found.group()), text)
