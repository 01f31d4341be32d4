"""Years and plans that stayed as they were: plans past their period, last year's lists, years and dates of last year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.compare.passages import Passage, Sentence
from drafter.compare.remarks import ANSWER_TEXT, remark
from drafter.compare.roles import role_of
from drafter.model.finding import Finding
from drafter.model.report import Report, body_paragraphs, walk
from drafter.model.span import span_at
from drafter.text.normalize import fold, letters
from drafter.text.pattern import lazy
from drafter.text.quotes import quoted
from drafter.text.years import annual_named, plans_named, years_named

_CLOSING = lazy(r"收官|圆满|到期|期满|终期|总结|评估|验收|完成情况|接续|衔接|已于|届满")


@dataclass(frozen=True, slots=True)
class Sides:
    """Both reports and their sentences."""

    old: Report
    new: Report
    old_sentences: list[Sentence]
    new_sentences: list[Sentence]

    @property
    def pair(self) -> tuple[Report, Report]:
        """OLD and NEW."""
        return self.old, self.new


def ended_plans(sides: Sides) -> Iterator[Finding]:
    """Plans whose period was over before the report year, cited as if in force; each plan once."""
    year = sides.new.info.year
    told: set[str] = set()
    for p in body_paragraphs(sides.new):
        text = sides.new.text[p.start : p.end]
        for plan in plans_named(text):
            around = fold(text[max(0, plan.start - 16) : plan.end + 24])
            ahead = year is not None and role_of(sides.new, p.start + plan.start, p.start + plan.end) == "plans"
            if year is None or plan.until >= year + ahead or plan.name in told or _CLOSING.search(around):
                continue
            told.add(plan.name)
            new = span_at(sides.new.text, p.start + plan.start, p.start + plan.end)
            at = sides.old.text.find(new.text)
            old = span_at(sides.old.text, at, at + len(new.text)) if at >= 0 else None
            message = f"{quoted(new.text)}所示期限至{plan.last}年，本报告为{year}年度报告，仍作为现行文件引用。请核实是否应改引新的规划、方案。"
            yield remark(("stale", "plan-period", "must", 95), message, old, new, sides.pair)


def signed_alike(sides: Sides) -> Iterator[Finding]:
    """The date under the signature, day and year, as last year's."""
    old, new = sides.old.date, sides.new.date
    if old and new and letters(fold(old.text)) == letters(fold(new.text)):
        message = f"落款日期{quoted(new.text)}与上年报告相同。请核实是否漏改。"
        yield remark(("stale", "signed", "must", 98), message, old, new, sides.pair)


_DEADLINE = lazy(r"(20\d\d)年(?:年底前|底前|\d{1,2}月底前|\d{1,2}月前|前)")


def past_deadlines(sides: Sides) -> Iterator[Finding]:
    """A deadline in this year's plans that lies before the year that they are for."""
    year = sides.new.info.year
    if year is None:
        return
    for plan in sides.new.plans:
        text = fold(plan.text)
        for hit in _DEADLINE.finditer(text):
            before = text[max(0, hit.start() - 4) : hit.start()]
            if int(hit.group(1)) <= year and not re.search(r"[《自从截至比较]", before):
                new = span_at(sides.new.text, plan.start + hit.start(), plan.start + hit.end())
                message = f"{quoted(new.text)}写在下一年度的工作安排中，本报告为{year}年度报告。请核实年份是否漏改。"
                yield remark(("stale", "deadline", "must", 95), message, None, new, sides.pair)


