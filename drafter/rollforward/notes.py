"""What the clerk is told beside the draft: the counts, what LAST lacked, and which names may be out of date."""

import re
from collections import Counter
from collections.abc import Sequence

from drafter.model.draft import Decision, Sentence, Slot
from drafter.model.raw import SlotKind
from drafter.rollforward.blocks import Part
from drafter.rollforward.source import Source
from drafter.text.normalize import fold
from drafter.text.placeholder import blank_placeholders
from drafter.text.years import plans_named

_DECISIONS: tuple[tuple[Decision, str], ...] = (("keep", "沿用"), ("shift", "改年份"), ("blank", "留空"), ("ask", "待写"))
_KINDS: tuple[tuple[SlotKind, str], ...] = (
    ("figure", "数据"),
    ("text", "文字"),
    ("date", "日期"),
    ("ordinal", "届次"),
    ("name", "名称"),
    ("keep", "沿用待确认"),
)
_MEETING = re.compile(r"党的?[一二三四五六七八九十]+(?:大|届[一二三四五六七八九]中)|中央(?:经济工作|全面依法治国工作)会议")
_SIGNED = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})?")
_TITLE_YEAR = re.compile(r"《[^《》\d]*((?:19|20)\d\d)年度?(?![-—–~至到\d])[^《》\d]*》")
_MOST = 0.8  # more of one decision than this, and the draft decided nothing


def counts(sentences: Sequence[Sentence], slots: Sequence[Slot]) -> list[str]:
    """How many sentences each decision took, how many slots of each kind are open."""
    decided = Counter(sentence.decision for sentence in sentences)
    kinds = Counter(slot.kind for slot in slots)
    told = "，".join(f"{name}{decided[key]}句" for key, name in _DECISIONS)
    opened = "，".join(f"{name}{kinds[key]}处" for key, name in _KINDS if kinds[key])
    notes = [f"上年报告共{len(sentences)}句：{told}", f"待填待核：{opened}"]
    for key, name in _DECISIONS:
        if len(sentences) >= 20 and decided[key] > _MOST * len(sentences):
            notes.append(f"{name}的语句超过八成，请逐句核对")
    return notes


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
    """Plans named in the draft whose period is over by then: told in notes and in a comment, never replaced."""
    notes: list[str] = []
    for part in parts:
        running = blank_placeholders("".join(piece.text for piece in part.pieces))
        for plan in plans_named(running):
            if plan.until >= source.calendar.year:
                continue
            name = running[plan.start : plan.end].strip("“”")
            shown = name if name.startswith("《") else f"“{name}”"
            note = f"{shown}的期限至{plan.last}年，新报告为{source.calendar.year}年，请核实是否改引新的文件"
            if note not in notes:
                notes.append(note)
                part.comment = f"{part.comment or ''}{note}。"
    return notes


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
