"""What a leader reads, once for the paper and for the head of the terminal: ten lines and the figures that moved most.

Every line is whole: what does not fit is said shorter, and what cannot be said shorter is left to the 对照表.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.model.change import DIRECTIONS, Comparison, MetricChange, adverse
from drafter.model.finding import Finding
from drafter.model.report import ReportInfo
from drafter.render import wording
from drafter.text.quotes import quoted

LINES = 10
LINE = 34  # full characters that a line of paper at 小四 surely holds
LONGEST = 69  # two lines of paper, the first indented
LONGEST_TITLE = 36
LONGEST_FILE = 24
LABEL = 30
TOP_FIGURES = 5
_ROOM = LONGEST - 15  # behind 与指标方向相反（11项，列5项）：
TOP_ADVERSE = 2  # of the ten lines; where nothing else asks for them, more
SHORTER = (28, 18, 12)  # characters that a quotation is cut to, whole clauses first, until its line fits

_GROWTH = re.compile(r"(?:增长|下降|上升|提高|减少|增加)(?:幅度|数)?$")
_QUOTATION = re.compile("“([^“”]*)”")
_FIRST = re.compile("(?:“[^“”]*”|[^“”。])*。")  # the first sentence; a stop inside a quotation ends none
_LEFT_OUT_TWICE = re.compile("……[^“”…]+……(?=”)")  # what stands between says little and often ends within a word
_PAIRS = (("《", "》"), ("（", "）"), ("(", ")"), ("‘", "’"))


def summary_lines(comparison: Comparison, *, with_notes: bool = True) -> tuple[str, ...]:
    """At most ten lines: what was compared, the counts, what could not be read, what went the other way than is good for it,
    what to look at first. `with_notes` is off where the notes are told elsewhere (standard error)."""
    head = [_compared(comparison), *wording.headlines(comparison), *(_notes(comparison) if with_notes else ())]
    room = LINES - len(head)
    asked = told_findings(comparison)
    lines = adverse_lines(comparison, min(room, max(TOP_ADVERSE, room - len(asked))))
    return (*head, *lines, *(line for _, line in asked[: room - len(lines)]))


def summary_findings(comparison: Comparison, *, with_notes: bool = True) -> tuple[Finding, ...]:
    """The findings that the lines tell, so that a list that follows them can go on."""
    lines = set(summary_lines(comparison, with_notes=with_notes))
    return tuple(finding for finding, line in told_findings(comparison) if line in lines)


def _compared(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    return f"对照{_named(old)}与{_named(new)}。"


def _named(info: ReportInfo) -> str:
    """A report by its title, a long one by who reports on which year; with its file, for drafts bear one title."""
    file = wording.file_name(info)
    file = file if len(file) <= LONGEST_FILE else f"{file[: LONGEST_FILE - 9]}…{file[-8:]}"
    year = "" if info.year is None else f"{info.year}年度"
    short = f"{info.issuer}{year}报告" if info.issuer and len(info.issuer) <= LONGEST_TITLE else f"{year}报告"
    title = f"《{info.title}》" if info.title and len(info.title) <= LONGEST_TITLE else short
    return f"{title}（{file}，{info.chars}字）"


def _notes(comparison: Comparison) -> tuple[str, ...]:
    """What could not be read: the note, or where there are more or longer ones, how many and where they stand."""
    notes = wording.all_notes(comparison)
    if not notes:
        return ()
    line = f"注意：{notes[0]}"
    whole = len(notes) == 1 and length(line) <= LONGEST
    return (line if whole else f"注意：读取和对照中有{len(notes)}处须留意，列于对照表开头。",)


def adverse_changes(comparison: Comparison) -> list[MetricChange]:
    """The figures that went the other way than is good for them: those asked about first, both kinds by how far they went."""
    asked = _asked_against(comparison)
    return sorted((m for m in comparison.metrics if adverse(m)), key=lambda m: (_start(m) not in asked, -_distance(m)))


def _asked_against(comparison: Comparison) -> set[int]:
    return {f.new.start for f in comparison.findings if f.rule == "adverse" and f.new}


def _start(change: MetricChange) -> int:
    return change.new.start if change.new else -1


def _distance(change: MetricChange) -> float:
    """In points, places or tenths of a count: ten percent weigh as much as a point."""
    return abs(change.percent) / 10 if change.percent is not None else abs(change.delta or 0)


def adverse_lines(comparison: Comparison, room: int) -> list[str]:
    """What went far has a line of its own; what is not asked about, and what has no room, stands together in the last line."""
    against, asked = adverse_changes(comparison), _asked_against(comparison)
    if not against or room < 1:
        return []
    own = [m for m in against if _start(m) in asked and length(_adverse_line(m)) <= _ROOM]
    own = own[: room if len(own) == len(against) <= room else room - 1]
    together, told = _together([m for m in against if m not in own])
    lines = [*(_adverse_line(m) for m in own), *together]
    if not lines:
        return [f"变动方向与指标方向相反的数据{len(against)}项，见对照表。"]
    listed = len(own) + told
    count = f"{len(against)}项" if listed == len(against) else f"{len(against)}项，列{listed}项"
    return [f"与指标方向相反（{count}）：{lines[0]}", *(f"与指标方向相反：{line}" for line in lines[1:])]


def _together(changes: list[MetricChange]) -> tuple[list[str], int]:
    """The line of several figures, in as few words as say it, as many as it holds, with their number; one alone in all its words."""
    if len(changes) == 1 and length(line := _adverse_line(changes[0])) <= _ROOM:
        return [line], 1
    told: list[str] = []
    for change in changes:
        said = f"{quoted(change.label, LABEL)}{wording.difference(change).removesuffix(_way(change))}"
        if length("；".join((*told, said))) <= _ROOM:
            told.append(said)
    return ([f"{'；'.join(told)}。"] if told else []), len(told)


def _adverse_line(change: MetricChange) -> str:
    """“行政诉讼败诉率”由7.3%升至9.1%，上升1.8个百分点（反向指标）。"""
    way = _way(change)
    return f"{quoted(change.label, LABEL)}{change.change_text.removesuffix(way)}{way}。"


def _way(change: MetricChange) -> str:
    return f"（{DIRECTIONS[change.direction]}）"


def told_findings(comparison: Comparison) -> list[tuple[Finding, str]]:
    """The findings that ask for something, worst first, each in a line that is whole; those that no line can hold left out.

    A figure that went the other way has a line of its own already.
    """
    asking = (f for f in comparison.findings if f.level != "info" and f.rule != "adverse")
    return [(f, line) for f in asking if (line := short_line(f)) is not None]


def short_line(finding: Finding) -> str | None:
    """Level, place, what and the question, in the most words that fit; None where even the fewest do not."""
    return next((line for line in ever_shorter(finding) if length(line) <= LONGEST), None)


def ever_shorter(finding: Finding) -> Iterator[str]:
    """All of it; without the question (the level says it); with shorter and shorter quotations."""
    said = wording.said_of(finding)
    whole = _FIRST.match(said)
    lead = whole.group() if whole else said
    yield wording.finding_line(replace(finding, message=said))
    yield wording.finding_line(replace(finding, message=lead))
    for most in SHORTER:
        quotations = {hit: _LEFT_OUT_TWICE.sub("……", quoted(hit.rstrip("…"), most)) for hit in _QUOTATION.findall(lead)}
        if all(cut.count(a) == cut.count(b) for cut in quotations.values() for a, b in _PAIRS):
            cut = _QUOTATION.sub(lambda hit, cuts=quotations: cuts[hit.group(1)], lead)  # type: ignore[misc]
            yield wording.finding_line(replace(finding, message=cut))


def length(line: str) -> float:
    """How long a line is, in full characters: digits and Latin letters are half as wide."""
    return sum(0.5 if char.isascii() else 1.0 for char in line)


def leading_changes(comparison: Comparison) -> list[MetricChange]:
    """The figures of the year that changed most: by percentage, points and places as they are. Targets are set, not measured, and
    between drafts the findings tell each figure; all that changed there are taken."""
    years = comparison.mode == "years"
    moved = [m for m in comparison.metrics if m.status == "changed" and m.new and not (years and m.new.kind == "target")]
    return sorted(moved, key=lambda m: -_weight(m))[:TOP_FIGURES]


def figures_title(comparison: Comparison, shown: int) -> str:
    """The head over the figures that changed most: how many there are, and how many of them are listed."""
    changed = wording.count(comparison, "changed")
    name = wording.metric_status("changed", comparison.mode)
    return f"变化较大的{shown}项（共{changed}项{name}）" if shown < changed else f"{name}的数据（{shown}项）"


def _weight(change: MetricChange) -> float:
    """How big a change looks: its percentage, points as they are; a rate of growth is itself a change and has none."""
    if _GROWTH.search(change.label):
        return 0.0
    return abs(change.percent if change.percent is not None else change.delta or 0)
