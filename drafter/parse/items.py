"""The problems that a report admits and what it announces for next year, one by one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.model.report import Plan, Problem, Role, Section, section_at
from drafter.parse.causes import cause_in, cause_of_child, cause_only, shared_cause, starts_anew, without_causes
from drafter.parse.lines import Line, Page, sentences_in
from drafter.parse.roles import heading_roles

# Where plans begin in a section that holds both: 对此我市将…, 针对以上问题…, 2023年，我局将…
_TURN = re.compile(
    r"对此|为此|针对(?:上述|以上|这些|存在|此类)|下一?步|下一?阶段|接下来|今后|新的一年|明年|来年|20\d\d年[^。]{0,18}(?:将|要|重点|着力|继续)|20\d\d年(?:度)?[,:]一是"
    r"|我(?:市|区|县|局|镇|省|院|乡|委|街道|旗|州|厅)[^。]{0,12}(?<!虽)将|(?:我们)?将(?:从|在|坚持|重点|着力)"
)
_CONTAINER = re.compile(
    r"^(?:\d{4}年)?(?:存在的?|主要|面临的?)?(?:主要)?(?:问题|不足|短板|困难|差距)[^,]{0,10}$|^下一?步[^,]{0,14}$|^\d{4}年(?:工作)?(?:打算|安排|计划)$"
)
_INTRO = re.compile(
    r"虽然|尽管|取得(?:了)?(?:一定|一些|明显|较好)?(?:的)?(?:成绩|成效|进展)|(?:主要)?(?:表现在|体现在|有以下|如下|以下)[^。]{0,20}[:。]?$|仍有(?:一定)?差距。?$"
    # 对照……要求，我局工作还有不少差距。 opens the section and names no problem.
    r"|^(?:对照|对标|按照|与|同|距离?|离)[^;。]{4,60},[^,;。]{0,20}(?:还|仍|尚|依然)(?:有|存在)[^,;。]{0,8}(?:差距|不足|短板|弱项|问题)。?$"
)
_LEAST_NAMED = 10  # characters behind a colon that can name a problem
_MEASURE = re.compile(r"(?<=[\n。;])\s*(?:整改|改进|解决|应对|对策)(?:措施|办法|举措|建议|方向)[:](?P<what>[^\n]{4,})")
_ADMITS = re.compile(r"(?:存在|面临|还有|仍有)[^。:]{0,24}(?:问题|不足|差距|短板|薄弱环节|困难|弱项)")
_DEFICIT = re.compile(r"不|未|欠|弱|缺|滞后|差距|短板|偏|难|少数|有待|还需|个别|部分|问题|风险|单一|尚|薄弱|压力|参差")
_ANNOUNCED = re.compile(
    r"^[^。;:]{0,60}(?:问题|不足|差距|短板|困难|薄弱环节|表现在|表现为|体现在|方面|以下|工作|重点|看到|认识到)[^。;:]{0,20}[:]"
)
_FAREWELL = re.compile(
    r"(?:新的一年|我[市区县局镇省]将|我们将|下一步)?.{0,80}(?:新成效|新篇章|新局面|新贡献|坚实(?:的)?(?:法治)?(?:基础|支撑|保障)|法治保障|新台阶|新水平|贡献力量|行稳致远|保驾护航)。$|^通过(?:以上|上述)[^。]*。$|^特此报告|^以上报告|专此报告"
)
# What only says that work goes on, before the plans themselves: 2024年，我局将继续深入推进法治政府建设。
_GENERAL = re.compile(
    r"^[^。;\d]{0,6}(?:\d{4}年)?[^。;\d]{0,16}(?:继续|持续|不断|进一步|扎实|全面)[^。;,\d]{0,8}(?:法治(?:政府)?建设|依法行政)(?:工作)?。?$"
)
_OPENING = re.compile(
    r"^(?:(?:对此|为此|针对[^,。]{2,20}|下一?步(?:工作)?|下一?阶段|今后|接下来|新的一年|明年|20\d\d年)[,:]?\s*"
    r"(?:(?:我|全|[\u4e00-\u9fff]{1,4})(?:市|区|县|局|镇|省|院|乡|委|街道|们)(?=将|要|拟|继续))?(?:(?:将|要|拟)(?:继续|重点|着力)?)?"
    r"|我(?:市|区|县|局|镇|省|院|乡|委|街道|们)(?:将|要|拟)(?:继续|重点|着力)?)"
)
# What is said before the first of several plans joined by semicolons: 坚定不移贯彻……决策部署，
_UNDER_GUIDANCE = re.compile(
    r"(?:(?:始终|坚定不移|坚决|坚定|深入|全面|认真|持续|继续|地){0,3}(?:学习|宣传)?(?:贯彻|落实|坚持以|以|围绕|按照)[^;。\d]{2,50}?"
    r"(?:精神|思想|部署|要求|指导|引领|统领|指引|遵循|主线),)+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A part of a section with one role: its offsets and the sections inside."""

    start: int
    end: int
    children: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """One item, by offsets; its title ends at `title_end`."""

    start: int
    end: int
    title_end: int


