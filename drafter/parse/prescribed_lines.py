"""The lines of an outline: which are headings, by whatever mark, where a heading ends and what it asks for begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.model.raw import RawReport
from drafter.model.report import body_paragraphs
from drafter.parse import parse_report
from drafter.parse.headings import COMMA, DASH, DOT, IS, MUST, Family, Marker, marker_at, markers_within
from drafter.parse.lines import hide
from drafter.parse.roles import heading_roles
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

_ANNEX = lazy(r"附\s?件\s?[一二三四五六\d]{0,2}[:.]?")
_FRAME = lazy(
    r"\(?(?:请[^。]{0,40}(?:报送|报至|上报|反馈|发送|提交)|[^。]{0,40}(?:日|月底)[^。]{0,6}前[^。]{0,20}(?:报送|报至|上报|反馈|提交)"
    r"|(?:报告|全文|正文)?总?(?:字数|篇幅)?(?:原则上|应当?|一般)?(?:控制在|不超过)[^。]{0,6}\d{3,5}字"
    r"|联系人|联系电话|电子邮箱|附件?[:\d]|抄送|抄报|此件|特此通知|专此通知)"
    r"|(?:20\d\d|[二○〇零一三四五六七八九X×]{4})年\d{0,2}[X×]{0,2}月.{0,4}$"
    r"|[^,。:;、]{2,24}(?:局|办公室|委员会|人民政府|司法厅|领导小组)$"
)
# Words behind a heading in its own line that say what to write. `title` is the part before them.
_ASKING = r"(?:主要|重点|着重|突出|应当?|请|须|可|包括|反映|围绕|从|含|写明|说明|介绍|总结|简要|结合|其中|字数|约|不超过|控制|[^,]{0,8}\d{3,5}字)"
_CUT = lazy(rf"[。:]|,(?={_ASKING})|[;](?=.)|——(?={_ASKING})")
_BRACKETED = lazy(rf"\((?P<asks>{_ASKING}[^()]*|[^()]*(?:\d字|等内容|等情况|为主|不写|可不))\)$")
_LONG = 60  # characters: a longer heading is a sentence, and its first clause the heading
_ONLY_NUMBER = lazy(r"\(?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})\)?[、.]?")
_TABLE_HEAD = lazy(
    r"(?:序\s?号|编\s?号|内\s?容|项\s?目|标\s?题|板\s?块|部\s?分|要\s?求|说\s?明|备\s?注|报告|主要|撰写|一级|二级|要点|及|和)+"
)
_STEPPED = lazy(r"(?P<over>(?:\d{1,2}\.){1,2})(?P<n>\d{1,2})[.、\s]*(?=[\u4e00-\u9fff“《])")
_SPACED = lazy(r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s+(?=[\u4e00-\u9fff“《])")
_LISTS = lazy(r"(?:包括|包含|内容|方面|部分|如下|提纲)[^。:]{0,16}:")
_DOTS = lazy(r"[.…·×X\s]*")
_PROSE = (IS, MUST, DASH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of an outline. `family` is None where it bears no mark; `rank` orders headings from the outermost in.

    `whole` is what stands behind its mark, `title` the heading in it and `asks` what is to be written there.
    """

    whole: str
    title: str = ""
    asks: str = ""
    family: Family | None = None
    number: int = 0
    rank: int = 0
    bold: bool = False

    @property
    def level(self) -> int:
        """The level that its mark has in a report."""
        return self.family.level if self.family else 1

    def asking(self, more: str) -> "Entry":
        """The same heading with more that it asks for."""
        return replace(self, asks=_run_on(self.asks, more))


def _run_on(before: str, after: str) -> str:
    joint = "" if not before or before.endswith(tuple("。；：;:，,！？")) else "；"
    return f"{before}{joint}{after}"


def entries_of(raw: RawReport) -> list[Entry]:
    """The lines of a file, table rows taken apart; of a published page only what is its text."""
    paragraphs = body_paragraphs(parse_report(raw)) if raw.format == "html" else raw.paragraphs
    found: list[Entry] = []
    for paragraph in paragraphs:
        text = raw.text[paragraph.start : paragraph.end].strip()
        if paragraph.table is not None and "\t" in text:
            found += _row(text)
        elif text:
            found.append(_entry(text, bold=(paragraph.bold_until or 0) >= paragraph.end))
    return found


