"""The only place that turns errors into words and exit codes."""

import os
from collections.abc import Callable

import click

from drafter.cli.chinese import complaint_in_chinese
from drafter.cli.english import hint_in_english, message_in_english
from drafter.cli.language import is_chinese, say
from drafter.cli.streams import drop_output, finish_output, tell
from drafter.model.errors import DrafterError

CHANGED = 1
BAD_INPUT = 2
INTERRUPTED = 130
# Set to anything, it shows where in the program an unforeseen error came from.
DEBUG = "DRAFTER_DEBUG"


def guarded(run: Callable[[], object]) -> int:
    """Run a command; every failure is one line on standard error and an exit code, never a traceback."""
    try:
        code = run()
        finish_output()
        return code if isinstance(code, int) else 0
    except DrafterError as error:
        tell(f"drafter: {error_line(error)}")
        return error.exit_code
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        tell(f"drafter: {usage_line(error)}")
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        tell(say("drafter: 已中断，未写入任何文件", "drafter: interrupted, nothing was written"))
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) went away: nothing is wrong.
        drop_output()
        return 0
    except MemoryError:
        tell(say("drafter: 内存不足，未写入任何文件", "drafter: out of memory, nothing was written"))
        return BAD_INPUT
    except Exception as error:
        return _unforeseen(error)


def error_line(error: DrafterError) -> str:
    """Place, fault and advice in one line, in the reader's language."""
    if is_chinese():
        return _one_line(str(error))
    head = f"{error.where}: " if error.where else ""
    tail = f". {hint_in_english(error.hint)}" if error.hint else ""
    return _one_line(f"{head}{message_in_english(error.message)}{tail}")


def usage_line(error: click.ClickException) -> str:
    """Click's own message in one line, with the way to more help."""
    message = _one_line(error.format_message())
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "drafter"
    return say(f"{complaint_in_chinese(message)}（用法见 {path} --help）", f"{message} (see {path} --help)")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _unforeseen(error: Exception) -> int:
    """A fault of the program, or of the system under it (disk full on standard output)."""
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exc()
    what = _one_line(f"{type(error).__name__}: {error}")
    advice = f"请将此行和所用文件告知维护者；设 {DEBUG}=1 可显示详情"
    tell(say(f"drafter: 程序出错，未写入任何文件（{what}）。{advice}",
             f"drafter: an error of the program, nothing was written ({what}). Please report it; {DEBUG}=1 shows more"))  # fmt: skip
    return BAD_INPUT