def split_flat(page: Page, lines: Sequence[Line], sections: Sequence[Section]) -> tuple[Section, ...]:
    """The same tree; in a report without chapters the items under a paragraph of problems or plans have that role."""
    parts = flat_parts(page, lines, sections)
    return tuple(
        next((_in_role(s, role) for role, part in parts if part.start <= s.start < part.end), s) if parts else s for s in sections
    )


def flat_parts(page: Page, lines: Sequence[Line], sections: Sequence[Section]) -> list[tuple[Role, _Stretch]]:
    """The problems and the plans of a report that has items only (一是 …… 五是): from the paragraph that admits or announces
    to the next such one."""
    if not sections or any(s.level < 3 for s in sections):
        return []
    heads: list[tuple[Role, int]] = []
    starts = {s.start for s in sections}
    for start, end in _paragraph_heads(page, lines, sections[0].start, lines[-1].end):
        if start in starts:
            continue
        head = page.masked[start:end]
        if heads and _TURN.match(head):
            heads.append(("plans", start))
        elif not heads and _ADMITS.search(head):
            heads.append(("problems", start))
        elif not heads and _TURN.match(head):
            heads.append(("plans", start))
    bounds = [*(start for _, start in heads), lines[-1].end]
    return [
        (role, _Stretch(start=start, end=end, children=tuple(s for s in sections if start <= s.start < end)))
        for (role, start), end in zip(heads, bounds[1:], strict=True)
    ]


def split_mixed(page: Page, lines: Sequence[Line], sections: Sequence[Section], year: int | None) -> tuple[Section, ...]:
    """The same tree; in a section with problems and plans the items on either side of the turn have their own role."""
    return tuple(_split_one(page, lines, s, year) if s.role == "mixed" else s for s in sections)


def _split_one(page: Page, lines: Sequence[Line], section: Section, year: int | None) -> Section:
    named = heading_roles(section.title, year)
    if not {"problems", "plans"} <= set(named) or any(c.role in ("problems", "plans") for c in section.children):
        return section
    if _answered_one_by_one(page, lines, section):
        return replace(section, children=tuple(_in_role(c, "problems") for c in section.children))
    turn = _turn(page, lines, section)
    return replace(section, children=tuple(_in_role(c, "problems" if c.start < turn else "plans") for c in section.children))


def _answered_one_by_one(page: Page, lines: Sequence[Line], section: Section) -> bool:
    """Whether problems and remedies alternate: （一）力量薄弱。……下一步，将充实队伍。（二）备案不及时。……下一步，将按季清理。"""
    turns = (_turning_within(page, lines, child.title_end, child.end) for child in section.children)
    return sum(turn is not None for turn in turns) > 1


def _turning_within(page: Page, lines: Sequence[Line], start: int, end: int) -> int | None:
    """Where a sentence between two offsets turns to what will be done."""
    return next(
        (at for at, _ in _sentences(page, lines, start, end) if at > start and _TURN.match(page.masked[at:end].lstrip())), None
    )


def _in_role(section: Section, role: Role) -> Section:
    return replace(section, role=role, children=tuple(_in_role(c, role) for c in section.children))


