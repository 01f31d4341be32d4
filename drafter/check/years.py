"""Years that are not the report's, and plans past their time."""

import re

from drafter.check.made import Given, Remark
from drafter.model.report import Report, Section, walk
from drafter.text.normalize import fold
from drafter.text.years import NamedPlan, annual_named, looks_back, plans_named, prose

# A heading longer than this is a sentence, and may speak of any year.
_HEADING = 40
_BRACKETED = re.compile(r"\([^()]*\)")
# Not the year of the report but a point or a stretch of time: 2021年8月, 2019年以来, 2021年至2025年.
_YEAR = re.compile(r"(?<![\d—~-])(20\d\d)年度?(?!以来|[至到—~-]|\s*\d+月|底|初|起)")
# An ended plan may be spoken of as ended: 总结验收“七五”普法, 较“十三五”时期, …圆满收官.
_ENDED_BEFORE = re.compile(r"(?:总结|验收|评估|回顾|较|比|自|从|相比|完成|结束|期满)[^。;]{0,14}$")
_ENDED_AFTER = re.compile(r"^[》”\"]?[^。;,]{0,14}(?:总结|验收|评估|收官|期满|到期|期末|完成|结束|成果|以来|时期|期间)")
_PERIOD = re.compile(r"(?:时期|期间|发展)$")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def wrong_years(given: Given) -> list[Remark]:
    """A year in a heading or at the head of the preamble that is not the report's."""
    report = given.report
    if report.info.year is None or _is_review(report):
        return []
    found = [
        _wrong(report, a, b, "must" if section.level == 1 else "verify")
        for section in walk(report.sections)
        if section.level <= 2 and len(section.title) <= _HEADING
        for a, b in _years_off(section, report.info.year)
    ]
    if report.preamble and (opening := _YEAR.match(fold(report.preamble.text))) and int(opening[1]) != report.info.year:
        found.append(_wrong(report, report.preamble.start, report.preamble.start + opening.end(), "must"))
    return found


def _wrong(report: Report, start: int, end: int, level: str) -> Remark:
    message = f"“{report.text[start:end]}”与报告年度{report.info.year}年不一致，请核对是否沿用上年表述。"
    weight = 94 if level == "must" else 72
    return Remark(kind="year", level=level, weight=weight, start=start, end=end, message=message)  # type: ignore[arg-type]


def _years_off(section: Section, year: int) -> list[tuple[int, int]]:
    expected = (year, year + 1) if section.role in ("plans", "mixed") else (year,)
    title = prose(section.title)
    frozen = [m.span() for m in _BRACKETED.finditer(title)]
    return [
        (section.title_start + m.start(), section.title_start + m.end())
        for m in _YEAR.finditer(title)
        if int(m[1]) not in expected and not any(a <= m.start() < b for a, b in frozen)
    ]


def _is_review(report: Report) -> bool:
    """A report named after the coming year, as those of governments to congresses are: 一、2024年工作回顾 in a report of 2025."""
    tops = [section.title for section in report.sections]
    ahead = any(f"{report.info.year}年" in title for title in tops)
    return (ahead and looks_back(tops, report.info.year)) or "政府工作报告" in report.info.title


def signature_date(given: Given) -> list[Remark]:
    """A date under the report that is not of the months in which such a report is signed: left from last year, or mistyped."""
    report = given.report
    year = report.info.year
    if report.date is None or year is None or _is_review(report):
        return []
    dated = _dated(report.date.text)
    if dated is None or dated[0] == year + 1 or (dated[0] == year and dated[1] > 6):
        return []
    said = f"落款日期“{report.date.text}”与报告年度{year}年不相衔接（年度报告一般于次年年初形成），请核对是否沿用上年日期。"
    return [Remark(kind="year", level="verify", weight=82, start=report.date.start, end=report.date.end, message=said)]


def _dated(text: str) -> tuple[int, int] | None:
    """(year, month) of 2025年2月3日 or 二〇二五年二月三日."""
    found = re.search(r"([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月", fold(text))
    if not found:
        return None
    tens, ten, ones = found[2].translate(_DIGITS).partition("十")
    return int(found[1].translate(_DIGITS)), int(tens) if not ten else 10 * int(tens or 1) + int(ones or 0)


def annual_names(given: Given) -> list[Remark]:
    """A yearly list or plan of an earlier year, cited as this year's: 《2024年度重大行政决策事项目录》 in the report of 2025."""
    year, text = given.report.info.year, given.report.text
    if year is None or _is_review(given.report):
        return []
    folded = fold(text)
    return [
        Remark(
            kind="plan_name", level="verify", weight=76, start=start, end=end,
            message=f"{text[start:end]}系{named}年度的文件，报告年度为{year}年，请核实是否应改引本年度的文件。",
        )
        for start, end, named, _ in annual_named(text)
        if named < year and not _ended(folded, start, end)
    ]  # fmt: skip


def expired_plans(given: Given) -> list[Remark]:
    """A plan whose period ended before the report year, cited as if in force."""
    year = given.report.info.year
    if year is None:
        return []
    text = given.report.text
    return [
        Remark(kind="plan_name", level="verify", weight=80, start=plan.start, end=plan.end, message=_expired(text, plan, year))
        for plan in plans_named(text)
        if plan.until < year and not _told_as_ended(fold(text), plan)
    ]


def _expired(text: str, plan: NamedPlan, year: int) -> str:
    name = text[plan.start : plan.end]
    quoted = name if name[0] in "《“" else f"“{name}”"
    return f"{quoted}实施期至{plan.last}年，报告年度为{year}年，请核实是否应改引新的文件。"


def _told_as_ended(folded: str, plan: NamedPlan) -> bool:
    return bool(_PERIOD.search(folded[plan.start : plan.end])) or _ended(folded, plan.start, plan.end)


def _ended(folded: str, start: int, end: int) -> bool:
    """Whether the words around a name tell that its time is over."""
    line = folded.rfind("\n", 0, start) + 1
    before, after = folded[max(line, start - 24) : start], folded[end : end + 24].partition("\n")[0]
    return bool(_ENDED_BEFORE.search(before) or _ENDED_AFTER.match(after))
