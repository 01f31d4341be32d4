"""Errors that users meet. Only `cli/failures.py` turns them into words and exit codes."""


class DrafterError(Exception):
    """Bad input or bad usage: `where` it is, what is wrong, and what to do about it (`hint`).

    `exit_code` 2 is bad usage or input. The message is Chinese; it is one line.
    """

    exit_code = 2

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """One line: place, fault, advice."""
        head = f"{self.where}：" if self.where else ""
        tail = f"。{self.hint}" if self.hint else ""
        return f"{head}{self.message}{tail}"


class UnreadableInput(DrafterError):
    """A file that cannot be read as a report."""


class UnwritableOutput(DrafterError):
    """A file that cannot be written: it exists, is open elsewhere, or its folder is missing."""


class BadTemplate(DrafterError):
    """A Word template that does not fit."""


class BadSettings(DrafterError):
    """A drafter.toml that cannot be read or says something unknown."""