def same_annual(sides: Sides) -> Iterator[Finding]:
    """公布2022年度…目录 in the reports for 2022 and for 2023: what is of one year cannot be of both."""
    year, before = sides.new.info.year, fold(sides.old.text)
    if year is None or sides.old.info.year is None:
        return
    for p in body_paragraphs(sides.new):
        for hit in re.finditer(r"(?<![《\d])(20\d\d)年度(?=([\u4e00-\u9fff]{4}))", fold(sides.new.text[p.start : p.end])):
            start, end = p.start + hit.start(), p.start + hit.end()
            if int(hit.group(1)) == sides.old.info.year < year and f"{hit.group()}{hit.group(2)}" in before:
                at = before.find(f"{hit.group()}{hit.group(2)}")
                old, new = span_at(sides.old.text, at, at + len(hit.group())), span_at(sides.new.text, start, end)
                message = f"{quoted(new.text + hit.group(2))}与上年报告相同，本报告为{year}年度报告。请核实年份是否漏改。"
                yield remark(("stale", "same-annual", "must", 93), message, old, new, sides.pair)


def annual_names(sides: Sides) -> Iterator[Finding]:
    """A yearly list or plan that was last year's own, cited again as this year's; each once."""
    old_year, new_year = sides.old.info.year, sides.new.info.year
    cited = {name for _, _, _, name in annual_named(sides.old.text)}
    for start, end, year, name in annual_named(sides.new.text):
        around = fold(sides.new.text[max(0, start - 16) : start] + sides.new.text[end : end + 24])
        if new_year is None or year != old_year or year >= new_year or name not in cited or _CLOSING.search(around):
            continue
        cited.discard(name)
        new, at = span_at(sides.new.text, start, end), sides.old.text.find(sides.new.text[start:end])
        old = span_at(sides.old.text, at, at + end - start) if at >= 0 else None
        message = (
            f"{quoted(new.text)}系{year}年度的文件，上年报告已引用，本报告为{new_year}年度报告。请核实是否应改引本年度的文件。"
        )
        yield remark(("stale", "annual-name", "must", 90), message, old, new, sides.pair)


def old_years(same: Sequence[Passage], sides: Sides) -> Iterator[Finding]:
    """A year left as it was: last year's in a repeated passage, or the report year in a repeated plan."""
    old_year, new_year = sides.old.info.year, sides.new.info.year
    if old_year is None or new_year is None:
        return
    for passage in same:
        text = passage.new.text
        for start, end, year in years_named(text):
            planned = passage.new_role == passage.old_role == "plans"
            if re.search(r"[比较]$|同比|自$|以来|年底前?$", text[max(0, start - 2) : start] + text[end : end + 2]):
                continue
            if (year == old_year and not planned and passage.old_role != "plans") or (planned and year == new_year):
                new = span_at(sides.new.text, passage.new.start + start, passage.new.start + end)
                message = f"{quoted(text)}中{quoted(new.text)}与上年报告相同，本报告为{new_year}年度报告。请核实年份是否漏改。"
                yield remark(("stale", "year", "must", 96), message, passage.old, new, sides.pair)
    yield from _left_years(sides, old_year, new_year)


def _left_years(sides: Sides, old_year: int, new_year: int) -> Iterator[Finding]:
    """Last year's year in a heading of this year's work, or as the date to which a figure is told (截至2021年底)."""
    before = {year for s in walk(sides.old.sections) if s.level <= 2 and s.role != "plans" for _, _, year in years_named(s.title)}
    for section in walk(sides.new.sections):
        title = sides.new.text[section.title_start : section.title_end]
        own = section.level <= 2 and section.role != "plans" and old_year in before
        if own and any(year == old_year for _, _, year in years_named(title)):
            new = span_at(sides.new.text, section.title_start, section.title_end)
            message = f"标题{quoted(title)}所写年份为{old_year}年，本报告为{new_year}年度报告。请核实年份是否漏改。"
            yield remark(("stale", "year", "must", 97), message, None, new, sides.pair)
    for p in body_paragraphs(sides.new):
        for hit in re.finditer(rf"截至{old_year}年(?:底|末|\d+月)?", fold(sides.new.text[p.start : p.end])):
            new = span_at(sides.new.text, p.start + hit.start(), p.start + hit.end())
            message = f"{quoted(new.text)}为上年的时点，本报告为{new_year}年度报告。{ANSWER_TEXT}"
            yield remark(("stale", "as-of", "must", 92), message, None, new, sides.pair)
