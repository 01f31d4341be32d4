"""What the clerk is told beside the draft: what LAST lacked, and which names may be out of date."""

import re
from collections import Counter
from collections.abc import Sequence

from drafter.model.draft import Decision, Sentence, Slot
from drafter.model.report import Report
from drafter.rollforward.blocks import Part
from drafter.rollforward.source import Source
from drafter.rollforward.years import past_years
from drafter.text.normalize import fold
from drafter.text.placeholder import blank_placeholders
from drafter.text.years import NamedPlan, plans_named

_DECISIONS: tuple[tuple[Decision, str], ...] = (("keep", "保留"), ("shift", "顺延年份"), ("blank", "留空待填"), ("ask", "待写"))
_MEETING = re.compile(r"党的?[一二三四五六七八九十]+(?:大|届[一二三四五六七八九]中)|中央(?:经济工作|全面依法治国工作)会议")
_SIGNED = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})?")
_TITLE_YEAR = re.compile(r"《[^《》\d]*((?:19|20)\d\d)年度?(?![-—–~至到\d])[^《》\d]*》")
_DOUBLE = str.maketrans("‘’", "“”")  # prompts quote in single marks
_MOST = 0.8  # more of one decision than this, and the draft decided nothing


def lopsided(sentences: Sequence[Sentence]) -> list[str]:
    """That one decision took nearly every sentence, so that nothing much was decided. How many each took, the terminal tells."""
    decided = Counter(sentence.decision for sentence in sentences)
    return [
        f"{name}的语句超过八成，请逐句核对"
        for key, name in _DECISIONS
        if len(sentences) >= 20 and decided[key] > _MOST * len(sentences)
    ]


def looked_back(source: Source, slots: Sequence[Slot]) -> list[str]:
    """What the report of the year before added, and where it is older than that."""
    past, last = source.past, source.calendar.last
    if not past.year:
        return []
    gap = last - past.year
    older = [f"--before 所给为{past.year}年度报告，与上年报告相隔{gap}年，文中按“{past.year}年”注明"] if gap > 1 else []
    return [*older, past.counts(last, sum(slot.kind == "figure" and slot.before is not None for slot in slots))]


def unconfirmed(report: Report) -> list[str]:
    """LAST is a draft of ours in which sentences of the year before were never confirmed."""
    kept = sum(slot.kind == "keep" and slot.open for slot in report.slots)
    return [f"上年稿尚有{kept}处沿用语句未确认，请先核实"] if kept else []


def incomplete_year(source: Source) -> list[str]:
    """LAST was signed before its own year was over, so that its figures are not a whole year's."""
    date = source.report.date
    signed = _SIGNED.search(fold(date.text)) if date else None
    if not signed or int(signed[1]) != source.calendar.last or int(signed[2]) == 12:
        return []
    return [f"上年报告落款为{signed[1]}年{signed[2]}月，所载数据可能未满全年，请核对本年数据的起止时间"]


def unread(source: Source) -> list[str]:
    """What of LAST was not found, so that nothing could be carried from it."""
    report = source.report
    missing = [
        ("标题", report.title),
        ("标题层级", report.sections),
        ("存在问题", report.problems),
        ("下一步安排", report.plans),
        ("落款日期", report.date),
    ]
    lacking = "、".join(name for name, found in missing if not found)
    return [f"上年报告中未识别到：{lacking}，请人工核对"] if lacking else []


def plan_names(source: Source, parts: Sequence[Part]) -> list[str]:
    """Plans whose period ends before the draft's year, in its plans before the year that these are for: told in the notes
    and in a comment at each paragraph that names them, be it in a prompt; never replaced."""
    notes: list[str] = []
    for part in parts:
        here: list[str] = []
        ahead = any(passage.sections and passage.sections[0].role == "plans" for passage in part.passages)
        running = "".join(piece.text for piece in part.pieces).translate(_DOUBLE)
        for plan in plans_named(running):
            if (
                plan.last < source.calendar.year + ahead
                and (note := _out_of_date(source, running[plan.start : plan.end], plan)) not in here
            ):
                here.append(note)
        part.comment = "".join([part.comment or "", *(f"{note}。" for note in here)]) or None
        notes += [note for note in here if note not in notes]
    return notes


def _out_of_date(source: Source, text: str, plan: NamedPlan) -> str:
    name = text if text.startswith("《") else plan.name
    if plan.last == source.calendar.year:
        return f"{name}的期限至{plan.last}年，所述为{plan.last + 1}年安排，请核实是否改引新的文件"
    return f"{name}的期限至{plan.last}年，新报告为{source.calendar.year}年，请核实是否改引新的文件"


def old_years(source: Source, parts: Sequence[Part]) -> list[str]:
    """Years before LAST's own that date what is carried over in words: told in the notes and in a comment at the paragraph."""
    years: list[str] = []
    for part in parts:
        running = blank_placeholders("".join(piece.text for piece in part.pieces))
        here = list(dict.fromkeys(running[a:b] for a, b in past_years(running, source.calendar)))
        if here and (part.style == "body" or len(part.passages) > 1):
            told = f"“{'”、“'.join(here)}”是上年报告原有的年份，请核实是否仍然适用。"
            part.comment = (part.comment or "") + told
            years += [year for year in here if year not in years]
    return [f"文中沿用了较早的年份（{'、'.join(years)}），请核实是否仍然适用"] if years else []


def dated_titles(source: Source, parts: Sequence[Part]) -> list[str]:
    """Titles of documents that carry a single year before the draft's, which a yearly document outgrows."""
    found: list[str] = []
    for part in parts:
        for hit in _TITLE_YEAR.finditer(fold(blank_placeholders("".join(piece.text for piece in part.pieces)))):
            name = "".join(piece.text for piece in part.pieces)[hit.start() : hit.end()]
            if int(hit[1]) < source.calendar.year and name not in found:
                found.append(name)
    return [f"{name}是{_year_of(name)}年的文件，请核实是否仍应引用" for name in found]


def _year_of(name: str) -> str:
    found = re.search(r"(?:19|20)\d\d", name)
    return found.group() if found else ""


def meetings(parts: Sequence[Part]) -> list[str]:
    """The meetings of the party that the draft still names as last year's report did."""
    for part in parts:
        if _MEETING.search(blank_placeholders("".join(piece.text for piece in part.pieces))):
            return ["文中沿用了上年的会议、精神表述，请按最新提法核对"]
    return []
