"""The head of a report: title, issuer, year, addressee, preamble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.model.span import Span, span_at
from drafter.parse.furniture import Metadata, metadata_in, rule_for
from drafter.parse.headings import BRACKET, COMMA, DOT, FIRSTLY, IS, PART, marker_at
from drafter.parse.lines import Line, Page, hide
from drafter.text.normalize import fold
from drafter.text.pattern import lazy

ORGANISATION = lazy(
    r"(?:人民政府|政府|委员会|委|办公室|办公厅|局|厅|司|处|院|街道办事处|办事处|管委会|中心|队|所|站|社|行|公司|大学|联合会|总工会|镇|乡|街道)$"
)
_TITLE = lazy(
    r"(?:法治|依法|法制|政府工作|普法|行政执法).{0,30}(?:报告|总结|汇报|情况|小结)(?:\([^()]{1,20}\))?$|关于.{4,60}的(?:报告|汇报)(?:\([^()]{1,20}\))?$"
)
_NO_TITLE = lazy(r"[。;!?>|→]|解读|^附件|[:：](?!.*(?:报告|总结)$)")
_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)\s?(?:年|(?=\s*(?:法治|依法)))")
_CHINESE_YEAR = lazy(r"([二〇○零Ｏ一][〇○零ОO0一二三四五六七八九]{3})年")
_PLAIN_ADDRESSEE = lazy(r"^[^。!?;]{2,80}[:：]$")
_ADDRESSEE_WORDS = lazy(r"委|政府|办|局|厅|人大|代表|部|院|机关|单位|中心|同志|领导|组")
_ORG_BEFORE_ABOUT = lazy(r"^(.{2,60}?)关于")
_ORG_IN_TITLE = lazy(
    r"^(?:\d{4}年度?)?([^\d]{2,40}?)(?:\d{4}年|[一二][〇○零Ｏ○ОO0一二三四五六七八九]{3}年|法治政府|推进|依法行政|贯彻|落实|政府工作)"
)
_PLACE = lazy(r"[市县区省镇乡局厅委办州旗]|(?<!法治)政府(?!工作|建设)|街道|中心|支队|大队")
_SUBTITLE = lazy(r"\((?!\d{4}年\d{1,2}月)[^()]{2,24}\)")
_LONG = 100
_SEARCHED = 400  # lines of page head at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands before the first heading. `body` is the index of the first line that is neither page nor title."""

    title: Span | None
    title_text: str
    metadata: Metadata
    furniture: tuple[int, ...]
    body: int
    preamble: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    first: int
    last: int
    text: str
    score: tuple[int, int, int]


def read_front(page: Page) -> Front:
    """Find the title, and what of the lines before the text is page."""
    lines = page.lines
    limit = _limit(page)
    metadata = metadata_in(lines[:limit], page.text)
    candidate = _title(lines, limit, metadata)
    named = metadata.name_line
    if candidate is None and named is not None:
        candidate = _Candidate(first=named, last=named, text=_value_text(lines[named]), score=(0, 0, 0))
        after = max(metadata.lines) + 1
    else:
        after = candidate.last + 1 if candidate else 0
    body, subtitle = _body_start(page, after, limit, metadata, candidate is not None)
    furniture = _front_furniture(lines, candidate, body, metadata)
    title, words = _title_span(page, candidate, subtitle)
    preamble = _after_addressee(page, body)
    return Front(title=title, title_text=words, metadata=metadata, furniture=furniture, body=body, preamble=preamble)


def _limit(page: Page) -> int:
    """How far the head of the page can reach: to the first heading or long paragraph."""
    for index, line in enumerate(page.lines[:_SEARCHED]):
        if line.table:
            continue
        if len(line.text) >= _LONG and not re.match(r"(?:索引号|发布|来源)", line.bare) and line.text.count("|") < 5:
            return index
        marker = marker_at(page.masked, line.start, line.end)
        if (
            marker
            and not marker.damage
            and marker.number == 1
            and marker.family in (PART, COMMA, BRACKET, DOT, IS, FIRSTLY)
            and (marker.family.level <= 2 or not _TITLE.search(line.bare))
        ):
            return index
    return min(len(page.lines), _SEARCHED)


def _value_text(line: Line) -> str:
    return line.cells[1] if len(line.cells) > 1 else re.sub(r"^[^:：]{2,6}[:：]", "", line.text)


def _title(lines: Sequence[Line], limit: int, metadata: Metadata) -> _Candidate | None:
    """The best line, or two or three lines together, that read as the title; the last of equals."""
    found = []
    for size in (1, 2, 3):
        for first in range(limit - size + 1):
            group = lines[first : first + size]
            if any(first + k in metadata.lines for k in range(size)) or any(_no_title(line) for line in group):
                continue
            text = "".join(line.bare for line in group)
            if len(text) <= 90 and _TITLE.search(hide(text)) and (size == 1 or _belong(group)):
                found.append(_Candidate(first=first, last=first + size - 1, text=text, score=_worth(text, size, first)))
    return max(found, key=lambda c: c.score, default=None)


def _no_title(line: Line) -> bool:
    return bool(
        _NO_TITLE.search(line.text) or line.cells or len(line.text) > 80 or (rule_for(line) and not _TITLE.search(line.bare))
    )


