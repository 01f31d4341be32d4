"""`drafter text REPORT`."""

import sys
from pathlib import Path

from drafter.cli import streams
from drafter.cli.options import report_argument
from drafter.cli.page import command

_CHINESE = """把报告 REPORT 读成文本并原样输出。其他命令给出的位置（start、end）都是这一文本中的字符序号，从 0 起。
读取时作了哪些处理（修订按接受读取、编码系推断等），在标准错误中说明。

\b
例：
  drafter text 2025.docx > 2025.txt"""
_ENGLISH = """Print the text of REPORT as it is read. The offsets (start, end) of all other commands count its characters, from 0.
What was done in reading (tracked changes accepted, encoding guessed) is said on standard error.

\b
Example:
  drafter text 2025.docx > 2025.txt"""


@command("text", _CHINESE, _ENGLISH)
@report_argument()
def run(report: Path) -> None:
    """Print the text exactly: offsets everywhere else count its characters."""
    from drafter.read import read_report

    raw = read_report(report)
    streams.warn(f"{raw.path}：{note}" for note in raw.notes)
    sys.stdout.write(raw.text)
