"""What a report must hold, and what must not be left in it."""

import re

from drafter.check.made import Given, Remark
from drafter.model.report import Report, walk
from drafter.text.normalize import fold
from drafter.text.placeholder import PLACEHOLDER

# Left open by hand: xx市, ××, ____, （待补）; not the drafts' own 【待填：…】, which are told as such.
_LEFT = re.compile(r"[xX×]{2,}(?=[市县区年月日项件个名%])|_{3,}|\?{3,}|待补充|此处填写|\(略\)")
_CAUSE = re.compile(r"原因|由于|因为|根源|症结|成因|归结|受[^。;,]{2,16}(?:影响|制约|限制)")
_LEADERSHIP = re.compile(r"第一责任人|主要(?:负责(?:人|同志)|领导)[^。;]{0,16}(?:法治|职责|责任)")
_KIND = re.compile(r"法治政府|依法行政|法治建设|法治工作")
_IN_FORCE = 2019
# The five items of the 2019 regulation 《法治政府建设与责任落实督察工作规定》, the fifth (other matters) being free.
_ITEMS = (
    ("achievements", "主要举措和成效"),
    ("problems", "存在的不足和原因"),
    ("plans", "下一年度主要安排"),
)


def open_places(given: Given) -> list[Remark]:
    """Placeholders of a draft and blanks left by hand."""
    text = given.report.text
    found = [(m.start(), m.end()) for m in PLACEHOLDER.finditer(text)]
    found += [(m.start(), m.end()) for m in _LEFT.finditer(fold(text)) if not any(a <= m.start() < b for a, b in found)]
    return [
        Remark(
            kind="placeholder",
            level="must",
            weight=98,
            start=a,
            end=b,
            message=f"尚有未填写内容“{text[a:b][:40]}”，请补充后再定稿。",
        )
        for a, b in sorted(found)
    ]


def unconfirmed(given: Given) -> list[Remark]:
    """Sentences carried over from last year that nobody has confirmed."""
    return [
        Remark(
            kind="placeholder",
            level="must",
            weight=96,
            start=slot.start,
            end=slot.end,
            message="沿用上年的语句尚未确认（仍标有底色），请核实后去掉底色或修改。",
        )
        for slot in given.report.slots
        if slot.kind == "keep" and slot.open
    ]


def required_items(given: Given) -> list[Remark]:
    """The contents that the regulation asks for, by content and not by heading."""
    report = given.report
    if not report.sections or not _under_the_regulation(report):
        return []
    roles = {section.role for section in walk(report.sections)}
    found = []
    for role, name in _ITEMS:
        present = (
            role in roles
            or (role == "problems" and report.problems)
            or (role == "plans" and report.plans)
            or (role == "achievements" and "leadership" in roles)
        )
        if not present:
            found.append(_missing(name))
    if "leadership" not in roles and not _LEADERSHIP.search(fold(report.text)):
        found.append(_missing("党政主要负责人履行推进法治建设第一责任人职责情况"))
    if (
        report.problems
        and not any(p.cause or _CAUSE.search(p.text) for p in report.problems)
        and not _CAUSE.search(_problem_text(given))
    ):
        found.append(_missing("不足之处的原因"))
    return found


def _under_the_regulation(report: Report) -> bool:
    """A report on law-based government, for 2019 or later: the regulation has been in force since 15 April 2019."""
    head = fold(report.info.title or report.text.lstrip().partition("\n")[0])
    return bool(_KIND.search(head)) and (report.info.year or _IN_FORCE) >= _IN_FORCE


def _problem_text(given: Given) -> str:
    return "".join(given.report.text[s.start : s.end] for s in walk(given.report.sections) if s.role == "problems")


def _missing(name: str) -> Remark:
    rule = "《法治政府建设与责任落实督察工作规定》要求年度报告载明"
    return Remark(
        kind="contents",
        level="verify",
        weight=65,
        message=f"文中未见“{name}”的内容。{rule}该项内容，请核实（仅指文本未提及，不代表工作未开展）。",
    )


def defects(given: Given) -> list[Remark]:
    """Damage of the text as received: numbering first, then the rest."""
    numbering = ("numbering", "marker")
    return [
        Remark(
            kind="numbering" if defect.code.startswith(numbering) else "text",
            level="verify" if defect.code.startswith((*numbering, "date", "year", "quote", "issuer")) else "info",
            weight=50 if defect.code.startswith(numbering) else 35,
            start=defect.start,
            end=defect.end,
            message=f"{defect.message}（就收到的文本而言），请核对。",
        )
        for defect in given.report.defects
    ]
