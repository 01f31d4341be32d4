"""The 对照表: figures, last year's plans and problems (between drafts: what was dropped and added), and what to verify."""

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document

from drafter.model.change import Comparison, MetricChange, PlanChange, ProblemChange, TextChange
from drafter.model.finding import LEVELS, Finding
from drafter.model.span import Span
from drafter.office.faces import WORKING
from drafter.office.gongwen import WORKING_WIDTH, new_document, working_page
from drafter.office.package import save_deterministic
from drafter.render import asked, wording
from drafter.render.mention_words import MENTION_TITLE, clause_lines, mention_lines, mentions_headline
from drafter.render.summary_words import adverse_lines, short_line
from drafter.render.table_opinions import ID, NUMBER, PASSAGE, named
from drafter.render.word_page import Form, add_caption, add_head, add_line, add_rows, add_title
from drafter.text.quotes import cut

LONGEST_PASSAGE = 300  # characters of a passage in a cell: it is to be found, not to be read here
MOST_CLAUSES = 10
TOP_MUST = 5
TOP_ADVERSE = 3

# Widths in twips; each row of widths fills the page.
_FIGURES = (560, 3800, 1600, 1600, 2730, 2480, 1800)
_PLANS = (560, 4400, 2300, 5400, 1910)
_PROBLEMS = (560, 4500, 2300, 5300, 1910)
_PASSAGES = (560, 2300, 7800, 2000, 1910)
_FINDINGS = (560, 1040, 7440, 1900, 2230, 1400)
_MENTIONS = (560, 900, 1300, 4650, 4650, 2510)
_WIDTHS = (_MENTIONS, _FIGURES, _PLANS, _PROBLEMS, _PASSAGES, _FINDINGS)
assert all(sum(widths) == WORKING_WIDTH for widths in _WIDTHS)


def write_table(comparison: Comparison, path: Path) -> None:
    """Write the 对照表 as a .docx, A4 landscape."""
    document = new_document(WORKING)
    working_page(document.sections[0])
    title = f"{wording.title(comparison)}表"
    add_title(document, title, comparison)
    add_head(document, comparison)
    _first(document, comparison)
    _figures(document, comparison)
    if comparison.mode == "years":
        _plans(document, comparison)
        _problems(document, comparison)
    else:
        _passages(document, comparison)
    _findings(document, comparison)
    _mentions(document, comparison)
    save_deterministic(document, path, title=title)


def _first(document: Document, comparison: Comparison) -> None:
    """For a reader of the first page alone: the counts, what went the other way than is good for it, what is hardly right."""
    for line in wording.headlines(comparison):
        add_line(document, line)
    for line in adverse_lines(comparison, TOP_ADVERSE):
        add_line(document, line)
    must = [(i, f) for i, f in enumerate(comparison.findings, 1) if f.level == "must"]
    for number, finding in must[:TOP_MUST]:
        if (told := short_line(finding)) is not None:
            add_line(document, f"{told.removesuffix('。')}（{named([number])}）。")


def _figures(document: Document, comparison: Comparison) -> None:
    """表一: every figure, at the end those that stayed and need not be looked at; between drafts these are left out."""
    old, new = wording.side_names(comparison.mode)
    add_caption(document, 1, "表一　数据")
    form = Form((NUMBER, "指标", old, new, "增减", "位置", wording.OPINION), _FIGURES, centred=(0, 2, 3))
    numbered = list(enumerate(wording.ordered_metrics(comparison), 1))
    settled = wording.settled(comparison)
    for title, quiet in (("", False), ("与上年相同、无需核实的数据", True)):
        shown = [(i, m) for i, m in numbered if (m in settled) == quiet]
        if quiet and (comparison.mode == "drafts" or not shown):
            continue
        if title:
            add_caption(document, 2, f"{title}（{len(shown)}项）")
        rows: list[tuple[str, ...]] = []
        marked: list[int] = []
        for i, change in shown:
            about = asked.about_figure(change, comparison.findings)
            marked += (
                [len(rows)] if asked.asks(about) and comparison.mode == "years" else []
            )  # between drafts each is asked about
            rows.append(_figure_row(i, change, comparison, about))
        add_rows(document, form, rows, marked)


def _figure_row(number: int, change: MetricChange, comparison: Comparison, about: Sequence[Finding]) -> tuple[str, ...]:
    said, where = wording.change_beside(change, comparison.mode), _asking(about, comparison)
    if where:
        said += f"\n{where}" if asked.asks(about) else f"（{where}）"
    place = wording.places(change.old_place, change.new_place, comparison.mode)
    return (str(number), change.label, wording.figure(change.old), wording.figure(change.new), said, place, "")


def _asking(about: Sequence[Finding], comparison: Comparison) -> str:
    """Where 表三 asks about a row: what is written into the row's 复核意见 answers that too. "" where nothing is asked."""
    if not about:
        return ""
    where = named([i for i, f in enumerate(comparison.findings, 1) if f in about])
    return f"【{asked.worst(about)}】{where}" if asked.asks(about) else where


def _status(said: str, about: Sequence[Finding], comparison: Comparison) -> str:
    """What became of a row, and under it where 表三 asks about it."""
    return "\n".join(part for part in (said, _asking(about, comparison)) if part)


def _plans(document: Document, comparison: Comparison) -> None:
    """表二（一）: what this year's text says of last year's plans."""
    add_caption(document, 1, "表二　上年安排和上年问题")
    add_caption(document, 2, "（一）上年安排回应情况")
    add_line(document, wording.plans_headline(comparison), over_table=True)
    form = Form((NUMBER, "上年安排", "回应情况", "本年相关表述及位置", wording.OPINION), _PLANS, centred=(0, 2))
    add_rows(document, form, [_plan_row(i, p, comparison) for i, p in enumerate(comparison.plans, 1)])


