"""One report on the terminal: its figures as a list, its outline as a tree. What was mended or is in doubt is marked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from drafter.model.metric import Metric
from drafter.model.report import Defect, ReadingQuality, Report, Section, place, walk
from drafter.render import wording
from drafter.render.figure_words import change_said, figures_line, kind_and_scope, totals_of
from drafter.render.terminal_columns import Column, report_head, row_line, table_lines, titled, wrapped_text
from drafter.render.terminal_lines import columns_of, fit
from drafter.text.quotes import quoted

_GUIDE = 7  # columns that a level of the tree takes, its lines being ambiguous characters
_LEAST_NAME = 16  # columns; where names would be cut shorter, a list shows name, figure and place only
_HEADS = ("指标", "数据", "所属总数", "附注", "位置")
Cells = tuple[str, ...]
_MENDED = "*"
_LEGEND = f"带“{_MENDED}”的序号在原文中缺损或脱落，系按上下文补正。"


def render_metrics(
    report: Report, metrics: Iterable[Metric], quality: ReadingQuality, width: int = 100, why: bool = False
) -> RenderableType:
    """The figures in text order: name, figure, the total it is part of, what it is, place; with `why` the rule and the text."""
    ordered = sorted(metrics, key=lambda m: (m.start, m.end))
    head = [report_head(report.info, width), wrapped_text(figures_line(ordered), width), _reading(quality, width)]
    if not ordered:
        return Group(*head)
    totals = totals_of(ordered)
    rows = [_figure_row(m, totals, report) for m in ordered]
    columns, rows = _fitting(rows, width)
    if not why:
        return Group(*head, Text(""), *table_lines(columns, rows))
    lines: list[RenderableType] = [row_line(columns, [c.name for c in columns], "dim")]
    for metric, row in zip(ordered, rows, strict=True):
        lines += [row_line(columns, row), _reason(metric, width)]
    return Group(*head, Text(""), *lines)


def _fitting(rows: list[Cells], width: int) -> tuple[tuple[Column, ...], list[Cells]]:
    """The columns, none wider than what stands in it: a figure is never cut, names get what the others leave. Where that is
    too little, name, figure and place are shown and no more."""
    label, figure, total, notes, where = (max(map(columns_of, column)) for column in zip(_HEADS, *rows, strict=True))
    figure, notes, where = min(figure, max(16, width // 3)), min(notes, width // 5), min(where, max(10, width // 6))
    room = width - figure - notes - where - 4 * 2
    total = max(min(total, room * 2 // 5), min(total, room - label))
    name = min(label, room - total)
    columns = (
        Column(_HEADS[0], name), Column(_HEADS[1], figure, right=True, style="bold"), Column(_HEADS[2], total),
        Column(_HEADS[3], notes, style="cyan"), Column(_HEADS[4], where, style="dim"),
    )  # fmt: skip
    if name >= min(label, _LEAST_NAME):
        return columns, rows
    kept = (replace(columns[0], width=min(label, width - figure - where - 4)), columns[1], columns[4])
    return kept, [(row[0], row[1], row[4]) for row in rows]


def _figure_row(metric: Metric, totals: dict[str, str], report: Report) -> Cells:
    notes = "，".join(said for said in (kind_and_scope(metric), change_said(metric)) if said)
    return (metric.label, wording.figure(metric), totals.get(metric.id, ""), notes, place(report, metric.start))


def _reason(metric: Metric, width: int) -> Text:
    """The rule that decided, and as much of the sentence as the line holds, the figure in its middle."""
    rule = f"    〔{metric.rule}〕"
    room = max(8, width - columns_of(rule) - 4)
    at = max(0, metric.sentence.find(metric.text))
    before = metric.sentence[:at]
    while before and columns_of(before) > room // 2:
        before = before[1:]
    cut = "…" if len(before) < at else ""
    return Text(rule + fit(cut + before + metric.sentence[at:], room), style="dim")


def _reading(quality: ReadingQuality, width: int) -> Text:
    return wrapped_text(wording.reading_line(quality), width)


def render_outline(report: Report, quality: ReadingQuality, width: int = 100) -> RenderableType:
    """The tree of a report, what else was found in it, and its damage with place and quotation."""
    mended = _mended(report)
    parts: list[RenderableType] = [report_head(report.info, width), _reading(quality, width)]
    if report.sections:
        parts.append(Text(""))
    parts += [_tree(section, mended, width) for section in report.sections]
    if mended:
        parts.append(wrapped_text(_LEGEND, width, "dim"))
    parts += [Text(""), *(wrapped_text(line, width) for line in _found(report))]
    if report.defects:
        parts += [Text(""), titled("文字疑有缺损", f"{len(report.defects)}处")]
        parts += [wrapped_text(_damage(report, defect), width, "yellow") for defect in report.defects]
    return Group(*parts)


def _found(report: Report) -> Iterator[str]:
    """Problems, plans, signature and metadata, each in a line."""
    levels = Counter(section.level for section in walk(report.sections))
    headings = "，".join(f"{name}级{levels[level]}处" for level, name in enumerate("一二三", 1) if levels[level])
    counts = [f"{name}{len(some)}项" for name, some in (("存在问题", report.problems), ("下年安排", report.plans)) if some]
    yield f"{f'标题{headings}；' if headings else ''}{'，'.join(counts) or '未识别到存在问题和下年安排'}。"
    if report.signature or report.date:
        yield f"落款：{'，'.join(s.text for s in (report.signature, report.date) if s)}。"
    if report.metadata:
        yield f"网页信息：{'；'.join(f'{name} {value}' for name, value in report.metadata)}。"


def _mended(report: Report) -> frozenset[int]:
    """Where the sections begin whose marker was lost in part or whole: their number is ours and not the text's."""
    starts = {defect.start for defect in report.defects if defect.code.startswith("marker-")}
    return frozenset(s.start for s in walk(report.sections) if s.start in starts)


def _damage(report: Report, defect: Defect) -> str:
    """一、（三）（第12行）：序号缺左括号，应为“（三）”。原文“三)落实源头风险管控”"""
    line = report.text.count("\n", 0, defect.start) + 1
    unit = "行" if report.info.format == "txt" else "段"
    said = quoted(report.text[defect.start : defect.end], 24)
    section = place(report, defect.start)
    where = f"{section}（第{line}{unit}）" if section else f"第{line}{unit}"
    return f"{where}：{defect.message}。原文{said}"


def _tree(section: Section, mended: frozenset[int], width: int) -> Tree:
    """A section with what is under it."""
    tree = Tree(_heading(section, mended, width), guide_style="dim")
    _grow(tree, section, mended, width - _GUIDE)
    return tree


def _heading(section: Section, mended: frozenset[int], width: int) -> Text:
    """A heading with its number as it should be, marked where it is not the text's own; at level 1 its role too."""
    role = f"  〔{wording.ROLES[section.role]}〕" if section.level == 1 else ""
    mark = _MENDED if section.start in mended else ""
    title = fit(f"{section.number}{mark}{section.title}", max(8, width - columns_of(role)))
    return Text.assemble((title, "bold" if section.level == 1 else ""), (role, "dim"))


def _grow(tree: Tree, section: Section, mended: frozenset[int], width: int) -> None:
    """The children of a section, as branches."""
    for child in section.children:
        _grow(tree.add(_heading(child, mended, width)), child, mended, width - _GUIDE)