def _turn(page: Page, lines: Sequence[Line], section: Section) -> int:
    """The offset at which problems end and plans begin: the turning sentence, or else a list that starts anew."""
    restart = [b.start for a, b in zip(section.children, section.children[1:], strict=False) if starts_anew(a, b)]
    titles = {c.start for c in section.children} | {c.title_start for c in section.children}
    for start, end in _sentences(page, lines, section.body_start, section.end):
        over = section_at(section.children, start)
        if start in titles or (over and start < over.title_end):
            continue
        if _TURN.match(page.masked[start:end].lstrip()) and (not restart or start <= restart[0] + 1 or start > restart[-1]):
            return start
    return restart[0] if restart else section.end


def _sentences(page: Page, lines: Sequence[Line], start: int, end: int) -> list[tuple[int, int]]:
    return [s for line in _between(lines, start, end) for s in sentences_in(page, max(start, line.start), min(end, line.end))]


def _between(lines: Sequence[Line], start: int, end: int) -> Sequence[Line]:
    """The lines that reach into a stretch of text."""
    first = bisect_right(lines, start, key=lambda line: line.end)
    return lines[first : bisect_left(lines, end, key=lambda line: line.start)]


def collect(
    page: Page, lines: Sequence[Line], sections: Sequence[Section], year: int | None
) -> tuple[tuple[Problem, ...], tuple[Plan, ...]]:
    """The problems and the plans of the whole report, in text order."""
    problems: list[Problem] = []
    plans: list[Plan] = []
    stretches = flat_parts(page, lines, sections) or [s for section in sections for s in _stretches(page, lines, section, year)]
    parts = _completed(page, lines, sections, stretches)
    told = {role for role, _ in parts}
    for role, stretch in parts:
        if role == "problems":
            said, promised = _with_measures(page, lines, _problems(page, lines, stretch), ended="plans" not in told)
            problems += said
            plans += promised
        else:
            plans += [_plan(page, u) for u in _units(page, lines, stretch, plans=True) if _says_something(page, u)]
    return tuple(problems), tuple(plans)


def _completed(
    page: Page, lines: Sequence[Line], sections: Sequence[Section], stretches: Sequence[tuple[Role, _Stretch]]
) -> list[tuple[Role, _Stretch]]:
    """Where no heading names plans (or problems either), the paragraph that turns to them is looked for."""
    roles = {role for role, _ in stretches}
    if "plans" in roles or not sections:
        return list(stretches)
    if "problems" in roles:
        return [found for role, stretch in stretches for found in _turned(page, lines, role, stretch)]
    last = sections[-1]
    for start, end in _paragraph_heads(page, lines, last.body_start, last.end):
        if _ADMITS.search(page.masked[start:end]):
            inside = tuple(c for c in last.children if c.start > start)
            return _turned(page, lines, "problems", _Stretch(start=start, end=last.end, children=inside))
    return list(stretches)


def _turned(page: Page, lines: Sequence[Line], role: Role, stretch: _Stretch) -> list[tuple[Role, _Stretch]]:
    """A stretch of problems cut where a sentence turns to plans (下一步，我局将…)."""
    titles = {c.title_start for c in stretch.children} | {c.start for c in stretch.children}
    openings = {line.start for line in _between(lines, stretch.start, stretch.end)}
    for start, end in _sentences(page, lines, stretch.start, stretch.end):
        if (
            start not in titles
            and (start in openings or not section_at(stretch.children, start))
            and _TURN.match(page.masked[start:end])
        ):
            left = tuple(c for c in stretch.children if c.start < start)
            return [
                (role, replace(stretch, end=start, children=left)),
                ("plans", replace(stretch, start=start, children=stretch.children[len(left) :])),
            ]
    return [(role, stretch)]


def _paragraph_heads(page: Page, lines: Sequence[Line], start: int, end: int) -> list[tuple[int, int]]:
    """The first sentence of every paragraph between two offsets."""
    inside = [line for line in _between(lines, start, end) if line.start >= start]
    return [spans[0] for line in inside if (spans := sentences_in(page, line.start, line.end))]