def _belong(group: Sequence[Line]) -> bool:
    """Whether short lines are one title broken by sense: 某市人民政府 / 关于2020年…的报告."""
    head, rest = group[0].bare, group[1:]
    if any(_TITLE.search(line.bare) for line in group[:-1]) or any(
        a.start - b.end > 6 for a, b in zip(rest, group, strict=False)
    ):
        return False
    alone = bool(_TITLE.search(group[-1].bare))
    if not alone:
        return True
    if re.match(r"关于|\d{4}年|法治政府|推进|工作|依法", group[-1].bare) and (
        ORGANISATION.search(head) or re.search(r"关于.*$|年度?$|市$|县$|区$", head)
    ):
        return not re.match(r"来源|首页", head)
    return False


def _worth(text: str, size: int, first: int) -> tuple[int, int, int]:
    parts = (
        _YEAR.search(text) or _CHINESE_YEAR.search(text),
        "关于" in text,
        not text.startswith("关于") and _PLACE.search(text[:30]),
        "报告" in text,
    )
    return sum(bool(part) for part in parts), -size, first


def _body_start(page: Page, after: int, limit: int, metadata: Metadata, titled: bool) -> tuple[int, int | None]:
    """(first line of the report after its title and the by-line, line of a bracketed subtitle)."""
    lines = page.lines
    subtitle = None
    index = after
    while index < len(lines):
        line = lines[index]
        if titled and subtitle is None and index == after and _SUBTITLE.fullmatch(line.text):
            subtitle = index
        elif not (index in metadata.lines or (rule_for(line) and len(line.text) < _LONG) or _frame(lines, index, limit, titled)):
            break
        index += 1
    return index, subtitle


def _frame(lines: Sequence[Line], index: int, limit: int, titled: bool) -> bool:
    """Fragments of the page between title and text: names of papers, loose dates, single brackets."""
    line = lines[index]
    if (
        not titled
        or index >= limit
        or len(line.text) > 40
        or (_PLAIN_ADDRESSEE.match(line.text) and _ADDRESSEE_WORDS.search(line.text))
    ):
        return False
    if any(rule_for(other) for other in lines[index + 1 : min(limit, index + 6)]):
        return not line.text.endswith(("。", "：", ":", "！"))
    loose = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:时]\d{1,2}.*)?"
    return bool(re.fullmatch(loose, line.text))


def _front_furniture(lines: Sequence[Line], title: _Candidate | None, body: int, metadata: Metadata) -> tuple[int, ...]:
    if title is None:
        return tuple(i for i in range(body) if i in metadata.lines or rule_for(lines[i]))
    inside = range(title.first, title.last + 1)
    speech = re.compile(r"^(?:——|--)|^\([^()]*\)$|(?:省长|市长|县长|区长|主席|州长|镇长|局长)\S{0,4}")
    return tuple(
        i for i in range(body) if i in metadata.lines or i < title.first or (i not in inside and not speech.search(lines[i].text))
    )


def _title_span(page: Page, title: _Candidate | None, subtitle: int | None) -> tuple[Span | None, str]:
    if title is None:
        return None, ""
    first, last = page.lines[title.first], page.lines[subtitle if subtitle is not None else title.last]
    start = first.end - len(_value_text(first).strip()) if first.cells else first.start
    span = span_at(page.text, start, last.end)
    return span, re.sub(r"\s+", "", span.text)


def _after_addressee(page: Page, body: int) -> int:
    """The index of the line after that which names who is reported to (省委、省政府：)."""
    at = body
    for index in range(body, min(body + 8, len(page.lines))):
        line = page.lines[index]
        if (
            _PLAIN_ADDRESSEE.match(line.text)
            and _ADDRESSEE_WORDS.search(line.text)
            and not re.search(r"如下|以下|主要|做了", line.text)
        ):
            return index + 1
        if len(line.text) > 60 or line.text.endswith("。"):
            break
    while at < min(body + 3, len(page.lines)) and re.match(r"(?:——|--)\d{4}年|\([^()]*\d+日[^()]*\)$", page.lines[at].text):
        at += 1
    return at


def year_in(text: str) -> int | None:
    """The first year named outside 《》 and quotation marks, in Arabic (２０２４ too) or Chinese digits."""
    shown = hide(fold(text))
    if found := _YEAR.search(shown):
        return int(found.group(1))
    if found := _CHINESE_YEAR.search(shown):
        digits = [str("〇一二三四五六七八九".find(c)) if c in "一二三四五六七八九" else "0" for c in found.group(1)]
        return int("".join(digits)) if digits[0] in "12" else None
    return None


def issuer_in(title: str, metadata: Sequence[tuple[str, str]]) -> str:
    """Who reports, by the title: what stands before 关于, or before the year."""
    plain = re.sub(r"\s+", "", title)
    if (found := _ORG_BEFORE_ABOUT.match(plain)) and not re.match(r"\d{4}年", found.group(1)):
        return _joint(found.group(1))
    plain = plain.removeprefix("关于")  # 关于某县2024年度……的报告
    if not (found := _ORG_IN_TITLE.match(plain)):
        return ""
    named = found.group(1).removesuffix("关于")
    if named.endswith("人民") and plain[found.end(1) :].startswith("政府"):
        named += "政府"
    fuller = [
        value
        for label, value in metadata
        if label in ("发布机构", "发文机关", "发布单位", "来源", "信息来源") and value.startswith(named)
    ]
    return next((value for value in fuller if ORGANISATION.search(value)), named)


def _joint(issuers: str) -> str:
    """中共某县委某县人民政府 → 中共某县委 某县人民政府: two names, parted by a blank."""
    found = re.fullmatch(r"(中共.{2,12}?委(?:员会)?)([^、和]{2,14}人民政府)", issuers)
    return f"{found.group(1)} {found.group(2)}" if found else issuers
