"""What the name of a rate says, and how far rounding may move one."""

from drafter.text.pattern import lazy

_RATE = lazy(r"(?:率|占比|比例|比重)$")
_TAIL = lazy(r"(?:(?:完成)?率|占比|比例|比重)$")
CUT = 0.051  # percentage points beyond half of the last digit: people cut off where they should round up


def is_rate(label: str) -> bool:
    """Whether a figure is named as a rate: 整改率, 占比."""
    return _RATE.search(label) is not None


def stem(label: str) -> str:
    """The last two characters of what it is a rate of: 整改 of 问题整改率, which its part bears too; "" where it says nothing."""
    return _TAIL.sub("", label)[-2:]