def _stretches(page: Page, lines: Sequence[Line], section: Section, year: int | None) -> list[tuple[Role, _Stretch]]:
    if section.role in ("problems", "plans"):
        return [(section.role, _Stretch(start=section.body_start, end=section.end, children=section.children))]
    both = section.role == "mixed" and {"problems", "plans"} <= set(heading_roles(section.title, year))
    if both and not any(c.level <= 2 and _CONTAINER.search(c.title) for c in section.children):
        if _answered_one_by_one(page, lines, section):
            return [("problems", _Stretch(start=section.body_start, end=section.end, children=section.children))]
        turn = _turn(page, lines, section)
        left = tuple(c for c in section.children if c.start < turn)
        right = section.children[len(left) :]
        return [
            ("problems", _Stretch(start=section.body_start, end=turn, children=left)),
            ("plans", _Stretch(start=turn, end=section.end, children=right)),
        ]
    return [found for child in section.children for found in _stretches(page, lines, child, year)]


def _problems(page: Page, lines: Sequence[Line], stretch: _Stretch) -> list[Problem]:
    """The problems of a stretch, each with its cause: its own, or that of a list or a sentence that follows."""
    children, listed, at = without_causes(page, stretch.start, stretch.children)
    inside = replace(
        stretch, end=stretch.end if at is None else max(at, *(c.end for c in children), stretch.start), children=children
    )
    units = [u for u in _units(page, lines, inside, plans=False) if _says_something(page, u)]
    shared = shared_cause(page, units[-1].start + 1, stretch.end) if len(units) > 1 else None
    if shared and shared[0] < units[-1].end:
        units[-1] = _unit(page, units[-1].start, shared[0], units[-1].title_end)
    by_title = {c.title_start: c for c in children}
    found: list[Problem] = []
    for unit in units:
        if found and (why := cause_only(page, unit.start, unit.end)):
            found = [p if p.cause else replace(p, cause=why) for p in found]
            continue
        text, why = page.text[unit.start : unit.end], _cause(page, unit, by_title.get(unit.start))
        found.append(Problem(text=text, start=unit.start, end=unit.end, cause=why))
    if len(listed) == len(found):
        return [replace(p, cause=p.cause or why) for p, why in zip(found, listed, strict=True)]
    common = shared[1] if shared else " ".join(listed) or None
    return [p if p.cause else replace(p, cause=common) for p in found]


def _with_measures(
    page: Page, lines: Sequence[Line], problems: Sequence[Problem], *, ended: bool
) -> tuple[list[Problem], list[Plan]]:
    """Problems without the measures that are told right under each (整改措施：……), and these as plans. Where the report has
    no plans of its own (`ended`), a sentence that turns to what will be done ends each problem too."""
    said: list[Problem] = []
    promised: list[Plan] = []
    for problem in problems:
        found = _MEASURE.search(page.masked, problem.start, problem.end)
        cut = (found.start(), found.start("what")) if found else None
        turn = _turning_within(page, lines, problem.start, problem.end) if ended and not cut else None
        cut = (turn, turn) if turn is not None else cut
        if cut is None:
            said.append(problem)
            continue
        unit = _unit(page, problem.start, cut[0], problem.start + 1)
        said.append(replace(problem, text=page.text[unit.start : unit.end], start=unit.start, end=unit.end))
        measure = _unit(page, cut[1], problem.end, _lead_end(page, cut[1], problem.end))
        promised.append(_plan(page, measure))
    return said, promised


def _cause(page: Page, unit: _Unit, own: Section | None) -> str | None:
    """What a problem says of its reason: in a child of its section (2.产生原因), else in its words."""
    return (cause_of_child(page, own.children) if own else None) or cause_in(page, unit.start, unit.end)