def _row(text: str) -> list[Entry]:
    """A row of 序号, 内容, 要求: the number and the heading, then what is asked for."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    if not cells or all(_TABLE_HEAD.fullmatch(fold(cell)) for cell in cells):
        return []
    numbered = _ONLY_NUMBER.fullmatch(fold(cells[0])) if len(cells) > 1 else None
    if not numbered:
        first = _entry(cells[0], bold=True)
        return [_with_asks(first, cells[1:])] if first.family or len(cells) > 1 else [first]
    mark = cells[0] if numbered.group().strip("、.") != numbered["n"] else f"{numbered['n']}、"
    inner = _entry(cells[1])
    first = _entry(mark + cells[1]) if not inner.family else _entry(cells[1])
    return [_with_asks(first, cells[2:])]


def _with_asks(entry: Entry, cells: Sequence[str]) -> Entry:
    for cell in cells:
        entry = entry.asking(cell)
    return entry


def _entry(text: str, *, bold: bool = False) -> Entry:
    folded = fold(text)
    masked = hide(folded)
    marker = _marker(folded, masked)
    if marker is None or marker.family in _PROSE or _DOTS.fullmatch(folded[marker.end :]):
        return Entry(whole=text, title=text.rstrip("。；：;:"), bold=bold)
    return _heading(text, marker, bold=bold)


def _marker(folded: str, masked: str) -> Marker | None:
    """The mark of a line; of 1.2.3 the last number counts, and each step is one deeper."""
    if stepped := _STEPPED.match(folded):
        return Marker(family=_step(stepped["over"].count(".")), number=int(stepped["n"]), start=0, end=stepped.end())
    if spaced := _SPACED.match(folded):
        found = marker_at(f"{spaced['n']}、□", 0, len(spaced["n"]) + 2)
        return replace(found, end=spaced.end()) if found else None
    return marker_at(masked, 0, len(masked))


def _step(deep: int) -> Family:
    return replace(DOT, name=f"step{deep}", rank=DOT.rank + deep)


def _heading(text: str, marker: Marker, *, bold: bool = False) -> Entry:
    whole = text[marker.end :].strip()
    title, asks = _parted(whole)
    return Entry(
        whole=whole, title=title, asks=asks, family=marker.family, number=marker.number or 0, rank=marker.family.rank, bold=bold
    )


def _parted(whole: str) -> tuple[str, str]:
    """The heading of a line and what is asked for behind it."""
    folded = fold(whole)
    bare = folded.rstrip("。;:,")
    if bracketed := _BRACKETED.search(bare):
        title, asks = whole[: bracketed.start()], whole[bracketed.start("asks") : bracketed.end("asks")]
        return title.rstrip("。；：;:，, "), asks
    masked = hide(folded)
    cut = _CUT.search(masked, 2, len(bare))
    if cut is None and len(bare) > _LONG:
        cut = re.compile("[,、]").search(masked, 4, len(bare))
        return (whole[: cut.start()], whole) if cut else (whole[: len(bare)], "")
    if cut is None:
        return whole[: len(bare)], ""
    return whole[: cut.start()].strip(), whole[cut.end() :].strip()


def regions_of(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The body of a notice and its annexes, each with what stands under a heading joined to it."""
    starts = [i for i, entry in enumerate(entries) if _ANNEX.fullmatch(fold(entry.whole))]
    return [_joined(entries[a:b]) for a, b in pairwise([0, *starts, len(entries)])]


def _joined(entries: Sequence[Entry]) -> list[Entry]:
    """Unmarked lines become part of what the heading over them asks for; signature, date and contact of none."""
    found: list[Entry] = []
    ended = False
    for entry in entries:
        headed = bool(found) and found[-1].family is not None
        if entry.family:
            ended = False
            found.append(entry)
        elif _FRAME.match(fold(entry.whole)) or _DOTS.fullmatch(fold(entry.whole)):
            ended = True
        elif headed and not ended:
            found[-1] = found[-1].asking(entry.whole)
        elif not headed:
            found.append(entry)
    return found


def inline_entries(text: str) -> list[Entry]:
    """The members of a list inside a paragraph: 主要包括以下内容：（一）……；（二）……。"""
    folded = fold(text)
    announced = _LISTS.search(folded)
    if not announced:
        return []
    masked = hide(folded)
    marks = list(_in_sequence(markers_within(masked, announced.end(), len(masked), 0)))
    if len(marks) < 2:
        return []
    ends = [*(mark.start for mark in marks[1:]), _last_end(masked, marks[-1].end)]
    return [
        replace(_heading(text[mark.start : end], replace(mark, start=0, end=mark.end - mark.start)), rank=COMMA.rank)
        for mark, end in zip(marks, ends, strict=True)
    ]


def _in_sequence(marks: Sequence[Marker]) -> Iterator[Marker]:
    """The marks of one family that count on from one."""
    family = marks[0].family if marks else None
    wanted = 1
    for mark in marks:
        if mark.family is family and mark.number == wanted:
            yield mark
            wanted += 1


def _last_end(masked: str, start: int) -> int:
    stop = masked.find("。", start)
    return len(masked) if stop < 0 else stop


def unmarked_entries(region: Sequence[Entry]) -> list[Entry]:
    """Headings without any mark: lines in bold, or else short lines, where some of them name parts of a report."""
    lines = [entry for entry in region if not entry.family and not _is_title(entry.whole)]
    bold = [entry for entry in lines if entry.bold]
    heads = bold if len(bold) > 1 else [entry for entry in lines if _short(entry.whole)]
    if not any(heading_roles(fold(entry.title), None) for entry in heads):
        return []
    found: list[Entry] = []
    for entry in lines:
        if entry in heads:
            title, asks = _parted(entry.whole)
            found.append(replace(entry, title=title, asks=asks, family=COMMA, number=len(found) + 1, rank=COMMA.rank))
        elif found:
            found[-1] = found[-1].asking(entry.whole)
    return found


def _short(text: str) -> bool:
    folded = fold(text)
    return len(folded) <= _LONG // 2 + 10 and not re.search(r"[。;:,](?!$)", folded)


def _is_title(text: str) -> bool:
    return bool(re.search(r"(?:报告|提纲|通知|总结|模板|框架)(?:\(.{1,12}\)|提纲|框架)?$", fold(text)))