def _plan_row(number: int, change: PlanChange, comparison: Comparison) -> tuple[str, ...]:
    return (
        str(number),
        _promised(change),
        _status(wording.PLAN_STATUS[change.status], asked.about_plan(change, comparison.findings), comparison),
        "\n".join(f"{_passage(e)}{f'（{e.place}）' if e.place else ''}" for e in change.evidence) or "—",
        "",
    )


def _promised(change: PlanChange) -> str:
    """The plan, and clause by clause what is said of it; once, where its title and its clauses are all of it."""
    lines, rest = clause_lines(change), change.plan.text
    if len(lines) > MOST_CLAUSES:
        return f"{_passage(change.plan)}\n{_clauses_counted(change)}"
    for part in (change.plan.title, *(clause.text for clause in change.clauses)):
        rest = rest.replace(part, "", 1)
    whole = bool(lines) and not any(char.isalnum() for char in rest)
    return "\n".join((change.plan.title if whole else _passage(change.plan), *lines))


def _clauses_counted(change: PlanChange) -> str:
    """Of a chapter of a hundred promises only how many, for each would fill pages."""
    counts = ((name, sum(c.status == key for c in change.clauses)) for key, name in wording.PLAN_STATUS.items())
    told = "，".join(f"{name}{n}处" for name, n in counts if n)
    return f"（其中{len(change.clauses)}处：{told}；逐处见对照页或数据表）"


def _problems(document: Document, comparison: Comparison) -> None:
    """表二（二）: last year's problems and this year's, with the cause that this year's text gives."""
    add_caption(document, 2, "（二）上年问题")
    add_line(document, wording.problems_headline(comparison), over_table=True)
    form = Form((NUMBER, "上年问题", "本年情况", "本年问题", wording.OPINION), _PROBLEMS, centred=(0, 2))
    add_rows(document, form, [_problem_row(i, p, comparison) for i, p in enumerate(comparison.problems, 1)])


def _problem_row(number: int, change: ProblemChange, comparison: Comparison) -> tuple[str, ...]:
    said = _status(wording.PROBLEM_STATUS[change.status], asked.about_problem(change, comparison.findings), comparison)
    return (str(number), _passage(change.old), said, _passage(change.new), "")


def _passages(document: Document, comparison: Comparison) -> None:
    """表二 between drafts: passages that were dropped, then those that were added."""
    add_caption(document, 1, "表二　增删段落")
    add_line(document, wording.text_headline(comparison), over_table=True)
    shown = [t for kind in ("dropped", "added") for t in comparison.text if t.kind == kind]
    form = Form((NUMBER, "情况", PASSAGE, "位置", wording.OPINION), _PASSAGES, centred=(0, 1))
    add_rows(document, form, [_passage_row(i, t, comparison) for i, t in enumerate(shown, 1)])


def _passage_row(number: int, change: TextChange, comparison: Comparison) -> tuple[str, ...]:
    said = _status(wording.text_kind(change, comparison.mode), asked.about_passage(change, comparison.findings), comparison)
    return (str(number), said, _passage(change.old or change.new), change.old_place or change.new_place, "")


def _findings(document: Document, comparison: Comparison) -> None:
    """表三: what to verify, by level. The last column is the id by which a filled 复核意见 is read back."""
    add_caption(document, 1, "表三　需核实事项")
    add_line(document, wording.findings_headline(comparison), over_table=bool(comparison.findings))
    if comparison.findings:
        add_line(document, wording.OPINION_USE if comparison.mode == "years" else wording.OPINION_HINT, over_table=True)
    form = Form((NUMBER, "类别", "事项", "位置", wording.OPINION, ID), _FINDINGS, centred=(0, 1))
    numbered = list(enumerate(comparison.findings, 1))
    parts = [(level, name) for level, name in LEVELS.items() if any(f.level == level for f in comparison.findings)]
    for order, (level, name) in zip("一二三", parts, strict=False):
        rows = [_finding_row(i, f, comparison) for i, f in numbered if f.level == level]
        add_caption(document, 2, f"（{order}）{name}（{len(rows)}项）")
        add_rows(document, form, rows)


def _finding_row(number: int, finding: Finding, comparison: Comparison) -> tuple[str, ...]:
    place = wording.places(finding.old_place, finding.new_place, comparison.mode).replace("；", "\n")
    said = wording.said_of(finding).removeprefix(f"【{LEVELS[finding.level]}】")
    if held := asked.held_in(finding, comparison.findings):
        said += f"所含数据{named([i for i, f in enumerate(comparison.findings, 1) if f in held])}。"
    return (str(number), wording.kind_name(finding.kind), said, place, "", finding.id)


def _mentions(document: Document, comparison: Comparison) -> None:
    """表四: who and what came or went."""
    add_caption(document, 1, f"表四　{MENTION_TITLE}")
    add_line(document, mentions_headline(comparison), over_table=bool(comparison.mentions))
    if comparison.mentions:
        old, new = wording.side_names(comparison.mode)
        form = Form((NUMBER, "类别", "情况", old, new, "位置"), _MENTIONS, centred=(0, 1, 2))
        add_rows(
            document,
            form,
            [(str(i), m.kind, m.status, m.old or "—", m.new or "—", m.place) for i, m in enumerate(mention_lines(comparison), 1)],
        )


def _passage(span: Span | None) -> str:
    """A passage for a cell, or a dash."""
    return cut(span.text, LONGEST_PASSAGE) if span else "—"