def _units(page: Page, lines: Sequence[Line], stretch: _Stretch, *, plans: bool) -> list[_Unit]:
    """The items of a stretch: its sections, or, where it has none, its paragraphs or sentences."""
    if not stretch.children:
        return _flat(page, lines, stretch, plans=plans)
    found: list[_Unit] = []
    for child in stretch.children:
        inside = _Stretch(start=child.body_start, end=child.end, children=child.children)
        if child.level <= 2 and _CONTAINER.search(child.title) and child.end - child.body_start > 10:
            found += _units(page, lines, inside, plans=plans)
        else:
            found.append(_unit(page, child.title_start, child.end, child.title_end))
    return found


def _unit(page: Page, start: int, end: int, title_end: int) -> _Unit:
    while end > start and (page.text[end - 1].isspace() or page.text[end - 1] in ";；"):
        end -= 1
    while start < end and page.text[start].isspace():
        start += 1
    return _Unit(start=start, end=end, title_end=min(max(title_end, start + 1), end))


def _says_something(page: Page, unit: _Unit) -> bool:
    return any(c.isalnum() for c in page.text[unit.start : unit.end])


def _flat(page: Page, lines: Sequence[Line], stretch: _Stretch, *, plans: bool) -> list[_Unit]:
    """Text without markers: paragraphs where there are several, else sentences, else what semicolons part."""
    within = _between(lines, stretch.start, stretch.end)
    inside = [(max(line.start, stretch.start), min(line.end, stretch.end)) for line in within]
    paragraphs = [(a, b) for a, b in inside if b > a and not _is_frame(page, a, b, plans=plans)]
    if len(paragraphs) > 1:
        pieces = paragraphs
    else:
        pieces = [piece for a, b in paragraphs for piece in _pieces(page, a, b, plans=plans)]
        pieces = pieces or [
            s for a, b in paragraphs for s in sentences_in(page, a, b) if not _INTRO.search(page.masked[s[0] : s[1]])
        ]
    return [_unit(page, _after_opening(page, a, b, plans=plans), b, _lead_end(page, a, b)) for a, b in pieces]


def _is_frame(page: Page, start: int, end: int, *, plans: bool) -> bool:
    """An introduction or farewell that is one paragraph by itself."""
    text = page.masked[start:end].strip()
    if plans:
        return text.endswith(":") or bool(_FAREWELL.search(text) and text.count("。") <= 1 and not re.search(r"\d", text))
    names_none = text.count("。") <= 1 and len(text.partition(":")[2]) < _LEAST_NAMED
    return text.endswith(":") or (names_none and bool(_INTRO.search(text))) or bool(re.match(r"特此|以上", text))


def _pieces(page: Page, start: int, end: int, *, plans: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for a, b in sentences_in(page, start, end):
        if plans and _GENERAL.search(page.masked[a:b]):
            continue
        head = _ANNOUNCED.match(page.masked[a:b])
        begin = a + head.end() if head else a
        parts = _parted(page, begin, b)
        if len(parts) > 1:
            found += parts
        elif (plans and not _FAREWELL.search(page.masked[a:b])) or (
            not plans and _DEFICIT.search(page.masked[begin:b]) and not _INTRO.search(page.masked[begin:b])
        ):
            found.append((begin, b))
    return found


def _parted(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(m.end() for m in re.finditer(";", page.masked[start:end]))]
    ends = [start + c for c in cuts[1:]]
    starts = [start, *ends]
    return [(a, b) for a, b in zip(starts, [*ends, end], strict=True) if page.text[a:b].strip("；; 。")]


def _after_opening(page: Page, start: int, end: int, *, plans: bool) -> int:
    found = _OPENING.match(page.masked[start:end]) if plans else None
    begin = start + found.end() if found and found.end() < end - start - 3 else start
    joined = found and page.masked[start:end].rstrip().endswith(";")
    guided = _UNDER_GUIDANCE.match(page.masked, begin, end) if joined else None
    return guided.end() if guided and guided.end() < end - 4 else begin


def _lead_end(page: Page, start: int, end: int) -> int:
    stops = [p for mark in "。;" if (p := page.masked.find(mark, start, end)) > 0]
    return min(stops, default=end)


def _plan(page: Page, unit: _Unit) -> Plan:
    return Plan(
        text=page.text[unit.start : unit.end], start=unit.start, end=unit.end, title=page.text[unit.start : unit.title_end]
    )
