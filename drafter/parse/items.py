"""The problems that a report admits and what it announces for next year, one by one."""

from collections.abc import Sequence
from dataclasses import replace

from drafter.model.report import Plan, Problem, Role, Section, section_at
from drafter.parse.causes import cause_in, cause_of_child, cause_only, shared_cause, starts_anew, without_causes
from drafter.parse.lines import Line, Page, sentences_in
from drafter.parse.pieces import (
    ANNOUNCED,
    DEFICIT,
    Stretch,
    Unit,
    between,
    flat_units,
    lead_end,
    says_something,
    sentences_within,
    unit_of,
)
from drafter.parse.roles import heading_roles
from drafter.text.pattern import lazy

# Where plans begin in a section that holds both: 对此我市将…, 针对以上问题…, 2023年，我局将…
_TURN = lazy(
    r"对此|为此|针对(?:上述|以上|这些|存在|此类)|下一?步|下一?阶段|接下来|今后|新的一年|明年|来年|20\d\d年[^。]{0,18}(?:将|要|重点|着力|继续)|20\d\d年(?:度)?[,:]一是"
    r"|我(?:市|区|县|局|镇|省|院|乡|委|街道|旗|州|厅)[^。]{0,12}(?<!虽)将|(?:我们)?将(?:从|在|坚持|重点|着力)"
)
_CONTAINER = lazy(
    r"^(?:\d{4}年)?(?:存在的?|主要|面临的?)?(?:主要)?(?:问题|不足|短板|困难|差距)[^,]{0,10}$|^下一?步[^,]{0,14}$|^\d{4}年(?:工作)?(?:打算|安排|计划)$"
)
_MEASURE = lazy(r"(?<=[\n。;])\s*(?:整改|改进|解决|应对|对策)(?:措施|办法|举措|建议|方向)[:](?P<what>[^\n]{4,})")
_ADMITS = lazy(r"(?:存在|面临|还有|仍有)[^。:]{0,24}(?:问题|不足|差距|短板|薄弱环节|困难|弱项)")
_VOW = lazy(
    r"(?:对此|为此|对(?:于)?(?:这些|上述|以上)[^,。]{0,6}|针对(?:这些|上述|以上)[^,。]{0,6}|,)*(?:我们|我[市区县局镇省])?[^,。\d]{0,4}(?:一定|将|必须|要)"
    r"[^。\d]{0,40}(?:解决|改进|整改|克服|破解|改正|施策|攻坚)。"
)
_BESIDES = lazy(r"(?:此外|另外|与此同时|除此之外),")


def split_flat(page: Page, lines: Sequence[Line], sections: Sequence[Section]) -> tuple[Section, ...]:
    """The same tree; in a report without chapters the items under a paragraph of problems or plans have that role."""
    parts = flat_parts(page, lines, sections)
    return tuple(
        next((_in_role(s, role) for role, part in parts if part.start <= s.start < part.end), s) if parts else s for s in sections
    )


def flat_parts(page: Page, lines: Sequence[Line], sections: Sequence[Section]) -> list[tuple[Role, Stretch]]:
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
        (role, Stretch(start=start, end=end, children=tuple(s for s in sections if start <= s.start < end)))
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
        (at for at, _ in sentences_within(page, lines, start, end) if at > start and _TURN.match(page.masked[at:end].lstrip())),
        None,
    )


def _in_role(section: Section, role: Role) -> Section:
    return replace(section, role=role, children=tuple(_in_role(c, role) for c in section.children))


def _turn(page: Page, lines: Sequence[Line], section: Section) -> int:
    """The offset at which problems end and plans begin: the turning sentence, or else a list that starts anew."""
    restart = [b.start for a, b in zip(section.children, section.children[1:], strict=False) if starts_anew(a, b)]
    titles = {c.start for c in section.children} | {c.title_start for c in section.children}
    for start, end in sentences_within(page, lines, section.body_start, section.end):
        over = section_at(section.children, start)
        if start in titles or (over and start < over.title_end):
            continue
        if _TURN.match(page.masked[start:end].lstrip()) and (not restart or start <= restart[0] + 1 or start > restart[-1]):
            return start
    return restart[0] if restart else section.end


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
            plans += [_plan(page, u) for u in _units(page, lines, stretch, plans=True) if says_something(page, u)]
    return tuple(problems), tuple(plans)


def _completed(
    page: Page, lines: Sequence[Line], sections: Sequence[Section], stretches: Sequence[tuple[Role, Stretch]]
) -> list[tuple[Role, Stretch]]:
    """Where no heading names plans (or problems either), the paragraph that turns to them is looked for."""
    roles = {role for role, _ in stretches}
    if "plans" in roles and "problems" not in roles:
        return [*_admitted(page, lines, sections), *stretches]
    if "plans" in roles or not sections:
        return list(stretches)
    if "problems" in roles:
        return [found for role, stretch in stretches for found in _turned(page, lines, role, stretch)]
    last = sections[-1]
    for start, end in _paragraph_heads(page, lines, last.body_start, last.end):
        if _ADMITS.search(page.masked[start:end]):
            inside = tuple(c for c in last.children if c.start > start)
            return _turned(page, lines, "problems", Stretch(start=start, end=last.end, children=inside))
    return list(stretches)


