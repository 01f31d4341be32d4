"""Whole reports in the layouts that offices use, each with the outline that a reader would draw of it.

`layouts/NAME.json` was written from the text before the parser read it: a row of its outline is `level|number|title` (and the
role of a chapter), `…` in a problem stands for any words.
"""

import json
from pathlib import Path

import pytest
from makers import raw

from drafter.model.report import Report, walk
from drafter.parse import parse_report

FOLDER = Path(__file__).parent / "layouts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def read(name: str) -> tuple[dict, Report]:
    wanted = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return wanted, parse_report(raw((FOLDER / f"{name}.txt").read_text(encoding="utf-8")))


def outline(report: Report) -> list[str]:
    """The headings in text order, as the annotations write them."""
    return [
        f"{s.level}|{s.number or ('第' + s.marker[1:] if s.marker.startswith('第') else '')}|{s.title}"
        + (f"|{s.role}" if s.level == 1 else "")
        for s in walk(report.sections)
    ]


def holds(wanted: str, said: str) -> bool:
    head, dots, tail = wanted.partition("…")
    return said.startswith(head) and said.endswith(tail) if dots else said == wanted


def unlike(name: str) -> list[str]:
    """Everything in which the report as read differs from what was written down, one line each."""
    wanted, report = read(name)
    found = outline(report)
    wrong = [f"- {row}" for row in wanted["outline"] if row not in found]
    wrong += [f"+ {row}" for row in found if row not in wanted["outline"]]
    for key in ("title", "year", "issuer"):
        if getattr(report.info, key) != wanted[key]:
            wrong.append(f"{key}: {getattr(report.info, key)}")
    said = [(p.text, p.cause) for p in report.problems]
    wrong += [f"- problem {t} | {c}" for t, c in wanted["problems"] if not any(holds(t, x) and y == c for x, y in said)]
    wrong += [f"+ problem {x} | {y}" for x, y in said if not any(holds(t, x) and y == c for t, c in wanted["problems"])]
    plans = [p.title for p in report.plans]
    wrong += [f"- plan {t}" for t in wanted["plans"] if t not in plans] + [
        f"+ plan {t}" for t in plans if t not in wanted["plans"]
    ]
    told = [f"{d.code} {report.text[d.start : d.end]}" for d in report.defects]
    for row in wanted["defects"]:
        code, shown = row.split(" ", 1)
        if not any(t.startswith(code) and shown[:4] in t for t in told):
            wrong.append(f"- defect {row}")
    for t in told:
        if not any(t.startswith(row.split(" ", 1)[0]) for row in wanted["defects"]):
            wrong.append(f"+ defect {t}")
    page = "\n".join(span.text for span in report.furniture)
    wrong += [f"- furniture {row}" for row in wanted.get("furniture", []) if row not in page]
    return wrong


@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_every_layout_is_read_as_a_reader_would(name: str) -> None:
    assert unlike(name) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_problem_and_plan_stands_in_the_text(name: str) -> None:
    _, report = read(name)
    for section in walk(report.sections):
        assert report.text[section.title_start : section.title_end] == section.title
    for item in (*report.problems, *report.plans):
        assert report.text[item.start : item.end] == item.text
