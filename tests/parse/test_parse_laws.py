"""Whatever happens to a text, what the parser points at is there, nested, and in order."""

import random

import pytest
from makers import raw
from test_parse_damage import WHOLE

from drafter.model.report import Report, Section, walk
from drafter.parse import parse_report

SCRAPS = [
    *"（）()一二三是、。；：，“”\n1.2①年 \t",
    "一是",
    "（三）",
    "附件：",
    "2024年2月6日",
    "下一步，我市将",
    "存在问题",
    "【待填：件数】",
]


def damaged(seed: int) -> str:
    """The sound report after a few random losses and insertions; the same for the same seed."""
    chance = random.Random(seed)
    text = WHOLE
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text))
        text = text[:at] + (chance.choice(SCRAPS) + text[at:] if chance.random() < 0.5 else text[at + chance.randint(1, 3) :])
    return text


def nested(sections: tuple[Section, ...], start: int, end: int) -> bool:
    """Sections stand in order, inside their parent, and do not overlap."""
    for section in sections:
        if not start <= section.start <= section.title_start <= section.title_end <= section.body_start <= section.end <= end:
            return False
        if not nested(section.children, section.start, section.end):
            return False
        start = section.end
    return True


def spans(report: Report) -> list:
    """Everything that quotes the text."""
    heads = (report.title, report.preamble, report.signature, report.date)
    return [s for s in (*heads, *report.problems, *report.plans, *report.furniture) if s]


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_report_is_still_told_truly(seed: int) -> None:
    report = parse_report(raw(damaged(seed)))
    assert nested(report.sections, 0, len(report.text))
    assert all(report.text[s.title_start : s.title_end] == s.title for s in walk(report.sections))
    assert all(report.text[span.start : span.end] == span.text != "" for span in spans(report))
    assert all(0 <= d.start < d.end <= len(report.text) and d.message for d in report.defects)
    body = [*report.sections, *(s for s in (report.preamble, report.signature, report.date) if s)]
    assert not [f for f in report.furniture for s in body if f.start < s.end and s.start < f.end]


def test_the_same_text_is_read_the_same_way() -> None:
    assert parse_report(raw(WHOLE)) == parse_report(raw(WHOLE))