def _admitted(page: Page, lines: Sequence[Line], sections: Sequence[Section]) -> list[tuple[Role, Stretch]]:
    """The problems that a chapter ends with in a paragraph without a heading: 我们也清醒看到，还存在不少问题：一是……"""
    for section in (s for s in sections if s.role not in ("plans", "problems", "leadership")):
        for start, end in reversed(_paragraph_heads(page, lines, section.body_start, section.end)):
            head = page.masked[start:end]
            if _ADMITS.search(head) and ANNOUNCED.match(head):
                over = section_at(sections, start) or section
                listed = tuple(child for child in _items_from(over, start))
                line = between(lines, start, end)[0]
                return [("problems", Stretch(start=start, end=over.end if listed else line.end, children=listed))]
    return []


def _items_from(section: Section, start: int) -> tuple[Section, ...]:
    """The innermost list of a section of which all items stand behind an offset."""
    listed = tuple(child for child in section.children if child.start > start)
    return listed or next((found for child in section.children if (found := _items_from(child, start))), ())


def _turned(page: Page, lines: Sequence[Line], role: Role, stretch: Stretch) -> list[tuple[Role, Stretch]]:
    """A stretch of problems cut where a sentence turns to plans (下一步，我局将…)."""
    titles = {c.title_start for c in stretch.children} | {c.start for c in stretch.children}
    openings = {line.start for line in between(lines, stretch.start, stretch.end)}
    for start, end in sentences_within(page, lines, stretch.start, stretch.end):
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
    inside = [line for line in between(lines, start, end) if line.start >= start]
    return [spans[0] for line in inside if (spans := sentences_in(page, line.start, line.end))]


def _stretches(page: Page, lines: Sequence[Line], section: Section, year: int | None) -> list[tuple[Role, Stretch]]:
    if section.role in ("problems", "plans"):
        return [(section.role, Stretch(start=section.body_start, end=section.end, children=section.children))]
    both = section.role == "mixed" and {"problems", "plans"} <= set(heading_roles(section.title, year))
    if both and not any(c.level <= 2 and _CONTAINER.search(c.title) for c in section.children):
        if _answered_one_by_one(page, lines, section):
            return [("problems", Stretch(start=section.body_start, end=section.end, children=section.children))]
        turn = _turn(page, lines, section)
        left = tuple(c for c in section.children if c.start < turn)
        right = section.children[len(left) :]
        return [
            ("problems", Stretch(start=section.body_start, end=turn, children=left)),
            ("plans", Stretch(start=turn, end=section.end, children=right)),
        ]
    return [found for child in section.children for found in _stretches(page, lines, child, year)]


def _problems(page: Page, lines: Sequence[Line], stretch: Stretch) -> list[Problem]:
    """The problems of a stretch, each with its cause: its own, or that of a list or a sentence that follows."""
    children, listed, at = without_causes(page, stretch.start, stretch.children)
    inside = replace(
        stretch, end=stretch.end if at is None else max(at, *(c.end for c in children), stretch.start), children=children
    )
    units = [u for u in _units(page, lines, inside, plans=False) if says_something(page, u)]
    shared = shared_cause(page, units[-1].start + 1, stretch.end) if len(units) > 1 else None
    if shared and shared[0] < units[-1].end:
        units[-1] = unit_of(page, units[-1].start, shared[0], units[-1].title_end)
    units = [*units[:-1], *_last_apart(page, lines, units[-1])] if units else units
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


def _last_apart(page: Page, lines: Sequence[Line], unit: Unit) -> list[Unit]:
    """The last of a list, without the vow that follows it (对这些问题，我们将认真加以解决。), and what 此外 adds to the list."""
    found: list[Unit] = []
    start, title_end = unit.start, unit.title_end
    for a, b in sentences_within(page, lines, unit.start, unit.end):
        said = page.masked[a:b]
        added = _BESIDES.match(said) if DEFICIT.search(said) else None
        if a > start and (added or _VOW.match(said)):
            found.append(unit_of(page, start, a, title_end))
            if not added:
                return found
            start, title_end = a + added.end(), b
    return [*found, unit_of(page, start, unit.end, title_end)]


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
        unit = unit_of(page, problem.start, cut[0], problem.start + 1)
        said.append(replace(problem, text=page.text[unit.start : unit.end], start=unit.start, end=unit.end))
        measure = unit_of(page, cut[1], problem.end, lead_end(page, cut[1], problem.end))
        promised.append(_plan(page, measure))
    return said, promised


def _cause(page: Page, unit: Unit, own: Section | None) -> str | None:
    """What a problem says of its reason: in a child of its section (2.产生原因), else in its words."""
    return (cause_of_child(page, own.children) if own else None) or cause_in(page, unit.start, unit.end)


def _units(page: Page, lines: Sequence[Line], stretch: Stretch, *, plans: bool) -> list[Unit]:
    """The items of a stretch: its sections, or, where it has none, its paragraphs or sentences."""
    if not stretch.children:
        return flat_units(page, lines, stretch, plans=plans)
    found: list[Unit] = []
    for child in stretch.children:
        inside = Stretch(start=child.body_start, end=child.end, children=child.children)
        if child.level <= 2 and _CONTAINER.search(child.title) and child.end - child.body_start > 10:
            found += _units(page, lines, inside, plans=plans)
        else:
            found.append(unit_of(page, child.title_start, child.end, child.title_end))
    return found


def _plan(page: Page, unit: Unit) -> Plan:
    return Plan(
        text=page.text[unit.start : unit.end], start=unit.start, end=unit.end, title=page.text[unit.start : unit.title_end]
    )
