"""One-line fixtures: a RawReport from plain text, or from a tiny language.

    report("一、主要做法 > （一）加强领导。第一段。 | 第二段。 > 二、存在问题 | 一是人少。")

`>` parts headings' lines, `|` the paragraphs under them; every piece becomes one line. `**…**` at the start of a line is bold,
cells parted by `¦` make the line a table row.
"""

import re

from drafter.model.raw import RawParagraph, RawReport
from drafter.model.report import Report
from drafter.parse import parse_report

TITLE = "云溪市人民政府关于2023年法治政府建设情况的报告"
PREAMBLE = "2023年，云溪市人民政府认真落实上级部署，围绕中心、服务大局，把依法行政贯穿政府工作各环节，各项工作稳步推进。现将有关情况报告如下。"
SIGNED = "云溪市人民政府\n2024年2月6日"


def raw(text: str, *, path: str = "report.txt") -> RawReport:
    """A plain text as the reader hands it over, with `**…**` and `¦` understood."""
    lines, bold, rows = [], {}, set()
    for number, line in enumerate(text.split("\n")):
        if found := re.match(r"\*\*(.+?)\*\*", line):
            bold[number] = len(found.group(1))
        if "¦" in line:
            rows.add(number)
        lines.append(line.replace("**", "", 2 if found else 0).replace("¦", "\t"))
    paragraphs, at = [], 0
    for number, line in enumerate(lines):
        if line.strip():
            paragraphs.append(
                RawParagraph(
                    start=at,
                    end=at + len(line),
                    bold_until=at + bold[number] if number in bold else None,
                    table=(0, number) if number in rows else None,
                )
            )
        at += len(line) + 1
    return RawReport(path=path, format="txt", text="\n".join(lines), paragraphs=tuple(paragraphs))


def body(short: str) -> str:
    """The tiny language as lines: see the top of this module."""
    return "\n".join(piece.strip() for piece in re.split(r"[>|]", short))


def whole(short: str, *, title: str = TITLE, preamble: str = PREAMBLE, signed: str = SIGNED) -> str:
    """A whole report around a body in the tiny language."""
    return "\n\n".join(part for part in (title, preamble, body(short), signed) if part)


def report(short: str, **around: str) -> Report:
    """A parsed report from a body in the tiny language."""
    return parse_report(raw(whole(short, **around)))


def tree(found: Report) -> list[str]:
    """The outline, one string a section: level, number and title (`1 一、主要做法`)."""

    def rows(sections: tuple) -> list[str]:
        return [row for s in sections for row in (f"{s.level} {s.number}{s.title}", *rows(s.children))]

    return rows(found.sections)
