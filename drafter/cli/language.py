"""Chinese where the locale is Chinese, English otherwise."""

import locale
import os


def is_chinese() -> bool:
    """Whether messages and help are to be Chinese, by LC_ALL, LC_MESSAGES, LANG, or what the system says."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.lower().startswith(("zh", "chinese"))
    return (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))


def say(chinese: str, english: str) -> str:
    """The one of the two that the user reads."""
    return chinese if is_chinese() else english
